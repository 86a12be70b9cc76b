// SPDX-License-Identifier: Apache-2.0
#include "counter/waitingmodel.h"

#include "counter/counterwords.h"

#include <algorithm>

namespace antre {

static QString noteOf(const WaitingRow &row)
{
    QStringList notes{CounterWords::slipTrouble(row.slip), CounterWords::was(row.was)};
    notes.removeAll(QString());
    if (notes.isEmpty() && !row.kioskMark.isEmpty())
        notes.append(WaitingModel::tr("kiosk %1 offline").arg(row.kioskMark));
    return notes.join(QStringLiteral(" · "));
}

void WaitingModel::show(const std::vector<WaitingRow> &rows)
{
    removeThoseNotIn(rows);
    if (!insertThoseNewIn(rows)) {
        beginResetModel();
        m_rows = rows;
        endResetModel();
        return;
    }
    // Whoever was second may be the next now, so a row can change though its value did not.
    if (!m_rows.empty()) {
        m_rows = rows;
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
    }
}

void WaitingModel::removeThoseNotIn(const std::vector<WaitingRow> &rows)
{
    for (int at = int(m_rows.size()) - 1; at >= 0; --at) {
        if (std::ranges::find(rows, m_rows[size_t(at)].id, &WaitingRow::id) != rows.end())
            continue;
        beginRemoveRows({}, at, at);
        m_rows.erase(m_rows.begin() + at);
        endRemoveRows();
    }
}

/// Calling order never swaps two who both wait, since all wait at the same pace; only a new
/// catalogue can. Then the rows don't fit and the answer is false.
bool WaitingModel::insertThoseNewIn(const std::vector<WaitingRow> &rows)
{
    for (int at = 0; at < int(rows.size()); ++at) {
        if (at < int(m_rows.size()) && m_rows[size_t(at)].id == rows[size_t(at)].id)
            continue;
        if (std::ranges::find(m_rows, rows[size_t(at)].id, &WaitingRow::id) != m_rows.end())
            return false;
        beginInsertRows({}, at, at);
        m_rows.insert(m_rows.begin() + at, rows[size_t(at)]);
        endInsertRows();
    }
    return true;
}

int WaitingModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int WaitingModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant WaitingModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return textOf(index.row(), index.column());
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return sentenceOf(index.row());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment(index.column() == Waited ? Qt::AlignRight | Qt::AlignVCenter
                                                   : Qt::AlignLeft | Qt::AlignVCenter));
    case RowRole:
        return QVariant::fromValue(row(index.row()));
    case NoteRole:
        return noteOf(row(index.row()));
    default:
        return {};
    }
}

void WaitingModel::setNarrow(bool narrow)
{
    if (std::exchange(m_narrow, narrow) != narrow)
        Q_EMIT headerDataChanged(Qt::Horizontal, Class, Class);
}

QVariant WaitingModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment((section == Waited ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignTop));
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Number:
        return tr("Number");
    case Service:
        return tr("Service");
    case Class:
        return m_narrow ? QString() : tr("Class");
    case Waited:
        return tr("Waiting");
    default:
        return {};
    }
}

QString WaitingModel::textOf(int at, int column) const
{
    const WaitingRow &row = m_rows[size_t(at)];
    switch (column) {
    case Number:
        return row.number;
    case Service:
        return row.service;
    case Class:
        return row.className.isEmpty() ? noteOf(row) : row.className;
    case Waited:
        return CounterWords::minutes(row.waited);
    default:
        return {};
    }
}

QString WaitingModel::sentenceOf(int at) const
{
    const WaitingRow &row = m_rows[size_t(at)];
    QStringList parts;
    if (at == 0)
        parts.append(tr("Next"));
    parts.append({row.number, row.service});
    if (!row.className.isEmpty())
        parts.append(row.className);
    parts.append(tr("waiting %1").arg(CounterWords::minutes(row.waited)));
    if (row.headStart > Minutes(0))
        parts.append(CounterWords::headStart(row.headStart));
    const QString note = noteOf(row);
    if (!note.isEmpty())
        parts.append(note);
    return parts.join(QStringLiteral(", "));
}

} // namespace antre

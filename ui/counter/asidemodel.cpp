// SPDX-License-Identifier: Apache-2.0
#include "counter/asidemodel.h"

#include "common/clocktext.h"
#include "counter/counterwords.h"

#include <algorithm>

namespace antre {

static bool areTheSame(const std::vector<AsideRow> &a, const std::vector<AsideRow> &b)
{
    return std::ranges::equal(a, b, {}, &AsideRow::id, &AsideRow::id);
}

void AsideModel::show(const std::vector<AsideRow> &rows, const QString &language)
{
    if (!areTheSame(rows, m_rows)) {
        // Changes a few times an hour: not worth more than a reset.
        beginResetModel();
        m_rows = rows;
        m_language = language;
        endResetModel();
    } else if (rows != m_rows || language != m_language) {
        m_rows = rows;
        m_language = language;
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
}

int AsideModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int AsideModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString AsideModel::storyOf(const AsideRow &row) const
{
    const QString at = clockText(row.at, m_language);
    QString story
        = tr("Did not come, called %1, last at %2").arg(CounterWords::calls(row.calls), at);
    if (row.isParked)
        story = row.reason.isEmpty() ? tr("Set aside until %1").arg(at)
                                     : tr("%1, until %2").arg(row.reason, at);
    if (!row.elsewhere.isEmpty())
        story = story % u" · " % CounterWords::countersInSentence({row.elsewhere});
    return story;
}

QVariant AsideModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const AsideRow &row = m_rows[size_t(index.row())];
    const QString left = CounterWords::backIn(row, m_language);
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == Number)
            return row.number;
        if (index.column() == What)
            return storyOf(row);
        return index.column() == Left ? left : QString();
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: {
        QStringList parts{row.number, row.service, storyOf(row), left};
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
    }
    case RowRole:
        return QVariant::fromValue(row);
    default:
        return {};
    }
}

QVariant AsideModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Number:
        return tr("Number");
    case What:
        return tr("What happened");
    case Left:
        return tr("Back in");
    default:
        return {};
    }
}

} // namespace antre

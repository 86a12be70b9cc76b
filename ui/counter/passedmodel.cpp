// SPDX-License-Identifier: Apache-2.0
#include "counter/passedmodel.h"

#include "common/clocktext.h"
#include "counter/counterwords.h"

namespace antre {

void PassedModel::show(const std::vector<PassedRow> &rows, const QString &language)
{
    // Changes a few times a day: not worth more than a reset.
    if (rows == m_rows && language == m_language)
        return;
    beginResetModel();
    m_rows = rows;
    m_language = language;
    endResetModel();
}

int PassedModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int PassedModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant PassedModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const PassedRow &row = m_rows[size_t(index.row())];
    const QString what
        = tr("Did not come, called %1, last at %2")
              .arg(CounterWords::calls(row.calls), clockText(row.lastCall, m_language));
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == Number ? row.number : what;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return QStringList{row.number, row.service, what}.join(QStringLiteral(", "));
    default:
        return {};
    }
}

QVariant PassedModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Number ? tr("Number") : tr("What happened");
}

} // namespace antre

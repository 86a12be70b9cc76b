// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "counter/counterview.h"

#include <QAbstractTableModel>

namespace antre {

/// Who was set aside or called in vain, as a table. Rows keep their identity while timers run, so a
/// selection stays with its ticket. Interface thread only.
class AsideModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Number, What, Left, Action, ColumnCount };
    /// The whole AsideRow, for the delegate.
    static constexpr int RowRole = Qt::UserRole + 2;

    using QAbstractTableModel::QAbstractTableModel;

    /// `language` decides how clock times are written.
    void show(const std::vector<AsideRow> &rows, const QString &language);
    [[nodiscard]] const AsideRow &row(int index) const { return m_rows[size_t(index)]; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(
        const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QString storyOf(const AsideRow &row) const;

    std::vector<AsideRow> m_rows;
    QString m_language;
};

} // namespace antre

Q_DECLARE_METATYPE(antre::AsideRow)

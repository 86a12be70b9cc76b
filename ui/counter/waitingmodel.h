// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "counter/counterview.h"

#include <QAbstractTableModel>

namespace antre {

/// Who waits, as a table: the first row is the next. Rows keep their identity while times go on, so
/// a selection stays with its ticket. Interface thread only.
class WaitingModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Number, Service, Class, Waited, ColumnCount };
    /// The whole WaitingRow, for the delegate.
    static constexpr int RowRole = Qt::UserRole;
    /// What is unusual about the paper; empty: nothing.
    static constexpr int NoteRole = Qt::UserRole + 1;

    using QAbstractTableModel::QAbstractTableModel;

    /// No room for the heading of the classes.
    void setNarrow(bool narrow);
    void show(const std::vector<WaitingRow> &rows);
    [[nodiscard]] const WaitingRow &row(int index) const { return m_rows[size_t(index)]; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(
        const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    bool m_narrow = false;
    void removeThoseNotIn(const std::vector<WaitingRow> &rows);
    [[nodiscard]] bool insertThoseNewIn(const std::vector<WaitingRow> &rows);
    [[nodiscard]] QString textOf(int row, int column) const;
    [[nodiscard]] QString sentenceOf(int row) const;

    std::vector<WaitingRow> m_rows;
};

} // namespace antre

Q_DECLARE_METATYPE(antre::WaitingRow)

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "counter/counterview.h"

#include <QAbstractTableModel>

namespace antre {

/// Who was called at this counter and did not come, the latest first. Interface thread only.
class PassedModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Number, What, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// `language` decides how clock times are written.
    void show(const std::vector<PassedRow> &rows, const QString &language);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(
        const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<PassedRow> m_rows;
    QString m_language;
};

} // namespace antre

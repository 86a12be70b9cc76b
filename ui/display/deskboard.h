// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "display/displayview.h"
#include "display/halllook.h"

#include <QWidget>

namespace antre {

/// All counters in number order, down then across: whom each serves, or why nobody. The number of
/// columns is the one that makes the letters largest.
class DeskBoard : public QWidget
{
    Q_OBJECT

public:
    explicit DeskBoard(const HallLook &look, QWidget *parent = nullptr);
    void setDesks(const std::vector<ShownDesk> &desks, const QString &language);
    /// Where desk `index` stands at the present size.
    [[nodiscard]] QRect cell(size_t index) const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Grid
    {
        int columns = 1;
        int rows = 1;
        double scale = 1; ///< of the design's letters
    };
    [[nodiscard]] Grid grid() const;
    [[nodiscard]] QSizeF cellSize(int columns, int rows) const;
    void paintDesk(QPainter &painter, const QRect &cell, const ShownDesk &desk, double scale) const;

    HallLook m_look;
    std::vector<ShownDesk> m_desks;
    QString m_language;
};

} // namespace antre

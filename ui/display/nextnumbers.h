// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "display/displayview.h"
#include "display/halllook.h"

#include <QWidget>

namespace antre {

/// Who comes next, so that people get up in time. One line: its numbers large, below each other.
/// More lines: a row each, by letter; beyond three they take turns, since smaller ones nobody could
/// read.
class NextNumbers : public QWidget
{
    Q_OBJECT

public:
    explicit NextNumbers(const HallLook &look, QWidget *parent = nullptr);
    void setView(const DisplayView &view);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    static constexpr size_t linesMax = 3;
    [[nodiscard]] size_t pages() const { return (m_lines.size() + linesMax - 1) / linesMax; }
    void paintHead(QPainter &painter, const QRect &head) const;
    void paintOneLine(QPainter &painter, const QRect &box) const;
    void paintRow(QPainter &painter, const QRect &row, const ShownLine &line) const;

    HallLook m_look;
    std::vector<ShownLine> m_lines;
    size_t m_page = 0;
};

} // namespace antre

// SPDX-License-Identifier: Apache-2.0
#include "display/deskboard.h"

#include "common/numberlabel.h"
#include "display/displaywords.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace antre {

// Of the design with 24 counters; other boards scale the letters with their cells.
static constexpr QSizeF designCell(441, 126);
static constexpr double gapAcross = 22, gapDown = 12, sides = 44, foot = 16;

DeskBoard::DeskBoard(const HallLook &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
}

void DeskBoard::setDesks(const std::vector<ShownDesk> &desks, const QString &language)
{
    if (desks == m_desks && language == m_language)
        return;
    m_desks = desks;
    m_language = language;
    update();
}

QSizeF DeskBoard::cellSize(int columns, int rows) const
{
    const double across = width() - 2 * m_look.px(sides) - (columns - 1) * m_look.px(gapAcross);
    const double down = height() - m_look.px(foot) - (rows - 1) * m_look.px(gapDown);
    return {across / columns, down / rows};
}

DeskBoard::Grid DeskBoard::grid() const
{
    constexpr int columnsMax = 12;
    Grid best{1, 1, 0};
    const auto count = int(m_desks.size());
    for (int columns = 1; columns <= std::min(columnsMax, count); ++columns) {
        const int rows = (count + columns - 1) / columns;
        const QSizeF cell = cellSize(columns, rows);
        const double scale = std::min(cell.width() / m_look.px(designCell.width()),
            cell.height() / m_look.px(designCell.height()));
        if (scale > best.scale)
            best = {columns, rows, scale};
    }
    return best;
}

static QRect cellIn(const QPointF &origin, QSizeF size, QSizeF gaps, int column, int row)
{
    const double x = origin.x() + column * (size.width() + gaps.width());
    const double y = origin.y() + row * (size.height() + gaps.height());
    const QPoint topLeft(int(std::lround(x)), int(std::lround(y)));
    return {topLeft,
        QPoint(int(std::lround(x + size.width())) - 1, int(std::lround(y + size.height())) - 1)};
}

QRect DeskBoard::cell(size_t index) const
{
    const Grid all = grid();
    const QSizeF gaps(m_look.px(gapAcross), m_look.px(gapDown));
    return cellIn(QPointF(m_look.px(sides), 0), cellSize(all.columns, all.rows), gaps,
        int(index) / all.rows, int(index) % all.rows);
}

void DeskBoard::paintDesk(
    QPainter &painter, const QRect &cell, const ShownDesk &desk, double scale) const
{
    const auto px
        = [&](double design) { return std::max(1, int(std::lround(m_look.px(design) * scale))); };
    const bool works = desk.note == DeskNote::None || desk.note == DeskNote::Ready;
    QPainterPath shape;
    shape.addRoundedRect(cell, px(10), px(10));
    const QRect tile(cell.topLeft(), QSize(px(106), cell.height()));
    painter.save();
    painter.setClipPath(shape);
    if (works)
        painter.fillRect(cell, m_look.colour(Colour::HallPanel));
    painter.fillRect(tile, m_look.colour(works ? Colour::Tile : Colour::HallLine));
    painter.restore();
    if (!works) {
        const double half = px(3) / 2.0;
        painter.setPen(QPen(m_look.colour(Colour::HallLine), px(3)));
        painter.drawRoundedRect(QRectF(cell).adjusted(half, half, -half, -half), px(10), px(10));
    }

    const QFont tileFont = numberFont(
        desk.counter, m_look.theme().fontPx(px(70), Weight::Bold), tile.width() - px(10));
    paintNumber(painter, tile, desk.counter, tileFont,
        m_look.colour(works ? Colour::TileInk : Colour::Text));
    QRect rest = cell.adjusted(tile.width() + px(20), 0, -px(12), 0);
    // In a cell that is higher than the design's, number and sign stay together, in the middle.
    const int spare = (cell.height() - px(designCell.height())) / 2;
    rest.adjust(0, spare, 0, -spare);
    if (!desk.agencies.isEmpty()) {
        constexpr double signHigh = 40, signPx = 28;
        const QRect sign(
            rest.left(), rest.bottom() - px(signHigh) - px(3), rest.width(), px(signHigh));
        paintLine(painter, sign, desk.agencies, m_look.theme().fontPx(px(signPx)),
            m_look.colour(works ? Colour::Text : Colour::Text2));
        rest.setBottom(sign.top() + px(4));
    }
    if (!desk.number.isEmpty()) {
        const int high = desk.agencies.isEmpty() ? px(106) : px(90);
        const QFont font
            = numberFont(desk.number, m_look.theme().fontPx(high, Weight::Bold), rest.width());
        paintNumber(painter, rest, desk.number, font, m_look.colour(Colour::Text),
            Qt::AlignLeft | Qt::AlignVCenter);
        return;
    }
    FitRules rules;
    rules.lineHeight = 1.1;
    rules.minPixels = px(28);
    const int notePx = desk.agencies.isEmpty() ? px(38) : px(34);
    FittedText(
        DisplayWords(m_language).deskNote(desk), m_look.theme().fontPx(notePx), rest.size(), rules)
        .paint(painter, rest, m_look.colour(Colour::Text2));
}

void DeskBoard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), m_look.colour(Colour::Hall));
    const double scale = grid().scale;
    for (size_t i = 0; i < m_desks.size(); ++i)
        paintDesk(painter, cell(i), m_desks[i], scale);
}

} // namespace antre

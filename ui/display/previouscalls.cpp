// SPDX-License-Identifier: Apache-2.0
#include "display/previouscalls.h"

#include "common/numberlabel.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace antre {

PreviousCalls::PreviousCalls(const HallLook &look, size_t rows, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_rows(rows)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
}

void PreviousCalls::setView(const DisplayView &view)
{
    const QString heading = view.call ? tr("Before") : tr("Last calls");
    if (view.previous == m_calls && heading == m_heading && view.firstIsNews == m_firstIsNews)
        return;
    m_calls = view.previous;
    m_heading = heading;
    m_firstIsNews = view.firstIsNews;
    update();
}

void PreviousCalls::paintRow(
    QPainter &painter, const QRect &row, const ShownCall &call, QColor colour) const
{
    const int high = std::min(m_look.px(158), int(row.height() * 0.96));
    const QFont font = m_look.theme().fontPx(high, Weight::Bold);
    // The number leaves room for a counter of two digits, whatever this one is, so that rows look
    // alike.
    const int counterWide = int(std::ceil(
        std::max(numberWidth(QStringLiteral("00"), font), numberWidth(call.counter, font))));
    const QRect numberBox = row.adjusted(0, 0, -counterWide - m_look.px(72), 0);
    paintNumber(painter, numberBox, call.number, numberFont(call.number, font, numberBox.width()),
        colour, Qt::AlignLeft | Qt::AlignVCenter);
    paintNumber(painter, row, call.counter, font, colour, Qt::AlignRight | Qt::AlignVCenter);
}

void PreviousCalls::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_look.colour(Colour::Hall));
    const QRect inside
        = rect().adjusted(m_look.px(56), m_look.px(26), -m_look.px(44), -m_look.px(20));
    const QRect head(inside.topLeft(), QSize(inside.width(), m_look.px(61)));
    const QFont headFont = m_look.font(44);
    paintLine(painter, head, m_heading, headFont, m_look.colour(Colour::Text2));
    paintLine(painter, head, tr("Counter"), headFont, m_look.colour(Colour::Text2),
        Qt::AlignRight | Qt::AlignVCenter);

    const double rowHigh = double(inside.bottom() - head.bottom()) / double(m_rows);
    const int rule = m_look.px(3);
    for (size_t i = 0; i < std::min(m_rows, m_calls.size()); ++i) {
        const int top = head.bottom() + 1 + int(std::lround(rowHigh * double(i)));
        const QRect row(inside.left(), top, inside.width(), int(rowHigh));
        painter.fillRect(
            QRect(row.topLeft(), QSize(row.width(), rule)), m_look.colour(Colour::HallLine));
        const bool isNews = m_firstIsNews && i == 0;
        if (isNews)
            painter.fillRect(
                row.adjusted(-m_look.px(24), 0, m_look.px(24), 0), m_look.colour(Colour::Kunyit));
        paintRow(painter, row.adjusted(0, rule, 0, 0), m_calls[i],
            m_look.colour(isNews ? Colour::KunyitInk : Colour::Text));
    }
}

} // namespace antre

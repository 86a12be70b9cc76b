// SPDX-License-Identifier: Apache-2.0
#include "display/previouscalls.h"

#include "common/numberlabel.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace antre {

PreviousCalls::PreviousCalls(const HallLook &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
}

void PreviousCalls::setCalls(const std::vector<ShownCall> &calls)
{
    if (calls == m_calls)
        return;
    m_calls = calls;
    update();
}

void PreviousCalls::paintRow(QPainter &painter, const QRect &row, const ShownCall &call) const
{
    const int high = std::min(m_look.px(158), int(row.height() * 0.96));
    const QFont font = m_look.theme().fontPx(high, Weight::Bold);
    const QColor text = m_look.colour(Colour::Text);
    // The number leaves room for a counter of two digits, whatever this one is, so that rows look
    // alike.
    const int counterWide = int(std::ceil(
        std::max(numberWidth(QStringLiteral("00"), font), numberWidth(call.counter, font))));
    const QRect numberBox = row.adjusted(0, 0, -counterWide - m_look.px(72), 0);
    paintNumber(painter, numberBox, call.number, numberFont(call.number, font, numberBox.width()),
        text, Qt::AlignLeft | Qt::AlignVCenter);
    paintNumber(painter, row, call.counter, font, text, Qt::AlignRight | Qt::AlignVCenter);
}

void PreviousCalls::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_look.colour(Colour::Hall));
    const QRect inside
        = rect().adjusted(m_look.px(56), m_look.px(26), -m_look.px(44), -m_look.px(20));
    const QRect head(inside.topLeft(), QSize(inside.width(), m_look.px(61)));
    const QFont headFont = m_look.font(44);
    paintLine(painter, head, tr("Before"), headFont, m_look.colour(Colour::Text2));
    paintLine(painter, head, tr("Counter"), headFont, m_look.colour(Colour::Text2),
        Qt::AlignRight | Qt::AlignVCenter);

    const double rowHigh
        = double(inside.bottom() - head.bottom()) / double(DisplayView::previousMax);
    const int rule = m_look.px(3);
    for (size_t i = 0; i < m_calls.size(); ++i) {
        const int top = head.bottom() + 1 + int(std::lround(rowHigh * double(i)));
        const QRect row(inside.left(), top, inside.width(), int(rowHigh));
        painter.fillRect(
            QRect(row.topLeft(), QSize(row.width(), rule)), m_look.colour(Colour::HallLine));
        paintRow(painter, row.adjusted(0, rule, 0, 0), m_calls[i]);
    }
}

} // namespace antre

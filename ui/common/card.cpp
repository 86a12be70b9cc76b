// SPDX-License-Identifier: Apache-2.0
#include "common/card.h"

#include <QPainter>

namespace antre {

Card::Card(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
}

void Card::setGround(Colour ground)
{
    m_ground = ground;
    update();
}

void Card::setStripe(Colour stripe)
{
    m_stripe = stripe;
    update();
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const int radius = m_theme.radius();
    const int line = m_theme.isHighContrast() ? m_theme.border() : 0;
    if (line > 0) {
        painter.setBrush(m_theme.colour(Colour::Hair));
        painter.drawRoundedRect(rect(), radius, radius);
    }
    painter.setBrush(m_theme.colour(m_ground));
    painter.drawRoundedRect(rect().adjusted(line, line, -line, -line), radius, radius);
    if (m_stripe) {
        painter.setClipRect(0, 0, m_theme.px(4.4), height());
        painter.setBrush(m_theme.colour(*m_stripe));
        painter.drawRoundedRect(rect(), radius, radius);
    }
}

} // namespace antre

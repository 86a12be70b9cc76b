// SPDX-License-Identifier: Apache-2.0
#include "display/mallnotice.h"

#include "common/icons.h"

#include <QPainter>

namespace antre {

MallNotice::MallNotice(const HallLook &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
}

void MallNotice::setView(const DisplayView &view)
{
    HallMessage message = hallMessage(view, MessagePlace::BesideMedia);
    if (message == m_message)
        return;
    m_message = std::move(message);
    setAccessibleName(m_message.sentences.join(QLatin1Char(' ')));
    update();
}

void MallNotice::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_look.colour(Colour::Hall));
    if (m_message.sentences.isEmpty())
        return;
    const QColor text = m_look.colour(Colour::Text);
    const QRect inside
        = rect().adjusted(m_look.px(44), m_look.px(20), -m_look.px(44), -m_look.px(20));
    const int side = m_look.px(76);
    paintIcon(
        painter, {inside.left(), inside.top(), side, inside.height()}, m_message.icon, text, side);
    const QRect room = inside.adjusted(side + m_look.px(32), 0, 0, 0);
    FitRules rules;
    rules.lineHeight = 1.15;
    rules.minPixels = m_look.px(44);
    FittedText(m_message.sentences.first(), m_look.font(64), room.size(), rules)
        .paint(painter, room, text);
}

} // namespace antre

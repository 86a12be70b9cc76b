// SPDX-License-Identifier: Apache-2.0
#include "display/hallheader.h"

#include "common/clocktext.h"
#include "common/icons.h"
#include "common/numberlabel.h"

#include <QPainter>

#include <cmath>

namespace antre {

HallHeader::HallHeader(const HallLook &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    setFixedHeight(look.px(look.isUpright() ? 150 : 120));
}

void HallHeader::setTime(BusinessDay day, Minutes ofDay, const QString &language)
{
    const QString date = dateText(day, language);
    const QString clock = clockText(ofDay, language);
    if (date == m_date && clock == m_clock)
        return;
    m_date = date;
    m_clock = clock;
    update();
}

void HallHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_look.colour(Colour::Hall));
    const QColor text = m_look.colour(Colour::Text);
    QRect line = rect().adjusted(m_look.px(44), m_look.px(20), -m_look.px(44), -m_look.px(16));

    const int side = m_look.px(74);
    paintMark(painter, {line.left(), line.top() + (line.height() - side) / 2, side, side}, text);
    const QFont clockFont = m_look.font(84, Weight::Bold);
    paintNumber(painter, line, m_clock, clockFont, text, Qt::AlignRight | Qt::AlignVCenter);
    line.adjust(side + m_look.px(24), 0,
        -int(std::ceil(numberWidth(m_clock, clockFont))) - m_look.px(24), 0);

    QRect title = line;
    QRect date = line;
    if (m_look.isUpright()) {
        title.setBottom(line.center().y() + m_look.px(6));
        date.setTop(title.bottom());
    }
    paintLine(painter, title, tr("Now serving"), m_look.font(46, Weight::Bold), text);
    paintLine(painter, date, m_date, m_look.font(40), m_look.colour(Colour::Text2),
        (m_look.isUpright() ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
}

} // namespace antre

// SPDX-License-Identifier: Apache-2.0
#include "display/hallheader.h"

#include "common/clocktext.h"
#include "common/icons.h"
#include "common/numberlabel.h"

#include <QPainter>

#include <cmath>

namespace antre {

HallHeader::HallHeader(const HallLook &look, Extent extent, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_extent(extent)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    const int whole = look.isUpright() ? 150 : 120;
    setFixedHeight(look.px(extent == Extent::Whole ? whole : 96));
}

void HallHeader::setView(const DisplayView &view)
{
    const QString date = dateText(view.day, view.language);
    const QString clock = clockText(view.ofDay, view.language);
    QString title = tr("Now serving");
    if (!view.zone.isEmpty())
        title += QStringLiteral("  ·  ") + view.zone;
    if (date == m_date && clock == m_clock && title == m_title)
        return;
    m_title = title;
    m_date = date;
    m_clock = clock;
    update();
}

/// Leaves what is between the two.
QRect HallHeader::paintMarkAndClock(QPainter &painter, QRect line) const
{
    const QColor text = m_look.colour(Colour::Text);
    const int side = m_look.px(74);
    paintMark(painter, {line.left(), line.top() + (line.height() - side) / 2, side, side}, text);
    const QFont clockFont = m_look.font(84, Weight::Bold);
    paintNumber(painter, line, m_clock, clockFont, text, Qt::AlignRight | Qt::AlignVCenter);
    line.adjust(side + m_look.px(24), 0,
        -int(std::ceil(numberWidth(m_clock, clockFont))) - m_look.px(24), 0);
    return line;
}

void HallHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_look.colour(Colour::Hall));
    QRect line = rect().adjusted(m_look.px(44), m_look.px(20), -m_look.px(44), -m_look.px(16));
    if (m_extent == Extent::Whole)
        line = paintMarkAndClock(painter, line);
    const bool stacks = m_look.isUpright() && m_extent == Extent::Whole;
    const QFont titleFont = m_look.font(46, Weight::Bold);
    const QFont dateFont = m_look.font(40);
    QRect title = line;
    QRect date = line;
    if (stacks) {
        title.setBottom(line.center().y() + m_look.px(6));
        date.setTop(title.bottom());
    } else {
        const int dateWide = FittedText::naturalWidth(m_date, dateFont);
        date.setLeft(line.right() - dateWide);
        title.setRight(date.left() - m_look.px(32));
    }
    paintLine(painter, title, m_title, titleFont, m_look.colour(Colour::Text));
    paintLine(painter, date, m_date, dateFont, m_look.colour(Colour::Text2),
        (stacks ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
}

} // namespace antre

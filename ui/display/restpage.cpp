// SPDX-License-Identifier: Apache-2.0
#include "display/restpage.h"

#include "common/clocktext.h"
#include "common/icons.h"
#include "common/numberlabel.h"
#include "display/displaywords.h"

#include <QPainter>

namespace antre {

RestPage::RestPage(const HallLook &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
}

void RestPage::setView(const DisplayView &view)
{
    m_name = view.siteName;
    m_clock = view.day.isNull() ? QString() : clockText(view.ofDay, view.language);
    m_words = DisplayWords(view.language).rest(view);
    m_notice = view.mallNotices.empty()
        ? QString()
        : view.mallNotices[size_t(view.turn) % view.mallNotices.size()];
    m_minute = view.day.isNull() ? 30 : int(view.ofDay.count() % 60);
    update();
}

void RestPage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_look.colour(Colour::Hall));
    const QColor text = m_look.colour(Colour::Text2);
    constexpr double markPx = 150, clockPx = 200, namePx = 62, wordsHigh = 170, noticeHigh = 120;
    const int high = m_look.px(
        markPx + clockPx + 2 * namePx + wordsHigh + 60 + (m_notice.isEmpty() ? 0 : noticeHigh));
    const int range = (height() - high) / 2;
    const int shift = range * (m_minute - 30) / 60;
    QRect line(m_look.px(60), (height() - high) / 2 + shift, width() - 2 * m_look.px(60),
        m_look.px(markPx));

    const int side = line.height();
    paintMark(painter, {line.center().x() - side / 2, line.top(), side, side},
        m_look.colour(Colour::SeaMid));
    const auto next = [&](double space, double designHigh) {
        line = {line.left(), line.bottom() + m_look.px(space), line.width(), m_look.px(designHigh)};
        return line;
    };
    if (!m_clock.isEmpty()) {
        paintNumber(painter, next(30, clockPx), m_clock, m_look.font(clockPx, Weight::Bold), text);
        paintLine(painter, next(30, 2 * namePx), m_name, m_look.font(namePx, Weight::Bold), text,
            Qt::AlignCenter);
    }
    next(m_clock.isEmpty() ? 60 : 1, wordsHigh);
    FitRules rules;
    rules.alignment = Qt::AlignHCenter | Qt::AlignTop;
    rules.minPixels = m_look.px(44);
    FittedText(m_words, m_look.font(namePx), line.size(), rules).paint(painter, line, text);
    if (m_notice.isEmpty())
        return;
    next(1, noticeHigh);
    rules.alignment = Qt::AlignHCenter | Qt::AlignBottom;
    rules.minPixels = m_look.px(36);
    FittedText(m_notice, m_look.font(44), line.size(), rules).paint(painter, line, text);
}

} // namespace antre

// SPDX-License-Identifier: Apache-2.0
#include "display/callpanel.h"

#include "common/numberlabel.h"

#include <QPainter>

#include <cmath>

namespace antre {

// Three times white and kunyit, a second each pair: far below the three flashes a second that can
// harm (WCAG 2.2, 2.3.1).
static constexpr int grounds = 6;
static constexpr std::chrono::milliseconds changeEvery{500};

CallPanel::CallPanel(const HallLook &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    m_timer.setInterval(changeEvery);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &CallPanel::change);
}

void CallPanel::setCall(const ShownCall &call)
{
    if (call == m_call)
        return;
    m_call = call;
    setAccessibleName(tr("Queue number %1, counter %2").arg(call.number, call.counter));
    if (m_look.theme().moves()) {
        m_groundsLeft = grounds;
        m_timer.start();
    }
    update();
}

void CallPanel::change()
{
    if (--m_groundsLeft == 1)
        m_timer.stop();
    update();
    Q_EMIT groundChanged();
}

void CallPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_look.colour(isWhite() ? Colour::Paper : Colour::Kunyit));
    const QColor ink = m_look.colour(Colour::KunyitInk);

    // Heights of the design, stacked and centred; a lower panel makes all of it smaller.
    constexpr double titleHigh = 78, numberPx = 392, gapHigh = 32, counterPx = 350, titlePx = 62,
                     wordPx = 120;
    constexpr double stackHigh = titleHigh + numberPx + gapHigh + counterPx;
    const double shrink = std::min(1.0, height() / (m_look.px(stackHigh) * 1.04));
    const auto px = [&](double design) { return int(std::lround(m_look.px(design) * shrink)); };
    const QRect inside = rect().adjusted(m_look.px(40), 0, -m_look.px(40), 0);
    int y = (height() - px(stackHigh)) / 2;

    paintLine(painter, {inside.left(), y, inside.width(), px(titleHigh)}, tr("Queue number"),
        m_look.theme().fontPx(px(titlePx), Weight::Bold), ink, Qt::AlignCenter);
    y += px(titleHigh);
    // Digits have nothing below the line: centred in their boxes, the whole would seem to float.
    constexpr double drop = 0.06;
    const QFont number = numberFont(
        m_call.number, m_look.theme().fontPx(px(numberPx), Weight::Bold), inside.width());
    paintNumber(painter, {inside.left(), y + px(drop * numberPx), inside.width(), px(numberPx)},
        m_call.number, number, ink);
    y += px(numberPx + gapHigh);

    const QString word = tr("Counter");
    const QFont wordFont = m_look.theme().fontPx(px(wordPx), Weight::Bold);
    const int wordWide = FittedText::naturalWidth(word, wordFont);
    const int gapWide = px(36);
    const QFont counter = numberFont(m_call.counter,
        m_look.theme().fontPx(px(counterPx), Weight::Bold), inside.width() - wordWide - gapWide);
    const int counterWide = int(std::ceil(numberWidth(m_call.counter, counter)));
    const int left = inside.left() + (inside.width() - wordWide - gapWide - counterWide) / 2;
    const QRect line(left, y, wordWide, px(counterPx));
    paintLine(painter, line, word, wordFont, ink);
    paintNumber(painter,
        {left + wordWide + gapWide, y + px(drop * counterPx), counterWide, px(counterPx)},
        m_call.counter, counter, ink);
}

} // namespace antre

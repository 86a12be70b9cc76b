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

    // Heights of the design, stacked and centred; a lower panel makes all of it smaller, one that
    // is much higher (screens of 4 to 3) larger.
    const bool signs = !m_call.agencies.isEmpty();
    constexpr double numberPx = HallLook::calledPx, titlePx = 62;
    const double titleHigh = signs ? 70 : 78;
    const double gapHigh = signs ? 12 : 32, counterPx = signs ? 320 : 350;
    const double signsHigh = signs ? 64 : 0;
    const double stackHigh = titleHigh + numberPx + gapHigh + counterPx + signsHigh;
    constexpr double spareMin = 1.1, growMax = 1.2;
    const double room = height() / (m_look.px(stackHigh) * 1.04);
    const double scale = room > spareMin ? std::min(growMax, room / spareMin) : std::min(1.0, room);
    const auto px = [&](double design) { return int(std::lround(m_look.px(design) * scale)); };
    const QRect inside = rect().adjusted(m_look.px(40), 0, -m_look.px(40), 0);
    int y = (height() - px(stackHigh)) / 2;

    const QFont titleFont = m_look.theme().fontPx(px(titlePx), Weight::Bold);
    paintLine(painter, {inside.left(), y, inside.width(), px(titleHigh)}, tr("Queue number"),
        titleFont, ink, Qt::AlignCenter);
    y += px(titleHigh);
    // Digits have nothing below the line: centred in their boxes, the whole would seem to float.
    constexpr double drop = 0.06;
    const QFont number = numberFont(
        m_call.number, m_look.theme().fontPx(px(numberPx), Weight::Bold), inside.width());
    paintNumber(painter, {inside.left(), y + px(drop * numberPx), inside.width(), px(numberPx)},
        m_call.number, number, ink);
    y += px(numberPx + gapHigh);
    paintCounter(painter, {inside.left(), y, inside.width(), px(counterPx)}, scale);
    y += px(counterPx);
    if (signs)
        paintLine(painter, {inside.left(), y, inside.width(), px(signsHigh)}, m_call.agencies,
            titleFont, ink, Qt::AlignCenter);
}

/// Word and number side by side, centred together.
void CallPanel::paintCounter(QPainter &painter, const QRect &line, double scale) const
{
    const QColor ink = m_look.colour(Colour::KunyitInk);
    constexpr double wordPx = 120, gapPx = 36, drop = 0.06;
    const QString word = tr("Counter");
    const QFont wordFont
        = m_look.theme().fontPx(int(std::lround(m_look.px(wordPx) * scale)), Weight::Bold);
    const int wordWide = FittedText::naturalWidth(word, wordFont);
    const int gap = int(std::lround(m_look.px(gapPx) * scale));
    const QFont font = numberFont(m_call.counter,
        m_look.theme().fontPx(line.height(), Weight::Bold), line.width() - wordWide - gap);
    const int wide = int(std::ceil(numberWidth(m_call.counter, font)));
    const int left = line.left() + (line.width() - wordWide - gap - wide) / 2;
    paintLine(painter, {left, line.top(), wordWide, line.height()}, word, wordFont, ink);
    paintNumber(painter,
        {left + wordWide + gap, line.top() + int(drop * line.height()), wide, line.height()},
        m_call.counter, font, ink);
}

} // namespace antre

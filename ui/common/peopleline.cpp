// SPDX-License-Identifier: Apache-2.0
#include "common/peopleline.h"

#include "common/icons.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace antre {

PeopleLine::PeopleLine(const Theme &theme, int ahead, const QString &you, const QString &spoken,
    int figurePx, QWidget *parent)
    : QLabel(spoken, parent)
    , m_theme(theme)
    , m_ahead(ahead)
    , m_you(you)
    , m_figurePx(figurePx)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void PeopleLine::setAhead(int ahead, const QString &spoken)
{
    m_ahead = ahead;
    setText(spoken);
    update();
}

int PeopleLine::youWidth(int figurePx) const
{
    const QFontMetrics metrics(m_theme.font(Type::Body, Weight::Bold));
    return figurePx + metrics.horizontalAdvance(m_you) + figurePx * 2 / 3;
}

int PeopleLine::shownAt(int figurePx) const
{
    const int room = width() - deskWidth(figurePx) - youWidth(figurePx) - figurePx / 2;
    const int most = std::clamp(room / figurePx, 0, figuresMax);
    if (m_ahead <= most)
        return m_ahead;
    return std::clamp((room - figurePx * 3 / 2) / figurePx, 0, figuresMax);
}

int PeopleLine::fittingPx() const
{
    int pixels = m_figurePx;
    while (pixels > m_figurePx * 2 / 3 && shownAt(pixels) < std::min(m_ahead, figuresMax))
        --pixels;
    return pixels;
}

int PeopleLine::shown() const { return shownAt(fittingPx()); }

QSize PeopleLine::sizeHint() const
{
    return {deskWidth(m_figurePx) + youWidth(m_figurePx)
            + m_figurePx * (std::min(m_ahead, figuresMax) + 2),
        m_figurePx * 5 / 4 + 2};
}

QSize PeopleLine::minimumSizeHint() const
{
    return {deskWidth(m_figurePx) + youWidth(m_figurePx) + m_figurePx * 2, m_figurePx * 5 / 4 + 2};
}

void PeopleLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int pixels = fittingPx();
    const QColor sea = m_theme.colour(Colour::Sea);
    paintIcon(painter, QRect(0, 0, pixels * 5 / 4, height()), QStringLiteral("ui-counter"), sea,
        pixels * 5 / 4);
    int x = deskWidth(pixels);
    const int figures = shownAt(pixels);
    for (int i = 0; i < figures; ++i, x += pixels)
        paintIcon(painter, QRect(x, 0, pixels, height()), QStringLiteral("ui-person"), sea, pixels);
    if (m_ahead > figures) {
        painter.setFont(
            m_theme.fontPx(std::max(m_theme.typePx(Type::Caption), pixels * 3 / 5), Weight::Bold));
        painter.setPen(m_theme.colour(Colour::Ink));
        const QRect more(x, 0, pixels * 3 / 2, height());
        painter.drawText(more, Qt::AlignCenter, u'+' % QString::number(m_ahead - figures));
        x += more.width();
    }
    const int border = std::max(2, m_theme.border());
    const QRect you(x + pixels / 4, 0, youWidth(pixels), height());
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.colour(Colour::KunyitLine));
    painter.drawRoundedRect(you, m_theme.radius(), m_theme.radius());
    painter.setBrush(m_theme.colour(Colour::Kunyit));
    painter.drawRoundedRect(
        you.adjusted(border, border, -border, -border), m_theme.radius() - 1, m_theme.radius() - 1);
    const QRect figure(you.left() + pixels / 6, 0, pixels, height());
    paintIcon(
        painter, figure, QStringLiteral("ui-person"), m_theme.colour(Colour::KunyitInk), pixels);
    painter.setFont(m_theme.font(Type::Body, Weight::Bold));
    painter.setPen(m_theme.colour(Colour::KunyitInk));
    painter.drawText(QRect(figure.right() + pixels / 8, 0, you.right() - figure.right(), height()),
        Qt::AlignLeft | Qt::AlignVCenter, m_you);
}

} // namespace antre

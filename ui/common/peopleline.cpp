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

int PeopleLine::youWidth() const
{
    const QFontMetrics metrics(m_theme.font(Type::Body, Weight::Bold));
    return m_figurePx + metrics.horizontalAdvance(m_you) + m_figurePx * 2 / 3;
}

int PeopleLine::shown() const
{
    const int room = width() - deskWidth() - youWidth() - m_figurePx / 2;
    const int most = std::clamp(room / m_figurePx, 0, figuresMax);
    if (m_ahead <= most)
        return m_ahead;
    return std::clamp((room - m_figurePx * 3 / 2) / m_figurePx, 0, figuresMax);
}

QSize PeopleLine::sizeHint() const
{
    return {deskWidth() + youWidth() + m_figurePx * (std::min(m_ahead, figuresMax) + 2),
        m_figurePx * 5 / 4 + 2};
}

QSize PeopleLine::minimumSizeHint() const
{
    return {deskWidth() + youWidth() + m_figurePx * 2, m_figurePx * 5 / 4 + 2};
}

void PeopleLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor sea = m_theme.colour(Colour::Sea);
    paintIcon(painter, QRect(0, 0, m_figurePx * 5 / 4, height()), QStringLiteral("ui-counter"), sea,
        m_figurePx * 5 / 4);
    int x = deskWidth();
    const int figures = shown();
    for (int i = 0; i < figures; ++i, x += m_figurePx)
        paintIcon(painter, QRect(x, 0, m_figurePx, height()), QStringLiteral("ui-person"), sea,
            m_figurePx);
    if (m_ahead > figures) {
        painter.setFont(m_theme.fontPx(
            std::max(m_theme.typePx(Type::Caption), m_figurePx * 3 / 5), Weight::Bold));
        painter.setPen(m_theme.colour(Colour::Ink));
        const QRect more(x, 0, m_figurePx * 3 / 2, height());
        painter.drawText(more, Qt::AlignCenter, u'+' % QString::number(m_ahead - figures));
        x += more.width();
    }
    const int border = std::max(2, m_theme.border());
    const QRect you(x + m_figurePx / 4, 0, youWidth(), height());
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.colour(Colour::KunyitLine));
    painter.drawRoundedRect(you, m_theme.radius(), m_theme.radius());
    painter.setBrush(m_theme.colour(Colour::Kunyit));
    painter.drawRoundedRect(
        you.adjusted(border, border, -border, -border), m_theme.radius() - 1, m_theme.radius() - 1);
    const QRect figure(you.left() + m_figurePx / 6, 0, m_figurePx, height());
    paintIcon(painter, figure, QStringLiteral("ui-person"), m_theme.colour(Colour::KunyitInk),
        m_figurePx);
    painter.setFont(m_theme.font(Type::Body, Weight::Bold));
    painter.setPen(m_theme.colour(Colour::KunyitInk));
    painter.drawText(
        QRect(figure.right() + m_figurePx / 8, 0, you.right() - figure.right(), height()),
        Qt::AlignLeft | Qt::AlignVCenter, m_you);
}

} // namespace antre

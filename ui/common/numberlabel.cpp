// SPDX-License-Identifier: Apache-2.0
#include "common/numberlabel.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace antre {

// Clear Sans capitals and digits are 0.676 em high: what a number measures from foot to head.
static constexpr qreal capitalHeight = 0.676;

static qreal cellWidth(QChar character, const QFontMetricsF &metrics, int pixels)
{
    if (character.isDigit())
        return 0.61 * pixels;
    if (character == u'.' || character == u':')
        return 0.30 * pixels;
    if (character == u'-')
        return 0.42 * pixels;
    return metrics.horizontalAdvance(character) + 0.03 * pixels;
}

qreal numberWidth(const QString &text, const QFont &font)
{
    const QFontMetricsF metrics(font);
    qreal width = 0;
    for (const QChar character : text)
        width += cellWidth(character, metrics, font.pixelSize());
    return width;
}

QFont numberFont(const QString &text, QFont font, int width, const QString &widest)
{
    const qreal wanted = std::max(numberWidth(text, font), numberWidth(widest, font));
    if (wanted > width && wanted > 0)
        font.setPixelSize(std::max(1, int(font.pixelSize() * width / wanted)));
    return font;
}

void paintNumber(QPainter &painter, const QRect &box, const QString &text, const QFont &font,
    QColor colour, Qt::Alignment alignment)
{
    const QFontMetricsF metrics(font);
    const int pixels = font.pixelSize();
    const qreal width = numberWidth(text, font);
    qreal x = box.left();
    if (alignment & Qt::AlignHCenter)
        x += (box.width() - width) / 2;
    else if (alignment & Qt::AlignRight)
        x += box.width() - width;
    const qreal high = capitalHeight * pixels;
    qreal baseline = box.top() + high;
    if (alignment & Qt::AlignVCenter)
        baseline = box.top() + (box.height() + high) / 2;
    else if (alignment & Qt::AlignBottom)
        baseline = box.top() + box.height();
    painter.setFont(font);
    painter.setPen(colour);
    for (const QChar character : text) {
        const qreal cell = cellWidth(character, metrics, pixels);
        const qreal glyph = metrics.horizontalAdvance(character);
        painter.drawText(QPointF(x + (cell - glyph) / 2, baseline), QString(character));
        x += cell;
    }
}

NumberLabel::NumberLabel(const Theme &theme, const QString &number, int pixels, QWidget *parent)
    : QLabel(number, parent)
    , m_font(theme.fontPx(pixels, Weight::Bold))
    , m_colour(theme.colour(Colour::Ink))
{
    setTextFormat(Qt::PlainText);
}

void NumberLabel::setNumber(const QString &number)
{
    if (number == text())
        return;
    const bool sameSize = number.size() == text().size();
    setText(number);
    if (!sameSize)
        updateGeometry();
    update();
}

void NumberLabel::setWidest(const QString &widest)
{
    m_widest = widest;
    updateGeometry();
}

void NumberLabel::setColour(QColor colour)
{
    m_colour = colour;
    update();
}

void NumberLabel::setAlign(Qt::Alignment alignment)
{
    m_alignment = alignment;
    update();
}

/// Fits width and height.
QFont NumberLabel::fittedFont() const
{
    QFont font = numberFont(text(), m_font, contentsRect().width(), m_widest);
    const int most = int(contentsRect().height() / (capitalHeight + 0.04));
    if (font.pixelSize() > most)
        font.setPixelSize(std::max(1, most));
    return font;
}

int NumberLabel::shownPx() const { return fittedFont().pixelSize(); }

void NumberLabel::setPixels(int pixels)
{
    if (m_font.pixelSize() == pixels)
        return;
    m_font.setPixelSize(pixels);
    updateGeometry();
    update();
}

QSize NumberLabel::sizeHint() const
{
    return {int(std::ceil(std::max(numberWidth(text(), m_font), numberWidth(m_widest, m_font)))),
        int(std::ceil(m_font.pixelSize() * 0.8))};
}

QSize NumberLabel::minimumSizeHint() const { return {1, sizeHint().height()}; }

void NumberLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintNumber(painter, contentsRect(), text(), fittedFont(), m_colour, m_alignment);
}

} // namespace antre

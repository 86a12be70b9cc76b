// SPDX-License-Identifier: Apache-2.0
#include "common/textlabel.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace antre {

TextLabel::TextLabel(
    const Theme &theme, const QString &markup, Type type, Weight weight, QWidget *parent)
    : QLabel(parent)
    , m_font(theme.font(type, weight))
    , m_colour(theme.colour(Colour::Ink))
{
    setTextFormat(Qt::PlainText);
    const bool title = type >= Type::Title;
    m_rules.lineHeight = title ? 1.12 : 1.25;
    m_rules.minPixels = theme.leastPx();
    m_rules.alignment = Qt::AlignLeft | Qt::AlignTop;
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setMarkup(markup);
}

void TextLabel::setMarkup(const QString &markup)
{
    // A view that comes again says mostly what it said before: laying that out anew took nearly all
    // its time.
    if (markup == m_markup)
        return;
    m_markup = markup;
    setText(FittedText::plain(markup));
    fit();
    updateGeometry();
}

void TextLabel::setColour(QColor colour)
{
    m_colour = colour;
    update();
}

void TextLabel::setFontPx(int pixels, Weight weight)
{
    m_font.setPixelSize(pixels);
    m_font.setBold(weight == Weight::Bold);
    fit();
    updateGeometry();
}

void TextLabel::setAlign(Qt::Alignment alignment)
{
    m_rules.alignment = alignment;
    fit();
}

void TextLabel::setLineHeight(double lineHeight)
{
    m_rules.lineHeight = lineHeight;
    fit();
    updateGeometry();
}

void TextLabel::setMaxLines(int lines)
{
    m_rules.maxLines = lines;
    auto policy = sizePolicy();
    policy.setHeightForWidth(lines != 1);
    setSizePolicy(policy);
    fit();
    updateGeometry();
}

// Tight lines leave no room below the last one for the tails of g and p.
int TextLabel::tail() const
{
    const QFontMetricsF metrics(m_font);
    const double line = m_font.pixelSize() * m_rules.lineHeight;
    const double above = (line - metrics.ascent() - metrics.descent()) / 2;
    const double lowest
        = above + metrics.ascent() + metrics.boundingRect(QStringLiteral("g")).bottom() + 1;
    return std::max(0, int(std::ceil(lowest - line)));
}

int TextLabel::heightForWidth(int width) const
{
    const int height = FittedText::heightFor(m_markup, m_font, width, m_rules.lineHeight);
    const double line = m_font.pixelSize() * m_rules.lineHeight;
    return tail()
        + (m_rules.maxLines > 0 ? std::min(height, int(std::ceil(line * m_rules.maxLines)))
                                : height);
}

QSize TextLabel::sizeHint() const
{
    return {FittedText::naturalWidth(m_markup, m_font), minimumSizeHint().height()};
}

QSize TextLabel::minimumSizeHint() const
{
    return {1, int(std::ceil(m_font.pixelSize() * m_rules.lineHeight)) + tail()};
}

void TextLabel::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    fit();
}

void TextLabel::fit()
{
    m_fitted = FittedText(m_markup, m_font, contentsRect().size(), m_rules);
    update();
}

void TextLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    m_fitted.paint(painter, contentsRect(), m_colour);
}

} // namespace antre

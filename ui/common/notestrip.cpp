// SPDX-License-Identifier: Apache-2.0
#include "common/notestrip.h"

#include "common/icons.h"

#include <QPainter>

#include <algorithm>

namespace antre {

namespace {
struct NoteColours
{
    Colour ground;
    Colour stripe;
    Colour icon;
};

NoteColours coloursOf(NoteKind kind)
{
    switch (kind) {
    case NoteKind::Plain:
        return {Colour::KunyitTint, Colour::Ink, Colour::Ink};
    case NoteKind::Bad:
        return {Colour::BrickTint, Colour::Brick, Colour::Brick};
    case NoteKind::Done:
        return {Colour::LeafTint, Colour::Leaf, Colour::Leaf};
    case NoteKind::Calm:
        return {Colour::SeaTint, Colour::Sea, Colour::Sea};
    }
    return {};
}
} // namespace

NoteStrip::NoteStrip(const Theme &theme, NoteKind kind, const QString &icon, const QString &markup,
    Type type, QWidget *parent)
    : QLabel(parent)
    , m_theme(theme)
    , m_kind(kind)
    , m_type(type)
{
    setTextFormat(Qt::PlainText);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setNote(kind, icon, markup);
}

void NoteStrip::setNote(NoteKind kind, const QString &icon, const QString &markup)
{
    if (kind == m_kind && icon == m_icon && markup == m_markup)
        return;
    m_kind = kind;
    m_icon = icon;
    m_markup = markup;
    setText(FittedText::plain(markup));
    fit();
    updateGeometry();
}

int NoteStrip::iconPx() const
{
    return std::max(m_theme.px(isTight() ? 11 : 16), int(m_theme.typePx(m_type) * 1.9));
}

/// Small words stand where space is dear.
bool NoteStrip::isTight() const { return m_type < Type::Lead; }

int NoteStrip::above() const { return m_theme.px(isTight() ? 2 : 4); }
int NoteStrip::before() const { return m_theme.px(3) + m_theme.px(isTight() ? 4 : 7); }

QRect NoteStrip::textRect(QSize size) const
{
    const int left = before() + iconPx() + m_theme.px(isTight() ? 4 : 5);
    return {left, above(), std::max(1, size.width() - left - m_theme.px(isTight() ? 4 : 7)),
        std::max(1, size.height() - 2 * above())};
}

int NoteStrip::heightForWidth(int width) const
{
    const int words
        = FittedText::heightFor(m_markup, m_theme.font(m_type), textRect({width, 0}).width(), 1.22);
    return std::max(words, iconPx()) + 2 * above();
}

QSize NoteStrip::sizeHint() const
{
    const int words = FittedText::naturalWidth(m_markup, m_theme.font(m_type));
    return {words + textRect({0, 0}).left() + m_theme.px(7), iconPx() + 2 * above()};
}

QSize NoteStrip::minimumSizeHint() const
{
    return {textRect({0, 0}).left() + m_theme.px(40), iconPx() + 2 * above()};
}

void NoteStrip::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    fit();
}

void NoteStrip::fit()
{
    FitRules rules;
    rules.lineHeight = 1.22;
    rules.minPixels = m_theme.leastPx();
    m_fitted = FittedText(m_markup, m_theme.font(m_type), textRect(size()).size(), rules);
    update();
}

void NoteStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const auto colours = coloursOf(m_kind);
    const int radius = m_theme.px(1);
    const int line = m_theme.isHighContrast() ? m_theme.border() : 0;
    painter.setBrush(m_theme.colour(line > 0 ? colours.stripe : colours.ground));
    painter.drawRoundedRect(rect(), radius, radius);
    painter.setBrush(m_theme.colour(colours.ground));
    if (line > 0)
        painter.drawRect(rect().adjusted(line, line, -line, -line));
    painter.fillRect(0, 0, m_theme.px(3), height(), m_theme.colour(colours.stripe));
    const QRect words = textRect(size());
    const QRect picture(before(), 0, iconPx(), height());
    paintIcon(painter, picture, m_icon, m_theme.colour(colours.icon), iconPx());
    m_fitted.paint(painter, words, m_theme.colour(Colour::Ink));
}

} // namespace antre

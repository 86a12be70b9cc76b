// SPDX-License-Identifier: Apache-2.0
#include "counter/chip.h"

#include "common/icons.h"

#include <QFontMetrics>
#include <QPainter>

namespace antre {

static constexpr int height = 24;
static constexpr int iconPx = 18;
static constexpr int left = 7;
static constexpr int right = 9;
static constexpr int gap = 6;

static QFont chipFont(const Theme &theme) { return theme.font(Type::Caption, Weight::Bold); }

QSize chipSize(const Theme &theme, const QString &icon, const QString &text)
{
    const int picture = icon.isEmpty() ? 0 : theme.dp(iconPx + gap);
    return {
        theme.dp(left + right) + picture + QFontMetrics(chipFont(theme)).horizontalAdvance(text),
        theme.dp(height)};
}

void paintChip(QPainter &painter, const QRect &box, const Theme &theme, const QString &icon,
    const QString &text)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.isHighContrast() ? QPen(theme.colour(Colour::Line), 1) : QPen(Qt::NoPen));
    painter.setBrush(theme.colour(Colour::SeaTint));
    painter.drawRoundedRect(box, theme.dp(4), theme.dp(4));
    int x = box.left() + theme.dp(left);
    if (!icon.isEmpty()) {
        const int picture = theme.dp(iconPx);
        paintIcon(painter, QRect(x, box.top(), picture, box.height()), icon,
            theme.colour(Colour::Sea), picture);
        x += theme.dp(iconPx + gap);
    }
    const QFont font = chipFont(theme);
    const int room = box.right() - theme.dp(right) + 2 - x;
    painter.setFont(font);
    painter.setPen(theme.colour(Colour::Ink));
    painter.drawText(QRect(x, box.top(), room, box.height()), Qt::AlignVCenter | Qt::AlignLeft,
        QFontMetrics(font).elidedText(text, Qt::ElideRight, room));
    painter.restore();
}

Chip::Chip(const Theme &theme, QWidget *parent)
    : QLabel(parent)
    , m_theme(theme)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    hide();
}

void Chip::setChip(const QString &icon, const QString &text)
{
    m_icon = icon;
    setText(text);
    setVisible(!text.isEmpty());
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const { return chipSize(m_theme, m_icon, text()); }

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintChip(painter, rect(), m_theme, m_icon, text());
}

} // namespace antre

// SPDX-License-Identifier: Apache-2.0
#include "kiosk/foundkey.h"

#include "common/icons.h"

#include <QPainter>

#include <algorithm>

namespace antre {

FoundKey::FoundKey(const Look &look, Shape shape, const FoundRow &row, QWidget *parent)
    : Key(look.theme, KeyKind::Plain, parent)
    , m_look(look)
    , m_shape(shape)
    , m_row(row)
{
    KeyContent content{.text = row.name};
    content.second = row.where;
    setContent(content);
    setClosed(row.isClosed(), row.where.isEmpty() ? row.why : QString(row.where % u". " % row.why));
}

bool FoundKey::isRoomy() const
{
    return m_shape == Shape::Row && m_look.isPortrait() && !m_look.low;
}

FoundKey::Places FoundKey::places(const QRect &face) const
{
    const auto &theme = m_look.theme;
    const QRect area = face.adjusted(theme.px(isRoomy() ? 6.5 : 4), 0, -theme.px(4), 0);
    Places at;
    const double iconMm = isRoomy() ? 22 : m_look.isSmall() ? 11 : m_look.isPortrait() ? 17 : 14;
    const int iconPx = std::min(theme.px(iconMm), area.height() - theme.px(3));
    at.icon = QRect(area.left(), area.top(), iconPx, area.height());
    int right = area.right();
    if (m_shape == Shape::Row) {
        const int arrowPx = theme.px(isRoomy() ? 11 : 8);
        at.arrow = QRect(area.right() - arrowPx, area.top(), arrowPx, area.height());
        right = at.arrow.left() - theme.px(2);
    }
    const int left = at.icon.right() + theme.px(isRoomy() ? 7.4 : 4);
    const int width = std::max(1, right - left);
    const QFont font = nameFont();
    FitRules rules;
    rules.alignment = Qt::AlignLeft | Qt::AlignTop;
    rules.lineHeight = 1.12;
    rules.maxLines = 2;
    const QSize room(width, area.height() - theme.px(1));
    at.nameText = FittedText(m_row.name, font, room, rules);
    at.secondText = second(width);
    const int gap = isRoomy() ? theme.px(1) : 0;
    if (at.nameText.isCut()
        || at.nameText.height() + gap + at.secondText.height() > room.height()) {
        // A long name takes the place of where it is, and only the longest that of why not now.
        if (m_row.isClosed()) {
            rules.minPixels = theme.leastPx(0.75);
            at.nameText = FittedText(
                m_row.name, font, {width, room.height() - gap - at.secondText.height()}, rules);
        }
        if (!m_row.isClosed() || at.nameText.isCut()) {
            at.secondText = {};
            rules.minPixels = theme.leastPx(0.9);
            at.nameText = FittedText(m_row.name, font, room, rules);
        }
    }
    const int used = at.nameText.height() + gap + at.secondText.height();
    at.name = QRect(left, area.top() + (area.height() - used) / 2, width, at.nameText.height());
    at.second = QRect(left, at.name.bottom() + 1 + gap, width, at.secondText.height());
    return at;
}

QFont FoundKey::nameFont() const
{
    const auto &theme = m_look.theme;
    if (m_shape == Shape::Frequent)
        return theme.font(m_look.isSmall() ? Type::Body : Type::Lead, Weight::Bold);
    return theme.font(isRoomy() || m_look.isLandscape() ? Type::Lead : Type::Body);
}

/// Where it is to be had, and by which word it was found if there is room for that; or why not now.
FittedText FoundKey::second(int width) const
{
    const auto &theme = m_look.theme;
    if (m_row.where.isEmpty() && !m_row.isClosed())
        return {};
    FitRules rules;
    rules.alignment = Qt::AlignLeft | Qt::AlignTop;
    rules.lineHeight = isRoomy() ? 1.2 : 1.1;
    rules.maxLines = 1;
    rules.minPixels = theme.leastPx(0.75);
    const QString dot = QStringLiteral(" · ");
    const QString why = m_row.isClosed() ? QString(u"<b>" % m_row.why % u"</b>") : QString();
    QStringList tries;
    if (m_row.isClosed() && isRoomy())
        tries = {m_row.where % dot % why, why};
    else if (m_row.isClosed())
        tries = {why};
    else
        tries = {m_row.where % (m_row.said.isEmpty() ? QString() : QString(dot % m_row.said)),
            m_row.where};
    FittedText fitted;
    for (const QString &words : tries) {
        fitted = FittedText(
            words, theme.font(isRoomy() ? Type::About : Type::Caption), {width, 1000}, rules);
        if (!fitted.isCut())
            break;
    }
    return fitted;
}

void FoundKey::paintContent(QPainter &painter, const QRect &face)
{
    const auto at = places(face);
    const auto &theme = m_look.theme;
    const bool inverted = theme.isHighContrast() && isDown();
    paintIcon(painter, at.icon, m_row.icon, iconColour(), at.icon.width());
    for (const QRectF &part : at.nameText.boldRects()) {
        const QRectF mark = part.translated(at.name.topLeft());
        const double line = theme.px(1.5);
        if (!inverted)
            painter.fillRect(mark, theme.colour(Colour::KunyitTint));
        painter.fillRect(QRectF(mark.left(), mark.bottom() - line, mark.width(), line),
            theme.colour(inverted ? Colour::KunyitLine : Colour::Kunyit));
    }
    at.nameText.paint(painter, at.name, inkColour());
    const auto ink = m_row.isClosed() || isDown() ? Colour::Ink : Colour::Ink2;
    at.secondText.paint(painter, at.second, inverted ? inkColour() : theme.colour(ink));
    const bool reasonHidden = m_row.isClosed() && at.second.isEmpty();
    if (!at.arrow.isEmpty())
        paintIcon(painter, at.arrow,
            reasonHidden ? QStringLiteral("ui-clock") : QStringLiteral("ui-forward"),
            inverted ? inkColour() : theme.colour(Colour::Sea));
}

int FoundKey::pxOn(const QRect &face) const { return places(face).nameText.pixelSize(); }

bool FoundKey::cutsOn(const QRect &face) const
{
    const auto at = places(face);
    return at.nameText.isCut() || at.secondText.isCut();
}

} // namespace antre

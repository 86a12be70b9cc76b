// SPDX-License-Identifier: Apache-2.0
#include "kiosk/keys.h"

#include "common/icons.h"

#include <QPainter>

#include <algorithm>

namespace antre {

// ---- agency
// --------------------------------------------------------------------------------------

AgencyKey::AgencyKey(const Look &look, Shape shape, const AgencyTile &tile, QWidget *parent)
    : Key(look.theme, KeyKind::Plain, parent)
    , m_look(look)
    , m_shape(shape)
    , m_tile(tile)
{
    KeyContent content{.text = tile.head.shortName};
    content.second = tile.isClosed() ? tile.why : tile.about;
    setContent(content);
    setClosed(tile.isClosed(), tile.why);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
}

QString AgencyKey::secondWords() const
{
    if (m_tile.isClosed())
        return u"<b>"
            % (m_shape == Shape::Compact || m_look.isSmall() || m_look.isLarge() ? m_tile.whyBrief
                                                                                 : m_tile.why)
            % u"</b>";
    const bool roomy = m_shape != Shape::Compact && !m_look.isSmall() && !m_look.isLarge();
    return roomy ? m_tile.about : QString();
}

int AgencyKey::whyIconPx() const
{
    const bool shown = m_tile.isClosed() && m_shape == Shape::Tall;
    return shown ? int(m_look.theme.typePx(Type::About) * 1.15) : 0;
}

FittedText AgencyKey::secondFor(int width, int height, int mostPx) const
{
    FitRules rules;
    rules.lineHeight = m_look.isSmall() ? 1.05 : 1.2;
    rules.minPixels = m_look.theme.leastPx(0.75);
    rules.maxLines = 1;
    rules.alignment = Qt::AlignLeft | Qt::AlignTop;
    QFont font = m_look.theme.font(m_shape == Shape::Compact ? Type::Caption : Type::About);
    if (mostPx > 0)
        font.setPixelSize(mostPx);
    const QSize box{std::max(1, width), height};
    FittedText words(secondWords(), font, box, rules);
    // The mall's reason stands on the next page, too: nothing shrinks for it here.
    if (m_tile.isClosed() && words.pixelSize() < font.pixelSize() && m_tile.why != m_tile.whyShort)
        return FittedText(u"<b>" % m_tile.whyShort % u"</b>", font, box, rules);
    return words;
}

AgencyKey::Places AgencyKey::tallPlaces(const QRect &face) const
{
    const auto &theme = m_look.theme;
    const QRect area = face.adjusted(theme.px(4.8), theme.px(3.6), -theme.px(4.8), -theme.px(3.2));
    Places at;
    const int codeWidth = std::max(theme.px(15), int(theme.typePx(Type::Title) * 1.15));
    at.code = QRect(
        area.right() - codeWidth + 1, area.top(), codeWidth, int(theme.typePx(Type::Title) * 1.32));
    int bottom = area.bottom() + 1;
    if (!secondWords().isEmpty()) {
        const int icon = whyIconPx() > 0 ? whyIconPx() + theme.px(2) : 0;
        at.secondText = secondFor(area.width() - icon);
        at.second = QRect(
            area.left(), bottom - at.secondText.height(), area.width(), at.secondText.height());
        bottom = at.second.top() - theme.px(0.6);
    }
    FitRules rules;
    rules.lineHeight = 1.15;
    rules.minPixels = theme.leastPx();
    rules.maxLines = 2;
    rules.alignment = Qt::AlignLeft | Qt::AlignTop;
    const auto fitName = [&] {
        const int room = bottom - at.code.bottom() - theme.px(1);
        at.nameText = FittedText(m_tile.head.shortName, theme.font(Type::Lead, Weight::Bold),
            {area.width(), room}, rules);
    };
    fitName();
    if (at.nameText.isCut() && at.secondText.height() > 0) {
        // On a low key the reason gives way to the name.
        at.secondText = secondFor(at.second.width(), 1000, theme.leastPx());
        at.second.setTop(area.bottom() + 1 - at.secondText.height());
        bottom = at.second.top() - theme.px(0.6);
        fitName();
    }
    at.name = QRect(area.left(), bottom - at.nameText.height(), area.width(), at.nameText.height());
    const int iconPx
        = std::clamp(at.name.top() - area.top() - theme.px(1.4), theme.px(12), theme.px(27));
    at.icon = QRect(area.left(), area.top(), iconPx, iconPx);
    return at;
}

AgencyKey::Places AgencyKey::flatPlaces(const QRect &face) const
{
    const auto &theme = m_look.theme;
    const QRect area = face.adjusted(theme.px(4), 0, -theme.px(3), 0);
    Places at;
    const int iconPx
        = std::min(theme.px(m_look.isSmall() ? 12.5 : 16), area.height() - theme.px(2));
    at.icon = QRect(area.left(), area.top() + (area.height() - iconPx) / 2, iconPx, iconPx);
    // Where space is short, a closed agency shows its reason in place of the letter.
    const bool codeShown = !(m_tile.isClosed() && m_look.isSmall());
    const int left = at.icon.right() + theme.px(4);
    const int side = int(theme.typePx(Type::Lead) * 1.5);
    const int right = codeShown ? area.right() - side - theme.px(1.5) : area.right();
    // The second line runs on below the letter.
    // On a low key both lines grow smaller, so that a closed agency keeps its name.
    if (!secondWords().isEmpty())
        at.secondText = secondFor(area.right() - left, area.height() / 2);
    FitRules rules;
    rules.lineHeight = 1.05;
    rules.minPixels = theme.leastPx(0.75);
    rules.maxLines = 2;
    rules.alignment = Qt::AlignLeft | Qt::AlignTop;
    const int most = area.height() - at.secondText.height() - theme.px(1);
    // Large letters have keys of their own size there.
    const double share = m_look.isLarge() ? 1 : m_look.isSmall() ? 0.88 : 0.94;
    const int namePx = int(theme.typePx(Type::Lead) * share);
    at.nameText = FittedText(m_tile.head.shortName, theme.fontPx(namePx, Weight::Bold),
        {std::max(1, right - left), most}, rules);
    const int gap = at.secondText.height() > 0 && at.nameText.lineCount() == 1 && !m_look.isSmall()
        ? theme.px(2)
        : 0;
    const int used = at.nameText.height() + gap + at.secondText.height();
    const int top = area.top() + (area.height() - used) / 2;
    at.name = QRect(left, top, right - left, at.nameText.height());
    at.second
        = QRect(left, at.name.bottom() + 1 + gap, area.right() - left, at.secondText.height());
    if (codeShown) {
        const int above = at.secondText.height() > 0
            ? std::max(theme.px(1.4), at.name.center().y() - area.top() - side / 2)
            : (area.height() - side) / 2;
        at.code = QRect(area.right() - side + 1,
            area.top() + std::min(above, (area.height() - side) / 2), side, side);
    }
    return at;
}

AgencyKey::Places AgencyKey::compactPlaces(const QRect &face) const
{
    const auto &theme = m_look.theme;
    const QRect area = face.adjusted(theme.px(4), 0, -theme.px(2.4), 0);
    Places at;
    const int iconPx = std::min(theme.px(20), area.height() - theme.px(2));
    at.icon = QRect(area.left(), area.top() + (area.height() - iconPx) / 2, iconPx, iconPx);
    const int codePx = int(theme.typePx(Type::Lead) * 0.86);
    if (!m_tile.isClosed())
        at.code = QRect(area.right() - codePx, face.top() + theme.px(1.6), codePx, codePx);
    const int left = at.icon.right() + theme.px(3.5);
    const int width = std::max(1, area.right() - left - (m_tile.isClosed() ? 0 : codePx / 3));
    if (!secondWords().isEmpty())
        at.secondText = secondFor(width);
    FitRules rules;
    rules.lineHeight = 1.06;
    rules.minPixels = theme.leastPx(0.85);
    rules.maxLines = 3;
    rules.alignment = Qt::AlignLeft | Qt::AlignTop;
    const int most = area.height() - at.secondText.height() - theme.px(1);
    at.nameText = FittedText(m_tile.head.shortName,
        theme.fontPx(int(theme.typePx(Type::Body) * 0.96), Weight::Bold), {width, most}, rules);
    const int top
        = area.top() + (area.height() - at.nameText.height() - at.secondText.height()) / 2;
    at.name = QRect(left, top, width, at.nameText.height());
    at.second = QRect(left, at.name.bottom() + 1, width, at.secondText.height());
    return at;
}

bool AgencyKey::isLow(const QRect &face) const
{
    return m_shape == Shape::Tall && face.height() < m_look.theme.px(m_look.isLarge() ? 44 : 36);
}

AgencyKey::Places AgencyKey::places(const QRect &face) const
{
    switch (m_shape) {
    case Shape::Tall:
        return isLow(face) ? flatPlaces(face) : tallPlaces(face);
    case Shape::Flat:
        return flatPlaces(face);
    case Shape::Compact:
        break;
    }
    return compactPlaces(face);
}

void AgencyKey::paintCode(QPainter &painter, const QRect &box) const
{
    const auto &theme = m_look.theme;
    if (m_shape == Shape::Compact) {
        painter.setFont(theme.fontPx(box.height(), Weight::Bold));
        painter.setPen(iconColour());
        painter.drawText(box, Qt::AlignCenter, m_tile.head.code);
        return;
    }
    const bool outlined = theme.isHighContrast() || m_tile.isClosed();
    const int line = outlined ? theme.border() : 0;
    painter.setPen(Qt::NoPen);
    if (line > 0) {
        painter.setBrush(theme.isHighContrast() ? inkColour() : theme.colour(Colour::Hair));
        painter.drawRoundedRect(box, theme.px(2), theme.px(2));
    }
    painter.setBrush(outlined || isDown() ? faceColour() : theme.colour(Colour::SeaTint));
    painter.drawRoundedRect(box.adjusted(line, line, -line, -line), theme.px(1.6), theme.px(1.6));
    const int px = m_shape == Shape::Tall ? theme.typePx(Type::Title) : theme.typePx(Type::Lead);
    painter.setFont(theme.fontPx(px, Weight::Bold));
    painter.setPen(iconColour());
    painter.drawText(box, Qt::AlignCenter, m_tile.head.code);
}

void AgencyKey::paintContent(QPainter &painter, const QRect &face)
{
    const auto at = places(face);
    paintIcon(painter, at.icon, m_tile.head.icon, iconColour());
    if (!at.code.isEmpty())
        paintCode(painter, at.code);
    at.nameText.paint(painter, at.name, inkColour());
    if (secondWords().isEmpty())
        return;
    QRect second = at.second;
    const bool plain = m_look.theme.isHighContrast() && isDown();
    const auto ink = plain
        ? inkColour()
        : m_look.theme.colour(m_tile.isClosed() || isDown() ? Colour::Ink : Colour::Ink2);
    if (const int iconPx = whyIconPx(); iconPx > 0 && !isLow(face)) {
        paintIcon(painter, QRect(second.left(), second.top(), iconPx, second.height()),
            QStringLiteral("ui-clock"), ink, iconPx);
        second.setLeft(second.left() + iconPx + m_look.theme.px(2));
    }
    at.secondText.paint(painter, second, ink);
}

int AgencyKey::pxOn(const QRect &face) const { return places(face).nameText.pixelSize(); }

bool AgencyKey::cutsOn(const QRect &face) const
{
    const auto at = places(face);
    return at.nameText.isCut() || at.secondText.isCut();
}

// ---- service
// -------------------------------------------------------------------------------------

ServiceKey::ServiceKey(const Look &look, Shape shape, const ServiceRow &row, QWidget *parent)
    : Key(look.theme, KeyKind::Plain, parent)
    , m_look(look)
    , m_shape(shape)
    , m_row(row)
{
    KeyContent content{.text = row.name};
    content.second = row.isClosed() ? row.why : row.fee;
    setContent(content);
    setClosed(row.isClosed(), row.why);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
}

ServiceKey::Places ServiceKey::places(const QRect &face) const
{
    const auto &theme = m_look.theme;
    const QRect area = face.adjusted(theme.px(m_look.isPortrait() ? 5 : 5.5), 0, -theme.px(4.5), 0);
    const int arrowPx = theme.px(m_look.isPortrait() ? 9.6 : 8);
    Places at;
    at.arrow = QRect(area.right() - arrowPx, area.top(), arrowPx, area.height());
    int right = at.arrow.left() - theme.px(2);
    if (m_shape == Shape::OneLine && !m_row.isClosed()) {
        const int width = FittedText::naturalWidth(m_row.price, theme.font(Type::Caption));
        at.price = QRect(right - width, area.top(), width, area.height());
        right = at.price.left() - theme.px(4);
    }
    const int width = std::max(1, right - area.left());
    const bool second = m_row.isClosed() || (m_shape == Shape::TwoLines && !m_look.isLarge());
    FitRules rules;
    rules.alignment = Qt::AlignLeft | Qt::AlignTop;
    rules.minPixels = theme.leastPx();
    if (second) {
        rules.lineHeight = 1.2;
        rules.maxLines = 1;
        const int icon
            = m_row.isClosed() ? int(theme.typePx(Type::Caption) * 1.15) + theme.px(2) : 0;
        rules.minPixels = int(rules.minPixels * 0.85);
        const QString words = m_row.isClosed() ? QString(u"<b>" % m_row.why % u"</b>") : m_row.fee;
        at.secondText = FittedText(words, theme.font(Type::Caption), {width - icon, 1000}, rules);
    }
    rules.minPixels = theme.leastPx();
    rules.lineHeight = 1.1;
    rules.maxLines = 2;
    const int most = std::max(1, area.height() - at.secondText.height());
    at.nameText
        = FittedText(m_row.name, theme.font(Type::Lead, Weight::Bold), {width, most}, rules);
    const int top
        = area.top() + (area.height() - at.nameText.height() - at.secondText.height()) / 2;
    at.name = QRect(area.left(), top, width, at.nameText.height());
    at.second = QRect(area.left(), at.name.bottom() + 1, width, at.secondText.height());
    return at;
}

void ServiceKey::paintContent(QPainter &painter, const QRect &face)
{
    const auto at = places(face);
    const auto &theme = m_look.theme;
    const bool inverted = theme.isHighContrast() && isDown();
    const auto quiet = inverted ? inkColour() : theme.colour(isDown() ? Colour::Ink : Colour::Ink2);
    at.nameText.paint(painter, at.name, inkColour());
    paintIcon(painter, at.arrow, QStringLiteral("ui-forward"),
        inverted ? inkColour() : theme.colour(Colour::Sea));
    if (!at.price.isEmpty()) {
        painter.setFont(theme.font(Type::Caption));
        painter.setPen(quiet);
        painter.drawText(at.price, Qt::AlignVCenter | Qt::AlignRight, m_row.price);
    }
    if (at.second.isEmpty())
        return;
    QRect second = at.second;
    if (m_row.isClosed()) {
        const auto ink = inverted ? inkColour() : theme.colour(Colour::Ink);
        const int iconPx = int(theme.typePx(Type::Caption) * 1.15);
        paintIcon(painter, QRect(second.left(), second.top(), iconPx, second.height()),
            QStringLiteral("ui-info"), ink, iconPx);
        second.setLeft(second.left() + iconPx + theme.px(2));
        at.secondText.paint(painter, second, ink);
    } else {
        at.secondText.paint(painter, second, quiet);
    }
}

int ServiceKey::pxOn(const QRect &face) const { return places(face).nameText.pixelSize(); }

bool ServiceKey::cutsOn(const QRect &face) const
{
    const auto at = places(face);
    return at.nameText.isCut() || at.secondText.isCut();
}

} // namespace antre

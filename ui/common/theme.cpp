// SPDX-License-Identifier: Apache-2.0
#include "common/theme.h"

#include <QDebug>
#include <QFontDatabase>

#include <algorithm>
#include <cmath>

namespace antre {

/// Letters of large text, where it has the room for them: capitals of 7.5 mm, of which Clear Sans
/// has 0.676 em. EN 301 549, 5.1.4, wants 0.7 degrees, which is 7.3 mm at 60 cm.
static constexpr double largeLeastMm = 7.5 / 0.676;
/// The same to the eye at 45 cm, for screens that have no room for more.
static constexpr double nearLeastMm = largeLeastMm * 45 / 60;

/// 6 px corners, 1.5 px borders, 3 px edges.
static constexpr double desktopPxPerMm = 2.0;

ScreenScale ScreenScale::of(QSize pixels, QSizeF glass, double designWidthMm)
{
    // Glass from 10 to 110 inches is believed; anything else is a monitor that doesn't know itself.
    const double diagonalMm = std::hypot(glass.width(), glass.height());
    const bool believable = diagonalMm > 254 && diagonalMm < 2794;
    const double widthMm = believable ? std::max(glass.width(), designWidthMm) : designWidthMm;
    const double pxPerMm = pixels.width() / widthMm;
    constexpr double classAFromMm = 27 * 25.4;
    const double shownDiagonalMm = std::hypot(pixels.width(), pixels.height()) / pxPerMm;
    return {pxPerMm, shownDiagonalMm >= classAFromMm ? ReadingClass::A : ReadingClass::B};
}

Theme Theme::touch(ScreenScale scale, Palette palette, bool large, double largeFactor)
{
    Theme theme;
    theme.m_scale = scale;
    theme.m_palette = palette;
    theme.m_large = large;
    const auto &mm = tokens().typeMm[size_t(scale.reading)];
    const double largeLeast = largeFactor < tokens().large ? nearLeastMm : largeLeastMm;
    for (size_t i = 0; i < mm.size(); ++i) {
        const bool grows = large && Type(i) != Type::Number && Type(i) != Type::Value;
        const double shown = grows ? std::max(mm[i] * largeFactor, largeLeast) : mm[i];
        theme.m_typePx[i] = shown * scale.pxPerMm;
    }
    theme.m_leastPx = int(std::lround(mm[size_t(Type::Caption)] * scale.pxPerMm));
    return theme;
}

Theme Theme::desktop(Palette palette, bool large, double screenScale)
{
    Theme theme;
    theme.m_scale = {desktopPxPerMm, ReadingClass::B};
    theme.m_palette = palette;
    theme.m_large = large;
    theme.m_desktop = true;
    theme.m_typePx = {14, 14, 15, 18, 20, 24, 34, 96};
    theme.m_leastPx = 14;
    return theme.scaled(screenScale * (large ? tokens().large : 1.0));
}

Theme Theme::hall(int widthPx)
{
    const double unit = widthPx / 1920.0;
    Theme theme;
    theme.m_scale = {1.73 * unit, ReadingClass::A};
    theme.m_palette = Palette::Hall;
    theme.m_leastPx = int(std::lround(44 * unit));
    theme.m_typePx = {
        44 * unit, 44 * unit, 44 * unit, 44 * unit, 62 * unit, 84 * unit, 158 * unit, 392 * unit};
    return theme;
}

QColor Theme::colour(Colour colour) const
{
    return tokens().colours[size_t(m_palette)][size_t(colour)];
}

int Theme::px(double mm) const
{
    const int pixels = int(std::lround(mm * m_scale.pxPerMm));
    return mm > 0 ? std::max(1, pixels) : pixels;
}

int Theme::dp(int pixels) const
{
    return int(std::lround(pixels * m_scale.pxPerMm / desktopPxPerMm));
}

int Theme::typePx(Type type) const { return std::max(1, int(std::lround(m_typePx[size_t(type)]))); }

QFont Theme::font(Type type, Weight weight) const { return fontPx(typePx(type), weight); }

QFont Theme::fontPx(int pixels, Weight weight) const
{
    QFont font(fontFamily());
    font.setPixelSize(std::max(1, pixels));
    font.setBold(weight == Weight::Bold);
    return font;
}

int Theme::margin() const { return m_desktop ? dp(20) : px(tokens().margin); }
int Theme::gap() const { return m_desktop ? dp(12) : px(tokens().gap); }
int Theme::radius() const { return px(tokens().radius); }
int Theme::border() const { return px(tokens().border); }
int Theme::edge() const { return px(tokens().edge); }

Theme Theme::scaled(double times) const
{
    Theme theme = *this;
    theme.m_scale.pxPerMm *= times;
    for (double &px : theme.m_typePx)
        px *= times;
    theme.m_leastPx = int(std::lround(m_leastPx * times));
    return theme;
}

Theme Theme::withMotion(bool moves) const
{
    Theme theme = *this;
    theme.m_moves = moves;
    return theme;
}

const QString &fontFamily()
{
    static const QString family = [] {
        const auto wanted = QStringLiteral("Clear Sans");
        if (QFontDatabase::families().contains(wanted))
            return wanted;
        const auto fallback = QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
        qWarning("Font \"Clear Sans\" is missing (package fonts-clear-sans); using \"%s\".",
            qUtf8Printable(fallback));
        return fallback;
    }();
    return family;
}

static double luminance(QColor colour)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF());
}

double contrast(QColor a, QColor b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

} // namespace antre

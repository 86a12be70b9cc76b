// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "common/tokens.h"

#include <QFont>
#include <QSize>
#include <QSizeF>

class QScreen;

namespace antre {

/// How a screen's pixels relate to the hand and eye in front of it.
struct ScreenScale
{
    double pxPerMm = 2.7;
    ReadingClass reading = ReadingClass::A;
    friend bool operator==(const ScreenScale &, const ScreenScale &) = default;

    /// The scale of a screen `pixels` wide and high whose glass measures `glass` (millimetres). A
    /// monitor that doesn't know its size (projectors, virtual screens) is taken to be
    /// `designWidthMm` wide; a smaller one is, too, because a layout made for 400 mm can't be shown
    /// at full size on 300.
    [[nodiscard]] static ScreenScale of(QSize pixels, QSizeF glass, double designWidthMm);
};

enum class Weight { Regular, Bold };

/// What a widget needs to paint itself: colours, sizes and fonts for one screen and one visitor's
/// wishes. A small value: copy it freely. Interface thread only.
class Theme
{
public:
    /// A touch terminal: sizes in millimetres by the type scale of its reading class. `largeFactor`
    /// is less than usual only where the screen has no room for it.
    [[nodiscard]] static Theme touch(ScreenScale scale, Palette palette = Palette::Default,
        bool large = false, double largeFactor = tokens().large);
    /// An officer's desktop window: 15 px body, 14 px the smallest, times `screenScale` (more than
    /// 1 where a pixel is smaller than on a 96 dpi screen) and, when `large`, tokens().large.
    [[nodiscard]] static Theme desktop(
        Palette palette = Palette::Default, bool large = false, double screenScale = 1.0);
    /// The display in the hall, designed 1920 px wide; `widthPx` is the screen's.
    [[nodiscard]] static Theme hall(int widthPx);

    [[nodiscard]] QColor colour(Colour colour) const;
    [[nodiscard]] Palette palette() const { return m_palette; }
    [[nodiscard]] bool isHighContrast() const { return m_palette == Palette::HighContrast; }
    [[nodiscard]] bool isLarge() const { return m_large; }
    [[nodiscard]] ScreenScale scale() const { return m_scale; }

    /// Millimetres to whole pixels, never less than one for a positive size.
    [[nodiscard]] int px(double mm) const;
    /// Pixels of a 96 dpi desktop to those of this theme. Only for what stands in a desktop theme.
    [[nodiscard]] int dp(int pixels) const;
    [[nodiscard]] int typePx(Type type) const;
    /// The smallest letters allowed, or this share of them where space is short. Large text that
    /// finds no room gives way down to this, too.
    [[nodiscard]] int leastPx(double share = 1) const { return int(m_leastPx * share); }
    [[nodiscard]] QFont font(Type type, Weight weight = Weight::Regular) const;
    [[nodiscard]] QFont fontPx(int pixels, Weight weight = Weight::Regular) const;

    [[nodiscard]] int margin() const;
    [[nodiscard]] int gap() const;
    [[nodiscard]] int radius() const;
    [[nodiscard]] int border() const;
    [[nodiscard]] int edge() const;

    /// Whether anything may move. Off with high contrast, and by the terminal's option.
    [[nodiscard]] bool moves() const { return m_moves && !isHighContrast(); }
    [[nodiscard]] Theme withMotion(bool moves) const;
    /// The same desktop theme with everything so many times as large.
    [[nodiscard]] Theme scaled(double times) const;

    friend bool operator==(const Theme &, const Theme &) = default;

private:
    ScreenScale m_scale;
    Palette m_palette = Palette::Default;
    bool m_large = false;
    bool m_moves = true;
    bool m_desktop = false;
    TypeSizes m_typePx{};
    int m_leastPx = 1;
};

/// The family that everything is set in; another one where Debian's fonts-clear-sans is missing,
/// with one warning in the log. REQUIRES: a QGuiApplication.
[[nodiscard]] const QString &fontFamily();

/// WCAG 2 contrast ratio of two opaque colours, 1 to 21
/// (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio).
[[nodiscard]] double contrast(QColor a, QColor b);

} // namespace antre

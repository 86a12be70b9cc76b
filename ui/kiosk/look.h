// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "common/theme.h"

#include <QString>

namespace antre {

/// The three layouts: a tall screen, a wide one with a rail, and a small one of 1024x768.
enum class Form { Portrait, Landscape, Small };

/// How the present visitor sees the kiosk. Everything that decides how a page is built, but not
/// what it says.
struct Look
{
    Theme theme;
    Form form = Form::Portrait;
    bool low = false; ///< everything to be touched is in the lower half (portrait only)
    int sunkPx = 0; ///< a wide screen's page begins this far down; above it is nothing to touch
    QString language;
    friend bool operator==(const Look &, const Look &) = default;

    [[nodiscard]] bool isPortrait() const { return form == Form::Portrait; }
    [[nodiscard]] bool isLandscape() const { return form == Form::Landscape; }
    [[nodiscard]] bool isSmall() const { return form == Form::Small; }
    [[nodiscard]] bool isLarge() const { return theme.isLarge(); }
    /// Room between the page's edge and its content, left and right.
    [[nodiscard]] int side() const
    {
        return isPortrait() ? theme.margin() : theme.px(isSmall() ? 6.5 : 7.4);
    }

    [[nodiscard]] static Form formOf(QSize pixels)
    {
        if (pixels.height() > pixels.width())
            return Form::Portrait;
        return pixels.width() >= 1280 ? Form::Landscape : Form::Small;
    }
    /// Nobody should have to reach higher, in millimetres from the floor (field.md 4: the draft of
    /// EN 301 549 wants operable parts between 800 and 1,100).
    static constexpr double highestReachMm = 1100;
    /// How high above the floor the glass begins, where nobody has measured it: a tall kiosk stands
    /// on its foot, a wide one on a table or pedestal.
    [[nodiscard]] static double usualLowerEdgeMm(Form form)
    {
        return form == Form::Portrait ? 750 : 880;
    }
    /// The width of the glass that each layout was drawn for.
    [[nodiscard]] static double designWidthMm(Form form)
    {
        switch (form) {
        case Form::Portrait:
            return 400; // 32 inches
        case Form::Landscape:
            return 476; // 21.5 inches
        case Form::Small:
            break;
        }
        return 305; // 15 inches
    }
};

} // namespace antre

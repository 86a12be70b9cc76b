// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>

#include <array>

namespace antre {

/// Every colour of the look. The names are those of resources/look/tokens.json.
enum class Colour {
    Paper,
    Page,
    Ink,
    Ink2,
    Off,
    Line,
    Hair,
    Sea,
    SeaDeep,
    SeaMid,
    SeaTint,
    BarLine,
    Kunyit,
    KunyitPress,
    KunyitTint,
    KunyitLine,
    KunyitInk,
    Leaf,
    LeafTint,
    Brick,
    BrickTint,
    OnSea,
    Hall,
    HallPanel,
    HallLine,
    Text,
    Text2,
    Tile,
    TileInk,
};
constexpr int colourCount = int(Colour::TileInk) + 1;

/// Steps of the type scale, smallest first; used for what language.md's "Type" table says.
enum class Type { Caption, About, Body, Lead, Title, Headline, Value, Number };
constexpr int typeCount = int(Type::Number) + 1;

/// Which set of colours: the hall is the dark display over the waiting room.
enum class Palette { Default, HighContrast, Hall };

/// A: large screens read at 60 cm; B: screens under 27 inches, read at 45 cm.
enum class ReadingClass { A, B };

using Colours = std::array<QColor, colourCount>;
using TypeSizes = std::array<double, typeCount>;

/// The look as numbers, read from resources/look/tokens.json. Sizes are millimetres on the glass,
/// pauses are milliseconds. A colour that the hall palette doesn't name is the default palette's.
struct Tokens
{
    std::array<Colours, 3> colours;
    std::array<TypeSizes, 2> typeMm;
    double large = 1.3;
    double margin = 13;
    double gap = 4;
    double radius = 3.2;
    double border = 0.75;
    double edge = 1.6;
    double targetMin = 20;
    double primary = 44;
    int pressUpMs = 80;
    int pageMs = 160;
    int slipMs = 700;
    int idleWarnMs = 30'000; ///< without a touch, until the warning shows
    int idleWarnShownMs = 20'000; ///< how long the warning waits for an answer
    int issuedShownMs = 15'000; ///< how long the issued screen stays
    int hallCallShownMs = 60'000;
};

/// The tokens built into the program; parsed at the first call, the same value ever after. Any
/// thread.
[[nodiscard]] const Tokens &tokens();

} // namespace antre

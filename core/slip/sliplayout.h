// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "slip/slipcontent.h"

#include <QImage>

#include <variant>
#include <vector>

namespace antre {

/// One piece of a text row.
struct SlipRun
{
    QString text; ///< only letters of the printer's own font
    bool bold = false;
    friend bool operator==(const SlipRun &, const SlipRun &) = default;
};

/// A line in the printer's own 12x24 font; all dots of the printer's `width / 12` columns or fewer.
struct SlipTextRow
{
    int y = 0;
    int pitch = 0; ///< dots from the top of this row to where the next may begin
    int scale = 1; ///< 2: twice as wide and high
    bool centred = false;
    std::vector<SlipRun> runs;
    friend bool operator==(const SlipTextRow &, const SlipTextRow &) = default;
};

/// Dots from the left edge on: Format_Mono, a set bit is ink, width a multiple of 8, and no bytes
/// in it that a printer would obey.
struct SlipRaster
{
    int y = 0;
    QImage image;
    friend bool operator==(const SlipRaster &, const SlipRaster &) = default;
};

/// A QR code. Printers that draw codes themselves get its text instead of the picture; they leave
/// the clear border to us.
struct SlipCode
{
    int y = 0;
    QImage image; ///< as a SlipRaster's, clear border included
    QString text;
    int module = 0; ///< dots
    friend bool operator==(const SlipCode &, const SlipCode &) = default;
};

using SlipBlock = std::variant<SlipTextRow, SlipRaster, SlipCode>;

/// What slips are drawn for: a head of 203 dots an inch. One of 180 makes the same slip longer.
inline constexpr int slipDotsPerMm = 8;

/// A slip laid out: what stands where, in dots. Made once; the printer's bytes and
/// the picture are both drawn from it and so can't differ.
struct Slip
{
    int width = 0;
    int height = 0;
    std::vector<SlipBlock> blocks; ///< from top to bottom, never side by side
    friend bool operator==(const Slip &, const Slip &) = default;
};

/// Usual print widths in dots: 58 mm paper, and 80 mm paper at 180 and 203 dots an inch.
inline constexpr int slipWidth58 = 384;
inline constexpr int slipWidth80At180 = 512;
inline constexpr int slipWidth80 = 576;

/// Lays a slip out for paper `width` dots wide, as its design says. Long texts wrap; nothing is cut
/// off.
/// REQUIRES: width is a multiple of 8, at least 384; the design is honest. Needs a QGuiApplication;
/// any thread.
[[nodiscard]] Slip layOutSlip(const SlipContent &content, int width);

} // namespace antre

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "slip/sliplayout.h"

namespace antre {

/// How the bytes are made.
enum class SlipRender {
    Hybrid, ///< texts in the printer's own font, number, motif, logo and code as pictures
    Raster, ///< one picture, for printers whose font is ugly or whose code page is not 437
};

/// What has to be known of a receipt printer to drive it.
struct PrinterProfile
{
    int width = slipWidth80; ///< dots a line
    int dotsPerMm = slipDotsPerMm; ///< of its head
    /// The steps in which ESC J and ESC 3 count, per dot: 1 on most, 2 where the vertical motion
    /// unit is half a dot (Epson TM-T20: 1/406 inch on a head of 203 dots an inch).
    int stepsPerDot = 1;
    bool cutter = true; ///< without one, the paper is fed to the tear bar
    int headToCutterMm = 14; ///< or to the tear bar
    int codePage = 0; ///< n of ESC t that is code page 437
    SlipRender render = SlipRender::Hybrid;
    /// The printer draws the code itself, from some 40 bytes instead of 5000; worth it on serial
    /// and Bluetooth links. Cheap 58 mm printers can't. Only used in Hybrid.
    bool nativeCode = false;
    friend bool operator==(const PrinterProfile &, const PrinterProfile &) = default;
};

/// The slip as ESC/POS bytes: text in the printer's own font, which every model prints fastest and
/// sharpest, number, motif and code as GS v 0 pictures, which every model has.
///
///     job  = FS . ESC @ FS . ESC t n  block*  ( GS V 66 0 | ESC J n )
///     block = (ESC J n)*  ( text | picture | code )          gaps are fed
///     text  = (ESC 3 n) (ESC a n) (GS ! n)  ( (ESC E n) bytes )*  LF     each setting once it
///     changes picture = (ESC a 0)  ( GS v 0 0 xL xH yL yH dots )+    at most 255 rows each code  =
///     (ESC a 1)  GS ( k 65  GS ( k 67  GS ( k 69  GS ( k 80  GS ( k 81
///
/// With Raster all blocks are pictures, trimmed at the right, with the blank rows between them fed.
/// FS . leaves the double-byte mode of Chinese models before they meet a byte above 0x7F, and again
/// because ESC @ may bring it back. GS V 66 feeds to the cutter first; plain GS V 0 would cut
/// through the last lines. Commands as in Epson's ESC/POS reference.
/// REQUIRES: the slip is not wider than the profile; stepsPerDot is 1 to 4, codePage 0 to 255.
[[nodiscard]] QByteArray escposBytes(const Slip &slip, const PrinterProfile &profile);

/// What the slip takes of the roll, to the cut.
[[nodiscard]] int paperMillimetres(const Slip &slip, const PrinterProfile &profile);

} // namespace antre

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "slip/sliplayout.h"

namespace antre {

enum class SlipPaper {
    Roll, ///< one page as wide as the roll and as long as the slip
    A4, ///< at the head of an office printer's sheet, with a line to cut along
};

/// The slip for printers that take PDF: everything where it is on a receipt, in its true size, the
/// texts as letters of a fixed-width font instead of dots. Needs a QGuiApplication; any thread.
[[nodiscard]] QByteArray slipPdf(const Slip &slip, SlipPaper paper);

} // namespace antre

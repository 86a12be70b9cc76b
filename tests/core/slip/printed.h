// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "slip/escpos.h"
#include "support/catch.h"
#include "support/virtualprinter/escposmachine.h"

namespace antre {

struct Printed
{
    QImage paper; ///< from the first dot to the cut
    QStringList problems;
    QStringList transcript;
};

/// What a printer makes of the bytes, and everything it has to complain about.
inline Printed printBytes(const QByteArray &bytes, int width, bool doubleByte = true)
{
    EscposMachine machine({.width = width, .headToCutter = 112, .doubleByte = doubleByte});
    machine.receive(bytes);
    const std::vector<QImage> slips = machine.takeSlips();
    REQUIRE(slips.size() == 1);
    CHECK(machine.waitingBytes() == 0);
    CHECK_FALSE(machine.hasUncutPrint());
    return {slips.front().copy(0, 112, width, slips.front().height() - 112), machine.problems(),
        machine.transcript()};
}

inline Printed print(const Slip &slip, bool doubleByte = true)
{
    return printBytes(escposBytes(slip, {.width = slip.width}), slip.width, doubleByte);
}

/// The three ways to print a slip of this width.
inline std::vector<PrinterProfile> allProfiles(int width)
{
    return {{.width = width}, {.width = width, .nativeCode = true},
        {.width = width, .render = SlipRender::Raster}};
}

} // namespace antre

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "display/options.h"
#include "kiosk/options.h"

namespace antre {

/// What the tour walks through: the real programs, connected to a real service and printer.
struct TourPlan
{
    KioskProgramOptions portrait;
    KioskProgramOptions landscape;
    TerminalOptions counter;
    DisplayOptions hall;
    QString officer; ///< sign-in name
    QString pin;
    QString slips; ///< folder into which the printer draws what it printed
    QString out; ///< where the pictures go
};

/// Walks one visitor from the first touch to the spoken call and photographs every screen on the
/// way. The touches and keys are real events through the window system. Error: what did not happen
/// in time.
[[nodiscard]] Result<> walk(const TourPlan &plan);

} // namespace antre

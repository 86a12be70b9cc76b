// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QString>
#include <QWidget>

namespace antre {

class CounterProgram;
class HallProgram;
class KioskProgram;

/// What the tour walks through: the real programs, connected to a real service and printer.
struct TourGuide
{
    KioskProgram &portrait;
    KioskProgram &landscape;
    CounterProgram &counter;
    HallProgram &hall;
    QString officer; ///< sign-in name
    QString pin;
    QString slips; ///< folder into which the printer draws what it printed
    QString sounds; ///< folder into which the hall writes what it said
    QString out; ///< where the pictures go
};

/// Walks one visitor from the first touch to the spoken call and photographs every screen on the way.
/// The touches and keys are real events through the window system. Error: what did not happen in time.
[[nodiscard]] Result<> walk(const TourGuide &guide);

} // namespace antre

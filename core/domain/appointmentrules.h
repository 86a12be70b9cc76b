// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/timespan.h"

#include <array>
#include <vector>

namespace antre {

/// When and how a service takes visitors by appointment; part of the catalogue.
///
/// Who has checked in stands in line as if the number had been taken `headStart` before the slot,
/// or before the check-in when that was later: nobody is overtaken by somebody who checked in more
/// than `headStart` after the own touch, whatever the slots. Who is early waits for the slot's turn
/// unless nobody else waits.
struct AppointmentRules
{
    std::array<std::vector<TimeSpan>, 7> windows; ///< Monday first, each day's in order
    Minutes slot{30}; ///< length; each window is cut into slots from its begin on
    int places = 1; ///< visitors a slot
    int daysAhead = 7; ///< how early one can be reserved; 0: today only
    Minutes early{30}; ///< check-in begins so long before the slot
    Minutes late{10}; ///< and ends so long after the slot's begin
    Minutes headStart{10}; ///< at most over those who came without appointment
    bool withinQuota = true; ///< each takes one of the service's daily numbers
    friend bool operator==(const AppointmentRules &, const AppointmentRules &) = default;
};

/// Reservations are remembered by their day modulo twice this: see SlotPlace::key().
constexpr int reservationDaysMax = 60;

} // namespace antre

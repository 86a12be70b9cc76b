// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/state.h"

namespace antre {

// What can be reserved, and when who has reserved may check in: the one set of rules that phone,
// kiosk and service go by. All of it REQUIRES: state.catalogue.

/// A time for which a service takes visitors by appointment.
struct AppointmentSlot
{
    BusinessDay day;
    Minutes from{0}; ///< since local midnight
    Minutes until{0};
    int free = 0; ///< places that can be reserved
    friend bool operator==(const AppointmentSlot &, const AppointmentSlot &) = default;
};

/// The slots of `service` on `day`, those that are full or over, too. By the catalogue of now: none
/// on days when it is closed, none beside its hours or in its breaks.
[[nodiscard]] std::vector<AppointmentSlot> slotsOn(
    const State &state, const Service &service, BusinessDay day);

/// Those of all days that can be reserved now which haven't begun, in order of time; full ones are
/// there with free = 0, and with a full daily quota all are.
[[nodiscard]] std::vector<AppointmentSlot> openSlots(
    const State &state, const Service &service, Instant now);

/// How many of `service`'s daily numbers on `day` are kept for reservations that can still come; 0
/// when the catalogue keeps none.
[[nodiscard]] int keptForReservations(
    const State &state, const Service &service, BusinessDay day, Instant now);

/// When the holder of a reservation can check in; both included.
struct CheckInTime
{
    Instant from;
    Instant slot; ///< what was reserved
    Instant until;
};

/// By the catalogue of now; a service that takes no appointments any more lets those it has check
/// in by the rules' defaults.
[[nodiscard]] CheckInTime checkInTime(const State &state, const SlotPlace &place);

/// Where in line who checks in at `now` stands: see AppointmentRules.
[[nodiscard]] Instant appointmentPlace(const State &state, const SlotPlace &place, Instant now);

/// The lowest number of the slot that no reservation has, or has any more.
[[nodiscard]] int freeNumber(const State &state, const SlotPlace &slot);

} // namespace antre

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/catalogue.h"

namespace antre {

/// Why a number can or can't be taken now. Names travel as refusal reasons: add, never rename.
enum class Availability {
    Open, ///< counters work
    OnBreak, ///< counters rest, numbers can be taken
    OpensLater, ///< not yet today
    ClosedForToday, ///< no more numbers today
    ClosedToday, ///< weekend, holiday: not at all today
    QuotaFull, ///< today's numbers are used up
};

[[nodiscard]] QString availabilityName(Availability availability);

/// A service's or agency's state at one moment, in values that any screen can word.
struct ServiceStatus
{
    Availability availability = Availability::Open;
    /// Numbers can be taken now.
    [[nodiscard]] bool takesNumbers() const
    {
        return availability == Availability::Open || availability == Availability::OnBreak;
    }
    /// OnBreak: when work goes on. Else, when closed: when numbers can be taken again. Absent when
    /// open, or when nothing opens in the next 30 days.
    std::optional<LocalTime> changes;
    friend bool operator==(const ServiceStatus &a, const ServiceStatus &b)
    {
        return a.availability == b.availability && a.changes.has_value() == b.changes.has_value()
            && (!a.changes
                || (a.changes->day == b.changes->day && a.changes->ofDay == b.changes->ofDay));
    }
};

/// What the hours say at `now`. `taken`: the service's numbers already given today.
[[nodiscard]] ServiceStatus serviceStatus(
    const Catalogue &catalogue, const Service &service, int taken, const LocalTime &now);

/// The best of an agency's services, quota aside: what its key on the start screen shows.
[[nodiscard]] ServiceStatus agencyStatus(
    const Catalogue &catalogue, const Agency &agency, const LocalTime &now);

} // namespace antre

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/state.h"

namespace antre {

/// Why a number can or can't be taken now. Names travel as refusal reasons and in the HTTP API:
/// add, never rename.
enum class Availability {
    Open, ///< counters work
    OnBreak, ///< counters rest, numbers can be taken
    OpensLater, ///< not yet today
    ClosedForToday, ///< it was open and will not be again today
    ClosedToday, ///< weekend, holiday, exception: not at all today
    QuotaFull, ///< today's numbers are used up
    NumbersEnded, ///< the last number is given; counters go on for those who have one
    ClosedNow, ///< closed for a while, by an exception or on the spot; opens again today by itself
    BeforeOpening, ///< numbers can be taken, counters don't work yet
    NobodyAtCounter, ///< no officer is at any of its counters; numbers can be taken
    CountersClosed, ///< all its counters are closed for a while; numbers can be taken
    MallFull, ///< as many people wait as the hall has room for
};

[[nodiscard]] QString availabilityName(Availability availability);

/// A service's or agency's state at one moment, in values that any screen can word.
struct ServiceStatus
{
    Availability availability = Availability::Open;
    /// OnBreak, BeforeOpening, CountersClosed: when calls begin. Else, when closed: when numbers
    /// can be taken again. Absent when open, when nobody knows, or when nothing opens in the next
    /// 30 days.
    std::optional<LocalTime> changes = {};
    /// In the mall's own words: the break's or the holiday's name, why an exception or closure was
    /// made. Empty: none was given.
    LocalText reason = {};
    Scope scope = {}; ///< what is closed, with ClosedNow and CountersClosed
    int quota = 0; ///< with QuotaFull: as many a day

    [[nodiscard]] bool takesNumbers() const;
    friend bool operator==(const ServiceStatus &, const ServiceStatus &) = default;
};

/// What who asks knows beside the state, or can't see of it.
struct Vantage
{
    bool seesDesks = true; ///< false, for a kiosk without the service: who is at which counter
    /// Numbers of a kiosk's own that the state hasn't heard of; null: none.
    const QHash<ServiceId, int> *unheard = nullptr;
};

/// Whether a number of `service` can be taken at `now`, and if not why and when again: the one
/// function that kiosk, phone, officer and service go by, with or without network. REQUIRES:
/// state.catalogue, which has the service.
///
/// The first that holds: closed all day; closed for a while; over for today; not begun; quota;
/// hall full; all counters closed; break; before the doors open; nobody at the counter.
[[nodiscard]] ServiceStatus serviceStatus(
    const State &state, const Service &service, Instant now, const Vantage &vantage = {});

/// The best of an agency's services: what its key on the start screen shows.
[[nodiscard]] ServiceStatus agencyStatus(
    const State &state, const Agency &agency, Instant now, const Vantage &vantage = {});

/// What is the matter at one counter: its own closing, else the best of the agencies that share it.
[[nodiscard]] ServiceStatus counterStatus(const State &state, const Counter &counter, Instant now);

/// All times, present and planned, in which nobody is called at `counter` although the hours say
/// so, because it or all that it serves is closed.
[[nodiscard]] std::vector<ClosedSpan> counterClosings(
    const State &state, const Counter &counter, Instant now);

} // namespace antre

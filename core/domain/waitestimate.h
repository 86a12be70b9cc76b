// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/random.h"
#include "domain/promisedwait.h"
#include "domain/servicepace.h"
#include "domain/state.h"

#include <set>

namespace antre {

/// One visitor's wait from now to the call, as it came out in the runs.
struct WaitOutlook
{
    Milliseconds early{0}; ///< one in ten waits shorter
    Milliseconds middle{0};
    Milliseconds late{0}; ///< one in ten waits longer
    bool maybeTooLate = false; ///< called after closing time in at least one run of ten
    [[nodiscard]] PromisedWait promise() const; ///< rounded outwards
};

/// What came out for the lines that were asked about. Absent: there is no honest estimate, because
/// no counter of the line is open although the hours say so, because none can be expected when they
/// end a break or the night, or because no number can be taken now.
class WaitEstimate
{
public:
    /// For a number taken at the moment of the estimate.
    [[nodiscard]] std::optional<WaitOutlook> newTicket(
        const LineId &line, Minutes headStart = Minutes(0)) const;
    /// For a ticket that waits or was set aside, from the moment of the estimate on.
    [[nodiscard]] std::optional<WaitOutlook> ticket(const TicketId &id) const;
    /// Every line that was looked at, with or without an outlook.
    [[nodiscard]] const std::set<LineId> &lines() const { return m_lines; }

private:
    friend class Forecast;
    std::map<std::pair<LineId, Minutes>, WaitOutlook> m_new;
    std::unordered_map<TicketId, WaitOutlook, TicketIdHash> m_tickets;
    std::set<LineId> m_lines;
};

struct WaitQuestion
{
    Instant now;
    /// Lines asked about, and with them every line that shares a counter with them; empty: all.
    std::set<LineId> lines = {};
    int runs = 200;
};

/// `lines` and every line that shares a counter with them, as its own or as one to help, directly
/// or through others: their waits depend on each other.
[[nodiscard]] std::set<LineId> linesSharingCounters(
    const Catalogue &catalogue, std::set<LineId> lines);

/// Runs the calling policy forward from `state`, many times, with chances drawn from `pace`, and
/// reads every waiting ticket's and every possible new ticket's wait off the same runs.
///
/// In each run the site, agencies, services and officers get one pace for the whole run, within the
/// doubt about it; each visit its own chance. Counters are free after whom they serve now, rest in
/// breaks and while they are closed by exceptions or on the spot, go on after a pause when their
/// officer said so or as pauses use to last, come back as late as they use to, and those not yet
/// open today open as on past days. Who is set aside comes back when that time is over, and the
/// further services of a visit follow the first. Whom a transfer sent to one counter waits for it
/// while it is open. A counter with nobody in its own lines helps others as often as it did before.
///
/// Nobody who comes later can overtake but those with a head start, and they only within it, and
/// those who reserved a time: the former arrive as often as today's last hour lets expect; so does
/// whoever takes a helping counter back to its own line; the latter come around their time, most of
/// them. Everybody who waits at closing time is still served, as is the mall's rule. The
/// same `random` gives the same estimate.
[[nodiscard]] WaitEstimate estimateWaits(
    const State &state, const ServicePace &pace, const WaitQuestion &question, Random &random);

} // namespace antre

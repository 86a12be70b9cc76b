// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/state.h"

namespace antre {

/// Who is next, and why.
struct NextTicket
{
    TicketId ticket;
    Milliseconds waited{0}; ///< since the moment that decides its place, Ticket::placeAt
    Minutes headStart{0};
    CallReason why = CallReason::Turn;
};

/// The lines that `counter` calls from: those that the catalogue gives it, and those that the
/// catalogue gives to nobody any more while tickets are left in them. Such an orphaned line stays
/// with the open counters that called its numbers today; when there is none, every counter takes
/// it, so that nobody is stranded by a new catalogue.
[[nodiscard]] std::vector<LineId> callableLines(const State &state, const CounterId &counter);

/// The ticket with the highest score in the counter's lines; score = time waited since the moment
/// that decides its place plus the class's head start, ties by that moment, then by arrival.
/// Those waiting count, and those parked whose time aside is over. A ticket that was sent to
/// another counter is left to that one as long as it is open and serves the line. `help`: if there
/// is none, the same in the lines that the catalogue lets the counter help. `also`: a ticket that
/// waits in its line from now on, before the state knows.
///
/// Nobody starves: waiting grows, a head start does not, so a ticket can only be overtaken by
/// places at most the largest head start later. Looks only at the heads of the queues and at who is
/// parked, whatever waits behind them.
[[nodiscard]] std::optional<NextTicket> nextTicket(const State &state, const CounterId &counter,
    Instant now, bool help = false, const Ticket *also = nullptr);

/// All tickets that `counter` could call now, in the order in which it would if no other came.
[[nodiscard]] std::vector<NextTicket> callingOrder(
    const State &state, const CounterId &counter, Instant now);

/// The same of the lines that the catalogue lets the counter help: nobody who was sent to another
/// counter.
[[nodiscard]] std::vector<NextTicket> helpingOrder(
    const State &state, const CounterId &counter, Instant now);

/// The same of `lines`, whichever counter it is.
[[nodiscard]] std::vector<NextTicket> callingOrder(
    const State &state, const std::vector<LineId> &lines, Instant now);

} // namespace antre

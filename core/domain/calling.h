// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/state.h"

namespace antre {

/// Who is next, and why.
struct NextTicket
{
    TicketId ticket;
    Milliseconds waited{0};
    Minutes headStart{0};
};

/// The waiting ticket with the highest score among `lines`; score = time waited since the touch
/// plus the class's head start, ties by touch, then by line order. Nobody starves: waiting grows, a
/// head start does not, so a ticket can only be overtaken by touches at most the largest head start
/// later. Looks only at the heads of the queues, whatever waits behind them.
[[nodiscard]] std::optional<NextTicket> nextTicket(
    const State &state, const std::vector<LineId> &lines, Instant now);

/// All waiting tickets of `lines` in the order in which they would be called if no other came.
[[nodiscard]] std::vector<NextTicket> callingOrder(
    const State &state, const std::vector<LineId> &lines, Instant now);

} // namespace antre

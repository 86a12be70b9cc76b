// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/state.h"

namespace antre {

// What the holder of a ticket can do with it, so that a page offers what decide() will grant.

/// Until when the holder who left the queue can rejoin it. Absent: didn't leave, or too late.
[[nodiscard]] std::optional<Instant> rejoinUntil(const Ticket &ticket, Instant now);

/// Until when the holder who let others go first can take the old place back. Absent: there is none
/// to take back.
[[nodiscard]] std::optional<Instant> placeBackUntil(const Ticket &ticket, Instant now);

/// How many others of its line could go first: those waiting that would be called after it, if no
/// other came. 0 as soon as the ticket doesn't wait, or has let others go first too often.
[[nodiscard]] int othersBehind(const State &state, const Ticket &ticket, Instant now);

/// The place with which `ticket` would be called behind `others` more of those who wait in its
/// line; behind all when fewer are there. State::aheadOf() grows by as many. Classes count: who has
/// a head start gives it up as far as the others need it. Between two whose turns are a
/// millisecond apart or less there is no place: then it may stand behind both.
/// Absent: nobody is behind it, or it doesn't wait.
[[nodiscard]] std::optional<Instant> placeBehind(
    const State &state, const Ticket &ticket, int others, Instant now);

} // namespace antre

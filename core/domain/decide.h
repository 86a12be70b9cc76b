// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "domain/command.h"
#include "domain/state.h"

namespace antre {

/// What would happen if `command` came at `now`; changes nothing. No events and no error: it was
/// done before, under the same id. Errors: Invalid (makes no sense), NotFound, Forbidden, Conflict
/// (the ticket or counter has moved on), Refused with a `reason` that the person can be told:
/// an availabilityName(), "dayNotOver", "counterClosed", "counterPaused", "counterBusy",
/// "counterTaken", "counterDoesNotServe", "nobodyWaiting", "ticketGone", "ticketMovedOn",
/// "calledTooOften", "calledJustNow" (the detail says in how many seconds), "serviceClosed",
/// "serviceWanted", "serviceNotWanted", "tooManyServices", "unknownService", "unknownOutcome",
/// "unknownReason", "unknownKiosk", "slipPending", "tooLateToUndo", "dayOver", "notAllowed",
/// "signedOut" (another console), "markTaken", "alreadyWaiting" (the phone has a ticket in this
/// line), "nobodyBehind", "steppedBackTooOften".
[[nodiscard]] Result<Events> decide(const State &state, const Command &command, Instant now);

} // namespace antre

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/id.h"
#include "base/uuid.h"

namespace antre {

using AgencyId = StrongId<struct AgencyTag>; ///< "disdukcapil"
using ServiceId = StrongId<struct ServiceTag>; ///< "disdukcapil.ktp-baru"
using ClassId = StrongId<struct ClassTag>; ///< priority class: "general", "elderly"
using CounterId = StrongId<struct CounterTag>; ///< the desk's number as text: "3"
using LineId = StrongId<struct LineTag>; ///< the line's letter code: "A"
using TerminalId = StrongId<struct TerminalTag>; ///< an enrolled device: "kiosk-1"
using OfficerId = StrongId<struct OfficerTag>; ///< a person's sign-in name: "rina"
using OutcomeId = StrongId<struct OutcomeTag>; ///< what came of a service: "done", "papers-missing"
using ReasonId = StrongId<struct ReasonTag>; ///< why a ticket is parked or a counter rests: "lunch"

/// A visitor's place. Made by the terminal at the touch, before anybody else hears of it.
using TicketId = StrongId<struct TicketTag, Uuid>;
/// One wish of one sender, however often it has to be repeated.
using CommandId = StrongId<struct CommandTag, Uuid>;

} // namespace antre

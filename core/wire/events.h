// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "domain/event.h"

#include <QJsonObject>

namespace antre {

/// The name of an event's kind in journals and feeds, such as "ticketIssued". Stored for years: add
/// kinds, never rename.
[[nodiscard]] QString eventKind(const EventData &data);

/// An event as JSON, in journals and feeds alike:
///
///     {"kind":"ticketCalled","at":1787193360000,"day":"2026-08-20",
///      "cause":"0198c5...","terminal":"counter-1","officer":"rina",
///      "data":{"ticket":"0198c5...","counter":"1","headStart":20,"reason":"turn"}}
///
/// "cause", "terminal" and "officer" are absent when empty, as are fields of "data" that came after
/// version 0.1.0: a journal from before then reads as if they were empty. Times are milliseconds
/// since 1970, UTC; durations are minutes.
[[nodiscard]] QJsonObject eventToJson(const Event &event);

/// Errors: Invalid, with the field; Unsupported for a kind made by a newer version.
[[nodiscard]] Result<Event> eventFromJson(const QJsonObject &json);

/// The event without what a terminal of `kind` need not know: PIN and token hashes and the
/// phones that hold tickets always, a ticket's secret unless `terminal` issued it or has to print
/// its slip.
[[nodiscard]] Event redactedFor(const Event &event, const TerminalId &terminal);

/// The terminal that sees more of the event than others do; empty: none does.
[[nodiscard]] TerminalId confidantOf(const EventData &data);

} // namespace antre

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "domain/state.h"

namespace antre {

/// Which call was dealt with last, or how far it has got. Stored by whoever owns the voice, so that
/// a restart neither repeats nor forgets one.
struct CallMark
{
    TicketId ticket;
    int times = 0; ///< Call::times: a ticket may be called again
    Instant at;
    std::optional<int> heard = {}; ///< so many of its sentences, others to come; absent: all
    [[nodiscard]] bool isOf(const Call &call) const
    {
        return ticket == call.ticket && times == call.times && at == call.at;
    }
    [[nodiscard]] static CallMark of(const Call &call)
    {
        return {call.ticket, call.times, call.at, {}};
    }
    friend bool operator==(const CallMark &, const CallMark &) = default;
};

/// {"at":1787192160000,"heard":1,"ticket":"0198...","times":1} with `at` in ms since 1970 UTC;
/// "heard" only while the call is under way. Do not rename.
[[nodiscard]] QByteArray toJson(const CallMark &mark);
/// Corrupt when `json` is not what toJson() writes.
[[nodiscard]] Result<CallMark> callMarkFromJson(const QByteArray &json);

/// Reads a mark at start-up. Nothing when the file does not exist; Corrupt or Unavailable when it
/// can't be used: going on without it may repeat calls of the last minute, no more.
[[nodiscard]] Result<std::optional<CallMark>> loadCallMark(const QString &path);

} // namespace antre

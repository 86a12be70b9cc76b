// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/instant.h"

#include <QString>

#include <optional>

namespace antre {

/// What becomes of those who still wait after closing. Stored by name: add at the end, never
/// rename.
enum class DayEnd {
    ServeAll, ///< served as long as any counter is open; their numbers expire when the last closes
    Expire, ///< their numbers expire at that time
};

[[nodiscard]] QString dayEndName(DayEnd end);
[[nodiscard]] std::optional<DayEnd> dayEndFromName(const QString &name);

struct DayEndRule
{
    DayEnd end = DayEnd::ServeAll; ///< who has a number is served: what malls promise
    Minutes after{30}; ///< after the last closing time of the day; before that nothing expires
    friend bool operator==(const DayEndRule &, const DayEndRule &) = default;
};

struct Catalogue;
struct State;

/// When the last counter closes by the hours; midnight of the next day when none opens at all.
[[nodiscard]] Instant closingTime(const Catalogue &catalogue, BusinessDay day);

/// The state's day is over by the catalogue's rule, or another one has begun, and nobody has closed
/// it yet: CloseDay would be granted.
[[nodiscard]] bool isDayEndDue(const State &state, Instant now);

} // namespace antre

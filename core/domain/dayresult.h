// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/state.h"

namespace antre {

/// How many tickets expired when the state's day was closed, for those who look after the counters:
/// so many visitors went home without being called. Absent while the day is not closed.
[[nodiscard]] std::optional<int> expiredAtDayEnd(const State &state);

} // namespace antre

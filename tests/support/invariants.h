// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/state.h"

#include <vector>

namespace antre {

/// What every state must keep that decide() and evolve() have made, whatever happened: one sentence
/// for each breach, none when all is well. Takes time in proportion to the day's tickets.
[[nodiscard]] std::vector<QString> violations(const State &state);

} // namespace antre

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/state.h"

namespace antre {

/// The state after `event`. Accepts every event it is given, also one that makes no sense to it (a
/// ticket never heard of, an agency no longer in the catalogue): what happened, happened. Pass the
/// state by std::move: then nothing is copied.
[[nodiscard]] State evolve(State state, const Event &event);

} // namespace antre

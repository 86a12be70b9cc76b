// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "counter/counterview.h"

namespace antre {

/// What was last refused, as far as it still matters at `now`.
void addRefusal(CounterView &view, const Console &console, Instant now);

/// Which keys can be used, which one is the large one, which one comes next. The rest of the view
/// must be complete.
void addKeys(CounterView &view, const Console &console);

} // namespace antre

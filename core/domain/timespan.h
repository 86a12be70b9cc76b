// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/instant.h"

namespace antre {

/// From `from` to `until`, minutes since local midnight, `until` excluded.
struct TimeSpan
{
    Minutes from{0};
    Minutes until{0};
    [[nodiscard]] bool contains(Minutes time) const { return from <= time && time < until; }
    friend bool operator==(const TimeSpan &, const TimeSpan &) = default;
};

} // namespace antre

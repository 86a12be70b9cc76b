// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/ids.h"

#include <map>

namespace antre {

/// What a visitor may be told of the wait from now to the call: whole steps of 5 minutes, as wide
/// as it takes to be true for at least eight of ten.
struct PromisedWait
{
    Minutes from{0};
    Minutes until{0};
    bool maybeTooLate = false; ///< the call may come after the counters close
    friend bool operator==(const PromisedWait &, const PromisedWait &) = default;
};

/// By line, for a number taken now by nobody special. Missing: no honest estimate.
using PromisedWaits = std::map<LineId, PromisedWait>;

} // namespace antre

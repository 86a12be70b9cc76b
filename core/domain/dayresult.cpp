// SPDX-License-Identifier: Apache-2.0
#include "domain/dayresult.h"

#include <algorithm>

namespace antre {

std::optional<int> expiredAtDayEnd(const State &state)
{
    if (!state.dayIsClosed)
        return std::nullopt;
    return int(std::ranges::count_if(state.tickets,
        [](const auto &entry) { return entry.second.state == TicketState::Expired; }));
}

} // namespace antre

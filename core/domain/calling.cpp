// SPDX-License-Identifier: Apache-2.0
#include "domain/calling.h"

#include <algorithm>

namespace antre {

static Minutes headStartOf(const State &state, const ClassId &priority)
{
    const PriorityClass *known
        = state.catalogue ? state.catalogue->priorityClass(priority) : nullptr;
    return known ? known->headStart : Minutes(0);
}

/// Now is the same for all, so the smaller "touch minus head start" has the higher score.
static std::pair<Instant, Instant> rank(Instant touchedAt, Minutes headStart)
{
    return {touchedAt - headStart, touchedAt};
}

std::optional<NextTicket> nextTicket(
    const State &state, const std::vector<LineId> &lines, Instant now)
{
    std::optional<NextTicket> best;
    std::pair<Instant, Instant> bestRank;
    for (const LineId &id : lines) {
        const auto line = state.lines.find(id);
        if (line == state.lines.end())
            continue;
        for (const auto &[priority, queue] : line->second.queues) {
            if (queue.empty())
                continue;
            const auto &[key, ticket] = *queue.begin();
            const Minutes headStart = headStartOf(state, priority);
            if (!best || rank(key.touchedAt, headStart) < bestRank) {
                bestRank = rank(key.touchedAt, headStart);
                best = NextTicket{ticket, now - key.touchedAt, headStart};
            }
        }
    }
    return best;
}

std::vector<NextTicket> callingOrder(
    const State &state, const std::vector<LineId> &lines, Instant now)
{
    std::vector<NextTicket> order;
    for (const LineId &id : lines) {
        const auto line = state.lines.find(id);
        if (line == state.lines.end())
            continue;
        for (const auto &[priority, queue] : line->second.queues) {
            for (const auto &[key, ticket] : queue)
                order.push_back({ticket, now - key.touchedAt, headStartOf(state, priority)});
        }
    }
    std::ranges::stable_sort(order, std::less<>(),
        [now](const NextTicket &next) { return rank(now - next.waited, next.headStart); });
    return order;
}

} // namespace antre

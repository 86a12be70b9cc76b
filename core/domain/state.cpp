// SPDX-License-Identifier: Apache-2.0
#include "domain/state.h"

#include <iterator>

namespace antre {

const Ticket *State::ticket(const TicketId &id) const
{
    const auto found = tickets.find(id);
    return found == tickets.end() ? nullptr : &found->second;
}

const Desk &State::desk(const CounterId &id) const
{
    static const Desk closed;
    const auto found = desks.find(id);
    return found == desks.end() ? closed : found->second;
}

int State::waitingIn(const LineId &line) const
{
    const auto found = lines.find(line);
    return found == lines.end() ? 0 : found->second.waiting;
}

int State::aheadOf(const Ticket &ticket) const
{
    const auto line = lines.find(ticket.line);
    if (line == lines.end())
        return 0;
    // From the end, since it is mostly the newest ticket that is asked about.
    int ahead = line->second.waiting;
    const WaitKey own{ticket.placeAt, ticket.order};
    for (const auto &[id, queue] : line->second.queues) {
        for (auto at = queue.rbegin(); at != queue.rend() && own <= at->first; ++at)
            --ahead;
    }
    return ahead;
}

bool operator==(const State &a, const State &b)
{
    return CataloguePublished{a.catalogue} == CataloguePublished{b.catalogue}
    && a.terminals == b.terminals && a.officers == b.officers && a.latePaper == b.latePaper
        && a.closures == b.closures && a.dayIsClosed == b.dayIsClosed && a.day == b.day
        && a.tickets == b.tickets && a.secrets == b.secrets && a.numbers == b.numbers
        && a.lines == b.lines && a.desks == b.desks && a.taken == b.taken && a.calls == b.calls
        && a.answered == b.answered && a.nextOrder == b.nextOrder;
}

} // namespace antre

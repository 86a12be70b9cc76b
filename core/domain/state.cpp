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
    const CallRank own{
        ticket.placeAt - headStartOf(ticket.priority), {ticket.placeAt, ticket.order}};
    for (const auto &[id, queue] : line->second.queues) {
        const Minutes headStart = headStartOf(id.priority);
        const auto isBehind = [&](const WaitKey &key) {
            return own <= CallRank{key.placeAt - headStart, key};
        };
        for (auto at = queue.rbegin(); at != queue.rend() && isBehind(at->first); ++at)
            --ahead;
    }
    return ahead;
}

const Ticket *State::heldIn(const LineId &line, const QString &holder) const
{
    const auto found = held.constFind(holder);
    if (holder.isEmpty() || found == held.constEnd())
        return nullptr;
    for (const TicketId &id : *found) {
        const Ticket *one = ticket(id);
        const bool isIn = one
            && (one->state == TicketState::Waiting || one->state == TicketState::Parked
                || one->state == TicketState::Called);
        if (isIn && one->line == line)
            return one;
    }
    return nullptr;
}

Minutes State::headStartOf(const ClassId &priority) const
{
    const PriorityClass *known = catalogue ? catalogue->priorityClass(priority) : nullptr;
    return known ? known->headStart : Minutes(0);
}

bool operator==(const State &a, const State &b)
{
    return CataloguePublished{a.catalogue} == CataloguePublished{b.catalogue}
    && a.terminals == b.terminals && a.officers == b.officers && a.latePaper == b.latePaper
        && a.closures == b.closures && a.dayIsClosed == b.dayIsClosed && a.day == b.day
        && a.tickets == b.tickets && a.secrets == b.secrets && a.held == b.held
        && a.numbers == b.numbers && a.lines == b.lines && a.desks == b.desks && a.taken == b.taken
        && a.calls == b.calls && a.answered == b.answered && a.nextOrder == b.nextOrder;
}

} // namespace antre

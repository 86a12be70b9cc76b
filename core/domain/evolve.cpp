// SPDX-License-Identifier: Apache-2.0
#include "domain/evolve.h"

#include "domain/fold.h"

#include <utility>

namespace antre {

Ticket *Fold::find(const TicketId &id) const
{
    const auto found = m_state.tickets.find(id);
    return found == m_state.tickets.end() ? nullptr : &found->second;
}

void Fold::about(const TicketId &ticket) const
{
    m_state.answered.insert_or_assign(m_event.cause, ticket);
}

void Fold::count(const Ticket &ticket, int by) const
{
    const auto add = [&](const ServiceId &service) {
        int &taken = m_state.taken[service];
        taken += by;
        if (taken == 0)
            m_state.taken.remove(service);
    };
    for (const DoneService &done : ticket.done)
        add(done.service);
    if (ticket.state == TicketState::Cancelled) // the offices have time for somebody else
        return;
    for (const ServiceId &service : ticket.further)
        add(service);
    if (ticket.state != TicketState::Served) // else it is the last that is done
        add(ticket.service);
}

void Fold::takePlace(const Ticket &ticket) const
{
    if (ticket.state == TicketState::Waiting) {
        Line &line = m_state.lines[ticket.line];
        line.queues[{ticket.priority, ticket.onlyAt}].emplace(
            WaitKey{ticket.placeAt, ticket.order}, ticket.id);
        ++line.waiting;
    } else if (ticket.state == TicketState::Parked) {
        m_state.lines[ticket.line].parked.emplace(
            WaitKey{ticket.parkedUntil, ticket.order}, ticket.id);
    } else if (ticket.state == TicketState::Called || ticket.state == TicketState::Serving) {
        m_state.desks[ticket.counter].current = ticket.id;
    }
}

void Fold::leavePlace(const Ticket &ticket) const
{
    const auto found = m_state.lines.find(ticket.line);
    leaveDesk(ticket);
    if (found == m_state.lines.end())
        return;
    Line &line = found->second;
    if (ticket.state == TicketState::Waiting) {
        const auto queue = line.queues.find({ticket.priority, ticket.onlyAt});
        if (queue == line.queues.end() || queue->second.erase({ticket.placeAt, ticket.order}) == 0)
            return;
        --line.waiting;
        if (queue->second.empty())
            line.queues.erase(queue);
    } else if (ticket.state == TicketState::Parked) {
        line.parked.erase({ticket.parkedUntil, ticket.order});
    }
    if (line == Line()) // only a transfer was ever here
        m_state.lines.erase(found);
}

void Fold::leaveDesk(const Ticket &ticket) const
{
    const auto desk = m_state.desks.find(ticket.counter);
    if (desk != m_state.desks.end() && desk->second.current == ticket.id)
        desk->second.current = {};
}

void Fold::forgetCalls(Ticket &ticket)
{
    ticket.calls = 0;
    ticket.calledAt = ticket.startedAt = ticket.endedAt = Instant{};
}

void Fold::endPark(Ticket &ticket)
{
    ticket.parkedUntil = {};
    ticket.parkReason = {};
}

void Fold::waitAgain(Ticket &ticket)
{
    forgetCalls(ticket);
    endPark(ticket);
    ticket.state = TicketState::Waiting;
}

void Fold::end(Ticket &ticket, TicketState how) const
{
    endPark(ticket);
    ticket.state = how;
    ticket.endedAt = m_event.at;
}

State evolve(State state, const Event &event)
{
    // Commands about no ticket (open a counter, publish) are remembered too, with an empty ticket.
    if (!event.cause.isEmpty())
        state.answered.try_emplace(event.cause, TicketId());
    std::visit(Fold(state, event), event.data);
    return state;
}

} // namespace antre

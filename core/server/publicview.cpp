// SPDX-License-Identifier: Apache-2.0
#include "server/publicview.h"

#include "domain/command.h"
#include "domain/holding.h"

#include <algorithm>

namespace antre {

PublicTicket publicTicket(const Ticket &ticket, int ahead, const ServiceStatus &status, Instant now)
{
    PublicTicket seen;
    seen.secret = ticket.secret;
    seen.number = ticket.number.text();
    seen.state = ticket.state;
    seen.line = ticket.line;
    seen.service = ticket.service;
    seen.language = ticket.language;
    seen.rejoinUntil = rejoinUntil(ticket, now);
    seen.placeBackUntil = placeBackUntil(ticket, now);
    seen.mayLetGoFirst = ticket.state == TicketState::Waiting && ticket.timesBack < stepsBackMax;
    if (!isOver(ticket.state))
        seen.further = ticket.further;
    for (const DoneService &done : ticket.done)
        seen.done.push_back(done.service);
    if (ticket.state == TicketState::Parked)
        seen.parkedUntil = ticket.parkedUntil;
    if (ticket.state == TicketState::Waiting) {
        seen.ahead = ahead;
        seen.status = status;
    } else {
        seen.counter = ticket.counter;
        seen.calledAt = ticket.calledAt;
    }
    return seen;
}

std::optional<PublicTicket> publicTicket(const State &state, const QString &secret, Instant now)
{
    const Ticket *ticket = state.ticket(state.secrets.value(secret));
    if (secret.isEmpty() || !ticket)
        return std::nullopt;
    if (ticket->state != TicketState::Waiting)
        return publicTicket(*ticket, 0, {}, now);
    // A service that left the catalogue still has its visitors, and nothing to say to them.
    const Service *service = state.catalogue ? state.catalogue->service(ticket->service) : nullptr;
    return publicTicket(*ticket, state.aheadOf(*ticket),
        service ? serviceStatus(state, *service, now) : ServiceStatus{}, now);
}

PublicLine publicLine(const State &state, const Agency &agency)
{
    PublicLine line{agency.line(), agency.id, state.waitingIn(agency.line()), {}};
    for (const Counter &counter : state.catalogue->counters) {
        const Desk &desk = state.desk(counter.id);
        if (!desk.isOpen()
            || std::ranges::find(counter.agencies, agency.id) == counter.agencies.end())
            continue;
        const Ticket *current = state.ticket(desk.current);
        PublicLine::Desk seen{counter.id, current ? current->number.text() : QString()};
        seen.isPaused = desk.pause.has_value();
        if (desk.pause && desk.pause->until != Instant{})
            seen.back = desk.pause->until;
        line.desks.push_back(seen);
    }
    return line;
}

bool PublicLine::isPaused() const
{
    return !desks.empty() && std::ranges::all_of(desks, &Desk::isPaused);
}

std::optional<Instant> PublicLine::back(Instant now) const
{
    std::optional<Instant> first;
    for (const Desk &desk : desks) {
        if (desk.back && *desk.back > now && (!first || *desk.back < *first))
            first = desk.back;
    }
    return first;
}

} // namespace antre

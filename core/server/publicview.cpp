// SPDX-License-Identifier: Apache-2.0
#include "server/publicview.h"

namespace antre {

std::optional<PublicTicket> publicTicket(const State &state, const QString &secret, Instant now)
{
    const Ticket *ticket = state.ticket(state.secrets.value(secret));
    if (secret.isEmpty() || !ticket)
        return std::nullopt;
    PublicTicket seen;
    seen.secret = ticket->secret;
    seen.number = ticket->number.text();
    seen.state = ticket->state;
    seen.line = ticket->line;
    seen.service = ticket->service;
    seen.language = ticket->language;
    if (ticket->state == TicketState::Waiting) {
        seen.ahead = state.aheadOf(*ticket);
        // A service that left the catalogue still has its visitors, and nothing to say to them.
        if (const Service *service
            = state.catalogue ? state.catalogue->service(ticket->service) : nullptr)
            seen.status = serviceStatus(state, *service, now);
    } else {
        seen.counter = ticket->counter;
        seen.calledAt = ticket->calledAt;
    }
    return seen;
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
        line.desks.push_back({counter.id, current ? current->number.text() : QString()});
    }
    return line;
}

} // namespace antre

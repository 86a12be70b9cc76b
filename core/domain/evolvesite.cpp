// SPDX-License-Identifier: Apache-2.0
#include "domain/fold.h"

namespace antre {

void Fold::operator()(const DayStarted &) const
{
    m_state.day = m_event.day;
    m_state.tickets.clear();
    m_state.secrets.clear();
    m_state.held.clear();
    m_state.numbers.clear();
    m_state.lines.clear();
    m_state.desks.clear();
    m_state.taken.clear();
    m_state.calls.clear();
    m_state.answered.clear();
    m_state.nextOrder = 1;
    m_state.dayIsClosed = false;
    const auto isOver = [this](const auto &known) { return known.second.place.day < m_event.day; };
    for (const auto &known : m_state.reservations) {
        if (isOver(known))
            m_state.reservationCodes.remove(known.second.codeHash);
    }
    std::erase_if(m_state.reservations, isOver);
    std::erase_if(m_state.closures,
        [this](const auto &closure) { return closure.second.until <= m_event.at; });
}

void Fold::operator()(const CataloguePublished &published) const
{
    m_state.catalogue = published.catalogue;
}

void Fold::operator()(const TerminalEnrolled &enrolled) const
{
    m_state.terminals.insert(enrolled.terminal.id, enrolled.terminal);
}

void Fold::operator()(const TerminalRevoked &revoked) const
{
    m_state.terminals.remove(revoked.terminal);
}

void Fold::operator()(const OfficerRegistered &registered) const
{
    m_state.officers.insert(registered.officer.id, registered.officer);
}

void Fold::operator()(const TicketExpired &expired) const
{
    change(expired.ticket, [&](Ticket &ticket) { end(ticket, TicketState::Expired); });
}

void Fold::operator()(const DayClosed &) const { m_state.dayIsClosed = true; }

void Fold::operator()(const ClosureDeclared &declared) const
{
    m_state.closures.insert_or_assign(declared.scope, Closure{declared.until, declared.reason});
}

void Fold::operator()(const ClosureLifted &lifted) const { m_state.closures.erase(lifted.scope); }
} // namespace antre

// SPDX-License-Identifier: Apache-2.0
#include "domain/evolve.h"

#include <algorithm>

namespace antre {

namespace {

/// Changes one state in place; evolve() hands the result on.
class Fold
{
public:
    Fold(State &state, const Event &event)
        : m_state(state)
        , m_event(event)
    {
    }

    void operator()(const DayStarted &) const
    {
        m_state.day = m_event.day;
        m_state.tickets.clear();
        m_state.secrets.clear();
        m_state.numbers.clear();
        m_state.lines.clear();
        m_state.desks.clear();
        m_state.taken.clear();
        m_state.calls.clear();
        m_state.answered.clear();
        m_state.nextOrder = 1;
        m_state.dayIsClosed = false;
        std::erase_if(m_state.closures,
            [this](const auto &closure) { return closure.second.until <= m_event.at; });
    }

    void operator()(const CataloguePublished &published) const
    {
        m_state.catalogue = published.catalogue;
    }

    void operator()(const TerminalEnrolled &enrolled) const
    {
        m_state.terminals.insert(enrolled.terminal.id, enrolled.terminal);
    }

    void operator()(const TerminalRevoked &revoked) const
    {
        m_state.terminals.remove(revoked.terminal);
    }

    void operator()(const OfficerRegistered &registered) const
    {
        m_state.officers.insert(registered.officer.id, registered.officer);
    }

    void operator()(const CounterOpened &opened) const
    {
        Desk &desk = m_state.desks[opened.counter];
        desk.officer = opened.officer;
        desk.openedAt = m_event.by.terminal;
    }

    void operator()(const CounterClosed &closed) const
    {
        Desk &desk = m_state.desks[closed.counter];
        desk.officer = {};
        desk.openedAt = {};
    }

    void operator()(const TicketIssued &issued) const
    {
        Ticket ticket;
        ticket.id = issued.ticket;
        ticket.number = issued.number;
        ticket.line = issued.number.line;
        ticket.service = issued.service;
        ticket.priority = issued.priority;
        ticket.language = issued.language;
        ticket.secret = issued.secret;
        ticket.issuedAt = issued.issuedAt;
        ticket.touchedAt = ticket.placeAt = issued.touchedAt;
        ticket.further = issued.further;
        ticket.slip = issued.issuedAt.isEmpty() ? SlipState::None : SlipState::Pending;
        ++m_state.taken[issued.service];
        if (!issued.secret.isEmpty())
            m_state.secrets.insert(issued.secret, issued.ticket);
        takeNumber(issued.number, issued.ticket);
        const auto [place, isNew] = m_state.tickets.insert_or_assign(issued.ticket, ticket);
        putInLine(place->second);
        about(issued.ticket);
    }

    void operator()(const PaperAdopted &adopted) const
    {
        Ticket *ticket = find(adopted.ticket);
        if (!ticket)
            return;
        takeNumber(adopted.number, adopted.ticket);
        ticket->voided.push_back(ticket->number);
        ticket->number = adopted.number;
        // A cancelled ticket stays out: a person decided that, not a number. So does one whose day
        // is over.
        if (ticket->state != TicketState::Waiting && ticket->state != TicketState::Cancelled
            && ticket->state != TicketState::Expired) {
            leaveDesk(*ticket);
            ticket->state = TicketState::Waiting;
            ticket->calls = 0;
            ticket->calledAt = ticket->startedAt = ticket->endedAt = Instant{};
            putInLine(*ticket);
        }
        about(adopted.ticket);
    }

    void operator()(const LatePaperRecorded &late) const
    {
        m_state.latePaper.insert_or_assign(late.ticket, late);
    }

    void operator()(const TicketCalled &called) const
    {
        Ticket *ticket = find(called.ticket);
        if (!ticket)
            return;
        leaveLine(*ticket);
        ticket->state = TicketState::Called;
        ticket->counter = called.counter;
        m_state.desks[called.counter].current = called.ticket;
        announce(*ticket);
    }

    void operator()(const TicketRecalled &recalled) const
    {
        if (Ticket *ticket = find(recalled.ticket))
            announce(*ticket);
    }

    void operator()(const ServingStarted &started) const
    {
        if (Ticket *ticket = find(started.ticket)) {
            ticket->state = TicketState::Serving;
            ticket->startedAt = m_event.at;
            about(started.ticket);
        }
    }

    void operator()(const TicketServed &served) const { end(served.ticket, TicketState::Served); }
    void operator()(const TicketMissed &missed) const { end(missed.ticket, TicketState::NoShow); }
    void operator()(const TicketCancelled &cancelled) const
    {
        if (const Ticket *ticket = find(cancelled.ticket);
            ticket && ticket->state != TicketState::Cancelled)
            giveBack(*ticket);
        end(cancelled.ticket, TicketState::Cancelled);
    }
    void operator()(const TicketExpired &expired) const
    {
        end(expired.ticket, TicketState::Expired);
    }
    void operator()(const DayClosed &) const { m_state.dayIsClosed = true; }

    void operator()(const ClosureDeclared &declared) const
    {
        m_state.closures.insert_or_assign(declared.scope, Closure{declared.until, declared.reason});
    }
    void operator()(const ClosureLifted &lifted) const { m_state.closures.erase(lifted.scope); }

    void operator()(const SlipReported &reported) const
    {
        if (Ticket *ticket = find(reported.ticket)) {
            ticket->slip = reported.slip;
            about(reported.ticket);
        }
    }

    template <typename Later> void operator()(const Later &) const { }

private:
    [[nodiscard]] Ticket *find(const TicketId &id) const
    {
        const auto found = m_state.tickets.find(id);
        return found == m_state.tickets.end() ? nullptr : &found->second;
    }

    /// Remembers which ticket the causing command was about; of several the last, so that "done,
    /// next please" is about the next one.
    void about(const TicketId &ticket) const
    {
        m_state.answered.insert_or_assign(m_event.cause, ticket);
    }

    void takeNumber(const TicketNumber &number, const TicketId &ticket) const
    {
        m_state.numbers.insert(number.text(), ticket);
        if (number.kioskMark.isEmpty()) {
            int &last = m_state.lines[number.line].lastCount;
            last = std::max(last, number.count);
        }
    }

    void putInLine(const Ticket &ticket) const
    {
        Line &line = m_state.lines[ticket.line];
        line.queues[ticket.priority].emplace(
            WaitKey{ticket.touchedAt, m_state.nextOrder++}, ticket.id);
        ++line.waiting;
    }

    void leaveLine(const Ticket &ticket) const
    {
        Line &line = m_state.lines[ticket.line];
        WaitQueue &queue = line.queues[ticket.priority];
        for (auto at = queue.lower_bound({ticket.touchedAt, 0}); at != queue.end(); ++at) {
            if (at->second == ticket.id) {
                queue.erase(at);
                --line.waiting;
                return;
            }
        }
    }

    void leaveDesk(const Ticket &ticket) const
    {
        const auto desk = m_state.desks.find(ticket.counter);
        if (desk != m_state.desks.end() && desk->second.current == ticket.id)
            desk->second.current = {};
    }

    void announce(Ticket &ticket) const
    {
        ++ticket.calls;
        ticket.calledAt = m_event.at;
        m_state.calls.push_back(
            {ticket.id, ticket.number, ticket.counter, m_event.at, ticket.calls});
        about(ticket.id);
    }

    /// The office has time for somebody else.
    void giveBack(const Ticket &ticket) const
    {
        int &taken = m_state.taken[ticket.service];
        taken = std::max(0, taken - 1);
    }

    void end(const TicketId &id, TicketState how) const
    {
        Ticket *ticket = find(id);
        if (!ticket)
            return;
        if (ticket->state == TicketState::Waiting)
            leaveLine(*ticket);
        leaveDesk(*ticket);
        ticket->state = how;
        ticket->endedAt = m_event.at;
        about(id);
    }

    State &m_state;
    const Event &m_event;
};

} // namespace

State evolve(State state, const Event &event)
{
    // Commands about no ticket (open a counter, publish) are remembered too, with an empty ticket.
    if (!event.cause.isEmpty())
        state.answered.try_emplace(event.cause, TicketId());
    std::visit(Fold(state, event), event.data);
    return state;
}

} // namespace antre

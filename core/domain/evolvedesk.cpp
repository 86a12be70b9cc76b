// SPDX-License-Identifier: Apache-2.0
#include "domain/fold.h"

#include <algorithm>
#include <utility>

namespace antre {

void Fold::operator()(const CounterOpened &opened) const
{
    Desk &desk = m_state.desks[opened.counter];
    if (!desk.isOpen())
        desk.pause.reset();
    desk.officer = opened.officer;
    desk.openedAt = m_event.by.terminal;
    desk.last = {};
}

void Fold::operator()(const CounterClosed &closed) const
{
    Desk &desk = m_state.desks[closed.counter];
    desk.officer = {};
    desk.openedAt = {};
    desk.pause.reset();
    desk.last = {};
}

void Fold::operator()(const CounterPaused &paused) const
{
    remember(paused.counter, TicketId());
    m_state.desks[paused.counter].pause = Pause{paused.reason, m_event.at, paused.until};
}

void Fold::operator()(const CounterResumed &resumed) const
{
    remember(resumed.counter, TicketId());
    m_state.desks[resumed.counter].pause.reset();
}

void Fold::operator()(const TicketCalled &called) const
{
    changeAt(called.counter, called.ticket, [&](Ticket &ticket) {
        ticket.state = TicketState::Called;
        ticket.counter = called.counter;
        endPark(ticket);
        announce(ticket, called.reason, called.headStart);
    });
}

void Fold::operator()(const TicketRecalled &recalled) const
{
    changeAt(recalled.counter, recalled.ticket, [&](Ticket &ticket) { announce(ticket); });
}

void Fold::operator()(const ServingStarted &started) const
{
    changeAt(deskOf(started.ticket), started.ticket, [&](Ticket &ticket) {
        ticket.state = TicketState::Serving;
        ticket.startedAt = m_event.at;
    });
}

void Fold::operator()(const TicketServed &served) const
{
    changeAt(deskOf(served.ticket), served.ticket, [&](Ticket &ticket) {
        ticket.done.push_back({ticket.service, ticket.counter, served.outcome, m_event.at});
        end(ticket, TicketState::Served);
    });
}

void Fold::operator()(const TicketContinued &continued) const
{
    changeAt(deskOf(continued.ticket), continued.ticket, [&](Ticket &ticket) {
        goTo(ticket, continued.service, continued.line);
        ticket.placeAt = ticket.touchedAt;
        ticket.onlyAt = {};
    });
}

void Fold::operator()(const TicketTransferred &transferred) const
{
    changeAt(transferred.counter, transferred.ticket, [&](Ticket &ticket) {
        goTo(ticket, transferred.service, transferred.line);
        ticket.placeAt = transferred.placeAt;
        ticket.onlyAt = transferred.toCounter;
    });
}

void Fold::operator()(const ServiceAdded &added) const
{
    changeAt(added.counter, added.ticket,
        [&](Ticket &ticket) { ticket.further.push_back(added.service); });
}

void Fold::operator()(const ServiceRemoved &removed) const
{
    changeAt(removed.counter, removed.ticket,
        [&](Ticket &ticket) { std::erase(ticket.further, removed.service); });
}

void Fold::operator()(const TicketParked &parked) const
{
    changeAt(parked.counter, parked.ticket, [&](Ticket &ticket) {
        forgetCalls(ticket);
        ticket.state = TicketState::Parked;
        ticket.parkedUntil = parked.until;
        ticket.parkReason = parked.reason;
    });
}

void Fold::operator()(const TicketReturned &returned) const
{
    changeAt(returned.counter, returned.ticket, [&](Ticket &ticket) { waitAgain(ticket); });
}

void Fold::operator()(const TicketMissed &missed) const
{
    changeAt(deskOf(missed.ticket), missed.ticket,
        [&](Ticket &ticket) { end(ticket, TicketState::NoShow); });
}

void Fold::operator()(const ActionUndone &undone) const
{
    Desk &desk = m_state.desks[undone.counter];
    const DeskAction last = std::exchange(desk.last, {});
    if (last.command.isEmpty() || last.command != undone.action)
        return;
    if (last.called)
        forgetCall(undone.counter);
    for (const Ticket &before : last.before) {
        change(before.id, [&](Ticket &ticket) {
            const SlipState slip = ticket.slip; // what the printer did stays done
            ticket = before;
            ticket.slip = slip;
        });
        if (Ticket *ticket = find(before.id))
            ticket->changedBy = before.changedBy;
    }
    desk.current = last.currentBefore;
    desk.pause = last.pauseBefore;
}

CounterId Fold::deskOf(const TicketId &id) const
{
    const Ticket *ticket = find(id);
    return ticket ? ticket->counter : CounterId();
}

void Fold::goTo(Ticket &ticket, const ServiceId &service, const LineId &line)
{
    std::erase(ticket.further, service);
    ticket.service = service;
    ticket.line = line;
    ticket.steppedBack.reset();
    waitAgain(ticket);
}

void Fold::announce(Ticket &ticket, CallReason why, Minutes headStart) const
{
    ++ticket.calls;
    ticket.calledAt = m_event.at;
    m_state.calls.push_back(
        {ticket.id, ticket.number, ticket.counter, m_event.at, ticket.calls, why, headStart});
    m_state.desks[ticket.counter].last.called = true;
}

void Fold::forgetCall(const CounterId &counter) const
{
    const auto call = std::find_if(m_state.calls.rbegin(), m_state.calls.rend(),
        [&](const Call &made) { return made.counter == counter; });
    if (call != m_state.calls.rend())
        m_state.calls.erase(std::next(call).base());
}

void Fold::remember(const CounterId &counter, const TicketId &id) const
{
    Desk &desk = m_state.desks[counter];
    DeskAction &last = desk.last;
    if (last.command != m_event.cause || m_event.cause.isEmpty())
        last = {m_event.cause, m_event.at, {}, desk.current, desk.pause, false};
    const bool isKnown = std::ranges::find(last.before, id, &Ticket::id) != last.before.end();
    if (const Ticket *ticket = find(id); ticket && !isKnown)
        last.before.push_back(*ticket);
}
} // namespace antre

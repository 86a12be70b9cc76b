// SPDX-License-Identifier: Apache-2.0
#include "keys.h"

namespace antre::sim {

using namespace std::chrono_literals;

ServiceId aOne() { return ServiceId(QStringLiteral("a.one")); }
ServiceId bOne() { return ServiceId(QStringLiteral("b.one")); }

Press Keys::next(const State &state)
{
    const Ticket *current = state.ticket(state.desk(m_counter).current);
    if (state.desk(m_counter).pause)
        return {ResumeCounter{m_counter}, "goes on"};
    if (!m_isCalm && m_chance.happens(0.04))
        return forOthers(state);
    if (!current)
        return atFreeDesk(state);
    return current->state == TicketState::Called ? atCalled(current->id) : atServing(*current);
}

Press Keys::undo(const State &state) const
{
    return {UndoLast{m_counter, state.desk(m_counter).last.command}, "undoes"};
}

Press Keys::atFreeDesk(const State &state)
{
    const Press next{CallNext{m_counter, m_chance.happens(0.5)}, "calls next"};
    if (m_isCalm)
        return next;
    const double what = m_chance.random().unit();
    if (what < 0.05)
        return {PauseCounter{m_counter, ReasonId(QStringLiteral("rest"))}, "rests"};
    if (what < 0.08)
        return {CloseCounter{m_counter}, "closes"};
    if (what < 0.3)
        return withList(state);
    return next;
}

/// What an officer does with who isn't at the counter.
Press Keys::withList(const State &state)
{
    const double what = m_chance.random().unit();
    if (const TicketId missed = ticketThatIs(state, TicketState::NoShow);
        what < 0.4 && !missed.isEmpty())
        return {BringBack{m_counter, missed}, "brings back", missed};
    if (const TicketId aside = ticketThatIs(state, TicketState::Parked);
        what < 0.6 && !aside.isEmpty())
        return {ReturnTicket{m_counter, aside}, "takes from aside", aside};
    const TicketState from = what < 0.7 ? TicketState::Parked : TicketState::Waiting;
    if (const TicketId other = ticketThatIs(state, from); !other.isEmpty())
        return {PickTicket{m_counter, other}, "picks", other};
    return {CallNext{m_counter, true}, "calls next"};
}

Press Keys::atCalled(const TicketId &current)
{
    const double what = m_chance.random().unit();
    if (what < 0.6)
        return {StartServing{m_counter, current}, "starts", current};
    if (what < 0.7)
        return {CallAgain{m_counter, current}, "calls again", current};
    if (what < 0.85 || m_isCalm)
        return {MarkNoShow{m_counter, current}, "misses", current, true};
    return elsewhere(current);
}

Press Keys::atServing(const Ticket &current)
{
    const double what = m_chance.random().unit();
    const OutcomeId outcome(m_chance.happens(0.5) ? QStringLiteral("done") : QString());
    if (what < 0.4)
        return {CallNext{m_counter, m_chance.happens(0.3), outcome}, "is done and calls next"};
    if (what < 0.7 || m_isCalm)
        return {FinishServing{m_counter, current.id, outcome}, "finishes", current.id, true};
    if (what < 0.8 && !current.further.empty())
        return {RemoveService{m_counter, current.id, current.further.front()},
            "takes a service from", current.id};
    if (what < 0.85)
        return {AddService{m_counter, current.id, m_chance.happens(0.5) ? aOne() : bOne()},
            "adds a service to", current.id};
    return elsewhere(current.id);
}

Press Keys::elsewhere(const TicketId &current)
{
    if (m_chance.happens(0.5))
        return {ParkTicket{m_counter, current, ReasonId(QStringLiteral("form")),
                    Minutes(m_chance.between(1, 20))},
            "sets aside", current};
    return {TransferTicket{m_counter, current, m_chance.happens(0.5) ? aOne() : bOne(),
                m_chance.happens(0.5) ? someCounter() : CounterId(),
                m_chance.happens(0.5) ? TransferPlace::Keep : TransferPlace::End},
        "sends on", current};
}

/// A supervisor's keys, and a console that means another counter.
Press Keys::forOthers(const State &state)
{
    const TicketId waiting = ticketThatIs(state, TicketState::Waiting);
    const CounterId other = someCounter();
    const TicketId there = state.desk(other).current;
    const double what = m_chance.random().unit();
    if (what < 0.3 && other != m_counter && !there.isEmpty())
        return {MarkNoShow{other, there}, "misses another counter's", there};
    if (what < 0.4 && other != m_counter)
        return {CallNext{other}, "calls for another counter"};
    if (what < 0.6 && !waiting.isEmpty())
        return {CancelTicket{waiting}, "cancels", waiting};
    if (what < 0.8 && !waiting.isEmpty())
        return {RequestSlip{waiting, TerminalId(QStringLiteral("kiosk-1")), true},
            "wants a copy of", waiting};
    return closing(state);
}

Press Keys::closing(const State &state)
{
    const Scope scope = m_chance.happens(0.5) ? Scope(bOne()) : Scope(someCounter());
    if (state.closures.contains(scope))
        return {Reopen{scope}, "opens again"};
    const Instant until = m_now + m_chance.pause(2min, 30min);
    return {CloseFor{scope, until, {}}, "closes for a while"};
}

TicketId Keys::ticketThatIs(const State &state, TicketState wanted)
{
    std::vector<TicketId> found;
    for (const auto &[id, ticket] : state.tickets) {
        if (ticket.state == wanted)
            found.push_back(id);
    }
    std::sort(found.begin(), found.end());
    return found.empty() ? TicketId() : m_chance.of(found);
}

CounterId Keys::someCounter()
{
    return CounterId(QString::number(m_chance.between(1, m_counters)));
}

} // namespace antre::sim

// SPDX-License-Identifier: Apache-2.0
#include "ledger.h"

namespace antre::sim {

void Ledger::note(const PlacedEvent &placed)
{
    m_at = placed.position;
    const Event &event = placed.event;
    if (!event.cause.isEmpty())
        m_causes.insert(event.cause);
    std::visit([&](const auto &data) { on(data, event); }, event.data);
    if (event.day != m_today)
        contradict("business day",
            QStringLiteral("an event of %1 stands in %2").arg(event.day.text(), m_today.text()));
}

const Ledger::Entry *Ledger::find(const TicketId &ticket) const
{
    const auto found = m_entries.find(ticket);
    return found == m_entries.end() ? nullptr : &found->second;
}

const Ledger::Late *Ledger::late(const TicketId &ticket) const
{
    const auto found = m_late.find(ticket);
    return found == m_late.end() ? nullptr : &found->second;
}

void Ledger::contradict(const char *check, const QString &what)
{
    m_contradictions
        << QStringLiteral("%1: record %2, %3").arg(QString::fromLatin1(check)).arg(m_at).arg(what);
}

Ledger::Entry *Ledger::entry(const TicketId &ticket, const char *what)
{
    const auto found = m_entries.find(ticket);
    if (found != m_entries.end() && found->second.day == m_today)
        return &found->second;
    contradict("ticket unknown",
        QStringLiteral("%1 of a ticket that isn't today's: %2")
            .arg(QString::fromLatin1(what), ticket.text()));
    return nullptr;
}

Ledger::Queue &Ledger::queueOf(const Entry &entry)
{
    return m_waiting[{entry.line, entry.priority}];
}

void Ledger::take(const QString &number)
{
    if (m_numbers.contains(number))
        contradict("numbers unique in a day", number + QStringLiteral(" is given again"));
    m_numbers.insert(number);
}

void Ledger::leaveDesk(const Entry &entry)
{
    const auto desk = m_desks.find(entry.counter);
    if (desk != m_desks.end() && desk->second == entry.ticket)
        m_desks.erase(desk);
}

void Ledger::on(const DayStarted &, const Event &event)
{
    if (event.day <= m_today)
        contradict("business day", QStringLiteral("a day starts again: ") + event.day.text());
    m_today = event.day;
    m_waiting.clear();
    m_desks.clear();
    m_numbers.clear();
}

void Ledger::on(const TicketIssued &issued, const Event &event)
{
    if (m_entries.contains(issued.ticket))
        contradict("one ticket", issued.ticket.text() + QStringLiteral(" is issued again"));
    take(issued.number.text());
    const Entry made{issued.ticket, {issued.number.text()}, issued.number.line, issued.priority,
        issued.touchedAt, event.at, m_today, TicketState::Waiting, {}};
    m_entries.insert_or_assign(issued.ticket, made);
    queueOf(made).emplace(made.touchedAt, made.ticket);
}

void Ledger::on(const PaperAdopted &adopted, const Event &)
{
    Entry *known = entry(adopted.ticket, "adoption");
    if (!known)
        return;
    take(adopted.number.text());
    known->numbers << adopted.number.text();
    if (known->state == TicketState::Waiting || known->state == TicketState::Cancelled
        || known->state == TicketState::Expired)
        return;
    leaveDesk(*known);
    known->state = TicketState::Waiting;
    queueOf(*known).emplace(known->touchedAt, known->ticket);
}

void Ledger::on(const LatePaperRecorded &late, const Event &)
{
    if (m_late.contains(late.ticket))
        contradict("one ticket", late.ticket.text() + QStringLiteral(" is late paper twice"));
    if (late.day >= m_today)
        contradict("late paper", late.number.text() + QStringLiteral(" is of today"));
    m_late.insert_or_assign(late.ticket, Late{late.number.text(), late.day});
}

/// A press that arrives twice calls once.
void Ledger::actsOnce(const CommandId &press, const TicketId &ticket)
{
    if (!m_callPresses.insert(press).second)
        contradict("one press, one call", QStringLiteral("a press calls again, ") + ticket.text());
}

void Ledger::on(const TicketCalled &called, const Event &event)
{
    Entry *known = entry(called.ticket, "call");
    if (!known)
        return;
    if (known->state != TicketState::Waiting)
        contradict("one counter",
            QStringLiteral("%1 is called at %2 and is %3 at %4")
                .arg(known->numbers.last(), called.counter.value(), ticketStateName(known->state),
                    known->counter.value()));
    if (const auto desk = m_desks.find(called.counter); desk != m_desks.end())
        contradict("one at a desk",
            QStringLiteral("counter %1 calls %2 and still has another")
                .arg(called.counter.value(), known->numbers.last()));
    actsOnce(event.cause, called.ticket);
    Queue &queue = queueOf(*known);
    if (!queue.empty() && queue.begin()->first < known->touchedAt)
        contradict("order by touch",
            QStringLiteral("%1 is called, and %2 of its line and class touched before")
                .arg(known->numbers.last(), m_entries.at(queue.begin()->second).numbers.last()));
    queue.erase({known->touchedAt, known->ticket});
    known->state = TicketState::Called;
    known->counter = called.counter;
    m_desks[called.counter] = called.ticket;
    m_calls.emplace(called.ticket, event.at);
}

void Ledger::on(const TicketRecalled &recalled, const Event &event)
{
    if (const Entry *known = entry(recalled.ticket, "recall");
        known && known->state != TicketState::Called)
        contradict("one counter",
            known->numbers.last() + QStringLiteral(" is called again without a call"));
    actsOnce(event.cause, recalled.ticket);
    m_calls.emplace(recalled.ticket, event.at);
}

void Ledger::on(const ServingStarted &started, const Event &)
{
    Entry *known = entry(started.ticket, "service");
    if (!known)
        return;
    if (known->state != TicketState::Called)
        contradict("one counter", known->numbers.last() + QStringLiteral(" is served uncalled"));
    known->state = TicketState::Serving;
}

void Ledger::end(const TicketId &ticket, TicketState how, const char *what)
{
    Entry *known = entry(ticket, what);
    if (!known)
        return;
    const bool waits = known->state == TicketState::Waiting;
    const bool atDesk = known->state == TicketState::Called || known->state == TicketState::Serving;
    const bool left = how == TicketState::Cancelled || how == TicketState::Expired;
    if (left ? !waits : !atDesk)
        contradict("one counter",
            QStringLiteral("%1 ends as %2 and was %3")
                .arg(known->numbers.last(), ticketStateName(how), ticketStateName(known->state)));
    queueOf(*known).erase({known->touchedAt, known->ticket});
    leaveDesk(*known);
    known->state = how;
}

void Ledger::on(const TicketServed &served, const Event &)
{
    end(served.ticket, TicketState::Served, "end");
}

void Ledger::on(const TicketMissed &missed, const Event &)
{
    end(missed.ticket, TicketState::NoShow, "no-show");
}

void Ledger::on(const TicketExpired &expired, const Event &)
{
    end(expired.ticket, TicketState::Expired, "day's end");
}

void Ledger::on(const TicketCancelled &cancelled, const Event &event)
{
    end(cancelled.ticket, TicketState::Cancelled, "cancelling");
    m_cancelled.emplace(cancelled.ticket, event.cause);
}

} // namespace antre::sim

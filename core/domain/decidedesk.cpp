// SPDX-License-Identifier: Apache-2.0
#include "domain/appointments.h"
#include "domain/availability.h"
#include "domain/calling.h"
#include "domain/decision.h"

#include <algorithm>

namespace antre {

Result<Events> Decision::operator()(const OpenCounter &open)
{
    if (!m_state.catalogue || !m_state.catalogue->counter(open.counter))
        return failure(ErrorCode::NotFound, QStringLiteral("no counter ") + open.counter.value());
    if (m_command.by.officer.isEmpty())
        return failure(ErrorCode::Forbidden, QStringLiteral("nobody is signed in"));
    const Desk &desk = m_state.desk(open.counter);
    const bool isOthers = desk.isOpen() && desk.officer != m_command.by.officer;
    if (isOthers && !allowed(Right::OtherCounters))
        return refused(QStringLiteral("counterTaken"));
    // A console stands for one counter: whoever sits down at another one leaves the first.
    for (const auto &[counter, other] : m_state.desks) {
        if (counter == open.counter || !other.isOpen() || m_command.by.terminal.isEmpty()
            || other.openedAt != m_command.by.terminal)
            continue;
        if (!other.current.isEmpty())
            return refused(QStringLiteral("counterBusy"));
        add(CounterClosed{counter, {}});
    }
    if (!desk.isOpen() || isOthers || desk.openedAt != m_command.by.terminal)
        add(CounterOpened{open.counter, m_command.by.officer});
    return m_events;
}

Result<Events> Decision::operator()(const CloseCounter &close)
{
    const Desk &desk = m_state.desk(close.counter);
    if (!desk.current.isEmpty())
        return refused(QStringLiteral("counterBusy"));
    if (!knowsReason(close.reason, &Catalogue::pauseReason))
        return refused(QStringLiteral("unknownReason"));
    if (desk.isOpen())
        add(CounterClosed{close.counter, close.reason});
    return m_events;
}

Result<Events> Decision::operator()(const PauseCounter &pause)
{
    const Desk &desk = m_state.desk(pause.counter);
    if (!desk.isOpen())
        return refused(QStringLiteral("counterClosed"));
    if (!desk.current.isEmpty())
        return refused(QStringLiteral("counterBusy"));
    if (!knowsReason(pause.reason, &Catalogue::pauseReason))
        return refused(QStringLiteral("unknownReason"));
    const bool isSo
        = desk.pause && desk.pause->reason == pause.reason && desk.pause->until == pause.until;
    if (!isSo)
        add(CounterPaused{pause.counter, pause.reason, pause.until});
    return m_events;
}

Result<Events> Decision::operator()(const ResumeCounter &resume)
{
    const Desk &desk = m_state.desk(resume.counter);
    if (!desk.isOpen())
        return refused(QStringLiteral("counterClosed"));
    if (desk.pause)
        add(CounterResumed{resume.counter});
    return m_events;
}

Result<Events> Decision::operator()(const CallNext &call)
{
    if (const auto ready = readyToCall(call.counter); !ready)
        return tl::unexpected(ready.error());
    const Ticket *current = m_state.ticket(m_state.desk(call.counter).current);
    if (current && current->state != TicketState::Serving)
        return refused(QStringLiteral("counterBusy"));
    if (!knowsOutcome(call.outcome))
        return refused(QStringLiteral("unknownOutcome"));
    // Who goes on to a further service may be next at this very counter.
    std::optional<Ticket> continued;
    if (current && !current->further.empty() && !m_state.dayIsClosed) {
        continued = *current;
        continued->line = lineAfter(*current);
        continued->placeAt = current->touchedAt;
    }
    const auto next
        = nextTicket(m_state, call.counter, m_now, call.help, continued ? &*continued : nullptr);
    if (!next)
        return refused(QStringLiteral("nobodyWaiting"));
    if (current)
        finish(*current, call.outcome);
    add(TicketCalled{next->ticket, call.counter, next->headStart, next->why});
    return m_events;
}

Result<Events> Decision::operator()(const PickTicket &pick)
{
    if (const auto ready = readyToCall(pick.counter); !ready)
        return tl::unexpected(ready.error());
    if (const auto may = allowed(Right::PickTicket); !may)
        return tl::unexpected(may.error());
    if (!m_state.desk(pick.counter).current.isEmpty())
        return refused(QStringLiteral("counterBusy"));
    const auto ticket = ticketThatIs(pick.ticket, {TicketState::Waiting, TicketState::Parked});
    if (!ticket)
        return tl::unexpected(ticket.error());
    add(TicketCalled{pick.ticket, pick.counter, Minutes(0), CallReason::Picked});
    return m_events;
}

Result<Events> Decision::operator()(const CallAgain &call)
{
    const Ticket *ticket = m_state.ticket(call.ticket);
    if (ticket && ticket->state == TicketState::Called && m_state.catalogue) {
        const CallingRules &rules = m_state.catalogue->site.calling;
        if (ticket->calls >= rules.maxCalls)
            return failure(ErrorCode::Refused,
                QStringLiteral("%1 was called %2 times")
                    .arg(ticket->number.text())
                    .arg(ticket->calls),
                QStringLiteral("calledTooOften"));
        const Milliseconds since = m_now - ticket->calledAt;
        // A clock that was set back must not keep anybody from being called.
        if (since >= Milliseconds(0) && since < rules.pause)
            return failure(ErrorCode::Refused,
                QStringLiteral("again in %1 seconds")
                    .arg(std::chrono::ceil<std::chrono::seconds>(rules.pause - since).count()),
                QStringLiteral("calledJustNow"));
    }
    return atDesk(call.counter, call.ticket, {TicketState::Called},
        TicketRecalled{call.ticket, call.counter});
}

Result<Events> Decision::operator()(const StartServing &start)
{
    return atDesk(start.counter, start.ticket, {TicketState::Called}, ServingStarted{start.ticket});
}

Result<Events> Decision::operator()(const FinishServing &served)
{
    const auto ticket = ticketAt(served.counter, served.ticket, {TicketState::Serving});
    if (!ticket)
        return tl::unexpected(ticket.error());
    if (!knowsOutcome(served.outcome))
        return refused(QStringLiteral("unknownOutcome"));
    finish(**ticket, served.outcome);
    return m_events;
}

Result<Events> Decision::operator()(const MarkNoShow &missed)
{
    return atDesk(missed.counter, missed.ticket, {TicketState::Called, TicketState::Serving},
        TicketMissed{missed.ticket});
}

template <typename Back> Result<Events> Decision::putBack(const Back &back, TicketState from)
{
    if (!m_state.desk(back.counter).isOpen())
        return refused(QStringLiteral("counterClosed"));
    const auto ticket = ticketThatIs(back.ticket, {from});
    if (!ticket)
        return tl::unexpected(ticket.error());
    auto lines = callableLines(m_state, back.counter);
    const auto helped = m_state.catalogue->linesHelpedBy(back.counter);
    lines.insert(lines.end(), helped.begin(), helped.end());
    if ((*ticket)->counter != back.counter
        && std::ranges::find(lines, (*ticket)->line) == lines.end())
        return refused(QStringLiteral("counterDoesNotServe"));
    if (const auto open = canWaitAgain(); !open)
        return tl::unexpected(open.error());
    add(TicketReturned{back.ticket, back.counter});
    return m_events;
}

Result<Events> Decision::operator()(const BringBack &back)
{
    return putBack(back, TicketState::NoShow);
}

Result<Events> Decision::operator()(const ReturnTicket &back)
{
    return putBack(back, TicketState::Parked);
}

Result<Events> Decision::operator()(const ParkTicket &park)
{
    if (park.minutes < Minutes(1) || park.minutes > parkMax)
        return failure(ErrorCode::Invalid,
            QStringLiteral("a ticket is parked for 1 to %1 minutes").arg(parkMax.count()));
    if (!knowsReason(park.reason, &Catalogue::parkReason))
        return refused(QStringLiteral("unknownReason"));
    if (const auto open = canWaitAgain(); !open)
        return tl::unexpected(open.error());
    return atDesk(park.counter, park.ticket, {TicketState::Called, TicketState::Serving},
        TicketParked{park.ticket, park.counter, park.reason, m_now + park.minutes});
}

Result<Events> Decision::operator()(const TransferTicket &transfer)
{
    const auto ticket
        = ticketAt(transfer.counter, transfer.ticket, {TicketState::Called, TicketState::Serving});
    if (!ticket)
        return tl::unexpected(ticket.error());
    const auto service = serviceFor(**ticket, transfer.service);
    if (!service)
        return tl::unexpected(service.error());
    const LineId line = lineOf(**service);
    if (!transfer.toCounter.isEmpty()) {
        const auto served = m_state.catalogue->linesOf(transfer.toCounter);
        if (std::ranges::find(served, line) == served.end())
            return refused(QStringLiteral("counterDoesNotServe"));
    }
    // A clock that was set back makes nobody's place better.
    const bool keeps = transfer.place == TransferPlace::Keep;
    add(TicketTransferred{transfer.ticket, transfer.counter, transfer.service, line,
        transfer.toCounter, keeps ? (*ticket)->placeAt : std::max((*ticket)->placeAt, m_now)});
    return m_events;
}

Result<Events> Decision::operator()(const AddService &wish)
{
    const auto ticket
        = ticketAt(wish.counter, wish.ticket, {TicketState::Called, TicketState::Serving});
    if (!ticket)
        return tl::unexpected(ticket.error());
    const std::vector<ServiceId> &further = (*ticket)->further;
    if ((*ticket)->service == wish.service
        || std::ranges::find(further, wish.service) != further.end())
        return refused(QStringLiteral("serviceWanted"));
    if (further.size() >= furtherServicesMax)
        return refused(QStringLiteral("tooManyServices"));
    const auto service = serviceFor(**ticket, wish.service);
    if (!service)
        return tl::unexpected(service.error());
    add(ServiceAdded{wish.ticket, wish.counter, wish.service});
    return m_events;
}

Result<Events> Decision::operator()(const RemoveService &wish)
{
    const auto ticket
        = ticketAt(wish.counter, wish.ticket, {TicketState::Called, TicketState::Serving});
    if (!ticket)
        return tl::unexpected(ticket.error());
    const std::vector<ServiceId> &further = (*ticket)->further;
    if (std::ranges::find(further, wish.service) == further.end())
        return refused(QStringLiteral("serviceNotWanted"));
    add(ServiceRemoved{wish.ticket, wish.counter, wish.service});
    return m_events;
}

Result<Events> Decision::operator()(const UndoLast &undo)
{
    const DeskAction &last = m_state.desk(undo.counter).last;
    if (last.command.isEmpty() || last.command != undo.action || m_now - last.at > undoWithin)
        return refused(QStringLiteral("tooLateToUndo"));
    for (const Ticket &before : last.before) {
        const Ticket *ticket = m_state.ticket(before.id);
        if (!ticket || ticket->changedBy != undo.action)
            return failure(ErrorCode::Conflict,
                before.number.text() + QStringLiteral(" has changed since"),
                QStringLiteral("ticketMovedOn"));
        // Nobody would come for it any more.
        if (m_state.dayIsClosed && isInLine(before.state))
            return refused(QStringLiteral("dayOver"));
    }
    add(ActionUndone{undo.counter, undo.action});
    return m_events;
}

Result<> Decision::canWaitAgain() const
{
    if (m_state.dayIsClosed)
        return refused(QStringLiteral("dayOver"));
    return {};
    return refused(QStringLiteral("dayOver"));
    return {};
}

Result<const Service *> Decision::serviceFor(const Ticket &ticket, const ServiceId &id) const
{
    const auto service = serviceOf(id);
    if (!service)
        return service;
    if (const auto open = canWaitAgain(); !open)
        return tl::unexpected(open.error());
    const Availability availability = serviceStatus(m_state, **service, m_now).availability;
    if (availability == Availability::ClosedToday || availability == Availability::ClosedForToday)
        return refused(QStringLiteral("serviceClosed"));
    const bool isCounted
        = ticket.service == id || std::ranges::find(ticket.further, id) != ticket.further.end();
    if (!isCounted && isQuotaFull(**service))
        return refused(availabilityName(Availability::QuotaFull));
    return service;
}

Result<> Decision::readyToCall(const CounterId &counter) const
{
    const Desk &desk = m_state.desk(counter);
    if (!desk.isOpen())
        return refused(QStringLiteral("counterClosed"));
    if (desk.pause)
        return refused(QStringLiteral("counterPaused"));
    return {};
}

bool Decision::knowsOutcome(const OutcomeId &outcome) const
{
    return outcome.isEmpty() || (m_state.catalogue && m_state.catalogue->outcome(outcome));
}

LineId Decision::lineAfter(const Ticket &ticket) const
{
    const auto service = serviceOf(ticket.further.front());
    return service ? lineOf(**service) : ticket.line;
}

void Decision::finish(const Ticket &ticket, const OutcomeId &outcome)
{
    add(TicketServed{ticket.id, outcome});
    if (ticket.further.empty())
        return;
    add(TicketContinued{ticket.id, ticket.further.front(), lineAfter(ticket)});
    if (m_state.dayIsClosed) // nobody serves the rest of the visit any more
        add(TicketExpired{ticket.id});
}

Result<const Ticket *> Decision::ticketAt(
    const CounterId &counter, const TicketId &id, std::initializer_list<TicketState> states) const
{
    const auto ticket = ticketThatIs(id, states);
    if (ticket && m_state.desk(counter).current != id)
        return movedOn(**ticket);
    return ticket;
}

Result<Events> Decision::atDesk(const CounterId &counter, const TicketId &id,
    std::initializer_list<TicketState> from, EventData event)
{
    if (const auto ticket = ticketAt(counter, id, from); !ticket)
        return tl::unexpected(ticket.error());
    add(std::move(event));
    return m_events;
}

bool Decision::isQuotaFull(const Service &service) const
{
    return service.dailyQuota
        && m_state.taken.value(service.id)
            + keptForReservations(m_state, service, m_state.day, m_now)
        >= *service.dailyQuota;
}

} // namespace antre

// SPDX-License-Identifier: Apache-2.0
#include "domain/decide.h"

#include "domain/decision.h"
#include "domain/evolve.h"

#include <QTimeZone>

namespace antre {

Result<> Decision::worksAt(const CounterId &counter) const
{
    const Desk &desk = m_state.desk(counter);
    const Actor &by = m_command.by;
    const bool isOwn = by.officer == desk.officer && by.terminal == desk.openedAt;
    if (!desk.isOpen() || isOwn || allowedAtTerminal(Right::OtherCounters))
        return {};
    if (by.officer == desk.officer)
        return failure(ErrorCode::Forbidden,
            QStringLiteral("the officer went on at another console"), QStringLiteral("signedOut"));
    return failure(ErrorCode::Forbidden,
        QStringLiteral("another officer works at counter ") + counter.value(),
        QStringLiteral("counterTaken"));
}

bool Decision::isInLine(TicketState state)
{
    return state == TicketState::Waiting || state == TicketState::Parked;
}

void Decision::add(EventData data)
{
    m_events.push_back({std::move(data), m_now, m_state.day, m_command.id, m_command.by});
}

Result<const Service *> Decision::serviceOf(const ServiceId &id) const
{
    const Service *service = m_state.catalogue ? m_state.catalogue->service(id) : nullptr;
    if (!service)
        return failure(ErrorCode::NotFound, QStringLiteral("no service ") + id.value(),
            QStringLiteral("unknownService"));
    return service;
}

LineId Decision::lineOf(const Service &service) const
{
    return m_state.catalogue->agency(service.agency)->line();
}

Result<> Decision::allowed(Right right) const
{
    if (m_state.officers.value(m_command.by.officer).may(right))
        return {};
    return failure(ErrorCode::Forbidden, QStringLiteral("takes the right ") + rightName(right),
        QStringLiteral("notAllowed"));
}

Result<> Decision::allowedAtTerminal(Right right) const
{
    const Actor &by = m_command.by;
    return by.terminal.isEmpty() && by.officer.isEmpty() ? Result<>() : allowed(right);
}

tl::unexpected<Error> Decision::ticketGone()
{
    return failure(
        ErrorCode::NotFound, QStringLiteral("no such ticket today"), QStringLiteral("ticketGone"));
}

Result<const Ticket *> Decision::ticketThatIs(
    const TicketId &id, std::initializer_list<TicketState> states) const
{
    const Ticket *ticket = m_state.ticket(id);
    if (!ticket)
        return ticketGone();
    if (std::ranges::find(states, ticket->state) == states.end())
        return movedOn(*ticket);
    return ticket;
}

tl::unexpected<Error> Decision::movedOn(const Ticket &ticket)
{
    return failure(ErrorCode::Conflict,
        QStringLiteral("%1 is %2").arg(ticket.number.text(), ticketStateName(ticket.state)),
        QStringLiteral("ticketMovedOn"));
}

Result<Events> decide(const State &state, const Command &command, Instant now)
{
    if (command.id.isEmpty())
        return failure(ErrorCode::Invalid, QStringLiteral("a command without an id"));
    if (state.answered.contains(command.id))
        return Events();
    const LocalTime today
        = localTime(now, state.catalogue ? state.catalogue->zone() : QTimeZone::utc());
    // The day never goes back: a clock set back over midnight must not open an old day again. And a
    // day that nobody closed in time is closed as itself, not by the next one.
    const auto decideIn = [&](const State &day) {
        return std::visit(
            [&](const auto &wish) { return Decision(day, command, now, today).on(wish); },
            command.data);
    };
    if (today.day <= state.day || std::holds_alternative<CloseDay>(command.data))
        return decideIn(state);

    const Event start{DayStarted{}, now, today.day, CommandId(), command.by};
    const State morning = evolve(state, start);
    auto events = decideIn(morning);
    if (events && !events->empty())
        events->insert(events->begin(), start);
    return events;
}

} // namespace antre

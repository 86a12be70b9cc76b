// SPDX-License-Identifier: Apache-2.0
#include "domain/availability.h"
#include "domain/decision.h"
#include "domain/holding.h"

namespace antre {

Result<> Decision::holdsNoneIn(const LineId &line, const QString &holder) const
{
    if (holder.size() > holderMax)
        return failure(ErrorCode::Invalid, QStringLiteral("too long a name for a phone"));
    const Ticket *held = m_state.heldIn(line, holder);
    if (!held)
        return {};
    return failure(ErrorCode::Refused,
        QStringLiteral("this phone holds ") + held->number.text() + QStringLiteral(" there"),
        QStringLiteral("alreadyWaiting"));
}

Result<Events> Decision::operator()(const RejoinQueue &rejoin)
{
    const Ticket *ticket = m_state.ticket(rejoin.ticket);
    if (!ticket)
        return ticketGone();
    // Asked twice, or after an answer that was lost: it is as wished.
    if (isInLine(ticket->state))
        return m_events;
    if (ticket->state != TicketState::Cancelled)
        return movedOn(*ticket);
    if (!rejoinUntil(*ticket, m_now))
        return refused(QStringLiteral("tooLateToUndo"));
    if (const auto open = canWaitAgain(); !open)
        return tl::unexpected(open.error());
    if (const auto none = holdsNoneIn(ticket->line, ticket->holder); !none)
        return tl::unexpected(none.error());
    // Somebody else may have got the day's last number meanwhile.
    std::vector<ServiceId> wanted = ticket->further;
    wanted.push_back(ticket->service);
    for (const ServiceId &id : wanted) {
        if (const auto service = serviceOf(id); service && isQuotaFull(**service))
            return refused(availabilityName(Availability::QuotaFull));
    }
    add(TicketRejoined{rejoin.ticket});
    return m_events;
}

Result<Events> Decision::operator()(const LetGoFirst &wish)
{
    if (wish.places < 1 || wish.places > placesBackMax)
        return failure(
            ErrorCode::Invalid, QStringLiteral("1 to %1 others may go first").arg(placesBackMax));
    const auto ticket = ticketThatIs(wish.ticket, {TicketState::Waiting});
    if (!ticket)
        return tl::unexpected(ticket.error());
    if ((*ticket)->timesBack >= stepsBackMax)
        return refused(QStringLiteral("steppedBackTooOften"));
    const auto place = placeBehind(m_state, **ticket, wish.places, m_now);
    if (!place)
        return refused(QStringLiteral("nobodyBehind"));
    add(TicketSteppedBack{wish.ticket, *place});
    return m_events;
}

Result<Events> Decision::operator()(const TakePlaceBack &wish)
{
    const auto ticket = ticketThatIs(wish.ticket, {TicketState::Waiting});
    if (!ticket)
        return tl::unexpected(ticket.error());
    if (!placeBackUntil(**ticket, m_now))
        return refused(QStringLiteral("tooLateToUndo"));
    add(PlaceTakenBack{wish.ticket});
    return m_events;
}

} // namespace antre

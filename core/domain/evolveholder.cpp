// SPDX-License-Identifier: Apache-2.0
#include "domain/fold.h"

#include <utility>

namespace antre {

void Fold::operator()(const TicketCancelled &cancelled) const
{
    change(cancelled.ticket, [&](Ticket &ticket) {
        if (m_event.by == Actor())
            ticket.left = LeftQueue{m_event.at, ticket.parkedUntil, ticket.parkReason};
        end(ticket, TicketState::Cancelled);
    });
}

void Fold::operator()(const TicketRejoined &rejoined) const
{
    change(rejoined.ticket, [&](Ticket &ticket) {
        const LeftQueue left = std::exchange(ticket.left, {}).value_or(LeftQueue());
        waitAgain(ticket);
        if (left.parkedUntil == Instant{})
            return;
        ticket.state = TicketState::Parked;
        ticket.parkedUntil = left.parkedUntil;
        ticket.parkReason = left.parkReason;
    });
}

void Fold::operator()(const TicketSteppedBack &back) const
{
    change(back.ticket, [&](Ticket &ticket) {
        ticket.steppedBack = SteppedBack{m_event.at, ticket.placeAt};
        ticket.placeAt = back.placeAt;
        ++ticket.timesBack;
    });
}

void Fold::operator()(const ReservationChanged &changed) const
{
    Reservation &known = m_state.reservations[changed.reservation.place];
    m_state.reservationCodes.remove(known.codeHash);
    known = changed.reservation;
    m_state.reservationCodes.insert(known.codeHash, known.place);
    if (!known.ticket.isEmpty())
        about(known.ticket);
}

void Fold::operator()(const AppointmentMet &met) const
{
    change(met.ticket, [&](Ticket &ticket) {
        ticket.appointment = met.slot;
        ticket.placeAt = met.placeAt;
    });
}

void Fold::operator()(const PlaceTakenBack &taken) const
{
    change(taken.ticket, [&](Ticket &ticket) {
        if (const auto back = std::exchange(ticket.steppedBack, {}))
            ticket.placeAt = back->placeBefore;
    });
}
} // namespace antre

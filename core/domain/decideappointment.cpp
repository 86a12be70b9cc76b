// SPDX-License-Identifier: Apache-2.0
#include "domain/appointments.h"
#include "domain/availability.h"
#include "domain/decision.h"

#include <QTimeZone>

namespace antre {

namespace {

/// More open ones than this nobody needs; fewer would keep a family from its passports.
constexpr int reservationsAPhone = 5;

} // namespace

Result<const Reservation *> Decision::reservationOf(const QString &code) const
{
    const Reservation *known = m_state.reservation(reservationHash(code));
    if (!known)
        return failure(ErrorCode::NotFound, QStringLiteral("no reservation has this code"),
            QStringLiteral("unknownReservation"));
    return known;
}

/// The slot as it can be reserved now, or why not.
Result<> Decision::slotFree(const Service &service, BusinessDay day, Minutes from) const
{
    if (!service.appointments)
        return refused(QStringLiteral("noAppointments"));
    // A clock that was set back must not sell places of a day that is over.
    if (day < m_state.day || instantOf(day, from, m_state.catalogue->zone()) <= m_now)
        return refused(QStringLiteral("slotOver"));
    if (day.days > m_today.day.days + service.appointments->daysAhead)
        return refused(QStringLiteral("slotTooFar"));
    if (!scheduleOn(*m_state.catalogue, service, day).hours)
        return refused(QStringLiteral("closedThatDay"));
    const auto onDay = slotsOn(m_state, service, day);
    const auto slot = std::ranges::find(onDay, from, &AppointmentSlot::from);
    if (slot == onDay.end())
        return refused(QStringLiteral("noSuchSlot"));
    if (slot->free <= 0)
        return refused(QStringLiteral("slotFull"));
    const int taken = day == m_state.day ? m_state.taken.value(service.id) : 0;
    if (service.dailyQuota && service.appointments->withinQuota
        && taken + keptForReservations(m_state, service, day, m_now) >= *service.dailyQuota)
        return refused(availabilityName(Availability::QuotaFull));
    return {};
}

/// Whether a phone may keep one place more: one a service, and not all slots of the mall.
Result<> Decision::mayReserve(const QString &holder, const ServiceId &service) const
{
    if (holder.size() > holderMax)
        return failure(ErrorCode::Invalid, QStringLiteral("too long a name for a phone"));
    int open = 0;
    for (const auto &[place, reservation] : m_state.reservations) {
        if (holder.isEmpty() || reservation.holder != holder
            || reservation.state != ReservationState::Booked
            || checkInTime(m_state, place).until < m_now)
            continue;
        if (place.service == service)
            return refused(QStringLiteral("alreadyReserved"));
        ++open;
    }
    return open < reservationsAPhone ? Result<>()
                                     : Result<>(refused(QStringLiteral("tooManyReservations")));
}

Result<Events> Decision::operator()(const Reserve &wish)
{
    if (reservationCodeIn(wish.code) != wish.code)
        return failure(ErrorCode::Invalid, QStringLiteral("no code for a reservation"));
    const QString hash = reservationHash(wish.code);
    if (const Reservation *known = m_state.reservation(hash)) {
        const SlotPlace &place = known->place;
        // Asked twice, over midnight perhaps: it is as wished.
        if (place.service == wish.service && place.day == wish.day && place.from == wish.from)
            return m_events;
        return failure(ErrorCode::Conflict, QStringLiteral("another reservation has this code"),
            QStringLiteral("codeTaken"));
    }
    const auto service = serviceOf(wish.service);
    if (!service)
        return tl::unexpected(service.error());
    if (const auto free = slotFree(**service, wish.day, wish.from); !free)
        return tl::unexpected(free.error());
    if (const auto may = mayReserve(wish.holder, wish.service); !may)
        return tl::unexpected(may.error());
    SlotPlace place{wish.service, wish.day, wish.from};
    place.number = freeNumber(m_state, place);
    add(ReservationChanged{
        {place, hash, wish.language, wish.holder, ReservationState::Booked, {}}});
    return m_events;
}

Result<Events> Decision::operator()(const CancelReservation &wish)
{
    const auto known = reservationOf(wish.code);
    if (!known)
        return tl::unexpected(known.error());
    if ((*known)->state == ReservationState::Cancelled)
        return m_events;
    if ((*known)->state == ReservationState::CheckedIn)
        return failure(ErrorCode::Conflict, QStringLiteral("it is a ticket already"),
            QStringLiteral("alreadyCheckedIn"));
    Reservation cancelled = **known;
    cancelled.state = ReservationState::Cancelled;
    add(ReservationChanged{cancelled});
    return m_events;
}

/// The reservation's time has come, and its service lets people in.
Result<> Decision::canCheckIn(const Reservation &reservation, const Service &service) const
{
    const BusinessDay today = std::max(m_today.day, m_state.day);
    if (reservation.place.day != today)
        return failure(ErrorCode::Refused,
            QStringLiteral("it is for ") + reservation.place.day.text(),
            QStringLiteral("wrongDay"));
    const CheckInTime time = checkInTime(m_state, reservation.place);
    if (m_now < time.from)
        return refused(QStringLiteral("tooEarly"));
    if (m_now > time.until)
        return refused(QStringLiteral("tooLate"));
    if (const auto open = canWaitAgain(); !open)
        return open;
    // Neither the last number nor the quota turns away who was promised a time.
    const Availability availability = serviceStatus(m_state, service, m_now).availability;
    if (availability == Availability::ClosedToday || availability == Availability::ClosedForToday)
        return refused(availabilityName(availability));
    return {};
}

Result<Events> Decision::operator()(const CheckIn &wish)
{
    const TicketId ticket(m_command.id.value());
    const auto known = reservationOf(wish.code);
    if (!known)
        return tl::unexpected(known.error());
    // Twice, at whichever kiosk or phone: the answer is about the ticket that it became.
    if ((*known)->state == ReservationState::CheckedIn || m_state.ticket(ticket))
        return m_events;
    if ((*known)->state == ReservationState::Cancelled)
        return refused(QStringLiteral("reservationCancelled"));
    const auto service = serviceOf((*known)->place.service);
    if (!service)
        return tl::unexpected(service.error());
    const auto priority = classOf(wish.priority);
    if (!priority)
        return tl::unexpected(priority.error());
    if (const auto can = canCheckIn(**known, **service); !can)
        return tl::unexpected(can.error());
    if (const auto none = holdsNoneIn(lineOf(**service), wish.holder); !none)
        return tl::unexpected(none.error());
    const QString language = wish.language.isEmpty() ? (*known)->language : wish.language;
    Reservation met = **known;
    met.state = ReservationState::CheckedIn;
    met.ticket = ticket;
    add(TicketIssued{ticket, nextNumber(lineOf(**service)), met.place.service, *priority, language,
        wish.secret, m_command.by.terminal, std::min(wish.touchedAt, m_now), {}, wish.holder});
    add(AppointmentMet{
        ticket, checkInTime(m_state, met.place).slot, appointmentPlace(m_state, met.place, m_now)});
    add(ReservationChanged{met});
    return m_events;
}

} // namespace antre

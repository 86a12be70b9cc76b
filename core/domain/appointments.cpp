// SPDX-License-Identifier: Apache-2.0
#include "domain/appointments.h"

#include <algorithm>

namespace antre {

namespace {

const AppointmentRules &rulesOf(const State &state, const ServiceId &id)
{
    static const AppointmentRules usual;
    const Service *service = state.catalogue->service(id);
    return service && service->appointments ? *service->appointments : usual;
}

Instant beginOf(const State &state, const SlotPlace &slot)
{
    return instantOf(slot.day, slot.from, state.catalogue->zone());
}

/// The slot's reservations that hold: booked, or become a ticket.
int heldOf(const State &state, const SlotPlace &slot)
{
    int held = 0;
    for (auto at = state.reservations.lower_bound({slot.service, slot.day, slot.from, 0});
         at != state.reservations.end(); ++at) {
        const SlotPlace &place = at->first;
        if (place.service != slot.service || place.day != slot.day || place.from != slot.from)
            break;
        held += at->second.state == ReservationState::Cancelled ? 0 : 1;
    }
    return held;
}

bool overlaps(const TimeSpan &a, const TimeSpan &b) { return a.from < b.until && b.from < a.until; }

/// A slot that the day's own hours leave alone.
bool fits(const TimeSpan &slot, const DayHours &hours)
{
    return hours.open.from <= slot.from && slot.until <= hours.open.until
        && std::ranges::none_of(
            hours.breaks, [&](const Break &rest) { return overlaps(slot, rest); });
}

/// What is planned to be closed for a part of some day.
std::vector<ClosedSpan> closingsOf(const Catalogue &catalogue, const Service &service)
{
    std::vector<ClosedSpan> closings;
    for (const Scope &scope : {Scope(service.id), Scope(service.agency), Scope()})
        std::ranges::move(plannedClosings(catalogue, scope), std::back_inserter(closings));
    return closings;
}

} // namespace

std::vector<AppointmentSlot> slotsOn(const State &state, const Service &service, BusinessDay day)
{
    std::vector<AppointmentSlot> found;
    const auto hours = scheduleOn(*state.catalogue, service, day).hours;
    if (!service.appointments || !hours)
        return found;
    const AppointmentRules &rules = *service.appointments;
    const auto closings = closingsOf(*state.catalogue, service);
    const auto weekday = size_t(localTime(day, Minutes(0)).weekday - 1);
    for (const TimeSpan &window : rules.windows[weekday]) {
        for (Minutes from = window.from; from + rules.slot <= window.until; from += rules.slot) {
            const TimeSpan slot{from, from + rules.slot};
            const auto isClosed = [&](const ClosedSpan &closing) {
                return closing.from < localTime(day, slot.until)
                    && localTime(day, slot.from) < closing.until;
            };
            if (!fits(slot, *hours) || std::ranges::any_of(closings, isClosed))
                continue;
            const int held = heldOf(state, {service.id, day, from});
            found.push_back({day, slot.from, slot.until, std::max(0, rules.places - held)});
        }
    }
    return found;
}

std::vector<AppointmentSlot> openSlots(const State &state, const Service &service, Instant now)
{
    std::vector<AppointmentSlot> open;
    if (!service.appointments)
        return open;
    const Catalogue &catalogue = *state.catalogue;
    const LocalTime today = localTime(now, catalogue.zone());
    for (int ahead = 0; ahead <= service.appointments->daysAhead; ++ahead) {
        const BusinessDay day{today.day.days + ahead};
        const int taken = day == state.day ? state.taken.value(service.id) : 0;
        const bool isFull = service.appointments->withinQuota && service.dailyQuota
            && taken + keptForReservations(state, service, day, now) >= *service.dailyQuota;
        for (AppointmentSlot slot : slotsOn(state, service, day)) {
            if (instantOf(day, slot.from, catalogue.zone()) <= now)
                continue;
            slot.free = isFull ? 0 : slot.free;
            open.push_back(slot);
        }
    }
    return open;
}

int keptForReservations(const State &state, const Service &service, BusinessDay day, Instant now)
{
    if (!service.appointments || !service.appointments->withinQuota)
        return 0;
    int kept = 0;
    for (auto at = state.reservations.lower_bound({service.id, day, Minutes(0), 0});
         at != state.reservations.end() && at->first.day == day && at->first.service == service.id;
         ++at) {
        const bool canCome = at->second.state == ReservationState::Booked
            && now <= checkInTime(state, at->first).until;
        kept += canCome ? 1 : 0;
    }
    return kept;
}

CheckInTime checkInTime(const State &state, const SlotPlace &place)
{
    const AppointmentRules &rules = rulesOf(state, place.service);
    const Instant slot = beginOf(state, place);
    return {slot - rules.early, slot, slot + rules.late};
}

Instant appointmentPlace(const State &state, const SlotPlace &place, Instant now)
{
    return std::max(beginOf(state, place), now) - rulesOf(state, place.service).headStart;
}

int freeNumber(const State &state, const SlotPlace &slot)
{
    // So few that the journal's names stay few, so many that a cancelled code is known as that.
    const int usual = 4 * rulesOf(state, slot.service).places;
    SlotPlace place{slot.service, slot.day, slot.from, 0};
    for (; place.number < usual; ++place.number) {
        if (!state.reservations.contains(place))
            return place.number;
    }
    for (place.number = 0;; ++place.number) {
        const auto known = state.reservations.find(place);
        if (known == state.reservations.end() || known->second.state == ReservationState::Cancelled)
            return place.number;
    }
}

} // namespace antre

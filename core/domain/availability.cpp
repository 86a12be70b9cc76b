// SPDX-License-Identifier: Apache-2.0
#include "domain/availability.h"

#include <algorithm>

namespace antre {

QString availabilityName(Availability availability)
{
    switch (availability) {
    case Availability::Open:
        return QStringLiteral("open");
    case Availability::OnBreak:
        return QStringLiteral("onBreak");
    case Availability::OpensLater:
        return QStringLiteral("opensLater");
    case Availability::ClosedForToday:
        return QStringLiteral("closedForToday");
    case Availability::ClosedToday:
        return QStringLiteral("closedToday");
    case Availability::QuotaFull:
        return QStringLiteral("quotaFull");
    }
    return {};
}

static const DayHours *hoursOn(
    const Catalogue &catalogue, const WeekHours &week, BusinessDay day, int weekday)
{
    const auto &hours = week[size_t(weekday - 1)];
    return hours && !catalogue.site.holidays.contains(day) ? &*hours : nullptr;
}

static std::optional<LocalTime> nextOpening(
    const Catalogue &catalogue, const WeekHours &week, const LocalTime &now)
{
    constexpr int horizonDays = 30;
    for (int ahead = 1; ahead <= horizonDays; ++ahead) {
        const LocalTime then{
            BusinessDay{now.day.days + ahead}, Minutes(0), (now.weekday - 1 + ahead) % 7 + 1};
        if (const DayHours *hours = hoursOn(catalogue, week, then.day, then.weekday))
            return LocalTime{then.day, hours->numbers.from, then.weekday};
    }
    return std::nullopt;
}

ServiceStatus serviceStatus(
    const Catalogue &catalogue, const Service &service, int taken, const LocalTime &now)
{
    const WeekHours &week = catalogue.hoursOf(service);
    const DayHours *today = hoursOn(catalogue, week, now.day, now.weekday);
    if (!today)
        return {Availability::ClosedToday, nextOpening(catalogue, week, now)};
    if (now.ofDay >= today->numbers.until)
        return {Availability::ClosedForToday, nextOpening(catalogue, week, now)};
    if (service.dailyQuota && taken >= *service.dailyQuota)
        return {Availability::QuotaFull, nextOpening(catalogue, week, now)};
    if (now.ofDay < today->numbers.from)
        return {Availability::OpensLater, LocalTime{now.day, today->numbers.from, now.weekday}};
    for (const TimeSpan &rest : today->breaks) {
        if (rest.contains(now.ofDay))
            return {Availability::OnBreak, LocalTime{now.day, rest.until, now.weekday}};
    }
    return {};
}

ServiceStatus agencyStatus(const Catalogue &catalogue, const Agency &agency, const LocalTime &now)
{
    ServiceStatus best{Availability::ClosedToday, std::nullopt};
    for (const Service &service : agency.services) {
        const ServiceStatus status = serviceStatus(catalogue, service, 0, now);
        if (status.availability < best.availability
            || (status.availability == best.availability && status.changes
                && (!best.changes
                    || std::pair(status.changes->day, status.changes->ofDay)
                        < std::pair(best.changes->day, best.changes->ofDay))))
            best = status;
    }
    return best;
}

} // namespace antre

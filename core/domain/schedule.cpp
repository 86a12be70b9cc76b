// SPDX-License-Identifier: Apache-2.0
#include "domain/schedule.h"

#include "domain/catalogue.h"

#include <algorithm>

namespace antre {

namespace {

/// Who may have hours and exceptions, from the particular to the general.
struct Level
{
    Scope scope;
    const WeekHours *week; ///< null: those of the next level
};

const HoursException *exceptionOn(const Catalogue &catalogue, const Scope &scope, BusinessDay day)
{
    const bool isHoliday = catalogue.site.holidays.contains(day);
    const auto found = std::ranges::find_if(catalogue.exceptions, [&](const auto &exception) {
        return exception.scope == scope && exception.isWholeDays()
            && exception.contains(localTime(day, Minutes(0)))
            && !(isHoliday && exception.hours && !exception.isOneDay());
    });
    return found == catalogue.exceptions.end() ? nullptr : &*found;
}

TimeSpan common(const TimeSpan &a, const TimeSpan &b)
{
    return {std::max(a.from, b.from), std::min(a.until, b.until)};
}

/// What is left of `own` within `frame`; nothing if that is nothing.
std::optional<DayHours> within(const std::optional<DayHours> &own, const DayHours &frame)
{
    if (!own)
        return std::nullopt;
    DayHours left{common(own->open, frame.open), common(own->numbers, frame.numbers), {}};
    if (left.open.from >= left.open.until || left.numbers.from >= left.numbers.until)
        return std::nullopt;
    for (const auto *breaks : {&own->breaks, &frame.breaks}) {
        for (const Break &rest : *breaks) {
            const TimeSpan part = common(rest, left.open);
            if (part.from < part.until)
                left.breaks.push_back({part, rest.name});
        }
    }
    std::ranges::stable_sort(left.breaks, {}, &TimeSpan::from);
    return left;
}

/// REQUIRES: the last level has hours.
DaySchedule schedule(
    const Catalogue &catalogue, std::initializer_list<Level> levels, BusinessDay day)
{
    const size_t weekday = size_t(localTime(day, Minutes(0)).weekday - 1);
    const WeekHours *own = nullptr;
    for (const Level &level : levels) {
        if (const HoursException *exception = exceptionOn(catalogue, level.scope, day)) {
            if (!exception->hours)
                return {std::nullopt, exception->reason, level.scope};
            const auto &hours = (*exception->hours)[weekday];
            if (!hours)
                return {}; // a Sunday in Ramadan is closed as every Sunday is
            return {own ? within((*own)[weekday], *hours) : hours, exception->reason, level.scope};
        }
        own = own ? own : level.week;
    }
    if (const auto holiday = catalogue.site.holidays.find(day);
        holiday != catalogue.site.holidays.end())
        return {std::nullopt, holiday->second, Scope()};
    return {(*own)[weekday], {}, {}};
}

const WeekHours *ownWeek(const auto &owner) { return owner.hours ? &*owner.hours : nullptr; }

Level levelOf(const Catalogue &catalogue, const AgencyId &id)
{
    const Agency *agency = catalogue.agency(id);
    return {Scope(id), agency ? ownWeek(*agency) : nullptr};
}

} // namespace

DaySchedule scheduleOn(const Catalogue &catalogue, const Service &service, BusinessDay day)
{
    return schedule(catalogue,
        {{Scope(service.id), ownWeek(service)}, levelOf(catalogue, service.agency),
            {Scope(), &catalogue.site.hours}},
        day);
}

DaySchedule scheduleOn(const Catalogue &catalogue, const Agency &agency, BusinessDay day)
{
    return schedule(
        catalogue, {levelOf(catalogue, agency.id), {Scope(), &catalogue.site.hours}}, day);
}

DaySchedule scheduleOn(const Catalogue &catalogue, BusinessDay day)
{
    return schedule(catalogue, {{Scope(), &catalogue.site.hours}}, day);
}

DaySchedule scheduleOn(const Catalogue &catalogue, const Counter &counter, BusinessDay day)
{
    const AgencyId first = counter.agencies.empty() ? AgencyId() : counter.agencies.front();
    return schedule(catalogue, {levelOf(catalogue, first), {Scope(), &catalogue.site.hours}}, day);
}

bool concerns(const Scope &scope, const Counter &counter)
{
    return scope.isSite() || (scope.counter() && *scope.counter() == counter.id)
        || (scope.agency() && counter.agencies == std::vector{*scope.agency()});
}

std::vector<ClosedSpan> plannedClosings(const Catalogue &catalogue, const Scope &scope)
{
    std::vector<ClosedSpan> spans;
    for (const HoursException &exception : catalogue.exceptions) {
        if (exception.scope == scope && !exception.hours
            && (scope.counter() || !exception.isWholeDays()))
            spans.push_back({exception.from, exception.until, exception.reason, scope});
    }
    return spans;
}

} // namespace antre

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/instant.h"
#include "domain/localtext.h"
#include "domain/scope.h"
#include "domain/timespan.h"

#include <array>
#include <vector>

namespace antre {

/// Counters rest; numbers can still be taken.
struct Break : TimeSpan
{
    LocalText name = {}; ///< "Friday prayer"; empty: an ordinary break
    friend bool operator==(const Break &, const Break &) = default;
};

/// One day's hours. Numbers may be taken in `numbers`, which can begin before the doors open and
/// end before they close, so that whoever has a number is still served.
struct DayHours
{
    TimeSpan open;
    TimeSpan numbers;
    std::vector<Break> breaks; ///< in order
    friend bool operator==(const DayHours &, const DayHours &) = default;
};

/// Monday first; a day without hours is closed.
using WeekHours = std::array<std::optional<DayHours>, 7>;

/// Characters of a reason for closing: what a kiosk's key has room for.
constexpr int closureReasonMax = 60;

/// Days, or a stretch of time, that go otherwise than every week; planned in the catalogue.
struct HoursException
{
    Scope scope;
    LocalTime from;
    LocalTime until; ///< excluded
    /// Of its days, which are whole ones. For a single day that day's, and they open a holiday,
    /// too; for longer, such as in Ramadan, holidays stay closed. Absent: closed all the time.
    std::optional<WeekHours> hours = {};
    LocalText reason = {}; ///< what visitors are told
    [[nodiscard]] bool isWholeDays() const
    {
        return from.ofDay == Minutes(0) && until.ofDay == Minutes(0);
    }
    [[nodiscard]] bool isOneDay() const
    {
        return isWholeDays() && until.day.days == from.day.days + 1;
    }
    [[nodiscard]] bool contains(const LocalTime &time) const
    {
        return from <= time && time < until;
    }
    friend bool operator==(const HoursException &, const HoursException &) = default;
};

/// How one day goes.
struct DaySchedule
{
    std::optional<DayHours> hours = {}; ///< absent: closed all day
    LocalText reason = {}; ///< the holiday's name or the exception's reason; empty: as every week
    Scope scope = {}; ///< whose exception it is
    friend bool operator==(const DaySchedule &, const DaySchedule &) = default;
};

struct Agency;
struct Catalogue;
struct Counter;
struct Service;

/// The hours on `day`, in this order: an exception of the service, of its agency, of the site; a
/// holiday; the week. Who has hours of their own keeps them within those of an exception for the
/// agency or site above, so that a mall that closes early closes for all, and one that opens on a
/// Sunday opens for all who follow its hours.
[[nodiscard]] DaySchedule scheduleOn(
    const Catalogue &catalogue, const Service &service, BusinessDay day);
/// The same without hours or exceptions of single services.
[[nodiscard]] DaySchedule scheduleOn(
    const Catalogue &catalogue, const Agency &agency, BusinessDay day);
/// The same for the site itself.
[[nodiscard]] DaySchedule scheduleOn(const Catalogue &catalogue, BusinessDay day);
/// A counter goes by the first agency that it serves.
[[nodiscard]] DaySchedule scheduleOn(
    const Catalogue &catalogue, const Counter &counter, BusinessDay day);

/// Nobody is called at `counter` while `scope` is closed: it is the counter itself, the site, or
/// the only agency that it serves.
[[nodiscard]] bool concerns(const Scope &scope, const Counter &counter);

/// A part of a day, or several days, in which something is closed.
struct ClosedSpan
{
    LocalTime from;
    LocalTime until; ///< excluded
    LocalText reason;
    Scope scope;
    [[nodiscard]] bool contains(const LocalTime &time) const
    {
        return from <= time && time < until;
    }
};

/// The catalogue's exceptions that close exactly `scope` for other than whole days; for a counter
/// all, since it has no hours of its own.
[[nodiscard]] std::vector<ClosedSpan> plannedClosings(
    const Catalogue &catalogue, const Scope &scope);

} // namespace antre

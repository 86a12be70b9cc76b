// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDate>
#include <QHash>
#include <QString>

#include <chrono>
#include <optional>

class QTimeZone;

namespace antre {

using Milliseconds = std::chrono::milliseconds;
using Minutes = std::chrono::minutes;

/// A moment, to the millisecond, in UTC. Local time exists only where people read it.
using Instant = std::chrono::sys_time<Milliseconds>;

/// The site's local date, counted in days since 1970-01-01. Stored with every event and never
/// recomputed from a time stamp: a clock that was wrong stays visible.
struct BusinessDay
{
    int days = 0;
    [[nodiscard]] bool isNull() const { return days == 0; }
    /// "2026-08-20"
    [[nodiscard]] QString text() const;
    [[nodiscard]] static std::optional<BusinessDay> fromText(QStringView text);
    [[nodiscard]] QDate date() const;
    friend auto operator<=>(const BusinessDay &, const BusinessDay &) = default;
    friend size_t qHash(const BusinessDay &day, size_t seed = 0) { return qHash(day.days, seed); }
};

/// A moment as the site's wall clocks show it.
struct LocalTime
{
    BusinessDay day;
    Minutes ofDay{0}; ///< minutes since local midnight
    int weekday = 1; ///< 1 = Monday ... 7 = Sunday (ISO 8601)
    /// Earlier is less: the weekday follows from the day.
    friend auto operator<=>(const LocalTime &, const LocalTime &) = default;
};

/// `ofDay` on `day`, with the weekday that follows from it.
[[nodiscard]] LocalTime localTime(BusinessDay day, Minutes ofDay);

[[nodiscard]] LocalTime localTime(Instant instant, const QTimeZone &zone);

/// The moment when the site's clocks show `ofDay` on `day`.
[[nodiscard]] Instant instantOf(BusinessDay day, Minutes ofDay, const QTimeZone &zone);

[[nodiscard]] inline qint64 toMs(Instant instant) { return instant.time_since_epoch().count(); }
[[nodiscard]] inline Instant fromMs(qint64 ms) { return Instant(Milliseconds(ms)); }

} // namespace antre

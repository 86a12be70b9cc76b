// SPDX-License-Identifier: Apache-2.0
#include "base/instant.h"

#include <QDateTime>
#include <QTimeZone>

namespace antre {

/// A function, so that days can be read before main() too.
static QDate epoch() { return {1970, 1, 1}; }

QDate BusinessDay::date() const { return epoch().addDays(days); }

QString BusinessDay::text() const { return date().toString(Qt::ISODate); }

std::optional<BusinessDay> BusinessDay::fromText(QStringView text)
{
    const QDate date = QDate::fromString(text, Qt::ISODate);
    if (text.size() != 10 || !date.isValid())
        return std::nullopt;
    return BusinessDay{int(epoch().daysTo(date))};
}

LocalTime localTime(Instant instant, const QTimeZone &zone)
{
    // An offset, then plain arithmetic: QDateTime's own conversion costs ten times as much.
    const qint64 utc = toMs(instant);
    const qint64 local
        = utc + qint64(zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(utc, Qt::UTC))) * 1000;
    constexpr qint64 dayMs = 24LL * 60 * 60 * 1000;
    const qint64 days = local >= 0 ? local / dayMs : (local - dayMs + 1) / dayMs;
    return localTime(BusinessDay{int(days)}, Minutes((local - days * dayMs) / 60000));
}

LocalTime localTime(BusinessDay day, Minutes ofDay)
{
    // 1970-01-01 was a Thursday (ISO weekday 4).
    return {day, ofDay, ((day.days + 3) % 7 + 7) % 7 + 1};
}

Instant instantOf(BusinessDay day, Minutes ofDay, const QTimeZone &zone)
{
    // 24:00 is the next day's 0:00; QTime would go round.
    constexpr qint64 dayMinutes = 24LL * 60;
    const QDateTime local(day.date().addDays(ofDay.count() / dayMinutes),
        QTime(0, 0).addSecs(int(ofDay.count() % dayMinutes) * 60), zone);
    return fromMs(local.toMSecsSinceEpoch());
}

} // namespace antre

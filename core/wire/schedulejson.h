// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/catalogue.h"

#include <QJsonArray>
#include <QJsonObject>

namespace antre {

// When a site is open, as JSON in its catalogue:
//
//     "hours": { "monday": { "open": "08:00-15:00", "numbers": "07:30-14:30",
//                            "breaks": [ "12:00-13:00",
//                                        { "time": "14:00-14:15", "name": { "id": "rapat", ... } }
//                                        ] }, ... }
//     "holidays": [ { "day": "2026-08-17", "name": { "id": "Hari Kemerdekaan", ... } }, ... ]
//     "endOfDay": { "rule": "serveAll", "afterMinutes": 30 }
//     "exceptions": [
//       { "scope": "site", "day": "2026-09-06", "hours": { "open": ..., "numbers": ... }, "reason":
//       { ... } }, { "scope": "site", "from": "2027-02-08", "until": "2027-03-09", "hours": {
//       "monday": ... }, ... }, { "scope": "agency:samsat", "from": "2026-08-20 10:00", "until":
//       "2026-08-20 11:30",
//         "closed": true, "reason": { ... } }, ... ]
//
// The hours of a "day" are a day's, those of a longer time a week's; see HoursException. A scope is
// "site", "agency:ID", "service:ID" or "counter:NUMBER". "from" and "until" are dates, both
// included, or dates with a time, the latter excluded. "rule" is "serveAll" or "expire": dayend.h.

/// Monday first: the keys of whatever a catalogue says of each day.
[[nodiscard]] const QStringList &weekdayNames();

/// Reading gives the same again; the reading is CatalogueReader's.
[[nodiscard]] QJsonObject weekToJson(const WeekHours &week);
[[nodiscard]] QJsonArray holidaysToJson(const Site &site);
[[nodiscard]] QJsonObject dayEndToJson(const DayEndRule &rule);
[[nodiscard]] QJsonObject exceptionToJson(const HoursException &exception);

} // namespace antre

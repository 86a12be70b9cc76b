// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/appointmentrules.h"

#include <QJsonObject>

namespace antre {

// When a service takes visitors by appointment, as JSON in its catalogue; all but the windows may
// be left out, then AppointmentRules' values hold:
//
//     "appointments": { "windows": { "monday": [ "09:00-11:00", "13:00-14:00" ], ... },
//                       "slotMinutes": 30, "places": 2, "daysAhead": 7,
//                       "checkIn": { "earlyMinutes": 30, "lateMinutes": 10 },
//                       "headStartMinutes": 10, "withinQuota": true }

/// Reading gives the same again; the reading is CatalogueReader's.
[[nodiscard]] QJsonObject appointmentsToJson(const AppointmentRules &rules);

} // namespace antre

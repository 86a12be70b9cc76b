// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/instant.h"

#include <QString>

namespace antre {

/// Times and dates as people of that language write them; `language` is "id" or "en".
/// "09.42" in Indonesian, "09:42" in English.
[[nodiscard]] QString clockText(Minutes ofDay, const QString &language);
/// "Kamis, 20 Agustus 2026", "Thursday, 20 August 2026".
[[nodiscard]] QString dateText(BusinessDay day, const QString &language);
/// "Kamis, 20 Agustus", for a header with little room.
[[nodiscard]] QString shortDateText(BusinessDay day, const QString &language);
/// "Kamis", "Thursday".
[[nodiscard]] QString weekdayText(BusinessDay day, const QString &language);

} // namespace antre

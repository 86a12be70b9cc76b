// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/instant.h"

#include <QString>

namespace antre {

/// The slip's fixed words in one language. They are here and not in translations/, because a slip
/// is in the visitor's language while the program around it is in the mall's.
struct SlipWords
{
    QString language;
    QString number, copy;
    QString then; ///< holds %1, a service of the same visit that comes later
    QString wait, minutes; ///< minutes holds %1, the range
    QString called, ahead, maybeTooLate;
    QString prepare, follow;
    QString offline, missed, validToday, free;
    QLatin1Char timeSeparator;

    /// 615 minutes: "10.15" in Indonesian, "10:15" in English.
    [[nodiscard]] QString time(Minutes ofDay) const;
    [[nodiscard]] QString longDate(BusinessDay day) const; ///< "Kamis, 20 Agustus 2026"
    [[nodiscard]] QString shortDate(BusinessDay day) const; ///< "Kam, 20 Agu 2026"
};

/// Words in `language` (ISO 639-1); English where this table does not have it.
[[nodiscard]] const SlipWords &slipWords(const QString &language);

} // namespace antre

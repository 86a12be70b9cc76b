// SPDX-License-Identifier: Apache-2.0
#include "domain/devicestatus.h"

#include <array>

namespace antre {

static constexpr std::array conditionNames{"unknown", "ready", "paperLow", "paperOut", "coverOpen",
    "fault", "stopped", "noPrinter", "noPrintService"};
static_assert(conditionNames.size() == size_t(PrinterCondition::NoPrintService) + 1);

QString printerConditionName(PrinterCondition condition)
{
    return QString::fromLatin1(conditionNames.at(size_t(condition)));
}

PrinterCondition printerConditionFromName(const QString &name)
{
    for (size_t i = 0; i < conditionNames.size(); ++i) {
        if (name == QLatin1String(conditionNames.at(i)))
            return PrinterCondition(i);
    }
    return PrinterCondition::Unknown;
}

bool mayPrint(PrinterCondition condition)
{
    return condition == PrinterCondition::Unknown || condition == PrinterCondition::Ready
        || condition == PrinterCondition::PaperLow;
}

} // namespace antre

// SPDX-License-Identifier: Apache-2.0
#include "domain/event.h"

#include <array>

namespace antre {

static constexpr std::array callReasons{
    "turn", "helped", "picked", "returned", "sent", "orphaned", "appointment"};
static_assert(callReasons.size() == size_t(CallReason::Appointment) + 1);

QString callReasonName(CallReason reason)
{
    return QString::fromLatin1(callReasons[size_t(reason)]);
}

std::optional<CallReason> callReasonFromName(const QString &name)
{
    for (size_t i = 0; i < callReasons.size(); ++i) {
        if (name == QLatin1String(callReasons[i]))
            return CallReason(i);
    }
    return std::nullopt;
}

bool isStanding(const EventData &data)
{
    return std::holds_alternative<CataloguePublished>(data)
        || std::holds_alternative<TerminalEnrolled>(data)
        || std::holds_alternative<TerminalRevoked>(data)
        || std::holds_alternative<OfficerRegistered>(data)
        || std::holds_alternative<LatePaperRecorded>(data)
        || std::holds_alternative<ClosureDeclared>(data)
        || std::holds_alternative<ClosureLifted>(data)
        || std::holds_alternative<ReservationChanged>(data);
}

} // namespace antre

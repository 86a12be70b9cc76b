// SPDX-License-Identifier: Apache-2.0
#include "domain/event.h"

namespace antre {

bool isStanding(const EventData &data)
{
    return std::holds_alternative<CataloguePublished>(data)
        || std::holds_alternative<TerminalEnrolled>(data)
        || std::holds_alternative<TerminalRevoked>(data)
        || std::holds_alternative<OfficerRegistered>(data)
        || std::holds_alternative<LatePaperRecorded>(data);
}

} // namespace antre

// SPDX-License-Identifier: Apache-2.0
#include "domain/dayend.h"

#include "domain/command.h"
#include "domain/state.h"

#include <algorithm>

namespace antre {

QString dayEndName(DayEnd end)
{
    return end == DayEnd::Expire ? QStringLiteral("expire") : QStringLiteral("serveAll");
}

std::optional<DayEnd> dayEndFromName(const QString &name)
{
    for (const DayEnd end : {DayEnd::ServeAll, DayEnd::Expire}) {
        if (dayEndName(end) == name)
            return end;
    }
    return std::nullopt;
}

Instant closingTime(const Catalogue &catalogue, BusinessDay day)
{
    std::optional<Minutes> last;
    for (const Agency &agency : catalogue.agencies) {
        for (const Service &service : agency.services) {
            if (const auto hours = scheduleOn(catalogue, service, day).hours)
                last = std::max(last.value_or(Minutes(0)), hours->open.until);
        }
    }
    return last ? instantOf(day, *last, catalogue.zone())
                : instantOf(BusinessDay{day.days + 1}, Minutes(0), catalogue.zone());
}

static bool anyCounterOpen(const State &state)
{
    return std::ranges::any_of(state.desks, [](const auto &desk) { return desk.second.isOpen(); });
}

static bool anybodyHere(const State &state)
{
    return std::ranges::any_of(state.tickets, [](const auto &entry) {
        const TicketState is = entry.second.state;
        return is == TicketState::Waiting || is == TicketState::Parked || is == TicketState::Called
            || is == TicketState::Serving;
    });
}

bool isDayEndDue(const State &state, Instant now)
{
    if (!state.catalogue || state.day.isNull() || state.dayIsClosed)
        return false;
    const Catalogue &catalogue = *state.catalogue;
    if (localTime(now, catalogue.zone()).day > state.day)
        return true;
    const DayEndRule &rule = catalogue.site.dayEnd;
    if (now < closingTime(catalogue, state.day) + rule.after)
        return false;
    return rule.end == DayEnd::Expire || !anyCounterOpen(state) || !anybodyHere(state);
}

Command dayEndCommand(const Site &site, BusinessDay day)
{
    const QString name = QStringLiteral("day's end of %1 on %2").arg(site.id, day.text());
    return {CommandId(uuidOfName(name)), {}, CloseDay{day}};
}

} // namespace antre

// SPDX-License-Identifier: Apache-2.0
#include "kiosk/kioskscreen.h"

namespace antre {

template <typename Map, typename Key>
static typename Map::mapped_type valueOf(const Map &map, const Key &key)
{
    const auto found = map.find(key);
    return found == map.end() ? typename Map::mapped_type{} : found->second;
}

LineNow KioskScreen::line(const LineId &id) const { return valueOf(lines, id); }
ServiceStatus KioskScreen::status(const ServiceId &id) const { return valueOf(services, id); }
ServiceStatus KioskScreen::status(const AgencyId &id) const { return valueOf(agencies, id); }

KioskScreen kioskScreen(const State &state, const LocalTime &now)
{
    Q_ASSERT(state.catalogue);
    const auto &catalogue = *state.catalogue;
    KioskScreen screen;
    screen.catalogue = state.catalogue;
    screen.now = now;
    // Numbers of another day say nothing about today's quotas and queues.
    const bool today = state.day == now.day;
    for (const auto &agency : catalogue.agencies) {
        screen.agencies[agency.id] = agencyStatus(catalogue, agency, now);
        screen.lines[agency.line()].waiting = today ? state.waitingIn(agency.line()) : 0;
        for (const auto &service : agency.services) {
            const int taken = today ? state.taken.value(service.id) : 0;
            screen.services[service.id] = serviceStatus(catalogue, service, taken, now);
        }
    }
    for (const auto &counter : catalogue.counters) {
        if (!state.desk(counter.id).isOpen())
            continue;
        for (const auto &line : catalogue.linesOf(counter.id))
            screen.lines[line].served = true;
    }
    return screen;
}

} // namespace antre

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

KioskScreen kioskScreen(const State &state, Instant now, const Vantage &vantage)
{
    Q_ASSERT(state.catalogue);
    const auto &catalogue = *state.catalogue;
    KioskScreen screen;
    screen.catalogue = state.catalogue;
    screen.now = localTime(now, catalogue.zone());
    // Numbers of another day say nothing about today's queues.
    const bool today = state.day == screen.now.day;
    for (const auto &agency : catalogue.agencies) {
        screen.agencies[agency.id] = agencyStatus(state, agency, now, vantage);
        screen.lines[agency.line()].waiting = today ? state.waitingIn(agency.line()) : 0;
        for (const auto &service : agency.services)
            screen.services[service.id] = serviceStatus(state, service, now, vantage);
    }
    return screen;
}

} // namespace antre

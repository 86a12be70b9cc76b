// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/devicestatus.h"
#include "domain/promisedwait.h"
#include "domain/state.h"

#include <QJsonObject>

#include <vector>

namespace antre {

/// Who waits longer is worth a manager's look.
constexpr Minutes waitTarget{40};

/// What asks for a person now. Sent by name: add at the end, never rename.
enum class Alarm {
    PaperOut, ///< or another reason why a kiosk can't print
    PaperLow,
    SlipUnknown, ///< a person must look for slips
    Silent, ///< an enrolled kiosk is not connected
    Backlog, ///< the service has not heard of slips in hands
    ClockOff, ///< a terminal's clock is far from the site's
    Trouble, ///< what a terminal says of itself
    WaitOverTarget,
    NobodyAtCounter, ///< people wait and no counter of theirs is open
    QuotaLow,
};

[[nodiscard]] QString alarmName(Alarm alarm);

/// What the manager's page is made from; all of it belongs to the caller.
struct MallScene
{
    const State &state;
    const std::map<TerminalId, DeviceStatus> &devices; ///< those heard since the service started
    const PromisedWaits &waits; ///< of numbers taken now
    Instant now;
    Instant serviceStarted; ///< devices that were not heard since are silent since then
};

/// {"lines":[…],"counters":[…],"devices":[…],"closures":[…],"alarms":[…],"today":{…},"now":…}:
/// the whole mall, as the page Now shows it. Takes a few milliseconds for a full mall. Nothing of
/// it names a visitor.
[[nodiscard]] QJsonObject mallNow(const MallScene &scene);

} // namespace antre

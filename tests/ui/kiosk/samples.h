// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kiosk/kioskscreen.h"

namespace antre {

/// The catalogue of MPP Kota Bengkulu, as it ships.
[[nodiscard]] CataloguePtr mallCatalogue();

/// That mall on `day`, with an officer at every counter and nobody waiting.
[[nodiscard]] State openMall(BusinessDay day);

/// "2026-08-20", minutes since its midnight, by the mall's clocks.
[[nodiscard]] Instant mallTime(const char *day, int minutes);

/// Thursday, 20 August 2026, 09.42: eight wait at A, Samsat rests, BNN opens later, Disnaker is
/// closed; a camera reads codes.
[[nodiscard]] KioskScreen morning();

/// `screen` without the network since 09.28, two slips not reported yet.
[[nodiscard]] KioskScreen away(KioskScreen screen = morning());

/// The morning of a kiosk that was restarted and heard nobody since yesterday, 15.40; A2-07 may
/// have no slip.
[[nodiscard]] KioskScreen restarted();

/// morning() at a kiosk that can keep nothing.
[[nodiscard]] KioskScreen shut();
[[nodiscard]] LocalText onTheRight();
/// With the code that leads to the page where phones take numbers.
[[nodiscard]] KioskScreen withPhoneCode(KioskScreen screen);
/// The first printer has no paper, another one prints.
[[nodiscard]] KioskScreen otherPrinter(KioskScreen screen);

/// The number of the mock-ups, with its slip and code.
[[nodiscard]] IssuedTicket sampleTicket();

/// morning() with that number given.
[[nodiscard]] KioskScreen issuedMorning(const IssuedTicket &ticket = sampleTicket());

} // namespace antre

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kiosk/kioskscreen.h"

namespace antre {

/// The catalogue of MPP Kota Bengkulu, as it ships.
[[nodiscard]] CataloguePtr mallCatalogue();

/// Thursday, 20 August 2026, 09.42: eight wait at A, Samsat rests, BNN opens later, Disnaker is
/// closed.
[[nodiscard]] KioskScreen morning();

/// The number of the mock-ups, with its slip and code.
[[nodiscard]] IssuedTicket sampleTicket();

/// morning() with that number given.
[[nodiscard]] KioskScreen issuedMorning(const IssuedTicket &ticket = sampleTicket());

} // namespace antre

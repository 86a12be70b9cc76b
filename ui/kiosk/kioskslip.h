// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "slip/slipcontent.h"
#include "terminal/kiosktickets.h"

namespace antre {

/// What the slip of a kiosk's ticket says: printed and shown from this one value. `copy`: it was
/// printed before.
[[nodiscard]] SlipContent kioskSlipContent(
    const KioskTicket &ticket, const Catalogue &catalogue, bool copy);

} // namespace antre

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/instant.h"

namespace antre::test {

struct KillPlan
{
    quint64 seed = 1;
    int serviceKills = 0;
    int kioskKills = 0;
    Milliseconds between{350}; ///< at most, from one kill to the next
};

/// Kills service and kiosks at random moments under load, as power cuts do, starts them again, lets
/// everything come to rest, and checks the books of paper, kiosks, journal and hall against each
/// other. Prints the figures.
void killLoop(const KillPlan &plan);

} // namespace antre::test

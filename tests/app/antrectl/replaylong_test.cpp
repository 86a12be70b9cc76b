// SPDX-License-Identifier: Apache-2.0
#include "app/antrectl/replayaims.h"

using namespace antre;

TEST_CASE("In many offices the promised range comes true as often as it says", "[replay]")
{
    for (const ReplayScenario &scenario : replayScenarios(nullptr)) {
        if (scenario.catalogue)
            checkAims(scenario, replay(scenario, replayPlan(8)), 0.015);
    }
}

TEST_CASE("In many malls the promised range comes true as often as it says", "[replay]")
{
    const ReplayScenario scenario = replayScenarios(bengkulu()).back();
    checkAims(scenario, replay(scenario, replayPlan(8)), 0.015);
}

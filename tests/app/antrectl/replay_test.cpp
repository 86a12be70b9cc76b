// SPDX-License-Identifier: Apache-2.0
#include "app/antrectl/replayaims.h"

using namespace antre;

TEST_CASE("The promised range comes true as often as it says, and no simple estimate is closer",
    "[replay]")
{
    for (const ReplayScenario &scenario : replayScenarios(bengkulu())) {
        if (scenario.name == QLatin1String("the mall"))
            continue; // the long one
        checkAims(scenario, replay(scenario, replayPlan(4)), 0.08);
    }
}

TEST_CASE("A replayed mall is the same every time", "[replay]")
{
    const ReplayScenario scenario = replayScenarios(bengkulu()).front();
    const ReplayScore once = replay(scenario, replayPlan(1));
    const ReplayScore again = replay(scenario, replayPlan(1));
    REQUIRE(once.waits().size() == again.waits().size());
    CHECK(once.coverage() == again.coverage());
    CHECK(once.meanError(WaitMethod::Forecast) == again.meanError(WaitMethod::Forecast));
}

TEST_CASE("Gamma variables have the mean and variance that their shape says", "[replay]")
{
    SeededRandom random(1);
    double sum = 0;
    double squares = 0;
    constexpr int count = 20'000;
    for (int i = 0; i < count; ++i) {
        const double x = gammaDistributed(2.2, random);
        sum += x;
        squares += x * x;
    }
    const double mean = sum / count;
    CHECK(mean == Approx(2.2).epsilon(0.03));
    CHECK(squares / count - mean * mean == Approx(2.2).epsilon(0.06));
}

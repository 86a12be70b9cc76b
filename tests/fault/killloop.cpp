// SPDX-License-Identifier: Apache-2.0
#include "fault/killloop.h"

#include "fault/processmall.h"
#include "support/catch.h"
#include "support/eventually.h"

namespace antre::test {

static Milliseconds upTo(Random &random, Milliseconds most)
{
    return Milliseconds(qint64(random.unit() * double(most.count())));
}

/// Every other time the dust settles first: until somebody has the service's number again. Else the
/// next kill hits those who are still coming back.
static void maySettle(const ProcessMall &mall, Random &random)
{
    const int before = mall.gaveByService();
    if (random.below(2) == 0)
        (void)eventually([&] { return mall.gaveByService() > before; }, Milliseconds(3'000));
}

static void killInTurns(ProcessMall &mall, const KillPlan &plan, Random &random)
{
    int services = plan.serviceKills;
    int kiosks = plan.kioskKills;
    while (services + kiosks > 0) {
        maySettle(mall, random);
        letPass(upTo(random, plan.between));
        const int victim = int(random.below(3));
        // Now and then the whole building has no power.
        const bool both = services > 0 && kiosks > 0 && random.below(4) == 0;
        const bool service = both || random.below(quint64(services + kiosks)) < quint64(services);
        const bool kiosk = both || !service;
        if (service)
            mall.killService();
        if (kiosk)
            mall.killKiosk(victim);
        services -= service;
        kiosks -= kiosk;
        letPass(upTo(random, plan.between));
        if (kiosk)
            mall.startKiosk(victim);
        if (service)
            mall.startService();
    }
}

void killLoop(const KillPlan &plan)
{
    CAPTURE(plan.seed);
    SeededRandom random(plan.seed);
    ProcessMall mall({.seed = plan.seed});
    mall.startService();
    mall.openHall();
    mall.startKiosks();
    REQUIRE(mall.eachGivesMore(1));
    killInTurns(mall, plan, random);
    const Reckoning reckoning = checkBooks(mall, "kill -9");
    // Both halves of the promise were under test.
    CHECK(reckoning.ownNumbers > 0);
    CHECK(reckoning.slips > reckoning.ownNumbers);
}

} // namespace antre::test

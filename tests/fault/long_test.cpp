// SPDX-License-Identifier: Apache-2.0
// What takes minutes: more kills, and silences longer than any side's patience.
#include "fault/killloop.h"
#include "fault/processmall.h"
#include "support/catch.h"

using namespace antre;
using namespace antre::test;
using namespace std::chrono_literals;

TEST_CASE("Killed 600 times, service and kiosks lose no slip and double none", "[kill]")
{
    killLoop({.seed = 2, .serviceKills = 300, .kioskKills = 300});
}

TEST_CASE("A kiosk that slept until the service gave it up comes back with all it did", "[freeze]")
{
    ProcessMall mall({.kiosks = 2});
    mall.startService();
    mall.openHall();
    mall.startKiosks();
    REQUIRE(mall.eachGivesMore(3));
    mall.kiosk(0).freeze();
    letPass(30s); // the service closes a silent connection after 20 s
    mall.kiosk(0).goOn();
    CHECK(mall.eachGivesMore(5));
    checkBooks(mall, "kiosk frozen for 30 s");
}

TEST_CASE(
    "A service that stood still for a minute takes in all that kiosks did without it", "[freeze]")
{
    ProcessMall mall({.kiosks = 2});
    mall.startService();
    mall.openHall();
    mall.startKiosks();
    REQUIRE(mall.eachGivesMore(3));
    mall.service().freeze();
    // Less than a minute: a call older than that is not spoken any more.
    letPass(45s);
    CHECK(mall.slowest() < 2500ms);
    mall.service().goOn();
    CHECK(mall.eachGivesMore(5));
    const Reckoning reckoning = checkBooks(mall, "service frozen for 45 s");
    CHECK(reckoning.ownNumbers > 50);
}

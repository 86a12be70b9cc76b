// SPDX-License-Identifier: Apache-2.0
#include "fault/processmall.h"
#include "support/catch.h"
#include "support/eventually.h"

using namespace antre;
using namespace antre::test;
using namespace std::chrono_literals;

namespace {

struct BusyMall
{
    ProcessMall mall{{.kiosks = 2}};

    BusyMall()
    {
        mall.startService();
        mall.openHall();
        mall.startKiosks();
        REQUIRE(mall.eachGivesMore(3));
    }
};

} // namespace

TEST_CASE("While the service stands still, kiosks give numbers of their own in about a second",
    "[freeze]")
{
    BusyMall busy;
    busy.mall.service().freeze();
    CHECK(busy.mall.eachGivesMore(4));
    CHECK(busy.mall.slowest() < 2500ms);
    busy.mall.service().goOn();
    CHECK(busy.mall.eachGivesMore(4));
    const Reckoning reckoning = checkBooks(busy.mall, "service frozen");
    CHECK(reckoning.ownNumbers >= 6);
}

TEST_CASE("A kiosk that slept through the service's restart goes on where it stood", "[freeze]")
{
    BusyMall busy;
    busy.mall.kiosk(0).freeze();
    CHECK(busy.mall.givesMore(3));
    busy.mall.killService();
    CHECK(busy.mall.givesMore(3));
    busy.mall.startService();
    CHECK(busy.mall.givesMore(3));
    busy.mall.kiosk(0).goOn();
    CHECK(busy.mall.eachGivesMore(3));
    checkBooks(busy.mall, "kiosk frozen, service restarted");
}

// SPDX-License-Identifier: Apache-2.0
#include "kiosk/kioskscreen.h"
#include "support/catch.h"
#include "ui/kiosk/samples.h"

using namespace antre;

static const ServiceId police = ServiceId(QStringLiteral("polresta.skck-baru"));

TEST_CASE("The screen says what hours say at that moment", "[screen]")
{
    const auto thursday = BusinessDay::fromText(u"2026-08-20").value();
    const auto state = openMall(thursday);
    const AgencyId agency(QStringLiteral("dpmptsp"));
    CHECK(kioskScreen(state, mallTime("2026-08-20", 9 * 60)).status(agency).availability
        == Availability::Open);
    CHECK(kioskScreen(state, mallTime("2026-08-20", 12 * 60 + 5)).status(agency).availability
        == Availability::OnBreak);
    CHECK(kioskScreen(state, mallTime("2026-08-22", 9 * 60)).status(agency).availability
        == Availability::ClosedToday);
}

TEST_CASE("Yesterday's queue is not shown as today's", "[screen]")
{
    const auto thursday = BusinessDay::fromText(u"2026-08-20").value();
    auto state = openMall(thursday);
    state.lines[LineId(QStringLiteral("A"))].waiting = 8;
    CHECK(kioskScreen(state, mallTime("2026-08-20", 600)).line(LineId(QStringLiteral("A"))).waiting
        == 8);
    CHECK(kioskScreen(state, mallTime("2026-08-21", 600)).line(LineId(QStringLiteral("A"))).waiting
        == 0);
}

TEST_CASE("A line is served when one of its counters is open", "[screen]")
{
    auto state = openMall(BusinessDay::fromText(u"2026-08-20").value());
    state.desks.clear();
    state.desks[CounterId(QStringLiteral("1"))].officer = OfficerId(QStringLiteral("rina"));
    const auto screen = kioskScreen(state, mallTime("2026-08-20", 600));
    CHECK(screen.status(AgencyId(QStringLiteral("dpmptsp"))).availability == Availability::Open);
    CHECK(screen.status(AgencyId(QStringLiteral("samsat"))).availability
        == Availability::NobodyAtCounter);
}

TEST_CASE("Without the service nobody claims that the counters are empty", "[screen]")
{
    auto state = openMall(BusinessDay::fromText(u"2026-08-20").value());
    state.desks.clear();
    const auto screen = kioskScreen(state, mallTime("2026-08-20", 600), {.seesDesks = false});
    CHECK(screen.status(AgencyId(QStringLiteral("samsat"))).availability == Availability::Open);
}

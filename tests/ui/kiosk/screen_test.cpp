// SPDX-License-Identifier: Apache-2.0
#include "kiosk/kioskscreen.h"
#include "support/catch.h"
#include "ui/kiosk/samples.h"

using namespace antre;

static const ServiceId police = ServiceId(QStringLiteral("polresta.skck-baru"));

static State today(BusinessDay day)
{
    State state;
    state.catalogue = mallCatalogue();
    state.day = day;
    return state;
}

TEST_CASE("The screen says what hours say at that moment", "[screen]")
{
    const auto thursday = BusinessDay::fromText(u"2026-08-20").value();
    const auto state = today(thursday);
    const AgencyId agency(QStringLiteral("dpmptsp"));
    CHECK(kioskScreen(state, {thursday, Minutes(9 * 60), 4}).status(agency).availability
        == Availability::Open);
    CHECK(kioskScreen(state, {thursday, Minutes(12 * 60 + 5), 4}).status(agency).availability
        == Availability::OnBreak);
    const BusinessDay saturday{thursday.days + 2};
    CHECK(kioskScreen(state, {saturday, Minutes(9 * 60), 6}).status(agency).availability
        == Availability::ClosedToday);
}

TEST_CASE("Yesterday's queue is not shown as today's", "[screen]")
{
    const auto thursday = BusinessDay::fromText(u"2026-08-20").value();
    auto state = today(thursday);
    state.lines[LineId(QStringLiteral("A"))].waiting = 8;
    CHECK(kioskScreen(state, {thursday, Minutes(600), 4}).line(LineId(QStringLiteral("A"))).waiting
        == 8);
    const BusinessDay friday{thursday.days + 1};
    CHECK(kioskScreen(state, {friday, Minutes(600), 5}).line(LineId(QStringLiteral("A"))).waiting
        == 0);
}

TEST_CASE("A line is served when one of its counters is open", "[screen]")
{
    const auto thursday = BusinessDay::fromText(u"2026-08-20").value();
    auto state = today(thursday);
    state.desks[CounterId(QStringLiteral("1"))].officer = OfficerId(QStringLiteral("rina"));
    const auto screen = kioskScreen(state, {thursday, Minutes(600), 4});
    CHECK(screen.line(LineId(QStringLiteral("A"))).served);
    CHECK_FALSE(screen.line(LineId(QStringLiteral("B"))).served);
}

// SPDX-License-Identifier: Apache-2.0
#include "domain/availability.h"
#include "support/catch.h"
#include "support/mall.h"

using namespace antre;
using namespace std::chrono_literals;

namespace {

ServiceStatus at(Instant when, int taken = 0, const char *service = "a.two")
{
    const CataloguePtr mall = smallMall();
    return serviceStatus(
        *mall, *mall->service(ServiceId(text(service))), taken, localTime(when, mall->zone()));
}

QString changes(const ServiceStatus &status)
{
    if (!status.changes)
        return {};
    return status.changes->day.text() + QStringLiteral(" %1").arg(status.changes->ofDay.count());
}

} // namespace

TEST_CASE("Each moment of a day says what can be done and until when", "[availability]")
{
    CHECK(at(thursday(7)).availability == Availability::OpensLater);
    CHECK(changes(at(thursday(7))) == text("2026-08-20 450"));
    CHECK(at(thursday(9)).availability == Availability::Open);
    CHECK(at(thursday(11, 59)).availability == Availability::Open);
    CHECK(at(thursday(12)).availability == Availability::OnBreak);
    CHECK(changes(at(thursday(12))) == text("2026-08-20 780"));
    CHECK(at(thursday(13)).availability == Availability::Open);
    CHECK(at(thursday(14, 30)).availability == Availability::ClosedForToday);
    CHECK(changes(at(thursday(14, 30))) == text("2026-08-21 450"));
}

TEST_CASE("A full quota opens again on the next day that is open", "[availability]")
{
    const ServiceStatus full = at(thursday(9), 2);
    CHECK(full.availability == Availability::QuotaFull);
    CHECK_FALSE(full.takesNumbers());
    CHECK(changes(full) == text("2026-08-21 450"));
    CHECK(changes(at(thursday(9) + 24h, 2)) == text("2026-08-24 450")); // Friday -> Monday
    CHECK(at(thursday(9), 1000, "a.one").availability == Availability::Open);
}

TEST_CASE("Holidays are closed, and the day after is announced", "[availability]")
{
    const ServiceStatus holiday = at(thursday(9) - 72h); // Monday, 17 August
    CHECK(holiday.availability == Availability::ClosedToday);
    CHECK(changes(holiday) == text("2026-08-18 450"));
}

TEST_CASE("An agency is as open as the best of its services", "[availability]")
{
    const CataloguePtr mall = smallMall();
    CHECK(agencyStatus(*mall, mall->agencies.front(), localTime(thursday(9), mall->zone()))
              .availability
        == Availability::Open);
    CHECK(agencyStatus(*mall, mall->agencies.front(), localTime(thursday(12), mall->zone()))
              .availability
        == Availability::OnBreak);
}

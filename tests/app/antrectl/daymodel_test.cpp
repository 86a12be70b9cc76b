// SPDX-License-Identifier: Apache-2.0
#include "rehearsal/daymodel.h"
#include "support/catch.h"
#include "support/paths.h"
#include "wire/cataloguejson.h"

#include <QFile>

#include <algorithm>
#include <cmath>

using namespace antre;
using namespace std::chrono_literals;

namespace {

CataloguePtr mall(const char *name = "resources/catalogue/mpp-bengkulu.json")
{
    QFile file(sourcePath("") + QLatin1String(name));
    REQUIRE(file.open(QIODevice::ReadOnly));
    const CataloguePtr catalogue = readCatalogue(file.readAll()).catalogue;
    REQUIRE(catalogue);
    return catalogue;
}

BusinessDay day(const char *date) { return *BusinessDay::fromText(QString::fromLatin1(date)); }

BusinessDay thursday() { return day("2026-08-20"); }

BusinessDay friday() { return day("2026-08-21"); }

std::vector<Visit> visitors(const Catalogue &catalogue, BusinessDay on, int count, quint64 seed = 1)
{
    SeededRandom random(seed);
    return visitorsOf(catalogue, {on, count}, random);
}

/// Share of the visitors for whom `is` holds.
template <typename Predicate> double share(const std::vector<Visit> &visits, Predicate is)
{
    return double(std::ranges::count_if(visits, is)) / double(visits.size());
}

Minutes ofDay(const Catalogue &catalogue, const Visit &visit)
{
    return localTime(visit.arrival, catalogue.zone()).ofDay;
}

} // namespace

TEST_CASE("The same seed gives the same day, another seed another one", "[rehearsal]")
{
    const auto catalogue = mall();
    CHECK(visitors(*catalogue, thursday(), 450, 7) == visitors(*catalogue, thursday(), 450, 7));
    CHECK_FALSE(
        visitors(*catalogue, thursday(), 450, 7) == visitors(*catalogue, thursday(), 450, 8));
}

TEST_CASE("All visitors come, in order, while numbers are given", "[rehearsal]")
{
    const auto catalogue = mall();
    const auto visits = visitors(*catalogue, thursday(), 450);
    CHECK(visits.size() == 450);
    CHECK(std::ranges::is_sorted(visits, {}, &Visit::arrival));
    for (const Visit &visit : visits) {
        CHECK(localTime(visit.arrival, catalogue->zone()).day == thursday());
        CHECK(TimeSpan{7h + 30min, 14h + 30min}.contains(ofDay(*catalogue, visit)));
        CHECK(catalogue->service(visit.service));
        CHECK(catalogue->priorityClass(visit.priority));
        CHECK(visit.atCounter >= 30s);
    }
}

TEST_CASE("Most come from nine to eleven, few at lunch, fewest during Friday prayer", "[rehearsal]")
{
    const auto catalogue = mall();
    const auto inHours = [&](const std::vector<Visit> &visits, TimeSpan span) {
        return share(visits, [&](const Visit &visit) {
            return span.contains(ofDay(*catalogue, visit));
        }) / double((span.until - span.from).count());
    };
    const auto weekday = visitors(*catalogue, thursday(), 20'000);
    const double peak = inHours(weekday, {9h, 11h});
    const double lunch = inHours(weekday, {12h, 13h});
    CHECK(peak > 2 * inHours(weekday, {13h, 14h}));
    CHECK(lunch < inHours(weekday, {13h, 14h}));
    const auto prayerDay = visitors(*catalogue, friday(), 20'000);
    CHECK(inHours(prayerDay, {11h + 30min, 13h}) < lunch);
}

TEST_CASE("Dukcapil and BPJS Kesehatan are wanted most", "[rehearsal]")
{
    const auto catalogue = mall();
    const auto visits = visitors(*catalogue, thursday(), 20'000);
    std::map<AgencyId, int> wanted;
    for (const Visit &visit : visits)
        ++wanted[catalogue->service(visit.service)->agency];
    const int dukcapil = wanted[AgencyId(QStringLiteral("disdukcapil"))];
    const int health = wanted[AgencyId(QStringLiteral("bpjskes"))];
    for (const auto &[agency, count] : wanted) {
        CHECK(count <= dukcapil);
        CHECK((count <= health || count == dukcapil));
    }
    CHECK(wanted.size() == 21);
}

TEST_CASE("Times at the counter lie around the plan, with a long tail", "[rehearsal]")
{
    const auto catalogue = mall();
    const auto visits = visitors(*catalogue, thursday(), 20'000);
    const auto relative = [&](const Visit &visit) {
        return double(visit.atCounter.count())
            / double(Milliseconds(catalogue->service(visit.service)->duration).count());
    };
    double sum = 0;
    for (const Visit &visit : visits)
        sum += relative(visit);
    CHECK(std::abs(sum / 20'000 - 0.94) < 0.02);
    CHECK(std::abs(share(visits, [&](const Visit &visit) { return relative(visit) > 2; }) - 0.029)
        < 0.008);
}

TEST_CASE("Some don't come when called, some lose patience, some may go first", "[rehearsal]")
{
    const auto catalogue = mall();
    const auto visits = visitors(*catalogue, thursday(), 20'000);
    CHECK(std::abs(share(visits, [](const Visit &visit) { return !visit.comes; }) - 0.05) < 0.01);
    CHECK(std::abs(
              share(visits, [](const Visit &visit) { return visit.patience.has_value(); }) - 0.02)
        < 0.005);
    CHECK(std::abs(share(visits,
                       [&](const Visit &visit) {
                           return visit.priority != catalogue->classes.front().id;
                       })
              - 0.135)
        < 0.02);
}

TEST_CASE("Nobody comes on holidays and weekends", "[rehearsal]")
{
    const auto catalogue = mall();
    CHECK_FALSE(scheduleOn(*catalogue, day("2026-08-17")).hours);
    CHECK_FALSE(scheduleOn(*catalogue, day("2026-08-22")).hours);
    CHECK(nextOpenDay(*catalogue, day("2026-08-15")) == day("2026-08-18"));
    CHECK(nextOpenDay(*catalogue, thursday()) == thursday());
}

TEST_CASE("A day can be made for any catalogue", "[rehearsal]")
{
    const auto catalogue = mall("tests/data/catalogue-small.json");
    const auto visits = visitors(*catalogue, friday(), 100);
    CHECK(visits.size() == 100);
}

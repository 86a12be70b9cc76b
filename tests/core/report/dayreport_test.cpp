// SPDX-License-Identifier: Apache-2.0
#include "domain/dayresult.h"
#include "report/dayreport.h"
#include "support/catch.h"
#include "support/mall.h"

using namespace antre;
using namespace std::chrono_literals;

namespace {

/// The small mall's day, kept as a journal would.
class Kept
{
public:
    Kept()
    {
        const Instant now = mall.clock.wall();
        events.push_back({DayStarted{}, now, mall.state.day, {}, {}});
        events.push_back({CataloguePublished{smallMall()}, now, mall.state.day, {}, {}});
    }

    void tell(const CommandData &data, const Actor &by = officerAt("1"))
    {
        const auto caused = mall.tell(data, by);
        REQUIRE(caused);
        events.insert(events.end(), caused->begin(), caused->end());
    }
    void takes(const char *service)
    {
        tell(IssueTicket{ServiceId(text(service)), {}, {}, {}, mall.clock.wall()},
            {TerminalId(text("kiosk-1")), {}});
    }
    void calls() { tell(CallNext{one, false, {}}); }
    void serves(Milliseconds time)
    {
        tell(StartServing{one, mall.at("1")});
        mall.clock.advance(time);
        tell(FinishServing{one, mall.at("1"), {}});
    }
    [[nodiscard]] DayReport report() const { return reportDay(events, mall.state.day); }

    const CounterId one{text("1")};
    RuleBook mall;
    std::vector<Event> events;
};

} // namespace

TEST_CASE("The report says what became of each number, and of which service", "[report]")
{
    Kept day;
    day.tell(OpenCounter{day.one});
    for (const char *service : {"a.one", "a.one", "a.two", "b.one"})
        day.takes(service);
    day.calls();
    day.serves(10min);
    day.calls();
    day.tell(MarkNoShow{day.one, day.mall.at("1")});
    const DayReport report = day.report();
    CHECK_FALSE(report.isClosed);
    CHECK(report.all.issued == 4);
    CHECK(report.all.served == 1);
    CHECK(report.all.missed == 1);
    CHECK(report.all.open == 2);
    REQUIRE(report.agencies.size() == 2);
    CHECK(report.agencies[0].figures.issued == 3);
    REQUIRE(report.agencies[0].services.size() == 2);
    CHECK(report.agencies[0].services[0].figures.waits == std::vector<double>{0, 10});
    CHECK(report.agencies[0].services[0].figures.longWait() == 10.0);
    CHECK_FALSE(report.agencies[1].figures.medianWait());
}

TEST_CASE("Who still waits when the day is closed is reported as expired", "[report]")
{
    Kept day;
    day.tell(OpenCounter{day.one});
    day.takes("a.one");
    day.takes("a.one");
    day.calls();
    day.serves(10min);
    CHECK_FALSE(expiredAtDayEnd(day.mall.state));
    day.tell(CloseCounter{day.one, {}});
    day.mall.clock.setWall(thursday(23));
    const Command end = dayEndCommand(day.mall.state.catalogue->site, day.mall.state.day);
    day.tell(end.data, {});
    const DayReport report = day.report();
    CHECK(report.isClosed);
    CHECK(report.all.expired == 1);
    CHECK(report.all.open == 0);
    CHECK(expiredAtDayEnd(day.mall.state) == 1);
}

TEST_CASE("A park or a call that was taken back is not reported", "[report]")
{
    Kept day;
    day.tell(OpenCounter{day.one});
    day.takes("a.one");
    day.calls();
    const auto undo = [&] {
        day.tell(UndoLast{day.one, day.mall.state.desk(day.one).last.command});
    };
    day.tell(ParkTicket{day.one, day.mall.at("1"), {}, 10min});
    CHECK(day.report().all.parked == 1);
    undo();
    CHECK(day.report().all.parked == 0);
    CHECK(day.report().all.waits.size() == 1);
    day.tell(MarkNoShow{day.one, day.mall.at("1")});
    day.takes("a.two");
    day.calls();
    undo();
    CHECK(day.report().all.waits.size() == 1);
}

TEST_CASE("Whoever is sent on counts for the service of the number", "[report]")
{
    Kept day;
    day.tell(OpenCounter{day.one});
    day.takes("a.one");
    day.calls();
    day.tell(TransferTicket{
        day.one, day.mall.at("1"), ServiceId(text("b.one")), {}, TransferPlace::Keep});
    const DayReport report = day.report();
    REQUIRE(report.agencies.size() == 1);
    CHECK(report.agencies[0].services[0].id == ServiceId(text("a.one")));
    CHECK(report.all.sentOn == 1);
}

TEST_CASE("A promise is kept when the call comes within what was told", "[report]")
{
    Kept day;
    day.tell(OpenCounter{day.one});
    day.takes("a.one"); // nobody before it: at most five minutes
    day.mall.clock.advance(1min);
    day.calls();
    day.serves(1min);
    day.takes("a.one");
    day.mall.clock.advance(45min); // the officer had gone away
    day.calls();
    const PromisesKept promises = day.report().promises;
    CHECK(promises.told == 2);
    CHECK(promises.kept() == 1);
    CHECK(promises.later == 1);
}

TEST_CASE("A number of a service that the catalogue has lost is reported all the same", "[report]")
{
    Kept day;
    day.takes("b.one");
    Catalogue changed = *smallMall();
    changed.version = 2;
    changed.agencies.pop_back();
    changed.counters[0].helps.clear();
    changed.counters[1].agencies.pop_back();
    changed.index();
    day.tell(PublishCatalogue{std::make_shared<const Catalogue>(changed)}, {});
    const DayReport report = day.report();
    CHECK(report.all.issued == 1);
    REQUIRE(report.agencies.size() == 1);
    CHECK(report.agencies[0].services[0].id == ServiceId(text("b.one")));
}

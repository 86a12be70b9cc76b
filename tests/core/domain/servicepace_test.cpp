// SPDX-License-Identifier: Apache-2.0
#include "domain/servicepace.h"
#include "support/catch.h"
#include "support/mall.h"

using namespace antre;
using namespace std::chrono_literals;

namespace {

/// The small mall with everything that happens in it measured.
class Measured
{
public:
    Measured() { tell(DayStarted{}); }

    void tell(const Result<Events> &events)
    {
        REQUIRE(events);
        for (const Event &event : *events)
            recorder.fold(event, *mall.state.catalogue);
    }
    void tell(EventData data)
    {
        recorder.fold({std::move(data), mall.clock.wall(), day(), {}, {}}, *mall.state.catalogue);
    }
    [[nodiscard]] BusinessDay day() const
    {
        return localTime(mall.clock.wall(), mall.state.catalogue->zone()).day;
    }
    void opens(const char *counter)
    {
        tell(mall.tell(OpenCounter{CounterId(text(counter))}, officerAt(counter)));
    }
    void takes(const char *service)
    {
        tell(mall.tell(IssueTicket{ServiceId(text(service)), {}, {}, {}, mall.clock.wall()}));
    }
    void calls(const char *counter)
    {
        tell(mall.tell(CallNext{CounterId(text(counter))}, officerAt(counter)));
    }
    void serves(const char *counter, Milliseconds time)
    {
        const CounterId id(text(counter));
        const TicketId ticket = mall.state.desk(id).current;
        tell(mall.tell(StartServing{id, ticket}, officerAt(counter)));
        mall.clock.advance(time);
        tell(mall.tell(FinishServing{id, ticket}, officerAt(counter)));
    }
    void does(const char *counter, const CommandData &data)
    {
        tell(mall.tell(data, officerAt(counter)));
    }
    void undoes(const char *counter)
    {
        const CounterId id(text(counter));
        does(counter, UndoLast{id, mall.state.desk(id).last.command});
    }
    [[nodiscard]] ServicePace pace() const
    {
        return ServicePace::learn(history, *mall.state.catalogue, mall.clock.wall());
    }
    [[nodiscard]] double minutesOf(const char *service) const
    {
        return pace().service(ServiceId(text(service)))->seconds / 60;
    }

    RuleBook mall;
    PaceHistory history;
    PaceRecorder recorder{history};
};

} // namespace

TEST_CASE("Before anything is measured the plan is believed", "[pace]")
{
    const Measured measured;
    CHECK(measured.minutesOf("a.one") == Approx(10).epsilon(0.15));
    CHECK(measured.pace().measured() == 0);
}

TEST_CASE("The more was measured the less the plan counts", "[pace]")
{
    Measured measured;
    measured.opens("1");
    double before = measured.minutesOf("a.one");
    for (int visits = 0; visits < 30; ++visits) {
        measured.takes("a.one");
        measured.calls("1");
        measured.serves("1", 4min);
        const double now = measured.minutesOf("a.one");
        CHECK(now < before * 1.02);
        before = now;
    }
    CHECK(measured.pace().measured() == 30);
    CHECK(before < 6.5);
}

TEST_CASE("A service that nobody asked for yet leans on its agency", "[pace]")
{
    Measured measured;
    measured.opens("1");
    for (int visits = 0; visits < 15; ++visits) {
        measured.takes("a.one");
        measured.calls("1");
        measured.serves("1", 20min);
    }
    CHECK(measured.minutesOf("a.two") > 12);
    CHECK(measured.minutesOf("a.two") < measured.minutesOf("a.one"));
}

TEST_CASE(
    "The time from one visitor's end to the next call counts only if somebody was there", "[pace]")
{
    Measured measured;
    measured.opens("1");
    measured.takes("a.one");
    measured.calls("1");
    measured.serves("1", 5min);
    measured.mall.clock.advance(9min); // nobody there
    measured.takes("a.one");
    measured.takes("a.one");
    measured.calls("1");
    CHECK(measured.history.gaps.empty());
    measured.serves("1", 5min);
    measured.mall.clock.advance(40s); // somebody waits
    measured.calls("1");
    REQUIRE(measured.history.gaps.size() == 1);
    CHECK(measured.history.gaps.front().seconds == Approx(40));
}

TEST_CASE("A break is no slowness, but how late the officer comes back is kept", "[pace]")
{
    Measured measured;
    measured.mall.clock.setWall(thursday(11, 30));
    measured.opens("1");
    measured.takes("a.one");
    measured.takes("a.one");
    measured.calls("1");
    measured.serves("1", 25min); // 11:55
    measured.mall.clock.setWall(thursday(13, 4));
    measured.calls("1");
    CHECK(measured.history.gaps.empty());
    REQUIRE(measured.history.returns.size() == 1);
    CHECK(measured.history.returns.front().seconds == Approx(240));
    REQUIRE(measured.history.beforeBreaks.size() == 1);
    CHECK_FALSE(measured.history.beforeBreaks.front().called);
}

TEST_CASE("Who doesn't come is no visit", "[pace]")
{
    Measured measured;
    measured.opens("1");
    measured.takes("a.one");
    measured.calls("1");
    measured.mall.clock.advance(2min);
    const CounterId counter(text("1"));
    measured.tell(measured.mall.tell(
        MarkNoShow{counter, measured.mall.state.desk(counter).current}, officerAt("1")));
    CHECK(measured.history.visits.empty());
    REQUIRE(measured.history.absences.size() == 1);
    CHECK(measured.history.absences.front().seconds == Approx(120));
}

TEST_CASE("A \"done\" that is taken back teaches no service time", "[pace]")
{
    Measured measured;
    measured.opens("1");
    measured.takes("a.one");
    measured.calls("1");
    measured.serves("1", 20s);
    REQUIRE(measured.history.visits.size() == 1);
    measured.undoes("1");
    CHECK(measured.history.visits.empty());
    CHECK(measured.history.present.size() == 1);
    measured.mall.clock.advance(5min);
    measured.does("1", FinishServing{CounterId(text("1")), measured.mall.at("1")});
    REQUIRE(measured.history.visits.size() == 1);
    CHECK(measured.history.visits.front().seconds == Approx(320)); // from the call
}

TEST_CASE("A call that is taken back teaches no gap, and its visitor is called again", "[pace]")
{
    Measured measured;
    measured.opens("1");
    for (int i = 0; i < 2; ++i)
        measured.takes("a.one");
    measured.calls("1");
    measured.serves("1", 5min);
    measured.mall.clock.advance(10s);
    measured.calls("1");
    measured.undoes("1");
    CHECK(measured.history.gaps.empty());
    CHECK(measured.history.present.empty());
    measured.mall.clock.advance(50s);
    measured.calls("1");
    REQUIRE(measured.history.gaps.size() == 1);
    CHECK(measured.history.gaps.front().seconds == Approx(60));
}

TEST_CASE("Who is set aside keeps no counter busy, and counts once with both stays", "[pace]")
{
    Measured measured;
    measured.opens("1");
    measured.takes("a.one");
    measured.calls("1");
    measured.mall.clock.advance(2min);
    const CounterId counter(text("1"));
    measured.does("1", ParkTicket{counter, measured.mall.at("1"), {}, 10min});
    CHECK(measured.history.present.empty());
    CHECK(measured.history.visits.empty());
    measured.mall.clock.advance(15min);
    measured.calls("1");
    measured.serves("1", 3min);
    REQUIRE(measured.history.visits.size() == 1);
    CHECK(measured.history.visits.front().seconds == Approx(300));
}

TEST_CASE("Who is sent on counts once at each counter", "[pace]")
{
    Measured measured;
    measured.opens("1");
    measured.opens("2");
    measured.takes("a.one");
    measured.calls("1");
    measured.mall.clock.advance(1min);
    measured.does("1",
        TransferTicket{CounterId(text("1")), measured.mall.at("1"), ServiceId(text("b.one")), {},
            TransferPlace::Keep});
    measured.calls("2");
    measured.serves("2", 4min);
    REQUIRE(measured.history.visits.size() == 2);
    CHECK(measured.history.visits[0].seconds == Approx(60));
    CHECK(measured.history.visits[1].service == ServiceId(text("b.one")));
    CHECK(measured.history.visits[1].seconds == Approx(240));
}

TEST_CASE("How long pauses are is measured, beside what the officer said", "[pace]")
{
    Measured measured;
    measured.opens("1");
    const CounterId counter(text("1"));
    measured.does("1", PauseCounter{counter, {}, measured.mall.clock.wall() + 10min});
    measured.mall.clock.advance(12min);
    measured.does("1", ResumeCounter{counter});
    REQUIRE(measured.history.pauses.size() == 1);
    CHECK(measured.history.pauses.front().seconds == Approx(720));
    CHECK(measured.history.pauses.front().said == 600.0);
}

TEST_CASE("A counter that helps another line is expected to help again", "[pace]")
{
    Measured measured;
    measured.opens("1"); // may help B
    const CounterId counter(text("1"));
    CHECK(measured.pace().helps(counter) == Approx(0.5));
    for (int i = 0; i < 4; ++i) {
        measured.takes("b.one");
        measured.takes("a.one");
        measured.calls("1");
        measured.serves("1", 1min);
        measured.does("1", CallNext{counter, true, {}});
        measured.serves("1", 1min);
    }
    CHECK(measured.pace().helps(counter) == Approx(5.0 / 6));
}

TEST_CASE("A visit that goes on and on makes the day look slower, not faster", "[pace]")
{
    Measured measured;
    measured.opens("1");
    measured.takes("a.one");
    measured.calls("1");
    const auto agency = AgencyId(text("a"));
    const double early = measured.pace().agency(agency)->today.mean;
    measured.mall.clock.advance(50min);
    CHECK(measured.pace().agency(agency)->today.mean > early);
}

TEST_CASE("What is older than asked for is forgotten", "[pace]")
{
    Measured measured;
    measured.opens("1");
    measured.takes("a.one");
    measured.calls("1");
    measured.serves("1", 4min);
    measured.history.forgetBefore(measured.day());
    CHECK(measured.history.visits.size() == 1);
    measured.history.forgetBefore(BusinessDay{measured.day().days + 1});
    CHECK(measured.history.visits.empty());
    CHECK(measured.history.touches.empty());
}

TEST_CASE("A spread gives back the values it was made of", "[pace]")
{
    std::vector<std::pair<double, double>> values;
    for (int i = 0; i <= 100; ++i)
        values.emplace_back(i, 1);
    const Spread spread = Spread::of(values);
    CHECK(spread.at(0) == Approx(0));
    CHECK(spread.at(0.5) == Approx(50).margin(1.5));
    CHECK(spread.at(1) == Approx(100));
    for (double share = 0.05; share < 1; share += 0.05)
        CHECK(spread.shareUpTo(spread.at(share)) == Approx(share).margin(0.02));
    CHECK(spread.shareUpTo(-1) == 0);
    CHECK(spread.shareUpTo(101) == 1);
}

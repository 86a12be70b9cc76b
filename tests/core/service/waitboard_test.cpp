// SPDX-License-Identifier: Apache-2.0
#include "journal/memoryjournal.h"
#include "service/queueservice.h"
#include "support/catch.h"
#include "support/mall.h"

using namespace antre;
using namespace std::chrono_literals;

namespace {

/// The small mall's service with one counter, whose visits take as long as told.
class WaitingMall
{
public:
    WaitingMall()
    {
        REQUIRE(service.open());
        ask(PublishCatalogue{smallMall()}, {});
        opens();
    }

    Answer ask(const CommandData &data, const Actor &by)
    {
        std::optional<Answer> got;
        service.submit({CommandId(makeUuid(clock, random)), by, data},
            [&](const Answer &answer) { got = answer; });
        service.flush();
        REQUIRE(got);
        return *got;
    }
    Command wish()
    {
        return {CommandId(makeUuid(clock, random)), {TerminalId(text("kiosk-1")), {}},
            IssueTicket{
                ServiceId(text("a.one")), {}, text("id"), makeSecret(random), clock.wall()}};
    }
    Answer takes(const char *priority = "")
    {
        return ask(IssueTicket{ServiceId(text("a.one")), ClassId(text(priority)), text("id"),
                       makeSecret(random), clock.wall()},
            {TerminalId(text("kiosk-1")), {}});
    }
    void opens() { ask(OpenCounter{counter}, officerAt("1")); }
    void serves(Milliseconds time)
    {
        ask(CallNext{counter}, officerAt("1"));
        const TicketId ticket = service.state().desk(counter).current;
        ask(StartServing{counter, ticket}, officerAt("1"));
        clock.advance(time);
        ask(FinishServing{counter, ticket}, officerAt("1"));
    }

    const CounterId counter{text("1")};
    const LineId line{text("A")};
    ManualClock clock{thursday(9)};
    SeededRandom random{1};
    MemoryJournal journal;
    QueueService service{journal, clock};
};

} // namespace

TEST_CASE("The answer to a touch says how long the wait is, by the ticket's class", "[waitboard]")
{
    WaitingMall mall;
    std::optional<PromisedWait> last;
    for (int people = 0; people < 8; ++people) {
        const auto wait = mall.takes().wait;
        REQUIRE(wait);
        if (last)
            CHECK(wait->until >= last->until);
        last = wait;
    }
    CHECK(last->from > 20min);
    const auto elderly = mall.takes("elderly").wait;
    REQUIRE(elderly);
    CHECK(elderly->until < last->until);
}

TEST_CASE("Without a counter no wait is told", "[waitboard]")
{
    WaitingMall mall;
    mall.ask(CloseCounter{mall.counter}, officerAt("1"));
    CHECK_FALSE(mall.takes().wait);
    CHECK(mall.service.waits().newTickets(10).empty());
}

TEST_CASE(
    "The board tells of every line that has an estimate, and of none twice as often as it may",
    "[waitboard]")
{
    WaitingMall mall;
    mall.takes();
    const auto waits = mall.service.waits().newTickets(10);
    REQUIRE(waits.contains(mall.line));
    CHECK_FALSE(waits.contains(LineId(text("B"))));
    CHECK(mall.service.waits().newTickets(0) == waits); // nothing to renew
}

TEST_CASE("Sixty touches in no time get numbers, and only some get estimates", "[waitboard]")
{
    WaitingMall mall;
    int told = 0;
    for (int people = 0; people < 60; ++people) {
        const Answer answer = mall.takes();
        CHECK(answer.number);
        told += answer.wait ? 1 : 0;
    }
    CHECK(told > 0);
    CHECK(told <= WaitBoard::estimatesMax);
    mall.clock.advance(1s);
    CHECK(mall.takes().wait);
}

TEST_CASE("What is too old is not told", "[waitboard]")
{
    WaitingMall mall;
    mall.takes();
    REQUIRE_FALSE(mall.service.waits().newTickets(10).empty());
    mall.clock.advance(WaitBoard::keptFor);
    CHECK(mall.service.waits().newTickets(0).empty());
    CHECK_FALSE(mall.service.waits().newTickets(1).empty());
}

TEST_CASE(
    "After a restart a \"done\" that was taken back is as if it had never been", "[waitboard]")
{
    const auto promised = [](bool undoes) {
        WaitingMall mall;
        for (int visits = 0; visits < 30; ++visits) {
            mall.takes();
            mall.serves(undoes ? 10s : 5min);
            if (!undoes)
                continue;
            mall.ask(UndoLast{mall.counter, mall.service.state().desk(mall.counter).last.command},
                officerAt("1"));
            mall.clock.advance(5min - 10s);
            mall.ask(FinishServing{mall.counter, mall.service.state().desk(mall.counter).current},
                officerAt("1"));
        }
        mall.clock.setWall(thursday(9) + 24h);
        mall.opens();
        QueueService again(mall.journal, mall.clock);
        REQUIRE(again.open());
        while (again.learnPast()) { }
        std::optional<PromisedWait> wait;
        for (int people = 0; people < 6; ++people)
            again.submit(mall.wish(), [&](const Answer &answer) { wait = answer.wait; });
        again.flush();
        REQUIRE(wait);
        return wait->until;
    };
    CHECK(promised(true) == promised(false));
}

TEST_CASE("After a restart yesterday's pace is learned again, and not only today's", "[waitboard]")
{
    WaitingMall mall;
    for (int visits = 0; visits < 40; ++visits) {
        mall.takes();
        mall.serves(3min);
    }
    mall.clock.setWall(mall.clock.wall() + 24h - 2h); // the next morning
    mall.opens();
    QueueService again(mall.journal, mall.clock);
    REQUIRE(again.open());
    int pieces = 0;
    while (again.learnPast())
        ++pieces;
    CHECK(pieces > 0);

    WaitingMall other; // knows nothing but the plan, which says ten minutes
    other.clock.setWall(mall.clock.wall());
    other.opens();
    std::optional<PromisedWait> byPlan;
    std::optional<PromisedWait> learned;
    for (int people = 0; people < 6; ++people) {
        byPlan = other.takes().wait;
        again.submit(
            {CommandId(makeUuid(mall.clock, mall.random)), {TerminalId(text("kiosk-1")), {}},
                IssueTicket{ServiceId(text("a.one")), {}, text("id"), makeSecret(mall.random),
                    mall.clock.wall()}},
            [&learned](const Answer &answer) { learned = answer.wait; });
        again.flush();
    }
    REQUIRE(byPlan);
    REQUIRE(learned);
    CHECK(learned->until < byPlan->until);
}

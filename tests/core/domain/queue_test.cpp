// SPDX-License-Identifier: Apache-2.0
#include "domain/calling.h"
#include "domain/decide.h"
#include "domain/evolve.h"
#include "support/catch.h"
#include "support/mall.h"

#include <set>

using namespace antre;
using namespace std::chrono_literals;

namespace {

ReportPaper paper(
    const TicketId &ticket, const char *number, Instant touchedAt, const char *day = "2026-08-20")
{
    return {ticket, *TicketNumber::fromText(text(number)), ServiceId(text("a.one")), {}, text("id"),
        text("secret"), touchedAt, *BusinessDay::fromText(text(day))};
}

} // namespace

TEST_CASE("Numbers of a line count from 001, each line for itself", "[queue]")
{
    RuleBook mall;
    CHECK(mall.takes("a.one") == text("A001"));
    CHECK(mall.takes("b.one") == text("B001"));
    CHECK(mall.takes("a.two") == text("A002"));
}

TEST_CASE("The same wish twice is one ticket with one number", "[queue]")
{
    RuleBook mall;
    const Command wish = mall.command(
        IssueTicket{ServiceId(text("a.one")), {}, text("id"), text("s"), mall.clock.wall()}, {});
    REQUIRE(mall.tell(wish)->size() == 1);
    CHECK(mall.tell(wish)->empty());
    CHECK(mall.state.tickets.size() == 1);
    CHECK(mall.takes("a.one") == text("A002"));
}

TEST_CASE("A new day starts its numbers at 001 and forgets yesterday's lines", "[queue]")
{
    RuleBook mall;
    mall.takes("a.one");
    mall.clock.advance(24h);
    CHECK(mall.takes("a.one") == text("A001"));
    CHECK(mall.state.day.text() == text("2026-08-21"));
    CHECK(mall.state.waitingIn(LineId(text("A"))) == 1);
}

TEST_CASE("A clock set back over midnight does not open yesterday again", "[queue]")
{
    RuleBook mall;
    mall.takes("a.one");
    mall.clock.setWall(thursday(9) - 24h);
    CHECK(mall.takes("a.one") == text("A002"));
    CHECK(mall.state.day.text() == text("2026-08-20"));
}

TEST_CASE(
    "A closed, full or unknown service refuses with its reason and gives no number", "[queue]")
{
    RuleBook mall;
    CHECK(mall.takes("a.none") == text("unknownService"));
    CHECK(mall.takes("a.two") == text("A001"));
    CHECK(mall.takes("a.two") == text("A002"));
    CHECK(mall.takes("a.two") == text("quotaFull"));
    CHECK(mall.takes("a.one") == text("A003"));
    mall.clock.setWall(thursday(14, 30));
    CHECK(mall.takes("a.one") == text("numbersEnded"));
    mall.clock.setWall(thursday(15));
    CHECK(mall.takes("a.one") == text("closedForToday"));
    mall.clock.setWall(thursday(9) + 48h);
    CHECK(mall.takes("a.one") == text("closedToday"));
    CHECK(mall.state.tickets.size() == 3);
}

TEST_CASE("Numbers can be taken before the doors open and during the break", "[queue]")
{
    RuleBook mall;
    mall.clock.setWall(thursday(7, 29));
    CHECK(mall.takes("a.one") == text("opensLater"));
    mall.clock.setWall(thursday(7, 30));
    CHECK(mall.takes("a.one") == text("A001"));
    mall.clock.setWall(thursday(12, 30));
    CHECK(mall.takes("a.one") == text("A002"));
}

TEST_CASE("A counter calls who came first in the lines that it serves", "[calling]")
{
    RuleBook mall;
    mall.takes("b.one");
    mall.clock.advance(1min);
    mall.takes("a.one");
    mall.opens("1");
    mall.opens("2");
    CHECK(mall.calls("2") == text("B001"));
    CHECK(mall.calls("1") == text("A001"));
    CHECK(mall.calls("1") == text("counterBusy"));
    mall.serves("1");
    CHECK(mall.calls("1") == text("nobodyWaiting"));
}

TEST_CASE("A closed counter calls nobody", "[calling]")
{
    RuleBook mall;
    mall.takes("a.one");
    CHECK(mall.calls("1") == text("counterClosed"));
}

TEST_CASE("An elderly visitor overtakes those who came up to 20 minutes before, and nobody else",
    "[calling]")
{
    RuleBook mall;
    mall.takes("a.one"); // 21 minutes before
    mall.clock.advance(2min);
    mall.takes("a.one"); // 19 minutes before
    mall.clock.advance(19min);
    mall.takes("a.one", "elderly");
    mall.opens("1");
    CHECK(mall.calls("1") == text("A001"));
    mall.serves("1");
    CHECK(mall.calls("1") == text("A003"));
    mall.serves("1");
    CHECK(mall.calls("1") == text("A002"));
}

TEST_CASE("Nobody is overtaken by a touch more than the largest head start later, whatever the mix",
    "[calling][property]")
{
    SeededRandom dice(4711);
    for (int round = 0; round < 50; ++round) {
        RuleBook mall;
        mall.opens("1");
        std::vector<Instant> calledTouches;
        for (int step = 0; step < 200; ++step) {
            mall.clock.advance(Milliseconds(qint64(dice.below(120'000))));
            if (mall.clock.wall() > thursday(14))
                break;
            if (dice.below(2) == 0) {
                mall.takes("a.one", dice.below(3) == 0 ? "elderly" : "general");
                continue;
            }
            const auto before = mall.state.waitingIn(LineId(text("A")));
            const QString number = mall.calls("1");
            if (before == 0)
                continue;
            const Instant touched = mall.ticket(qPrintable(number)).touchedAt;
            for (const auto &[id, other] : mall.state.tickets) {
                if (other.state == TicketState::Waiting)
                    CHECK(touched - other.touchedAt <= 20min);
            }
            mall.serves("1");
        }
    }
}

TEST_CASE("Ahead of a ticket are all of its line that would be called before it", "[queue]")
{
    RuleBook mall;
    for (const char *priority : {"general", "elderly", "general", "elderly", "general"}) {
        mall.takes("a.one", priority);
        mall.takes("b.one", priority);
        mall.clock.advance(1min);
    }
    // The elderly A002 and A004 have twenty minutes' head start, and came within four.
    const auto ahead
        = [&mall](const char *number) { return mall.state.aheadOf(mall.ticket(number)); };
    CHECK(ahead("A002") == 0);
    CHECK(ahead("A004") == 1);
    CHECK(ahead("A001") == 2);
    CHECK(ahead("A003") == 3);
    CHECK(ahead("A005") == 4);
    mall.opens("1");
    CHECK(mall.calls("1") == text("A002"));
    CHECK(ahead("A005") == 3);
}

TEST_CASE("Of two touches in the same millisecond the first to arrive is ahead", "[queue]")
{
    RuleBook mall;
    mall.takes("a.one");
    mall.takes("a.one");
    CHECK(mall.state.aheadOf(mall.ticket("A001")) == 0);
    CHECK(mall.state.aheadOf(mall.ticket("A002")) == 1);
}

TEST_CASE("Done and next please is one press", "[calling]")
{
    RuleBook mall;
    mall.takes("a.one");
    mall.takes("a.one");
    mall.opens("1");
    mall.calls("1");
    const TicketId first = mall.state.desk(CounterId(text("1"))).current;
    REQUIRE(mall.tell(StartServing{CounterId(text("1")), first}, officerAt("1")));
    CHECK(mall.calls("1") == text("A002"));
    CHECK(mall.ticket("A001").state == TicketState::Served);
}

TEST_CASE("Two counters never get the same ticket, in any interleaving", "[calling][property]")
{
    SeededRandom dice(7);
    RuleBook mall;
    mall.opens("1");
    mall.opens("2");
    std::set<QString> called;
    int calls = 0;
    for (int step = 0; step < 3000; ++step) {
        mall.clock.advance(1s);
        const char *counter = dice.below(2) == 0 ? "1" : "2";
        switch (dice.below(3)) {
        case 0:
            mall.takes(dice.below(2) == 0 ? "a.one" : "b.one");
            break;
        case 1: {
            const bool free = mall.state.desk(CounterId(text(counter))).current.isEmpty();
            const QString number = mall.calls(counter);
            if (free && TicketNumber::fromText(number)) {
                ++calls;
                called.insert(number);
            }
            break;
        }
        default:
            mall.serves(counter);
        }
    }
    CHECK(calls > 100);
    CHECK(int(called.size()) == calls);
}

TEST_CASE("A press that arrives late can't hit the next visitor", "[counter]")
{
    RuleBook mall;
    mall.takes("a.one");
    mall.takes("a.one");
    mall.opens("1");
    mall.calls("1");
    const TicketId first = mall.state.desk(CounterId(text("1"))).current;
    mall.serves("1");
    mall.calls("1");
    const auto late = mall.tell(MarkNoShow{CounterId(text("1")), first}, officerAt("1"));
    REQUIRE_FALSE(late);
    CHECK(late.error().reason == text("ticketMovedOn"));
    CHECK(mall.ticket("A002").state == TicketState::Called);
}

TEST_CASE("Who doesn't come is a no-show, and the counter is free", "[counter]")
{
    RuleBook mall;
    mall.takes("a.one");
    mall.opens("1");
    mall.calls("1");
    const TicketId ticket = mall.state.desk(CounterId(text("1"))).current;
    mall.clock.advance(15s);
    REQUIRE(mall.tell(CallAgain{CounterId(text("1")), ticket}, officerAt("1")));
    CHECK(mall.ticket("A001").calls == 2);
    CHECK(mall.state.calls.size() == 2);
    REQUIRE(mall.tell(MarkNoShow{CounterId(text("1")), ticket}, officerAt("1")));
    CHECK(mall.ticket("A001").state == TicketState::NoShow);
    CHECK(mall.state.desk(CounterId(text("1"))).current.isEmpty());
}

TEST_CASE("A counter has one officer at a time", "[counter]")
{
    RuleBook mall;
    mall.opens("1");
    const auto second = mall.tell(OpenCounter{CounterId(text("1"))},
        {TerminalId(text("counter-1")), OfficerId(text("budi"))});
    REQUIRE_FALSE(second);
    CHECK(second.error().reason == text("counterTaken"));
}

TEST_CASE(
    "Paper that the service never heard of joins the line at the time of its touch", "[paper]")
{
    RuleBook mall;
    mall.clock.advance(10min);
    mall.takes("a.one");
    REQUIRE(mall.tell(paper(TicketId(makeUuid(mall.clock, mall.random)), "A2-01", thursday(9, 1))));
    mall.opens("1");
    CHECK(mall.calls("1") == text("A2-01"));
    mall.serves("1");
    CHECK(mall.calls("1") == text("A001"));
}

TEST_CASE("Paper wins over the service's number, and keeps the place in line", "[paper]")
{
    RuleBook mall;
    mall.takes("a.one");
    const TicketId first = mall.ticket("A001").id;
    mall.clock.advance(1min);
    mall.takes("a.one");
    REQUIRE(mall.tell(paper(first, "A2-01", thursday(9))));
    CHECK(mall.state.ticket(first)->number.text() == text("A2-01"));
    CHECK(mall.state.tickets.size() == 2);
    CHECK(mall.state.waitingIn(LineId(text("A"))) == 2);
    mall.opens("1");
    CHECK(mall.calls("1") == text("A2-01"));
    CHECK(mall.takes("a.one") == text("A003"));
}

TEST_CASE("A void number that was called, served or missed meanwhile waits again where it stood",
    "[paper]")
{
    for (const auto &end : {"called", "serving", "served", "noShow"}) {
        CAPTURE(end);
        RuleBook mall;
        mall.takes("a.one");
        const TicketId first = mall.ticket("A001").id;
        mall.clock.advance(1min);
        mall.takes("a.one");
        mall.opens("1");
        mall.calls("1");
        const CounterId desk(text("1"));
        if (text(end) == text("serving") || text(end) == text("served"))
            REQUIRE(mall.tell(StartServing{desk, first}, officerAt("1")));
        if (text(end) == text("served"))
            REQUIRE(mall.tell(FinishServing{desk, first}, officerAt("1")));
        if (text(end) == text("noShow"))
            REQUIRE(mall.tell(MarkNoShow{desk, first}, officerAt("1")));
        REQUIRE(ticketStateName(mall.state.ticket(first)->state) == text(end));
        REQUIRE(mall.tell(paper(first, "A2-01", thursday(9))));
        CHECK(mall.state.ticket(first)->state == TicketState::Waiting);
        CHECK(mall.calls("1") == text("A2-01"));
    }
}

TEST_CASE("Paper reported twice, or before its own wish arrives, is one ticket", "[paper]")
{
    RuleBook mall;
    const Command wish = mall.command(
        IssueTicket{ServiceId(text("a.one")), {}, text("id"), text("s"), thursday(9)}, {});
    const TicketId ticket(wish.id.value());
    REQUIRE(mall.tell(paper(ticket, "A2-01", thursday(9))));
    REQUIRE(mall.tell(paper(ticket, "A2-01", thursday(9))));
    REQUIRE(mall.tell(wish));
    CHECK(mall.state.tickets.size() == 1);
    CHECK(mall.state.ticket(ticket)->number.text() == text("A2-01"));
}

TEST_CASE("Paper is taken in after closing time and over the quota", "[paper]")
{
    RuleBook mall;
    mall.clock.setWall(thursday(16));
    CHECK(mall.tell(paper(TicketId(makeUuid(mall.clock, mall.random)), "A2-01", thursday(14))));
    CHECK(mall.state.tickets.size() == 1);
}

TEST_CASE("Two kiosks with the same number are told apart, and nothing is overwritten", "[paper]")
{
    RuleBook mall;
    REQUIRE(mall.tell(paper(TicketId(makeUuid(mall.clock, mall.random)), "A2-01", thursday(9))));
    const auto second
        = mall.tell(paper(TicketId(makeUuid(mall.clock, mall.random)), "A2-01", thursday(9)));
    REQUIRE_FALSE(second);
    CHECK(second.error().reason == text("numberTaken"));
}

TEST_CASE("Paper of yesterday is kept as a fact and stands in no line", "[paper]")
{
    RuleBook mall;
    const TicketId ticket(makeUuid(mall.clock, mall.random));
    REQUIRE(mall.tell(paper(ticket, "A2-01", thursday(9) - 24h, "2026-08-19")));
    CHECK(mall.state.tickets.empty());
    CHECK(mall.state.latePaper.contains(ticket));
    CHECK(mall.tell(paper(ticket, "A2-01", thursday(9) - 24h, "2026-08-19"))->empty());
}

TEST_CASE("A slip with a wrong date, touched today, stands in today's line", "[paper]")
{
    RuleBook mall;
    const TicketId yesterday(makeUuid(mall.clock, mall.random));
    const TicketId tomorrow(makeUuid(mall.clock, mall.random));
    REQUIRE(mall.tell(paper(yesterday, "A2-01", thursday(8, 50), "2026-08-19")));
    REQUIRE(mall.tell(paper(tomorrow, "A2-02", thursday(9) + 24h, "2026-08-21")));
    CHECK(mall.state.waitingIn(LineId(text("A"))) == 2);
    CHECK(mall.ticket("A2-02").touchedAt == thursday(9));
}

TEST_CASE("A service whose clock was a day ahead and was set right loses nobody", "[paper]")
{
    RuleBook mall;
    mall.clock.setWall(thursday(9) + 24h);
    mall.takes("a.one");
    mall.clock.setWall(thursday(9, 30));
    REQUIRE(mall.tell(paper(TicketId(makeUuid(mall.clock, mall.random)), "A2-01", thursday(9))));
    CHECK(mall.state.waitingIn(LineId(text("A"))) == 2);
}

TEST_CASE("Paper outlives the line that a new catalogue has dropped", "[paper]")
{
    RuleBook mall;
    const TicketId ticket(makeUuid(mall.clock, mall.random));
    REQUIRE(mall.tell(paper(ticket, "K2-01", thursday(9))));
    CHECK(mall.state.ticket(ticket)->state == TicketState::Waiting);
}

TEST_CASE("The service's own number comes back from paper to a queue that forgot it", "[paper]")
{
    RuleBook mall;
    mall.takes("a.one");
    REQUIRE(mall.tell(paper(TicketId(makeUuid(mall.clock, mall.random)), "A007", thursday(9))));
    CHECK(mall.takes("a.one") == text("A008"));
}

TEST_CASE("A wish of yesterday that arrives today is nobody's", "[queue]")
{
    RuleBook mall;
    const IssueTicket wish{ServiceId(text("a.one")), {}, text("id"), text("s"), mall.clock.wall()};
    mall.takes("a.one");
    mall.clock.advance(24h);
    const auto late = mall.tell(wish);
    REQUIRE_FALSE(late);
    CHECK(late.error().reason == text("wishTooOld"));
}

TEST_CASE("A kiosk's clock an hour ahead can't put a touch behind those to come", "[paper]")
{
    RuleBook mall;
    REQUIRE(mall.tell(paper(TicketId(makeUuid(mall.clock, mall.random)), "A2-01", thursday(10))));
    CHECK(mall.ticket("A2-01").touchedAt == thursday(9));
}

TEST_CASE("A second kiosk with the same mark is refused by name", "[terminals]")
{
    RuleBook mall;
    const Terminal first{
        TerminalId(text("kiosk-1")), TerminalKind::Kiosk, text("Kiosk 1"), text("1"), text("hash")};
    const Terminal second{TerminalId(text("kiosk-2")), TerminalKind::Kiosk, text("Kiosk 2"),
        text("1"), text("hash2")};
    REQUIRE(mall.tell(EnrolTerminal{first}, {}));
    const auto refused = mall.tell(EnrolTerminal{second}, {});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().reason == text("markTaken"));
    CHECK(refused.error().detail.contains(text("kiosk-1")));
}

TEST_CASE("Evolve accepts events that make no sense to it", "[queue]")
{
    RuleBook mall;
    const State before = mall.state;
    const TicketId stranger(makeUuid(mall.clock, mall.random));
    for (const EventData &data : std::vector<EventData>{
             TicketCalled{stranger, CounterId(text("9")), 0min}, TicketRecalled{stranger, {}},
             ServingStarted{stranger}, TicketServed{stranger}, TicketMissed{stranger},
             TicketCancelled{stranger}, SlipReported{stranger, SlipState::Printed},
             PaperAdopted{stranger, *TicketNumber::fromText(text("A2-01"))},
             CounterClosed{CounterId(text("9"))}})
        mall.state = evolve(std::move(mall.state), {data, thursday(9), mall.state.day, {}, {}});
    CHECK(mall.state.tickets == before.tickets);
}

TEST_CASE("A ticket number is written and read the same way", "[ticket]")
{
    for (const auto &number : {"A001", "A012", "W999", "A1000", "A2-07", "B9-123", "AKK-01"})
        CHECK(TicketNumber::fromText(text(number))->text() == text(number));
    for (const auto &wrong : {"", "A", "A1", "A12", "001", "a001", "A2-7", "-07", "2-07", "A2-",
             "A000", "A 12", "A99999999999"})
        CHECK_FALSE(TicketNumber::fromText(text(wrong)));
}

TEST_CASE("A ticket of today is adopted also when its slip shows another day", "[paper]")
{
    RuleBook mall;
    const Command wish = mall.command(
        IssueTicket{ServiceId(text("a.one")), {}, text("id"), text("s"), mall.clock.wall()}, {});
    REQUIRE(mall.tell(wish));
    const TicketId ticket(wish.id.value());
    // The answer was lost, and the kiosk's clock stood on the day before.
    REQUIRE(mall.tell(paper(ticket, "A2-01", thursday(9), "2026-08-19")));
    CHECK(mall.state.ticket(ticket)->number.text() == text("A2-01"));
    CHECK(mall.state.latePaper.empty());
    CHECK(mall.state.waitingIn(LineId(text("A"))) == 1);
}

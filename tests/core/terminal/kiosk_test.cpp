// SPDX-License-Identifier: Apache-2.0
#include "support/catch.h"
#include "support/smallhall.h"

using namespace antre;
using namespace std::chrono_literals;

TEST_CASE("A touch becomes the service's number and a slip, and both sides know", "[kiosk]")
{
    SmallHall hall;
    auto &kiosk = hall.kiosk("kiosk-1", "1");
    REQUIRE(kiosk.machine().link() == LinkStatus::Up);
    kiosk.touches("a.one");
    hall.run(50ms);
    CHECK(kiosk.shows() == text("A001"));
    CHECK(kiosk.issue().stage == IssueStage::Finished);
    CHECK(kiosk.slips.size() == 1);
    CHECK(hall.state().ticket(kiosk.issue().ticket.id)->slip == SlipState::Sent);
    CHECK(kiosk.machine().tickets().find(kiosk.issue().ticket.id)->isSettled());
    CHECK(hall.paperFaults() == QStringList());
}

TEST_CASE("A double tap, a resting palm or ten fingers give one ticket", "[kiosk]")
{
    SmallHall hall;
    auto &kiosk = hall.kiosk("kiosk-1", "1");
    for (int finger = 0; finger < 10; ++finger)
        kiosk.touches("a.one");
    hall.run(2s);
    CHECK(hall.state().tickets.size() == 1);
    CHECK(kiosk.slips.size() == 1);
}

TEST_CASE("Without network the kiosk numbers at once from its own series", "[kiosk][offline]")
{
    SmallHall hall;
    auto &kiosk = hall.kiosk("kiosk-2", "2");
    hall.network(false);
    kiosk.touches("a.one");
    CHECK(kiosk.shows() == text("A2-01"));
    CHECK(kiosk.issue().ticket.stale);
    kiosk.touches("b.one");
    CHECK(kiosk.shows() == text("B2-01"));
    kiosk.touches("a.one");
    CHECK(kiosk.shows() == text("A2-02"));
    CHECK(hall.state().tickets.empty());
    hall.network(true);
    hall.run(10s);
    CHECK(hall.state().tickets.size() == 3);
    CHECK(hall.paperFaults() == QStringList());
    for (const auto &[id, ticket] : kiosk.machine().tickets().all())
        CHECK(ticket.isSettled());
}

TEST_CASE("A lost answer ends as one ticket under the paper's number", "[kiosk][offline]")
{
    SmallHall hall;
    auto &kiosk = hall.kiosk("kiosk-2", "2");
    hall.answersGetLost = true;
    kiosk.touches("a.one");
    hall.run(900ms);
    CHECK(kiosk.shows().isEmpty());
    CHECK(hall.state().tickets.size() == 1);
    hall.run(200ms);
    CHECK(kiosk.shows() == text("A2-01"));
    hall.answersGetLost = false;
    hall.network(false);
    hall.network(true);
    hall.run(10s);
    CHECK(hall.state().tickets.size() == 1);
    CHECK(hall.paperFaults() == QStringList());
}

TEST_CASE(
    "A service that restarts while it is asked costs a second, not a ticket", "[kiosk][offline]")
{
    SmallHall hall;
    auto &kiosk = hall.kiosk("kiosk-2", "2");
    kiosk.touches("a.one");
    hall.restartService();
    hall.run(10s);
    CHECK(kiosk.shows() == text("A2-01"));
    CHECK(kiosk.machine().link() == LinkStatus::Up);
    CHECK(hall.state().tickets.size() == 1);
    CHECK(hall.paperFaults() == QStringList());
}

TEST_CASE("The kiosk dies between any two steps: no number comes twice and nothing printed is lost",
    "[kiosk][crash]")
{
    for (const bool network : {true, false}) {
        for (int steps = 0; steps < 12; ++steps) {
            CAPTURE(network, steps);
            SmallHall hall;
            auto &kiosk = hall.kiosk("kiosk-2", "2");
            kiosk.diskWaits = true;
            kiosk.printerAnswers = steps % 2 == 0;
            if (!network)
                hall.network(false);
            kiosk.touches("a.one");
            for (int step = 0; step < steps; ++step) {
                kiosk.finishStores();
                if (step % 2 == 1)
                    hall.run(10ms);
            }
            kiosk.crash();
            kiosk.diskWaits = false;
            kiosk.printerAnswers = true;
            kiosk.start();
            kiosk.touches("a.one");
            hall.run(1s);
            if (!network)
                hall.network(true);
            hall.run(20s);
            CHECK(hall.paperFaults() == QStringList());
            for (const auto &[id, ticket] : kiosk.machine().tickets().all())
                CHECK(ticket.isSettled());
        }
    }
}

TEST_CASE(
    "After a restart a slip that may be in a hand is unknown, and the ticket stays in the queue",
    "[kiosk][crash]")
{
    SmallHall hall;
    auto &kiosk = hall.kiosk("kiosk-1", "1");
    kiosk.printerAnswers = false;
    kiosk.touches("a.one");
    hall.run(50ms);
    REQUIRE(kiosk.issue().stage == IssueStage::Printing);
    const TicketId ticket = kiosk.issue().ticket.id;
    kiosk.crash();
    kiosk.start();
    hall.run(5s);
    CHECK(hall.state().ticket(ticket)->slip == SlipState::Unknown);
    CHECK(hall.state().ticket(ticket)->state == TicketState::Waiting);
}

TEST_CASE("After a power cut without network the kiosk still offers, numbers and goes on counting",
    "[kiosk][offline]")
{
    SmallHall hall;
    auto &kiosk = hall.kiosk("kiosk-2", "2");
    hall.network(false);
    kiosk.touches("a.one");
    CHECK(kiosk.shows() == text("A2-01"));
    kiosk.crash();
    kiosk.start();
    REQUIRE(kiosk.machine().mirror().state().catalogue);
    kiosk.touches("a.one");
    CHECK(kiosk.shows() == text("A2-02"));
    CHECK(kiosk.machine().mirror().asOf() > thursday(8));
}

TEST_CASE("What the service refuses is said, and the next visitor isn't held up", "[kiosk]")
{
    SmallHall hall;
    auto &kiosk = hall.kiosk("kiosk-1", "1");
    for (const auto &shown : {"A001", "A002", "quotaFull"}) {
        kiosk.touches("a.two");
        hall.run(50ms);
        CHECK(kiosk.shows() == text(shown));
    }
    kiosk.touches("a.one");
    hall.run(50ms);
    CHECK(kiosk.shows() == text("A003"));
    CHECK(kiosk.slips.size() == 3);
}

TEST_CASE("A printer that fails leaves the ticket in the queue with that mark", "[kiosk]")
{
    SmallHall hall;
    auto &kiosk = hall.kiosk("kiosk-1", "1");
    kiosk.printerSays = SlipState::Failed;
    kiosk.touches("a.one");
    hall.run(50ms);
    const Ticket *ticket = hall.state().ticket(kiosk.issue().ticket.id);
    CHECK(ticket->slip == SlipState::Failed);
    CHECK(ticket->state == TicketState::Waiting);
    kiosk.printerSays = SlipState::Sent;
    kiosk.input(ReprintWanted{ticket->id});
    hall.run(50ms);
    CHECK(kiosk.slips.size() == 2);
    CHECK(kiosk.slips[0].number == kiosk.slips[1].number);
    CHECK(hall.state().ticket(kiosk.issue().ticket.id)->slip == SlipState::Sent);
}

TEST_CASE(
    "A kiosk whose clock is an hour off stamps the mall's time, online and off", "[kiosk][clock]")
{
    for (const Milliseconds ahead : {Milliseconds(1h), Milliseconds(-1h)}) {
        SmallHall hall;
        auto &kiosk = hall.kiosk("kiosk-2", "2");
        kiosk.clock.ahead = ahead;
        hall.network(false);
        hall.network(true);
        hall.run(65s); // the offset measured before the clock was set wrong counts for a minute
        kiosk.touches("a.one");
        hall.run(50ms);
        CHECK(std::chrono::abs(
                  hall.state().ticket(kiosk.issue().ticket.id)->touchedAt - hall.clock.wall())
            < 200ms);
        hall.network(false);
        kiosk.touches("a.one");
        REQUIRE(kiosk.shows() == text("A2-01"));
        const Instant touched = hall.clock.wall();
        hall.run(10s);
        hall.network(true);
        hall.run(10s);
        CHECK(std::chrono::abs(hall.state().ticket(kiosk.issue().ticket.id)->touchedAt - touched)
            < 200ms);
        CHECK(hall.paperFaults() == QStringList());
    }
}

TEST_CASE("A terminal with a wrong token is told so and keeps trying slowly", "[terminal]")
{
    SmallHall hall;
    auto &kiosk = hall.kiosk("kiosk-1", "1");
    SeededRandom random(3);
    hall.service->submit(
        {CommandId(makeUuid(hall.clock, random)), {}, RevokeTerminal{TerminalId(text("kiosk-1"))}},
        {});
    hall.service->flush();
    hall.network(false);
    hall.network(true);
    hall.run(2s);
    CHECK(kiosk.machine().link() == LinkStatus::Rejected);
    CHECK(kiosk.machine().rejection()->reason == text("unknownToken"));
    kiosk.touches("a.one");
    CHECK(kiosk.shows() == text("A1-01"));
}

TEST_CASE("A connection that only swallows is given up after the silence limit", "[terminal]")
{
    SmallHall hall;
    auto &kiosk = hall.kiosk("kiosk-1", "1");
    hall.answersGetLost = true;
    hall.run(14s);
    CHECK(kiosk.machine().link() == LinkStatus::Up);
    hall.run(2s);
    CHECK(kiosk.machine().link() != LinkStatus::Up);
}

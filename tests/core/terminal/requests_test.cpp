// SPDX-License-Identifier: Apache-2.0
// Slips that an officer wants from a kiosk.
#include "support/catch.h"
#include "support/smallhall.h"

using namespace antre;
using namespace std::chrono_literals;

namespace {

const TerminalId kioskOne(QStringLiteral("kiosk-1"));
const TerminalId kioskTwo(QStringLiteral("kiosk-2"));

/// A hall with an officer at a desk.
struct StaffedHall : SmallHall
{
    /// What the officer wishes, told to the service. Returns why not.
    QString asks(const CommandData &data)
    {
        QString why;
        lastWish = CommandId(makeUuid(clock, random));
        service->submit({lastWish, officerAt("1"), data}, [&why](const Answer &answer) {
            why = answer.error ? answer.error->reason : QString();
        });
        service->flush();
        return why;
    }
    TicketId issues(const TerminalId &printAt, std::vector<ServiceId> further = {})
    {
        (void)asks(IssueTicket{ServiceId(text("a.one")), {}, text("id"), makeSecret(random),
            clock.wall(), std::move(further), printAt});
        return TicketId(lastWish.value());
    }
    [[nodiscard]] SlipState slip(const TicketId &ticket) const
    {
        return state().ticket(ticket)->slip;
    }
    /// What the service heard of the officer's wishes.
    [[nodiscard]] std::vector<SlipState> told()
    {
        std::vector<SlipState> states;
        const auto events = *service->eventsAfter(0, 100'000);
        for (const PlacedEvent &placed : events) {
            const auto *reported = std::get_if<SlipReported>(&placed.event.data);
            if (reported && !reported->request.isEmpty())
                states.push_back(reported->slip);
        }
        return states;
    }

    SeededRandom random{7};
    CommandId lastWish;
};

} // namespace

TEST_CASE("A number that an officer gives comes out of the kiosk that was named", "[request]")
{
    StaffedHall hall;
    auto &kiosk = hall.kiosk("kiosk-1", "1");
    auto &other = hall.kiosk("kiosk-2", "2");
    kiosk.printerSays = SlipState::Printed;
    const TicketId ticket = hall.issues(kioskOne, {ServiceId(text("b.one"))});
    hall.run(50ms);
    REQUIRE(kiosk.prints.size() == 1);
    CHECK(other.prints.empty());
    CHECK(kiosk.slips[0].number->text() == text("A001"));
    CHECK(kiosk.slips[0].further == std::vector{ServiceId(text("b.one"))});
    CHECK(kiosk.slips[0].secret == hall.state().ticket(ticket)->secret);
    CHECK_FALSE(kiosk.prints[0].copy);
    CHECK(hall.slip(ticket) == SlipState::Printed);
    CHECK(hall.told() == std::vector{SlipState::Printed});
}

TEST_CASE("An officer's copy bears the same number and says that it is one", "[request]")
{
    StaffedHall hall;
    auto &kiosk = hall.kiosk("kiosk-1", "1");
    kiosk.touches("a.one");
    hall.run(50ms);
    const TicketId ticket = kiosk.issue().ticket.id;
    CHECK(hall.asks(RequestSlip{ticket, kioskOne, true}).isEmpty());
    hall.run(50ms);
    REQUIRE(kiosk.prints.size() == 2);
    CHECK(kiosk.prints[1].copy);
    CHECK(kiosk.slips[1].number == kiosk.slips[0].number);
    CHECK(kiosk.slips[1].stale); // the queue has moved on: it says nothing of the wait
    CHECK(hall.paperFaults().isEmpty());
}

TEST_CASE("An officer who presses twice gets one slip and one marked as a copy", "[request]")
{
    StaffedHall hall;
    auto &kiosk = hall.kiosk("kiosk-1", "1");
    const TicketId ticket = hall.issues({});
    (void)hall.asks(RequestSlip{ticket, kioskOne, false});
    (void)hall.asks(RequestSlip{ticket, kioskOne, false});
    hall.run(50ms);
    REQUIRE(kiosk.prints.size() == 2);
    CHECK_FALSE(kiosk.prints[0].copy);
    CHECK(kiosk.prints[1].copy);
}

TEST_CASE("The visitor's screen does not change while an officer's slip is printed", "[request]")
{
    StaffedHall hall;
    auto &kiosk = hall.kiosk("kiosk-1", "1");
    kiosk.touches("a.one");
    hall.run(50ms);
    const QString shown = kiosk.shows();
    kiosk.printerAnswers = false;
    (void)hall.issues(kioskOne);
    hall.run(50ms);
    CHECK(kiosk.shows() == shown);
    CHECK(kiosk.issue().stage == IssueStage::Finished);
    CHECK(kiosk.machine().printingForOfficers() == QStringList{text("A002")});
    kiosk.printerEnds(kiosk.prints.back());
    CHECK(kiosk.machine().printingForOfficers().isEmpty());
    // Nor while it is a copy of the visitor's own, which somebody else will take.
    CHECK(hall.asks(RequestSlip{kiosk.issue().ticket.id, kioskOne, true}).isEmpty());
    hall.run(50ms);
    REQUIRE(kiosk.prints.back().copy);
    CHECK(kiosk.shows() == shown);
    CHECK(kiosk.issue().stage == IssueStage::Finished);
    CHECK_FALSE(kiosk.issue().isCopy);
}

TEST_CASE("A kiosk that restarts prints no officer's slip a second time", "[request][crash]")
{
    StaffedHall hall;
    auto &kiosk = hall.kiosk("kiosk-1", "1");
    kiosk.printerSays = SlipState::Printed;
    const TicketId ticket = hall.issues(kioskOne);
    hall.run(50ms);
    kiosk.crash();
    kiosk.start();
    hall.run(1s);
    CHECK(kiosk.prints.size() == 1);
    CHECK(hall.slip(ticket) == SlipState::Printed);
    CHECK(hall.told() == std::vector{SlipState::Printed});
}

TEST_CASE("A kiosk that dies over an officer's slip says that nobody knows", "[request][crash]")
{
    StaffedHall hall;
    auto &kiosk = hall.kiosk("kiosk-1", "1");
    kiosk.printerAnswers = false;
    const TicketId ticket = hall.issues(kioskOne);
    hall.run(50ms);
    kiosk.crash();
    kiosk.start();
    hall.run(1s);
    CHECK(kiosk.prints.size() == 1);
    CHECK(hall.slip(ticket) == SlipState::Unknown);
}

TEST_CASE(
    "A kiosk that dies before it noted the wish prints it in its next life", "[request][crash]")
{
    StaffedHall hall;
    auto &kiosk = hall.kiosk("kiosk-1", "1");
    kiosk.diskWaits = true;
    const TicketId ticket = hall.issues(kioskOne);
    hall.run(50ms);
    CHECK(kiosk.prints.empty());
    kiosk.crash();
    kiosk.diskWaits = false;
    kiosk.start();
    hall.run(1s);
    CHECK(kiosk.prints.size() == 1);
    CHECK(hall.slip(ticket) == SlipState::Sent);
}

TEST_CASE("What an officer wanted long ago does not come out when the kiosk is back", "[request]")
{
    StaffedHall hall;
    auto &kiosk = hall.kiosk("kiosk-1", "1");
    kiosk.crash();
    const TicketId ticket = hall.issues(kioskOne);
    hall.run(TerminalMachine::requestMaxAge + 1s);
    kiosk.start();
    hall.run(1s);
    CHECK(kiosk.prints.empty());
    CHECK(hall.slip(ticket) == SlipState::Failed);
}

TEST_CASE("With a full disk no officer's slip is printed, and the officer is told", "[request]")
{
    StaffedHall hall;
    auto &kiosk = hall.kiosk("kiosk-1", "1");
    kiosk.diskFull = true;
    const TicketId ticket = hall.issues(kioskOne);
    hall.run(50ms);
    CHECK(kiosk.prints.empty());
    CHECK(hall.slip(ticket) == SlipState::Failed);
}

TEST_CASE("A copy from an officer ends the search for a slip that was missing", "[request]")
{
    StaffedHall hall;
    auto &kiosk = hall.kiosk("kiosk-1", "1");
    kiosk.printerSays = SlipState::Failed;
    kiosk.touches("a.one");
    hall.run(50ms);
    const TicketId ticket = kiosk.issue().ticket.id;
    CHECK(kiosk.machine().doubtfulSlips().size() == 1);
    kiosk.printerSays = SlipState::Printed;
    CHECK(hall.asks(RequestSlip{ticket, kioskOne, false}).isEmpty());
    hall.run(50ms);
    CHECK(kiosk.machine().doubtfulSlips().empty());
    CHECK(kiosk.issue().ticket.slip == SlipState::Printed);
    CHECK(hall.slip(ticket) == SlipState::Printed);
}

TEST_CASE("An officer's slip goes on to the other printer when the first has no paper", "[request]")
{
    StaffedHall hall;
    auto &kiosk = hall.kiosk("kiosk-1", "1", 2);
    kiosk.printerSays = SlipState::Failed;
    kiosk.secondPrinterSays = SlipState::Printed;
    const TicketId ticket = hall.issues(kioskOne);
    hall.run(50ms);
    REQUIRE(kiosk.prints.size() == 2);
    CHECK(kiosk.prints[1].printer == 1);
    CHECK(hall.told() == std::vector{SlipState::Printed});
    CHECK(hall.slip(ticket) == SlipState::Printed);
}

// Only the kiosk of the touch knows whether paper is out, and under which number

TEST_CASE(
    "No other kiosk prints a number whose own kiosk has not told of its slip", "[request][paper]")
{
    StaffedHall hall;
    auto &kiosk = hall.kiosk("kiosk-1", "1");
    auto &other = hall.kiosk("kiosk-2", "2");
    // The service gives a number; kiosk 1 never hears of it, can't keep one of its own, and says
    // no.
    kiosk.diskFull = true;
    hall.answersGetLost = true;
    kiosk.touches("a.one");
    hall.run(TerminalMachine::answerTimeout - 100ms);
    hall.network(false);
    const TicketId ticket = kiosk.machine().issue()->ticket.id;
    REQUIRE(kiosk.issue().stage == IssueStage::Refused);
    REQUIRE(hall.state().ticket(ticket));
    CHECK(hall.asks(RequestSlip{ticket, kioskTwo, false}) == QStringLiteral("slipPending"));
    hall.answersGetLost = false;
    hall.network(true);
    hall.run(30s);
    CHECK(other.prints.empty());
    CHECK(hall.state().ticket(ticket)->state == TicketState::Cancelled);
    CHECK(hall.paperFaults().isEmpty());
}

TEST_CASE("No slip comes out of a number that was cancelled meanwhile", "[request][paper]")
{
    StaffedHall hall;
    auto &kiosk = hall.kiosk("kiosk-1", "1");
    const TicketId ticket = hall.issues({});
    CHECK(hall.asks(CancelTicket{ticket}).isEmpty());
    CHECK(hall.asks(RequestSlip{ticket, kioskOne, false}) == text("ticketMovedOn"));
    // Wanted first and cancelled before the kiosk had noted it.
    kiosk.diskWaits = true;
    const TicketId second = hall.issues(kioskOne);
    hall.run(50ms);
    CHECK(hall.asks(CancelTicket{second}).isEmpty());
    hall.run(50ms);
    kiosk.diskWaits = false;
    kiosk.finishStores();
    hall.run(50ms);
    CHECK(kiosk.prints.empty());
    CHECK(hall.slip(second) == SlipState::Failed);
}

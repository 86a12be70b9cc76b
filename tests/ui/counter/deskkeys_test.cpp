// SPDX-License-Identifier: Apache-2.0

// Everything that an officer can do, by real keys, through the real window, machine, network and
// service; what is checked is what the service holds afterwards.

#include "common/desktopkey.h"
#include "consoledesk.h"
#include "counter/counterwords.h"
#include "counter/deskpage.h"
#include "counter/queuepanel.h"
#include "support/catch.h"

#include <QTableView>

using namespace antre;
using namespace std::chrono_literals;

namespace {

/// Rina at counter 1 and so many visitors of "a.one", who came a minute apart.
struct AtDesk : ConsoleDesk
{
    explicit AtDesk(int visitors = 2)
    {
        for (int i = 0; i < visitors; ++i)
            comes("a.one");
        signsIn();
        shows();
    }
    void comes(const char *service)
    {
        kiosk.touches(service);
        passes(100ms);
        kiosk.input(Dismissed{});
        hall.clock.advance(1min);
        passes(100ms);
    }
    [[nodiscard]] const Ticket &ticket(const char *number) const
    {
        const Ticket *found = state().ticket(state().numbers.value(text(number)));
        REQUIRE(found);
        return *found;
    }
    [[nodiscard]] TicketState stateOf(const char *number) const { return ticket(number).state; }
    [[nodiscard]] QueuePanel &queue() const
    {
        return *window.findChildren<DeskPage *>().constLast()->queue();
    }
    void calls() { presses(Qt::Key_F9); }
    void starts() { presses(Qt::Key_F10); }
};

} // namespace

TEST_CASE("F9 calls the next, F10 starts, F11 and Enter end with what was done", "[deskkeys]")
{
    AtDesk desk;
    desk.calls();
    CHECK(desk.stateOf("A001") == TicketState::Called);
    desk.starts();
    CHECK(desk.stateOf("A001") == TicketState::Serving);
    desk.presses(Qt::Key_F11);
    desk.presses(Qt::Key_Down);
    desk.presses(Qt::Key_Return);
    CHECK(desk.stateOf("A001") == TicketState::Served);
    REQUIRE(desk.ticket("A001").done.size() == 1);
    CHECK(desk.ticket("A001").done.front().outcome == OutcomeId(text("incomplete")));
}

TEST_CASE("F5 calls again, not at once, and not more often than the mall allows", "[deskkeys]")
{
    AtDesk desk;
    desk.calls();
    desk.presses(Qt::Key_F5);
    CHECK(desk.ticket("A001").calls == 1);
    for (int i = 0; i < 4; ++i) {
        desk.passes(16s);
        desk.presses(Qt::Key_F5);
    }
    CHECK(desk.ticket("A001").calls == desk.state().catalogue->site.calling.maxCalls);
    CHECK(desk.said().contains(text("which is the limit")));
}

TEST_CASE("F6 says that nobody came, and Enter in the list brings the visitor back", "[deskkeys]")
{
    AtDesk desk;
    desk.calls();
    desk.presses(Qt::Key_F6);
    CHECK(desk.stateOf("A001") == TicketState::NoShow);
    QTableView *aside = desk.queue().asideTable();
    aside->setFocus();
    aside->selectRow(0);
    desk.presses(Qt::Key_Return);
    CHECK(desk.stateOf("A001") == TicketState::Waiting);
    CHECK(desk.view().next == text("A001"));
}

TEST_CASE("F7 sets the visitor aside for a while, and Enter in the list ends that", "[deskkeys]")
{
    AtDesk desk;
    desk.calls();
    desk.presses(Qt::Key_F7);
    desk.presses(Qt::Key_Plus);
    desk.presses(Qt::Key_Return);
    CHECK(desk.stateOf("A001") == TicketState::Parked);
    CHECK(desk.ticket("A001").parkReason == ReasonId(text("form")));
    CHECK(desk.ticket("A001").parkedUntil > desk.hall.clock.wall() + 14min);
    QTableView *aside = desk.queue().asideTable();
    aside->setFocus();
    aside->selectRow(0);
    desk.presses(Qt::Key_Return);
    CHECK(desk.stateOf("A001") == TicketState::Waiting);
}

TEST_CASE("F8 sends a visitor on to another service: keeps the place, or goes behind all others",
    "[deskkeys]")
{
    const bool atTheEnd = GENERATE(false, true);
    AtDesk desk(1);
    desk.comes("b.one");
    desk.calls();
    desk.starts();
    desk.presses(Qt::Key_F8);
    desk.types(text("b.one"));
    if (atTheEnd) {
        for (auto *key : desk.window.findChildren<DesktopKey *>()) {
            if (key->isVisible() && key->accessibleName() == text("Behind all others"))
                key->setFocus(Qt::TabFocusReason);
        }
        desk.presses(Qt::Key_Space);
    }
    desk.presses(Qt::Key_F8);
    const Ticket &sent = desk.ticket("A001");
    CHECK(sent.state == TicketState::Waiting);
    CHECK(sent.line == LineId(text("B")));
    CHECK((sent.placeAt < desk.ticket("B001").placeAt) == !atTheEnd);
}

TEST_CASE("F8 sends a visitor to one counter, which then is the only one to call it", "[deskkeys]")
{
    AtDesk desk(2);
    desk.does(OpenCounter{CounterId(text("2"))},
        {TerminalId(text("counter-2")), OfficerId(text("rina"))});
    desk.passes(100ms);
    desk.calls();
    desk.starts();
    desk.presses(Qt::Key_F8);
    desk.types(text("a.one"));
    desk.presses(Qt::Key_Return);
    CHECK(desk.ticket("A001").onlyAt == CounterId(text("2")));
    CHECK(desk.view().next == text("A002"));
}

TEST_CASE("F1 adds a service to the visit and takes it out again", "[deskkeys]")
{
    AtDesk desk(1);
    desk.calls();
    desk.starts();
    desk.presses(Qt::Key_F1);
    desk.types(text("b.one"));
    desk.presses(Qt::Key_Return);
    REQUIRE(desk.ticket("A001").further.size() == 1);
    CHECK(desk.ticket("A001").further.front() == ServiceId(text("b.one")));
    for (auto *key : desk.window.findChildren<DesktopKey *>()) {
        if (key->isVisible() && key->accessibleName() == text("Take out b.one"))
            key->setFocus(Qt::TabFocusReason);
    }
    desk.presses(Qt::Key_Space);
    CHECK(desk.ticket("A001").further.empty());
}

TEST_CASE("F4 rests the counter for a reason, and goes on", "[deskkeys]")
{
    AtDesk desk;
    desk.presses(Qt::Key_F4);
    desk.presses(Qt::Key_Return);
    REQUIRE(desk.state().desk(desk.one).pause);
    CHECK(desk.state().desk(desk.one).pause->reason == ReasonId(text("lunch")));
    desk.calls();
    CHECK(desk.stateOf("A001") == TicketState::Waiting);
    desk.presses(Qt::Key_F4);
    CHECK_FALSE(desk.state().desk(desk.one).pause);
}

TEST_CASE("Ctrl+Z takes the last action back, for ten seconds", "[deskkeys]")
{
    AtDesk desk;
    desk.calls();
    desk.presses(Qt::Key_Z, Qt::ControlModifier);
    CHECK(desk.stateOf("A001") == TicketState::Waiting);
    desk.calls();
    desk.passes(11s);
    desk.presses(Qt::Key_Z, Qt::ControlModifier);
    CHECK(desk.stateOf("A001") == TicketState::Called);
}

TEST_CASE("F9 helps another line when the own one is empty", "[deskkeys]")
{
    AtDesk desk(0);
    desk.comes("b.one");
    REQUIRE(desk.view().help);
    desk.calls();
    CHECK(desk.stateOf("B001") == TicketState::Called);
    CHECK(desk.view().current->why == CallReason::Helped);
}

TEST_CASE("Nobody is offered for help who was sent to another counter", "[deskkeys]")
{
    AtDesk desk(0);
    desk.comes("b.one");
    const Actor two{TerminalId(text("counter-2")), OfficerId(text("rina"))};
    desk.does(OpenCounter{CounterId(text("2"))}, two);
    desk.does(CallNext{CounterId(text("2"))}, two);
    const TicketId sent = desk.ticket("B001").id;
    desk.does(TransferTicket{CounterId(text("2")), sent, ServiceId(text("b.one")),
                  CounterId(text("2")), TransferPlace::Keep},
        two);
    desk.comes("b.one");
    REQUIRE(desk.view().help);
    CHECK(desk.view().help->next == text("B002"));
    CHECK(desk.view().help->waiting == 1);
    desk.calls();
    CHECK(desk.view().current->number == text("B002"));
}

TEST_CASE("Enter in the list calls one out of turn, for who may", "[deskkeys]")
{
    AtDesk desk;
    const auto picks = [&] {
        QTableView *waiting = desk.queue().waitingTable();
        waiting->setFocus();
        waiting->selectRow(1);
        desk.presses(Qt::Key_Return);
    };
    picks();
    CHECK(desk.stateOf("A002") == TicketState::Waiting);
    CHECK(desk.said().contains(text("takes a right of its own")));
    desk.may({Right::PickTicket});
    desk.passes(100ms);
    picks();
    CHECK(desk.stateOf("A002") == TicketState::Called);
    CHECK(desk.view().current->why == CallReason::Picked);
}

TEST_CASE("Ctrl+P prints the slip of the visitor once more, marked as a copy", "[deskkeys]")
{
    AtDesk desk;
    desk.calls();
    desk.presses(Qt::Key_P, Qt::ControlModifier);
    const auto events = desk.hall.service->eventsAfter(0, 1000);
    REQUIRE(events);
    const auto wanted = std::ranges::find_if(*events, [](const PlacedEvent &placed) {
        return std::holds_alternative<SlipRequested>(placed.event.data);
    });
    REQUIRE(wanted != events->end());
    const auto &slip = std::get<SlipRequested>(wanted->event.data);
    CHECK(slip.ticket == desk.ticket("A001").id);
    CHECK(slip.kiosk == TerminalId(text("kiosk-1")));
    CHECK(slip.copy);
}

TEST_CASE("F12 and Enter close the counter for a reason", "[deskkeys]")
{
    AtDesk desk;
    desk.presses(Qt::Key_F12);
    desk.presses(Qt::Key_Down);
    desk.presses(Qt::Key_Return);
    CHECK_FALSE(desk.state().desk(desk.one).isOpen());
    CHECK(desk.view().phase == DeskPhase::SignedOut);
}

TEST_CASE("The strip tells what is wrong with the mall's devices, worst first", "[deskkeys]")
{
    AtDesk desk(0);
    HallTerminal &display = desk.hall.display("hall-1");
    desk.passes(100ms);
    CHECK(desk.view().news.empty());
    display.input(DevicesChanged{{text("noSound")}, {}});
    desk.kiosk.input(DevicesChanged{{}, {PrinterCondition::PaperLow}});
    desk.passes(100ms);
    REQUIRE(desk.view().news.size() == 2);
    CHECK(desk.view().news[0] == DeskNews{text("hall-1"), text("noSound"), 0, true});
    CHECK(desk.view().news[1].code == DeskNews::paperLow);
    CHECK_FALSE(desk.view().news[1].isBad);
    CHECK(
        CounterWords::news(desk.view().news[1]).startsWith(text("kiosk-1: paper nearly used up")));
    desk.kiosk.input(DevicesChanged{{}, {PrinterCondition::PaperOut}});
    desk.hall.hangUp(display);
    display.crash();
    desk.passes(100ms);
    REQUIRE(desk.view().news.size() >= 2);
    CHECK(desk.view().news[0].code == DeskNews::silent);
}

TEST_CASE(
    "Of several printers at one kiosk the strip names the one that needs somebody", "[deskkeys]")
{
    AtDesk desk(0);
    HallTerminal &kiosk = desk.hall.kiosk("kiosk-2", "2", 2);
    desk.passes(100ms);
    kiosk.input(DevicesChanged{{}, {PrinterCondition::Ready, PrinterCondition::CoverOpen}});
    desk.passes(100ms);
    REQUIRE(desk.view().news.size() == 1);
    CHECK(CounterWords::news(desk.view().news[0])
        == text("kiosk-2: printer tempat 1: printer's cover open"));
}

TEST_CASE("Whoever prints a slip again sees how much paper each kiosk has", "[deskkeys]")
{
    AtDesk desk(1);
    desk.kiosk.input(RollConfirmed{0, true});
    desk.passes(100ms);
    const KioskChoice &kiosk = desk.view().kiosks.front();
    // 80 metres of 120 mm each, and told in fifties.
    CHECK(CounterWords::kioskState(kiosk, desk.view()) == text("paper for about 650 slips"));
    desk.kiosk.input(DevicesChanged{{}, {PrinterCondition::PaperOut}});
    desk.passes(100ms);
    CHECK(
        CounterWords::kioskState(desk.view().kiosks.front(), desk.view()) == text("out of paper"));
}

TEST_CASE(
    "After the day's end the strip counts the numbers that ended in these lines", "[deskkeys]")
{
    AtDesk desk(2);
    auto ends = std::make_shared<Catalogue>(*smallMall());
    ends->site.dayEnd.end = DayEnd::Expire;
    ends->index();
    desk.does(PublishCatalogue{ends});
    desk.hall.clock.advance(10h);
    REQUIRE(desk.hall.service->askForDayEnd());
    desk.hall.service->flush();
    desk.passes(30s);
    const auto ended = std::ranges::find(desk.view().news, DeskNews::expired, &DeskNews::code);
    REQUIRE(ended != desk.view().news.end());
    CHECK(ended->count == 2);
}

// SPDX-License-Identifier: Apache-2.0
#include "consoledesk.h"
#include "support/catch.h"

using namespace antre;
using namespace std::chrono_literals;

TEST_CASE(
    "From the window to the service and back: sign in, call, start, finish, close", "[counter]")
{
    ConsoleDesk desk;
    desk.kiosk.touches("a.one");
    desk.signsIn();
    REQUIRE(desk.view().phase == DeskPhase::Free);
    CHECK(desk.view().officerName == text("Rina"));
    Q_EMIT desk.window.wanted(Wish::CallNext, CallNext{desk.one});
    CHECK(desk.view().key(Wish::CallNext).isPending);
    desk.passes(50ms);
    REQUIRE(desk.view().phase == DeskPhase::Called);
    const TicketId ticket = desk.view().current->id;
    desk.passes(15s); // as long as a visitor may take to walk
    Q_EMIT desk.window.wanted(Wish::CallAgain, CallAgain{desk.one, ticket});
    desk.passes(50ms);
    CHECK(desk.view().current->calls == 2);
    Q_EMIT desk.window.wanted(Wish::Start, StartServing{desk.one, ticket});
    desk.passes(50ms);
    CHECK(desk.view().phase == DeskPhase::Serving);
    Q_EMIT desk.window.wanted(Wish::Finish, FinishServing{desk.one, ticket});
    desk.passes(50ms);
    CHECK(desk.hall.state().ticket(ticket)->state == TicketState::Served);
    Q_EMIT desk.window.wanted(Wish::SignOut, CloseCounter{desk.one});
    desk.passes(50ms);
    CHECK(desk.view().phase == DeskPhase::SignedOut);
    CHECK_FALSE(desk.hall.state().desk(CounterId(text("1"))).isOpen());
}

TEST_CASE(
    "A key works until the screen shows what it did, also when the answer comes first", "[counter]")
{
    ConsoleDesk desk;
    desk.kiosk.touches("a.one");
    desk.kiosk.touches("a.one");
    desk.signsIn();
    Q_EMIT desk.window.wanted(Wish::CallNext, CallNext{desk.one});
    for (int i = 0; i < 20; ++i) {
        desk.passes(10ms);
        const bool mayPress = desk.view().key(Wish::CallNext).isUsable();
        CHECK_FALSE(mayPress);
    }
    CHECK(desk.view().phase == DeskPhase::Called);
    CHECK(desk.view().key(Wish::Start).isUsable());
}

TEST_CASE("The service's pause after wrong PINs is shown and ends", "[counter]")
{
    ConsoleDesk desk;
    for (int i = 0; i < 3; ++i)
        desk.signsIn("0000");
    CHECK(desk.view().refusal == Refusal::WrongPin);
    desk.signsIn();
    CHECK(desk.view().refusal == Refusal::PinPause);
    CHECK_FALSE(desk.view().key(Wish::SignIn).isUsable());
    desk.passes(2500ms);
    CHECK(desk.view().refusal == Refusal::None);
    desk.signsIn();
    CHECK(desk.view().phase == DeskPhase::Free);
}

TEST_CASE(
    "A lost link is shown with its time, a press under way is told, and work goes on afterwards",
    "[counter]")
{
    ConsoleDesk desk;
    desk.kiosk.touches("a.one");
    desk.signsIn();
    Q_EMIT desk.window.wanted(Wish::CallNext, CallNext{desk.one});
    desk.hall.network(false);
    desk.passes(500ms);
    CHECK_FALSE(desk.view().isLinkUp);
    CHECK(desk.view().refusal == Refusal::Unreachable);
    CHECK(desk.view().phase == DeskPhase::Free);
    CHECK_FALSE(desk.view().key(Wish::CallNext).isUsable());
    desk.hall.network(true);
    desk.passes(20s);
    CHECK(desk.view().isLinkUp);
    Q_EMIT desk.window.wanted(Wish::CallNext, CallNext{desk.one});
    desk.passes(100ms);
    CHECK(desk.view().phase == DeskPhase::Called);
}

TEST_CASE("A console that was restarted finds its officer and visitor again", "[counter]")
{
    ConsoleDesk desk;
    desk.kiosk.touches("a.one");
    desk.signsIn();
    Q_EMIT desk.window.wanted(Wish::CallNext, CallNext{desk.one});
    desk.passes(100ms);
    desk.terminal.crash();
    desk.terminal.start();
    CounterWindow window(Theme::desktop());
    CounterSession session(
        window, desk.terminal.machine(), {{}, text("en")}, [](const TerminalInput &) {},
        [] { return CommandId(); });
    desk.hall.run(1s);
    session.refresh();
    CHECK(window.view().phase == DeskPhase::Called);
    CHECK(window.view().officerName == text("Rina"));
    CHECK(window.view().counter == CounterId(text("1")));
}

TEST_CASE("Done pressed without a link is noted once, and sent when it is back", "[counter]")
{
    ConsoleDesk desk;
    const TicketId ticket = desk.serves();
    desk.hall.network(false);
    desk.passes(20s);
    REQUIRE_FALSE(desk.view().isLinkUp);
    CHECK(desk.view().key(Wish::Finish).isUsable());
    CHECK(desk.view().nextStep == Wish::Finish);
    CHECK(desk.view().key(Wish::CallNext).hindrance == Hindrance::LinkLost);
    Q_EMIT desk.window.wanted(Wish::Finish, FinishServing{desk.one, ticket});
    desk.passes(100ms);
    REQUIRE(desk.view().current);
    CHECK(desk.view().current->noted == Wish::Finish);
    CHECK(desk.view().key(Wish::Finish).hindrance == Hindrance::Noted);
    CHECK(desk.view().key(Wish::NoShow).hindrance == Hindrance::Noted);
    CHECK(desk.terminal.machine().keptWishes().size() == 1);
    CHECK(desk.hall.state().ticket(ticket)->state == TicketState::Serving);
    desk.hall.network(true);
    desk.passes(10s);
    CHECK(desk.hall.state().ticket(ticket)->state == TicketState::Served);
    CHECK(desk.view().phase == DeskPhase::Free);
    CHECK(desk.view().noted.empty());
    CHECK(desk.view().refusal == Refusal::None);
}

TEST_CASE(
    "A noted press survives a restart of the console, with the number it is about", "[counter]")
{
    ConsoleDesk desk;
    const TicketId ticket = desk.serves();
    desk.passes(70s);
    const QString number = desk.view().current->number;
    desk.hall.network(false);
    desk.passes(20s);
    Q_EMIT desk.window.wanted(Wish::Finish, FinishServing{desk.one, ticket});
    desk.passes(100ms);
    desk.terminal.crash();
    desk.terminal.start();
    CounterWindow window(Theme::desktop());
    CounterSession session(
        window, desk.terminal.machine(), {CounterId(text("1")), text("en")},
        [](const TerminalInput &) {}, [] { return CommandId(); });
    desk.hall.run(1s);
    session.refresh();
    REQUIRE(window.view().noted.size() == 1);
    CHECK(window.view().noted[0].number == number);
    desk.hall.network(true);
    desk.hall.run(10s);
    for (const Answer &answer : desk.terminal.answers)
        session.answered(answer);
    CHECK(window.view().noted.empty());
    CHECK(window.view().phase == DeskPhase::Free);
    CHECK(desk.hall.state().ticket(ticket)->state == TicketState::Served);
}

TEST_CASE("A noted press that paper overruled meanwhile is told with both numbers", "[counter]")
{
    ConsoleDesk desk;
    const TicketId ticket = desk.serves();
    const QString given = desk.view().current->number;
    desk.hall.network(false);
    desk.passes(20s);
    Q_EMIT desk.window.wanted(Wish::Finish, FinishServing{desk.one, ticket});
    desk.passes(100ms);
    const Ticket known = *desk.hall.state().ticket(ticket);
    desk.hall.service->submit(
        {CommandId(makeUuid(desk.hall.clock, desk.random)), {TerminalId(text("kiosk-1")), {}},
            ReportPaper{ticket, *TicketNumber::fromText(text("A1-07")), known.service,
                known.priority, known.language, known.secret, known.touchedAt,
                desk.hall.state().day}},
        {});
    desk.hall.service->flush();
    desk.hall.network(true);
    desk.passes(20s);
    CHECK(desk.view().phase == DeskPhase::Free);
    CHECK(desk.view().refusal == Refusal::TicketMovedOn);
    CHECK(desk.view().lateRefusal == LateRefusal{Wish::Finish, given, text("A1-07")});
    CHECK(desk.view().takenBack == TakenBack{given, text("A1-07")});
    REQUIRE(desk.view().waiting.size() == 1);
    CHECK(desk.view().waiting[0].was == given);
    // The next press is about something else.
    Q_EMIT desk.window.wanted(Wish::CallNext, CallNext{desk.one});
    desk.passes(100ms);
    CHECK(desk.view().refusal == Refusal::None);
    CHECK_FALSE(desk.view().takenBack);
    CHECK(desk.view().current->was == given);
}

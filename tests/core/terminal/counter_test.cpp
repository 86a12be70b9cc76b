// SPDX-License-Identifier: Apache-2.0
#include "support/catch.h"
#include "support/smallhall.h"

using namespace antre;
using namespace std::chrono_literals;

namespace {

/// An officer's console with verbs.
struct Console
{
    SmallHall &hall;
    HallTerminal &terminal;
    CounterId counter;
    SeededRandom random{5};

    Console(SmallHall &hall_, const char *number)
        : hall(hall_)
        , terminal(hall_.counter(number))
        , counter(text(number))
    {
    }
    CommandId newId() { return CommandId(makeUuid(hall.clock, random)); }
    /// The answer's reason; empty when it was done.
    QString does(const CommandData &data, bool keep = false)
    {
        terminal.answers.clear();
        terminal.input(CommandWanted{newId(), data, keep});
        hall.run(50ms);
        if (terminal.answers.empty())
            return QStringLiteral("no answer yet");
        return terminal.answers.back().error ? terminal.answers.back().error->reason : QString();
    }
    QString signsIn(const char *officer, const char *pin)
    {
        terminal.answers.clear();
        terminal.input(SignInWanted{{newId(), OfficerId(text(officer)), text(pin), counter}});
        hall.run(50ms);
        return terminal.answers.back().error ? terminal.answers.back().error->reason : QString();
    }
    [[nodiscard]] TicketId current() const
    {
        return terminal.machine().mirror().state().desk(counter).current;
    }
};

void registerRina(SmallHall &hall)
{
    SeededRandom random(1234);
    hall.service->submit(
        {CommandId(makeUuid(hall.clock, random)), {},
            RegisterOfficer{{OfficerId(text("rina")), text("Rina"), *hashPin(text("4711")), true}}},
        {});
    hall.service->flush();
}

} // namespace

TEST_CASE("An officer signs in, calls, serves, and everybody's copy agrees", "[counter]")
{
    SmallHall hall;
    registerRina(hall);
    auto &kiosk = hall.kiosk("kiosk-1", "1");
    Console console(hall, "1");
    CHECK(console.does(CallNext{console.counter}) == text("signedOut"));
    CHECK(console.signsIn("rina", "0000") == text("wrongPin"));
    CHECK(console.signsIn("budi", "4711") == text("wrongPin"));
    CHECK(console.signsIn("rina", "4711").isEmpty());
    CHECK(console.does(CallNext{console.counter}) == text("nobodyWaiting"));
    kiosk.touches("a.one");
    hall.run(50ms);
    CHECK(console.does(CallNext{console.counter}).isEmpty());
    const TicketId ticket = console.current();
    CHECK(ticket == kiosk.issue().ticket.id);
    CHECK(console.does(CallAgain{console.counter, ticket}) == text("calledJustNow"));
    hall.run(15s);
    CHECK(console.does(CallAgain{console.counter, ticket}).isEmpty());
    CHECK(console.does(StartServing{console.counter, ticket}).isEmpty());
    CHECK(console.does(FinishServing{console.counter, ticket}).isEmpty());
    CHECK(hall.state().ticket(ticket)->state == TicketState::Served);
    CHECK(console.terminal.machine().mirror().state().calls == hall.state().calls);
    CHECK(kiosk.machine().mirror().state().calls == hall.state().calls);
}

TEST_CASE("A console commands its own counter, whatever counter it names", "[counter]")
{
    SmallHall hall;
    registerRina(hall);
    auto &kiosk = hall.kiosk("kiosk-1", "1");
    Console first(hall, "1");
    Console second(hall, "2");
    CHECK(first.signsIn("rina", "4711").isEmpty());
    CHECK(second.signsIn("rina", "4711").isEmpty());
    kiosk.touches("a.one");
    hall.run(50ms);
    CHECK(first.does(CallNext{first.counter}).isEmpty());
    CHECK(second.does(MarkNoShow{first.counter, first.current()}) == text("signedOut"));
    CHECK(second.does(CloseCounter{first.counter}) == text("signedOut"));
    CHECK(first.does(StartServing{first.counter, first.current()}).isEmpty());
}

TEST_CASE("A kiosk tells the wait before and after the touch, and none when it can't know",
    "[kiosk][wait]")
{
    SmallHall hall;
    registerRina(hall);
    auto &kiosk = hall.kiosk("kiosk-1", "1");
    auto &display = hall.display("display-1");
    const LineId line(text("A"));
    kiosk.touches("a.one");
    hall.run(50ms);
    CHECK_FALSE(kiosk.issue().ticket.wait); // nobody sits at a counter
    kiosk.input(Dismissed{});
    Console console(hall, "1");
    CHECK(console.signsIn("rina", "4711").isEmpty());
    hall.run(12s); // two heartbeats: what was told shortly before may be told once more
    CHECK(kiosk.machine().waits().contains(line));
    CHECK(display.machine().waits().empty());
    kiosk.touches("a.one");
    hall.run(50ms);
    const auto wait = kiosk.issue().ticket.wait;
    REQUIRE(wait);
    CHECK(wait->until > 5min);
    CHECK(kiosk.slips.back().wait == wait);
    kiosk.input(Dismissed{});
    hall.network(false);
    hall.run(20s);
    CHECK(kiosk.machine().waits().empty());
    kiosk.touches("a.one");
    hall.run(2s);
    CHECK_FALSE(kiosk.issue().ticket.wait);
}

TEST_CASE("A console that lost the network is still signed in, and goes on", "[counter][offline]")
{
    SmallHall hall;
    registerRina(hall);
    auto &kiosk = hall.kiosk("kiosk-1", "1");
    Console console(hall, "1");
    console.signsIn("rina", "4711");
    kiosk.touches("a.one");
    hall.run(50ms);
    console.does(CallNext{console.counter});
    const TicketId ticket = console.current();
    hall.network(false);
    CHECK(console.does(CallNext{console.counter}) == text("linkLost"));
    CHECK(console.does(MarkNoShow{console.counter, ticket}, true) == text("no answer yet"));
    CHECK(hall.state().ticket(ticket)->state == TicketState::Called);
    hall.network(true);
    hall.run(10s);
    CHECK(hall.state().ticket(ticket)->state == TicketState::NoShow);
    CHECK(console.does(CallNext{console.counter}) == text("nobodyWaiting"));
}

TEST_CASE("A press that is kept survives a restart of the console, and is applied once",
    "[counter][offline]")
{
    SmallHall hall;
    registerRina(hall);
    auto &kiosk = hall.kiosk("kiosk-1", "1");
    Console console(hall, "1");
    console.signsIn("rina", "4711");
    kiosk.touches("a.one");
    hall.run(50ms);
    console.does(CallNext{console.counter});
    const TicketId ticket = console.current();
    console.does(StartServing{console.counter, ticket});
    hall.network(false);
    console.does(FinishServing{console.counter, ticket}, true);
    console.terminal.crash();
    console.terminal.start();
    REQUIRE(console.terminal.machine().keptWishes().size() == 1);
    hall.network(true);
    hall.run(10s);
    CHECK(hall.state().ticket(ticket)->state == TicketState::Served);
    CHECK(console.terminal.machine().keptWishes().empty());
    const auto position = hall.service->position();
    console.terminal.crash();
    console.terminal.start();
    CHECK(console.terminal.machine().keptWishes().empty());
    hall.run(10s);
    CHECK(hall.service->position() == position);
}

TEST_CASE(
    "A kept press whose ticket has moved on is answered with the reason", "[counter][offline]")
{
    SmallHall hall;
    registerRina(hall);
    auto &kiosk = hall.kiosk("kiosk-2", "2");
    Console console(hall, "1");
    console.signsIn("rina", "4711");
    kiosk.touches("a.one");
    hall.run(50ms);
    console.does(CallNext{console.counter});
    const TicketId ticket = console.current();
    hall.network(false);
    console.does(MarkNoShow{console.counter, ticket}, true);
    // Meanwhile another console takes the desk and serves the visitor.
    SeededRandom random(8);
    for (const CommandData &data : std::vector<CommandData>{
             StartServing{console.counter, ticket}, FinishServing{console.counter, ticket}})
        hall.service->submit({CommandId(makeUuid(hall.clock, random)), {}, data}, {});
    hall.service->flush();
    console.terminal.answers.clear();
    hall.network(true);
    hall.run(10s);
    REQUIRE(console.terminal.answers.size() == 1);
    CHECK(console.terminal.answers[0].error->reason == text("ticketMovedOn"));
    CHECK(console.terminal.machine().keptWishes().empty());
}

TEST_CASE("A display that starts without network still knows the last calls, and how old they are",
    "[terminal][offline]")
{
    SmallHall hall;
    registerRina(hall);
    auto &kiosk = hall.kiosk("kiosk-1", "1");
    auto &display = hall.display("display-1");
    Console console(hall, "1");
    console.signsIn("rina", "4711");
    kiosk.touches("a.one");
    hall.run(50ms);
    console.does(CallNext{console.counter});
    hall.run(70s);
    hall.network(false);
    display.crash();
    display.start();
    const Mirror &mirror = display.machine().mirror();
    REQUIRE(mirror.state().calls.size() == 1);
    CHECK(mirror.state().calls == hall.state().calls);
    CHECK(mirror.state().catalogue);
    CHECK(hall.clock.wall() - mirror.asOf() < 80s);
}

TEST_CASE("Wrong PINs make a growing pause that is told", "[counter]")
{
    SmallHall hall;
    registerRina(hall);
    Console console(hall, "1");
    for (int i = 0; i < 3; ++i)
        CHECK(console.signsIn("rina", "0000") == text("wrongPin"));
    CHECK(console.signsIn("rina", "4711") == text("pause:2"));
    hall.run(2s);
    CHECK(console.signsIn("rina", "4711").isEmpty());
}

TEST_CASE("After a service restart all copies go on from where they were", "[terminal][resume]")
{
    SmallHall hall;
    auto &kiosk = hall.kiosk("kiosk-1", "1");
    Console console(hall, "1");
    for (int i = 0; i < 300; ++i) {
        kiosk.touches("a.one");
        hall.run(20ms);
    }
    hall.restartService();
    kiosk.touches("b.one");
    hall.run(10s);
    CHECK(console.terminal.machine().link() == LinkStatus::Up);
    CHECK(console.terminal.machine().mirror().position() == hall.service->position());
    CHECK(console.terminal.machine().mirror().state().lines == hall.state().lines);
    // A terminal that comes for the first time gets the same by starting over.
    Console late(hall, "2");
    hall.run(1s);
    CHECK(late.terminal.machine().mirror().position() == hall.service->position());
    CHECK(late.terminal.machine().mirror().state().lines == hall.state().lines);
    CHECK(late.terminal.machine().mirror().state().catalogue);
}

// SPDX-License-Identifier: Apache-2.0
#include "journal/memoryjournal.h"
#include "service/queueservice.h"
#include "support/catch.h"
#include "support/faultyjournal.h"
#include "support/mall.h"

using namespace antre;
using namespace std::chrono_literals;

namespace {

struct World
{
    ManualClock clock{thursday(9)};
    SeededRandom random{1};

    Command wish(
        const CommandData &data, const Actor &by = {TerminalId(QStringLiteral("kiosk-1")), {}})
    {
        return {CommandId(makeUuid(clock, random)), by, data};
    }
    Command visitor()
    {
        return wish(IssueTicket{
            ServiceId(text("a.one")), {}, text("id"), makeSecret(random), clock.wall()});
    }

    /// Submits one command and lets it be decided.
    static Answer ask(QueueService &service, const Command &command)
    {
        std::optional<Answer> got;
        service.submit(command, [&](const Answer &answer) { got = answer; });
        service.flush();
        REQUIRE(got);
        return *got;
    }
};

} // namespace

TEST_CASE("A visitor gets a number, and a restart knows it", "[service]")
{
    World world;
    MemoryJournal journal;
    QueueService service(journal, world.clock);
    REQUIRE(service.open());
    world.ask(service, world.wish(PublishCatalogue{smallMall()}, {}));
    const Answer first = world.ask(service, world.visitor());
    CHECK(first.number->text() == text("A001"));
    CHECK(first.ahead == 0);
    CHECK(world.ask(service, world.visitor()).ahead == 1);

    QueueService again(journal, world.clock);
    REQUIRE(again.open());
    CHECK(again.state() == service.state());
    CHECK(again.position() == service.position());
    CHECK(world.ask(again, world.visitor()).number->text() == text("A003"));
}

TEST_CASE("A restart days later knows catalogue, terminals and officers, and starts a new day",
    "[service]")
{
    World world;
    MemoryJournal journal;
    const Terminal kiosk{
        TerminalId(text("kiosk-1")), TerminalKind::Kiosk, text("Kiosk 1"), text("1"), text("hash")};
    const Officer rina{OfficerId(text("rina")), text("Rina"), text("hash"), true};
    {
        QueueService service(journal, world.clock);
        REQUIRE(service.open());
        world.ask(service, world.wish(PublishCatalogue{smallMall()}, {}));
        world.ask(service, world.wish(EnrolTerminal{kiosk}, {}));
        world.ask(service, world.wish(RegisterOfficer{rina}, {}));
        world.ask(service, world.visitor());
        world.clock.advance(24h);
        world.ask(service, world.visitor());
    }
    world.clock.advance(96h); // Tuesday
    QueueService service(journal, world.clock);
    REQUIRE(service.open());
    CHECK(service.state().terminals.value(kiosk.id) == kiosk);
    CHECK(service.state().officers.value(rina.id) == rina);
    CHECK(world.ask(service, world.visitor()).number->text() == text("A001"));
}

TEST_CASE("The same command again gets the same answer, also after a restart", "[service]")
{
    World world;
    MemoryJournal journal;
    const Command wish = world.visitor();
    {
        QueueService service(journal, world.clock);
        REQUIRE(service.open());
        world.ask(service, world.wish(PublishCatalogue{smallMall()}, {}));
        world.ask(service, world.visitor());
        CHECK(world.ask(service, wish).number->text() == text("A002"));
        CHECK(world.ask(service, wish).number->text() == text("A002"));
    }
    QueueService service(journal, world.clock);
    REQUIRE(service.open());
    CHECK(world.ask(service, wish).number->text() == text("A002"));
    CHECK(service.state().tickets.size() == 2);
}

TEST_CASE("All commands that wait go into one commit, each with its own answer", "[service]")
{
    World world;
    MemoryJournal memory;
    FailsOnce journal(memory, 1'000'000, FailsOnce::When::BeforeWriting);
    QueueService service(journal, world.clock);
    REQUIRE(service.open());
    world.ask(service, world.wish(PublishCatalogue{smallMall()}, {}));
    const int before = journal.commits();
    QStringList numbers;
    for (int i = 0; i < 64; ++i)
        service.submit(
            world.visitor(), [&](const Answer &answer) { numbers.append(answer.number->text()); });
    service.flush();
    CHECK(journal.commits() == before + 1);
    CHECK(numbers.size() == 64);
    CHECK(numbers.removeDuplicates() == 0);
}

TEST_CASE("What is published is on the disk before anybody hears of it", "[service]")
{
    World world;
    MemoryJournal journal;
    QueueService service(journal, world.clock);
    REQUIRE(service.open());
    bool heard = false;
    service.setListener([&](const std::vector<PlacedEvent> &events) {
        heard = true;
        CHECK(journal.end() == events.back().position);
    });
    world.ask(service, world.wish(PublishCatalogue{smallMall()}, {}));
    CHECK(heard);
}

TEST_CASE("Fail the journal's call i, for every i: answers are honest, and retries end in one "
          "ticket each",
    "[service][fault]")
{
    for (const auto when : {FailsOnce::When::BeforeWriting, FailsOnce::When::AfterWriting}) {
        for (int call = 0;; ++call) {
            CAPTURE(call);
            World world;
            MemoryJournal memory;
            FailsOnce journal(memory, call, when);
            QueueService service(journal, world.clock);
            (void)service.open();
            std::vector<Command> wishes{world.wish(PublishCatalogue{smallMall()}, {})};
            for (int visitor = 0; visitor < 5; ++visitor)
                wishes.push_back(world.visitor());
            for (const Command &wish : wishes) {
                // As a terminal does: the same command until it is answered.
                Answer answer = world.ask(service, wish);
                for (int tries = 0; answer.error && tries < 3; ++tries) {
                    CHECK(answer.error->code == ErrorCode::Unavailable);
                    answer = world.ask(service, wish);
                }
                REQUIRE_FALSE(answer.error);
            }
            CHECK(service.state().tickets.size() == 5);
            CHECK(service.state().lines.at(LineId(text("A"))).lastCount == 5);
            QueueService again(memory, world.clock);
            REQUIRE(again.open());
            CHECK(again.state() == service.state());
            if (!journal.hasFailed())
                break;
        }
    }
}

TEST_CASE("A record that can't be read stops the start and names its place", "[service]")
{
    World world;
    MemoryJournal journal;
    REQUIRE(
        journal.append(0, {{text("dayStarted"), BusinessDay{20000}, text("day"), "{\"kind\":"}}));
    QueueService service(journal, world.clock);
    const auto opened = service.open();
    REQUIRE_FALSE(opened);
    CHECK(opened.error().detail.contains(text("record 1")));
    CHECK(world.ask(service, world.visitor()).error->code == ErrorCode::Invalid);
}

TEST_CASE("A commit that was written and answered with an error is published and answered",
    "[service][fault]")
{
    World world;
    MemoryJournal memory;
    // Two reads to open, then the catalogue; the fourth call brings the visitor to the disk.
    FailsOnce journal(memory, 3, FailsOnce::When::AfterWriting);
    QueueService service(journal, world.clock);
    REQUIRE(service.open());
    Position told = 0;
    service.setListener([&](const std::vector<PlacedEvent> &events) {
        CHECK(events.front().position == told + 1);
        told = events.back().position;
    });
    world.ask(service, world.wish(PublishCatalogue{smallMall()}, {}));
    const Answer answer = world.ask(service, world.visitor());
    REQUIRE(journal.hasFailed());
    CHECK_FALSE(answer.error);
    CHECK(answer.number->text() == text("A001"));
    CHECK(told == service.position());
    CHECK(told == *memory.end());
}

TEST_CASE("The service ends the day by itself, once, whatever restarts and however many ask",
    "[service][dayend]")
{
    World world;
    MemoryJournal journal;
    QueueService first(journal, world.clock);
    REQUIRE(first.open());
    CHECK_FALSE(first.askForDayEnd()); // there is no day yet
    world.ask(first, world.wish(PublishCatalogue{smallMall()}, {}));
    world.ask(first, world.visitor());
    world.clock.setWall(thursday(15, 30) - 1ms);
    CHECK_FALSE(first.askForDayEnd());
    QueueService second(journal, world.clock);
    REQUIRE(second.open());
    world.clock.setWall(thursday(15, 30));
    CHECK((first.askForDayEnd() && first.askForDayEnd() && second.askForDayEnd()));
    first.flush();
    second.flush(); // its journal has moved on meanwhile
    CHECK_FALSE((first.askForDayEnd() || second.askForDayEnd()));
    QueueService restarted(journal, world.clock);
    REQUIRE(restarted.open());
    CHECK_FALSE(restarted.askForDayEnd());
    const auto records = journal.read(0, 1000);
    CHECK(std::ranges::count(*records, text("dayClosed"), [](const StoredRecord &stored) {
        return stored.record.kind;
    }) == 1);
    CHECK((first.state() == restarted.state() && second.state() == restarted.state()));
}

TEST_CASE("A machine that was off at closing time closes yesterday before today begins",
    "[service][dayend]")
{
    World world;
    MemoryJournal journal;
    {
        QueueService service(journal, world.clock);
        REQUIRE(service.open());
        world.ask(service, world.wish(PublishCatalogue{smallMall()}, {}));
        world.ask(service, world.visitor());
    }
    world.clock.advance(22h);
    QueueService service(journal, world.clock);
    REQUIRE(service.open());
    REQUIRE(service.askForDayEnd());
    service.flush();
    const auto records = journal.read(0, 1000);
    CHECK(records->back().record.kind == text("dayClosed"));
    CHECK(records->back().record.day.text() == text("2026-08-20"));
}

TEST_CASE("A closure made yesterday for today is known after a restart", "[service][closures]")
{
    World world;
    MemoryJournal journal;
    const Scope agency(AgencyId(text("a")));
    {
        QueueService service(journal, world.clock);
        REQUIRE(service.open());
        world.ask(service, world.wish(PublishCatalogue{smallMall()}, {}));
        world.ask(service, world.wish(CloseFor{agency, thursday(10) + 24h, {}}, {}));
        world.ask(service, world.wish(CloseFor{Scope(), thursday(10), {}}, {}));
        world.ask(service, world.wish(Reopen{Scope()}, {}));
        world.clock.advance(24h);
        CHECK(world.ask(service, world.visitor()).error->reason == text("closedNow"));
    }
    QueueService service(journal, world.clock);
    REQUIRE(service.open());
    CHECK(service.state().closures.size() == 1);
    CHECK(world.ask(service, world.visitor()).error->reason == text("closedNow"));
}

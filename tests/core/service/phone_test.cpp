// SPDX-License-Identifier: Apache-2.0

// What the service keeps of visitors' phones, over restarts and days.

#include "journal/memoryjournal.h"
#include "service/queueservice.h"
#include "support/catch.h"
#include "support/mall.h"
#include "wire/events.h"

using namespace antre;
using namespace std::chrono_literals;

namespace {

/// A service that dies and comes back over the same journal.
struct PhoneWorld
{
    PhoneWorld() { restart(); }

    void restart()
    {
        service.emplace(journal, clock);
        REQUIRE(service->open());
    }
    Answer ask(const CommandData &wish)
    {
        std::optional<Answer> got;
        service->submit({CommandId(makeUuid(clock, random)), {}, wish},
            [&](const Answer &answer) { got = answer; });
        service->flush();
        REQUIRE(got);
        return *got;
    }
    Answer take(const char *phone, const char *wanted = "a.one")
    {
        return ask(IssueTicket{ServiceId(text(wanted)), {}, text("id"), makeSecret(random),
            clock.wall(), {}, {}, false, text(phone)});
    }

    ManualClock clock{thursday(9)};
    SeededRandom random{1};
    MemoryJournal journal;
    std::optional<QueueService> service;
};

} // namespace

TEST_CASE(
    "A phone that asks again is led to the ticket that it has, also after a restart", "[phone]")
{
    PhoneWorld world;
    world.ask(PublishCatalogue{smallMall()});
    const Answer first = world.take("phone-1");
    REQUIRE(first.number);
    world.restart();
    const Answer again = world.take("phone-1");
    REQUIRE(again.error);
    CHECK(again.error->reason == text("alreadyWaiting"));
    CHECK(again.ticket == first.ticket);
    CHECK_FALSE(again.number);
    CHECK(world.take("phone-2").number->text() == text("A002"));
}

TEST_CASE("Leaving and letting others go first can be taken back after a restart, too", "[phone]")
{
    PhoneWorld world;
    world.ask(PublishCatalogue{smallMall()});
    const TicketId ticket = world.take("phone-1").ticket;
    world.clock.advance(1min);
    world.take("phone-2");
    CHECK(world.ask(LetGoFirst{ticket, 1}).ahead == 1);
    world.restart();
    CHECK(world.ask(TakePlaceBack{ticket}).ahead == 0);
    CHECK_FALSE(world.ask(CancelTicket{ticket}).error);
    world.restart();
    const Answer back = world.ask(RejoinQueue{ticket});
    CHECK(back.ahead == 0);
    CHECK(back.number->text() == text("A001"));
    CHECK(world.service->state().ticket(ticket)->state == TicketState::Waiting);
}

TEST_CASE("No terminal hears which phone holds a ticket", "[phone]")
{
    PhoneWorld world;
    std::vector<PlacedEvent> published;
    world.service->setListener([&](const std::vector<PlacedEvent> &events) {
        published.insert(published.end(), events.begin(), events.end());
    });
    world.ask(PublishCatalogue{smallMall()});
    world.take("phone-1");
    int issued = 0;
    for (const PlacedEvent &placed : published) {
        for (const char *terminal : {"", "kiosk-1", "display-1"}) {
            const Event told = redactedFor(placed.event, TerminalId(text(terminal)));
            const auto *ticket = std::get_if<TicketIssued>(&told.data);
            issued += ticket ? 1 : 0;
            CHECK((!ticket || ticket->holder.isEmpty()));
        }
    }
    CHECK(issued == 3);
}

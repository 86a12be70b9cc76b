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

/// The small mall, where a.one takes visitors by appointment on Thursdays and Fridays.
CataloguePtr mallWithAppointments()
{
    Catalogue mall = *smallMall();
    AppointmentRules rules;
    rules.windows[3] = rules.windows[4] = {{8h, 12h}, {13h, 15h}};
    mall.agencies[0].services[0].appointments = rules;
    mall.index();
    return std::make_shared<const Catalogue>(std::move(mall));
}

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

TEST_CASE("A reservation outlives restarts and days, and is one ticket on its day", "[phone]")
{
    PhoneWorld world;
    world.ask(PublishCatalogue{mallWithAppointments()});
    const QString code = makeSecret(world.random);
    const BusinessDay friday = *BusinessDay::fromText(u"2026-08-21");
    const Reserve wish{ServiceId(text("a.one")), friday, 10h, text("en"), code, text("phone-1")};
    CHECK_FALSE(world.ask(wish).error);
    world.restart();
    CHECK_FALSE(world.ask(wish).error);
    CHECK(world.service->state().reservations.size() == 1);
    world.clock.setWall(thursday(9, 45) + 24h);
    world.take("phone-2"); // the day begins
    world.restart();
    const CheckIn here{code, {}, {}, makeSecret(world.random), world.clock.wall()};
    const Answer first = world.ask(here);
    REQUIRE(first.number);
    CHECK(first.number->text() == text("A002"));
    const State before = world.service->state();
    world.restart();
    CHECK((world.service->state() == before));
    const Answer again = world.ask(here);
    CHECK(again.ticket == first.ticket);
    CHECK(again.number == first.number);
    CHECK(world.service->state().tickets.size() == 2);
}

TEST_CASE("The day after, a restart knows nothing of a reservation", "[phone]")
{
    PhoneWorld world;
    world.ask(PublishCatalogue{mallWithAppointments()});
    const QString code = makeSecret(world.random);
    CHECK_FALSE(world
                    .ask(Reserve{ServiceId(text("a.one")), *BusinessDay::fromText(u"2026-08-20"),
                        13h, text("id"), code, text("phone-1")})
                    .error);
    world.clock.advance(24h);
    world.restart();
    world.take("phone-2");
    CHECK(world.service->state().reservations.empty());
    world.restart();
    CHECK(world.service->state().reservations.empty());
    const Answer late = world.ask(CancelReservation{code});
    REQUIRE(late.error);
    CHECK(late.error->reason == text("unknownReservation"));
}

TEST_CASE("Neither journal nor terminals get to see a reservation's code or phone", "[phone]")
{
    PhoneWorld world;
    world.ask(PublishCatalogue{mallWithAppointments()});
    const QString code = makeSecret(world.random);
    REQUIRE_FALSE(world
                      .ask(Reserve{ServiceId(text("a.one")), *BusinessDay::fromText(u"2026-08-20"),
                          13h, text("id"), code, text("phone-1")})
                      .error);
    const auto records = world.journal.read(0, 100);
    REQUIRE(records);
    for (const StoredRecord &stored : *records)
        CHECK_FALSE(stored.record.body.contains(code.toUtf8()));
    const auto last = fromRecord(records->back());
    REQUIRE(last);
    const Event told = redactedFor(last->event, TerminalId(text("kiosk-1")));
    CHECK(std::get<ReservationChanged>(told.data).reservation.holder.isEmpty());
}

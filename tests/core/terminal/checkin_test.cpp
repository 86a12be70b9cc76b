// SPDX-License-Identifier: Apache-2.0
// A reservation's code before a kiosk.
#include "domain/hallcode.h"
#include "support/catch.h"
#include "support/smallhall.h"
#include "terminal/phoneslink.h"
#include "terminal/scancode.h"

using namespace antre;
using namespace std::chrono_literals;

namespace {

/// A visitor who has reserved a.one at ten today, and a kiosk.
struct Reserved
{
    Reserved()
        : kiosk(hall.kiosk("kiosk-1", "1"))
    {
        Catalogue mall = *hall.state().catalogue;
        AppointmentRules rules;
        rules.windows[3] = {{8h, 12h}};
        mall.agencies[0].services[0].appointments = rules;
        publish(std::move(mall));
        tell(Reserve{ServiceId(text("a.one")), hall.state().day, 10h, text("id"), code});
    }
    void publish(Catalogue mall)
    {
        mall.version += 1;
        mall.index();
        tell(PublishCatalogue{std::make_shared<const Catalogue>(std::move(mall))});
    }
    void tell(const CommandData &wish)
    {
        std::optional<Error> error;
        hall.service->submit({CommandId(makeUuid(hall.clock, random)), {}, wish},
            [&](const Answer &answer) { error = answer.error; });
        hall.run(50ms);
        REQUIRE_FALSE(error);
    }
    void holds(Milliseconds wait = 50ms)
    {
        const auto read = readScannedCode(text("https://mall.example/r/") + code, kiosk.machine());
        REQUIRE(read == ScannedCode(ReservationCode{code}));
        kiosk.input(CheckInWanted{code, text("id")});
        hall.run(wait);
    }
    [[nodiscard]] QString refusal() const
    {
        const auto &refused = kiosk.machine().checkInRefusal();
        return refused ? refused->reason : QString();
    }

    SmallHall hall;
    HallTerminal &kiosk;
    SeededRandom random{5};
    const QString code = makeSecret(random);
};

} // namespace

TEST_CASE("Who holds a reservation's code before the kiosk gets a number and its slip", "[checkin]")
{
    Reserved visitor;
    visitor.hall.run(45min);
    visitor.holds();
    CHECK(visitor.kiosk.shows() == text("A001"));
    REQUIRE(visitor.kiosk.slips.size() == 1);
    CHECK(visitor.kiosk.slips[0].service == ServiceId(text("a.one")));
    CHECK(visitor.hall.state().ticket(visitor.kiosk.issue().ticket.id)->slip == SlipState::Sent);
    CHECK(visitor.hall.paperFaults() == QStringList());
}

TEST_CASE("The same code again is the same number, without a second slip", "[checkin]")
{
    Reserved visitor;
    visitor.hall.run(45min);
    visitor.holds();
    visitor.kiosk.input(Dismissed{true});
    visitor.holds();
    CHECK(visitor.refusal() == text("alreadyCheckedIn"));
    CHECK(visitor.kiosk.machine().checkInRefusal()->number->text() == text("A001"));
    CHECK(visitor.kiosk.slips.size() == 1);
    CHECK(visitor.hall.state().tickets.size() == 1);
}

TEST_CASE("Who is early, late or has cancelled is told so, and the kiosk serves on", "[checkin]")
{
    Reserved visitor;
    visitor.holds();
    CHECK(visitor.refusal() == text("tooEarly"));
    visitor.hall.run(75min);
    visitor.holds();
    CHECK(visitor.refusal() == text("tooLate"));
    visitor.tell(CancelReservation{visitor.code});
    visitor.holds();
    CHECK(visitor.refusal() == text("reservationCancelled"));
    visitor.kiosk.touches("a.one");
    visitor.hall.run(50ms);
    CHECK(visitor.kiosk.shows() == text("A001"));
}

TEST_CASE("Without the network nobody is checked in, and an ordinary number is there", "[checkin]")
{
    Reserved visitor;
    visitor.hall.run(45min);
    visitor.hall.network(false);
    visitor.holds();
    CHECK(visitor.refusal() == text("offline"));
    CHECK(visitor.kiosk.slips.empty());
    visitor.kiosk.touches("a.one");
    CHECK(visitor.kiosk.shows() == text("A1-01"));
}

TEST_CASE("An answer that got lost costs a second try, not the slip", "[checkin]")
{
    Reserved visitor;
    visitor.hall.run(45min);
    visitor.hall.answersGetLost = true;
    visitor.holds(2s);
    CHECK(visitor.refusal() == text("unanswered"));
    visitor.hall.answersGetLost = false;
    visitor.holds();
    CHECK(visitor.kiosk.shows() == text("A001"));
    CHECK(visitor.kiosk.slips.size() == 1);
    CHECK(visitor.hall.paperFaults() == QStringList());
}

TEST_CASE(
    "A reader with Caps Lock reads a reservation, too, and an old one's page is known", "[checkin]")
{
    Reserved visitor;
    QString typed = text("https://mall.example/r/") + visitor.code;
    for (QChar &letter : typed)
        letter = letter.isUpper() ? letter.toLower() : letter.toUpper();
    const TerminalMachine &machine = visitor.kiosk.machine();
    CHECK(readScannedCode(typed, machine) == ScannedCode(ReservationCode{visitor.code}));
    CHECK(readScannedCode(visitor.code, machine) == ScannedCode(ReservationCode{visitor.code}));
    const QString old(22, u'A');
    CHECK(readScannedCode(text("https://mall.example/r/") + old, machine)
        == ScannedCode(ReservationCode{old}));
    visitor.kiosk.input(CheckInWanted{old, text("id")});
    visitor.hall.run(50ms);
    CHECK(visitor.refusal() == text("unknownReservation"));
}

TEST_CASE("A screen shows phones the way, and proves where they are without network", "[checkin]")
{
    Reserved visitor;
    HallTerminal &display = visitor.hall.display("display-1");
    CHECK(phonesLink(display.machine()) == text("https://mall.example"));
    Catalogue mall = *visitor.hall.state().catalogue;
    mall.site.phones.onlyHere = true;
    visitor.publish(std::move(mall));
    visitor.hall.network(false);
    visitor.hall.run(90s);
    const QString link = phonesLink(display.machine());
    REQUIRE(link.startsWith(text("https://mall.example/h/display-1.")));
    CHECK_FALSE(hallCodeFault(
        visitor.hall.state(), link.section(u'/', -1), 5min, visitor.hall.clock.wall()));
    visitor.hall.run(60s);
    CHECK(phonesLink(display.machine()) != link);
}

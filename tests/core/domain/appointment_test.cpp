// SPDX-License-Identifier: Apache-2.0

// Reserving a slot, and becoming a ticket at its time.

#include "domain/appointments.h"
#include "domain/calling.h"
#include "support/catch.h"
#include "support/invariants.h"
#include "support/mall.h"

using namespace antre;
using namespace std::chrono_literals;

namespace {

const ServiceId visa(QStringLiteral("a.one"));

BusinessDay onDay(const char *day) { return *BusinessDay::fromText(text(day)); }
const BusinessDay thatThursday = onDay("2026-08-20");

/// The small mall, where a.one takes two visitors each half an hour by appointment, Thursdays and
/// Fridays from 9 to 11 and around the break; check-in 30 minutes before to 10 after, 10 minutes'
/// head start.
class AppointmentMall : public RuleBook
{
public:
    AppointmentMall()
    {
        publishes([](AppointmentRules &) {});
    }

    void publishes(const std::function<void(AppointmentRules &)> &change)
    {
        publishesMall([&](Catalogue &mall) { change(*mall.agencies[0].services[0].appointments); });
    }
    void publishesMall(const std::function<void(Catalogue &)> &change)
    {
        Catalogue mall = *smallMall();
        mall.version = state.catalogue->version + 1;
        AppointmentRules rules;
        rules.windows[3] = rules.windows[4] = {{9h, 11h}, {11h + 30min, 14h}};
        rules.places = 2;
        mall.agencies[0].services[0].appointments = rules;
        change(mall);
        mall.index();
        REQUIRE(tell(PublishCatalogue{std::make_shared<const Catalogue>(mall)}, {}));
    }

    /// What came of it: nothing, or the reason why not.
    QString reserves(const char *code, Minutes from, BusinessDay day = thatThursday,
        const char *phone = "", const ServiceId &service = visa)
    {
        return cameOf(Reserve{service, day, from, text("en"), longCode(code), text(phone)});
    }
    QString cancels(const char *code) { return cameOf(CancelReservation{longCode(code)}); }
    /// The ticket's number, or the reason why not.
    QString checksIn(const char *code, const char *priority = "", const char *phone = "")
    {
        const QString came = cameOf(CheckIn{longCode(code), ClassId(text(priority)), {},
            makeSecret(random), clock.wall(), text(phone)});
        const Reservation *known = state.reservation(reservationHash(longCode(code)));
        return came.isEmpty() && known ? state.ticket(known->ticket)->number.text() : came;
    }
    [[nodiscard]] const Reservation &reservation(const char *code) const
    {
        return *state.reservation(reservationHash(longCode(code)));
    }
    /// "09:00 2, 09:30 1"
    [[nodiscard]] QString open(const char *day = "2026-08-20") const
    {
        QStringList slots_;
        for (const AppointmentSlot &slot :
            openSlots(state, *state.catalogue->service(visa), clock.wall())) {
            if (slot.day == onDay(day))
                slots_ << QStringLiteral("%1:%2 %3")
                              .arg(slot.from / 1h, 2, 10, QLatin1Char('0'))
                              .arg(slot.from % 1h / 1min, 2, 10, QLatin1Char('0'))
                              .arg(slot.free);
        }
        return slots_.join(text(", "));
    }
    [[nodiscard]] QString order() const
    {
        QStringList numbers;
        for (const NextTicket &next : callingOrder(state, {LineId(text("A"))}, clock.wall()))
            numbers << state.ticket(next.ticket)->number.text();
        return numbers.join(u' ');
    }

    static QString longCode(const char *code)
    {
        return text(code).leftJustified(22, QLatin1Char('x'));
    }

private:
    QString cameOf(const CommandData &wish)
    {
        const auto events = tell(wish, Actor());
        const auto broken = violations(state);
        if (!broken.empty())
            return broken.front();
        return events ? QString() : events.error().reason;
    }
};

} // namespace

TEST_CASE("Slots are offered within the hours, beside the break, and not when they have begun",
    "[appointment]")
{
    AppointmentMall mall;
    CHECK(mall.open() == text("09:30 2, 10:00 2, 10:30 2, 11:30 2, 13:00 2, 13:30 2"));
    mall.clock.setWall(thursday(8, 59));
    CHECK(mall.open().startsWith(text("09:00 2")));
    CHECK(mall.open("2026-08-21").startsWith(text("09:00 2")));
    CHECK(mall.open("2026-08-22").isEmpty()); // a Saturday
    CHECK(mall.open("2026-08-27").startsWith(text("09:00 2")));
    CHECK(mall.open("2026-08-28").isEmpty()); // eight days ahead
}

TEST_CASE("A slot is full when its places are gone, and free again when one is given back",
    "[appointment]")
{
    AppointmentMall mall;
    CHECK(mall.reserves("one", 10h).isEmpty());
    CHECK(mall.reserves("two", 10h).isEmpty());
    CHECK(mall.reserves("three", 10h) == text("slotFull"));
    CHECK(mall.open().startsWith(text("09:30 2, 10:00 0, 10:30 2")));
    CHECK(mall.cancels("one").isEmpty());
    CHECK(mall.cancels("one").isEmpty()); // it is as wished
    CHECK(mall.reserves("three", 10h).isEmpty());
    CHECK(mall.state.tickets.empty()); // none of them is a place in line
}

TEST_CASE("What can't be reserved is refused with its reason", "[appointment]")
{
    AppointmentMall mall;
    CHECK(mall.reserves("code", 9h) == text("slotOver"));
    CHECK(mall.reserves("code", 10h, onDay("2026-08-19")) == text("slotOver"));
    CHECK(mall.reserves("code", 10h, onDay("2026-08-28")) == text("slotTooFar"));
    CHECK(mall.reserves("code", 10h, onDay("2026-08-22")) == text("closedThatDay"));
    CHECK(mall.reserves("code", 10h + 10min) == text("noSuchSlot"));
    CHECK(mall.reserves("code", 12h) == text("noSuchSlot")); // the break
    CHECK(mall.reserves("code", 10h, onDay("2026-08-24")) == text("noSuchSlot")); // a Monday
    CHECK(mall.reserves("code", 10h, thatThursday, "", ServiceId(text("b.one")))
        == text("noAppointments"));
    CHECK(mall.reserves("code", 10h, thatThursday, "", ServiceId(text("none")))
        == text("unknownService"));
    CHECK(mall.tell(Reserve{visa, thatThursday, 10h, {}, text("short"), {}}, {}).error().code
        == ErrorCode::Invalid);
    CHECK(mall.state.reservations.empty());
}

TEST_CASE("The same wish twice is one reservation, and nobody else gets its code", "[appointment]")
{
    AppointmentMall mall;
    CHECK(mall.reserves("one", 10h).isEmpty());
    CHECK(mall.reserves("one", 10h).isEmpty());
    CHECK(mall.state.reservations.size() == 1);
    CHECK(mall.reserves("one", 10h + 30min) == text("codeTaken"));
}

TEST_CASE("One phone reserves once a service", "[appointment]")
{
    AppointmentMall mall;
    CHECK(mall.reserves("one", 10h, thatThursday, "phone").isEmpty());
    CHECK(mall.reserves("two", 13h, thatThursday, "phone") == text("alreadyReserved"));
    CHECK(mall.reserves("two", 13h, thatThursday, "other phone").isEmpty());
    CHECK(mall.cancels("one").isEmpty());
    CHECK(mall.reserves("three", 13h, thatThursday, "phone").isEmpty());
    mall.clock.setWall(thursday(13, 11)); // it was not used, and is over
    CHECK(mall.reserves("four", 9h, onDay("2026-08-21"), "phone").isEmpty());
}

TEST_CASE(
    "Whoever comes in time gets a ticket, and the same one when asking again", "[appointment]")
{
    AppointmentMall mall;
    mall.reserves("one", 10h);
    mall.clock.setWall(thursday(9, 30));
    CHECK(mall.checksIn("one") == text("A001"));
    CHECK(mall.checksIn("one") == text("A001"));
    mall.clock.setWall(thursday(10, 30)); // even when it would be too late by now
    CHECK(mall.checksIn("one") == text("A001"));
    CHECK(mall.state.tickets.size() == 1);
    const Ticket &ticket = mall.ticket("A001");
    CHECK(ticket.language == text("en"));
    CHECK(ticket.appointment == thursday(10));
    CHECK(ticket.touchedAt == thursday(9, 30));
    CHECK(mall.cancels("one") == text("alreadyCheckedIn"));
}

TEST_CASE("Early, late, on another day, cancelled and unknown are told apart", "[appointment]")
{
    AppointmentMall mall;
    mall.reserves("one", 10h);
    mall.reserves("friday", 10h, onDay("2026-08-21"));
    mall.reserves("gone", 10h);
    mall.cancels("gone");
    CHECK(mall.checksIn("none") == text("unknownReservation"));
    CHECK(mall.cancels("none") == text("unknownReservation"));
    CHECK(mall.checksIn("gone") == text("reservationCancelled"));
    CHECK(mall.checksIn("friday") == text("wrongDay"));
    mall.clock.setWall(thursday(9, 30) - 1ms);
    CHECK(mall.checksIn("one") == text("tooEarly"));
    mall.clock.setWall(thursday(10, 10) + 1ms);
    CHECK(mall.checksIn("one") == text("tooLate"));
    mall.clock.setWall(thursday(10, 10));
    CHECK(mall.checksIn("one") == text("A001"));
}

TEST_CASE(
    "A closed service lets nobody check in, the last number keeps nobody out", "[appointment]")
{
    AppointmentMall mall;
    mall.reserves("one", 13h + 30min);
    mall.clock.setWall(thursday(13, 30));
    REQUIRE(mall.tell(CloseFor{Scope(visa), thursday(16), {}}, {}));
    CHECK(mall.checksIn("one") == text("closedForToday"));
    REQUIRE(mall.tell(Reopen{Scope(visa)}, {}));
    mall.publishesMall([](Catalogue &changed) { // numbers end at one
        for (auto &day : changed.site.hours) {
            if (day)
                day->numbers.until = 13h;
        }
    });
    CHECK(mall.takes("a.one") == text("numbersEnded"));
    CHECK(mall.checksIn("one") == text("A001"));
}

TEST_CASE("The day after, a reservation is gone", "[appointment]")
{
    AppointmentMall mall;
    mall.reserves("one", 10h);
    mall.reserves("friday", 10h, onDay("2026-08-21"));
    mall.clock.setWall(thursday(10) + 24h);
    CHECK(mall.checksIn("one") == text("unknownReservation"));
    CHECK(mall.checksIn("friday") == text("A001"));
    CHECK(mall.checksIn("one") == text("unknownReservation"));
    CHECK(mall.state.reservations.size() == 1);
}

TEST_CASE("Who has an appointment stands as if the number had been taken shortly before it",
    "[appointment]")
{
    AppointmentMall mall;
    mall.reserves("one", 10h);
    mall.clock.setWall(thursday(9, 35));
    CHECK(mall.checksIn("one") == text("A001")); // early
    mall.takes("a.one"); // A002 at 9:35
    mall.clock.setWall(thursday(9, 49));
    mall.takes("a.one"); // A003
    mall.clock.setWall(thursday(9, 51));
    mall.takes("a.one"); // A004
    CHECK(mall.order() == text("A002 A003 A001 A004"));
    CHECK(mall.state.aheadOf(mall.ticket("A001")) == 2);
    mall.opens("1");
    CHECK(mall.calls("1") == text("A002"));
    mall.serves("1");
    CHECK(mall.calls("1") == text("A003"));
    mall.serves("1");
    CHECK(mall.calls("1") == text("A001"));
    CHECK(mall.state.calls.back().why == CallReason::Appointment);
}

TEST_CASE("Who is late for the appointment loses what was lost, and not more", "[appointment]")
{
    AppointmentMall mall;
    mall.reserves("one", 10h);
    mall.clock.setWall(thursday(9, 57));
    mall.takes("a.one"); // A001
    mall.clock.setWall(thursday(9, 59));
    mall.takes("a.one"); // A002
    mall.clock.setWall(thursday(10, 8));
    CHECK(mall.checksIn("one") == text("A003")); // as if at 9:58
    CHECK(mall.order() == text("A001 A003 A002"));
}

TEST_CASE("An idle counter calls who is early rather than nobody", "[appointment]")
{
    AppointmentMall mall;
    mall.reserves("one", 10h);
    mall.clock.setWall(thursday(9, 31));
    mall.checksIn("one");
    mall.opens("1");
    CHECK(mall.calls("1") == text("A001"));
}

TEST_CASE("A class's head start counts for appointments, too", "[appointment]")
{
    AppointmentMall mall;
    mall.reserves("one", 10h);
    mall.clock.setWall(thursday(9, 31));
    mall.takes("a.one"); // A001, and the appointment's due is 9:50 less 20 minutes
    CHECK(mall.checksIn("one", "elderly") == text("A002"));
    CHECK(mall.order() == text("A002 A001"));
}

TEST_CASE(
    "Reservations keep their share of the day's numbers, if the catalogue says so", "[appointment]")
{
    AppointmentMall mall;
    const auto limited = [&mall](bool within) {
        mall.publishesMall([within](Catalogue &changed) {
            changed.agencies[0].services[0].dailyQuota = 2;
            changed.agencies[0].services[0].appointments->withinQuota = within;
        });
    };
    limited(true);
    mall.reserves("one", 10h);
    CHECK(mall.takes("a.one") == text("A001"));
    CHECK(mall.takes("a.one") == text("quotaFull"));
    CHECK(mall.reserves("two", 10h + 30min) == text("quotaFull"));
    CHECK(mall.open().startsWith(text("09:30 0")));
    mall.clock.setWall(thursday(9, 50));
    CHECK(mall.checksIn("one") == text("A002"));
    CHECK(mall.takes("a.one") == text("quotaFull"));
    limited(false);
    mall.clock.setWall(thursday(9, 51));
    CHECK(mall.takes("a.one") == text("quotaFull"));
    CHECK(mall.reserves("two", 10h + 30min).isEmpty());
}

TEST_CASE("A number kept for somebody who didn't come is given to others", "[appointment]")
{
    AppointmentMall mall;
    mall.publishesMall([](Catalogue &changed) { changed.agencies[0].services[0].dailyQuota = 1; });
    mall.reserves("one", 10h);
    CHECK(mall.takes("a.one") == text("quotaFull"));
    mall.clock.setWall(thursday(10, 10) + 1ms);
    CHECK(mall.takes("a.one") == text("A001"));
}

TEST_CASE(
    "A phone that waits in the line already is led there instead of checking in", "[appointment]")
{
    AppointmentMall mall;
    mall.reserves("one", 10h, thatThursday, "phone");
    mall.clock.setWall(thursday(9, 50));
    REQUIRE(mall.tell(IssueTicket{visa, {}, text("id"), makeSecret(mall.random), mall.clock.wall(),
                          {}, {}, false, text("phone")},
        {}));
    CHECK(mall.checksIn("one", "", "phone") == text("alreadyWaiting"));
    CHECK(mall.checksIn("one") == text("A002")); // at a kiosk it is a matter of people
}

TEST_CASE("A catalogue that drops appointments still lets in who has one", "[appointment]")
{
    AppointmentMall mall;
    mall.reserves("one", 10h);
    REQUIRE(mall.tell(PublishCatalogue{smallMall()}, {}));
    CHECK(mall.reserves("two", 10h) == text("noAppointments"));
    mall.clock.setWall(thursday(9, 45));
    CHECK(mall.checksIn("one") == text("A001"));
}

TEST_CASE("The code is found in what a camera reads, and only a code", "[appointment]")
{
    const QString code = text("q3TAbc-_0123456789wxyz");
    const QString link = reservationLink(text("https://antre.example/mall"), code);
    CHECK(link == text("https://antre.example/mall/r/q3TAbc-_0123456789wxyz"));
    CHECK(reservationCodeIn(link) == code);
    CHECK(reservationCodeIn(link + text("?lang=en")) == code);
    CHECK(reservationCodeIn(text(" ") + code + text("\r\n")) == code);
    for (const char *other : {"", "A012", "https://antre.example/t/q3TAbc-_0123456789wxyz",
             "https://antre.example/r/", "https://antre.example/r/short", "javascript:/r/x",
             "q3TAbc-_0123456789wxy;", "ftp://antre.example/r/q3TAbc-_0123456789wxyz"})
        CHECK(reservationCodeIn(text(other)) == std::nullopt);
    CHECK(reservationCodeIn(QString(65, QLatin1Char('a'))) == std::nullopt);
}

TEST_CASE(
    "Names of places in the journal come again, but not while they are needed", "[appointment]")
{
    std::set<QString> names;
    for (int day = 0; day <= reservationDaysMax; ++day)
        names.insert(SlotPlace{visa, {thatThursday.days + day}, 10h, 0}.key());
    CHECK(names.size() == reservationDaysMax + 1);
    const SlotPlace later{visa, {thatThursday.days + 2 * reservationDaysMax}, 10h, 0};
    CHECK(names.contains(later.key()));
}

TEST_CASE("A slot that is reserved and cancelled all day long takes few names", "[appointment]")
{
    AppointmentMall mall;
    for (int i = 0; i < 50; ++i) {
        const QByteArray code = "code" + QByteArray::number(i);
        CHECK(mall.reserves(code.constData(), 10h).isEmpty());
        CHECK(mall.cancels(code.constData()).isEmpty());
    }
    CHECK(mall.state.reservations.size() == 8); // four times its places
}

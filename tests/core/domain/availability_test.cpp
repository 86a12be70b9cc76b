// SPDX-License-Identifier: Apache-2.0
#include "domain/availability.h"
#include "support/catch.h"
#include "support/mall.h"

using namespace antre;
using namespace std::chrono_literals;

namespace {

LocalText words(const char *indonesian, const char *english)
{
    return LocalText({{text("id"), text(indonesian)}, {text("en"), text(english)}});
}

BusinessDay day(const char *date) { return *BusinessDay::fromText(text(date)); }

LocalTime moment(const char *date, int hour = 0, int minute = 0)
{
    return localTime(day(date), std::chrono::hours(hour) + Minutes(minute));
}

HoursException closed(Scope scope, LocalTime from, LocalTime until, const char *reason = "rapat")
{
    return {std::move(scope), from, until, std::nullopt, words(reason, "meeting")};
}

HoursException otherHours(Scope scope, const char *date, DayHours hours)
{
    const LocalTime from = moment(date);
    WeekHours week;
    week[size_t(from.weekday - 1)] = std::move(hours);
    return {std::move(scope), from, localTime({from.day.days + 1}, 0min), week,
        words("acara kota", "city feast")};
}

const DayHours shortDay{{8h, 11h}, {7h + 30min, 10h + 30min}, {}};
const AgencyId agencyA{text("a")};
const AgencyId agencyB{text("b")};
const CounterId counter1{text("1")};
const CounterId counter2{text("2")};

/// The small mall with an officer at every counter; tests change what they are about.
struct OpenMall
{
    OpenMall()
    {
        state.catalogue = smallMall();
        state.day = day("2026-08-20");
        for (const CounterId &counter : {counter1, counter2})
            state.desks[counter].officer = OfficerId(text("rina"));
    }

    void change(const std::function<void(Catalogue &)> &how)
    {
        Catalogue changed = *state.catalogue;
        how(changed);
        changed.index();
        state.catalogue = std::make_shared<const Catalogue>(std::move(changed));
    }
    void plan(const HoursException &exception)
    {
        change([&](Catalogue &mall) { mall.exceptions.push_back(exception); });
    }
    void close(const Scope &scope, Instant until, const char *reason = "listrik padam")
    {
        state.closures.insert_or_assign(scope, Closure{until, words(reason, "power cut")});
    }

    [[nodiscard]] ServiceStatus at(Instant when, const char *service = "a.two") const
    {
        return serviceStatus(state, *state.catalogue->service(ServiceId(text(service))), when);
    }
    /// "closedNow 2026-08-20 14:00 (listrik padam)"
    [[nodiscard]] QString says(Instant when, const char *service = "a.one") const
    {
        return said(at(when, service));
    }
    static QString said(const ServiceStatus &status)
    {
        QString what = availabilityName(status.availability);
        if (status.changes)
            what += QStringLiteral(" %1 %2:%3")
                        .arg(status.changes->day.text())
                        .arg(status.changes->ofDay / 1h, 2, 10, QLatin1Char('0'))
                        .arg(status.changes->ofDay % 1h / 1min, 2, 10, QLatin1Char('0'));
        if (!status.reason.isEmpty())
            what += QStringLiteral(" (%1)").arg(status.reason.in(text("id")));
        return what;
    }

    State state;
};

/// A moment of any day by the small mall's clocks.
Instant on(const char *date, int hour, int minute = 0)
{
    return instantOf(
        day(date), std::chrono::hours(hour) + Minutes(minute), QTimeZone("Asia/Jakarta"));
}

} // namespace

TEST_CASE("Each moment of a day says what can be done and until when", "[availability]")
{
    const OpenMall mall;
    CHECK(mall.says(thursday(0)) == text("opensLater 2026-08-20 07:30"));
    CHECK(mall.says(thursday(7, 30) - 1ms) == text("opensLater 2026-08-20 07:30"));
    CHECK(mall.says(thursday(7, 30)) == text("beforeOpening 2026-08-20 08:00"));
    CHECK(mall.says(thursday(8) - 1ms) == text("beforeOpening 2026-08-20 08:00"));
    CHECK(mall.says(thursday(8)) == text("open"));
    CHECK(mall.says(thursday(12) - 1ms) == text("open"));
    CHECK(mall.says(thursday(12)) == text("onBreak 2026-08-20 13:00"));
    CHECK(mall.says(thursday(13)) == text("open"));
    CHECK(mall.says(thursday(14, 30) - 1ms) == text("open"));
    CHECK(mall.says(thursday(14, 30)) == text("numbersEnded 2026-08-21 07:30"));
    CHECK(mall.says(thursday(15)) == text("closedForToday 2026-08-21 07:30"));
    CHECK(mall.says(thursday(24) - 1ms) == text("closedForToday 2026-08-21 07:30"));
}

TEST_CASE("Only what gives numbers says that it does", "[availability]")
{
    const OpenMall mall;
    for (const auto &[hour, gives] : std::initializer_list<std::pair<double, bool>>{
             {7, false}, {7.75, true}, {9, true}, {12.5, true}, {14.75, false}, {16, false}}) {
        CAPTURE(hour);
        CHECK(mall.at(thursday(0) + Minutes(int(hour * 60))).takesNumbers() == gives);
    }
}

TEST_CASE("A full quota opens again on the next day that is open", "[availability]")
{
    OpenMall mall;
    mall.state.taken[ServiceId(text("a.two"))] = 2;
    CHECK(mall.says(thursday(9), "a.two") == text("quotaFull 2026-08-21 07:30"));
    CHECK(mall.at(thursday(9)).quota == 2);
    CHECK_FALSE(mall.at(thursday(9)).takesNumbers());
    mall.state.day = day("2026-08-21");
    CHECK(mall.says(on("2026-08-21", 9), "a.two") == text("quotaFull 2026-08-24 07:30"));
    mall.state.taken[ServiceId(text("a.one"))] = 1000;
    CHECK(mall.says(on("2026-08-21", 9), "a.one") == text("open"));
}

TEST_CASE("Yesterday's numbers use up nothing today", "[availability]")
{
    OpenMall mall;
    mall.state.taken[ServiceId(text("a.two"))] = 2;
    CHECK(mall.at(on("2026-08-21", 9)).takesNumbers());
}

TEST_CASE("A kiosk counts its own numbers that nobody has heard of", "[availability]")
{
    OpenMall mall;
    const ServiceId two(text("a.two"));
    mall.state.taken[two] = 1;
    const QHash<ServiceId, int> unheard{{two, 1}};
    const auto status = serviceStatus(
        mall.state, *mall.state.catalogue->service(two), thursday(9), {false, &unheard});
    CHECK(status.availability == Availability::QuotaFull);
}

TEST_CASE("A holiday is closed under its name, and the day after is announced", "[availability]")
{
    CHECK(OpenMall().says(on("2026-08-17", 9))
        == text("closedToday 2026-08-18 07:30 (Hari Kemerdekaan)"));
}

TEST_CASE("A weekend needs no reason", "[availability]")
{
    CHECK(OpenMall().says(on("2026-08-22", 9)) == text("closedToday 2026-08-24 07:30"));
}

TEST_CASE("Friday's prayer is a break of its own name and time", "[availability]")
{
    OpenMall mall;
    mall.change([](Catalogue &changed) {
        changed.site.hours[4]->breaks
            = {{{11h + 30min, 13h}, words("salat Jumat", "Friday prayer")}};
    });
    CHECK(mall.says(on("2026-08-20", 11, 45)) == text("open"));
    CHECK(mall.says(on("2026-08-21", 11, 45)) == text("onBreak 2026-08-21 13:00 (salat Jumat)"));
}

TEST_CASE("A closed day has its reason and opens again the day after", "[exceptions]")
{
    OpenMall mall;
    mall.plan(closed(Scope(agencyA), moment("2026-08-20"), moment("2026-08-21")));
    CHECK(mall.says(thursday(9)) == text("closedToday 2026-08-21 07:30 (rapat)"));
    CHECK(mall.says(thursday(9), "b.one") == text("open"));
}

TEST_CASE("A day with other hours says why it ends early", "[exceptions]")
{
    OpenMall mall;
    mall.plan(otherHours(Scope(), "2026-08-20", shortDay));
    CHECK(mall.says(thursday(10)) == text("open"));
    CHECK(mall.says(thursday(10, 30)) == text("numbersEnded 2026-08-21 07:30 (acara kota)"));
    CHECK(mall.says(thursday(11)) == text("closedForToday 2026-08-21 07:30 (acara kota)"));
}

TEST_CASE("An exception opens a Sunday, and the days before announce it", "[exceptions]")
{
    OpenMall mall;
    mall.plan(otherHours(Scope(), "2026-08-23", shortDay));
    CHECK(mall.says(on("2026-08-22", 9)) == text("closedToday 2026-08-23 07:30"));
    mall.state.day = day("2026-08-23");
    CHECK(mall.says(on("2026-08-23", 9)) == text("open"));
}

TEST_CASE("An exception holds on a holiday, too", "[exceptions]")
{
    OpenMall mall;
    mall.plan(otherHours(Scope(agencyB), "2026-08-17", shortDay));
    mall.state.day = day("2026-08-17");
    CHECK(mall.says(on("2026-08-17", 9), "b.one") == text("open"));
    CHECK(mall.says(on("2026-08-17", 9), "a.one")
        == text("closedToday 2026-08-18 07:30 (Hari Kemerdekaan)"));
}

TEST_CASE("A month of other hours opens neither holidays nor Sundays", "[exceptions]")
{
    OpenMall mall;
    WeekHours week;
    for (size_t weekday = 0; weekday < 6; ++weekday)
        week[weekday] = shortDay;
    mall.plan({Scope(), moment("2026-08-10"), moment("2026-08-31"), week,
        words("jam Ramadan", "Ramadan hours")});
    CHECK(mall.says(thursday(11)) == text("closedForToday 2026-08-21 07:30 (jam Ramadan)"));
    CHECK(mall.says(on("2026-08-17", 9)).endsWith(text("(Hari Kemerdekaan)")));
    CHECK(mall.at(on("2026-08-22", 9)).takesNumbers()); // a Saturday
    CHECK(mall.says(on("2026-08-23", 9)) == text("closedToday 2026-08-24 07:30"));
}

TEST_CASE("The particular goes before the general", "[exceptions]")
{
    OpenMall mall;
    mall.plan(closed(Scope(), moment("2026-08-20"), moment("2026-08-21"), "pembersihan"));
    mall.plan(otherHours(Scope(agencyB), "2026-08-20", shortDay));
    CHECK(mall.says(thursday(9), "b.one") == text("open"));
    CHECK(mall.says(thursday(9), "a.one") == text("closedToday 2026-08-21 07:30 (pembersihan)"));
}

TEST_CASE(
    "Who has hours of its own keeps them within those of the mall's exception", "[exceptions]")
{
    OpenMall mall;
    mall.change([](Catalogue &changed) {
        changed.agencies[1].hours.emplace();
        (*changed.agencies[1].hours)[3] = DayHours{{9h, 14h}, {9h, 13h}, {}};
    });
    mall.plan(otherHours(Scope(), "2026-08-20", shortDay));
    mall.plan(otherHours(Scope(), "2026-08-23", shortDay));
    CHECK(mall.says(thursday(8, 30), "b.one") == text("opensLater 2026-08-20 09:00 (acara kota)"));
    CHECK(mall.says(thursday(10, 45), "b.one").startsWith(text("numbersEnded 2026-08-27 09:00")));
    CHECK_FALSE(mall.at(on("2026-08-23", 9), "b.one").takesNumbers());
    CHECK(mall.at(on("2026-08-23", 9), "a.one").takesNumbers());
}

TEST_CASE("A planned hour's closing ends on the minute", "[exceptions]")
{
    OpenMall mall;
    mall.plan(closed(
        Scope(ServiceId(text("a.one"))), moment("2026-08-20", 10), moment("2026-08-20", 11, 30)));
    CHECK(mall.says(thursday(10) - 1ms) == text("open"));
    CHECK(mall.says(thursday(10)) == text("closedNow 2026-08-20 11:30 (rapat)"));
    CHECK(mall.says(thursday(11, 30) - 1ms) == text("closedNow 2026-08-20 11:30 (rapat)"));
    CHECK(mall.says(thursday(11, 30)) == text("open"));
    CHECK(mall.says(thursday(10), "a.two") == text("open"));
}

TEST_CASE("What is closed on the spot opens by itself", "[closures]")
{
    OpenMall mall;
    mall.close(Scope(), thursday(10));
    CHECK(mall.says(thursday(9, 59)) == text("closedNow 2026-08-20 10:00 (listrik padam)"));
    CHECK(mall.at(thursday(9, 59)).scope.isSite());
    CHECK(mall.says(thursday(10)) == text("open"));
}

TEST_CASE("Closures that overlap or follow each other are one", "[closures]")
{
    OpenMall mall;
    mall.close(Scope(), thursday(10));
    mall.close(Scope(agencyA), thursday(11), "sistem pusat terputus");
    mall.plan(closed(
        Scope(ServiceId(text("a.one"))), moment("2026-08-20", 11), moment("2026-08-20", 11, 45)));
    CHECK(mall.says(thursday(9, 30)) == text("closedNow 2026-08-20 11:45 (sistem pusat terputus)"));
    CHECK(mall.says(thursday(9, 30), "a.two")
        == text("closedNow 2026-08-20 11:00 (sistem pusat terputus)"));
    CHECK(
        mall.says(thursday(9, 30), "b.one") == text("closedNow 2026-08-20 10:00 (listrik padam)"));
}

TEST_CASE("A closure that ends after the last number closes the day", "[closures]")
{
    OpenMall mall;
    mall.close(Scope(), thursday(14, 30));
    CHECK(mall.says(thursday(9)) == text("closedForToday 2026-08-21 07:30 (listrik padam)"));
    mall.close(Scope(), on("2026-08-21", 9));
    CHECK(mall.says(thursday(9)) == text("closedForToday 2026-08-21 09:00 (listrik padam)"));
}

TEST_CASE("A closure over midnight still holds in the morning", "[closures]")
{
    OpenMall mall;
    mall.close(Scope(), on("2026-08-21", 9));
    mall.state.day = day("2026-08-21");
    CHECK(mall.says(on("2026-08-21", 0)) == text("closedNow 2026-08-21 09:00 (listrik padam)"));
    CHECK(mall.says(on("2026-08-21", 9)) == text("open"));
}

TEST_CASE("A reason that was given in one language is told in that one", "[closures]")
{
    OpenMall mall;
    const std::map<QString, QString> indonesian{{text("id"), text("banjir")}};
    mall.state.closures[Scope()] = Closure{thursday(10), LocalText(indonesian)};
    CHECK(mall.at(thursday(9)).reason.in(text("en")) == text("banjir"));
}

TEST_CASE("With all its counters closed a service still gives numbers, and says from when they are "
          "called",
    "[closures]")
{
    OpenMall mall;
    mall.close(Scope(counter1), thursday(11), "printer rusak");
    CHECK(mall.says(thursday(9)) == text("open")); // counter 2 serves it, too
    mall.close(Scope(counter2), thursday(10));
    CHECK(mall.says(thursday(9)) == text("countersClosed 2026-08-20 10:00 (listrik padam)"));
    CHECK(mall.at(thursday(9)).takesNumbers());
    CHECK(
        mall.says(thursday(9), "b.one") == text("countersClosed 2026-08-20 10:00 (listrik padam)"));
}

TEST_CASE("Counters that don't open again today give nobody a number to wait with", "[closures]")
{
    OpenMall mall;
    mall.close(Scope(counter2), thursday(15));
    CHECK(
        mall.says(thursday(9), "b.one") == text("closedForToday 2026-08-21 07:30 (listrik padam)"));
}

TEST_CASE("A counter's planned closing is known to its services", "[closures]")
{
    OpenMall mall;
    mall.plan(closed(Scope(counter2), moment("2026-08-20", 9), moment("2026-08-20", 10)));
    CHECK(mall.says(thursday(9), "b.one") == text("countersClosed 2026-08-20 10:00 (rapat)"));
    CHECK(counterStatus(mall.state, *mall.state.catalogue->counter(counter2), thursday(9))
              .availability
        == Availability::CountersClosed);
    CHECK(counterStatus(mall.state, *mall.state.catalogue->counter(counter1), thursday(9))
              .availability
        == Availability::Open);
}

TEST_CASE("Nobody at any counter is said within the hours only", "[availability]")
{
    OpenMall mall;
    mall.state.desks.clear();
    CHECK(mall.says(thursday(9)) == text("nobodyAtCounter"));
    CHECK(mall.at(thursday(9)).takesNumbers());
    CHECK(mall.says(thursday(12, 30)) == text("onBreak 2026-08-20 13:00"));
    CHECK(mall.says(thursday(7, 45)) == text("beforeOpening 2026-08-20 08:00"));
    mall.state.desks[counter1].officer = OfficerId(text("rina"));
    CHECK(mall.says(thursday(9)) == text("open"));
    CHECK(mall.says(thursday(9), "b.one") == text("nobodyAtCounter"));
    CHECK(mall.says(on("2026-08-21", 9)) == text("nobodyAtCounter")); // yesterday's officers
}

TEST_CASE("A full hall gives no numbers until somebody was called", "[availability]")
{
    OpenMall mall;
    mall.change([](Catalogue &changed) { changed.site.waitingMax = 3; });
    mall.state.lines[LineId(text("A"))].waiting = 2;
    CHECK(mall.says(thursday(9), "b.one") == text("open"));
    mall.state.lines[LineId(text("B"))].waiting = 1;
    CHECK(mall.says(thursday(9), "b.one") == text("mallFull"));
    CHECK_FALSE(mall.at(thursday(9)).takesNumbers());
}

TEST_CASE("An agency is as open as the best of its services", "[availability]")
{
    OpenMall mall;
    const Agency &agency = mall.state.catalogue->agencies.front();
    const auto says
        = [&](Instant when) { return OpenMall::said(agencyStatus(mall.state, agency, when)); };
    mall.state.taken[ServiceId(text("a.two"))] = 2;
    CHECK(says(thursday(9)) == text("open"));
    CHECK(says(thursday(12)) == text("onBreak 2026-08-20 13:00"));
    mall.close(Scope(ServiceId(text("a.one"))), thursday(10));
    CHECK(says(thursday(9)) == text("closedNow 2026-08-20 10:00 (listrik padam)"));
    mall.close(Scope(ServiceId(text("a.one"))), thursday(16));
    CHECK(says(thursday(9)) == text("quotaFull 2026-08-21 07:30"));
}

TEST_CASE("A mall whose clocks change keeps its hours by those clocks", "[availability]")
{
    OpenMall mall;
    mall.change([](Catalogue &changed) {
        changed.site.timeZone = text("Europe/Amsterdam"); // back from 3:00 to 2:00 on 25 October
        changed.site.hours.fill(DayHours{{0h, 5h}, {0h, 4h}, {}});
    });
    mall.state.day = day("2026-10-25");
    const auto utc = [](int hour, int minute) {
        return instantOf(
            day("2026-10-25"), std::chrono::hours(hour) + Minutes(minute), QTimeZone::utc());
    };
    mall.close(Scope(), utc(1, 10)); // from 2:50 until 2:10, twenty minutes later
    CHECK(mall.says(utc(0, 55)).startsWith(text("closedNow")));
    CHECK(mall.says(utc(1, 5)) == text("closedNow 2026-10-25 02:10 (listrik padam)"));
    CHECK(mall.says(utc(1, 10)) == text("open"));
    CHECK(mall.says(utc(2, 59)) == text("open")); // 3:59
    CHECK(mall.says(utc(3, 0)).startsWith(text("numbersEnded")));
}

TEST_CASE("A mall that never opens again within a month says no day", "[availability]")
{
    OpenMall mall;
    mall.change([](Catalogue &changed) { changed.site.hours.fill(std::nullopt); });
    CHECK(mall.says(thursday(9)) == text("closedToday"));
}

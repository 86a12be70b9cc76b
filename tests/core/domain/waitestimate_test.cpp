// SPDX-License-Identifier: Apache-2.0
#include "domain/calling.h"
#include "domain/waitestimate.h"
#include "support/catch.h"
#include "support/mall.h"

using namespace antre;
using namespace std::chrono_literals;

namespace {

LineId line(const char *code) { return LineId(text(code)); }

WaitEstimate estimate(const RuleBook &mall, int runs = 200, const PaceHistory &history = {})
{
    SeededRandom random(7);
    const auto pace = ServicePace::learn(history, *mall.state.catalogue, mall.clock.wall());
    return estimateWaits(mall.state, pace, {mall.clock.wall(), {}, runs}, random);
}

CounterId desk(const char *counter) { return CounterId(text(counter)); }

double minutes(Milliseconds time) { return double(time.count()) / 60'000; }

const Ticket &ticketOf(const RuleBook &mall, const QString &number)
{
    return *mall.state.ticket(mall.state.numbers.value(number));
}

} // namespace

TEST_CASE("Who comes to a free counter waits for nothing", "[wait]")
{
    RuleBook mall;
    mall.opens("1");
    mall.clock.advance(10min);
    const auto outlook = estimate(mall).newTicket(line("A"));
    REQUIRE(outlook);
    CHECK(outlook->late == 0ms);
    CHECK(outlook->promise() == PromisedWait{0min, 5min, false});
}

TEST_CASE("Six people at one counter with ten minutes each take about an hour", "[wait]")
{
    RuleBook mall;
    mall.opens("1");
    for (int i = 0; i < 6; ++i)
        mall.takes("a.one");
    const auto outlook = estimate(mall).newTicket(line("A"));
    REQUIRE(outlook);
    CHECK(minutes(outlook->early) > 25);
    CHECK(minutes(outlook->middle) == Approx(60).margin(15));
    CHECK(minutes(outlook->late) < 120);
}

TEST_CASE("A second counter halves the wait", "[wait]")
{
    RuleBook mall;
    mall.opens("1");
    for (int i = 0; i < 8; ++i)
        mall.takes("a.one");
    const auto alone = estimate(mall).newTicket(line("A"));
    mall.opens("2");
    const auto both = estimate(mall).newTicket(line("A"));
    REQUIRE(alone);
    REQUIRE(both);
    CHECK(minutes(both->middle) == Approx(minutes(alone->middle) / 2).epsilon(0.25));
}

TEST_CASE("A wait that reaches into the break is longer by it", "[wait]")
{
    RuleBook mall;
    mall.clock.setWall(thursday(11, 50));
    mall.opens("1");
    for (int i = 0; i < 6; ++i)
        mall.takes("a.one");
    const auto outlook = estimate(mall).newTicket(line("A"));
    REQUIRE(outlook);
    CHECK(minutes(outlook->early) > 70); // ten minutes, the break, and most of six visits
}

TEST_CASE("A head start shortens the wait of its class and nobody else's ticket jumps", "[wait]")
{
    RuleBook mall;
    mall.opens("1");
    for (int i = 0; i < 6; ++i)
        mall.takes("a.one");
    const auto waits = estimate(mall);
    const auto general = waits.newTicket(line("A"), 0min);
    const auto elderly = waits.newTicket(line("A"), 20min);
    REQUIRE(general);
    REQUIRE(elderly);
    CHECK(elderly->middle < general->middle);
    CHECK(elderly->late <= 1min); // all six came just now: twenty minutes go before them all
}

TEST_CASE("The estimate calls in the order of the calling policy", "[wait]")
{
    RuleBook mall;
    mall.opens("1");
    SeededRandom dice(5);
    for (int i = 0; i < 12; ++i) {
        mall.takes("a.one", dice.below(3) == 0 ? "elderly" : "general");
        mall.clock.advance(3min);
    }
    const auto waits = estimate(mall);
    Milliseconds before = 0ms;
    for (const NextTicket &next : callingOrder(mall.state, {line("A")}, mall.clock.wall())) {
        const auto outlook = waits.ticket(next.ticket);
        REQUIRE(outlook);
        CHECK(outlook->middle >= before);
        before = outlook->middle;
    }
    CHECK(before > 60min);
}

TEST_CASE("Who is set aside comes back at its time, and before those who came later", "[wait]")
{
    RuleBook mall;
    mall.opens("1");
    const QString parked = mall.takes("a.one");
    mall.calls("1");
    mall.clock.advance(1min);
    for (int i = 0; i < 4; ++i)
        mall.takes("a.one");
    const auto alone = estimate(mall).newTicket(line("A"));
    REQUIRE(mall.asks("1", ParkTicket{desk("1"), mall.at("1"), {}, 15min}).isEmpty());
    const auto waits = estimate(mall);
    const auto back = waits.ticket(ticketOf(mall, parked).id);
    REQUIRE(alone);
    REQUIRE(back);
    CHECK(back->early >= 15min);
    CHECK(minutes(back->middle) < 25); // the next call after its time is its own
    // Away for now, but still ahead of a number taken now, with the rest of its visit.
    CHECK(minutes(waits.newTicket(line("A"))->middle) > 32);
    CHECK(minutes(waits.newTicket(line("A"))->middle) < minutes(alone->middle) + 3);
}

TEST_CASE("Whom a transfer sent to one counter waits for that one while it is open", "[wait]")
{
    RuleBook mall;
    mall.opens("2");
    for (int i = 0; i < 3; ++i)
        mall.takes("b.one"); // all of them for counter 2
    mall.clock.advance(1min);
    mall.opens("1");
    const QString sent = mall.takes("a.one");
    mall.calls("1");
    REQUIRE(mall.asks("1",
                    TransferTicket{desk("1"), mall.at("1"), ServiceId(text("a.one")), desk("2"),
                        TransferPlace::End})
                .isEmpty());
    const TicketId id = ticketOf(mall, sent).id;
    CHECK(minutes(estimate(mall).ticket(id)->middle) > 15);
    CHECK(estimate(mall).newTicket(line("A"))->late < 5min); // counter 1 is free for others
    REQUIRE(mall.asks("2", CloseCounter{desk("2"), {}}).isEmpty());
    CHECK(estimate(mall).ticket(id)->late < 5min);
}

TEST_CASE("A counter on a pause goes on when its officer said", "[wait]")
{
    RuleBook mall;
    mall.opens("1");
    REQUIRE(mall.asks("1", PauseCounter{desk("1"), {}, mall.clock.wall() + 30min}).isEmpty());
    mall.clock.advance(10min);
    const auto outlook = estimate(mall).newTicket(line("A"));
    REQUIRE(outlook);
    CHECK(outlook->early >= 20min);
    CHECK(outlook->late <= 25min);
}

TEST_CASE("A pause without a said end lasts as long as pauses use to", "[wait]")
{
    RuleBook mall;
    PaceHistory history;
    for (int i = 0; i < 30; ++i)
        history.pauses.push_back({mall.state.day, 20 * 60.0, std::nullopt});
    mall.opens("1");
    REQUIRE(mall.asks("1", PauseCounter{desk("1"), {}}).isEmpty());
    mall.clock.advance(5min);
    const auto outlook = estimate(mall, 200, history).newTicket(line("A"));
    REQUIRE(outlook);
    CHECK(minutes(outlook->middle) == Approx(15).margin(2));
}

TEST_CASE("A counter that uses to help shortens the other line's wait", "[wait]")
{
    RuleBook mall;
    PaceHistory never;
    PaceHistory always;
    for (int i = 0; i < 30; ++i) {
        never.helpChances.push_back({mall.state.day, desk("1"), false});
        always.helpChances.push_back({mall.state.day, desk("1"), true});
    }
    mall.opens("1"); // serves A, may help B
    mall.opens("2");
    for (int i = 0; i < 8; ++i)
        mall.takes("b.one");
    const auto alone = estimate(mall, 200, never).newTicket(line("B"));
    const auto helped = estimate(mall, 200, always).newTicket(line("B"));
    REQUIRE(alone);
    REQUIRE(helped);
    CHECK(minutes(helped->middle) < 0.7 * minutes(alone->middle));
}

TEST_CASE("Who has a second service today waits for it where the touch puts it", "[wait]")
{
    RuleBook mall;
    mall.opens("1");
    mall.opens("2");
    REQUIRE(mall.tell(IssueTicket{
        ServiceId(text("a.one")), {}, {}, {}, mall.clock.wall(), {ServiceId(text("b.one"))}}));
    mall.calls("1");
    mall.clock.advance(3min);
    mall.takes("b.one");
    mall.takes("b.one");
    const auto with = estimate(mall).newTicket(line("B"));
    REQUIRE(
        mall.asks("1", RemoveService{desk("1"), mall.at("1"), ServiceId(text("b.one"))}).isEmpty());
    const auto without = estimate(mall).newTicket(line("B"));
    REQUIRE(with);
    REQUIRE(without);
    CHECK(minutes(with->middle) > minutes(without->middle) + 4);
}

TEST_CASE("Who reserved a time is reckoned with before coming, and only near that time", "[wait]")
{
    RuleBook mall;
    Catalogue made = *mall.state.catalogue;
    AppointmentRules rules;
    std::fill_n(rules.windows.begin(), 5, std::vector<TimeSpan>{{8h, 14h}});
    rules.places = 4;
    made.agencies[0].services[0].appointments = rules;
    made.index();
    REQUIRE(mall.tell(PublishCatalogue{std::make_shared<const Catalogue>(std::move(made))}, {}));
    mall.clock.setWall(thursday(9, 20));
    mall.opens("1");
    for (int i = 0; i < 3; ++i)
        mall.takes("a.one");
    const auto alone = estimate(mall).newTicket(line("A"));
    const auto reserve = [&](int hour, int minute) {
        for (int i = 0; i < 3; ++i)
            REQUIRE(mall.tell(
                Reserve{ServiceId(text("a.one")), mall.state.day, Minutes(60 * hour + minute),
                    text("id"), text("code-of-a-reservation-%1-%2").arg(hour).arg(i), {}}));
    };
    reserve(13, 0);
    CHECK(minutes(estimate(mall).newTicket(line("A"))->middle)
        == Approx(minutes(alone->middle)).margin(1));
    // Their places are those of 9:20, and most of them come before a fourth visitor's turn.
    reserve(9, 30);
    const auto with = estimate(mall).newTicket(line("A"));
    REQUIRE(alone);
    REQUIRE(with);
    CHECK(minutes(with->middle) > minutes(alone->middle) + 10);
    CHECK(minutes(with->middle) < minutes(alone->middle) + 35);
}

TEST_CASE("A line whose counters are all closed in working hours has no estimate", "[wait]")
{
    RuleBook mall;
    mall.opens("1"); // serves A alone
    const QString number = mall.takes("b.one");
    const auto waits = estimate(mall);
    CHECK(waits.newTicket(line("A")));
    CHECK_FALSE(waits.newTicket(line("B")));
    CHECK_FALSE(waits.ticket(ticketOf(mall, number).id));
}

TEST_CASE("When no numbers are given any more there is no wait for a new one", "[wait]")
{
    RuleBook mall;
    mall.opens("1");
    const QString number = mall.takes("a.one");
    mall.clock.setWall(thursday(14, 45));
    const auto waits = estimate(mall);
    CHECK_FALSE(waits.newTicket(line("A")));
    CHECK(waits.ticket(ticketOf(mall, number).id)); // who has one is still served
}

TEST_CASE("A call that may come after closing time is told as such", "[wait]")
{
    RuleBook mall;
    mall.clock.setWall(thursday(14, 0));
    mall.opens("1");
    for (int i = 0; i < 2; ++i)
        mall.takes("a.one");
    CHECK_FALSE(estimate(mall).newTicket(line("A"))->promise().maybeTooLate);
    for (int i = 0; i < 5; ++i)
        mall.takes("a.one");
    CHECK(estimate(mall).newTicket(line("A"))->promise().maybeTooLate);
}

TEST_CASE("Yesterday's tickets and counters mean nothing this morning", "[wait]")
{
    RuleBook mall;
    mall.opens("1");
    mall.takes("a.one");
    mall.clock.advance(24h);
    CHECK_FALSE(estimate(mall).newTicket(line("A")));
}

TEST_CASE("A promise goes outwards to five minutes", "[wait]")
{
    CHECK(WaitOutlook{12min, 15min, 21min, false}.promise() == PromisedWait{10min, 25min, false});
    CHECK(WaitOutlook{10min, 15min, 20min, true}.promise() == PromisedWait{10min, 20min, true});
    CHECK(WaitOutlook{0ms, 0ms, 0ms, false}.promise() == PromisedWait{0min, 5min, false});
}

TEST_CASE("The same chance gives the same estimate", "[wait]")
{
    RuleBook mall;
    mall.opens("1");
    for (int i = 0; i < 9; ++i)
        mall.takes("a.one", i % 3 == 0 ? "elderly" : "general");
    const auto once = estimate(mall).newTicket(line("A"));
    const auto again = estimate(mall).newTicket(line("A"));
    REQUIRE(once);
    REQUIRE(again);
    CHECK(once->early == again->early);
    CHECK(once->late == again->late);
}

TEST_CASE("More people ahead never make the wait shorter, and no range is upside down", "[wait]")
{
    for (quint64 seed = 1; seed <= 20; ++seed) {
        CAPTURE(seed);
        RuleBook mall;
        SeededRandom dice(seed);
        mall.clock.setWall(thursday(8 + int(dice.below(5)), int(dice.below(60))));
        mall.opens("1");
        if (dice.below(2) == 0)
            mall.opens("2");
        Milliseconds before = 0ms;
        for (int people = 0; people < 12; ++people) {
            const auto waits = estimate(mall, 60);
            const auto outlook = waits.newTicket(line("A"));
            REQUIRE(outlook);
            CHECK(outlook->early >= 0ms);
            CHECK(outlook->early <= outlook->middle);
            CHECK(outlook->middle <= outlook->late);
            CHECK(outlook->promise().from < outlook->promise().until);
            CHECK(outlook->middle >= before);
            before = outlook->middle;
            REQUIRE(mall.takes("a.one").startsWith(u'A'));
        }
    }
}

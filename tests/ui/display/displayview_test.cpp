// SPDX-License-Identifier: Apache-2.0
#include "display/displayview.h"
#include "display/displaywords.h"
#include "display/hallmessage.h"
#include "support/catch.h"
#include "ui/display/mall.h"

using namespace antre;
using namespace antre::test;

static DisplayView seen(
    const Mall &mall, Instant now, const DisplayStatus &status = {}, const HallScreen &screen = {})
{
    return displayView(mall.state, now, status, QStringLiteral("id"), screen);
}

static QString rows(const std::vector<ShownCall> &calls)
{
    QStringList list;
    for (const ShownCall &call : calls)
        list += call.number + QLatin1Char('>') + call.counter;
    return list.join(QLatin1Char(' '));
}

static const ShownDesk &desk(const DisplayView &view, int number)
{
    return view.desks.at(size_t(number - 1));
}

TEST_CASE("A call fills the screen for a minute, then the board returns", "[display]")
{
    Mall mall;
    mall.calls("1", "A012", at(10, 16));
    CHECK(seen(mall, at(10, 16)).page == DisplayPage::Call);
    CHECK(seen(mall, at(10, 16, 59)).call->number == QStringLiteral("A012"));
    CHECK(seen(mall, at(10, 17)).page == DisplayPage::Board);
    CHECK_FALSE(seen(mall, at(10, 17)).call);
}

TEST_CASE("A new call replaces the present one, which leads the earlier ones", "[display]")
{
    Mall mall;
    mall.calls("4", "B047", at(10, 15, 40));
    mall.calls("1", "A012", at(10, 16));
    const DisplayView view = seen(mall, at(10, 16, 1));
    CHECK(view.call->number == QStringLiteral("A012"));
    CHECK(rows(view.previous) == QStringLiteral("B047>4"));
}

TEST_CASE("Earlier calls stand newest first, each ticket once, five at most", "[display]")
{
    Mall mall;
    for (const auto &[counter, number] : {std::pair{"1", "A001"}, {"2", "A002"}, {"3", "B001"},
             {"4", "B2-07"}, {"5", "C001"}, {"6", "D001"}, {"7", "E001"}})
        mall.calls(counter, number, at(10, 0));
    mall.calls("3", "B001", at(10, 1), 2);
    mall.calls("1", "A001", at(10, 2), 2);
    const DisplayView view = seen(mall, at(10, 2));
    CHECK(view.call->number == QStringLiteral("A001"));
    CHECK(rows(view.previous) == QStringLiteral("B001>3 E001>7 D001>6 C001>5 B2-07>4"));
}

TEST_CASE("A ticket called again is news again", "[display]")
{
    Mall mall;
    mall.calls("1", "A012", at(10, 16));
    const auto before = seen(mall, at(10, 16)).call;
    mall.calls("1", "A012", at(10, 16, 20), 2);
    CHECK(seen(mall, at(10, 16, 20)).call != before);
}

TEST_CASE("The board shows every counter: its number, or why there is none", "[display]")
{
    Mall mall;
    mall.calls("1", "A012", at(9, 0));
    mall.closes("2");
    mall.agency("D").hours = weekdays(13, 15, 15, {});
    mall.closes("4");
    mall.agency("E").hours = WeekHours();
    mall.closes("5");
    mall.agency("F").hours = weekdays(8, 15, 14, {Minutes(600), Minutes(630)});
    mall.agency("G").hours = weekdays(8, 10, 10, {});
    mall.closes("7");
    mall.publish();
    const DisplayView view = seen(mall, at(10, 17));
    CHECK(view.desks.size() == 24);
    CHECK(desk(view, 1).number == QStringLiteral("A012"));
    CHECK(desk(view, 1).note == DeskNote::None);
    CHECK(desk(view, 2).note == DeskNote::NotOpen);
    CHECK(desk(view, 3).note == DeskNote::Ready);
    CHECK(desk(view, 4).note == DeskNote::OpensLater);
    CHECK(desk(view, 4).until == Minutes(13 * 60));
    CHECK(desk(view, 5).note == DeskNote::ClosedToday);
    CHECK(desk(view, 6).note == DeskNote::OnBreak);
    CHECK(desk(view, 6).until == Minutes(10 * 60 + 30));
    CHECK(desk(view, 7).note == DeskNote::DoneForToday);
}

TEST_CASE("A counter shared by two agencies is open while one of them is", "[display]")
{
    Mall mall;
    mall.agency("D").hours = WeekHours();
    mall.catalogue.counters[3].agencies = {mall.agency("D").id, mall.agency("E").id};
    mall.closes("4");
    mall.publish();
    CHECK(desk(seen(mall, at(10, 0)), 4).note == DeskNote::NotOpen);
}

TEST_CASE("A counter shows its ticket's present number, also when paper overruled it", "[display]")
{
    Mall mall;
    mall.calls("1", "A012", at(9, 0));
    mall.state.tickets.begin()->second.number
        = TicketNumber::fromText(QStringLiteral("A2-07")).value();
    CHECK(desk(seen(mall, at(10, 0)), 1).number == QStringLiteral("A2-07"));
}

TEST_CASE(
    "The foot names the agencies that are closed, those with one reason together", "[display]")
{
    Mall mall;
    mall.agency("D").hours = WeekHours();
    mall.agency("Y").hours = weekdays(13, 15, 15, {});
    mall.agency("W").hours = WeekHours();
    mall.publish();
    const auto notices = seen(mall, at(10, 0)).notices;
    REQUIRE(notices.size() == 2);
    CHECK(notices[0].agencies == std::vector{QStringLiteral("BNN Kota")});
    CHECK(notices[0].status.availability == Availability::OpensLater);
    CHECK(notices[0].status.changes->ofDay == Minutes(13 * 60));
    CHECK(notices[1].agencies
        == std::vector{QStringLiteral("Polresta"), QStringLiteral("Bank Bengkulu")});
    CHECK(notices[1].status.availability == Availability::ClosedToday);
}

TEST_CASE("When all agencies rest it is the mall that rests", "[display]")
{
    const auto notices = seen(Mall(), at(12, 30)).notices;
    REQUIRE(notices.size() == 1);
    CHECK(notices[0].agencies.empty());
    CHECK(notices[0].status.availability == Availability::OnBreak);
}

TEST_CASE("A lost link shows until when everything is known, and the clock goes on", "[display]")
{
    DisplayStatus lost;
    lost.connected = false;
    lost.heardAt = at(9, 28, 30);
    const DisplayView view = seen(Mall(), at(9, 40), lost);
    REQUIRE(view.asOf);
    CHECK(view.asOf->ofDay == Minutes(9 * 60 + 28));
    CHECK(view.asOf->day == view.day);
    CHECK(view.ofDay == Minutes(9 * 60 + 40));
    CHECK_FALSE(seen(Mall(), at(9, 40)).asOf);
}

TEST_CASE("The closed mall rests, but never while anybody is still served", "[display]")
{
    Mall mall;
    CHECK(seen(mall, at(14, 30)).page == DisplayPage::Board);
    mall.closesEverywhere();
    CHECK(seen(mall, at(10, 0)).page == DisplayPage::Board);
    CHECK(seen(mall, at(12, 30)).page == DisplayPage::Board);
    CHECK(seen(mall, at(14, 30)).page == DisplayPage::Rest);
    CHECK(seen(mall, at(7, 0)).page == DisplayPage::Rest);
    mall.calls("1", "A012", at(14, 20));
    CHECK(seen(mall, at(14, 30)).page == DisplayPage::Board);
}

TEST_CASE("A link that was lost a moment ago is no news for the hall", "[display]")
{
    DisplayStatus lost;
    lost.connected = false;
    lost.heardAt = at(9, 28);
    CHECK_FALSE(seen(Mall(), at(9, 28, 10), lost).asOf);
    CHECK(seen(Mall(), at(9, 28, 11), lost).asOf);
}

TEST_CASE("Before the first catalogue arrives the screen says that it connects", "[display]")
{
    const DisplayView view = displayView(State(), at(9, 0), {}, QStringLiteral("en"));
    CHECK(view.page == DisplayPage::Rest);
    CHECK(DisplayWords(QStringLiteral("en")).rest(view)
        == QStringLiteral("Connecting to the queue service."));
}

TEST_CASE("A network that comes and goes changes nothing on the screen", "[display]")
{
    Mall mall;
    mall.isBusy();
    const DisplayView connected = seen(mall, at(10, 16));
    DisplayStatus lost;
    lost.connected = false;
    lost.heardAt = at(10, 15, 52);
    CHECK(seen(mall, at(10, 16), lost) == connected);
}

TEST_CASE("A number that paper overruled is called no longer, nor an earlier call", "[display]")
{
    Mall mall;
    mall.calls("4", "B047", at(10, 15));
    mall.calls("1", "A012", at(10, 16));
    REQUIRE(seen(mall, at(10, 16, 5)).call->number == QStringLiteral("A012"));
    Ticket &ticket = mall.state.tickets.at(mall.state.calls.back().ticket);
    ticket.voided.push_back(ticket.number);
    ticket.number = *TicketNumber::fromText(QStringLiteral("A2-07"));
    ticket.state = TicketState::Waiting;
    mall.state.desks[CounterId(QStringLiteral("1"))].current = {};
    const DisplayView view = seen(mall, at(10, 16, 6));
    CHECK_FALSE((view.call && view.call->number == QStringLiteral("A012")));
    CHECK_FALSE(rows(view.previous).contains(QStringLiteral("A012")));
    CHECK(desk(view, 1).note == DeskNote::Ready);
    CHECK(standingCalls(mall.state).size() == 1);
    // Called under its paper's number it is a call as any other.
    mall.state.calls.push_back(
        {ticket.id, ticket.number, CounterId(QStringLiteral("1")), at(10, 17), 1});
    CHECK(seen(mall, at(10, 17)).call->number == QStringLiteral("A2-07"));
}

TEST_CASE("A display that starts without the network shows its last calls, and does not guess",
    "[display]")
{
    Mall mall;
    mall.calls("4", "B047", at(10, 15));
    mall.calls("1", "A012", at(10, 16));
    mall.state.tickets.clear();
    mall.state.desks.clear();
    DisplayStatus restored;
    restored.connected = false;
    restored.isRestored = true;
    restored.heardAt = at(10, 16, 30);
    const DisplayView view = seen(mall, at(10, 40), restored);
    CHECK(view.page == DisplayPage::Board);
    CHECK(desk(view, 1).number == QStringLiteral("A012"));
    CHECK(desk(view, 4).number == QStringLiteral("B047"));
    CHECK(desk(view, 2).note == DeskNote::Unknown);
    CHECK(rows(view.previous) == QStringLiteral("A012>1 B047>4"));
    CHECK(view.asOf->ofDay == Minutes(10 * 60 + 16));
    SECTION("and not those of another day")
    {
        const DisplayView tomorrow = seen(mall, at(10, 40) + std::chrono::hours(24), restored);
        CHECK(tomorrow.previous.empty());
        CHECK(desk(tomorrow, 1).note == DeskNote::Unknown);
        CHECK(tomorrow.asOf->day != tomorrow.day);
    }
}

TEST_CASE("A view that is held stays as it was, with the time and its age", "[display]")
{
    Mall mall;
    mall.calls("4", "B047", at(10, 15));
    mall.calls("1", "A012", at(10, 16));
    const DisplayView before = seen(mall, at(10, 16));
    DisplayStatus lost;
    lost.connected = false;
    lost.heardAt = at(10, 16);
    const DisplayView soon = heldView(before, *mall.state.catalogue, at(10, 16, 5), lost);
    CHECK(soon == before);
    const DisplayView later = heldView(before, *mall.state.catalogue, at(10, 18), lost);
    CHECK(later.page == DisplayPage::Board);
    CHECK(later.ofDay == Minutes(10 * 60 + 18));
    CHECK(later.asOf->ofDay == Minutes(10 * 60 + 16));
    CHECK(rows(later.previous) == QStringLiteral("A012>1 B047>4"));
    CHECK(later.desks == before.desks);
}

TEST_CASE("A screen for some counters shows their calls and desks only", "[display]")
{
    Mall mall;
    mall.calls("4", "D047", at(10, 15, 30));
    mall.calls("1", "A012", at(10, 16));
    const DisplayView view
        = seen(mall, at(10, 16), {}, Mall::screen(HallLayout::Board, {"3", "4"}));
    CHECK(view.desks.size() == 2);
    CHECK(view.call->number == QStringLiteral("D047"));
    CHECK(standingCalls(mall.state, Mall::screen(HallLayout::Board, {"3"})).empty());
}

TEST_CASE("A screen for some counters rests with their agencies, not with the mall", "[display]")
{
    Mall mall;
    mall.agency("D").hours = WeekHours();
    mall.publish();
    mall.closesEverywhere();
    const HallScreen zone = Mall::screen(HallLayout::Board, {"4"});
    CHECK(seen(mall, at(10, 0)).page == DisplayPage::Board);
    CHECK(seen(mall, at(10, 0), {}, zone).page == DisplayPage::Rest);
    CHECK(seen(mall, at(10, 0), {}, zone).notices.front().agencies.empty());
}

TEST_CASE("A call that is taken back leaves the wall, and the one before it returns", "[display]")
{
    Mall mall;
    mall.calls("4", "B047", at(10, 15, 50));
    mall.calls("1", "A012", at(10, 16));
    REQUIRE(seen(mall, at(10, 16, 5)).call->number == QStringLiteral("A012"));
    mall.state.calls.pop_back();
    mall.state.desks[CounterId(QStringLiteral("1"))].current = {};
    const DisplayView view = seen(mall, at(10, 16, 6));
    CHECK(view.call->number == QStringLiteral("B047"));
    CHECK(view.previous.empty());
    CHECK(desk(view, 1).note == DeskNote::Ready);
}

TEST_CASE(
    "The next numbers stand in the order of calling, three a line, the others counted", "[display]")
{
    Mall mall;
    for (int i = 1; i <= 5; ++i)
        mall.waits(qPrintable(QStringLiteral("C00%1").arg(i)), at(9, 10 - i));
    mall.waits("D2-07", at(9, 0));
    const DisplayView view = seen(mall, at(10, 0), {}, Mall::screen(HallLayout::Next, {"3", "4"}));
    REQUIRE(view.next.size() == 2);
    CHECK(view.next[0].agency == QStringLiteral("Imigrasi"));
    CHECK(view.next[0].numbers
        == std::vector{QStringLiteral("C005"), QStringLiteral("C004"), QStringLiteral("C003")});
    CHECK(view.next[0].others == 2);
    CHECK(view.next[1].numbers == std::vector{QStringLiteral("D2-07")});
    CHECK(seen(mall, at(10, 0), {}, Mall::screen(HallLayout::Board)).next.empty());
}

TEST_CASE("A display that starts without the network doesn't say that nobody waits", "[display]")
{
    Mall mall;
    DisplayStatus restored;
    restored.connected = false;
    restored.isRestored = true;
    CHECK(seen(mall, at(10, 0), restored, Mall::screen(HallLayout::Next, {"3"})).next.empty());
}

TEST_CASE("Agencies' names stand beside counters where the screen wants them, all of a counter's",
    "[display]")
{
    Mall mall;
    mall.catalogue.counters[3].agencies = {mall.agency("D").id, mall.agency("E").id};
    mall.publish();
    mall.calls("4", "E047", at(10, 16));
    HallScreen screen = Mall::screen(HallLayout::Board);
    CHECK(seen(mall, at(10, 16), {}, screen).call->agencies.isEmpty());
    screen.agencies = true;
    // Both, although the number belongs to one: what a visitor came for is not for the hall.
    CHECK(seen(mall, at(10, 16), {}, screen).call->agencies == QStringLiteral("Polresta / Samsat"));
    CHECK(desk(seen(mall, at(10, 16), {}, screen), 1).agencies == QStringLiteral("DPMPTSP"));
}

TEST_CASE("Beside pictures a call stands large for twenty seconds, and on kunyit for a minute",
    "[display]")
{
    Mall mall;
    mall.calls("1", "A012", at(10, 16));
    const HallScreen media = Mall::screen(HallLayout::Media);
    CHECK(seen(mall, at(10, 16, 19), {}, media).page == DisplayPage::Call);
    const DisplayView after = seen(mall, at(10, 16, 20), {}, media);
    CHECK(after.page == DisplayPage::Board);
    CHECK(rows(after.previous) == QStringLiteral("A012>1"));
    CHECK(after.firstIsNews);
    CHECK_FALSE(seen(mall, at(10, 17), {}, media).firstIsNews);
}

TEST_CASE("The mall's notices stand on their days, and take turns of twelve seconds", "[display]")
{
    Mall mall;
    mall.notice(QStringLiteral("Selalu"));
    mall.notice(QStringLiteral("Kemarin"));
    mall.catalogue.site.hall.notices[1].until = BusinessDay{seen(mall, at(10, 0)).day.days - 1};
    mall.publish();
    const DisplayView view = seen(mall, at(10, 0));
    CHECK(view.mallNotices == std::vector{QStringLiteral("Selalu")});
    CHECK(seen(mall, at(10, 0, 11)).turn == view.turn);
    CHECK(seen(mall, at(10, 0, 12)).turn == view.turn + 1);
}

TEST_CASE("The foot says one thing at a time, and of a lost network nothing else", "[display]")
{
    Mall mall;
    mall.agency("Y").hours = weekdays(13, 15, 15, {});
    mall.notice(QStringLiteral("Satu"));
    mall.notice(QStringLiteral("Dua"));
    DisplayView view = seen(mall, at(10, 0));
    QStringList said;
    for (view.turn = 0; view.turn < 4; ++view.turn)
        said += hallMessage(view, MessagePlace::Foot).sentences.join(QLatin1Char(' '));
    CHECK(said
        == QStringList({QStringLiteral("BNN Kota opens at 13.00"), QStringLiteral("Satu"),
            QStringLiteral("Dua"), QStringLiteral("BNN Kota opens at 13.00")}));
    view.asOf = KnownUntil{view.day, Minutes(9 * 60 + 28)};
    for (view.turn = 0; view.turn < 4; ++view.turn)
        CHECK(hallMessage(view, MessagePlace::Foot).icon == QStringLiteral("ui-wifi-off"));
}

TEST_CASE("The board promises what the hall hears at this hour", "[display]")
{
    Mall mall;
    const auto promise = [&](Instant now, VoiceHealth health = VoiceHealth::Speaking) {
        DisplayStatus status;
        status.voice = health;
        return hallMessage(seen(mall, now, status), MessagePlace::BoardFoot).sentences.first();
    };
    CHECK(promise(at(10, 0)).endsWith(QStringLiteral("and spoken twice.")));
    CHECK(
        promise(at(10, 0), VoiceHealth::ChimeOnly).endsWith(QStringLiteral("no voice just now.")));
    VoicePlan &voice = mall.catalogue.site.hall.voice;
    voice.quiet = {{Minutes(12 * 60), Minutes(12 * 60 + 30)}};
    voice.languages = {SpokenLanguage::Indonesian, SpokenLanguage::English};
    mall.publish();
    CHECK(promise(at(11, 59)).endsWith(QStringLiteral("and spoken.")));
    CHECK(promise(at(12, 10)).endsWith(QStringLiteral("no voice just now.")));
    voice.languages.clear();
    mall.publish();
    CHECK(promise(at(10, 0)).endsWith(QStringLiteral("with a chime.")));
}

TEST_CASE("A counter whose officer is away for a moment says when it goes on", "[display]")
{
    Mall mall;
    Desk &one = mall.state.desks[CounterId(QStringLiteral("1"))];
    one.pause = Pause{{}, at(10, 0), at(10, 15)};
    CHECK(desk(seen(mall, at(10, 5)), 1).note == DeskNote::Paused);
    CHECK(desk(seen(mall, at(10, 5)), 1).until == Minutes(10 * 60 + 15));
    CHECK_FALSE(desk(seen(mall, at(10, 20)), 1).until);
    one.pause.reset();
    CHECK(desk(seen(mall, at(10, 20)), 1).note == DeskNote::Ready);
}

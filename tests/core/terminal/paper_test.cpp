// SPDX-License-Identifier: Apache-2.0
// Paper outlives clocks, days, disks and restarts.
#include "support/catch.h"
#include "support/smallhall.h"

#include <set>

using namespace antre;
using namespace std::chrono_literals;

namespace {

/// The kiosk's machine is switched off and on again, and its wall clock is set on the way.
void reboots(HallTerminal &kiosk, Milliseconds wallAhead = 0ms)
{
    kiosk.crash();
    kiosk.clock.ahead = wallAhead;
    kiosk.start();
}

bool allSettled(const HallTerminal &kiosk)
{
    return std::ranges::all_of(kiosk.machine().tickets().all(),
        [](const auto &entry) { return entry.second.isSettled(); });
}

} // namespace

TEST_CASE("The own series goes on over midnight and begins anew with the service's day", "[paper]")
{
    SmallHall hall;
    hall.clock.advance(96h); // Monday
    auto &kiosk = hall.kiosk("kiosk-2", "2");
    auto &other = hall.kiosk("kiosk-1", "1");
    hall.network(false);
    kiosk.touches("a.one");
    CHECK(kiosk.shows() == text("A2-01"));
    hall.clock.advance(24h);
    kiosk.touches("a.one");
    CHECK(kiosk.shows() == text("A2-02"));
    hall.network(true);
    hall.run(10s);
    REQUIRE(allSettled(kiosk));
    CHECK(hall.state().latePaper.size() == 1);
    CHECK(hall.state().tickets.size() == 1);
    // Today's own numbers go on behind the one that is in a hand today.
    hall.network(false);
    kiosk.touches("a.one");
    CHECK(kiosk.shows() == text("A2-03"));
    hall.network(true);
    hall.run(10s);
    hall.clock.advance(24h - 1min);
    hall.run(1min);
    other.touches("a.one");
    hall.run(1s);
    hall.network(false);
    kiosk.touches("a.one");
    CHECK(kiosk.shows() == text("A2-01"));
    hall.network(true);
    hall.run(10s);
    CHECK(hall.state().tickets.size() == 2);
}

TEST_CASE("A kiosk that was alone for a week, through reboots, gives no number twice", "[paper]")
{
    SmallHall hall;
    auto &kiosk = hall.kiosk("kiosk-2", "2");
    hall.network(false);
    std::set<QString> numbers;
    for (int day = 0; day < 7; ++day) {
        for (int touch = 0; touch < 3; ++touch) {
            kiosk.touches("a.one");
            if (kiosk.issue().stage != IssueStage::Refused) // closed at weekends
                CHECK(numbers.insert(kiosk.shows()).second);
        }
        reboots(kiosk, day == 3 ? Milliseconds(-72h) : 0ms);
        hall.clock.advance(24h);
    }
    hall.network(true);
    hall.run(30s);
    CHECK(allSettled(kiosk));
    CHECK(hall.state().latePaper.size() + hall.state().tickets.size() == numbers.size());
}

TEST_CASE("A battery that died puts nobody into yesterday's queue", "[paper][clock]")
{
    SmallHall hall;
    auto &kiosk = hall.kiosk("kiosk-2", "2");
    auto &other = hall.kiosk("kiosk-1", "1");
    hall.network(false);
    hall.clock.advance(24h);
    reboots(kiosk, Milliseconds(-24h * 365));
    const Instant touched = hall.clock.wall();
    kiosk.touches("a.one");
    REQUIRE(kiosk.shows() == text("A2-01"));
    const TicketId ticket = kiosk.issue().ticket.id;
    hall.run(3min);
    hall.network(true);
    hall.run(3s);
    other.touches("a.one");
    hall.run(10s);
    REQUIRE(hall.state().ticket(ticket));
    CHECK(std::chrono::abs(hall.state().ticket(ticket)->touchedAt - touched) < 200ms);
    CHECK(hall.state().aheadOf(*hall.state().ticket(ticket)) == 0);
    CHECK(hall.paperFaults() == QStringList());
}

TEST_CASE("Whoever sets the kiosk's clock while it runs moves nobody in line", "[paper][clock]")
{
    for (const Milliseconds jump : {Milliseconds(26h), Milliseconds(-26h)}) {
        CAPTURE(jump.count());
        SmallHall hall;
        auto &kiosk = hall.kiosk("kiosk-2", "2");
        hall.run(6s);
        hall.network(false);
        kiosk.clock.ahead = jump;
        const Instant touched = hall.clock.wall();
        kiosk.touches("a.one");
        CHECK(kiosk.issue().ticket.day == hall.state().day);
        const TicketId ticket = kiosk.issue().ticket.id;
        hall.run(1min);
        hall.network(true);
        hall.run(10s);
        REQUIRE(hall.state().ticket(ticket));
        CHECK(std::chrono::abs(hall.state().ticket(ticket)->touchedAt - touched) < 200ms);
    }
}

TEST_CASE("A touch is never dated before the kiosk's last contact", "[paper][clock]")
{
    SmallHall hall;
    auto &kiosk = hall.kiosk("kiosk-2", "2");
    hall.run(6min);
    const Instant contact = kiosk.machine().mirror().asOf();
    hall.network(false);
    reboots(kiosk, -5h);
    kiosk.touches("a.one");
    reboots(kiosk, -5h); // now only the record knows when it was
    hall.network(true);
    hall.run(10s);
    REQUIRE(hall.state().tickets.size() == 1);
    CHECK(hall.state().tickets.begin()->second.touchedAt >= contact - 5min);
    CHECK(hall.paperFaults() == QStringList());
}

TEST_CASE(
    "A number of the service tells a kiosk whose battery died how late it is", "[paper][clock]")
{
    SmallHall hall;
    auto &kiosk = hall.kiosk("kiosk-2", "2");
    for (int visitor = 0; visitor < 2; ++visitor) {
        hall.run(40s); // too soon after the first to note the contact once more
        kiosk.input(Dismissed{});
        kiosk.touches("a.one");
        hall.run(1s);
    }
    const Instant given = kiosk.issue().ticket.touchedAt;
    hall.network(false);
    reboots(kiosk, -5h);
    kiosk.touches("a.one");
    CHECK(kiosk.issue().ticket.touchedAt >= given);
    CHECK(kiosk.issue().ticket.touchedAt < given + 2min);
}

TEST_CASE("A service whose journal lost its end hears again what is in hands", "[paper]")
{
    SmallHall hall;
    auto &kiosk = hall.kiosk("kiosk-2", "2");
    kiosk.touches("a.one");
    hall.run(1s);
    const auto backup = *hall.journal->read(0, 1000);
    kiosk.touches("a.one");
    hall.run(1s);
    REQUIRE(kiosk.shows() == text("A002"));
    hall.restoreJournal(backup);
    CHECK(hall.state().tickets.size() == 1);
    hall.run(10s);
    CHECK(hall.state().tickets.size() == 2);
    CHECK(hall.paperFaults() == QStringList());
    kiosk.touches("a.one");
    hall.run(1s);
    CHECK(kiosk.shows() == text("A003"));
}

TEST_CASE(
    "A kiosk whose own disk is new goes on behind its numbers that the service knows", "[paper]")
{
    SmallHall hall;
    auto &kiosk = hall.kiosk("kiosk-2", "2");
    hall.network(false);
    kiosk.touches("a.one");
    kiosk.touches("a.one");
    hall.network(true);
    hall.run(10s);
    kiosk.crash();
    kiosk.disk.emplace();
    kiosk.start();
    hall.run(1s);
    hall.network(false);
    kiosk.touches("a.one");
    CHECK(kiosk.shows() == text("A2-03"));
}

TEST_CASE("After a damaged journal was saved in part the own numbers leave a gap", "[paper][disk]")
{
    SmallHall hall;
    auto &kiosk = hall.kiosk("kiosk-2", "2");
    hall.network(false);
    kiosk.touches("a.one");
    kiosk.crash();
    REQUIRE(kiosk.disk->append(*kiosk.disk->end(), {KioskTickets::salvagedRecord()}));
    kiosk.start();
    kiosk.touches("a.one");
    CHECK(kiosk.shows() == text("A2-102"));
    kiosk.touches("b.one");
    CHECK(kiosk.shows() == text("B2-101"));
    reboots(kiosk);
    kiosk.touches("b.one");
    CHECK(kiosk.shows() == text("B2-102"));
}

TEST_CASE("A wish that the visitor was refused after all is taken back from the service", "[paper]")
{
    SmallHall hall;
    auto &kiosk = hall.kiosk("kiosk-1", "1");
    hall.answersGetLost = true;
    kiosk.touches("a.one");
    hall.run(100ms);
    REQUIRE(hall.state().tickets.size() == 1);
    kiosk.diskFull = true; // so there will be no number of the kiosk's own
    hall.run(2s);
    REQUIRE(kiosk.shows() == text("cannotKeep"));
    hall.answersGetLost = false;
    kiosk.diskFull = false;
    hall.network(false);
    hall.network(true);
    hall.run(20s);
    CHECK(hall.state().tickets.begin()->second.state == TicketState::Cancelled);
    CHECK(allSettled(kiosk));
}

TEST_CASE("A wish whose number no disk here knows may be printed: it stays in the queue", "[paper]")
{
    SmallHall hall;
    auto &kiosk = hall.kiosk("kiosk-1", "1");
    kiosk.diskWaits = true;
    kiosk.touches("a.one");
    kiosk.finishStores(); // the wish is kept
    kiosk.diskWaits = false;
    kiosk.diskFull = true;
    kiosk.printerAnswers = false;
    hall.run(1s);
    REQUIRE(kiosk.slips.size() == 1); // printed from what the service's disk has
    reboots(kiosk);
    kiosk.diskFull = false;
    hall.run(20s);
    CHECK(hall.paperFaults() == QStringList());
    const Ticket &ticket = hall.state().tickets.begin()->second;
    CHECK(ticket.state == TicketState::Waiting);
    CHECK(ticket.slip == SlipState::Unknown);
    CHECK(allSettled(kiosk));
}

TEST_CASE("A kiosk can't take back another kiosk's ticket, nor what may be in a hand", "[paper]")
{
    RuleBook mall;
    mall.takes("a.one");
    const TicketId ticket = mall.ticket("A001").id;
    CHECK(mall.tell(CancelTicket{ticket}, {TerminalId(text("kiosk-2")), {}}).error().code
        == ErrorCode::Forbidden);
    REQUIRE(mall.tell(ReportSlip{ticket, SlipState::Unknown}));
    CHECK(mall.tell(CancelTicket{ticket}, {TerminalId(text("kiosk-1")), {}}).error().code
        == ErrorCode::Forbidden);
}

TEST_CASE("After a restart the last visitor is offered the same number again for two minutes",
    "[paper][crash]")
{
    SmallHall hall;
    auto &kiosk = hall.kiosk("kiosk-2", "2");
    kiosk.printerAnswers = false;
    kiosk.touches("a.one");
    hall.run(1s);
    const QString number = kiosk.shows();
    reboots(kiosk);
    hall.run(1s);
    REQUIRE(kiosk.machine().reprintOffer());
    CHECK(kiosk.machine().reprintOffer()->number->text() == number);
    CHECK(kiosk.machine().doubtfulSlips().size() == 1);

    SECTION("taken: the slip comes again under the same number, and nothing is in doubt")
    {
        kiosk.printerAnswers = true;
        kiosk.input(ReprintWanted{kiosk.machine().reprintOffer()->id});
        hall.run(1s);
        CHECK(kiosk.shows() == number);
        CHECK(kiosk.slips.size() == 2);
        CHECK(kiosk.machine().doubtfulSlips().empty());
        CHECK(hall.paperFaults() == QStringList());
    }
    SECTION("declined, since the slip had come out")
    {
        kiosk.input(SlipSeen{kiosk.machine().reprintOffer()->id, true});
        CHECK_FALSE(kiosk.machine().issue());
        CHECK(kiosk.machine().doubtfulSlips().empty());
    }
    SECTION("unanswered: it ends after two minutes, the ticket stays in the queue")
    {
        hall.run(2min);
        CHECK(kiosk.machine().doubtfulSlips().size() == 1);
        CHECK(hall.state().tickets.begin()->second.state == TicketState::Waiting);
    }
    SECTION("the next visitor's touch ends it") { kiosk.touches("a.one"); }
    CHECK_FALSE(kiosk.machine().reprintOffer());
}

TEST_CASE("An old unknown slip is not offered to strangers", "[paper][crash]")
{
    SmallHall hall;
    auto &kiosk = hall.kiosk("kiosk-2", "2");
    kiosk.printerAnswers = false;
    kiosk.touches("a.one");
    hall.run(1s);
    kiosk.crash();
    hall.clock.advance(3min);
    kiosk.start();
    CHECK_FALSE(kiosk.machine().reprintOffer());
}

TEST_CASE(
    "A kiosk with a full disk prints the service's numbers, and none of its own", "[paper][disk]")
{
    SmallHall hall;
    auto &kiosk = hall.kiosk("kiosk-2", "2");
    kiosk.diskFull = true;
    kiosk.touches("a.one");
    hall.run(1s);
    CHECK(kiosk.shows() == text("A001"));
    CHECK(kiosk.machine().storeError()->reason == text("diskFull"));
    hall.network(false);
    kiosk.touches("a.one");
    CHECK(kiosk.shows() == text("cannotKeep"));
    CHECK(kiosk.slips.size() == 1);
    kiosk.diskFull = false;
    hall.run(6s);
    CHECK_FALSE(kiosk.machine().storeError());
    reboots(kiosk);
    kiosk.touches("a.one");
    CHECK(kiosk.shows().startsWith(text("A2-")));
    hall.network(true);
    hall.run(10s);
    // What the disk missed was written when it was well again.
    CHECK(kiosk.machine().tickets().all().size() >= 2);
    CHECK(hall.paperFaults() == QStringList());
}

TEST_CASE("A slow disk delays no number that the service can give", "[paper][disk]")
{
    SmallHall hall;
    auto &kiosk = hall.kiosk("kiosk-2", "2");
    kiosk.diskWaits = true;
    kiosk.touches("a.one");
    hall.run(2500ms);
    CHECK(kiosk.shows() == text("A001"));
    CHECK(kiosk.issue().stage == IssueStage::Finished);
    kiosk.finishStores();
    hall.network(false);
    kiosk.touches("a.one");
    hall.run(9s);
    CHECK(kiosk.issue().stage == IssueStage::Storing);
    hall.run(2s);
    CHECK(kiosk.shows() == text("cannotKeep"));
    kiosk.finishStores();
    CHECK(kiosk.slips.size() == 1);
    kiosk.diskWaits = false;
    kiosk.touches("a.one");
    CHECK(kiosk.issue().stage == IssueStage::Finished);
    hall.network(true);
    hall.run(10s);
    CHECK(hall.paperFaults() == QStringList());
    CHECK(allSettled(kiosk));
}

TEST_CASE("A kiosk that can't read its own journal gives the service's numbers until it can",
    "[paper][disk]")
{
    SmallHall hall;
    auto &kiosk = hall.kiosk("kiosk-2", "2");
    hall.network(false);
    kiosk.touches("a.one");
    REQUIRE(kiosk.shows() == text("A2-01"));
    kiosk.crash();
    kiosk.diskUnreadable = true;
    kiosk.start();
    kiosk.touches("a.one");
    CHECK(kiosk.shows() == text("cannotKeep"));
    hall.network(true);
    hall.run(1s);
    kiosk.touches("a.one");
    hall.run(1s);
    CHECK(kiosk.shows() == text("A001"));
    CHECK(kiosk.machine().storeError());
    kiosk.diskUnreadable = false;
    hall.run(10s);
    CHECK_FALSE(kiosk.machine().storeError());
    CHECK(hall.paperFaults() == QStringList());
    hall.network(false);
    kiosk.touches("a.one");
    CHECK(kiosk.shows() == text("A2-02"));
}

TEST_CASE("Whichever store of a kiosk's day fails, no slip is lost, doubled or renumbered",
    "[paper][disk]")
{
    for (const bool afterWriting : {false, true}) {
        bool failed = true;
        for (int store = 0; failed; ++store) {
            CAPTURE(afterWriting, store);
            SmallHall hall;
            auto &kiosk = hall.kiosk("kiosk-2", "2");
            kiosk.storesUntilFault = store;
            kiosk.faultAfterWriting = afterWriting;
            kiosk.touches("a.one");
            hall.run(1s);
            hall.network(false);
            kiosk.touches("a.one");
            hall.run(100ms);
            hall.network(true);
            hall.run(3s);
            hall.answersGetLost = true;
            kiosk.touches("b.one");
            hall.run(1500ms);
            hall.answersGetLost = false;
            hall.network(false);
            reboots(kiosk);
            kiosk.touches("a.one");
            hall.run(1s);
            hall.network(true);
            hall.run(20s);
            failed = *kiosk.storesUntilFault < 0;
            CHECK(hall.paperFaults() == QStringList());
            CHECK(allSettled(kiosk));
            CHECK_FALSE(kiosk.machine().storeError());
            CHECK(kiosk.slips.size() >= 3);
        }
    }
}

TEST_CASE("A service with a damaged journal keeps no kiosk from numbering", "[paper]")
{
    SmallHall hall;
    auto &kiosk = hall.kiosk("kiosk-2", "2");
    hall.run(1s);
    hall.journalTrouble = Error{ErrorCode::Corrupt, text("planted"), text("damaged")};
    kiosk.touches("a.one");
    hall.run(2s);
    CHECK(kiosk.shows() == text("A2-01"));
}

TEST_CASE("Paper with a number that another ticket holds is kept in sight, not lost", "[paper]")
{
    SmallHall hall;
    auto &kiosk = hall.kiosk("kiosk-2", "2");
    hall.network(false);
    kiosk.touches("a.one");
    SeededRandom random(77);
    const ReportPaper thief{TicketId(makeUuid(hall.clock, random)), *kiosk.issue().ticket.number,
        ServiceId(text("a.one")), {}, text("id"), {}, hall.clock.wall(), hall.state().day};
    hall.service->submit({CommandId(makeUuid(hall.clock, random)), {}, thief}, {});
    hall.service->flush();
    hall.network(true);
    hall.run(10s);
    CHECK(kiosk.machine().disputes().size() == 1);
    CHECK(kiosk.machine().unreportedPaper() == 1);
    // The report is no obstacle for the next visitors.
    kiosk.touches("a.one");
    hall.run(1s);
    CHECK(kiosk.issue().stage == IssueStage::Finished);
}

TEST_CASE("Two thousand slips of a long loss are reported in portions, all of them", "[paper]")
{
    SmallHall hall;
    auto &kiosk = hall.kiosk("kiosk-2", "2");
    hall.network(false);
    for (int i = 0; i < 2000; ++i)
        kiosk.touches("a.one");
    CHECK(kiosk.machine().unreportedPaper() == 2000);
    hall.network(true);
    hall.run(10s);
    CHECK(kiosk.machine().unreportedPaper() == 0);
    CHECK(hall.state().tickets.size() == 2000);
    CHECK(hall.paperFaults() == QStringList());
}

TEST_CASE("A copy under way at a power cut leaves its slip in doubt, not missing", "[paper]")
{
    SmallHall hall;
    auto &kiosk = hall.kiosk("kiosk-1", "1");
    kiosk.printerSays = SlipState::Failed;
    kiosk.touches("a.one");
    hall.run(50ms);
    const TicketId ticket = kiosk.issue().ticket.id;
    kiosk.printerAnswers = false;
    kiosk.input(ReprintWanted{ticket});
    REQUIRE(kiosk.slips.size() == 2);
    reboots(kiosk);
    hall.run(1s);
    CHECK(hall.state().ticket(ticket)->slip == SlipState::Unknown);
    CHECK(allSettled(kiosk));
}

TEST_CASE("A journal that lost its end and grew on as long is another past, and all copies see it",
    "[paper]")
{
    SmallHall hall;
    auto &kiosk = hall.kiosk("kiosk-2", "2");
    auto &display = hall.display("display-1");
    kiosk.touches("a.one");
    hall.run(1s);
    const auto backup = *hall.journal->read(0, 1000);
    kiosk.touches("a.one");
    hall.run(1s);
    const qint64 known = display.machine().mirror().position();
    hall.restoreJournal(backup);
    for (int number = 1; hall.service->position() < known; ++number) {
        const QString name = QStringLiteral("officer-%1").arg(number);
        hall.service->submit(
            {CommandId(Uuid{1, quint64(number)}), {}, RegisterOfficer{{OfficerId(name), name, {}}}},
            {});
        hall.service->flush();
    }
    REQUIRE(hall.state().officers.size() > 0);
    hall.run(10s);
    CHECK(display.machine().mirror().state().officers.size() == hall.state().officers.size());
    CHECK(display.machine().mirror().state().tickets.size() == 2);
    CHECK(hall.paperFaults() == QStringList());
}

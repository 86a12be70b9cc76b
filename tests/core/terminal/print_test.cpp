// SPDX-License-Identifier: Apache-2.0
// A number's slip: which printer, the same once more, and what is known of the paper.
#include "support/catch.h"
#include "support/smallhall.h"
#include "terminal/printerchoice.h"

using namespace antre;
using namespace std::chrono_literals;

namespace {

using enum PrinterCondition;

std::vector<size_t> printersOf(const HallTerminal &kiosk)
{
    std::vector<size_t> printers;
    for (const PrintSlip &print : kiosk.prints)
        printers.push_back(print.printer);
    return printers;
}

std::optional<PaperLeft> paperOf(const HallTerminal &kiosk)
{
    return kiosk.machine().status().printers.front().paper;
}

void reboots(HallTerminal &kiosk)
{
    kiosk.crash();
    kiosk.start();
}

void prints(SmallHall &hall, HallTerminal &kiosk, int slips)
{
    for (int i = 0; i < slips; ++i) {
        kiosk.touches("a.one");
        hall.run(30ms);
        kiosk.input(Dismissed{});
    }
}

} // namespace

// Which printer

TEST_CASE("The first printer that is ready prints, else the first that was not tried", "[print]")
{
    CHECK(choosePrinter({Ready, Ready}, {}) == 0u);
    CHECK(choosePrinter({PaperOut, PaperLow}, {}) == 1u);
    CHECK(choosePrinter({Unknown, Ready}, {}) == 0u);
    CHECK(choosePrinter({PaperOut, NoPrinter}, {}) == 0u);
    CHECK(choosePrinter({PaperOut, Ready}, {1}) == 0u);
    CHECK(choosePrinter({Ready, Ready}, {0, 1}) == std::nullopt);
    CHECK(choosePrinter({}, {}) == std::nullopt);
}

TEST_CASE(
    "While the first printer has no paper the second one prints, then the first again", "[print]")
{
    SmallHall hall;
    auto &kiosk = hall.kiosk("kiosk-1", "1", 2);
    kiosk.input(DevicesChanged{{}, {PaperOut, Ready}});
    kiosk.touches("a.one");
    hall.run(50ms);
    CHECK(kiosk.issue().printer == 1);
    kiosk.input(Dismissed{});
    kiosk.input(DevicesChanged{{}, {Ready, Ready}});
    kiosk.touches("a.one");
    hall.run(50ms);
    CHECK(kiosk.issue().printer == 0);
    CHECK(printersOf(kiosk) == std::vector<size_t>{1, 0});
}

TEST_CASE(
    "A slip that certainly did not come out comes out of the other printer, as one slip", "[print]")
{
    SmallHall hall;
    auto &kiosk = hall.kiosk("kiosk-1", "1", 2);
    kiosk.printerSays = SlipState::Failed;
    kiosk.secondPrinterSays = SlipState::Printed;
    kiosk.touches("a.one");
    hall.run(50ms);
    CHECK(printersOf(kiosk) == std::vector<size_t>{0, 1});
    CHECK_FALSE(kiosk.prints[1].copy);
    CHECK(kiosk.issue().ticket.slip == SlipState::Printed);
    CHECK(kiosk.issue().printer == 1);
    CHECK(hall.state().ticket(kiosk.issue().ticket.id)->slip == SlipState::Printed);
}

TEST_CASE("A slip that may have come out never moves to another printer", "[print]")
{
    SmallHall hall;
    auto &kiosk = hall.kiosk("kiosk-1", "1", 2);
    for (const SlipState told : {SlipState::Unknown, SlipState::Sent, SlipState::Printed}) {
        kiosk.prints.clear();
        kiosk.printerSays = told;
        kiosk.touches("a.one");
        hall.run(50ms);
        CHECK(kiosk.prints.size() == 1);
        CHECK(kiosk.issue().ticket.slip == told);
        kiosk.input(Dismissed{});
    }
}

TEST_CASE("With no printer left the slip has failed, each having been tried once", "[print]")
{
    SmallHall hall;
    auto &kiosk = hall.kiosk("kiosk-1", "1", 3);
    kiosk.printerSays = kiosk.secondPrinterSays = SlipState::Failed;
    kiosk.input(DevicesChanged{{}, {PaperOut, Ready, Ready}});
    kiosk.touches("a.one");
    hall.run(50ms);
    CHECK(printersOf(kiosk) == std::vector<size_t>{1, 2, 0});
    CHECK(kiosk.issue().ticket.slip == SlipState::Failed);
}

TEST_CASE("Whoever dies between two printers leaves a slip in doubt, not two", "[print][crash]")
{
    SmallHall hall;
    auto &kiosk = hall.kiosk("kiosk-1", "1", 2);
    kiosk.printerAnswers = false;
    kiosk.touches("a.one");
    hall.run(50ms);
    kiosk.printerSays = SlipState::Failed;
    kiosk.printerEnds(kiosk.prints.back());
    REQUIRE(printersOf(kiosk) == std::vector<size_t>{0, 1});
    reboots(kiosk);
    hall.run(1s);
    CHECK(kiosk.prints.size() == 2);
    CHECK(kiosk.machine().doubtfulSlips().front()->slip == SlipState::Unknown);
}

TEST_CASE("What an earlier life of the kiosk printed ends nothing in this one", "[print][crash]")
{
    SmallHall hall;
    auto &kiosk = hall.kiosk("kiosk-1", "1");
    kiosk.printerAnswers = false;
    kiosk.touches("a.one");
    hall.run(50ms);
    CHECK_NOTHROW(kiosk.input(PrintEnded{99, SlipState::Printed}));
    CHECK(kiosk.issue().stage == IssueStage::Printing);
}

// The same once more

TEST_CASE("The last visitor may have the slip printed again, twice, marked as a copy", "[reprint]")
{
    SmallHall hall;
    auto &kiosk = hall.kiosk("kiosk-1", "1");
    kiosk.touches("a.one");
    hall.run(50ms);
    const TicketId mine = kiosk.issue().ticket.id;
    for (int asks = 0; asks < 5; ++asks) {
        kiosk.input(ReprintWanted{mine});
        hall.run(50ms);
    }
    REQUIRE(kiosk.prints.size() == 3);
    for (const size_t copy : {1, 2}) {
        CHECK(kiosk.prints[copy].copy);
        CHECK(kiosk.prints[copy].ticket.number == kiosk.prints[0].ticket.number);
    }
    CHECK_FALSE(kiosk.machine().reprintable());
    CHECK(hall.paperFaults() == QStringList());
}

TEST_CASE("Nobody can have a slip printed again two minutes after the touch", "[reprint]")
{
    SmallHall hall;
    auto &kiosk = hall.kiosk("kiosk-1", "1");
    kiosk.touches("a.one");
    hall.run(100s);
    const TicketId mine = kiosk.issue().ticket.id;
    kiosk.input(ReprintWanted{mine});
    hall.run(50ms);
    CHECK(kiosk.prints.size() == 2);
    hall.run(20s);
    kiosk.input(ReprintWanted{mine});
    hall.run(50ms);
    CHECK(kiosk.prints.size() == 2);
    CHECK_FALSE(kiosk.machine().reprintable());
}

TEST_CASE("A stranger can't print the slip of whoever was here before", "[reprint]")
{
    SmallHall hall;
    auto &kiosk = hall.kiosk("kiosk-1", "1");
    kiosk.touches("a.one");
    hall.run(50ms);
    const TicketId before = kiosk.issue().ticket.id;
    SECTION("who said that the slip is there has ended it") { kiosk.input(Dismissed{true}); }
    SECTION("a new visitor's steps end it")
    {
        kiosk.input(Dismissed{});
        REQUIRE(kiosk.machine().reprintable());
        kiosk.input(OfferOver{});
    }
    SECTION("a new visitor's number ends it, also while that is on its way")
    {
        kiosk.input(Dismissed{});
        kiosk.touches("a.one");
    }
    CHECK((!kiosk.machine().reprintable() || kiosk.machine().reprintable()->id != before));
    const size_t printed = kiosk.prints.size();
    kiosk.input(ReprintWanted{before});
    hall.run(1s);
    CHECK(std::ranges::count(kiosk.slips, before, &KioskTicket::id) == 1);
    CHECK(kiosk.prints.size() >= printed);
}

TEST_CASE("A restart gives nobody more copies", "[reprint][crash]")
{
    SmallHall hall;
    auto &kiosk = hall.kiosk("kiosk-1", "1");
    kiosk.printerAnswers = false;
    kiosk.touches("a.one");
    hall.run(50ms);
    const TicketId mine = kiosk.issue().ticket.id;
    for (int lives = 0; lives < 4; ++lives) {
        reboots(kiosk);
        hall.run(100ms);
        kiosk.input(ReprintWanted{mine});
        hall.run(100ms);
    }
    CHECK(kiosk.prints.size() == 3);
}

TEST_CASE(
    "A copy that fails leaves the first slip as it was, and the visitor hears of it", "[reprint]")
{
    SmallHall hall;
    auto &kiosk = hall.kiosk("kiosk-1", "1");
    kiosk.touches("a.one");
    hall.run(50ms);
    kiosk.printerSays = SlipState::Failed;
    kiosk.input(ReprintWanted{kiosk.issue().ticket.id});
    hall.run(50ms);
    CHECK(kiosk.issue().ticket.slip == SlipState::Sent);
    CHECK(kiosk.issue().print == SlipState::Failed);
    CHECK(kiosk.issue().isCopy);
}

// Paper

TEST_CASE(
    "Where paper ended and is there again a new roll is counted from its beginning", "[paper]")
{
    SmallHall hall;
    auto &kiosk = hall.kiosk("kiosk-1", "1");
    kiosk.input(DevicesChanged{{}, {Ready}});
    CHECK_FALSE(paperOf(kiosk)); // nobody knows what is in it
    kiosk.input(DevicesChanged{{}, {PaperOut}});
    kiosk.input(DevicesChanged{{}, {CoverOpen}});
    kiosk.input(DevicesChanged{{}, {Ready}});
    REQUIRE(paperOf(kiosk));
    CHECK(paperOf(kiosk)->millimetres == 80'000);
    CHECK(kiosk.machine().rollQuestion() == RollQuestion{0, true});
    prints(hall, kiosk, 5);
    CHECK(paperOf(kiosk)->millimetres == 80'000 - 5 * 120);
    CHECK_FALSE(kiosk.machine().rollQuestion()); // a visitor is here
}

TEST_CASE("Whoever closes the cover is asked which roll is in it", "[paper]")
{
    SmallHall hall;
    auto &kiosk = hall.kiosk("kiosk-1", "1");
    kiosk.input(RollConfirmed{0, true});
    prints(hall, kiosk, 10);
    kiosk.input(DevicesChanged{{}, {CoverOpen}});
    kiosk.input(DevicesChanged{{}, {Ready}});
    REQUIRE(kiosk.machine().rollQuestion() == RollQuestion{0, false});
    SECTION("a new one")
    {
        kiosk.input(RollConfirmed{0, true});
        CHECK(paperOf(kiosk)->millimetres == 80'000);
    }
    SECTION("the old one") { kiosk.input(RollConfirmed{0, false}); }
    SECTION("nobody answers") { hall.run(91s); }
    CHECK_FALSE(kiosk.machine().rollQuestion());
    CHECK(paperOf(kiosk)->millimetres >= 80'000 - 10 * 120);
}

TEST_CASE("A roll that was taken for a new one is put right by who knows better", "[paper]")
{
    SmallHall hall;
    auto &kiosk = hall.kiosk("kiosk-1", "1");
    kiosk.input(RollConfirmed{0, true});
    prints(hall, kiosk, 10);
    kiosk.input(DevicesChanged{{}, {PaperOut}});
    CHECK(paperOf(kiosk)->millimetres == 0);
    kiosk.input(DevicesChanged{{}, {Ready}});
    CHECK(paperOf(kiosk)->millimetres == 80'000);
    kiosk.input(RollConfirmed{0, false});
    CHECK(paperOf(kiosk)->millimetres == 80'000 - 10 * 120);
}

TEST_CASE("A sensor that chatters near the end makes no new roll", "[paper]")
{
    SmallHall hall;
    auto &kiosk = hall.kiosk("kiosk-1", "1");
    kiosk.input(RollConfirmed{0, true});
    for (int turn = 0; turn < 5; ++turn) {
        kiosk.input(DevicesChanged{{}, {PaperLow}});
        kiosk.input(DevicesChanged{{}, {Ready}});
    }
    CHECK(paperOf(kiosk)->millimetres == 4'000);
    CHECK(paperOf(kiosk)->isLow());
    CHECK_FALSE(kiosk.machine().rollQuestion());
}

TEST_CASE("What is known of the paper survives a kill, also a roll changed meanwhile", "[paper]")
{
    SmallHall hall;
    auto &kiosk = hall.kiosk("kiosk-1", "1");
    kiosk.input(RollConfirmed{0, true});
    prints(hall, kiosk, 20);
    reboots(kiosk);
    REQUIRE(paperOf(kiosk));
    CHECK(paperOf(kiosk)->millimetres == 80'000 - 20 * 120);
    kiosk.input(DevicesChanged{{}, {PaperOut}});
    reboots(kiosk);
    kiosk.input(DevicesChanged{{}, {NoPrinter}});
    kiosk.input(DevicesChanged{{}, {Ready}});
    CHECK(paperOf(kiosk)->millimetres == 80'000);
}

TEST_CASE("What the printers say before the journal was read is taken in after it", "[paper]")
{
    SmallHall hall;
    auto &kiosk = hall.kiosk("kiosk-1", "1");
    kiosk.input(RollConfirmed{0, true});
    kiosk.input(DevicesChanged{{}, {PaperOut}});
    kiosk.crash();
    kiosk.diskUnreadable = true;
    kiosk.start();
    kiosk.input(DevicesChanged{{}, {Ready}});
    CHECK_FALSE(paperOf(kiosk));
    kiosk.diskUnreadable = false;
    hall.run(6s);
    CHECK(paperOf(kiosk)->millimetres == 80'000);
    CHECK(kiosk.machine().rollQuestion() == RollQuestion{0, true});
}

TEST_CASE("A slip that did not come out takes no paper, and each printer has its own", "[paper]")
{
    SmallHall hall;
    auto &kiosk = hall.kiosk("kiosk-1", "1", 2);
    kiosk.input(RollConfirmed{0, true});
    kiosk.input(RollConfirmed{1, true});
    kiosk.printerSays = SlipState::Failed;
    prints(hall, kiosk, 3);
    const auto printers = kiosk.machine().status().printers;
    CHECK(printers[0].paper->millimetres == 80'000);
    CHECK(printers[1].paper->millimetres == 80'000 - 3 * 120);
    CHECK(printers[1].place.in(QStringLiteral("id")) == text("tempat 1"));
}

TEST_CASE("A technician's test slip takes paper too, and gives nobody a number", "[paper]")
{
    SmallHall hall;
    auto &kiosk = hall.kiosk("kiosk-1", "1", 2);
    kiosk.input(RollConfirmed{1, true});
    kiosk.input(PaperUsed{1, 155});
    kiosk.input(PaperUsed{7, 155}); // no such printer
    CHECK(kiosk.machine().status().printers[1].paper->millimetres == 80'000 - 155);
    reboots(kiosk);
    hall.run(1s);
    CHECK(kiosk.machine().status().printers[1].paper->millimetres == 80'000 - 155);
    CHECK(hall.state().tickets.empty());
}

TEST_CASE("The counters hear early that a roll runs low", "[paper]")
{
    SmallHall hall;
    auto &counter = hall.counter("1");
    auto &kiosk = hall.kiosk("kiosk-1", "1");
    kiosk.input(RollConfirmed{0, true});
    const auto low = [&] {
        hall.run(6s);
        return counter.machine()
            .devices()
            .at(TerminalId(text("kiosk-1")))
            .status->printers[0]
            .paper->isLow();
    };
    CHECK_FALSE(low());
    prints(hall, kiosk, 610);
    CHECK(low());
}

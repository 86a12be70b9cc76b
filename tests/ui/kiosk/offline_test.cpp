// SPDX-License-Identifier: Apache-2.0
#include "kiosk/kioskpresenter.h"
#include "kiosk/pages.h"
#include "scan/qrcode.h"
#include "support/smallhall.h"
#include "ui/kiosk/visitor.h"

#include <QSignalSpy>

using namespace antre;
using namespace std::chrono_literals;

namespace {

const QString id = QStringLiteral("id");

/// A kiosk's screen in front of the real machine, with two lives and a network that can go.
struct KioskAtWork
{
    SmallHall hall;
    HallTerminal &terminal;
    KioskPresenter presenter;
    Language language;

    KioskAtWork()
        : terminal(hall.kiosk("kiosk-2", "2"))
    {
        language.set(id);
        hall.run(100ms);
    }
    [[nodiscard]] KioskScreen screen()
    {
        const auto shown = presenter.screen(terminal.machine());
        REQUIRE(shown);
        return *shown;
    }
    [[nodiscard]] LineNow line() { return screen().line(LineId(QStringLiteral("A"))); }
    void restarts(Milliseconds offFor)
    {
        terminal.crash();
        hall.clock.advance(offFor);
        terminal.start();
        hall.run(50ms);
    }
};

} // namespace

TEST_CASE("A network that comes and goes does not change what the kiosk shows", "[kiosk]")
{
    KioskAtWork kiosk;
    for (int i = 0; i < 4; ++i) {
        kiosk.hall.network(false);
        kiosk.hall.run(3s);
        CHECK_FALSE(kiosk.screen().isAway);
        kiosk.hall.network(true);
        kiosk.hall.run(8s);
    }
    kiosk.hall.network(false);
    kiosk.hall.run(40s);
    CHECK(kiosk.screen().isAway);
    REQUIRE(kiosk.screen().heardAt);
    CHECK(kiosk.screen().heardAt->ofDay == Minutes(9 * 60));
}

TEST_CASE("After a restart without network figures carry the age of their last count", "[kiosk]")
{
    KioskAtWork kiosk;
    kiosk.terminal.touches("a.one");
    kiosk.hall.run(70s);
    kiosk.hall.network(false);
    kiosk.restarts(10min);
    CHECK(kiosk.screen().isAway);
    CHECK(kiosk.line().waiting == 1);
    const auto screen = kiosk.screen();
    const auto view = KioskViews(screen, id).services(screen.catalogue->agencies.front().id);
    CHECK(view.waiting.contains(QStringLiteral("Keadaan pukul 09.0")));
}

TEST_CASE(
    "Yesterday's figures are not shown, and the kiosk says since when it knows none", "[kiosk]")
{
    KioskAtWork kiosk;
    kiosk.terminal.touches("a.one");
    kiosk.hall.run(70s);
    kiosk.hall.network(false);
    kiosk.restarts(24h);
    CHECK_FALSE(kiosk.line().waiting);
    const auto screen = kiosk.screen();
    const auto view = KioskViews(screen, id).services(screen.catalogue->agencies.front().id);
    CHECK(view.waiting.contains(QStringLiteral("belum diketahui")));
    CHECK(view.waiting.contains(QStringLiteral("sejak kemarin pukul 09.0")));
    kiosk.terminal.touches("a.one");
    REQUIRE(kiosk.screen().issued);
    CHECK_FALSE(kiosk.screen().issued->ahead);
}

TEST_CASE(
    "The kiosk's own number says that the counters learn of it later, until they did", "[kiosk]")
{
    KioskAtWork kiosk;
    kiosk.hall.network(false);
    kiosk.terminal.touches("a.one");
    kiosk.hall.run(50ms);
    const auto screen = kiosk.screen();
    REQUIRE(screen.issued);
    const auto view = KioskViews(screen, id).issued(*screen.issued);
    REQUIRE(view.note);
    CHECK(
        view.note->markup.contains(QStringLiteral("Loket mengetahuinya begitu jaringan kembali")));
    CHECK(screen.staff.unreported == 1);
    kiosk.hall.network(true);
    kiosk.hall.run(10s);
    CHECK_FALSE(kiosk.screen().issued->offline);
    CHECK(kiosk.screen().staff.unreported == 0);
}

TEST_CASE("With neither disk nor service the start screen says so before the touch, and recovers",
    "[kiosk]")
{
    KioskAtWork kiosk;
    kiosk.hall.network(false);
    kiosk.terminal.diskFull = true;
    kiosk.terminal.touches("a.one");
    kiosk.hall.run(50ms);
    CHECK(kiosk.screen().phase == KioskPhase::Refused);
    CHECK(kiosk.screen().couldNotKeep);
    kiosk.terminal.input(Dismissed{});
    CHECK(kiosk.screen().isShut);
    CHECK(kiosk.screen().staff.disk == DiskTrouble::Full);
    const auto screen = kiosk.screen();
    CHECK(KioskViews(screen, id)
              .start()
              .note->markup.contains(QStringLiteral("Nomor belum bisa diambil di sini.")));
    kiosk.terminal.diskFull = false;
    kiosk.hall.run(6s);
    CHECK_FALSE(kiosk.screen().isShut);
    CHECK(kiosk.screen().staff.disk == DiskTrouble::None);
}

TEST_CASE("With the service's disk a kiosk whose own is full goes on giving numbers", "[kiosk]")
{
    KioskAtWork kiosk;
    kiosk.terminal.diskFull = true;
    kiosk.terminal.touches("a.one");
    kiosk.hall.run(50ms);
    CHECK(kiosk.screen().phase == KioskPhase::Issued);
    CHECK_FALSE(kiosk.screen().isShut);
    CHECK(kiosk.screen().staff.disk == DiskTrouble::Full);
}

TEST_CASE("A kiosk that went out while printing offers the slip again, for two minutes at most",
    "[kiosk]")
{
    KioskAtWork kiosk;
    kiosk.terminal.printerAnswers = false;
    kiosk.hall.network(false);
    kiosk.terminal.touches("a.one");
    kiosk.hall.run(50ms);
    const QString number = kiosk.screen().issued->number;
    kiosk.restarts(30s);
    auto screen = kiosk.screen();
    REQUIRE(screen.reprint);
    CHECK(screen.reprint->number == number);
    CHECK(screen.reprint->touchedAt == Minutes(9 * 60));
    CHECK(screen.reprint->left <= 90s);
    CHECK(screen.staff.doubtful == QStringList{number});
    kiosk.terminal.printerAnswers = true;
    kiosk.terminal.input(ReprintWanted{kiosk.terminal.machine().reprintOffer()->id});
    kiosk.hall.run(50ms);
    screen = kiosk.screen();
    REQUIRE(screen.issued);
    CHECK(screen.issued->number == number);
    CHECK_FALSE(screen.reprint);
    CHECK(screen.staff.doubtful.isEmpty());
    CHECK(kiosk.terminal.slips.size() == 2);
}

TEST_CASE("An offer that nobody answers ends by itself, a stranger's touch just goes on", "[kiosk]")
{
    KioskAtWork kiosk;
    kiosk.terminal.printerAnswers = false;
    kiosk.terminal.touches("a.one");
    kiosk.hall.run(50ms);
    const QString first = kiosk.screen().issued->number;
    kiosk.restarts(30s);
    SECTION("nobody")
    {
        kiosk.hall.run(95s);
        CHECK_FALSE(kiosk.screen().reprint);
    }
    SECTION("a stranger")
    {
        REQUIRE(kiosk.screen().reprint);
        kiosk.terminal.touches("a.one");
        kiosk.hall.run(50ms);
        REQUIRE(kiosk.screen().issued);
        CHECK(kiosk.screen().issued->number != first);
        kiosk.terminal.input(Dismissed{});
        CHECK_FALSE(kiosk.screen().reprint);
    }
}

TEST_CASE(
    "The slip of who has just gone can be had from the start screen for two minutes", "[kiosk]")
{
    KioskAtWork kiosk;
    kiosk.terminal.printerSays = SlipState::Printed;
    kiosk.terminal.touches("a.one");
    kiosk.hall.run(50ms);
    CHECK_FALSE(kiosk.screen().lastSlip); // the number's own page has the key
    const QString number = kiosk.screen().issued->number;
    kiosk.terminal.input(Dismissed{});
    kiosk.hall.run(20s);
    REQUIRE(kiosk.screen().lastSlip);
    CHECK(kiosk.screen().lastSlip->number == number);
    CHECK_FALSE(kiosk.screen().reprint); // nobody is asked
    SECTION("a touch prints a copy of the same number")
    {
        kiosk.terminal.input(ReprintWanted{kiosk.terminal.machine().reprintable()->id});
        kiosk.hall.run(50ms);
        REQUIRE(kiosk.screen().issued);
        CHECK(kiosk.screen().issued->number == number);
        CHECK(kiosk.screen().issued->isCopy);
        REQUIRE(kiosk.terminal.prints.size() == 2);
        CHECK(kiosk.terminal.prints[1].copy);
    }
    SECTION("without paper there is nothing to offer")
    {
        kiosk.terminal.input(DevicesChanged{{}, {PrinterCondition::PaperOut}});
        CHECK_FALSE(kiosk.screen().lastSlip);
        kiosk.terminal.input(DevicesChanged{{}, {PrinterCondition::Ready}});
        CHECK(kiosk.screen().lastSlip);
    }
    SECTION("after two minutes it could be a stranger")
    {
        kiosk.hall.run(101s);
        CHECK_FALSE(kiosk.screen().lastSlip);
    }
    SECTION("the next visitor's number takes its place")
    {
        kiosk.terminal.touches("a.one");
        kiosk.hall.run(50ms);
        kiosk.terminal.input(Dismissed{});
        REQUIRE(kiosk.screen().lastSlip);
        CHECK(kiosk.screen().lastSlip->number != number);
    }
}

TEST_CASE(
    "Without paper the way to a number leads over the phone while the service is there", "[kiosk]")
{
    KioskAtWork kiosk;
    CHECK(kiosk.screen().phoneCode.isNull());
    kiosk.terminal.input(DevicesChanged{{}, {PrinterCondition::PaperOut}});
    const QImage code = kiosk.screen().phoneCode;
    REQUIRE_FALSE(code.isNull());
    CHECK(code
        == qrModules(kiosk.screen().catalogue->site.publicUrl)
               .value()
               .convertToFormat(QImage::Format_Grayscale8));
    CHECK(KioskViews(kiosk.screen(), id).start().phoneCode == code);
    kiosk.hall.network(false);
    kiosk.hall.run(40s);
    CHECK(kiosk.screen().phoneCode.isNull());
    kiosk.hall.network(true);
    kiosk.hall.run(10s);
    CHECK_FALSE(kiosk.screen().phoneCode.isNull());
    kiosk.terminal.input(DevicesChanged{{}, {PrinterCondition::Ready}});
    CHECK(kiosk.screen().phoneCode.isNull());
}

TEST_CASE("The last visitor is asked by number and time, and answers with one touch", "[kiosk]")
{
    for (const QSize size : {QSize(1080, 1920), QSize(1920, 1080), QSize(1024, 768)}) {
        CAPTURE(size.width());
        Visitor visitor(Visitor::still(), size, restarted());
        QSignalSpy again(&visitor.window, &KioskWindow::offeredReprintWanted);
        QSignalSpy there(&visitor.window, &KioskWindow::offeredSlipThere);
        CHECK(visitor.sees(QStringLiteral("Struk A2-07 belum keluar?")));
        CHECK(visitor.sees(QStringLiteral("09.41")));
        CHECK(visitor.sees(QStringLiteral("95 detik lagi")));
        auto screen = restarted();
        screen.reprint->left = 94s;
        visitor.window.present(screen);
        CHECK(visitor.sees(QStringLiteral("94 detik lagi")));
        visitor.touches(QStringLiteral("Struk sudah ada"));
        CHECK(there.count() == 1);
        visitor.touches(QStringLiteral("Cetak lagi"));
        CHECK(again.count() == 1);
        // And who has nothing to do with it just goes on.
        visitor.touches(licences);
        CHECK(visitor.find(businessNumber));
        CHECK(visitor.wishes.empty());
    }
}

TEST_CASE("Where no number can be kept none can be asked for, and it says where to go", "[kiosk]")
{
    Visitor visitor(Visitor::still(), {1080, 1920}, shut());
    CHECK(visitor.sees(QStringLiteral("Nomor belum bisa diambil di sini.")));
    CHECK(visitor.sees(QStringLiteral("disk kiosk penuh")));
    visitor.touches(licences);
    visitor.touches(businessNumber);
    CHECK_FALSE(visitor.find(takeNumber));
    CHECK(visitor.sees(QStringLiteral("Silakan ke kiosk lain")));
    visitor.window.present(morning());
    CHECK(visitor.find(takeNumber));
}

TEST_CASE("A number that takes long counts the seconds", "[kiosk]")
{
    auto options = Visitor::still();
    options.breath = 50ms;
    options.slowAfter = 600ms;
    Visitor visitor(options);
    visitor.touches(licences);
    visitor.touches(businessNumber);
    visitor.touches(takeNumber);
    CHECK_FALSE(visitor.sees(QStringLiteral("Lebih lama dari biasanya")));
    CHECK(QTest::qWaitFor(
        [&] { return visitor.sees(QStringLiteral("Mohon tunggu di sini: sudah 1 detik")); }, 4000));
    visitor.window.present(issuedMorning());
    CHECK(visitor.sees(QStringLiteral("A012")));
}

TEST_CASE("Staff read what to see to, and an all-well kiosk says nothing", "[kiosk]")
{
    Visitor visitor;
    CHECK_FALSE(visitor.sees(QStringLiteral("Petugas:")));
    visitor.window.present(away());
    CHECK(visitor.sees(QStringLiteral("tanpa jaringan sejak 09.28 · struk belum dilaporkan: 2")));
    visitor.window.present(morning());
    CHECK_FALSE(visitor.sees(QStringLiteral("Petugas:")));
}

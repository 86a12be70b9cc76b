// SPDX-License-Identifier: Apache-2.0
#include "base/clock.h"
#include "kiosk/scanfinding.h"
#include "kiosk/scanpage.h"
#include "kiosk/wedgefilter.h"
#include "support/smallhall.h"
#include "ui/kiosk/visitor.h"

#include <QSignalSpy>

using namespace antre;
using namespace std::chrono_literals;

namespace {

KioskScreen withReader(ScanWays ways = {.camera = false, .reader = true})
{
    auto screen = morning();
    screen.scanWays = ways;
    return screen;
}

KioskScreen scanned(TicketState state)
{
    auto screen = withReader();
    ScanFinding finding;
    finding.what = ScanFinding::What::Ticket;
    finding.number = QStringLiteral("A012");
    finding.service = ServiceId(QStringLiteral("dpmptsp.nib"));
    finding.state = state;
    finding.counter = CounterId(QStringLiteral("1"));
    finding.ahead = 3;
    finding.mayPrint = true;
    screen.scan = finding;
    return screen;
}

const QString scanKey = QStringLiteral("Pindai kode");

} // namespace

TEST_CASE("Nobody is asked to scan where nothing can read", "[scan]")
{
    Visitor visitor(Visitor::still(), {1080, 1920}, withReader({}));
    CHECK_FALSE(visitor.find(scanKey));
    visitor.window.present(withReader());
    CHECK(visitor.find(scanKey));
}

TEST_CASE("The camera is wanted while the scan page shows, and no longer", "[scan]")
{
    Visitor visitor(Visitor::still(), {1080, 1920}, withReader({.camera = true, .reader = false}));
    QSignalSpy wanted(&visitor.window, &KioskWindow::scanWanted);
    QSignalSpy ended(&visitor.window, &KioskWindow::scanEnded);
    visitor.touches(scanKey);
    CHECK(wanted.count() == 1);
    CHECK(qobject_cast<ScanPage *>(visitor.window.page()));
    QImage seen(480, 270, QImage::Format_RGB32);
    seen.fill(Qt::green);
    visitor.window.setCameraPicture(seen);
    const QImage shown = visitor.window.grab().toImage();
    CHECK(shown.pixelColor(shown.rect().center()) == QColor(Qt::green));
    CHECK(ended.count() == 0);
    visitor.touches(QStringLiteral("Kembali"));
    CHECK(ended.count() == 1);
    visitor.window.setCameraPicture(seen); // one more was on its way
    CHECK(visitor.find(licences));
}

TEST_CASE("Without a camera the page says how to use the reader", "[scan]")
{
    Visitor visitor(Visitor::still(), {1080, 1920}, withReader());
    visitor.touches(scanKey);
    CHECK(visitor.sees(QStringLiteral("bawah alat pindai")));
}

TEST_CASE(
    "Every state of a ticket has its sentence, and a slip that may be had has its key", "[scan]")
{
    const auto [state, sentence] = GENERATE(table<TicketState, const char *>({
        {TicketState::Waiting, "3 orang di depan Anda"},
        {TicketState::Called, "Giliran Anda"},
        {TicketState::Serving, "sedang dilayani"},
        {TicketState::Served, "sudah dilayani"},
        {TicketState::NoShow, "terlewat"},
        {TicketState::Parked, "menunda"},
        {TicketState::Cancelled, "tidak berlaku lagi"},
        {TicketState::Expired, "tidak berlaku lagi"},
    }));
    for (const QSize size : {QSize(1080, 1920), QSize(1920, 1080), QSize(1024, 768)}) {
        CAPTURE(sentence, size.width());
        Visitor visitor(Visitor::still(), size, withReader());
        QSignalSpy wanted(&visitor.window, &KioskWindow::lostSlipWanted);
        visitor.window.showScan();
        visitor.window.present(scanned(state));
        CHECK(visitor.sees(QString::fromUtf8(sentence)));
        visitor.touches(QStringLiteral("Cetak struk lagi"));
        CHECK(wanted.count() == 1);
    }
}

TEST_CASE("What isn't a ticket is answered kindly and can't be printed", "[scan]")
{
    Visitor visitor(Visitor::still(), {1080, 1920}, withReader());
    visitor.window.showScan();
    auto screen = withReader();
    screen.scan = ScanFinding{};
    visitor.window.present(screen);
    CHECK(visitor.sees(QStringLiteral("bukan kode mal ini")));
    CHECK_FALSE(visitor.find(QStringLiteral("Cetak struk lagi")));
    screen.scan->what = ScanFinding::What::Elsewhere;
    visitor.window.present(screen);
    CHECK(visitor.sees(QStringLiteral("tidak diambil di kiosk ini")));
}

TEST_CASE("A number on the screen is not pushed away by somebody's code", "[scan]")
{
    Visitor visitor(Visitor::still(), {1080, 1920}, issuedMorning());
    visitor.window.showScan();
    CHECK_FALSE(qobject_cast<ScanPage *>(visitor.window.page()));
}

TEST_CASE("The reprinted slip comes up like any other, and the camera goes off", "[scan]")
{
    Visitor visitor(Visitor::still(), {1080, 1920}, withReader());
    QSignalSpy ended(&visitor.window, &KioskWindow::scanEnded);
    visitor.window.showScan();
    visitor.window.present(scanned(TicketState::Waiting));
    visitor.window.present(issuedMorning());
    CHECK(ended.count() == 1);
    CHECK(visitor.sees(QStringLiteral("A012")));
}

TEST_CASE("What is known of a scanned ticket follows the queue", "[scan]")
{
    SmallHall hall;
    auto &kiosk = hall.kiosk("kiosk-1", "1");
    kiosk.touches("a.one");
    hall.run(50ms);
    const OwnTicketCode code{kiosk.issue().ticket.id, kiosk.issue().ticket.secret};
    kiosk.input(Dismissed{});
    auto finding = scanFinding(kiosk.machine(), code);
    CHECK(finding.what == ScanFinding::What::Ticket);
    CHECK(finding.state == TicketState::Waiting);
    CHECK(finding.ahead == 0);
    CHECK(finding.mayPrint);
    hall.network(false);
    hall.run(30s);
    CHECK_FALSE(scanFinding(kiosk.machine(), code).ahead);
}

// The reader that types

namespace {

/// A kiosk with a reader at its keyboard.
struct Typed
{
    Visitor visitor;
    SystemClock clock;
    WedgeFilter filter{visitor.window, clock};
    QStringList found;

    Typed()
    {
        QObject::connect(
            &filter, &WedgeFilter::found, [this](const QString &text) { found += text; });
    }
    void key(int key, const QString &text = {}, int pauseMs = 0)
    {
        if (pauseMs > 0)
            QTest::qWait(pauseMs);
        auto *window = visitor.window.windowHandle();
        QTest::sendKeyEvent(QTest::Press, window, Qt::Key(key), text, Qt::NoModifier);
        QTest::sendKeyEvent(QTest::Release, window, Qt::Key(key), text, Qt::NoModifier);
    }
    void burst(const QString &text)
    {
        for (const QChar letter : text)
            key(letter.toUpper().unicode(), QString(letter));
    }
};

} // namespace

TEST_CASE("A reader's letters land in no search and its Enter presses no key", "[scan]")
{
    Typed typed;
    typed.visitor.touches(QStringLiteral("Cari layanan"));
    typed.burst(QStringLiteral("https://mpp.example.id/t/7kq4"));
    typed.key(Qt::Key_Return, QStringLiteral("\r"));
    QTest::qWait(100);
    CHECK(typed.found == QStringList{QStringLiteral("https://mpp.example.id/t/7kq4")});
    CHECK_FALSE(typed.visitor.sees(QStringLiteral("7kq4")));
    CHECK(typed.visitor.find(QStringLiteral("A")) != nullptr); // the keyboard still stands
}

TEST_CASE("A reader's digits choose nothing, also when the window was shown after it", "[scan]")
{
    Typed typed;
    typed.visitor.window.hide();
    typed.visitor.window.show();
    QCoreApplication::processEvents();
    typed.burst(QStringLiteral("3271046504930002"));
    typed.key(Qt::Key_Return, QStringLiteral("\r"));
    QTest::qWait(100);
    CHECK(typed.found == QStringList{QStringLiteral("3271046504930002")});
    CHECK(typed.visitor.window.isAtRest());
}

TEST_CASE("A person's digit chooses, a blink later", "[scan][keypad]")
{
    Typed typed;
    typed.key(Qt::Key_9, QStringLiteral("9"));
    CHECK(QTest::qWaitFor([&] { return !typed.visitor.window.isAtRest(); }, 2000));
    CHECK(typed.found.isEmpty());
}

TEST_CASE("What a person types is searched for as ever", "[scan]")
{
    Typed typed;
    typed.visitor.touches(QStringLiteral("Cari layanan"));
    for (const QChar letter : QStringLiteral("ktp"))
        typed.key(letter.toUpper().unicode(), QString(letter), 70);
    CHECK(QTest::qWaitFor([&] { return typed.visitor.sees(QStringLiteral("ktp")); }));
    CHECK(typed.found.isEmpty());
}

// SPDX-License-Identifier: Apache-2.0
#include "scan/qrreader.h"
#include "ui/kiosk/visitor.h"

#include <QElapsedTimer>
#include <QSignalSpy>

using namespace antre;

TEST_CASE("Three touches lead from the start screen to a number", "[kiosk]")
{
    for (const QSize size : {QSize(1080, 1920), QSize(1920, 1080), QSize(1024, 768)}) {
        CAPTURE(size.width());
        Visitor visitor(Visitor::still(), size);
        visitor.touches(licences);
        visitor.touches(businessNumber);
        visitor.touches(takeNumber);
        CHECK(visitor.touchCount == 3);
        REQUIRE(visitor.wishes.size() == 1);
        CHECK(visitor.wishes[0]
            == NumberWish{ServiceId(QStringLiteral("dpmptsp.nib")),
                ClassId(QStringLiteral("general")), QStringLiteral("id")});
        visitor.window.present(issuedMorning());
        CHECK(visitor.sees(QStringLiteral("A012")));
    }
}

TEST_CASE("A double tap on the yellow key asks for one number", "[kiosk]")
{
    Visitor visitor;
    visitor.touches(licences);
    visitor.touches(businessNumber);
    QTest::qWait(320);
    auto *take = visitor.find(takeNumber);
    REQUIRE(take);
    const QPoint at = take->mapTo(&visitor.window, take->rect().center());
    for (const int pauseMs : {0, 320, 320}) {
        // The last ones are slow second taps, before the answer has come.
        visitor.finger.downAt(at);
        visitor.finger.upAt(at);
        QTest::qWait(pauseMs);
    }
    CHECK(visitor.wishes.size() == 1);
}

TEST_CASE("The second tap of a double tap does not tap the number away", "[kiosk]")
{
    Visitor visitor;
    visitor.touches(licences);
    visitor.touches(businessNumber);
    visitor.touches(takeNumber);
    visitor.window.present(issuedMorning());
    QTest::qWait(400);
    auto *done = visitor.find(QStringLiteral("Selesai"));
    REQUIRE(done);
    visitor.finger.tap(done);
    CHECK(visitor.left == 0);
    CHECK(visitor.sees(QStringLiteral("A012")));
    QTest::qWait(700);
    visitor.finger.tap(done);
    CHECK(visitor.left == 1);
}

TEST_CASE("Ten fingers on the yellow key ask for one number", "[kiosk]")
{
    Visitor visitor;
    visitor.touches(licences);
    visitor.touches(businessNumber);
    QTest::qWait(320);
    auto *take = visitor.find(takeNumber);
    REQUIRE(take);
    const QPoint centre = take->mapTo(&visitor.window, take->rect().center());
    auto touch = QTest::touchEvent(&visitor.window, Fingers::device(), false);
    for (int i = 0; i < 10; ++i)
        touch.press(i, centre + QPoint(i * 20 - 100, i - 5), &visitor.window);
    touch.commit();
    for (int i = 0; i < 10; ++i)
        touch.release(i, centre + QPoint(i * 20 - 100, i - 5), &visitor.window);
    touch.commit();
    CHECK(visitor.wishes.size() == 1);
}

TEST_CASE("A palm resting on the agencies does not take two numbers", "[kiosk]")
{
    Visitor visitor;
    auto *first = visitor.find(licences);
    auto *second = visitor.find(QStringLiteral("Dukcapil"));
    REQUIRE((first && second));
    const QPoint at = first->mapTo(&visitor.window, first->rect().center());
    const QPoint beside = second->mapTo(&visitor.window, second->rect().center());
    auto touch = QTest::touchEvent(&visitor.window, Fingers::device(), false);
    touch.press(0, at, &visitor.window).press(1, beside, &visitor.window).commit();
    QTest::qWait(400);
    touch.release(0, at, &visitor.window).release(1, beside, &visitor.window).commit();
    QTest::qWait(50);
    CHECK(visitor.wishes.empty());
    // It opened one of the two agencies, and stopped there.
    CHECK(visitor.find(QStringLiteral("Kembali")));
    CHECK(visitor.sees(QStringLiteral("Pilih layanan")));
}

TEST_CASE("Priority is offered and never asked for by itself", "[kiosk]")
{
    Visitor visitor;
    visitor.touches(licences);
    visitor.touches(businessNumber);
    visitor.touches(QStringLiteral("Lansia, 60+"));
    visitor.touches(takeNumber);
    REQUIRE(visitor.wishes.size() == 1);
    CHECK(visitor.wishes[0].priority == ClassId(QStringLiteral("elderly")));
}

TEST_CASE("A closed service says why and when, and takes no number", "[kiosk]")
{
    Visitor visitor;
    visitor.touches(QStringLiteral("Polresta"));
    visitor.touches(QStringLiteral("SKCK baru"));
    CHECK(visitor.sees(QStringLiteral("Kuota hari ini sudah habis")));
    CHECK(visitor.sees(QStringLiteral("Besok, Jumat pukul 08.00")));
    CHECK(visitor.sees(QStringLiteral("Rumus sidik jari")));
    CHECK_FALSE(visitor.find(takeNumber));
    visitor.touches(QStringLiteral("Layanan lain"));
    CHECK(visitor.find(licences));
}

TEST_CASE("On a break numbers can be taken", "[kiosk]")
{
    Visitor visitor;
    visitor.touches(QStringLiteral("Samsat"));
    CHECK(visitor.sees(QStringLiteral("Istirahat sampai pukul 10.00.")));
    visitor.touches(QStringLiteral("Pajak kendaraan tahunan (pengesahan STNK)"));
    visitor.touches(takeNumber);
    CHECK(visitor.wishes.size() == 1);
}

TEST_CASE("Back leads where one came from", "[kiosk]")
{
    Visitor visitor;
    visitor.touches(licences);
    visitor.touches(businessNumber);
    visitor.touches(QStringLiteral("Kembali"));
    CHECK(visitor.find(businessNumber));
    visitor.touches(QStringLiteral("Kembali"));
    CHECK(visitor.find(licences));
}

TEST_CASE("A number that takes its time is announced, one that comes at once is not", "[kiosk]")
{
    auto options = Visitor::still();
    options.breath = std::chrono::milliseconds(50);
    Visitor visitor(options);
    visitor.touches(licences);
    visitor.touches(businessNumber);
    visitor.touches(takeNumber);
    CHECK_FALSE(visitor.sees(QStringLiteral("Nomor Anda sedang disiapkan")));
    CHECK(QTest::qWaitFor(
        [&] { return visitor.sees(QStringLiteral("Nomor Anda sedang disiapkan")); }, 1000));
    visitor.window.present(issuedMorning());
    CHECK(visitor.sees(QStringLiteral("A012")));
}

TEST_CASE("A slip that failed can be printed again, and one in doubt is asked about", "[kiosk]")
{
    auto ticket = sampleTicket();
    ticket.slip = SlipState::Failed;
    ticket.paperOut = true;
    Visitor visitor;
    QSignalSpy reprints(&visitor.window, &KioskWindow::reprintWanted);
    QSignalSpy seen(&visitor.window, &KioskWindow::slipSeen);
    visitor.window.present(issuedMorning(ticket));
    CHECK(visitor.sees(QStringLiteral("kertas habis")));
    QTest::qWait(1000);
    visitor.touches(QStringLiteral("Coba cetak lagi"));
    CHECK(reprints.count() == 1);
    ticket.slip = SlipState::Unknown;
    visitor.window.present(issuedMorning(ticket));
    visitor.touches(QStringLiteral("Belum"));
    REQUIRE(seen.count() == 1);
    CHECK_FALSE(seen[0][0].toBool());
}

TEST_CASE("A slip that did not come out is wanted once more with one touch", "[kiosk]")
{
    auto ticket = sampleTicket();
    ticket.slip = SlipState::Printed;
    ticket.mayPrintAgain = false;
    Visitor visitor;
    QSignalSpy reprints(&visitor.window, &KioskWindow::reprintWanted);
    visitor.window.present(issuedMorning(ticket));
    CHECK_FALSE(visitor.sees(QStringLiteral("Struk tidak keluar?")));
    ticket.mayPrintAgain = true;
    visitor.window.present(issuedMorning(ticket));
    QTest::qWait(1000);
    visitor.touches(QStringLiteral("Struk tidak keluar?"));
    CHECK(reprints.count() == 1);
}

TEST_CASE("Who has gone without the slip finds a key for it on the start screen", "[kiosk]")
{
    auto screen = morning();
    screen.lastSlip = ReprintOffer{QStringLiteral("A012"), Minutes(581), std::chrono::seconds(95)};
    for (const QSize size : {QSize(1080, 1920), QSize(1920, 1080), QSize(1024, 768)}) {
        CAPTURE(size.width());
        Visitor visitor(Visitor::still(), size, screen);
        QSignalSpy again(&visitor.window, &KioskWindow::offeredReprintWanted);
        visitor.touches(QStringLiteral("Struk A012 tidak keluar?"));
        CHECK(again.count() == 1);
        visitor.window.present(morning());
        CHECK_FALSE(visitor.find(QStringLiteral("Struk A012 tidak keluar?")));
    }
}

TEST_CASE(
    "Without paper the start screen holds a code that a phone can read, in every look", "[kiosk]")
{
    auto screen = morning();
    screen.printer = PrinterNow::PaperOut;
    screen = withPhoneCode(screen);
    for (const QSize size : {QSize(1080, 1920), QSize(1920, 1080), QSize(1024, 768)}) {
        Visitor visitor(Visitor::still(), size, screen);
        for (const char *help : {"", "Huruf besar", "Kontras", "Lebih rendah"}) {
            CAPTURE(size.width(), help);
            if (*help && visitor.find(QLatin1String(help)))
                visitor.touches(QLatin1String(help));
            QZXingReader reader;
            CHECK(reader.read(visitor.window.grab().toImage()) == screen.catalogue->site.publicUrl);
        }
    }
}

TEST_CASE("Who filled the printer answers on the start screen which roll is in it", "[kiosk]")
{
    Visitor visitor;
    QSignalSpy said(&visitor.window, &KioskWindow::rollSaid);
    auto screen = morning();
    screen.roll = RollAsked{{}, true};
    visitor.window.present(screen);
    visitor.touches(QStringLiteral("Tidak, yang lama"));
    REQUIRE(said.count() == 1);
    CHECK_FALSE(said[0][0].toBool());
}

TEST_CASE("Who takes another number keeps language and size", "[kiosk]")
{
    Visitor visitor;
    visitor.touches(QStringLiteral("English"));
    visitor.window.present(issuedMorning());
    QTest::qWait(1000);
    visitor.touches(QStringLiteral("Take another number"));
    visitor.window.present(morning());
    CHECK(visitor.sees(QStringLiteral("What do you need today?")));
    CHECK(visitor.left == 1);
}

TEST_CASE("A refused number is explained where it was asked for", "[kiosk]")
{
    Visitor visitor;
    visitor.touches(licences);
    visitor.touches(businessNumber);
    visitor.touches(takeNumber);
    auto screen = morning();
    screen.phase = KioskPhase::Refused;
    screen.refused = ServiceId(QStringLiteral("dpmptsp.nib"));
    visitor.window.present(screen);
    CHECK(visitor.sees(QStringLiteral("Nomor belum bisa dibuat.")));
    visitor.touches(QStringLiteral("Kembali"));
    CHECK(visitor.left == 1);
}

TEST_CASE("Nothing is built anew under a finger", "[kiosk]")
{
    Visitor visitor;
    auto *key = visitor.find(licences);
    REQUIRE(key);
    visitor.finger.down(key);
    auto screen = morning();
    screen.agencies[AgencyId(QStringLiteral("bpn"))] = {Availability::ClosedToday, {}};
    visitor.window.present(screen);
    CHECK(key->isDown());
    visitor.finger.up(key);
    CHECK(visitor.find(businessNumber));
}

TEST_CASE("The kiosk's window is built and painted in a breath", "[kiosk]")
{
    (void)morning();
    QElapsedTimer timer;
    timer.start();
    KioskWindow window(Visitor::still());
    window.resize(1080, 1920);
    window.present(morning());
    (void)window.grab();
    CAPTURE(timer.elapsed());
    CHECK(timer.elapsed() < 400); // about 60 ms on a quiet machine
}

// SPDX-License-Identifier: Apache-2.0

// The first start's screen: what a technician touches and types, and what is wished for by it.

#include "common/pressguard.h"
#include "kiosk/firststartpages.h"
#include "kiosk/firststartwindow.h"
#include "support/catch.h"
#include "support/fingers.h"
#include "ui/kiosk/measure.h"

#include <QSignalSpy>
#include <QTest>

using namespace antre;

namespace {

FirstStartScreen newKiosk(FirstStep step = FirstStep::Service)
{
    FirstStartScreen screen;
    screen.step = step;
    screen.steps = {FirstStep::Service, FirstStep::Printer, FirstStep::TestSlip, FirstStep::Size,
        FirstStep::Done};
    screen.address = QStringLiteral("antrean.bengkulukota.go.id:7443");
    screen.joined = QStringLiteral("kiosk-1");
    screen.printer = {QStringLiteral("cups:slips"), QStringLiteral("slips"), {}, true};
    screen.mmWidth = 400;
    return screen;
}

struct Technician
{
    explicit Technician(const FirstStartScreen &screen = newKiosk(), QSize size = {1080, 1920})
        : finger(window)
    {
        window.resize(size);
        window.present(screen);
        window.show();
        REQUIRE(QTest::qWaitForWindowExposed(&window));
    }
    [[nodiscard]] Key *find(const QString &text) const
    {
        for (auto *key : window.findChildren<Key *>())
            if (key->isVisible() && key->isEnabled() && key->accessibleName() == text)
                return key;
        return nullptr;
    }
    [[nodiscard]] bool sees(const QString &text) const
    {
        for (auto *label : window.findChildren<QLabel *>())
            if (label->isVisible() && label->text().contains(text))
                return true;
        return false;
    }
    void touches(const QString &text)
    {
        QTest::qWait(int(PressGuard::rest.count()) + 20);
        CAPTURE(text);
        auto *key = find(text);
        REQUIRE(key);
        finger.tap(key);
        QCoreApplication::processEvents();
    }
    void types(const QString &text)
    {
        for (const QChar letter : text)
            touches(letter);
    }

    FirstStartWindow window;
    Fingers finger;
};

const QString next = QStringLiteral("Lanjut");
const QString connectKey = QStringLiteral("Sambungkan");

} // namespace

TEST_CASE("Address and code are typed by touch, and asked for together", "[firststart]")
{
    auto screen = newKiosk();
    screen.address.clear();
    Technician technician(screen);
    QSignalSpy joins(&technician.window, &FirstStartWindow::joinWanted);
    CHECK_FALSE(technician.find(next)); // nothing typed yet
    technician.types(QStringLiteral("10.0.0.77"));
    technician.touches(QStringLiteral("Hapus huruf terakhir"));
    technician.touches(next);
    technician.types(QStringLiteral("K7QF3M2"));
    CHECK_FALSE(technician.find(connectKey)); // one is missing
    technician.types(QStringLiteral("D"));
    CHECK(technician.sees(QStringLiteral("K7QF-3M2D")));
    technician.touches(connectKey);
    REQUIRE(joins.count() == 1);
    CHECK(joins[0][0].toString() == QStringLiteral("10.0.0.7"));
    CHECK(joins[0][1].toString() == QStringLiteral("K7QF3M2D"));
}

TEST_CASE("A keyboard that is plugged in types, too", "[firststart]")
{
    auto screen = newKiosk();
    screen.address.clear();
    Technician technician(screen);
    QSignalSpy joins(&technician.window, &FirstStartWindow::joinWanted);
    QTest::keyClicks(&technician.window, QStringLiteral("antre.lan"));
    QTest::keyClick(&technician.window, Qt::Key_Return);
    QTest::keyClicks(&technician.window, QStringLiteral("k7qf-3m2d"));
    QTest::keyClick(&technician.window, Qt::Key_Return);
    REQUIRE(joins.count() == 1);
    CHECK(joins[0][1].toString() == QStringLiteral("K7QF3M2D"));
}

TEST_CASE("What went wrong is said, and what was typed is still there", "[firststart]")
{
    Technician technician;
    technician.touches(next);
    technician.types(QStringLiteral("K7QF3M2D"));
    auto screen = newKiosk();
    screen.trouble = QStringLiteral("Nothing answers at that address.");
    technician.window.present(screen);
    CHECK(technician.find(connectKey));
    CHECK(technician.sees(QStringLiteral("K7QF-3M2D")));
    bool isSaid = false;
    for (const QString &text : shownTexts(technician.window))
        isSaid = isSaid || text.contains(screen.trouble);
    CHECK(isSaid);
}

TEST_CASE("A printer is chosen among those that the machine knows", "[firststart]")
{
    auto screen = newKiosk(FirstStep::Printer);
    for (int i = 1; i <= 8; ++i) {
        const QString name = QStringLiteral("printer-%1").arg(i);
        screen.printers.push_back({QStringLiteral("cups:") % name, name, {}, true});
    }
    Technician technician(screen);
    QSignalSpy chosen(&technician.window, &FirstStartWindow::printerChosen);
    CHECK_FALSE(technician.find(QStringLiteral("printer-8")));
    technician.touches(QStringLiteral("Printer lain"));
    technician.touches(QStringLiteral("printer-8"));
    REQUIRE(chosen.count() == 1);
    CHECK(chosen[0][0].toString() == QStringLiteral("cups:printer-8"));
}

TEST_CASE("Nobody goes on before a slip was printed and looked at", "[firststart]")
{
    auto screen = newKiosk(FirstStep::TestSlip);
    Technician technician(screen);
    const QString right = QStringLiteral("Ya, benar");
    QSignalSpy prints(&technician.window, &FirstStartWindow::testSlipWanted);
    QSignalSpy ends(&technician.window, &FirstStartWindow::slipIsRight);
    CHECK_FALSE(technician.find(right));
    technician.touches(QStringLiteral("Cetak struk uji"));
    CHECK(prints.count() == 1);
    screen.testSlip = TestSlipNow::Out;
    technician.window.present(screen);
    technician.touches(right);
    CHECK(ends.count() == 1);
}

TEST_CASE("A card held against the glass says how large the screen is", "[firststart]")
{
    auto screen = newKiosk(FirstStep::Size);
    screen.mmWidth = 400;
    Technician technician(screen);
    QSignalSpy sizes(&technician.window, &FirstStartWindow::sizeChosen);
    for (int i = 0; i < 4; ++i)
        technician.touches(QStringLiteral("Lebih besar"));
    technician.touches(QStringLiteral("Sudah sama besar"));
    REQUIRE(sizes.count() == 1);
    // The card on the screen grew by two in a hundred: so many more pixels make its 85.60 mm.
    CHECK(sizes[0][0].toDouble() == Approx(400 / 1.02).epsilon(0.001));
}

TEST_CASE("No word of the first start is cut or covered, at no size, in both languages",
    "[firststart][fit]")
{
    const QSize size = GENERATE(QSize(1080, 1920), QSize(1920, 1080), QSize(1024, 768));
    auto busy = newKiosk();
    busy.isBusy = true;
    busy.hasCamera = true;
    auto wrong = newKiosk();
    wrong.trouble = QStringLiteral("Another machine answers at that address than the one that made "
                                   "the QR code. Nothing was sent to it. Check the address, and "
                                   "tell whoever looks after the network.");
    auto printers = newKiosk(FirstStep::Printer);
    for (int i = 1; i <= 12; ++i)
        printers.printers.push_back({QStringLiteral("cups:p%1").arg(i),
            QStringLiteral("struk-lantai-%1").arg(i), QStringLiteral("Di bawah layar"), i != 2});
    auto out = newKiosk(FirstStep::TestSlip);
    out.testSlip = TestSlipNow::Out;
    auto failed = newKiosk(FirstStep::TestSlip);
    failed.testSlip = TestSlipNow::Failed;
    failed.trouble = QStringLiteral("Printer tidak terjangkau. Sudah menyala dan tersambung?");
    for (const auto &screen : {newKiosk(), busy, wrong, newKiosk(FirstStep::Printer), printers,
             newKiosk(FirstStep::TestSlip), out, failed, newKiosk(FirstStep::Size),
             newKiosk(FirstStep::Done)}) {
        Technician technician(newKiosk(), size);
        for (const bool isEnglish : {false, true}) {
            if (isEnglish) {
                technician.window.present(newKiosk());
                technician.touches(QStringLiteral("English"));
            }
            technician.window.present(screen);
            (void)technician.window.grab();
            CAPTURE(size.width(), isEnglish, int(screen.step), screen.trouble, screen.isBusy);
            CHECK(cutTexts(technician.window) == QStringList());
            CHECK(overlaps(technician.window) == QStringList());
            CHECK(outside(technician.window) == QStringList());
            const auto theme = Theme::touch(
                ScreenScale::of(size, QSizeF(), Look::designWidthMm(Look::formOf(size))));
            CHECK(smallKeys(technician.window, theme, tokens().targetMin) == QStringList());
            CHECK(closeKeys(technician.window, theme, 3) == QStringList());
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
#include "base/clock.h"
#include "base/uuid.h"
#include "kiosk/officerpanel.h"
#include "kiosk/officersignin.h"
#include "ui/kiosk/visitor.h"

#include <QSignalSpy>

using namespace antre;
using namespace std::chrono_literals;

namespace {

TicketId ticket(quint64 seed)
{
    SeededRandom random(seed);
    return TicketId(makeUuid(ManualClock(mallTime("2026-08-20", 580)), random));
}

/// An officer before the officer's pages.
struct PanelUser
{
    Visitor visitor;
    OfficerPanel panel;
    OfficerScreen screen;
    std::vector<OfficerWish> wishes;
    QStringList pins;
    int finished = 0;

    explicit PanelUser(OfficerPanel::Pauses pauses = {}, QSize size = {1080, 1920})
        : visitor(Visitor::still(), size)
        , panel(visitor.window.look(), pauses, &visitor.window)
    {
        screen.officers = {{OfficerId(QStringLiteral("rina")), QStringLiteral("Rina Marlina")},
            {OfficerId(QStringLiteral("rudi")), QStringLiteral("Rudi Hartono")}};
        screen.printers = {{}};
        QObject::connect(&panel, &OfficerPanel::wanted,
            [this](const OfficerWish &wish) { wishes.push_back(wish); });
        QObject::connect(&panel, &OfficerPanel::signInWanted,
            [this](const OfficerId &officer, const QString &pin) {
                pins += officer.value() % u'/' % pin;
            });
        QObject::connect(&panel, &OfficerPanel::finished, [this] { ++finished; });
        panel.present(screen);
        panel.show();
        panel.raise();
    }
    void touches(const QString &text) { visitor.touches(text); }
    void signsIn()
    {
        screen.name = QStringLiteral("Rina Marlina");
        panel.present(screen);
    }
    void types(const QString &keys)
    {
        for (const QChar key : keys) {
            auto *letter = visitor.find(key);
            CAPTURE(QString(key));
            REQUIRE(letter);
            QTest::qWait(320);
            visitor.finger.tap(letter);
        }
    }
};

} // namespace

TEST_CASE(
    "Five taps in the corner open the officer's pages, four do not, nor do slow ones", "[officer]")
{
    Visitor visitor;
    HiddenGesture gesture(visitor.window);
    QSignalSpy made(&gesture, &HiddenGesture::made);
    const auto taps = [&](int count, QPoint at) {
        for (int i = 0; i < count; ++i) {
            visitor.finger.downAt(at);
            visitor.finger.upAt(at);
        }
        QApplication::processEvents();
    };
    taps(4, {30, 30});
    taps(1, {500, 30}); // elsewhere: it begins anew
    taps(4, {30, 30});
    CHECK(made.count() == 0);
    taps(1, {30, 30});
    CHECK(made.count() == 1);
    CHECK(visitor.window.isAtRest()); // the corner does nothing else
}

TEST_CASE("Names show as they are typed, never all of them", "[officer]")
{
    OfficerScreen screen;
    screen.officers = {{OfficerId(QStringLiteral("rina")), QStringLiteral("Rina Marlina")},
        {OfficerId(QStringLiteral("o2")), QStringLiteral("Rudi Hartono")}};
    const auto count = [&](const char *typed) {
        return OfficerNamePage::matches(screen, QString::fromLatin1(typed)).size();
    };
    CHECK(count("") == 0);
    CHECK(count("r") == 0);
    CHECK(count("ri") == 1);
    CHECK(count("mar") == 1);
    CHECK(count("har") == 1);
    CHECK(count("rudi h") == 1);
    CHECK(count("o2") == 1);
    CHECK(count("ina") == 0);
}

TEST_CASE("An officer signs in by name and PIN, which nobody can read", "[officer]")
{
    for (const QSize size : {QSize(1080, 1920), QSize(1920, 1080), QSize(1024, 768)}) {
        CAPTURE(size.width());
        PanelUser officer({}, size);
        officer.types(QStringLiteral("RI"));
        officer.touches(QStringLiteral("Rina Marlina"));
        officer.types(QStringLiteral("4711"));
        CHECK_FALSE(officer.visitor.sees(QStringLiteral("4711")));
        officer.touches(QStringLiteral("Masuk"));
        CHECK(officer.pins == QStringList{QStringLiteral("rina/4711")});
        officer.screen.signIn = SignInNow::WrongPin;
        officer.panel.present(officer.screen);
        CHECK(officer.visitor.sees(QStringLiteral("tidak cocok")));
        officer.screen.signIn = SignInNow::MustWait;
        officer.screen.waitSeconds = 4;
        officer.panel.present(officer.screen);
        CHECK(officer.visitor.sees(QStringLiteral("4 detik")));
        CHECK_FALSE(officer.visitor.find(QStringLiteral("1"))); // no try meanwhile
        officer.screen.signIn = SignInNow::Free;
        officer.signsIn();
        CHECK(officer.visitor.find(QStringLiteral("Beri nomor")));
    }
}

TEST_CASE("Every wish of the officer's pages is told", "[officer]")
{
    PanelUser officer;
    officer.screen.slips
        = {{ticket(1), QStringLiteral("A2-07"), {}, Minutes(580), SlipState::Unknown},
            {ticket(2), QStringLiteral("A012"), {}, Minutes(570), SlipState::Printed}};
    officer.screen.volume = 70;
    officer.screen.isTechnician = true;
    officer.signsIn();
    officer.touches(QStringLiteral("Struk"));
    officer.touches(QStringLiteral("Struk ada"));
    officer.touches(QStringLiteral("Kembali"));
    officer.touches(QStringLiteral("Printer"));
    officer.touches(QStringLiteral("Gulungan baru terpasang"));
    officer.touches(QStringLiteral("Struk uji"));
    officer.touches(QStringLiteral("Majukan dan potong"));
    officer.touches(QStringLiteral("Kembali"));
    officer.touches(QStringLiteral("Kiosk ini"));
    officer.touches(QStringLiteral("Suara kurangi"));
    officer.touches(QStringLiteral("Terang layar kurangi"));
    officer.touches(QStringLiteral("Mulai ulang kiosk"));
    officer.touches(QStringLiteral("Benar, mulai ulang?"));
    officer.touches(QStringLiteral("Keluar ke desktop"));
    officer.touches(QStringLiteral("Benar, keluar?"));
    officer.touches(QStringLiteral("Kembali"));
    officer.touches(QStringLiteral("Jeda kiosk"));
    officer.touches(QStringLiteral("Pembersihan"));
    officer.touches(QStringLiteral("Beri nomor"));
    std::vector<size_t> kinds;
    for (const OfficerWish &wish : officer.wishes)
        kinds.push_back(wish.index());
    CHECK(kinds
        == std::vector<size_t>{OfficerWish(SlipLookedFor{}).index(),
            OfficerWish(RollPutIn{}).index(), OfficerWish(TestSlip{}).index(),
            OfficerWish(FeedAndCut{}).index(), OfficerWish(SetVolume{}).index(),
            OfficerWish(SetBrightness{}).index(), OfficerWish(RestartKiosk{}).index(),
            OfficerWish(LeaveKiosk{}).index(), OfficerWish(PauseKiosk{}).index(),
            OfficerWish(GiveNumber{}).index()});
    CHECK(std::get<SetVolume>(officer.wishes[4]).percent == 60);
}

TEST_CASE("Only a technician finds the way to the desktop", "[officer]")
{
    PanelUser officer;
    officer.signsIn();
    officer.touches(QStringLiteral("Kiosk ini"));
    CHECK(officer.visitor.find(QStringLiteral("Mulai ulang kiosk")));
    CHECK_FALSE(officer.visitor.find(QStringLiteral("Keluar ke desktop")));
}

TEST_CASE("An officer who walks away is warned, then signed out", "[officer]")
{
    PanelUser officer({.warnAfter = 400ms, .warnFor = 1s});
    officer.signsIn();
    CHECK(QTest::qWaitFor(
        [&] { return officer.visitor.sees(QStringLiteral("Masih di sini?")); }, 3000));
    CHECK(officer.finished == 0);
    CHECK(QTest::qWaitFor([&] { return officer.finished == 1; }, 3000));
}

TEST_CASE("A paused kiosk says why and takes no touch", "[officer]")
{
    Visitor visitor;
    PausedLayer layer(visitor.window.look(), RestReason::Cleaning, &visitor.window);
    layer.show();
    layer.raise();
    CHECK(visitor.sees(QStringLiteral("sedang dibersihkan")));
    auto *key = visitor.find(licences);
    REQUIRE(key);
    QTest::qWait(320);
    visitor.finger.tap(key);
    CHECK(visitor.window.isAtRest());
}

TEST_CASE("What lies below the officer's pages can't be reached by keys", "[officer]")
{
    Visitor visitor;
    auto *window = visitor.window.windowHandle();
    Key *agency = visitor.find(licences);
    REQUIRE(agency);
    agency->setFocus();
    visitor.window.setCovered(true);
    for (int step = 0; step < 4; ++step)
        QTest::keyClick(window, Qt::Key_Down);
    QTest::keyClick(window, Qt::Key_Return);
    CHECK(visitor.window.isAtRest());
    visitor.window.setCovered(false);
    QTest::keyClick(window, Qt::Key_Down); // to where the page begins
    QTest::keyClick(window, Qt::Key_Return);
    CHECK(QTest::qWaitFor([&] { return !visitor.window.isAtRest(); }, 2000));
}

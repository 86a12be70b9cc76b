// SPDX-License-Identifier: Apache-2.0
#include "common/theme.h"
#include "display/callpanel.h"
#include "display/deskboard.h"
#include "display/displaywords.h"
#include "display/halldisplay.h"
#include "display/slideshow.h"
#include "display/staffcorner.h"
#include "support/catch.h"
#include "support/eventually.h"
#include "ui/display/hallpictures.h"
#include "ui/display/mall.h"

#include <QElapsedTimer>
#include <QSignalSpy>

using namespace antre;
using namespace antre::test;

namespace {

Mall busyMall()
{
    Mall mall;
    mall.isBusy();
    mall.agency("Y").hours = weekdays(13, 15, 15, {});
    mall.agency("H").hours = weekdays(8, 15, 14, {Minutes(600), Minutes(630)});
    mall.agency("U").hours = WeekHours();
    mall.publish();
    mall.state.desks[CounterId(QStringLiteral("13"))] = {};
    mall.state.desks[CounterId(QStringLiteral("8"))].current = {};
    mall.state.desks[CounterId(QStringLiteral("18"))] = {};
    mall.state.desks[CounterId(QStringLiteral("22"))] = {};
    return mall;
}

} // namespace

namespace {

/// What the hall may look like at one moment.
struct Scene
{
    const char *name;
    Mall mall = busyMall();
    Instant now = at(10, 17);
    DisplayStatus status = {};
    QStringList staff = {};
};

Scene calling()
{
    Scene scene{"calling"};
    scene.now = at(10, 16);
    scene.mall.calls("1", "A012", at(10, 16));
    return scene;
}

Scene lost(const char *name)
{
    Scene scene{name};
    scene.status.connected = false;
    scene.status.heardAt = at(9, 28);
    return scene;
}

Scene restored()
{
    Scene scene = lost("restored");
    scene.status.isRestored = true;
    scene.mall.state.tickets.clear();
    scene.mall.state.desks.clear();
    scene.mall.state.lines.clear();
    auto &calls = scene.mall.state.calls;
    calls.erase(calls.begin(), calls.end() - 12);
    return scene;
}

Scene noticed()
{
    Scene scene{"notice"};
    scene.mall.notice(
        QStringLiteral(
            "Selasa, 25 Agustus, mal tutup: Maulid Nabi Muhammad saw. Buka lagi Rabu, 26 "
            "Agustus pukul 08.00."),
        QStringLiteral("On Tuesday, 25 August, the mall is closed. It opens again on Wednesday, 26 "
                       "August, at 08:00."));
    // The turn after that of the closed agencies, or of the promise.
    const auto turn = DisplayView::messageFor;
    if ((scene.now.time_since_epoch() / turn) % 2 == 0)
        scene.now += turn;
    return scene;
}

Scene soundless()
{
    Scene scene{"soundless"};
    scene.status.voice = VoiceHealth::Silent;
    scene.staff = {DisplayWords::staffVoice(VoiceHealth::Silent),
        DisplayWords::staffFiles({QStringLiteral("promosi-lama.avi")})};
    return scene;
}

/// The longest names and numbers that a catalogue can have.
Scene crowded()
{
    Scene scene{"crowded"};
    scene.mall.agency("H").shortName = text(QStringLiteral("Ketenagakerjaan Kota"));
    scene.mall.catalogue.counters[0].agencies
        = {scene.mall.agency("H").id, scene.mall.agency("L").id};
    scene.mall.publish();
    scene.now = at(10, 16);
    scene.mall.calls("24", "W2-88", at(10, 15, 30));
    scene.mall.calls("1", "M2-88", at(10, 16));
    return scene;
}

Scene resting()
{
    Scene scene{"rest"};
    scene.mall.closesEverywhere();
    scene.now = at(19, 5);
    scene.mall.notice(QStringLiteral("Petugas tidak menerima imbalan dalam bentuk apa pun."),
        QStringLiteral("Officers accept no gifts of any kind."));
    return scene;
}

std::vector<Scene> scenes()
{
    std::vector<Scene> all{Scene{"idle"}, calling(), lost("stale"), restored(), noticed(),
        soundless(), crowded(), resting()};
    for (Scene &scene : all) {
        for (const auto &[number, minute] : {std::pair{"A013", 1}, {"A014", 2}, {"A2-08", 3},
                 {"A015", 4}, {"B048", 5}, {"C010", 6}, {"C011", 7}, {"E019", 8}, {"E020", 9}}) {
            if (!scene.status.isRestored)
                scene.mall.waits(number, at(10, minute));
        }
    }
    return all;
}

struct Arrangement
{
    const char *name;
    HallScreen screen;
};

std::vector<Arrangement> arrangements()
{
    std::vector<Arrangement> all{{"board", Mall::screen(HallLayout::Board)},
        {"zone", Mall::screen(HallLayout::Board, {"1", "2", "3", "8", "12", "13"})},
        {"next", Mall::screen(HallLayout::Next, {"1", "2", "3", "5", "8"})},
        {"nextone", Mall::screen(HallLayout::Next, {"1"})},
        {"media", Mall::screen(HallLayout::Media)}};
    for (Arrangement &one : all)
        one.screen.agencies
            = one.screen.layout != HallLayout::Media && !one.screen.counters.empty();
    all[1].screen.zone = text(QStringLiteral("Lantai 2"), QStringLiteral("2nd floor"));
    all[2].screen.zone = text(QStringLiteral("Lantai 2"), QStringLiteral("2nd floor"));
    return all;
}

} // namespace

TEST_CASE("Every layout is shown in every state on every screen in both languages", "[display]")
{
    PictureFolder folder;
    folder.addPoster("poster.png");
    for (const QString &language : {QStringLiteral("id"), QStringLiteral("en")}) {
        const Speaking speaking(language);
        const std::vector<Scene> all = scenes();
        for (const QSize size : screens) {
            if (language == QLatin1String("en") && size.width() + size.height() != 3000)
                continue; // the words' lengths matter, and these are the design's sizes
            for (const Arrangement &arrangement : arrangements()) {
                SlideShow slides({folder.path(), folder.memory()});
                HallDisplay display(false);
                display.setSlides(slides);
                display.resize(size);
                display.show();
                for (const Scene &scene : all) {
                    display.setView(displayView(
                        scene.mall.state, scene.now, scene.status, language, arrangement.screen));
                    slides.setRunning(arrangement.screen.layout == HallLayout::Media);
                    display.setStaffNotes(scene.staff);
                    if (arrangement.screen.layout == HallLayout::Media)
                        REQUIRE(eventually([&] { return !slides.picture().isNull(); }));
                    const QImage image = photograph(display,
                        QStringLiteral("%1-%2-%3-%4")
                            .arg(QLatin1String(arrangement.name), QLatin1String(scene.name),
                                nameOf(size), language));
                    const bool calls = display.view().page == DisplayPage::Call;
                    const bool news = display.view().firstIsNews
                        && arrangement.screen.layout == HallLayout::Media;
                    CAPTURE(scene.name, arrangement.name);
                    CHECK((count(image, hall(Colour::Kunyit)) > image.width() * image.height() / 5)
                        == calls);
                    CHECK((count(image, hall(Colour::Kunyit)) > 0) == (calls || news));
                    CHECK((count(image, hall(Colour::HallLine)) > 0)
                        == (display.view().page != DisplayPage::Rest));
                }
            }
        }
    }
}

TEST_CASE("Beside no pictures the board stands in their place, never a dark wall", "[display]")
{
    PictureFolder empty;
    SlideShow slides({empty.path(), empty.memory()});
    HallDisplay display(false);
    display.setSlides(slides);
    display.resize(1920, 1080);
    display.show();
    Mall mall = busyMall();
    display.setView(displayView(
        mall.state, at(10, 17), {}, QStringLiteral("id"), Mall::screen(HallLayout::Media)));
    slides.setRunning(true);
    REQUIRE(eventually([&] { return slides.isEmpty(); }));
    CHECK(count(display.grab().toImage(), hall(Colour::Tile)) > 0);
    CHECK(display.findChild<DeskBoard *>()->isVisible());
    empty.addPoster("poster.png");
}

TEST_CASE("What staff should know stands small at the foot, and goes with its reason", "[display]")
{
    HallDisplay display(false);
    display.resize(1920, 1080);
    display.show();
    auto *corner = display.findChild<StaffCorner *>();
    CHECK_FALSE(corner->isVisible());
    display.setStaffNotes({DisplayWords::staffVoice(VoiceHealth::Silent)});
    CHECK(corner->isVisible());
    CHECK(corner->text().contains(QStringLiteral("no sound")));
    CHECK(corner->height() < display.height() / 30);
    display.setStaffNotes({});
    CHECK_FALSE(corner->isVisible());
}

TEST_CASE("The widest number and a counter of three digits stay inside the panel", "[display]")
{
    const Speaking speaking(QStringLiteral("id"));
    for (const QSize size : screens) {
        HallDisplay display(false);
        display.resize(size);
        display.show();
        Mall mall = busyMall();
        mall.calls("117", "W2-088", at(10, 16));
        display.setView(displayView(mall.state, at(10, 16), {}, QStringLiteral("id")));
        photograph(display, QStringLiteral("widest-") + nameOf(size));
        auto *panel = display.findChild<CallPanel *>();
        const QImage image = panel->grab().toImage();
        const QRect edge(0, 0, size.width() / 60, image.height());
        CHECK(count(image.copy(edge), hall(Colour::KunyitInk)) == 0);
        CHECK(count(image.copy(edge.translated(image.width() - edge.width(), 0)),
                  hall(Colour::KunyitInk))
            == 0);
    }
}

TEST_CASE("Boards of any number of counters fill the screen without overlap", "[display]")
{
    for (const QSize size : {QSize(1920, 900), QSize(1080, 1500)}) {
        DeskBoard board((HallLook(size)));
        board.resize(size);
        for (const size_t counters : {1U, 2U, 3U, 7U, 12U, 24U, 25U, 48U, 96U}) {
            std::vector<ShownDesk> desks(counters);
            board.setDesks(desks, QStringLiteral("id"));
            for (size_t i = 0; i < counters; ++i) {
                CHECK(board.rect().contains(board.cell(i)));
                for (size_t other = 0; other < i; ++other)
                    CHECK_FALSE(board.cell(i).intersects(board.cell(other)));
            }
        }
    }
}

TEST_CASE("A new call changes between white and kunyit three times in three seconds, then stands",
    "[display]")
{
    CallPanel panel((HallLook(QSize(640, 360))));
    panel.resize(400, 300);
    QSignalSpy changes(&panel, &CallPanel::groundChanged);
    QElapsedTimer clock;
    clock.start();
    panel.setCall({TicketId(Uuid{1, 1}), 1, QStringLiteral("A012"), QStringLiteral("1")});
    QStringList grounds{panel.isWhite() ? QStringLiteral("white") : QStringLiteral("kunyit")};
    while (changes.size() < 5) {
        REQUIRE(changes.wait(2000));
        grounds += panel.isWhite() ? QStringLiteral("white") : QStringLiteral("kunyit");
    }
    CHECK(
        grounds.join(QLatin1Char(' ')) == QStringLiteral("white kunyit white kunyit white kunyit"));
    CHECK(clock.elapsed() >= 2400);
    CHECK_FALSE(changes.wait(800));
}

TEST_CASE("The same call shown again does not move again", "[display]")
{
    CallPanel panel(HallLook(QSize(640, 360), false));
    const ShownCall call{TicketId(Uuid{1, 1}), 1, QStringLiteral("A012"), QStringLiteral("1")};
    panel.setCall(call);
    CHECK_FALSE(panel.isWhite());
    CHECK(panel.accessibleName().contains(QStringLiteral("A012")));
}

TEST_CASE("The hall's sentences are Indonesian, with Indonesian times", "[display]")
{
    const Speaking speaking(QStringLiteral("id"));
    const DisplayWords words(QStringLiteral("id"));
    Mall mall;
    mall.agency("Y").hours = weekdays(13, 15, 15, {});
    mall.agency("U").hours = WeekHours();
    mall.publish();
    const DisplayView view = displayView(mall.state, at(10, 16), {}, QStringLiteral("id"));
    CHECK(words.notices(view.notices)
        == QStringList({QStringLiteral("BNN Kota buka pukul 13.00"),
            QStringLiteral("Disnaker tutup hari ini")}));
    CHECK(words.stale({view.day, Minutes(9 * 60 + 28)}, view.day)
        == QStringLiteral("Jaringan terputus. Keadaan pukul 09.28."));
    CHECK(words.stale({{view.day.days - 1}, Minutes(15 * 60 + 40)}, view.day)
        == QStringLiteral("Jaringan terputus sejak Rabu, 19 Agustus, 15.40."));
    CHECK(DisplayWords::promise(view)
        == QStringLiteral(
            "Nomor yang dipanggil tampil besar di layar ini dan diucapkan dua kali."));
    mall.closesEverywhere();
    CHECK(words.rest(displayView(mall.state, at(19, 0), {}, QStringLiteral("id")))
        == QStringLiteral("Tutup.\nBuka lagi Jumat pukul 08.00."));
    CHECK(words.rest(displayView(mall.state, at(6, 0), {}, QStringLiteral("id")))
        == QStringLiteral("Buka hari ini pukul 08.00."));
}

TEST_CASE("The hall's sentences are English, with English times", "[display]")
{
    const DisplayWords words(QStringLiteral("en"));
    CHECK(words.notices(displayView(Mall().state, at(12, 30), {}, QStringLiteral("en")).notices)
        == QStringList(QStringLiteral("On break until 13:00")));
    CHECK(words.stale({{}, Minutes(9 * 60 + 28)}, {})
        == QStringLiteral("Network lost. As of 09:28."));
}

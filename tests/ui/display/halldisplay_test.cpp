// SPDX-License-Identifier: Apache-2.0
#include "common/theme.h"
#include "display/callpanel.h"
#include "display/deskboard.h"
#include "display/displaywords.h"
#include "display/halldisplay.h"
#include "support/catch.h"
#include "ui/display/mall.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTranslator>

using namespace antre;
using namespace antre::test;

namespace {

/// The program's translation in the language asked for; English needs none.
struct Speaking
{
    explicit Speaking(const QString &code)
        : language(code)
    {
        if (language == QLatin1String("id")) {
            REQUIRE(translator.load(QStringLiteral(":/i18n/antre_id.qm")));
            QCoreApplication::installTranslator(&translator);
        }
    }
    ~Speaking() { QCoreApplication::removeTranslator(&translator); }
    Q_DISABLE_COPY_MOVE(Speaking)

    QString language;
    QTranslator translator;
};

/// Kept for looking at when ANTRE_PHOTOS names a folder.
QImage photograph(HallDisplay &display, const QString &name)
{
    const QImage image = display.grab().toImage();
    const QString folder = qEnvironmentVariable("ANTRE_PHOTOS");
    if (!folder.isEmpty())
        image.save(QDir(folder).filePath(name + QStringLiteral(".png")));
    return image;
}

/// How many pixels of exactly this colour there are.
qsizetype count(const QImage &any, QColor colour)
{
    const QImage image = any.convertToFormat(QImage::Format_RGB32);
    qsizetype pixels = 0;
    for (int y = 0; y < image.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
        pixels += std::count(line, line + image.width(), colour.rgb());
    }
    return pixels;
}

QColor hall(Colour colour) { return Theme::hall(1920).colour(colour); }

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

const std::vector<QSize> screens{
    {1920, 1080}, {1080, 1920}, {1280, 720}, {1024, 768}, {3840, 2160}};

QString nameOf(QSize size) { return QStringLiteral("%1x%2").arg(size.width()).arg(size.height()); }

} // namespace

TEST_CASE("Every page is shown on every screen in both languages", "[display]")
{
    for (const QString &language : {QStringLiteral("id"), QStringLiteral("en")}) {
        const Speaking speaking(language);
        for (const QSize size : screens) {
            HallDisplay display(false);
            display.resize(size);
            display.show();
            const QString suffix = nameOf(size) + QLatin1Char('-') + language;
            Mall mall = busyMall();
            mall.calls("1", "A012", at(10, 16));
            display.setView(displayView(mall.state, at(10, 16), {}, language));
            const QImage call = photograph(display, QStringLiteral("call-") + suffix);
            CHECK(count(call, hall(Colour::Kunyit)) > size.width() * size.height() / 4);
            display.setView(displayView(mall.state, at(10, 17), {}, language));
            const QImage board = photograph(display, QStringLiteral("board-") + suffix);
            CHECK(count(board, hall(Colour::Kunyit)) == 0);
            CHECK(count(board, hall(Colour::Tile)) > 0);
            DisplayStatus lost;
            lost.connected = false;
            lost.heardAt = at(9, 28);
            lost.voice = VoiceHealth::Silent;
            display.setView(displayView(mall.state, at(10, 17), lost, language));
            CHECK(photograph(display, QStringLiteral("stale-") + suffix) != board);
            Mall restarted = busyMall();
            restarted.state.tickets.clear();
            restarted.state.desks.clear();
            restarted.state.calls.erase(
                restarted.state.calls.begin(), restarted.state.calls.end() - 12);
            lost.isRestored = true;
            display.setView(displayView(restarted.state, at(10, 17), lost, language));
            CHECK(
                count(photograph(display, QStringLiteral("restored-") + suffix), hall(Colour::Tile))
                > 0);
            mall.closesEverywhere();
            display.setView(displayView(mall.state, at(19, 5), {}, language));
            CHECK(count(photograph(display, QStringLiteral("rest-") + suffix), hall(Colour::Tile))
                == 0);
        }
    }
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
    CHECK(DisplayWords::promise(VoiceHealth::Speaking)
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

// SPDX-License-Identifier: Apache-2.0
// The real kiosk, kept alive by the unit that ships: killed, hung, asked to close.
#include "app/kiosk/unitkeeper.h"
#include "support/catch.h"
#include "support/eventually.h"
#include "support/paths.h"
#include "ui/kiosk/visitor.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <csignal>

using namespace antre;
using namespace antre::test;

namespace {

const QString startScreen = QStringLiteral("start screen");

/// A kiosk that is a mall of its own, on a working morning.
class KeptKiosk
{
public:
    explicit KeptKiosk(QStringList environment = {}, QStringList more = {})
        : m_keeper(sourcePath("packaging/debian/antre-kiosk.service"), m_folder.path())
    {
        const SystemClock machine;
        const auto shown = mallTime("2026-08-20", 582).time_since_epoch().count();
        QDir(m_folder.path()).mkdir(QStringLiteral("slips"));
        m_keeper.start(programPath("antre-kiosk"),
            QStringList{QStringLiteral("--standalone"), QStringLiteral("--site"), path("site"),
                QStringLiteral("--catalogue"), sourcePath("resources/catalogue/mpp-bengkulu.json"),
                QStringLiteral("--terminals"), QStringLiteral("127.0.0.1:0"),
                QStringLiteral("--http"), QStringLiteral("127.0.0.1:0"), QStringLiteral("--data"),
                path("kiosk"), QStringLiteral("--printer"),
                QStringLiteral("folder:") + path("slips"), QStringLiteral("--still"),
                QStringLiteral("--no-camera"), QStringLiteral("--mm-width"), QStringLiteral("400"),
                QStringLiteral("--clock"),
                QStringLiteral("%1,%2,1").arg(machine.wall().time_since_epoch().count()).arg(shown)}
                + more,
            environment);
    }
    bool showsStart(int life)
    {
        const bool shows = eventually(
            [&] { return m_keeper.starts() == life && m_keeper.status() == startScreen; },
            std::chrono::seconds(60));
        CAPTURE(m_keeper.said().toStdString(), m_keeper.status(), m_keeper.starts());
        CHECK(shows);
        return shows;
    }
    int slips() const { return int(QDir(path("slips")).entryList(QDir::Files).size()); }
    UnitKeeper &keeper() { return m_keeper; }
    void signal(int number) { ::kill(pid_t(m_keeper.pid()), number); }

private:
    [[nodiscard]] QString path(const char *name) const
    {
        return m_folder.filePath(QString::fromLatin1(name));
    }

    QTemporaryDir m_folder;
    UnitKeeper m_keeper;
};

} // namespace

TEST_CASE("A kiosk that crashes is back at its start screen by itself", "[revival]")
{
    KeptKiosk kiosk;
    REQUIRE(kiosk.showsStart(1));
    QElapsedTimer since;
    since.start();
    kiosk.signal(SIGKILL);
    REQUIRE(kiosk.showsStart(2));
    WARN("start screen " << since.elapsed() << " ms after kill -9");
    CHECK(kiosk.keeper().watchdogKills() == 0);
}

TEST_CASE("A kiosk that hangs is killed and comes back", "[revival]")
{
    KeptKiosk kiosk;
    REQUIRE(kiosk.showsStart(1));
    QElapsedTimer since;
    since.start();
    kiosk.signal(SIGSTOP);
    REQUIRE(kiosk.showsStart(2));
    WARN("start screen " << since.elapsed() << " ms after the hang began");
    CHECK(kiosk.keeper().watchdogKills() == 1);
}

TEST_CASE("A kiosk that is told to stop stops, though its window never closes", "[revival]")
{
    KeptKiosk kiosk;
    REQUIRE(kiosk.showsStart(1));
    kiosk.signal(SIGTERM);
    REQUIRE(kiosk.showsStart(2));
    CHECK(kiosk.keeper().watchdogKills() == 0);
}

TEST_CASE("A kiosk that lives is never taken for dead", "[revival]")
{
    KeptKiosk kiosk;
    REQUIRE(kiosk.showsStart(1));
    const auto patience = 2 * kiosk.keeper().seconds("WatchdogSec");
    CHECK_FALSE(eventually([&] { return kiosk.keeper().starts() > 1; }, patience));
}

namespace {

/// An X server of our own, and a hand on it (XTest, by xdotool).
class TouchScreen
{
public:
    TouchScreen()
    {
        m_server.setProcessChannelMode(QProcess::SeparateChannels);
        m_server.start(QStringLiteral("Xvfb"),
            {QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-screen"),
                QStringLiteral("0"), QStringLiteral("1080x1920x24"), QStringLiteral("-nolisten"),
                QStringLiteral("tcp")});
        REQUIRE(m_server.waitForStarted());
        REQUIRE(m_server.waitForReadyRead(20'000));
        m_display = u':' % QString::fromLatin1(m_server.readLine().trimmed());
    }
    ~TouchScreen()
    {
        m_server.terminate();
        m_server.waitForFinished();
    }
    [[nodiscard]] QStringList environment() const
    {
        return {QStringLiteral("DISPLAY=") + m_display, QStringLiteral("QT_QPA_PLATFORM=xcb")};
    }
    void touches(QPoint at) const
    {
        hand({QStringLiteral("mousemove"), QString::number(at.x()), QString::number(at.y()),
            QStringLiteral("click"), QStringLiteral("1")});
    }
    void hand(const QStringList &arguments) const
    {
        QProcess tool;
        tool.setEnvironment(QProcess::systemEnvironment() + environment());
        tool.start(QStringLiteral("xdotool"), arguments);
        CHECK(tool.waitForFinished(20'000));
    }

private:
    QProcess m_server;
    QString m_display;
};

/// Where the keys stand on a kiosk of that size: this one is in our own process.
QPoint centreOf(const Visitor &visitor, const QString &text)
{
    const Key *key = visitor.find(text);
    REQUIRE(key);
    return key->mapTo(&visitor.window, key->rect().center());
}

struct Way
{
    QPoint agency;
    QPoint service;
    QPoint take;

    Way()
    {
        auto options = Visitor::still();
        options.mmWidth = 400;
        Visitor visitor(options);
        agency = centreOf(visitor, licences);
        visitor.touches(licences);
        service = centreOf(visitor, businessNumber);
        visitor.touches(businessNumber);
        take = centreOf(visitor, takeNumber);
    }
    void walk(const TouchScreen &screen) const
    {
        for (const QPoint at : {agency, service, take}) {
            QTest::qWait(700); // a visitor reads
            screen.touches(at);
        }
    }
};

} // namespace

TEST_CASE("After a crash in the middle of a visit the first touches count again", "[revival]")
{
    const Way way;
    const TouchScreen screen;
    KeptKiosk kiosk(screen.environment());
    REQUIRE(kiosk.showsStart(1));
    screen.touches(way.agency);
    REQUIRE(eventually([&] { return kiosk.keeper().status() == QLatin1String("a visitor"); }));
    kiosk.signal(SIGKILL);
    REQUIRE(kiosk.showsStart(2));
    way.walk(screen);
    CHECK(eventually([&] { return kiosk.slips() > 0; }));
}

TEST_CASE("No key closes the real kiosk", "[revival]")
{
    const TouchScreen screen;
    KeptKiosk kiosk(screen.environment());
    REQUIRE(kiosk.showsStart(1));
    const qint64 pid = kiosk.keeper().pid();
    screen.hand({QStringLiteral("key"), QStringLiteral("alt+F4"), QStringLiteral("Escape"),
        QStringLiteral("ctrl+q"), QStringLiteral("ctrl+w"), QStringLiteral("F11"),
        QStringLiteral("super+d"), QStringLiteral("ctrl+alt+Delete")});
    QTest::qWait(500);
    CHECK(kiosk.keeper().pid() == pid);
    CHECK(kiosk.keeper().starts() == 1);
    CHECK(kiosk.keeper().status() == startScreen);
}

// SPDX-License-Identifier: Apache-2.0
#include "kiosk/attract.h"
#include "kiosk/kioskviews.h"
#include "ui/kiosk/visitor.h"

#include <set>

using namespace antre;
using namespace std::chrono_literals;

namespace {

/// A kiosk in a lobby where nobody has stood for a moment.
struct Lobby
{
    Visitor visitor;
    Attract attract{visitor.window, 1200ms};

    explicit Lobby(const KioskScreen &screen = morning(), QSize size = {1080, 1920})
        : visitor(Visitor::still(), size, screen)
    {
        const KioskViews views(shown = screen, QStringLiteral("id"));
        attract.setView(views.attract());
    }
    bool goesQuiet()
    {
        return QTest::qWaitFor([this] { return attract.isShown(); }, 6000);
    }
    KioskScreen shown;
};

KioskScreen closedDay()
{
    State state;
    state.catalogue = mallCatalogue();
    return kioskScreen(state, mallTime("2026-08-22", 582));
}

} // namespace

TEST_CASE("Where nobody stands the screen shows what the mall offers", "[attract]")
{
    Lobby lobby;
    CHECK_FALSE(lobby.attract.isShown());
    CHECK(lobby.goesQuiet());
    const auto view = KioskViews(lobby.shown, QStringLiteral("id")).attract();
    CHECK_FALSE(view.isDark);
    CHECK(view.invitations
        == QStringList{QStringLiteral("Sentuh layar untuk mengambil nomor"),
            QStringLiteral("Touch the screen for a number")});
    // What is closed today is no offer.
    CHECK(view.offers.size() < mallCatalogue()->agencies.size());
    CHECK(view.offers.size() > 15);
}

TEST_CASE("The touch that wakes the screen does nothing else", "[attract]")
{
    Lobby lobby;
    auto *key = lobby.visitor.find(licences);
    REQUIRE(key);
    const QPoint at = key->mapTo(&lobby.visitor.window, key->rect().center());
    REQUIRE(lobby.goesQuiet());
    lobby.visitor.finger.downAt(at);
    CHECK(lobby.attract.isShown()); // not before the finger has left
    lobby.visitor.finger.upAt(at);
    CHECK_FALSE(lobby.attract.isShown());
    CHECK(lobby.visitor.window.isAtRest());
    // Nor does the second half of a double tap.
    lobby.visitor.finger.downAt(at);
    lobby.visitor.finger.upAt(at);
    CHECK(lobby.visitor.window.isAtRest());
    QTest::qWait(200);
    lobby.visitor.touches(licences);
    CHECK_FALSE(lobby.visitor.window.isAtRest());
}

TEST_CASE("The key that wakes the screen does nothing else", "[attract]")
{
    Lobby lobby;
    REQUIRE(lobby.goesQuiet());
    const QWidget *before = lobby.visitor.window.focusWidget();
    QTest::keyClick(lobby.visitor.window.windowHandle(), Qt::Key_Down);
    CHECK_FALSE(lobby.attract.isShown());
    CHECK(lobby.visitor.window.focusWidget() == before);
    CHECK(lobby.visitor.window.isAtRest());
}

TEST_CASE("Nobody's visit is covered, nor a question to the last visitor", "[attract]")
{
    SECTION("a visit")
    {
        Lobby lobby;
        lobby.visitor.touches(licences);
        QTest::qWait(1800);
        CHECK_FALSE(lobby.attract.isShown());
    }
    SECTION("a question")
    {
        Lobby lobby(restarted());
        QTest::qWait(1800);
        CHECK_FALSE(lobby.attract.isShown());
    }
    SECTION("a question that comes while all is quiet")
    {
        Lobby lobby;
        REQUIRE(lobby.goesQuiet());
        auto screen = morning();
        screen.roll = RollAsked{{}, true};
        lobby.visitor.window.present(screen);
        CHECK(QTest::qWaitFor([&] { return !lobby.attract.isShown(); }, 6000));
    }
}

TEST_CASE("Outside hours the screen is dark and says when numbers can be taken", "[attract]")
{
    Lobby lobby(closedDay());
    REQUIRE(lobby.goesQuiet());
    const auto view = KioskViews(lobby.shown, QStringLiteral("id")).attract();
    CHECK(view.isDark);
    CHECK(view.closed.contains(QStringLiteral("pukul")));
    const QImage seen
        = lobby.visitor.window.grab().toImage().convertToFormat(QImage::Format_Grayscale8);
    qint64 light = 0;
    for (int y = 0; y < seen.height(); ++y)
        for (int x = 0; x < seen.width(); ++x)
            light += seen.constScanLine(y)[x];
    CHECK(light / (qint64(seen.width()) * seen.height()) < 12);
}

TEST_CASE("No dot of the screen glows for ever", "[attract]")
{
    std::set<std::pair<int, int>> places;
    for (int minute = 0; minute < 13 * 14; ++minute) {
        const QPoint place = AttractLayer::shift(minute, 6);
        CHECK(std::abs(place.x()) <= 6);
        CHECK(std::abs(place.y()) <= 6);
        places.emplace(place.x(), place.y());
    }
    CHECK(places.size() == 13 * 13);
}

// SPDX-License-Identifier: Apache-2.0
#include "support/catch.h"
#include "support/eventually.h"
#include "terminal/terminallink.h"

#include <QElapsedTimer>
#include <QTcpServer>

using namespace antre;
using namespace std::chrono_literals;

namespace {

/// Something that takes connections and never says a word.
struct Wall : QTcpServer
{
    Wall() { REQUIRE(listen(QHostAddress::LocalHost)); }
    [[nodiscard]] QUrl url() const
    {
        return QUrl(QStringLiteral("wss://127.0.0.1:%1/").arg(serverPort()));
    }
};

} // namespace

TEST_CASE("A service that takes the connection and says nothing is given up by itself", "[link]")
{
    const Wall wall;
    TerminalLink link(wall.url(), {});
    QString why;
    QObject::connect(
        &link, &TerminalLink::closed, &link, [&](const QString &reason) { why = reason; });
    link.open();
    CHECK(test::eventually([&] { return !why.isEmpty(); }, 10s));
    CHECK(why == QStringLiteral("no answer from the service"));
}

TEST_CASE("The patience of a first try does not end the second", "[link]")
{
    const Wall wall;
    TerminalLink link(wall.url(), {});
    int closed = 0;
    QObject::connect(&link, &TerminalLink::closed, &link, [&] { ++closed; });
    link.open();
    (void)test::eventually([] { return false; }, 1500ms);
    QElapsedTimer second;
    second.start();
    link.open();
    CHECK(test::eventually([&] { return closed > 0; }, 10s));
    CHECK(second.elapsed()
        > 2500); // with the first one's it would be half as long; timers may be 5 % early
    CHECK(closed == 1);
}

TEST_CASE("A link that is gone leaves nothing behind that could call it", "[link]")
{
    const Wall wall;
    {
        TerminalLink link(wall.url(), {});
        link.open();
        (void)test::eventually([] { return false; }, 100ms);
    }
    (void)test::eventually([] { return false; }, 3500ms);
    CHECK(wall.isListening());
}

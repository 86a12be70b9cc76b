// SPDX-License-Identifier: Apache-2.0
#include "fault/processmall.h"
#include "support/catch.h"
#include "support/eventually.h"
#include "support/relay.h"

#include <QElapsedTimer>
#include <QTcpSocket>

using namespace antre;
using namespace antre::test;
using namespace std::chrono_literals;

namespace {

/// Two kiosks that reach their service through one bad network.
struct RelayedMall
{
    ProcessMall mall{{.kiosks = 2}};
    std::unique_ptr<Relay> relay;

    RelayedMall()
    {
        mall.startService();
        mall.openHall();
        relay = std::make_unique<Relay>(mall.servicePort());
        mall.reachServiceBy({QStringLiteral("127.0.0.1"), relay->port()});
        mall.startKiosks();
        REQUIRE(mall.eachGivesMore(3));
    }
};

/// Somebody who answers each word with the same word.
struct Echo
{
    QTcpServer server;
    Echo()
    {
        REQUIRE(server.listen(QHostAddress::LocalHost));
        QObject::connect(&server, &QTcpServer::newConnection, &server, [this] {
            QTcpSocket *socket = server.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, socket,
                [socket] { socket->write(socket->readAll()); });
        });
    }
};

} // namespace

TEST_CASE("The relay hands on, delays, stalls one way, cuts and refuses", "[relay]")
{
    Echo echo;
    Relay relay(echo.server.serverPort());
    QTcpSocket caller;
    caller.connectToHost(QHostAddress::LocalHost, relay.port());
    QByteArray heard;
    QObject::connect(&caller, &QTcpSocket::readyRead, [&] { heard += caller.readAll(); });
    caller.write("one ");
    REQUIRE(eventually([&] { return heard == "one "; }));

    relay.setDelay(150ms);
    QElapsedTimer time;
    time.start();
    caller.write("two ");
    REQUIRE(eventually([&] { return heard == "one two "; }));
    CHECK(time.elapsed() >= 300);

    relay.setDelay(0ms);
    relay.setStalled(Relay::Way::Back, true);
    caller.write("three ");
    CHECK_FALSE(eventually([&] { return heard.endsWith("three "); }, 100ms));
    relay.setStalled(Relay::Way::Back, false);
    REQUIRE(eventually([&] { return heard == "one two three "; }));

    relay.cut();
    REQUIRE(eventually([&] { return caller.state() == QAbstractSocket::UnconnectedState; }));
    relay.setRefusing(true);
    caller.connectToHost(QHostAddress::LocalHost, relay.port());
    REQUIRE(eventually([&] { return caller.state() == QAbstractSocket::UnconnectedState; }));
}

TEST_CASE("Through a network slower than a visitor's patience, paper wins", "[network]")
{
    RelayedMall hall;
    hall.relay->setDelay(800ms);
    CHECK(hall.mall.eachGivesMore(4));
    hall.relay->setDelay(0ms);
    CHECK(hall.mall.eachGivesMore(4));
    const Reckoning reckoning = checkBooks(hall.mall, "late answers");
    CHECK(reckoning.ownNumbers >= 6);
}

TEST_CASE("A network that goes one way only, is cut and refuses loses no slip", "[network]")
{
    RelayedMall hall;
    for (const Relay::Way way : {Relay::Way::There, Relay::Way::Back}) {
        hall.relay->setStalled(way, true);
        CHECK(hall.mall.eachGivesMore(2));
        hall.relay->setStalled(way, false);
        CHECK(hall.mall.eachGivesMore(2));
    }
    for (int i = 0; i < 5; ++i) {
        hall.relay->cut();
        CHECK(hall.mall.eachGivesMore(1));
    }
    hall.relay->setRefusing(true);
    hall.relay->cut();
    CHECK(hall.mall.eachGivesMore(20));
    hall.relay->setRefusing(false);
    const Reckoning reckoning = checkBooks(hall.mall, "stalled, cut, refused");
    CHECK(reckoning.ownNumbers > 0);
}

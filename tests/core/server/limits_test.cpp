// SPDX-License-Identifier: Apache-2.0
#include "core/server/gatefixture.h"
#include "support/paths.h"

#include <QSslSocket>

using namespace antre;
using namespace antre::test;

namespace {

/// A terminal that has stopped in its tracks: it speaks TLS and said hello, and then neither reads
/// nor answers pings.
class StuckTerminal
{
public:
    explicit StuckTerminal(const Mall &mall)
    {
        m_socket.setPeerVerifyMode(QSslSocket::VerifyNone);
        m_socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"), mall.port);
        REQUIRE(eventually([this] { return m_socket.isEncrypted(); }));
        m_socket.write(
            "GET / HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n");
        REQUIRE(eventually([this] { return m_socket.peek(12) == "HTTP/1.1 101"; }));
        m_socket.setReadBufferSize(1);
    }

    /// One text frame of 126 bytes or more, masked with zeros (RFC 6455, section 5.2).
    void send(const Message &message)
    {
        const QByteArray text = encode(message);
        QByteArray frame("\x81\xfe");
        frame += char(text.size() >> 8);
        frame += char(text.size() & 0xff);
        frame += QByteArray(4, '\0');
        m_socket.write(frame + text);
    }

private:
    QSslSocket m_socket;
};

Hello helloFrom(const char *terminal)
{
    return {protocolVersion, TerminalId(QString::fromLatin1(terminal)), Mall::tokenOf(terminal), 0,
        QString(126, QLatin1Char('v'))};
}

bool isConnected(Mall &mall, const char *terminal)
{
    const auto connected = mall.server->gate().connected();
    return std::ranges::find(connected, TerminalId(QString::fromLatin1(terminal)))
        != connected.end();
}

} // namespace

TEST_CASE(
    "A display that doesn't take what it is sent is closed, and nobody waits for it", "[server]")
{
    ServerLimits limits;
    limits.unsentBytes = 512 * 1024;
    Mall mall(limits);
    StuckTerminal display(mall);
    display.send(helloFrom("display-1"));
    REQUIRE(eventually([&] { return isConnected(mall, "display-1"); }));
    Client kiosk(mall);
    kiosk.signedOn("kiosk-1");
    // Until there is more than the kernel's buffers of both ends hold.
    QFile file(sourcePath("resources/catalogue/mpp-bengkulu.json"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    Catalogue large = *readCatalogue(file.readAll()).catalogue;
    for (int version = 100; version < 400 && isConnected(mall, "display-1"); ++version) {
        large.version = version;
        large.index();
        mall.apply(PublishCatalogue{std::make_shared<const Catalogue>(large)});
        const Position published = mall.service.position();
        REQUIRE(eventually([&] { return kiosk.position() == published; }));
        kiosk.messages.clear();
    }
    REQUIRE(eventually([&] { return !isConnected(mall, "display-1"); }));
    CHECK(kiosk.isOpen());
}

TEST_CASE("Who shows no sign of life is dead; who answers pings lives", "[server]")
{
    ServerLimits limits;
    limits.idle = Milliseconds(200);
    Mall mall(limits);
    Client kiosk(mall);
    kiosk.signedOn("kiosk-1");
    StuckTerminal display(mall);
    display.send(helloFrom("display-1"));
    REQUIRE(eventually([&] { return isConnected(mall, "display-1"); }));
    REQUIRE(eventually([&] { return !isConnected(mall, "display-1"); }));
    CHECK(isConnected(mall, "kiosk-1"));
}

TEST_CASE("Five hundred idle connections cost nobody anything", "[server]")
{
    ServerLimits limits;
    limits.hello = Milliseconds(60000);
    limits.strangersPerAddress = 1000;
    Mall mall(limits);
    std::vector<std::unique_ptr<Client>> idle;
    for (int i = 0; i < 500; ++i)
        idle.push_back(std::make_unique<Client>(mall));
    Client kiosk(mall);
    kiosk.signedOn("kiosk-1");
    const CommandId wish = mall.newCommand();
    kiosk.send(takeNumber(wish));
    REQUIRE(eventually([&] { return kiosk.answerTo(wish); }));
    CHECK(std::ranges::all_of(idle, [](const auto &client) { return client->isOpen(); }));
}

TEST_CASE("Strangers from one address can't fill the gate", "[server]")
{
    ServerLimits limits;
    limits.strangersPerAddress = 3;
    limits.hello = Milliseconds(60000);
    Mall mall(limits);
    std::vector<std::unique_ptr<Client>> strangers;
    for (int i = 0; i < 3; ++i)
        strangers.push_back(std::make_unique<Client>(mall));
    QSslSocket fourth;
    fourth.setPeerVerifyMode(QSslSocket::VerifyNone);
    fourth.connectToHostEncrypted(QStringLiteral("127.0.0.1"), mall.port);
    REQUIRE(eventually([&] { return fourth.state() == QAbstractSocket::UnconnectedState; }));
    CHECK(!fourth.isEncrypted());
    // Who says hello is no stranger, and makes room.
    strangers.front()->signedOn("kiosk-1");
    Client display(mall);
    display.signedOn("display-1");
}

TEST_CASE("Older TLS and plain text are turned away", "[server]")
{
    ServerLimits limits;
    limits.handshake = Milliseconds(300);
    Mall mall(limits);
    QSslSocket old;
    old.setPeerVerifyMode(QSslSocket::VerifyNone);
    old.setProtocol(QSsl::TlsV1_2);
    old.connectToHostEncrypted(QStringLiteral("127.0.0.1"), mall.port);
    QTcpSocket plain;
    plain.connectToHost(QStringLiteral("127.0.0.1"), mall.port);
    plain.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    QTcpSocket silent;
    silent.connectToHost(QStringLiteral("127.0.0.1"), mall.port);
    for (const QTcpSocket *socket : {static_cast<const QTcpSocket *>(&old),
             static_cast<const QTcpSocket *>(&plain), static_cast<const QTcpSocket *>(&silent)})
        REQUIRE(eventually([&] { return socket->state() == QAbstractSocket::UnconnectedState; }));
    CHECK(!old.isEncrypted());
}

TEST_CASE("A flood from one connection doesn't grow the service's memory", "[server]")
{
    ServerLimits limits;
    limits.framesAhead = 4;
    Mall mall(limits);
    Client kiosk(mall);
    kiosk.signedOn("kiosk-1");
    const int before = mall.journal.commits;
    for (int i = 0; i < 100; ++i)
        kiosk.send(takeNumber(mall.newCommand()));
    REQUIRE(eventually([&] { return kiosk.all<Answer>().size() == 100; }));
    CHECK(mall.journal.commits - before >= 100 / 4);
}

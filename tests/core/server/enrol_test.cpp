// SPDX-License-Identifier: Apache-2.0
#include "core/server/gatefixture.h"
#include "server/runningsite.h"
#include "terminal/enrolment.h"

#include <QSslKey>
#include <QWebSocketServer>

using namespace antre;
using namespace antre::test;

namespace {

Terminal newKiosk()
{
    return {TerminalId(QStringLiteral("kiosk-9")), TerminalKind::Kiosk, QStringLiteral("Kiosk 9"),
        QStringLiteral("9"), {}};
}

QString codeFor(Mall &mall, const Terminal &terminal = newKiosk())
{
    const auto code = mall.server->enrolments().invite({terminal, {}, {}});
    REQUIRE(code);
    return code->code;
}

Invitation to(quint16 port, const QString &code)
{
    const auto read
        = Invitation::fromTyped(QStringLiteral("127.0.0.1:%1").arg(port), code.toLower());
    REQUIRE(read);
    return *read;
}

/// A device that tries it, to the end.
struct Device
{
    explicit Device(const Invitation &invitation)
    {
        Enrolment enrolment(invitation, random);
        QObject::connect(&enrolment, &Enrolment::enrolled, &enrolment,
            [this](const TerminalFile &made) { file = made; });
        QObject::connect(&enrolment, &Enrolment::refused, &enrolment,
            [this](const Error &error) { refusal = error.reason; });
        enrolment.start();
        REQUIRE(eventually([this] { return file || !refusal.isEmpty(); }));
    }
    SeededRandom random{3};
    std::optional<TerminalFile> file;
    QString refusal;
};

/// Somebody on the Wi-Fi who answers in the service's place, with a certificate of their own, and
/// hands everything on: to the service, and back.
class Middleman
{
public:
    explicit Middleman(const Mall &mall)
        : m_server(QStringLiteral("middleman"), QWebSocketServer::SecureMode)
        , m_service(mall.port, mall.identity.fingerprint)
    {
        const auto own = ensureTlsIdentity(m_folder.path(), mall.clock);
        REQUIRE(own);
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setLocalCertificate(QSslCertificate(own->pem));
        tls.setPrivateKey(QSslKey(own->pem, QSsl::Ec));
        m_server.setSslConfiguration(tls);
        QObject::connect(
            &m_server, &QWebSocketServer::newConnection, &m_server, [this] { join(); });
        REQUIRE(m_server.listen(QHostAddress::LocalHost));
    }
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }

    bool inventsSettings = false;

private:
    void join()
    {
        m_device.reset(m_server.nextPendingConnection());
        QWebSocket &service = m_service.socket();
        QObject::connect(m_device.get(), &QWebSocket::textMessageReceived, &service,
            [this](const QString &frame) {
                if (inventsSettings && frame.contains(QLatin1String("redeem")))
                    m_device->sendTextMessage(QString::fromUtf8(
                        encode(Enrolled{QStringLiteral("{}"), QStringLiteral("0")})));
                else
                    m_service.sendFrame(frame.toUtf8());
            });
        QObject::connect(&service, &QWebSocket::textMessageReceived, m_device.get(),
            [this](const QString &frame) { m_device->sendTextMessage(frame); });
    }
    QTemporaryDir m_folder;
    QWebSocketServer m_server;
    GateClient m_service;
    std::unique_ptr<QWebSocket> m_device;
};

} // namespace

TEST_CASE("A device that was given the code becomes that terminal, and works at once", "[server]")
{
    Mall mall;
    const Device device(to(mall.port, codeFor(mall)));
    REQUIRE(device.file);
    CHECK(device.file->terminal == newKiosk().id);
    CHECK(device.file->mark == QStringLiteral("9"));
    CHECK(device.file->fingerprint == mall.identity.fingerprint);
    GateClient kiosk(mall.port, device.file->fingerprint);
    kiosk.signedOn(device.file->terminal, device.file->token);
    CHECK_FALSE(
        mall.service.state().terminals.value(newKiosk().id).tokenHash.contains(device.file->token));
}

TEST_CASE("A code is good once", "[server]")
{
    Mall mall;
    const QString code = codeFor(mall);
    REQUIRE(Device(to(mall.port, code)).file);
    CHECK(Device(to(mall.port, code)).refusal == QStringLiteral("nobodyAwaited"));
    codeFor(mall, {TerminalId(QStringLiteral("hall")), TerminalKind::Display, {}, {}, {}});
    CHECK(Device(to(mall.port, code)).refusal == QStringLiteral("wrongCode"));
}

TEST_CASE("A code is good for ten minutes", "[server]")
{
    Mall mall;
    const QString code = codeFor(mall);
    mall.clock.advance(Enrolments::goodFor - Milliseconds(1));
    CHECK(mall.server->enrolments().isAnybodyAwaited());
    mall.clock.advance(Milliseconds(1));
    CHECK(Device(to(mall.port, code)).refusal == QStringLiteral("nobodyAwaited"));
}

TEST_CASE("A wrong code enrols nobody, and the right one stays good", "[server]")
{
    Mall mall;
    const QString code = codeFor(mall);
    CHECK(
        Device(to(mall.port, QStringLiteral("ABCD-1234"))).refusal == QStringLiteral("wrongCode"));
    CHECK_FALSE(mall.service.state().terminals.contains(newKiosk().id));
    CHECK(Device(to(mall.port, code)).file);
}

TEST_CASE("A new code for the same device ends the one before", "[server]")
{
    Mall mall;
    const QString lost = codeFor(mall);
    const QString code = codeFor(mall);
    CHECK(Device(to(mall.port, lost)).refusal == QStringLiteral("wrongCode"));
    CHECK(Device(to(mall.port, code)).file);
}

TEST_CASE(
    "Who sits between device and service gets no terminal, though the code was typed", "[server]")
{
    Mall mall;
    const QString code = codeFor(mall);
    Middleman middleman(mall);
    CHECK(Device(to(middleman.port(), code)).refusal == QStringLiteral("wrongCode"));
    CHECK_FALSE(mall.service.state().terminals.contains(newKiosk().id));
    CHECK(Device(to(mall.port, code)).file);
}

TEST_CASE("Who sits in between can't make a device its own", "[server]")
{
    Mall mall;
    Middleman middleman(mall);
    middleman.inventsSettings = true;
    CHECK(Device(to(middleman.port(), codeFor(mall))).refusal == QStringLiteral("falseService"));
}

TEST_CASE(
    "With the QR code, another certificate is turned away before anything is said", "[server]")
{
    Mall mall;
    const QString code = codeFor(mall);
    Invitation scanned{{QStringLiteral("127.0.0.1"), mall.port}, code, mall.identity.fingerprint};
    const auto read = Invitation::fromText(scanned.text());
    REQUIRE(read);
    CHECK(*read == scanned);
    Middleman middleman(mall);
    scanned.service.port = middleman.port();
    CHECK(Device(scanned).refusal == QStringLiteral("otherCertificate"));
    CHECK(Device(*read).file);
}

TEST_CASE("Every refusal is a sentence, and none is told to nobody", "[server]")
{
    CHECK(Device(to(1, QStringLiteral("ABCD-1234"))).refusal == QStringLiteral("unreachable"));
    for (const char *reason :
        {"badAddress", "badCode", "noInvitation", "unreachable", "otherCertificate", "notAntre",
            "nobodyAwaited", "wrongCode", "falseService", "silent", "markTaken"})
        CHECK(Enrolment::sentence({ErrorCode::Refused, {}, QString::fromLatin1(reason)})
                  .endsWith(QLatin1Char('.')));
    CHECK(Enrolment::sentence({ErrorCode::Refused, QStringLiteral("so it is"), {}})
        == QStringLiteral("The service refused this device: so it is."));
    CHECK(Invitation::fromTyped(QStringLiteral("a b"), QStringLiteral("ABCD-1234")).error().reason
        == QStringLiteral("badAddress"));
    CHECK(Invitation::fromTyped(QStringLiteral("mall"), QStringLiteral("ABCD")).error().reason
        == QStringLiteral("badCode"));
}

TEST_CASE("What a tired technician types is the code all the same", "[server]")
{
    CHECK(enrolmentCodeFromTyped(QStringLiteral(" kO7l 3-2id")) == QStringLiteral("K071321D"));
    CHECK_FALSE(enrolmentCodeFromTyped(QStringLiteral("K071-321U")));
    CHECK_FALSE(enrolmentCodeFromTyped(QStringLiteral("K071-321DD")));
}

TEST_CASE("A revoked terminal is out at once, and stays out", "[server]")
{
    Mall mall;
    Client kiosk(mall);
    kiosk.signedOn("kiosk-1");
    mall.apply(RevokeTerminal{TerminalId(QStringLiteral("kiosk-1"))});
    REQUIRE(eventually([&] { return kiosk.isClosed(); }));
    REQUIRE(kiosk.first<Rejected>());
    CHECK(kiosk.first<Rejected>()->error.reason == QStringLiteral("unknownToken"));
    Client again(mall);
    again.hello("kiosk-1");
    REQUIRE(eventually([&] { return again.isClosed(); }));
}

TEST_CASE("A terminal with a new token is in, and whoever holds the old one is out", "[server]")
{
    Mall mall;
    Client stolen(mall);
    stolen.signedOn("kiosk-1");
    const Device device(to(mall.port,
        codeFor(mall,
            {TerminalId(QStringLiteral("kiosk-1")), TerminalKind::Kiosk, {}, QStringLiteral("1"),
                {}})));
    REQUIRE(device.file);
    REQUIRE(eventually([&] { return stolen.isClosed(); }));
    GateClient kiosk(mall.port, device.file->fingerprint);
    kiosk.signedOn(device.file->terminal, device.file->token);
}

TEST_CASE(
    "The thirty-third device at once makes the first one begin again, and no more", "[server]")
{
    Mall mall;
    codeFor(mall);
    std::vector<std::unique_ptr<Client>> devices;
    for (int i = 0; i < 33; ++i) {
        devices.push_back(std::make_unique<Client>(mall));
        devices.back()->send(EnrolAsked{QString(22, QLatin1Char('a'))});
        REQUIRE(eventually([&] { return devices.back()->first<EnrolChallenge>() != nullptr; }));
        mall.clock.advance(Milliseconds(1));
    }
    REQUIRE(eventually([&] { return devices.front()->isClosed(); }));
    CHECK(devices[1]->isOpen());
}

TEST_CASE("A terminal invites nobody, and no stranger does", "[server]")
{
    Mall mall;
    Client kiosk(mall);
    kiosk.signedOn("kiosk-1");
    Client stranger(mall);
    const InviteMessage wish{mall.newCommand(), newKiosk(), {}};
    kiosk.send(wish);
    stranger.send(wish);
    REQUIRE(eventually([&] { return kiosk.isClosed() && stranger.isClosed(); }));
    CHECK_FALSE(mall.server->enrolments().isAnybodyAwaited());
}

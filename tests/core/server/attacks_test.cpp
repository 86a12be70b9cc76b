// SPDX-License-Identifier: Apache-2.0

// What strangers may try at the phones' door while people take numbers at the kiosk. How much
// slower the kiosk gets is measured by tests/web/attacks.mjs; here it must get its numbers at all.

#include "core/server/phonebrowser.h"

#include <QWebSocket>

using namespace antre;
using namespace antre::test;

namespace {

/// A mall with a kiosk at which somebody stands.
class BesiegedMall : public Mall
{
public:
    explicit BesiegedMall(ServerLimits limits = {})
        : Mall(limits)
        , m_kiosk(*this)
    {
        m_kiosk.signedOn("kiosk-1");
    }
    bool kioskGetsNumber()
    {
        const CommandId wish = newCommand();
        m_kiosk.send(takeNumber(wish));
        return eventually([&] { return m_kiosk.answerTo(wish); })
            && m_kiosk.answerTo(wish)->number.has_value();
    }
    void applyOnly(const char *secret)
    {
        apply(IssueTicket{ServiceId(QStringLiteral("dukcapil.ktp")), {}, QStringLiteral("id"),
            QString::fromLatin1(secret), clock.wall()});
    }

private:
    Client m_kiosk;
};

std::vector<std::unique_ptr<QTcpSocket>> manySockets(const Mall &mall, int count)
{
    std::vector<std::unique_ptr<QTcpSocket>> all;
    for (int i = 0; i < count; ++i) {
        all.push_back(std::make_unique<QTcpSocket>());
        all.back()->connectToHost(QStringLiteral("127.0.0.1"), mall.server->httpPort());
    }
    return all;
}

int closedOf(const std::vector<std::unique_ptr<QTcpSocket>> &all)
{
    return int(std::ranges::count_if(
        all, [](const auto &one) { return one->state() == QAbstractSocket::UnconnectedState; }));
}

} // namespace

TEST_CASE("Five hundred half-open requests keep nobody from the kiosk, and are ended", "[server]")
{
    ServerLimits limits;
    limits.httpRequest = Milliseconds(1500);
    BesiegedMall mall(limits);
    const auto half = manySockets(mall, 500);
    for (const auto &one : half)
        one->write("GET /t/one HTTP/1.1\r\nHost: antre\r\nX-Slow: ");
    CHECK(mall.kioskGetsNumber());
    CHECK(eventually([&] { return closedOf(half) == 500; }));
    CHECK(Web(mall).get("/healthz").status == 200);
}

TEST_CASE("Bodies and headers without end are cut off, and the kiosk goes on", "[server]")
{
    BesiegedMall mall;
    const auto endless = manySockets(mall, 40);
    const QByteArray chunk = "1000\r\n" + QByteArray(0x1000, 'x') + "\r\n";
    for (size_t i = 0; i < endless.size(); ++i) {
        if (i % 2 == 0)
            endless[i]->write("POST /t/one/cancel HTTP/1.1\r\nHost: antre\r\n"
                              "Transfer-Encoding: chunked\r\n\r\n"
                + chunk.repeated(64));
        else
            endless[i]->write(
                "GET / HTTP/1.1\r\nHost: antre\r\n" + QByteArray("X-More: y\r\n").repeated(20'000));
    }
    CHECK(mall.kioskGetsNumber());
    CHECK(eventually([&] {
        return std::ranges::all_of(endless, [](const auto &one) {
            const QByteArray answer = one->peek(12);
            return answer == "HTTP/1.1 413" || answer == "HTTP/1.1 431"
                || one->state() == QAbstractSocket::UnconnectedState;
        });
    }));
    CHECK(mall.kioskGetsNumber());
}

TEST_CASE(
    "A flood of WebSockets gets as many as one ticket may have, and the kiosk goes on", "[server]")
{
    BesiegedMall mall;
    mall.applyOnly("one");
    std::vector<std::unique_ptr<QWebSocket>> flood;
    for (int i = 0; i < 200; ++i) {
        flood.push_back(std::make_unique<QWebSocket>());
        flood.back()->open(QUrl(QStringLiteral("ws://127.0.0.1:%1/api/v1/tickets/one/live")
                                    .arg(mall.server->httpPort())));
    }
    CHECK(mall.kioskGetsNumber());
    const auto inState = [&](QAbstractSocket::SocketState state) {
        return std::ranges::count_if(
            flood, [state](const auto &one) { return one->state() == state; });
    };
    const auto most = qsizetype(ServerLimits().followersPerTicket);
    CHECK(eventually([&] { return inState(QAbstractSocket::UnconnectedState) == 200 - most; }));
    CHECK(inState(QAbstractSocket::ConnectedState) == most);
    for (const auto &one : flood) // what they say shows them the door
        one->sendTextMessage(QString(1000, u'x'));
    CHECK(eventually([&] { return inState(QAbstractSocket::UnconnectedState) == 200; }));
    CHECK(mall.kioskGetsNumber());
}

TEST_CASE(
    "Nobody cancels another's ticket: neither by number nor with another phone's form", "[server]")
{
    Mall mall;
    PhoneBrowser victim(mall);
    PhoneBrowser thief(mall, "198.51.100.9");
    const QByteArray ticket = victim.take("dukcapil.ktp").header("Location");
    const TicketId id = mall.service.state().secrets.value(QString::fromLatin1(ticket.mid(3)));
    const QByteArray form = victim.form("dukcapil.kk");
    (void)thief.get("/s/dukcapil.kk");
    for (const QByteArray &guess :
        {QByteArray("A001"), id.text().toUtf8(), ticket.mid(3, 21), ticket.mid(3).toLower()}) {
        CAPTURE(guess);
        for (const char *wish : {"/cancel", "/later", "/back", "/rejoin"})
            (void)thief.post("/t/" + guess + wish, form + "&places=5");
        CHECK(thief.post("/api/v1/tickets/" + guess + "/cancel").status == 404);
    }
    CHECK(thief.post("/s/dukcapil.kk/take", form).status == 409); // replayed
    CHECK(victim.get(ticket).body.contains("data-state=\"waiting\""));
    CHECK(mall.service.state().tickets.size() == 1);
}

TEST_CASE("The day after, a ticket's page, place and news are gone", "[server]")
{
    Mall mall;
    PhoneBrowser phone(mall);
    const QByteArray ticket = phone.take("dukcapil.ktp").header("Location");
    mall.clock.setWall(mondayMorning + std::chrono::hours(4 * 24));
    (void)PhoneBrowser(mall, "192.0.2.8").take("dukcapil.ktp"); // the next day begins
    const WebAnswer gone = phone.get(ticket);
    CHECK(gone.status == 404);
    CHECK(gone.body.contains("Nomor berlaku pada hari layanan saat diambil."));
    CHECK(Web(mall).get("/api/v1/tickets/" + ticket.mid(3)).status == 404);
    CHECK_FALSE(phone.get("/").body.contains(ticket));
}

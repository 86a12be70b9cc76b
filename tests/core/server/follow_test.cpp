// SPDX-License-Identifier: Apache-2.0
#include "core/server/webfixture.h"

#include <QJsonArray>
#include <QWebSocket>

using namespace antre;
using namespace antre::test;

namespace {

/// A mall of which a number was taken, with an officer.
class FollowedMall : public Mall
{
public:
    using Mall::Mall;
    void takes(const char *secret)
    {
        apply(IssueTicket{ServiceId(QStringLiteral("dukcapil.ktp")), {}, QStringLiteral("id"),
            QString::fromLatin1(secret), clock.wall()});
    }
    void officer(CommandData data)
    {
        service.submit(
            {newCommand(),
                {TerminalId(QStringLiteral("counter-1")), OfficerId(QStringLiteral("rina"))},
                std::move(data)},
            {});
        service.flush();
    }
    /// As eventually(), while the mall's clock goes on: looks are made by it.
    template <typename Question> bool comesTrue(const Question &question)
    {
        return eventually([&] {
            clock.advance(Milliseconds(5));
            return question();
        });
    }
    void calls(const TicketId &present = {})
    {
        if (!present.isEmpty())
            officer(StartServing{desk, present});
        officer(CallNext{desk});
    }
    const CounterId desk = smallCatalogue()->counters.front().id;
};

/// A phone that follows.
class FollowingPhone
{
public:
    FollowingPhone(const Mall &mall, const char *secret, const char *origin = nullptr)
    {
        QObject::connect(
            &m_socket, &QWebSocket::textMessageReceived, &m_socket, [this](const QString &text) {
                news.append(QJsonDocument::fromJson(text.toUtf8()).object());
            });
        QNetworkRequest request(QUrl(QStringLiteral("ws://127.0.0.1:%1/api/v1/tickets/%2/live")
                                         .arg(mall.server->httpPort())
                                         .arg(QString::fromLatin1(secret))));
        if (origin)
            request.setRawHeader("Origin", origin);
        m_socket.open(request);
    }
    [[nodiscard]] bool isOpen() const
    {
        return m_socket.state() == QAbstractSocket::ConnectedState;
    }
    [[nodiscard]] bool isClosed() const
    {
        return m_socket.state() == QAbstractSocket::UnconnectedState;
    }
    [[nodiscard]] QWebSocketProtocol::CloseCode whyClosed() const { return m_socket.closeCode(); }
    void say(const QString &text) { m_socket.sendTextMessage(text); }
    void leave() { m_socket.abort(); }
    [[nodiscard]] QJsonValue last(const char *field) const
    {
        return news.isEmpty() ? QJsonValue() : news.last().value(QLatin1String(field));
    }
    QList<QJsonObject> news;

private:
    QWebSocket m_socket;
};

} // namespace

TEST_CASE("Who follows a ticket is told of its place and its call", "[server]")
{
    FollowedMall mall;
    mall.takes("first");
    mall.takes("mine");
    FollowingPhone phone(mall, "mine");
    REQUIRE(mall.comesTrue([&] { return phone.last("ahead") == 1; }));
    CHECK(phone.last("number") == QStringLiteral("A002"));
    mall.officer(OpenCounter{mall.desk});
    mall.calls();
    REQUIRE(mall.comesTrue([&] { return phone.last("ahead") == 0; }));
    CHECK(phone.news.last()[QStringLiteral("serving")].toArray().first().toObject()[QStringLiteral(
              "number")]
        == QStringLiteral("A001"));
    mall.calls(mall.service.state().desk(mall.desk).current);
    REQUIRE(mall.comesTrue([&] { return phone.last("state") == QStringLiteral("called"); }));
    CHECK(phone.last("counter") == mall.desk.value());
}

TEST_CASE("What concerns another line is told to nobody here", "[server]")
{
    FollowedMall mall;
    mall.takes("mine");
    FollowingPhone phone(mall, "mine");
    REQUIRE(mall.comesTrue([&] { return phone.news.size() == 1; }));
    mall.apply(IssueTicket{ServiceId(QStringLiteral("samsat.pajak")), {}, QStringLiteral("id"),
        QStringLiteral("other"), mall.clock.wall()});
    mall.takes("behind");
    FollowingPhone later(mall, "behind"); // its news come after those looks
    REQUIRE(mall.comesTrue([&] { return later.news.size() == 1; }));
    CHECK(phone.news.size() == 1);
    mall.clock.advance(Milliseconds(31'000));
    REQUIRE(mall.comesTrue([&] { return phone.news.size() >= 2; }));
}

TEST_CASE("Nobody follows from another site's page, or a ticket that there isn't", "[server]")
{
    FollowedMall mall;
    mall.takes("mine");
    FollowingPhone foreign(mall, "mine", "https://evil.example");
    FollowingPhone nowhere(mall, "guessed");
    const QByteArray own = "http://127.0.0.1:" + QByteArray::number(mall.server->httpPort());
    FollowingPhone right(mall, "mine", own.constData());
    REQUIRE(mall.comesTrue([&] { return foreign.isClosed() && nowhere.isClosed(); }));
    REQUIRE(mall.comesTrue([&] { return right.news.size() == 1; }));
    CHECK(Web(mall).get("/api/v1/tickets/mine/live").status == 426);
}

TEST_CASE("A phone that talks is shown the door, and the others are told on", "[server]")
{
    FollowedMall mall;
    mall.takes("mine");
    FollowingPhone quiet(mall, "mine");
    std::vector<std::unique_ptr<FollowingPhone>> loud;
    for (int i = 0; i < 10; ++i)
        loud.push_back(std::make_unique<FollowingPhone>(mall, "mine"));
    REQUIRE(mall.comesTrue([&] { return std::ranges::all_of(loud, &FollowingPhone::isOpen); }));
    for (const auto &one : loud) {
        for (int i = 0; i < 100; ++i)
            one->say(QString(1000, u'x'));
    }
    REQUIRE(mall.comesTrue([&] { return std::ranges::all_of(loud, &FollowingPhone::isClosed); }));
    mall.officer(OpenCounter{mall.desk});
    mall.calls();
    REQUIRE(mall.comesTrue([&] { return quiet.last("state") == QStringLiteral("called"); }));
}

TEST_CASE("One ticket's secret opens only so many sockets, and who leaves makes room", "[server]")
{
    ServerLimits limits;
    limits.followersPerTicket = 2;
    FollowedMall mall(limits);
    mall.takes("mine");
    FollowingPhone first(mall, "mine");
    FollowingPhone second(mall, "mine");
    REQUIRE(mall.comesTrue([&] { return first.news.size() == 1 && second.news.size() == 1; }));
    FollowingPhone third(mall, "mine");
    REQUIRE(mall.comesTrue([&] { return third.isClosed(); }));
    first.leave();
    REQUIRE(eventually([&] {
        FollowingPhone again(mall, "mine");
        REQUIRE(mall.comesTrue([&] { return again.isClosed() || again.news.size() == 1; }));
        return again.news.size() == 1;
    }));
}

TEST_CASE("A hall full of followers ends with the service, and comes back to the next", "[server]")
{
    FollowedMall mall;
    mall.takes("mine");
    {
        FollowingPhone phone(mall, "mine");
        REQUIRE(mall.comesTrue([&] { return phone.news.size() == 1; }));
        mall.server->stop();
        REQUIRE(mall.comesTrue([&] { return phone.isClosed(); }));
    }
    mall.start();
    FollowingPhone phone(mall, "mine");
    REQUIRE(mall.comesTrue([&] { return phone.news.size() == 1; }));
}

// SPDX-License-Identifier: Apache-2.0
#include "core/server/gatefixture.h"
#include "domain/evolve.h"

using namespace antre;
using namespace antre::test;

TEST_CASE("A terminal that says hello is welcomed and told what it must know", "[server]")
{
    Mall mall;
    Client kiosk(mall);
    kiosk.signedOn("kiosk-1");
    CHECK(kiosk.first<Welcome>()->position == mall.service.position());
    CHECK(kiosk.position() == mall.service.position());
    State state;
    for (const EventsFeed &feed : kiosk.all<EventsFeed>()) {
        for (const Event &event : feed.events)
            state = evolve(std::move(state), event);
    }
    CHECK(*state.catalogue == *smallCatalogue());
}

TEST_CASE("A wish from a kiosk is answered, and every terminal hears of it", "[server]")
{
    Mall mall;
    Client kiosk(mall);
    Client display(mall);
    kiosk.signedOn("kiosk-1");
    display.signedOn("display-1");
    const CommandId wish = mall.newCommand();
    kiosk.send(takeNumber(wish));
    REQUIRE(eventually(
        [&] { return kiosk.answerTo(wish) && display.position() == mall.service.position(); }));
    CHECK(!kiosk.answerTo(wish)->error);
    CHECK(kiosk.answerTo(wish)->number->text() == QStringLiteral("A001"));
    CHECK(
        std::holds_alternative<TicketIssued>(display.all<EventsFeed>().back().events.back().data));
}

TEST_CASE("The same wish sent twice is one ticket", "[server]")
{
    Mall mall;
    Client kiosk(mall);
    kiosk.signedOn("kiosk-1");
    const CommandId wish = mall.newCommand();
    kiosk.send(takeNumber(wish));
    kiosk.send(takeNumber(wish));
    REQUIRE(eventually([&] { return kiosk.all<Answer>().size() == 2; }));
    CHECK(kiosk.all<Answer>()[0].number == kiosk.all<Answer>()[1].number);
    CHECK(mall.service.state().tickets.size() == 1);
}

TEST_CASE(
    "An officer signs in with the PIN and opens the counter, and not with another PIN", "[server]")
{
    Mall mall;
    Client counter(mall);
    counter.signedOn("counter-1");
    const CommandId wrong = mall.newCommand();
    const CommandId right = mall.newCommand();
    const CounterId desk = smallCatalogue()->counters.front().id;
    counter.send(SignIn{wrong, OfficerId(QStringLiteral("rina")), QStringLiteral("1111"), desk});
    counter.send(SignIn{right, OfficerId(QStringLiteral("rina")), QStringLiteral("2580"), desk});
    REQUIRE(eventually([&] { return counter.answerTo(right) && counter.answerTo(wrong); }));
    CHECK(counter.answerTo(wrong)->error->reason == QStringLiteral("wrongPin"));
    CHECK(!counter.answerTo(right)->error);
    CHECK(mall.service.state().desk(desk).officer == OfficerId(QStringLiteral("rina")));
}

TEST_CASE("A wrong token is turned away with the reason", "[server]")
{
    Mall mall;
    Client stranger(mall);
    stranger.hello("kiosk-1", QStringLiteral("not-the-token"));
    REQUIRE(eventually([&] { return stranger.isClosed(); }));
    REQUIRE(stranger.first<Rejected>());
    CHECK(stranger.first<Rejected>()->error.reason == QStringLiteral("unknownToken"));
    CHECK(!stranger.first<Welcome>());
}

TEST_CASE("A terminal of another version is told so", "[server]")
{
    Mall mall;
    Client old(mall);
    old.hello("kiosk-1", Mall::tokenOf("kiosk-1"), 0, protocolVersion + 1);
    REQUIRE(eventually([&] { return old.isClosed(); }));
    REQUIRE(old.first<Rejected>());
    CHECK(old.first<Rejected>()->error.reason == QStringLiteral("otherVersion"));
}

TEST_CASE("Whoever says no hello in time is closed", "[server]")
{
    ServerLimits limits;
    limits.hello = Milliseconds(100);
    Mall mall(limits);
    Client silent(mall);
    REQUIRE(eventually([&] { return silent.isClosed(); }));
    CHECK(silent.closeCode() == QWebSocketProtocol::CloseCodePolicyViolated);
}

TEST_CASE("A terminal that said hello may then be silent", "[server]")
{
    ServerLimits limits;
    limits.hello = Milliseconds(100);
    Mall mall(limits);
    Client silent(mall);
    Client display(mall);
    display.signedOn("display-1");
    REQUIRE(eventually([&] { return silent.isClosed(); }));
    CHECK(display.isOpen());
}

TEST_CASE("A frame that is no JSON, or only half, ends the connection and nothing else", "[server]")
{
    Mall mall;
    Client other(mall);
    other.signedOn("display-1");
    const QByteArray whole = encode(takeNumber(mall.newCommand()));
    for (const QByteArray &frame :
        {QByteArray("hello?"), whole.left(whole.size() / 2), QByteArray("[]"), QByteArray()}) {
        Client broken(mall);
        broken.signedOn("kiosk-1");
        broken.sendFrame(frame);
        REQUIRE(eventually([&] { return broken.isClosed(); }));
        REQUIRE(broken.first<Rejected>());
        CHECK(broken.first<Rejected>()->error.code == ErrorCode::Invalid);
    }
    CHECK(other.isOpen());
    CHECK(mall.service.state().tickets.empty());
}

TEST_CASE("An oversized frame ends the connection before it is read", "[server]")
{
    Mall mall;
    Client kiosk(mall);
    kiosk.signedOn("kiosk-1");
    kiosk.sendFrame(QByteArray(maxFrameBytes + 1, ' '));
    REQUIRE(eventually([&] { return kiosk.isClosed(); }));
    CHECK(!kiosk.first<Rejected>());
}

TEST_CASE("A flood of wishes shares commits", "[server]")
{
    Mall mall;
    Client kiosk(mall);
    kiosk.signedOn("kiosk-1");
    const int before = mall.journal.commits;
    constexpr int wishes = 500;
    for (int i = 0; i < wishes; ++i)
        kiosk.send(takeNumber(mall.newCommand()));
    REQUIRE(eventually([&] { return kiosk.all<Answer>().size() == wishes; }));
    CHECK(mall.service.state().tickets.size() == wishes);
    CHECK(mall.journal.commits - before < wishes / 4);
}

TEST_CASE("A terminal that comes back gets exactly what it missed", "[server]")
{
    Mall mall;
    Client kiosk(mall);
    kiosk.signedOn("kiosk-1");
    auto display = std::make_unique<Client>(mall);
    display->signedOn("display-1");
    kiosk.send(takeNumber(mall.newCommand()));
    REQUIRE(eventually([&] {
        return kiosk.all<Answer>().size() == 1 && display->position() == mall.service.position();
    }));
    const Position known = display->position();
    display.reset();

    for (int i = 0; i < 10; ++i)
        kiosk.send(takeNumber(mall.newCommand()));
    REQUIRE(eventually([&] { return kiosk.all<Answer>().size() == 11; }));

    Client again(mall);
    again.signedOn("display-1", known);
    CHECK(!again.first<Welcome>()->startOver);
    CHECK(again.all<EventsFeed>().front().after == known);
    size_t events = 0;
    for (const EventsFeed &feed : again.all<EventsFeed>())
        events += feed.events.size();
    CHECK(Position(events) == mall.service.position() - known);
}

TEST_CASE("After a restart of the server terminals resume where they were", "[server]")
{
    Mall mall;
    auto kiosk = std::make_unique<Client>(mall);
    kiosk->signedOn("kiosk-1");
    const CommandId wish = mall.newCommand();
    kiosk->send(takeNumber(wish));
    REQUIRE(eventually(
        [&] { return kiosk->answerTo(wish) && kiosk->position() == mall.service.position(); }));
    mall.server.reset();
    REQUIRE(eventually([&] { return kiosk->isClosed(); }));
    CHECK(kiosk->closeCode() == QWebSocketProtocol::CloseCodeGoingAway);

    mall.start();
    Client again(mall);
    again.signedOn("kiosk-1", kiosk->position());
    CHECK(!again.first<Welcome>()->startOver);
    again.send(takeNumber(wish));
    REQUIRE(eventually([&] { return again.answerTo(wish); }));
    CHECK(again.answerTo(wish)->number == kiosk->answerTo(wish)->number);
}

TEST_CASE("A full disk is told, loses nothing, and is forgotten once there is room", "[server]")
{
    Mall mall;
    Client kiosk(mall);
    kiosk.signedOn("kiosk-1");
    mall.journal.broken = true;
    const CommandId wish = mall.newCommand();
    kiosk.send(takeNumber(wish));
    REQUIRE(eventually([&] { return kiosk.answerTo(wish); }));
    CHECK(kiosk.answerTo(wish)->error->reason == QStringLiteral("diskFull"));

    mall.journal.broken = false;
    kiosk.messages.clear();
    kiosk.send(takeNumber(wish));
    REQUIRE(eventually([&] { return kiosk.answerTo(wish); }));
    CHECK(kiosk.answerTo(wish)->number->text() == QStringLiteral("A001"));
}

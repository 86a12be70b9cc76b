// SPDX-License-Identifier: Apache-2.0
#include "core/server/webfixture.h"

#include <QJsonArray>

using namespace antre;
using namespace antre::test;

namespace {

/// A mall where visitors took numbers and a counter is open.
class BusyMall : public Mall
{
public:
    using Mall::Mall;
    /// Takes a number with this secret, with a slip in `language`.
    TicketId takes(const char *secret, const char *language = "id")
    {
        const CommandId id = newCommand();
        service.submit(
            {id, {TerminalId(QStringLiteral("kiosk-1")), {}},
                IssueTicket{ServiceId(QStringLiteral("dukcapil.ktp")), {},
                    QString::fromLatin1(language), QString::fromUtf8(secret), clock.wall()}},
            {});
        service.flush();
        clock.advance(Milliseconds(1000));
        return TicketId(id.value());
    }
    void opens() { asOfficer(OpenCounter{desk}); }
    void calls() { asOfficer(CallNext{desk}); }
    void asOfficer(CommandData data)
    {
        std::optional<Error> error;
        service.submit(
            {newCommand(),
                {TerminalId(QStringLiteral("counter-1")), OfficerId(QStringLiteral("rina"))},
                std::move(data)},
            [&](const Answer &answer) { error = answer.error; });
        service.flush();
        REQUIRE(!error);
    }
    const CounterId desk = smallCatalogue()->counters.front().id;
};

} // namespace

TEST_CASE(
    "Everybody may see how many wait, where counters are open, and who was called", "[server]")
{
    BusyMall mall;
    Web web(mall);
    mall.takes("one");
    mall.takes("two");
    mall.opens();
    mall.calls();
    const QJsonObject line = web.get("/api/v1/lines")
                                 .json()
                                 .value(QStringLiteral("lines"))
                                 .toArray()
                                 .first()
                                 .toObject();
    CHECK(line.value(QStringLiteral("line")) == QStringLiteral("A"));
    CHECK(line.value(QStringLiteral("waiting")) == 1);
    CHECK(line.value(QStringLiteral("openCounters")).toArray().first() == mall.desk.value());
    const QJsonArray calls
        = web.get("/api/v1/calls").json().value(QStringLiteral("calls")).toArray();
    REQUIRE(calls.size() == 1);
    CHECK(calls.first().toObject().value(QStringLiteral("number")) == QStringLiteral("A001"));
    CHECK(calls.first().toObject().value(QStringLiteral("counter")) == mall.desk.value());
}

TEST_CASE("Who holds the secret sees the place in line; anybody else sees nothing", "[server]")
{
    BusyMall mall;
    Web web(mall);
    mall.takes("one");
    mall.takes("two");
    const QJsonObject ticket = web.get("/api/v1/tickets/two").json();
    CHECK(ticket.value(QStringLiteral("number")) == QStringLiteral("A002"));
    CHECK(ticket.value(QStringLiteral("state")) == QStringLiteral("waiting"));
    CHECK(ticket.value(QStringLiteral("ahead")) == 1);
    CHECK(!ticket.contains(QStringLiteral("counter")));
    for (const char *target : {"/api/v1/tickets/three", "/api/v1/tickets/", "/api/v1/tickets/A002",
             "/api/v1/tickets/two%20"}) {
        CAPTURE(target);
        CHECK(web.get(target).status == 404);
    }
}

TEST_CASE(
    "A holder cancels once, twice is the same, and a called ticket can't be cancelled", "[server]")
{
    BusyMall mall;
    Web web(mall);
    mall.takes("one");
    mall.takes("two");
    mall.opens();
    mall.calls();
    const int commits = mall.journal.commits;
    CHECK(web.post("/api/v1/tickets/two/cancel").json().value(QStringLiteral("state"))
        == QStringLiteral("cancelled"));
    CHECK(web.post("/api/v1/tickets/two/cancel").status == 200);
    CHECK(mall.journal.commits == commits + 1);
    const WebAnswer called = web.post("/api/v1/tickets/one/cancel");
    CHECK(called.status == 409);
    CHECK(called.json().value(QStringLiteral("error")).toObject().value(QStringLiteral("code"))
        == QStringLiteral("conflict"));
    CHECK(web.post("/api/v1/tickets/nobody/cancel").status == 404);
}

TEST_CASE("A full disk makes the service unhealthy, until there is room", "[server]")
{
    BusyMall mall;
    Web web(mall);
    mall.takes("one");
    CHECK(web.get("/healthz").status == 200);
    mall.journal.broken = true;
    const WebAnswer refused = web.post("/api/v1/tickets/one/cancel");
    CHECK(refused.status == 503);
    mall.journal.broken = false;
    CHECK(web.post("/api/v1/tickets/one/cancel").status == 200);
    CHECK(web.get("/healthz").status == 200);
}

TEST_CASE("A page that may be old says of when it is, and promises nothing it can't do", "[server]")
{
    BusyMall mall;
    Web web(mall);
    mall.takes("one", "en");
    mall.takes("two");
    CHECK(web.get("/t/one").body.contains("Cancel number"));
    CHECK_FALSE(web.get("/t/one").body.contains("has trouble"));
    mall.journal.gone = true;
    CHECK(web.post("/api/v1/tickets/two/cancel").status == 503);
    CHECK(web.post("/api/v1/tickets/two/cancel").status == 503); // nothing was kept of the first
    CHECK(web.get("/api/v1/tickets/two").json().value(QStringLiteral("state"))
        == QStringLiteral("waiting"));
    const QByteArray before = web.get("/t/one").body;
    mall.clock.advance(std::chrono::minutes(20));
    const QByteArray page = web.get("/t/one").body;
    CHECK(page.contains("The queue service has trouble."));
    CHECK(page == before);
    CHECK_FALSE(page.contains("Cancel number"));
    mall.journal.gone = false;
    mall.takes("three");
    CHECK_FALSE(web.get("/t/one").body.contains("has trouble"));
}

TEST_CASE("The page shows number, place, desk and what to bring in the slip's language", "[server]")
{
    BusyMall mall;
    Web web(mall);
    mall.takes("first");
    mall.takes("one", "en");
    const QByteArray english = web.get("/t/one").body;
    for (const char *words : {"A002", "1 person ahead of you", "New e-ID card", "Family Card",
             "The counter is not open yet", "lang=\"en\"", "http-equiv=\"refresh\""}) {
        CAPTURE(words);
        CHECK(english.contains(words));
    }
    const QByteArray indonesian = web.get("/t/one?lang=id").body;
    CHECK(indonesian.contains("1 orang di depan Anda"));
    CHECK(indonesian.contains("Keadaan pukul 09.00"));
    mall.opens();
    mall.calls();
    CHECK(web.get("/t/one").body.contains("You are next"));
    CHECK(web.get("/t/one").body.contains(QByteArray("Counter " + mall.desk.value().toUtf8())));
    CHECK(web.get("/t/first").body.contains("Giliran Anda"));
}

TEST_CASE("Page and API tell the wait while there is an honest one", "[server]")
{
    BusyMall mall;
    Web web(mall);
    mall.opens();
    mall.takes("first");
    mall.takes("one", "en");
    const QByteArray page = web.get("/t/one").body;
    CHECK(page.contains("Expected wait"));
    CHECK(page.contains(QStringLiteral("–").toUtf8()));
    CHECK(web.get("/t/one?lang=id").body.contains("Perkiraan tunggu"));
    const QJsonObject wait
        = web.get("/api/v1/tickets/one").json().value(QStringLiteral("wait")).toObject();
    CHECK(wait.value(QStringLiteral("from")).toInt(-1) >= 0);
    CHECK(wait.value(QStringLiteral("until")).toInt() >= 5);
    mall.calls();
    CHECK_FALSE(web.get("/api/v1/tickets/first").json().contains(QStringLiteral("wait")));
}

TEST_CASE("Who waits is told what keeps the counter from calling", "[server]")
{
    BusyMall mall;
    Web web(mall);
    mall.takes("one");
    CHECK(web.get("/t/one").body.contains("Loket belum dibuka. Nomor Anda tetap dalam antrean"));
    mall.opens();
    CHECK_FALSE(web.get("/t/one").body.contains("Loket belum dibuka."));
    const std::map<QString, QString> reason{
        {QStringLiteral("id"), QStringLiteral("listrik <padam>")}};
    std::optional<Error> error;
    mall.service.submit({mall.newCommand(), {},
                            CloseFor{Scope(), mall.clock.wall() + Minutes(30), LocalText(reason)}},
        [&](const Answer &answer) { error = answer.error; });
    mall.service.flush();
    REQUIRE(!error);
    CHECK(
        web.get("/t/one").body.contains("listrik &lt;padam&gt;. Nomor Anda tetap dalam antrean."));
    const QJsonObject ticket = web.get("/api/v1/tickets/one").json();
    CHECK(ticket.value(QStringLiteral("availability")) == QStringLiteral("closedNow"));
    CHECK(ticket.value(QStringLiteral("notice"))
              .toObject()
              .value(QStringLiteral("en"))
              .toString()
              .startsWith(QStringLiteral("The mall is closed until")));
}

TEST_CASE("Who was set aside reads from when on the number is called again", "[server]")
{
    BusyMall mall;
    Web web(mall);
    const TicketId ticket = mall.takes("one", "en");
    mall.opens();
    mall.calls();
    mall.asOfficer(ParkTicket{mall.desk, ticket, {}, Minutes(20)});
    CHECK(web.get("/t/one").body.contains("You will be called again from 09:20 on."));
    CHECK(web.get("/t/one?lang=id").body.contains("dipanggil kembali mulai pukul 09.20."));
    const QJsonObject seen = web.get("/api/v1/tickets/one").json();
    CHECK(seen.value(QStringLiteral("parkedUntil")).toInteger()
        == toMs(mall.clock.wall() + Minutes(20)));
    mall.clock.advance(Minutes(30));
    CHECK(web.get("/t/one").body.contains("You will be called again soon."));
}

TEST_CASE("Who waits reads that the officer is away, and until when", "[server]")
{
    BusyMall mall;
    Web web(mall);
    mall.takes("one", "en");
    mall.opens();
    mall.asOfficer(PauseCounter{mall.desk, {}, mall.clock.wall() + Minutes(15)});
    CHECK(web.get("/t/one").body.contains("will be back at about 09:15."));
    CHECK(web.get("/t/one?lang=id").body.contains("kembali sekitar pukul 09.15."));
    const auto paused = [&] {
        const QJsonArray lines = web.get("/api/v1/lines").json()[QStringLiteral("lines")].toArray();
        return lines.first()[QStringLiteral("pausedCounters")].toArray();
    };
    REQUIRE(paused().size() == 1);
    CHECK(paused().first()[QStringLiteral("back")].toInteger()
        == toMs(mall.clock.wall() + Minutes(15)));
    mall.asOfficer(ResumeCounter{mall.desk});
    CHECK(paused().isEmpty());
    CHECK_FALSE(web.get("/t/one").body.contains("The officer has left"));
    mall.asOfficer(PauseCounter{mall.desk, {}});
    CHECK(web.get("/t/one").body.contains("has left the counter for a moment."));
}

TEST_CASE("A visit of several services says what comes next and what is done", "[server]")
{
    BusyMall mall;
    Web web(mall);
    const TicketId ticket = mall.takes("one", "en");
    mall.opens();
    mall.calls();
    const ServiceId next(QStringLiteral("dukcapil.kk"));
    mall.asOfficer(AddService{mall.desk, ticket, next});
    mall.asOfficer(StartServing{mall.desk, ticket});
    CHECK(web.get("/t/one").body.contains("Next, with the same number"));
    CHECK(web.get("/api/v1/tickets/one").json()[QStringLiteral("further")].toArray().first()
        == next.value());
    mall.asOfficer(FinishServing{mall.desk, ticket});
    CHECK(web.get("/t/one").body.contains("Already done"));
    const QJsonObject seen = web.get("/api/v1/tickets/one").json();
    CHECK(seen[QStringLiteral("service")] == next.value());
    CHECK(seen[QStringLiteral("done")].toArray().first() == QStringLiteral("dukcapil.ktp"));
    CHECK_FALSE(seen.contains(QStringLiteral("further")));
}

TEST_CASE("An expired number is told kindly, and stops asking", "[server]")
{
    BusyMall mall;
    Web web(mall);
    mall.takes("one");
    mall.clock.advance(std::chrono::hours(20));
    (void)mall.service.askForDayEnd(); // or the server itself was quicker
    mall.service.flush();
    const QByteArray page = web.get("/t/one").body;
    CHECK(page.contains("Mohon maaf. Silakan datang lagi"));
    CHECK_FALSE(page.contains("http-equiv=\"refresh\""));
}

TEST_CASE("A ticket that is over stops asking", "[server]")
{
    BusyMall mall;
    Web web(mall);
    mall.takes("one");
    const WebAnswer cancelled = web.post("/t/one/cancel?lang=en");
    CHECK(cancelled.status == 303);
    CHECK(cancelled.header("Location") == "/t/one?lang=en");
    const QByteArray page = web.get("/t/one?lang=en").body;
    CHECK(page.contains("has been cancelled"));
    mall.clock.advance(takeBackWithin + Milliseconds(1));
    const QByteArray later = web.get("/t/one?lang=en").body;
    CHECK(!later.contains("http-equiv"));
    CHECK(!later.contains("<form"));
}

TEST_CASE("An unknown address gets a kind page", "[server]")
{
    Mall mall;
    Web web(mall);
    const WebAnswer page = web.get("/t/unknown?lang=en");
    CHECK(page.status == 404);
    CHECK(page.header("Content-Type").startsWith("text/html"));
    CHECK(page.body.contains("stays valid"));
}

TEST_CASE("Nothing that a stranger writes becomes markup", "[server]")
{
    BusyMall mall;
    Web web(mall);
    const char *evil = "\"><script>alert(1)</script>";
    mall.takes(evil, "<script>");
    const QByteArray secret = QByteArray(evil).toPercentEncoding();
    const WebAnswer own = web.get("/t/" + secret);
    CHECK(own.status == 200);
    for (const WebAnswer &answer :
        {own, web.get("/t/x" + secret), web.get("/t/" + secret + "?lang=" + secret),
            web.post("/t/" + secret + "/cancel?lang=" + secret)}) {
        // Ours comes first, and from this site.
        CHECK(answer.body.count("<script") <= 1);
        CHECK(!answer.body.contains("<script>"));
        CHECK(!answer.body.contains("alert(1)<"));
        CHECK(!answer.headers.contains("<script"));
    }
    CHECK(web.get("/t/one%0d%0aEvil:%20yes").header("Evil").isEmpty());
    CHECK(web.post("/t/one%0d%0aEvil:%20yes/cancel").header("Evil").isEmpty());
}

TEST_CASE("Every answer forbids foreign scripts, frames, guessing and caching", "[server]")
{
    BusyMall mall;
    mall.takes("one");
    for (const char *target : {"/t/one", "/t/none", "/api/v1/lines", "/nowhere", "/healthz"}) {
        CAPTURE(target);
        const WebAnswer answer = Web(mall).get(target);
        CHECK(answer.header("Content-Security-Policy").startsWith("default-src 'none'"));
        CHECK(!answer.header("Content-Security-Policy").contains("unsafe"));
        CHECK(answer.header("X-Content-Type-Options") == "nosniff");
        CHECK(answer.header("X-Frame-Options") == "DENY");
        CHECK(answer.header("Referrer-Policy") == "same-origin");
        CHECK(answer.header("Cache-Control") == "no-store");
    }
    Web broken(mall);
    broken.write("nonsense\r\n\r\n");
    CHECK(broken.answer().header("X-Content-Type-Options") == "nosniff");
}

TEST_CASE("HEAD is GET without the body", "[server]")
{
    BusyMall mall;
    mall.takes("one");
    Web web(mall);
    const WebAnswer whole = web.get("/t/one");
    const WebAnswer head = web.ask("HEAD", "/t/one");
    CHECK(head.status == 200);
    CHECK(head.header("Content-Length") == whole.header("Content-Length"));
    CHECK(web.get("/healthz").status == 200);
    CHECK(!web.hasMore());
}

TEST_CASE("Unknown addresses and wrong methods are told apart", "[server]")
{
    Mall mall;
    Web web(mall);
    const WebAnswer nowhere = web.get("/api/v1/nothing");
    CHECK(nowhere.status == 404);
    CHECK(!nowhere.json()
               .value(QStringLiteral("error"))
               .toObject()
               .value(QStringLiteral("detail"))
               .toString()
               .isEmpty());
    CHECK(web.post("/api/v1/lines").status == 405);
    CHECK(web.post("/api/v1/lines").header("Allow") == "GET, HEAD");
    CHECK(web.get("/api/v1/tickets/x/cancel").header("Allow") == "POST");
    CHECK(web.ask("DELETE", "/healthz").status == 405);
    CHECK(web.ask("BREW", "/healthz").status == 405);
}

TEST_CASE("Too large a body or header is refused with the reason, unread", "[server]")
{
    Mall mall;
    Web body(mall);
    body.write(
        "POST /api/v1/tickets/x/cancel HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\n");
    CHECK(body.answer().status == 413);
    REQUIRE(eventually([&] { return body.isClosed(); }));

    Web chunked(mall);
    chunked.write(
        "POST /api/v1/tickets/x/cancel HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
    for (int i = 0; i < 20; ++i)
        chunked.write("400\r\n" + QByteArray(1024, 'x') + "\r\n");
    CHECK(chunked.answer().status == 413);

    Web header(mall);
    header.write("GET /healthz HTTP/1.1\r\nHost: a\r\nX: " + QByteArray(20000, 'x') + "\r\n\r\n");
    const WebAnswer refused = header.answer();
    CHECK(refused.status == 431);
    CHECK(refused.json()
              .value(QStringLiteral("error"))
              .toObject()
              .value(QStringLiteral("detail"))
              .toString()
              .contains(QStringLiteral("8192")));

    Web small(mall);
    small.write(
        "POST /api/v1/tickets/x/cancel HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello");
    CHECK(small.answer().status == 404);
}

TEST_CASE("A request that never ends, or makes no sense, is ended", "[server]")
{
    ServerLimits limits;
    limits.httpRequest = Milliseconds(200);
    Mall mall(limits);
    Web slow(mall);
    slow.write("GET /healthz HTTP/1.1\r\nHo");
    REQUIRE(eventually([&] { return slow.isClosed(); }));
    Web idle(mall);
    CHECK(idle.get("/healthz").status == 200);
    REQUIRE(eventually([&] { return idle.isClosed(); }));
    Web nonsense(mall);
    nonsense.write("GET nowhere\r\n\r\n");
    CHECK(nonsense.answer().status == 400);
}

TEST_CASE("Requests sent in one go are answered in their order", "[server]")
{
    Mall mall;
    Web web(mall);
    web.write("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\nGET /nowhere HTTP/1.1\r\nHost: a\r\n\r\nGET "
              "/api/v1/calls HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    CHECK(web.answer().status == 200);
    CHECK(web.answer().status == 404);
    CHECK(web.answer().json().contains(QStringLiteral("calls")));
    REQUIRE(eventually([&] { return web.isClosed(); }));
}

TEST_CASE("Whoever leaves before the answer harms nobody", "[server]")
{
    BusyMall mall;
    for (int i = 0; i < 50; ++i) {
        mall.takes(QByteArray("s" + QByteArray::number(i)).constData());
        Web web(mall);
        web.write("POST /api/v1/tickets/s" + QByteArray::number(i)
            + "/cancel HTTP/1.1\r\nHost: a\r\n\r\n");
    }
    CHECK(Web(mall).get("/healthz").status == 200);
}

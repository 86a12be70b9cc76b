// SPDX-License-Identifier: Apache-2.0
#include "core/server/phonebrowser.h"
#include "server/webseal.h"

#include <QJsonArray>

using namespace antre;
using namespace antre::test;

namespace {

int ticketsOf(const Mall &mall) { return int(mall.service.state().tickets.size()); }

} // namespace

TEST_CASE("A visitor finds a service on the phone and takes a number", "[server]")
{
    Mall mall;
    PhoneBrowser phone(mall);
    const QByteArray start = phone.get("/").body;
    CHECK(start.contains("Anda ingin mengurus apa?"));
    CHECK(start.contains("href=\"/a/dukcapil\""));
    CHECK(phone.get("/a/dukcapil").body.contains("href=\"/s/dukcapil.ktp\""));
    const QByteArray service = phone.get("/s/dukcapil.ktp").body;
    for (const char *words : {"KTP-el baru", "Kartu Keluarga", "Gratis", "sekitar 12 menit",
             "Belum ada yang menunggu", "Lansia, 60+", "Ambil nomor"}) {
        CAPTURE(words);
        CHECK(service.contains(words));
    }
    const WebAnswer taken = phone.take("dukcapil.ktp");
    REQUIRE(taken.status == 303);
    REQUIRE(taken.header("Location").startsWith("/t/"));
    CHECK(taken.header("Location").size() == 3 + 22); // 128 bits
    CHECK(phone.get(taken.header("Location")).body.contains("A001"));
}

TEST_CASE("The same form sent twice is one number", "[server]")
{
    Mall mall;
    PhoneBrowser phone(mall);
    const QByteArray form = phone.form("dukcapil.ktp");
    const WebAnswer first = phone.post("/s/dukcapil.ktp/take", form);
    const WebAnswer again = phone.post("/s/dukcapil.ktp/take", form);
    CHECK(first.header("Location") == again.header("Location"));
    CHECK(ticketsOf(mall) == 1);
}

TEST_CASE("A form counts only for its phone, its service and its hour", "[server]")
{
    Mall mall;
    PhoneBrowser phone(mall);
    PhoneBrowser other(mall);
    const QByteArray form = phone.form("dukcapil.ktp");
    (void)other.form("dukcapil.ktp");
    CHECK(other.post("/s/dukcapil.ktp/take", form).status == 409);
    CHECK(phone.post("/s/dukcapil.kk/take", form).status == 409);
    CHECK(phone.post("/s/dukcapil.ktp/take", "wish=x.y.z").status == 409);
    CHECK(phone.post("/s/dukcapil.ktp/take", form + "x").status == 303); // the class is no secret
    const QByteArray late = phone.form("samsat.pajak");
    mall.clock.advance(WebSeal::wishFor + Milliseconds(1));
    const WebAnswer refused = phone.post("/s/samsat.pajak/take", late);
    CHECK(refused.status == 409);
    CHECK(refused.body.contains("Belum ada nomor yang diambil"));
    phone.forgetCookies();
    CHECK(phone.post("/s/dukcapil.ktp/take", form).status == 400);
    CHECK(ticketsOf(mall) == 1);
}

TEST_CASE("One phone holds one number a line, and finds it again on the start page", "[server]")
{
    Mall mall;
    PhoneBrowser phone(mall);
    const QByteArray early = phone.form("dukcapil.kk"); // opened before the first was taken
    const QByteArray ticket = phone.take("dukcapil.ktp").header("Location");
    const WebAnswer second = phone.post("/s/dukcapil.kk/take", early);
    CHECK(second.status == 409);
    CHECK(second.body.contains(linkTo(ticket)));
    CHECK_FALSE(second.body.contains("name=\"wish\""));
    CHECK(phone.take("samsat.pajak").status == 303); // another line
    CHECK(phone.get("/").body.contains(linkTo(ticket)));
    PhoneBrowser other(mall);
    CHECK_FALSE(other.get("/").body.contains(ticket));
    CHECK(other.take("dukcapil.ktp").status == 303);
}

TEST_CASE("Who leaves the queue or lets others go first can take it back for a minute", "[server]")
{
    Mall mall;
    PhoneBrowser phone(mall);
    const QByteArray ticket = phone.take("samsat.pajak").header("Location");
    mall.clock.advance(Milliseconds(1000));
    (void)PhoneBrowser(mall).take("samsat.pajak");
    CHECK(phone.post(ticket + "/later", "places=1").header("Location") == ticket);
    CHECK(phone.get(ticket).body.contains("1 orang di depan Anda"));
    CHECK(phone.post(ticket + "/back").status == 303);
    CHECK(phone.get(ticket).body.contains("Anda berikutnya"));
    CHECK_FALSE(phone.get(ticket).body.contains("Ambil kembali tempat saya"));
    (void)phone.post(ticket + "/later", "places=1000000");
    CHECK(phone.get(ticket).body.contains("Anda berikutnya"));
    (void)phone.post(ticket + "/cancel");
    CHECK(phone.get(ticket).body.contains("Kembalikan nomor saya"));
    (void)phone.post(ticket + "/rejoin");
    CHECK(phone.get(ticket).body.contains("Anda berikutnya"));
    (void)phone.post(ticket + "/cancel");
    mall.clock.advance(takeBackWithin + Milliseconds(1));
    CHECK_FALSE(phone.get(ticket).body.contains("Kembalikan nomor saya"));
    (void)phone.post(ticket + "/rejoin");
    CHECK(phone.get(ticket).body.contains("data-state=\"cancelled\""));
    CHECK(phone.post(ticket + "/later", "places=1", "https://evil.example").status == 403);
}

TEST_CASE("Another site's page can neither take nor cancel", "[server]")
{
    Mall mall;
    PhoneBrowser phone(mall);
    const QByteArray form = phone.form("dukcapil.ktp");
    for (const char *origin : {"https://evil.example", "null", "http://antre.evil.example",
             "http://antre:81", "https://"}) {
        CAPTURE(origin);
        CHECK(phone.post("/s/dukcapil.ktp/take", form, origin).status == 403);
    }
    const QByteArray ticket = phone.post("/s/dukcapil.ktp/take", form).header("Location");
    CHECK(phone.post(ticket + "/cancel", {}, "https://evil.example").status == 403);
    CHECK(phone.post("/api/v1/tickets/" + ticket.mid(3) + "/cancel", {}, "null").status == 403);
    Web web(mall);
    CHECK(web.ask("POST", ticket + "/cancel", "Sec-Fetch-Site: cross-site\r\n").status == 403);
    CHECK(phone.get(ticket).body.contains("data-state=\"waiting\""));
    CHECK(phone.post(ticket + "/cancel").status == 303);
    CHECK(phone.get(ticket).body.contains("data-state=\"cancelled\""));
}

TEST_CASE(
    "Who takes numbers by the hundred is stopped, and a lobby behind one address isn't", "[server]")
{
    Mall mall;
    int given = 0;
    for (int i = 0; i < 60; ++i) // a program, with a fresh cookie each time
        given += PhoneBrowser(mall, "198.51.100.9").take("samsat.pajak").status == 303 ? 1 : 0;
    CHECK(given == 30);
    const WebAnswer refused = PhoneBrowser(mall, "198.51.100.9").take("samsat.pajak");
    CHECK(refused.status == 429);
    CHECK(refused.body.contains("ambil nomor di kios"));
    CHECK(PhoneBrowser(mall, "198.51.100.10").take("samsat.pajak").status == 303);
}

TEST_CASE("What a service refuses is told on its page, and costs the phone nothing", "[server]")
{
    Mall mall;
    PhoneBrowser phone(mall);
    const QByteArray form = phone.form("dukcapil.kk");
    mall.clock.advance(std::chrono::hours(1)); // within the wish's two hours
    mall.apply(CloseFor{Scope(), mall.clock.wall() + Minutes(30), {}});
    const WebAnswer refused = phone.post("/s/dukcapil.kk/take", form);
    CHECK(refused.status == 409);
    CHECK(refused.body.contains("Mal ditutup sampai pukul"));
    CHECK_FALSE(refused.body.contains("Ambil nomor</button>"));
    mall.journal.broken = true;
    mall.clock.advance(Minutes(31));
    const WebAnswer trouble = phone.post("/s/dukcapil.kk/take", phone.form("dukcapil.kk").mid(0));
    CHECK(trouble.status == 503);
    CHECK(trouble.body.contains("Nomor belum bisa diambil saat ini."));
}

TEST_CASE("Language, size and contrast stay as they were chosen", "[server]")
{
    Mall mall;
    PhoneBrowser phone(mall);
    CHECK(phone.get("/?lang=en&text=large").body.contains("What do you need?"));
    CHECK(phone.get("/a/samsat?contrast=high").body.contains("class=\"large contrast\""));
    const QByteArray page = phone.get("/s/samsat.pajak").body;
    CHECK(page.contains("lang=\"en\" class=\"large contrast\""));
    CHECK(page.contains("href=\"?text=normal\""));
    CHECK(phone.get("/?lang=xx&text=<b>&contrast=normal").body.contains("class=\"\""));
}

TEST_CASE("The phone's search finds what the kiosk's finds", "[server]")
{
    Mall mall;
    const WebAnswer found = Web(mall).get("/api/v1/search?q=kartu+keluarga&lang=id");
    const Findings kiosk = ServiceFinder(*smallCatalogue())
                               .find(QStringLiteral("kartu keluarga"), QStringLiteral("id"));
    const QJsonArray services = found.json().value(QStringLiteral("services")).toArray();
    REQUIRE(size_t(services.size()) == kiosk.services.size());
    CHECK(services.first()[QStringLiteral("service")] == kiosk.services.front().service.value());
    CHECK(Web(mall).get("/search?q=kartu").body.contains("<mark>Kartu</mark>"));
    CHECK(Web(mall).get("/search?q=qqqq").body.contains("Tidak ada yang cocok."));
    CHECK(Web(mall).get("/api/v1/search").json().value(QStringLiteral("count")) == 0);
}

TEST_CASE("What a page loads is kept for ever, and its address changes with it", "[server]")
{
    Mall mall;
    Web web(mall);
    const QString page = QString::fromUtf8(web.get("/").body);
    auto files = QRegularExpression(QStringLiteral("/web/[\\w.]+")).globalMatch(page);
    int count = 0;
    while (files.hasNext()) {
        const WebAnswer file = web.get(files.next().captured().toLatin1());
        CHECK(file.status == 200);
        CHECK(file.header("Cache-Control").contains("immutable"));
        ++count;
    }
    CHECK(count >= 4);
    CHECK(web.get("/web/app.000000000000.js").status == 404);
    CHECK(web.get("/worker.js").body.contains("/web/regular."));
}

TEST_CASE("No field becomes markup, a path or a command", "[server]")
{
    Mall mall;
    const int before = ticketsOf(mall);
    for (const char *evil : {"<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>",
             "../../../../etc/passwd", "..%2f..%2fetc%2fpasswd", "'; DROP TABLE events; --", "%00",
             "\x01\x1b[2J", "%0d%0aSet-Cookie: a=b", "{{style}}", "\xe2\x80\xae\x66\x6f"}) {
        CAPTURE(evil);
        const QByteArray coded = QByteArray(evil).toPercentEncoding();
        for (const QByteArray &value : {coded, QByteArray(coded).replace("%25", "%")}) {
            for (const char *target : {"/search?q=", "/a/", "/s/", "/t/", "/web/",
                     "/?lang=", "/?text=", "/api/v1/search?q=", "/api/v1/tickets/", "/"}) {
                const WebAnswer answer = Web(mall).get(target + value);
                CAPTURE(target, value);
                CHECK((answer.status == 200 || answer.status == 404));
                CHECK_FALSE(answer.body.contains("<script>"));
                CHECK_FALSE(answer.body.contains("<img"));
                CHECK_FALSE(answer.body.contains("root:"));
                CHECK_FALSE(answer.body.contains('\x1b'));
                CHECK(answer.header("Set-Cookie").indexOf("a=b") != 0);
            }
            Web web(mall);
            const QByteArray body = "wish=" + value + "&class=" + value + "&" + value + "=1";
            CHECK(web.ask("POST", "/s/dukcapil.ktp/take", "Cookie: phone=" + value + "\r\n", body)
                      .status
                >= 400);
            CHECK(web.ask("POST", "/t/" + value + "/cancel", {}, body).status == 303);
        }
    }
    CHECK(ticketsOf(mall) == before);
    CHECK(Web(mall).get("/healthz").status == 200);
}

TEST_CASE("Guessing tickets finds none", "[server]")
{
    Mall mall;
    PhoneBrowser phone(mall);
    const QByteArray own = phone.take("dukcapil.ktp").header("Location").mid(3);
    Web web(mall);
    for (qsizetype i = 0; i < own.size(); ++i) { // even with all letters but one
        QByteArray guess = own;
        guess[i] = guess[i] == 'A' ? 'B' : 'A';
        CHECK(web.get("/t/" + guess).status == 404);
        CHECK(web.post("/api/v1/tickets/" + guess + "/cancel").status == 404);
    }
    CHECK(web.get("/t/" + own.left(21)).status == 404);
    CHECK(web.get("/t/" + own + "A").status == 404);
    CHECK(phone.get("/t/" + own).body.contains("data-state=\"waiting\""));
}

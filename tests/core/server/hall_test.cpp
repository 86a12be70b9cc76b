// SPDX-License-Identifier: Apache-2.0
#include "core/server/phonebrowser.h"
#include "domain/hallcode.h"
#include "server/webseal.h"

using namespace antre;
using namespace antre::test;

namespace {

/// The small mall, where numbers are only for who has scanned the hall's code.
class MallForWhoIsHere : public Mall
{
public:
    MallForWhoIsHere()
    {
        Catalogue catalogue = *smallCatalogue();
        catalogue.site.phones.onlyHere = true;
        catalogue.version += 1;
        catalogue.index();
        apply(PublishCatalogue{std::make_shared<const Catalogue>(std::move(catalogue))});
    }
    /// What the terminal's screen shows when its clock goes `ahead`: it knows its token, no more.
    [[nodiscard]] QByteArray code(const char *terminal, Milliseconds ahead = Milliseconds(0)) const
    {
        return "/h/"
            + hallCode(TerminalId(QString::fromLatin1(terminal)), hallKey(tokenOf(terminal)),
                clock.wall() + ahead)
                  .toUtf8();
    }
};

bool takesOne(PhoneBrowser &phone) { return phone.take("samsat.pajak").status == 303; }

} // namespace

TEST_CASE("By a poster's code one may look; by the hall's one may take a number", "[server]")
{
    MallForWhoIsHere mall;
    PhoneBrowser phone(mall);
    const QByteArray form = phone.form("samsat.pajak");
    CHECK(phone.get("/").body.contains("pindai kode di layar atau kios ruang tunggu"));
    CHECK(form.startsWith("wish=&"));
    CHECK(phone.get("/s/samsat.pajak").body.contains("Belum ada yang menunggu"));
    for (const char *terminal : {"display-1", "kiosk-1"}) {
        PhoneBrowser here(mall);
        CHECK(here.get(mall.code(terminal)).header("Location") == "/");
        CHECK(takesOne(here));
    }
    CHECK(phone.take("samsat.pajak").status != 303);
}

TEST_CASE("A forged code of the hall lets nobody take a number", "[server]")
{
    MallForWhoIsHere mall;
    PhoneBrowser phone(mall);
    const QByteArray right = mall.code("display-1");
    QByteArrayList forged{right + "A", right.left(right.size() - 1), "/h/", "/h/..", "/h/display-1",
        "/h/display-1.zz.AAAAAAAAAAAAAAAA", QByteArray(right).replace("display-1", "kiosk-1"),
        "/h/"
            + hallCode(TerminalId(QStringLiteral("display-1")), QString(), mall.clock.wall())
                  .toUtf8(),
        mall.code("counter-1"), mall.code("nobody")};
    for (qsizetype i = right.size() - 16; i < right.size(); ++i) {
        forged.append(right);
        forged.last()[i] = right[i] == 'A' ? 'B' : 'A';
    }
    for (const QByteArray &code : forged) {
        CAPTURE(code);
        CHECK(phone.get(code).status == 404);
    }
    CHECK_FALSE(takesOne(phone));
}

TEST_CASE("The hall's code is worthless some minutes later, and for who got it sent", "[server]")
{
    MallForWhoIsHere mall;
    const QByteArray code = mall.code("display-1");
    mall.clock.advance(Minutes(5));
    PhoneBrowser slow(mall);
    CHECK(slow.get(code).status == 303);
    CHECK(takesOne(slow));
    mall.clock.advance(Minutes(1));
    PhoneBrowser friendAtHome(mall);
    const WebAnswer old = friendAtHome.get(code);
    CHECK(old.status == 410);
    CHECK(old.body.contains("Kode ini sudah lama"));
    CHECK_FALSE(takesOne(friendAtHome));
    CHECK(friendAtHome.get("/s/samsat.pajak").status == 200); // looking goes on
}

TEST_CASE("Having been in the hall holds for half an hour, and for this phone only", "[server]")
{
    MallForWhoIsHere mall;
    PhoneBrowser phone(mall);
    (void)phone.get(mall.code("kiosk-1"));
    PhoneBrowser other(mall);
    (void)other.get("/s/samsat.pajak");
    other.keep("here", phone.kept("here"));
    CHECK_FALSE(takesOne(other));
    const QByteArray form = phone.form("samsat.pajak");
    mall.clock.advance(WebSeal::hereFor + Milliseconds(1));
    const WebAnswer late = phone.post("/s/samsat.pajak/take", form);
    CHECK(late.status == 403);
    CHECK(late.body.contains("Nomor hanya untuk yang sudah di mal"));
    (void)phone.get(mall.code("kiosk-1"));
    CHECK(takesOne(phone));
}

TEST_CASE("A terminal whose clock is a little off still shows a code that counts", "[server]")
{
    MallForWhoIsHere mall;
    const auto counts = [&](Minutes ahead) {
        return PhoneBrowser(mall).get(mall.code("display-1", ahead)).status == 303;
    };
    CHECK(counts(Minutes(2)));
    CHECK(counts(Minutes(-5)));
    CHECK_FALSE(counts(Minutes(3)));
    CHECK_FALSE(counts(Minutes(-6)));
}

TEST_CASE("Where the catalogue doesn't ask for it anybody may take a number", "[server]")
{
    Mall mall;
    PhoneBrowser phone(mall);
    CHECK(takesOne(phone));
    CHECK(phone.get("/h/anything").status == 303); // a code scanned before the catalogue changed
}

TEST_CASE("A terminal that is enrolled anew makes its old codes worthless", "[server]")
{
    MallForWhoIsHere mall;
    const QByteArray code = mall.code("display-1");
    mall.apply(EnrolTerminal{{TerminalId(QStringLiteral("display-1")), TerminalKind::Display,
        QStringLiteral("display-1"), {}, hashToken(QStringLiteral("another"))}});
    CHECK(PhoneBrowser(mall).get(code).status == 404);
}

TEST_CASE("What a terminal signs with is what the site keeps of its token", "[server]")
{
    CHECK(hallKey(QStringLiteral("token")) == hashToken(QStringLiteral("token")));
}

// SPDX-License-Identifier: Apache-2.0
#include "core/server/phonebrowser.h"
#include "scan/qrreader.h"

#include <QImage>

using namespace antre;
using namespace antre::test;
using namespace std::chrono_literals;

namespace {

/// The small mall on a Monday at nine, where dukcapil.ktp takes so many visitors each half hour.
class MallWithTimes : public Mall
{
public:
    explicit MallWithTimes(int places = 2)
    {
        Catalogue catalogue = *smallCatalogue();
        catalogue.site.publicUrl = QStringLiteral("https://antre.example");
        AppointmentRules rules;
        rules.places = places;
        rules.windows[0] = rules.windows[4] = {{10h, 12h}};
        for (Agency &agency : catalogue.agencies)
            for (Service &one : agency.services)
                if (one.id == ServiceId(QStringLiteral("dukcapil.ktp")))
                    one.appointments = rules;
        catalogue.version += 1;
        catalogue.index();
        apply(PublishCatalogue{std::make_shared<const Catalogue>(std::move(catalogue))});
    }
    void shows(int hour, int minute)
    {
        clock.setWall(mondayMorning + Minutes(hour * 60 + minute - 540));
    }
};

QByteArray times(PhoneBrowser &phone)
{
    const QString page = QString::fromUtf8(phone.get("/times/dukcapil.ktp").body);
    const auto wish
        = QRegularExpression(QStringLiteral("name=\"wish\" value=\"([^\"]+)\"")).match(page);
    return "wish=" + wish.captured(1).toLatin1();
}

/// The reservation's page for Monday, or "" and what was answered instead.
QByteArray reserves(PhoneBrowser &phone, const char *minute = "600", WebAnswer *answer = nullptr)
{
    const WebAnswer got
        = phone.post("/s/dukcapil.ktp/reserve", times(phone) + "&slot=2026-08-24." + minute);
    if (answer)
        *answer = got;
    return got.status == 303 ? got.header("Location") : QByteArray();
}

} // namespace

TEST_CASE("A visitor reserves a time without a name and gets a code to keep", "[server]")
{
    MallWithTimes mall;
    PhoneBrowser phone(mall);
    CHECK(phone.get("/s/dukcapil.ktp").body.contains("href=\"/times/dukcapil.ktp\""));
    CHECK_FALSE(phone.get("/s/dukcapil.kk").body.contains("/times/"));
    const QByteArray page = phone.get("/times/dukcapil.ktp").body;
    for (const char *words : {"Senin, 24 Agustus", "Jumat, 28 Agustus", "2 tempat", "11.30"})
        CHECK(page.contains(words));
    const QByteArray own = reserves(phone);
    REQUIRE(own.size() == 3 + 22); // 128 bits
    const QByteArray kept = phone.get(own).body;
    for (const char *words : {"Janji temu Anda", "Senin, 24 Agustus", "10.00", "class=\"qr\"",
             "Lapor hadir pukul 09.30 sampai 10.10"})
        CHECK(kept.contains(words));
    CHECK(kept.contains(own.mid(3)));
    CHECK(phone.get("/").body.contains(linkTo(own)));
    CHECK(mall.service.state().tickets.empty()); // no place in line
}

TEST_CASE("The code to save reads as the reservation's page", "[server]")
{
    MallWithTimes mall;
    PhoneBrowser phone(mall);
    const QByteArray own = reserves(phone);
    const WebAnswer saved = phone.get(own + "/code.png");
    CHECK(saved.header("Content-Type") == "image/png");
    QZXingReader reader;
    CHECK(reader.read(QImage::fromData(saved.body))
        == QStringLiteral("https://antre.example") + QString::fromLatin1(own));
    CHECK(phone.get("/r/AAAAAAAAAAAAAAAAAAAAAA/code.png").status == 404);
}

TEST_CASE(
    "A time reserved twice is one; what is full, over or one's own already is said so", "[server]")
{
    MallWithTimes mall;
    PhoneBrowser phone(mall);
    const QByteArray form = times(phone) + "&slot=2026-08-24.600";
    const QByteArray first = phone.post("/s/dukcapil.ktp/reserve", form).header("Location");
    CHECK(phone.post("/s/dukcapil.ktp/reserve", form).header("Location") == first);
    CHECK(mall.service.state().reservations.size() == 1);
    CHECK_FALSE(phone.get("/times/dukcapil.ktp").body.contains("name=\"slot\"")); // has one
    PhoneBrowser second(mall, "192.0.2.8");
    PhoneBrowser third(mall, "192.0.2.9");
    WebAnswer refused;
    CHECK_FALSE(reserves(second).isEmpty());
    CHECK(reserves(third, "600", &refused).isEmpty());
    CHECK(refused.body.contains("Waktu ini sudah penuh."));
    CHECK(refused.body.contains("disabled"));
    CHECK(reserves(third, "605", &refused).isEmpty());
    CHECK(refused.body.contains("Tidak ada janji temu pada waktu ini."));
    mall.shows(10, 1);
    CHECK(reserves(third, "600", &refused).isEmpty());
    CHECK(refused.body.contains("Waktu ini sudah lewat."));
}

TEST_CASE(
    "A reservation's form counts only for its phone, its service and our own pages", "[server]")
{
    MallWithTimes mall;
    PhoneBrowser phone(mall);
    PhoneBrowser other(mall);
    const QByteArray form = times(phone) + "&slot=2026-08-24.600";
    (void)times(other);
    CHECK(other.post("/s/dukcapil.ktp/reserve", form).status == 409);
    CHECK(phone.post("/s/dukcapil.ktp/reserve", form, "https://evil.example").status == 403);
    for (const char *slot :
        {"", "2026-08-24", "2026-08-24.-1", "x.600", "2026-08-24.99999999999"}) {
        CAPTURE(slot);
        CHECK(phone.post("/s/dukcapil.ktp/reserve", times(phone) + "&slot=" + slot).status == 409);
    }
    phone.forgetCookies();
    CHECK(phone.post("/s/dukcapil.ktp/reserve", form).status == 400);
    CHECK(mall.service.state().reservations.empty());
}

TEST_CASE("Who checks in on time gets a number, twice the same one", "[server]")
{
    MallWithTimes mall;
    PhoneBrowser phone(mall);
    const QByteArray own = reserves(phone);
    mall.shows(9, 45);
    CHECK(phone.get(own).body.contains("Lapor hadir</button>"));
    const WebAnswer first = phone.post(own + "/checkin");
    REQUIRE(first.status == 303);
    CHECK(phone.get(first.header("Location")).body.contains("A001"));
    PhoneBrowser tablet(mall); // the same code elsewhere
    CHECK(tablet.post(own + "/checkin").header("Location") == first.header("Location"));
    CHECK(mall.service.state().tickets.size() == 1);
    CHECK(phone.get(own).body.contains("Anda sudah lapor hadir"));
    CHECK(phone.get(own).body.contains(linkTo(first.header("Location"))));
}

TEST_CASE(
    "Who is early, late, here on the wrong day or has cancelled is told what to do", "[server]")
{
    MallWithTimes mall;
    PhoneBrowser phone(mall);
    const QByteArray own = reserves(phone);
    const auto told = [&](const char *sentence) {
        const WebAnswer answer = phone.post(own + "/checkin");
        return answer.status == 409 && answer.body.contains(sentence);
    };
    CHECK(told("Anda datang lebih awal."));
    CHECK_FALSE(phone.get(own).body.contains("Lapor hadir</button>"));
    mall.shows(10, 11);
    CHECK(told("Waktu janji temu Anda sudah lewat."));
    CHECK(phone.get(own).body.contains("Waktu janji temu Anda sudah lewat."));
    const WebAnswer friday
        = phone.post("/s/dukcapil.ktp/reserve", times(phone) + "&slot=2026-08-28.630");
    const QByteArray next = friday.header("Location");
    CHECK(phone.post(next + "/checkin").body.contains("Janji temu Anda bukan hari ini."));
    CHECK(phone.post(next + "/cancel").status == 303);
    CHECK(phone.get(next).body.contains("Janji temu ini sudah dibatalkan."));
    CHECK(phone.post(next + "/checkin").body.contains("Janji temu ini sudah dibatalkan."));
    CHECK(mall.service.state().tickets.empty());
}

TEST_CASE("Nobody cancels or uses a reservation without its code, and the day after it is gone",
    "[server]")
{
    MallWithTimes mall;
    PhoneBrowser phone(mall);
    const QByteArray own = reserves(phone);
    for (qsizetype i = 3; i < own.size(); ++i) { // even with all letters but one
        QByteArray guess = own;
        guess[i] = guess[i] == 'A' ? 'B' : 'A';
        CHECK(phone.post(guess + "/cancel").status == 303);
        CHECK(phone.get(guess).status == 404);
        CHECK(phone.post(guess + "/checkin").status == 404);
    }
    CHECK(phone.post(own + "/cancel", {}, "https://evil.example").status == 403);
    CHECK(phone.get(own).body.contains("class=\"qr\""));
    mall.clock.setWall(mondayMorning + 4 * 24h);
    (void)phone.take("dukcapil.ktp"); // the day begins
    CHECK(phone.get(own).status == 404);
    CHECK(phone.get(own).body.contains("Kami tidak mengenal kode ini"));
}

TEST_CASE("Who reserves times by a program is stopped before all are gone", "[server]")
{
    MallWithTimes mall(50);
    int given = 0;
    for (int i = 0; i < 16; ++i) { // with a fresh cookie each time
        PhoneBrowser program(mall, "198.51.100.9");
        given += reserves(program).isEmpty() ? 0 : 1;
    }
    CHECK(given == 12);
    PhoneBrowser program(mall, "198.51.100.9");
    WebAnswer refused;
    CHECK(reserves(program, "600", &refused).isEmpty());
    CHECK(refused.status == 429);
    PhoneBrowser somebody(mall, "198.51.100.10");
    CHECK_FALSE(reserves(somebody).isEmpty());
}

// SPDX-License-Identifier: Apache-2.0
#include "common/language.h"
#include "kiosk/kioskviews.h"
#include "support/catch.h"
#include "ui/kiosk/samples.h"

using namespace antre;

static const AgencyId samsat = AgencyId(QStringLiteral("samsat"));
static const ServiceId businessId = ServiceId(QStringLiteral("dpmptsp.nib"));
static const QString id = QStringLiteral("id");
static const QString en = QStringLiteral("en");

TEST_CASE("A break is said with its end, and that numbers can be taken", "[views]")
{
    Language language;
    language.set(id);
    const auto screen = morning();
    const auto view = KioskViews(screen, id).services(samsat);
    REQUIRE(view.note);
    CHECK(view.note->markup.startsWith(
        QStringLiteral("<b>Istirahat sampai pukul 10.00.</b> Nomor tetap bisa diambil sekarang")));
}

TEST_CASE("Times follow the language", "[views]")
{
    Language language;
    language.set(en);
    const auto screen = morning();
    const auto view = KioskViews(screen, en).services(samsat);
    REQUIRE(view.note);
    CHECK(view.note->markup.startsWith(QStringLiteral("<b>On break until 10:00.</b>")));
}

TEST_CASE("A wait is a range and its clock times are rounded outwards", "[views]")
{
    Language language;
    language.set(id);
    const auto screen = morning();
    const auto view = KioskViews(screen, id).service(businessId);
    CHECK(view.queue.wait == QStringLiteral("35–55 menit"));
    CHECK(view.queue.calledAt == QStringLiteral("10.15–10.40"));
    CHECK(view.queue.headline == QStringLiteral("8 orang di depan Anda"));
}

TEST_CASE("Without an estimate nothing is made up", "[views]")
{
    Language language;
    language.set(id);
    auto screen = morning();
    screen.lines[LineId(QStringLiteral("A"))] = {3, {}};
    screen.agencies[AgencyId(QStringLiteral("dpmptsp"))] = {Availability::NobodyAtCounter};
    const auto view = KioskViews(screen, id).service(businessId);
    CHECK(view.queue.wait.isEmpty());
    CHECK(view.queue.remark.startsWith(QStringLiteral("Loket belum dibuka.")));
}

TEST_CASE("Old figures carry their time", "[views]")
{
    Language language;
    language.set(id);
    auto screen = morning();
    screen.isAway = true;
    screen.heardAt = LocalTime{screen.now.day, Minutes(568), 4};
    CHECK(KioskViews(screen, id).service(businessId).queue.remark
        == QStringLiteral("Jaringan terputus. Keadaan pukul 09.28."));
}

TEST_CASE("A closed day says when it opens again", "[views]")
{
    Language language;
    language.set(id);
    State state;
    state.catalogue = mallCatalogue();
    const auto screen = kioskScreen(state, mallTime("2026-08-22", 582));
    const auto view = KioskViews(screen, id).start();
    REQUIRE(view.note);
    CHECK(view.note->markup.contains(QStringLiteral("Tutup hari ini.")));
    CHECK(view.note->markup.contains(QStringLiteral("Senin pukul 07.30")));
}

TEST_CASE("While another printer prints the visitor is told where it stands", "[views]")
{
    Language language;
    language.set(id);
    const KioskScreen screen = otherPrinter(morning());
    const KioskViews views(screen, id);
    CHECK(views.start().note->markup
        == QStringLiteral("<b>Struk keluar di printer sebelah kanan.</b>"));
    IssuedTicket ticket = sampleTicket();
    CHECK(views.issued(ticket).take == QStringLiteral("Ambil struk Anda di bawah layar"));
    ticket.place = onTheRight();
    CHECK(views.issued(ticket).take == QStringLiteral("Ambil struk Anda di printer sebelah kanan"));
    ticket.isCopy = true;
    CHECK(views.issued(ticket).take
        == QStringLiteral("Ambil salinan struk Anda di printer sebelah kanan"));
}

TEST_CASE("Staff read at the kiosk what its printers lack", "[views]")
{
    Language language;
    language.set(id);
    KioskScreen screen = otherPrinter(morning());
    CHECK(KioskViews(screen, id).staff().parts
        == QStringList{QStringLiteral("printer di bawah layar: kertas habis")});
    screen.staff.printers[0].condition = PrinterCondition::Ready;
    screen.staff.printers[1].paper = PaperLeft{2400, 20};
    screen.staff.forOfficers = QStringList{QStringLiteral("A004")};
    CHECK(KioskViews(screen, id).staff().parts
        == QStringList{
            QStringLiteral("printer sebelah kanan: kertas hampir habis, kira-kira 20 struk lagi"),
            QStringLiteral("mencetak A004 untuk petugas")});
}

TEST_CASE("Who filled a printer is asked which roll is in it", "[views]")
{
    Language language;
    language.set(id);
    KioskScreen screen = morning();
    CHECK_FALSE(KioskViews(screen, id).start().question);
    screen.roll = RollAsked{onTheRight(), true};
    const auto question = KioskViews(screen, id).start().question;
    REQUIRE(question);
    CHECK(question->about == QuestionView::About::Roll);
    CHECK(question->whom.startsWith(QStringLiteral("Printer sebelah kanan. Untuk petugas")));
}

TEST_CASE("The first class is general, the others are named by the catalogue", "[views]")
{
    Language language;
    language.set(id);
    const auto screen = morning();
    const auto view = KioskViews(screen, id).service(businessId);
    REQUIRE(view.priorities.size() >= 2);
    CHECK(view.priorities[0].name == QStringLiteral("Tidak, umum"));
    CHECK(view.priorities[1].name == QStringLiteral("Lansia, 60+"));
}

TEST_CASE("What a search found says where it is to be had, and by which word", "[views][search]")
{
    Language language;
    language.set(id);
    const auto screen = morning();
    const ServiceFinder finder(*screen.catalogue);
    const KioskViews views(screen, id);
    const SearchView cards = views.search(finder, QStringLiteral("ktp"));
    CHECK(cards.title == QStringLiteral("<b>3 layanan</b> untuk “ktp”"));
    CHECK(cards.found.at(0).name == QStringLiteral("<b>KTP</b>-el baru (perekaman pertama)"));
    CHECK(cards.found.at(0).where == QStringLiteral("Dukcapil · kode B"));
    CHECK(cards.frequent.empty());
    const SearchView conduct = views.search(finder, QStringLiteral("surat kelakuan baik"));
    CHECK(conduct.found.at(0).where == QStringLiteral("Polresta · kode E"));
    CHECK(conduct.found.at(0).said == QStringLiteral("“surat kelakuan baik”"));
    const SearchView police = views.search(finder, QStringLiteral("polisi"));
    CHECK(police.found.at(0).service.isEmpty());
    CHECK(police.found.at(0).where == QStringLiteral("Semua 6 layanan · kode E"));
    const SearchView nothing = views.search(finder, QStringLiteral("pizza"));
    CHECK(nothing.title.isEmpty());
    CHECK(nothing.note->markup.startsWith(
        QStringLiteral("<b>Tidak ada layanan “pizza” di mal ini.</b>")));
    CHECK(nothing.frequent.size() == 12);
}

TEST_CASE("A mall that names no frequent services offers one of each agency", "[views][search]")
{
    Language language;
    language.set(id);
    auto screen = morning();
    Catalogue plain = *screen.catalogue;
    plain.site.frequent.clear();
    plain.index();
    screen.catalogue = std::make_shared<const Catalogue>(plain);
    const SearchView view = KioskViews(screen, id).search(ServiceFinder(plain), {});
    CHECK(view.frequent.size() == 12);
    CHECK(view.frequent.at(0).name == QStringLiteral("NIB usaha"));
}

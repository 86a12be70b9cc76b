// SPDX-License-Identifier: Apache-2.0
#include "base/random.h"
#include "core/slip/printed.h"
#include "scan/qrreader.h"
#include "slip/dotfont.h"
#include "slip/escpos.h"
#include "slip/slippicture.h"
#include "slip/slipraster.h"
#include "slip/sliptext.h"
#include "slip/slipwords.h"
#include "support/catch.h"
#include "support/golden.h"
#include "support/sampleslip.h"

#include <QFontInfo>

using namespace antre;

namespace Catch {
template <> struct StringMaker<QSize>
{
    static std::string convert(const QSize &size)
    {
        return std::to_string(size.width()) + "x" + std::to_string(size.height());
    }
};
} // namespace Catch

namespace {

/// The smallest rectangle around the ink.
QRect inkOf(const QImage &image)
{
    QRect ink;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.pixelIndex(x, y) == 1)
                ink |= QRect(x, y, 1, 1);
    return ink;
}

/// The slip's words, line by line.
QStringList words(const Slip &slip)
{
    QStringList lines;
    for (const SlipBlock &block : slip.blocks) {
        if (const auto *row = std::get_if<SlipTextRow>(&block)) {
            QString line;
            for (const SlipRun &run : row->runs)
                line += run.text;
            lines += line;
        }
    }
    return lines;
}

bool says(const Slip &slip, const QString &text)
{
    return words(slip).join(QLatin1Char(' ')).simplified().contains(text);
}

LocalText inBoth(const QString &indonesian, const QString &english)
{
    return LocalText(std::map<QString, QString>{
        {QStringLiteral("id"), indonesian}, {QStringLiteral("en"), english}});
}

SlipContent english()
{
    SlipContent slip = sampleSlip();
    slip.language = QStringLiteral("en");
    slip.mallName = QStringLiteral("Bengkulu City Public Service Mall");
    slip.service = QStringLiteral("Business ID number (NIB) via OSS, assisted");
    slip.requirements = {QStringLiteral("Original and copy of the e-ID card (KTP-el)"),
        QStringLiteral("Taxpayer number (if any)"),
        QStringLiteral("Active phone number and e-mail address"),
        QStringLiteral("Business data: activity code (KBLI), address, capital")};
    slip.greeting = QStringLiteral("Thank you for your patience.");
    return slip;
}

SlipContent offline()
{
    SlipContent slip = sampleSlip();
    slip.number = QStringLiteral("A2-07");
    slip.offline = true;
    slip.peopleAhead.reset();
    slip.wait.reset();
    return slip;
}

SlipContent fullest()
{
    SlipContent slip = sampleSlip();
    slip.number = QStringLiteral("W1000");
    slip.copy = true;
    slip.maybeTooLate = true;
    slip.service = QStringLiteral(
        "Surat Keterangan Hasil Pemeriksaan Narkotika (SKHPN) pertanggungjawabanketenagakerjaan");
    slip.agency = QStringLiteral("Badan Narkotika Nasional (BNN) Kota Bengkulu dan sekitarnya");
    slip.wait = SlipWait{Minutes(120), Minutes(240), Minutes(600), Minutes(720)};
    slip.requirements += QStringLiteral("Surat pengantar/permohonan dari koperasi/badan usaha");
    slip.requirements += QStringLiteral("Yang keenam tidak dicetak");
    slip.greeting = QStringLiteral("Terima kasih sudah menunggu dengan sabar.");
    return slip;
}

} // namespace

TEST_CASE("The fonts that a slip is drawn with are installed", "[slip]")
{
    CHECK(QFontInfo(QFont(QStringLiteral("Clear Sans"))).family() == QStringLiteral("Clear Sans"));
    // Terminus' hyphen is one row of dots; outline fonts, pressed into the cell, miss the grid.
    CHECK(inkOf(dotText(QStringLiteral("-"), false)).size() == QSize(9, 1));
    CHECK(inkOf(dotText(QStringLiteral("-"), true)).size() == QSize(10, 1));
}

TEST_CASE("Slips look as they were drawn", "[slip]")
{
    const auto [name, content] = GENERATE(table<QString, SlipContent>(
        {{QStringLiteral("sample"), sampleSlip()}, {QStringLiteral("english"), english()},
            {QStringLiteral("offline"), offline()}, {QStringLiteral("fullest"), fullest()}}));
    const int width = GENERATE(slipWidth58, slipWidth80At180, slipWidth80);
    const Slip slip = layOutSlip(content, width);
    const QString file = QStringLiteral("slip/%1-%2").arg(name).arg(width);
    CHECK(matchesGoldenPicture(file + QStringLiteral(".png"), slipPicture(slip), 400));
    CHECK(matchesGolden(file + QStringLiteral(".txt"),
        print(slip).transcript.join(QLatin1Char('\n')).toUtf8() + '\n'));
}

TEST_CASE("The printer puts on paper what the picture shows, dot for dot", "[slip]")
{
    const SlipContent content = GENERATE(sampleSlip(), english(), offline(), fullest());
    const int width = GENERATE(slipWidth58, slipWidth80At180, slipWidth80);
    const bool doubleByte = GENERATE(true, false);
    const Slip slip = layOutSlip(content, width);
    const Printed printed = print(slip, doubleByte);
    CHECK(printed.problems == QStringList());
    CHECK((printed.paper == slipPicture(slip)));
}

TEST_CASE("The code on the slip leads to the ticket", "[slip]")
{
    const int width = GENERATE(slipWidth58, slipWidth80At180, slipWidth80);
    const SlipContent content = sampleSlip();
    CHECK(QZXingReader().read(print(layOutSlip(content, width)).paper) == content.link);
}

TEST_CASE("Nothing of a long name is lost", "[slip]")
{
    for (const int width : {slipWidth58, slipWidth80}) {
        const SlipContent content = fullest();
        const QStringList lines = words(layOutSlip(content, width));
        const QString all = lines.join(QString()).remove(QLatin1Char(' '));
        for (QString text : {content.service, content.agency, content.requirements.at(4)})
            CHECK(all.contains(text.remove(QLatin1Char(' '))));
        for (const QString &line : lines)
            CHECK(cellCount(line) <= width / cellWidth);
    }
}

TEST_CASE("At most five papers to prepare are printed", "[slip]")
{
    CHECK_FALSE(says(layOutSlip(fullest(), slipWidth80), QStringLiteral("Yang keenam")));
}

TEST_CASE("A slip says only what is known", "[slip]")
{
    const Slip known = layOutSlip(sampleSlip(), slipWidth80);
    CHECK(says(known, QStringLiteral("35-55 menit")));
    CHECK(says(known, QStringLiteral("Dipanggil kira-kira 10.15-10.40")));
    CHECK(says(known, QStringLiteral("Layanan ini gratis.")));
    CHECK_FALSE(says(known, QStringLiteral("Jaringan")));
    CHECK_FALSE(says(known, QStringLiteral("SALINAN")));

    SlipContent content = offline();
    content.free = false;
    const Slip unknown = layOutSlip(content, slipWidth80);
    CHECK_FALSE(says(unknown, QStringLiteral("menit")));
    CHECK_FALSE(says(unknown, QStringLiteral("Orang di depan")));
    CHECK_FALSE(says(unknown, QStringLiteral("gratis")));
    CHECK(says(unknown, QStringLiteral("Nomor Anda tetap sah")));
}

TEST_CASE("A second slip of the same ticket is marked", "[slip]")
{
    SlipContent content = sampleSlip();
    content.copy = true;
    CHECK(says(layOutSlip(content, slipWidth58), QStringLiteral("SALINAN")));
}

TEST_CASE("A slip names all services of one visit", "[slip]")
{
    SlipContent content = sampleSlip();
    content.further = {QStringLiteral("KK Baru (Dukcapil)"), QStringLiteral("NPWP (KPP Pratama)")};
    const Slip slip = layOutSlip(content, slipWidth58);
    CHECK(says(slip, QStringLiteral("Lalu: KK Baru (Dukcapil)")));
    CHECK(says(slip, QStringLiteral("Lalu: NPWP (KPP Pratama)")));
    CHECK_FALSE(says(layOutSlip(sampleSlip(), slipWidth58), QStringLiteral("Lalu:")));
}

TEST_CASE("Times and dates are written as each language does", "[slip]")
{
    const BusinessDay day = BusinessDay::fromText(u"2026-08-20").value();
    CHECK(slipWords(QStringLiteral("id")).time(Minutes(615)) == QStringLiteral("10.15"));
    CHECK(slipWords(QStringLiteral("en")).time(Minutes(5)) == QStringLiteral("00:05"));
    CHECK(
        slipWords(QStringLiteral("id")).longDate(day) == QStringLiteral("Kamis, 20 Agustus 2026"));
    CHECK(slipWords(QStringLiteral("id")).shortDate(day) == QStringLiteral("Kam, 20 Agu 2026"));
    CHECK(slipWords(QStringLiteral("en")).longDate(day)
        == QStringLiteral("Thursday, 20 August 2026"));
    CHECK(slipWords(QStringLiteral("xx")).language == QStringLiteral("en"));
}

TEST_CASE("No text can become a printer command", "[slip]")
{
    SlipContent content = sampleSlip();
    content.service = QStringLiteral("A\x1B@\x10\x04\x01\x1DV") + QChar(0)
        + QStringLiteral("B\nC\u202ED\uFEFF");
    content.requirements = {QStringLiteral("\x1Cq\x01 \x7F\x9B")};
    const Slip slip = layOutSlip(content, slipWidth58);
    CHECK(print(slip).problems == QStringList());
    CHECK(says(slip, QStringLiteral("A @ V B CD")));
}

TEST_CASE("Signs that the printer lacks get their plain form", "[slip]")
{
    CHECK(slipText(QStringLiteral(u"10–12 “ya” d’accord…"))
        == QStringLiteral("10-12 \"ya\" d'accord..."));
    CHECK(slipText(QStringLiteral(u"Ōsaka Škoda")) == QStringLiteral("Osaka Skoda"));
    CHECK(slipText(QStringLiteral(u"café 5 °C ±½")) == QStringLiteral(u"café 5 °C ±½"));
    CHECK(printerBytes(QStringLiteral(u"é")) == QByteArray("\x82"));
    CHECK(printerBytes(QStringLiteral(u"■²")) == QByteArray("\xFE\xFD"));
}

TEST_CASE("Another script is drawn, since the printer has no letters for it", "[slip]")
{
    SlipContent content = sampleSlip();
    content.service = QStringLiteral(u"خدمة 服务");
    const Slip slip = layOutSlip(content, slipWidth58);
    const Printed printed = print(slip);
    CHECK(printed.problems == QStringList());
    CHECK((printed.paper == slipPicture(slip)));
    content.service.clear();
    CHECK(layOutSlip(content, slipWidth58).height == slip.height - 30);
}

TEST_CASE("A picture never holds bytes that a printer obeys at once", "[slip]")
{
    SeededRandom random(3);
    for (int round = 0; round < 200; ++round) {
        QImage noise = blankPaper(64, 32);
        for (int i = 0; i < 8 * 32; ++i) {
            constexpr std::array<uchar, 4> dangerous{0x10, 0x04, 0x05, 0x14};
            noise.scanLine(i / 8)[i % 8] = dangerous.at(random.below(4));
        }
        const QByteArray safe = rasterBytes(withoutRealTimeCommands(noise));
        CHECK_FALSE(safe.contains(QByteArray("\x10\x04")));
        CHECK_FALSE(safe.contains(QByteArray("\x10\x05")));
        CHECK_FALSE(safe.contains(QByteArray("\x10\x14")));
    }
}

TEST_CASE("A printer that counts in half dots gets twice the steps", "[slip]")
{
    const Slip slip = layOutSlip(sampleSlip(), slipWidth80);
    const QByteArray once = escposBytes(slip, {.stepsPerDot = 1});
    const QByteArray twice = escposBytes(slip, {.stepsPerDot = 2});
    CHECK(once.contains(QByteArray("\x1B\x33\x1E")));
    CHECK(twice.contains(QByteArray("\x1B\x33\x3C")));
    CHECK(once.endsWith(QByteArray("\x1D\x56\x42\x00", 4)));
    CHECK_FALSE(escposBytes(slip, {.cutter = false}).contains(QByteArray("\x1D\x56")));
}

TEST_CASE("The number is as high as the design says, however long it is", "[slip]")
{
    for (const QString &number :
        {QStringLiteral("A012"), QStringLiteral("A2-07"), QStringLiteral("W1000")}) {
        const QImage picture = numberPicture(number, 372, 120);
        CAPTURE(number, picture.width());
        CHECK(picture.width() <= 372);
        CHECK(picture.height() >= 120);
        CHECK(picture.height() <= 128);
    }
}

TEST_CASE("A ticket's slip is in the ticket's language", "[slip]")
{
    Catalogue catalogue;
    catalogue.site.name = inBoth(QStringLiteral("Mal"), QStringLiteral("Mall"));
    catalogue.site.timeZone = QStringLiteral("Asia/Jakarta");
    catalogue.site.timeZoneLabel = inBoth(QStringLiteral("WIB"), QStringLiteral("WIB"));
    catalogue.site.languages = {QStringLiteral("id"), QStringLiteral("en")};
    catalogue.site.publicUrl = QStringLiteral("https://mpp.example.id");
    Agency agency;
    agency.id = AgencyId(QStringLiteral("dpmptsp"));
    agency.code = QStringLiteral("A");
    agency.shortName = inBoth(QStringLiteral("DPMPTSP"), QStringLiteral("DPMPTSP"));
    Service service;
    service.id = ServiceId(QStringLiteral("dpmptsp.nib"));
    service.agency = agency.id;
    service.name = inBoth(QStringLiteral("Izin"), QStringLiteral("Permit"));
    service.free = true;
    service.requirements = {inBoth(QStringLiteral("KTP-el"), QStringLiteral("KTP-el"))};
    agency.services = {service};
    catalogue.agencies = {agency};
    catalogue.index();

    Ticket ticket;
    ticket.number = TicketNumber{LineId(QStringLiteral("A")), {}, 12};
    ticket.service = service.id;
    ticket.language = QStringLiteral("en");
    ticket.secret = QStringLiteral("7KQ4MZ8R");
    ticket.touchedAt
        = fromMs(QDateTime(QDate(2026, 8, 20), QTime(2, 42), Qt::UTC).toMSecsSinceEpoch());

    const SlipFacts facts{.day = BusinessDay::fromText(u"2026-08-20").value(), .peopleAhead = 8};
    SlipContent content = slipContent(ticket, catalogue, facts);
    CHECK(content.mallName == QStringLiteral("Mall"));
    CHECK(content.service == QStringLiteral("Permit"));
    CHECK(content.agency == QStringLiteral("DPMPTSP"));
    CHECK(content.number == QStringLiteral("A012"));
    CHECK(content.issuedAt == Minutes(9 * 60 + 42));
    CHECK(content.link == QStringLiteral("https://mpp.example.id/t/7KQ4MZ8R"));
    CHECK(content.requirements == QStringList{QStringLiteral("KTP-el")});
    CHECK(content.free);
    CHECK_FALSE(content.offline);

    // The papers of what comes after are to be ready, too, each said once.
    ticket.further = {service.id, ServiceId(QStringLiteral("gone"))};
    content = slipContent(ticket, catalogue, facts);
    CHECK(content.further == QStringList{QStringLiteral("Permit")});
    CHECK(content.requirements == QStringList{QStringLiteral("KTP-el")});
    ticket.further.clear();

    ticket.number.kioskMark = QStringLiteral("2");
    ticket.language.clear();
    ticket.secret.clear();
    ticket.service = ServiceId(QStringLiteral("gone"));
    content = slipContent(ticket, catalogue, facts);
    CHECK(content.offline);
    CHECK(content.language == QStringLiteral("id"));
    CHECK(content.service.isEmpty());
    CHECK(content.link.isEmpty());
    CHECK(print(layOutSlip(content, slipWidth58)).problems == QStringList());
}

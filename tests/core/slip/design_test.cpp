// SPDX-License-Identifier: Apache-2.0
// What a mall decides about its slips, and what it can't.
#include "core/slip/printed.h"
#include "slip/slipexample.h"
#include "slip/slippicture.h"
#include "support/golden.h"
#include "support/sampleslip.h"

#include <QPainter>

using namespace antre;

namespace {

QStringList rows(const Slip &slip)
{
    QStringList lines;
    for (const SlipBlock &block : slip.blocks) {
        if (const auto *row = std::get_if<SlipTextRow>(&block)) {
            QString line;
            for (const SlipRun &run : row->runs)
                line += run.text;
            lines += line.simplified();
        }
    }
    return lines;
}

std::vector<SlipItem> items(std::initializer_list<SlipPart> parts)
{
    std::vector<SlipItem> made;
    for (const SlipPart part : parts)
        made.push_back({part, {}, false, false});
    return made;
}

int ruleCount(const Slip &slip)
{
    int count = 0;
    for (const SlipBlock &block : slip.blocks)
        if (const auto *raster = std::get_if<SlipRaster>(&block))
            count += raster->image.height() == 2;
    return count;
}

/// A ring and a bar: round, straight, and no symmetry that would hide a mistake.
SlipLogo ring(int side)
{
    QImage image(side, side, QImage::Format_Mono);
    image.fill(1);
    QPainter painter(&image);
    painter.setPen(QPen(Qt::black, 10));
    painter.drawEllipse(8, 8, side - 16, side - 16);
    painter.drawLine(side / 3, side / 4, side / 3, side - 20);
    painter.end();
    SlipLogo logo{side, side, QByteArray((side + 7) / 8 * side, '\0')};
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x)
            if (qGray(image.pixel(x, y)) < 128)
                logo.dots[(side + 7) / 8 * y + x / 8] |= char(0x80 >> (x % 8));
    return logo;
}

SlipContent designed()
{
    SlipContent slip = sampleSlip();
    using enum SlipPart;
    slip.design.items = items({Logo, Name, Line, Number, Service, Agency, Line, Ahead, Time,
        Notices, Line, Prepare, Line});
    const auto text = [](const QString &words) {
        return LocalText(std::map<QString, QString>{{QStringLiteral("id"), words}});
    };
    slip.design.items.push_back({Text, text(QStringLiteral("Loket A-J di lantai 1")), true, false});
    slip.design.items.push_back({Text, text(QStringLiteral("Wi-Fi: MPP-Tamu")), false, true});
    for (const SlipItem &item : items({Code, Missed, Today, Free, Greeting}))
        slip.design.items.push_back(item);
    slip.design.logo = ring(150);
    slip.design.numberSize = SlipNumberSize::Huge;
    slip.design.prepareBoxes = true;
    slip.design.prepareMost = 3;
    return slip;
}

Catalogue catalogueOfOne(const QString &service, int requirements)
{
    const auto text = [](const QString &words) {
        return LocalText(std::map<QString, QString>{{QStringLiteral("id"), words}});
    };
    Catalogue catalogue;
    catalogue.site.name = text(QStringLiteral("Mal"));
    catalogue.site.languages = {QStringLiteral("id")};
    catalogue.site.timeZone = QStringLiteral("Asia/Jakarta");
    catalogue.site.publicUrl = QStringLiteral("https://mpp.example.id");
    Agency agency;
    agency.id = AgencyId(QStringLiteral("a"));
    agency.code = QStringLiteral("A");
    Service one;
    one.id = ServiceId(QStringLiteral("a.one"));
    one.agency = agency.id;
    one.name = text(service);
    for (int i = 0; i < requirements; ++i)
        one.requirements.push_back(text(QString(120, QLatin1Char('w'))));
    agency.services = {one};
    catalogue.agencies = {agency};
    catalogue.index();
    return catalogue;
}

} // namespace

TEST_CASE("A mall's own design looks as it was drawn", "[design]")
{
    const int width = GENERATE(slipWidth58, slipWidth80);
    const Slip slip = layOutSlip(designed(), width);
    CHECK(matchesGoldenPicture(
        QStringLiteral("slip/designed-%1.png").arg(width), slipPicture(slip), 400));
    CHECK(print(slip).problems == QStringList());
    CHECK((print(slip).paper == slipPicture(slip)));
}

TEST_CASE("Parts stand in the design's order, and only those", "[design]")
{
    SlipContent slip = sampleSlip();
    using enum SlipPart;
    slip.design.items = items({Today, Number, Agency, Notices});
    CHECK(rows(layOutSlip(slip, slipWidth80))
        == QStringList{QStringLiteral("Berlaku hari ini saja."), QStringLiteral("Nomor antrean"),
            QStringLiteral("DPMPTSP")});
}

TEST_CASE("Where nothing stands between two lines one is drawn, and none at the end", "[design]")
{
    SlipContent slip = sampleSlip();
    slip.requirements.clear();
    using enum SlipPart;
    slip.design.items = items({Line, Number, Line, Prepare, Line, Notices, Today, Line, Line});
    CHECK(ruleCount(layOutSlip(slip, slipWidth80)) == 1);
}

TEST_CASE("No design hides that a slip is a copy or was made without network", "[design]")
{
    SlipContent slip = sampleSlip();
    slip.copy = true;
    slip.offline = true;
    using enum SlipPart;
    slip.design.items = items({Number, Notices});
    CHECK(slip.design.isHonest());
    const QString all = rows(layOutSlip(slip, slipWidth58)).join(QLatin1Char(' '));
    CHECK(all.contains(QStringLiteral("SALINAN")));
    CHECK(all.contains(QStringLiteral("Nomor Anda tetap sah")));
    for (const SlipPart lonely : {Number, Notices}) {
        slip.design.items = items({lonely});
        CHECK_FALSE(slip.design.isHonest());
    }
}

TEST_CASE("What to bring can be a list to tick, as long as the mall likes", "[design]")
{
    SlipContent slip = sampleSlip();
    slip.design.prepareBoxes = true;
    slip.design.prepareMost = 2;
    const QStringList lines = rows(layOutSlip(slip, slipWidth80));
    CHECK(lines.contains(QStringLiteral("[ ] ") + slip.requirements.at(1)));
    CHECK(lines.filter(QStringLiteral("[ ]")).size() == 2);
}

TEST_CASE("An example slip shows all that the mall's slips can have", "[design]")
{
    const Catalogue catalogue = catalogueOfOne(QStringLiteral("Izin"), 1);
    const BusinessDay day = BusinessDay::fromText(u"2026-08-20").value();
    const auto content = exampleSlip(catalogue, {.copy = true}, day);
    REQUIRE(content);
    CHECK(content->service == QStringLiteral("Izin"));
    CHECK(content->wait);
    CHECK(content->copy);
    CHECK_FALSE(content->link.isEmpty());
    const auto offline = exampleSlip(catalogue, {.offline = true}, day);
    CHECK(offline->offline);
    CHECK_FALSE(offline->wait);
    CHECK(exampleSlip(catalogue, {.language = QStringLiteral("en")}, day).error().detail
        == QStringLiteral("the mall speaks id, not \"en\""));
    CHECK(exampleSlip(catalogue, {.service = ServiceId(QStringLiteral("b"))}, day).error().code
        == ErrorCode::NotFound);
}

TEST_CASE("A slip longer than 300 mm is found before it is printed", "[design]")
{
    Catalogue catalogue = catalogueOfOne(QStringLiteral("Izin"), 10);
    CHECK_FALSE(tooLongSlip(catalogue));
    catalogue.site.slip.prepareMost = 10;
    for (int i = 0; i < 6; ++i)
        catalogue.site.slip.items.push_back({SlipPart::Text,
            LocalText(
                std::map<QString, QString>{{QStringLiteral("id"), QString(120, QLatin1Char('w'))}}),
            true, true});
    const auto found = tooLongSlip(catalogue);
    REQUIRE(found);
    CHECK(found->width == slipWidth58);
    CHECK(found->length > slipLengthMax);
    CHECK(found->service == ServiceId(QStringLiteral("a.one")));
}

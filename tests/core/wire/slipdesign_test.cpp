// SPDX-License-Identifier: Apache-2.0
// A mall's slip design in its catalogue: read strictly, written back the same.
#include "core/wire/sitewith.h"
#include "wire/slipdesignjson.h"

#include <QBuffer>
#include <QImage>

using namespace antre;
using namespace antre::test;

namespace {

CatalogueReading mallWith(const QByteArray &slip) { return mallWithSite("slip", slip); }

QStringList faults(const QByteArray &slip) { return siteFaults("slip", slip); }

QByteArray png(const QImage &image)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    REQUIRE(image.save(&buffer, "PNG"));
    return buffer.data().toBase64();
}

QImage whitePicture(int width, int height)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(Qt::white);
    return image;
}

QByteArray withLogo(const QByteArray &base64)
{
    return "{'parts': ['logo', 'number', 'notices'], 'logo': '" + base64 + "'}";
}

QStringList only(const char *fault) { return {QString::fromUtf8(fault)}; }

} // namespace

TEST_CASE("A catalogue without slip has Antre's own design", "[slipdesign]")
{
    const CatalogueReading reading = readCatalogue(smallMallJson());
    REQUIRE(reading.catalogue);
    CHECK(reading.catalogue->site.slip == SlipDesign());
    CHECK(SlipDesign().isHonest());
    CHECK_FALSE(catalogueToJson(*reading.catalogue)[QStringLiteral("site")].toObject().contains(
        QStringLiteral("slip")));
}

TEST_CASE("A design written and read again is the same", "[slipdesign]")
{
    QImage logo = whitePicture(13, 5);
    logo.setPixel(0, 0, 0xFF000000);
    logo.setPixel(12, 4, 0xFF000000);
    const CatalogueReading reading = mallWith(
        "{'parts': ['logo', 'line', 'number', 'line', 'notices', {'text': {'id': 'Lantai 2', 'en': "
        "'2nd floor'}, 'bold': true}, {'text': {'id': 'a', 'en': 'b'}, 'large': true}], "
        "'numberSize': 'huge', 'prepare': {'most': 8, 'boxes': true}, 'logo': '"
        + png(logo) + "'}");
    for (const CatalogueFault &fault : reading.faults)
        UNSCOPED_INFO(fault.path.toStdString() << ": " << fault.wrong.toStdString());
    REQUIRE(reading.catalogue);
    const SlipDesign &design = reading.catalogue->site.slip;
    CHECK(design.items.size() == 7);
    CHECK(design.items[5].text.in(QStringLiteral("en")) == QStringLiteral("2nd floor"));
    CHECK(design.items[5].bold);
    CHECK(design.items[6].large);
    CHECK(design.numberSize == SlipNumberSize::Huge);
    CHECK(design.prepareMost == 8);
    CHECK(design.prepareBoxes);
    CHECK(design.logo == SlipLogo{13, 5, QByteArray::fromHex("80000000000000000008")});
    const CatalogueReading again = readCatalogue(catalogueToJson(*reading.catalogue));
    REQUIRE(again.catalogue);
    CHECK((*again.catalogue == *reading.catalogue));
}

TEST_CASE("A slip can't be without its number or without its notices", "[slipdesign]")
{
    CHECK(faults("{'parts': ['name']}")
        == QStringList{QStringLiteral("site.slip.parts: \"number\" is missing"),
            QStringLiteral("site.slip.parts: \"notices\" is missing")});
}

TEST_CASE("Each fault of a design is told with its place", "[slipdesign]")
{
    CHECK(faults("{'colour': 'red'}") == only("site.slip.colour: \"colour\" is not known here"));
    CHECK(faults("{'numberSize': 'giant'}") == only("site.slip.numberSize: \"giant\" is no size"));
    CHECK(faults("{'prepare': {'most': 11, 'boxes': false}}")
        == only("site.slip.prepare.most: this is 11"));
    CHECK(faults("{'prepare': {'most': 3}}") == only("site.slip.prepare: \"boxes\" is missing"));
    CHECK(faults("{'parts': ['number', 'notices', 'qr']}")
        == only("site.slip.parts[2]: a slip has no part \"qr\""));
    CHECK(faults("{'parts': ['number', 'notices', 'number']}")
        == only("site.slip.parts[2]: \"number\" stands twice"));
    CHECK(faults("{'parts': ['number', 'notices', 7]}")
        == only("site.slip.parts[2]: this is a number"));
    CHECK(faults("{'parts': ['number', 'notices', {'text': {'id': 'a'}}]}")
        == only("site.slip.parts[2].text: the text in \"en\" is missing"));
    QByteArray seven = "{'parts': ['number', 'notices'";
    for (int i = 0; i < 7; ++i)
        seven += ", {'text': {'id': 'a', 'en': 'b'}}";
    CHECK(faults(seven + "]}") == only("site.slip.parts[8]: this is the 7th text"));
}

TEST_CASE("A logo that can't be printed is refused, with the reason", "[slipdesign]")
{
    CHECK(faults("{'logo': '" + png(whitePicture(8, 8)) + "'}")
        == only("site.slip.logo: the logo has no place on the slip"));
    CHECK(faults("{'parts': ['logo', 'number', 'notices']}")
        == only("site.slip: the parts name a logo, but there is none"));
    CHECK(faults(withLogo("not base64!")) == only("site.slip.logo: the logo is no PNG in base64"));
    CHECK(faults(withLogo(QByteArray("no picture").toBase64()))
        == only("site.slip.logo: the logo is no PNG in base64"));
    CHECK(faults(withLogo(png(whitePicture(377, 8))))
        == only("site.slip.logo: the logo has 377 x 8 dots"));
    QImage grey = whitePicture(8, 8);
    grey.setPixel(1, 1, 0xFF808080);
    CHECK(faults(withLogo(png(grey)))
        == only("site.slip.logo: 1 dots of the logo are neither black nor white"));
    const QByteArray whole = QByteArray::fromBase64(png(whitePicture(300, 100)));
    const QStringList broken = faults(withLogo(whole.left(whole.size() - 40).toBase64()));
    REQUIRE(broken.size() == 1);
    CAPTURE(broken.front().toStdString());
    CHECK(
        broken.front().startsWith(QStringLiteral("site.slip.logo: the logo's picture is broken")));
}

TEST_CASE("A few bytes that unpack to a huge picture are refused unread", "[slipdesign]")
{
    QByteArray bomb = QByteArray::fromBase64(png(whitePicture(8, 8)));
    // Width and height stand in the first chunk, from byte 16 on (PNG, 11.2.2).
    bomb.replace(16, 8, QByteArray::fromHex("0000c3500000c350"));
    const QStringList said = faults(withLogo(bomb.toBase64()));
    REQUIRE(said.size() == 1);
    CHECK_FALSE(said.front().contains(QStringLiteral("broken")));
}

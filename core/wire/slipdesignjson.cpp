// SPDX-License-Identifier: Apache-2.0
#include "wire/slipdesignjson.h"

#include "wire/cataloguereader.h"
#include "wire/values.h"

#include <QBuffer>
#include <QImageReader>
#include <QJsonArray>

#include <algorithm>
#include <array>

namespace antre {

namespace {

constexpr int partsMax = 32;
constexpr int textsMax = 6;
constexpr int textMax = 120;
constexpr int prepareMax = 10;

struct PartName
{
    SlipPart part;
    QLatin1String name;
};

// Text has no name: it is an object.
constexpr std::array<PartName, 18> partNames{{
    {SlipPart::Motif, QLatin1String("motif")},
    {SlipPart::Logo, QLatin1String("logo")},
    {SlipPart::Name, QLatin1String("name")},
    {SlipPart::Subtitle, QLatin1String("subtitle")},
    {SlipPart::Line, QLatin1String("line")},
    {SlipPart::Number, QLatin1String("number")},
    {SlipPart::Service, QLatin1String("service")},
    {SlipPart::Agency, QLatin1String("agency")},
    {SlipPart::Wait, QLatin1String("wait")},
    {SlipPart::Ahead, QLatin1String("ahead")},
    {SlipPart::Time, QLatin1String("time")},
    {SlipPart::Notices, QLatin1String("notices")},
    {SlipPart::Prepare, QLatin1String("prepare")},
    {SlipPart::Code, QLatin1String("code")},
    {SlipPart::Missed, QLatin1String("missed")},
    {SlipPart::Today, QLatin1String("today")},
    {SlipPart::Free, QLatin1String("free")},
    {SlipPart::Greeting, QLatin1String("greeting")},
}};
static_assert(partNames.size() == size_t(SlipPart::Text));

constexpr std::array<QLatin1String, 3> sizeNames{
    {QLatin1String("medium"), QLatin1String("large"), QLatin1String("huge")}};

QString nameOf(SlipPart part)
{
    const auto found = std::ranges::find(partNames, part, &PartName::part);
    return found == partNames.end() ? QString() : QString(found->name);
}

QString allPartNames()
{
    QStringList names;
    for (const PartName &known : partNames)
        names += known.name;
    return names.join(QStringLiteral(", "));
}

/// A picture of black and white only, as dots; null with a fault when it is anything else.
SlipLogo dotsOf(const QImage &image, const JsonNode &node)
{
    SlipLogo logo{image.width(), image.height(), {}};
    const int rowBytes = (image.width() + 7) / 8;
    logo.dots.fill('\0', qsizetype(rowBytes) * image.height());
    int grey = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QRgb dot = image.pixel(x, y);
            const bool clear = qAlpha(dot) == 0 || dot == qRgb(255, 255, 255);
            if (!clear && dot != qRgb(0, 0, 0))
                ++grey;
            else if (!clear)
                logo.dots[rowBytes * y + x / 8] |= char(0x80 >> (x % 8));
        }
    }
    if (grey == 0)
        return logo;
    node.fault(QStringLiteral("%1 dots of the logo are neither black nor white").arg(grey),
        QStringLiteral("save the picture with 1 bit a dot: a printer has no grey"));
    return {};
}

SlipLogo readLogo(const JsonNode &node)
{
    const QString text = node.text(slipLogoBytesMax / 3 * 4 + 4);
    if (text.isEmpty())
        return {};
    const auto decoded
        = QByteArray::fromBase64Encoding(text.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    QByteArray bytes = decoded ? *decoded : QByteArray();
    QBuffer buffer(&bytes);
    // The size first: a few bytes can unpack to a picture that fills the memory.
    QImageReader reader(&buffer, "png");
    const QSize size = reader.size();
    if (!decoded || !size.isValid()) {
        node.fault(QStringLiteral("the logo is no PNG in base64"),
            QStringLiteral("write what 'base64 -w0 logo.png' prints"));
        return {};
    }
    if (size.width() > slipLogoWidthMax || size.height() > slipLogoHeightMax) {
        node.fault(QStringLiteral("the logo has %1 x %2 dots").arg(size.width()).arg(size.height()),
            QStringLiteral("at most %1 x %2 fit; 8 dots are a millimetre")
                .arg(slipLogoWidthMax)
                .arg(slipLogoHeightMax));
        return {};
    }
    const QImage image = reader.read();
    if (image.isNull()) {
        node.fault(QStringLiteral("the logo's picture is broken: %1").arg(reader.errorString()),
            QStringLiteral("save it as PNG again"));
        return {};
    }
    return dotsOf(image.convertToFormat(QImage::Format_ARGB32), node);
}

QByteArray pngOf(const SlipLogo &logo)
{
    QImage image(logo.width, logo.height, QImage::Format_Mono);
    image.setColorTable({qRgb(255, 255, 255), qRgb(0, 0, 0)});
    const int rowBytes = (logo.width + 7) / 8;
    for (int y = 0; y < logo.height; ++y)
        std::copy_n(logo.dots.constData() + qsizetype(rowBytes) * y, rowBytes,
            reinterpret_cast<char *>(image.scanLine(y)));
    QBuffer png;
    png.open(QIODevice::WriteOnly);
    image.save(&png, "PNG");
    return png.data();
}

} // namespace

void CatalogueReader::readSlip(const JsonNode &node)
{
    if (!node.members({},
            {QStringLiteral("parts"), QStringLiteral("numberSize"), QStringLiteral("prepare"),
                QStringLiteral("logo")}))
        return;
    SlipDesign &design = m_catalogue.site.slip;
    if (const JsonNode parts = node.at(QStringLiteral("parts")); parts.exists())
        readSlipParts(parts);
    const JsonNode size = node.at(QStringLiteral("numberSize"));
    if (const QString name = size.text(16); !name.isEmpty()) {
        const auto found = std::ranges::find(sizeNames, name);
        if (found == sizeNames.end())
            size.fault(QStringLiteral("\"%1\" is no size").arg(name),
                QStringLiteral("write medium, large or huge"));
        else
            design.numberSize = SlipNumberSize(found - sizeNames.begin());
    }
    const JsonNode prepare = node.at(QStringLiteral("prepare"));
    if (prepare.exists() && prepare.members({QStringLiteral("most"), QStringLiteral("boxes")})) {
        design.prepareMost = prepare.at(QStringLiteral("most")).integer(1, prepareMax);
        design.prepareBoxes = prepare.at(QStringLiteral("boxes")).boolean();
    }
    const JsonNode logo = node.at(QStringLiteral("logo"));
    design.logo = readLogo(logo);
    if (logo.exists() && !design.has(SlipPart::Logo))
        logo.fault(QStringLiteral("the logo has no place on the slip"),
            QStringLiteral("name \"logo\" in the parts, or leave the picture out"));
    if (!logo.exists() && design.has(SlipPart::Logo))
        node.fault(QStringLiteral("the parts name a logo, but there is none"),
            QStringLiteral("write the picture as \"logo\", a black and white PNG in base64"));
}

void CatalogueReader::readSlipParts(const JsonNode &node)
{
    SlipDesign &design = m_catalogue.site.slip;
    design.items.clear();
    int texts = 0;
    for (const JsonNode &item : node.items(1, partsMax)) {
        const auto found = slipItem(item);
        if (!found)
            continue;
        const bool once = found->part != SlipPart::Line && found->part != SlipPart::Text;
        if (once && design.has(found->part))
            item.fault(QStringLiteral("\"%1\" stands twice").arg(nameOf(found->part)),
                QStringLiteral("name each part once; only lines and texts may come again"));
        if (found->part == SlipPart::Text && ++texts > textsMax)
            item.fault(QStringLiteral("this is the %1th text").arg(texts),
                QStringLiteral("at most %1 fit on a slip").arg(textsMax));
        design.items.push_back(*found);
    }
    for (const SlipPart part : {SlipPart::Number, SlipPart::Notices}) {
        if (!design.has(part))
            node.fault(QStringLiteral("\"%1\" is missing").arg(nameOf(part)),
                QStringLiteral("every slip must show its number, and the notices that say when "
                               "it was made without network"));
    }
}

std::optional<SlipItem> CatalogueReader::slipItem(const JsonNode &node) const
{
    if (node.isText()) {
        const QString name = node.text(textMax);
        const auto found = std::ranges::find(partNames, name, &PartName::name);
        if (found != partNames.end())
            return SlipItem{found->part, {}, false, false};
        if (!name.isEmpty())
            node.fault(QStringLiteral("a slip has no part \"%1\"").arg(name.left(40)),
                QStringLiteral("write one of %1, or a text as an object").arg(allPartNames()));
        return std::nullopt;
    }
    if (!node.members({QStringLiteral("text")}, {QStringLiteral("bold"), QStringLiteral("large")}))
        return std::nullopt;
    return SlipItem{SlipPart::Text, localText(node.at(QStringLiteral("text")), textMax),
        node.at(QStringLiteral("bold")).boolean(), node.at(QStringLiteral("large")).boolean()};
}

QJsonObject slipDesignToJson(const SlipDesign &design)
{
    QJsonArray parts;
    for (const SlipItem &item : design.items) {
        if (item.part == SlipPart::Text)
            parts.append(QJsonObject{{QStringLiteral("text"), textToJson(item.text)},
                {QStringLiteral("bold"), item.bold}, {QStringLiteral("large"), item.large}});
        else
            parts.append(nameOf(item.part));
    }
    QJsonObject json{{QStringLiteral("parts"), parts},
        {QStringLiteral("numberSize"), sizeNames.at(size_t(design.numberSize))},
        {QStringLiteral("prepare"),
            QJsonObject{{QStringLiteral("most"), design.prepareMost},
                {QStringLiteral("boxes"), design.prepareBoxes}}}};
    if (!design.logo.isEmpty())
        json.insert(QStringLiteral("logo"), QString::fromLatin1(pngOf(design.logo).toBase64()));
    return json;
}

} // namespace antre

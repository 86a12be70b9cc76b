// SPDX-License-Identifier: Apache-2.0
// The bytes for printers: all ways print the same, and nothing but the promised commands gets out.
#include "base/random.h"
#include "core/slip/escposgrammar.h"
#include "core/slip/printed.h"
#include "scan/qrcode.h"
#include "slip/slippicture.h"
#include "slip/slipraster.h"
#include "slip/sliptext.h"
#include "support/golden.h"
#include "support/sampleslip.h"

using namespace antre;

namespace {

template <typename Value> const Value &oneOf(const std::vector<Value> &values, Random &random)
{
    return values.at(size_t(random.below(values.size())));
}

/// From all of Unicode, with a liking for what has done harm: control and format characters, lone
/// surrogates, marks, and the bytes of real-time commands.
QString anyText(Random &random, int lengthMax)
{
    static const std::vector<char16_t> nasty{0x0000, 0x0004, 0x0005, 0x000A, 0x000C, 0x0010, 0x0014,
        0x001B, 0x001C, 0x001D, 0x0076, 0x007F, 0x0085, 0x009B, 0x00AD, 0x200B, 0x200D, 0x200F,
        0x202E, 0x2028, 0x2066, 0x2069, 0xFEFF, 0xFFFE, 0xD800, 0xDBFF, 0xDC00, 0xDFFF, 0x0301,
        0x20DD, 0x0430, 0x0E01, 0x4E2D, 0x0627, 0x2592, 0x25A0};
    QString text;
    const int length = int(random.below(quint64(lengthMax)));
    for (int i = 0; i < length; ++i) {
        switch (random.below(4)) {
        case 0:
            text += QChar(oneOf(nasty, random));
            break;
        case 1:
            text += QChar(char16_t(random.below(0x10000)));
            break;
        case 2:
            text += QChar(char16_t(0x20 + random.below(0x60)));
            break;
        default: {
            const char32_t code = char32_t(0x10000 + random.below(0x10FFFF - 0x10000));
            text += QString::fromUcs4(&code, 1);
        }
        }
    }
    return text;
}

SlipContent anySlip(Random &random)
{
    SlipContent slip = sampleSlip();
    for (QString *text : {&slip.mallName, &slip.mallShortName, &slip.subtitle, &slip.service,
             &slip.agency, &slip.timeZoneLabel, &slip.greeting, &slip.language})
        *text = anyText(random, 40);
    slip.requirements = {anyText(random, 60), anyText(random, 60)};
    slip.link += anyText(random, 10);
    const LocalText own(std::map<QString, QString>{{QStringLiteral("id"), anyText(random, 40)}});
    slip.design.items.push_back({SlipPart::Text, own, random.below(2) == 0, random.below(2) == 0});
    return slip;
}

/// A long name as malls have them, without a word that breaks.
QString longName(Random &random)
{
    static const std::vector<QString> words{QStringLiteral("Surat"), QStringLiteral("Keterangan"),
        QStringLiteral("pertanggungjawaban"), QStringLiteral("ketenagakerjaan"),
        QStringLiteral("(SKHPN)"), QStringLiteral("dan"), QStringLiteral("NIB/OSS"),
        QStringLiteral("Registration"), QStringLiteral("of"), QStringLiteral("the"),
        QStringLiteral("entertainment-tax"), QStringLiteral("certificate,"),
        QStringLiteral("pemberangkatan-antarkota-antarprovinsi-nonekonomi-berpendingin")};
    QStringList name;
    for (int i = int(random.below(14)) + 1; i > 0; --i)
        name += oneOf(words, random);
    return name.join(QLatin1Char(' '));
}

QString withoutBlanks(QString text) { return text.remove(QLatin1Char(' ')); }

const std::vector<int> widths{slipWidth58, slipWidth80At180, slipWidth80};

} // namespace

TEST_CASE("All ways to print a slip give the same paper, dot for dot", "[escpos]")
{
    const int width = GENERATE(slipWidth58, slipWidth80At180, slipWidth80);
    const Slip slip = layOutSlip(sampleSlip(), width);
    for (const PrinterProfile &profile : allProfiles(width)) {
        const Printed printed = printBytes(escposBytes(slip, profile), width);
        CHECK(printed.problems == QStringList());
        // Dots that would be a command differ by one.
        const QImage expected = profile.render == SlipRender::Raster
            ? withoutRealTimeCommands(slipPicture(slip))
            : slipPicture(slip);
        CHECK((printed.paper == expected));
    }
}

TEST_CASE("The commands of each way to print are the golden ones", "[escpos]")
{
    const int width = GENERATE(slipWidth58, slipWidth80At180, slipWidth80);
    const auto [name, profile] = GENERATE_COPY(table<QString, PrinterProfile>(
        {{QStringLiteral("code"), {.width = width, .nativeCode = true}},
            {QStringLiteral("raster"), {.width = width, .render = SlipRender::Raster}},
            {QStringLiteral("uncut"),
                {.width = width, .stepsPerDot = 2, .cutter = false, .headToCutterMm = 8}}}));
    // The dots themselves depend a little on the font library's version.
    QByteArray commands;
    for (const EscposWord &word :
        EscposStream::parse(escposBytes(layOutSlip(sampleSlip(), width), profile)).words) {
        commands += word.name;
        for (const int parameter : word.parameters)
            commands += ' ' + QByteArray::number(parameter);
        if (word.name == "text" || word.name == "GS ( k")
            commands += ' ' + word.data.toPercentEncoding(" :/,()-");
        commands += '\n';
    }
    CHECK(matchesGolden(QStringLiteral("slip/sample-%1-%2.txt").arg(width).arg(name), commands));
}

TEST_CASE("A printer's own code costs few bytes, a full picture many", "[escpos]")
{
    const int width = GENERATE(slipWidth58, slipWidth80At180, slipWidth80);
    const Slip slip = layOutSlip(sampleSlip(), width);
    std::vector<qsizetype> sizes;
    for (const PrinterProfile &profile : allProfiles(width))
        sizes.push_back(escposBytes(slip, profile).size());
    const qsizetype untrimmed = qsizetype(width) / 8 * slip.height;
    CAPTURE(width, sizes, untrimmed);
    CHECK(sizes[1] < sizes[0] - 3000);
    CHECK(sizes[0] < sizes[2]);
    CHECK(sizes[2] < untrimmed * 2 / 3);
}

TEST_CASE("A native code is sent as golden bytes", "[escpos]")
{
    const Slip slip = layOutSlip(sampleSlip(), slipWidth80);
    const QByteArray bytes = escposBytes(slip, {.nativeCode = true});
    const QByteArray link = sampleSlip().link.toUtf8();
    // Centred; model 2, module of 6 dots, correction M, store, print (Epson's reference, GS ( k).
    const QByteArray length = QByteArray::number(link.size() + 3, 16);
    const QByteArray expected
        = QByteArray::fromHex(QByteArray("1b6101 1d286b0400314132 00 1d286b0300314306"
                                         "1d286b0300314531 1d286b"
              + length + "00315030"))
        + link + QByteArray::fromHex("1d286b0300315130");
    CHECK(bytes.contains(expected));
}

TEST_CASE("Whatever a text holds, only the promised commands reach the printer", "[escpos]")
{
    SeededRandom random(11);
    for (int round = 0; round < 60; ++round) {
        CAPTURE(round);
        const SlipContent content = anySlip(random);
        const int width = oneOf(widths, random);
        const Slip slip = layOutSlip(content, width);
        for (const PrinterProfile &profile : allProfiles(width)) {
            const QByteArray bytes = escposBytes(slip, profile);
            const EscposStream stream = EscposStream::parse(bytes);
            CHECK(stream.problem == QString());
            CHECK(stream.count("ESC @") == 1);
            CHECK(stream.count("GS V") == 1);
            CHECK(stream.words.back().name == "GS V");
            for (const char *command : {"\x10\x04", "\x10\x05", "\x10\x14"})
                CHECK_FALSE(bytes.contains(command));
        }
        const Printed printed = print(slip);
        CHECK(printed.problems == QStringList());
        CHECK((printed.paper == slipPicture(slip)));
    }
}

TEST_CASE("Every letter of a long name is on the paper, at every width", "[escpos]")
{
    SeededRandom random(5);
    for (int round = 0; round < 60; ++round) {
        SlipContent content = sampleSlip();
        content.language = random.below(2) == 0 ? QStringLiteral("id") : QStringLiteral("en");
        content.mallName = longName(random);
        content.mallShortName.clear();
        content.service = longName(random);
        content.agency = longName(random);
        content.requirements = {longName(random), longName(random)};
        content.timeZoneLabel = longName(random);
        const int width = oneOf(widths, random);
        CAPTURE(round, width, content.service);
        const Slip slip = layOutSlip(content, width);
        const EscposStream stream = EscposStream::parse(escposBytes(slip, {.width = width}));
        CHECK(stream.problem == QString());
        const QString letters = stream.letters();
        for (const QString &text : {content.mallName, content.service, content.agency,
                 content.requirements.at(0), content.requirements.at(1), content.timeZoneLabel})
            CHECK(letters.contains(withoutBlanks(text)));
        CHECK(stream.length(0) == slip.height);
        // The printer complains about a line that is too long and about dots beyond the edge.
        CHECK(print(slip).problems == QStringList());
    }
}

TEST_CASE("Breaking a text into lines loses no letter of any script", "[escpos]")
{
    SeededRandom random(9);
    for (int round = 0; round < 2000; ++round) {
        const QString text = slipText(anyText(random, 120));
        const int cells = 24 + int(random.below(25));
        const QStringList lines = wrapText(text, cells, QStringLiteral("- "), QStringLiteral("  "));
        QString joined;
        for (const QString &line : lines) {
            CHECK(cellCount(line) <= cells);
            joined += line.mid(2);
        }
        CHECK(withoutBlanks(joined) == withoutBlanks(text));
    }
}

TEST_CASE("What a slip takes of the roll is its length and the way to the cutter", "[escpos]")
{
    Slip slip;
    slip.height = 800;
    CHECK(paperMillimetres(slip, {}) == 114);
    CHECK(paperMillimetres(slip, {.dotsPerMm = 7, .headToCutterMm = 8}) == 122);
}

TEST_CASE("A printer without cutter feeds the slip to its own tear bar", "[escpos]")
{
    const Slip slip = layOutSlip(sampleSlip(), slipWidth58);
    const auto fed = [&](const PrinterProfile &profile) {
        return EscposStream::parse(escposBytes(slip, profile)).length(0) - slip.height;
    };
    CHECK(fed({.width = slipWidth58, .cutter = false, .headToCutterMm = 8}) == 64);
    CHECK(fed({.width = slipWidth58, .dotsPerMm = 7, .cutter = false, .headToCutterMm = 10}) == 70);
}

TEST_CASE("A code's text that could be a command is drawn instead of sent", "[escpos]")
{
    SlipContent content = sampleSlip();
    content.link += QStringLiteral("\x10\x04\x01");
    const QByteArray bytes = escposBytes(layOutSlip(content, slipWidth80), {.nativeCode = true});
    CHECK(EscposStream::parse(bytes).count("GS ( k") == 0);
}

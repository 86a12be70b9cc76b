// SPDX-License-Identifier: Apache-2.0
// The virtual printer judges our slips; streams by others judge the virtual printer, and what
// another's decoder read in our bytes judges both.
#include "core/slip/escposgrammar.h"
#include "core/slip/printed.h"
#include "scan/qrreader.h"
#include "support/golden.h"
#include "support/paths.h"
#include "support/sampleslip.h"

#include <QFile>

using namespace antre;

namespace {

QByteArray stream(const QByteArray &name)
{
    QFile file(sourcePath("tests/data/escpos/") + QLatin1String(name));
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

/// All that is printed as text, with a blank between pieces.
QString said(const EscposMachine &machine)
{
    QStringList texts;
    for (const QString &line : machine.transcript())
        if (line.startsWith(QLatin1Char('"')))
            texts += line.mid(1, line.size() - 2);
    return texts.join(QLatin1Char(' '));
}

/// As npos-read.js writes what npos read: a line a command, texts line by line.
QByteArray asRead(const QByteArray &bytes)
{
    QByteArray read;
    for (const EscposWord &word : EscposStream::parse(bytes).words) {
        if (word.name == "LF")
            continue;
        if (word.name == "text") {
            read += "text " + word.data.toPercentEncoding(" :/,()-") + '\n';
            continue;
        }
        read += QByteArray(word.name).replace(" ", "");
        for (const int parameter : word.parameters)
            read += ' ' + QByteArray::number(parameter);
        read += '\n';
    }
    return read;
}

/// The rows of the paper that pictures filled, one below the other.
QImage picturesOf(const QByteArray &bytes, const QImage &paper)
{
    std::vector<QImage> pictures;
    int y = 0;
    int pitch = 0;
    int height = 0;
    for (const EscposWord &word : EscposStream::parse(bytes).words) {
        if (word.name == "ESC J")
            y += word.parameters[0];
        else if (word.name == "ESC 3")
            pitch = word.parameters[0];
        else if (word.name == "LF")
            y += pitch;
        else if (word.name == "GS v 0") {
            const int rows = word.parameters[3] + 256 * word.parameters[4];
            pictures.push_back(paper.copy(0, y, paper.width(), rows));
            y += rows;
            height += rows;
        }
    }
    QImage all = blankPaper(paper.width(), height);
    int top = 0;
    for (const QImage &picture : pictures) {
        putInk(all, picture, 0, top);
        top += picture.height();
    }
    return all;
}

} // namespace

TEST_CASE("What receipt-printer-encoder makes comes out right on the virtual printer", "[escpos]")
{
    EscposMachine machine({.width = slipWidth80, .headToCutter = 112, .doubleByte = true});
    machine.receive(stream("receipt-printer-encoder.bin"));
    CHECK(machine.waitingBytes() == 0);
    CHECK(said(machine).contains(QStringLiteral("Mal Pelayanan Publik")));
    CHECK(said(machine).contains(QStringLiteral("A012")));
    CHECK(said(machine).contains(QStringLiteral(u"Café 5 °C, Loket 1")));
    // It chooses font A, which is the only one here.
    CHECK(machine.problems() == QStringList{QStringLiteral("ESC M is not modelled")});
    CHECK_FALSE(machine.hasUncutPrint());
    const std::vector<QImage> slips = machine.takeSlips();
    REQUIRE(slips.size() == 1);
    CHECK(
        QZXingReader().read(slips.front()) == QStringLiteral("https://mpp.example.id/t/7KQ4MZ8R"));
}

TEST_CASE(
    "A decoder by others reads in our bytes what we meant, and draws the same pictures", "[escpos]")
{
    const int width = GENERATE(slipWidth58, slipWidth80);
    CAPTURE(width);
    const QByteArray name = "ours-" + QByteArray::number(width);
    const QByteArray now = escposBytes(layOutSlip(sampleSlip(), width), {.width = width});
    if (qEnvironmentVariableIsSet("ANTRE_UPDATE_GOLDEN")) {
        QFile file(sourcePath("tests/data/escpos/") + QLatin1String(name + ".bin"));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(now);
    }
    const QByteArray read = stream(name + ".bin");
    // What it read is what slips are made of today, but for single dots.
    CHECK(asRead(read) == asRead(now));
    CHECK(stream(name + ".npos.txt") == asRead(read));
    const QImage theirs = QImage::fromData(stream(name + ".npos.pbm"), "PBM")
                              .convertToFormat(QImage::Format_Grayscale8);
    const QImage ours = picturesOf(read, printBytes(read, width).paper);
    REQUIRE(theirs.size() == ours.size());
    CHECK((theirs == ours.convertToFormat(QImage::Format_Grayscale8)));
}

// SPDX-License-Identifier: Apache-2.0
// The virtual printer judges our slips; these streams by others judge the virtual printer.
#include "core/slip/printed.h"
#include "scan/qrreader.h"

#include <QFile>

using namespace antre;

namespace {

QByteArray stream(const char *name)
{
    QFile file(QStringLiteral(ANTRE_SOURCE_DIR "/tests/data/escpos/") + QLatin1String(name));
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

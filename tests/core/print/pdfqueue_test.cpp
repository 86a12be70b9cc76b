// SPDX-License-Identifier: Apache-2.0
// An office printer's queue: a real cupsd that writes what it is given into a file.
#include "print/printertarget.h"
#include "support/catch.h"
#include "support/privatecups/privatecups.h"
#include "support/sampleslip.h"

#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QTemporaryDir>
#include <QTimer>

using namespace antre;

namespace {

/// Waits for the outcome of one slip.
PrintOutcome print(Printer &printer, const Slip &slip)
{
    std::optional<PrintOutcome> outcome;
    QEventLoop loop;
    QObject::connect(&printer, &Printer::finished, &loop, [&](const PrintOutcome &told) {
        outcome = told;
        loop.quit();
    });
    QTimer::singleShot(20'000, &loop, &QEventLoop::quit);
    printer.submit({QStringLiteral("slip-1"), slip});
    loop.exec();
    REQUIRE(outcome);
    return *outcome;
}

/// The program of a printer that puts what it is given into the file after "drawer:".
QString drawerBackend(const QTemporaryDir &folder)
{
    const QString drawer = folder.filePath(QStringLiteral("drawer"));
    REQUIRE(QDir().mkpath(drawer));
    // Back-ends run as another user than cupsd.
    REQUIRE(QFile::setPermissions(drawer, QFileDevice::Permissions::fromInt(0x7777)));
    const QString program = folder.filePath(QStringLiteral("drawer.sh"));
    QFile script(program);
    REQUIRE(script.open(QIODevice::WriteOnly));
    script.write("#!/bin/sh\n[ $# -eq 0 ] || cat ${6:+\"$6\"} > \"${DEVICE_URI#drawer:}\"\n");
    return program;
}

} // namespace

TEST_CASE("A slip for an office printer reaches its queue as PDF", "[print]")
{
    const QString kind = GENERATE(QStringLiteral("cups-pdf"), QStringLiteral("cups-pdf-roll"));
    const QTemporaryDir folder;
    const QString received = folder.filePath(QStringLiteral("drawer/received.pdf"));
    PrivateCups cups(folder.path());
    const auto started = cups.addBackend(QStringLiteral("drawer"), drawerBackend(folder))
                             .and_then([&] { return cups.start(); })
                             .and_then([&] {
                                 return cups.addRawQueue(QStringLiteral("office"),
                                     QStringLiteral("drawer:") + received);
                             });
    if (!started)
        FAIL(started.error().detail.toStdString());
    const auto target = PrinterTarget::fromText(kind + QStringLiteral(":office@") + cups.server());
    REQUIRE(target);
    const SystemClock clock;
    const auto printer = makePrinter(*target, PrinterProfile(), QStringLiteral("kiosk-1"), clock);
    const Slip slip = layOutSlip(sampleSlip(), printer->profile().width);

    // The print service took it and gave it on; whether it is on paper nobody can know.
    CHECK(print(*printer, slip).result == SlipState::Sent);
    QFile file(received);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QByteArray pdf = file.readAll();
    CHECK(pdf.startsWith("%PDF"));
    CHECK(pdf.trimmed().endsWith("%%EOF"));
    const bool a4 = pdf.contains("/MediaBox [0 0 595 842]")
        || pdf.contains("/MediaBox [0 0 595.000000 842.000000]");
    CAPTURE(pdf.mid(pdf.indexOf("/MediaBox"), 60).toStdString());
    CHECK(a4 == (target->paper == SlipPaper::A4));
}

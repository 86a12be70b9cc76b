// SPDX-License-Identifier: Apache-2.0

// The way of a slip from submit() to the paper, through a real cupsd and our back-end, and through
// our printer application, to a printer on TCP; what a slip weighs; and the memory of a kiosk that
// gives many.
//
//     bench_print [SLIPS]     how many it gives; default 50000, which take some minutes

#include "bench/kioskdays.h"
#include "bench/timings.h"
#include "print/cupsprinter.h"
#include "print/escpossteps.h"
#include "support/eventually.h"
#include "support/privatecups/privatecups.h"
#include "support/sampleslip.h"
#include "support/virtualprinter/virtualprinter.h"

#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>

using namespace antre;

namespace {

constexpr int slips = 200;
constexpr int slowSlips = 20; ///< a second each
constexpr double mmPerSecond = 150; ///< TM-T82 class
const SystemClock systemClock;

using Moment = std::chrono::steady_clock::time_point;

Slip numbered(int i)
{
    SlipContent content = sampleSlip();
    content.number = QStringLiteral("A%1").arg(i % 1000, 3, 10, QLatin1Char('0'));
    return layOutSlip(content, slipWidth80);
}

double megabytesUsed()
{
    QFile status(QStringLiteral("/proc/self/statm"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    return status.readAll().split(' ').value(1).toDouble() * 4096 / 1e6;
}

/// One after the other, through `printer` onto `paper`, over `way`. Gives the median from submit()
/// to the first byte, in milliseconds; below zero: a slip was not printed.
double measureSlips(Printer &printer, VirtualPrinter &paper, const char *way)
{
    Timings first;
    Timings confirmed;
    for (int i = 0; i < slips; ++i) {
        std::optional<Moment> arrived;
        std::optional<PrintOutcome> outcome;
        QObject context;
        QObject::connect(&paper, &VirtualPrinter::bytesArrived, &context, [&] {
            if (!arrived)
                arrived = std::chrono::steady_clock::now();
        });
        QObject::connect(&printer, &Printer::finished, &context,
            [&](const PrintOutcome &told) { outcome = told; });
        const Slip slip = numbered(i);
        const Moment submitted = std::chrono::steady_clock::now();
        printer.submit({QString::number(i), slip});
        if (!test::eventually([&] { return outcome.has_value(); })
            || outcome->result != SlipState::Printed || !arrived)
            return -1;
        first.add(*arrived - submitted);
        confirmed.add(std::chrono::steady_clock::now() - submitted);
    }
    std::printf("over %s\n", way);
    first.print("submit -> first byte at the printer");
    confirmed.print("submit -> told as printed (a printer of no speed)");
    return first.at(0.5);
}

/// The same at the speed of a real printer; false: a slip was not printed.
bool measureCut(Printer &printer, VirtualPrinter &paper)
{
    paper.setSpeed(int(mmPerSecond));
    Timings cut;
    for (int i = 0; i < slowSlips; ++i) {
        std::optional<Moment> fell;
        std::optional<PrintOutcome> outcome;
        QObject context;
        QObject::connect(&paper, &VirtualPrinter::slipFell, &context,
            [&] { fell = std::chrono::steady_clock::now(); });
        QObject::connect(&printer, &Printer::finished, &context,
            [&](const PrintOutcome &told) { outcome = told; });
        const Slip slip = numbered(i);
        const Moment submitted = std::chrono::steady_clock::now();
        printer.submit({QStringLiteral("slow-%1").arg(i), slip});
        if (!test::eventually([&] { return outcome && fell; }))
            return false;
        cut.add(*fell - submitted);
    }
    cut.print("submit -> cut, at 150 mm/s");
    return true;
}

QString programBeside(const char *name)
{
    return QCoreApplication::applicationDirPath() + QLatin1Char('/') + QLatin1String(name);
}

/// As measureSlips().
double measureCups(const QString &folder)
{
    PrivateCups cups(folder);
    VirtualPrinter paper;
    const bool on = paper.switchOn();
    const auto ready
        = cups.addBackend(QStringLiteral("escpos"), programBeside("antre-escpos-backend"))
              .and_then([&] { return cups.start(); })
              .and_then([&] {
                  return cups.addRawQueue(QStringLiteral("slips"),
                      QStringLiteral("escpos://127.0.0.1:%1/?profile=epson-tm").arg(paper.port()));
              });
    if (!on || !ready)
        return -1;
    CupsPrinter printer({cups.server(), QStringLiteral("slips"), QStringLiteral("bench")},
        PrinterProfile(), systemClock);
    const double first = measureSlips(printer, paper, "cupsd, which starts our back-end each time");
    return measureCut(printer, paper) ? first : -1;
}

/// How long a process of nothing but Qt takes to start: what a back-end costs before its first
/// line.
void measureStart()
{
    Timings start;
    for (int i = 0; i < 50; ++i)
        start.add(timed([] {
            QProcess lists; // what it offers, as cupsd asks it to
            lists.setStandardOutputFile(QProcess::nullDevice());
            lists.start(programBeside("antre-escpos-backend"), QStringList());
            lists.waitForFinished();
        }));
    start.print("starting the back-end, from fork to its end");
}

/// As measureSlips(); does nothing where the application was not built.
double measureApplication(const QString &folder)
{
    VirtualPrinter paper;
    QTcpServer free;
    if (!QFileInfo::exists(programBeside("antre-escpos-printerapp")))
        return 0;
    if (!paper.switchOn() || !free.listen(QHostAddress::LocalHost))
        return -1;
    const quint16 port = free.serverPort();
    free.close();
    QProcess application;
    application.start(programBeside("antre-escpos-printerapp"),
        {QStringLiteral("--port"), QString::number(port), QStringLiteral("--folder"), folder,
            QStringLiteral("escpos://127.0.0.1:%1/?profile=epson-tm").arg(paper.port())});
    const bool answers = test::eventually([port] {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
        return socket.waitForConnected(100);
    });
    double first = -1;
    if (answers) {
        CupsPrinter printer({QStringLiteral("127.0.0.1:%1").arg(port), QStringLiteral("slips"),
                                QStringLiteral("bench"), true},
            PrinterProfile(), systemClock);
        first = measureSlips(printer, paper, "our printer application, which stays");
    }
    application.terminate();
    if (!application.waitForFinished(5'000))
        application.kill();
    return first;
}

void weigh(const char *name, int width, double firstByteMs)
{
    const Slip slip = layOutSlip(sampleSlip(), width);
    const PrinterProfile profile{.width = width};
    const QByteArray bytes = escposBytes(slip, profile);
    const double mm = paperMillimetres(slip, profile);
    std::printf("%-24s %6lld bytes in %zu pieces, %5.1f mm to the cut, submit -> cut %6.0f ms at "
                "%.0f mm/s\n",
        name, qlonglong(bytes.size()), escposSteps(bytes).size(), mm,
        firstByteMs + 1000 * mm / mmPerSecond, mmPerSecond);
}

/// A kiosk that works for months: at its first day's end, then every fifth part of the way.
void measureMemory(const QString &folder, int count)
{
    KioskDays kiosk(folder);
    const auto say = [&] {
        std::printf(
            "a kiosk and its service, %6d slips: %.1f MB\n", kiosk.slips(), megabytesUsed());
        std::fflush(stdout);
    };
    say();
    const auto time = timed([&] {
        while (kiosk.slips() < count) {
            kiosk.visitor();
            if (kiosk.slips() == 450 || kiosk.slips() % std::max(count / 5, 1) == 0)
                say();
        }
    });
    std::printf("%.2f ms a visitor: number, journals, screen and bytes\n",
        double(time.count()) / 1e6 / count);
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    const QTemporaryDir folder(QStringLiteral("/tmp/antre-bench-XXXXXX"));
    const double firstByte = measureCups(folder.path());
    measureStart();
    const QTemporaryDir applications;
    if (firstByte < 0 || measureApplication(applications.path()) < 0) {
        std::fprintf(stderr, "the bench could not start, or a slip was not printed\n");
        return 1;
    }
    weigh("80 mm, 576 dots", slipWidth80, firstByte);
    weigh("58 mm, 384 dots", slipWidth58, firstByte);
    const QTemporaryDir disks;
    measureMemory(disks.path(), argc > 1 ? std::max(QByteArray(argv[1]).toInt(), 1) : 50'000);
    return 0;
}

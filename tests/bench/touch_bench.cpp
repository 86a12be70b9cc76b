// SPDX-License-Identifier: Apache-2.0

// From the touch to the last byte at the printer, all parts real: the kiosk's machine with its
// SQLite journal, TLS to an antre-service process with its own, cupsd, and a printer on TCP.

#include "base/uuid.h"
#include "bench/figures.h"
#include "journal/sqlitejournal.h"
#include "kiosk/kioskslip.h"
#include "print/cupsprinter.h"
#include "rehearsal/serviceprocess.h"
#include "server/tlsidentity.h"
#include "service/sitesetup.h"
#include "slip/sliplayout.h"
#include "support/eventually.h"
#include "support/mall.h"
#include "support/privatecups/privatecups.h"
#include "support/virtualprinter/virtualprinter.h"
#include "terminal/terminalrunner.h"

#include <QGuiApplication>
#include <QTemporaryDir>

using namespace antre;
using Moment = std::chrono::steady_clock::time_point;

namespace {

constexpr int touches = 200;

/// The moments of one slip's way.
struct Way
{
    Moment touched;
    Moment durable; ///< number in the service's journal and in the kiosk's
    Moment printed; ///< last byte at the printer
};

Way walk(TerminalRunner &runner, VirtualPrinter &printer)
{
    Way way;
    const size_t before = printer.slips().size();
    const auto watch = QObject::connect(&printer, &VirtualPrinter::bytesArrived, [&] {
        if (printer.slips().size() == before)
            way.printed = std::chrono::steady_clock::now();
    });
    const auto numbered = QObject::connect(&runner, &TerminalRunner::slipWanted,
        [&] { way.durable = std::chrono::steady_clock::now(); });
    way.touched = std::chrono::steady_clock::now();
    runner.input(Touched{ServiceId(QStringLiteral("a.one")), {}, QStringLiteral("id")});
    (void)test::eventually([&] {
        const auto &issue = runner.machine().issue();
        return printer.slips().size() > before && issue && issue->stage == IssueStage::Finished;
    });
    QObject::disconnect(watch);
    QObject::disconnect(numbered);
    runner.input(Dismissed{});
    return way;
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    QTemporaryDir folder(QStringLiteral("/tmp/antre-bench-XXXXXX"));
    const SystemClock machine;
    SystemRandom random;
    const ClockRate rate{machine.wall(), thursday(9), 1.0};
    const RatedClock clock(machine, rate);
    const auto identity = ensureTlsIdentity(folder.path(), clock);
    std::optional<TerminalFile> file;
    {
        auto site = *SiteSetup::open(folder.path(), clock, random);
        (void)site->publish(smallMall());
        file = *site->enrol({TerminalId(QStringLiteral("kiosk-1")), TerminalKind::Kiosk, {},
                                QStringLiteral("1"), {}},
            {{}, identity->fingerprint});
    }
    ServiceProcess service;
    std::optional<QUrl> url;
    QObject::connect(&service, &ServiceProcess::ready, &service,
        [&](const QUrl &terminals) { url = terminals; });
    service.start(QCoreApplication::applicationDirPath() + QStringLiteral("/antre-service"),
        folder.path(), rate);

    VirtualPrinter paper;
    PrivateCups cups(folder.filePath(QStringLiteral("cups")));
    QDir(folder.path()).mkpath(QStringLiteral("cups"));
    const auto ready = paper.switchOn()
        ? cups.start().and_then([&] {
              return cups.addRawQueue(QStringLiteral("antre"),
                  QStringLiteral("socket://127.0.0.1:%1/?snmp=false").arg(paper.port()));
          })
        : Result<>(failure(ErrorCode::Unavailable, QStringLiteral("no port for the printer")));
    if (!ready || !test::eventually([&] { return url.has_value(); })) {
        std::fprintf(stderr, "the bench could not start: %s\n",
            ready ? "no service" : qPrintable(ready.error().detail));
        return 1;
    }

    TerminalMachine kiosk(
        {file->terminal, file->kind, file->token, file->mark, QStringLiteral("bench")}, clock,
        random);
    TerminalLink link(*url, file->fingerprint);
    TerminalRunner runner(kiosk, link, clock, [&]() -> Result<std::unique_ptr<Journal>> {
        return SqliteJournal::open(folder.filePath(QStringLiteral("kiosk.db")));
    });
    CupsPrinter printer({cups.server(), QStringLiteral("antre"), QStringLiteral("kiosk-1")},
        PrinterProfile(), clock);
    QHash<QString, TicketId> jobs;
    QObject::connect(
        &runner, &TerminalRunner::slipWanted, [&](const KioskTicket &ticket, bool copy) {
            const QString job = ticket.id.text();
            jobs.insert(job, ticket.id);
            printer.submit({job,
                layOutSlip(kioskSlipContent(ticket, *kiosk.mirror().state().catalogue, copy),
                    printer.profile().width)});
        });
    QObject::connect(&printer, &Printer::finished, &runner, [&](const PrintOutcome &outcome) {
        runner.input(PrintEnded{jobs.take(outcome.id), outcome.result});
    });
    runner.start();
    if (!test::eventually([&] { return kiosk.link() == LinkStatus::Up; }))
        return 1;

    Figures durable;
    Figures paperTime;
    (void)walk(runner, paper);
    for (int i = 0; i < touches; ++i) {
        const Way way = walk(runner, paper);
        durable.add(way.durable - way.touched);
        paperTime.add(way.printed - way.touched);
    }
    durable.print("touch -> number durable at service and kiosk");
    paperTime.print("touch -> last byte at the printer (through cupsd)");
    bool ended = false;
    QObject::connect(&service, &ServiceProcess::stopped, &service, [&] { ended = true; });
    service.stop();
    (void)test::eventually([&] { return ended; });
    return 0;
}

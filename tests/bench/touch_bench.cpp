// SPDX-License-Identifier: Apache-2.0

// From the touch to the last byte at the printer, all parts real: the kiosk's machine with its
// SQLite journal, TLS to an antre-service process with its own, cupsd, and a printer on TCP.
//   bench_touch             measures once
//   bench_touch --rounds    says where the service is, and measures a round of TOUCHES for each
//   line
//                           "NAME TOUCHES" that it reads: for whoever does something to the service
//                           meanwhile

#include "base/uuid.h"
#include "bench/timings.h"
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

#include <iostream>
#include <poll.h>
#include <unistd.h>

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

/// A kiosk with everything behind it.
class Lobby
{
public:
    Lobby()
        : m_folder(QStringLiteral("/tmp/antre-bench-XXXXXX"))
        , m_rate{m_machine.wall(), thursday(9), 1.0}
        , m_clock(m_machine, m_rate)
        , m_cups(m_folder.filePath(QStringLiteral("cups")))
    {
    }

    Result<> open()
    {
        return startService().and_then([this] { return startPrinter(); }).and_then([this] {
            return startKiosk();
        });
    }

    /// Where the service is reached: "terminals wss://… web http://…".
    [[nodiscard]] QString where() const
    {
        return QStringLiteral("terminals %1 web %2")
            .arg(m_url.toString(), m_service.web().toString());
    }

    Way walk()
    {
        Way way;
        const size_t before = m_paper.slips().size();
        const auto watch = QObject::connect(&m_paper, &VirtualPrinter::bytesArrived, [&] {
            if (m_paper.slips().size() == before)
                way.printed = std::chrono::steady_clock::now();
        });
        const auto numbered = QObject::connect(m_runner.get(), &TerminalRunner::slipWanted,
            [&] { way.durable = std::chrono::steady_clock::now(); });
        way.touched = std::chrono::steady_clock::now();
        m_runner->input(Touched{ServiceId(QStringLiteral("a.one")), {}, QStringLiteral("id")});
        (void)test::eventually([&] {
            const auto &issue = m_kiosk->issue();
            return m_paper.slips().size() > before && issue && issue->stage == IssueStage::Finished;
        });
        QObject::disconnect(watch);
        QObject::disconnect(numbered);
        m_runner->input(Dismissed{});
        return way;
    }

    void close()
    {
        bool ended = false;
        QObject::connect(&m_service, &ServiceProcess::stopped, &m_service, [&] { ended = true; });
        m_service.stop();
        (void)test::eventually([&] { return ended; });
    }

private:
    Result<> startService()
    {
        const auto identity = ensureTlsIdentity(m_folder.path(), m_clock);
        {
            auto site = *SiteSetup::open(m_folder.path(), m_clock, m_random);
            (void)site->publish(smallMall());
            m_file = *site->enrol({TerminalId(QStringLiteral("kiosk-1")), TerminalKind::Kiosk, {},
                                      QStringLiteral("1"), {}},
                {{}, identity->fingerprint});
        }
        QObject::connect(&m_service, &ServiceProcess::ready, &m_service,
            [this](const QUrl &terminals) { m_url = terminals; });
        m_service.start(QCoreApplication::applicationDirPath() + QStringLiteral("/antre-service"),
            m_folder.path(), m_rate);
        if (!test::eventually([this] { return !m_url.isEmpty(); }))
            return failure(ErrorCode::Unavailable, QStringLiteral("the service did not start"));
        return {};
    }

    Result<> startPrinter()
    {
        QDir(m_folder.path()).mkpath(QStringLiteral("cups"));
        // cupsd's back-ends run as another user and must get through.
        QFile::setPermissions(m_folder.path(),
            QFile::permissions(m_folder.path()) | QFile::ExeOther | QFile::ExeGroup);
        if (!m_paper.switchOn())
            return failure(ErrorCode::Unavailable, QStringLiteral("no port for the printer"));
        return m_cups.start().and_then([this] {
            return m_cups.addRawQueue(QStringLiteral("antre"),
                QStringLiteral("socket://127.0.0.1:%1/?snmp=false").arg(m_paper.port()));
        });
    }

    Result<> startKiosk()
    {
        m_kiosk = std::make_unique<TerminalMachine>(
            TerminalSettings{
                m_file.terminal, m_file.kind, m_file.token, m_file.mark, QStringLiteral("bench")},
            m_clock, m_random);
        m_link = std::make_unique<TerminalLink>(m_url, m_file.fingerprint);
        const QString path = m_folder.filePath(QStringLiteral("kiosk.db"));
        m_runner = std::make_unique<TerminalRunner>(*m_kiosk, *m_link, m_clock,
            [path]() -> Result<std::unique_ptr<Journal>> { return SqliteJournal::open(path); });
        m_printer = std::make_unique<CupsPrinter>(
            CupsQueue{m_cups.server(), QStringLiteral("antre"), QStringLiteral("kiosk-1")},
            PrinterProfile(), m_clock);
        QObject::connect(
            m_runner.get(), &TerminalRunner::slipWanted, [this](const PrintSlip &slip) {
                m_jobs.insert(slip.ticket.id.text(), slip.print);
                const auto content = kioskSlipContent(
                    slip.ticket, *m_kiosk->mirror().state().catalogue, slip.copy);
                m_printer->submit(
                    {slip.ticket.id.text(), layOutSlip(content, m_printer->profile().width)});
            });
        QObject::connect(m_printer.get(), &Printer::finished, m_runner.get(),
            [this](const PrintOutcome &outcome) {
                m_runner->input(PrintEnded{m_jobs.take(outcome.id), outcome.result});
            });
        m_runner->start();
        if (!test::eventually([this] { return m_kiosk->link() == LinkStatus::Up; }))
            return failure(
                ErrorCode::Offline, QStringLiteral("the kiosk did not reach the service"));
        return {};
    }

    QTemporaryDir m_folder;
    SystemClock m_machine;
    SystemRandom m_random;
    ClockRate m_rate;
    RatedClock m_clock;
    TerminalFile m_file;
    ServiceProcess m_service;
    QUrl m_url;
    VirtualPrinter m_paper;
    PrivateCups m_cups;
    std::unique_ptr<TerminalMachine> m_kiosk;
    std::unique_ptr<TerminalLink> m_link;
    std::unique_ptr<TerminalRunner> m_runner;
    std::unique_ptr<CupsPrinter> m_printer;
    QHash<QString, quint64> m_jobs;
};

void measure(Lobby &lobby, const std::string &name, int count)
{
    Timings durable;
    Timings paperTime;
    for (int i = 0; i < count; ++i) {
        const Way way = lobby.walk();
        durable.add(way.durable - way.touched);
        paperTime.add(way.printed - way.touched);
    }
    durable.print((name + ": touch -> number durable at service and kiosk").c_str());
    paperTime.print((name + ": touch -> last byte at the printer").c_str());
}

/// The kiosk lives on between two rounds.
bool lineWaits()
{
    pollfd input{STDIN_FILENO, POLLIN, 0};
    QCoreApplication::processEvents();
    return ::poll(&input, 1, 20) > 0;
}

void rounds(Lobby &lobby)
{
    std::printf("%s\n", qPrintable(lobby.where()));
    std::fflush(stdout);
    for (;;) {
        while (!lineWaits()) { }
        std::string name;
        int count = 0;
        if (!(std::cin >> name >> count))
            return;
        std::cin.ignore(1); // the line's end, that the next look finds only what is new
        measure(lobby, name, count);
    }
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    Lobby lobby;
    if (auto opened = lobby.open(); !opened) {
        std::fprintf(stderr, "the bench could not start: %s\n", qPrintable(opened.error().detail));
        return 1;
    }
    (void)lobby.walk();
    if (argc > 1 && std::string(argv[1]) == "--rounds")
        rounds(lobby);
    else
        measure(lobby, "alone", touches);
    lobby.close();
    return 0;
}

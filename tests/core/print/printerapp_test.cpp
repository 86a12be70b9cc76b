// SPDX-License-Identifier: Apache-2.0
// Slips through our printer application instead of cupsd.
#include "print/cupsprinter.h"
#include "support/catch.h"
#include "support/eventually.h"
#include "support/paths.h"
#include "support/sampleslip.h"
#include "support/virtualprinter/virtualprinter.h"

#include <QProcess>
#include <QTcpSocket>
#include <QTemporaryDir>

#include <csignal>
#include <sys/prctl.h>

using namespace antre;

namespace {

quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : quint16(0);
}

const SystemClock systemClock;

/// A virtual printer, the application before it, and a program that prints.
class PrinterDesk
{
public:
    explicit PrinterDesk(const Clock &clock = systemClock)
    {
        REQUIRE(paper.switchOn());
        const quint16 port = freePort();
        m_application.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_application.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGTERM); });
        m_application.start(programPath("antre-escpos-printerapp"),
            {QStringLiteral("--port"), QString::number(port), QStringLiteral("--folder"),
                m_folder.path(),
                QStringLiteral("escpos://127.0.0.1:%1/?profile=epson-tm").arg(paper.port())});
        REQUIRE(test::eventually([port] {
            QTcpSocket socket;
            socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
            return socket.waitForConnected(100);
        }));
        printer.emplace(CupsQueue{QStringLiteral("127.0.0.1:%1").arg(port), QStringLiteral("slips"),
                            QStringLiteral("kiosk-1"), true},
            PrinterProfile(), clock, CupsPatience{.idlePoll = Milliseconds(200)});
        QObject::connect(&*printer, &Printer::finished, &m_context,
            [this](const PrintOutcome &outcome) { m_outcome = outcome; });
    }
    ~PrinterDesk()
    {
        printer.reset();
        m_application.terminate();
        if (!m_application.waitForFinished(5'000))
            m_application.kill();
    }
    PrintOutcome print()
    {
        m_outcome.reset();
        printer->submit({QStringLiteral("1"), layOutSlip(sampleSlip(), slipWidth80)});
        REQUIRE(test::eventually([this] { return m_outcome.has_value(); }));
        return *m_outcome;
    }
    [[nodiscard]] bool becomes(PrinterCondition condition)
    {
        return test::eventually([&] { return printer->state().condition == condition; });
    }

private:
    QTemporaryDir m_folder;
    QProcess m_application;
    QObject m_context;
    std::optional<PrintOutcome> m_outcome;

public:
    VirtualPrinter paper;
    std::optional<CupsPrinter> printer;
};

} // namespace

TEST_CASE(
    "A slip through the printer application is printed when the printer confirms it", "[print]")
{
    PrinterDesk desk;
    const PrintOutcome outcome = desk.print();
    CAPTURE(outcome.detail);
    CHECK(outcome.result == SlipState::Printed);
    CHECK(desk.paper.slips().size() == 1);
}

TEST_CASE("The printer application knows the printer's state without printing", "[print]")
{
    PrinterDesk desk;
    CHECK(desk.becomes(PrinterCondition::Ready));
    desk.paper.setFaults({.paperOut = true});
    CHECK(desk.becomes(PrinterCondition::PaperOut));
    const PrintOutcome outcome = desk.print();
    CAPTURE(outcome.detail);
    CHECK(outcome.result == SlipState::Failed);
    CHECK(outcome.trouble == PrintTrouble::PaperOut);
    desk.paper.setFaults({});
    CHECK(desk.becomes(PrinterCondition::Ready));
    CHECK(desk.paper.slips().empty());
}

TEST_CASE("The printer application drops a slip whose time has passed", "[print]")
{
    const ManualClock late(systemClock.wall() - Minutes(1));
    PrinterDesk desk(late);
    const PrintOutcome outcome = desk.print();
    CAPTURE(outcome.detail);
    CHECK(outcome.result == SlipState::Failed);
    CHECK(desk.paper.slips().empty());
}

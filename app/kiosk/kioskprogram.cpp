// SPDX-License-Identifier: Apache-2.0
#include "kiosk/kioskprogram.h"

#include "kiosk/kioskslip.h"

namespace antre {

static KioskOptions windowOptions(const KioskProgramOptions &options)
{
    KioskOptions made;
    made.mmWidth = options.mmWidth;
    made.moves = options.moves;
    return made;
}

static PrinterProfile profileFor(const KioskProgramOptions &options)
{
    PrinterProfile profile
        = options.printerModel ? slipProfile(*options.printerModel) : PrinterProfile();
    profile.width = options.slipWidth;
    return profile;
}

KioskProgram::KioskProgram(const KioskProgramOptions &options, TerminalProgram &terminal)
    : m_terminal(terminal)
    , m_windowSize(options.window)
    , m_window(windowOptions(options))
    , m_printer(makePrinter(
          options.slips, profileFor(options), terminal.file().terminal.value(), terminal.clock()))
{
    TerminalRunner &runner = m_terminal.runner();
    connect(&m_window, &KioskWindow::numberWanted, this, [&runner](const NumberWish &wish) {
        runner.input(Touched{wish.service, wish.priority, wish.language});
    });
    connect(&m_window, &KioskWindow::visitorLeft, this, [&runner] { runner.input(Dismissed{}); });
    connect(&m_window, &KioskWindow::reprintWanted, this, [this, &runner] {
        if (const auto &issue = m_terminal.machine().issue())
            runner.input(ReprintWanted{issue->ticket.id});
    });
    connect(&m_window, &KioskWindow::slipSeen, this, &KioskProgram::visitorSaw);
    connect(&m_window, &KioskWindow::offeredReprintWanted, this, [this, &runner] {
        if (const KioskTicket *offered = m_terminal.machine().reprintOffer())
            runner.input(ReprintWanted{offered->id});
    });
    connect(&m_window, &KioskWindow::offeredSlipThere, this, [this, &runner] {
        if (const KioskTicket *offered = m_terminal.machine().reprintOffer())
            runner.input(PrintEnded{offered->id, SlipState::Printed});
    });
    connect(&runner, &TerminalRunner::slipWanted, this, &KioskProgram::print);
    connect(m_printer.get(), &Printer::finished, this, &KioskProgram::printed);
    connect(m_printer.get(), &Printer::stateChanged, this, &KioskProgram::refresh);

    // A feed of many events is one change on the screen: what is shown is made once a turn.
    m_refreshSoon.setSingleShot(true);
    connect(&m_refreshSoon, &QTimer::timeout, this, &KioskProgram::refresh);
    connect(&runner, &TerminalRunner::changed, &m_refreshSoon, [this] { m_refreshSoon.start(0); });
    connect(&m_clockTick, &QTimer::timeout, this, &KioskProgram::refresh);
    m_clockTick.start(1000);
}

void KioskProgram::start()
{
    if (m_windowSize.isEmpty()) {
        m_window.fillScreen();
    } else {
        m_window.setFixedSize(m_windowSize);
        m_window.show();
    }
    m_terminal.start();
}

void KioskProgram::refresh()
{
    if (const auto screen = m_presenter.screen(m_terminal.machine(), printerNow()))
        m_window.present(*screen);
}

PrinterNow KioskProgram::printerNow() const
{
    switch (m_printer->state().condition) {
    case PrinterCondition::Unknown:
    case PrinterCondition::Ready:
    case PrinterCondition::PaperLow:
        return PrinterNow::Ready;
    case PrinterCondition::PaperOut:
        return PrinterNow::PaperOut;
    case PrinterCondition::CoverOpen:
    case PrinterCondition::Fault:
    case PrinterCondition::Stopped:
    case PrinterCondition::NoPrinter:
    case PrinterCondition::NoPrintService:
        return PrinterNow::Broken;
    }
    return PrinterNow::Broken;
}

void KioskProgram::print(const KioskTicket &ticket, bool copy)
{
    const CataloguePtr catalogue = m_terminal.machine().mirror().state().catalogue;
    const QString job = ticket.id.text() + QStringLiteral("-%1").arg(++m_jobsMade);
    m_jobs.insert(job, ticket.id);
    m_printer->submit(
        {job, layOutSlip(kioskSlipContent(ticket, *catalogue, copy), m_printer->profile().width)});
}

void KioskProgram::printed(const PrintOutcome &outcome)
{
    if (!outcome.detail.isEmpty())
        qInfo("slip %s: %s, %s", qPrintable(outcome.id), qPrintable(slipStateName(outcome.result)),
            qPrintable(outcome.detail));
    m_terminal.runner().input(PrintEnded{m_jobs.take(outcome.id), outcome.result});
}

void KioskProgram::visitorSaw(bool cameOut)
{
    if (const auto &issue = m_terminal.machine().issue())
        m_terminal.runner().input(
            PrintEnded{issue->ticket.id, cameOut ? SlipState::Printed : SlipState::Failed});
}

} // namespace antre

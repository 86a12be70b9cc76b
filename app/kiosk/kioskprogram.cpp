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

KioskProgram::KioskProgram(const KioskProgramOptions &options, TerminalProgram &terminal)
    : m_terminal(terminal)
    , m_windowSize(options.window)
    , m_window(windowOptions(options))
{
    TerminalRunner &runner = m_terminal.runner();
    listenToWindow();
    openPrinters(options.printers);
    connect(&runner, &TerminalRunner::slipWanted, this, &KioskProgram::print);

    // A feed of many events is one change on the screen: what is shown is made once a turn.
    m_refreshSoon.setSingleShot(true);
    connect(&m_refreshSoon, &QTimer::timeout, this, &KioskProgram::refresh);
    connect(&runner, &TerminalRunner::changed, &m_refreshSoon, [this] { m_refreshSoon.start(0); });
    connect(&m_clockTick, &QTimer::timeout, this, &KioskProgram::refresh);
    m_clockTick.start(1000);
}

void KioskProgram::listenToWindow()
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
        if (const KioskTicket *last = m_terminal.machine().reprintable())
            runner.input(ReprintWanted{last->id});
    });
    connect(&m_window, &KioskWindow::offeredSlipThere, this, [this, &runner] {
        if (const KioskTicket *offered = m_terminal.machine().reprintOffer())
            runner.input(SlipSeen{offered->id, true});
    });
    connect(&m_window, &KioskWindow::rollSaid, this, [this, &runner](bool isNew) {
        if (const auto question = m_terminal.machine().rollQuestion())
            runner.input(RollConfirmed{question->printer, isNew});
    });
}

void KioskProgram::openPrinters(const std::vector<PrinterOption> &printers)
{
    for (const PrinterOption &option : printers) {
        m_printers.push_back(makePrinter(
            option.target, option.profile, m_terminal.file().terminal.value(), m_terminal.clock()));
        connect(m_printers.back().get(), &Printer::finished, this, &KioskProgram::printed);
        connect(m_printers.back().get(), &Printer::stateChanged, this, &KioskProgram::tellPrinters);
    }
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
    if (const auto screen = m_presenter.screen(m_terminal.machine()))
        m_window.present(*screen);
}

void KioskProgram::tellPrinters()
{
    DevicesChanged now;
    for (const auto &printer : m_printers)
        now.printers.push_back(printer->state().condition);
    m_terminal.runner().input(now);
}

void KioskProgram::print(const PrintSlip &slip)
{
    const CataloguePtr catalogue = m_terminal.machine().mirror().state().catalogue;
    Printer &printer = *m_printers[slip.printer];
    const Slip paper
        = layOutSlip(kioskSlipContent(slip.ticket, *catalogue, slip.copy), printer.profile().width);
    // A name of its own, also after a restart: the print service remembers old jobs.
    const QString job = m_terminal.newCommandId().text();
    m_jobs.insert(job, {slip.print, paperMillimetres(paper, printer.profile())});
    printer.submit({job, paper});
}

void KioskProgram::printed(const PrintOutcome &outcome)
{
    if (!outcome.detail.isEmpty())
        qInfo("slip %s: %s, %s", qPrintable(outcome.id), qPrintable(slipStateName(outcome.result)),
            qPrintable(outcome.detail));
    const Job job = m_jobs.take(outcome.id);
    m_terminal.runner().input(PrintEnded{job.print, outcome.result, job.millimetres});
}

void KioskProgram::visitorSaw(bool cameOut)
{
    if (const auto &issue = m_terminal.machine().issue())
        m_terminal.runner().input(SlipSeen{issue->ticket.id, cameOut});
}

} // namespace antre

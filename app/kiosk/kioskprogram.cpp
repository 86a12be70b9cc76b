// SPDX-License-Identifier: Apache-2.0
#include "kiosk/kioskprogram.h"

#include "kiosk/kioskslip.h"
#include "kiosk/scanfinding.h"
#include "slip/slipexample.h"

namespace antre {

static KioskOptions windowOptions(const KioskProgramOptions &options)
{
    KioskOptions made;
    made.mmWidth = options.mmWidth;
    made.lowerEdgeMm = options.lowerEdgeMm;
    made.moves = options.moves;
    made.voices = options.voices;
    return made;
}

KioskProgram::KioskProgram(const KioskProgramOptions &options, TerminalProgram &terminal)
    : m_terminal(terminal)
    , m_windowSize(options.window)
    , m_voice(options.sounds, options.isSilent)
    , m_window(windowOptions(options))
    , m_lockdown(options.window.isEmpty() ? std::make_unique<Lockdown>(m_window) : nullptr)
    , m_readers(options.readers, m_window, terminal.clock())
    , m_attract(m_window, options.attractAfter)
    , m_desk(m_window, terminal, options.terminal.data)
    , m_options(options.printers)
{
    TerminalRunner &runner = m_terminal.runner();
    listenToWindow();
    listenToReaders();
    listenToDesk();
    m_window.setNarrator(m_voice.narrator());
    connect(&m_voice, &KioskVoice::troublesChanged, this, &KioskProgram::tellDevices);
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

void KioskProgram::listenToReaders()
{
    connect(&m_window, &KioskWindow::scanWanted, this, [this] { m_readers.turnCamera(true); });
    connect(&m_window, &KioskWindow::scanEnded, this, [this] {
        m_readers.turnCamera(false);
        m_scanned.reset();
        m_refreshSoon.start(0);
    });
    connect(&m_window, &KioskWindow::lostSlipWanted, this, [this] {
        if (const auto *own = m_scanned ? std::get_if<OwnTicketCode>(&*m_scanned) : nullptr)
            m_terminal.runner().input(ReprintWanted{own->ticket, own->secret});
    });
    connect(&m_readers, &CodeReaders::seen, &m_window, &KioskWindow::setCameraPicture);
    connect(&m_readers, &CodeReaders::changed, this, &KioskProgram::refresh);
    connect(&m_readers, &CodeReaders::found, this, [this](const QString &text) {
        // Nobody's number is taken off the screen, and a code means nothing before a catalogue.
        if (m_terminal.machine().issue() || m_desk.isOpen() || m_desk.isPaused()
            || !m_terminal.machine().mirror().state().catalogue)
            return;
        auto code = readScannedCode(text, m_terminal.machine());
        if (m_scanned == code)
            return; // a camera sees the same code many times
        m_scanned = std::move(code);
        if (const auto *reservation = std::get_if<ReservationCode>(&*m_scanned))
            m_terminal.runner().input(CheckInWanted{reservation->code, m_window.look().language});
        m_attract.wake();
        m_window.showScan();
        refresh();
    });
}

void KioskProgram::openPrinters(const std::vector<PrinterOption> &printers)
{
    for (const PrinterOption &option : printers) {
        m_printers.push_back(makePrinter(
            option.target, option.profile, m_terminal.file().terminal.value(), m_terminal.clock()));
        connect(m_printers.back().get(), &Printer::finished, this, &KioskProgram::printed);
        connect(m_printers.back().get(), &Printer::stateChanged, this, &KioskProgram::tellDevices);
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
    auto screen = m_presenter.screen(m_terminal.machine());
    if (!screen)
        return;
    screen->scanWays = m_readers.ways();
    if (m_scanned)
        screen->scan = scanFinding(m_terminal.machine(), *m_scanned);
    m_window.present(*screen);
    m_attract.hold(m_desk.isOpen() || m_desk.isPaused());
    m_desk.refresh();
    tellShown();
    m_attract.setView(KioskViews(*screen, m_window.look().language).attract());
}

void KioskProgram::tellShown()
{
    const QString shown = m_desk.isOpen() ? QStringLiteral("an officer")
        : !m_window.isAtRest()            ? QStringLiteral("a visitor")
        : m_desk.isPaused()               ? QStringLiteral("paused")
        : m_attract.isShown()             ? QStringLiteral("at rest")
                                          : QStringLiteral("start screen");
    if (std::exchange(m_shown, shown) != shown)
        Q_EMIT shows(shown);
}

void KioskProgram::tellDevices()
{
    DevicesChanged now{m_voice.troubles()};
    if (m_desk.isPaused())
        now.troubles.append(QStringLiteral("paused"));
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
    if (const auto desk = m_deskJobs.find(outcome.id); desk != m_deskJobs.end()) {
        if (outcome.result != SlipState::Failed)
            m_terminal.runner().input(*desk);
        m_deskJobs.erase(desk);
        return m_desk.printEnded(outcome.result);
    }
    const Job job = m_jobs.take(outcome.id);
    m_terminal.runner().input(PrintEnded{job.print, outcome.result, job.millimetres});
}

void KioskProgram::visitorSaw(bool cameOut)
{
    if (const auto &issue = m_terminal.machine().issue())
        m_terminal.runner().input(SlipSeen{issue->ticket.id, cameOut});
}

// ---- for officers
// ---------------------------------------------------------------------------------

void KioskProgram::listenToDesk()
{
    connect(&m_desk, &OfficerDesk::testSlipWanted, this, &KioskProgram::printTest);
    connect(&m_desk, &OfficerDesk::feedWanted, this, &KioskProgram::feedAndCut);
    connect(&m_desk, &OfficerDesk::restartWanted, this, [] { QCoreApplication::exit(0); });
    connect(&m_desk, &OfficerDesk::pauseChanged, this, &KioskProgram::tellDevices);
    connect(&m_terminal.runner(), &TerminalRunner::orderHeard, &m_desk, &OfficerDesk::obey);
    connect(&m_desk, &OfficerDesk::leaveWanted, this, [this] {
        if (m_lockdown)
            m_lockdown->open();
        QCoreApplication::exit(OfficerDesk::leftCode);
    });
}

void KioskProgram::printTest(size_t printer)
{
    const State &state = m_terminal.machine().mirror().state();
    const BusinessDay today = localTime(m_terminal.machine().now(), state.catalogue->zone()).day;
    // A copy: whoever finds it must not take its number for one of the queue's.
    if (const auto content = exampleSlip(*state.catalogue, {.copy = true}, today))
        printForDesk(printer, layOutSlip(*content, m_printers[printer]->profile().width));
}

void KioskProgram::feedAndCut(size_t printer)
{
    constexpr int millimetres = 15;
    Slip empty;
    empty.width = m_printers[printer]->profile().width;
    empty.height = millimetres * slipDotsPerMm;
    printForDesk(printer, empty);
}

void KioskProgram::printForDesk(size_t printer, const Slip &slip)
{
    const QString job = m_terminal.newCommandId().text();
    m_deskJobs.insert(
        job, PaperUsed{printer, paperMillimetres(slip, m_printers[printer]->profile())});
    m_printers[printer]->submit({job, slip});
}

} // namespace antre

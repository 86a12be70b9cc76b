// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kiosk/attract.h"
#include "kiosk/codereaders.h"
#include "kiosk/kioskpresenter.h"
#include "kiosk/kioskvoice.h"
#include "kiosk/kioskwindow.h"
#include "kiosk/lockdown.h"
#include "kiosk/officerdesk.h"
#include "kiosk/options.h"
#include "print/printer.h"
#include "terminal/scancode.h"

#include <QHash>
#include <QTimer>

namespace antre {

/// A kiosk put together: what the visitor wishes goes to the terminal's machine, what the machine
/// knows goes to the screen, and its slips go to the printer. Interface thread.
class KioskProgram : public QObject
{
    Q_OBJECT

public:
    KioskProgram(const KioskProgramOptions &options, TerminalProgram &terminal);

    /// Opens the window and starts the terminal.
    void start();
    [[nodiscard]] KioskWindow &window() { return m_window; }

Q_SIGNALS:
    /// What is on the screen, in a word or two for the technician; when it is another.
    void shows(const QString &what);

private:
    /// What a printer was given.
    struct Job
    {
        quint64 print = 0; ///< PrintSlip::print
        int millimetres = 0;
    };

    void listenToWindow();
    void listenToReaders();
    void openPrinters(const std::vector<PrinterOption> &printers);
    void refresh();
    void tellShown();
    void print(const PrintSlip &slip);
    void printed(const PrintOutcome &outcome);
    void tellDevices();
    void visitorSaw(bool cameOut);
    void listenToDesk();
    void printTest(size_t printer);
    void feedAndCut(size_t printer);
    void printForDesk(size_t printer, const Slip &slip);

    TerminalProgram &m_terminal;
    QSize m_windowSize;
    KioskVoice m_voice;
    KioskWindow m_window;
    KioskPresenter m_presenter;
    std::unique_ptr<Lockdown> m_lockdown; ///< absent in a window
    CodeReaders m_readers;
    Attract m_attract;
    OfficerDesk m_desk;
    QHash<QString, PaperUsed> m_deskJobs; ///< officers' own, given to a printer
    std::optional<ScannedCode> m_scanned; ///< and the visitor is still there
    std::vector<PrinterOption> m_options;
    std::vector<std::unique_ptr<Printer>> m_printers; ///< in the order in which they are tried
    QHash<QString, Job> m_jobs;
    QString m_shown;
    QTimer m_clockTick;
    QTimer m_refreshSoon;
};

} // namespace antre

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kiosk/kioskpresenter.h"
#include "kiosk/kioskwindow.h"
#include "kiosk/options.h"
#include "print/printer.h"

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

private:
    /// What a printer was given.
    struct Job
    {
        quint64 print = 0; ///< PrintSlip::print
        int millimetres = 0;
    };

    void listenToWindow();
    void openPrinters(const std::vector<PrinterOption> &printers);
    void refresh();
    void print(const PrintSlip &slip);
    void printed(const PrintOutcome &outcome);
    void tellPrinters();
    void visitorSaw(bool cameOut);

    TerminalProgram &m_terminal;
    QSize m_windowSize;
    KioskWindow m_window;
    KioskPresenter m_presenter;
    std::vector<std::unique_ptr<Printer>> m_printers; ///< in the order in which they are tried
    QHash<QString, Job> m_jobs;
    QTimer m_clockTick;
    QTimer m_refreshSoon;
};

} // namespace antre

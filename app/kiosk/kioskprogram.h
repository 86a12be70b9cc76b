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
    [[nodiscard]] const Printer &printer() const { return *m_printer; }

private:
    void refresh();
    void print(const KioskTicket &ticket, bool copy);
    void printed(const PrintOutcome &outcome);
    void visitorSaw(bool cameOut);
    [[nodiscard]] PrinterNow printerNow() const;

    TerminalProgram &m_terminal;
    QSize m_windowSize;
    KioskWindow m_window;
    KioskPresenter m_presenter;
    std::unique_ptr<Printer> m_printer;
    QHash<QString, TicketId> m_jobs; ///< job -> the ticket on it
    int m_jobsMade = 0;
    QTimer m_clockTick;
    QTimer m_refreshSoon;
};

} // namespace antre

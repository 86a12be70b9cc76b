// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/random.h"
#include "print/printer.h"
#include "shared/terminalprogram.h"

#include <QHash>
#include <QTimer>

namespace antre::test {

/// People at a kiosk who touch as soon as they may, in services drawn by chance, and take their
/// slips. Tells on standard output what a person could see:
///
///     gave TICKET NUMBER MS      a slip goes to the printer, MS milliseconds after the touch
///     refused REASON MS          no number
///     status {"link":"up","resting":false,"unsettled":0,"disk":""}     whenever it is another one
class Visitors : public QObject
{
    Q_OBJECT

public:
    struct Habits
    {
        quint64 seed = 1;
        Milliseconds pause{100}; ///< on average, between leaving and the next touch
    };
    Visitors(TerminalProgram &terminal, Printer &printer, Habits habits);

    /// Nobody touches any more, or people come again. Who stands there gets their slip.
    void rest(bool resting);

private:
    void comeLater();
    void touch();
    void look();
    void askForCopies();
    void print(const PrintSlip &slip);
    void printed(const PrintOutcome &outcome);
    void leave();
    void tellStatus();

    TerminalProgram &m_terminal;
    Printer &m_printer;
    SeededRandom m_random;
    Milliseconds m_pause;
    QTimer m_next;
    bool m_resting = false;
    bool m_lookedBack = false; ///< at the slips that a crash left unknown
    bool m_present = false; ///< somebody has touched and not left
    Milliseconds m_touchedAt{0};
    QHash<QString, PrintSlip> m_jobs;
    QByteArray m_told;
};

} // namespace antre::test

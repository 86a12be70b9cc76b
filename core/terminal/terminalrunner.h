// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "journal/journal.h"
#include "terminal/terminallink.h"
#include "terminal/terminalmachine.h"

#include <QThread>
#include <QTimer>

#include <memory>

namespace antre {

/// Performs a TerminalMachine's actions for a real terminal: its journal in a thread of its own,
/// its link and timer in this one. Screens listen to changed() and ask the machine; printing is
/// left to whoever listens to slipWanted() and answers with PrintEnded.
class TerminalRunner : public QObject
{
    Q_OBJECT

public:
    /// Makes the terminal's journal; called in the journal's thread, again after a failure.
    using OpenJournal = std::function<Result<std::unique_ptr<Journal>>()>;

    TerminalRunner(TerminalMachine &machine, TerminalLink &link, const Clock &clock,
        OpenJournal openJournal, QObject *parent = nullptr);
    /// Waits for what is on its way to the disk.
    ~TerminalRunner() override;

    /// Reads the journal, then connects. changed() follows.
    void start();
    /// Hands an input to the machine and performs what follows from it.
    void input(const TerminalInput &what);

    [[nodiscard]] const TerminalMachine &machine() const { return m_machine; }

Q_SIGNALS:
    /// Something that a screen may show is different.
    void changed();
    void slipWanted(const PrintSlip &slip);
    void commandAnswered(const Answer &answer);
    /// Only where TerminalSettings::takesOrders.
    void orderHeard(DeviceOrder order);

private:
    class Store;
    void load();
    void perform(const TerminalAction &action);
    void armTimer();

    TerminalMachine &m_machine;
    TerminalLink &m_link;
    const Clock &m_clock;
    QThread m_thread;
    Store *m_store; ///< lives in m_thread, which deletes it
    QTimer m_timer;
};

} // namespace antre

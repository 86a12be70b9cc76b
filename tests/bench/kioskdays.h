// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "journal/sqlitejournal.h"
#include "kiosk/kioskpresenter.h"
#include "service/terminalgate.h"
#include "support/mall.h"
#include "terminal/terminalmachine.h"

#include <deque>

namespace antre {

/// A kiosk at work for months, as fast as it can: the real machine, presenter, journals on a disk
/// and the service, in one process and thread. REQUIRES: an empty folder.
class KioskDays
{
public:
    explicit KioskDays(const QString &folder);
    /// A visitor touches and takes the slip; every 450th goes home and it is the next morning.
    void visitor();
    [[nodiscard]] int slips() const { return m_slips; }

private:
    static constexpr int visitorsADay = 450;

    void run();
    void input(const TerminalInput &what);
    void perform(const TerminalAction &action);
    void print(const PrintSlip &print);

    ManualClock m_clock;
    Instant m_morning = thursday(9);
    SeededRandom m_random{1};
    std::unique_ptr<SqliteJournal> m_servicesDisk;
    std::unique_ptr<SqliteJournal> m_kiosksDisk;
    std::unique_ptr<QueueService> m_service;
    std::unique_ptr<TerminalGate> m_gate;
    std::unique_ptr<TerminalMachine> m_machine;
    KioskPresenter m_presenter;
    Position m_end = 0;
    std::deque<QByteArray> m_toService;
    std::deque<QByteArray> m_toKiosk;
    int m_slips = 0;
};

} // namespace antre

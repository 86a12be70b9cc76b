// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "journal/daynotes.h"
#include "journal/memoryjournal.h"
#include "service/terminalgate.h"
#include "support/mall.h"
#include "terminal/terminalmachine.h"

#include <QStringList>

#include <deque>

namespace antre {

/// A machine's own clock, set wrong by so much.
class WrongClock final : public Clock
{
public:
    explicit WrongClock(const Clock &right)
        : m_right(right)
    {
    }
    [[nodiscard]] Instant wall() const override { return m_right.wall() + ahead; }
    [[nodiscard]] Milliseconds elapsed() const override { return m_right.elapsed(); }

    Milliseconds ahead{0};

private:
    const Clock &m_right;
};

/// A terminal in one thread, without sockets: the real machine, a memory journal as its disk, a
/// printer that says what the test wants.
class HallTerminal
{
public:
    HallTerminal(class SmallHall &hall, TerminalSettings settings, quint64 seed);

    void start();
    void input(const TerminalInput &what);
    /// The process dies: what is not on its disk is gone. start() begins the next life.
    void crash();
    [[nodiscard]] bool isRunning() const { return m_machine != nullptr; }

    /// A touch; false when the machine took no notice.
    void touches(const char *service, const char *priority = "");
    [[nodiscard]] const Issue &issue() const { return *machine().issue(); }
    [[nodiscard]] QString shows() const;
    [[nodiscard]] TerminalMachine &machine() const { return *m_machine; }

    WrongClock clock;
    std::optional<MemoryJournal> disk{std::in_place}; ///< emplace(): a new one
    SlipState printerSays = SlipState::Sent;
    SlipState secondPrinterSays = SlipState::Sent; ///< all but the first
    bool printerAnswers = true;
    bool diskFull = false;
    bool diskUnreadable = false;
    /// So many stores go well, then one fails: before it is written or, as disks do, after.
    std::optional<int> storesUntilFault;
    bool faultAfterWriting = false;
    /// The disk's acknowledgements wait until the test lets them go.
    bool diskWaits = false;
    std::vector<KioskTicket> slips; ///< everything the printer was given
    std::vector<PrintSlip> prints; ///< the same, and how
    std::vector<Answer> answers;
    std::vector<DeviceOrder> orders;
    int statusFrames = 0; ///< how often it told the service how it is
    std::optional<ConnectionId> connection;

    void finishStores();
    /// What the printer says of a slip, when it does not answer at once.
    void printerEnds(const PrintSlip &print);

private:
    void load();
    void perform(const TerminalAction &action);
    void store(const StoreRecords &store);

    SmallHall &m_hall;
    TerminalSettings m_settings;
    SeededRandom m_random;
    std::unique_ptr<TerminalMachine> m_machine;
    Position m_end = 0;
    std::deque<StoreRecords> m_waitingStores;
};

/// Service, terminals and a network in one thread. run() lets time pass in steps of 10 ms.
class SmallHall
{
public:
    SmallHall();
    HallTerminal &kiosk(const char *id, const char *mark, int printers = 1);
    HallTerminal &counter(const char *number);
    HallTerminal &display(const char *id);
    void run(Milliseconds time);

    void connect(HallTerminal &terminal);
    void fromTerminal(ConnectionId id, const QByteArray &frame);
    void hangUp(HallTerminal &terminal);
    /// Cuts or restores the network for everybody. Frames on their way are lost.
    void network(bool works);
    void restartService();
    /// The service comes back with this journal instead of its own.
    void restoreJournal(const std::vector<StoredRecord> &records);

    [[nodiscard]] const State &state() const { return service->state(); }

    ManualClock clock{thursday(9)};
    std::optional<MemoryJournal> journal{std::in_place};
    MemoryNotes notes; ///< officers'
    std::optional<Error> journalTrouble; ///< what the service's journal answers to everything
    std::unique_ptr<QueueService> service;
    std::unique_ptr<TerminalGate> gate;
    bool networkWorks = true;
    bool answersGetLost = false; ///< the service hears, the terminal doesn't
    std::vector<std::unique_ptr<HallTerminal>> terminals;

    /// What is wrong with the paper in hands: a slip that is no ticket or another one, a number on
    /// two slips. Empty: all is well.
    [[nodiscard]] QStringList paperFaults() const;

private:
    void makeService();
    [[nodiscard]] HallTerminal *at(ConnectionId id) const;
    HallTerminal &add(const Terminal &terminal, int printers = 1);

    SeededRandom m_random{99};
    ConnectionId m_nextConnection = 1;
    std::deque<std::pair<ConnectionId, QByteArray>> m_toService;
    std::deque<std::pair<ConnectionId, QByteArray>> m_toTerminals;
    std::deque<ConnectionId> m_closing;
    std::unique_ptr<Journal> m_troubled; ///< `journal`, with its trouble
};

} // namespace antre

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "chance.h"
#include "disk.h"
#include "machineclock.h"
#include "terminal/terminalmachine.h"

#include <deque>

namespace antre::sim {

class World;

/// One terminal's machine and the process on it, which performs the real TerminalMachine's actions
/// and may die between any two of them. People and devices around it listen to the functions below.
class TerminalHost
{
public:
    TerminalHost(World &world, size_t index, TerminalSettings settings);

    void start();
    void die(Milliseconds back);
    void powerCut(Milliseconds back);
    void heal();
    [[nodiscard]] bool isUp() const { return m_machine != nullptr; }
    [[nodiscard]] const TerminalMachine &machine() const { return *m_machine; }
    [[nodiscard]] const QString &name() const { return m_settings.id.value(); }
    [[nodiscard]] const TerminalSettings &settings() const { return m_settings; }
    /// Changes with each start: what a former process was told means nothing to this one.
    [[nodiscard]] int life() const { return m_life; }
    [[nodiscard]] CommandId newId() { return CommandId(makeUuid(clock, m_random)); }

    void input(const TerminalInput &what);

    std::function<void()> changed = [] {};
    std::function<void()> started = [] {};
    /// `power`: the printer on the same socket is dark, too.
    std::function<void(bool power)> died = [](bool) {};
    std::function<void(const PrintSlip &)> prints = [](const PrintSlip &) {};
    std::function<void(const Answer &)> answered = [](const Answer &) {};

    Disk disk;
    MachineClock clock;
    Milliseconds slower{0}; ///< a disk that takes this much longer for each record
    enum class Death { None, BeforeWriting, AfterWriting };
    Death nextStore = Death::None;

    /// True time of the last news from the service.
    [[nodiscard]] Instant lastContact() const { return m_lastContact; }
    /// Whether this process has asked the service for the time and got an answer.
    [[nodiscard]] bool isClockMeasured() const { return m_clockMeasured; }
    void jumpClock(Milliseconds by);
    /// True elapsed time since when the disk has been well and quick.
    [[nodiscard]] Milliseconds diskWellSince() const { return m_diskWellSince; }
    void noteDisk();

private:
    void boot();
    void stop(bool power);
    void startAfter(Milliseconds pause);
    void perform(const TerminalAction &action);
    [[nodiscard]] bool diesBefore(const TerminalAction &action);
    void loadLater();
    void inputRecords();
    void beginStore();
    void endStore();
    [[nodiscard]] std::optional<Error> append(const std::vector<JournalRecord> &records);
    [[nodiscard]] Result<std::vector<JournalRecord>> load();
    void arm();
    void tellLink(LinkStatus before);
    void noteFrame(const QByteArray &frame);

    World &m_world;
    size_t m_index;
    TerminalSettings m_settings;
    Chance m_chance;
    SeededRandom m_random; ///< the machine's own
    std::unique_ptr<TerminalMachine> m_machine;
    int m_life = 0;
    std::deque<StoreRecords> m_stores;
    std::optional<Position> m_end; ///< of the journal; absent: read it anew
    std::optional<Milliseconds> m_armed;
    Instant m_lastContact{};
    bool m_clockMeasured = false;
    Milliseconds m_diskWellSince{0};
    Instant m_lastWall{}; ///< what the battery remembers
};

} // namespace antre::sim

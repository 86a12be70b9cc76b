// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "journal/memoryjournal.h"

#include <QString>

namespace antre::sim {

/// One machine's disk with one journal on it. The real journal keeps the records; this one fails as
/// disks do. Outlives the processes that use it.
class Disk final : public Journal
{
public:
    enum class Health { Well, Full, ReadOnly, Locked, Damaged };
    /// What happens to the next append, once.
    enum class Fault { None, BeforeWriting, AfterWriting };

    /// A journal in memory; or, with a path, the real SQLite one in that file.
    explicit Disk(QString sqlitePath);

    Health health = Health::Well;
    Fault next = Fault::None;
    /// Called between writing and the answer, or before writing: a process that dies there.
    std::function<void()> onWrite = {};
    std::function<void()> beforeWrite = {};
    /// Acknowledges what isn't on the medium yet; sync() or time brings it there.
    bool lies = false;
    void sync() { m_safe = Position(m_records.size()); }
    /// What a lying disk didn't write is gone; the file is opened anew. Returns how many records
    /// were lost.
    int powerCut();
    /// A process died: the file is opened anew.
    void reopen();

    [[nodiscard]] Result<Position> append(
        Position expected, const std::vector<JournalRecord> &records) override;
    [[nodiscard]] Result<std::vector<StoredRecord>> read(Position after, int limit) override;
    [[nodiscard]] Result<std::vector<StoredRecord>> readLatest() override;
    [[nodiscard]] Result<Position> end() override;

    /// What really is on it, whatever its health.
    [[nodiscard]] const std::vector<JournalRecord> &records() const { return m_records; }

private:
    [[nodiscard]] Result<> readable() const;
    [[nodiscard]] Result<> writable() const;

    QString m_path;
    std::unique_ptr<Journal> m_journal;
    std::vector<JournalRecord> m_records;
    Position m_safe = 0;
};

} // namespace antre::sim

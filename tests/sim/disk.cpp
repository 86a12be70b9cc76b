// SPDX-License-Identifier: Apache-2.0
#include "disk.h"

#include "base/check.h"
#include "journal/sqlitejournal.h"

namespace antre::sim {

Disk::Disk(QString sqlitePath)
    : m_path(std::move(sqlitePath))
{
    reopen();
}

void Disk::reopen()
{
    if (m_path.isEmpty()) {
        if (!m_journal)
            m_journal = std::make_unique<MemoryJournal>();
        return;
    }
    m_journal.reset();
    auto opened = SqliteJournal::open(m_path);
    ANTRE_MUST(opened.has_value());
    m_journal = std::move(*opened);
}

int Disk::powerCut()
{
    const int lost = int(Position(m_records.size()) - m_safe);
    if (!lies || lost == 0) {
        reopen();
        return 0;
    }
    m_records.resize(size_t(m_safe));
    m_journal = std::make_unique<MemoryJournal>();
    ANTRE_MUST(m_journal->append(0, m_records).has_value());
    return lost;
}

Result<> Disk::readable() const
{
    if (health == Health::Damaged)
        return failure(
            ErrorCode::Corrupt, QStringLiteral("made-up damage"), QStringLiteral("damaged"));
    if (health == Health::Locked)
        return failure(
            ErrorCode::Unavailable, QStringLiteral("made-up lock"), QStringLiteral("locked"));
    return {};
}

Result<> Disk::writable() const
{
    if (health == Health::Full)
        return failure(ErrorCode::Unavailable, QStringLiteral("made-up full disk"),
            QStringLiteral("diskFull"));
    if (health == Health::ReadOnly)
        return failure(ErrorCode::Unavailable, QStringLiteral("made-up read-only disk"),
            QStringLiteral("readOnly"));
    return readable();
}

Result<Position> Disk::append(Position expected, const std::vector<JournalRecord> &records)
{
    if (auto ready = writable(); !ready)
        return tl::unexpected(ready.error());
    const Fault fault = std::exchange(next, Fault::None);
    const auto gone = failure(
        ErrorCode::Unavailable, QStringLiteral("made-up disk error"), QStringLiteral("gone"));
    if (fault == Fault::BeforeWriting)
        return gone;
    if (const auto dies = std::exchange(beforeWrite, {})) {
        dies();
        return gone;
    }
    auto written = m_journal->append(expected, records);
    if (!written)
        return written;
    m_records.insert(m_records.end(), records.begin(), records.end());
    if (!lies)
        sync();
    if (const auto dies = std::exchange(onWrite, {}))
        dies();
    if (fault == Fault::AfterWriting)
        return gone;
    return written;
}

Result<std::vector<StoredRecord>> Disk::read(Position after, int limit)
{
    if (auto ready = readable(); !ready)
        return tl::unexpected(ready.error());
    return m_journal->read(after, limit);
}

Result<std::vector<StoredRecord>> Disk::readLatest()
{
    if (auto ready = readable(); !ready)
        return tl::unexpected(ready.error());
    return m_journal->readLatest();
}

Result<Position> Disk::end()
{
    if (auto ready = readable(); !ready)
        return tl::unexpected(ready.error());
    return m_journal->end();
}

} // namespace antre::sim

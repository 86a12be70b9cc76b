// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "journal/journal.h"

#include <map>
#include <memory>

namespace antre {

struct SqliteLimits
{
    /// The file grows to so many pages of 4 KiB at most; 0: to what the disk has. More is
    /// "diskFull".
    int pages = 0;
};

/// A journal in one SQLite file: WAL, synchronous=FULL, so what append() answered survives a power
/// cut. Belongs to the thread that opened it. Format: resources/migrations; the file's user_version
/// is the number of the last migration it has seen, its application_id says that it is Antre's.
///
/// Damage is noticed before it is believed, as Corrupt "damaged" (chain.h says how):
/// - open(): a file cut to nothing; a write-ahead log with transactions behind a bad frame. Its
/// last
///   transaction alone can go unnoticed when the log's tail is lost, as after a power cut.
/// - every call: whether the end is the one that was sealed; whether file and log are still there.
/// - read(): each record returned, and that none is missing between, before the first or at the
/// end.
/// - readLatest(): each record returned, and that the index which finds them is whole.
///
/// Records from before format 2 have no chain, so of them only a hole is noticed.
/// checkJournal() looks at everything.
class SqliteJournal final : public Journal
{
public:
    /// Opens `path` (a file name or an SQLite "file:" URI), making or migrating it as needed.
    /// Errors as in Journal, and Corrupt when the file is another program's.
    [[nodiscard]] static Result<std::unique_ptr<SqliteJournal>> open(
        const QString &path, SqliteLimits limits = {});
    /// For reading only: changes neither the file nor its log. Error also: Unsupported for a format
    /// that would have to be migrated first.
    [[nodiscard]] static Result<std::unique_ptr<SqliteJournal>> openReadOnly(const QString &path);
    ~SqliteJournal() override;

    [[nodiscard]] Result<Position> append(
        Position expected, const std::vector<JournalRecord> &records) override;
    [[nodiscard]] Result<std::vector<StoredRecord>> read(Position after, int limit) override;
    [[nodiscard]] Result<std::vector<StoredRecord>> readLatest() override;
    [[nodiscard]] Result<Position> end() override;

private:
    class Database;
    explicit SqliteJournal(std::unique_ptr<Database> database);
    [[nodiscard]] static Result<std::unique_ptr<SqliteJournal>> openToWrite(
        const QString &path, SqliteLimits limits);
    [[nodiscard]] Result<Position> write(
        Position expected, const std::vector<JournalRecord> &records);
    /// Where the latest record of each key stands; `keys`: the sealed sum of shares.
    [[nodiscard]] Result<std::map<Position, QString>> latestPositions(
        Position chainedFrom, quint64 keys);
    std::unique_ptr<Database> m_database;
};

} // namespace antre

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "journal/sqlitejournal.h"

#include <optional>

namespace antre {

struct PositionRange
{
    Position from = 0;
    Position to = 0;
    friend bool operator==(const PositionRange &, const PositionRange &) = default;
};

/// What was saved of a damaged journal, in positions of the damaged one.
struct Salvage
{
    Position saved = 0; ///< records of the damaged journal that are in the new one
    std::vector<PositionRange> lost; ///< can't be read
    std::vector<PositionRange> leftOut; ///< readable, and not taken: altered, unproven, or behind
    bool isEndKnown = true; ///< false: more may have been written than anything still tells
    [[nodiscard]] bool isComplete() const { return lost.empty() && leftOut.empty() && isEndKnown; }
};

enum class SalvageRule {
    /// Up to the first record that can't be trusted, positions kept: for a site, where each event
    /// builds on those before.
    UpToDamage,
    /// Everything that isn't proven to be altered, positions counted anew: for a terminal, where
    /// each record stands for itself.
    AllReadable,
};

/// Writes what can be saved of the journal at `from` into a new journal at `to`; works on a copy
/// beside `to`, so it needs room for both, and `from` stays as it is. Repairs the copy's
/// write-ahead log where later pages prove it. REQUIRES: nobody has `from` open. Errors: Conflict
/// if `to` exists; Corrupt if nothing in `from` can be read as a journal; else as in Journal.
[[nodiscard]] Result<Salvage> salvageJournal(
    const QString &from, const QString &to, SalvageRule rule);

/// A program's own journal, open and sound.
struct OwnJournal
{
    std::unique_ptr<SqliteJournal> journal;
    std::optional<Salvage> salvage; ///< present: the file was damaged, and this is what was saved
    QString damagedFile; ///< where the damaged one lies now, with its log beside it
};

/// Opens the journal of a program that must go on by itself, making it if there is none. If it is
/// damaged, where a restart reads, then the file and its log are put aside as PATH.damaged-N (the
/// first N that is free), and the journal goes on with everything readable in it; also when that is
/// nothing. A crash at any instant in between is made good by the next call. A restart reads
/// readLatest(), and all records from the latest one with the key `restartKey` on. Unless all was
/// saved, the journal then ends with `mark`: its program must not take what it finds for all there
/// was.
/// REQUIRES: nobody else has `path` open. Errors: as in SqliteJournal::open(), but "damaged".
[[nodiscard]] Result<OwnJournal> openOwnJournal(
    const QString &path, const QString &restartKey, const JournalRecord &mark);

} // namespace antre

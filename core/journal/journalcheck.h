// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "journal/journal.h"

#include <functional>
#include <optional>

namespace antre {

/// What can be wrong with a journal's file.
enum class JournalFaultKind {
    Missing, ///< there is no such file
    Unavailable, ///< it can't be read now: locked, no rights, a disk that fails
    NotAJournal, ///< no SQLite file, or another program's
    NewerFormat, ///< a newer version made it
    LogDamaged, ///< the write-ahead log has a bad frame before its end
    PagesDamaged, ///< SQLite finds the file's structure broken
    RecordsLost, ///< records that were written can't be read
    RecordsAltered, ///< records are not what was written
    HashesAltered, ///< records are as they were written, but their hashes aren't
    RecordsUnproven, ///< records behind lost ones: readable, but nothing proves them
    EndLost, ///< the seal that says where the journal ends is damaged or disagrees
};

struct JournalFault
{
    JournalFaultKind kind = JournalFaultKind::Missing;
    Position from = 0; ///< 0: the fault has no place
    Position to = 0;
    QString detail; ///< for the technician
    friend bool operator==(const JournalFault &, const JournalFault &) = default;
};

/// Everything that a look at a journal's file tells.
struct JournalHealth
{
    std::vector<JournalFault> faults;
    int format = 0;
    qint64 bytes = 0;
    qint64 logBytes = 0;
    int logTransactions = 0; ///< in the log; some may be in the file already
    qint64 diskFree = 0; ///< bytes that this user may still write there
    bool isWritable = false; ///< file and folder, by this user
    Position end = 0;
    Position chainedFrom = 1; ///< the first record that a hash protects
    BusinessDay firstDay;
    BusinessDay lastDay;
    [[nodiscard]] bool isSound() const { return faults.empty(); }
};

/// Looks at all of the journal in the SQLite file `path` and changes nothing, whoever has it open.
/// `onRecord` gets each readable record in order. Takes time in proportion to the file.
[[nodiscard]] JournalHealth checkJournal(
    const QString &path, const std::function<void(const StoredRecord &)> &onRecord = {});

} // namespace antre

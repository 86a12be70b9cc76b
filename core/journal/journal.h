// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/instant.h"
#include "base/result.h"

#include <QByteArray>

#include <vector>

namespace antre {

/// Where a record stands: 1, 2, 3 ... without holes. 0 is before the first.
using Position = qint64;

/// One fact, as the journal sees it: opaque but for what it needs to find it again.
struct JournalRecord
{
    QString kind;
    BusinessDay day;
    /// Of records that share a key only the latest counts after a restart: "catalogue",
    /// "terminal:kiosk-1". Empty for what belongs to its day only.
    QString key;
    QByteArray body;
    friend bool operator==(const JournalRecord &, const JournalRecord &) = default;
};

struct StoredRecord
{
    Position position = 0;
    JournalRecord record;
    friend bool operator==(const StoredRecord &, const StoredRecord &) = default;
};

/// One ordered sequence of facts: the truth of a site, or of one terminal.
///
/// For implementers: append() returns only when all records are on the disk and would survive a
/// power cut, or none is; it must be safe to call again after any error. One object belongs to one
/// thread. tests/core/journal/contract_test.cpp runs on every implementation.
///
/// Errors of all functions: Unavailable with a `reason` ("diskFull", "readOnly", "locked", "gone")
/// when the medium can't now; Corrupt when it can't be trusted; Unsupported when a newer version
/// made it.
class Journal
{
public:
    Journal() = default;
    Journal(const Journal &) = delete;
    Journal &operator=(const Journal &) = delete;
    virtual ~Journal() = default;

    /// Adds `records` behind position `expected` and returns the new end. Conflict when the end is
    /// another one: somebody else wrote, so read and decide again.
    [[nodiscard]] virtual Result<Position> append(
        Position expected, const std::vector<JournalRecord> &records)
        = 0;

    /// At most `limit` records from position `after` + 1 on, in order.
    [[nodiscard]] virtual Result<std::vector<StoredRecord>> read(Position after, int limit) = 0;

    /// For each key its latest record, in order of position.
    [[nodiscard]] virtual Result<std::vector<StoredRecord>> readLatest() = 0;

    [[nodiscard]] virtual Result<Position> end() = 0;
};

} // namespace antre

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

namespace antre {

/// What stands in an SQLite write-ahead log. SQLite itself takes a log up to its first bad frame
/// and silently drops the rest, also when that holds transactions which were on the disk for sure.
/// Format: https://www.sqlite.org/fileformat2.html#the_write_ahead_log
struct WalReading
{
    qint64 bytes = 0; ///< 0: no log
    int transactions = 0; ///< whole ones, up to the first bad frame
    /// Whole transactions behind a bad frame, other than the one the frame itself belongs to. A
    /// power cut can tear the last transaction, which nobody was told of; each before that was
    /// synchronised to the disk before the next began. So more than 0 means damage.
    int cutOff = 0;
    bool headerDamaged = false; ///< the log holds frames, and nothing says of which generation
    [[nodiscard]] bool isDamaged() const { return cutOff > 0 || headerDamaged; }
};

[[nodiscard]] WalReading readWal(const QByteArray &log);

/// The log of the database `path`, read again when another process was writing it. An absent or
/// unreadable log reads as none. Takes no locks and frees none.
[[nodiscard]] WalReading readWalOf(const QString &path);

/// The same log with its checksums made good from the first bad frame on, so that SQLite takes all
/// of it: for salvage, where the chain tells which of the records in it are true.
[[nodiscard]] QByteArray withSoundChecksums(QByteArray log);

} // namespace antre

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "journal/journal.h"

namespace antre {

// What binds records to each other, so that one that was altered, lost or put elsewhere is noticed
// and not believed. It guards against disks, not against people: who can write the file can also
// compute it.

/// The chain's value at `record`: BLAKE2b with 32 bytes of output (RFC 7693) of `previous`, the
/// value at the record before (empty at the first), and of the record's fields; those of variable
/// length come behind their lengths, so no two records give the same bytes. Numbers are big-endian.
/// Stored: never change it.
///
///     previous | position, 8 bytes | day, 4 | length, 4 | kind | length, 4 | key | length, 4 |
///     body
[[nodiscard]] QByteArray chainAt(const QByteArray &previous, const StoredRecord &record);

/// A keyed record's share of the sum over all of them (modulo 2^64) that tells whether the index of
/// keys is whole: the first 8 bytes of the hash of position and key.
[[nodiscard]] quint64 keyShare(Position position, const QString &key);

/// Goes over consecutive records and says whether each is what was written there.
class ChainWalk
{
public:
    /// `chainedFrom`: the first position with a chain, older formats had none. `previous`: the
    /// value stored with the record before the first that accepts() will see.
    ChainWalk(Position chainedFrom, QByteArray previous)
        : m_chainedFrom(chainedFrom)
        , m_previous(std::move(previous))
    {
    }
    /// `stored`: the value that stands with the record; empty if none does.
    [[nodiscard]] bool accepts(const StoredRecord &record, const QByteArray &stored);

private:
    Position m_chainedFrom;
    QByteArray m_previous;
};

} // namespace antre

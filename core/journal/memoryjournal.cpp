// SPDX-License-Identifier: Apache-2.0
#include "journal/memoryjournal.h"

#include <map>

namespace antre {

Result<Position> MemoryJournal::append(Position expected, const std::vector<JournalRecord> &records)
{
    if (expected != Position(m_records.size()))
        return failure(ErrorCode::Conflict,
            QStringLiteral("the journal ends at %1, not %2").arg(m_records.size()).arg(expected));
    m_records.insert(m_records.end(), records.begin(), records.end());
    return Position(m_records.size());
}

Result<std::vector<StoredRecord>> MemoryJournal::read(Position after, int limit)
{
    std::vector<StoredRecord> found;
    for (Position at = std::max<Position>(after, 0);
         at < Position(m_records.size()) && int(found.size()) < limit; ++at)
        found.push_back({at + 1, m_records[size_t(at)]});
    return found;
}

Result<std::vector<StoredRecord>> MemoryJournal::readLatest()
{
    std::map<QString, Position> latest;
    for (Position at = 0; at < Position(m_records.size()); ++at) {
        if (!m_records[size_t(at)].key.isEmpty())
            latest[m_records[size_t(at)].key] = at;
    }
    std::map<Position, JournalRecord> ordered;
    for (const auto &[key, at] : latest)
        ordered.emplace(at + 1, m_records[size_t(at)]);
    std::vector<StoredRecord> found;
    for (const auto &[position, record] : ordered)
        found.push_back({position, record});
    return found;
}

Result<Position> MemoryJournal::end() { return Position(m_records.size()); }

} // namespace antre

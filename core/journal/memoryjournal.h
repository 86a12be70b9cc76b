// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "journal/journal.h"

namespace antre {

/// A journal that forgets when the process ends: tests, simulation, demonstrations.
class MemoryJournal final : public Journal
{
public:
    [[nodiscard]] Result<Position> append(
        Position expected, const std::vector<JournalRecord> &records) override;
    [[nodiscard]] Result<std::vector<StoredRecord>> read(Position after, int limit) override;
    [[nodiscard]] Result<std::vector<StoredRecord>> readLatest() override;
    [[nodiscard]] Result<Position> end() override;

private:
    std::vector<JournalRecord> m_records;
};

} // namespace antre

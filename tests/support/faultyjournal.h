// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "journal/journal.h"

namespace antre {

/// Another journal that fails its n-th call, once, as disks do: before writing, or after, when the
/// answer is lost but the facts are there.
class FailsOnce final : public Journal
{
public:
    enum class When { BeforeWriting, AfterWriting };

    FailsOnce(Journal &real, int call, When when)
        : m_real(real)
        , m_left(call)
        , m_when(when)
    {
    }

    [[nodiscard]] bool hasFailed() const { return m_left < 0; }
    [[nodiscard]] int commits() const { return m_commits; }

    [[nodiscard]] Result<Position> append(
        Position expected, const std::vector<JournalRecord> &records) override
    {
        const bool fails = m_left-- == 0;
        if (fails && m_when == When::BeforeWriting)
            return fault();
        auto end = m_real.append(expected, records);
        ++m_commits;
        return fails ? fault() : end;
    }
    [[nodiscard]] Result<std::vector<StoredRecord>> read(Position after, int limit) override
    {
        return m_left-- == 0 ? Result<std::vector<StoredRecord>>(fault())
                             : m_real.read(after, limit);
    }
    [[nodiscard]] Result<std::vector<StoredRecord>> readLatest() override
    {
        return m_left-- == 0 ? Result<std::vector<StoredRecord>>(fault()) : m_real.readLatest();
    }
    [[nodiscard]] Result<Position> end() override
    {
        return m_left-- == 0 ? Result<Position>(fault()) : m_real.end();
    }

private:
    static tl::unexpected<Error> fault()
    {
        return failure(
            ErrorCode::Unavailable, QStringLiteral("planted fault"), QStringLiteral("gone"));
    }

    Journal &m_real;
    int m_left;
    When m_when;
    int m_commits = 0;
};

} // namespace antre

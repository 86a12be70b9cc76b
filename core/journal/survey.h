// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "journal/journal.h"
#include "journal/sqlitefile.h"

#include <functional>

namespace antre {

/// What the chain says of one record of a file that may be damaged.
enum class RecordVerdict {
    Sound, ///< as it was written, or from before the chain and nothing speaks against it
    HashAltered, ///< as it was written, which its neighbours prove; only its own hash isn't
    Unproven, ///< readable, but the record before it isn't, so nothing proves it
    Altered, ///< not what was written, or that can't be told
    Lost, ///< can't be read
};

struct SurveyedRecord
{
    RecordVerdict verdict = RecordVerdict::Lost;
    StoredRecord stored; ///< if Lost, only its position
};

/// A journal's file, read record by record so that a damaged page costs only what stood on it.
class JournalSurvey
{
public:
    /// Errors: as in Journal; Corrupt if there is no telling where records stand at all.
    [[nodiscard]] static Result<JournalSurvey> of(SqliteFile &file);

    using Visitor = std::function<void(const SurveyedRecord &)>;
    /// Visits positions 1 to end() in order. Error: Unavailable, when the medium went away.
    [[nodiscard]] Result<> visit(const Visitor &visitor);

    /// The last position that the seal or the records speak of.
    [[nodiscard]] Position end() const { return m_end; }
    /// What is wrong with the seal itself; empty: nothing.
    [[nodiscard]] const QString &sealFault() const { return m_sealFault; }
    [[nodiscard]] Position chainedFrom() const { return m_chainedFrom; }

private:
    struct Row
    {
        StoredRecord stored;
        QByteArray chain;
    };
    JournalSurvey(SqliteStatement row, bool hasChain);
    [[nodiscard]] Result<> findEnd(SqliteFile &file);
    [[nodiscard]] Result<std::optional<Row>> fetch(Position position);
    [[nodiscard]] Result<RecordVerdict> judge(Row &row);
    /// The row at the position, read once.
    [[nodiscard]] Result<const std::optional<Row> *> peek(Position position);

    SqliteStatement m_row;
    bool m_hasChain;
    Position m_end = 0;
    Position m_chainedFrom = 1;
    std::optional<QByteArray> m_sealedChain; ///< what the last record's hash should be
    QString m_sealFault;
    std::optional<QByteArray> m_previous; ///< the chain before the record being judged, if known
    Position m_peeked = 0;
    std::optional<Row> m_next;
};

} // namespace antre

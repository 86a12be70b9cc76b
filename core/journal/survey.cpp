// SPDX-License-Identifier: Apache-2.0
#include "journal/survey.h"

#include "journal/chain.h"

#include <limits>

namespace antre {

/// A value that damage may have taken: nothing then. Errors of the medium stay errors.
static Result<std::optional<QVariant>> tryValue(SqliteFile &file, const char *sql)
{
    auto value = file.value(QString::fromLatin1(sql));
    if (value)
        return std::optional(*value);
    if (value.error().code == ErrorCode::Unavailable)
        return tl::unexpected(value.error());
    return std::optional<QVariant>();
}

JournalSurvey::JournalSurvey(SqliteStatement row, bool hasChain)
    : m_row(std::move(row))
    , m_hasChain(hasChain)
{
}

Result<JournalSurvey> JournalSurvey::of(SqliteFile &file)
{
    // Not by user_version, which may be the very byte that was altered.
    const auto columns = file.value(
        QStringLiteral("SELECT count(*) FROM pragma_table_info('journal') WHERE name = 'chain'"));
    if (!columns)
        return tl::unexpected(columns.error());
    const bool hasChain = columns->toInt() > 0;
    auto row = file.prepare(
        QStringLiteral("SELECT kind, day, key, body, %1 FROM journal WHERE position = ?")
            .arg(hasChain ? QStringLiteral("chain") : QStringLiteral("NULL")));
    if (!row)
        return tl::unexpected(row.error());
    JournalSurvey survey(std::move(*row), hasChain);
    if (auto found = survey.findEnd(file); !found)
        return tl::unexpected(found.error());
    return survey;
}

Result<> JournalSurvey::findEnd(SqliteFile &file)
{
    const auto last = tryValue(file, "SELECT max(position) FROM journal");
    if (!last)
        return tl::unexpected(last.error());
    const Position lastRow = *last ? (*last)->toLongLong() : 0;
    if (!m_hasChain) {
        m_end = lastRow;
        m_chainedFrom = std::numeric_limits<Position>::max();
        return {};
    }
    const auto sealed = tryValue(file, "SELECT position FROM seal");
    const auto chainedFrom = tryValue(file, "SELECT chained_from FROM seal");
    const auto chain = tryValue(file, "SELECT chain FROM seal");
    for (const auto &answer : {sealed, chainedFrom, chain}) {
        if (!answer)
            return tl::unexpected(answer.error());
    }
    if (!*sealed || !*chainedFrom || !*chain || (*sealed)->isNull()) {
        m_sealFault = QStringLiteral("the seal that says where the journal ends can't be read");
        m_end = lastRow;
        const auto first = tryValue(file, "SELECT min(position) FROM journal WHERE chain NOTNULL");
        if (!first)
            return tl::unexpected(first.error());
        m_chainedFrom = *first ? (*first)->toLongLong() : 1;
        return {};
    }
    m_chainedFrom = (*chainedFrom)->toLongLong();
    m_sealedChain = (*chain)->toByteArray();
    const Position seal = (*sealed)->toLongLong();
    m_end = std::max(seal, lastRow);
    // No disk is so large: a number beyond is damage itself, and would be counted through.
    constexpr Position positionMax = 1'000'000'000;
    if (seal > positionMax || seal < lastRow || m_end > positionMax) {
        m_sealFault = QStringLiteral("the seal says that the journal ends at record %1, and record "
                                     "%2 is there")
                          .arg(seal)
                          .arg(lastRow);
        m_end = std::min(lastRow, positionMax);
        m_sealedChain.reset();
    }
    return {};
}

Result<std::optional<JournalSurvey::Row>> JournalSurvey::fetch(Position position)
{
    const auto lost = [](const Error &error) -> Result<std::optional<Row>> {
        if (error.code == ErrorCode::Unavailable)
            return tl::unexpected(error);
        return std::optional<Row>();
    };
    if (const auto run = m_row.run({position}); !run)
        return lost(run.error());
    const auto there = m_row.next();
    if (!there)
        return lost(there.error());
    if (!*there)
        return std::optional<Row>();
    Row row{{position,
                {m_row.value(0).toString(), BusinessDay{m_row.value(1).toInt()},
                    m_row.value(2).toString(), m_row.value(3).toByteArray()}},
        m_row.value(4).toByteArray()};
    m_row.finish();
    return std::optional(std::move(row));
}

Result<const std::optional<JournalSurvey::Row> *> JournalSurvey::peek(Position position)
{
    if (m_peeked != position) {
        auto row = fetch(position);
        if (!row)
            return tl::unexpected(row.error());
        m_next = std::move(*row);
        m_peeked = position;
    }
    return &m_next;
}

Result<RecordVerdict> JournalSurvey::judge(Row &row)
{
    const Position position = row.stored.position;
    if (position < m_chainedFrom)
        return row.chain.isEmpty() ? RecordVerdict::Sound : RecordVerdict::Altered;
    if (position == m_chainedFrom)
        m_previous = QByteArray();
    if (!m_previous)
        return RecordVerdict::Unproven;
    const QByteArray computed = chainAt(*m_previous, row.stored);
    if (computed == row.chain)
        return RecordVerdict::Sound;
    // Record and hash don't fit: what comes next was made from the true hash and tells which of the
    // two was altered.
    bool isProven = false;
    if (position == m_end) {
        isProven = m_sealedChain && *m_sealedChain == computed;
    } else {
        const auto next = peek(position + 1);
        if (!next)
            return tl::unexpected(next.error());
        isProven = **next && (**next)->chain == chainAt(computed, (**next)->stored);
    }
    if (!isProven)
        return RecordVerdict::Altered;
    row.chain = computed;
    return RecordVerdict::HashAltered;
}

Result<> JournalSurvey::visit(const Visitor &visitor)
{
    m_previous = QByteArray();
    for (Position position = 1; position <= m_end; ++position) {
        const auto found = peek(position);
        if (!found)
            return tl::unexpected(found.error());
        std::optional<Row> row = **found;
        if (!row) {
            m_previous.reset();
            visitor({RecordVerdict::Lost, {position, {}}});
            continue;
        }
        const auto verdict = judge(*row);
        if (!verdict)
            return tl::unexpected(verdict.error());
        m_previous = row->chain;
        visitor({*verdict, std::move(row->stored)});
    }
    if (m_sealFault.isEmpty() && m_sealedChain && m_previous && m_end >= m_chainedFrom
        && *m_sealedChain != *m_previous)
        m_sealFault = QStringLiteral("record %1 is not the one that was written last").arg(m_end);
    return {};
}

} // namespace antre

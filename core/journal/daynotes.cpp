// SPDX-License-Identifier: Apache-2.0
#include "journal/daynotes.h"

#include "journal/sqlitefile.h"

namespace antre {

Result<> MemoryNotes::put(BusinessDay day, const QString &key, const QString &text)
{
    if (text.isEmpty())
        m_notes[day].erase(key);
    else
        m_notes[day].insert_or_assign(key, text);
    return {};
}

Result<std::map<QString, QString>> MemoryNotes::of(BusinessDay day) { return m_notes[day]; }

Result<> MemoryNotes::forgetAllBut(BusinessDay day)
{
    std::erase_if(m_notes, [&](const auto &entry) { return entry.first != day; });
    return {};
}

namespace {

const QString makeTable = QStringLiteral("CREATE TABLE IF NOT EXISTS note (key TEXT PRIMARY KEY,"
                                         " day INTEGER NOT NULL, text TEXT NOT NULL) STRICT");

} // namespace

SqliteNotes::SqliteNotes(std::unique_ptr<SqliteFile> file)
    : m_file(std::move(file))
{
}

SqliteNotes::~SqliteNotes() = default;

Result<std::unique_ptr<SqliteNotes>> SqliteNotes::open(const QString &path)
{
    auto file = SqliteFile::open(path);
    if (!file)
        return tl::unexpected(file.error());
    for (const QString &statement : {QStringLiteral("PRAGMA synchronous = FULL"),
             QStringLiteral("PRAGMA secure_delete = ON"), makeTable}) {
        if (auto done = (*file)->execute(statement); !done)
            return tl::unexpected(done.error());
    }
    return std::unique_ptr<SqliteNotes>(new SqliteNotes(std::move(*file)));
}

Result<> SqliteNotes::put(BusinessDay day, const QString &key, const QString &text)
{
    const QString sql = text.isEmpty()
        ? QStringLiteral("DELETE FROM note WHERE key = ?")
        : QStringLiteral(
            "INSERT INTO note (key, day, text) VALUES (?, ?, ?)"
            " ON CONFLICT (key) DO UPDATE SET day = excluded.day, text = excluded.text");
    auto statement = m_file->prepare(sql);
    if (!statement)
        return tl::unexpected(statement.error());
    const auto done
        = statement->run(text.isEmpty() ? QVariantList{key} : QVariantList{key, day.days, text});
    statement->finish();
    return done;
}

Result<std::map<QString, QString>> SqliteNotes::of(BusinessDay day)
{
    auto rows = m_file->prepare(QStringLiteral("SELECT key, text FROM note WHERE day = ?"));
    if (!rows)
        return tl::unexpected(rows.error());
    if (auto run = rows->run({day.days}); !run)
        return tl::unexpected(run.error());
    std::map<QString, QString> notes;
    for (;;) {
        const auto row = rows->next();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            return notes;
        notes.emplace(rows->value(0).toString(), rows->value(1).toString());
    }
}

Result<> SqliteNotes::forgetAllBut(BusinessDay day)
{
    const auto kept = of(day);
    if (!kept)
        return tl::unexpected(kept.error());
    if (auto begun = m_file->execute(QStringLiteral("BEGIN IMMEDIATE")); !begun)
        return begun;
    auto done = renew(day, *kept);
    if (done)
        done = m_file->execute(QStringLiteral("COMMIT"));
    if (!done) {
        (void)m_file->execute(QStringLiteral("ROLLBACK"));
        return done;
    }
    return {};
}

/// The table goes as a whole: rows that were moved leave copies in the gaps of its pages, and only
/// a page that is given back is overwritten from end to end.
Result<> SqliteNotes::renew(BusinessDay day, const std::map<QString, QString> &kept)
{
    if (auto dropped = m_file->execute(QStringLiteral("DROP TABLE note")); !dropped)
        return dropped;
    if (auto made = m_file->execute(makeTable); !made)
        return made;
    for (const auto &[key, text] : kept) {
        if (auto again = put(day, key, text); !again)
            return again;
    }
    return {};
}

} // namespace antre

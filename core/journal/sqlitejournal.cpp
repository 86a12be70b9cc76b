// SPDX-License-Identifier: Apache-2.0
#include "journal/sqlitejournal.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <atomic>

namespace antre {

namespace {

/// "Antr": tells our files from other programs' (see file(1)'s magic for application_id).
constexpr int applicationId = 0x416e7472;
constexpr int busyTimeoutMs = 2000;

const QStringList &migrations()
{
    static const QStringList files{QStringLiteral(":/migrations/001-journal.sql")};
    return files;
}

/// SQLite's result codes: https://www.sqlite.org/rescode.html; the low byte is the primary code.
Error errorOf(const QSqlError &error)
{
    const int primary = error.nativeErrorCode().toInt() & 0xff;
    const QString detail = error.databaseText().isEmpty() ? error.text() : error.databaseText();
    switch (primary) {
    case 5: // BUSY
    case 6: // LOCKED
        return {ErrorCode::Unavailable, detail, QStringLiteral("locked")};
    case 8: // READONLY
        return {ErrorCode::Unavailable, detail, QStringLiteral("readOnly")};
    case 13: // FULL
        return {ErrorCode::Unavailable, detail, QStringLiteral("diskFull")};
    case 11: // CORRUPT
    case 26: // NOTADB
        return {ErrorCode::Corrupt, detail, QStringLiteral("damaged")};
    default: // IOERR, CANTOPEN and whatever else the medium comes up with
        return {ErrorCode::Unavailable, detail, QStringLiteral("gone")};
    }
}

} // namespace

/// One connection with its prepared statements.
class SqliteJournal::Database
{
public:
    Database()
    {
        static std::atomic<int> connections = 0;
        m_name = QStringLiteral("journal-%1").arg(++connections);
        m_connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
    }
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;
    ~Database()
    {
        insert = QSqlQuery();
        lastPosition = QSqlQuery();
        m_connection.close();
        m_connection = QSqlDatabase();
        QSqlDatabase::removeDatabase(m_name);
    }

    Result<> open(const QString &path)
    {
        m_connection.setDatabaseName(path);
        m_connection.setConnectOptions(
            QStringLiteral("QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=%1").arg(busyTimeoutMs));
        if (!m_connection.open())
            return tl::unexpected(errorOf(m_connection.lastError()));
        return migrate().and_then([&] { return prepare(); });
    }

    Result<> execute(const QString &sql)
    {
        return run(sql).map([](const QVariant &) {});
    }

    /// Runs a statement and returns its first value, if any.
    Result<QVariant> run(const QString &sql)
    {
        QSqlQuery query(m_connection);
        if (!query.exec(sql))
            return tl::unexpected(errorOf(query.lastError()));
        return query.next() ? query.value(0) : QVariant();
    }

    [[nodiscard]] QSqlQuery newQuery() const { return QSqlQuery(m_connection); }

    QSqlQuery insert;
    QSqlQuery lastPosition;

private:
    Result<> migrate()
    {
        const auto version = run(QStringLiteral("PRAGMA user_version"));
        const auto owner = run(QStringLiteral("PRAGMA application_id"));
        const auto tables = run(QStringLiteral("SELECT count(*) FROM sqlite_schema"));
        for (const auto &answer : {version, owner, tables}) {
            if (!answer)
                return tl::unexpected(answer.error());
        }
        if (tables->toInt() > 0 && owner->toInt() != applicationId)
            return failure(ErrorCode::Corrupt,
                QStringLiteral("this file belongs to another program"), QStringLiteral("foreign"));
        if (version->toInt() > migrations().size())
            return failure(ErrorCode::Unsupported,
                QStringLiteral("the journal has format %1, this version knows formats up to %2")
                    .arg(version->toInt())
                    .arg(migrations().size()),
                QStringLiteral("newerVersion"));
        for (int next = version->toInt(); next < migrations().size(); ++next) {
            if (auto done = apply(next); !done)
                return done;
        }
        return {};
    }

    Result<> apply(int index)
    {
        QFile file(migrations()[index]);
        if (!file.open(QIODevice::ReadOnly))
            return failure(
                ErrorCode::Corrupt, QStringLiteral("migration %1 is not built in").arg(index + 1));
        QStringList statements
            = QString::fromUtf8(file.readAll()).split(QStringLiteral(";\n"), Qt::SkipEmptyParts);
        statements.prepend(QStringLiteral("BEGIN IMMEDIATE"));
        statements.append(QStringLiteral("PRAGMA application_id = %1").arg(applicationId));
        statements.append(QStringLiteral("PRAGMA user_version = %1").arg(index + 1));
        statements.append(QStringLiteral("COMMIT"));
        // The journal mode can't change inside a transaction, and must be set before the first one.
        statements.prepend(QStringLiteral("PRAGMA journal_mode = WAL"));
        for (const QString &statement : std::as_const(statements)) {
            if (auto done = execute(statement); !done) {
                (void)run(QStringLiteral("ROLLBACK"));
                return done;
            }
        }
        return {};
    }

    Result<> prepare()
    {
        if (auto done = execute(QStringLiteral("PRAGMA synchronous = FULL")); !done)
            return done;
        insert = newQuery();
        lastPosition = newQuery();
        if (!insert.prepare(QStringLiteral(
                "INSERT INTO journal (position, kind, day, key, body) VALUES (?, ?, ?, ?, ?)")))
            return tl::unexpected(errorOf(insert.lastError()));
        if (!lastPosition.prepare(QStringLiteral("SELECT max(position) FROM journal")))
            return tl::unexpected(errorOf(lastPosition.lastError()));
        return {};
    }

    QString m_name;
    QSqlDatabase m_connection;
};

SqliteJournal::SqliteJournal(std::unique_ptr<Database> database)
    : m_database(std::move(database))
{
}

SqliteJournal::~SqliteJournal() = default;

Result<std::unique_ptr<SqliteJournal>> SqliteJournal::open(const QString &path, SqliteLimits limits)
{
    auto database = std::make_unique<Database>();
    if (auto opened = database->open(path); !opened)
        return tl::unexpected(opened.error());
    if (limits.pages > 0) {
        if (auto set
            = database->execute(QStringLiteral("PRAGMA max_page_count = %1").arg(limits.pages));
            !set)
            return tl::unexpected(set.error());
    }
    return std::unique_ptr<SqliteJournal>(new SqliteJournal(std::move(database)));
}

Result<Position> SqliteJournal::end()
{
    QSqlQuery &query = m_database->lastPosition;
    if (!query.exec() || !query.next()) {
        const Error error = errorOf(query.lastError());
        query.finish();
        return tl::unexpected(error);
    }
    const Position last = query.value(0).toLongLong();
    query.finish();
    return last;
}

Result<Position> SqliteJournal::append(Position expected, const std::vector<JournalRecord> &records)
{
    // IMMEDIATE: a deferred transaction that reads first would fail at once when another writes.
    if (auto begun = m_database->execute(QStringLiteral("BEGIN IMMEDIATE")); !begun)
        return tl::unexpected(begun.error());
    const auto rollBack = [this](const Error &error) {
        (void)m_database->execute(QStringLiteral("ROLLBACK"));
        return tl::unexpected(error);
    };
    const auto last = end();
    if (!last)
        return rollBack(last.error());
    if (*last != expected)
        return rollBack({ErrorCode::Conflict,
            QStringLiteral("the journal ends at %1, not %2").arg(*last).arg(expected)});
    Position position = expected;
    QSqlQuery &insert = m_database->insert;
    for (const JournalRecord &record : records) {
        insert.bindValue(0, ++position);
        insert.bindValue(1, record.kind);
        insert.bindValue(2, record.day.days);
        insert.bindValue(3,
            record.key.isEmpty() ? QVariant(QMetaType::fromType<QString>()) : QVariant(record.key));
        insert.bindValue(4, record.body);
        if (!insert.exec()) {
            const Error error = errorOf(insert.lastError());
            insert.finish();
            return rollBack(error);
        }
        insert.finish();
    }
    if (auto committed = m_database->execute(QStringLiteral("COMMIT")); !committed)
        return rollBack(committed.error());
    return position;
}

static StoredRecord recordOf(const QSqlQuery &row)
{
    return {row.value(0).toLongLong(),
        {row.value(1).toString(), BusinessDay{row.value(2).toInt()}, row.value(3).toString(),
            row.value(4).toByteArray()}};
}

Result<std::vector<StoredRecord>> SqliteJournal::read(Position after, int limit)
{
    QSqlQuery query = m_database->newQuery();
    query.setForwardOnly(true);
    if (!query.prepare(QStringLiteral("SELECT position, kind, day, key, body FROM journal WHERE "
                                      "position > ? ORDER BY position LIMIT ?")))
        return tl::unexpected(errorOf(query.lastError()));
    query.addBindValue(after);
    query.addBindValue(limit);
    if (!query.exec())
        return tl::unexpected(errorOf(query.lastError()));
    std::vector<StoredRecord> found;
    while (query.next()) {
        found.push_back(recordOf(query));
        if (found.back().position != after + Position(found.size()))
            return failure(ErrorCode::Corrupt,
                QStringLiteral("record %1 is missing").arg(after + Position(found.size())),
                QStringLiteral("damaged"));
    }
    if (query.lastError().isValid())
        return tl::unexpected(errorOf(query.lastError()));
    return found;
}

Result<std::vector<StoredRecord>> SqliteJournal::readLatest()
{
    QSqlQuery query = m_database->newQuery();
    query.setForwardOnly(true);
    if (!query.exec(
            QStringLiteral("SELECT position, kind, day, key, body FROM journal WHERE position IN"
                           " (SELECT max(position) FROM journal WHERE key IS NOT NULL GROUP BY "
                           "key) ORDER BY position")))
        return tl::unexpected(errorOf(query.lastError()));
    std::vector<StoredRecord> found;
    while (query.next())
        found.push_back(recordOf(query));
    if (query.lastError().isValid())
        return tl::unexpected(errorOf(query.lastError()));
    return found;
}

} // namespace antre

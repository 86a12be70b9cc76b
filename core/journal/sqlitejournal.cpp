// SPDX-License-Identifier: Apache-2.0
#include "journal/sqlitejournal.h"

#include "journal/chain.h"
#include "journal/sqlitefile.h"
#include "journal/walfile.h"

#include <QFile>
#include <QFileInfo>

#include <array>
#include <fcntl.h>
#include <map>
#include <unistd.h>

namespace antre {

namespace {

constexpr std::array migrations{":/migrations/001-journal.sql", ":/migrations/002-chain.sql"};
static_assert(migrations.size() == journalFormat);

tl::unexpected<Error> damaged(const QString &detail)
{
    return failure(ErrorCode::Corrupt, detail, QStringLiteral("damaged"));
}

Result<> applyMigration(SqliteFile &file, int index)
{
    QFile script(QString::fromLatin1(migrations.at(size_t(index))));
    if (!script.open(QIODevice::ReadOnly))
        return failure(
            ErrorCode::Corrupt, QStringLiteral("migration %1 is not built in").arg(index + 1));
    QStringList statements
        = QString::fromUtf8(script.readAll()).split(QStringLiteral(";\n"), Qt::SkipEmptyParts);
    statements.prepend(QStringLiteral("BEGIN IMMEDIATE"));
    statements.append(QStringLiteral("PRAGMA application_id = %1").arg(journalApplicationId));
    statements.append(QStringLiteral("PRAGMA user_version = %1").arg(index + 1));
    statements.append(QStringLiteral("COMMIT"));
    for (const QString &statement : std::as_const(statements)) {
        if (auto done = file.execute(statement); !done) {
            (void)file.execute(QStringLiteral("ROLLBACK"));
            return done;
        }
    }
    return {};
}

/// The file's format, if it is a journal's and not too new; 0 if it is empty.
Result<int> formatOf(SqliteFile &file)
{
    const auto version = file.value(QStringLiteral("PRAGMA user_version"));
    const auto owner = file.value(QStringLiteral("PRAGMA application_id"));
    const auto tables = file.value(QStringLiteral("SELECT count(*) FROM sqlite_schema"));
    for (const auto &answer : {version, owner, tables}) {
        if (!answer)
            return tl::unexpected(answer.error());
    }
    if (tables->toInt() > 0 && owner->toInt() != journalApplicationId)
        return failure(ErrorCode::Corrupt, QStringLiteral("this file belongs to another program"),
            QStringLiteral("foreign"));
    if (version->toInt() > journalFormat)
        return failure(ErrorCode::Unsupported,
            QStringLiteral("the journal has format %1, this version knows formats up to %2")
                .arg(version->toInt())
                .arg(journalFormat),
            QStringLiteral("newerVersion"));
    return version->toInt();
}

Result<> migrate(SqliteFile &file)
{
    const auto format = formatOf(file);
    if (!format)
        return tl::unexpected(format.error());
    // Not inside a transaction, and before the first one.
    if (auto set = file.execute(QStringLiteral("PRAGMA journal_mode = WAL")); !set)
        return set;
    if (auto set = file.execute(QStringLiteral("PRAGMA synchronous = FULL")); !set)
        return set;
    for (int next = *format; next < journalFormat; ++next) {
        if (auto done = applyMigration(file, next); !done)
            return done;
    }
    return {};
}

/// So that a power cut can't take the file's name away.
void syncFolderOf(const QString &path)
{
    const QByteArray folder = QFile::encodeName(QFileInfo(path).absolutePath());
    const int descriptor = ::open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    ::fsync(descriptor);
    ::close(descriptor);
}

/// Makes an empty journal under another name first: so a file that is there was whole once, and
/// one without content is damaged.
Result<> makeJournal(const QString &path)
{
    const QString unfinished = path + QStringLiteral(".new");
    for (const char *part : {"", "-wal", "-shm"})
        QFile::remove(unfinished + QLatin1String(part));
    {
        auto file = SqliteFile::open(unfinished);
        if (!file)
            return tl::unexpected(file.error());
        if (auto made = migrate(**file); !made)
            return made;
    }
    if (!QFile::rename(unfinished, path)) {
        QFile::remove(unfinished);
        if (!QFile::exists(path))
            return failure(ErrorCode::Unavailable, path + QStringLiteral(": can't be made"),
                QStringLiteral("gone"));
    }
    syncFolderOf(path);
    return {};
}

/// What SQLite would take without a word: a file of no whole page is a new database to it, a log
/// without its file is rubbish, and a log is good up to the first bad frame.
Result<> inspectFiles(const QString &path)
{
    const WalReading log = readWalOf(path);
    const bool isThere = QFile::exists(path);
    // 512 is SQLite's smallest page.
    if (isThere && QFileInfo(path).size() < 512)
        return damaged(QStringLiteral("the file is cut to nothing"));
    if (!isThere && log.transactions > 0)
        return damaged(QStringLiteral("the file is missing and its log is there"));
    if (isThere && log.headerDamaged)
        return damaged(QStringLiteral("the head of the write-ahead log is damaged"));
    if (isThere && log.cutOff > 0)
        return damaged(QStringLiteral("the write-ahead log is damaged, %1 transactions behind the "
                                      "damage would be lost")
                           .arg(log.cutOff));
    return {};
}

/// Ends a transaction that was opened for reading.
class Snapshot
{
public:
    explicit Snapshot(SqliteFile &file)
        : m_file(file)
    {
    }
    Snapshot(const Snapshot &) = delete;
    Snapshot &operator=(const Snapshot &) = delete;
    ~Snapshot() { (void)m_file.execute(QStringLiteral("COMMIT")); }
    [[nodiscard]] Result<> begin() { return m_file.execute(QStringLiteral("BEGIN")); }

private:
    SqliteFile &m_file;
};

StoredRecord recordOf(const SqliteStatement &row)
{
    return {row.value(0).toLongLong(),
        {row.value(1).toString(), BusinessDay{row.value(2).toInt()}, row.value(3).toString(),
            row.value(4).toByteArray()}};
}

QVariant orNull(const QString &text)
{
    return text.isEmpty() ? QVariant(QMetaType::fromType<QString>()) : QVariant(text);
}

} // namespace

/// One connection with its prepared statements.
class SqliteJournal::Database
{
public:
    explicit Database(std::unique_ptr<SqliteFile> journalFile)
        : file(std::move(journalFile))
    {
    }

    Result<> prepare()
    {
        return prepare(insert,
            "INSERT INTO journal (position, kind, day, key, body, chain) VALUES (?, ?, ?, ?, ?, ?)")
            .and_then([&] {
                return prepare(m_seal,
                    "SELECT s.chained_from, s.position, s.keys, s.chain, j.position, j.chain"
                    " FROM seal s LEFT JOIN journal j"
                    " ON j.position = (SELECT max(position) FROM journal)");
            })
            .and_then([&] {
                return prepare(m_setSeal, "UPDATE seal SET position = ?, keys = ?, chain = ?");
            })
            .and_then([&] {
                return prepare(rows,
                    "SELECT position, kind, day, key, body, chain FROM journal"
                    " WHERE position > ? ORDER BY position LIMIT ?");
            })
            .and_then(
                [&] { return prepare(m_chain, "SELECT chain FROM journal WHERE position = ?"); })
            .and_then([&] {
                return prepare(keys,
                    "SELECT key, position FROM journal INDEXED BY journal_latest"
                    " WHERE key IS NOT NULL");
            });
    }

    /// Where the journal ends. Written with every commit, so that a lost end is noticed.
    struct Seal
    {
        Position chainedFrom = 1;
        Position position = 0;
        quint64 keys = 0; ///< sum of keyShare() over the chained records that have a key
        QByteArray chain;
    };

    /// The seal, if the last record agrees with it.
    Result<Seal> seal()
    {
        if (auto run = m_seal.run(); !run)
            return tl::unexpected(run.error());
        const auto row = m_seal.next();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            return damaged(QStringLiteral("the journal's seal is missing"));
        const Seal found{m_seal.value(0).toLongLong(), m_seal.value(1).toLongLong(),
            quint64(m_seal.value(2).toLongLong()), m_seal.value(3).toByteArray()};
        const Position last = m_seal.value(4).toLongLong();
        const QByteArray lastChain = m_seal.value(5).toByteArray();
        m_seal.finish();
        if (last != found.position)
            return damaged(QStringLiteral("the journal ends at record %1, and %2 were written")
                               .arg(last)
                               .arg(found.position));
        if (lastChain != found.chain)
            return damaged(
                QStringLiteral("record %1 is not the one that was written last").arg(last));
        return found;
    }

    Result<> setSeal(const Seal &seal)
    {
        return m_setSeal.run({seal.position, qint64(seal.keys), seal.chain}).map([&] {
            m_setSeal.finish();
        });
    }

    /// The chain's value at `position`; empty where there is none.
    Result<QByteArray> chain(Position position)
    {
        if (auto run = m_chain.run({position}); !run)
            return tl::unexpected(run.error());
        const auto row = m_chain.next();
        if (!row)
            return tl::unexpected(row.error());
        QByteArray found = *row ? m_chain.value(0).toByteArray() : QByteArray();
        m_chain.finish();
        return found;
    }

    /// Records from `after` + 1 on, each as it was written.
    Result<std::vector<StoredRecord>> read(Position after, int limit, Position chainedFrom)
    {
        auto before = after >= chainedFrom ? chain(after) : Result<QByteArray>(QByteArray());
        if (!before)
            return tl::unexpected(before.error());
        ChainWalk walk(chainedFrom, *before);
        if (auto run = rows.run({after, limit}); !run)
            return tl::unexpected(run.error());
        std::vector<StoredRecord> found;
        for (;;) {
            const auto row = rows.next();
            if (!row)
                return tl::unexpected(row.error());
            if (!*row)
                return found;
            found.push_back(recordOf(rows));
            const Position expected = after + Position(found.size());
            const bool isNext = found.back().position == expected;
            if (isNext && walk.accepts(found.back(), rows.value(5).toByteArray()))
                continue;
            rows.finish();
            return isNext ? damaged(QStringLiteral("record %1 was altered").arg(expected))
                          : damaged(QStringLiteral("record %1 is missing").arg(expected));
        }
    }

    std::unique_ptr<SqliteFile> file; // first, since the statements must end before it

    SqliteStatement insert;
    SqliteStatement rows;
    SqliteStatement keys;

private:
    Result<> prepare(SqliteStatement &statement, const char *sql)
    {
        return file->prepare(QString::fromLatin1(sql)).map([&](SqliteStatement prepared) {
            statement = std::move(prepared);
        });
    }

    SqliteStatement m_seal;
    SqliteStatement m_setSeal;
    SqliteStatement m_chain;
};

SqliteJournal::SqliteJournal(std::unique_ptr<Database> database)
    : m_database(std::move(database))
{
}

SqliteJournal::~SqliteJournal() = default;

Result<std::unique_ptr<SqliteJournal>> SqliteJournal::open(const QString &path, SqliteLimits limits)
{
    auto journal = openToWrite(path, limits);
    if (journal || journal.error().reason != QLatin1String("gone"))
        return journal;
    // SQLite can't open a log where it may not make one, and doesn't say why.
    const QFileInfo file(sqliteFileName(path));
    const bool isReadOnly
        = file.exists() && !(file.isWritable() && QFileInfo(file.absolutePath()).isWritable());
    if (isReadOnly)
        return failure(ErrorCode::Unavailable, journal.error().detail, QStringLiteral("readOnly"));
    return journal;
}

Result<std::unique_ptr<SqliteJournal>> SqliteJournal::openToWrite(
    const QString &path, SqliteLimits limits)
{
    const QString fileName = sqliteFileName(path);
    if (auto sound = inspectFiles(fileName); !sound)
        return tl::unexpected(sound.error());
    if (!QFile::exists(fileName)) {
        if (auto made = makeJournal(fileName); !made)
            return tl::unexpected(made.error());
    }
    auto file = SqliteFile::open(path);
    if (!file)
        return tl::unexpected(file.error());
    auto database = std::make_unique<Database>(std::move(*file));
    if (auto ready = migrate(*database->file).and_then([&] { return database->prepare(); }); !ready)
        return tl::unexpected(ready.error());
    if (limits.pages > 0) {
        if (auto set = database->file->execute(
                QStringLiteral("PRAGMA max_page_count = %1").arg(limits.pages));
            !set)
            return tl::unexpected(set.error());
    }
    return std::unique_ptr<SqliteJournal>(new SqliteJournal(std::move(database)));
}

Result<std::unique_ptr<SqliteJournal>> SqliteJournal::openReadOnly(const QString &path)
{
    if (auto sound = inspectFiles(path); !sound)
        return tl::unexpected(sound.error());
    auto file = SqliteFile::openReadOnly(path);
    if (!file)
        return tl::unexpected(file.error());
    const auto format = formatOf(**file);
    if (!format)
        return tl::unexpected(format.error());
    if (*format != journalFormat)
        return failure(ErrorCode::Unsupported,
            QStringLiteral("the journal has format %1 and must be migrated first").arg(*format),
            QStringLiteral("olderVersion"));
    auto database = std::make_unique<Database>(std::move(*file));
    if (auto ready = database->prepare(); !ready)
        return tl::unexpected(ready.error());
    return std::unique_ptr<SqliteJournal>(new SqliteJournal(std::move(database)));
}

Result<Position> SqliteJournal::end()
{
    return m_database->file->stillThere()
        .and_then([&] { return m_database->seal(); })
        .map([](const Database::Seal &seal) { return seal.position; });
}

Result<Position> SqliteJournal::append(Position expected, const std::vector<JournalRecord> &records)
{
    SqliteFile &file = *m_database->file;
    if (auto there = file.stillThere(); !there)
        return tl::unexpected(there.error());
    // IMMEDIATE: a deferred transaction that reads first would fail at once when another writes.
    if (auto begun = file.execute(QStringLiteral("BEGIN IMMEDIATE")); !begun)
        return tl::unexpected(begun.error());
    auto end = write(expected, records);
    if (end) {
        if (auto committed = file.execute(QStringLiteral("COMMIT")); !committed)
            end = tl::unexpected(committed.error());
    }
    if (!end) {
        (void)file.execute(QStringLiteral("ROLLBACK"));
        return end;
    }
    return file.stillThere().map([&] { return *end; });
}

Result<Position> SqliteJournal::write(Position expected, const std::vector<JournalRecord> &records)
{
    // The seal is read in the transaction: whoever wrote last, or failed to, it is right.
    auto seal = m_database->seal();
    if (!seal)
        return tl::unexpected(seal.error());
    if (seal->position != expected)
        return failure(ErrorCode::Conflict,
            QStringLiteral("the journal ends at %1, not %2").arg(seal->position).arg(expected));
    for (const JournalRecord &record : records) {
        const StoredRecord stored{++seal->position, record};
        seal->chain = chainAt(seal->chain, stored);
        if (!record.key.isEmpty())
            seal->keys += keyShare(stored.position, record.key);
        if (auto inserted = m_database->insert.run({stored.position, record.kind, record.day.days,
                orNull(record.key), record.body, seal->chain});
            !inserted)
            return tl::unexpected(inserted.error());
        m_database->insert.finish();
    }
    // Also without records: so that an empty append asks the disk whether it can be written.
    return m_database->setSeal(*seal).map([&] { return seal->position; });
}

Result<std::vector<StoredRecord>> SqliteJournal::read(Position after, int limit)
{
    after = std::max<Position>(after, 0);
    if (auto there = m_database->file->stillThere(); !there)
        return tl::unexpected(there.error());
    // The seal first: what another process adds afterwards can only make more records than it says.
    const auto seal = m_database->seal();
    if (!seal)
        return tl::unexpected(seal.error());
    if (limit <= 0 || after >= seal->position)
        return std::vector<StoredRecord>();
    auto found = m_database->read(after, limit, seal->chainedFrom);
    if (!found)
        return found;
    const Position last = after + Position(found->size());
    if (int(found->size()) < limit && last < seal->position)
        return damaged(QStringLiteral("record %1 is missing").arg(last + 1));
    return found;
}

Result<std::vector<StoredRecord>> SqliteJournal::readLatest()
{
    if (auto there = m_database->file->stillThere(); !there)
        return tl::unexpected(there.error());
    Snapshot snapshot(*m_database->file);
    if (auto begun = snapshot.begin(); !begun)
        return tl::unexpected(begun.error());
    const auto seal = m_database->seal();
    if (!seal)
        return tl::unexpected(seal.error());
    const auto positions = latestPositions(seal->chainedFrom, seal->keys);
    if (!positions)
        return tl::unexpected(positions.error());
    std::vector<StoredRecord> found;
    for (const auto &[position, key] : *positions) {
        auto record = m_database->read(position - 1, 1, seal->chainedFrom);
        if (!record)
            return record;
        if (record->empty() || record->front().record.key != key)
            return damaged(
                QStringLiteral("record %1 is not the latest of \"%2\"").arg(position).arg(key));
        found.push_back(std::move(record->front()));
    }
    return found;
}

Result<std::map<Position, QString>> SqliteJournal::latestPositions(
    Position chainedFrom, quint64 keys)
{
    std::map<QString, Position> latest;
    if (auto run = m_database->keys.run(); !run)
        return tl::unexpected(run.error());
    for (;;) {
        const auto row = m_database->keys.next();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            break;
        const QString key = m_database->keys.value(0).toString();
        const Position position = m_database->keys.value(1).toLongLong();
        if (position >= chainedFrom)
            keys -= keyShare(position, key);
        Position &known = latest[key];
        known = std::max(known, position);
    }
    if (keys != 0)
        return damaged(QStringLiteral("the index of keys is damaged"));
    std::map<Position, QString> ordered;
    for (const auto &[key, position] : latest)
        ordered.emplace(position, key);
    return ordered;
}

} // namespace antre

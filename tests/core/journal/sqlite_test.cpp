// SPDX-License-Identifier: Apache-2.0
#include "journal/sqlitejournal.h"
#include "support/catch.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>

using namespace antre;

namespace {

const JournalRecord fact{QStringLiteral("fact"), BusinessDay{20000}, {}, "{}"};

/// A second connection to the same file, as another program would have.
class OtherProgram
{
public:
    explicit OtherProgram(const QString &path)
    {
        m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("other"));
        m_database.setDatabaseName(path);
        REQUIRE(m_database.open());
    }
    ~OtherProgram()
    {
        m_database.close();
        m_database = QSqlDatabase();
        QSqlDatabase::removeDatabase(QStringLiteral("other"));
    }
    QVariant says(const char *sql)
    {
        QSqlQuery query(m_database);
        REQUIRE(query.exec(QString::fromUtf8(sql)));
        return query.next() ? query.value(0) : QVariant();
    }

private:
    QSqlDatabase m_database;
};

struct Folder : QTemporaryDir
{
    QString path = filePath(QStringLiteral("journal.db"));
};

} // namespace

TEST_CASE("The file is in WAL mode with full synchronisation, and says whose it is", "[sqlite]")
{
    Folder folder;
    auto journal = SqliteJournal::open(folder.path);
    REQUIRE(journal);
    OtherProgram other(folder.path);
    CHECK(other.says("PRAGMA journal_mode").toString() == QStringLiteral("wal"));
    CHECK(other.says("PRAGMA application_id").toInt() == 0x416e7472);
    CHECK(other.says("PRAGMA user_version").toInt() == 2);
}

TEST_CASE("What was committed is there after reopening", "[sqlite]")
{
    Folder folder;
    {
        auto journal = SqliteJournal::open(folder.path);
        REQUIRE((*journal)->append(0, {fact, fact}));
    }
    auto again = SqliteJournal::open(folder.path);
    CHECK((*again)->end() == 2);
}

TEST_CASE("A journal of a newer version is left alone and says so", "[sqlite]")
{
    Folder folder;
    {
        auto journal = SqliteJournal::open(folder.path);
        OtherProgram(folder.path).says("PRAGMA user_version = 99");
    }
    const auto opened = SqliteJournal::open(folder.path);
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == ErrorCode::Unsupported);
    CHECK(opened.error().reason == QStringLiteral("newerVersion"));
    CHECK(OtherProgram(folder.path).says("PRAGMA user_version").toInt() == 99);
}

TEST_CASE("Another program's database is not touched", "[sqlite]")
{
    Folder folder;
    OtherProgram(folder.path).says("CREATE TABLE recipes (name)");
    const auto opened = SqliteJournal::open(folder.path);
    REQUIRE_FALSE(opened);
    CHECK(opened.error().reason == QStringLiteral("foreign"));
    CHECK(OtherProgram(folder.path).says("SELECT count(*) FROM sqlite_schema").toInt() == 1);
}

TEST_CASE(
    "A locked journal is unavailable, loses nothing, and works when it is free again", "[sqlite]")
{
    Folder folder;
    auto journal = SqliteJournal::open(folder.path);
    REQUIRE((*journal)->append(0, {fact}));
    {
        OtherProgram other(folder.path);
        other.says("BEGIN EXCLUSIVE");
        const auto refused = (*journal)->append(1, {fact});
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == ErrorCode::Unavailable);
        CHECK(refused.error().reason == QStringLiteral("locked"));
    }
    CHECK((*journal)->append(1, {fact}) == 2);
}

TEST_CASE(
    "A full disk is unavailable, loses nothing, and works when there is room again", "[sqlite]")
{
    Folder folder;
    auto journal = SqliteJournal::open(folder.path);
    REQUIRE((*journal)->append(0, {fact}));
    JournalRecord large = fact;
    large.body = QByteArray(1 << 20, 'x');
    // SQLite's own limit on pages gives the same SQLITE_FULL as a full disk does.
    auto limited = SqliteJournal::open(folder.path, SqliteLimits{64});
    REQUIRE(limited);
    const auto refused = (*limited)->append(1, {large});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().reason == QStringLiteral("diskFull"));
    CHECK((*limited)->append(1, {fact}) == 2);
    CHECK((*limited)->end() == 2);
}

TEST_CASE("A journal that is no database any more is called damaged", "[sqlite]")
{
    Folder folder;
    {
        QFile file(folder.path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(8192, 'x'));
    }
    const auto opened = SqliteJournal::open(folder.path);
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == ErrorCode::Corrupt);
}

TEST_CASE("A folder that isn't there is an error, not a new folder", "[sqlite]")
{
    Folder folder;
    const auto opened = SqliteJournal::open(folder.filePath(QStringLiteral("missing/journal.db")));
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == ErrorCode::Unavailable);
}

TEST_CASE("A read-only journal can't take anything and says so", "[sqlite]")
{
    Folder folder;
    {
        auto journal = SqliteJournal::open(folder.path);
        REQUIRE((*journal)->append(0, {fact}));
    }
    // As root, file modes protect nothing: SQLite's own mode holds for everybody.
    const auto journal = SqliteJournal::open(QStringLiteral("file:%1?mode=ro").arg(folder.path));
    const Result<Position> refused = journal ? (*journal)->append(1, {fact})
                                             : Result<Position>(tl::unexpected(journal.error()));
    REQUIRE_FALSE(refused);
    const Error error = refused.error();
    CHECK(error.code == ErrorCode::Unavailable);
    CHECK(error.reason == QStringLiteral("readOnly"));
    auto again = SqliteJournal::open(folder.path);
    CHECK((*again)->end() == 1);
}

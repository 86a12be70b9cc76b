// SPDX-License-Identifier: Apache-2.0
#include "core/journal/format1.h"
#include "journal/chain.h"
#include "journal/journalcheck.h"
#include "journal/sqlitejournal.h"
#include "support/catch.h"

#include <QFile>
#include <QTemporaryDir>

using namespace antre;

namespace {

const JournalRecord fact{QStringLiteral("fact"), BusinessDay{20000}, {}, "{}"};

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

TEST_CASE("A journal of the first format opens, reads as before, and is hashed from here on",
    "[sqlite][migration]")
{
    Folder folder;
    JournalRecord kiosk = fact;
    kiosk.key = QStringLiteral("terminal:kiosk-1");
    kiosk.body = "1";
    makeFormat1(folder.path, {fact, kiosk, fact});
    {
        auto journal = SqliteJournal::open(folder.path);
        REQUIRE(journal);
        CHECK((*journal)->end() == 3);
        CHECK((*journal)->readLatest()->front() == StoredRecord{2, kiosk});
        kiosk.body = "2";
        CHECK((*journal)->append(3, {kiosk, fact}) == 5);
    }
    // And once more, since now it is of the present format.
    auto journal = SqliteJournal::open(folder.path);
    REQUIRE(journal);
    CHECK((*journal)->read(0, 10)->size() == 5);
    CHECK((*journal)->readLatest()->front() == StoredRecord{4, kiosk});
    journal->reset();
    CHECK(checkJournal(folder.path).isSound());
    CHECK(checkJournal(folder.path).chainedFrom == 4);
    const auto alter = [&](const char *sql) {
        OtherProgram(folder.path).says(sql);
        const auto spoilt = SqliteJournal::open(folder.path);
        return !spoilt || !(*spoilt)->read(0, 10);
    };
    CHECK(alter("UPDATE journal SET body = x'31' WHERE position = 4"));
}

TEST_CASE("The hash of a record is what the format says", "[sqlite]")
{
    // By an independent implementation (Python's hashlib.blake2b, digest_size=32).
    const StoredRecord first{
        1, {QStringLiteral("ticketIssued"), BusinessDay{20685}, QStringLiteral("k"), "{}"}};
    const QByteArray chain = chainAt({}, first);
    CHECK(chain.toHex() == "de650d64182b3d92e389e45517982ffc10186006e12b45c91382320f1ffabed7");
    const StoredRecord second{2, {QStringLiteral("x"), BusinessDay{-1}, {}, {}}};
    CHECK(chainAt(chain, second).toHex()
        == "79db52c64a78d949a44080c142c5cf66b40b7623a093f624ed1ae74a1160935e");
}

TEST_CASE("Two connections that write in turn keep one chain", "[sqlite]")
{
    Folder folder;
    auto one = SqliteJournal::open(folder.path);
    auto other = SqliteJournal::open(folder.path);
    for (Position end = 0; end < 20; end += 2) {
        REQUIRE((*one)->append(end, {fact}) == end + 1);
        CHECK((*other)->append(end, {fact}).error().code == ErrorCode::Conflict);
        REQUIRE((*other)->append(end + 1, {fact}) == end + 2);
        CHECK((*one)->append(end + 1, {fact}).error().code == ErrorCode::Conflict);
    }
    CHECK((*one)->read(0, 100)->size() == 20);
    CHECK(checkJournal(folder.path).isSound());
}

// SPDX-License-Identifier: Apache-2.0
#include "journal/memoryjournal.h"
#include "journal/sqlitejournal.h"
#include "support/catch.h"

#include <QTemporaryDir>

using namespace antre;

namespace {

JournalRecord fact(const char *kind, const char *key = "", const QByteArray &body = "{}")
{
    return {QString::fromUtf8(kind), BusinessDay{20000}, QString::fromUtf8(key), body};
}

/// Every implementation, under the name that a failed test shows.
template <typename Check> void everyJournal(Check check)
{
    SECTION("in memory")
    {
        MemoryJournal journal;
        check(journal);
    }
    SECTION("in SQLite")
    {
        QTemporaryDir folder;
        auto journal = SqliteJournal::open(folder.filePath(QStringLiteral("journal.db")));
        REQUIRE(journal);
        check(**journal);
    }
}

} // namespace

TEST_CASE("An empty journal ends at 0 and holds nothing", "[journal]")
{
    everyJournal([](Journal &journal) {
        CHECK(journal.end() == 0);
        CHECK(journal.read(0, 10)->empty());
        CHECK(journal.readLatest()->empty());
    });
}

TEST_CASE("What was appended is read back in order, byte for byte", "[journal]")
{
    everyJournal([](Journal &journal) {
        const QByteArray odd("\0\xff\n'\"; DROP TABLE journal", 26);
        CHECK(journal.append(0, {fact("first"), fact("second", "", odd)}) == 2);
        CHECK(journal.append(2, {fact("third", "key")}) == 3);
        const auto all = journal.read(0, 10);
        REQUIRE(all->size() == 3);
        CHECK((*all)[0] == StoredRecord{1, fact("first")});
        CHECK((*all)[1] == StoredRecord{2, fact("second", "", odd)});
        CHECK((*all)[2] == StoredRecord{3, fact("third", "key")});
        CHECK(journal.read(2, 10)->size() == 1);
        CHECK(journal.read(0, 2)->size() == 2);
        CHECK(journal.read(3, 10)->empty());
        CHECK(journal.end() == 3);
    });
}

TEST_CASE("Who expects another end gets a conflict, and nothing is written", "[journal]")
{
    everyJournal([](Journal &journal) {
        REQUIRE(journal.append(0, {fact("first")}));
        for (const Position expected : {Position(0), Position(2), Position(-1)}) {
            const auto refused = journal.append(expected, {fact("stale")});
            REQUIRE_FALSE(refused);
            CHECK(refused.error().code == ErrorCode::Conflict);
        }
        CHECK(journal.end() == 1);
        CHECK(journal.append(1, {fact("second")}) == 2);
    });
}

TEST_CASE("Of each key the latest record is found, in order", "[journal]")
{
    everyJournal([](Journal &journal) {
        REQUIRE(journal.append(
            0, {fact("a", "one", "1"), fact("b", "two", "2"), fact("c"), fact("a", "one", "3")}));
        const auto latest = journal.readLatest();
        REQUIRE(latest->size() == 2);
        CHECK((*latest)[0] == StoredRecord{2, fact("b", "two", "2")});
        CHECK((*latest)[1] == StoredRecord{4, fact("a", "one", "3")});
    });
}

TEST_CASE("Ten thousand facts in one commit stand or fall together", "[journal]")
{
    everyJournal([](Journal &journal) {
        REQUIRE(journal.append(0, std::vector<JournalRecord>(10'000, fact("many"))));
        CHECK(journal.end() == 10'000);
        CHECK(journal.read(9'990, 100)->size() == 10);
    });
}

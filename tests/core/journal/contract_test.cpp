// SPDX-License-Identifier: Apache-2.0
#include "core/journal/format1.h"
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
    SECTION("in SQLite, migrated from the first format")
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("journal.db"));
        makeFormat1(path, {});
        auto journal = SqliteJournal::open(path);
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

TEST_CASE("After a conflict the journal reads and takes facts as before", "[journal]")
{
    everyJournal([](Journal &journal) {
        for (Position end = 0; end < 20; ++end) {
            REQUIRE_FALSE(journal.append(end + 1, {fact("ahead", "key")}));
            REQUIRE_FALSE(journal.append(end - 1, {fact("behind", "key"), fact("behind")}));
            REQUIRE(journal.append(end, {fact("true", "key", QByteArray::number(end))}) == end + 1);
        }
        const auto all = journal.read(0, 100);
        REQUIRE(all->size() == 20);
        for (Position end = 0; end < 20; ++end)
            CHECK((*all)[size_t(end)].record == fact("true", "key", QByteArray::number(end)));
        CHECK(journal.readLatest()->front().position == 20);
    });
}

TEST_CASE("Nothing appended is nothing, but must be expected at the right place too", "[journal]")
{
    everyJournal([](Journal &journal) {
        CHECK(journal.append(0, {}) == 0);
        REQUIRE(journal.append(0, {fact("first")}));
        CHECK(journal.append(1, {}) == 1);
        CHECK_FALSE(journal.append(0, {}));
        CHECK(journal.read(0, 10)->size() == 1);
    });
}

TEST_CASE("Reading from before the first, behind the last, or nothing, is no error", "[journal]")
{
    everyJournal([](Journal &journal) {
        REQUIRE(journal.append(0, {fact("first"), fact("second")}));
        CHECK(journal.read(-5, 10)->size() == 2);
        CHECK(journal.read(2, 10)->empty());
        CHECK(journal.read(99, 10)->empty());
        CHECK(journal.read(0, 0)->empty());
        CHECK(journal.read(0, -1)->empty());
    });
}

TEST_CASE("Odd texts and large bodies come back as they were", "[journal]")
{
    everyJournal([](Journal &journal) {
        const std::vector<JournalRecord> odd{fact("", "", ""),
            fact("\xc3\xa9\xe2\x82\xac\xf0\x9f\x8e\xab", "\xe6\xbc\xa2", QByteArray(300'000, '\0')),
            {QStringLiteral("early"), BusinessDay{-1}, {}, "{}"},
            {QStringLiteral("none"), BusinessDay{}, {}, "{}"}};
        REQUIRE(journal.append(0, odd));
        const auto all = journal.read(0, 10);
        REQUIRE(all->size() == odd.size());
        for (size_t i = 0; i < odd.size(); ++i)
            CHECK(((*all)[i].record == odd[i]));
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

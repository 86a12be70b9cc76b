// SPDX-License-Identifier: Apache-2.0

// Disks and folders in every kind of trouble: what was answered stays, what can't be kept is
// refused, and when the trouble is over it goes on.

#include "core/journal/format1.h"
#include "journal/journalcheck.h"
#include "journal/sqlitefile.h"
#include "journal/sqlitejournal.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <functional>
#include <unistd.h>

using namespace antre;

namespace {

const JournalRecord fact{QStringLiteral("fact"), BusinessDay{20000}, QStringLiteral("key"), "{}"};

struct Folder : QTemporaryDir
{
    QString file = filePath(QStringLiteral("journal.db"));
    QString log = file + QStringLiteral("-wal");
};

/// File modes protect nothing from root: becomes nobody for a while.
class AsOrdinaryUser
{
public:
    AsOrdinaryUser()
    {
        constexpr uid_t nobody = 65534;
        if (m_wasRoot)
            REQUIRE(::setresuid(nobody, nobody, 0) == 0);
    }
    AsOrdinaryUser(const AsOrdinaryUser &) = delete;
    AsOrdinaryUser &operator=(const AsOrdinaryUser &) = delete;
    ~AsOrdinaryUser()
    {
        if (m_wasRoot && ::setresuid(0, 0, 0) != 0)
            qFatal("can't become root again");
    }

private:
    bool m_wasRoot = ::geteuid() == 0;
};

constexpr auto everybodyReads = QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther;
constexpr auto everybodyEnters
    = everybodyReads | QFile::ExeOwner | QFile::ExeGroup | QFile::ExeOther;

/// Plants `trouble`, expects it to be refused for `reason`, lifts it and expects all to go on.
void survives(SqliteJournal &journal, const char *reason, const std::function<void()> &plant,
    const std::function<void()> &lift)
{
    const Position end = *journal.end();
    plant();
    for (int tries = 0; tries < 2; ++tries) {
        const auto refused = journal.append(end, {fact});
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == ErrorCode::Unavailable);
        CHECK(refused.error().reason == QString::fromUtf8(reason));
    }
    lift();
    CHECK(journal.end() == end);
    CHECK(journal.append(end, {fact, fact}) == end + 2);
    CHECK(journal.read(0, 1000)->size() == size_t(end + 2));
    CHECK(journal.readLatest()->front().position == end + 2);
}

} // namespace

TEST_CASE("A journal that another program holds locked is refused soon, and goes on", "[disk]")
{
    Folder folder;
    auto journal = SqliteJournal::open(folder.file);
    REQUIRE((*journal)->append(0, {fact}));
    std::optional<OtherProgram> other(folder.file);
    QElapsedTimer timer;
    survives(
        **journal, "locked",
        [&] {
            other->says("BEGIN IMMEDIATE");
            timer.start();
        },
        [&] {
            // Two tries: a terminal's patience of a second must not end for each.
            CHECK(timer.elapsed() >= 2 * SqliteFile::busyTimeoutMs * 9 / 10);
            CHECK(timer.elapsed() < 1000);
            // Who only reads is not held up.
            CHECK((*journal)->read(0, 10)->size() == 1);
            other.reset();
        });
}

TEST_CASE("A full disk takes nothing by halves, and what is small still fits", "[disk]")
{
    Folder folder;
    auto journal = SqliteJournal::open(folder.file, SqliteLimits{64});
    REQUIRE((*journal)->append(0, {fact}));
    JournalRecord large = fact;
    large.body = QByteArray(1 << 20, 'x');
    // SQLite's own limit on pages gives the same SQLITE_FULL as a full disk does.
    const auto refused = (*journal)->append(1, {fact, large});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::Unavailable);
    CHECK(refused.error().reason == QStringLiteral("diskFull"));
    CHECK((*journal)->end() == 1);
    Position end = 1;
    JournalRecord filler = fact;
    filler.body = QByteArray(6000, 'y');
    while (auto next = (*journal)->append(end, {filler}))
        end = *next;
    CHECK((*journal)->append(end, {filler}).error().reason == QStringLiteral("diskFull"));
    CHECK((*journal)->end() == end);
    CHECK(Position((*journal)->read(0, 100'000)->size()) == end);
    journal->reset();
    CHECK(checkJournal(folder.file).isSound());
    // Room again.
    auto later = SqliteJournal::open(folder.file);
    CHECK((*later)->append(end, {large}) == end + 1);
}

TEST_CASE("A file that is removed, replaced or moved away is noticed before anything is answered",
    "[disk]")
{
    for (const bool isLog : {false, true}) {
        CAPTURE(isLog);
        Folder folder;
        auto journal = SqliteJournal::open(folder.file);
        REQUIRE((*journal)->append(0, {fact}));
        const QString victim = isLog ? folder.log : folder.file;
        const QString away = victim + QStringLiteral(".away");
        survives(
            **journal, "gone", [&] { REQUIRE(QFile::rename(victim, away)); },
            [&] { REQUIRE(QFile::rename(away, victim)); });
        survives(
            **journal, "gone",
            [&] {
                REQUIRE(QFile::rename(victim, away));
                REQUIRE(QFile::copy(away, victim));
            },
            [&] {
                CHECK_FALSE((*journal)->read(0, 10));
                CHECK_FALSE((*journal)->readLatest());
                CHECK_FALSE((*journal)->end());
                REQUIRE(QFile::remove(victim));
                REQUIRE(QFile::rename(away, victim));
            });
    }
}

TEST_CASE("A read-only file, or one in a read-only folder, is called read-only", "[disk]")
{
    Folder folder;
    {
        auto journal = SqliteJournal::open(folder.file);
        REQUIRE((*journal)->append(0, {fact}));
    }
    const auto before = QFile::permissions(folder.path());
    for (const bool isFolder : {false, true}) {
        CAPTURE(isFolder);
        QFile::setPermissions(folder.file, everybodyReads);
        QFile::setPermissions(folder.path(),
            isFolder ? everybodyEnters : everybodyEnters | QFile::WriteOwner | QFile::WriteOther);
        {
            const AsOrdinaryUser ordinary;
            const auto journal = SqliteJournal::open(folder.file);
            const Result<Position> refused = journal
                ? (*journal)->append(1, {fact})
                : Result<Position>(tl::unexpected(journal.error()));
            REQUIRE_FALSE(refused);
            CHECK(refused.error().code == ErrorCode::Unavailable);
            CHECK(refused.error().reason == QStringLiteral("readOnly"));
            // A look needs no more than a right to read.
            const JournalHealth health = checkJournal(folder.file);
            CHECK(health.isSound());
            CHECK_FALSE(health.isWritable);
            CHECK(health.end == 1);
        }
    }
    QFile::setPermissions(folder.path(), before);
    // The log too, which SQLite gave the file's rights.
    for (const QString &name : QDir(folder.path()).entryList(QDir::Files))
        QFile::setPermissions(folder.filePath(name), QFile::ReadOwner | QFile::WriteOwner);
    auto again = SqliteJournal::open(folder.file);
    REQUIRE(again);
    CHECK((*again)->append(1, {fact}) == 2);
}

TEST_CASE("A new journal that can't be made leaves nothing behind", "[disk]")
{
    Folder folder;
    QFile::setPermissions(folder.path(), everybodyEnters);
    {
        const AsOrdinaryUser ordinary;
        const auto refused = SqliteJournal::open(folder.file);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == ErrorCode::Unavailable);
    }
    QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    CHECK(QDir(folder.path()).isEmpty());
    // What a crash left of an earlier beginning is in nobody's way.
    QFile unfinished(folder.file + QStringLiteral(".new"));
    REQUIRE(unfinished.open(QIODevice::WriteOnly));
    unfinished.write(QByteArray(5000, 'x'));
    unfinished.close();
    auto journal = SqliteJournal::open(folder.file);
    REQUIRE(journal);
    CHECK((*journal)->append(0, {fact}) == 1);
    CHECK_FALSE(unfinished.exists());
}

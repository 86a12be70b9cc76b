// SPDX-License-Identifier: Apache-2.0

// Files that a disk, a power cut or a careless hand has spoilt: a journal gives the true records or
// an error, and never anything else.

#include "core/journal/image.h"

#include <map>

using namespace antre;

namespace {

std::vector<StoredRecord> latestOf(const std::vector<StoredRecord> &records)
{
    std::map<QString, StoredRecord> byKey;
    for (const StoredRecord &stored : records) {
        if (!stored.record.key.isEmpty())
            byKey[stored.record.key] = stored;
    }
    std::map<Position, StoredRecord> ordered;
    for (const auto &[key, stored] : byKey)
        ordered[stored.position] = stored;
    std::vector<StoredRecord> latest;
    for (const auto &[position, stored] : ordered)
        latest.push_back(stored);
    return latest;
}

/// What came of opening a spoilt journal and asking it everything.
struct Outcome
{
    QString lie; ///< a wrong answer; must stay empty
    std::optional<Position> end; ///< where it ended, if it opened and answered all
    std::optional<Error> error; ///< the first
};

/// Asks for everything, in pieces as a service does.
Outcome ask(Journal &journal, const std::vector<StoredRecord> &truth)
{
    Outcome outcome;
    std::vector<StoredRecord> all;
    for (;;) {
        const auto piece = journal.read(Position(all.size()), 7);
        if (!piece) {
            outcome.error = piece.error();
            break;
        }
        all.insert(all.end(), piece->begin(), piece->end());
        if (piece->size() < 7)
            break;
    }
    if (all.size() > truth.size() || !std::equal(all.begin(), all.end(), truth.begin()))
        outcome.lie = QStringLiteral("read() gave a record that was never written");
    const auto latest = journal.readLatest();
    const auto end = journal.end();
    if (!outcome.error && !latest)
        outcome.error = latest.error();
    if (!outcome.error && !end)
        outcome.error = end.error();
    if (end && *end > Position(truth.size()))
        outcome.lie = QStringLiteral("end() is behind the end");
    if (outcome.error && !latest)
        return outcome;
    // Also when read() failed, what readLatest() says must be the latest of all that was written.
    if (latest && end && *end <= Position(truth.size())
        && *latest != latestOf({truth.begin(), truth.begin() + *end}))
        outcome.lie = QStringLiteral("readLatest() gave other records");
    if (!outcome.error)
        outcome.end = *end;
    if (!outcome.error && *end != Position(all.size()))
        outcome.lie = QStringLiteral("read() and end() differ");
    return outcome;
}

/// Opens the spoilt files, asks, writes one record more, and asks again.
Outcome tryOut(const QByteArray &database, const QByteArray &log, std::vector<StoredRecord> truth)
{
    const Scratch folder;
    const QString path = folder.filePath(QStringLiteral("journal.db"));
    write(path, database);
    if (!log.isNull())
        write(path + QStringLiteral("-wal"), log);
    const auto journal = SqliteJournal::open(path);
    if (!journal)
        return {{}, {}, journal.error()};
    Outcome outcome = ask(**journal, truth);
    if (!outcome.end)
        return outcome;
    truth.resize(size_t(*outcome.end));
    const JournalRecord more{QStringLiteral("more"), BusinessDay{20002}, {}, "more"};
    if ((*journal)->append(*outcome.end, {more})) {
        truth.push_back({*outcome.end + 1, more});
        const Outcome after = ask(**journal, truth);
        if (!after.lie.isEmpty())
            outcome.lie = QStringLiteral("after one append: ") + after.lie;
    }
    return outcome;
}

} // namespace

TEST_CASE("A power cut between any two commits loses nothing", "[journal][damage]")
{
    Maker maker(1);
    const Image image = maker.image(20, 20);
    CHECK(tryOut(image.database, image.log, image.truth).end == Position(image.truth.size()));
}

TEST_CASE("A byte flipped anywhere in the file: the true records or an error", "[journal][damage]")
{
    Maker maker(2);
    const Image image = maker.image(40, 0);
    SeededRandom dice(3);
    int noticed = 0;
    for (int trial = 0; trial < 600; ++trial) {
        // Half of them where it hurts most: in the first page and at the pages' heads.
        const qsizetype pages = image.database.size() / 4096;
        qsizetype at = qsizetype(dice.below(quint64(image.database.size())));
        if (trial % 2 == 0)
            at = qsizetype(dice.below(quint64(pages))) * 4096 + qsizetype(dice.below(120));
        const int flip = int(1 + dice.below(255));
        QByteArray spoilt = image.database;
        spoilt[at] = char(spoilt[at] ^ flip);
        CAPTURE(trial, at, flip);
        const Outcome outcome = tryOut(spoilt, {}, image.truth);
        CHECK(outcome.lie == QString());
        CHECK((!outcome.end || *outcome.end == Position(image.truth.size())));
        noticed += outcome.error ? 1 : 0;
    }
    // The other flips hit bytes that mean nothing.
    CHECK(noticed > 300);
}

TEST_CASE("A byte flipped anywhere in the log: the true records or an error; only the last commit "
          "can go as if torn by a power cut",
    "[journal][damage]")
{
    Maker maker(4);
    const Image image = maker.image(10, 30);
    SeededRandom dice(5);
    int noticed = 0;
    int torn = 0;
    for (int trial = 0; trial < 400; ++trial) {
        const qsizetype frames = (image.log.size() - 32) / 4120;
        qsizetype at = qsizetype(dice.below(quint64(image.log.size())));
        if (trial % 2 == 0)
            at = trial % 8 == 0
                ? qsizetype(dice.below(32))
                : 32 + qsizetype(dice.below(quint64(frames))) * 4120 + qsizetype(dice.below(40));
        const int flip = int(1 + dice.below(255));
        QByteArray spoilt = image.log;
        spoilt[at] = char(spoilt[at] ^ flip);
        CAPTURE(trial, at, flip);
        const Outcome outcome = tryOut(image.database, spoilt, image.truth);
        CHECK(outcome.lie == QString());
        const bool isWhole = outcome.end == Position(image.truth.size());
        const bool isTorn = outcome.end == image.lastCommit;
        CHECK((outcome.error || isWhole || isTorn));
        noticed += outcome.error ? 1 : 0;
        torn += isTorn ? 1 : 0;
    }
    CHECK(noticed > 300);
    CHECK(torn < 40);
}

TEST_CASE("A file cut anywhere is never taken for a shorter journal", "[journal][damage]")
{
    Maker maker(6);
    const Image image = maker.image(40, 0);
    const qsizetype size = image.database.size();
    std::vector<qsizetype> lengths{0, 1, 15, 16, 99, 100, 101, 4095, size - 1};
    for (qsizetype page = 4096; page < size; page += 4096)
        lengths.insert(lengths.end(), {page - 1, page, page + 1, page + 2000});
    for (const qsizetype length : lengths) {
        CAPTURE(length);
        const Outcome outcome = tryOut(image.database.left(length), {}, image.truth);
        CHECK(outcome.lie == QString());
        REQUIRE(outcome.error);
        CHECK(outcome.error->code == ErrorCode::Corrupt);
    }
}

TEST_CASE("A log cut anywhere gives whole commits from the first on, and none is made up",
    "[journal][damage]")
{
    Maker maker(7);
    const Image image = maker.image(10, 12);
    const qsizetype size = image.log.size();
    std::vector<qsizetype> lengths{0, 1, 31, 32, 33};
    for (qsizetype frame = 32; frame < size; frame += 4120)
        lengths.insert(lengths.end(), {frame - 1, frame, frame + 1, frame + 24, frame + 2000});
    Position shortest = Position(image.truth.size());
    for (const qsizetype length : lengths) {
        CAPTURE(length);
        const Outcome outcome = tryOut(image.database, image.log.left(length), image.truth);
        CHECK(outcome.lie == QString());
        if (outcome.end)
            shortest = std::min(shortest, *outcome.end);
    }
    // What was in the main file stays.
    CHECK(shortest >= 10);
    CHECK(tryOut(image.database, image.log, image.truth).end == Position(image.truth.size()));
}

TEST_CASE("A log that belongs to no file, or to an older state of it, is not mixed in",
    "[journal][damage]")
{
    Maker maker(8);
    const Image before = maker.image(10, 10);
    // The log is older than the file: as when a file is restored without its log.
    const Image other = maker.image(30, 0);
    const Outcome mixed = tryOut(other.database, before.log, other.truth);
    CHECK(mixed.lie == QString());

    const Scratch folder;
    const QString path = folder.filePath(QStringLiteral("journal.db"));
    write(path + QStringLiteral("-wal"), before.log);
    const auto alone = SqliteJournal::open(path);
    REQUIRE_FALSE(alone);
    CHECK(alone.error().code == ErrorCode::Corrupt);
    CHECK((bytesOf(path + QStringLiteral("-wal")) == before.log));
}

TEST_CASE(
    "Of a checkpointed log only a part is left: true records or an error", "[journal][damage]")
{
    Maker maker(9);
    const Image old = maker.image(10, 25);
    // The same journal, with all of the log copied into the file, and the log still there.
    const Scratch folder;
    const QString path = folder.filePath(QStringLiteral("journal.db"));
    write(path, old.database);
    write(path + QStringLiteral("-wal"), old.log);
    REQUIRE(SqliteJournal::open(path));
    const QByteArray whole = bytesOf(path);
    REQUIRE(whole != old.database);
    for (qsizetype frame = 32; frame < old.log.size(); frame += 4120) {
        CAPTURE(frame);
        const Outcome outcome = tryOut(whole, old.log.left(frame), old.truth);
        CHECK(outcome.lie == QString());
    }
}

TEST_CASE(
    "A page that forgets its last row is noticed, also the page at the end", "[journal][damage]")
{
    Maker maker(10);
    const Image image = maker.image(40, 0);
    int forgetful = 0;
    for (qsizetype page = 0; page < image.database.size(); page += 4096) {
        // A B-tree page: its kind, then two bytes further the number of its cells (SQLite's file
        // format, section 1.6); page 1 begins with the file's header.
        const qsizetype head = page == 0 ? 100 : page;
        const int kind = image.database[head];
        const int cells = quint8(image.database[head + 4]);
        if ((kind != 10 && kind != 13) || cells == 0)
            continue;
        ++forgetful;
        QByteArray spoilt = image.database;
        spoilt[head + 4] = char(cells - 1);
        CAPTURE(page, kind, cells);
        const Outcome outcome = tryOut(spoilt, {}, image.truth);
        CHECK(outcome.lie == QString());
        CHECK(outcome.error.has_value());
    }
    CHECK(forgetful > 5);
}

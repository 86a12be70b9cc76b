// SPDX-License-Identifier: Apache-2.0
#include "core/journal/image.h"
#include "journal/journalcheck.h"
#include "journal/salvage.h"

#include <algorithm>

using namespace antre;

namespace {

/// A spoilt journal on the disk, and what it held.
struct Spoilt : Scratch
{
    explicit Spoilt(const Image &image)
        : truth(image.truth)
    {
        write(path, image.database);
        if (!image.log.isEmpty())
            write(path + QStringLiteral("-wal"), image.log);
    }
    [[nodiscard]] JournalHealth health() const { return checkJournal(path); }

    std::vector<StoredRecord> truth;
    QString path = filePath(QStringLiteral("journal.db"));
    QString saved = filePath(QStringLiteral("saved.db"));
};

/// Changes the body of one record where it lies in the file or the log.
void alter(QByteArray &bytes, const StoredRecord &stored)
{
    const QByteArray body = stored.record.body.left(60);
    qsizetype at = bytes.indexOf(body);
    REQUIRE(at >= 0);
    for (; at >= 0; at = bytes.indexOf(body))
        bytes[at + 30] = '#';
}

/// Makes the B-tree page with the record in it unreadable.
void breakPageOf(QByteArray &database, const StoredRecord &stored)
{
    const qsizetype at = database.indexOf(stored.record.body.left(60));
    REQUIRE(at > 4096);
    database[at - at % 4096] = char(77);
}

bool has(const JournalHealth &health, JournalFaultKind kind)
{
    return std::ranges::any_of(
        health.faults, [&](const JournalFault &fault) { return fault.kind == kind; });
}

std::vector<JournalRecord> recordsIn(const QString &path)
{
    std::vector<JournalRecord> records;
    const auto journal = SqliteJournal::open(path);
    REQUIRE(journal);
    const auto all = (*journal)->read(0, 10'000);
    REQUIRE(all);
    for (const StoredRecord &stored : *all)
        records.push_back(stored.record);
    return records;
}

/// The true records, in order, of which `left` may be missing; nothing else.
bool areTrue(const std::vector<JournalRecord> &records, const std::vector<StoredRecord> &truth)
{
    auto next = truth.begin();
    for (const JournalRecord &record : records) {
        next = std::find_if(
            next, truth.end(), [&](const StoredRecord &stored) { return stored.record == record; });
        if (next == truth.end())
            return false;
        ++next;
    }
    return true;
}

} // namespace

TEST_CASE("A sound journal is found sound, and not a byte of it or its log is changed", "[doctor]")
{
    for (const int inLog : {0, 10}) {
        const Spoilt site(Maker(1).image(10, inLog));
        const QByteArray before = bytesOf(site.path);
        const QByteArray log = bytesOf(site.path + QStringLiteral("-wal"));
        int seen = 0;
        const JournalHealth health = checkJournal(site.path,
            [&](const StoredRecord &stored) { CHECK(stored == site.truth[size_t(seen++)]); });
        CHECK(health.isSound());
        CHECK(health.end == Position(site.truth.size()));
        CHECK(seen == int(site.truth.size()));
        CHECK(health.format == 2);
        CHECK(health.chainedFrom == 1);
        CHECK(health.logTransactions == inLog);
        CHECK(health.firstDay.days >= 20000);
        CHECK(health.diskFree > 0);
        CHECK((bytesOf(site.path) == before));
        CHECK((bytesOf(site.path + QStringLiteral("-wal")) == log));
    }
}

TEST_CASE("A journal can be looked at while its program writes it", "[doctor]")
{
    const Scratch folder;
    const QString path = folder.filePath(QStringLiteral("journal.db"));
    auto journal = SqliteJournal::open(path);
    const JournalRecord fact{QStringLiteral("fact"), BusinessDay{20000}, {}, "{}"};
    for (Position position = 0; position < 20; ++position) {
        REQUIRE((*journal)->append(position, {fact}));
        const JournalHealth health = checkJournal(path);
        CHECK(health.isSound());
        CHECK(health.end == position + 1);
    }
}

TEST_CASE("What is no journal is told from a damaged one", "[doctor]")
{
    const Scratch folder;
    const QString path = folder.filePath(QStringLiteral("journal.db"));
    CHECK(has(checkJournal(path), JournalFaultKind::Missing));
    write(path, QByteArray(8192, 'x'));
    CHECK(has(checkJournal(path), JournalFaultKind::NotAJournal));
    Image image = Maker(2).image(5, 0);
    image.database[68] = 'X'; // the application's id
    CHECK(has(Spoilt(image).health(), JournalFaultKind::NotAJournal));
    image = Maker(2).image(5, 0);
    image.database[63] = 9; // the format
    CHECK(has(Spoilt(image).health(), JournalFaultKind::NewerFormat));
}

TEST_CASE("An altered record is named, and a site keeps what came before it", "[doctor][salvage]")
{
    Image image = Maker(3).image(20, 0);
    alter(image.database, image.truth[9]);
    const Spoilt site(image);
    const QByteArray before = bytesOf(site.path);
    const JournalHealth health = site.health();
    REQUIRE(health.faults.size() == 1);
    CHECK(health.faults.front() == JournalFault{JournalFaultKind::RecordsAltered, 10, 10, {}});

    const auto salvage = salvageJournal(site.path, site.saved, SalvageRule::UpToDamage);
    REQUIRE(salvage);
    CHECK(salvage->saved == 9);
    CHECK(salvage->lost.empty());
    CHECK(salvage->leftOut == std::vector<PositionRange>{{10, Position(site.truth.size())}});
    CHECK_FALSE(salvage->isComplete());
    CHECK(recordsIn(site.saved).size() == 9);
    CHECK(areTrue(recordsIn(site.saved), site.truth));
    CHECK((bytesOf(site.path) == before));
}

TEST_CASE("A terminal also keeps the sound records behind the altered one", "[salvage]")
{
    Image image = Maker(3).image(20, 0);
    alter(image.database, image.truth[9]);
    const Spoilt site(image);
    const auto salvage = salvageJournal(site.path, site.saved, SalvageRule::AllReadable);
    REQUIRE(salvage);
    CHECK(salvage->saved == Position(site.truth.size()) - 1);
    CHECK(salvage->leftOut == std::vector<PositionRange>{{10, 10}});
    CHECK(areTrue(recordsIn(site.saved), site.truth));
}

TEST_CASE(
    "A record whose own hash was altered is proven by the next, and kept", "[doctor][salvage]")
{
    Image image = Maker(4).image(20, 0);
    // The hash is the last column: it ends where the row ends.
    const StoredRecord &stored = image.truth[7];
    const qsizetype body = image.database.indexOf(stored.record.body.left(60));
    const qsizetype hash = body + stored.record.body.size();
    REQUIRE(stored.record.body.size() < 1000);
    image.database[hash + 5] = char(image.database[hash + 5] ^ 1);
    const Spoilt site(image);
    const JournalHealth health = site.health();
    REQUIRE(health.faults.size() == 1);
    CHECK(health.faults.front() == JournalFault{JournalFaultKind::HashesAltered, 8, 8, {}});
    const auto salvage = salvageJournal(site.path, site.saved, SalvageRule::UpToDamage);
    CHECK(salvage->isComplete());
    CHECK(salvage->saved == Position(site.truth.size()));
}

TEST_CASE("A broken page costs what stood on it", "[doctor][salvage]")
{
    Image image = Maker(5).image(60, 0);
    breakPageOf(image.database, image.truth[40]);
    const Spoilt site(image);
    const JournalHealth health = site.health();
    CHECK(has(health, JournalFaultKind::PagesDamaged));
    CHECK(has(health, JournalFaultKind::RecordsLost));
    CHECK(has(health, JournalFaultKind::RecordsUnproven));
    const auto salvage = salvageJournal(site.path, site.saved, SalvageRule::AllReadable);
    REQUIRE(salvage);
    CHECK_FALSE(salvage->lost.empty());
    CHECK(salvage->saved > Position(site.truth.size()) - 25);
    CHECK(areTrue(recordsIn(site.saved), site.truth));
}

TEST_CASE("A bad frame in the log costs nothing when the same page was written again behind it",
    "[doctor][salvage]")
{
    Image image = Maker(6).image(10, 20);
    // Behind 32 bytes, frames of 24 + 4096; each begins with its page's number.
    const auto pageOf = [&](qsizetype frame) { return image.log.mid(32 + frame * 4120, 4); };
    const qsizetype frames = image.log.size() / 4120;
    const auto isWrittenAgain = [&](qsizetype frame) {
        for (qsizetype later = frame + 1; later < frames; ++later) {
            if (pageOf(later) == pageOf(frame))
                return true;
        }
        return false;
    };
    qsizetype bad = frames / 2;
    while (!isWrittenAgain(bad))
        --bad;
    image.log[32 + bad * 4120 + 3000] = char(image.log[32 + bad * 4120 + 3000] ^ 1);
    const Spoilt site(image);
    CHECK(has(site.health(), JournalFaultKind::LogDamaged));
    const QByteArray log = bytesOf(site.path + QStringLiteral("-wal"));
    const auto salvage = salvageJournal(site.path, site.saved, SalvageRule::UpToDamage);
    REQUIRE(salvage);
    CHECK(salvage->isComplete());
    CHECK(salvage->saved == Position(site.truth.size()));
    CHECK((bytesOf(site.path + QStringLiteral("-wal")) == log));
}

TEST_CASE("Whatever byte is flipped, what is saved was written, and little is lost", "[salvage]")
{
    const Image image = Maker(7).image(30, 10);
    SeededRandom dice(8);
    qint64 saved = 0;
    qint64 written = 0;
    for (int trial = 0; trial < 150; ++trial) {
        Image spoilt = image;
        QByteArray &bytes = trial % 3 == 0 ? spoilt.log : spoilt.database;
        const auto at = qsizetype(dice.below(quint64(bytes.size())));
        const int flip = int(1 + dice.below(255));
        bytes[at] = char(bytes[at] ^ flip);
        const Spoilt site(spoilt);
        CAPTURE(trial, at, flip);
        const auto salvage = salvageJournal(site.path, site.saved, SalvageRule::AllReadable);
        written += qint64(site.truth.size());
        if (!salvage) {
            CHECK(salvage.error().code == ErrorCode::Corrupt);
            continue;
        }
        saved += salvage->saved;
        const auto records = recordsIn(site.saved);
        CHECK(Position(records.size()) == salvage->saved);
        CHECK(areTrue(records, site.truth));
    }
    CAPTURE(saved, written);
    CHECK(double(saved) > 0.95 * double(written));
}

static JournalRecord mark() { return {QStringLiteral("salvaged"), {}, QString(), "{}"}; }

TEST_CASE("A program's own journal opens as before when it is sound", "[salvage]")
{
    const Spoilt kiosk(Maker(9).image(10, 5));
    const auto own = openOwnJournal(kiosk.path, QStringLiteral("terminal:kiosk-1"), mark());
    REQUIRE(own);
    CHECK_FALSE(own->salvage);
    CHECK(own->journal->end() == Position(kiosk.truth.size()));
    CHECK(own->damagedFile.isEmpty());
}

TEST_CASE("A program whose journal is damaged goes on with what was saved, and the damaged one "
          "stays beside it",
    "[salvage]")
{
    Image image = Maker(3).image(20, 4);
    alter(image.database, image.truth[9]);
    const Spoilt kiosk(image);
    const QByteArray log = bytesOf(kiosk.path + QStringLiteral("-wal"));
    for (int time = 1; time <= 2; ++time) {
        auto own = openOwnJournal(kiosk.path, QStringLiteral("checkpoint"), mark());
        REQUIRE(own);
        REQUIRE(own->salvage);
        CHECK(own->salvage->leftOut == std::vector<PositionRange>{{10, 10}});
        CHECK(own->damagedFile == kiosk.path + QStringLiteral(".damaged-%1").arg(time));
        CHECK((bytesOf(own->damagedFile) == image.database));
        CHECK((bytesOf(own->damagedFile + QStringLiteral("-wal")) == log));
        const Position end = *own->journal->end();
        CHECK(end == Position(kiosk.truth.size()));
        CHECK(own->journal->read(end - 1, 1)->front().record == mark());
        CHECK(own->journal->append(end, {kiosk.truth[0].record}) == end + 1);
        own->journal.reset();
        // And once more, as if the same had happened again.
        REQUIRE(QFile::remove(kiosk.path));
        write(kiosk.path, image.database);
        write(kiosk.path + QStringLiteral("-wal"), log);
    }
}

TEST_CASE(
    "A program goes on also when nothing of its journal can be read, and says so", "[salvage]")
{
    const Scratch folder;
    const QString path = folder.filePath(QStringLiteral("terminal.db"));
    for (const qsizetype size : {0, 8192}) {
        write(path, QByteArray(size, 'x'));
        const auto own = openOwnJournal(path, QStringLiteral("checkpoint"), mark());
        REQUIRE(own);
        REQUIRE(own->salvage);
        CHECK_FALSE(own->salvage->isComplete());
        CHECK(own->journal->read(0, 10)->front().record == mark());
        CHECK((bytesOf(own->damagedFile).size() == size));
    }
}

TEST_CASE("A crash while the damaged journal is put aside is made good", "[salvage]")
{
    Image image = Maker(3).image(20, 4);
    alter(image.database, image.truth[9]);
    // Just before each rename the files lie like this.
    for (int step = 0; step <= 2; ++step) {
        CAPTURE(step);
        const Spoilt kiosk(image);
        const QString salvaged = kiosk.path + QStringLiteral(".salvaged");
        const QString aside = kiosk.path + QStringLiteral(".damaged-1");
        REQUIRE(salvageJournal(kiosk.path, salvaged, SalvageRule::AllReadable));
        const Position saved = *(*SqliteJournal::open(salvaged))->end();
        REQUIRE((*SqliteJournal::open(salvaged))->append(saved, {mark()}));
        if (step > 0)
            REQUIRE(QFile::rename(kiosk.path, aside));
        if (step > 1)
            REQUIRE(
                QFile::rename(kiosk.path + QStringLiteral("-wal"), aside + QStringLiteral("-wal")));
        const auto own = openOwnJournal(kiosk.path, QStringLiteral("checkpoint"), mark());
        REQUIRE(own);
        CHECK(own->journal->end() == Position(kiosk.truth.size()));
        CHECK((bytesOf(aside) == image.database));
        CHECK_FALSE(QFile::exists(salvaged));
        CHECK_FALSE(QFile::exists(kiosk.path + QStringLiteral(".damaged-2")));
    }
}

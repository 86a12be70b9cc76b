// SPDX-License-Identifier: Apache-2.0
#include "core/journal/format1.h"
#include "core/journal/image.h"
#include "journal/daynotes.h"
#include "journal/journalcheck.h"

#include <QDirIterator>

using namespace antre;

namespace {

const BusinessDay notedDay{20685};
const BusinessDay nextDay{20686};
const QString notedTicket = QStringLiteral("ticket-1");
const QString remark = QStringLiteral("Ibu Sari menunggu fotokopi");

JournalRecord fact(int number)
{
    return {QStringLiteral("fact"), notedDay, {}, "{\"n\":" + QByteArray::number(number) + "}"};
}

/// A site's folder with a journal that is being written, and notes beside it.
struct NotesFiles
{
    NotesFiles() { open(); }

    void open()
    {
        auto opened = SqliteJournal::open(path);
        REQUIRE(opened);
        journal = std::move(*opened);
        auto kept = SqliteNotes::open(notesPath);
        REQUIRE(kept);
        notes = std::move(*kept);
    }
    void close()
    {
        notes.reset();
        journal.reset();
    }
    void writes(int facts)
    {
        const Position end = *journal->end();
        for (int i = 0; i < facts; ++i)
            REQUIRE(journal->append(end + i, {fact(i)}));
    }
    /// The files in which the words stand, in any of SQLite's encodings.
    [[nodiscard]] QStringList filesWith(const QString &words) const
    {
        QStringList found;
        const QByteArray utf16(reinterpret_cast<const char *>(words.utf16()), words.size() * 2);
        QDirIterator files(folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QByteArray bytes = bytesOf(files.next());
            if (bytes.contains(words.toUtf8()) || bytes.contains(utf16))
                found << files.fileName();
        }
        return found;
    }

    Scratch folder;
    QString path = folder.filePath(QStringLiteral("journal.db"));
    QString notesPath = folder.filePath(QStringLiteral("notes.db"));
    std::unique_ptr<SqliteJournal> journal;
    std::unique_ptr<SqliteNotes> notes;
};

} // namespace

TEST_CASE("Of a day's notes nothing is left in any file when the day is over", "[notes]")
{
    NotesFiles site;
    // Enough that pages split and rows move; some are changed, some taken away, in between facts.
    for (int i = 0; i < 300; ++i) {
        REQUIRE(site.notes->put(
            notedDay, QStringLiteral("ticket-%1").arg(i), remark + QString(i % 150, u'x')));
        site.writes(1);
    }
    for (int i = 0; i < 300; i += 3)
        REQUIRE(site.notes->put(notedDay, QStringLiteral("ticket-%1").arg(i), {}));
    for (int i = 1; i < 300; i += 3)
        REQUIRE(site.notes->put(notedDay, QStringLiteral("ticket-%1").arg(i), remark));
    REQUIRE_FALSE(site.filesWith(remark).isEmpty());
    CHECK(site.notes->forgetAllBut(nextDay));
    CHECK(site.filesWith(remark) == QStringList());
    CHECK(site.notes->of(notedDay)->empty());
    site.close();
    CHECK(site.filesWith(remark) == QStringList());
}

TEST_CASE("A note that was changed or taken away is in no file after the day, though none is left",
    "[notes]")
{
    NotesFiles site;
    REQUIRE(site.notes->put(notedDay, notedTicket, remark));
    REQUIRE(site.notes->put(notedDay, notedTicket, {}));
    CHECK(site.notes->forgetAllBut(nextDay));
    CHECK(site.filesWith(remark) == QStringList());
}

TEST_CASE("Yesterday's notes are destroyed at the next start, also after a crash", "[notes]")
{
    NotesFiles site;
    REQUIRE(site.notes->put(notedDay, notedTicket, remark));
    site.writes(3);
    // As a crash leaves it: the log was never folded into the file.
    NotesFiles after;
    after.close();
    for (const char *part : {"", "-wal"}) {
        write(after.path + QLatin1String(part), bytesOf(site.path + QLatin1String(part)));
        write(after.notesPath + QLatin1String(part), bytesOf(site.notesPath + QLatin1String(part)));
    }
    REQUIRE_FALSE(after.filesWith(remark).isEmpty());
    after.open();
    CHECK(after.notes->forgetAllBut(nextDay));
    CHECK(after.filesWith(remark) == QStringList());
    CHECK(after.journal->end() == 3);
}

TEST_CASE("Today's notes outlive a restart, and yesterday's end", "[notes]")
{
    NotesFiles site;
    REQUIRE(site.notes->put(notedDay, notedTicket, remark));
    REQUIRE(
        site.notes->put(nextDay, QStringLiteral("ticket-2"), QStringLiteral("Berkas di loket")));
    CHECK(site.notes->forgetAllBut(nextDay));
    site.close();
    site.open();
    CHECK(*site.notes->of(nextDay)
        == std::map<QString, QString>{
            {QStringLiteral("ticket-2"), QStringLiteral("Berkas di loket")}});
    CHECK(site.filesWith(remark) == QStringList());
}

TEST_CASE("The last words about a ticket replace those before; no words take them away", "[notes]")
{
    NotesFiles site;
    MemoryNotes memory;
    for (DayNotes *notes : std::initializer_list<DayNotes *>{site.notes.get(), &memory}) {
        REQUIRE(notes->put(notedDay, notedTicket, remark));
        REQUIRE(notes->put(notedDay, notedTicket, QStringLiteral("Sudah lengkap")));
        CHECK(notes->of(notedDay)->at(notedTicket) == QStringLiteral("Sudah lengkap"));
        REQUIRE(notes->put(notedDay, notedTicket, {}));
        CHECK(notes->of(notedDay)->empty());
    }
}

TEST_CASE("A copy of the journal has no word of the notes, and the journal stays sound", "[notes]")
{
    NotesFiles site;
    site.writes(20);
    REQUIRE(site.notes->put(notedDay, notedTicket, remark));
    site.writes(20);
    CHECK(checkJournal(site.path).isSound());
    for (const QString &name : site.filesWith(remark))
        CHECK(name.startsWith(QStringLiteral("notes.db")));
    CHECK_FALSE(site.filesWith(remark).isEmpty());
}

TEST_CASE("While another program reads the notes they say that they are still there", "[notes]")
{
    NotesFiles site;
    REQUIRE(site.notes->put(notedDay, notedTicket, remark));
    {
        OtherProgram reader(site.notesPath);
        reader.says("BEGIN");
        (void)reader.says("SELECT count(*) FROM note");
        const auto forgotten = site.notes->forgetAllBut(nextDay);
        REQUIRE_FALSE(forgotten);
        CHECK(forgotten.error().reason == QStringLiteral("locked"));
        reader.says("COMMIT");
    }
    CHECK(site.notes->forgetAllBut(nextDay));
    CHECK(site.filesWith(remark) == QStringList());
}

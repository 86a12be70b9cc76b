// SPDX-License-Identifier: Apache-2.0
#include "app/antrectl/antrectl.h"
#include "journal/sqlitejournal.h"
#include "support/paths.h"
#include "terminal/kiosktickets.h"

#include <QFile>
#include <QLockFile>
#include <QTemporaryDir>

using namespace antre;

namespace {

QString text(const char *words) { return QString::fromUtf8(words); }

/// A folder with a site's journal, made by the real antrectl, or with a terminal's.
struct Folder : QTemporaryDir
{
    QString site = filePath(text("site"));
    QString journal = site + text("/journal.db");
    QString terminal = filePath(text("terminal.db"));

    void makeSite() const
    {
        REQUIRE(antrectl({text("site"), text("create"), site, text("--catalogue"),
                             sourcePath("tests/data/catalogue-small.json")})
                    .exit
            == 0);
    }
    static Said doctor(const QStringList &arguments)
    {
        return antrectl(QStringList{text("doctor")} + arguments);
    }
    static void append(const QString &path, const std::vector<JournalRecord> &records)
    {
        auto open = SqliteJournal::open(path);
        REQUIRE(open);
        REQUIRE((*open)->append(*(*open)->end(), records));
    }
    static void alter(const QString &path, const QByteArray &was, const QByteArray &becomes)
    {
        QFile file(path);
        REQUIRE(file.open(QIODevice::ReadWrite));
        QByteArray bytes = file.readAll();
        REQUIRE(bytes.contains(was));
        bytes.replace(was, becomes);
        file.seek(0);
        file.write(bytes);
    }
};

KioskTicket ticket(const char *id, const char *number)
{
    KioskTicket made;
    made.id = TicketId(*Uuid::fromText(text(id)));
    made.service = ServiceId(text("a.one"));
    made.day = BusinessDay{20685};
    made.number = TicketNumber::fromText(text(number));
    return made;
}

} // namespace

TEST_CASE("A sound site is called sound", "[antrectl][doctor]")
{
    const Folder folder;
    folder.makeSite();
    for (const QString &path : {folder.site, folder.journal}) {
        const Said said = Folder::doctor({path});
        CHECK(said.err == QString());
        CHECK(said.exit == 0);
        CHECK(said.out.contains(text("a site's journal, format 2")));
        CHECK(said.out.contains(text("Nothing is wrong.")));
    }
}

TEST_CASE("An altered event is named, with what to do, and saving leaves the file as it is",
    "[antrectl][doctor]")
{
    const Folder folder;
    folder.makeSite();
    const Position before = *(*SqliteJournal::open(folder.journal))->end();
    Folder::append(folder.journal,
        {{text("terminalRevoked"), BusinessDay{20685}, text("terminal:kiosk-1"), "{\"old\":1}"},
            {text("terminalRevoked"), BusinessDay{20685}, text("terminal:kiosk-2"),
                "{\"two\":2}"}});
    Folder::alter(folder.journal, "{\"old\":1}", "{\"new\":1}");
    const Said said = Folder::doctor({folder.site});
    CHECK(said.exit == 1);
    CHECK(said.out.contains(text("Record %1 is not what was written").arg(before + 1)));
    CHECK(said.out.contains(text("--salvage NEWFILE")));

    const QString saved = folder.filePath(text("saved.db"));
    const Said salvaged = Folder::doctor({folder.site, text("--salvage"), saved});
    CHECK(salvaged.exit == 1);
    CHECK(salvaged.out.contains(text("%1 records saved").arg(before)));
    CHECK(salvaged.out.contains(text("can't be trusted: %1-%2").arg(before + 1).arg(before + 2)));
    CHECK(Folder::doctor({saved}).exit == 0);
    CHECK(Folder::doctor({folder.site})
              .out.contains(text("Record %1 is not what was written").arg(before + 1)));
    // Never over a file that is there.
    CHECK(Folder::doctor({folder.site, text("--salvage"), saved}).exit == 1);
}

TEST_CASE("An event that nobody can read is named, though the file is sound", "[antrectl][doctor]")
{
    const Folder folder;
    folder.makeSite();
    Folder::append(folder.journal, {{text("ticketIssued"), BusinessDay{20685}, {}, "{\"kind\":"}});
    const Said said = Folder::doctor({folder.site});
    CHECK(said.exit == 1);
    CHECK(said.out.contains(text("(ticketIssued) can't be read")));
}

TEST_CASE("A terminal's journal is examined by its own rules", "[antrectl][doctor]")
{
    const Folder folder;
    Folder::append(folder.terminal,
        {KioskTickets::record(ticket("01990000-0000-7000-8000-000000000001", "A2-01")),
            KioskTickets::record(ticket("01990000-0000-7000-8000-000000000002", "A2-02")),
            KioskTickets::record(ticket("01990000-0000-7000-8000-000000000003", "A2-03"))});
    const Said sound = Folder::doctor({folder.path()});
    CHECK(sound.exit == 0);
    CHECK(sound.out.contains(text("It holds 3 tickets")));

    Folder::alter(folder.terminal, "A2-02", "A2-07");
    const Said said = Folder::doctor({folder.path()});
    CHECK(said.exit == 1);
    CHECK(said.out.contains(text("Record 2 is not what was written")));
    const QString saved = folder.filePath(text("terminal-saved.db"));
    const Said salvaged = Folder::doctor({folder.path(), text("--salvage"), saved});
    CHECK(salvaged.out.contains(text("2 records saved")));
    CHECK(Folder::doctor({saved}).out.contains(text("It holds 2 tickets")));
}

TEST_CASE("Nothing is saved from under a program that runs", "[antrectl][doctor]")
{
    const Folder folder;
    folder.makeSite();
    QLockFile lock(folder.site + text("/service.lock"));
    REQUIRE(lock.tryLock());
    const QString saved = folder.filePath(text("saved.db"));
    const Said said = Folder::doctor({folder.site, text("--salvage"), saved});
    CHECK(said.exit == 1);
    CHECK(said.err.contains(text("stop it first")));
    CHECK_FALSE(QFile::exists(saved));
    CHECK(Folder::doctor({folder.site}).exit == 0);
}

TEST_CASE("What is no journal is told apart, and called wrongly is another exit code",
    "[antrectl][doctor]")
{
    const Folder folder;
    CHECK(Folder::doctor({}).exit == 2);
    CHECK(Folder::doctor({folder.path()}).exit == 1);
    CHECK(Folder::doctor({folder.filePath(text("none.db"))})
              .out.contains(text("There is no such file")));
    QFile file(folder.filePath(text("recipes.db")));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(4096, 'x'));
    file.close();
    const Said said = Folder::doctor({file.fileName()});
    CHECK(said.exit == 1);
    CHECK(said.out.contains(text("no journal of Antre")));
}

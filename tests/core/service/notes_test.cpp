// SPDX-License-Identifier: Apache-2.0

// A service with a site's real files, over midnight: what officers noted must be nowhere.

#include "service/sitejournal.h"
#include "service/terminalgate.h"
#include "support/catch.h"
#include "support/mall.h"

#include <QDirIterator>
#include <QFile>
#include <QLockFile>
#include <QTemporaryDir>

using namespace antre;
using namespace std::chrono_literals;

namespace {

const QString remark = QStringLiteral("Bapak Anwar, tunggu surat pengantar");
constexpr ConnectionId deskLink = 7;

/// One site, its service and one console of an officer, hand in hand.
class NotedSite
{
public:
    NotedSite() { start(); }

    void start()
    {
        auto opened = openSiteJournal(folder.path());
        REQUIRE(opened);
        m_journal.emplace(std::move(*opened));
        REQUIRE(m_journal->notes);
        service.emplace(*m_journal->journal, clock);
        REQUIRE(service->open());
        gate.emplace(*service,
            TerminalGate::Wire{[this](ConnectionId, const QByteArray &frame) { hears(frame); },
                [](ConnectionId) {}, [](const auto &check, const auto &done) { done(check()); },
                [] {}});
        gate->keepNotes(*m_journal->notes);
    }
    void stop()
    {
        gate.reset();
        service.reset();
        m_journal.reset();
        m_signedOn = false;
    }
    void does(const CommandData &data, const Actor &by = {})
    {
        service->submit({newId(), by, data}, {});
        service->flush();
    }
    /// A visitor takes a number; the ticket.
    TicketId takes(const char *id)
    {
        const CommandId wish = newId();
        service->submit({wish, {TerminalId(QStringLiteral("kiosk-1")), {}},
                            IssueTicket{ServiceId(text(id)), {}, {}, {}, clock.wall()}},
            {});
        service->flush();
        return TicketId(wish.value());
    }
    /// The officer's console writes a note; the reason why not.
    QString notes(const TicketId &ticket, const QString &words)
    {
        signOn();
        const CommandId id = newId();
        gate->received(deskLink, encode(NoteMessage{id, ticket, words}));
        for (const Answer &answer : answers) {
            if (answer.id == id)
                return answer.error ? answer.error->reason : QString();
        }
        return QStringLiteral("no answer");
    }
    void signOn()
    {
        if (std::exchange(m_signedOn, true))
            return;
        gate->opened(deskLink);
        Hello hello{protocolVersion, TerminalId(QStringLiteral("counter-1")),
            QStringLiteral("token"), 0, QStringLiteral("test")};
        hello.readsNotes = true;
        gate->received(deskLink, encode(hello));
    }
    [[nodiscard]] QStringList filesWith(const QString &words) const
    {
        QStringList found;
        QDirIterator files(folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            REQUIRE(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            const QByteArray utf16(reinterpret_cast<const char *>(words.utf16()), words.size() * 2);
            if (bytes.contains(words.toUtf8()) || bytes.contains(utf16))
                found << files.fileName();
        }
        return found;
    }
    void openMall()
    {
        does(PublishCatalogue{smallMall()});
        does(EnrolTerminal{{TerminalId(QStringLiteral("counter-1")), TerminalKind::Counter,
            QStringLiteral("Loket 1"), {}, hashToken(QStringLiteral("token"))}});
        does(RegisterOfficer{{OfficerId(QStringLiteral("rina")), QStringLiteral("Rina"), {}}});
        does(OpenCounter{CounterId(QStringLiteral("1"))}, officerAt("1"));
    }
    [[nodiscard]] CommandId newId() { return CommandId(makeUuid(clock, m_random)); }

    QTemporaryDir folder;
    ManualClock clock{thursday(9)};
    std::optional<QueueService> service;
    std::optional<TerminalGate> gate;
    std::vector<Answer> answers;
    std::map<TicketId, QString> shown; ///< what the console shows

private:
    void hears(const QByteArray &frame)
    {
        const auto message = decode(frame);
        REQUIRE(message);
        if (const auto *answer = std::get_if<Answer>(&*message))
            answers.push_back(*answer);
        if (const auto *told = std::get_if<TicketNotes>(&*message)) {
            if (told->all)
                shown.clear();
            for (const TicketNote &note : told->notes)
                shown[note.ticket] = note.text;
        }
    }

    std::optional<SiteJournal> m_journal;
    SeededRandom m_random{3};
    bool m_signedOn = false;
};

} // namespace

TEST_CASE("A note is shown at the counters, also after a restart of the service, and is gone from "
          "every file after midnight",
    "[notes]")
{
    NotedSite site;
    site.openMall();
    const TicketId ticket = site.takes("a.one");
    CHECK(site.notes(ticket, remark).isEmpty());
    CHECK(site.shown.at(ticket) == remark);
    CHECK_FALSE(site.filesWith(remark).isEmpty());
    site.stop();
    site.shown.clear();
    site.start();
    site.signOn();
    CHECK(site.shown.at(ticket) == remark);
    site.clock.advance(15h);
    site.gate->timePassed();
    CHECK(site.shown.empty());
    CHECK(site.filesWith(remark) == QStringList());
    site.stop();
    CHECK(site.filesWith(remark) == QStringList());
}

TEST_CASE(
    "A service that was off over midnight destroys yesterday's notes when it starts", "[notes]")
{
    NotedSite site;
    site.openMall();
    CHECK(site.notes(site.takes("a.one"), remark).isEmpty());
    site.stop();
    REQUIRE_FALSE(site.filesWith(remark).isEmpty());
    site.clock.advance(24h);
    site.start();
    CHECK(site.filesWith(remark) == QStringList());
}

TEST_CASE("No event of the journal has a word of a note", "[notes]")
{
    NotedSite site;
    site.openMall();
    CHECK(site.notes(site.takes("a.one"), remark).isEmpty());
    const auto events = site.service->eventsAfter(0, 1000);
    REQUIRE(events);
    REQUIRE(events->size() > 3);
    for (const PlacedEvent &placed : *events)
        CHECK_FALSE(toRecord(placed.event).body.contains("Anwar"));
}

TEST_CASE(
    "What is no note is refused: too long, on two lines, of another day, of nobody", "[notes]")
{
    NotedSite site;
    site.openMall();
    const TicketId ticket = site.takes("a.one");
    CHECK(site.notes(ticket, QString(maxNoteLength, u'x')).isEmpty());
    for (const QString &words : {QString(maxNoteLength + 1, u'x'), text("two\nlines"),
             text("\x1b[2J"), QString(QChar(0x202E)), QString(QChar(0xD800)), QString(QChar(0))})
        CHECK(site.notes(ticket, words) == text("note"));
    CHECK(site.notes(TicketId(site.newId().value()), remark) == text("ticketGone"));
    site.clock.advance(24h);
    CHECK(site.notes(ticket, remark) == text("ticketGone"));
    CHECK(site.filesWith(remark) == QStringList());
}

TEST_CASE("Only an officer who is signed in writes notes", "[notes]")
{
    NotedSite site;
    site.openMall();
    const TicketId ticket = site.takes("a.one");
    site.does(CloseCounter{CounterId(QStringLiteral("1"))}, officerAt("1"));
    CHECK(site.notes(ticket, remark) == text("notAllowed"));
    CHECK(site.filesWith(remark) == QStringList());
}

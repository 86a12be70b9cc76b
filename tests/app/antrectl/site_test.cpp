// SPDX-License-Identifier: Apache-2.0
#include "app/antrectl/antrectl.h"
#include "base/clock.h"
#include "base/random.h"
#include "journal/sqlitejournal.h"
#include "service/accounts.h"
#include "service/queueservice.h"
#include "support/paths.h"
#include "wire/terminalfile.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace antre;

namespace {

QStringList words(const QString &line) { return line.split(QLatin1Char(' ')); }

/// A directory for one site, set up by the real antrectl.
class TrialSite
{
public:
    TrialSite()
    {
        const Said said = run(QStringLiteral("site create %1 --catalogue ")
            + sourcePath("tests/data/catalogue-small.json"));
        REQUIRE(said.err.isEmpty());
        REQUIRE(said.exit == 0);
        m_made = said.out;
    }
    /// %1 stands for the site's directory.
    [[nodiscard]] Said run(const QString &line, const QByteArray &input = {}) const
    {
        return antrectl(words(line.arg(path())), input);
    }
    /// What "site create" printed.
    [[nodiscard]] const QString &made() const { return m_made; }
    [[nodiscard]] QString path() const { return m_directory.filePath(QStringLiteral("site")); }

    /// What a service that opens the site would know.
    [[nodiscard]] State state() const { return stateIn(path()); }
    [[nodiscard]] static State stateIn(const QString &folder)
    {
        const SystemClock clock;
        const auto journal = SqliteJournal::open(folder + QStringLiteral("/journal.db"));
        REQUIRE(journal);
        QueueService service(**journal, clock);
        REQUIRE(service.open());
        return service.state();
    }

    [[nodiscard]] TerminalFile terminalFile(const QString &terminal) const
    {
        const auto read = loadTerminalFile(
            path() + QStringLiteral("/terminals/") + terminal + QStringLiteral(".json"));
        REQUIRE(read);
        return *read;
    }

private:
    QTemporaryDir m_directory;
    QString m_made;
};

QString text(const char *words) { return QString::fromUtf8(words); }

/// The real service, running for a site.
class RunningService
{
public:
    explicit RunningService(const TrialSite &site)
    {
        m_process.start(programPath("antre-service"),
            {text("--site"), site.path(), text("--terminals"), text("127.0.0.1:0"), text("--http"),
                text("127.0.0.1:0")});
        REQUIRE(m_process.waitForStarted());
        QByteArray said;
        while (!said.contains("web: ")) {
            REQUIRE(m_process.waitForReadyRead());
            said += m_process.readAllStandardOutput();
        }
    }
    ~RunningService()
    {
        m_process.terminate();
        m_process.waitForFinished();
    }

private:
    QProcess m_process;
};

} // namespace

TEST_CASE(
    "While the service runs, officers are registered and closures made through it", "[antrectl]")
{
    const TrialSite site;
    {
        const RunningService service(site);
        CHECK(site.run(text("officer set %1 rina --role manager"), "2580\n").err == QString());
        CHECK(site.run(text("officer password %1 rina"), "correct horse\n").exit == 0);
        CHECK(site.run(text("officer rights %1 rina")).out == text("rina (rina), manager: none\n"));
        CHECK(
            site.run(text("close %1 site --for 30")).out.startsWith(text("site is closed until ")));
        CHECK(site.run(text("reopen %1 counter:1")).exit == 1);
    }
    const State state = site.state();
    CHECK(state.officers.value(OfficerId(text("rina"))).may(Right::EditCatalogue));
    CHECK(passwordMatches(
        state.officers.value(OfficerId(text("rina"))).passwordHash, text("correct horse")));
    CHECK(state.closures.contains(Scope()));
}

TEST_CASE("A device is invited while the service runs, and not without it", "[antrectl]")
{
    const TrialSite site;
    const QString invite
        = text("terminal invite %1 kiosk kiosk-1 --mark 1 --service 10.0.0.2:7443");
    const Said alone = site.run(invite);
    CHECK(alone.exit == 1);
    CHECK(alone.err.contains(text("is not running")));
    const RunningService service(site);
    const Said said = site.run(invite);
    CHECK(said.exit == 0);
    CHECK(said.out.startsWith(text("Address: 10.0.0.2:7443\nCode:    ")));
    CHECK(said.out.contains(QChar(0x2580)));
}

TEST_CASE("A mall moves to another machine with its people, terminals, certificate and closures",
    "[antrectl]")
{
    const TrialSite site;
    REQUIRE(site.run(text("terminal enrol %1 kiosk kiosk-1 --mark 1")).exit == 0);
    REQUIRE(site.run(text("officer set %1 rina"), "2580\n").exit == 0);
    QTemporaryDir elsewhere;
    const QString backup = elsewhere.filePath(text("it's a backup"));
    const QString moved = elsewhere.filePath(text("moved"));
    {
        const RunningService service(site);
        REQUIRE(site.run(text("close %1 site --for 30")).exit == 0);
        const Said said = antrectl({text("backup"), site.path(), backup});
        CHECK(said.err == QString());
        CHECK(said.out.contains(text("nothing is wrong")));
        REQUIRE(site.run(text("reopen %1 site")).exit == 0); // after the backup: not in it
    }
    CHECK(antrectl({text("restore"), backup, moved}).exit == 0);
    State before = site.state();
    const State after = TrialSite::stateIn(moved);
    CHECK(after.terminals == before.terminals);
    CHECK(after.officers == before.officers);
    CHECK(after.closures.contains(Scope()));
    CHECK_FALSE(before.closures.contains(Scope()));
    CHECK(antrectl({text("terminal"), text("enrol"), moved, text("display"), text("hall")}).exit
        == 0);
    CHECK(loadTerminalFile(moved + text("/terminals/hall.json"))->fingerprint
        == site.terminalFile(text("kiosk-1")).fingerprint);
    for (const QString &file :
        QStringList{backup, moved + text("/journal.db"), moved + text("/identity.pem")})
        CHECK_FALSE(QFileInfo(file).permissions().testAnyFlags(
            QFileDevice::ReadGroup | QFileDevice::ReadOther));
}

TEST_CASE("A backup is never made over anything, and a damaged journal makes none", "[antrectl]")
{
    const TrialSite site;
    QTemporaryDir elsewhere;
    const QString backup = elsewhere.filePath(text("backup"));
    REQUIRE(antrectl({text("backup"), site.path(), backup}).exit == 0);
    CHECK(antrectl({text("backup"), site.path(), backup}).exit == 1);
    QFile journal(backup + text("/journal.db"));
    REQUIRE(journal.open(QIODevice::ReadWrite));
    QByteArray bytes = journal.readAll();
    bytes.replace("\"site\"", "\"sitE\"");
    journal.seek(0);
    journal.write(bytes);
    journal.close();
    const QString moved = elsewhere.filePath(text("moved"));
    CHECK(antrectl({text("restore"), backup, moved}).exit == 1);
    CHECK_FALSE(QFileInfo::exists(moved + text("/journal.db")));
}

TEST_CASE("A password that anybody would guess soon is refused", "[antrectl]")
{
    const TrialSite site;
    REQUIRE(site.run(text("officer set %1 rina"), "2580\n").exit == 0);
    CHECK(site.run(text("officer password %1 rina"), "123456789\n").exit == 1);
    CHECK(site.state().officers.value(OfficerId(text("rina"))).passwordHash.isEmpty());
}

TEST_CASE("A new site holds its catalogue, and only its owner may read it", "[antrectl]")
{
    const TrialSite site;
    REQUIRE(site.state().catalogue);
    CHECK(site.state().catalogue->serviceCount() == 3);
    const auto rights = QFileInfo(site.path() + text("/journal.db")).permissions();
    CHECK_FALSE(rights.testAnyFlags(QFileDevice::ReadGroup | QFileDevice::ReadOther));
}

TEST_CASE("A site is never made over another one", "[antrectl]")
{
    const TrialSite site;
    const Said again = site.run(
        text("site create %1 --catalogue ") + sourcePath("resources/catalogue/mpp-bengkulu.json"));
    CHECK(again.exit == 1);
    CHECK(again.err.contains(text("there is a site")));
    CHECK(site.state().catalogue->serviceCount() == 3);
}

TEST_CASE("A catalogue with faults makes no site", "[antrectl]")
{
    QTemporaryDir directory;
    const QString path = directory.filePath(text("site"));
    CHECK(antrectl({text("site"), text("create"), path, text("--catalogue"),
                       sourcePath("CMakePresets.json")})
              .exit
        == 1);
    CHECK_FALSE(QFileInfo::exists(path));
    CHECK(antrectl({text("site"), text("create"), path}).exit == 2);
}

TEST_CASE("An enrolled terminal's file opens the service's door, and nobody else may read it",
    "[antrectl]")
{
    const TrialSite site;
    const Said said
        = site.run(text("terminal enrol %1 kiosk kiosk-1 --mark 1 --service 10.0.0.2:9000"));
    CHECK(said.exit == 0);
    CHECK(said.out == site.path() + text("/terminals/kiosk-1.json\n"));
    const TerminalFile file = site.terminalFile(text("kiosk-1"));
    CHECK(file.service == HostPort{text("10.0.0.2"), 9000});
    CHECK(file.mark == text("1"));
    CHECK(site.made().contains(file.fingerprint));
    const Terminal known = site.state().terminals.value(TerminalId(text("kiosk-1")));
    CHECK(known.kind == TerminalKind::Kiosk);
    CHECK(tokenMatches(known.tokenHash, file.token));
    const auto rights = QFileInfo(said.out.trimmed()).permissions();
    CHECK_FALSE(rights.testAnyFlags(QFileDevice::ReadGroup | QFileDevice::ReadOther));
}

TEST_CASE("Enrolling a terminal again ends its old token", "[antrectl]")
{
    const TrialSite site;
    REQUIRE(site.run(text("terminal enrol %1 display hall")).exit == 0);
    const QString old = site.terminalFile(text("hall")).token;
    REQUIRE(site.run(text("terminal enrol %1 display hall")).exit == 0);
    const Terminal known = site.state().terminals.value(TerminalId(text("hall")));
    CHECK_FALSE(tokenMatches(known.tokenHash, old));
    CHECK(tokenMatches(known.tokenHash, site.terminalFile(text("hall")).token));
}

TEST_CASE("A second kiosk with the same mark is refused, and its file is not made", "[antrectl]")
{
    const TrialSite site;
    REQUIRE(site.run(text("terminal enrol %1 kiosk kiosk-1 --mark 1")).exit == 0);
    const Said second = site.run(text("terminal enrol %1 kiosk kiosk-2 --mark 1"));
    CHECK(second.exit == 1);
    CHECK(second.err == text("antrectl: kiosk kiosk-1 has the mark 1 already.\n"));
    CHECK_FALSE(QFileInfo::exists(site.path() + text("/terminals/kiosk-2.json")));
}

TEST_CASE("A terminal that makes no sense is refused in words", "[antrectl]")
{
    const TrialSite site;
    CHECK(site.run(text("terminal enrol %1 printer p")).exit == 2);
    CHECK(site.run(text("terminal enrol %1 kiosk ../kiosk --mark 1")).exit == 2);
    CHECK(site.run(text("terminal enrol %1 kiosk kiosk-1")).exit == 1);
    CHECK(site.run(text("terminal enrol %1 display hall --service there")).exit == 2);
    CHECK(site.run(text("terminal revoke %1 hall")).exit == 1);
    CHECK(
        antrectl({text("terminal"), text("enrol"), text("/nowhere"), text("display"), text("hall")})
            .err.contains(text("there is no site in /nowhere")));
    CHECK(site.state().terminals.isEmpty());
}

TEST_CASE("A revoked terminal is known no more", "[antrectl]")
{
    const TrialSite site;
    REQUIRE(site.run(text("terminal enrol %1 display hall")).exit == 0);
    REQUIRE(site.run(text("terminal revoke %1 hall")).exit == 0);
    CHECK(site.state().terminals.isEmpty());
}

TEST_CASE("An officer's PIN is right afterwards, and stands nowhere", "[antrectl]")
{
    const TrialSite site;
    const Said said = site.run(text("officer set %1 rina --name Rina"), "2580\n");
    CHECK(said.exit == 0);
    const Officer rina = site.state().officers.value(OfficerId(text("rina")));
    CHECK(rina.name == text("Rina"));
    CHECK(rina.active);
    CHECK(pinMatches(rina.pinHash, text("2580")));
    CHECK_FALSE(pinMatches(rina.pinHash, text("2581")));
    QFile journal(site.path() + text("/journal.db"));
    REQUIRE(journal.open(QIODevice::ReadOnly));
    CHECK_FALSE(journal.readAll().contains("\"2580\""));
}

TEST_CASE("A removed officer is locked out until registered again", "[antrectl]")
{
    const TrialSite site;
    REQUIRE(site.run(text("officer set %1 rina"), "2580\n").exit == 0);
    REQUIRE(site.run(text("officer remove %1 rina")).exit == 0);
    CHECK_FALSE(site.state().officers.value(OfficerId(text("rina"))).active);
    REQUIRE(site.run(text("officer set %1 rina"), "2580\n").exit == 0);
    CHECK(site.state().officers.value(OfficerId(text("rina"))).active);
    CHECK(site.run(text("officer remove %1 nobody")).exit == 1);
}

TEST_CASE("A console can be bound to a counter that there is", "[antrectl]")
{
    const TrialSite site;
    REQUIRE(site.run(text("terminal enrol %1 counter console-2 --counter 2")).exit == 0);
    CHECK(site.terminalFile(text("console-2")).counter == CounterId(text("2")));
    CHECK(site.run(text("terminal enrol %1 counter console-9 --counter 9")).exit == 1);
}

TEST_CASE("A PIN that is none registers nobody", "[antrectl]")
{
    const TrialSite site;
    for (const char *pin : {"", "123\n", "abcd\n", "1234567890123\n"})
        CHECK(site.run(text("officer set %1 rina"), pin).exit == 1);
    CHECK(site.state().officers.isEmpty());
}

TEST_CASE("A site gets another catalogue, and keeps its terminals", "[antrectl]")
{
    const TrialSite site;
    REQUIRE(site.run(text("terminal enrol %1 display hall")).exit == 0);
    CHECK(site.run(text("catalogue publish %1 ")
                  + sourcePath("resources/catalogue/mpp-bengkulu.json"))
              .exit
        == 0);
    CHECK(site.state().catalogue->serviceCount() == 118);
    CHECK(site.state().terminals.size() == 1);
}

TEST_CASE("An officer's rights are given, shown, and kept when the PIN changes", "[antrectl]")
{
    const TrialSite site;
    REQUIRE(site.run(text("officer set %1 rina --rights pickTicket,close"), "1234\n").exit == 0);
    CHECK(site.run(text("officer rights %1 rina")).out == text("rina (rina): pickTicket, close\n"));
    REQUIRE(site.run(text("officer set %1 rina"), "4321\n").exit == 0);
    CHECK(site.state().officers.value(OfficerId(text("rina"))).may(Right::Close));
    CHECK(site.run(text("officer rights %1 rina --rights exceedLimits")).out
        == text("rina (rina): exceedLimits\n"));
    CHECK(
        site.run(text("officer rights %1 rina --rights none")).out == text("rina (rina): none\n"));
}

TEST_CASE("A right or an officer that isn't is told so, and nothing changes", "[antrectl]")
{
    const TrialSite site;
    CHECK(site.run(text("officer set %1 rina --rights fly"), "1234\n").exit == 2);
    CHECK(site.state().officers.isEmpty());
    const Said unknown = site.run(text("officer rights %1 rina --rights close"));
    CHECK(unknown.exit == 1);
    CHECK(unknown.err == text("antrectl: no officer rina.\n"));
}

TEST_CASE(
    "A counter closed from the shell is closed with its reason, and opens again", "[antrectl]")
{
    const TrialSite site;
    const QString counter = site.state().catalogue->counters.front().id.value();
    const Scope scope{CounterId(counter)};
    const Said closed
        = site.run(text("close %1 counter:") + counter + text(" --for 30 --reason Perbaikan"));
    CHECK(closed.err.isEmpty());
    CHECK(closed.exit == 0);
    CHECK(closed.out.startsWith(text("counter:") + counter + text(" is closed until ")));
    const State state = site.state();
    REQUIRE(state.closures.contains(scope));
    CHECK(state.closures.at(scope).reason.in(state.catalogue->site.languages.front())
        == text("Perbaikan"));
    CHECK(site.run(text("reopen %1 counter:") + counter).exit == 0);
    CHECK(site.state().closures.empty());
    CHECK(site.run(text("reopen %1 counter:") + counter).exit == 1);
}

TEST_CASE("A day's report is columns for people and JSON for programs", "[antrectl]")
{
    const TrialSite site;
    {
        const SystemClock clock;
        SystemRandom random;
        const auto journal = SqliteJournal::open(site.path() + text("/journal.db"));
        REQUIRE(journal);
        QueueService service(**journal, clock);
        REQUIRE(service.open());
        const TicketId ticket{makeUuid(clock, random)};
        const auto &catalogue = *service.state().catalogue;
        const Agency &agency = catalogue.agencies.front();
        service.submit(
            {CommandId(makeUuid(clock, random)), {TerminalId(text("kiosk-1")), {}},
                ReportPaper{ticket, {agency.line(), text("1"), 1}, agency.services.front().id, {},
                    {}, {}, clock.wall(), service.state().day, {}}},
            [](const Answer &answer) { REQUIRE_FALSE(answer.error); });
        service.flush();
    }
    const Said columns = site.run(text("report day %1"));
    CHECK(columns.err.isEmpty());
    CHECK(columns.out.contains(text("not closed yet")));
    CHECK(columns.out.contains(QRegularExpression(text("All +1 +0 +0 +0 +0 +1"))));
    const auto json = QJsonDocument::fromJson(site.run(text("report day %1 --json")).out.toUtf8());
    CHECK(json[text("all")][text("issued")].toInt() == 1);
    CHECK(json[text("agencies")].toArray().size() == 1);
}

TEST_CASE("A day that the journal doesn't know has no report", "[antrectl]")
{
    const TrialSite site;
    CHECK(site.run(text("report day %1 --date 2020-01-02")).err
        == text("antrectl: the journal knows nothing of 2020-01-02.\n"));
    CHECK(site.run(text("report day %1 --date yesterday")).exit == 2);
    CHECK(antrectl({text("report"), text("day"), text("/nowhere")}).exit == 1);
}

TEST_CASE("What can't be closed is refused in words", "[antrectl]")
{
    const TrialSite site;
    CHECK(site.run(text("close %1 door:1 --for 30")).exit == 2);
    CHECK(site.run(text("close %1 site")).exit == 2);
    CHECK(site.run(text("close %1 agency:nobody --for 30")).err
        == text("antrectl: the catalogue has no agency:nobody.\n"));
}

// SPDX-License-Identifier: Apache-2.0
#include "app/service/serviceprocess.h"
#include "server/tlsidentity.h"
#include "service/sitesetup.h"
#include "support/gateclient.h"
#include "support/paths.h"
#include "wire/cataloguejson.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTcpServer>
#include <QTemporaryDir>

#include <map>
#include <set>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace antre;
using namespace antre::test;

namespace {

const QString smallCatalogue = sourcePath("tests/data/catalogue-small.json");

/// A Monday, 09:00 in the small mall (WITA, UTC+8), wherever and whenever the test runs.
QStringList mondayMorning()
{
    const ClockRate rate{SystemClock().wall(), fromMs(1787533200000), 1.0};
    return {QStringLiteral("--clock"), rate.text()};
}

/// A mall's folder with one kiosk enrolled.
class SiteFolder
{
public:
    SiteFolder()
    {
        auto identity = ensureTlsIdentity(path(), clock);
        REQUIRE(identity);
        auto setup = SiteSetup::open(path(), clock, random);
        REQUIRE(setup);
        QFile file(smallCatalogue);
        REQUIRE(file.open(QIODevice::ReadOnly));
        REQUIRE((*setup)->publish(readCatalogue(file.readAll()).catalogue));
        auto enrolled = (*setup)->enrol({TerminalId(QStringLiteral("kiosk-1")), TerminalKind::Kiosk,
                                            {}, QStringLiteral("1"), {}},
            {{QStringLiteral("127.0.0.1"), 7443}, identity->fingerprint});
        REQUIRE(enrolled);
        kiosk = *enrolled;
    }
    [[nodiscard]] QString path() const { return m_folder.path(); }
    [[nodiscard]] QString journal() const { return path() + QStringLiteral("/journal.db"); }
    [[nodiscard]] QStringList options() const
    {
        return {QStringLiteral("--site"), path(), QStringLiteral("--terminals"),
            QStringLiteral("127.0.0.1:0"), QStringLiteral("--http"), QStringLiteral("127.0.0.1:0")};
    }
    CommandId newCommand() { return CommandId(makeUuid(clock, random)); }

    SystemClock clock;
    SystemRandom random;
    TerminalFile kiosk;

private:
    QTemporaryDir m_folder;
};

CommandMessage takeNumber(const CommandId &id, Instant now)
{
    return {id,
        IssueTicket{
            ServiceId(QStringLiteral("dukcapil.kk")), {}, QStringLiteral("id"), id.text(), now}};
}

using Answers = std::map<CommandId, TicketNumber>;

/// Sends the wishes until the service dies, or until all are answered.
void ask(GateClient &kiosk, const std::vector<CommandId> &wishes, Answers &answers, size_t enough)
{
    for (const CommandId &wish : wishes)
        kiosk.send(takeNumber(wish, kiosk.first<Welcome>()->now));
    REQUIRE(eventually([&] { return kiosk.all<Answer>().size() >= enough || kiosk.isClosed(); }));
    for (const Answer &answer : kiosk.all<Answer>()) {
        REQUIRE(!answer.error);
        const auto [known, isNew] = answers.emplace(answer.id, *answer.number);
        CHECK(known->second == *answer.number);
    }
}

} // namespace

TEST_CASE("Killed under load and started again, the service has lost nothing that it answered",
    "[service]")
{
    SiteFolder site;
    std::vector<CommandId> wishes;
    for (int i = 0; i < 400; ++i)
        wishes.push_back(site.newCommand());
    Answers answers;
    for (const size_t untilKilled : {size_t(1), size_t(60), size_t(200)}) {
        auto service = ServiceProcess::serving(site.path(), mondayMorning());
        GateClient kiosk(service->terminalPort(), site.kiosk.fingerprint);
        kiosk.signedOn(site.kiosk.terminal, site.kiosk.token);
        ask(kiosk, wishes, answers, untilKilled);
        service->kill();
        ask(kiosk, {}, answers, wishes.size()); // what was on its way
    }
    auto service = ServiceProcess::serving(site.path(), mondayMorning());
    GateClient kiosk(service->terminalPort(), site.kiosk.fingerprint);
    kiosk.signedOn(site.kiosk.terminal, site.kiosk.token);
    ask(kiosk, wishes, answers, wishes.size());

    REQUIRE(answers.size() == wishes.size());
    std::set<int> counts;
    for (const auto &[wish, number] : answers)
        counts.insert(number.count);
    CHECK(counts.size() == wishes.size());
    CHECK(*counts.rbegin() == int(wishes.size()));
}

TEST_CASE("The service ends cleanly when asked to", "[service]")
{
    SiteFolder site;
    auto service = ServiceProcess::serving(site.path());
    GateClient kiosk(service->terminalPort(), site.kiosk.fingerprint);
    kiosk.signedOn(site.kiosk.terminal, site.kiosk.token);
    service->askToStop();
    CHECK(service->exitCode() == 0);
    CHECK(service->output().contains(QStringLiteral("stopped; the journal is complete")));
    REQUIRE(eventually([&] { return kiosk.isClosed(); }));
    CHECK(kiosk.closeCode() == QWebSocketProtocol::CloseCodeGoingAway);
}

TEST_CASE("One site is served by one process, and set up by none meanwhile", "[service]")
{
    SiteFolder site;
    auto first = ServiceProcess::serving(site.path());
    ServiceProcess second(site.options());
    CHECK(second.exitCode() == 1);
    CHECK(second.complaint().contains(QStringLiteral("Another process is using this site")));
    const auto setup = SiteSetup::open(site.path(), site.clock, site.random);
    REQUIRE(!setup);
    CHECK(setup.error().reason == QStringLiteral("running"));
    first->kill();
    CHECK(SiteSetup::open(site.path(), site.clock, site.random));
}

TEST_CASE("A port that is taken is named, with what to do", "[service]")
{
    SiteFolder site;
    QTcpServer other;
    REQUIRE(other.listen(QHostAddress::LocalHost));
    const QString taken = QStringLiteral("127.0.0.1:%1").arg(other.serverPort());
    for (const QString &option : {QStringLiteral("--terminals"), QStringLiteral("--http")}) {
        ServiceProcess service(site.options() + QStringList{option, taken});
        CHECK(service.exitCode() == 1);
        CHECK(service.complaint().contains(taken));
        CHECK(service.complaint().contains(QStringLiteral("choose another port")));
    }
}

TEST_CASE(
    "A journal that is locked, damaged, newer or another program's is left alone, and explained",
    "[service]")
{
    SiteFolder site;
    const auto complaintAfter = [&](qint64 offset, const QByteArray &bytes) {
        QFile file(site.journal());
        REQUIRE(file.open(QIODevice::ReadWrite));
        const QByteArray original = file.readAll();
        file.seek(offset);
        file.write(bytes);
        file.flush();
        const QByteArray patched = QByteArray(original).replace(offset, bytes.size(), bytes);
        ServiceProcess service(site.options());
        CHECK(service.exitCode() == 1);
        file.seek(0);
        CHECK(file.readAll() == patched);
        file.seek(0);
        file.write(original);
        return service.complaint();
    };
    // Offsets of user_version and application_id: https://www.sqlite.org/fileformat.html,
    // section 1.3.
    CHECK(complaintAfter(60, QByteArray("\0\0\0\x63", 4))
              .contains(QStringLiteral("newer version of Antre")));
    CHECK(complaintAfter(68, "Book").contains(QStringLiteral("made by another program")));
    CHECK(complaintAfter(0, "This is no database at all").contains(QStringLiteral("damaged")));

    {
        QSqlDatabase browser
            = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("browser"));
        browser.setDatabaseName(site.journal());
        REQUIRE(browser.open());
        REQUIRE(QSqlQuery(browser).exec(QStringLiteral("BEGIN EXCLUSIVE")));
        ServiceProcess service(site.options());
        CHECK(service.exitCode() == 1);
        CHECK(service.complaint().contains(QStringLiteral("holds the journal locked")));
    }
    QSqlDatabase::removeDatabase(QStringLiteral("browser"));
    CHECK(ServiceProcess::serving(site.path()));
}

TEST_CASE("A folder that can't be written is explained", "[service]")
{
    ServiceProcess service({QStringLiteral("--site"), QStringLiteral("/proc/antre")});
    CHECK(service.exitCode() == 1);
    CHECK(service.complaint().contains(QStringLiteral("can't be written")));
}

TEST_CASE("A damaged certificate is never replaced silently", "[service]")
{
    SiteFolder site;
    QFile identity(site.path() + QStringLiteral("/identity.pem"));
    CHECK(identity.permissions().testFlag(QFile::ReadOwner));
    CHECK((identity.permissions()
              & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther))
        == QFile::Permissions());
    REQUIRE(identity.open(QIODevice::WriteOnly | QIODevice::Truncate));
    identity.write("half a fi");
    identity.close();
    ServiceProcess service(site.options());
    CHECK(service.exitCode() == 1);
    CHECK(service.complaint().contains(QStringLiteral("Restore identity.pem")));
}

TEST_CASE("A catalogue is published when it differs; a faulty one stops the start", "[service]")
{
    SiteFolder site;
    const auto publishing = [](const QString &file) {
        return QStringList{QStringLiteral("--catalogue"), file};
    };
    const auto positionIn = [](const QString &output) {
        return QRegularExpression(QStringLiteral("position (\\d+)"))
            .match(output)
            .captured(1)
            .toInt();
    };
    const int before
        = positionIn(ServiceProcess::serving(site.path(), publishing(smallCatalogue))->output());
    CHECK(positionIn(ServiceProcess::serving(site.path(), publishing(smallCatalogue))->output())
        == before);
    auto changed = ServiceProcess::serving(
        site.path(), publishing(sourcePath("resources/catalogue/mpp-bengkulu.json")));
    CHECK(positionIn(changed->output()) == before + 1);
    CHECK(changed->output().contains(QStringLiteral("runs for MPP Kota Bengkulu")));
    changed->kill();

    QTemporaryDir folder;
    QFile faulty(folder.filePath(QStringLiteral("faulty.json")));
    REQUIRE(faulty.open(QIODevice::WriteOnly));
    faulty.write("{\"format\":1}");
    faulty.close();
    for (const QString &file :
        {faulty.fileName(), folder.filePath(QStringLiteral("absent.json"))}) {
        ServiceProcess service(site.options() + publishing(file));
        CHECK(service.exitCode() == 1);
        CHECK(service.complaint().contains(file));
    }
    ServiceProcess service(site.options() + publishing(faulty.fileName()));
    CHECK(service.exitCode() == 1);
    CHECK(service.complaint().contains(QStringLiteral("antrectl catalogue check")));
}

TEST_CASE("A rehearsal's clock is shown to terminals", "[service]")
{
    SiteFolder site;
    auto service = ServiceProcess::serving(site.path(), mondayMorning());
    GateClient kiosk(service->terminalPort(), site.kiosk.fingerprint);
    kiosk.signedOn(site.kiosk.terminal, site.kiosk.token);
    const Milliseconds off = kiosk.first<Welcome>()->now - fromMs(1787533200000);
    CHECK(off >= Milliseconds(0));
    CHECK(off < std::chrono::minutes(2));
}

TEST_CASE("systemd hears when the service is ready, that it lives and that it stops", "[service]")
{
    SiteFolder site;
    const QByteArray path = (site.path() + QStringLiteral("/notify")).toUtf8();
    const int inbox = socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::copy(path.begin(), path.end(), address.sun_path);
    REQUIRE(bind(inbox, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0);
    QByteArray heard;
    const auto hears = [&](const char *word) {
        return eventually([&] {
            char bytes[256];
            for (ssize_t size = 0; (size = recv(inbox, bytes, sizeof bytes, 0)) > 0;)
                heard += QByteArray(bytes, qsizetype(size)) + '\n';
            return heard.contains(word);
        });
    };
    auto service = ServiceProcess::serving(site.path(), {},
        {QStringLiteral("NOTIFY_SOCKET=") + QString::fromUtf8(path),
            QStringLiteral("WATCHDOG_USEC=100000")});
    CHECK(hears("READY=1"));
    CHECK(hears("WATCHDOG=1"));
    service->askToStop();
    CHECK(hears("STOPPING=1"));
    CHECK(service->exitCode() == 0);
    close(inbox);
}

TEST_CASE("A wrong command line is answered with what would be right", "[service]")
{
    for (const QStringList &arguments : {QStringList{},
             QStringList{QStringLiteral("--site"), QStringLiteral("x"), QStringLiteral("--http"),
                 QStringLiteral("8080")},
             QStringList{QStringLiteral("--site"), QStringLiteral("x"), QStringLiteral("--clock"),
                 QStringLiteral("1,2")},
             QStringList{QStringLiteral("--sight"), QStringLiteral("x")}}) {
        ServiceProcess service(arguments);
        CHECK(service.exitCode() == 2);
        CHECK(service.complaint().contains(QStringLiteral("--help")));
    }
    ServiceProcess help({QStringLiteral("--help")});
    CHECK(help.exitCode() == 0);
    CHECK(help.output().contains(QStringLiteral("--site")));
}

// SPDX-License-Identifier: Apache-2.0
#include "domain/catalogue.h"
#include "kiosk/options.h"
#include "kiosk/ownservice.h"
#include "support/catch.h"
#include "support/eventually.h"
#include "support/paths.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimeZone>

using namespace antre;
using namespace antre::test;

namespace {

/// A small office: one kiosk, and nothing else in the house. Its clock stands on a working morning.
class SmallOffice
{
public:
    SmallOffice()
    {
        m_site.site = m_folder.filePath(QStringLiteral("site"));
        m_site.catalogue = sourcePath("resources/catalogue/mpp-bengkulu.json");
        m_site.terminals = m_site.http = {QStringLiteral("127.0.0.1"), 0};
        const SystemClock machine;
        m_options.clock = ClockRate{machine.wall(),
            instantOf(
                *BusinessDay::fromText(u"2026-08-20"), Minutes(9 * 60), QTimeZone("Asia/Jakarta")),
            1};
        m_options.data = m_folder.filePath(QStringLiteral("kiosk"));
        m_options.terminalFile = m_options.data + QStringLiteral("/terminal.json");
        opens();
    }

    void opens()
    {
        auto started = OwnService::start(m_site, m_options.clock, m_options.terminalFile);
        CAPTURE(started ? QString() : started.error().detail);
        REQUIRE(started);
        m_service = std::move(*started);
        auto made = TerminalProgram::make(m_options, TerminalKind::Kiosk);
        REQUIRE(made);
        m_kiosk = std::move(*made);
        TerminalRunner &runner = m_kiosk->runner();
        QObject::connect(
            &runner, &TerminalRunner::slipWanted, &runner, [this, &runner](const PrintSlip &slip) {
                slips.append(slip.ticket.number->text());
                runner.input(PrintEnded{slip.print, SlipState::Printed});
            });
        m_kiosk->start();
        REQUIRE(eventually([this] { return machine().link() == LinkStatus::Up; }));
    }
    void closes()
    {
        m_kiosk.reset();
        m_service.reset();
    }
    /// The service's thread ends, the kiosk stays.
    void losesService() { m_service.reset(); }

    void touches()
    {
        const Service &service
            = machine().mirror().state().catalogue->agencies.front().services.front();
        m_kiosk->runner().input(Touched{service.id, {}, QStringLiteral("id")});
        REQUIRE(eventually([this] {
            return machine().issue() && machine().issue()->stage == IssueStage::Finished;
        }));
    }
    /// A disk that forgot a page of the kiosk's own journal.
    void spoilsKioskJournal()
    {
        QFile file(m_options.data + QStringLiteral("/terminal.db"));
        REQUIRE(file.open(QIODevice::ReadWrite));
        REQUIRE(file.seek(file.size() / 2));
        file.write(QByteArray(4096, 'x'));
    }
    [[nodiscard]] bool hasPutAsideDamaged() const
    {
        return QFile::exists(m_options.data + QStringLiteral("/terminal.db.damaged-1"));
    }
    [[nodiscard]] const TerminalMachine &machine() const { return m_kiosk->machine(); }

    QStringList slips;

private:
    QTemporaryDir m_folder;
    SiteOptions m_site;
    TerminalOptions m_options;
    std::unique_ptr<OwnService> m_service;
    std::unique_ptr<TerminalProgram> m_kiosk;
};

} // namespace

TEST_CASE(
    "A standalone kiosk is a mall of its own: it numbers, and a restart goes on", "[standalone]")
{
    SmallOffice office;
    office.touches();
    office.touches();
    REQUIRE(office.slips.size() == 2);
    const QString line = office.slips[0].chopped(3);
    CHECK(
        office.slips == QStringList({line + QStringLiteral("001"), line + QStringLiteral("002")}));
    office.closes();
    office.opens();
    office.touches();
    CHECK(office.slips.last() == line + QStringLiteral("003"));
}

TEST_CASE("A standalone kiosk that loses its own service still numbers", "[standalone]")
{
    SmallOffice office;
    office.losesService();
    REQUIRE(eventually([&] { return office.machine().link() != LinkStatus::Up; }));
    office.touches();
    REQUIRE(office.slips.size() == 1);
    CHECK(office.slips[0].endsWith(QStringLiteral("1-01")));
    office.closes();
    office.opens();
    CHECK(eventually([&] { return office.machine().unreportedPaper() == 0; }));
}

TEST_CASE("A kiosk whose journal is damaged goes on with what can be saved", "[standalone]")
{
    SmallOffice office;
    for (int i = 0; i < 30; ++i)
        office.touches();
    office.closes();
    office.spoilsKioskJournal();
    office.opens();
    CHECK(office.hasPutAsideDamaged());
    CHECK_FALSE(office.machine().storeError());
    office.losesService();
    REQUIRE(eventually([&] { return office.machine().link() != LinkStatus::Up; }));
    office.touches();
    CHECK(office.slips.last().endsWith(QStringLiteral("1-101")));
}

namespace {

/// The real program, standalone; what it said when it ended by itself within a second or two.
struct KioskProcess
{
    explicit KioskProcess(const QString &folder, const QStringList &more)
    {
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(programPath("antre-kiosk"),
            QStringList{QStringLiteral("--standalone"), QStringLiteral("--data"),
                folder + QStringLiteral("/kiosk"), QStringLiteral("--printer"),
                QStringLiteral("folder:") + folder, QStringLiteral("--window"),
                QStringLiteral("540x960"), QStringLiteral("--http"), QStringLiteral("127.0.0.1:0")}
                + more);
        REQUIRE(process.waitForStarted());
    }
    ~KioskProcess()
    {
        process.kill();
        process.waitForFinished();
    }
    QProcess process;
};

} // namespace

TEST_CASE("The real program starts alone, and after kill -9 again", "[standalone]")
{
    const QTemporaryDir folder;
    const QStringList arguments{QStringLiteral("--site"), folder.filePath(QStringLiteral("site")),
        QStringLiteral("--catalogue"), sourcePath("resources/catalogue/mpp-bengkulu.json"),
        QStringLiteral("--terminals"), QStringLiteral("127.0.0.1:0")};
    const QString file = folder.filePath(QStringLiteral("kiosk/terminal.json"));
    for (int life = 0; life < 2; ++life) {
        QFile::remove(file);
        KioskProcess kiosk(folder.path(), arguments);
        CAPTURE(kiosk.process.readAll().toStdString());
        REQUIRE(eventually([&] { return QFile::exists(file); }));
        CHECK(kiosk.process.state() == QProcess::Running);
    }
}

TEST_CASE("Whoever starts a standalone kiosk wrongly reads what is missing", "[standalone]")
{
    const QTemporaryDir folder;
    {
        KioskProcess kiosk(folder.path(), {});
        REQUIRE(kiosk.process.waitForFinished());
        CHECK(kiosk.process.exitCode() == 2);
        CHECK(kiosk.process.readAll().contains("--site"));
    }
    KioskProcess kiosk(
        folder.path(), {QStringLiteral("--site"), folder.filePath(QStringLiteral("none"))});
    REQUIRE(kiosk.process.waitForFinished());
    CHECK(kiosk.process.exitCode() == 1);
    CHECK(kiosk.process.readAll().contains("--catalogue FILE"));
    CHECK_FALSE(QFile::exists(folder.filePath(QStringLiteral("none"))));
}

// SPDX-License-Identifier: Apache-2.0
#include "fault/processmall.h"

#include "fault/bookreading.h"
#include "server/tlsidentity.h"
#include "service/sitesetup.h"
#include "support/catch.h"
#include "support/eventually.h"
#include "support/paths.h"
#include "wire/cataloguejson.h"

#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cstdio>

namespace antre::test {

using namespace std::chrono_literals;

namespace {

/// In the small mall's time zone, UTC+8.
const Instant mondayNine = fromMs(1787533200000);
const OfficerId officer(QStringLiteral("rina"));
const QString pin = QStringLiteral("2580");
const CounterId counter(QStringLiteral("2")); ///< serves all lines

TerminalSettings settingsOf(const TerminalFile &file)
{
    return {file.terminal, file.kind, file.token, file.mark, QStringLiteral("test")};
}

} // namespace

void letPass(Milliseconds time)
{
    QEventLoop loop;
    QTimer::singleShot(time, Qt::PreciseTimer, &loop, &QEventLoop::quit);
    loop.exec();
}

/// What people at the counter and in the hall use.
struct ProcessMall::Hall
{
    Hall(const ProcessMall &mall, Random &random, const DayHours &hours)
        : pace(mall.m_clock, 1)
        , around{QUrl(QStringLiteral("wss://%1:%2/").arg(mall.m_plan.serviceHost).arg(mall.m_port)),
              mall.m_fingerprint, mall.m_clock, random, pace, mall.m_catalogue}
        , console(settingsOf(mall.m_consoleFile), counter, hours, around, people)
        , hearing(settingsOf(mall.m_hallFile), around)
    {
    }

    Pace pace;
    Surroundings around;
    People people; ///< nobody in particular: all come at once and are served at once
    RehearsedConsole console;
    HearingHall hearing;
};

ProcessMall::ProcessMall(MallPlan plan)
    : m_plan(std::move(plan))
    , m_rate{m_system.wall(), mondayNine, 1.0}
    , m_clock(m_system, m_rate)
    , m_random(m_plan.seed)
{
    if (m_plan.siteFolder.isEmpty())
        m_plan.siteFolder = m_folder.filePath(QStringLiteral("site"));
    if (m_plan.kioskFolder.isEmpty())
        m_plan.kioskFolder = m_folder.filePath(QStringLiteral("kiosks"));
    makeSite();
    QObject::connect(&m_read, &QTimer::timeout, &m_read, [this] { readAll(); });
    m_read.start(5ms);
    // Qt's programs complain without it.
    if (qEnvironmentVariableIsEmpty("XDG_RUNTIME_DIR"))
        qputenv("XDG_RUNTIME_DIR", m_folder.path().toLocal8Bit());
}

ProcessMall::~ProcessMall() = default;

/// The site is set up in this process's own folder; a service that lives on another medium gets a
/// copy.
void ProcessMall::makeSite()
{
    const QString home = m_folder.filePath(QStringLiteral("site"));
    REQUIRE(QDir().mkpath(home));
    const auto identity = ensureTlsIdentity(home, m_clock);
    REQUIRE(identity);
    m_fingerprint = identity->fingerprint;
    QFile file(sourcePath("tests/data/catalogue-small.json"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    m_catalogue = readCatalogue(file.readAll()).catalogue;
    REQUIRE(m_catalogue);
    auto opened = SiteSetup::open(home, m_clock, m_random);
    REQUIRE(opened);
    SiteSetup &site = **opened;
    REQUIRE(site.publish(m_catalogue));
    REQUIRE(site.registerOfficer(officer, QStringLiteral("Rina"), pin));
    const auto enrol = [&](const QString &id, TerminalKind kind, const QString &mark) {
        const auto enrolled = site.enrol({TerminalId(id), kind, {}, mark, {}}, {{}, m_fingerprint});
        REQUIRE(enrolled);
        return *enrolled;
    };
    m_hallFile = enrol(QStringLiteral("display-1"), TerminalKind::Display, {});
    m_consoleFile = enrol(QStringLiteral("counter-2"), TerminalKind::Counter, {});
    for (int i = 0; i < m_plan.kiosks; ++i) {
        auto kiosk = std::make_unique<Kiosk>();
        kiosk->file = enrol(
            QStringLiteral("kiosk-%1").arg(i + 1), TerminalKind::Kiosk, QString::number(i + 1));
        m_kiosks.push_back(std::move(kiosk));
    }
    opened->reset();
    if (m_plan.siteFolder != home) {
        QProcess copy;
        QStringList command = m_plan.serviceInside;
        command << QStringLiteral("cp") << QStringLiteral("-r") << home << m_plan.siteFolder;
        copy.start(command.takeFirst(), command);
        REQUIRE((copy.waitForFinished() && copy.exitCode() == 0));
    }
}

// The service

void ProcessMall::startService()
{
    m_serving = false;
    REQUIRE(m_service.start(m_plan.serviceInside, programPath("antre-service"),
        {QStringLiteral("--site"), m_plan.siteFolder, QStringLiteral("--terminals"),
            HostPort{m_plan.serviceHost, m_port}.text(), QStringLiteral("--http"),
            QStringLiteral("127.0.0.1:0"), QStringLiteral("--clock"), m_rate.text()}));
    REQUIRE(eventually([this] { return m_serving || !m_service.runs(); }));
    REQUIRE(m_service.runs());
}

void ProcessMall::killService()
{
    m_service.kill();
    ++m_kills;
}

void ProcessMall::readService()
{
    for (const QByteArray &line : m_service.takeLines()) {
        if (line.startsWith("terminals: wss://"))
            m_port = line.mid(line.lastIndexOf(':', line.indexOf(" (")) + 1)
                         .split(' ')
                         .first()
                         .toUShort();
        if (line.startsWith("web: "))
            m_serving = true;
    }
}

// The kiosks

void ProcessMall::startKiosks()
{
    for (int i = 0; i < m_plan.kiosks; ++i)
        startKiosk(i);
}

void ProcessMall::startKiosk(int index)
{
    Kiosk &kiosk = *m_kiosks[size_t(index)];
    if (kiosk.printerAt.isEmpty()) {
        REQUIRE(kiosk.printer.start(m_plan.kioskInside, programPath("antre-virtual-printer"),
            {QStringLiteral("--words"), QStringLiteral("--folder"), m_folder.path()}));
        REQUIRE(eventually([&kiosk] { return !kiosk.printerAt.isEmpty(); }));
    }
    kiosk.file.service = m_way.value_or(HostPort{m_plan.serviceHost, m_port});
    const QString name = kiosk.file.terminal.value();
    const QString file = m_folder.filePath(name + QStringLiteral(".terminal"));
    REQUIRE(saveTerminalFile(file, kiosk.file));
    kiosk.view.link.clear();
    kiosk.view.resting = false;
    REQUIRE(kiosk.process.start(m_plan.kioskInside, programPath("antre-touching-kiosk"),
        {QStringLiteral("--terminal"), file, QStringLiteral("--data"),
            m_plan.kioskFolder + QLatin1Char('/') + name, QStringLiteral("--clock"), m_rate.text(),
            QStringLiteral("--printer"), kiosk.printerAt, QStringLiteral("--spool"),
            m_folder.path(), QStringLiteral("--seed"), QString::number(m_random.next()),
            QStringLiteral("--pause"), QString::number(m_plan.pause.count())}));
}

void ProcessMall::killKiosk(int index)
{
    Kiosk &kiosk = *m_kiosks[size_t(index)];
    kiosk.process.kill();
    readKiosk(kiosk);
    ++m_kills;
}

void ProcessMall::readKiosk(Kiosk &kiosk)
{
    for (const QByteArray &line : kiosk.process.takeLines())
        readKioskLine(kiosk, line);
    for (const QByteArray &line : kiosk.printer.takeLines()) {
        if (line.startsWith("port "))
            kiosk.printerAt = QStringLiteral("127.0.0.1:") + QString::fromLatin1(line.mid(5));
        readPrinter(line, kiosk.paper);
    }
}

/// See touchingkiosk/visitors.h.
void ProcessMall::readKioskLine(Kiosk &kiosk, const QByteArray &line)
{
    KioskView &view = kiosk.view;
    const QByteArrayList words = line.split(' ');
    if (words[0] == "gave") {
        const auto id = Uuid::fromText(QString::fromLatin1(words.at(1)));
        REQUIRE(id);
        m_told.insert_or_assign(TicketId(*id), QString::fromUtf8(words.at(2)));
        ++view.gave;
        view.gaveOwn += words.at(2).contains('-');
        view.slowest = std::max(view.slowest, Milliseconds(words.at(3).toLongLong()));
    } else if (words[0] == "refused") {
        ++view.refusals[QString::fromUtf8(words.at(1))];
    } else if (words[0] == "status") {
        const QJsonObject status = QJsonDocument::fromJson(line.mid(7)).object();
        view.link = status.value(QStringLiteral("link")).toString();
        view.disk = status.value(QStringLiteral("disk")).toString();
        view.resting = status.value(QStringLiteral("resting")).toBool();
        view.unsettled = status.value(QStringLiteral("unsettled")).toInt();
    }
}

void ProcessMall::readAll()
{
    readService();
    for (const auto &kiosk : m_kiosks)
        readKiosk(*kiosk);
}

bool ProcessMall::all(const std::function<bool(const KioskView &)> &holds) const
{
    return std::ranges::all_of(m_kiosks, [&](const auto &kiosk) { return holds(kiosk->view); });
}

int ProcessMall::gave() const
{
    int sum = 0;
    for (const auto &kiosk : m_kiosks)
        sum += kiosk->view.gave;
    return sum;
}

int ProcessMall::gaveByService() const
{
    int sum = 0;
    for (const auto &kiosk : m_kiosks)
        sum += kiosk->view.gave - kiosk->view.gaveOwn;
    return sum;
}

Milliseconds ProcessMall::slowest() const
{
    Milliseconds most{0};
    for (const auto &kiosk : m_kiosks)
        most = std::max(most, kiosk->view.slowest);
    return most;
}

bool ProcessMall::givesMore(int count, Milliseconds patience)
{
    const int before = gave();
    return eventually([&] { return gave() >= before + count; }, patience);
}

bool ProcessMall::eachGivesMore(int count, Milliseconds patience)
{
    std::vector<int> wanted;
    for (const auto &kiosk : m_kiosks)
        wanted.push_back(kiosk->view.gave + count);
    return eventually(
        [&] {
            for (size_t i = 0; i < wanted.size(); ++i) {
                if (m_kiosks[i]->view.gave < wanted[i])
                    return false;
            }
            return true;
        },
        patience);
}

// The hall

void ProcessMall::openHall()
{
    m_hall = std::make_unique<Hall>(*this, m_random,
        *scheduleOn(*m_catalogue, localTime(mondayNine, m_catalogue->zone()).day).hours);
    m_hall->hearing.station().start();
    m_hall->console.station().start();
    REQUIRE(eventually(
        [this] { return m_hall->console.station().isUp() && m_hall->hearing.station().isUp(); }));
    bool signedIn = false;
    m_hall->console.signIn({officer, pin}, [&](const std::optional<Error> &error) {
        REQUIRE(!error);
        signedIn = true;
    });
    REQUIRE(eventually([&] { return signedIn; }));
}

// The end

bool ProcessMall::isAtRest() const
{
    const bool kiosksRest = all([](const KioskView &view) {
        return view.resting && view.link == QLatin1String("up") && view.unsettled == 0;
    });
    if (!kiosksRest || !m_hall)
        return kiosksRest;
    Station &hall = m_hall->hearing.station();
    return hall.isUp() && m_hall->console.station().isUp() && m_hall->console.isIdle()
        && std::ranges::all_of(m_catalogue->lines(),
            [&hall](const LineId &line) { return hall.state().waitingIn(line) == 0; });
}

bool ProcessMall::comesToRest(Milliseconds patience)
{
    for (const auto &kiosk : m_kiosks)
        kiosk->process.tell("rest");
    return eventually([this] { return isAtRest(); }, patience);
}

std::string ProcessMall::story() const
{
    QStringList lines;
    for (const auto &kiosk : m_kiosks) {
        const KioskView &view = kiosk->view;
        lines += QStringLiteral("%1: link %2, disk \"%3\", %4, %5 unsettled, %6 numbers, %7 of "
                                "them its own, the slowest after %8 ms")
                     .arg(kiosk->file.terminal.value(), view.link, view.disk,
                         view.resting ? QStringLiteral("resting") : QStringLiteral("touched"))
                     .arg(view.unsettled)
                     .arg(view.gave)
                     .arg(view.gaveOwn)
                     .arg(view.slowest.count());
        if (!kiosk->process.end().isEmpty())
            lines += QStringLiteral("  it ") + kiosk->process.end();
        for (const auto &[reason, count] : view.refusals)
            lines += QStringLiteral("  refused %1: %2").arg(reason).arg(count);
    }
    if (m_hall) {
        lines
            += QStringLiteral("console %1, hall %2")
                   .arg(m_hall->console.isIdle() ? QStringLiteral("idle") : QStringLiteral("busy"),
                       m_hall->hearing.station().isUp() ? QStringLiteral("up")
                                                        : QStringLiteral("down"));
        lines += m_hall->console.surprises();
    }
    return lines.join(QLatin1Char('\n')).toStdString();
}

/// A folder that only processes in another namespace see, as this process can read it.
QString ProcessMall::copyOut(const QStringList &inside, const QString &from)
{
    if (from.startsWith(m_folder.path()))
        return from;
    const QString to = m_folder.filePath(QStringLiteral("copy-") + QDir(from).dirName());
    QStringList command = inside;
    command << QStringLiteral("cp") << QStringLiteral("-r") << from << to;
    QProcess copy;
    copy.start(command.takeFirst(), command);
    REQUIRE((copy.waitForFinished() && copy.exitCode() == 0));
    return to;
}

Books ProcessMall::close()
{
    Books books;
    if (m_hall)
        books.heard = m_hall->hearing.heard();
    // A kiosk knows that a report was taken a little before its disk does.
    letPass(1s);
    for (const auto &kiosk : m_kiosks)
        kiosk->process.askToStop();
    REQUIRE(eventually([this] {
        return std::ranges::none_of(
            m_kiosks, [](const auto &kiosk) { return kiosk->process.runs(); });
    }));
    m_service.askToStop();
    REQUIRE(eventually([this] { return !m_service.runs(); }));
    readAll();
    const auto journal = readSiteJournal(
        copyOut(m_plan.serviceInside, m_plan.siteFolder) + QStringLiteral("/journal.db"));
    REQUIRE(journal);
    books.journal = *journal;
    const QString kiosks = copyOut(m_plan.kioskInside, m_plan.kioskFolder);
    for (const auto &kiosk : m_kiosks) {
        books.paper.insert(books.paper.end(), kiosk->paper.begin(), kiosk->paper.end());
        const auto own = readKioskJournal(kiosks + QLatin1Char('/') + kiosk->file.terminal.value()
            + QStringLiteral("/terminal.db"));
        REQUIRE(own);
        books.kiosks.insert(own->begin(), own->end());
    }
    books.told = m_told;
    return books;
}

Reckoning checkBooks(ProcessMall &mall, const char *what, bool touchesForgotten)
{
    const bool rested = mall.comesToRest();
    INFO(mall.story());
    CHECK(rested);
    Books books = mall.close();
    books.touchesForgotten = touchesForgotten;
    const Reckoning reckoning = reckon(books);
    CHECK(reckoning.differences.join(QLatin1Char('\n')) == QString());
    std::printf("%s: kills=%d calls=%zu heard=%zu %s\n", what, mall.kills(),
        books.journal.calls.size(), books.heard.size(), qPrintable(figures(reckoning)));
    std::fflush(stdout);
    return reckoning;
}

} // namespace antre::test

// SPDX-License-Identifier: Apache-2.0

// Durable tickets a second through the real antre-service process: TLS, WebSocket, SQLite. Each
// kiosk asks, waits for its answer and asks again. The disk's floor is measured in the same run.

#include "base/uuid.h"
#include "bench/timings.h"
#include "journal/sqlitejournal.h"
#include "rehearsal/serviceprocess.h"
#include "server/tlsidentity.h"
#include "service/sitesetup.h"
#include "support/eventually.h"
#include "support/mall.h"
#include "terminal/terminallink.h"

#include <QCoreApplication>
#include <QTemporaryDir>

using namespace antre;
using namespace std::chrono_literals;

namespace {

constexpr auto measuredFor = 3s;

/// One kiosk in a closed loop. The feed that comes along is received and left unread: it is the
/// service that is measured, not 62 readers on the same two cores.
class AskingKiosk
{
public:
    AskingKiosk(const QUrl &service, TerminalFile file, const Clock &clock, Random &random,
        Timings &figures)
        : m_file(std::move(file))
        , m_clock(clock)
        , m_random(random)
        , m_figures(figures)
        , m_link(service, m_file.fingerprint)
    {
        QObject::connect(&m_link, &TerminalLink::opened, &m_link, [this] {
            m_link.send(encode(
                Hello{protocolVersion, m_file.terminal, m_file.token, 0, QStringLiteral("bench")}));
        });
        QObject::connect(&m_link, &TerminalLink::frameReceived, &m_link,
            [this](const QByteArray &frame) { heard(frame); });
        m_link.open();
    }

    void ask()
    {
        m_asked = std::chrono::steady_clock::now();
        m_link.send(encode(CommandMessage{CommandId(makeUuid(m_clock, m_random)),
            IssueTicket{ServiceId(QStringLiteral("a.one")), {}, QStringLiteral("id"),
                makeSecret(m_random), m_clock.wall()}}));
    }

    bool welcome = false;
    bool running = true;

private:
    void heard(const QByteArray &frame)
    {
        welcome = welcome || frame.contains("\"type\":\"welcome\"");
        if (!frame.contains("\"type\":\"answer\"") || !frame.contains("\"number\""))
            return;
        m_figures.add(std::chrono::steady_clock::now() - m_asked);
        if (running)
            ask();
    }

    TerminalFile m_file;
    const Clock &m_clock;
    Random &m_random;
    Timings &m_figures;
    TerminalLink m_link;
    std::chrono::steady_clock::time_point m_asked;
};

double floorOf(const QTemporaryDir &folder)
{
    auto journal = *SqliteJournal::open(folder.filePath(QStringLiteral("floor.db")));
    const std::vector<JournalRecord> record{
        {QStringLiteral("fact"), BusinessDay{20'000}, {}, QByteArray(400, 'x')}};
    constexpr int commits = 2000;
    const auto time = timed([&] {
        for (Position at = 0; at < commits; ++at)
            (void)journal->append(at, record);
    });
    return commits / (double(time.count()) / 1e9);
}

void measure(int kiosks, double floor)
{
    QTemporaryDir folder;
    const SystemClock machine;
    SystemRandom random;
    const ClockRate rate{machine.wall(), thursday(9), 1.0};
    const RatedClock clock(machine, rate);
    const auto identity = ensureTlsIdentity(folder.path(), clock);
    std::vector<TerminalFile> files;
    {
        auto site = *SiteSetup::open(folder.path(), clock, random);
        (void)site->publish(smallMall());
        const QString marks
            = QStringLiteral("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
        for (int i = 0; i < kiosks; ++i)
            files.push_back(*site->enrol({TerminalId(QStringLiteral("kiosk-%1").arg(i)),
                                             TerminalKind::Kiosk, {}, marks.mid(i, 1), {}},
                {{}, identity->fingerprint}));
    }
    ServiceProcess service;
    std::optional<QUrl> url;
    QObject::connect(&service, &ServiceProcess::ready, &service,
        [&](const QUrl &terminals) { url = terminals; });
    service.start(QCoreApplication::applicationDirPath() + QStringLiteral("/antre-service"),
        folder.path(), rate);
    Timings figures;
    std::vector<std::unique_ptr<AskingKiosk>> asking;
    if (!test::eventually([&] { return url.has_value(); }))
        return;
    for (const TerminalFile &file : files)
        asking.push_back(std::make_unique<AskingKiosk>(*url, file, clock, random, figures));
    if (!test::eventually([&] {
            return std::ranges::all_of(asking, [](const auto &kiosk) { return kiosk->welcome; });
        }))
        return;
    for (const auto &kiosk : asking)
        kiosk->ask();
    (void)test::eventually([] { return false; }, measuredFor);
    for (const auto &kiosk : asking)
        kiosk->running = false;
    const double rateMeasured
        = double(figures.count()) / double(std::chrono::seconds(measuredFor).count());
    std::printf("%2d kiosks: %7.0f tickets/s   %.2f x the disk's floor of %.0f commits/s\n", kiosks,
        rateMeasured, rateMeasured / floor, floor);
    figures.print("   touch sent to answer received");
    asking.clear();
    bool ended = false;
    QObject::connect(&service, &ServiceProcess::stopped, &service, [&] { ended = true; });
    service.stop();
    (void)test::eventually([&] { return ended; });
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QTemporaryDir folder;
    const double floor = median(5, [&] {
        QFile::remove(folder.filePath(QStringLiteral("floor.db")));
        return floorOf(folder);
    });
    // As many as there are marks for kiosks.
    for (const int kiosks : {1, 16, 62})
        measure(kiosks, floor);
    return 0;
}

// SPDX-License-Identifier: Apache-2.0

// The queue's speed without network: durable tickets a second against the disk's own floor, calling
// with many waiting, restart with a full day. Prints figures; asserts nothing about time.

#include "bench/timings.h"
#include "domain/calling.h"
#include "domain/evolve.h"
#include "journal/sqlitejournal.h"
#include "service/queueservice.h"
#include "support/mall.h"

#include <QCoreApplication>
#include <QTemporaryDir>

using namespace antre;
using namespace std::chrono_literals;

namespace {

/// Durable commits of one row a second on this disk: what nobody can beat with one ticket a commit.
double rawCommitsPerSecond(const QTemporaryDir &folder, int commits)
{
    const QString path = folder.filePath(QStringLiteral("raw-%1.db").arg(commits));
    QFile::remove(path);
    auto journal = *SqliteJournal::open(path);
    const std::vector<JournalRecord> record{
        {QStringLiteral("ticketIssued"), BusinessDay{20685}, {}, QByteArray(400, 'x')}};
    const auto time = timed([&] {
        for (int i = 0; i < commits; ++i)
            (void)journal->append(i, record);
    });
    return commits / (double(time.count()) / 1e9);
}

Command publish(const Clock &clock, Random &random)
{
    return {CommandId(makeUuid(clock, random)), {}, PublishCatalogue{smallMall()}};
}

Command visitor(const Clock &clock, Random &random)
{
    return {CommandId(makeUuid(clock, random)), {TerminalId(QStringLiteral("kiosk-1")), {}},
        IssueTicket{ServiceId(QStringLiteral("a.one")), {}, QStringLiteral("id"),
            makeSecret(random), clock.wall()}};
}

/// `terminals` visitors at a time, each waiting for the answer before the next: closed loop.
double ticketsPerSecond(const QTemporaryDir &folder, int terminals, int tickets)
{
    const QString path = folder.filePath(QStringLiteral("service-%1.db").arg(terminals));
    QFile::remove(path);
    auto journal = *SqliteJournal::open(path);
    ManualClock clock(thursday(9));
    SeededRandom random(1);
    QueueService service(*journal, clock);
    (void)service.open();
    service.submit(publish(clock, random), {});
    service.flush();
    const auto time = timed([&] {
        for (int done = 0; done < tickets; done += terminals) {
            for (int t = 0; t < terminals; ++t)
                service.submit(visitor(clock, random), {});
            while (service.hasWork())
                service.flush();
        }
    });
    return tickets / (double(time.count()) / 1e9);
}

State withWaiting(int tickets)
{
    RuleBook mall;
    mall.opens("1");
    SeededRandom dice(3);
    for (int i = 0; i < tickets; ++i)
        mall.takes("a.one", dice.below(5) == 0 ? "elderly" : "general");
    return mall.state;
}

double callNextMicroseconds(const State &full)
{
    const CounterId counter(QStringLiteral("1"));
    constexpr int rounds = 20'000;
    size_t found = 0;
    const auto time = timed([&] {
        for (int i = 0; i < rounds; ++i)
            found += nextTicket(full, counter, thursday(10)).has_value() ? 1 : 0;
    });
    return found == rounds ? double(time.count()) / 1e3 / rounds : -1;
}

double restartMilliseconds(const QString &path)
{
    const ManualClock clock(thursday(9));
    return double(timed([&] {
        auto journal = *SqliteJournal::open(path);
        QueueService service(*journal, clock);
        if (!service.open())
            std::printf("restart failed\n");
    }).count())
        / 1e6;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QTemporaryDir folder;
    const double raw = median(5, [&] { return rawCommitsPerSecond(folder, 2000); });
    std::printf("%-52s %10.0f /s\n", "durable single-row commits, the disk's floor", raw);
    for (const int terminals : {1, 16, 64}) {
        const double rate = median(
            5, [&] { return ticketsPerSecond(folder, terminals, terminals == 1 ? 2048 : 16'384); });
        std::printf("durable tickets, %2d terminals at once %25.0f /s   %.2f x floor\n", terminals,
            rate, rate / raw);
    }
    double few = 0;
    for (const int waiting : {100, 1'000, 10'000, 100'000}) {
        const State full = withWaiting(waiting);
        const double micro = median(5, [&] { return callNextMicroseconds(full); });
        few = few == 0 ? micro : few;
        std::printf("who is next, %6d waiting %33.3f us   %.2f x 100 waiting\n", waiting, micro,
            micro / few);
    }
    (void)ticketsPerSecond(folder, 16, 10'000);
    const double restart = median(
        5, [&] { return restartMilliseconds(folder.filePath(QStringLiteral("service-16.db"))); });
    std::printf("%-52s %8.1f ms\n", "restart with 10,000 tickets in the day", restart);
    return 0;
}

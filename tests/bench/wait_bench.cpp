// SPDX-License-Identifier: Apache-2.0

// What the wait costs with 450 people waiting in the whole mall: learning the pace from 30 days,
// one estimate for everybody, one for a single line. Prints figures; asserts nothing about time.

#include "bench/timings.h"
#include "domain/evolve.h"
#include "domain/waitestimate.h"
#include "rehearsal/daymodel.h"
#include "replay/replayday.h"
#include "support/paths.h"
#include "wire/cataloguereader.h"

#include <QFile>

using namespace antre;
using namespace std::chrono_literals;

namespace {

constexpr int waiting = 450;
constexpr int days = 30;

CataloguePtr mall()
{
    QFile file(sourcePath("resources/catalogue/mpp-bengkulu.json"));
    return file.open(QIODevice::ReadOnly) ? readCatalogue(file.readAll()).catalogue : nullptr;
}

struct Past
{
    PaceHistory history;
    BusinessDay today;
};

Past monthOf(const ReplayScenario &scenario)
{
    SeededRandom random(1);
    const ReplayWorld world(scenario, random);
    Past past{{}, *BusinessDay::fromText(u"2026-01-05")};
    PaceRecorder recorder(past.history);
    for (int day = 0; day < days; ++day) {
        ReplayDay(world, world.day(past.today, random), random,
            [&](const Event &event, const State &) { recorder.fold(event, *scenario.catalogue); })
            .play();
        past.today = *nextOpenDay(*scenario.catalogue, BusinessDay{past.today.days + 1});
    }
    return past;
}

/// All counters open, everybody came within the last two hours.
State crowded(const CataloguePtr &catalogue, BusinessDay day, Instant now)
{
    State state;
    state.catalogue = catalogue;
    const ManualClock clock(now);
    SeededRandom random(2);
    const auto tell = [&](EventData data, Instant at) {
        state = evolve(std::move(state), {std::move(data), at, day, CommandId(), {}});
    };
    tell(DayStarted{}, now - 3h);
    for (const Counter &counter : catalogue->counters)
        tell(CounterOpened{counter.id, OfficerId(counter.id.value())}, now - 3h);
    for (int i = 0; i < waiting; ++i) {
        const Agency &agency = catalogue->agencies[random.below(catalogue->agencies.size())];
        const auto &priority = catalogue->classes[random.below(6) == 0 ? 1 : 0];
        const Instant at = now - 2h + Milliseconds(7'200'000LL * i / waiting);
        tell(TicketIssued{TicketId(makeUuid(clock, random)), {agency.line(), {}, i + 1},
                 agency.services[random.below(agency.services.size())].id, priority.id, {}, {}, {},
                 at},
            at);
    }
    return state;
}

} // namespace

int main()
{
    ReplayScenario scenario;
    scenario.catalogue = mall();
    scenario.visitors = 450;
    const Past past = monthOf(scenario);
    const Instant now = instantOf(past.today, 10h, scenario.catalogue->zone());
    const double learn = median(5, [&] {
        return double(timed([&] {
            (void)ServicePace::learn(past.history, *scenario.catalogue, now);
        }).count())
            / 1e6;
    });
    std::printf("learn the pace from %zu visits %34.2f ms\n", past.history.visits.size(), learn);
    const auto pace = ServicePace::learn(past.history, *scenario.catalogue, now);
    const State state = crowded(scenario.catalogue, past.today, now);
    SeededRandom random(3);
    const double all = median(9, [&] {
        return double(timed([&] { (void)estimateWaits(state, pace, {now}, random); }).count())
            / 1e6;
    });
    std::printf("all waits, %d waiting, 200 runs %36.2f ms   %.3f ms a ticket\n", waiting, all,
        all / waiting);
    const WaitQuestion one{now, {LineId(QStringLiteral("B"))}};
    const double line = median(9, [&] {
        return double(timed([&] { (void)estimateWaits(state, pace, one, random); }).count()) / 1e6;
    });
    std::printf("one line's waits, %2d of them waiting there %25.2f ms\n",
        state.waitingIn(LineId(QStringLiteral("B"))), line);
    return 0;
}

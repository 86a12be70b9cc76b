// SPDX-License-Identifier: Apache-2.0
#include "antrectl/estimateverb.h"

#include "replay/estimatereplay.h"

#include <QTime>

#include <algorithm>

namespace antre {

namespace {

constexpr double coverageMin = 0.75;
constexpr double coverageMax = 0.85;
constexpr size_t shownTickets = 20;

const std::array<WaitMethod, waitMethods> methods{WaitMethod::Forecast,
    WaitMethod::LastToEnterService, WaitMethod::HeadOfLine, WaitMethod::QueueOverRate,
    WaitMethod::FixedAverage};

QString cell(double value, int decimals, int width = 7)
{
    return QString::number(value, 'f', decimals).rightJustified(width);
}

void printHead()
{
    print(QStringLiteral("Visitors who had to wait. In: share of waits within the 10-90 % range "
                         "(aim: 75-85 %). Kept: within what\n"
                         "the slip says, which is rounded outwards to 5 minutes. Late: waited "
                         "longer than it says. Width: of what it says.\n"
                         "Errors of a single figure in minutes, mean (median): forecast's median, "
                         "last to enter service, head of line,\n"
                         "queue length over rate, fixed average.\n"));
    print(QStringLiteral("%1%2%3%4%5%6%7  %8")
              .arg(QStringLiteral("scenario"), -26)
              .arg(QStringLiteral("waits"), 7)
              .arg(QStringLiteral("mean"), 7)
              .arg(QStringLiteral("in %"), 7)
              .arg(QStringLiteral("kept %"), 7)
              .arg(QStringLiteral("late %"), 7)
              .arg(QStringLiteral("width"), 7)
              .arg(QStringLiteral("  forecast         LES         HOL         QLR       fixed")));
}

/// False: an aim was missed.
bool printScore(const QString &name, const ReplayScore &score)
{
    QString errors;
    bool best = true;
    for (const WaitMethod method : methods) {
        errors += QStringLiteral("%1 (%2)")
                      .arg(score.meanError(method), 6, 'f', 1)
                      .arg(score.medianError(method), 4, 'f', 1);
        best = best && score.meanError(WaitMethod::Forecast) <= score.meanError(method);
    }
    const bool covers = score.coverage() >= coverageMin && score.coverage() <= coverageMax;
    print(QStringLiteral("%1%2%3%4%5%6%7%8%9")
              .arg(name, -26)
              .arg(score.waits().size(), 7)
              .arg(cell(score.meanWait(), 1), cell(100 * score.coverage(), 1),
                  cell(100 * score.promisesKept(), 1), cell(100 * score.longerThanPromised(), 1),
                  cell(score.medianWidth(), 0), errors,
                  covers && best ? QString() : QStringLiteral("  MISSED")));
    return covers && best;
}

QString clockText(Minutes time)
{
    return QTime(0, 0).addSecs(int(time.count()) * 60).toString(QStringLiteral("HH:mm"));
}

/// One day's visitors, evenly picked, as they would have read it.
void printDay(const ReplayScore &score)
{
    const auto &waits = score.waits();
    if (waits.empty())
        return;
    std::vector<ReplayedWait> day;
    std::ranges::copy_if(waits, std::back_inserter(day),
        [&](const ReplayedWait &wait) { return wait.touch.day == waits.back().touch.day; });
    std::ranges::stable_sort(day, {}, [](const ReplayedWait &wait) { return wait.touch.ofDay; });
    print(QStringLiteral("\nOne day in the mall:\n%1%2%3%4%5")
              .arg(QStringLiteral("touch"), -8)
              .arg(QStringLiteral("number"), -9)
              .arg(QStringLiteral("ahead"), 5)
              .arg(QStringLiteral("promised"), 16)
              .arg(QStringLiteral("waited"), 9));
    const size_t step = std::max<size_t>(1, day.size() / shownTickets);
    for (size_t i = 0; i < day.size() && i / step < shownTickets; i += step) {
        const ReplayedWait &wait = day[i];
        const PromisedWait promise = wait.outlook.promise();
        const double waited = double(wait.actual.count()) / 60'000;
        const bool kept = wait.actual >= promise.from && wait.actual <= promise.until;
        print(QStringLiteral("%1%2%3%4%5%6%7")
                  .arg(clockText(wait.touch.ofDay), -8)
                  .arg(wait.number.text(), -9)
                  .arg(wait.ahead, 5)
                  .arg(QStringLiteral("%1-%2 min")
                           .arg(promise.from.count())
                           .arg(promise.until.count()),
                      16)
                  .arg(waited, 9, 'f', 1)
                  .arg(kept                            ? QString()
                          : wait.actual < promise.from ? QStringLiteral("  sooner")
                                                       : QStringLiteral("  LATER"),
                      promise.maybeTooLate ? QStringLiteral("  (maybe not today)") : QString()));
    }
}

} // namespace

Exit rehearseEstimate(const CataloguePtr &mall, quint64 seed, int malls)
{
    ReplayPlan plan;
    plan.seed = seed;
    plan.malls = malls;
    print(QStringLiteral("%1 malls of each kind, seed %2: %3 days learned, then %4 days replayed")
              .arg(malls)
              .arg(seed)
              .arg(plan.daysLearned)
              .arg(plan.days));
    printHead();
    bool allMet = true;
    ReplayScore last;
    for (const ReplayScenario &scenario : replayScenarios(mall)) {
        last = replay(scenario, plan);
        allMet = printScore(scenario.name, last) && allMet;
    }
    printDay(last);
    return allMet ? Exit::Success : Exit::Failure;
}

} // namespace antre

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/waitestimate.h"
#include "replay/replayworld.h"

#include <array>

namespace antre {

/// Who is asked for a wait: ours, and what simpler systems show.
enum class WaitMethod {
    Forecast, ///< the median of estimateWaits()
    LastToEnterService, ///< as long as the one called last had waited
    HeadOfLine, ///< as long as the first in line has waited already
    QueueOverRate, ///< everybody ahead, at the line's mean time, over the open counters
    FixedAverage, ///< the line's mean wait on past days
};
constexpr size_t waitMethods = 5;
[[nodiscard]] QString waitMethodName(WaitMethod method);

/// One visitor who had to wait: what was promised, and what came.
struct ReplayedWait
{
    LocalTime touch;
    TicketNumber number;
    bool headStart = false;
    int ahead = 0;
    WaitOutlook outlook;
    Milliseconds actual{0};
    std::array<double, waitMethods> minutes{}; ///< what each method said
};

/// Of one scenario. Only visitors who had to wait count: for others every method is right.
class ReplayScore
{
public:
    void add(const ReplayedWait &wait) { m_waits.push_back(wait); }
    void add(const ReplayScore &other);
    void addUnknown() { ++m_unknown; }

    [[nodiscard]] const std::vector<ReplayedWait> &waits() const { return m_waits; }
    /// Share of waits within the 10-90 % range.
    [[nodiscard]] double coverage() const;
    /// Share within the range that visitors see, rounded outwards.
    [[nodiscard]] double promisesKept() const;
    [[nodiscard]] double longerThanPromised() const;
    /// Of what visitors see, in minutes: half of the ranges are at most so wide.
    [[nodiscard]] double medianWidth() const;
    [[nodiscard]] double meanWait() const; ///< minutes
    [[nodiscard]] double meanError(WaitMethod method) const; ///< minutes, sign aside
    [[nodiscard]] double medianError(WaitMethod method) const;
    [[nodiscard]] double bias() const; ///< minutes that the forecast says too much, on average
    /// Visitors who got no estimate, as a share of all who had to wait.
    [[nodiscard]] double unknown() const;

private:
    std::vector<ReplayedWait> m_waits;
    int m_unknown = 0;
};

/// How much is replayed. Each mall is a new one: other speeds, other officers.
struct ReplayPlan
{
    quint64 seed = 1;
    int malls = 10;
    int daysLearned = 20; ///< before the first promise
    int days = 5; ///< with promises; what they bring is learned when they are over
    int runs = 200; ///< of each estimate
};

/// Plays `scenario` in memory and asks every method at each touch. No method gets to see anything
/// that lies ahead of the touch.
[[nodiscard]] ReplayScore replay(const ReplayScenario &scenario, const ReplayPlan &plan);

} // namespace antre

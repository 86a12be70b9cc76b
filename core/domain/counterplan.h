// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/dice.h"
#include "domain/schedule.h"
#include "domain/state.h"

#include <limits>

namespace antre::forecast {

// Times of a forecast are seconds from its moment.

constexpr double never = std::numeric_limits<double>::infinity();
/// A run that gets this far without calling everybody is stuck: nobody works any more.
constexpr double horizonSeconds = 24.0 * 3600;

struct Rest
{
    double from;
    double until;
};

/// What one counter is about, and what its day still holds as far as anybody can know.
struct CounterPlan
{
    const Counter *what = nullptr;
    std::vector<size_t> lines; ///< its own
    std::vector<size_t> helped; ///< from which it may call when those are empty
    double helps = 0; ///< chance that it does
    size_t agency = 0; ///< whose habits it has
    Guess officer;

    std::optional<size_t> serving; ///< service of who is there now
    std::optional<size_t> current; ///< person that is there now, if known
    bool called = false; ///< but has not come yet
    double busySince = 0; ///< seconds ago
    double idleSince = never; ///< seconds ago
    bool ignores = false; ///< all that time somebody waited
    bool open = false;
    bool paused = false;
    double pausedSince = 0; ///< seconds ago
    std::optional<double> pausedUntil; ///< as the officer said; absent: didn't, or it is over

    std::vector<Rest> rests; ///< still to come or present
    double opens = 0;
    double closing = never; ///< of the hours
    double lastNumber = 0; ///< no numbers are given from then on

    /// The hours explain why it is closed: it can be expected back.
    [[nodiscard]] bool isResting() const;
};

/// One counter's day as it comes out in one run.
struct CounterDay
{
    double pace = 1;
    double opensAt = 0;
    double freeAt = 0;
    double closesAt = never;
    std::vector<Rest> rests;
    size_t nextRest = 0;
    bool isIdle = false; ///< free, and nobody for it to call
    [[nodiscard]] bool isOpenAt(double time) const { return opensAt <= time && time < closesAt; }
};

/// How long a visit takes, for who is at a counter now.
struct PresentVisit
{
    const Spread *chance = nullptr;
    double scale = 1;
    const ServicePace::OfAgency *agency = nullptr;
};

/// Fills in hours, breaks, closings and a pause. REQUIRES: `counter.what` is set.
void planHours(CounterPlan &counter, const State &state, Instant now, const DayHours &hours);

/// Draws a counter's day into `day`. The same number of draws whatever the counter does now, so
/// that more people waiting change no other counter's chances. `present`: what is known of
/// `counter.serving`, but for the officer's pace.
void drawDay(CounterDay &day, const CounterPlan &counter, const ServicePace &pace,
    const ServicePace::OfAgency &habits, const PresentVisit &present, Minutes ofDay, Dice &dice);

} // namespace antre::forecast

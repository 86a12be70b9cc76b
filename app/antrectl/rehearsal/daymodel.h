// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/random.h"
#include "domain/catalogue.h"

namespace antre {

/// One visitor of a rehearsed day: what they want, and how they will behave.
struct Visit
{
    Instant arrival; ///< at a kiosk
    ServiceId service;
    ClassId priority;
    QString language;
    bool comes = true; ///< when called; else everybody waits for them in vain
    std::optional<Milliseconds>
        patience; ///< tells an officer that they leave, if they still wait then
    Milliseconds walk{0}; ///< from the call to the desk
    Milliseconds atCounter{0}; ///< how long they are served
    friend bool operator==(const Visit &, const Visit &) = default;
};

/// What kind of day it is.
struct DayPlan
{
    BusinessDay day; ///< one on which the site is open
    int visitors = 450;
    double noShows = 0.05; ///< share of visitors who don't come when called
    double leavers = 0.02; ///< share of visitors who run out of patience
};

/// The visitors of a whole day, in order of arrival. They come as to a mall: most from 9 to 11, few
/// in the breaks, fewest during Friday prayer; they want what a mall is mostly asked for; and they
/// take as long as people do: mostly a little less than planned, now and then much more
/// (log-normal). The same seed gives the same day. REQUIRES: the site has hours on that day.
[[nodiscard]] std::vector<Visit> visitorsOf(
    const Catalogue &catalogue, const DayPlan &plan, Random &random);

/// How many would come in the minute that begins at `time`, relative to a quiet minute's 1.
[[nodiscard]] double crowdAt(const DayHours &hours, Minutes time);

/// The first day from `from` on when the site is open; nothing within a year: it never is.
[[nodiscard]] std::optional<BusinessDay> nextOpenDay(const Catalogue &catalogue, BusinessDay from);

} // namespace antre

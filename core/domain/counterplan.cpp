// SPDX-License-Identifier: Apache-2.0
#include "domain/counterplan.h"

#include "domain/availability.h"

#include <algorithm>

namespace antre::forecast {

namespace {

/// One counter's chances.
class Chances
{
public:
    Chances(const CounterPlan &counter, const ServicePace &pace,
        const ServicePace::OfAgency &habits, Minutes ofDay)
        : m_counter(counter)
        , m_pace(pace)
        , m_habits(habits)
        , m_minuteNow(double(ofDay.count()))
    {
    }

    /// How long before a break an officer calls nobody any more, if `chance` has it so.
    [[nodiscard]] double leavesBefore(double chance) const
    {
        constexpr double step = 60;
        double before = 0;
        while (before < PaceHistory::stopWindow && chance < m_pace.stopsEarly(before + step / 2))
            before += step;
        return before;
    }

    [[nodiscard]] double restOfVisit(const PresentVisit &present, double officer, double left) const
    {
        const ServicePace::OfAgency &agency = *present.agency;
        if (m_counter.called && left < agency.absent)
            return remaining(agency.absentSeconds, 1, m_counter.busySince, left / agency.absent);
        return remaining(*present.chance, present.scale * officer, m_counter.busySince, left);
    }

    /// An open counter serves nobody: its officer is still busy with something else, and for sure
    /// so if somebody has waited all the time.
    [[nodiscard]] double idleOn(double left) const
    {
        const Spread &gap = m_habits.gap;
        return m_counter.ignores ? remaining(gap, 1, m_counter.idleSince, left)
                                 : std::max(0.0, gap.at(left) - m_counter.idleSince);
    }

    [[nodiscard]] double pausedOn(double left) const
    {
        if (m_counter.pausedUntil)
            return std::max(0.0, *m_counter.pausedUntil + m_pace.pauseLate().at(left));
        return remaining(m_pace.pause(), 1, m_counter.pausedSince, left);
    }

    /// When a counter that is closed now opens, if past days are a guide; never: not today.
    [[nodiscard]] double opening(double chance) const
    {
        const auto &known = m_pace.desk(m_counter.what->id);
        if (known.today && known.today->closed) {
            // Gone for a break: it comes back with its end.
            for (const Rest &rest : m_counter.rests) {
                if (rest.from < PaceHistory::stopWindow && -rest.from < horizonSeconds)
                    return rest.until;
            }
            return never;
        }
        std::vector<double> later;
        for (const auto &day : known.past) {
            if (day.opened > m_minuteNow)
                later.push_back(60 * (day.opened - m_minuteNow));
        }
        // Days on which it did not open at all, or had opened before now: today it has not.
        const int stayedAway = std::max(0, m_pace.pastDays() - int(known.past.size()));
        const size_t possible = later.size() + size_t(stayedAway);
        const size_t drawn = size_t(chance * double(possible));
        return drawn < later.size() ? later[drawn] : never;
    }

    /// When a counter closes although somebody may wait. After the official time it goes on until
    /// everybody who has a number was served.
    [[nodiscard]] double closing(double chance) const
    {
        std::vector<double> ends{never}; // a day of nobody's, so that nothing is certain
        for (const auto &day : m_pace.desk(m_counter.what->id).past) {
            if (!day.closed || !day.early)
                ends.push_back(never);
            else if (*day.closed > m_minuteNow)
                ends.push_back(60 * (*day.closed - m_minuteNow));
        }
        return ends[size_t(chance * double(ends.size()))];
    }

private:
    const CounterPlan &m_counter;
    const ServicePace &m_pace;
    const ServicePace::OfAgency &m_habits;
    const double m_minuteNow;
};

} // namespace

bool CounterPlan::isResting() const
{
    return std::ranges::any_of(rests, [](const Rest &rest) { return rest.from <= 0; });
}

void planHours(CounterPlan &counter, const State &state, Instant now, const DayHours &hours)
{
    const QTimeZone &zone = state.catalogue->zone();
    const BusinessDay today = localTime(now, zone).day;
    const auto secondsAt = [&](BusinessDay day, Minutes ofDay) {
        return double((instantOf(day, ofDay, zone) - now).count()) / 1000;
    };
    counter.opens = secondsAt(today, hours.open.from);
    counter.closing = secondsAt(today, hours.open.until);
    counter.lastNumber = secondsAt(today, hours.numbers.until);
    if (counter.opens > 0)
        counter.rests.push_back({-horizonSeconds, counter.opens});
    for (const TimeSpan &rest : hours.breaks) {
        if (secondsAt(today, rest.until) > 0)
            counter.rests.push_back({secondsAt(today, rest.from), secondsAt(today, rest.until)});
    }
    for (const ClosedSpan &span : counterClosings(state, *counter.what, now)) {
        const double end = secondsAt(span.until.day, span.until.ofDay);
        // What ends after closing ends too late for everybody who waits.
        const double until = end < counter.closing ? end : never;
        if (until > 0)
            counter.rests.push_back({secondsAt(span.from.day, span.from.ofDay), until});
    }
    std::ranges::sort(counter.rests, {}, &Rest::from);
}

void drawDay(CounterDay &day, const CounterPlan &counter, const ServicePace &pace,
    const ServicePace::OfAgency &habits, const PresentVisit &present, Minutes ofDay, Dice &dice)
{
    const Chances chances(counter, pace, habits, ofDay);
    day.pace = dice.factor(counter.officer);
    const double left = dice.unit();
    const double morning = dice.unit();
    const double evening = dice.unit();
    const double early = dice.unit();
    day.rests.clear();
    day.nextRest = 0;
    day.isIdle = false;
    for (const Rest &rest : counter.rests)
        day.rests.push_back(
            {rest.from - chances.leavesBefore(early), rest.until + habits.back.at(dice.unit())});
    day.opensAt = counter.open ? 0 : chances.opening(morning);
    day.closesAt = chances.closing(evening);
    day.freeAt = day.opensAt;
    if (counter.serving)
        day.freeAt = chances.restOfVisit(present, day.pace, left) + habits.gap.at(morning);
    else if (counter.paused)
        day.freeAt = chances.pausedOn(left);
    else if (counter.open)
        day.freeAt = chances.idleOn(left);
}

} // namespace antre::forecast

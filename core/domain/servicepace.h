// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/pacehistory.h"

#include <array>

namespace antre {

/// A measured distribution, kept as its quantiles.
class Spread
{
public:
    /// Values in any order, each with its weight. REQUIRES: at least one weight above 0.
    [[nodiscard]] static Spread of(std::vector<std::pair<double, double>> weighted);

    /// The value that `share` (0 to 1) of all don't exceed.
    [[nodiscard]] double at(double share) const;
    /// The share of all that doesn't exceed `value`.
    [[nodiscard]] double shareUpTo(double value) const;

private:
    static constexpr int steps = 64;
    std::array<double, steps + 1> m_quantiles{};
};

/// Something estimated, with the variance of the doubt about it.
struct Guess
{
    double mean = 0;
    double variance = 0;
};

/// How fast the site works: learned from what was measured, leaning on the catalogue's planned
/// durations as long as there is little. An immutable value.
///
/// The time of a visit is taken to be planned duration x site x agency x service x officer x hour x
/// agency's mood of the day x chance. All factors are estimated together on logarithms, each drawn
/// towards 1 the less was seen of it (as in a random effects model, whose variances are given here
/// but for the day's, which is estimated). Chance is not assumed to have a shape: it is what was
/// left over, mostly of the same service, then of its agency.
class ServicePace
{
public:
    struct OfService
    {
        double seconds = 0; ///< typical time from call to end, before officer, hour and day
        double doubt = 0; ///< variance of its logarithm
        Spread chance; ///< factor
    };
    struct OfAgency
    {
        Guess today; ///< logarithm of the day's factor
        double absent = 0; ///< share of those called who don't come
        Spread absentSeconds; ///< until the officer gives up
        Spread gap; ///< seconds from one visitor's end to the next call
        Spread back; ///< seconds from a break's end to the first call
        /// Numbers that past days let expect in each part of a day (PaceHistory::partMinutes).
        std::vector<double> arrivals;
    };
    /// What is known of one counter's days, for when it opens and closes.
    struct OfDesk
    {
        std::vector<PaceHistory::DeskDay> past;
        std::optional<PaceHistory::DeskDay> today;
    };

    /// What is known of nothing: the catalogue alone.
    ServicePace() = default;
    [[nodiscard]] static ServicePace learn(
        const PaceHistory &history, const Catalogue &catalogue, Instant now);

    /// Null when the catalogue didn't have it.
    [[nodiscard]] const OfService *service(const ServiceId &id) const;
    [[nodiscard]] const OfAgency *agency(const AgencyId &id) const;
    [[nodiscard]] Guess officer(const OfficerId &id) const; ///< logarithm
    [[nodiscard]] double hourFactor(int hour) const { return m_hours[size_t(hour)]; }
    [[nodiscard]] const OfDesk &desk(const CounterId &id) const;
    /// Chance that an officer who gets free `seconds` before a break, with somebody waiting, calls
    /// nobody any more.
    [[nodiscard]] double stopsEarly(double seconds) const;
    /// Seconds from "pause" to "go on".
    [[nodiscard]] const Spread &pause() const { return m_pause; }
    /// Seconds that a counter goes on later than its officer said at the pause.
    [[nodiscard]] const Spread &pauseLate() const { return m_pauseLate; }
    /// Chance that an officer helps another line, with somebody there and nobody in the own ones.
    [[nodiscard]] double helps(const CounterId &id) const;
    /// Share of visits after which the visitor waits at another counter, at the old place.
    [[nodiscard]] double sentOn() const { return m_sentOn; }
    /// Share of visitors who give up before they are called.
    [[nodiscard]] double givesUp() const { return m_givesUp; }
    [[nodiscard]] int pastDays() const { return m_pastDays; }
    /// Visits that it was learned from.
    [[nodiscard]] size_t measured() const { return m_measured; }

private:
    class Fit;
    QHash<ServiceId, OfService> m_services;
    QHash<AgencyId, OfAgency> m_agencies;
    QHash<OfficerId, Guess> m_officers;
    Guess m_unknownOfficer;
    std::array<double, 24> m_hours{};
    std::map<CounterId, OfDesk> m_desks;
    std::array<double, 4> m_stopsEarly{};
    Spread m_pause;
    Spread m_pauseLate;
    std::map<CounterId, double> m_helps;
    double m_sentOn = 0;
    double m_givesUp = 0;
    int m_pastDays = 0;
    size_t m_measured = 0;
};

} // namespace antre

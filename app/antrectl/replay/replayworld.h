// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/random.h"
#include "domain/catalogue.h"

#include <map>
#include <vector>

namespace antre {

/// How long visits at one service scatter around their mean.
enum class TimeShape {
    Gamma, ///< one hump
    TwoKinds, ///< most are quick, three in ten take several times as long
};

/// A kind of mall and day on which the wait estimate is tried. None of its distributions is one
/// that the estimate assumes.
struct ReplayScenario
{
    QString name;
    CataloguePtr catalogue;
    int visitors = 100; ///< a day, on average
    TimeShape shape = TimeShape::Gamma;
    double headStartShare = 0.14; ///< of visitors, in any class with a head start
    int groups = 0; ///< busloads a day: a dozen people within a few minutes
    double absent = 0.06;
    double leavers = 0.03;
    double parked = 0; ///< share of visits that are set aside in the middle, for a form or a copy
    double sentOn = 0; ///< share of visits that are sent to another counter or line
    double further = 0; ///< share of visitors with a second service at the other agency
    int pauses = 0; ///< of each counter a day, most of them with a said end
};

/// What is true in one mall, and what no estimate gets to see: how fast its services and officers
/// really are. The same seed makes the same mall.
class ReplayWorld
{
public:
    ReplayWorld(const ReplayScenario &scenario, Random &random);

    struct Visitor
    {
        Instant touch;
        ServiceId service;
        ClassId priority;
        bool comes = true;
        std::optional<Milliseconds> patience;
        double work = 1; ///< seconds of an average officer on an average day
        std::optional<ServiceId> then = {}; ///< a second service
        double thenWork = 0;
        Milliseconds aside{0}; ///< set aside for so long, in the middle; 0: not
        bool sentOn = false;
    };
    struct Pause
    {
        Instant from; ///< or when the present visitor is done
        Milliseconds length{0};
        std::optional<Milliseconds> said; ///< what the officer says it will be
    };
    /// One counter's day.
    struct Shift
    {
        CounterId counter;
        Instant opens;
        std::optional<Instant> leaves; ///< earlier than the others
        double pace = 1; ///< seconds per second of work
        Milliseconds stops{0}; ///< before each break: calls nobody any more
        Milliseconds late{0}; ///< comes back so long after each break
        double helps = 0; ///< chance to help another line each time that nobody is in the own ones
        std::vector<Pause> pauses; ///< in order
    };
    struct Day
    {
        BusinessDay day;
        std::vector<Visitor> visitors; ///< in order of touch
        std::vector<Shift> shifts;
    };
    /// REQUIRES: the site is open on `day`.
    [[nodiscard]] Day day(BusinessDay day, Random &random) const;

    [[nodiscard]] const ReplayScenario &scenario() const { return m_scenario; }

private:
    [[nodiscard]] Visitor visitor(Instant touch, Random &random) const;
    [[nodiscard]] double workFor(const ServiceId &service, Random &random) const;
    void complicate(Visitor &visitor, Random &random) const;
    [[nodiscard]] std::vector<Pause> pauses(
        const DayHours &hours, BusinessDay day, Random &random) const;

    ReplayScenario m_scenario;
    std::map<ServiceId, double> m_work; ///< mean seconds
    std::map<ServiceId, double> m_wanted; ///< share, cumulated
    std::map<CounterId, double> m_pace;
    std::map<CounterId, double> m_helps;
};

/// One, three and six counters of one agency; with and without a lunch break; bursts; many with a
/// head start; visits of two kinds; two agencies whose visitors are parked, sent on and have second
/// services, whose officers pause and help each other; and the mall of `mall`.
[[nodiscard]] std::vector<ReplayScenario> replayScenarios(const CataloguePtr &mall);

/// Own arithmetic for the reason told at Random::unit().
[[nodiscard]] double gammaDistributed(double shape, Random &random);

} // namespace antre

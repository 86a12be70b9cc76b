// SPDX-License-Identifier: Apache-2.0
#include "replay/replayworld.h"

#include "base/check.h"
#include "rehearsal/daymodel.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace antre {

namespace {

using namespace std::chrono_literals;

double between(double least, double most, Random &random)
{
    return least + (most - least) * random.unit();
}

Milliseconds milliseconds(double seconds) { return Milliseconds(qint64(seconds * 1000)); }

double standardNormal(Random &random)
{
    const double radius = std::sqrt(-2.0 * std::log(1.0 - random.unit()));
    return radius * std::cos(2.0 * std::numbers::pi * random.unit());
}

LocalText named(const QString &name)
{
    return LocalText(std::map<QString, QString>{{QStringLiteral("en"), name}});
}

/// One agency with five services at `counters` counters.
CataloguePtr office(int counters, bool lunch)
{
    Catalogue made;
    made.site.id = QStringLiteral("office");
    made.site.name = made.site.shortName = named(QStringLiteral("Office"));
    made.site.timeZone = QStringLiteral("Asia/Jakarta");
    made.site.languages = {QStringLiteral("en")};
    DayHours hours{{8h, 15h}, {7h + 30min, 14h + 30min}, {}};
    if (lunch)
        hours.breaks = {{12h, 13h}};
    for (size_t weekday = 0; weekday < 5; ++weekday)
        made.site.hours[weekday] = hours;
    if (lunch)
        made.site.hours[4]->breaks = {{11h + 30min, 13h}};
    const auto priority = [](const char *id, Minutes headStart) {
        PriorityClass one;
        one.id = ClassId(QString::fromLatin1(id));
        one.name = one.shortName = named(one.id.value());
        one.headStart = headStart;
        return one;
    };
    made.classes = {priority("general", 0min), priority("elderly", 20min)};
    Agency agency;
    agency.id = AgencyId(QStringLiteral("office"));
    agency.code = QStringLiteral("A");
    agency.name = agency.shortName = named(QStringLiteral("Office"));
    for (const int minutes : {6, 10, 12, 15, 20}) {
        Service service;
        service.id = ServiceId(QStringLiteral("office.%1").arg(minutes));
        service.agency = agency.id;
        service.name = named(service.id.value());
        service.duration = Minutes(minutes);
        agency.services.push_back(service);
    }
    made.agencies = {agency};
    for (int number = 1; number <= counters; ++number) {
        const CounterId id(QString::number(number));
        made.counters.push_back({id, named(id.value()), {agency.id}});
    }
    made.index();
    return std::make_shared<const Catalogue>(std::move(made));
}

/// Two such agencies side by side; the counters of each may help the other.
CataloguePtr twoOffices(int countersEach)
{
    Catalogue made = *office(2 * countersEach, true);
    Agency other = made.agencies.front();
    other.id = AgencyId(QStringLiteral("annex"));
    other.code = QStringLiteral("B");
    for (Service &service : other.services) {
        service.id = ServiceId(QStringLiteral("annex.%1").arg(service.duration.count()));
        service.agency = other.id;
    }
    made.agencies.push_back(other);
    for (size_t i = 0; i < made.counters.size(); ++i) {
        const bool first = int(i) < countersEach;
        made.counters[i].agencies = {made.agencies[first ? 0 : 1].id};
        made.counters[i].helps = {made.agencies[first ? 1 : 0].id};
    }
    made.index();
    return std::make_shared<const Catalogue>(std::move(made));
}

} // namespace

/// Marsaglia and Tsang, "A simple method for generating gamma variables", 2000.
double gammaDistributed(double shape, Random &random)
{
    const double d = shape - 1.0 / 3.0;
    const double c = 1.0 / std::sqrt(9.0 * d);
    for (;;) {
        const double x = standardNormal(random);
        const double v = std::pow(1.0 + c * x, 3);
        if (v > 0 && std::log(1.0 - random.unit()) < 0.5 * x * x + d - d * v + d * std::log(v))
            return d * v;
    }
}

ReplayWorld::ReplayWorld(const ReplayScenario &scenario, Random &random)
    : m_scenario(scenario)
{
    // Some agencies are asked for far more than others: as many as their counters can take.
    std::map<AgencyId, double> counters;
    for (const Counter &counter : scenario.catalogue->counters) {
        m_pace[counter.id] = between(0.75, 1.35, random);
        if (scenario.pauses > 0)
            m_helps[counter.id] = between(0.1, 0.9, random);
        for (const AgencyId &agency : counter.agencies)
            counters[agency] += 1.0 / double(counter.agencies.size());
    }
    double upTo = 0;
    for (const Agency &agency : scenario.catalogue->agencies) {
        std::vector<std::pair<ServiceId, double>> wishes;
        double sum = 0;
        double mean = 0;
        for (const Service &service : agency.services) {
            const double work = between(0.65, 1.4, random) * double(service.duration.count()) * 60;
            m_work[service.id] = work;
            wishes.emplace_back(service.id, between(0.2, 1, random));
            sum += wishes.back().second;
            mean += wishes.back().second * work;
        }
        const double capacity = counters[agency.id] / (mean / sum) * between(0.6, 1, random);
        for (const auto &[service, share] : wishes) {
            upTo += capacity * share / sum;
            m_wanted[service] = upTo;
        }
    }
    for (auto &[service, share] : m_wanted)
        share /= upTo;
}

ReplayWorld::Visitor ReplayWorld::visitor(Instant touch, Random &random) const
{
    Visitor made;
    made.touch = touch;
    const double wish = random.unit();
    made.service = std::ranges::min_element(m_wanted, {}, [wish](const auto &entry) {
        return entry.second < wish ? 2.0 : entry.second;
    })->first;
    const auto &classes = m_scenario.catalogue->classes;
    const bool first = random.unit() >= m_scenario.headStartShare || classes.size() < 2;
    made.priority = classes[first ? 0 : 1 + random.below(classes.size() - 1)].id;
    made.comes = random.unit() >= m_scenario.absent;
    if (random.unit() < m_scenario.leavers)
        made.patience = milliseconds(between(20, 60, random) * 60);
    made.work = workFor(made.service, random);
    complicate(made, random);
    return made;
}

double ReplayWorld::workFor(const ServiceId &service, Random &random) const
{
    const double mean = m_work.at(service);
    double work = 0;
    if (m_scenario.shape == TimeShape::Gamma)
        work = mean * gammaDistributed(2.2, random) / 2.2;
    else
        work = mean * (random.unit() < 0.7 ? between(0.3, 0.7, random) : between(1.4, 3.0, random))
            / 1.01;
    return std::max(20.0, work) + between(15, 60, random);
}

/// Nothing is drawn in scenarios without any of it: their days stay what they were.
void ReplayWorld::complicate(Visitor &visitor, Random &random) const
{
    if (m_scenario.parked > 0 && random.unit() < m_scenario.parked)
        visitor.aside = Minutes(5 * (1 + int(random.below(5))));
    if (m_scenario.sentOn > 0 && random.unit() < m_scenario.sentOn)
        visitor.sentOn = true;
    if (m_scenario.further <= 0 || random.unit() >= m_scenario.further)
        return;
    const auto &agencies = m_scenario.catalogue->agencies;
    const Service *first = m_scenario.catalogue->service(visitor.service);
    const Agency &other = agencies[first->agency == agencies.front().id ? 1 : 0];
    visitor.then = other.services[random.below(other.services.size())].id;
    visitor.thenWork = workFor(*visitor.then, random);
}

std::vector<ReplayWorld::Pause> ReplayWorld::pauses(
    const DayHours &hours, BusinessDay day, Random &random) const
{
    std::vector<Pause> made;
    for (int i = 0; i < m_scenario.pauses; ++i) {
        Pause pause;
        pause.from = instantOf(day, hours.open.from, m_scenario.catalogue->zone())
            + milliseconds(between(30, 390, random) * 60);
        const double minutes = 5.0 * double(1 + random.below(5));
        pause.length = milliseconds(std::max(1.0, minutes + between(-3, 8, random)) * 60);
        if (random.unit() < 0.7)
            pause.said = milliseconds(minutes * 60);
        made.push_back(pause);
    }
    std::ranges::sort(made, {}, &Pause::from);
    return made;
}

ReplayWorld::Day ReplayWorld::day(BusinessDay day, Random &random) const
{
    const Catalogue &catalogue = *m_scenario.catalogue;
    const auto hours = scheduleOn(catalogue, day).hours;
    ANTRE_MUST(hours);
    Day made{day, {}, {}};
    const auto at = [&](Minutes time) { return instantOf(day, time, catalogue.zone()); };
    std::vector<double> upTo;
    for (Minutes time = hours->numbers.from; time < hours->numbers.until; ++time)
        upTo.push_back((upTo.empty() ? 0 : upTo.back()) + crowdAt(*hours, time));
    const auto anyMoment = [&] {
        const auto minute
            = std::ranges::upper_bound(upTo, random.unit() * upTo.back()) - upTo.begin();
        return at(hours->numbers.from + Minutes(minute)) + milliseconds(between(0, 59, random));
    };
    const int visitors = int(m_scenario.visitors * between(0.8, 1.2, random));
    for (int i = 0; i < visitors; ++i)
        made.visitors.push_back(visitor(anyMoment(), random));
    for (int group = 0; group < m_scenario.groups; ++group) {
        const Instant arrival = anyMoment();
        const int people = 8 + int(random.below(8));
        for (int i = 0; i < people; ++i)
            made.visitors.push_back(
                visitor(arrival + milliseconds(between(0, 240, random)), random));
    }
    std::erase_if(made.visitors,
        [&](const Visitor &visitor) { return visitor.touch >= at(hours->numbers.until); });
    std::ranges::stable_sort(made.visitors, {}, &Visitor::touch);
    std::map<AgencyId, double> mood;
    for (const Agency &agency : catalogue.agencies)
        mood[agency.id] = between(0.82, 1.18, random);
    for (const Counter &counter : catalogue.counters) {
        Shift shift;
        shift.counter = counter.id;
        shift.opens = at(hours->open.from) + milliseconds(between(-5, 10, random) * 60);
        shift.pace = m_pace.at(counter.id) * mood[counter.agencies.front()];
        shift.stops = milliseconds(std::max(0.0, between(-8, 8, random)) * 60);
        shift.late = milliseconds(between(0, 8, random) * 60);
        if (m_scenario.pauses > 0) {
            shift.helps = m_helps.at(counter.id);
            shift.pauses = pauses(*hours, day, random);
        }
        const auto twins
            = std::ranges::count(catalogue.counters, counter.agencies, &Counter::agencies);
        if (twins > 1 && counter.id == catalogue.counters.back().id && random.unit() < 0.25)
            shift.leaves = at(hours->open.until) - milliseconds(between(60, 120, random) * 60);
        made.shifts.push_back(shift);
    }
    return made;
}

std::vector<ReplayScenario> replayScenarios(const CataloguePtr &mall)
{
    const auto make = [](const char *name, const CataloguePtr &catalogue, int visitors) {
        ReplayScenario made;
        made.name = QString::fromLatin1(name);
        made.catalogue = catalogue;
        made.visitors = visitors;
        return made;
    };
    std::vector<ReplayScenario> all{
        make("one counter", office(1, false), 24),
        make("one counter, lunch", office(1, true), 21),
        make("three counters", office(3, false), 77),
        make("three counters, lunch", office(3, true), 66),
        make("six counters, lunch", office(6, true), 132),
        make("three, bursts, lunch", office(3, true), 24),
        make("three, many first, lunch", office(3, true), 66),
        make("three, two kinds, lunch", office(3, true), 66),
        make("two by two, all tricks", twoOffices(2), 64),
        make("the mall", mall, 450),
    };
    all[5].groups = 3;
    all[6].headStartShare = 0.4;
    all[7].shape = TimeShape::TwoKinds;
    all[8].parked = 0.12;
    all[8].sentOn = 0.08;
    all[8].further = 0.1;
    all[8].pauses = 2;
    return all;
}

} // namespace antre

// SPDX-License-Identifier: Apache-2.0
#include "rehearsal/daymodel.h"

#include "base/check.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace antre {

namespace {

using namespace std::chrono_literals;

/// How often a mall's agencies are asked for, in relation to each other. An estimate from what
/// malls report: civil registration first, health insurance and vehicle tax next. Agencies that
/// aren't listed count as 1.
const std::map<QString, double> &popularity()
{
    static const std::map<QString, double> shares{
        {QStringLiteral("disdukcapil"), 17.0},
        {QStringLiteral("bpjskes"), 11.0},
        {QStringLiteral("samsat"), 9.0},
        {QStringLiteral("dpmptsp"), 6.0},
        {QStringLiteral("bapenda"), 4.5},
        {QStringLiteral("polresta"), 4.5},
        {QStringLiteral("bankbengkulu"), 4.0},
        {QStringLiteral("bpjstk"), 3.5},
        {QStringLiteral("imigrasi"), 3.5},
        {QStringLiteral("kpp"), 3.5},
        {QStringLiteral("pdam"), 3.5},
        {QStringLiteral("disnaker"), 3.0},
        {QStringLiteral("dinsos"), 2.0},
        {QStringLiteral("bpn"), 2.0},
        {QStringLiteral("kemenag"), 2.0},
    };
    return shares;
}

/// Share of visitors in a class that may go first; classes that aren't listed: one in fifty.
double shareOf(const ClassId &priority)
{
    if (priority.value() == QLatin1String("elderly"))
        return 0.08;
    return priority.value() == QLatin1String("pregnant-infant") ? 0.035 : 0.02;
}

/// An agency's first services are its most wanted: the n-th is chosen in proportion to 1 / n^0.8.
constexpr double rankExponent = 0.8;
constexpr double secondLanguageShare = 0.03;
/// Log-normal time at the counter: median below the plan, mean 0.94 of it, one in forty over
/// double.
constexpr double medianOfPlan = 0.85;
constexpr double spread = 0.45;

/// Chooses an index in proportion to its weight.
class Lottery
{
public:
    void add(double weight) { m_upTo.push_back((m_upTo.empty() ? 0.0 : m_upTo.back()) + weight); }
    [[nodiscard]] size_t draw(Random &random) const
    {
        const double ticket = random.unit() * m_upTo.back();
        return size_t(std::ranges::upper_bound(m_upTo, ticket) - m_upTo.begin());
    }

private:
    std::vector<double> m_upTo;
};

/// Box and Muller's transform; own arithmetic for the reason told at Random::unit().
double standardNormal(Random &random)
{
    const double radius = std::sqrt(-2.0 * std::log(1.0 - random.unit()));
    return radius * std::cos(2.0 * std::numbers::pi * random.unit());
}

Milliseconds between(Milliseconds least, Milliseconds most, Random &random)
{
    return least + Milliseconds(qint64(random.unit() * double((most - least).count())));
}

/// Makes one visitor after the other, all from the same tables.
class Crowd
{
public:
    Crowd(const Catalogue &catalogue, const DayPlan &plan, const DayHours &hours, Random &random)
        : m_catalogue(catalogue)
        , m_plan(plan)
        , m_hours(hours)
        , m_random(random)
    {
        for (Minutes time = hours.numbers.from; time < hours.numbers.until; ++time)
            m_minutes.add(crowdAt(hours, time));
        for (const Agency &agency : catalogue.agencies) {
            const auto known = popularity().find(agency.id.value());
            m_agencies.add(known == popularity().end() ? 1.0 : known->second);
            Lottery &services = m_services.emplace_back();
            for (size_t rank = 1; rank <= agency.services.size(); ++rank)
                services.add(std::pow(double(rank), -rankExponent));
        }
    }

    Visit next()
    {
        Visit visit;
        const Minutes minute = m_hours.numbers.from + Minutes(int(m_minutes.draw(m_random)));
        visit.arrival = instantOf(m_plan.day, minute, m_catalogue.zone())
            + between(0ms, 1min - 1ms, m_random);
        const size_t agency = m_agencies.draw(m_random);
        const Service &service
            = m_catalogue.agencies[agency].services[m_services[agency].draw(m_random)];
        visit.service = service.id;
        visit.priority = priority();
        const QStringList &languages = m_catalogue.site.languages;
        visit.language = languages.size() > 1 && m_random.unit() < secondLanguageShare
            ? languages.at(1)
            : languages.at(0);
        visit.comes = m_random.unit() >= m_plan.noShows;
        if (m_random.unit() < m_plan.leavers)
            visit.patience = between(5min, 45min, m_random);
        visit.walk = between(15s, 60s, m_random);
        const double factor = medianOfPlan * std::exp(spread * standardNormal(m_random));
        visit.atCounter = std::max<Milliseconds>(
            30s, Milliseconds(qint64(factor * double(Milliseconds(service.duration).count()))));
        return visit;
    }

private:
    ClassId priority()
    {
        double ticket = m_random.unit();
        for (size_t i = 1; i < m_catalogue.classes.size(); ++i) {
            ticket -= shareOf(m_catalogue.classes[i].id);
            if (ticket < 0)
                return m_catalogue.classes[i].id;
        }
        return m_catalogue.classes.front().id;
    }

    const Catalogue &m_catalogue;
    const DayPlan &m_plan;
    const DayHours &m_hours;
    Random &m_random;
    Lottery m_minutes;
    Lottery m_agencies;
    std::vector<Lottery> m_services;
};

} // namespace

double crowdAt(const DayHours &hours, Minutes time)
{
    if (!hours.numbers.contains(time))
        return 0.0;
    for (const TimeSpan &rest : hours.breaks) {
        // A break longer than an hour is that of Friday prayer: half of the city is at the mosque.
        if (rest.contains(time))
            return rest.until - rest.from > 60min ? 0.2 : 0.4;
    }
    if (time < hours.open.from)
        return 1.2; // those who want to be first
    if (time >= 9h && time < 11h)
        return 3.0;
    return time < 12h ? 1.8 : 1.0;
}

std::optional<BusinessDay> nextOpenDay(const Catalogue &catalogue, BusinessDay from)
{
    for (int ahead = 0; ahead < 366; ++ahead) {
        const BusinessDay day{from.days + ahead};
        if (scheduleOn(catalogue, day).hours)
            return day;
    }
    return std::nullopt;
}

std::vector<Visit> visitorsOf(const Catalogue &catalogue, const DayPlan &plan, Random &random)
{
    const auto hours = scheduleOn(catalogue, plan.day).hours;
    ANTRE_MUST(hours);
    Crowd crowd(catalogue, plan, *hours, random);
    std::vector<Visit> visits;
    visits.reserve(size_t(plan.visitors));
    for (int i = 0; i < plan.visitors; ++i)
        visits.push_back(crowd.next());
    std::ranges::stable_sort(visits, {}, &Visit::arrival);
    return visits;
}

} // namespace antre

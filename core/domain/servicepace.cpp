// SPDX-License-Identifier: Apache-2.0
#include "domain/servicepace.h"

#include "base/check.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace antre {

namespace {

using Weighted = std::vector<std::pair<double, double>>;

// What is believed before anything is measured. Variances are of logarithms.
constexpr double chanceVariance = 0.25; ///< a visit's own: mostly within 0.6 to 1.6 of typical
constexpr double agencyVariance = 0.09;
constexpr double serviceVariance = 0.04;
constexpr double officerVariance = 0.03;
constexpr double hourVariance = 0.006;
constexpr double dayVariance = 0.015;
/// Of an agency's day: pauses, habits that change, whatever this model leaves out.
constexpr double unmodelledVariance = 0.018;
/// Plans are means, and a skewed time's typical value is below its mean.
constexpr double typicalOfPlan = -chanceVariance / 2;
constexpr double planWeight = 10; ///< visits that the plan is worth
constexpr double chanceWeight = 10; ///< visits that the assumed shape of chance is worth
constexpr double agencyWeight = 15; ///< what others' measured times are worth, at most
constexpr double dayWeight = 10; ///< days that the assumed variance between days is worth

/// Quantiles of the standard normal distribution in the middle of eight equal shares.
constexpr std::array<double, 8> normalEighths{
    -1.534, -0.887, -0.489, -0.157, 0.157, 0.489, 0.887, 1.534};

void addLogNormal(Weighted &to, double median, double variance, double weight)
{
    for (const double z : normalEighths)
        to.emplace_back(median * std::exp(z * std::sqrt(variance)), weight / 8);
}

/// Others' values, as if there were `weight` of them.
void addLeaning(Weighted &to, const Spread &others, double weight)
{
    constexpr int points = 16;
    for (int point = 0; point < points; ++point)
        to.emplace_back(others.at((point + 0.5) / points), weight / points);
}

void addAll(Weighted &to, const std::vector<double> &values)
{
    for (const double value : values)
        to.emplace_back(value, 1);
}

/// Measured values, leaning on others' and on what is believed.
Spread leaning(const std::vector<double> &own, const Spread &others, double othersWeight)
{
    Weighted all;
    addAll(all, own);
    addLeaning(all, others, othersWeight);
    return Spread::of(std::move(all));
}

/// The mean of what is left over, drawn towards 0: one effect of the model.
struct Effect
{
    double sum = 0;
    int count = 0;
    double value = 0;
    [[nodiscard]] Guess guess(double chance, double own) const
    {
        return {value, chance / (count + chance / own)};
    }
};

} // namespace

Spread Spread::of(Weighted weighted)
{
    std::ranges::sort(weighted);
    double total = 0;
    for (const auto &[value, weight] : weighted)
        total += weight;
    ANTRE_MUST(total > 0);
    Spread made;
    double upTo = 0;
    size_t at = 0;
    for (size_t step = 0; step <= steps; ++step) {
        const double wanted = total * double(step) / steps;
        while (at + 1 < weighted.size() && upTo + weighted[at].second < wanted)
            upTo += weighted[at++].second;
        made.m_quantiles[step] = weighted[at].first;
    }
    return made;
}

double Spread::at(double share) const
{
    const double place = std::clamp(share, 0.0, 1.0) * steps;
    const size_t below = std::min(size_t(place), size_t(steps - 1));
    const double part = place - double(below);
    return m_quantiles[below] + part * (m_quantiles[below + 1] - m_quantiles[below]);
}

double Spread::shareUpTo(double value) const
{
    const auto above = std::ranges::upper_bound(m_quantiles, value);
    if (above == m_quantiles.begin())
        return 0;
    if (above == m_quantiles.end())
        return 1;
    const double low = *(above - 1);
    return (double(above - m_quantiles.begin() - 1) + (value - low) / (*above - low)) / steps;
}

/// Estimates all of it at once.
class ServicePace::Fit
{
public:
    Fit(const PaceHistory &history, const Catalogue &catalogue, Instant now)
        : m_history(history)
        , m_catalogue(catalogue)
        , m_now(now)
        , m_today(localTime(now, catalogue.zone()).day)
    {
    }

    ServicePace fitted()
    {
        readVisits();
        fitEffects();
        fitDays();
        services();
        agencies();
        habits();
        officersWays();
        m_pace.m_measured = m_visits.size();
        return std::move(m_pace);
    }

private:
    struct Visit
    {
        double log; ///< of actual over planned
        Effect *agency, *service, *officer, *hour, *day;
        const Service *what;
        [[nodiscard]] double explained() const
        {
            return agency->value + service->value + officer->value + hour->value;
        }
    };

    void readVisits()
    {
        struct Place
        {
            const Service *service;
            Effect *ofAgency, *ofService;
            std::map<BusinessDay, Effect> *days;
        };
        QHash<ServiceId, Place> places; // looked up once a visit, instead of five times
        for (const Agency &agency : m_catalogue.agencies) {
            for (const Service &service : agency.services)
                places.insert(service.id,
                    {&service, &m_agencyEffects[agency.id], &m_serviceEffects[service.id],
                        &m_dayEffects[agency.id]});
        }
        m_visits.reserve(m_history.visits.size());
        for (const PaceHistory::Visit &seen : m_history.visits) {
            const auto place = places.constFind(seen.service);
            if (place == places.constEnd())
                continue;
            m_visits.push_back({std::log(std::max(5.0, seen.seconds) / planned(*place->service)),
                place->ofAgency, place->ofService, &m_officerEffects[seen.officer],
                &m_hourEffects[seen.hour], &(*place->days)[seen.day], place->service});
        }
    }

    static double planned(const Service &service)
    {
        return std::max(60.0, 60.0 * double(service.duration.count()));
    }

    /// Backfitting: each effect in turn gets what the others leave unexplained.
    void fitEffects()
    {
        constexpr int rounds = 5;
        for (int round = 0; round < rounds; ++round) {
            double sum = typicalOfPlan * planWeight;
            for (const Visit &visit : m_visits)
                sum += visit.log - visit.explained();
            m_site = sum / (double(m_visits.size()) + planWeight);
            refit(&Visit::agency, allOf(m_agencyEffects), agencyVariance);
            refit(&Visit::service, allOf(m_serviceEffects), serviceVariance);
            refit(&Visit::officer, allOf(m_officerEffects), officerVariance);
            refit(&Visit::hour, allOf(m_hourEffects), hourVariance);
            double squares = chanceVariance * planWeight * 2;
            for (const Visit &visit : m_visits)
                squares += std::pow(visit.log - m_site - visit.explained(), 2);
            m_chance = squares / (double(m_visits.size()) + planWeight * 2);
        }
    }

    void refit(Effect *Visit::*which, std::vector<Effect *> effects, double own)
    {
        for (Effect *effect : effects)
            *effect = {0, 0, effect->value};
        for (const Visit &visit : m_visits) {
            Effect &effect = *(visit.*which);
            effect.sum += visit.log - m_site - visit.explained() + effect.value;
            ++effect.count;
        }
        for (Effect *effect : effects)
            effect->value = effect->sum / (effect->count + m_chance / own);
    }

    static std::vector<Effect *> allOf(auto &named)
    {
        std::vector<Effect *> effects;
        for (auto &[name, effect] : named)
            effects.push_back(&effect);
        return effects;
    }

    /// How much an agency's days differ, by the method of moments; then what today is like.
    void fitDays()
    {
        for (const Visit &visit : m_visits) {
            visit.day->sum += visit.log - m_site - visit.explained();
            ++visit.day->count;
        }
        double squares = 0;
        double visits = 0;
        for (const auto &[agency, days] : m_dayEffects) {
            for (const auto &[date, day] : days) {
                squares += day.sum * day.sum / day.count - m_chance;
                visits += day.count;
            }
        }
        const double believed = dayWeight * 8;
        m_dayVariance = std::max(0.0025, (squares + dayVariance * believed) / (visits + believed));
        addPresent();
        for (auto &[agency, days] : m_dayEffects) {
            for (auto &[date, day] : days)
                day.value = day.sum / (day.count + m_chance / m_dayVariance);
        }
    }

    /// Who is being served now counts with what is to be expected of them. Without them a day
    /// would seem fast: its long visits are those that have not ended.
    void addPresent()
    {
        for (const auto &[counter, present] : m_history.present) {
            const Service *service = m_catalogue.service(present.service);
            const double seconds = double((m_now - present.calledAt).count()) / 1000;
            if (!service || seconds < 5)
                continue;
            const double deviation = std::sqrt(m_chance);
            const double reached
                = (std::log(seconds / planned(*service)) - m_site
                      - m_agencyEffects[service->agency].value - m_serviceEffects[service->id].value
                      - m_officerEffects[present.officer].value)
                / deviation;
            const double beyond = 0.5 * std::erfc(reached / std::numbers::sqrt2);
            const double density
                = std::exp(-reached * reached / 2) / std::sqrt(2 * std::numbers::pi);
            Effect &day = m_dayEffects[service->agency][m_today];
            // Of a normal variable beyond `reached`, the mean; far out, where it began.
            day.sum += deviation * (beyond > 1e-6 ? density / beyond : reached);
            ++day.count;
        }
    }

    void services()
    {
        QHash<ServiceId, std::vector<double>> ofService;
        QHash<AgencyId, std::vector<double>> ofAgency;
        for (const Visit &visit : m_visits) {
            const double left = std::exp(visit.log - m_site - visit.explained() - visit.day->value);
            ofService[visit.what->id].push_back(left);
            ofAgency[visit.what->agency].push_back(left);
        }
        Weighted shape;
        addLogNormal(shape, 1.0, m_chance, 1);
        const Spread believed = Spread::of(std::move(shape));
        for (const Agency &agency : m_catalogue.agencies) {
            const Effect &whole = m_agencyEffects[agency.id];
            const auto &colleagues = ofAgency[agency.id];
            const Spread others = leaning(colleagues, believed, chanceWeight);
            const double weight = chanceWeight + std::min(agencyWeight, double(colleagues.size()));
            for (const Service &service : agency.services) {
                const Effect &own = m_serviceEffects[service.id];
                m_pace.m_services.insert(service.id,
                    {planned(service) * std::exp(m_site + whole.value + own.value),
                        own.guess(m_chance, serviceVariance).variance
                            + whole.guess(m_chance, agencyVariance).variance
                            + m_dayVariance / std::max(1, int(m_dayEffects[agency.id].size())),
                        leaning(ofService[service.id], others, weight)});
            }
        }
        for (auto officer = m_officerEffects.begin(); officer != m_officerEffects.end(); ++officer)
            m_pace.m_officers.insert(
                officer->first, officer->second.guess(m_chance, officerVariance));
        m_pace.m_unknownOfficer = {0, officerVariance};
        for (size_t hour = 0; hour < m_pace.m_hours.size(); ++hour)
            m_pace.m_hours[hour] = std::exp(m_hourEffects[int(hour)].value);
    }

    /// Seconds by agency, and the whole site's for them to lean on.
    class Gaps
    {
    public:
        Gaps(const std::vector<PaceHistory::Gap> &gaps, double believed)
        {
            Weighted all;
            addLogNormal(all, believed, 0.5, 5);
            for (const PaceHistory::Gap &gap : gaps) {
                m_ofAgency[gap.agency].push_back(gap.seconds);
                all.emplace_back(gap.seconds, 1);
            }
            m_site = Spread::of(std::move(all));
        }
        [[nodiscard]] Spread of(const AgencyId &agency) const
        {
            return leaning(m_ofAgency.value(agency), m_site, agencyWeight);
        }

    private:
        QHash<AgencyId, std::vector<double>> m_ofAgency;
        Spread m_site;
    };

    void agencies()
    {
        std::map<AgencyId, int> absent;
        Weighted patience;
        addLogNormal(patience, 90, 0.25, 5);
        for (const PaceHistory::Absence &missed : m_history.absences) {
            ++absent[missed.agency];
            patience.emplace_back(missed.seconds, 1);
        }
        const Spread absentSeconds = Spread::of(std::move(patience));
        const double all = double(m_visits.size() + m_history.absences.size());
        const double share = (double(m_history.absences.size()) + 1) / (all + 20);
        const Gaps gaps(m_history.gaps, 20);
        const Gaps returns(m_history.returns, 90);
        for (const Agency &agency : m_catalogue.agencies) {
            const Effect today = m_dayEffects[agency.id][m_today];
            Guess mood = today.guess(m_chance, m_dayVariance);
            mood.variance += unmodelledVariance;
            const double called = double(m_agencyEffects[agency.id].count + absent[agency.id]);
            m_pace.m_agencies.insert(agency.id,
                {mood, (absent[agency.id] + 20 * share) / (called + 20), absentSeconds,
                    gaps.of(agency.id), returns.of(agency.id), {}});
            m_pace.m_agencies[agency.id].arrivals.resize(24 * 60 / PaceHistory::partMinutes);
        }
        int days = 0;
        for (const auto &[day, counts] : m_history.days)
            days += day < m_today ? 1 : 0;
        for (const auto &[part, count] : m_history.touches) {
            const auto agency = m_pace.m_agencies.find(part.agency);
            if (agency != m_pace.m_agencies.end() && part.day < m_today)
                agency->arrivals[size_t(part.part)] += double(count) / days;
        }
    }

    void habits()
    {
        std::array<double, 4> stopped{};
        std::array<double, 4> free{};
        for (const PaceHistory::BeforeBreak &moment : m_history.beforeBreaks) {
            const size_t part = partOf(moment.seconds);
            free[part] += 1;
            stopped[part] += moment.called ? 0 : 1;
        }
        for (size_t part = 0; part < free.size(); ++part)
            m_pace.m_stopsEarly[part] = (stopped[part] + 0.5) / (free[part] + 5);
        double issued = 20;
        double gaveUp = 0.2;
        for (const auto &[day, counts] : m_history.days) {
            issued += counts.issued;
            gaveUp += counts.gaveUp;
            m_pace.m_pastDays += day < m_today ? 1 : 0;
        }
        m_pace.m_givesUp = gaveUp / issued;
        for (const auto &[counter, days] : m_history.desks) {
            OfDesk &desk = m_pace.m_desks[counter];
            for (const PaceHistory::DeskDay &day : days) {
                if (day.day < m_today)
                    desk.past.push_back(day);
                else if (day.day == m_today)
                    desk.today = day;
            }
        }
    }

    void officersWays()
    {
        Weighted length;
        Weighted late;
        addLogNormal(length, 600, 0.5, 5);
        addLogNormal(late, 60, 0.5, 5);
        for (const PaceHistory::Pause &pause : m_history.pauses) {
            length.emplace_back(pause.seconds, 1);
            if (pause.said)
                late.emplace_back(pause.seconds - *pause.said, 1);
        }
        m_pace.m_pause = Spread::of(std::move(length));
        m_pace.m_pauseLate = Spread::of(std::move(late));
        const auto sent = std::ranges::count(m_history.visits, true, &PaceHistory::Visit::sentOn);
        m_pace.m_sentOn = double(sent) / (double(m_history.visits.size()) + 20);
        std::map<CounterId, std::pair<int, int>> helped;
        for (const PaceHistory::HelpChance &chance : m_history.helpChances) {
            auto &[times, all] = helped[chance.counter];
            times += chance.helped ? 1 : 0;
            ++all;
        }
        for (const auto &[counter, count] : helped)
            m_pace.m_helps[counter] = (count.first + 1.0) / (count.second + 2.0);
    }

public:
    static size_t partOf(double seconds)
    {
        return std::min(size_t(seconds / (PaceHistory::stopWindow / 4)), size_t(3));
    }

private:
    const PaceHistory &m_history;
    const Catalogue &m_catalogue;
    const Instant m_now;
    const BusinessDay m_today;
    ServicePace m_pace;
    std::vector<Visit> m_visits;
    // Node containers: visits point into them.
    std::map<AgencyId, Effect> m_agencyEffects;
    std::map<ServiceId, Effect> m_serviceEffects;
    std::unordered_map<OfficerId, Effect, decltype([](const OfficerId &id) { return qHash(id); })>
        m_officerEffects;
    std::map<int, Effect> m_hourEffects;
    std::map<AgencyId, std::map<BusinessDay, Effect>> m_dayEffects; ///< with visits
    double m_site = typicalOfPlan;
    double m_chance = chanceVariance;
    double m_dayVariance = dayVariance;
};

ServicePace ServicePace::learn(const PaceHistory &history, const Catalogue &catalogue, Instant now)
{
    return Fit(history, catalogue, now).fitted();
}

const ServicePace::OfService *ServicePace::service(const ServiceId &id) const
{
    const auto found = m_services.constFind(id);
    return found == m_services.constEnd() ? nullptr : &*found;
}

const ServicePace::OfAgency *ServicePace::agency(const AgencyId &id) const
{
    const auto found = m_agencies.constFind(id);
    return found == m_agencies.constEnd() ? nullptr : &*found;
}

Guess ServicePace::officer(const OfficerId &id) const
{
    return m_officers.value(id, m_unknownOfficer);
}

const ServicePace::OfDesk &ServicePace::desk(const CounterId &id) const
{
    static const OfDesk unknown;
    const auto found = m_desks.find(id);
    return found == m_desks.end() ? unknown : found->second;
}

double ServicePace::helps(const CounterId &id) const
{
    const auto found = m_helps.find(id);
    return found == m_helps.end() ? 0.5 : found->second;
}

double ServicePace::stopsEarly(double seconds) const
{
    return seconds > PaceHistory::stopWindow ? 0 : m_stopsEarly[Fit::partOf(seconds)];
}

} // namespace antre

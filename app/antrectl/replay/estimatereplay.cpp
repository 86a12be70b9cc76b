// SPDX-License-Identifier: Apache-2.0
#include "replay/estimatereplay.h"

#include "base/overloaded.h"
#include "rehearsal/daymodel.h"
#include "replay/replayday.h"

#include <algorithm>
#include <cmath>

namespace antre {

namespace {

using namespace std::chrono_literals;

double minutes(Milliseconds time) { return double(time.count()) / 60'000; }

double median(std::vector<double> values)
{
    if (values.empty())
        return 0;
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

/// One mall: its truth, what was measured of it, and the simple estimators' figures.
class Mall
{
public:
    Mall(const ReplayScenario &scenario, const ReplayPlan &plan, quint64 seed)
        : m_plan(plan)
        , m_random(seed)
        , m_chance(seed ^ 0x9e3779b97f4a7c15u)
        , m_world(scenario, m_random)
        , m_day(*BusinessDay::fromText(u"2026-01-05"))
        , m_recorder(m_history)
    {
    }

    ReplayScore score()
    {
        for (int played = 0; played < m_plan.daysLearned + m_plan.days; ++played) {
            m_day = *nextOpenDay(catalogue(), BusinessDay{m_day.days + 1});
            m_scoring = played >= m_plan.daysLearned;
            playDay();
        }
        return std::move(m_score);
    }

private:
    struct Line
    {
        double waited = 0; ///< minutes of all on past days
        int called = 0;
        double lastWait = 0; ///< minutes, today
    };

    [[nodiscard]] const Catalogue &catalogue() const { return *m_world.scenario().catalogue; }

    void playDay()
    {
        m_open.clear();
        m_wasCalled.clear();
        m_learnedAt = Instant{};
        m_history.forgetBefore(BusinessDay{m_day.days - 30});
        for (auto &[line, figures] : m_lines)
            figures.lastWait = 0;
        const auto day = m_world.day(m_day, m_random);
        ReplayDay(m_world, day, m_random, [this](const Event &event, const State &state) {
            m_recorder.fold(event, catalogue());
            happened(event, state);
        }).play();
    }

    void happened(const Event &event, const State &state)
    {
        if (const auto *issued = std::get_if<TicketIssued>(&event.data)) {
            if (m_scoring)
                promise(*state.ticket(issued->ticket), state, event.at);
        } else if (const auto *called = std::get_if<TicketCalled>(&event.data)) {
            calls(*state.ticket(called->ticket), event.at);
        }
    }

    void promise(const Ticket &ticket, const State &state, Instant now)
    {
        if (now - m_learnedAt > 5min) {
            m_learnedAt = now;
            m_pace = ServicePace::learn(m_history, catalogue(), now);
        }
        const auto estimate
            = estimateWaits(state, m_pace, {now, {ticket.line}, m_plan.runs}, m_chance);
        const auto outlook = estimate.ticket(ticket.id);
        Asked asked{outlook.has_value(), {}};
        if (outlook) {
            const PriorityClass *priority = catalogue().priorityClass(ticket.priority);
            asked.wait = {localTime(now, catalogue().zone()), ticket.number,
                priority->headStart > 0min, state.aheadOf(ticket), *outlook, {}, {}};
            askOthers(asked.wait, ticket, state, now);
        }
        m_open.emplace(ticket.id, asked);
    }

    void askOthers(ReplayedWait &wait, const Ticket &ticket, const State &state, Instant now)
    {
        const Line &line = m_lines[ticket.line];
        wait.minutes[size_t(WaitMethod::Forecast)] = minutes(wait.outlook.middle);
        wait.minutes[size_t(WaitMethod::LastToEnterService)] = line.lastWait;
        double oldest = 0;
        for (const auto &[id, other] : state.tickets) {
            if (other.state == TicketState::Waiting && other.line == ticket.line)
                oldest = std::max(oldest, minutes(now - other.touchedAt));
        }
        wait.minutes[size_t(WaitMethod::HeadOfLine)] = oldest;
        int open = 0;
        for (const Counter &counter : catalogue().counters) {
            const auto lines = catalogue().linesOf(counter.id);
            open += state.desk(counter.id).isOpen()
                    && std::ranges::find(lines, ticket.line) != lines.end()
                ? 1
                : 0;
        }
        wait.minutes[size_t(WaitMethod::QueueOverRate)]
            = (wait.ahead + 1) * meanVisit(ticket.line) / std::max(1, open);
        wait.minutes[size_t(WaitMethod::FixedAverage)] = line.waited / std::max(1, line.called);
    }

    /// Minutes, of past days.
    double meanVisit(const LineId &line)
    {
        auto &known = m_meanVisits[{m_day, line}];
        if (known == 0) {
            double sum = 0;
            int count = 0;
            for (const auto &visit : m_history.visits) {
                const Service *service = catalogue().service(visit.service);
                if (catalogue().agency(service->agency)->line() == line && visit.day < m_day) {
                    sum += visit.seconds / 60;
                    ++count;
                }
            }
            known = count == 0 ? 12 : sum / count;
        }
        return known;
    }

    void calls(const Ticket &ticket, Instant now)
    {
        Line &line = m_lines[ticket.line];
        if (!ticket.done.empty() || m_wasCalled.contains(ticket.id))
            return; // comes back: that was no wait for a number
        m_wasCalled.insert(ticket.id);
        const Milliseconds waited = now - ticket.touchedAt;
        line.lastWait = minutes(waited);
        line.waited += minutes(waited);
        ++line.called;
        const auto found = m_open.find(ticket.id);
        if (found == m_open.end())
            return;
        Asked asked = found->second;
        m_open.erase(found); // the promise is about the first call
        if (waited < 1s)
            return;
        if (!asked.known)
            return m_score.addUnknown();
        asked.wait.actual = waited;
        m_score.add(asked.wait);
    }

    struct Asked
    {
        bool known;
        ReplayedWait wait;
    };

    const ReplayPlan m_plan;
    SeededRandom m_random;
    SeededRandom m_chance; ///< the estimate's: what it draws must not change the day
    ReplayWorld m_world;
    BusinessDay m_day;
    bool m_scoring = false;
    PaceHistory m_history;
    PaceRecorder m_recorder;
    ServicePace m_pace;
    Instant m_learnedAt;
    std::map<TicketId, Asked> m_open;
    std::set<TicketId> m_wasCalled; ///< today
    std::map<LineId, Line> m_lines;
    std::map<std::pair<BusinessDay, LineId>, double> m_meanVisits;
    ReplayScore m_score;
};

} // namespace

QString waitMethodName(WaitMethod method)
{
    switch (method) {
    case WaitMethod::Forecast:
        return QStringLiteral("forecast");
    case WaitMethod::LastToEnterService:
        return QStringLiteral("last to enter service");
    case WaitMethod::HeadOfLine:
        return QStringLiteral("head of line");
    case WaitMethod::QueueOverRate:
        return QStringLiteral("queue over rate");
    case WaitMethod::FixedAverage:
        return QStringLiteral("fixed average");
    }
    return {};
}

void ReplayScore::add(const ReplayScore &other)
{
    m_waits.insert(m_waits.end(), other.m_waits.begin(), other.m_waits.end());
    m_unknown += other.m_unknown;
}

static double share(const std::vector<ReplayedWait> &waits, auto holds)
{
    return waits.empty() ? 0 : double(std::ranges::count_if(waits, holds)) / double(waits.size());
}

static double mean(const std::vector<ReplayedWait> &waits, auto value)
{
    double sum = 0;
    for (const ReplayedWait &wait : waits)
        sum += value(wait);
    return waits.empty() ? 0 : sum / double(waits.size());
}

double ReplayScore::coverage() const
{
    return share(m_waits, [](const ReplayedWait &wait) {
        return wait.actual >= wait.outlook.early && wait.actual <= wait.outlook.late;
    });
}

double ReplayScore::promisesKept() const
{
    return share(m_waits, [](const ReplayedWait &wait) {
        const PromisedWait promise = wait.outlook.promise();
        return wait.actual >= promise.from && wait.actual <= promise.until;
    });
}

double ReplayScore::longerThanPromised() const
{
    return share(m_waits,
        [](const ReplayedWait &wait) { return wait.actual > wait.outlook.promise().until; });
}

double ReplayScore::medianWidth() const
{
    std::vector<double> widths;
    for (const ReplayedWait &wait : m_waits) {
        const PromisedWait promise = wait.outlook.promise();
        widths.push_back(minutes(promise.until - promise.from));
    }
    return median(std::move(widths));
}

double ReplayScore::meanWait() const
{
    return mean(m_waits, [](const ReplayedWait &wait) { return minutes(wait.actual); });
}

static double error(const ReplayedWait &wait, WaitMethod method)
{
    return wait.minutes[size_t(method)] - minutes(wait.actual);
}

double ReplayScore::meanError(WaitMethod method) const
{
    return mean(
        m_waits, [method](const ReplayedWait &wait) { return std::abs(error(wait, method)); });
}

double ReplayScore::medianError(WaitMethod method) const
{
    std::vector<double> errors;
    for (const ReplayedWait &wait : m_waits)
        errors.push_back(std::abs(error(wait, method)));
    return median(std::move(errors));
}

double ReplayScore::bias() const
{
    return mean(
        m_waits, [](const ReplayedWait &wait) { return error(wait, WaitMethod::Forecast); });
}

double ReplayScore::unknown() const
{
    const double all = double(m_waits.size()) + m_unknown;
    return all == 0 ? 0 : m_unknown / all;
}

ReplayScore replay(const ReplayScenario &scenario, const ReplayPlan &plan)
{
    SeededRandom seeds(plan.seed);
    ReplayScore score;
    for (int mall = 0; mall < plan.malls; ++mall)
        score.add(Mall(scenario, plan, seeds.next()).score());
    return score;
}

} // namespace antre

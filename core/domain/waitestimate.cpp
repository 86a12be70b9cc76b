// SPDX-License-Identifier: Apache-2.0
#include "domain/waitestimate.h"

#include "domain/forecastrun.h"

#include <algorithm>

namespace antre {

using forecast::never;

/// Many runs from one scene, read off as ranges.
class Forecast
{
public:
    Forecast(const State &state, const ServicePace &pace, const WaitQuestion &question)
        : m_scene(state, pace, question)
        , m_runs(question.runs)
    {
    }

    WaitEstimate run(Random &random)
    {
        const quint64 seed = random.next();
        forecast::Forward forward(m_scene, m_waits);
        for (int number = 0; number < m_runs; ++number)
            forward.run(seed ^ (quint64(number + 1) * 0xd1342543de82ef95u));
        return collect();
    }

private:
    static std::optional<WaitOutlook> outlook(std::vector<float> &waits, double closing)
    {
        std::ranges::sort(waits);
        const auto at = [&](double share) {
            return double(waits[std::min(waits.size() - 1, size_t(share * double(waits.size())))]);
        };
        if (at(0.9) >= forecast::horizonSeconds)
            return std::nullopt;
        const auto ms = [](double s) { return Milliseconds(qint64(std::max(0.0, s) * 1000)); };
        return WaitOutlook{ms(at(0.1)), ms(at(0.5)), ms(at(0.9)), at(0.9) > closing};
    }

    /// When the last of the line's counters closes; absent: none works or can be expected back.
    [[nodiscard]] std::optional<double> closingOf(size_t line) const
    {
        double closing = -never;
        bool works = false;
        for (const forecast::CounterPlan &counter : m_scene.counters) {
            const auto has = [line](const std::vector<size_t> &lines) {
                return std::ranges::find(lines, line) != lines.end();
            };
            if (!has(counter.lines) && !has(counter.helped))
                continue;
            closing = std::max(closing, counter.closing);
            works = works || counter.open || counter.isResting();
        }
        return works ? std::optional(closing) : std::nullopt;
    }

    void collect(WaitEstimate &estimate, const forecast::Visitor &visitor, double closing)
    {
        const size_t who = *visitor.who;
        if (const auto seen = outlook(m_waits.people[who], closing))
            estimate.m_tickets.emplace(m_scene.people[who].ticket, *seen);
    }

    WaitEstimate collect()
    {
        WaitEstimate estimate;
        estimate.m_lines = m_scene.chosen;
        for (size_t index = 0; index < m_scene.lines.size(); ++index) {
            const forecast::LineScene &line = m_scene.lines[index];
            const auto closing = closingOf(index);
            if (!closing)
                continue;
            for (const forecast::Aside &aside : line.asides)
                collect(estimate, aside.visitor, *closing);
            for (size_t i = 0; i < line.queues.size(); ++i) {
                const forecast::Queue &queue = line.queues[i];
                for (const forecast::Visitor &visitor : queue.waiting)
                    collect(estimate, visitor, *closing);
                if (!line.takesNumbers || queue.onlyAt)
                    continue;
                if (const auto seen = outlook(m_waits.newTickets[index][i], *closing))
                    estimate.m_new.emplace(
                        std::pair(line.id, Minutes(int(queue.headStart / 60))), *seen);
            }
        }
        return estimate;
    }

    forecast::Scene m_scene;
    forecast::Waits m_waits;
    const int m_runs;
};

std::set<LineId> linesSharingCounters(const Catalogue &catalogue, std::set<LineId> lines)
{
    for (size_t before = 0; before != lines.size();) {
        before = lines.size();
        for (const Counter &counter : catalogue.counters) {
            auto served = catalogue.linesOf(counter.id);
            const auto helped = catalogue.linesHelpedBy(counter.id);
            served.insert(served.end(), helped.begin(), helped.end());
            if (std::ranges::any_of(
                    served, [&lines](const LineId &line) { return lines.contains(line); }))
                lines.insert(served.begin(), served.end());
        }
    }
    return lines;
}

PromisedWait WaitOutlook::promise() const
{
    constexpr qint64 step = 5;
    const qint64 stepMs = Milliseconds(Minutes(step)).count();
    const qint64 down = early.count() / stepMs;
    const qint64 up = std::max(down + 1, (late.count() + stepMs - 1) / stepMs);
    return {Minutes(down * step), Minutes(up * step), maybeTooLate};
}

std::optional<WaitOutlook> WaitEstimate::newTicket(const LineId &line, Minutes headStart) const
{
    const auto found = m_new.find({line, headStart});
    return found == m_new.end() ? std::nullopt : std::optional(found->second);
}

std::optional<WaitOutlook> WaitEstimate::ticket(const TicketId &id) const
{
    const auto found = m_tickets.find(id);
    return found == m_tickets.end() ? std::nullopt : std::optional(found->second);
}

WaitEstimate estimateWaits(
    const State &state, const ServicePace &pace, const WaitQuestion &question, Random &random)
{
    return state.catalogue ? Forecast(state, pace, question).run(random) : WaitEstimate();
}

} // namespace antre

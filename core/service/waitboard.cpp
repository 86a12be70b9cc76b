// SPDX-License-Identifier: Apache-2.0
#include "service/waitboard.h"

#include <algorithm>

namespace antre {

namespace {

constexpr int runsMost = 200;
constexpr int runsLeast = 60;
/// Runs times people waiting: more people, fewer runs, the same time.
constexpr int workMax = 60'000;

} // namespace

WaitBoard::WaitBoard(const State &state, const Clock &clock)
    : m_state(state)
    , m_clock(clock)
    , m_creditAt(clock.elapsed())
{
}

void WaitBoard::startOver() { m_estimates.clear(); }

void WaitBoard::fold(const Event &event)
{
    ++m_events;
    if (std::holds_alternative<DayStarted>(event.data)) {
        m_log->history.forgetBefore(BusinessDay{event.day.days - daysMax});
        m_estimates.clear();
        m_learnedAt.reset();
    }
    if (m_state.catalogue)
        m_log->recorder.fold(event, *m_state.catalogue);
}

void WaitBoard::adopt(std::unique_ptr<PaceLog> log)
{
    m_log = std::move(log);
    m_learnedAt.reset();
}

std::optional<PromisedWait> WaitBoard::ticket(const Ticket &ticket)
{
    EstimatePtr estimate = known(ticket.line);
    const bool fits = estimate
        && (estimate->events == m_events
            || (isYoungerThan(*estimate, freshFor) && estimate->waits.ticket(ticket.id)));
    if (!fits && mayEstimate())
        estimate = this->estimate(ticket.line);
    if (!estimate || !isYoungerThan(*estimate, keptFor))
        return std::nullopt;
    const auto outlook = estimate->waits.ticket(ticket.id);
    return outlook ? std::optional(outlook->promise()) : std::nullopt;
}

PromisedWaits WaitBoard::newTickets(int renewals)
{
    PromisedWaits waits;
    if (!m_state.catalogue)
        return waits;
    std::vector<std::pair<Milliseconds, LineId>> old;
    for (const LineId &line : m_state.catalogue->lines()) {
        const EstimatePtr estimate = known(line);
        const bool fresh = estimate
            && (estimate->events == m_events || isYoungerThan(*estimate, freshFor / 2))
            && isYoungerThan(*estimate, keptFor / 2);
        if (!fresh)
            old.emplace_back(estimate ? estimate->madeAt : Milliseconds(-1), line);
    }
    std::ranges::sort(old);
    for (const auto &[madeAt, line] : old) {
        const EstimatePtr before = known(line);
        if (before && before->madeAt != madeAt)
            continue; // renewed with a line that it shares a counter with
        if (renewals-- <= 0 || !mayEstimate())
            break;
        (void)estimate(line);
    }
    for (const LineId &line : m_state.catalogue->lines()) {
        const EstimatePtr estimate = known(line);
        if (!estimate || !isYoungerThan(*estimate, keptFor))
            continue;
        if (const auto outlook = estimate->waits.newTicket(line))
            waits.emplace(line, outlook->promise());
    }
    return waits;
}

bool WaitBoard::mayEstimate()
{
    const Milliseconds now = m_clock.elapsed();
    m_credit = std::min<double>(
        estimatesMax, m_credit + double((now - m_creditAt).count()) * estimatesMax / 1000);
    m_creditAt = now;
    if (m_credit < 1)
        return false;
    m_credit -= 1;
    return true;
}

void WaitBoard::learn()
{
    if (m_learnedAt && m_learnedFor == m_state.catalogue && since(*m_learnedAt) < learnedFor)
        return;
    m_learnedAt = m_clock.elapsed();
    m_learnedFor = m_state.catalogue;
    m_pace = ServicePace::learn(m_log->history, *m_state.catalogue, m_clock.wall());
}

WaitBoard::EstimatePtr WaitBoard::estimate(const LineId &line)
{
    if (!m_state.catalogue)
        return nullptr;
    const auto group = linesSharingCounters(*m_state.catalogue, {line});
    int waiting = 0;
    for (const LineId &one : group)
        waiting += m_state.waitingIn(one);
    auto made = std::make_shared<Estimate>();
    made->madeAt = m_clock.elapsed();
    made->events = m_events;
    if (waiting <= waitingMax) {
        learn();
        const int runs = std::clamp(workMax / std::max(1, waiting), runsLeast, runsMost);
        // The same chances each time: nobody's figures go up and down while nothing happens.
        SeededRandom random(1);
        made->waits = estimateWaits(m_state, m_pace, {m_clock.wall(), group, runs}, random);
    }
    for (const LineId &one : group)
        m_estimates.insert_or_assign(one, made);
    return made;
}

WaitBoard::EstimatePtr WaitBoard::known(const LineId &line) const
{
    const auto found = m_estimates.find(line);
    return found == m_estimates.end() ? nullptr : found->second;
}

bool WaitBoard::isYoungerThan(const Estimate &estimate, Milliseconds age) const
{
    return since(estimate.madeAt) < age;
}

/// In the site's time, which a rehearsal's clock makes run faster than pauses do.
Milliseconds WaitBoard::since(Milliseconds moment) const
{
    return Milliseconds(qint64(double((m_clock.elapsed() - moment).count()) * m_clock.rate()));
}

} // namespace antre

// SPDX-License-Identifier: Apache-2.0
#include "domain/calling.h"

#include <algorithm>

namespace antre {

namespace {

CallRank rankOf(const WaitKey &place, Minutes headStart)
{
    return {place.placeAt - headStart, place};
}

/// Goes through the tickets that one counter could call. No counter: any could.
class Candidates
{
public:
    Candidates(const State &state, const CounterId &counter, Instant now)
        : m_state(state)
        , m_counter(counter)
        , m_now(now)
    {
    }

    /// Gives `take` the first ticket of each of the line's queues, or `all` of them, with its rank.
    template <typename Take> void forEach(const LineId &id, bool all, const Take &take) const
    {
        const auto line = m_state.lines.find(id);
        if (line == m_state.lines.end())
            return;
        const CallReason why = isOrphaned(id) ? CallReason::Orphaned : CallReason::Turn;
        for (const auto &[queueId, queue] : line->second.queues) {
            if (isLeftTo(queueId.onlyAt, id))
                continue;
            const Minutes headStart = m_state.headStartOf(queueId.priority);
            const bool isSent = !m_counter.isEmpty() && queueId.onlyAt == m_counter;
            for (const auto &[key, ticket] : queue) {
                take(NextTicket{ticket, m_now - key.placeAt, headStart,
                         isSent ? CallReason::Sent : why},
                    rankOf(key, headStart));
                if (!all)
                    break;
            }
        }
        for (const auto &[key, ticket] : line->second.parked) {
            if (key.placeAt > m_now)
                break;
            if (const Ticket *parked = m_state.ticket(ticket);
                parked && !isLeftTo(parked->onlyAt, id))
                take(of(*parked, CallReason::Returned), rank(*parked));
        }
    }

    [[nodiscard]] NextTicket of(const Ticket &ticket, CallReason why) const
    {
        return {ticket.id, m_now - ticket.placeAt, m_state.headStartOf(ticket.priority), why};
    }
    [[nodiscard]] CallRank rank(const Ticket &ticket) const
    {
        return rankOf({ticket.placeAt, ticket.order}, m_state.headStartOf(ticket.priority));
    }

private:
    [[nodiscard]] bool isOrphaned(const LineId &line) const
    {
        return m_state.catalogue && !m_state.catalogue->isServed(line);
    }

    /// Another counter will call it: it was sent there, and somebody is there.
    [[nodiscard]] bool isLeftTo(const CounterId &other, const LineId &line) const
    {
        if (other.isEmpty() || m_counter.isEmpty() || other == m_counter
            || !m_state.desk(other).isOpen() || !m_state.catalogue)
            return false;
        const auto served = m_state.catalogue->linesOf(other);
        return std::ranges::find(served, line) != served.end();
    }

    const State &m_state;
    const CounterId m_counter;
    const Instant m_now;
};

bool hasCalledFrom(const State &state, const CounterId &counter, const LineId &line)
{
    return std::ranges::any_of(state.calls,
        [&](const Call &call) { return call.counter == counter && call.number.line == line; });
}

/// Whether some open counter called the line's numbers today.
bool hasHeir(const State &state, const LineId &line)
{
    return std::ranges::any_of(state.calls, [&](const Call &call) {
        return call.number.line == line && state.desk(call.counter).isOpen();
    });
}

std::vector<NextTicket> inOrder(const Candidates &candidates, const std::vector<LineId> &lines)
{
    std::vector<std::pair<CallRank, NextTicket>> ranked;
    for (const LineId &line : lines)
        candidates.forEach(line, true,
            [&](const NextTicket &next, const CallRank &rank) { ranked.emplace_back(rank, next); });
    std::ranges::sort(ranked, std::less<>(), [](const auto &one) { return one.first; });
    std::vector<NextTicket> order;
    order.reserve(ranked.size());
    for (const auto &[rank, next] : ranked)
        order.push_back(next);
    return order;
}

} // namespace

std::vector<LineId> callableLines(const State &state, const CounterId &counter)
{
    if (!state.catalogue)
        return {};
    std::vector<LineId> lines = state.catalogue->linesOf(counter);
    for (const auto &[id, line] : state.lines) {
        if ((line.waiting > 0 || !line.parked.empty()) && !state.catalogue->isServed(id)
            && (hasCalledFrom(state, counter, id) || !hasHeir(state, id)))
            lines.push_back(id);
    }
    return lines;
}

std::optional<NextTicket> nextTicket(
    const State &state, const CounterId &counter, Instant now, bool help, const Ticket *also)
{
    const Candidates candidates(state, counter, now);
    std::optional<NextTicket> best;
    CallRank bestRank;
    const auto take = [&](const NextTicket &next, const CallRank &rank) {
        if (!best || rank < bestRank) {
            best = next;
            bestRank = rank;
        }
    };
    const auto takeFrom = [&](const std::vector<LineId> &lines) {
        for (const LineId &line : lines)
            candidates.forEach(line, false, take);
        if (also && std::ranges::find(lines, also->line) != lines.end())
            take(candidates.of(*also, CallReason::Turn), candidates.rank(*also));
    };
    takeFrom(callableLines(state, counter));
    if (best || !help || !state.catalogue)
        return best;
    takeFrom(state.catalogue->linesHelpedBy(counter));
    if (best)
        best->why = CallReason::Helped;
    return best;
}

std::vector<NextTicket> callingOrder(const State &state, const CounterId &counter, Instant now)
{
    return inOrder(Candidates(state, counter, now), callableLines(state, counter));
}

std::vector<NextTicket> helpingOrder(const State &state, const CounterId &counter, Instant now)
{
    if (!state.catalogue)
        return {};
    return inOrder(Candidates(state, counter, now), state.catalogue->linesHelpedBy(counter));
}

std::vector<NextTicket> callingOrder(
    const State &state, const std::vector<LineId> &lines, Instant now)
{
    return inOrder(Candidates(state, CounterId(), now), lines);
}

} // namespace antre

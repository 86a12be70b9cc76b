// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/state.h"
#include "replay/replayworld.h"

#include <queue>

#include <functional>

namespace antre {

/// Plays one day in memory: the real state and the real calling policy, invented people. Every
/// event goes to `happened`, with the state after it.
class ReplayDay
{
public:
    using Happened = std::function<void(const Event &, const State &)>;

    /// `random` decides what nobody plans: gaps, pauses, how long an absent visitor is awaited.
    ReplayDay(
        const ReplayWorld &world, const ReplayWorld::Day &day, Random &random, Happened happened);

    void play();

private:
    struct Step
    {
        Instant at;
        quint64 order;
        std::function<void()> what;
        [[nodiscard]] bool operator>(const Step &other) const
        {
            return std::pair(at, order) > std::pair(other.at, other.order);
        }
    };

    void plan(Instant at, std::function<void()> what);
    void tell(EventData data, const Actor &by = {});
    void arrives(const ReplayWorld::Visitor &visitor);
    /// The officer looks up: calls, waits, rests or goes home.
    void looksUp(const ReplayWorld::Shift &shift);
    void calls(const ReplayWorld::Shift &shift, const TicketId &ticket);
    void ends(const ReplayWorld::Shift &shift, EventData how);
    [[nodiscard]] std::optional<Instant> restsUntil(const ReplayWorld::Shift &shift) const;

    const ReplayWorld &m_world;
    const ReplayWorld::Day &m_day;
    Random &m_random;
    Happened m_happened;
    State m_state;
    Instant m_now;
    quint64 m_order = 0;
    std::priority_queue<Step, std::vector<Step>, std::greater<>> m_steps;
    std::map<TicketId, const ReplayWorld::Visitor *> m_visitors;
    std::map<CounterId, bool> m_attentive; ///< open, free and looking
    bool m_lastNumber = false; ///< no numbers are given any more: go home when all are served
};

} // namespace antre

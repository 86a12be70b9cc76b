// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/calling.h"
#include "replay/replayworld.h"

#include <queue>

#include <functional>
#include <set>

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
    void calls(const ReplayWorld::Shift &shift, const NextTicket &next);
    /// Whoever is here for the second time, or second service, is simply served.
    [[nodiscard]] double workLeft(const Ticket &ticket) const;
    void ends(const ReplayWorld::Shift &shift, std::vector<EventData> how);
    void parks(const ReplayWorld::Shift &shift, const TicketId &ticket, Milliseconds aside);
    void sendsOn(const ReplayWorld::Shift &shift, const TicketId &ticket);
    [[nodiscard]] bool pauses(const ReplayWorld::Shift &shift);
    void wakeAll();
    [[nodiscard]] bool comesBack() const;
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
    std::map<CounterId, size_t> m_pauses; ///< how many were made
    std::set<TicketId> m_wasAside;
    std::set<TicketId> m_wasSent;
    bool m_lastNumber = false; ///< no numbers are given any more: go home when all are served
};

} // namespace antre

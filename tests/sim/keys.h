// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "chance.h"
#include "domain/command.h"
#include "domain/state.h"

namespace antre::sim {

/// A key and what it is about; `keep`: it may be pressed without a connection.
struct Press
{
    CommandData data;
    const char *what;
    TicketId about = {};
    bool keep = false;
};

[[nodiscard]] ServiceId aOne();
[[nodiscard]] ServiceId bOne();

/// Every key that a desk has: which one the officer at a counter presses who sees a certain state.
class Keys
{
public:
    /// `isCalm`: only what brings visitors to an end.
    Keys(CounterId counter, int counters, Instant now, bool isCalm, Chance &chance)
        : m_counter(std::move(counter))
        , m_counters(counters)
        , m_now(now)
        , m_isCalm(isCalm)
        , m_chance(chance)
    {
    }

    [[nodiscard]] Press next(const State &state);
    [[nodiscard]] Press undo(const State &state) const;

private:
    [[nodiscard]] Press atFreeDesk(const State &state);
    [[nodiscard]] Press withList(const State &state);
    [[nodiscard]] Press atCalled(const TicketId &current);
    [[nodiscard]] Press atServing(const Ticket &current);
    [[nodiscard]] Press elsewhere(const TicketId &current);
    [[nodiscard]] Press forOthers(const State &state);
    [[nodiscard]] Press closing(const State &state);
    [[nodiscard]] TicketId ticketThatIs(const State &state, TicketState wanted);
    [[nodiscard]] CounterId someCounter();

    CounterId m_counter;
    int m_counters; ///< counters 1, 2 ... work
    Instant m_now;
    bool m_isCalm;
    Chance &m_chance;
};

} // namespace antre::sim

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "domain/waitestimate.h"

namespace antre {

/// What was measured, and what goes on measuring.
struct PaceLog
{
    PaceHistory history;
    PaceRecorder recorder{history};
};

/// The waits of all lines and tickets, fresh enough to be told, and never at the expense of
/// answers: estimates are shared by all who ask, made one group of lines at a time, and only so
/// often a second. One thread, the service's.
class WaitBoard
{
public:
    /// Estimates in a burst, and then in a second; each takes about a millisecond.
    static constexpr int estimatesMax = 40;
    /// Older ones are not told to anybody.
    static constexpr Milliseconds keptFor{30'000};
    /// How long a follower's page may show the same figures although something happened.
    static constexpr Milliseconds freshFor{10'000};
    /// The pace is learned anew after this.
    static constexpr Milliseconds learnedFor{300'000};
    /// With more people waiting in one group of lines there is no estimate: it would take too long,
    /// and no mall has them.
    static constexpr int waitingMax = 3000;
    /// How many days are learned from.
    static constexpr int daysMax = 30;

    /// `state` is the present one, as long as the board lives.
    WaitBoard(const State &state, const Clock &clock);

    /// The state was read anew: estimates made of the old one are void.
    void startOver();
    /// An event that became true; `state` has it already, or soon will.
    void fold(const Event &event);
    /// What was measured of all past events, those included that were folded meanwhile.
    void adopt(std::unique_ptr<PaceLog> log);

    /// For a ticket that waits; it may be as new as can be.
    [[nodiscard]] std::optional<PromisedWait> ticket(const Ticket &ticket);
    /// For numbers taken now. Renews at most `renewals` groups of lines, the oldest first.
    [[nodiscard]] PromisedWaits newTickets(int renewals);

private:
    struct Estimate
    {
        WaitEstimate waits;
        Milliseconds madeAt{0}; ///< elapsed
        quint64 events = 0; ///< folded when it was made
    };
    using EstimatePtr = std::shared_ptr<const Estimate>;

    [[nodiscard]] bool mayEstimate();
    void learn();
    [[nodiscard]] Milliseconds since(Milliseconds moment) const;
    EstimatePtr estimate(const LineId &line);
    [[nodiscard]] EstimatePtr known(const LineId &line) const;
    [[nodiscard]] bool isYoungerThan(const Estimate &estimate, Milliseconds age) const;

    const State &m_state;
    const Clock &m_clock;
    std::unique_ptr<PaceLog> m_log = std::make_unique<PaceLog>();
    ServicePace m_pace;
    std::optional<Milliseconds> m_learnedAt; ///< elapsed
    CataloguePtr m_learnedFor;
    std::map<LineId, EstimatePtr> m_estimates;
    quint64 m_events = 0;
    double m_credit = estimatesMax;
    Milliseconds m_creditAt{0}; ///< elapsed
};

} // namespace antre

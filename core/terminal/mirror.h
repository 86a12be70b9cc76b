// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "domain/state.h"
#include "wire/messages.h"

namespace antre {

/// A terminal's copy of the service's state: the fold of the feed. What it shows may be old, and
/// says how old.
class Mirror
{
public:
    [[nodiscard]] const State &state() const { return m_state; }
    /// The last position folded; what hello asks to go on from.
    [[nodiscard]] qint64 position() const { return m_position; }
    /// The feed has reached what the welcome promised: nothing is missing.
    [[nodiscard]] bool isCurrent() const { return m_promised >= 0 && m_position >= m_promised; }

    void welcomed(const Welcome &welcome);
    /// False when the feed leaves out positions: connect anew and go on from position().
    [[nodiscard]] bool fed(const EventsFeed &feed);
    void linkLost() { m_promised = -1; }

    /// What a kiosk kept on its disk: enough to offer services after a power cut without network.
    void restore(CataloguePtr catalogue, BusinessDay day, const std::map<LineId, int> &waiting,
        const QHash<ServiceId, int> &taken, Instant asOf);
    /// How many wait in a line: counted from the state, or as kept.
    [[nodiscard]] int waitingIn(const LineId &line) const;

    /// The service's time when it was last heard; epoch: never.
    [[nodiscard]] Instant asOf() const { return m_asOf; }
    void heard(Instant serviceTime) { m_asOf = std::max(m_asOf, serviceTime); }

private:
    State m_state;
    std::map<LineId, int> m_keptWaiting;
    qint64 m_position = 0;
    qint64 m_promised = -1;
    bool m_startingOver = false;
    Instant m_asOf{};
};

/// Measures how far this machine's wall clock is from the service's.
class ClockOffset
{
public:
    explicit ClockOffset(const Clock &clock)
        : m_clock(clock)
    {
    }
    /// `sent`: elapsed time when the ping left.
    void measured(Milliseconds sent, Instant serviceNow);
    /// What the welcome says, some way old: better than nothing until the first measurement.
    void told(Instant serviceNow);
    /// The service's time now, as well as it is known.
    [[nodiscard]] Instant now() const;
    /// Service minus machine; 0 until measured.
    [[nodiscard]] Milliseconds offset() const { return m_offset; }
    void restore(Milliseconds offset) { m_offset = offset; }

private:
    const Clock &m_clock;
    Milliseconds m_offset{0};
    std::optional<Milliseconds> m_bestRoundTrip;
    Milliseconds m_measuredAt{0};
};

} // namespace antre

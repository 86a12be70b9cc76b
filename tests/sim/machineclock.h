// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"

namespace antre::sim {

/// The clock of one machine: set wrong, drifting, jumping; elapsed time starts anew at each boot.
class MachineClock final : public Clock
{
public:
    explicit MachineClock(const Clock &truth)
        : m_truth(truth)
    {
    }
    [[nodiscard]] Instant wall() const override { return m_truth.wall() + ahead(); }
    [[nodiscard]] Milliseconds elapsed() const override { return m_truth.elapsed() - m_booted; }

    /// How far it shows more than the truth.
    [[nodiscard]] Milliseconds ahead() const
    {
        const double sinceSet = double((m_truth.elapsed() - m_set).count());
        return m_ahead + Milliseconds(qint64(sinceSet * m_driftPpm / 1e6));
    }
    void setAhead(Milliseconds ahead)
    {
        m_ahead = ahead;
        m_set = m_truth.elapsed();
    }
    void setDrift(double ppm)
    {
        setAhead(ahead());
        m_driftPpm = ppm;
    }
    void setWall(Instant wall) { setAhead(wall - m_truth.wall()); }
    void boot() { m_booted = m_truth.elapsed(); }
    /// The true elapsed time at which this machine's is `elapsed`.
    [[nodiscard]] Milliseconds truthAt(Milliseconds elapsed) const { return elapsed + m_booted; }

private:
    const Clock &m_truth;
    Milliseconds m_booted{0};
    Milliseconds m_ahead{0};
    Milliseconds m_set{0};
    double m_driftPpm = 0;
};

} // namespace antre::sim

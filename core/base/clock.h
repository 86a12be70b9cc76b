// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/instant.h"

namespace antre {

/// The only source of time. Wall time is for people: it may jump, forwards and back, so never
/// measure a pause with it. Elapsed time is for timeouts: it only grows and means nothing to
/// people.
class Clock
{
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Instant wall() const = 0;
    [[nodiscard]] virtual Milliseconds elapsed() const = 0;
    /// How fast wall time runs against elapsed time; only a rehearsal's differs from 1.
    [[nodiscard]] virtual double rate() const { return 1.0; }
};

/// The machine's clocks. Elapsed time goes on while the machine sleeps. Safe to use from any
/// thread.
class SystemClock final : public Clock
{
public:
    [[nodiscard]] Instant wall() const override;
    [[nodiscard]] Milliseconds elapsed() const override;
};

/// What a clock shows when a day is rehearsed or demonstrated: at the real moment `real` it shows
/// `shown`, and from there it runs `factor` times as fast. Processes given the same three agree.
struct ClockRate
{
    Instant real;
    Instant shown;
    double factor = 1.0;

    /// "1787193360000,1787193360000,60": real and shown in milliseconds since 1970, factor; what
    /// the programs' option --clock takes.
    [[nodiscard]] QString text() const;
    /// Nothing if `text` isn't so, or the factor not above 0.
    [[nodiscard]] static std::optional<ClockRate> fromText(const QString &text);
};

/// Wall time at a ClockRate. Elapsed time stays real, because networks and disks do. Any thread.
class RatedClock final : public Clock
{
public:
    RatedClock(const Clock &real, ClockRate rate)
        : m_real(real)
        , m_rate(rate)
    {
    }
    [[nodiscard]] Instant wall() const override;
    [[nodiscard]] Milliseconds elapsed() const override { return m_real.elapsed(); }
    [[nodiscard]] double rate() const override { return m_rate.factor; }

private:
    const Clock &m_real;
    ClockRate m_rate;
};

/// Stands still until told otherwise: for tests and simulation. One thread.
class ManualClock final : public Clock
{
public:
    explicit ManualClock(Instant start)
        : m_wall(start)
    {
    }
    [[nodiscard]] Instant wall() const override { return m_wall; }
    [[nodiscard]] Milliseconds elapsed() const override { return m_elapsed; }
    /// Time passes: both clocks advance.
    void advance(Milliseconds by)
    {
        m_wall += by;
        m_elapsed += by;
    }
    /// Somebody sets the wall clock: elapsed time does not notice.
    void setWall(Instant wall) { m_wall = wall; }

private:
    Instant m_wall;
    Milliseconds m_elapsed{0};
};

} // namespace antre

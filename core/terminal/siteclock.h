// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"

#include <optional>

namespace antre {

/// The service's time, as well as a terminal knows it. Once measured it runs by elapsed time, so
/// that nobody who sets this machine's wall clock moves a visitor's place in line; before that it
/// is the wall clock with the offset of the last life, never earlier than the last contact.
class SiteClock
{
public:
    explicit SiteClock(const Clock &clock)
        : m_clock(clock)
    {
    }

    /// A pong: `sent` is the elapsed time when its ping left.
    void measured(Milliseconds sent, Instant serviceNow);
    /// What the welcome says, some way old: better than nothing until the first measurement, and
    /// news when somebody has set the service's clock.
    void told(Instant serviceNow);
    /// What was known before the last restart.
    void restore(Milliseconds offset, Instant lastContact);
    /// The service was heard at that moment of its time, in an earlier life.
    void heardThen(Instant contact);

    [[nodiscard]] Instant now() const { return at(m_clock.elapsed()); }
    /// The site's time when this machine's elapsed time was `elapsed`.
    [[nodiscard]] Instant at(Milliseconds elapsed) const;
    /// The service was heard since the machine started.
    [[nodiscard]] bool isMeasured() const { return m_anchor.has_value(); }
    /// Site minus wall clock.
    [[nodiscard]] Milliseconds offset() const { return now() - m_clock.wall(); }

private:
    /// The same moment in both times.
    struct Anchor
    {
        Milliseconds elapsed;
        Instant site;
    };
    [[nodiscard]] Instant follow(const Anchor &anchor, Milliseconds elapsed) const;

    const Clock &m_clock;
    std::optional<Anchor> m_anchor;
    std::optional<Milliseconds> m_bestRoundTrip; ///< of the measurement that made the anchor
    Milliseconds m_keptOffset{0};
    std::optional<Anchor> m_keptContact; ///< it can't be earlier than this, and runs on from here
};

} // namespace antre

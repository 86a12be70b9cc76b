// SPDX-License-Identifier: Apache-2.0
#include "terminal/siteclock.h"

namespace antre {

namespace {

/// A measurement counts for so long; then any newer one is better, since quartzes drift.
constexpr Milliseconds keepFor{60'000};
/// What two quartzes may drift apart while a measurement counts.
constexpr Milliseconds driftMax{50};
/// A welcome that disagrees by more was not merely slow on its way.
constexpr Milliseconds slowMax{60'000};

} // namespace

Instant SiteClock::follow(const Anchor &anchor, Milliseconds elapsed) const
{
    return anchor.site
        + Milliseconds(qint64(double((elapsed - anchor.elapsed).count()) * m_clock.rate()));
}

Instant SiteClock::at(Milliseconds elapsed) const
{
    if (m_anchor)
        return follow(*m_anchor, elapsed);
    const Instant wall = m_clock.wall() + m_keptOffset
        - (m_clock.elapsed() - elapsed); // rates of rehearsals aside
    return m_keptContact ? std::max(wall, follow(*m_keptContact, elapsed)) : wall;
}

void SiteClock::restore(Milliseconds offset, Instant lastContact)
{
    m_keptOffset = offset;
    m_keptContact = Anchor{m_clock.elapsed(), lastContact};
}

void SiteClock::heardThen(Instant contact)
{
    if (!m_keptContact || follow(*m_keptContact, m_clock.elapsed()) < contact)
        m_keptContact = Anchor{m_clock.elapsed(), contact};
}

void SiteClock::told(Instant serviceNow)
{
    if (m_anchor && std::chrono::abs(serviceNow - now()) < slowMax)
        return;
    m_anchor = Anchor{m_clock.elapsed(), serviceNow};
    m_bestRoundTrip.reset();
}

void SiteClock::measured(Milliseconds sent, Instant serviceNow)
{
    // The service looked at its clock somewhere on the round trip: the quicker it was, the better
    // is that moment known. A slower answer that contradicts the quicker one proves that a clock
    // was set.
    const Milliseconds elapsed = m_clock.elapsed();
    const Milliseconds roundTrip = elapsed - sent;
    const Anchor heard{sent + roundTrip / 2, serviceNow};
    if (m_anchor && m_bestRoundTrip && roundTrip > *m_bestRoundTrip
        && elapsed - m_anchor->elapsed < keepFor) {
        const Milliseconds doubt
            = Milliseconds(qint64(double((roundTrip + *m_bestRoundTrip).count()) * m_clock.rate()))
                / 2
            + driftMax;
        if (std::chrono::abs(serviceNow - follow(*m_anchor, heard.elapsed)) <= doubt)
            return;
    }
    m_bestRoundTrip = roundTrip;
    m_anchor = heard;
}

} // namespace antre

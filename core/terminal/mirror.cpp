// SPDX-License-Identifier: Apache-2.0
#include "terminal/mirror.h"

#include "domain/evolve.h"

namespace antre {

void Mirror::welcomed(const Welcome &welcome)
{
    m_promised = welcome.position;
    m_startingOver = welcome.startOver;
    heard(welcome.now);
    if (welcome.startOver) {
        // What is on the screen stays until the first event of the new state arrives.
        const CataloguePtr kept = m_state.catalogue;
        m_state = State();
        m_state.catalogue = kept;
        m_position = 0;
    }
    m_keptWaiting.clear();
}

bool Mirror::fed(const EventsFeed &feed)
{
    if (m_promised < 0)
        return false;
    if (!m_startingOver && feed.after > m_position)
        return false;
    qint64 position = feed.after;
    for (const Event &event : feed.events) {
        ++position;
        // A feed that overlaps with what is known repeats it; once is enough.
        if (m_startingOver || position > m_position)
            m_state = evolve(std::move(m_state), event);
        heard(event.at);
    }
    m_position = m_startingOver ? feed.upTo : std::max(m_position, feed.upTo);
    if (m_position >= m_promised)
        m_startingOver = false;
    return true;
}

void Mirror::restore(CataloguePtr catalogue, BusinessDay day, const std::map<LineId, int> &waiting,
    const QHash<ServiceId, int> &taken, Instant asOf)
{
    m_state.catalogue = std::move(catalogue);
    m_state.day = day;
    m_state.taken = taken;
    m_keptWaiting = waiting;
    m_asOf = asOf;
}

int Mirror::waitingIn(const LineId &line) const
{
    const auto kept = m_keptWaiting.find(line);
    return kept == m_keptWaiting.end() ? m_state.waitingIn(line) : kept->second;
}

void ClockOffset::told(Instant serviceNow)
{
    if (!m_bestRoundTrip)
        m_offset = serviceNow - m_clock.wall();
}

void ClockOffset::measured(Milliseconds sent, Instant serviceNow)
{
    // The quicker the answer, the better it is known when the service looked at its clock. A
    // measurement counts for a minute; clocks drift and are set.
    constexpr Milliseconds keepFor{60'000};
    const Milliseconds roundTrip = m_clock.elapsed() - sent;
    if (m_bestRoundTrip && roundTrip > *m_bestRoundTrip
        && m_clock.elapsed() - m_measuredAt < keepFor)
        return;
    m_bestRoundTrip = roundTrip;
    m_measuredAt = m_clock.elapsed();
    m_offset = serviceNow + roundTrip / 2 - m_clock.wall();
}

Instant ClockOffset::now() const { return m_clock.wall() + m_offset; }

} // namespace antre

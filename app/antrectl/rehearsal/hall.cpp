// SPDX-License-Identifier: Apache-2.0
#include "rehearsal/hall.h"

namespace antre {

RehearsedHall::RehearsedHall(TerminalSettings settings, const Surroundings &around)
    : m_around(around)
    , m_station(std::move(settings), around, journalInMemory)
{
    connect(&m_station.runner(), &TerminalRunner::changed, this, &RehearsedHall::look);
}

void RehearsedHall::look()
{
    const auto &calls = m_station.state().calls;
    for (; m_looked < calls.size(); ++m_looked) {
        ++m_calls;
        if (calls[m_looked].times > 1)
            continue;
        const TicketId &ticket = calls[m_looked].ticket;
        const auto pressed = m_pressed.constFind(ticket);
        if (pressed == m_pressed.constEnd())
            m_seen.insert(ticket, m_around.pace.elapsed());
        else
            m_callToDisplay.add(m_around.pace.elapsed() - *pressed);
    }
}

void RehearsedHall::expect(const TicketId &ticket, Milliseconds pressedAt)
{
    const auto seen = m_seen.constFind(ticket);
    if (seen == m_seen.constEnd())
        m_pressed.insert(ticket, pressedAt);
    else
        m_callToDisplay.add(*seen - pressedAt);
}

} // namespace antre

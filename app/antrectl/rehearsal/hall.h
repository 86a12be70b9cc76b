// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rehearsal/figures.h"
#include "rehearsal/station.h"

#include <QHash>

namespace antre {

/// The display in the hall: notes which calls it sees, and how soon after the officer's press.
class RehearsedHall : public QObject
{
    Q_OBJECT

public:
    RehearsedHall(TerminalSettings settings, const Surroundings &around);

    Station &station() { return m_station; }
    void expect(const TicketId &ticket, Milliseconds pressedAt);
    /// Calls that reached the display, calls again included.
    [[nodiscard]] int calls() const { return m_calls; }
    /// From the officer's press to the display knowing of it.
    [[nodiscard]] const Figures &callToDisplay() const { return m_callToDisplay; }

private:
    void look();

    const Surroundings &m_around;
    Station m_station;
    size_t m_looked = 0; ///< calls in the mirror's list looked at so far
    int m_calls = 0;
    QHash<TicketId, Milliseconds> m_pressed; ///< calls whose answer came before the display's feed
    QHash<TicketId, Milliseconds> m_seen; ///< and the other way round
    Figures m_callToDisplay;
};

} // namespace antre

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rehearsal/daymodel.h"
#include "rehearsal/figures.h"
#include "rehearsal/station.h"
#include "rehearsal/witnesses.h"

#include <deque>

namespace antre {

/// A kiosk with the people before it, one after the other: they read, touch, take the slip and go.
class RehearsedKiosk : public QObject
{
    Q_OBJECT

public:
    RehearsedKiosk(
        TerminalSettings settings, const Surroundings &around, TerminalRunner::OpenJournal journal);

    Station &station() { return m_station; }
    void arrive(const Visit &visit);
    [[nodiscard]] size_t queueLength() const { return m_queue.size(); }
    /// Nobody stands there, and the service has heard of all that the kiosk did.
    [[nodiscard]] bool isSettled() const;

    [[nodiscard]] const Witness &witness() const { return m_witness; }
    /// From the touch to the number durable in both journals and on its way to the printer.
    [[nodiscard]] const Figures &touchToNumber() const { return m_touchToNumber; }
    /// When numbers were given, in real elapsed time.
    [[nodiscard]] const std::vector<Milliseconds> &moments() const { return m_moments; }
    /// Why visitors got no number, and how many of them.
    [[nodiscard]] const std::map<QString, int> &refusals() const { return m_refusals; }

Q_SIGNALS:
    /// The visitor's wish is on its way; nobody else has heard of the ticket yet.
    void touched(const TicketId &ticket, const Visit &visit);

private:
    void nextVisitor();
    void touch();
    void slipWanted(const PrintSlip &slip);
    void lookForRefusal();
    void leave();

    const Surroundings &m_around;
    Station m_station;
    std::deque<Visit> m_queue; ///< the first one stands at the screen
    bool m_touched = false; ///< and neither refused nor gone
    Milliseconds m_touchedAt{0};
    Witness m_witness;
    Figures m_touchToNumber;
    std::vector<Milliseconds> m_moments;
    std::map<QString, int> m_refusals;
};

} // namespace antre

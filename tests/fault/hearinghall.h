// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rehearsal/station.h"
#include "voice/announcer.h"

namespace antre::test {

/// The hall's display with people who listen: notes each call that is spoken. Sentences take no
/// time here.
class HearingHall : public QObject
{
    Q_OBJECT

public:
    HearingHall(TerminalSettings settings, const Surroundings &around);

    Station &station() { return m_station; }
    [[nodiscard]] const std::vector<TicketId> &heard() const { return m_heard; }

private:
    void listen();

    Station m_station;
    Announcer m_announcer{std::nullopt};
    std::vector<TicketId> m_heard;
};

} // namespace antre::test

// SPDX-License-Identifier: Apache-2.0
#include "fault/hearinghall.h"

#include "journal/memoryjournal.h"

namespace antre::test {

HearingHall::HearingHall(TerminalSettings settings, const Surroundings &around)
    : m_station(std::move(settings), around,
        []() -> Result<std::unique_ptr<Journal>> { return std::make_unique<MemoryJournal>(); })
{
    connect(&m_station.runner(), &TerminalRunner::changed, this, &HearingHall::listen);
}

void HearingHall::listen()
{
    // As HallProgram does: while the feed catches up, its newest call may be an old one.
    if (!m_station.isUp())
        return;
    const Instant now = m_station.machine().now();
    auto actions = m_announcer.see(m_station.state().calls, now);
    while (!actions.empty()) {
        std::vector<AnnouncerAction> next;
        for (const AnnouncerAction &action : actions) {
            if (const auto *speak = std::get_if<SpeakCall>(&action)) {
                m_heard.push_back(speak->call.ticket);
                next = m_announcer.ended(now);
            }
        }
        actions = std::move(next);
    }
}

} // namespace antre::test

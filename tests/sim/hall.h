// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "chance.h"
#include "terminalhost.h"
#include "voice/announcer.h"

namespace antre::sim {

/// One display with its loudspeaker: the real Announcer follows the mirror as the real program
/// does, and the hall hears what is spoken to its end.
class Hall
{
public:
    Hall(World &world, size_t display);

private:
    void look();
    void perform(const std::vector<AnnouncerAction> &actions);
    void spoken(const Call &call);

    World &m_world;
    size_t m_display;
    Chance m_chance;
    std::optional<Announcer> m_announcer;
    bool m_watches = false;
    std::optional<CallMark> m_stored; ///< the mark on the display's disk
};

} // namespace antre::sim

// SPDX-License-Identifier: Apache-2.0
#include "hall.h"

#include "base/overloaded.h"
#include "world.h"

namespace antre::sim {

using namespace std::chrono_literals;

Hall::Hall(World &world, size_t display)
    : m_world(world)
    , m_display(display)
    , m_chance(world.plan.seed, 400 + display)
{
    TerminalHost &host = world.terminal(display);
    host.started = [this] { m_announcer.emplace(m_stored); };
    host.changed = [this] { look(); };
    host.died = [this](bool) { m_announcer.reset(); };
}

void Hall::look()
{
    const TerminalHost &host = m_world.terminal(m_display);
    if (!host.isUp() || !m_announcer)
        return;
    const bool watches = host.machine().link() == LinkStatus::Up;
    if (!watches && std::exchange(m_watches, false))
        m_world.disturbed(m_display);
    m_watches = watches;
    if (!watches)
        return;
    const TerminalMachine &machine = host.machine();
    perform(m_announcer->see(machine.mirror().state().calls, machine.now()));
}

void Hall::perform(const std::vector<AnnouncerAction> &actions)
{
    for (const AnnouncerAction &action : actions) {
        std::visit(Overloaded{
                       [this](const SpeakCall &speak) { spoken(speak.call); },
                       [this](const StoreMark &store) { m_stored = store.mark; },
                   },
            action);
    }
}

void Hall::spoken(const Call &call)
{
    const int life = m_world.terminal(m_display).life();
    m_world.timeline.after(m_chance.pause(3s, 6s), [this, life, call] {
        const TerminalHost &host = m_world.terminal(m_display);
        if (host.life() != life || !m_announcer)
            return;
        m_world.truth.heard.push_back({m_display, CallMark::of(call), life});
        m_world.tell([&] {
            return QStringLiteral("%1 said %2 to counter %3, time %4")
                .arg(host.name(), call.number.text(), call.counter.value())
                .arg(call.times);
        });
        perform(m_announcer->ended(host.machine().now()));
    });
}

} // namespace antre::sim

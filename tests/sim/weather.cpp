// SPDX-License-Identifier: Apache-2.0
#include "weather.h"

#include "world.h"

namespace antre::sim {

using namespace std::chrono_literals;

namespace {

TerminalHost &someTerminal(World &world, Chance &chance)
{
    return world.terminal(chance.below(world.terminals()));
}

size_t someKiosk(World &world, Chance &chance) { return chance.below(size_t(world.plan.kiosks)); }

/// A machine that is off for long has the chance to miss a midnight, or a week.
Milliseconds darkFor(World &world, Chance &chance)
{
    if (world.plan.days > 1 && chance.happens(0.2))
        return chance.pause(6h, 7 * 24h);
    return chance.anyPause(1s, 2h);
}

void cutOff(World &world, size_t terminal, bool up, bool down, Milliseconds lasting)
{
    world.tell([&] {
        return QStringLiteral("%1 is cut off (%2%3) for %4 s")
            .arg(world.terminal(terminal).name(), up ? QStringLiteral("up") : QString(),
                down ? QStringLiteral("down") : QString())
            .arg(lasting / 1s);
    });
    world.network.block(terminal, up, down);
    world.timeline.after(
        lasting, [&world, terminal] { world.network.block(terminal, false, false); });
}

void partition(World &world, Chance &chance)
{
    const bool up = chance.happens(0.7);
    const bool down = !up || chance.happens(0.6);
    Milliseconds lasting = chance.anyPause(1s, 2h);
    if (world.plan.days > 1 && chance.happens(0.1))
        lasting = chance.pause(12h, 72h);
    cutOff(world, chance.below(world.terminals()), up, down, lasting);
}

/// What cut the power often took the switch along, and that one is forgotten longer.
void powerCut(World &world, Chance &chance)
{
    const size_t terminal
        = chance.happens(0.6) ? someKiosk(world, chance) : chance.below(world.terminals());
    const Milliseconds dark = darkFor(world, chance);
    if (chance.happens(0.5))
        cutOff(world, terminal, true, true, dark + chance.anyPause(10s, 1h));
    world.terminal(terminal).powerCut(dark);
}

void mallPartition(World &world, Chance &chance)
{
    const Milliseconds lasting = chance.anyPause(500ms, 1h);
    for (size_t terminal = 0; terminal < world.terminals(); ++terminal)
        cutOff(world, terminal, true, true, lasting);
}

void slowNetwork(World &world, Chance &chance)
{
    const size_t terminal = chance.below(world.terminals());
    world.network.slowDown(terminal, chance.anyPause(100ms, 4s));
    world.timeline.after(
        chance.anyPause(5s, 20min), [&world, terminal] { world.network.slowDown(terminal, 0ms); });
}

template <typename Host> void sickDisk(World &world, Host &host, Chance &chance)
{
    static const std::vector<Disk::Health> kinds{Disk::Health::Full, Disk::Health::Full,
        Disk::Health::ReadOnly, Disk::Health::Locked, Disk::Health::Damaged};
    host.disk.health = chance.of(kinds);
    world.timeline.after(
        chance.anyPause(1s, 6min), [&host] { host.disk.health = Disk::Health::Well; });
}

void kioskDisk(World &world, Chance &chance)
{
    TerminalHost &host = world.terminal(someKiosk(world, chance));
    sickDisk(world, host, chance);
    world.tell(
        [&]() -> QString { return host.name() + QStringLiteral("'s disk fails for a while"); });
    host.noteDisk();
}

void slowDisk(World &world, Chance &chance)
{
    const Milliseconds by = chance.anyPause(100ms, 5s);
    const Milliseconds lasting = chance.anyPause(5s, 10min);
    if (chance.happens(0.5)) {
        world.service.slower = by;
        world.timeline.after(lasting, [&world] { world.service.slower = 0ms; });
        return;
    }
    TerminalHost &host = world.terminal(someKiosk(world, chance));
    host.slower = by;
    world.timeline.after(lasting, [&host] {
        host.slower = 0ms;
        host.noteDisk();
    });
}

void jumpClock(World &world, Chance &chance)
{
    const Milliseconds by = chance.anyPause(1s, 50h);
    someTerminal(world, chance).jumpClock(chance.happens(0.5) ? by : -by);
}

void jumpServiceClock(World &world, Chance &chance)
{
    const Milliseconds by = chance.anyPause(1s, 2h);
    const Milliseconds jump = chance.happens(0.5) ? by : -by;
    world.service.clock.setAhead(world.service.clock.ahead() + jump);
    world.tell([&] { return QStringLiteral("the service's clock jumps by %1 s").arg(jump / 1s); });
}

void failStore(World &world, Chance &chance)
{
    TerminalHost &host = world.terminal(someKiosk(world, chance));
    host.disk.next = chance.happens(0.5) ? Disk::Fault::BeforeWriting : Disk::Fault::AfterWriting;
    host.noteDisk();
}

void dieAtStore(World &world, Chance &chance)
{
    world.terminal(someKiosk(world, chance)).nextStore = chance.happens(0.5)
        ? TerminalHost::Death::BeforeWriting
        : TerminalHost::Death::AfterWriting;
}

} // namespace

void strike(World &world, Trouble trouble, Chance &chance)
{
    switch (trouble) {
    case Trouble::ConnectionBreaks:
        return world.network.breakConnection(chance.below(world.terminals()));
    case Trouble::Stall:
        return cutOff(world, chance.below(world.terminals()), chance.happens(0.7),
            chance.happens(0.7), chance.anyPause(500ms, 30s));
    case Trouble::Partition:
        return partition(world, chance);
    case Trouble::MallPartition:
        return mallPartition(world, chance);
    case Trouble::AnswerLost:
        return world.network.cutAfterQuestion(someKiosk(world, chance), chance.anyPause(2s, 30min));
    case Trouble::SlowNetwork:
        return slowNetwork(world, chance);
    case Trouble::TerminalDies:
        return someTerminal(world, chance).die(chance.anyPause(100ms, 10min));
    case Trouble::ServiceDies:
        return world.service.die(chance.anyPause(500ms, 30min));
    case Trouble::TerminalPowerCut:
        return powerCut(world, chance);
    case Trouble::ServicePowerCut:
        return world.service.powerCut(chance.anyPause(5s, 1h));
    case Trouble::DiesAtStore:
        return dieAtStore(world, chance);
    case Trouble::DiesAtCommit:
        world.service.nextCommit = chance.happens(0.5) ? ServiceHost::Death::BeforeWriting
                                                       : ServiceHost::Death::AfterWriting;
        return;
    case Trouble::StoreFails:
        return failStore(world, chance);
    case Trouble::CommitFails:
        world.service.disk.next
            = chance.happens(0.5) ? Disk::Fault::BeforeWriting : Disk::Fault::AfterWriting;
        return;
    case Trouble::KioskDisk:
        return kioskDisk(world, chance);
    case Trouble::ServiceDisk:
        world.tell([] { return QStringLiteral("the service's disk fails for a while"); });
        return sickDisk(world, world.service, chance);
    case Trouble::SlowDisk:
        return slowDisk(world, chance);
    case Trouble::ClockJumps:
        return jumpClock(world, chance);
    case Trouble::ServiceClockJumps:
        return jumpServiceClock(world, chance);
    case Trouble::PaperOut:
        return world.lobby(someKiosk(world, chance)).paperOut(chance.anyPause(5s, 30min));
    case Trouble::PrinterMute:
        return world.lobby(someKiosk(world, chance)).mute(chance.anyPause(5s, 30min));
    case Trouble::NewCatalogue:
        return world.service.submit(PublishCatalogue{world.nextCatalogue()});
    }
}

} // namespace antre::sim

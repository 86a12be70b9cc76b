// SPDX-License-Identifier: Apache-2.0
#include "servicehost.h"

#include "world.h"

namespace antre::sim {

using namespace std::chrono_literals;

ServiceHost::ServiceHost(World &world)
    : disk(world.sqlitePath(QStringLiteral("site")))
    , clock(world.timeline.clock())
    , m_world(world)
    , m_chance(world.plan.seed, 3)
{
    disk.lies = world.plan.disksLie;
}

TerminalGate::Wire ServiceHost::wire()
{
    return {[this](ConnectionId id, const QByteArray &frame) {
                if (!m_doomed)
                    m_world.network.sendToTerminal(id, frame);
            },
        [this](ConnectionId id) {
            if (!m_doomed)
                m_world.network.closeAtService(id);
        },
        [this](const std::function<bool()> &check, const std::function<void(bool)> &done) {
            // Officers here type their PIN right; argon2 would cost more than the rest of the day.
            const bool right = !m_world.plan.realPins || check();
            m_world.timeline.after(30ms, [this, life = m_life, done, right] {
                if (life == m_life && m_service)
                    done(right);
            });
        },
        [this] { flushSoon(); }};
}

void ServiceHost::start()
{
    if (m_service)
        return;
    auto service = std::make_unique<QueueService>(disk, clock);
    if (auto opened = service->open(); !opened) {
        m_world.tell([&]() -> QString {
            return QStringLiteral("service can't start: ") + opened.error().detail;
        });
        return startAfter(5s);
    }
    m_doomed = m_flushing = false;
    m_service = std::move(service);
    m_gate = std::make_unique<TerminalGate>(*m_service, wire());
    m_world.tell(
        [&] { return QStringLiteral("service starts at position %1").arg(m_service->position()); });
}

void ServiceHost::startAfter(Milliseconds pause)
{
    m_world.timeline.after(pause, [this, life = m_life] {
        if (life == m_life)
            start();
    });
}

void ServiceHost::stop()
{
    ++m_life;
    m_gate.reset(); // it takes its leave of its service
    m_service.reset();
    disk.onWrite = disk.beforeWrite = {};
}

void ServiceHost::die(Milliseconds back)
{
    if (!m_service)
        return;
    m_world.tell([&] { return QStringLiteral("service dies for %1 ms").arg(back.count()); });
    stop();
    disk.reopen();
    m_world.network.serviceGone(true);
    startAfter(back);
}

void ServiceHost::powerCut(Milliseconds back)
{
    m_world.tell([&] { return QStringLiteral("service: power cut for %1 ms").arg(back.count()); });
    stop();
    const int lost = disk.powerCut();
    m_world.truth.recordsLost += lost;
    if (lost > 0)
        m_world.tell([&] { return QStringLiteral("service's disk lost %1 records").arg(lost); });
    m_world.network.serviceGone(false);
    clock.boot();
    startAfter(back);
}

void ServiceHost::heal()
{
    disk.health = Disk::Health::Well;
    disk.next = Disk::Fault::None;
    slower = Milliseconds(0);
    nextCommit = Death::None;
    if (!m_service) {
        ++m_life;
        start();
    }
}

void ServiceHost::opened(ConnectionId id)
{
    if (m_gate)
        m_gate->opened(id);
}

void ServiceHost::received(ConnectionId id, const QByteArray &frame)
{
    if (!m_gate)
        return;
    m_gate->received(id, frame);
    if (!frame.contains("\"type\":\"hello\""))
        return;
    auto connected = m_gate->connected();
    std::sort(connected.begin(), connected.end());
    if (std::adjacent_find(connected.begin(), connected.end()) != connected.end())
        m_world.complain(
            QStringLiteral("one connection"), QStringLiteral("a terminal is connected twice"));
}

void ServiceHost::closed(ConnectionId id)
{
    if (m_gate)
        m_gate->closed(id);
}

void ServiceHost::submit(const CommandData &data)
{
    if (!m_gate)
        return;
    m_gate->submit({CommandId(makeUuid(clock, m_chance.random())), {}, data}, {});
}

CommandId ServiceHost::ask(const CommandData &data, QueueService::Reply reply)
{
    const CommandId id(makeUuid(clock, m_chance.random()));
    m_gate->submit({id, {}, data}, [this, reply = std::move(reply)](const Answer &answer) {
        if (!m_doomed)
            reply(answer);
    });
    return id;
}

void ServiceHost::askForDayEnd()
{
    if (m_service && m_service->askForDayEnd()) {
        m_world.tell([] { return QStringLiteral("the day's end is due"); });
        flushSoon();
    }
}

void ServiceHost::flushSoon()
{
    if (std::exchange(m_flushing, true))
        return;
    const Milliseconds takes
        = m_chance.pause(m_world.plan.storeMin, m_world.plan.storeMax) + slower;
    m_world.timeline.after(takes, [this, life = m_life] {
        if (life == m_life)
            flush();
    });
}

void ServiceHost::flush()
{
    m_flushing = false;
    const Death death = std::exchange(nextCommit, Death::None);
    const auto dies = [this] { m_doomed = true; };
    if (death == Death::BeforeWriting)
        disk.beforeWrite = dies;
    else if (death == Death::AfterWriting)
        disk.onWrite = dies;
    const Position before = m_service->position();
    m_service->flush();
    if (m_service->position() > before && !m_doomed)
        noteCalls(before);
    if (m_doomed) {
        m_world.tell([] { return QStringLiteral("service dies in its commit"); });
        return die(m_chance.anyPause(500ms, 60s));
    }
    // No event was due, so nothing was written: the process lives until there is.
    if (disk.beforeWrite || disk.onWrite) {
        disk.beforeWrite = disk.onWrite = {};
        nextCommit = death;
    }
    if (disk.lies)
        m_world.timeline.after(m_chance.anyPause(1s, 30s), [this] { disk.sync(); });
    if (m_service->hasWork())
        flushSoon();
}

void ServiceHost::noteCalls(Position before)
{
    const auto &records = disk.records();
    for (size_t at = size_t(before); at < records.size(); ++at) {
        if (records[at].kind != QLatin1String("ticketCalled")
            && records[at].kind != QLatin1String("ticketRecalled"))
            continue;
        const auto placed = fromRecord({Position(at + 1), records[at]});
        if (!placed)
            continue;
        if (const auto *called = std::get_if<TicketCalled>(&placed->event.data))
            m_world.callMade(called->ticket, placed->event.at);
        else if (const auto *again = std::get_if<TicketRecalled>(&placed->event.data))
            m_world.callMade(again->ticket, placed->event.at);
    }
}

} // namespace antre::sim

// SPDX-License-Identifier: Apache-2.0
#include "terminalhost.h"

#include "base/overloaded.h"
#include "world.h"

namespace antre::sim {

using namespace std::chrono_literals;

TerminalHost::TerminalHost(World &world, size_t index, TerminalSettings settings)
    : disk(world.sqlitePath(settings.id.value()))
    , clock(world.timeline.clock())
    , m_world(world)
    , m_index(index)
    , m_settings(std::move(settings))
    , m_chance(world.plan.seed, 100 + index)
    , m_random(world.plan.seed * 1000 + index)
{
    disk.lies = world.plan.disksLie && m_settings.kind == TerminalKind::Kiosk;
    clock.setDrift(double(m_chance.between(-100, 100)));
    if (world.plan.wrongClocks) {
        const Milliseconds off = m_chance.anyPause(1s, 48h);
        clock.setAhead(m_chance.happens(0.5) ? off : -off);
    }
}

void TerminalHost::start()
{
    if (m_machine)
        return;
    ++m_life;
    m_clockMeasured = false;
    m_machine = std::make_unique<TerminalMachine>(m_settings, clock, m_random);
    m_end.reset();
    started();
    inputRecords();
}

void TerminalHost::loadLater()
{
    const Milliseconds takes = m_chance.pause(m_world.plan.storeMin, m_world.plan.storeMax);
    m_world.timeline.after(takes, [this, life = m_life] {
        if (life == m_life)
            inputRecords();
    });
}

void TerminalHost::inputRecords()
{
    auto loaded = load();
    m_world.tell([&]() -> QString {
        return name()
            + (loaded ? QStringLiteral(" starts with %1 records").arg(loaded->size())
                      : QStringLiteral(" can't read its disk: ") + loaded.error().detail);
    });
    input(Started{loaded ? *loaded : std::vector<JournalRecord>(),
        loaded ? std::nullopt : std::optional(loaded.error())});
}

void TerminalHost::startAfter(Milliseconds pause)
{
    m_world.timeline.after(pause, [this, life = m_life] {
        if (life == m_life)
            start();
    });
}

void TerminalHost::stop(bool power)
{
    ++m_life;
    m_lastWall = clock.wall();
    m_machine.reset();
    m_armed.reset();
    // What was on its way to the disk may have reached it.
    for (const StoreRecords &store : std::exchange(m_stores, {})) {
        if (!m_chance.happens(0.5) || append(store.records))
            break;
    }
    disk.onWrite = {};
    died(power);
}

void TerminalHost::die(Milliseconds back)
{
    if (!m_machine)
        return;
    m_world.tell(
        [&]() -> QString { return name() + QStringLiteral(" dies for %1 ms").arg(back.count()); });
    m_world.network.hangUp(m_index);
    stop(false);
    disk.reopen();
    startAfter(back);
}

void TerminalHost::powerCut(Milliseconds back)
{
    m_world.tell([&]() -> QString {
        return name() + QStringLiteral(": power cut for %1 ms").arg(back.count());
    });
    m_world.network.vanish(m_index);
    const bool wasUp = isUp();
    stop(true);
    const int lost = disk.powerCut();
    m_world.truth.kioskRecordsLost += lost;
    if (lost > 0)
        m_world.tell(
            [&]() -> QString { return name() + QStringLiteral(" lost %1 records").arg(lost); });
    Q_UNUSED(wasUp);
    m_world.timeline.after(back, [this, life = m_life] {
        if (life == m_life) {
            boot();
            start();
        }
    });
}

void TerminalHost::boot()
{
    clock.boot();
    if (!m_world.plan.batteriesDead)
        return;
    // Without a battery: the epoch, what the system wrote down when it last could, or anything.
    const double what = m_chance.random().unit();
    if (what < 0.35)
        clock.setWall(Instant{} + 10s);
    else if (what < 0.65)
        clock.setWall(m_lastWall);
    else
        clock.setWall(m_lastWall + m_chance.anyPause(1min, 50h));
    m_world.tell([&]() -> QString { return name() + QStringLiteral("'s clock forgot the time"); });
}

void TerminalHost::heal()
{
    disk.health = Disk::Health::Well;
    disk.next = Disk::Fault::None;
    slower = 0ms;
    nextStore = Death::None;
    noteDisk();
    if (!m_machine) {
        ++m_life;
        start();
    }
}

void TerminalHost::jumpClock(Milliseconds by)
{
    clock.setAhead(clock.ahead() + by);
    m_world.tell([&]() -> QString {
        return name() + QStringLiteral("'s clock jumps by %1 s").arg(by / 1s);
    });
}

void TerminalHost::noteDisk() { m_diskWellSince = m_world.timeline.now(); }

void TerminalHost::input(const TerminalInput &what)
{
    if (!m_machine)
        return;
    if (const auto *received = std::get_if<FrameReceived>(&what))
        noteFrame(received->frame);
    const LinkStatus before = m_machine->link();
    const TerminalActions actions = m_machine->step(what);
    tellLink(before);
    const int life = m_life;
    for (const TerminalAction &action : actions) {
        if (diesBefore(action))
            die(m_chance.anyPause(200ms, 120s));
        if (life != m_life)
            return;
        perform(action);
    }
    arm();
    changed();
}

void TerminalHost::tellLink(LinkStatus before)
{
    const LinkStatus now = m_machine->link();
    if (now == before || now == LinkStatus::Greeting)
        return;
    m_world.tell([&]() -> QString {
        switch (now) {
        case LinkStatus::Up:
            return name()
                + QStringLiteral(" is up to date at %1").arg(m_machine->mirror().position());
        case LinkStatus::Rejected:
            return name() + QStringLiteral(" is rejected: ") + m_machine->rejection()->reason;
        case LinkStatus::Down:
        case LinkStatus::Greeting:
            break;
        }
        return name() + QStringLiteral(" has lost the service");
    });
}

void TerminalHost::noteFrame(const QByteArray &frame)
{
    m_lastContact = m_world.timeline.clock().wall();
    if (frame.endsWith("\"type\":\"pong\"}") && m_machine->link() == LinkStatus::Up)
        m_clockMeasured = true;
    // What the machine makes of an answer is its business; that it came can't be undone.
    if (frame.contains("\"type\":\"answer\"") && frame.contains("\"number\"")) {
        const auto message = decode(frame);
        if (const auto *answer = message ? std::get_if<Answer>(&*message) : nullptr)
            m_world.promised(name(), *answer);
    }
}

bool TerminalHost::diesBefore(const TerminalAction &action)
{
    if (m_world.plan.dieBetweenActions <= 0 || m_world.isHealed())
        return false;
    const auto *send = std::get_if<SendFrame>(&action);
    const bool dull = send && send->frame.endsWith("\"type\":\"ping\"}");
    return !dull && m_chance.happens(m_world.plan.dieBetweenActions);
}

void TerminalHost::perform(const TerminalAction &action)
{
    std::visit(Overloaded{
                   [this](const StoreRecords &what) {
                       m_stores.push_back(what);
                       if (m_stores.size() == 1)
                           beginStore();
                   },
                   [this](const LoadRecords &) { loadLater(); },
                   [this](const OpenLink &) { m_world.network.connect(m_index); },
                   [this](const CloseLink &) { m_world.network.hangUp(m_index); },
                   [this](const SendFrame &send) { m_world.network.send(m_index, send.frame); },
                   [this](const PrintSlip &print) { prints(print); },
                   [this](const CommandAnswered &done) { answered(done.answer); },
                   [](const OrderHeard &) {},
               },
        action);
}

void TerminalHost::beginStore()
{
    const Milliseconds takes
        = m_chance.pause(m_world.plan.storeMin, m_world.plan.storeMax) + slower;
    m_world.timeline.after(takes, [this, life = m_life] {
        if (life == m_life)
            endStore();
    });
}

void TerminalHost::endStore()
{
    const StoreRecords store = m_stores.front();
    m_stores.pop_front();
    const Death death = std::exchange(nextStore, Death::None);
    if (death == Death::BeforeWriting)
        return die(m_chance.anyPause(200ms, 60s));
    const auto error = append(store.records);
    if (death == Death::AfterWriting)
        return die(m_chance.anyPause(200ms, 60s));
    if (!m_stores.empty())
        beginStore();
    if (error)
        m_world.tell(
            [&]() -> QString { return name() + QStringLiteral(" can't store: ") + error->detail; });
    input(StoreEnded{store.id, error});
}

std::optional<Error> TerminalHost::append(const std::vector<JournalRecord> &records)
{
    if (!m_end) {
        const auto end = disk.end();
        if (!end)
            return end.error();
        m_end = *end;
    }
    const auto end = disk.append(*m_end, records);
    if (!end) {
        m_end.reset();
        return end.error();
    }
    m_end = *end;
    if (disk.lies)
        m_world.timeline.after(m_chance.anyPause(1s, 30s), [this] { disk.sync(); });
    return std::nullopt;
}

Result<std::vector<JournalRecord>> TerminalHost::load()
{
    const auto latest = disk.readLatest();
    if (!latest)
        return tl::unexpected(latest.error());
    std::vector<JournalRecord> records;
    Position after = 0;
    for (const StoredRecord &stored : *latest) {
        records.push_back(stored.record);
        if (stored.record.kind == QLatin1String("checkpoint"))
            after = stored.position;
    }
    const auto rest = disk.read(after, std::numeric_limits<int>::max());
    if (!rest)
        return tl::unexpected(rest.error());
    for (const StoredRecord &stored : *rest) {
        if (stored.record.key.isEmpty())
            records.push_back(stored.record);
    }
    return records;
}

void TerminalHost::arm()
{
    const auto deadline = m_machine ? m_machine->nextDeadline() : std::nullopt;
    if (!deadline)
        return;
    const Milliseconds when = std::max(clock.truthAt(*deadline), m_world.timeline.now());
    if (m_armed && *m_armed <= when)
        return;
    m_armed = when;
    m_world.timeline.at(when, [this, when, life = m_life] {
        if (life != m_life || m_armed != when)
            return;
        m_armed.reset();
        const auto due = m_machine->nextDeadline();
        if (due && *due <= clock.elapsed())
            input(TimeReached{});
        else
            arm();
    });
}

} // namespace antre::sim

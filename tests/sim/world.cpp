// SPDX-License-Identifier: Apache-2.0
#include "world.h"

#include "weather.h"

#include <QDateTime>
#include <QDir>

namespace antre::sim {

using namespace std::chrono_literals;

namespace {

constexpr Milliseconds troubleBefore{60'000};
constexpr Milliseconds troubleAfter{15 * 60'000};
/// By then everything must have come to rest, once healed.
constexpr Milliseconds restMax = 8h;

std::unique_ptr<QTemporaryDir> folderFor(const Plan &plan)
{
    if (!plan.sqlite)
        return nullptr;
    const QString memory = QStringLiteral("/dev/shm");
    const QString parent = QDir(memory).exists() ? memory : QDir::tempPath();
    return std::make_unique<QTemporaryDir>(parent + QStringLiteral("/antre-sim-XXXXXX"));
}

Instant startOf(const Plan &plan)
{
    return instantOf(plan.firstDay, plan.overMidnight ? 23h + 20min : 7h + 20min, plan.zone());
}

/// Of two officers one may do everything that takes a right, the other nothing.
Officer officerCalled(const QString &name, int number)
{
    static const QString hash = hashPin(officerPin()).value();
    Officer officer{OfficerId(name), name, hash};
    if (number % 2 == 1)
        officer.rights.insert({Right::PickTicket, Right::ExceedLimits, Right::Close});
    return officer;
}

} // namespace

QString officerPin() { return QStringLiteral("2580"); }

World::World(const Plan &thePlan, bool tellsStory)
    : plan(thePlan)
    , m_folder(folderFor(plan))
    , timeline(startOf(plan))
    , network(*this, size_t(plan.kiosks + plan.counters + plan.displays))
    , service(*this)
    , m_tellsStory(tellsStory)
    , m_chance(plan.seed, 4)
{
}

QString World::sqlitePath(const QString &machine) const
{
    return m_folder ? m_folder->filePath(machine + QStringLiteral(".sqlite")) : QString();
}

QString World::timeOfDay(Instant moment) const
{
    return QDateTime::fromMSecsSinceEpoch(toMs(moment), plan.zone())
        .toString(plan.days > 1 || plan.overMidnight ? QStringLiteral("MM-dd HH:mm:ss.zzz")
                                                     : QStringLiteral("HH:mm:ss.zzz"));
}

void World::write(const QString &line)
{
    m_story << timeOfDay(timeline.clock().wall()) + u' ' + line;
}

void World::furnish()
{
    service.start();
    service.submit(PublishCatalogue{plan.catalogue});
    const auto enrol = [this](TerminalKind kind, const QString &id, const QString &mark) {
        service.submit(EnrolTerminal{{TerminalId(id), kind, id, mark, hashToken(id)}});
        TerminalSettings settings;
        settings.id = TerminalId(id);
        settings.kind = kind;
        settings.token = id;
        settings.mark = mark;
        settings.version = QStringLiteral("sim");
        settings.heartbeat = {plan.pingEvery, plan.silenceMax};
        if (kind == TerminalKind::Kiosk && Chance(plan.seed, 300 + m_terminals.size()).happens(0.4))
            settings.printers.push_back({QStringLiteral("second"), {}, 80});
        m_terminals.push_back(std::make_unique<TerminalHost>(*this, m_terminals.size(), settings));
    };
    for (int i = 1; i <= plan.kiosks; ++i)
        enrol(TerminalKind::Kiosk, QStringLiteral("kiosk-%1").arg(i), QString::number(i));
    for (int i = 1; i <= plan.counters; ++i) {
        enrol(TerminalKind::Counter, QStringLiteral("counter-%1").arg(i), {});
        service.submit(RegisterOfficer{officerCalled(QStringLiteral("officer-%1").arg(i), i)});
        service.submit(RegisterOfficer{officerCalled(QStringLiteral("deputy-%1").arg(i), i + 1)});
    }
    for (int i = 1; i <= plan.displays; ++i)
        enrol(TerminalKind::Display, QStringLiteral("display-%1").arg(i), {});
    size_t at = 0;
    for (int i = 0; i < plan.kiosks; ++i)
        m_lobbies.push_back(std::make_unique<Lobby>(*this, at++));
    for (int i = 1; i <= plan.counters; ++i)
        m_desks.push_back(std::make_unique<CounterDesk>(*this, at++, QString::number(i)));
    for (int i = 0; i < plan.displays; ++i)
        m_halls.push_back(std::make_unique<Hall>(*this, at++));
    for (int i = 1; i <= plan.phones; ++i)
        m_phones.push_back(std::make_unique<Phone>(*this, i));
    timeline.runUntil(2s);
    for (const auto &host : m_terminals)
        host->start();
    lookForDayEnd();
    timeline.runUntil(20s);
    for (const auto &desk : m_desks)
        desk->work(1);
}

/// As core/server does.
void World::lookForDayEnd()
{
    service.askForDayEnd();
    timeline.after(5min, [this] { lookForDayEnd(); });
}

Milliseconds World::localTime(int day, Minutes ofDay) const
{
    return instantOf(BusinessDay{plan.firstDay.days + day}, ofDay, plan.zone()) - startOf(plan);
}

void World::planDay(int day)
{
    std::vector<Milliseconds> bursts;
    for (int i = 0; i < plan.burstsADay; ++i) {
        // Over midnight, the first burst of a night begins shortly before it.
        const Minutes ofDay = plan.overMidnight && i == 0
            ? Minutes(23 * 60 + 45 + m_chance.between(0, 12))
            : Minutes(7 * 60 + 35 + m_chance.between(0, 7 * 60));
        const int shift = plan.overMidnight && i > 0 ? 1 : 0;
        bursts.push_back(localTime(day + shift, ofDay));
        m_lastBurst = std::max(m_lastBurst, bursts.back());
    }
    for (int i = 0; i < plan.visitorsADay; ++i) {
        const Milliseconds at = m_chance.of(bursts) + m_chance.pause(0ms, 12min);
        const size_t kiosk = m_chance.below(size_t(plan.kiosks));
        timeline.at(at, [this, kiosk] { lobby(kiosk).visitorComes(); });
    }
    planPhones(bursts);
    for (int i = 0; i < plan.troublesADay; ++i) {
        const Milliseconds at = m_chance.happens(0.75)
            ? m_chance.of(bursts) + m_chance.pause(-troubleBefore, troubleAfter)
            : bursts.front() + m_chance.pause(0ms, 8h);
        const Trouble trouble = m_chance.of(plan.troubles);
        timeline.at(at, [this, trouble] {
            if (!m_healed)
                strike(*this, trouble, m_chance);
        });
    }
}

/// Each phone comes once or twice in a burst.
void World::planPhones(const std::vector<Milliseconds> &bursts)
{
    Chance chance(plan.seed, 5 + 1000 * quint64(bursts.front().count()));
    for (const auto &phone : m_phones) {
        for (qint64 visits = chance.between(1, 3); visits > 0; --visits) {
            const Milliseconds at = chance.of(bursts) + chance.pause(0ms, 12min);
            timeline.at(at, [one = phone.get()] { one->visitorComes(); });
        }
    }
}

void World::run()
{
    furnish();
    for (int day = 0; day < plan.days; ++day)
        planDay(day);
    timeline.runUntil(m_lastBurst + troubleAfter + m_chance.anyPause(1s, 1h));
    healAll();
    const Milliseconds end = timeline.now() + restMax + 4 * plan.silenceMax;
    do {
        timeline.runUntil(timeline.now() + 3min);
    } while (timeline.now() < end && !isAtRest());
}

void World::healAll()
{
    tell([] { return QStringLiteral("all is healed"); });
    m_healed = true;
    plan.swapFrames = 0;
    network.heal();
    service.heal();
    for (const auto &host : m_terminals)
        host->heal();
    for (const auto &lobby : m_lobbies)
        lobby->heal();
    for (const auto &desk : m_desks)
        desk->work(0.3);
}

bool World::isAtRest()
{
    if (!service.isUp() || service.service()->hasWork())
        return false;
    const State &state = service.service()->state();
    const bool waits = std::ranges::any_of(state.lines,
        [](const auto &line) { return line.second.waiting > 0 || !line.second.parked.empty(); });
    const bool called = std::ranges::any_of(
        state.desks, [](const auto &desk) { return !desk.second.current.isEmpty(); });
    if (waits || called)
        return false;
    const bool quiet
        = std::ranges::all_of(m_lobbies, [](const auto &lobby) { return lobby->isQuiet(); });
    return quiet && std::ranges::all_of(m_terminals, [this](const auto &host) {
        return host->isUp() && host->machine().link() == LinkStatus::Up
            && host->machine().mirror().position() == service.service()->position()
            && host->machine().unanswered() == 0
            && std::ranges::all_of(host->machine().tickets().all(),
                [](const auto &entry) { return entry.second.isSettled(); });
    });
}

CataloguePtr World::nextCatalogue()
{
    tell([] { return QStringLiteral("the manager publishes another catalogue"); });
    return simulatedMall(plan.overMidnight, ++m_edition, plan.dayEnd);
}

void World::complain(const QString &check, const QString &what)
{
    tell([&] { return QStringLiteral("VIOLATION %1: %2").arg(check, what); });
    truth.complaints.push_back(check + QStringLiteral(": ") + what);
}

void World::promised(const QString &who, const Answer &answer)
{
    if (answer.number)
        truth.promises.push_back({answer.ticket, answer.number->text(), answer.position, who});
}

void World::pressPromised(const CommandId &id)
{
    for (KeptPress &press : truth.presses)
        press.promised = press.promised || press.id == id;
}

void World::pressAnswered(const CommandId &id)
{
    for (KeptPress &press : truth.presses)
        press.answered = press.answered || press.id == id;
}

void World::disturbed(size_t terminal) { m_disturbances[terminal].push_back(timeline.now()); }

bool World::watchedOn(size_t display, int life, Milliseconds at) const
{
    if (m_terminals[display]->life() != life)
        return false;
    const auto found = m_disturbances.find(display);
    return found == m_disturbances.end()
        || std::ranges::none_of(
            found->second, [at](Milliseconds when) { return when >= at - 5s && when <= at + 90s; });
}

void World::callMade(const TicketId &ticket, Instant at)
{
    const auto &calls = service.service()->state().calls;
    const auto call = std::find_if(calls.rbegin(), calls.rend(),
        [&](const Call &made) { return made.ticket == ticket && made.at == at; });
    if (call == calls.rend())
        return;
    CallMade made{CallMark::of(*call), timeline.now(), {}};
    for (size_t i = size_t(plan.kiosks + plan.counters); i < m_terminals.size(); ++i) {
        if (m_terminals[i]->isUp() && m_terminals[i]->machine().link() == LinkStatus::Up
            && network.carries(i))
            made.watching.emplace_back(i, m_terminals[i]->life());
    }
    truth.calls.push_back(made);
    tell([&] {
        return QStringLiteral("called: %1 at counter %2, time %3")
            .arg(call->number.text(), call->counter.value())
            .arg(call->times);
    });
}

} // namespace antre::sim

// SPDX-License-Identifier: Apache-2.0
#include "desk.h"

#include "world.h"

namespace antre::sim {

using namespace std::chrono_literals;

CounterDesk::CounterDesk(World &world, size_t console, const QString &counter)
    : m_world(world)
    , m_console(console)
    , m_counter(counter)
    , m_officers{OfficerId(QStringLiteral("officer-") + counter),
          OfficerId(QStringLiteral("deputy-") + counter)}
    , m_officer(m_officers.front())
    , m_chance(world.plan.seed, 300 + console)
{
    world.terminal(console).answered = [this](const Answer &answer) { this->answered(answer); };
}

void CounterDesk::work(double pace)
{
    m_pace = pace;
    if (std::exchange(m_working, true))
        return;
    m_world.timeline.after(m_chance.pause(1s, 20s), [this] { act(); });
}

bool CounterDesk::isWaiting()
{
    const TerminalHost &host = m_world.terminal(m_console);
    // A console that started anew knows nothing of what was pressed before.
    if (m_life != host.life()) {
        m_life = host.life();
        m_asked.clear();
        m_pressedOffline = TicketId();
    }
    return std::ranges::any_of(m_asked, [](const auto &asked) { return asked.second; });
}

/// The console shows that somebody is signed in here.
bool CounterDesk::isShown() const
{
    const TerminalHost &host = m_world.terminal(m_console);
    const Desk &desk = host.machine().mirror().state().desk(m_counter);
    return desk.isOpen() && desk.openedAt == host.settings().id;
}

void CounterDesk::act()
{
    const TerminalHost &host = m_world.terminal(m_console);
    Milliseconds pause = m_chance.pause(5s, 90s);
    if (host.isUp() && !isWaiting()) {
        const State &state = host.machine().mirror().state();
        if (host.machine().link() != LinkStatus::Up)
            actOffline(state.ticket(state.desk(m_counter).current));
        else if (std::exchange(m_mustSignIn, false) || !isShown())
            signIn(m_world.isHealed() || m_chance.happens(0.7) ? m_officers[0] : m_officers[1]);
        else
            actOnline(state);
    }
    m_regrets = !m_world.isHealed() && m_chance.happens(0.12);
    if (m_regrets)
        pause = m_chance.pause(1s, 9s);
    m_world.timeline.after(Milliseconds(qint64(double(pause.count()) * m_pace)), [this] { act(); });
}

void CounterDesk::actOnline(const State &state)
{
    const Desk &desk = state.desk(m_counter);
    m_officer = desk.officer;
    const bool isCalm = m_world.isHealed();
    Keys keys(m_counter, m_world.plan.counters, m_world.terminal(m_console).machine().now(), isCalm,
        m_chance);
    if (m_regrets && !desk.last.command.isEmpty())
        return want(keys.undo(state));
    const auto isNobodyThere
        = [](const auto &line) { return line.second.waiting == 0 && line.second.parked.empty(); };
    // Idle hours shall not be all that happens.
    if (desk.current.isEmpty() && !desk.pause && std::ranges::all_of(state.lines, isNobodyThere)
        && !m_chance.happens(0.03))
        return;
    if (!isCalm && m_chance.happens(0.03))
        return issueForVisitor();
    want(keys.next(state));
}

void CounterDesk::actOffline(const Ticket *current)
{
    if (!current || m_pressedOffline == current->id || !m_chance.happens(0.5))
        return;
    if (current->state == TicketState::Serving) {
        m_pressedOffline = current->id;
        want({FinishServing{m_counter, current->id}, "finishes", current->id, true});
    } else if (current->state == TicketState::Called) {
        m_pressedOffline = current->id;
        want({MarkNoShow{m_counter, current->id}, "misses", current->id, true});
    }
}

void CounterDesk::issueForVisitor()
{
    TerminalHost &host = m_world.terminal(m_console);
    const CommandId id = host.newId();
    const bool hasMore = m_chance.happens(0.5);
    const IssueTicket issue{hasMore ? aOne() : bOne(), {}, QStringLiteral("id"), {},
        host.machine().now(), hasMore ? std::vector{bOne()} : std::vector<ServiceId>(),
        TerminalId(m_chance.happens(0.5) ? QStringLiteral("kiosk-1") : QString()),
        m_chance.happens(0.3)};
    m_asked[id] = true;
    m_world.truth.touches[TicketId(id.value())] = {m_console, m_world.timeline.clock().wall(),
        host.lastContact(), host.isClockMeasured(), {}, {}};
    m_world.tell([&] {
        return QStringLiteral("counter %1 issues for a visitor %2")
            .arg(m_counter.value(), id.text().right(6));
    });
    host.input(CommandWanted{id, issue, false});
}

void CounterDesk::signIn(const OfficerId &officer)
{
    TerminalHost &host = m_world.terminal(m_console);
    const CommandId id = host.newId();
    m_asked[id] = true;
    host.input(SignInWanted{{id, officer, officerPin(), m_counter}});
}

void CounterDesk::want(const Press &wish)
{
    const int life = m_world.terminal(m_console).life();
    press(wish);
    // A key that bounces, or an officer who saw nothing happen.
    if (!m_chance.happens(0.06))
        return;
    m_world.timeline.after(m_chance.pause(0s, 2s), [this, wish, life] {
        if (m_world.terminal(m_console).life() == life)
            press(wish);
    });
}

void CounterDesk::press(const Press &press)
{
    TerminalHost &host = m_world.terminal(m_console);
    const int life = host.life();
    if (!host.isUp())
        return;
    const CommandId id = host.newId();
    m_asked[id] = !press.keep || host.machine().link() == LinkStatus::Up;
    m_world.tell([&] {
        return QStringLiteral("counter %1, %2, %3 %4")
            .arg(m_counter.value(), m_officer.value(), QString::fromLatin1(press.what),
                press.about.isEmpty() ? QString() : press.about.text().right(6));
    });
    if (std::holds_alternative<CancelTicket>(press.data))
        m_world.truth.cancelWishes.insert(id);
    if (press.keep) {
        m_world.truth.presses.push_back(
            {id, press.about, QString::fromLatin1(press.what), m_world.timeline.clock().wall()});
        // Once the console had its time with a healthy disk, the press may not be lost any more.
        m_world.timeline.after(15 * m_world.plan.storeMax, [this, id, life] {
            const TerminalHost &console = m_world.terminal(m_console);
            if (console.life() == life && console.isUp()
                && console.disk.health == Disk::Health::Well)
                m_world.pressPromised(id);
        });
    }
    host.input(CommandWanted{id, press.data, press.keep});
}

void CounterDesk::answered(const Answer &answer)
{
    m_asked.erase(answer.id);
    m_world.pressAnswered(answer.id);
    // What the console shows is of yesterday: the first to sign in begins the new day.
    if (answer.error
        && (answer.error->reason == QLatin1String("ticketGone")
            || answer.error->reason == QLatin1String("counterClosed")
            || answer.error->reason == QLatin1String("signedOut")))
        m_mustSignIn = true;
    if (answer.error)
        m_world.tell([&] {
            return QStringLiteral("counter %1 is told: %2")
                .arg(m_counter.value(), answer.error->reason);
        });
}

} // namespace antre::sim

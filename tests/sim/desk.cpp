// SPDX-License-Identifier: Apache-2.0
#include "desk.h"

#include "world.h"

namespace antre::sim {

using namespace std::chrono_literals;

CounterDesk::CounterDesk(World &world, size_t console, const QString &counter)
    : m_world(world)
    , m_console(console)
    , m_counter(counter)
    , m_officer(QStringLiteral("officer-") + counter)
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

void CounterDesk::act()
{
    const TerminalHost &host = m_world.terminal(m_console);
    Milliseconds pause = m_chance.pause(5s, 90s);
    if (host.isUp() && !isWaiting()) {
        const State &state = host.machine().mirror().state();
        const Ticket *current = state.ticket(state.desk(m_counter).current);
        if (host.machine().link() != LinkStatus::Up)
            actOffline(current);
        else if (std::exchange(m_mustSignIn, false) || state.desk(m_counter).officer != m_officer
            || state.desk(m_counter).openedAt != host.settings().id)
            signIn();
        else if (current)
            actAt(*current);
        else if (std::ranges::any_of(
                     state.lines, [](const auto &line) { return line.second.waiting > 0; }))
            want(CallNext{m_counter}, false, {}, QStringLiteral("calls next"));
        else
            pause *= 2;
    }
    m_world.timeline.after(Milliseconds(qint64(double(pause.count()) * m_pace)), [this] { act(); });
}

void CounterDesk::actOffline(const Ticket *current)
{
    if (!current || m_pressedOffline == current->id || !m_chance.happens(0.5))
        return;
    if (current->state == TicketState::Serving) {
        m_pressedOffline = current->id;
        want(FinishServing{m_counter, current->id}, true, current->id, QStringLiteral("finishes"));
    } else if (current->state == TicketState::Called) {
        m_pressedOffline = current->id;
        want(MarkNoShow{m_counter, current->id}, true, current->id, QStringLiteral("misses"));
    }
}

void CounterDesk::actAt(const Ticket &current)
{
    const TicketId id = current.id;
    const TicketState state = current.state; // the console may die under the officer's fingers
    const double what = m_chance.random().unit();
    if (state == TicketState::Called) {
        if (what < 0.7)
            want(StartServing{m_counter, id}, false, id, QStringLiteral("starts"));
        else if (what < 0.82)
            want(CallAgain{m_counter, id}, false, id, QStringLiteral("calls again"));
        else
            want(MarkNoShow{m_counter, id}, true, id, QStringLiteral("misses"));
    } else if (what < 0.5) {
        want(CallNext{m_counter}, false, {}, QStringLiteral("is done and calls next"));
    } else {
        want(FinishServing{m_counter, id}, true, id, QStringLiteral("finishes"));
    }
    if (m_chance.happens(0.02) && m_world.terminal(m_console).isUp()) {
        const State &shown = m_world.terminal(m_console).machine().mirror().state();
        for (const auto &[other, ticket] : shown.tickets) {
            if (ticket.state == TicketState::Waiting)
                return want(CancelTicket{other}, false, other, QStringLiteral("cancels"));
        }
    }
}

void CounterDesk::signIn()
{
    TerminalHost &host = m_world.terminal(m_console);
    const CommandId id = host.newId();
    m_asked[id] = true;
    host.input(SignInWanted{{id, m_officer, officerPin(), m_counter}});
}

void CounterDesk::want(
    const CommandData &data, bool keep, const TicketId &about, const QString &what)
{
    TerminalHost &host = m_world.terminal(m_console);
    const int life = host.life();
    if (!host.isUp())
        return;
    const CommandId id = host.newId();
    m_asked[id] = !keep || host.machine().link() == LinkStatus::Up;
    m_world.tell([&] {
        return QStringLiteral("counter %1 %2 %3")
            .arg(m_counter.value(), what, about.isEmpty() ? QString() : about.text().right(6));
    });
    if (std::holds_alternative<CancelTicket>(data))
        m_world.truth.cancelWishes.insert(id);
    if (keep) {
        m_world.truth.presses.push_back({id, about, what, m_world.timeline.clock().wall()});
        // Once the console had its time with a healthy disk, the press may not be lost any more.
        m_world.timeline.after(15 * m_world.plan.storeMax, [this, id, life] {
            const TerminalHost &console = m_world.terminal(m_console);
            if (console.life() == life && console.isUp()
                && console.disk.health == Disk::Health::Well)
                m_world.pressPromised(id);
        });
    }
    host.input(CommandWanted{id, data, keep});
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

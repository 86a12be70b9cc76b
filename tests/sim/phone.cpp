// SPDX-License-Identifier: Apache-2.0
#include "phone.h"

#include "keys.h"
#include "world.h"

namespace antre::sim {

using namespace std::chrono_literals;

Phone::Phone(World &world, int number)
    : m_world(world)
    , m_chance(world.plan.seed, 600 + quint64(number))
    , m_name(QStringLiteral("phone-%1").arg(number))
{
}

void Phone::visitorComes()
{
    ++m_visit;
    m_ticket = TicketId();
    m_wanted = m_chance.happens(0.5) ? aOne() : bOne();
    take(3);
    m_world.timeline.after(m_chance.pause(10s, 4min), [this, visit = m_visit] {
        if (visit == m_visit)
            act(4);
    });
}

/// Without an answer again, and under another id: the page was loaded anew.
void Phone::take(int triesLeft)
{
    const IssueTicket wish{m_wanted,
        ClassId(m_chance.happens(0.2) ? QStringLiteral("elderly") : QString()),
        QStringLiteral("id"), makeSecret(m_chance.random()), {}, {}, {}, false, m_name};
    ask(wish, [this, visit = m_visit](const Answer &answer) {
        if (visit == m_visit)
            got(answer);
    });
    if (m_chance.happens(0.1)) // a finger that bounces
        ask(wish, [](const Answer &) {});
    m_world.timeline.after(m_chance.pause(4s, 15s), [this, visit = m_visit, triesLeft] {
        if (visit == m_visit && m_ticket.isEmpty() && triesLeft > 0)
            take(triesLeft - 1);
    });
}

void Phone::got(const Answer &answer)
{
    const bool isThere = answer.error && answer.error->reason == QLatin1String("alreadyWaiting");
    if (isThere && answer.ticket.isEmpty())
        m_world.complain(QStringLiteral("a phone finds its ticket"),
            m_name + QStringLiteral(" has one already and isn't told which"));
    m_world.tell([&] {
        return QStringLiteral("%1 is told: %2")
            .arg(m_name, answer.number ? answer.number->text() : answer.error->reason);
    });
    if (answer.error && !isThere)
        return;
    m_ticket = answer.ticket;
    if (answer.number)
        m_world.truth.touches[m_ticket].seen = answer.number->text();
}

void Phone::act(int actsLeft)
{
    if (m_world.isHealed() || actsLeft == 0)
        return;
    const double what = m_chance.random().unit();
    if (what < 0.25)
        leave();
    else if (what < 0.65)
        stepBack();
    m_world.timeline.after(m_chance.pause(20s, 5min), [this, visit = m_visit, actsLeft] {
        if (visit == m_visit)
            act(actsLeft - 1);
    });
}

void Phone::leave()
{
    if (m_ticket.isEmpty())
        return;
    ask(CancelTicket{m_ticket}, [](const Answer &) {});
    if (m_chance.happens(0.2)) // another one at once; and perhaps the first one back as well
        take(1);
    if (m_chance.happens(0.7))
        m_world.timeline.after(m_chance.pause(0s, 75s), [this, ticket = m_ticket] {
            if (!m_world.isHealed())
                ask(RejoinQueue{ticket}, [](const Answer &) {});
        });
}

void Phone::stepBack()
{
    if (m_ticket.isEmpty())
        return;
    ask(LetGoFirst{m_ticket, int(m_chance.between(1, placesBackMax))}, [](const Answer &) {});
    if (m_chance.happens(0.5))
        m_world.timeline.after(m_chance.pause(0s, 75s), [this, ticket = m_ticket] {
            if (!m_world.isHealed())
                ask(TakePlaceBack{ticket}, [](const Answer &) {});
        });
}

void Phone::ask(const CommandData &wish, const Answered &answered)
{
    const Milliseconds way = m_chance.anyPause(20ms, 3s);
    if (isLost())
        return;
    m_world.timeline.after(way, [this, wish, answered] { arrive(wish, answered); });
}

/// The web's side in the service: the wish gets its id, and the touch its time.
void Phone::arrive(const CommandData &wish, const Answered &answered)
{
    ServiceHost &service = m_world.service;
    if (!service.isUp())
        return;
    CommandData data = wish;
    auto *issue = std::get_if<IssueTicket>(&data);
    if (issue)
        issue->touchedAt = service.clock.wall();
    const CommandId id = service.ask(data, [this, answered](const Answer &answer) {
        m_world.promised(m_name, answer);
        if (!isLost())
            m_world.timeline.after(
                m_chance.anyPause(20ms, 3s), [answered, answer] { answered(answer); });
    });
    m_world.tell([&] {
        return QStringLiteral("%1 asks: %2 (%3)")
            .arg(m_name, commandName(data), id.text().right(6));
    });
    if (issue)
        m_world.truth.touches[TicketId(id.value())]
            = {0, m_world.timeline.clock().wall(), {}, false, {}, {}};
    else
        m_world.truth.cancelWishes.insert(id);
}

} // namespace antre::sim

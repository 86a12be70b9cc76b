// SPDX-License-Identifier: Apache-2.0
#include "phone.h"

#include "domain/appointments.h"
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
    if (m_chance.happens(0.4))
        return reserve();
    m_wanted = m_chance.happens(0.5) ? aOne() : bOne();
    take(3);
    m_world.timeline.after(m_chance.pause(10s, 4min), [this, visit = m_visit] {
        if (visit == m_visit)
            act(4);
    });
}

/// Some slot of today or the next days. The same wish comes again under another id, as it does when
/// a page is loaded anew.
void Phone::reserve()
{
    ServiceHost &service = m_world.service;
    const CataloguePtr mall = service.isUp() ? service.service()->state().catalogue : nullptr;
    if (!mall)
        return;
    const auto slots_
        = openSlots(service.service()->state(), *mall->service(bOne()), service.clock.wall());
    if (slots_.empty())
        return;
    // Mostly of the next hours, so that the day sees it come.
    const AppointmentSlot slot = slots_[m_chance.below(
        m_chance.happens(0.8) ? std::min<size_t>(6, slots_.size()) : slots_.size())];
    const QString code = makeSecret(m_chance.random());
    const Reserve wish{bOne(), slot.day, slot.from, QStringLiteral("id"), code, m_name};
    ask(wish, [](const Answer &) {});
    if (m_chance.happens(0.5))
        m_world.timeline.after(
            m_chance.pause(0s, 20s), [this, wish] { ask(wish, [](const Answer &) {}); });
    if (m_chance.happens(0.15))
        m_world.timeline.after(m_chance.pause(0s, 10min),
            [this, code] { ask(CancelReservation{code}, [](const Answer &) {}); });
    const Instant begin = instantOf(slot.day, slot.from, mall->zone());
    const Milliseconds until = begin - m_world.timeline.clock().wall();
    m_world.timeline.after(std::max(Milliseconds(0), until + m_chance.pause(-35min, 13min)),
        [this, code] { checkIn(code); });
}

void Phone::checkIn(const QString &code)
{
    if (m_world.isHealed())
        return;
    const CheckIn wish{code, {}, {}, makeSecret(m_chance.random()), {}, m_name};
    ask(wish, [this](const Answer &answer) {
        if (answer.number && m_world.truth.touches.contains(answer.ticket))
            m_world.truth.touches[answer.ticket].seen = answer.number->text();
    });
    if (m_chance.happens(0.6))
        m_world.timeline.after(
            m_chance.pause(0s, 30s), [this, wish] { ask(wish, [](const Answer &) {}); });
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
    auto *checkIn = std::get_if<CheckIn>(&data);
    if (issue)
        issue->touchedAt = service.clock.wall();
    if (checkIn)
        checkIn->touchedAt = service.clock.wall();
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
    if (issue || checkIn)
        m_world.truth.touches[TicketId(id.value())]
            = {0, m_world.timeline.clock().wall(), {}, false, {}, {}};
    else
        m_world.truth.cancelWishes.insert(id);
}

} // namespace antre::sim

// SPDX-License-Identifier: Apache-2.0
#include "replay/replayday.h"

#include "base/clock.h"
#include "domain/calling.h"
#include "domain/evolve.h"
#include "rehearsal/daymodel.h"

namespace antre {

namespace {

Milliseconds seconds(double least, double most, Random &random)
{
    return Milliseconds(qint64(1000 * (least + (most - least) * random.unit())));
}

/// Mostly short; one in twenty-five officers fetches a form, or a coffee.
Milliseconds gap(Random &random)
{
    return random.unit() < 0.04 ? seconds(120, 480, random) : seconds(3, 40, random);
}

} // namespace

ReplayDay::ReplayDay(
    const ReplayWorld &world, const ReplayWorld::Day &day, Random &random, Happened happened)
    : m_world(world)
    , m_day(day)
    , m_random(random)
    , m_happened(std::move(happened))
{
    m_state.catalogue = world.scenario().catalogue;
}

void ReplayDay::plan(Instant at, std::function<void()> what)
{
    m_steps.push({at, m_order++, std::move(what)});
}

void ReplayDay::tell(EventData data, const Actor &by)
{
    const Event event{std::move(data), m_now, m_day.day, CommandId(), by};
    m_state = evolve(std::move(m_state), event);
    m_happened(event, m_state);
}

void ReplayDay::play()
{
    m_now = instantOf(m_day.day, Minutes(0), m_state.catalogue->zone());
    tell(DayStarted{});
    for (const auto &visitor : m_day.visitors)
        plan(visitor.touch, [this, &visitor] { arrives(visitor); });
    for (const auto &shift : m_day.shifts)
        plan(shift.opens, [this, &shift] {
            tell(CounterOpened{
                shift.counter, OfficerId(QStringLiteral("officer-") + shift.counter.value())});
            looksUp(shift);
        });
    const Catalogue &catalogue = *m_state.catalogue;
    const Instant last = instantOf(
        m_day.day, scheduleOn(catalogue, m_day.day).hours->numbers.until, catalogue.zone());
    plan(last, [this] {
        m_lastNumber = true;
        for (const auto &shift : m_day.shifts) {
            if (m_attentive[shift.counter])
                looksUp(shift);
        }
    });
    while (!m_steps.empty()) {
        const Step step = m_steps.top();
        m_steps.pop();
        m_now = step.at;
        step.what();
    }
}

void ReplayDay::arrives(const ReplayWorld::Visitor &visitor)
{
    const ManualClock clock(m_now);
    const TicketId id(makeUuid(clock, m_random));
    m_visitors.emplace(id, &visitor);
    const Service *service = m_state.catalogue->service(visitor.service);
    const LineId line = m_state.catalogue->agency(service->agency)->line();
    tell(TicketIssued{id, {line, QString(), m_state.lines[line].lastCount + 1}, visitor.service,
        visitor.priority, QStringLiteral("en"), QString(), TerminalId(QStringLiteral("kiosk-1")),
        m_now});
    if (visitor.patience)
        plan(m_now + *visitor.patience, [this, id] {
            if (m_state.ticket(id)->state == TicketState::Waiting)
                tell(TicketCancelled{id});
        });
    for (const auto &shift : m_day.shifts) {
        if (m_attentive[shift.counter] && m_state.ticket(id)->state == TicketState::Waiting)
            looksUp(shift);
    }
}

std::optional<Instant> ReplayDay::restsUntil(const ReplayWorld::Shift &shift) const
{
    const Catalogue &catalogue = *m_state.catalogue;
    const auto hours = scheduleOn(catalogue, m_day.day).hours;
    const auto at = [&](Minutes time) { return instantOf(m_day.day, time, catalogue.zone()); };
    if (m_now < at(hours->open.from))
        return at(hours->open.from);
    for (const TimeSpan &rest : hours->breaks) {
        if (m_now >= at(rest.from) - shift.stops && m_now < at(rest.until) + shift.late)
            return at(rest.until) + shift.late;
    }
    return std::nullopt;
}

void ReplayDay::looksUp(const ReplayWorld::Shift &shift)
{
    m_attentive[shift.counter] = false;
    if (const auto back = restsUntil(shift))
        return plan(*back, [this, &shift] { looksUp(shift); });
    const auto next = nextTicket(m_state, shift.counter, m_now);
    if ((!next && m_lastNumber) || (shift.leaves && m_now >= *shift.leaves))
        return tell(CounterClosed{shift.counter});
    if (next)
        return calls(shift, next->ticket);
    m_attentive[shift.counter] = true;
}

void ReplayDay::calls(const ReplayWorld::Shift &shift, const TicketId &ticket)
{
    tell(TicketCalled{ticket, shift.counter});
    const ReplayWorld::Visitor &visitor = *m_visitors.at(ticket);
    if (!visitor.comes)
        return plan(m_now + seconds(60, 150, m_random),
            [this, &shift, ticket] { ends(shift, TicketMissed{ticket}); });
    plan(m_now + seconds(10, 15, m_random), [this, ticket] { tell(ServingStarted{ticket}); });
    plan(m_now + Milliseconds(qint64(visitor.work * shift.pace * 1000)),
        [this, &shift, ticket] { ends(shift, TicketServed{ticket}); });
}

void ReplayDay::ends(const ReplayWorld::Shift &shift, EventData how)
{
    tell(std::move(how));
    plan(m_now + gap(m_random), [this, &shift] { looksUp(shift); });
}

} // namespace antre

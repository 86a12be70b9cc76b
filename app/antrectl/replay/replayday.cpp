// SPDX-License-Identifier: Apache-2.0
#include "replay/replayday.h"

#include "base/clock.h"
#include "domain/calling.h"
#include "domain/evolve.h"
#include "rehearsal/daymodel.h"

#include <algorithm>

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
        wakeAll();
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
    std::vector<ServiceId> further;
    if (visitor.then)
        further.push_back(*visitor.then);
    tell(TicketIssued{id, {line, QString(), m_state.lines[line].lastCount + 1}, visitor.service,
        visitor.priority, QStringLiteral("en"), QString(), TerminalId(QStringLiteral("kiosk-1")),
        m_now, further});
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

/// Those who look and find nobody look again.
void ReplayDay::wakeAll()
{
    for (const auto &shift : m_day.shifts) {
        if (m_attentive[shift.counter])
            looksUp(shift);
    }
}

/// Somebody is set aside, or is at a counter and may have to come back.
bool ReplayDay::comesBack() const
{
    const ReplayScenario &scenario = m_world.scenario();
    if (scenario.parked + scenario.sentOn + scenario.further <= 0)
        return false;
    return std::ranges::any_of(
        m_state.tickets, [](const auto &entry) { return !isOver(entry.second.state); });
}

bool ReplayDay::pauses(const ReplayWorld::Shift &shift)
{
    size_t &made = m_pauses[shift.counter];
    if (made >= shift.pauses.size() || m_now < shift.pauses[made].from)
        return false;
    const ReplayWorld::Pause &pause = shift.pauses[made++];
    tell(CounterPaused{shift.counter, ReasonId(), pause.said ? m_now + *pause.said : Instant{}});
    plan(m_now + pause.length, [this, &shift] {
        tell(CounterResumed{shift.counter});
        looksUp(shift);
    });
    return true;
}

void ReplayDay::looksUp(const ReplayWorld::Shift &shift)
{
    m_attentive[shift.counter] = false;
    if (const auto back = restsUntil(shift))
        return plan(*back, [this, &shift] { looksUp(shift); });
    if (pauses(shift))
        return;
    auto next = nextTicket(m_state, shift.counter, m_now);
    if (!next && shift.helps > 0 && m_random.unit() < shift.helps)
        next = nextTicket(m_state, shift.counter, m_now, true);
    if ((!next && m_lastNumber && !comesBack()) || (shift.leaves && m_now >= *shift.leaves))
        return tell(CounterClosed{shift.counter});
    if (next)
        return calls(shift, *next);
    m_attentive[shift.counter] = true;
}

double ReplayDay::workLeft(const Ticket &ticket) const
{
    const ReplayWorld::Visitor &visitor = *m_visitors.at(ticket.id);
    if (!ticket.done.empty())
        return visitor.thenWork;
    return m_wasAside.contains(ticket.id) ? visitor.work * 0.6 : visitor.work;
}

void ReplayDay::calls(const ReplayWorld::Shift &shift, const NextTicket &next)
{
    const TicketId ticket = next.ticket;
    tell(TicketCalled{ticket, shift.counter, next.headStart, next.why});
    const ReplayWorld::Visitor &visitor = *m_visitors.at(ticket);
    if (!visitor.comes)
        return plan(m_now + seconds(60, 150, m_random),
            [this, &shift, ticket] { ends(shift, {TicketMissed{ticket}}); });
    plan(m_now + seconds(10, 15, m_random), [this, ticket] { tell(ServingStarted{ticket}); });
    const Ticket &known = *m_state.ticket(ticket);
    const auto after = Milliseconds(qint64(workLeft(known) * shift.pace * 1000));
    if (visitor.sentOn && m_wasSent.insert(ticket).second)
        return plan(m_now + std::max(Milliseconds(20'000), after / 5),
            [this, &shift, ticket] { sendsOn(shift, ticket); });
    if (visitor.aside.count() > 0 && m_wasAside.insert(ticket).second)
        return plan(m_now + std::max(Milliseconds(20'000), after * 2 / 5),
            [this, &shift, ticket, aside = visitor.aside] { parks(shift, ticket, aside); });
    std::vector<EventData> how{TicketServed{ticket}};
    if (!known.further.empty()) {
        const ServiceId service = known.further.front();
        const AgencyId agency = m_state.catalogue->service(service)->agency;
        how.emplace_back(
            TicketContinued{ticket, service, m_state.catalogue->agency(agency)->line()});
    }
    plan(m_now + after, [this, &shift, how] { ends(shift, how); });
}

void ReplayDay::parks(const ReplayWorld::Shift &shift, const TicketId &ticket, Milliseconds aside)
{
    ends(shift, {TicketParked{ticket, shift.counter, ReasonId(), m_now + aside}});
    plan(m_now + aside, [this] { wakeAll(); });
}

/// To a colleague, or to another service, at the old place or at the end.
void ReplayDay::sendsOn(const ReplayWorld::Shift &shift, const TicketId &ticket)
{
    const Ticket &known = *m_state.ticket(ticket);
    const Agency &agency = *m_state.catalogue->agencyOfLine(known.line);
    const ServiceId service = agency.services[m_random.below(agency.services.size())].id;
    CounterId only;
    for (const Counter &other : m_state.catalogue->counters) {
        if (other.agencies.front() == agency.id && other.id != shift.counter)
            only = other.id;
    }
    if (m_random.unit() < 0.5)
        only = CounterId();
    const Instant place = m_random.unit() < 0.5 ? known.placeAt : m_now;
    ends(shift, {TicketTransferred{ticket, shift.counter, service, known.line, only, place}});
}

void ReplayDay::ends(const ReplayWorld::Shift &shift, std::vector<EventData> how)
{
    for (EventData &event : how)
        tell(std::move(event));
    plan(m_now + gap(m_random), [this, &shift] { looksUp(shift); });
    wakeAll();
}

} // namespace antre

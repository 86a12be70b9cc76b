// SPDX-License-Identifier: Apache-2.0
#include "domain/forecastrun.h"

#include <algorithm>
#include <cmath>

namespace antre::forecast {

Forward::Forward(const Scene &scene, Waits &waits)
    : m_scene(scene)
    , m_waits(waits)
    , m_serviceSeconds(scene.services.size())
    , m_lines(scene.lines.size())
    , m_counters(scene.counters.size())
{
    waits.people.resize(scene.people.size());
    waits.newTickets.resize(scene.lines.size());
    for (size_t line = 0; line < m_lines.size(); ++line) {
        m_lines[line].queues.resize(scene.lines[line].queues.size());
        waits.newTickets[line].resize(scene.lines[line].queues.size());
    }
}

void Forward::run(quint64 seed)
{
    Dice paces(seed);
    Dice visits(seed ^ 0x2545f4914f6cdd1du);
    begin(paces, seed ^ 0x5851f42d4c957f2du);
    while (m_uncalled > 0) {
        const auto counter = nextFree();
        if (!counter)
            break;
        call(*counter, visits);
    }
    end();
}

void Forward::begin(Dice &paces, quint64 crowd)
{
    std::vector<double> agencyFactor;
    for (const ServicePace::OfAgency *agency : m_scene.agencies)
        agencyFactor.push_back(paces.factor(agency->today));
    for (size_t i = 0; i < m_scene.services.size(); ++i) {
        const ServiceScene &service = m_scene.services[i];
        m_serviceSeconds[i] = agencyFactor[service.agency] * service.pace->seconds
            * paces.factor({0, service.pace->doubt});
    }
    m_uncalled = 0;
    m_called.assign(m_scene.people.size(), false);
    for (size_t line = 0; line < m_lines.size(); ++line)
        beginLine(line, crowd);
    for (size_t counter = 0; counter < m_counters.size(); ++counter)
        beginCounter(counter, paces);
}

void Forward::beginCounter(size_t index, Dice &dice)
{
    const CounterPlan &plan = m_scene.counters[index];
    PresentVisit present;
    if (plan.serving) {
        const ServiceScene &service = m_scene.services[*plan.serving];
        present = {&service.pace->chance,
            m_serviceSeconds[*plan.serving] * m_scene.pace.hourFactor(hourAt(0)),
            m_scene.agencies[service.agency]};
    }
    CounterDay &day = m_counters[index];
    drawDay(day, plan, m_scene.pace, *m_scene.agencies[plan.agency], present, m_scene.ofDay, dice);
    if (plan.current) {
        Visitor current;
        current.who = plan.current;
        goOn(current, day.freeAt);
    }
}

/// People come in families and busloads: how many come soon scatters more than by chance alone.
/// Each queue has chances of its own, so that a busier one changes no other's.
void Forward::beginLine(size_t index, quint64 seed)
{
    constexpr double crowdVariance = 0.36; // of the rate's logarithm
    const LineScene &line = m_scene.lines[index];
    LineRun &run = m_lines[index];
    seed += (index + 1) * 0x9e3779b97f4a7c15u;
    const double crowd = Dice(seed).factor({-crowdVariance / 2, crowdVariance});
    run.asides = line.asides;
    m_uncalled += line.asides.size();
    beginBookings(index, Dice(seed ^ 0x632be59bd9b4e019u));
    for (size_t i = 0; i < line.queues.size(); ++i) {
        const Queue &queue = line.queues[i];
        QueueRun &today = run.queues[i];
        today.next = today.nextComing = 0;
        today.newCalled = queue.onlyAt.has_value();
        today.coming.clear();
        m_uncalled += queue.waiting.size() + (today.newCalled ? 0 : 1);
        if (queue.comingRate <= 0 || queue.comingUntil <= 0 || line.services.empty())
            continue;
        Dice dice(seed ^ ((i + 1) * 0x8cb92ba72f3d8dd7u));
        for (double at = 0;;) {
            at -= std::log(1.0 - dice.unit()) / (queue.comingRate * crowd);
            if (at >= queue.comingUntil)
                break;
            const size_t any = size_t(dice.unit() * double(line.services.size()));
            today.coming.push_back({at - queue.headStart, at, line.services[any]});
        }
    }
}

/// Who reserved a time mostly comes, and mostly some minutes before it; who is late stands behind
/// by as much.
void Forward::beginBookings(size_t index, Dice dice)
{
    constexpr double comes = 0.85; // a guess: no mall has counted it yet
    constexpr double soonest = 15.0 * 60; // before the slot
    for (const Booking &booking : m_scene.lines[index].bookings) {
        const double whether = dice.unit();
        const double when = dice.unit();
        if (whether >= comes)
            continue;
        // What is over without a check-in can't be the time of it any more.
        const double first = std::max({booking.from, booking.slot - soonest, 0.0});
        const double at = first + when * std::max(0.0, booking.until - first);
        Visitor visitor = booking.visitor;
        const double late = std::max(0.0, at - booking.slot);
        visitor.rank += late;
        visitor.place += late;
        m_lines[index].asides.push_back({visitor, at});
    }
}

std::optional<size_t> Forward::nextFree() const
{
    const auto first = std::ranges::min_element(m_counters, {}, &CounterDay::freeAt);
    if (first == m_counters.end() || first->freeAt >= horizonSeconds)
        return std::nullopt;
    return size_t(first - m_counters.begin());
}

bool Forward::isLeftTo(std::optional<size_t> onlyAt, size_t counter, double time) const
{
    return onlyAt && *onlyAt != counter && m_counters[*onlyAt].isOpenAt(time);
}

/// The best of the heads, of those who came meanwhile, and of those who are back.
Forward::Choice Forward::choose(size_t counter, const std::vector<size_t> &lines) const
{
    const double time = m_counters[counter].freeAt;
    Choice best;
    const auto take = [&](const Visitor &visitor, const Choice &place) {
        if (!best.visitor || visitor.before(*best.visitor)) {
            best = place;
            best.visitor = &visitor;
        }
    };
    for (const size_t line : lines) {
        const auto &queues = m_scene.lines[line].queues;
        for (size_t i = 0; i < queues.size(); ++i) {
            const QueueRun &run = m_lines[line].queues[i];
            if (isLeftTo(queues[i].onlyAt, counter, time))
                continue;
            if (run.next < queues[i].waiting.size())
                take(queues[i].waiting[run.next], {nullptr, line, i});
            // An appointment's place can be still to come: then who comes meanwhile is before it.
            if (run.nextComing < run.coming.size() && run.coming[run.nextComing].place <= time)
                take(run.coming[run.nextComing], {nullptr, line, i});
        }
        const auto &asides = m_lines[line].asides;
        for (size_t i = 0; i < asides.size(); ++i) {
            if (asides[i].from <= time && !isLeftTo(asides[i].onlyAt, counter, time))
                take(asides[i].visitor, {nullptr, line, 0, i});
        }
    }
    return best;
}

bool Forward::rests(size_t index)
{
    CounterDay &counter = m_counters[index];
    for (; counter.nextRest < counter.rests.size(); ++counter.nextRest) {
        const Rest &rest = counter.rests[counter.nextRest];
        if (counter.freeAt < rest.from)
            return false;
        if (counter.freeAt < rest.until) {
            counter.freeAt = rest.until;
            return true;
        }
    }
    return false;
}

void Forward::call(size_t index, Dice &dice)
{
    CounterDay &counter = m_counters[index];
    const CounterPlan &plan = m_scene.counters[index];
    const double time = counter.freeAt;
    counter.isIdle = false;
    if (time >= counter.closesAt) {
        counter.freeAt = never;
        return;
    }
    if (rests(index))
        return;
    Choice choice = choose(index, plan.lines);
    callNew(plan.lines, choice.visitor, time);
    if (!choice.visitor && !plan.helped.empty() && dice.unit() < plan.helps) {
        choice = choose(index, plan.helped);
        callNew(plan.helped, choice.visitor, time);
    }
    if (choice.visitor) {
        serve(index, take(choice, time), dice);
        return;
    }
    counter.isIdle = true;
    counter.freeAt = nextEvent(index, time);
}

/// A number taken now would be called at the first call that goes to somebody behind it.
void Forward::callNew(const std::vector<size_t> &lines, const Visitor *best, double time)
{
    for (const size_t line : lines) {
        for (size_t i = 0; i < m_lines[line].queues.size(); ++i) {
            QueueRun &run = m_lines[line].queues[i];
            const Visitor taken{-m_scene.lines[line].queues[i].headStart, 0};
            if (!run.newCalled && (!best || taken.before(*best))) {
                run.newCalled = true;
                m_waits.newTickets[line][i].push_back(float(time));
                --m_uncalled;
            }
        }
    }
}

Visitor Forward::take(const Choice &choice, double time)
{
    const Visitor visitor = *choice.visitor;
    LineRun &line = m_lines[choice.line];
    if (choice.aside)
        line.asides.erase(line.asides.begin() + std::ptrdiff_t(*choice.aside));
    else if (visitor.who)
        ++line.queues[choice.queue].next;
    else
        ++line.queues[choice.queue].nextComing;
    if (visitor.who && visitor.done == 0) {
        m_waits.people[*visitor.who].push_back(float(time));
        m_called[*visitor.who] = true;
        --m_uncalled;
    }
    return visitor;
}

void Forward::serve(size_t index, const Visitor &visitor, Dice &dice)
{
    const double gone = dice.unit();
    const double absent = dice.unit();
    const double visit = dice.unit();
    const double gap = dice.unit();
    if (gone < m_scene.pace.givesUp())
        return;
    CounterDay &counter = m_counters[index];
    const ServiceScene &service = m_scene.services[visitor.service];
    const auto &agency = *m_scene.agencies[service.agency];
    const bool comes = absent >= agency.absent;
    counter.freeAt += comes ? visitor.share * m_serviceSeconds[visitor.service] * counter.pace
            * m_scene.pace.hourFactor(hourAt(counter.freeAt)) * service.pace->chance.at(visit)
                            : agency.absentSeconds.at(visit);
    if (comes && m_scene.pace.sentOn() > 0 && dice.unit() < m_scene.pace.sentOn())
        sendOn(visitor, counter.freeAt);
    else if (comes)
        goOn(visitor, counter.freeAt);
    counter.freeAt += agency.gap.at(gap);
}

void Forward::goOn(const Visitor &visitor, double at)
{
    if (!visitor.who)
        return;
    const Person &person = m_scene.people[*visitor.who];
    if (visitor.done >= person.further.size())
        return;
    const size_t service = person.further[visitor.done];
    const size_t line = m_scene.services[service].agency;
    setAside(line,
        {person.touched - person.headStart, person.touched, service, visitor.who, visitor.done + 1},
        at);
}

/// Where to nobody knows; as a rule to a colleague, before those who wait there.
void Forward::sendOn(const Visitor &visitor, double at)
{
    Visitor sent = visitor;
    sent.who.reset();
    setAside(m_scene.services[visitor.service].agency, sent, at);
}

void Forward::setAside(size_t line, const Visitor &visitor, double at)
{
    m_lines[line].asides.push_back({visitor, at});
    for (size_t i = 0; i < m_counters.size(); ++i) {
        const auto &served = m_scene.counters[i].lines;
        if (m_counters[i].isIdle && m_counters[i].freeAt > at
            && std::ranges::find(served, line) != served.end())
            m_counters[i].freeAt = at;
    }
}

/// When a counter without anybody to call has to look again.
double Forward::nextEvent(size_t index, double time) const
{
    double next = never;
    const auto at = [&](double moment) {
        if (moment > time)
            next = std::min(next, moment);
    };
    for (const size_t line : m_scene.counters[index].lines) {
        const auto &queues = m_scene.lines[line].queues;
        for (size_t i = 0; i < queues.size(); ++i) {
            const QueueRun &run = m_lines[line].queues[i];
            if (run.nextComing < run.coming.size())
                at(run.coming[run.nextComing].place);
            if (queues[i].onlyAt && run.next < queues[i].waiting.size())
                at(m_counters[*queues[i].onlyAt].closesAt);
        }
        for (const Aside &aside : m_lines[line].asides) {
            at(aside.from);
            if (aside.onlyAt)
                at(m_counters[*aside.onlyAt].closesAt);
        }
    }
    return next;
}

int Forward::hourAt(double when) const
{
    const int minute = int(m_scene.ofDay.count()) + int(when / 60);
    return std::clamp(minute / 60, 0, 23);
}

void Forward::end()
{
    for (size_t line = 0; line < m_lines.size(); ++line) {
        const auto &queues = m_scene.lines[line].queues;
        const auto missed = [&](const Visitor &visitor) {
            if (!m_called[*visitor.who])
                m_waits.people[*visitor.who].push_back(float(never));
        };
        for (size_t i = 0; i < queues.size(); ++i) {
            std::ranges::for_each(queues[i].waiting, missed);
            if (!m_lines[line].queues[i].newCalled)
                m_waits.newTickets[line][i].push_back(float(never));
        }
        for (const Aside &aside : m_scene.lines[line].asides)
            missed(aside.visitor);
    }
}

} // namespace antre::forecast

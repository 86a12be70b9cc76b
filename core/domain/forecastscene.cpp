// SPDX-License-Identifier: Apache-2.0
#include "domain/forecastscene.h"

#include "domain/appointments.h"
#include "domain/availability.h"

#include <algorithm>

namespace antre::forecast {

namespace {

constexpr double overtakingSeconds = 3600; ///< arrivals of so long a time tell the present rate
/// Who comes to a helping counter's own line takes it away from the helped one. Later ones would,
/// too, but nobody knows today's rate so far ahead.
constexpr double helperSeconds = 2.0 * 3600;
/// Who was set aside was served in part. How much nobody noted: half, for want of better.
constexpr double shareAfterPark = 0.5;

} // namespace

/// Fills a scene from the state.
class Scene::Reading
{
public:
    Reading(Scene &scene, const State &state, const WaitQuestion &question)
        : m_scene(scene)
        , m_state(state)
        , m_catalogue(*state.catalogue)
        , m_question(question)
        , m_now(localTime(question.now, m_catalogue.zone()))
        , m_isToday(state.day == m_now.day)
    {
    }

    void read()
    {
        m_scene.ofDay = m_now.ofDay;
        m_scene.chosen = m_question.lines;
        if (m_scene.chosen.empty())
            m_scene.chosen.insert(m_catalogue.lines().begin(), m_catalogue.lines().end());
        m_scene.chosen = linesSharingCounters(m_catalogue, std::move(m_scene.chosen));
        for (const Agency &agency : m_catalogue.agencies)
            readAgency(agency);
        findCounters();
        if (m_isToday) {
            readPlaces();
            readBookings();
            readRates();
        }
        readDesks();
    }

private:
    [[nodiscard]] double seconds(Instant moment) const
    {
        return double((moment - m_question.now).count()) / 1000;
    }

    void readAgency(const Agency &agency)
    {
        const auto *pace = m_scene.pace.agency(agency.id);
        if (!pace || !m_scene.chosen.contains(agency.line()))
            return;
        for (const Service &service : agency.services) {
            if (const auto *own = m_scene.pace.service(service.id)) {
                m_serviceIndex.insert(service.id, m_scene.services.size());
                m_scene.services.push_back({own, m_scene.agencies.size()});
            }
        }
        m_scene.agencies.push_back(pace);
        m_lineIndex.emplace(agency.line(), m_scene.lines.size());
        LineScene line;
        line.id = agency.line();
        line.takesNumbers = agencyStatus(m_state, agency, m_question.now).takesNumbers();
        if (!agency.services.empty())
            line.anyService = m_serviceIndex.value(agency.services.front().id);
        std::set<Minutes> headStarts{Minutes(0)};
        for (const PriorityClass &priority : m_catalogue.classes)
            headStarts.insert(priority.headStart);
        for (const Minutes headStart : headStarts)
            line.queues.emplace_back().headStart = 60.0 * double(headStart.count());
        m_scene.lines.push_back(std::move(line));
    }

    [[nodiscard]] std::vector<size_t> indexed(const std::vector<LineId> &lines) const
    {
        std::vector<size_t> found;
        for (const LineId &line : lines) {
            if (const auto index = m_lineIndex.find(line); index != m_lineIndex.end())
                found.push_back(index->second);
        }
        return found;
    }

    void findCounters()
    {
        for (const Counter &counter : m_catalogue.counters) {
            CounterPlan plan;
            plan.what = &counter;
            plan.lines = indexed(m_catalogue.linesOf(counter.id));
            plan.helped = indexed(m_catalogue.linesHelpedBy(counter.id));
            plan.helps = plan.helped.empty() ? 0 : m_scene.pace.helps(counter.id);
            const auto hours = scheduleOn(m_catalogue, counter, m_now.day).hours;
            if (plan.lines.empty() || !hours)
                continue;
            plan.agency = plan.lines.front();
            planHours(plan, m_state, m_question.now, *hours);
            m_counterIndex.emplace(counter.id, m_scene.counters.size());
            m_scene.counters.push_back(std::move(plan));
        }
    }

    [[nodiscard]] double headStartOf(const ClassId &id) const
    {
        const PriorityClass *priority = m_catalogue.priorityClass(id);
        return priority ? 60.0 * double(priority->headStart.count()) : 0;
    }

    /// The counter to which a transfer bound a ticket of `line`; none if it doesn't serve that.
    [[nodiscard]] std::optional<size_t> boundTo(const CounterId &onlyAt, size_t line) const
    {
        const auto counter = m_counterIndex.find(onlyAt);
        if (onlyAt.isEmpty() || counter == m_counterIndex.end())
            return std::nullopt;
        const auto &served = m_scene.counters[counter->second].lines;
        if (std::ranges::find(served, line) == served.end())
            return std::nullopt;
        return counter->second;
    }

    [[nodiscard]] size_t add(const Ticket &ticket)
    {
        Person person{ticket.id, headStartOf(ticket.priority), seconds(ticket.touchedAt), {}};
        for (const ServiceId &service : ticket.further) {
            // One that the catalogue dropped, or whose line is out of sight, changes no line here.
            if (const auto index = m_serviceIndex.constFind(service);
                index != m_serviceIndex.constEnd())
                person.further.push_back(*index);
        }
        m_scene.people.push_back(std::move(person));
        return m_scene.people.size() - 1;
    }

    [[nodiscard]] Visitor visitor(const Ticket &ticket, size_t line)
    {
        const double headStart = headStartOf(ticket.priority);
        const double place = seconds(ticket.placeAt);
        // A service that left the catalogue at noon still has its visitors.
        const size_t service
            = m_serviceIndex.value(ticket.service, *m_scene.lines[line].anyService);
        return {place - headStart, place, service, add(ticket)};
    }

    Queue &queueOf(LineScene &line, double headStart, std::optional<size_t> onlyAt)
    {
        const auto found = std::ranges::find_if(line.queues, [&](const Queue &queue) {
            return queue.headStart == headStart && queue.onlyAt == onlyAt;
        });
        if (found != line.queues.end())
            return *found;
        Queue &made = line.queues.emplace_back();
        made.headStart = headStart;
        made.onlyAt = onlyAt;
        return made;
    }

    /// In the queues' own order, so that two touches in one millisecond keep theirs.
    void readPlaces()
    {
        for (const auto &[id, index] : m_lineIndex) {
            const auto known = m_state.lines.find(id);
            LineScene &line = m_scene.lines[index];
            if (known == m_state.lines.end() || !line.anyService)
                continue;
            std::vector<std::pair<WaitKey, const Ticket *>> waiting;
            for (const auto &[queue, tickets] : known->second.queues) {
                for (const auto &[key, ticket] : tickets)
                    waiting.emplace_back(key, m_state.ticket(ticket));
            }
            for (const auto &[until, parked] : known->second.parked) {
                const Ticket *ticket = m_state.ticket(parked);
                if (ticket && until.placeAt <= m_question.now) // called as if it waited
                    waiting.emplace_back(WaitKey{ticket->placeAt, ticket->order}, ticket);
                else if (ticket)
                    setAside(line, index, *ticket);
            }
            std::ranges::sort(waiting, {}, [](const auto &entry) { return entry.first; });
            for (const auto &[key, ticket] : waiting) {
                if (!ticket)
                    continue;
                Visitor one = visitor(*ticket, index);
                if (ticket->state == TicketState::Parked)
                    one.share = shareAfterPark;
                queueOf(line, headStartOf(ticket->priority), boundTo(ticket->onlyAt, index))
                    .waiting.push_back(one);
            }
        }
    }

    void setAside(LineScene &line, size_t index, const Ticket &ticket)
    {
        Visitor one = visitor(ticket, index);
        one.share = shareAfterPark;
        line.asides.push_back({one, seconds(ticket.parkedUntil), boundTo(ticket.onlyAt, index)});
    }

    /// Which class they will be of nobody knows: most are of none.
    void readBookings()
    {
        for (const auto &[place, reservation] : m_state.reservations) {
            const auto service = m_serviceIndex.constFind(place.service);
            if (reservation.state != ReservationState::Booked || place.day != m_now.day
                || service == m_serviceIndex.constEnd())
                continue;
            const CheckInTime time = checkInTime(m_state, place);
            if (time.until < m_question.now)
                continue;
            const double stands = seconds(appointmentPlace(m_state, place, time.from));
            m_scene.lines[m_scene.services[*service].agency].bookings.push_back(
                {{stands, stands, *service}, seconds(time.from), seconds(time.slot),
                    seconds(time.until)});
        }
    }

    void readRates()
    {
        std::map<size_t, int> recent;
        std::map<double, int> classes;
        double firstTouch = 0;
        for (const auto &[id, ticket] : m_state.tickets) {
            ++classes[headStartOf(ticket.priority)];
            firstTouch = std::min(firstTouch, seconds(ticket.touchedAt));
            const auto place = m_lineIndex.find(ticket.line);
            const auto service = m_serviceIndex.constFind(ticket.service);
            if (place == m_lineIndex.end() || service == m_serviceIndex.constEnd())
                continue;
            m_scene.lines[place->second].services.push_back(*service);
            if (seconds(ticket.touchedAt) > -overtakingSeconds)
                ++recent[place->second];
        }
        for (size_t index = 0; index < m_scene.lines.size(); ++index) {
            LineScene &line = m_scene.lines[index];
            std::ranges::sort(line.services); // the hash's order must not show
            const double rate = arrivalRate(index, recent[index], -firstTouch);
            const double helpersUntil = comingToHelpers(index);
            double first = 1; // share of those without a head start
            for (Queue &queue : line.queues) {
                if (queue.onlyAt || !line.takesNumbers || queue.headStart <= 0)
                    continue;
                const double share
                    = (classes[queue.headStart] + 2.0) / (double(m_state.tickets.size()) + 20.0);
                queue.comingRate = rate * share;
                queue.comingUntil = std::max(queue.headStart, helpersUntil);
                first -= share;
            }
            if (line.takesNumbers) {
                line.queues.front().comingRate = rate * std::max(0.0, first);
                line.queues.front().comingUntil = helpersUntil;
            }
        }
    }

    /// Until when those who come to `line` matter because its counters help others; 0: they don't.
    [[nodiscard]] double comingToHelpers(size_t line) const
    {
        double until = 0;
        for (const CounterPlan &counter : m_scene.counters) {
            if (!counter.helped.empty()
                && std::ranges::find(counter.lines, line) != counter.lines.end())
                until = std::max(until, std::min(helperSeconds, counter.lastNumber));
        }
        return until;
    }

    /// Numbers a second that this line's visitors will take in the next minutes: as on past days
    /// at this time, as much busier as today is so far; without past days as in the last hour.
    [[nodiscard]] double arrivalRate(size_t line, int recent, double since) const
    {
        constexpr double doubt = 5; // visitors that a day like the others is worth
        constexpr double partSeconds = 60.0 * PaceHistory::partMinutes;
        const auto &usual = m_scene.agencies[line]->arrivals;
        const size_t part = size_t(m_now.ofDay.count()) / PaceHistory::partMinutes;
        double expected = 0;
        for (size_t past = 0; past <= part; ++past)
            expected += usual[past];
        const double span = std::clamp(since, 900.0, overtakingSeconds);
        if (m_scene.pace.pastDays() == 0 || expected <= 0)
            return (recent + 0.5) / span;
        const double today = double(m_scene.lines[line].services.size());
        const size_t next = std::min(part + 1, usual.size() - 1);
        return (usual[part] + usual[next]) / 2 / partSeconds * (today + doubt) / (expected + doubt);
    }

    void readDesks()
    {
        std::map<CounterId, double> lastEnd;
        for (const auto &[id, ticket] : m_state.tickets) {
            if (ticket.endedAt != Instant{} && m_isToday)
                lastEnd.try_emplace(ticket.counter, -never).first->second
                    = std::max(lastEnd[ticket.counter], seconds(ticket.endedAt));
        }
        for (CounterPlan &counter : m_scene.counters) {
            static const Desk closed;
            const Desk &desk = m_isToday ? m_state.desk(counter.what->id) : closed;
            counter.open = desk.isOpen();
            counter.officer = m_scene.pace.officer(desk.officer);
            if (desk.pause)
                readPause(counter, *desk.pause);
            if (const Ticket *current = m_state.ticket(desk.current); current && m_isToday)
                readPresent(counter, *current);
            else
                readIdle(counter, lastEnd);
        }
    }

    void readPause(CounterPlan &counter, const Pause &pause) const
    {
        counter.paused = true;
        counter.pausedSince = std::max(0.0, -seconds(pause.since));
        if (pause.until > m_question.now)
            counter.pausedUntil = seconds(pause.until);
    }

    void readPresent(CounterPlan &counter, const Ticket &current)
    {
        const auto service = m_serviceIndex.constFind(current.service);
        counter.serving = service != m_serviceIndex.constEnd()
            ? *service
            : m_scene.lines[counter.lines.front()].anyService;
        counter.current = add(current);
        counter.called = current.state == TicketState::Called;
        counter.busySince = std::max(0.0, -seconds(current.calledAt));
    }

    void readIdle(CounterPlan &counter, const std::map<CounterId, double> &lastEnd) const
    {
        const auto ended = lastEnd.find(counter.what->id);
        counter.idleSince = ended == lastEnd.end() ? std::max(0.0, -counter.opens) : -ended->second;
        for (const size_t line : counter.lines) {
            for (const Queue &queue : m_scene.lines[line].queues)
                counter.ignores = counter.ignores
                    || (!queue.waiting.empty() && !queue.onlyAt
                        && -queue.waiting.front().place >= counter.idleSince);
        }
    }

    Scene &m_scene;
    const State &m_state;
    const Catalogue &m_catalogue;
    const WaitQuestion &m_question;
    const LocalTime m_now;
    const bool m_isToday;
    QHash<ServiceId, size_t> m_serviceIndex;
    std::map<LineId, size_t> m_lineIndex;
    std::map<CounterId, size_t> m_counterIndex;
};

Scene::Scene(const State &state, const ServicePace &learned, const WaitQuestion &question)
    : pace(learned)
{
    Reading(*this, state, question).read();
}

} // namespace antre::forecast

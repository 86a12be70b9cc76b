// SPDX-License-Identifier: Apache-2.0
#include "domain/waitestimate.h"

#include "domain/availability.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace antre {

namespace {

constexpr double never = std::numeric_limits<double>::infinity();
/// A run that gets this far without calling everybody is stuck: nobody works any more.
constexpr double horizonSeconds = 24.0 * 3600;
constexpr double overtakingSeconds = 3600; ///< arrivals of so long a time tell the present rate

/// Chance for one run: much cheaper than Random, from which its seed comes (SplitMix64, Steele, Lea
/// and Flood, "Fast splittable pseudorandom number generators", 2014).
class Dice
{
public:
    explicit Dice(quint64 seed)
        : m_state(seed)
    {
    }
    double unit()
    {
        quint64 z = (m_state += 0x9e3779b97f4a7c15u);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
        return double((z ^ (z >> 31)) >> 11) * 0x1.0p-53;
    }
    double normal()
    {
        const double radius = std::sqrt(-2.0 * std::log(1.0 - unit()));
        return radius * std::cos(2.0 * std::numbers::pi * unit());
    }
    double factor(const Guess &guess)
    {
        const double z = normal(); // drawn in any case: a run's other draws stay the same
        return std::exp(guess.mean + std::sqrt(guess.variance) * z);
    }

private:
    quint64 m_state;
};

/// What is left of something that has lasted `elapsed` already; `share` in [0, 1) chooses.
double remaining(const Spread &spread, double scale, double elapsed, double share)
{
    const double reached = spread.shareUpTo(elapsed / scale);
    if (reached < 0.995)
        return std::max(0.0, spread.at(reached + share * (1 - reached)) * scale - elapsed);
    // Longer than anything seen: it goes on for about as long as a typical one.
    return -std::log(1.0 - share) * scale * 0.5;
}

} // namespace

/// The state as numbers, for one estimate. Times are seconds from now.
class Forecast
{
public:
    Forecast(const State &state, const ServicePace &pace, const WaitQuestion &question)
        : m_state(state)
        , m_catalogue(*state.catalogue)
        , m_pace(pace)
        , m_question(question)
        , m_now(localTime(question.now, m_catalogue.zone()))
        , m_isToday(state.day == m_now.day)
    {
        chooseLines();
        readAgencies();
        readLines();
        readCounters();
    }

    WaitEstimate run(Random &random)
    {
        const quint64 seed = random.next();
        for (int number = 0; number < m_question.runs; ++number)
            runOnce(seed ^ (quint64(number + 1) * 0xd1342543de82ef95u));
        return collect();
    }

private:
    struct ServiceNow
    {
        const ServicePace::OfService *pace;
        size_t agency;
        double factor = 1; ///< of this run
    };
    struct AgencyNow
    {
        const ServicePace::OfAgency *pace;
        double factor = 1; ///< of this run
    };
    /// Who waits, or may come; `rank` as in calling.h: touch less head start.
    struct Visitor
    {
        double rank;
        double touched;
        size_t service;
        TicketId ticket; ///< empty: may come
        [[nodiscard]] bool before(const Visitor &other) const
        {
            return std::pair(rank, touched) < std::pair(other.rank, other.touched);
        }
    };
    /// Everybody of one line with the same head start, in order of touch.
    struct Queue
    {
        double headStart = 0;
        double comingRate = 0; ///< a second, of those who may overtake
        std::vector<Visitor> waiting;
        std::vector<std::vector<float>> waits; ///< per waiting visitor, per run
        std::vector<float> newWaits; ///< of a number taken now
        bool newCalled = false; ///< in this run
        size_t next = 0; ///< in this run
        std::vector<Visitor> coming; ///< in this run, in order of touch
        size_t nextComing = 0;
    };
    struct LineNow
    {
        LineId id;
        bool takesNumbers = false;
        std::optional<size_t> anyService;
        std::vector<size_t> services; ///< of today's tickets: what those to come may want
        std::vector<Queue> queues;
    };
    struct Rest
    {
        double from;
        double until;
    };
    struct CounterNow
    {
        std::vector<size_t> lines;
        size_t agency = 0; ///< whose habits it has
        const Counter *what = nullptr;
        Guess officer;
        std::optional<size_t> serving; ///< service of who is there now
        bool called = false; ///< but has not come yet
        double busySince = 0; ///< seconds ago
        double idleSince = never; ///< seconds ago
        bool ignores = false; ///< all that time somebody waited
        bool open = false;
        std::vector<Rest> rests; ///< still to come or present
        double opens = 0;
        double closing = never; ///< the site's
        // of this run
        double pace = 1;
        double freeAt = 0;
        double closesAt = never;
        std::vector<Rest> ownRests;
        size_t nextRest = 0;
    };

    // Reading the state

    [[nodiscard]] double seconds(Instant moment) const
    {
        return double((moment - m_question.now).count()) / 1000;
    }
    [[nodiscard]] double secondsAt(Minutes ofDay) const
    {
        return seconds(instantOf(m_now.day, ofDay, m_catalogue.zone()));
    }

    void chooseLines()
    {
        m_chosen = m_question.lines;
        if (m_chosen.empty())
            m_chosen.insert(m_catalogue.lines().begin(), m_catalogue.lines().end());
        m_chosen = linesSharingCounters(m_catalogue, std::move(m_chosen));
    }

    void readAgencies()
    {
        for (const Agency &agency : m_catalogue.agencies) {
            const auto *pace = m_pace.agency(agency.id);
            if (!pace || !m_chosen.contains(agency.line()))
                continue;
            m_agencyIndex.insert(agency.id, m_agencies.size());
            for (const Service &service : agency.services) {
                if (const auto *own = m_pace.service(service.id)) {
                    m_serviceIndex.insert(service.id, m_services.size());
                    m_services.push_back({own, m_agencies.size()});
                }
            }
            m_agencies.push_back({pace});
            m_lineIndex.emplace(agency.line(), m_lines.size());
            LineNow line;
            line.id = agency.line();
            line.takesNumbers = agencyStatus(m_state, agency, m_question.now).takesNumbers();
            if (!agency.services.empty())
                line.anyService = m_serviceIndex.value(agency.services.front().id);
            std::set<Minutes> headStarts{Minutes(0)};
            for (const PriorityClass &priority : m_catalogue.classes)
                headStarts.insert(priority.headStart);
            for (const Minutes headStart : headStarts)
                line.queues.emplace_back().headStart = 60.0 * double(headStart.count());
            m_lines.push_back(std::move(line));
        }
    }

    [[nodiscard]] double headStartOf(const ClassId &id) const
    {
        const PriorityClass *priority = m_catalogue.priorityClass(id);
        return priority ? 60.0 * double(priority->headStart.count()) : 0;
    }

    static Queue &queueOf(LineNow &line, double headStart)
    {
        return *std::ranges::find(line.queues, headStart, &Queue::headStart);
    }

    /// In the queues' own order, so that two touches in one millisecond keep theirs.
    void readQueues()
    {
        for (auto &[id, index] : m_lineIndex) {
            const auto known = m_state.lines.find(id);
            if (known == m_state.lines.end())
                continue;
            std::vector<std::pair<WaitKey, const Ticket *>> waiting;
            for (const auto &[queue, tickets] : known->second.queues) {
                for (const auto &[key, ticket] : tickets)
                    waiting.emplace_back(key, m_state.ticket(ticket));
            }
            // Who was parked is called as if it waited once the time aside is over.
            for (const auto &[until, parked] : known->second.parked) {
                const Ticket *ticket = m_state.ticket(parked);
                if (ticket && until.placeAt <= m_question.now)
                    waiting.emplace_back(WaitKey{ticket->placeAt, ticket->order}, ticket);
            }
            std::ranges::sort(waiting, {}, [](const auto &entry) { return entry.first; });
            for (const auto &[key, ticket] : waiting) {
                if (!ticket || !m_lines[index].anyService)
                    continue;
                // A service that left the catalogue at noon still has its visitors.
                const size_t service
                    = m_serviceIndex.value(ticket->service, *m_lines[index].anyService);
                const double headStart = headStartOf(ticket->priority);
                const double touched = seconds(ticket->placeAt);
                queueOf(m_lines[index], headStart)
                    .waiting.push_back({touched - headStart, touched, service, ticket->id});
            }
        }
    }

    void readLines()
    {
        if (!m_isToday)
            return;
        std::map<size_t, int> recent;
        std::map<double, int> classes;
        double firstTouch = 0;
        for (const auto &[id, ticket] : m_state.tickets) {
            const double headStart = headStartOf(ticket.priority);
            ++classes[headStart];
            firstTouch = std::min(firstTouch, seconds(ticket.touchedAt));
            const auto place = m_lineIndex.find(ticket.line);
            if (place == m_lineIndex.end())
                continue;
            LineNow &line = m_lines[place->second];
            const auto service = m_serviceIndex.constFind(ticket.service);
            if (service == m_serviceIndex.constEnd())
                continue;
            line.services.push_back(*service);
            if (seconds(ticket.touchedAt) > -overtakingSeconds)
                ++recent[place->second];
        }
        readQueues();
        for (size_t index = 0; index < m_lines.size(); ++index) {
            LineNow &line = m_lines[index];
            std::ranges::sort(line.services); // the hash's order must not show
            const double rate = arrivalRate(index, recent[index], -firstTouch);
            for (Queue &queue : line.queues) {
                queue.waits.resize(queue.waiting.size());
                const double share
                    = (classes[queue.headStart] + 2.0) / (double(m_state.tickets.size()) + 20.0);
                queue.comingRate = queue.headStart > 0 && line.takesNumbers ? rate * share : 0;
            }
        }
    }

    /// Numbers a second that this line's visitors will take in the next minutes: as on past days
    /// at this time, as much busier as today is so far; without past days as in the last hour.
    [[nodiscard]] double arrivalRate(size_t line, int recent, double since) const
    {
        constexpr double doubt = 5; // visitors that a day like the others is worth
        constexpr double partSeconds = 60.0 * PaceHistory::partMinutes;
        const auto &usual = m_agencies[line].pace->arrivals;
        const size_t part = size_t(m_now.ofDay.count()) / PaceHistory::partMinutes;
        double expected = 0;
        for (size_t past = 0; past <= part; ++past)
            expected += usual[past];
        const double span = std::clamp(since, 900.0, overtakingSeconds);
        if (m_pace.pastDays() == 0 || expected <= 0)
            return (recent + 0.5) / span;
        const double today = double(m_lines[line].services.size());
        const size_t next = std::min(part + 1, usual.size() - 1);
        return (usual[part] + usual[next]) / 2 / partSeconds * (today + doubt) / (expected + doubt);
    }

    void readCounters()
    {
        std::map<CounterId, double> lastEnd;
        for (const auto &[id, ticket] : m_state.tickets) {
            if (ticket.endedAt != Instant{} && m_isToday)
                lastEnd.try_emplace(ticket.counter, -never).first->second
                    = std::max(lastEnd[ticket.counter], seconds(ticket.endedAt));
        }
        for (const Counter &counter : m_catalogue.counters) {
            CounterNow now;
            now.what = &counter;
            for (const LineId &line : m_catalogue.linesOf(counter.id)) {
                const auto index = m_lineIndex.find(line);
                if (index != m_lineIndex.end())
                    now.lines.push_back(index->second);
            }
            const auto hours = scheduleOn(m_catalogue, counter, m_now.day).hours;
            if (now.lines.empty() || !hours)
                continue;
            now.agency = now.lines.front(); // lines and agencies are numbered alike
            readHours(now, *hours);
            readDesk(now, lastEnd);
            m_counters.push_back(std::move(now));
        }
    }

    void readHours(CounterNow &counter, const DayHours &hours) const
    {
        counter.opens = secondsAt(hours.open.from);
        counter.closing = secondsAt(hours.open.until);
        if (counter.opens > 0)
            counter.rests.push_back({-horizonSeconds, counter.opens});
        for (const TimeSpan &rest : hours.breaks) {
            if (secondsAt(rest.until) > 0)
                counter.rests.push_back({secondsAt(rest.from), secondsAt(rest.until)});
        }
        for (const ClosedSpan &span : counterClosings(m_state, *counter.what, m_question.now)) {
            const auto at = [this](const LocalTime &time) {
                return seconds(instantOf(time.day, time.ofDay, m_catalogue.zone()));
            };
            // What ends after closing ends too late for everybody who waits.
            const double until = at(span.until) < counter.closing ? at(span.until) : never;
            if (until > 0)
                counter.rests.push_back({at(span.from), until});
        }
        std::ranges::sort(counter.rests, {}, &Rest::from);
    }

    void readDesk(CounterNow &counter, const std::map<CounterId, double> &lastEnd) const
    {
        static const Desk closed;
        const Desk &desk = m_isToday ? m_state.desk(counter.what->id) : closed;
        counter.open = desk.isOpen();
        counter.officer = m_pace.officer(desk.officer);
        if (const Ticket *current = m_state.ticket(desk.current); current && m_isToday) {
            const auto service = m_serviceIndex.constFind(current->service);
            if (service != m_serviceIndex.constEnd())
                counter.serving = *service;
            counter.called = current->state == TicketState::Called;
            counter.busySince = std::max(0.0, -seconds(current->calledAt));
            return;
        }
        const auto ended = lastEnd.find(counter.what->id);
        counter.idleSince = ended == lastEnd.end() ? std::max(0.0, -counter.opens) : -ended->second;
        for (const size_t line : counter.lines) {
            for (const Queue &queue : m_lines[line].queues)
                counter.ignores = counter.ignores
                    || (!queue.waiting.empty()
                        && -queue.waiting.front().touched >= counter.idleSince);
        }
    }

    // One run

    void runOnce(quint64 seed)
    {
        Dice paces(seed);
        Dice crowd(seed ^ 0x5851f42d4c957f2du);
        Dice visits(seed ^ 0x2545f4914f6cdd1du);
        for (AgencyNow &agency : m_agencies)
            agency.factor = paces.factor(agency.pace->today);
        for (ServiceNow &service : m_services)
            service.factor = m_agencies[service.agency].factor * service.pace->seconds
                * paces.factor({0, service.pace->doubt});
        for (CounterNow &counter : m_counters)
            begin(counter, paces);
        for (LineNow &line : m_lines)
            begin(line, crowd);
        while (CounterNow *counter = nextFree())
            call(*counter, visits);
        endRun();
    }

    /// People come in families and busloads: how many come soon scatters more than by chance alone.
    void begin(LineNow &line, Dice &dice)
    {
        constexpr double crowdVariance = 0.36; // of the rate's logarithm
        const double crowd = dice.factor({-crowdVariance / 2, crowdVariance});
        for (Queue &queue : line.queues) {
            queue.next = queue.nextComing = 0;
            queue.newCalled = false;
            queue.coming.clear();
            if (queue.comingRate <= 0 || line.services.empty())
                continue;
            for (double at = 0;;) {
                at -= std::log(1.0 - dice.unit()) / (queue.comingRate * crowd);
                if (at >= queue.headStart)
                    break; // too late to overtake anybody who is here
                const size_t any = size_t(dice.unit() * double(line.services.size()));
                queue.coming.push_back({at - queue.headStart, at, line.services[any], TicketId()});
            }
        }
    }

    /// The same number of draws whatever the counter does: see `monotone` in the tests.
    void begin(CounterNow &counter, Dice &dice) const
    {
        const ServicePace::OfAgency &habits = *m_agencies[counter.agency].pace;
        counter.pace = dice.factor(counter.officer);
        const double left = dice.unit();
        const double morning = dice.unit();
        const double evening = dice.unit();
        const double early = dice.unit();
        counter.ownRests.clear();
        counter.nextRest = 0;
        for (const Rest &rest : counter.rests)
            counter.ownRests.push_back(
                {rest.from - leavesBefore(early), rest.until + habits.back.at(dice.unit())});
        counter.freeAt = counter.open ? 0 : opening(counter, morning);
        counter.closesAt = closing(counter, evening);
        if (counter.serving)
            counter.freeAt = restOfVisit(counter, left) + habits.gap.at(morning);
        else if (counter.open)
            counter.freeAt = idleOn(counter, left);
    }

    /// How long before a break an officer calls nobody any more, if `chance` has it so.
    [[nodiscard]] double leavesBefore(double chance) const
    {
        constexpr double step = 60;
        double before = 0;
        while (before < PaceHistory::stopWindow && chance < m_pace.stopsEarly(before + step / 2))
            before += step;
        return before;
    }

    [[nodiscard]] double restOfVisit(const CounterNow &counter, double left) const
    {
        const ServiceNow &service = m_services[*counter.serving];
        const auto &agency = *m_agencies[service.agency].pace;
        if (counter.called && left < agency.absent)
            return remaining(agency.absentSeconds, 1, counter.busySince, left / agency.absent);
        const double scale = service.factor * counter.pace * m_pace.hourFactor(hourAt(0));
        return remaining(service.pace->chance, scale, counter.busySince, left);
    }

    /// An open counter serves nobody: its officer is still busy with something else, and for sure
    /// so if somebody has waited all the time.
    [[nodiscard]] double idleOn(const CounterNow &counter, double left) const
    {
        const Spread &gap = m_agencies[counter.agency].pace->gap;
        return counter.ignores ? remaining(gap, 1, counter.idleSince, left)
                               : std::max(0.0, gap.at(left) - counter.idleSince);
    }

    /// When a counter that is closed now opens, if past days are a guide; never: not today.
    [[nodiscard]] double opening(const CounterNow &counter, double chance) const
    {
        const auto &known = m_pace.desk(counter.what->id);
        const double minuteNow = double(m_now.ofDay.count());
        if (known.today && known.today->closed) {
            // Gone for a break: it comes back with its end.
            for (const Rest &rest : counter.rests) {
                if (rest.from < PaceHistory::stopWindow && -rest.from < horizonSeconds)
                    return rest.until;
            }
            return never;
        }
        std::vector<double> later;
        for (const auto &day : known.past) {
            if (day.opened > minuteNow)
                later.push_back(60 * (day.opened - minuteNow));
        }
        // Days on which it did not open at all, or had opened before now: today it has not.
        const int stayedAway = std::max(0, m_pace.pastDays() - int(known.past.size()));
        const size_t possible = later.size() + size_t(stayedAway);
        const size_t drawn = size_t(chance * double(possible));
        return drawn < later.size() ? later[drawn] : never;
    }

    /// When a counter closes although somebody may wait. After the official time it goes on until
    /// everybody who has a number was served.
    [[nodiscard]] double closing(const CounterNow &counter, double chance) const
    {
        const double minuteNow = double(m_now.ofDay.count());
        std::vector<double> ends{never}; // a day of nobody's, so that nothing is certain
        for (const auto &day : m_pace.desk(counter.what->id).past) {
            if (!day.closed || !day.early)
                ends.push_back(never);
            else if (*day.closed > minuteNow)
                ends.push_back(60 * (*day.closed - minuteNow));
        }
        return ends[size_t(chance * double(ends.size()))];
    }

    [[nodiscard]] int hourAt(double when) const
    {
        const int minute = int(m_now.ofDay.count()) + int(when / 60);
        return std::clamp(minute / 60, 0, 23);
    }

    CounterNow *nextFree()
    {
        const auto first = std::ranges::min_element(m_counters, {}, &CounterNow::freeAt);
        return first == m_counters.end() || first->freeAt >= horizonSeconds ? nullptr : &*first;
    }

    /// Whom a counter of this line could call at `time`: the head, or who came meanwhile and is
    /// before it. Null: nobody.
    static const Visitor *head(const Queue &queue, double time)
    {
        const Visitor *waiting
            = queue.next < queue.waiting.size() ? &queue.waiting[queue.next] : nullptr;
        if (waiting)
            return waiting; // of the same head start, so it was before all who come
        if (queue.nextComing < queue.coming.size()
            && queue.coming[queue.nextComing].touched <= time)
            return &queue.coming[queue.nextComing];
        return nullptr;
    }

    void call(CounterNow &counter, Dice &dice)
    {
        const double time = counter.freeAt;
        if (time >= counter.closesAt) {
            counter.freeAt = never;
            return;
        }
        for (; counter.nextRest < counter.ownRests.size(); ++counter.nextRest) {
            const Rest &rest = counter.ownRests[counter.nextRest];
            if (time < rest.from)
                break;
            if (time < rest.until) {
                counter.freeAt = rest.until;
                return;
            }
        }
        Queue *chosen = nullptr;
        const Visitor *best = nullptr;
        for (const size_t line : counter.lines) {
            for (Queue &queue : m_lines[line].queues) {
                const Visitor *visitor = head(queue, time);
                if (visitor && (!best || visitor->before(*best))) {
                    best = visitor;
                    chosen = &queue;
                }
            }
        }
        callNew(counter, best, time);
        if (!best)
            counter.freeAt = nextArrival(counter, time);
        else
            serve(counter, *chosen, *best, dice);
    }

    /// A number taken now would be called at the first call that goes to somebody behind it.
    void callNew(const CounterNow &counter, const Visitor *best, double time)
    {
        for (const size_t line : counter.lines) {
            for (Queue &queue : m_lines[line].queues) {
                const Visitor taken{-queue.headStart, 0, 0, TicketId()};
                if (!queue.newCalled && (!best || taken.before(*best))) {
                    queue.newCalled = true;
                    queue.newWaits.push_back(float(time));
                }
            }
        }
    }

    void serve(CounterNow &counter, Queue &queue, const Visitor &visitor, Dice &dice)
    {
        const double gone = dice.unit();
        const double absent = dice.unit();
        const double visit = dice.unit();
        const double gap = dice.unit();
        if (visitor.ticket.isEmpty())
            ++queue.nextComing;
        else
            queue.waits[queue.next++].push_back(float(counter.freeAt));
        if (gone < m_pace.givesUp())
            return;
        const ServiceNow &service = m_services[visitor.service];
        const auto &agency = *m_agencies[service.agency].pace;
        counter.freeAt += (absent < agency.absent ? agency.absentSeconds.at(visit)
                                                  : service.factor * counter.pace
                                      * m_pace.hourFactor(hourAt(counter.freeAt))
                                      * service.pace->chance.at(visit))
            + agency.gap.at(gap);
    }

    [[nodiscard]] double nextArrival(const CounterNow &counter, double time) const
    {
        double next = never;
        for (const size_t line : counter.lines) {
            for (const Queue &queue : m_lines[line].queues) {
                if (queue.nextComing < queue.coming.size())
                    next = std::min(next, queue.coming[queue.nextComing].touched);
            }
        }
        return std::max(next, time);
    }

    void endRun()
    {
        for (LineNow &line : m_lines) {
            for (Queue &queue : line.queues) {
                for (; queue.next < queue.waiting.size(); ++queue.next)
                    queue.waits[queue.next].push_back(float(never));
                if (!queue.newCalled)
                    queue.newWaits.push_back(float(never));
            }
        }
    }

    // Reading it off

    static std::optional<WaitOutlook> outlook(std::vector<float> &waits, double closing)
    {
        std::ranges::sort(waits);
        const auto at = [&](double share) {
            return double(waits[std::min(waits.size() - 1, size_t(share * double(waits.size())))]);
        };
        if (at(0.9) >= horizonSeconds)
            return std::nullopt;
        const auto ms = [](double s) { return Milliseconds(qint64(std::max(0.0, s) * 1000)); };
        return WaitOutlook{ms(at(0.1)), ms(at(0.5)), ms(at(0.9)), at(0.9) > closing};
    }

    /// The hours explain why it is closed: it can be expected back.
    static bool isResting(const CounterNow &counter)
    {
        return std::ranges::any_of(counter.rests, [](const Rest &rest) { return rest.from <= 0; });
    }

    WaitEstimate collect()
    {
        WaitEstimate estimate;
        estimate.m_lines = m_chosen;
        for (size_t index = 0; index < m_lines.size(); ++index) {
            LineNow &line = m_lines[index];
            double closing = -never;
            bool works = false;
            for (const CounterNow &counter : m_counters) {
                if (std::ranges::find(counter.lines, index) == counter.lines.end())
                    continue;
                closing = std::max(closing, counter.closing);
                works = works || counter.open || isResting(counter);
            }
            if (!works)
                continue;
            for (Queue &queue : line.queues) {
                for (size_t place = 0; place < queue.waiting.size(); ++place) {
                    if (const auto seen = outlook(queue.waits[place], closing))
                        estimate.m_tickets.emplace(queue.waiting[place].ticket, *seen);
                }
                const auto seen
                    = line.takesNumbers ? outlook(queue.newWaits, closing) : std::nullopt;
                if (seen)
                    estimate.m_new.emplace(
                        std::pair(line.id, Minutes(int(queue.headStart / 60))), *seen);
            }
        }
        return estimate;
    }

    const State &m_state;
    const Catalogue &m_catalogue;
    const ServicePace &m_pace;
    const WaitQuestion &m_question;
    const LocalTime m_now;
    const bool m_isToday;
    std::set<LineId> m_chosen;
    QHash<AgencyId, size_t> m_agencyIndex;
    QHash<ServiceId, size_t> m_serviceIndex;
    std::map<LineId, size_t> m_lineIndex;
    std::vector<AgencyNow> m_agencies;
    std::vector<ServiceNow> m_services;
    std::vector<LineNow> m_lines;
    std::vector<CounterNow> m_counters;
};

std::set<LineId> linesSharingCounters(const Catalogue &catalogue, std::set<LineId> lines)
{
    for (size_t before = 0; before != lines.size();) {
        before = lines.size();
        for (const Counter &counter : catalogue.counters) {
            const auto served = catalogue.linesOf(counter.id);
            if (std::ranges::any_of(
                    served, [&lines](const LineId &line) { return lines.contains(line); }))
                lines.insert(served.begin(), served.end());
        }
    }
    return lines;
}

PromisedWait WaitOutlook::promise() const
{
    constexpr qint64 step = 5;
    const qint64 stepMs = Milliseconds(Minutes(step)).count();
    const qint64 down = early.count() / stepMs;
    const qint64 up = std::max(down + 1, (late.count() + stepMs - 1) / stepMs);
    return {Minutes(down * step), Minutes(up * step), maybeTooLate};
}

std::optional<WaitOutlook> WaitEstimate::newTicket(const LineId &line, Minutes headStart) const
{
    const auto found = m_new.find({line, headStart});
    return found == m_new.end() ? std::nullopt : std::optional(found->second);
}

std::optional<WaitOutlook> WaitEstimate::ticket(const TicketId &id) const
{
    const auto found = m_tickets.find(id);
    return found == m_tickets.end() ? std::nullopt : std::optional(found->second);
}

WaitEstimate estimateWaits(
    const State &state, const ServicePace &pace, const WaitQuestion &question, Random &random)
{
    return state.catalogue ? Forecast(state, pace, question).run(random) : WaitEstimate();
}

} // namespace antre

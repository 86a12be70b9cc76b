// SPDX-License-Identifier: Apache-2.0
#include "domain/pacehistory.h"

#include <algorithm>

namespace antre {

namespace {

/// Longer than this nobody is served, called or awaited: somebody forgot to press a key.
constexpr double secondsMax = 2.0 * 3600;

double secondsBetween(Instant from, Instant until) { return double((until - from).count()) / 1000; }

Instant at(BusinessDay day, Minutes time, const Catalogue &catalogue)
{
    return instantOf(day, time, catalogue.zone());
}

} // namespace

void PaceHistory::forgetBefore(BusinessDay day)
{
    const auto isOld = [day](const auto &measured) { return measured.day < day; };
    std::erase_if(visits, isOld);
    std::erase_if(absences, isOld);
    std::erase_if(gaps, isOld);
    std::erase_if(returns, isOld);
    std::erase_if(beforeBreaks, isOld);
    std::erase_if(pauses, isOld);
    std::erase_if(helpChances, isOld);
    for (auto &[counter, desk] : desks)
        std::erase_if(desk, isOld);
    std::erase_if(days, [day](const auto &entry) { return entry.first < day; });
    std::erase_if(touches, [day](const auto &entry) { return entry.first.day < day; });
}

void PaceHistory::unlearn(const PaceHistory &other)
{
    // Equal measurements are as good as each other, and the wrong ones are among the last.
    const auto takeBack = [](auto &all, const auto &wrong) {
        for (const auto &one : wrong) {
            const auto found = std::find(all.rbegin(), all.rend(), one);
            if (found != all.rend())
                all.erase(std::next(found).base());
        }
    };
    takeBack(visits, other.visits);
    takeBack(absences, other.absences);
    takeBack(gaps, other.gaps);
    takeBack(returns, other.returns);
    takeBack(beforeBreaks, other.beforeBreaks);
    takeBack(pauses, other.pauses);
    takeBack(helpChances, other.helpChances);
}

/// What one event tells.
class PaceRecorder::Measurement
{
public:
    Measurement(PaceRecorder &recorder, const Event &event, const Catalogue &catalogue)
        : m_recorder(recorder)
        , m_history(recorder.m_history)
        , m_event(event)
        , m_catalogue(catalogue)
    {
    }

    void operator()(const DayStarted &) const
    {
        m_recorder.m_closures.clear();
        m_recorder.m_visitors.clear();
        m_recorder.m_left.clear();
        m_recorder.m_seats.clear();
        m_recorder.m_last.clear();
        m_history.present.clear();
    }

    void operator()(const CounterOpened &opened) const
    {
        Seat &seat = m_recorder.m_seats[opened.counter];
        if (!seat.officer.isEmpty()) // the same officer at another console
            return;
        seat = {opened.officer, m_event.at, couldHelp(opened.counter), {}, {}};
        m_recorder.m_last.erase(opened.counter);
        auto &days = m_history.desks[opened.counter];
        if (days.empty() || days.back().day != m_event.day)
            days.push_back({m_event.day, minuteOfDay(), std::nullopt});
        else
            days.back().closed.reset();
    }

    void operator()(const CounterClosed &closed) const
    {
        m_recorder.m_seats[closed.counter] = {};
        m_recorder.m_last.erase(closed.counter);
        auto &days = m_history.desks[closed.counter];
        if (days.empty() || days.back().day != m_event.day)
            return;
        days.back().closed = minuteOfDay();
        const Counter *desk = m_catalogue.counter(closed.counter);
        const auto hours = hoursOf(desk);
        days.back().early = hours
            && (m_event.at < at(m_event.day, hours->numbers.until, m_catalogue)
                || anybodyWaitsFor(desk->agencies));
    }

    void operator()(const TicketIssued &issued) const
    {
        m_recorder.m_visitors.insert_or_assign(
            issued.ticket, Visitor{issued.service, issued.touchedAt});
        ++m_history.days[m_event.day].issued;
        const LocalTime touched = localTime(issued.touchedAt, m_catalogue.zone());
        ++m_history.touches[{m_event.day, agencyOf(issued.service),
            int(touched.ofDay.count()) / PaceHistory::partMinutes}];
    }

    void operator()(const TicketCalled &called) const
    {
        remember(called.counter, called.ticket);
        Visitor *visitor = find(called.ticket);
        Seat &seat = m_recorder.m_seats[called.counter];
        if (visitor && seat.freeSince && visitor->hereSince < *seat.freeSince)
            stoodFree(called.counter, *seat.freeSince, agencyOf(visitor->service));
        if (seat.freeSince && seat.couldHelp)
            teach(called.counter, &PaceHistory::helpChances,
                {m_event.day, called.counter, called.reason == CallReason::Helped});
        seat.freeSince.reset();
        if (!visitor)
            return;
        visitor->calledAt = m_event.at;
        visitor->counter = called.counter;
        m_history.present.insert_or_assign(
            called.counter, PaceHistory::Present{visitor->service, seat.officer, m_event.at});
    }

    void operator()(const ServingStarted &started) const { remember(started.ticket); }

    void operator()(const TicketServed &served) const
    {
        remember(served.ticket);
        if (Visitor *visitor = findCalled(served.ticket)) {
            visit(*visitor);
            visitor->isGone = true;
        }
    }

    void operator()(const TicketMissed &missed) const
    {
        remember(missed.ticket);
        Visitor *visitor = findCalled(missed.ticket);
        if (!visitor)
            return;
        visitor->isGone = true;
        const double seconds = secondsBetween(*visitor->calledAt, m_event.at);
        if (seconds >= 0 && seconds < secondsMax)
            teach(visitor->counter, &PaceHistory::absences,
                {m_event.day, agencyOf(visitor->service), seconds});
        leavesCounter(*visitor);
    }

    /// Comes back, and the counter has time for others meanwhile.
    void operator()(const TicketParked &parked) const
    {
        remember(parked.counter, parked.ticket);
        Visitor *visitor = findCalled(parked.ticket);
        if (!visitor)
            return;
        visitor->spent += std::max(0.0, secondsBetween(*visitor->calledAt, m_event.at));
        visitor->hereSince = parked.until;
        leavesCounter(*visitor);
    }

    void operator()(const TicketReturned &returned) const
    {
        remember(returned.counter, returned.ticket);
        if (Visitor *visitor = find(returned.ticket)) {
            visitor->isGone = false;
            visitor->hereSince = std::min(visitor->hereSince, m_event.at);
        }
    }

    void operator()(const TicketTransferred &transferred) const
    {
        remember(transferred.counter, transferred.ticket);
        Visitor *visitor = findCalled(transferred.ticket);
        if (!visitor)
            return;
        visit(*visitor, transferred.placeAt < m_event.at);
        goesOn(*visitor, transferred.service);
    }

    void operator()(const TicketContinued &continued) const
    {
        if (Visitor *visitor = find(continued.ticket))
            goesOn(*visitor, continued.service);
    }

    void operator()(const CounterPaused &paused) const
    {
        remember(paused.counter, TicketId());
        Seat &seat = m_recorder.m_seats[paused.counter];
        seat.pausedAt = m_event.at;
        seat.said.reset();
        if (paused.until > m_event.at)
            seat.said = secondsBetween(m_event.at, paused.until);
    }

    void operator()(const CounterResumed &resumed) const
    {
        remember(resumed.counter, TicketId());
        Seat &seat = m_recorder.m_seats[resumed.counter];
        if (!seat.pausedAt)
            return;
        const double seconds = secondsBetween(*seat.pausedAt, m_event.at);
        if (seconds >= 0 && seconds < secondsMax)
            teach(resumed.counter, &PaceHistory::pauses, {m_event.day, seconds, seat.said});
        seat.pausedAt.reset();
    }

    /// A slip of the hand says nothing about how long anything takes.
    void operator()(const ActionUndone &undone) const
    {
        const auto found = m_recorder.m_last.find(undone.counter);
        if (found == m_recorder.m_last.end() || found->second.command != undone.action)
            return;
        const Action last = std::move(found->second);
        m_recorder.m_last.erase(found);
        m_recorder.m_seats[undone.counter] = last.seat;
        if (last.present)
            m_history.present.insert_or_assign(undone.counter, *last.present);
        else
            m_history.present.erase(undone.counter);
        for (const auto &[ticket, visitor] : last.visitors)
            m_recorder.m_visitors.insert_or_assign(ticket, visitor);
        m_history.unlearn(last.taught);
    }

    void operator()(const TicketCancelled &cancelled) const
    {
        const Visitor *visitor = find(cancelled.ticket);
        if (visitor && !visitor->calledAt && !visitor->isGone)
            ++m_history.days[m_event.day].gaveUp;
        m_recorder.m_left.insert(m_recorder.m_visitors.extract(cancelled.ticket));
    }

    void operator()(const TicketRejoined &rejoined) const
    {
        const auto back = m_recorder.m_visitors.insert(m_recorder.m_left.extract(rejoined.ticket));
        if (back.inserted && !back.position->second.calledAt && !back.position->second.isGone)
            --m_history.days[m_event.day].gaveUp;
    }

    /// Whoever was called under the void number never came: nothing was measured.
    void operator()(const PaperAdopted &adopted) const
    {
        Visitor *visitor = find(adopted.ticket);
        if (!visitor)
            return;
        visitor->isGone = false;
        if (visitor->calledAt)
            leavesCounter(*visitor);
    }

    /// Who waited in vain has not given up.
    void operator()(const TicketExpired &expired) const
    {
        m_recorder.m_visitors.erase(expired.ticket);
    }

    void operator()(const ClosureDeclared &declared) const
    {
        m_recorder.m_closures.push_back({declared.scope, m_event.at, declared.until});
    }

    void operator()(const ClosureLifted &lifted) const
    {
        for (Closed &closed : m_recorder.m_closures) {
            if (closed.scope == lifted.scope)
                closed.until = std::min(closed.until, m_event.at);
        }
    }

    void operator()(const auto &) const { }

private:
    [[nodiscard]] bool wasClosed(const Counter &counter, Instant since) const
    {
        return std::ranges::any_of(m_recorder.m_closures, [&](const Closed &closed) {
            return concerns(closed.scope, counter) && closed.from < m_event.at
                && since < closed.until;
        });
    }

    [[nodiscard]] Visitor *find(const TicketId &ticket) const
    {
        const auto found = m_recorder.m_visitors.find(ticket);
        return found == m_recorder.m_visitors.end() ? nullptr : &found->second;
    }

    /// Who is at a counter now.
    [[nodiscard]] Visitor *findCalled(const TicketId &ticket) const
    {
        Visitor *visitor = find(ticket);
        return visitor && visitor->calledAt ? visitor : nullptr;
    }

    /// Notes how things stand before this event, as evolve() does: see Desk::last.
    void remember(const CounterId &counter, const TicketId &ticket) const
    {
        Action &last = m_recorder.m_last[counter];
        if (last.command != m_event.cause || m_event.cause.isEmpty()) {
            last = {m_event.cause, m_recorder.m_seats[counter], {}, {}, {}};
            if (const auto here = m_history.present.find(counter); here != m_history.present.end())
                last.present = here->second;
        }
        if (const Visitor *visitor = find(ticket))
            last.visitors.try_emplace(ticket, *visitor);
    }

    void remember(const TicketId &ticket) const
    {
        if (const Visitor *visitor = find(ticket); visitor && !visitor->counter.isEmpty())
            remember(visitor->counter, ticket);
    }

    template <typename Measured>
    void teach(const CounterId &counter, std::vector<Measured> PaceHistory::*what,
        const Measured &measured) const
    {
        (m_history.*what).push_back(measured);
        const auto last = m_recorder.m_last.find(counter);
        if (last != m_recorder.m_last.end() && last->second.command == m_event.cause)
            (last->second.taught.*what).push_back(measured);
    }

    /// One service, with all that it took, is done with at its counter.
    void visit(Visitor &visitor, bool sentOn = false) const
    {
        const double seconds = visitor.spent + secondsBetween(*visitor.calledAt, m_event.at);
        const LocalTime called = localTime(*visitor.calledAt, m_catalogue.zone());
        if (seconds >= 0 && seconds < secondsMax)
            teach(visitor.counter, &PaceHistory::visits,
                {m_event.day, visitor.service, m_recorder.m_seats[visitor.counter].officer,
                    int(called.ofDay.count() / 60), seconds, sentOn});
        visitor.spent = 0;
        leavesCounter(visitor);
    }

    void leavesCounter(Visitor &visitor) const
    {
        Seat &seat = m_recorder.m_seats[visitor.counter];
        seat.freeSince = m_event.at;
        seat.couldHelp = couldHelp(visitor.counter);
        m_history.present.erase(visitor.counter);
        visitor.calledAt.reset();
    }

    void goesOn(Visitor &visitor, const ServiceId &service) const
    {
        visitor.service = service;
        visitor.hereSince = m_event.at;
        visitor.isGone = false;
    }

    [[nodiscard]] bool couldHelp(const CounterId &id) const
    {
        const Counter *counter = m_catalogue.counter(id);
        return counter && !counter->helps.empty() && !anybodyWaitsFor(counter->agencies)
            && anybodyWaitsFor(counter->helps);
    }

    /// The counter was free from `since` until now although this visitor waited: because the
    /// officer took a breath, or because there was a break.
    void stoodFree(const CounterId &counter, Instant since, const AgencyId &agency) const
    {
        const Counter *desk = m_catalogue.counter(counter);
        const auto hours = hoursOf(desk);
        if (!hours || wasClosed(*desk, since))
            return;
        std::vector<TimeSpan> rests(hours->breaks.begin(), hours->breaks.end());
        rests.push_back({Minutes(0), hours->open.from}); // the night is a break, too
        for (const TimeSpan &rest : rests) {
            const Instant from = at(m_event.day, rest.from, m_catalogue);
            const Instant until = at(m_event.day, rest.until, m_catalogue);
            const double left = secondsBetween(since, from);
            if (left > 0 && left <= PaceHistory::stopWindow && m_event.at >= from)
                teach(counter, &PaceHistory::beforeBreaks, {m_event.day, left, false});
            if (left > 0 && left <= PaceHistory::stopWindow && m_event.at < from)
                teach(counter, &PaceHistory::beforeBreaks, {m_event.day, left, true});
            if (since < until && m_event.at >= from) {
                add(counter, &PaceHistory::returns,
                    std::max(0.0, secondsBetween(until, m_event.at)), agency);
                return;
            }
        }
        add(counter, &PaceHistory::gaps, secondsBetween(since, m_event.at), agency);
    }

    [[nodiscard]] std::optional<DayHours> hoursOf(const Counter *desk) const
    {
        return desk ? scheduleOn(m_catalogue, *desk, m_event.day).hours : std::nullopt;
    }

    void add(const CounterId &counter, std::vector<PaceHistory::Gap> PaceHistory::*to,
        double seconds, const AgencyId &agency) const
    {
        if (seconds >= 0 && seconds < secondsMax)
            teach(counter, to, {m_event.day, agency, seconds});
    }

    [[nodiscard]] bool anybodyWaitsFor(const std::vector<AgencyId> &agencies) const
    {
        return std::ranges::any_of(m_recorder.m_visitors, [&](const auto &entry) {
            const Visitor &visitor = entry.second;
            return !visitor.calledAt && !visitor.isGone && visitor.hereSince <= m_event.at
                && std::ranges::find(agencies, agencyOf(visitor.service)) != agencies.end();
        });
    }

    [[nodiscard]] AgencyId agencyOf(const ServiceId &id) const
    {
        const Service *service = m_catalogue.service(id);
        return service ? service->agency : AgencyId();
    }

    [[nodiscard]] int minuteOfDay() const
    {
        return int(localTime(m_event.at, m_catalogue.zone()).ofDay.count());
    }

    PaceRecorder &m_recorder;
    PaceHistory &m_history;
    const Event &m_event;
    const Catalogue &m_catalogue;
};

void PaceRecorder::fold(const Event &event, const Catalogue &catalogue)
{
    std::visit(Measurement(*this, event, catalogue), event.data);
}

} // namespace antre

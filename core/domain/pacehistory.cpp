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
    for (auto &[counter, desk] : desks)
        std::erase_if(desk, isOld);
    std::erase_if(days, [day](const auto &entry) { return entry.first < day; });
    std::erase_if(touches, [day](const auto &entry) { return entry.first.day < day; });
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
        m_recorder.m_seats.clear();
        m_history.present.clear();
    }

    void operator()(const CounterOpened &opened) const
    {
        Seat &seat = m_recorder.m_seats[opened.counter];
        const bool wasOpen = !seat.officer.isEmpty();
        seat.officer = opened.officer;
        if (wasOpen) // the same officer at another console
            return;
        seat.freeSince = m_event.at;
        auto &days = m_history.desks[opened.counter];
        if (days.empty() || days.back().day != m_event.day)
            days.push_back({m_event.day, minuteOfDay(), std::nullopt});
        else
            days.back().closed.reset();
    }

    void operator()(const CounterClosed &closed) const
    {
        m_recorder.m_seats[closed.counter] = {};
        auto &days = m_history.desks[closed.counter];
        if (days.empty() || days.back().day != m_event.day)
            return;
        days.back().closed = minuteOfDay();
        const Counter *desk = m_catalogue.counter(closed.counter);
        const auto hours = hoursOf(desk);
        days.back().early = hours
            && (m_event.at < at(m_event.day, hours->numbers.until, m_catalogue)
                || anybodyWaitsFor(*desk));
    }

    void operator()(const TicketIssued &issued) const
    {
        m_recorder.m_visitors.insert_or_assign(
            issued.ticket, Visitor{issued.service, issued.touchedAt, std::nullopt, {}});
        ++m_history.days[m_event.day].issued;
        const LocalTime touched = localTime(issued.touchedAt, m_catalogue.zone());
        ++m_history.touches[{m_event.day, agencyOf(issued.service),
            int(touched.ofDay.count()) / PaceHistory::partMinutes}];
    }

    void operator()(const TicketCalled &called) const
    {
        const auto found = m_recorder.m_visitors.find(called.ticket);
        if (found == m_recorder.m_visitors.end())
            return;
        Visitor &visitor = found->second;
        Seat &seat = m_recorder.m_seats[called.counter];
        if (seat.freeSince && visitor.touchedAt < *seat.freeSince)
            pause(called.counter, *seat.freeSince, agencyOf(visitor.service));
        seat.freeSince.reset();
        visitor.calledAt = m_event.at;
        visitor.counter = called.counter;
        m_history.present.insert_or_assign(
            called.counter, PaceHistory::Present{visitor.service, seat.officer, m_event.at});
    }

    void operator()(const TicketServed &served) const { end(served.ticket, true); }
    void operator()(const TicketMissed &missed) const { end(missed.ticket, false); }

    void operator()(const TicketCancelled &cancelled) const
    {
        const auto found = m_recorder.m_visitors.find(cancelled.ticket);
        if (found == m_recorder.m_visitors.end())
            return;
        if (!found->second.calledAt)
            ++m_history.days[m_event.day].gaveUp;
        m_recorder.m_visitors.erase(found);
    }

    /// Whoever was called under the void number never came: nothing was measured.
    void operator()(const PaperAdopted &adopted) const
    {
        const auto found = m_recorder.m_visitors.find(adopted.ticket);
        if (found == m_recorder.m_visitors.end() || !found->second.calledAt)
            return;
        m_recorder.m_seats[found->second.counter].freeSince = m_event.at;
        m_history.present.erase(found->second.counter);
        found->second.calledAt.reset();
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

    void end(const TicketId &ticket, bool came) const
    {
        const auto found = m_recorder.m_visitors.find(ticket);
        if (found == m_recorder.m_visitors.end() || !found->second.calledAt)
            return;
        const Visitor &visitor = found->second;
        Seat &seat = m_recorder.m_seats[visitor.counter];
        const double seconds = secondsBetween(*visitor.calledAt, m_event.at);
        seat.freeSince = m_event.at;
        m_history.present.erase(visitor.counter);
        if (seconds >= 0 && seconds < secondsMax) {
            const LocalTime called = localTime(*visitor.calledAt, m_catalogue.zone());
            if (came)
                m_history.visits.push_back({m_event.day, visitor.service, seat.officer,
                    int(called.ofDay.count() / 60), seconds});
            else
                m_history.absences.push_back({m_event.day, agencyOf(visitor.service), seconds});
        }
        m_recorder.m_visitors.erase(found);
    }

    /// The counter was free from `since` until now although this visitor waited: because the
    /// officer took a breath, or because there was a break.
    void pause(const CounterId &counter, Instant since, const AgencyId &agency) const
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
                m_history.beforeBreaks.push_back({m_event.day, left, false});
            if (left > 0 && left <= PaceHistory::stopWindow && m_event.at < from)
                m_history.beforeBreaks.push_back({m_event.day, left, true});
            if (since < until && m_event.at >= from) {
                add(m_history.returns, std::max(0.0, secondsBetween(until, m_event.at)), agency);
                return;
            }
        }
        add(m_history.gaps, secondsBetween(since, m_event.at), agency);
    }

    [[nodiscard]] std::optional<DayHours> hoursOf(const Counter *desk) const
    {
        return desk ? scheduleOn(m_catalogue, *desk, m_event.day).hours : std::nullopt;
    }

    void add(std::vector<PaceHistory::Gap> &to, double seconds, const AgencyId &agency) const
    {
        if (seconds >= 0 && seconds < secondsMax)
            to.push_back({m_event.day, agency, seconds});
    }

    [[nodiscard]] bool anybodyWaitsFor(const Counter &counter) const
    {
        return std::ranges::any_of(m_recorder.m_visitors, [&](const auto &entry) {
            const Visitor &visitor = entry.second;
            return !visitor.calledAt
                && std::ranges::find(counter.agencies, agencyOf(visitor.service))
                != counter.agencies.end();
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

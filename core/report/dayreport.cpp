// SPDX-License-Identifier: Apache-2.0
#include "report/dayreport.h"

#include "domain/evolve.h"
#include "domain/waitestimate.h"

#include <algorithm>

namespace antre {

namespace {

/// As the service does: the pace is learned anew after so long.
constexpr Milliseconds learnedFor{300'000};
/// A number reaches the journal so soon after the touch, or a kiosk gave it alone.
constexpr Milliseconds askedWithin{5'000};

double minutesBetween(Instant from, Instant until)
{
    return double((until - from).count()) / 60'000;
}

/// Follows the day event by event.
class DayFold
{
public:
    explicit DayFold(BusinessDay day)
        : m_day(day)
    {
    }

    void fold(const Event &event)
    {
        const bool isOfDay = event.day == m_day;
        if (event.day > m_day && !isStanding(event.data))
            return;
        m_state = evolve(std::move(m_state), event);
        if (m_state.catalogue)
            m_recorder.fold(event, *m_state.catalogue);
        if (!isOfDay)
            return;
        if (const auto *issued = std::get_if<TicketIssued>(&event.data)) {
            m_first.emplace(issued->ticket, issued->service);
            promise(*issued, event.at);
        } else if (const auto *called = std::get_if<TicketCalled>(&event.data))
            m_calls.try_emplace(called->ticket, Moment{event.at, event.cause});
        else if (const auto *parked = std::get_if<TicketParked>(&event.data))
            m_parks.push_back({parked->ticket, event.cause});
        else if (const auto *sent = std::get_if<TicketTransferred>(&event.data))
            m_transfers.push_back({sent->ticket, event.cause});
        else if (const auto *undone = std::get_if<ActionUndone>(&event.data))
            forget(undone->action);
        else if (const auto *adopted = std::get_if<PaperAdopted>(&event.data))
            m_calls.erase(adopted->ticket); // nobody knew the number that was called
    }

    DayReport report() &&
    {
        DayReport report;
        report.day = m_day;
        if (m_state.day != m_day)
            return report;
        report.isClosed = m_state.dayIsClosed;
        std::map<ServiceId, DayFigures> services;
        for (const auto &[id, ticket] : m_state.tickets) {
            DayFigures &service = services[m_first[id]];
            add(service, ticket);
            add(report.all, ticket);
            compare(report.promises, ticket);
        }
        for (auto &[id, figures] : services)
            std::ranges::sort(figures.waits);
        std::ranges::sort(report.all.waits);
        addAgencies(report, services);
        return report;
    }

private:
    struct Moment
    {
        Instant at;
        CommandId cause;
    };
    struct Act
    {
        TicketId ticket;
        CommandId cause;
    };

    /// What the officer took back never happened.
    void forget(const CommandId &action)
    {
        const auto isIt = [&](const Act &act) { return act.cause == action; };
        std::erase_if(m_calls, [&](const auto &call) { return call.second.cause == action; });
        std::erase_if(m_parks, isIt);
        std::erase_if(m_transfers, isIt);
    }

    void promise(const TicketIssued &issued, Instant now)
    {
        const Ticket *ticket = m_state.ticket(issued.ticket);
        if (!m_state.catalogue || !ticket || now - issued.touchedAt > askedWithin)
            return;
        if (!m_learnedAt || now - *m_learnedAt > learnedFor) {
            m_learnedAt = now;
            m_pace = ServicePace::learn(m_history, *m_state.catalogue, now);
        }
        SeededRandom random(1);
        const auto waits = estimateWaits(m_state, m_pace, {now, {ticket->line}}, random);
        if (const auto outlook = waits.ticket(issued.ticket))
            m_promises.emplace(issued.ticket, outlook->promise());
    }

    void add(DayFigures &to, const Ticket &ticket) const
    {
        const auto count = [&](const std::vector<Act> &acts) {
            return int(std::ranges::count(acts, ticket.id, &Act::ticket));
        };
        ++to.issued;
        ++countOf(to, ticket.state);
        to.parked += count(m_parks);
        to.sentOn += count(m_transfers);
        if (const auto call = m_calls.find(ticket.id); call != m_calls.end())
            to.waits.push_back(minutesBetween(ticket.touchedAt, call->second.at));
    }

    static int &countOf(DayFigures &figures, TicketState state)
    {
        switch (state) {
        case TicketState::Served:
            return figures.served;
        case TicketState::NoShow:
            return figures.missed;
        case TicketState::Cancelled:
            return figures.cancelled;
        case TicketState::Expired:
            return figures.expired;
        case TicketState::Waiting:
        case TicketState::Called:
        case TicketState::Serving:
        case TicketState::Parked:
            break;
        }
        return figures.open;
    }

    void compare(PromisesKept &kept, const Ticket &ticket) const
    {
        const auto promise = m_promises.find(ticket.id);
        const auto call = m_calls.find(ticket.id);
        if (promise == m_promises.end() || call == m_calls.end())
            return;
        const Milliseconds waited = call->second.at - ticket.touchedAt;
        ++kept.told;
        kept.sooner += waited < promise->second.from ? 1 : 0;
        kept.later += waited > promise->second.until ? 1 : 0;
    }

    static void addUp(DayFigures &to, const DayFigures &figures)
    {
        to.issued += figures.issued;
        to.served += figures.served;
        to.missed += figures.missed;
        to.cancelled += figures.cancelled;
        to.expired += figures.expired;
        to.open += figures.open;
        to.parked += figures.parked;
        to.sentOn += figures.sentOn;
        to.waits.insert(to.waits.end(), figures.waits.begin(), figures.waits.end());
    }

    /// In the catalogue's order; behind them whatever it has lost meanwhile, by its id.
    void addAgencies(DayReport &report, std::map<ServiceId, DayFigures> &services) const
    {
        for (const Agency &agency : m_state.catalogue->agencies) {
            AgencyDay day{agency.id, agency.code, agency.name, {}, {}};
            for (const Service &service : agency.services) {
                const auto figures = services.find(service.id);
                if (figures == services.end())
                    continue;
                addUp(day.figures, figures->second);
                day.services.push_back({service.id, service.name, std::move(figures->second)});
                services.erase(figures);
            }
            std::ranges::sort(day.figures.waits);
            if (!day.services.empty())
                report.agencies.push_back(std::move(day));
        }
        if (services.empty())
            return;
        AgencyDay lost;
        for (auto &[id, figures] : services) {
            addUp(lost.figures, figures);
            lost.services.push_back({id, {}, std::move(figures)});
        }
        std::ranges::sort(lost.figures.waits);
        report.agencies.push_back(std::move(lost));
    }

    const BusinessDay m_day;
    State m_state;
    PaceHistory m_history;
    PaceRecorder m_recorder{m_history};
    ServicePace m_pace;
    std::optional<Instant> m_learnedAt;
    std::unordered_map<TicketId, ServiceId, TicketIdHash> m_first;
    std::unordered_map<TicketId, Moment, TicketIdHash> m_calls; ///< the first of each
    std::unordered_map<TicketId, PromisedWait, TicketIdHash> m_promises;
    std::vector<Act> m_parks;
    std::vector<Act> m_transfers;
};

std::optional<double> quantile(const std::vector<double> &sorted, double share)
{
    if (sorted.empty())
        return std::nullopt;
    return sorted[std::min(sorted.size() - 1, size_t(share * double(sorted.size())))];
}

} // namespace

std::optional<double> DayFigures::medianWait() const { return quantile(waits, 0.5); }
std::optional<double> DayFigures::longWait() const { return quantile(waits, 0.9); }

DayReport reportDay(const std::vector<Event> &events, BusinessDay day)
{
    DayFold fold(day);
    for (const Event &event : events)
        fold.fold(event);
    return std::move(fold).report();
}

} // namespace antre

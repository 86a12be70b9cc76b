// SPDX-License-Identifier: Apache-2.0
#include "domain/availability.h"

#include "domain/appointments.h"

#include <algorithm>

namespace antre {

QString availabilityName(Availability availability)
{
    switch (availability) {
    case Availability::Open:
        return QStringLiteral("open");
    case Availability::OnBreak:
        return QStringLiteral("onBreak");
    case Availability::OpensLater:
        return QStringLiteral("opensLater");
    case Availability::ClosedForToday:
        return QStringLiteral("closedForToday");
    case Availability::ClosedToday:
        return QStringLiteral("closedToday");
    case Availability::QuotaFull:
        return QStringLiteral("quotaFull");
    case Availability::NumbersEnded:
        return QStringLiteral("numbersEnded");
    case Availability::ClosedNow:
        return QStringLiteral("closedNow");
    case Availability::BeforeOpening:
        return QStringLiteral("beforeOpening");
    case Availability::NobodyAtCounter:
        return QStringLiteral("nobodyAtCounter");
    case Availability::CountersClosed:
        return QStringLiteral("countersClosed");
    case Availability::MallFull:
        return QStringLiteral("mallFull");
    }
    return {};
}

/// From the best for a visitor to the worst; all up to CountersClosed give numbers.
static int rankOf(Availability availability)
{
    static constexpr std::array order{Availability::Open, Availability::NobodyAtCounter,
        Availability::OnBreak, Availability::BeforeOpening, Availability::CountersClosed,
        Availability::MallFull, Availability::ClosedNow, Availability::OpensLater,
        Availability::QuotaFull, Availability::NumbersEnded, Availability::ClosedForToday,
        Availability::ClosedToday};
    static_assert(order.size() == size_t(Availability::MallFull) + 1);
    return int(std::ranges::find(order, availability) - order.begin());
}

bool ServiceStatus::takesNumbers() const
{
    return rankOf(availability) <= rankOf(Availability::CountersClosed);
}

namespace {

constexpr int horizonDays = 30;

LocalTime startOfNextDay(const LocalTime &time)
{
    return localTime(BusinessDay{time.day.days + 1}, Minutes(0));
}

/// All that closes exactly `scope` for a while: planned, or on the spot and not over yet.
void addClosings(
    std::vector<ClosedSpan> &spans, const State &state, const Scope &scope, Instant now)
{
    const Catalogue &catalogue = *state.catalogue;
    std::ranges::move(plannedClosings(catalogue, scope), std::back_inserter(spans));
    const auto closure = state.closures.find(scope);
    if (closure == state.closures.end() || now >= closure->second.until)
        return;
    // It holds now, also in the hour that a clock goes through twice.
    const LocalTime local = localTime(now, catalogue.zone());
    const LocalTime until = localTime(closure->second.until, catalogue.zone());
    const LocalTime soon = localTime(now + Minutes(1), catalogue.zone());
    spans.push_back({local, std::max(until, soon), closure->second.reason, scope});
}

/// The span that holds `time`; of several that which ends last, since it decides.
const ClosedSpan *spanAt(const std::vector<ClosedSpan> &spans, const LocalTime &time)
{
    const ClosedSpan *last = nullptr;
    for (const ClosedSpan &span : spans) {
        if (span.contains(time) && (!last || last->until < span.until))
            last = &span;
    }
    return last;
}

/// The one at `time`, lengthened by those that follow without a gap.
std::optional<ClosedSpan> closingAt(const std::vector<ClosedSpan> &spans, const LocalTime &time)
{
    const ClosedSpan *span = spanAt(spans, time);
    if (!span)
        return std::nullopt;
    ClosedSpan whole = *span;
    while (const ClosedSpan *next = spanAt(spans, whole.until))
        whole.until = next->until;
    return whole;
}

/// One service at one moment.
class Question
{
public:
    Question(const State &state, const Service &service, Instant now, const Vantage &vantage)
        : m_state(state)
        , m_catalogue(*state.catalogue)
        , m_service(service)
        , m_now(now)
        , m_local(localTime(now, m_catalogue.zone()))
        , m_vantage(vantage)
        , m_today(scheduleOn(m_catalogue, service, m_local.day))
        , m_ofToday(state.day == m_local.day)
    {
        for (const Scope &scope : {Scope(service.id), Scope(service.agency), Scope()})
            addClosings(m_closings, state, scope, now);
    }

    [[nodiscard]] ServiceStatus answer() const
    {
        if (!m_today.hours)
            return {
                Availability::ClosedToday, nextNumbers(startOfNextDay(m_local)), m_today.reason};
        if (const auto closing = closingAt(m_closings, m_local))
            return closed(*closing);
        const DayHours &today = *m_today.hours;
        if (m_local.ofDay >= today.open.until || isDayClosed())
            return planned(Availability::ClosedForToday, nextNumbers(startOfNextDay(m_local)));
        if (m_local.ofDay >= today.numbers.until)
            return planned(Availability::NumbersEnded, nextNumbers(startOfNextDay(m_local)));
        if (m_local.ofDay < today.numbers.from)
            return planned(Availability::OpensLater, nextNumbers(m_local));
        if (m_service.dailyQuota && taken() >= *m_service.dailyQuota)
            return {Availability::QuotaFull, nextNumbers(startOfNextDay(m_local)), {}, {},
                *m_service.dailyQuota};
        if (m_catalogue.site.waitingMax && waiting() >= *m_catalogue.site.waitingMax)
            return {Availability::MallFull};
        return atCounters(today);
    }

private:
    /// Hours that a new catalogue lengthens, or a clock set back, open no day that was ended.
    [[nodiscard]] bool isDayClosed() const
    {
        return m_state.dayIsClosed && m_local.day <= m_state.day;
    }

    /// The reason belongs to it only if today is not as every week.
    [[nodiscard]] ServiceStatus planned(
        Availability availability, std::optional<LocalTime> changes) const
    {
        return {availability, std::move(changes), m_today.reason};
    }

    [[nodiscard]] ServiceStatus closed(const ClosedSpan &closing) const
    {
        const auto opens = nextNumbers(closing.until);
        const bool today = opens && opens->day == m_local.day;
        return {today ? Availability::ClosedNow : Availability::ClosedForToday, opens,
            closing.reason, closing.scope};
    }

    /// Numbers can be taken; what do the counters do?
    [[nodiscard]] ServiceStatus atCounters(const DayHours &today) const
    {
        if (const auto closing = allCountersClosed()) {
            // Nobody will come back today: a number would be a promise that can't be kept.
            if (closing->until.day > m_local.day || closing->until.ofDay >= today.open.until)
                return closed(*closing);
            return {Availability::CountersClosed, closing->until, closing->reason, closing->scope};
        }
        for (const Break &rest : today.breaks) {
            if (rest.contains(m_local.ofDay))
                return {Availability::OnBreak, localTime(m_local.day, rest.until), rest.name};
        }
        if (m_local.ofDay < today.open.from)
            return {Availability::BeforeOpening, localTime(m_local.day, today.open.from)};
        if (m_vantage.seesDesks && !anybodyAtCounter())
            return {Availability::NobodyAtCounter};
        return {};
    }

    /// The closing that ends first, if each counter of the service has one.
    [[nodiscard]] std::optional<ClosedSpan> allCountersClosed() const
    {
        std::optional<ClosedSpan> first;
        for (const Counter &counter : m_catalogue.counters) {
            if (!serves(counter))
                continue;
            const auto closing = closingAt(counterClosings(m_state, counter, m_now), m_local);
            if (!closing)
                return std::nullopt;
            if (!first || closing->until < first->until)
                first = closing;
        }
        return first;
    }

    [[nodiscard]] bool anybodyAtCounter() const
    {
        return m_ofToday
            && std::ranges::any_of(m_catalogue.counters, [this](const Counter &counter) {
                   return serves(counter) && m_state.desk(counter.id).isOpen();
               });
    }

    [[nodiscard]] bool serves(const Counter &counter) const
    {
        return std::ranges::find(counter.agencies, m_service.agency) != counter.agencies.end();
    }

    [[nodiscard]] int taken() const
    {
        return (m_ofToday ? m_state.taken.value(m_service.id) : 0)
            + keptForReservations(m_state, m_service, m_local.day, m_now)
            + (m_vantage.unheard ? m_vantage.unheard->value(m_service.id) : 0);
    }

    [[nodiscard]] int waiting() const
    {
        int all = 0;
        for (const auto &[id, line] : m_state.lines)
            all += line.waiting;
        return m_ofToday ? all : 0;
    }

    /// The first moment from `time` on at which hours and closings let numbers be taken.
    [[nodiscard]] std::optional<LocalTime> nextNumbers(LocalTime time) const
    {
        while (time.day.days <= m_local.day.days + horizonDays) {
            const auto hours = scheduleOn(m_catalogue, m_service, time.day).hours;
            if (!hours || time.ofDay >= hours->numbers.until) {
                time = startOfNextDay(time);
                continue;
            }
            time.ofDay = std::max(time.ofDay, hours->numbers.from);
            const auto closing = closingAt(m_closings, time);
            if (!closing)
                return time;
            time = closing->until;
        }
        return std::nullopt;
    }

    const State &m_state;
    const Catalogue &m_catalogue;
    const Service &m_service;
    Instant m_now;
    LocalTime m_local;
    const Vantage &m_vantage;
    DaySchedule m_today;
    bool m_ofToday;
    std::vector<ClosedSpan> m_closings;
};

bool isBetter(const ServiceStatus &a, const ServiceStatus &b)
{
    if (a.availability != b.availability)
        return rankOf(a.availability) < rankOf(b.availability);
    return a.changes && (!b.changes || *a.changes < *b.changes);
}

} // namespace

ServiceStatus serviceStatus(
    const State &state, const Service &service, Instant now, const Vantage &vantage)
{
    return Question(state, service, now, vantage).answer();
}

ServiceStatus agencyStatus(
    const State &state, const Agency &agency, Instant now, const Vantage &vantage)
{
    ServiceStatus best{Availability::ClosedToday};
    for (const Service &service : agency.services) {
        if (const ServiceStatus status = serviceStatus(state, service, now, vantage);
            isBetter(status, best))
            best = status;
    }
    return best;
}

ServiceStatus counterStatus(const State &state, const Counter &counter, Instant now)
{
    ServiceStatus best{Availability::ClosedToday};
    for (const AgencyId &id : counter.agencies) {
        const Agency *agency = state.catalogue->agency(id);
        const ServiceStatus status = agency ? agencyStatus(state, *agency, now) : best;
        best = isBetter(status, best) ? status : best;
    }
    std::vector<ClosedSpan> own;
    addClosings(own, state, Scope(counter.id), now);
    const auto closing = closingAt(own, localTime(now, state.catalogue->zone()));
    if (closing && best.takesNumbers())
        return {Availability::CountersClosed, closing->until, closing->reason, closing->scope};
    return best;
}

std::vector<ClosedSpan> counterClosings(const State &state, const Counter &counter, Instant now)
{
    std::vector<ClosedSpan> spans;
    addClosings(spans, state, Scope(counter.id), now);
    addClosings(spans, state, Scope(), now);
    if (counter.agencies.size() == 1)
        addClosings(spans, state, Scope(counter.agencies.front()), now);
    return spans;
}

} // namespace antre

// SPDX-License-Identifier: Apache-2.0
#include "ledger.h"

#include "domain/command.h"

namespace antre::sim {

using namespace std::chrono_literals;

/// The largest head start of any edition of the simulated mall: nobody is overtaken by more.
static constexpr Minutes headStartMax{35};

static bool isAtDesk(TicketState state)
{
    return state == TicketState::Called || state == TicketState::Serving;
}

static bool isInLine(TicketState state)
{
    return state == TicketState::Waiting || state == TicketState::Parked;
}

void Ledger::note(const PlacedEvent &placed)
{
    m_at = placed.position;
    const Event &event = placed.event;
    if (!event.cause.isEmpty())
        m_causes.insert(event.cause);
    std::visit([&](const auto &data) { on(data, event); }, event.data);
    if (event.day != m_today)
        contradict("business day",
            QStringLiteral("an event of %1 stands in %2").arg(event.day.text(), m_today.text()));
}

const Ledger::Entry *Ledger::find(const TicketId &ticket) const
{
    const auto found = m_entries.find(ticket);
    return found == m_entries.end() ? nullptr : &found->second;
}

const Ledger::Late *Ledger::late(const TicketId &ticket) const
{
    const auto found = m_late.find(ticket);
    return found == m_late.end() ? nullptr : &found->second;
}

void Ledger::contradict(const char *check, const QString &what)
{
    m_contradictions
        << QStringLiteral("%1: record %2, %3").arg(QString::fromLatin1(check)).arg(m_at).arg(what);
}

Ledger::Entry *Ledger::entry(const TicketId &ticket, const char *what)
{
    const auto found = m_entries.find(ticket);
    if (found != m_entries.end() && found->second.day == m_today)
        return &found->second;
    contradict("ticket unknown",
        QStringLiteral("%1 of a ticket that isn't today's: %2")
            .arg(QString::fromLatin1(what), ticket.text()));
    return nullptr;
}

/// The ticket, taken from where it stands, when it may come from there.
Ledger::Entry *Ledger::move(const TicketId &ticket, const char *what, const Event &event,
    std::initializer_list<TicketState> from)
{
    Entry *known = entry(ticket, what);
    if (!known)
        return nullptr;
    if (std::ranges::find(from, known->state) == from.end())
        contradict("one place",
            QStringLiteral("%1 of %2, which is %3 at counter \"%4\"")
                .arg(QString::fromLatin1(what), known->numbers.last(),
                    ticketStateName(known->state), known->counter.value()));
    leave(*known);
    known->changedBy = event.cause;
    return known;
}

/// Where its state puts it.
void Ledger::stand(const Entry &entry)
{
    if (entry.state == TicketState::Waiting)
        m_waiting[{entry.line, entry.priority, entry.onlyAt}].emplace(entry.placeAt, entry.ticket);
    else if (isAtDesk(entry.state))
        m_desks[entry.counter].current = entry.ticket;
}

void Ledger::leave(const Entry &entry)
{
    if (entry.state == TicketState::Waiting)
        m_waiting[{entry.line, entry.priority, entry.onlyAt}].erase({entry.placeAt, entry.ticket});
    const auto desk = m_desks.find(entry.counter);
    if (desk != m_desks.end() && desk->second.current == entry.ticket)
        desk->second.current = {};
}

void Ledger::waitAgain(Entry &entry)
{
    entry.state = TicketState::Waiting;
    entry.parkedUntil = {};
    stand(entry);
}

void Ledger::take(const QString &number)
{
    if (m_numbers.contains(number))
        contradict("numbers unique in a day", number + QStringLiteral(" is given again"));
    m_numbers.insert(number);
}

// The counters

/// A counter does what the officer wants who opened it, and nobody else.
Ledger::Desk &Ledger::actsAt(const CounterId &counter, const Event &event)
{
    Desk &desk = m_desks[counter];
    if (desk.openedBy != event.by)
        contradict("a counter obeys its officer",
            QStringLiteral("%1 at %2 commands counter %3")
                .arg(event.by.officer.value(), event.by.terminal.value(), counter.value()));
    return desk;
}

/// How things were before the counter's action, as often as it has something to say about it.
void Ledger::remember(const CounterId &counter, const TicketId &ticket, const Event &event)
{
    Desk &desk = actsAt(counter, event);
    if (desk.last.command != event.cause)
        desk.last = {event.cause, event.at, {}, desk.isPaused};
    if (const Entry *known = find(ticket))
        desk.last.before.emplace(ticket, *known);
}

void Ledger::on(const CounterOpened &opened, const Event &event)
{
    Desk &desk = m_desks[opened.counter];
    if (desk.openedBy != Actor() && desk.openedBy.officer != event.by.officer)
        contradict("a counter obeys its officer",
            QStringLiteral("counter %1 is taken from its officer").arg(opened.counter.value()));
    if (desk.openedBy == Actor())
        desk.isPaused = false;
    desk.openedBy = event.by;
    desk.last = {};
}

void Ledger::on(const CounterClosed &closed, const Event &event)
{
    const Desk &desk = actsAt(closed.counter, event);
    if (!desk.current.isEmpty())
        contradict("one place",
            QStringLiteral("counter %1 closes before a visitor").arg(closed.counter.value()));
    m_desks.erase(closed.counter);
}

void Ledger::on(const CounterPaused &paused, const Event &event)
{
    remember(paused.counter, {}, event);
    m_desks[paused.counter].isPaused = true;
}

void Ledger::on(const CounterResumed &resumed, const Event &event)
{
    remember(resumed.counter, {}, event);
    m_desks[resumed.counter].isPaused = false;
}

/// Exactly what the counter did last is taken back, in time, and as long as nobody built on it.
void Ledger::on(const ActionUndone &undone, const Event &event)
{
    Desk &desk = actsAt(undone.counter, event);
    const Action last = std::exchange(desk.last, {});
    if (last.command != undone.action || event.at - last.at > undoWithin)
        return contradict("undone as it was",
            QStringLiteral("counter %1 undoes what it didn't do last").arg(undone.counter.value()));
    for (const auto &[id, before] : last.before) {
        Entry &known = m_entries.at(id);
        if (known.changedBy != undone.action)
            contradict("undone as it was",
                known.numbers.last() + QStringLiteral(" was changed by others since"));
        leave(known);
        known = before;
    }
    for (const auto &[id, before] : last.before)
        stand(m_entries.at(id));
    desk.isPaused = last.wasPaused;
    if (last.call) {
        m_undone.insert(*last.call);
        --m_callsToday;
    }
}

// The day

void Ledger::on(const DayStarted &, const Event &event)
{
    checkNobodyWaitsOn();
    if (event.day <= m_today)
        contradict("business day", QStringLiteral("a day starts again: ") + event.day.text());
    m_today = event.day;
    m_dayIsClosed = false;
    m_waiting.clear();
    m_desks.clear();
    m_numbers.clear();
    m_callsToday = 0;
}

void Ledger::on(const DayClosed &, const Event &)
{
    m_dayIsClosed = true;
    checkNobodyWaitsOn();
}

/// In a day that was ended, but with paper that turned up afterwards.
void Ledger::checkNobodyWaitsOn()
{
    if (!m_dayIsClosed)
        return;
    for (const auto &[id, entry] : m_entries) {
        if (entry.day == m_today && isInLine(entry.state) && !entry.cameAfterEnd)
            contradict("the day's end",
                QStringLiteral("%1 is %2 though its day was ended")
                    .arg(entry.numbers.last(), ticketStateName(entry.state)));
    }
}

void Ledger::on(const TicketIssued &issued, const Event &event)
{
    if (m_entries.contains(issued.ticket))
        contradict("one ticket", issued.ticket.text() + QStringLiteral(" is issued again"));
    take(issued.number.text());
    const bool isWish = issued.ticket.value() == event.cause.value();
    if (m_dayIsClosed && isWish)
        contradict("the day's end",
            issued.number.text() + QStringLiteral(" is given though its day was ended"));
    Entry made{issued.ticket, {issued.number.text()}, issued.number.line, issued.priority,
        issued.touchedAt, event.at, m_today, issued.further};
    made.placeAt = issued.touchedAt;
    made.changedBy = event.cause;
    made.cameAfterEnd = m_dayIsClosed;
    made.phone = issued.holder;
    checkOnePlace(made);
    m_entries.insert_or_assign(issued.ticket, made);
    stand(made);
}

void Ledger::on(const PaperAdopted &adopted, const Event &event)
{
    Entry *known = entry(adopted.ticket, "adoption");
    if (!known)
        return;
    take(adopted.number.text());
    known->numbers << adopted.number.text();
    known->changedBy = event.cause;
    if (known->state == TicketState::Cancelled || known->state == TicketState::Expired)
        return;
    known->cameAfterEnd = m_dayIsClosed;
    leave(*known);
    waitAgain(*known);
}

void Ledger::on(const LatePaperRecorded &late, const Event &)
{
    if (m_late.contains(late.ticket))
        contradict("one ticket", late.ticket.text() + QStringLiteral(" is late paper twice"));
    if (late.day >= m_today)
        contradict("late paper", late.number.text() + QStringLiteral(" is of today"));
    m_late.insert_or_assign(late.ticket, Late{late.number.text(), late.day});
}

void Ledger::on(const CataloguePublished &published, const Event &)
{
    m_catalogue = published.catalogue;
}

// Calls

/// A press that arrives twice calls once.
void Ledger::announce(const CounterId &counter, const TicketId &ticket, const Event &event)
{
    if (!m_callPresses.insert(event.cause).second)
        contradict("one press, one call", QStringLiteral("a press calls again, ") + ticket.text());
    m_calls.emplace(ticket, event.at);
    m_desks[counter].last.call.emplace(ticket, event.at);
    ++m_callsToday;
}

/// Whoever has waited longer in the same line is called first: in the same class always, in another
/// one as soon as the head start is used up.
void Ledger::checkTurn(const Entry &called, const TicketCalled &how)
{
    if (how.reason == CallReason::Picked)
        return;
    for (const auto &[key, queue] : m_waiting) {
        const bool isOpenToIt = key.onlyAt.isEmpty() || key.onlyAt == how.counter;
        if (queue.empty() || key.line != called.line || !isOpenToIt)
            continue;
        const Instant first = queue.begin()->first;
        const Minutes ahead = key.priority == called.priority ? Minutes(0) : headStartMax;
        if (first + ahead < called.placeAt)
            contradict(ahead == Minutes(0) ? "order by touch" : "nobody starves",
                QStringLiteral("%1 is called, and %2 of its line came before")
                    .arg(
                        called.numbers.last(), m_entries.at(queue.begin()->second).numbers.last()));
    }
}

/// A counter calls from its own lines, and from those that it helps when nobody waits in its own.
void Ledger::checkLine(const Entry &called, const TicketCalled &how)
{
    if (how.reason == CallReason::Picked || how.reason == CallReason::Orphaned)
        return;
    const bool helps = how.reason == CallReason::Helped;
    const std::vector<LineId> own = m_catalogue->linesOf(how.counter);
    const auto lines = helps ? m_catalogue->linesHelpedBy(how.counter) : own;
    if (std::ranges::find(lines, called.line) == lines.end())
        contradict("a counter's lines",
            QStringLiteral("counter %1 calls %2 from line %3")
                .arg(how.counter.value(), called.numbers.last(), called.line.value()));
    for (const auto &[key, queue] : m_waiting) {
        const bool isOpenToIt = key.onlyAt.isEmpty() || key.onlyAt == how.counter;
        if (helps && isOpenToIt && !queue.empty() && std::ranges::find(own, key.line) != own.end())
            contradict("helps only when free",
                QStringLiteral("counter %1 calls %2, and %3 waits in its own line")
                    .arg(how.counter.value(), called.numbers.last(),
                        m_entries.at(queue.begin()->second).numbers.last()));
    }
}

void Ledger::on(const TicketCalled &called, const Event &event)
{
    remember(called.counter, called.ticket, event);
    const Desk &desk = m_desks[called.counter];
    const Entry *before = find(called.ticket);
    if (before && before->state == TicketState::Parked && event.at < before->parkedUntil
        && called.reason != CallReason::Picked)
        contradict("aside for its time",
            before->numbers.last() + QStringLiteral(" is called before its time aside is over"));
    Entry *known = move(called.ticket, "call", event, {TicketState::Waiting, TicketState::Parked});
    if (!known)
        return;
    if (!desk.current.isEmpty() || desk.isPaused || desk.openedBy == Actor())
        contradict("one at a desk",
            QStringLiteral("counter %1 calls %2 and isn't free")
                .arg(called.counter.value(), known->numbers.last()));
    checkTurn(*known, called);
    checkLine(*known, called);
    known->state = TicketState::Called;
    known->parkedUntil = {};
    known->counter = called.counter;
    stand(*known);
    announce(called.counter, called.ticket, event);
}

void Ledger::on(const TicketRecalled &recalled, const Event &event)
{
    remember(recalled.counter, recalled.ticket, event);
    if (Entry *known = move(recalled.ticket, "call again", event, {TicketState::Called}))
        stand(*known);
    announce(recalled.counter, recalled.ticket, event);
}

// At the desk

/// The ticket at a counter; it must be the one that is there.
Ledger::Entry *Ledger::entryAt(const CounterId &counter, const TicketId &ticket, const char *what)
{
    Entry *known = entry(ticket, what);
    if (known && (m_desks[counter].current != ticket || known->counter != counter))
        contradict("one place",
            QStringLiteral("%1 of %2, which isn't at counter %3")
                .arg(QString::fromLatin1(what), known->numbers.last(), counter.value()));
    return known;
}

void Ledger::on(const ServingStarted &started, const Event &event)
{
    if (const Entry *known = entry(started.ticket, "start"))
        remember(known->counter, started.ticket, event);
    if (Entry *known = move(started.ticket, "start", event, {TicketState::Called})) {
        known->state = TicketState::Serving;
        stand(*known);
    }
}

void Ledger::on(const TicketServed &served, const Event &event)
{
    if (const Entry *known = entry(served.ticket, "end"))
        remember(known->counter, served.ticket, event);
    if (Entry *known = move(served.ticket, "end", event, {TicketState::Serving}))
        known->state = TicketState::Served;
}

void Ledger::on(const TicketContinued &continued, const Event &event)
{
    Entry *known = move(continued.ticket, "going on", event, {TicketState::Served});
    if (!known)
        return;
    if (std::erase(known->further, continued.service) != 1)
        contradict("services of a visit",
            known->numbers.last() + QStringLiteral(" goes on to a service that nobody wanted"));
    known->steppedBack.reset();
    known->line = continued.line;
    known->placeAt = known->touchedAt;
    known->onlyAt = {};
    waitAgain(*known);
}

void Ledger::on(const TicketMissed &missed, const Event &event)
{
    if (const Entry *known = entry(missed.ticket, "no-show"))
        remember(known->counter, missed.ticket, event);
    if (Entry *known
        = move(missed.ticket, "no-show", event, {TicketState::Called, TicketState::Serving}))
        known->state = TicketState::NoShow;
}

void Ledger::on(const TicketParked &parked, const Event &event)
{
    remember(parked.counter, parked.ticket, event);
    (void)entryAt(parked.counter, parked.ticket, "parking");
    if (Entry *known
        = move(parked.ticket, "parking", event, {TicketState::Called, TicketState::Serving})) {
        known->state = TicketState::Parked;
        known->parkedUntil = parked.until;
    }
}

void Ledger::on(const TicketReturned &returned, const Event &event)
{
    remember(returned.counter, returned.ticket, event);
    if (Entry *known
        = move(returned.ticket, "coming back", event, {TicketState::NoShow, TicketState::Parked}))
        waitAgain(*known);
}

void Ledger::on(const TicketTransferred &transferred, const Event &event)
{
    remember(transferred.counter, transferred.ticket, event);
    (void)entryAt(transferred.counter, transferred.ticket, "transfer");
    Entry *known
        = move(transferred.ticket, "transfer", event, {TicketState::Called, TicketState::Serving});
    if (!known)
        return;
    if (transferred.placeAt != known->placeAt && transferred.placeAt != event.at)
        contradict("order by touch",
            known->numbers.last() + QStringLiteral(" gets a place by transfer that isn't its own"));
    std::erase(known->further, transferred.service);
    known->steppedBack.reset();
    known->line = transferred.line;
    known->placeAt = transferred.placeAt;
    known->onlyAt = transferred.toCounter;
    waitAgain(*known);
}

void Ledger::on(const ServiceAdded &added, const Event &event)
{
    remember(added.counter, added.ticket, event);
    if (Entry *known = entryAt(added.counter, added.ticket, "one service more")) {
        known->changedBy = event.cause;
        known->further.push_back(added.service);
    }
}

void Ledger::on(const ServiceRemoved &removed, const Event &event)
{
    remember(removed.counter, removed.ticket, event);
    if (Entry *known = entryAt(removed.counter, removed.ticket, "one service less")) {
        known->changedBy = event.cause;
        std::erase(known->further, removed.service);
    }
}

// Out of the queue

void Ledger::on(const TicketExpired &expired, const Event &event)
{
    if (Entry *known
        = move(expired.ticket, "day's end", event, {TicketState::Waiting, TicketState::Parked})) {
        known->state = TicketState::Expired;
        known->parkedUntil = {};
    }
}

void Ledger::on(const TicketCancelled &cancelled, const Event &event)
{
    const Entry *entry = find(cancelled.ticket);
    const TicketState before = entry ? entry->state : TicketState::Waiting;
    if (Entry *known = move(
            cancelled.ticket, "cancelling", event, {TicketState::Waiting, TicketState::Parked})) {
        if (event.by == Actor())
            known->left = Taken{event.at, before, known->placeAt, known->parkedUntil};
        known->state = TicketState::Cancelled;
        known->parkedUntil = {};
    }
    m_cancelled.emplace(cancelled.ticket, event.cause);
}

// Phones

/// Whoever would like two numbers of one line would have to bring two phones.
void Ledger::checkOnePlace(const Entry &entry)
{
    if (entry.phone.isEmpty())
        return;
    for (const auto &[id, other] : m_entries) {
        const bool isIn = isInLine(other.state) || other.state == TicketState::Called;
        if (other.day == m_today && other.phone == entry.phone && other.line == entry.line && isIn
            && id != entry.ticket)
            contradict("one phone, one place",
                QStringLiteral("%1 gets %2 and has %3 in the same line")
                    .arg(entry.phone, entry.numbers.last(), other.numbers.last()));
    }
}

/// Leaving is taken back within a minute, and the ticket stands where it stood.
void Ledger::on(const TicketRejoined &rejoined, const Event &event)
{
    Entry *known = move(rejoined.ticket, "rejoining", event, {TicketState::Cancelled});
    if (!known)
        return;
    if (!known->left || event.at - known->left->at > 60s)
        contradict("taken back in time",
            known->numbers.last() + QStringLiteral(" rejoins and didn't just leave alone"));
    const Taken before = std::exchange(known->left, {}).value_or(Taken());
    checkOnePlace(*known);
    m_cancelled.erase(rejoined.ticket);
    known->state = before.state;
    known->parkedUntil = before.parkedUntil;
    stand(*known);
}

/// How many of its line wait at a turn between that of the places `from` and `to`, the ends left
/// out; negative: `to` is before `from`.
int Ledger::overtakenBetween(const Entry &entry, Instant from, Instant to) const
{
    const auto headStart = [this](const ClassId &id) {
        const PriorityClass *known = m_catalogue->priorityClass(id);
        return known ? known->headStart : Minutes(0);
    };
    const Instant first = from - headStart(entry.priority);
    const Instant last = to - headStart(entry.priority);
    if (last <= first)
        return -1;
    int others = 0;
    for (const auto &[key, queue] : m_waiting) {
        if (key.line != entry.line)
            continue;
        const Minutes ahead = headStart(key.priority);
        others += int(std::ranges::count_if(queue, [&](const auto &place) {
            const Instant turn = place.first - ahead;
            return place.second != entry.ticket && first < turn && turn < last;
        }));
    }
    return others;
}

/// Ten others at most go first, five times at most, and at least one that would have come later.
void Ledger::on(const TicketSteppedBack &back, const Event &event)
{
    Entry *known = move(back.ticket, "stepping back", event, {TicketState::Waiting});
    if (!known)
        return;
    const int others = overtakenBetween(*known, known->placeAt, back.placeAt);
    if (others < 0 || others > 10 || ++known->timesBack > 5)
        contradict("who lets others go first",
            QStringLiteral("%1 gets a place %2 others later, the %3th time")
                .arg(known->numbers.last())
                .arg(others)
                .arg(known->timesBack));
    known->steppedBack = Taken{event.at, known->state, known->placeAt};
    known->placeAt = back.placeAt;
    stand(*known);
}

void Ledger::on(const PlaceTakenBack &taken, const Event &event)
{
    Entry *known = move(taken.ticket, "taking a place back", event, {TicketState::Waiting});
    if (!known)
        return;
    if (!known->steppedBack || event.at - known->steppedBack->at > 60s)
        contradict("taken back in time",
            known->numbers.last() + QStringLiteral(" takes a place back that it didn't just give"));
    else
        known->placeAt = std::exchange(known->steppedBack, {})->placeAt;
    stand(*known);
}

// Held against the state

QStringList Ledger::differencesFrom(const State &state) const
{
    QStringList found;
    size_t today = 0;
    for (const auto &[id, entry] : m_entries) {
        if (entry.day != m_today)
            continue;
        ++today;
        const Ticket *ticket = state.ticket(id);
        if (!ticket) {
            found << entry.numbers.last() + QStringLiteral(" is lost");
            continue;
        }
        if (ticket->number.text() != entry.numbers.last())
            found << QStringLiteral("%1 is shown as %2")
                         .arg(entry.numbers.last(), ticket->number.text());
        const bool isElsewhere = isAtDesk(entry.state) && ticket->counter != entry.counter;
        const bool standsElsewhere = isInLine(entry.state)
            && (ticket->placeAt != entry.placeAt || ticket->onlyAt != entry.onlyAt
                || ticket->parkedUntil != entry.parkedUntil);
        if (ticket->state != entry.state || ticket->line != entry.line
            || ticket->further != entry.further || isElsewhere || standsElsewhere)
            found << QStringLiteral("%1 is %2 in %3 at \"%4\", shown as %5 in %6 at \"%7\"")
                         .arg(entry.numbers.last(), ticketStateName(entry.state),
                             entry.line.value(), entry.counter.value(),
                             ticketStateName(ticket->state), ticket->line.value(),
                             ticket->counter.value());
    }
    if (today != state.tickets.size())
        found
            << QStringLiteral("%1 tickets of today, %2 shown").arg(today).arg(state.tickets.size());
    for (const auto &[id, desk] : state.desks) {
        const auto known = m_desks.find(id);
        const TicketId current = known == m_desks.end() ? TicketId() : known->second.current;
        const bool isPaused = known != m_desks.end() && known->second.isPaused;
        if (desk.current != current || desk.pause.has_value() != isPaused)
            found << QStringLiteral("counter %1 is shown otherwise").arg(id.value());
    }
    if (state.calls.size() != m_callsToday)
        found << QStringLiteral("%1 calls, %2 shown").arg(m_callsToday).arg(state.calls.size());
    return found;
}

} // namespace antre::sim

// SPDX-License-Identifier: Apache-2.0
#include "checks.h"

#include "domain/evolve.h"
#include "ledger.h"
#include "support/invariants.h"
#include "wire/events.h"
#include "world.h"

namespace antre::sim {

using namespace std::chrono_literals;

namespace {

/// In which of its parts one state differs from the other.
QString difference(const State &a, const State &b)
{
    QStringList parts;
    const auto compare = [&](const char *part, bool equal) {
        if (!equal)
            parts << QString::fromLatin1(part);
    };
    compare("catalogue", CataloguePublished{a.catalogue} == CataloguePublished{b.catalogue});
    compare("terminals", a.terminals == b.terminals);
    compare("officers", a.officers == b.officers);
    compare("late paper", a.latePaper == b.latePaper);
    compare("day", a.day == b.day);
    compare("tickets", a.tickets == b.tickets);
    compare("secrets", a.secrets == b.secrets);
    compare("phones", a.held == b.held);
    compare("numbers", a.numbers == b.numbers);
    compare("lines", a.lines == b.lines);
    compare("desks", a.desks == b.desks);
    compare("taken", a.taken == b.taken);
    compare("calls", a.calls == b.calls);
    compare("answered", a.answered == b.answered);
    return parts.join(QStringLiteral(", "));
}

class Checks
{
public:
    explicit Checks(World &world)
        : m_world(world)
        , m_truth(world.truth)
    {
    }

    QStringList run()
    {
        for (const QString &complaint : m_truth.complaints)
            m_found << complaint;
        if (!readJournal())
            return m_found;
        m_ledger.settle();
        m_found << m_ledger.contradictions();
        stateIsItsJournal();
        copiesAreEqual();
        slipsAreTickets();
        ticketsAreTouches();
        paperIsUnique();
        promisesHold();
        touchTimesAreTrue();
        nobodyCancelled();
        slipsAreKnown();
        callsAreHeard();
        pressesAreKept();
        allIsQuiet();
        return m_found;
    }

private:
    void violated(const char *check, const QString &what)
    {
        m_found << QString::fromLatin1(check) + QStringLiteral(": ") + what;
    }

    bool readJournal()
    {
        Position at = 0;
        for (const JournalRecord &record : m_world.service.disk.records()) {
            auto placed = fromRecord({++at, record});
            if (!placed) {
                violated("journal readable",
                    QStringLiteral("record %1: %2").arg(at).arg(placed.error().detail));
                return false;
            }
            m_ledger.note(*placed);
            m_events.push_back(std::move(*placed));
        }
        return true;
    }

    [[nodiscard]] State fold(const std::optional<TerminalId> &as) const
    {
        State state;
        for (const PlacedEvent &placed : m_events)
            state = evolve(std::move(state), as ? redactedFor(placed.event, *as) : placed.event);
        return state;
    }

    void stateIsItsJournal()
    {
        QueueService *service = m_world.service.service();
        if (!service)
            return violated("service up", QStringLiteral("the service doesn't come back"));
        if (service->position() != Position(m_events.size()))
            violated("state is its journal",
                QStringLiteral("the service is at %1, its journal at %2")
                    .arg(service->position())
                    .arg(m_events.size()));
        else if (const State anew = fold(std::nullopt); !(anew == service->state()))
            violated("state is its journal",
                QStringLiteral("folding the journal anew gives other: ")
                    + difference(anew, service->state()));
        for (const QString &breach : violations(service->state()))
            violated("a sound state", breach);
        for (const QString &difference : m_ledger.differencesFrom(service->state()))
            violated("the state is what happened", difference);
    }

    void copiesAreEqual()
    {
        const State common = fold(TerminalId(QStringLiteral("nobody")));
        for (size_t i = 0; i < m_world.terminals(); ++i) {
            TerminalHost &host = m_world.terminal(i);
            if (!host.isUp() || host.machine().link() != LinkStatus::Up) {
                violated("terminal up", host.name() + QStringLiteral(" doesn't come back"));
                continue;
            }
            const Mirror &mirror = host.machine().mirror();
            // Kiosks and consoles know the secrets of the tickets that they issued themselves.
            const bool issues = host.settings().kind != TerminalKind::Display;
            const State expected = issues ? fold(host.settings().id) : common;
            if (mirror.position() != Position(m_events.size()))
                violated("all copies equal",
                    QStringLiteral("%1 is at %2, the journal at %3")
                        .arg(host.name())
                        .arg(mirror.position())
                        .arg(m_events.size()));
            else if (!(mirror.state() == expected))
                violated("all copies equal",
                    QStringLiteral("%1 shows other than the service: %2")
                        .arg(host.name(), difference(expected, mirror.state())));
        }
    }

    /// A disk that lied lost what was acknowledged: no code can keep all promises then.
    [[nodiscard]] bool serviceLost() const { return m_truth.recordsLost > 0; }
    [[nodiscard]] bool kiosksLost() const { return m_truth.kioskRecordsLost > 0; }

    /// The kiosk knows that this paper and the service don't agree.
    [[nodiscard]] bool isDisputed(size_t kiosk, const TicketId &ticket) const
    {
        const TerminalHost &host = m_world.terminal(kiosk);
        const KioskTicket *known = host.isUp() ? host.machine().tickets().find(ticket) : nullptr;
        return known && !known->isSettled();
    }

    [[nodiscard]] QString whyNoTicket(
        const TicketId &ticket, const QString &number, std::optional<BusinessDay> day) const
    {
        if (const Ledger::Late *late = m_ledger.late(ticket)) {
            if (late->number != number || (day && late->day != *day))
                return QStringLiteral("is late paper %1 of %2").arg(late->number, late->day.text());
            return {};
        }
        const Ledger::Entry *entry = m_ledger.find(ticket);
        if (!entry)
            return QStringLiteral("is no ticket");
        if (entry->numbers.last() != number)
            return QStringLiteral("is ticket ") + entry->numbers.last();
        const QueueService *service = m_world.service.service();
        const Ticket *shown = service ? service->state().ticket(ticket) : nullptr;
        if (entry->day == m_ledger.today() && (!shown || shown->number.text() != number))
            return QStringLiteral("is called ") + (shown ? shown->number.text() : QString());
        // A kiosk that could not know the time prints the day that it believes in; the queue must
        // still have the ticket in the day when it was wanted.
        const auto known = m_truth.touches.find(ticket);
        const Touch touch = known == m_truth.touches.end() ? Touch() : known->second;
        const QTimeZone &zone = m_world.plan.zone();
        const bool believes = !touch.clockKnown && entry->day == localTime(touch.at, zone).day;
        // And a wish on its way at midnight belongs to the day in which it arrived.
        const bool atMidnight = entry->day == localTime(touch.at + 60s, zone).day;
        if (day && entry->day != *day && !believes && !atMidnight)
            return QStringLiteral("is a ticket of ") + entry->day.text();
        return {};
    }

    void slipsAreTickets()
    {
        for (const Slip &slip : m_truth.slips) {
            const QString why = whyNoTicket(slip.ticket, slip.number, slip.day);
            // A kiosk holds its paper against the service's day only: what a lying disk lost just
            // before midnight, and nobody compared until after, is history on both sides.
            const bool excused = kiosksLost()
                || (serviceLost()
                    && (slip.day < m_ledger.today() || isDisputed(slip.kiosk, slip.ticket)));
            if (!why.isEmpty() && !excused)
                violated("every slip is a ticket",
                    QStringLiteral("%1 of %2, %3, %4")
                        .arg(slip.number, slip.day.text(), slip.ticket.text(), why));
        }
        for (const auto &[id, touch] : m_truth.touches) {
            if (touch.seen.isEmpty() || serviceLost() || kiosksLost())
                continue;
            const QString why = whyNoTicket(id, touch.seen, std::nullopt);
            if (!why.isEmpty())
                violated("every number shown is a ticket",
                    QStringLiteral("%1, %2, %3").arg(touch.seen, id.text(), why));
        }
    }

    /// Nobody waits in the queue who isn't in the lobby.
    void ticketsAreTouches()
    {
        for (const auto &[id, entry] : m_ledger.all()) {
            if (!m_truth.touches.contains(id))
                violated("every ticket is a touch",
                    entry.numbers.last() + QStringLiteral(" was wanted by nobody"));
        }
    }

    void paperIsUnique()
    {
        std::map<TicketId, QString> numberOf;
        std::map<std::pair<BusinessDay, QString>, TicketId> holders;
        std::set<TicketId> firsts;
        if (serviceLost() || kiosksLost())
            return;
        for (const Slip &slip : m_truth.slips) {
            const auto [known, isNew] = numberOf.emplace(slip.ticket, slip.number);
            if (known->second != slip.number)
                violated("one number on paper",
                    QStringLiteral("%1 and %2 for one touch").arg(known->second, slip.number));
            if (!slip.isCopy && !slip.isOfficers && !firsts.insert(slip.ticket).second)
                violated("one slip that is no copy",
                    slip.number + QStringLiteral(" came out twice without saying so"));
            const auto [holder, first]
                = holders.emplace(std::pair(slip.day, slip.number), slip.ticket);
            if (holder->second != slip.ticket)
                violated("paper unique in a day",
                    QStringLiteral("two slips say %1 of %2").arg(slip.number, slip.day.text()));
        }
    }

    void promisesHold()
    {
        if (serviceLost())
            return;
        for (const Promise &promise : m_truth.promises) {
            const Ledger::Entry *entry = m_ledger.find(promise.ticket);
            if (promise.position > Position(m_events.size()) || !entry
                || !entry->numbers.contains(promise.number))
                violated("no acknowledged event lost",
                    QStringLiteral("%1 was told %2, and the journal doesn't know it")
                        .arg(promise.who, promise.number));
        }
    }

    void touchTimesAreTrue()
    {
        if (!m_world.plan.serviceClockTrue)
            return;
        const Milliseconds tolerance
            = m_world.plan.silenceMax / 2 + m_world.plan.delayMax + Milliseconds(5000);
        for (const auto &[id, touch] : m_truth.touches) {
            const Ledger::Entry *entry = m_ledger.find(id);
            if (!entry)
                continue;
            if (entry->touchedAt > entry->noted)
                violated("touch time",
                    entry->numbers.last()
                        + QStringLiteral(" touched after the service knew of it"));
            if (entry->touchedAt < touch.lastContact - tolerance)
                violated("touch time",
                    QStringLiteral("%1 got a place %2 s before its kiosk's last contact")
                        .arg(entry->numbers.last())
                        .arg((touch.lastContact - entry->touchedAt) / 1s));
            const Milliseconds wrong = entry->touchedAt - touch.at;
            if (touch.clockKnown && std::chrono::abs(wrong) > tolerance)
                violated("touch time",
                    QStringLiteral("%1's touch is %2 s off, though the clock was known")
                        .arg(entry->numbers.last())
                        .arg(wrong / 1s));
        }
    }

    void nobodyCancelled()
    {
        std::set<TicketId> inHands;
        for (const Slip &slip : m_truth.slips)
            inHands.insert(slip.ticket);
        for (const auto &[ticket, cause] : m_ledger.cancelled()) {
            if (inHands.contains(ticket) && !m_truth.cancelWishes.contains(cause))
                violated("nothing cancels paper",
                    m_ledger.find(ticket)->numbers.last()
                        + QStringLiteral(" is in a hand and was cancelled by nobody"));
        }
    }

    void slipsAreKnown()
    {
        const QueueService *service = m_world.service.service();
        if (!service || kiosksLost())
            return;
        for (const Slip &slip : m_truth.slips) {
            const Ticket *ticket = service->state().ticket(slip.ticket);
            if (ticket && ticket->slip == SlipState::Failed)
                violated("slips in hands are known",
                    slip.number + QStringLiteral(" is in a hand and is said to have failed"));
        }
    }

    void callsAreHeard()
    {
        std::map<std::pair<size_t, std::pair<TicketId, Instant>>, int> times;
        for (const Heard &heard : m_truth.heard) {
            const std::pair call(heard.call.ticket, heard.call.at);
            if (++times[{heard.display, call}] == 2)
                violated("heard once",
                    QStringLiteral("%1 said the call of %2 twice")
                        .arg(m_world.terminal(heard.display).name(), heard.call.ticket.text()));
            if (!m_ledger.calls().contains(call) && !serviceLost())
                violated("heard once",
                    QStringLiteral("%1 said a call that nobody made")
                        .arg(m_world.terminal(heard.display).name()));
        }
        for (size_t i = 0; i < m_truth.calls.size(); ++i)
            callIsHeard(i, times);
    }

    /// Whoever watched when the call was made must have said it, unless something came in between
    /// that the rules allow to.
    template <typename Times> void callIsHeard(size_t index, const Times &times)
    {
        const CallMade &made = m_truth.calls[index];
        int near = 0;
        for (const CallMade &other : m_truth.calls) {
            const auto apart = std::chrono::abs(other.at - made.at);
            near += apart < 150s ? 1 : 0;
            if (&other != &made && other.call.ticket == made.call.ticket && apart < 150s)
                return;
        }
        if (m_ledger.isUndone({made.call.ticket, made.call.at}))
            return; // nobody was meant
        // More than the loudspeaker can say in time: the oldest are left out.
        if (near > 8 || !m_world.plan.serviceClockTrue)
            return;
        for (const auto &[display, life] : made.watching) {
            if (m_world.watchedOn(display, life, made.at)
                && !times.contains({display, {made.call.ticket, made.call.at}}))
                violated("heard at all",
                    QStringLiteral("%1 watched and didn't say the call of %2")
                        .arg(m_world.terminal(display).name(), made.call.ticket.text()));
        }
    }

    void pressesAreKept()
    {
        if (serviceLost())
            return;
        for (const KeptPress &press : m_truth.presses) {
            if (press.promised && !press.answered && !m_ledger.causedSomething(press.id))
                violated("a kept press is applied",
                    QStringLiteral("%1: \"%2 %3\" was neither applied nor answered")
                        .arg(m_world.timeOfDay(press.at), press.what, press.ticket.text()));
        }
    }

    void allIsQuiet()
    {
        for (const auto &[id, entry] : m_ledger.all()) {
            if (entry.day != m_ledger.today())
                continue;
            if (entry.state == TicketState::Waiting)
                violated("every wait ends",
                    entry.numbers.last() + QStringLiteral(" still waits, uncalled"));
            if (entry.state == TicketState::Parked)
                violated("who is set aside comes back",
                    entry.numbers.last() + QStringLiteral(" is still aside, uncalled"));
            if (entry.state == TicketState::Served && !entry.further.empty())
                violated("services of a visit",
                    entry.numbers.last() + QStringLiteral(" is served and wanted more"));
        }
        for (size_t i = 0; i < m_world.terminals(); ++i) {
            const TerminalHost &host = m_world.terminal(i);
            if (!host.isUp())
                continue;
            if (host.machine().unanswered() > 0)
                violated("every wish answered",
                    host.name() + QStringLiteral(" still waits for an answer"));
            for (const auto &[id, ticket] : host.machine().tickets().all()) {
                if (!ticket.isSettled() && !serviceLost() && !kiosksLost())
                    violated("every report settled",
                        QStringLiteral("%1 has not settled %2, %3")
                            .arg(host.name(), ticket.number ? ticket.number->text() : QString(),
                                id.text()));
            }
        }
    }

    World &m_world;
    const Truth &m_truth;
    Ledger m_ledger;
    std::vector<PlacedEvent> m_events;
    QStringList m_found;
};

} // namespace

QStringList violationsIn(World &world) { return Checks(world).run(); }

} // namespace antre::sim

// SPDX-License-Identifier: Apache-2.0
#include "support/invariants.h"

#include <set>

namespace antre {

namespace {

/// Looks at one state from all sides.
class Inspection
{
public:
    explicit Inspection(const State &state)
        : m_state(state)
    {
    }

    std::vector<QString> run()
    {
        for (const auto &[id, ticket] : m_state.tickets)
            inspect(id, ticket);
        inspectNumbers();
        inspectDesks();
        inspectLines();
        inspectCalls();
        inspectTaken();
        inspectReservations();
        for (const auto &[command, about] : m_state.answered) {
            if (!about.isEmpty() && !m_state.ticket(about))
                breach(QStringLiteral("command %1 was answered with ticket %2, which isn't there")
                           .arg(command.text(), about.text()));
        }
        return std::move(m_breaches);
    }

private:
    void breach(const QString &sentence) { m_breaches.push_back(sentence); }

    void inspect(const TicketId &id, const Ticket &ticket)
    {
        const QString name = ticket.number.text();
        if (ticket.id != id)
            breach(QStringLiteral("%1 is kept under another ticket's id").arg(name));
        if (m_state.latePaper.contains(id))
            breach(QStringLiteral("%1 has a place today and is late paper too").arg(name));
        if (!ticket.secret.isEmpty() && m_state.secrets.value(ticket.secret) != id)
            breach(QStringLiteral("%1 can't be followed by its secret").arg(name));
        claim(ticket.number, id);
        for (const TicketNumber &number : ticket.voided)
            claim(number, id);
        for (const DoneService &done : ticket.done)
            ++m_taken[done.service];
        if (ticket.state != TicketState::Cancelled) {
            for (const ServiceId &service : ticket.further)
                ++m_taken[service];
        }
        if (ticket.state != TicketState::Served && ticket.state != TicketState::Cancelled)
            ++m_taken[ticket.service];
        inspectTimes(ticket);
        inspectHolder(id, ticket);
        m_waiting += ticket.state == TicketState::Waiting ? 1 : 0;
        m_parked += ticket.state == TicketState::Parked ? 1 : 0;
        const bool isAtDesk
            = ticket.state == TicketState::Called || ticket.state == TicketState::Serving;
        if (isAtDesk && m_state.desk(ticket.counter).current != id)
            breach(QStringLiteral("%1 is %2 at counter %3, which knows nothing of it")
                       .arg(name, ticketStateName(ticket.state), ticket.counter.value()));
    }

    void inspectHolder(const TicketId &id, const Ticket &ticket)
    {
        const QString name = ticket.number.text();
        const auto held = m_state.held.value(ticket.holder);
        if (!ticket.holder.isEmpty() && std::ranges::count(held, id) != 1)
            breach(QStringLiteral("%1 isn't known to be its phone's").arg(name));
        if (ticket.left && ticket.state != TicketState::Cancelled)
            breach(QStringLiteral("%1 left the queue and is in it").arg(name));
    }

    void inspectTimes(const Ticket &ticket)
    {
        const bool wasCalled = ticket.calls > 0 && ticket.calledAt != Instant{};
        const bool isFresh = ticket.calls == 0 && ticket.calledAt == Instant{}
            && ticket.startedAt == Instant{} && ticket.endedAt == Instant{};
        bool fits = true;
        switch (ticket.state) {
        case TicketState::Waiting:
            fits = isFresh;
            break;
        case TicketState::Called:
            fits = wasCalled && ticket.startedAt == Instant{} && ticket.endedAt == Instant{};
            break;
        case TicketState::Serving:
            fits = wasCalled && ticket.startedAt != Instant{} && ticket.endedAt == Instant{};
            break;
        case TicketState::Served:
            fits = wasCalled && ticket.startedAt != Instant{} && ticket.endedAt != Instant{};
            break;
        case TicketState::NoShow:
            fits = wasCalled && ticket.endedAt != Instant{};
            break;
        case TicketState::Cancelled:
        case TicketState::Expired:
            fits = ticket.endedAt != Instant{};
            break;
        case TicketState::Parked:
            fits = isFresh && ticket.parkedUntil != Instant{};
            break;
        }
        if (ticket.state != TicketState::Parked)
            fits = fits && ticket.parkedUntil == Instant{} && ticket.parkReason.isEmpty();
        if (!fits)
            breach(QStringLiteral("%1 is %2, and its times tell another story")
                       .arg(ticket.number.text(), ticketStateName(ticket.state)));
    }

    /// A number belongs to one ticket for the whole day, also when it is void.
    void claim(const TicketNumber &number, const TicketId &id)
    {
        const QString name = number.text();
        const auto known = m_claims.constFind(name);
        if (known != m_claims.constEnd() && *known != id)
            breach(QStringLiteral("%1 was given twice").arg(name));
        m_claims.insert(name, id);
        if (m_state.numbers.value(name) != id)
            breach(QStringLiteral("%1 is not kept as taken by its ticket").arg(name));
        const auto line = m_state.lines.find(number.line);
        if (number.kioskMark.isEmpty()
            && (line == m_state.lines.end() || line->second.lastCount < number.count))
            breach(QStringLiteral("%1 would be given again").arg(name));
    }

    void inspectNumbers()
    {
        for (auto at = m_state.numbers.begin(); at != m_state.numbers.end(); ++at) {
            if (!m_claims.contains(at.key()))
                breach(QStringLiteral("%1 is kept as taken, and no ticket has it").arg(at.key()));
        }
    }

    void inspectTaken()
    {
        if (m_state.taken != m_taken)
            breach(QStringLiteral("the quotas count other services than the tickets have"));
    }

    void inspectReservations()
    {
        if (m_state.reservations.size() != size_t(m_state.reservationCodes.size()))
            breach(QStringLiteral("reservations and their codes don't fit"));
        for (const auto &[place, reservation] : m_state.reservations) {
            if (m_state.reservation(reservation.codeHash) != &reservation
                || !(reservation.place == place))
                breach(QStringLiteral("%1 isn't found by its code").arg(place.key()));
            if (place.day < m_state.day)
                breach(QStringLiteral("%1 is kept though its day is over").arg(place.key()));
            const bool isIn = reservation.state == ReservationState::CheckedIn;
            const Ticket *ticket = m_state.ticket(reservation.ticket);
            if (isIn ? !ticket || ticket->appointment == Instant{} : !reservation.ticket.isEmpty())
                breach(QStringLiteral("%1 and its ticket don't fit").arg(place.key()));
        }
    }

    void inspectDesks()
    {
        QHash<TicketId, CounterId> seated;
        std::set<TerminalId> consoles;
        for (const auto &[counter, desk] : m_state.desks) {
            if (desk.isOpen() && !desk.openedAt.isEmpty() && !consoles.insert(desk.openedAt).second)
                breach(QStringLiteral("%1 stands for two counters").arg(desk.openedAt.value()));
            if (desk.current.isEmpty())
                continue;
            const Ticket *ticket = m_state.ticket(desk.current);
            if (!ticket) {
                breach(QStringLiteral("counter %1 has a ticket that isn't there")
                           .arg(counter.value()));
                continue;
            }
            const QString name = ticket->number.text();
            if (seated.contains(ticket->id))
                breach(QStringLiteral("%1 is at counters %2 and %3")
                           .arg(name, seated.value(ticket->id).value(), counter.value()));
            seated.insert(ticket->id, counter);
            if (ticket->counter != counter)
                breach(QStringLiteral("counter %1 has %2, which was called to counter %3")
                           .arg(counter.value(), name, ticket->counter.value()));
            if (ticket->state != TicketState::Called && ticket->state != TicketState::Serving)
                breach(QStringLiteral("counter %1 has %2, which is %3")
                           .arg(counter.value(), name, ticketStateName(ticket->state)));
            if (!desk.isOpen())
                breach(
                    QStringLiteral("counter %1 is closed and has %2").arg(counter.value(), name));
        }
    }

    void inspectLines()
    {
        int queued = 0;
        int aside = 0;
        for (const auto &[id, line] : m_state.lines) {
            int waiting = 0;
            for (const auto &[queueId, queue] : line.queues) {
                waiting += int(queue.size());
                if (queue.empty())
                    breach(QStringLiteral("line %1 keeps a queue of nobody").arg(id.value()));
                for (const auto &[key, ticket] : queue)
                    inspectPlace(id, queueId, key, ticket);
            }
            aside += int(line.parked.size());
            for (const auto &[key, ticket] : line.parked)
                inspectParked(id, key, ticket);
            if (line.waiting != waiting)
                breach(QStringLiteral("line %1 counts %2 waiting and holds %3")
                           .arg(id.value())
                           .arg(line.waiting)
                           .arg(waiting));
            queued += waiting;
        }
        // Each place holds a waiting ticket and no ticket has two, so equal counts mean: all.
        if (queued != m_waiting)
            breach(QStringLiteral("%1 tickets wait, the lines hold %2").arg(m_waiting).arg(queued));
        if (aside != m_parked)
            breach(QStringLiteral("%1 tickets are parked, the lines hold %2")
                       .arg(m_parked)
                       .arg(aside));
    }

    void inspectParked(const LineId &line, const WaitKey &key, const TicketId &id)
    {
        const Ticket *ticket = m_state.ticket(id);
        if (!ticket || ticket->state != TicketState::Parked || ticket->line != line
            || ticket->parkedUntil != key.placeAt || ticket->order != key.order)
            breach(QStringLiteral("line %1 holds aside a ticket that isn't").arg(line.value()));
    }

    void inspectPlace(
        const LineId &line, const QueueId &queue, const WaitKey &key, const TicketId &id)
    {
        const Ticket *ticket = m_state.ticket(id);
        if (!ticket) {
            breach(QStringLiteral("line %1 holds a ticket that isn't there").arg(line.value()));
            return;
        }
        const QString name = ticket->number.text();
        if (m_places.contains(id))
            breach(QStringLiteral("%1 stands in line twice").arg(name));
        m_places.insert(id, key.order);
        if (ticket->state != TicketState::Waiting)
            breach(QStringLiteral("%1 stands in line and is %2")
                       .arg(name, ticketStateName(ticket->state)));
        if (ticket->line != line || ticket->priority != queue.priority
            || ticket->onlyAt != queue.onlyAt)
            breach(QStringLiteral("%1 stands in the wrong line").arg(name));
        if (ticket->placeAt != key.placeAt || ticket->order != key.order)
            breach(QStringLiteral("%1 does not stand where its place is").arg(name));
        if (key.order >= m_state.nextOrder)
            breach(QStringLiteral("%1 stands on a place that is still to be given").arg(name));
    }

    void inspectCalls()
    {
        for (const Call &call : m_state.calls) {
            const Ticket *ticket = m_state.ticket(call.ticket);
            if (!ticket || m_claims.value(call.number.text()) != call.ticket)
                breach(QStringLiteral("%1 was called and belongs to no such ticket")
                           .arg(call.number.text()));
        }
    }

    const State &m_state;
    std::vector<QString> m_breaches;
    QHash<QString, TicketId> m_claims;
    QHash<ServiceId, int> m_taken;
    QHash<TicketId, quint64> m_places;
    int m_waiting = 0;
    int m_parked = 0;
};

} // namespace

std::vector<QString> violations(const State &state) { return Inspection(state).run(); }

} // namespace antre

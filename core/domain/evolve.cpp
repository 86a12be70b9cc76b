// SPDX-License-Identifier: Apache-2.0
#include "domain/evolve.h"

#include <algorithm>
#include <utility>

namespace antre {

namespace {

bool isOnPaper(SlipState slip) { return slip == SlipState::Printed || slip == SlipState::Sent; }

/// What a report makes of what was known. A slip more, however it ended, takes none away.
SlipState afterReport(const Ticket &ticket, const SlipReported &report)
{
    if (!ticket.officerPrints)
        return report.slip; // there is only the one that its kiosk tells of
    const SlipState known = ticket.slip;
    const bool isOneMore = !report.request.isEmpty();
    if (isOnPaper(known) && !isOnPaper(report.slip))
        return isOneMore || report.slip == SlipState::Failed ? known : report.slip;
    return isOneMore && known == SlipState::Unknown && report.slip == SlipState::Failed
        ? known
        : report.slip;
}

/// Changes one state in place; evolve() hands the result on.
class Fold
{
public:
    Fold(State &state, const Event &event)
        : m_state(state)
        , m_event(event)
    {
    }

    void operator()(const DayStarted &) const
    {
        m_state.day = m_event.day;
        m_state.tickets.clear();
        m_state.secrets.clear();
        m_state.held.clear();
        m_state.numbers.clear();
        m_state.lines.clear();
        m_state.desks.clear();
        m_state.taken.clear();
        m_state.calls.clear();
        m_state.answered.clear();
        m_state.nextOrder = 1;
        m_state.dayIsClosed = false;
        std::erase_if(m_state.closures,
            [this](const auto &closure) { return closure.second.until <= m_event.at; });
    }

    void operator()(const CataloguePublished &published) const
    {
        m_state.catalogue = published.catalogue;
    }

    void operator()(const TerminalEnrolled &enrolled) const
    {
        m_state.terminals.insert(enrolled.terminal.id, enrolled.terminal);
    }

    void operator()(const TerminalRevoked &revoked) const
    {
        m_state.terminals.remove(revoked.terminal);
    }

    void operator()(const OfficerRegistered &registered) const
    {
        m_state.officers.insert(registered.officer.id, registered.officer);
    }

    void operator()(const CounterOpened &opened) const
    {
        Desk &desk = m_state.desks[opened.counter];
        if (!desk.isOpen())
            desk.pause.reset();
        desk.officer = opened.officer;
        desk.openedAt = m_event.by.terminal;
        desk.last = {};
    }

    void operator()(const CounterClosed &closed) const
    {
        Desk &desk = m_state.desks[closed.counter];
        desk.officer = {};
        desk.openedAt = {};
        desk.pause.reset();
        desk.last = {};
    }

    void operator()(const CounterPaused &paused) const
    {
        remember(paused.counter, TicketId());
        m_state.desks[paused.counter].pause = Pause{paused.reason, m_event.at, paused.until};
    }

    void operator()(const CounterResumed &resumed) const
    {
        remember(resumed.counter, TicketId());
        m_state.desks[resumed.counter].pause.reset();
    }

    void operator()(const TicketIssued &issued) const
    {
        Ticket ticket;
        ticket.id = issued.ticket;
        ticket.number = issued.number;
        ticket.line = issued.number.line;
        ticket.service = issued.service;
        ticket.priority = issued.priority;
        ticket.language = issued.language;
        ticket.secret = issued.secret;
        ticket.issuedAt = issued.issuedAt;
        ticket.touchedAt = ticket.placeAt = issued.touchedAt;
        ticket.further = issued.further;
        ticket.holder = issued.holder;
        ticket.order = m_state.nextOrder++;
        ticket.changedBy = m_event.cause;
        // A kiosk prints what it issues; what an officer issues is printed where SlipRequested
        // says.
        const bool prints = !issued.issuedAt.isEmpty() && m_event.by.officer.isEmpty();
        ticket.slip = prints ? SlipState::Pending : SlipState::None;
        count(ticket, 1);
        if (!issued.secret.isEmpty())
            m_state.secrets.insert(issued.secret, issued.ticket);
        if (!issued.holder.isEmpty())
            m_state.held[issued.holder].push_back(issued.ticket);
        takeNumber(issued.number, issued.ticket);
        const auto [place, isNew] = m_state.tickets.insert_or_assign(issued.ticket, ticket);
        takePlace(place->second);
        about(issued.ticket);
    }

    void operator()(const PaperAdopted &adopted) const
    {
        if (find(adopted.ticket))
            takeNumber(adopted.number, adopted.ticket);
        change(adopted.ticket, [&](Ticket &ticket) {
            ticket.voided.push_back(ticket.number);
            ticket.number = adopted.number;
            // A cancelled ticket stays out: a person decided that, not a number. So does
            // one whose day is over.
            if (ticket.state == TicketState::Cancelled || ticket.state == TicketState::Expired)
                return;
            if (ticket.state == TicketState::Served && !ticket.done.empty())
                ticket.done.pop_back();
            waitAgain(ticket);
        });
    }

    void operator()(const LatePaperRecorded &late) const
    {
        m_state.latePaper.insert_or_assign(late.ticket, late);
    }

    void operator()(const TicketCalled &called) const
    {
        changeAt(called.counter, called.ticket, [&](Ticket &ticket) {
            ticket.state = TicketState::Called;
            ticket.counter = called.counter;
            endPark(ticket);
            announce(ticket, called.reason, called.headStart);
        });
    }

    void operator()(const TicketRecalled &recalled) const
    {
        changeAt(recalled.counter, recalled.ticket, [&](Ticket &ticket) { announce(ticket); });
    }

    void operator()(const ServingStarted &started) const
    {
        changeAt(deskOf(started.ticket), started.ticket, [&](Ticket &ticket) {
            ticket.state = TicketState::Serving;
            ticket.startedAt = m_event.at;
        });
    }

    void operator()(const TicketServed &served) const
    {
        changeAt(deskOf(served.ticket), served.ticket, [&](Ticket &ticket) {
            ticket.done.push_back({ticket.service, ticket.counter, served.outcome, m_event.at});
            end(ticket, TicketState::Served);
        });
    }

    void operator()(const TicketContinued &continued) const
    {
        changeAt(deskOf(continued.ticket), continued.ticket, [&](Ticket &ticket) {
            goTo(ticket, continued.service, continued.line);
            ticket.placeAt = ticket.touchedAt;
            ticket.onlyAt = {};
        });
    }

    void operator()(const TicketTransferred &transferred) const
    {
        changeAt(transferred.counter, transferred.ticket, [&](Ticket &ticket) {
            goTo(ticket, transferred.service, transferred.line);
            ticket.placeAt = transferred.placeAt;
            ticket.onlyAt = transferred.toCounter;
        });
    }

    void operator()(const ServiceAdded &added) const
    {
        changeAt(added.counter, added.ticket,
            [&](Ticket &ticket) { ticket.further.push_back(added.service); });
    }

    void operator()(const ServiceRemoved &removed) const
    {
        changeAt(removed.counter, removed.ticket,
            [&](Ticket &ticket) { std::erase(ticket.further, removed.service); });
    }

    void operator()(const TicketParked &parked) const
    {
        changeAt(parked.counter, parked.ticket, [&](Ticket &ticket) {
            forgetCalls(ticket);
            ticket.state = TicketState::Parked;
            ticket.parkedUntil = parked.until;
            ticket.parkReason = parked.reason;
        });
    }

    void operator()(const TicketReturned &returned) const
    {
        changeAt(returned.counter, returned.ticket, [&](Ticket &ticket) { waitAgain(ticket); });
    }

    void operator()(const TicketMissed &missed) const
    {
        changeAt(deskOf(missed.ticket), missed.ticket,
            [&](Ticket &ticket) { end(ticket, TicketState::NoShow); });
    }

    void operator()(const TicketCancelled &cancelled) const
    {
        change(cancelled.ticket, [&](Ticket &ticket) {
            if (m_event.by == Actor())
                ticket.left = LeftQueue{m_event.at, ticket.parkedUntil, ticket.parkReason};
            end(ticket, TicketState::Cancelled);
        });
    }

    void operator()(const TicketRejoined &rejoined) const
    {
        change(rejoined.ticket, [&](Ticket &ticket) {
            const LeftQueue left = std::exchange(ticket.left, {}).value_or(LeftQueue());
            waitAgain(ticket);
            if (left.parkedUntil == Instant{})
                return;
            ticket.state = TicketState::Parked;
            ticket.parkedUntil = left.parkedUntil;
            ticket.parkReason = left.parkReason;
        });
    }

    void operator()(const TicketSteppedBack &back) const
    {
        change(back.ticket, [&](Ticket &ticket) {
            ticket.steppedBack = SteppedBack{m_event.at, ticket.placeAt};
            ticket.placeAt = back.placeAt;
            ++ticket.timesBack;
        });
    }

    void operator()(const PlaceTakenBack &taken) const
    {
        change(taken.ticket, [&](Ticket &ticket) {
            if (const auto back = std::exchange(ticket.steppedBack, {}))
                ticket.placeAt = back->placeBefore;
        });
    }

    void operator()(const ActionUndone &undone) const
    {
        Desk &desk = m_state.desks[undone.counter];
        const DeskAction last = std::exchange(desk.last, {});
        if (last.command.isEmpty() || last.command != undone.action)
            return;
        if (last.called)
            forgetCall(undone.counter);
        for (const Ticket &before : last.before) {
            change(before.id, [&](Ticket &ticket) {
                const SlipState slip = ticket.slip; // what the printer did stays done
                ticket = before;
                ticket.slip = slip;
            });
            if (Ticket *ticket = find(before.id))
                ticket->changedBy = before.changedBy;
        }
        desk.current = last.currentBefore;
        desk.pause = last.pauseBefore;
    }
    void operator()(const TicketExpired &expired) const
    {
        change(expired.ticket, [&](Ticket &ticket) { end(ticket, TicketState::Expired); });
    }
    void operator()(const DayClosed &) const { m_state.dayIsClosed = true; }

    void operator()(const ClosureDeclared &declared) const
    {
        m_state.closures.insert_or_assign(declared.scope, Closure{declared.until, declared.reason});
    }
    void operator()(const ClosureLifted &lifted) const { m_state.closures.erase(lifted.scope); }

    void operator()(const SlipReported &reported) const
    {
        if (Ticket *ticket = find(reported.ticket)) {
            ticket->slip = afterReport(*ticket, reported);
            about(reported.ticket);
        }
    }

    void operator()(const SlipRequested &requested) const
    {
        Ticket *ticket = find(requested.ticket);
        if (!ticket)
            return;
        // A slip that may be in a hand stays there while one more is made.
        if (ticket->slip == SlipState::None || ticket->slip == SlipState::Failed)
            ticket->slip = SlipState::Pending;
        ticket->officerPrints = true;
        if (ticket->secret.isEmpty() && !requested.secret.isEmpty()) {
            ticket->secret = requested.secret;
            m_state.secrets.insert(requested.secret, requested.ticket);
        }
        about(requested.ticket);
    }

private:
    [[nodiscard]] Ticket *find(const TicketId &id) const
    {
        const auto found = m_state.tickets.find(id);
        return found == m_state.tickets.end() ? nullptr : &found->second;
    }

    /// Remembers which ticket the causing command was about; of several the last, so that "done,
    /// next please" is about the next one.
    void about(const TicketId &ticket) const
    {
        m_state.answered.insert_or_assign(m_event.cause, ticket);
    }

    void takeNumber(const TicketNumber &number, const TicketId &ticket) const
    {
        m_state.numbers.insert(number.text(), ticket);
        if (number.kioskMark.isEmpty()) {
            int &last = m_state.lines[number.line].lastCount;
            last = std::max(last, number.count);
        }
    }

    [[nodiscard]] CounterId deskOf(const TicketId &id) const
    {
        const Ticket *ticket = find(id);
        return ticket ? ticket->counter : CounterId();
    }

    /// Changes a ticket, and sees that lines, counters and quotas follow.
    template <typename Change> void change(const TicketId &id, const Change &how) const
    {
        Ticket *ticket = find(id);
        if (!ticket)
            return;
        count(*ticket, -1);
        leavePlace(*ticket);
        how(*ticket);
        takePlace(*ticket);
        count(*ticket, 1);
        ticket->changedBy = m_event.cause;
        about(id);
    }

    /// The same for what a counter did and can undo.
    template <typename Change>
    void changeAt(const CounterId &counter, const TicketId &id, const Change &how) const
    {
        if (!find(id))
            return;
        remember(counter, id);
        change(id, how);
    }

    /// Each ticket's services count against their quotas, whatever became of it.
    void count(const Ticket &ticket, int by) const
    {
        const auto add = [&](const ServiceId &service) {
            int &taken = m_state.taken[service];
            taken += by;
            if (taken == 0)
                m_state.taken.remove(service);
        };
        for (const DoneService &done : ticket.done)
            add(done.service);
        if (ticket.state == TicketState::Cancelled) // the offices have time for somebody else
            return;
        for (const ServiceId &service : ticket.further)
            add(service);
        if (ticket.state != TicketState::Served) // else it is the last that is done
            add(ticket.service);
    }

    /// Where the ticket's state puts it: its line's queue, aside, or its counter.
    void takePlace(const Ticket &ticket) const
    {
        if (ticket.state == TicketState::Waiting) {
            Line &line = m_state.lines[ticket.line];
            line.queues[{ticket.priority, ticket.onlyAt}].emplace(
                WaitKey{ticket.placeAt, ticket.order}, ticket.id);
            ++line.waiting;
        } else if (ticket.state == TicketState::Parked) {
            m_state.lines[ticket.line].parked.emplace(
                WaitKey{ticket.parkedUntil, ticket.order}, ticket.id);
        } else if (ticket.state == TicketState::Called || ticket.state == TicketState::Serving) {
            m_state.desks[ticket.counter].current = ticket.id;
        }
    }

    void leavePlace(const Ticket &ticket) const
    {
        const auto found = m_state.lines.find(ticket.line);
        leaveDesk(ticket);
        if (found == m_state.lines.end())
            return;
        Line &line = found->second;
        if (ticket.state == TicketState::Waiting) {
            const auto queue = line.queues.find({ticket.priority, ticket.onlyAt});
            if (queue == line.queues.end()
                || queue->second.erase({ticket.placeAt, ticket.order}) == 0)
                return;
            --line.waiting;
            if (queue->second.empty())
                line.queues.erase(queue);
        } else if (ticket.state == TicketState::Parked) {
            line.parked.erase({ticket.parkedUntil, ticket.order});
        }
        if (line == Line()) // only a transfer was ever here
            m_state.lines.erase(found);
    }

    void leaveDesk(const Ticket &ticket) const
    {
        const auto desk = m_state.desks.find(ticket.counter);
        if (desk != m_state.desks.end() && desk->second.current == ticket.id)
            desk->second.current = {};
    }

    static void forgetCalls(Ticket &ticket)
    {
        ticket.calls = 0;
        ticket.calledAt = ticket.startedAt = ticket.endedAt = Instant{};
    }

    static void endPark(Ticket &ticket)
    {
        ticket.parkedUntil = {};
        ticket.parkReason = {};
    }

    static void waitAgain(Ticket &ticket)
    {
        forgetCalls(ticket);
        endPark(ticket);
        ticket.state = TicketState::Waiting;
    }

    /// Waits for another of its services, or for one that an officer sends it to.
    static void goTo(Ticket &ticket, const ServiceId &service, const LineId &line)
    {
        std::erase(ticket.further, service);
        ticket.service = service;
        ticket.line = line;
        ticket.steppedBack.reset();
        waitAgain(ticket);
    }

    void announce(
        Ticket &ticket, CallReason why = CallReason::Turn, Minutes headStart = Minutes(0)) const
    {
        ++ticket.calls;
        ticket.calledAt = m_event.at;
        m_state.calls.push_back(
            {ticket.id, ticket.number, ticket.counter, m_event.at, ticket.calls, why, headStart});
        m_state.desks[ticket.counter].last.called = true;
    }

    /// Takes back the counter's latest call: nobody was meant.
    void forgetCall(const CounterId &counter) const
    {
        const auto call = std::find_if(m_state.calls.rbegin(), m_state.calls.rend(),
            [&](const Call &made) { return made.counter == counter; });
        if (call != m_state.calls.rend())
            m_state.calls.erase(std::next(call).base());
    }

    void end(Ticket &ticket, TicketState how) const
    {
        endPark(ticket);
        ticket.state = how;
        ticket.endedAt = m_event.at;
    }

    /// Notes how things stand before this event, for whoever wants to undo its command: one command
    /// may cause several events and concern two tickets.
    void remember(const CounterId &counter, const TicketId &id) const
    {
        Desk &desk = m_state.desks[counter];
        DeskAction &last = desk.last;
        if (last.command != m_event.cause || m_event.cause.isEmpty())
            last = {m_event.cause, m_event.at, {}, desk.current, desk.pause, false};
        const bool isKnown = std::ranges::find(last.before, id, &Ticket::id) != last.before.end();
        if (const Ticket *ticket = find(id); ticket && !isKnown)
            last.before.push_back(*ticket);
    }

    State &m_state;
    const Event &m_event;
};

} // namespace

State evolve(State state, const Event &event)
{
    // Commands about no ticket (open a counter, publish) are remembered too, with an empty ticket.
    if (!event.cause.isEmpty())
        state.answered.try_emplace(event.cause, TicketId());
    std::visit(Fold(state, event), event.data);
    return state;
}

} // namespace antre

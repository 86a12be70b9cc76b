// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/state.h"

namespace antre {

/// How evolve() makes one event so; of use to nobody else. It changes one state in place. What each
/// event does stands in evolveissuing.cpp (tickets and their paper), evolveholder.cpp (what
/// visitors do with theirs, appointments too), evolvedesk.cpp (counters) and evolvesite.cpp
/// (catalogue, devices, people, closures, the day); evolve.cpp sees that lines, counters and quotas
/// follow.
class Fold
{
public:
    Fold(State &state, const Event &event)
        : m_state(state)
        , m_event(event)
    {
    }

    void operator()(const DayStarted &) const;
    void operator()(const CataloguePublished &published) const;
    void operator()(const TerminalEnrolled &enrolled) const;
    void operator()(const TerminalRevoked &revoked) const;
    void operator()(const OfficerRegistered &registered) const;
    void operator()(const CounterOpened &opened) const;
    void operator()(const CounterClosed &closed) const;
    void operator()(const CounterPaused &paused) const;
    void operator()(const CounterResumed &resumed) const;
    void operator()(const TicketIssued &issued) const;
    void operator()(const PaperAdopted &adopted) const;
    void operator()(const LatePaperRecorded &late) const;
    void operator()(const TicketCalled &called) const;
    void operator()(const TicketRecalled &recalled) const;
    void operator()(const ServingStarted &started) const;
    void operator()(const TicketServed &served) const;
    void operator()(const TicketContinued &continued) const;
    void operator()(const TicketTransferred &transferred) const;
    void operator()(const ServiceAdded &added) const;
    void operator()(const ServiceRemoved &removed) const;
    void operator()(const TicketParked &parked) const;
    void operator()(const TicketReturned &returned) const;
    void operator()(const TicketMissed &missed) const;
    void operator()(const TicketCancelled &cancelled) const;
    void operator()(const TicketRejoined &rejoined) const;
    void operator()(const TicketSteppedBack &back) const;
    void operator()(const ReservationChanged &changed) const;
    void operator()(const AppointmentMet &met) const;
    void operator()(const PlaceTakenBack &taken) const;
    void operator()(const ActionUndone &undone) const;
    void operator()(const TicketExpired &expired) const;
    void operator()(const DayClosed &) const;
    void operator()(const ClosureDeclared &declared) const;
    void operator()(const ClosureLifted &lifted) const;
    void operator()(const SlipReported &reported) const;
    void operator()(const SlipRequested &requested) const;

private:
    // For every event.
    [[nodiscard]] Ticket *find(const TicketId &id) const;
    /// Remembers which ticket the causing command was about; of several the last, so that "done,
    /// next please" is about the next one.
    void about(const TicketId &ticket) const;
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
    void count(const Ticket &ticket, int by) const;
    /// Where the ticket's state puts it: its line's queue, aside, or its counter.
    void takePlace(const Ticket &ticket) const;
    void leavePlace(const Ticket &ticket) const;
    void leaveDesk(const Ticket &ticket) const;
    void end(Ticket &ticket, TicketState how) const;
    static void forgetCalls(Ticket &ticket);
    static void endPark(Ticket &ticket);
    static void waitAgain(Ticket &ticket);

    // For tickets and their paper.
    void takeNumber(const TicketNumber &number, const TicketId &ticket) const;

    // For counters.
    [[nodiscard]] CounterId deskOf(const TicketId &id) const;
    /// Waits for another of its services, or for one that an officer sends it to.
    static void goTo(Ticket &ticket, const ServiceId &service, const LineId &line);
    void announce(
        Ticket &ticket, CallReason why = CallReason::Turn, Minutes headStart = Minutes(0)) const;
    /// Takes back the counter's latest call: nobody was meant.
    void forgetCall(const CounterId &counter) const;
    /// Notes how things stand before this event, for whoever wants to undo its command: one command
    /// may cause several events and concern two tickets.
    void remember(const CounterId &counter, const TicketId &id) const;

    State &m_state;
    const Event &m_event;
};

} // namespace antre

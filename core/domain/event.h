// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/catalogue.h"
#include "domain/people.h"
#include "domain/reservation.h"
#include "domain/ticket.h"

#include <variant>

namespace antre {

/// The first event of every business day: numbers start at 001 again, yesterday's lines are
/// history.
struct DayStarted
{
    friend bool operator==(const DayStarted &, const DayStarted &) = default;
};

struct CataloguePublished
{
    CataloguePtr catalogue;
    QString reason = {}; ///< as whoever published it wrote; empty: nobody said
    friend bool operator==(const CataloguePublished &a, const CataloguePublished &b)
    {
        return a.reason == b.reason
            && (a.catalogue == b.catalogue
                || (a.catalogue && b.catalogue && *a.catalogue == *b.catalogue));
    }
};

struct TerminalEnrolled
{
    Terminal terminal;
    friend bool operator==(const TerminalEnrolled &, const TerminalEnrolled &) = default;
};

struct TerminalRevoked
{
    TerminalId terminal;
    friend bool operator==(const TerminalRevoked &, const TerminalRevoked &) = default;
};

struct OfficerRegistered
{
    Officer officer;
    friend bool operator==(const OfficerRegistered &, const OfficerRegistered &) = default;
};

struct CounterOpened
{
    CounterId counter;
    OfficerId officer;
    friend bool operator==(const CounterOpened &, const CounterOpened &) = default;
};

struct CounterClosed
{
    CounterId counter;
    ReasonId reason = {}; ///< empty: none was given
    friend bool operator==(const CounterClosed &, const CounterClosed &) = default;
};

struct TicketIssued
{
    TicketId ticket;
    TicketNumber number;
    ServiceId service;
    ClassId priority;
    QString language;
    QString secret;
    TerminalId issuedAt;
    Instant touchedAt;
    std::vector<ServiceId> further = {}; ///< those that come after `service`, under the same number
    QString holder = {}; ///< as in IssueTicket
    friend bool operator==(const TicketIssued &, const TicketIssued &) = default;
};

/// The ticket already had a number when paper with another one turned up: paper wins. The old
/// number is void; whoever was called under it never held it, so the ticket waits where it stood.
struct PaperAdopted
{
    TicketId ticket;
    TicketNumber number;
    friend bool operator==(const PaperAdopted &, const PaperAdopted &) = default;
};

/// Paper of a day that is over: kept as a fact, in no line any more.
struct LatePaperRecorded
{
    TicketId ticket;
    TicketNumber number;
    ServiceId service;
    BusinessDay day;
    TerminalId issuedAt;
    Instant touchedAt;
    friend bool operator==(const LatePaperRecorded &, const LatePaperRecorded &) = default;
};

/// Why this ticket and no other. Stored and sent by name: add at the end, never rename.
enum class CallReason {
    Turn, ///< it had the highest score in the counter's lines
    Helped, ///< the counter's own lines were empty: it helps this one
    Picked, ///< an officer with that right chose it
    Returned, ///< its time aside was over, and it had the highest score
    Sent, ///< a transfer sent it to this very counter, and it had the highest score
    Orphaned, ///< the catalogue gives its line to no counter any more
    Appointment, ///< its time is reserved, and it had the highest score
};

[[nodiscard]] QString callReasonName(CallReason reason);
[[nodiscard]] std::optional<CallReason> callReasonFromName(const QString &name);

struct TicketCalled
{
    TicketId ticket;
    CounterId counter;
    Minutes headStart{0}; ///< why it came before others: its class's advantage at this moment
    CallReason reason = CallReason::Turn;
    friend bool operator==(const TicketCalled &, const TicketCalled &) = default;
};

struct TicketRecalled
{
    TicketId ticket;
    CounterId counter;
    friend bool operator==(const TicketRecalled &, const TicketRecalled &) = default;
};

struct ServingStarted
{
    TicketId ticket;
    friend bool operator==(const ServingStarted &, const ServingStarted &) = default;
};

/// One service of the visit is done. If further ones were wanted, TicketContinued follows.
struct TicketServed
{
    TicketId ticket;
    OutcomeId outcome = {}; ///< empty: the officer said nothing about it
    friend bool operator==(const TicketServed &, const TicketServed &) = default;
};

struct TicketMissed
{
    TicketId ticket;
    friend bool operator==(const TicketMissed &, const TicketMissed &) = default;
};

/// By whom says Event::by; nobody: the holder, who may take it back for a while.
struct TicketCancelled
{
    TicketId ticket;
    friend bool operator==(const TicketCancelled &, const TicketCancelled &) = default;
};

struct SlipReported
{
    TicketId ticket;
    SlipState slip = SlipState::Unknown;
    CommandId request = {}; ///< of the SlipRequested that this answers; empty: the visitor's slip
    friend bool operator==(const SlipReported &, const SlipReported &) = default;
};

/// Who didn't come, or was set aside, waits again at the old place.
struct TicketReturned
{
    TicketId ticket;
    CounterId counter; ///< whose officer did it
    friend bool operator==(const TicketReturned &, const TicketReturned &) = default;
};

struct TicketParked
{
    TicketId ticket;
    CounterId counter;
    ReasonId reason; ///< empty: none was given
    Instant until; ///< from then on it is called at its old place, though nobody brings it back
    friend bool operator==(const TicketParked &, const TicketParked &) = default;
};

/// The ticket waits under its number for `service` instead, in that service's line.
struct TicketTransferred
{
    TicketId ticket;
    CounterId counter; ///< from where
    ServiceId service;
    LineId line;
    CounterId toCounter; ///< only this one takes it while it is open; empty: any of the line
    Instant placeAt; ///< its place in the new line
    friend bool operator==(const TicketTransferred &, const TicketTransferred &) = default;
};

/// After TicketServed: the visit goes on. The ticket waits under its number for the next service,
/// at the place of its touch: one visit, one wait.
struct TicketContinued
{
    TicketId ticket;
    ServiceId service;
    LineId line;
    friend bool operator==(const TicketContinued &, const TicketContinued &) = default;
};

struct ServiceAdded
{
    TicketId ticket;
    CounterId counter; ///< whose officer did it
    ServiceId service;
    friend bool operator==(const ServiceAdded &, const ServiceAdded &) = default;
};

struct ServiceRemoved
{
    TicketId ticket;
    CounterId counter; ///< whose officer did it
    ServiceId service;
    friend bool operator==(const ServiceRemoved &, const ServiceRemoved &) = default;
};

struct CounterPaused
{
    CounterId counter;
    ReasonId reason; ///< empty: none was given
    Instant until{}; ///< when the officer means to be back; epoch: not said
    friend bool operator==(const CounterPaused &, const CounterPaused &) = default;
};

struct CounterResumed
{
    CounterId counter;
    friend bool operator==(const CounterResumed &, const CounterResumed &) = default;
};

/// The counter's last action never happened: its tickets, its call and its quotas are as before.
struct ActionUndone
{
    CounterId counter;
    CommandId action;
    friend bool operator==(const ActionUndone &, const ActionUndone &) = default;
};

/// A kiosk is asked to print a ticket's slip.
struct SlipRequested
{
    TicketId ticket;
    TerminalId kiosk;
    bool copy = false; ///< another slip of this ticket may be in a hand: mark this one as a copy
    QString secret; ///< the ticket's, which only this kiosk gets to see
    friend bool operator==(const SlipRequested &, const SlipRequested &) = default;
};

/// Closed on the spot from the event's time on.
struct ClosureDeclared
{
    Scope scope;
    Instant until;
    LocalText reason;
    friend bool operator==(const ClosureDeclared &, const ClosureDeclared &) = default;
};

/// Opened before its time.
struct ClosureLifted
{
    Scope scope;
    friend bool operator==(const ClosureLifted &, const ClosureLifted &) = default;
};

/// It waited, or was set aside, when its day was closed.
struct TicketExpired
{
    TicketId ticket;
    friend bool operator==(const TicketExpired &, const TicketExpired &) = default;
};

/// The day's end by the catalogue's rule, and how its tickets stood then.
struct DayClosed
{
    int issued = 0; ///< all
    int served = 0;
    int missed = 0;
    int cancelled = 0;
    int expired = 0; ///< now
    int present = 0; ///< called or being served: officers still end these
    friend bool operator==(const DayClosed &, const DayClosed &) = default;
};

/// Its holder took the leaving back: it stands where it stood.
struct TicketRejoined
{
    TicketId ticket;
    friend bool operator==(const TicketRejoined &, const TicketRejoined &) = default;
};

/// Its holder let others of the line go first.
struct TicketSteppedBack
{
    TicketId ticket;
    Instant placeAt; ///< its place now, behind theirs
    friend bool operator==(const TicketSteppedBack &, const TicketSteppedBack &) = default;
};

/// Its holder took the last step back, too.
struct PlaceTakenBack
{
    TicketId ticket;
    friend bool operator==(const PlaceTakenBack &, const PlaceTakenBack &) = default;
};

/// How a reservation stands from now on. The latest of each place holds, days later, too, so each
/// says all of it.
struct ReservationChanged
{
    Reservation reservation;
    friend bool operator==(const ReservationChanged &, const ReservationChanged &) = default;
};

/// After TicketIssued: who got the ticket had a time reserved and stands in line for that.
struct AppointmentMet
{
    TicketId ticket;
    Instant slot;
    Instant placeAt;
    friend bool operator==(const AppointmentMet &, const AppointmentMet &) = default;
};

/// Everything that can happen. Stored for years by the names in wire/events: add at the end.
using EventData = std::variant<DayStarted, CataloguePublished, TerminalEnrolled, TerminalRevoked,
    OfficerRegistered, CounterOpened, CounterClosed, TicketIssued, PaperAdopted, LatePaperRecorded,
    TicketCalled, TicketRecalled, ServingStarted, TicketServed, TicketMissed, TicketCancelled,
    SlipReported, TicketReturned, TicketParked, TicketTransferred, TicketContinued, ServiceAdded,
    ServiceRemoved, CounterPaused, CounterResumed, ActionUndone, SlipRequested, ClosureDeclared,
    ClosureLifted, TicketExpired, DayClosed, TicketRejoined, TicketSteppedBack, PlaceTakenBack,
    ReservationChanged, AppointmentMet>;

/// Who caused an event; either may be empty.
struct Actor
{
    TerminalId terminal;
    OfficerId officer;
    friend bool operator==(const Actor &, const Actor &) = default;
};

/// One fact of the journal.
struct Event
{
    EventData data;
    Instant at;
    BusinessDay day;
    CommandId cause;
    Actor by;
    friend bool operator==(const Event &, const Event &) = default;
};

using Events = std::vector<Event>;

/// Set-up that outlives the day; a restart reads all of it, but only today's share of the rest.
[[nodiscard]] bool isStanding(const EventData &data);

} // namespace antre

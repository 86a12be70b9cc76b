// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/catalogue.h"
#include "domain/people.h"
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
    friend bool operator==(const CataloguePublished &a, const CataloguePublished &b)
    {
        return a.catalogue == b.catalogue
            || (a.catalogue && b.catalogue && *a.catalogue == *b.catalogue);
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

struct TicketCalled
{
    TicketId ticket;
    CounterId counter;
    Minutes headStart{0}; ///< why it came before others: its class's advantage at this moment
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

struct TicketServed
{
    TicketId ticket;
    friend bool operator==(const TicketServed &, const TicketServed &) = default;
};

struct TicketMissed
{
    TicketId ticket;
    friend bool operator==(const TicketMissed &, const TicketMissed &) = default;
};

struct TicketCancelled
{
    TicketId ticket;
    friend bool operator==(const TicketCancelled &, const TicketCancelled &) = default;
};

struct SlipReported
{
    TicketId ticket;
    SlipState slip = SlipState::Unknown;
    friend bool operator==(const SlipReported &, const SlipReported &) = default;
};

/// Everything that can happen. Stored for years by the names in wire/events: add at the end.
using EventData = std::variant<DayStarted, CataloguePublished, TerminalEnrolled, TerminalRevoked,
    OfficerRegistered, CounterOpened, CounterClosed, TicketIssued, PaperAdopted, LatePaperRecorded,
    TicketCalled, TicketRecalled, ServingStarted, TicketServed, TicketMissed, TicketCancelled,
    SlipReported>;

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

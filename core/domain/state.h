// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/event.h"

#include <map>
#include <tuple>
#include <unordered_map>

namespace antre {

/// Orders a queue: by the moment that decides the place, and by arrival where two share a
/// millisecond.
struct WaitKey
{
    Instant placeAt;
    quint64 order = 0;
    friend auto operator<=>(const WaitKey &, const WaitKey &) = default;
};

/// The order in which tickets are called: now is the same for all, so the smaller "place minus head
/// start" has the higher score; then the earlier place, then arrival.
struct CallRank
{
    Instant due; ///< place minus head start
    WaitKey place;
    friend auto operator<=>(const CallRank &, const CallRank &) = default;
};

using WaitQueue = std::map<WaitKey, TicketId>;

/// Who waits in one queue of a line.
struct QueueId
{
    ClassId priority;
    CounterId onlyAt; ///< empty: any counter of the line may call
    friend bool operator==(const QueueId &, const QueueId &) = default;
    friend bool operator<(const QueueId &a, const QueueId &b)
    {
        return std::tie(a.priority, a.onlyAt) < std::tie(b.priority, b.onlyAt);
    }
};

/// Tickets waiting under one code, one queue a priority class, so that choosing looks at heads
/// only.
struct Line
{
    int lastCount = 0; ///< the number given last; the next is one more
    std::map<QueueId, WaitQueue> queues; ///< none is empty
    int waiting = 0;
    WaitQueue parked; ///< by Ticket::parkedUntil
    friend bool operator==(const Line &, const Line &) = default;
};

/// An open counter that calls nobody for a while.
struct Pause
{
    ReasonId reason; ///< empty: none was given
    Instant since;
    Instant until{}; ///< when the officer means to be back; epoch: not said
    friend bool operator==(const Pause &, const Pause &) = default;
};

/// What a counter did last, and how things stood before, so that it can be undone.
struct DeskAction
{
    CommandId command; ///< empty: nothing that can be undone
    Instant at;
    std::vector<Ticket> before; ///< the tickets concerned
    TicketId currentBefore;
    std::optional<Pause> pauseBefore;
    bool called = false; ///< it made the counter's latest entry in State::calls
    friend bool operator==(const DeskAction &, const DeskAction &) = default;
};

/// A desk as it is now.
struct Desk
{
    OfficerId officer; ///< empty: closed
    TerminalId openedAt; ///< the console where the officer signed in
    TicketId current; ///< called or being served; empty: free
    std::optional<Pause> pause; ///< absent: it calls
    DeskAction last;
    [[nodiscard]] bool isOpen() const { return !officer.isEmpty(); }
    [[nodiscard]] bool isCalling() const { return isOpen() && !pause; }
    friend bool operator==(const Desk &, const Desk &) = default;
};

/// One call that a hall saw and heard.
struct Call
{
    TicketId ticket;
    TicketNumber number;
    CounterId counter;
    Instant at;
    int times = 1; ///< 1: first call, 2: called again ...
    CallReason why = CallReason::Turn; ///< of the first call
    Minutes headStart{0}; ///< with which it came before others, at the first call
    friend bool operator==(const Call &, const Call &) = default;
};

/// Closed on the spot; holds until its end without anybody's doing.
struct Closure
{
    Instant until;
    LocalText reason;
    friend bool operator==(const Closure &, const Closure &) = default;
};

struct TicketIdHash
{
    size_t operator()(const TicketId &id) const { return qHash(id); }
};

struct CommandIdHash
{
    size_t operator()(const CommandId &id) const { return qHash(id); }
};

/// The fold of the standing events and of today's: all that decide() needs. A plain value.
struct State
{
    CataloguePtr catalogue;
    QHash<TerminalId, Terminal> terminals;
    QHash<OfficerId, Officer> officers;
    std::unordered_map<TicketId, LatePaperRecorded, TicketIdHash> latePaper;
    std::map<Scope, Closure> closures; ///< those of past days only if they reach into this one

    BusinessDay day;
    std::unordered_map<TicketId, Ticket, TicketIdHash> tickets;
    QHash<QString, TicketId> secrets; ///< who holds the secret may follow the ticket
    QHash<QString, std::vector<TicketId>> held; ///< today's tickets of each phone, oldest first
    QHash<QString, TicketId> numbers; ///< every number of today, void ones too: none is given twice
    std::map<LineId, Line> lines;
    std::map<CounterId, Desk> desks;
    /// Today's tickets that want a service now or later, or had it; for quotas. Who leaves before
    /// being served gives the place back.
    QHash<ServiceId, int> taken;
    bool dayIsClosed = false; ///< DayClosed; paper that turns up later waits all the same
    std::vector<Call> calls; ///< today's, oldest first
    /// The ticket each answered command was about: the same id again gets the same answer.
    std::unordered_map<CommandId, TicketId, CommandIdHash> answered;
    quint64 nextOrder = 1;

    [[nodiscard]] const Ticket *ticket(const TicketId &id) const;
    [[nodiscard]] const Desk &desk(const CounterId &id) const;
    [[nodiscard]] int waitingIn(const LineId &line) const;
    /// How many wait in `ticket`'s line and would be called before it, if no other came. REQUIRES:
    /// it waits.
    [[nodiscard]] int aheadOf(const Ticket &ticket) const;
    /// The ticket of the phone `holder` that is in `line` or was called from it. Null: none.
    [[nodiscard]] const Ticket *heldIn(const LineId &line, const QString &holder) const;
    /// How much a class gives, by the catalogue of now.
    [[nodiscard]] Minutes headStartOf(const ClassId &priority) const;
    friend bool operator==(const State &a, const State &b);
};

} // namespace antre

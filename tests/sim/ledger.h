// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/queueservice.h"

#include <QSet>
#include <QStringList>

#include <map>
#include <set>

namespace antre::sim {

/// What the journal's events say, read by rules of its own and not by evolve(): who waited, who was
/// called, parked and sent on, which number was whose on which day. Notes what contradicts itself
/// on the way.
class Ledger
{
public:
    /// What a phone did, and how the ticket stood before.
    struct Taken
    {
        Instant at;
        TicketState state = TicketState::Waiting;
        Instant placeAt = {};
        Instant parkedUntil = {};
    };
    struct Entry
    {
        TicketId ticket;
        QStringList numbers; ///< the last one holds
        LineId line;
        ClassId priority;
        Instant touchedAt;
        Instant noted; ///< the service's time when it learned of the ticket
        BusinessDay day;
        std::vector<ServiceId> further = {}; ///< services of the visit that are still to come
        TicketState state = TicketState::Waiting;
        CounterId counter = {};
        Instant placeAt = {}; ///< decides the place in line
        CounterId onlyAt = {};
        Instant parkedUntil = {};
        CommandId changedBy = {};
        bool cameAfterEnd = false; ///< its paper turned up when the day was ended
        QString phone = {}; ///< that took it; empty: none
        std::optional<Taken> left = {}; ///< its phone took it out of the queue
        std::optional<Taken> steppedBack = {}; ///< its phone let others go first
        int timesBack = 0;
    };
    struct Late
    {
        QString number;
        BusinessDay day;
    };
    /// A call: ticket and the service's time.
    using CallMoment = std::pair<TicketId, Instant>;

    void note(const PlacedEvent &placed);
    /// Looks at what must hold between two commands.
    void settle() { checkNobodyWaitsOn(); }

    [[nodiscard]] const Entry *find(const TicketId &ticket) const;
    [[nodiscard]] const Late *late(const TicketId &ticket) const;
    [[nodiscard]] bool causedSomething(const CommandId &command) const
    {
        return m_causes.contains(command);
    }
    [[nodiscard]] BusinessDay today() const { return m_today; }
    [[nodiscard]] const std::map<TicketId, Entry> &all() const { return m_entries; }
    /// Cancelled tickets and the commands that did it.
    [[nodiscard]] const std::map<TicketId, CommandId> &cancelled() const { return m_cancelled; }
    /// Every call that was made, also those that were undone.
    [[nodiscard]] const std::set<CallMoment> &calls() const { return m_calls; }
    [[nodiscard]] bool isUndone(const CallMoment &call) const { return m_undone.contains(call); }
    [[nodiscard]] const QStringList &contradictions() const { return m_contradictions; }
    /// Where `state` has today's tickets, counters and calls other than the events say.
    [[nodiscard]] QStringList differencesFrom(const State &state) const;

private:
    using Queue = std::set<std::pair<Instant, TicketId>>;
    struct QueueKey
    {
        LineId line;
        ClassId priority;
        CounterId onlyAt;
        friend bool operator<(const QueueKey &a, const QueueKey &b)
        {
            return std::tie(a.line, a.priority, a.onlyAt) < std::tie(b.line, b.priority, b.onlyAt);
        }
    };
    /// What a counter did last, and how its tickets were before.
    struct Action
    {
        CommandId command;
        Instant at;
        std::map<TicketId, Entry> before = {};
        bool wasPaused = false;
        std::optional<CallMoment> call = {};
    };
    struct Desk
    {
        Actor openedBy = {}; ///< nobody: closed
        TicketId current = {};
        bool isPaused = false;
        Action last = {};
    };

    void on(const DayStarted &, const Event &event);
    void on(const CataloguePublished &published, const Event &event);
    void on(const CounterOpened &opened, const Event &event);
    void on(const CounterClosed &closed, const Event &event);
    void on(const CounterPaused &paused, const Event &event);
    void on(const CounterResumed &resumed, const Event &event);
    void on(const TicketIssued &issued, const Event &event);
    void on(const PaperAdopted &adopted, const Event &event);
    void on(const LatePaperRecorded &late, const Event &event);
    void on(const TicketCalled &called, const Event &event);
    void on(const TicketRecalled &recalled, const Event &event);
    void on(const ServingStarted &started, const Event &event);
    void on(const TicketServed &served, const Event &event);
    void on(const TicketContinued &continued, const Event &event);
    void on(const TicketMissed &missed, const Event &event);
    void on(const TicketCancelled &cancelled, const Event &event);
    void on(const TicketReturned &returned, const Event &event);
    void on(const TicketParked &parked, const Event &event);
    void on(const TicketTransferred &transferred, const Event &event);
    void on(const ServiceAdded &added, const Event &event);
    void on(const ServiceRemoved &removed, const Event &event);
    void on(const ActionUndone &undone, const Event &event);
    void on(const TicketExpired &expired, const Event &event);
    void on(const DayClosed &, const Event &event);
    void on(const TicketRejoined &rejoined, const Event &event);
    void on(const TicketSteppedBack &back, const Event &event);
    void on(const PlaceTakenBack &taken, const Event &event);
    template <typename Other> void on(const Other &, const Event &) { }

    Entry *entry(const TicketId &ticket, const char *what);
    Entry *entryAt(const CounterId &counter, const TicketId &ticket, const char *what);
    Entry *move(const TicketId &ticket, const char *what, const Event &event,
        std::initializer_list<TicketState> from);
    Desk &actsAt(const CounterId &counter, const Event &event);
    void remember(const CounterId &counter, const TicketId &ticket, const Event &event);
    void take(const QString &number);
    void announce(const CounterId &counter, const TicketId &ticket, const Event &event);
    void stand(const Entry &entry);
    void leave(const Entry &entry);
    void waitAgain(Entry &entry);
    void checkTurn(const Entry &called, const TicketCalled &how);
    void checkLine(const Entry &called, const TicketCalled &how);
    void checkNobodyWaitsOn();
    void checkOnePlace(const Entry &entry);
    [[nodiscard]] int overtakenBetween(const Entry &entry, Instant from, Instant to) const;
    void contradict(const char *check, const QString &what);

    CataloguePtr m_catalogue;
    BusinessDay m_today;
    bool m_dayIsClosed = false;
    Position m_at = 0;
    std::map<TicketId, Entry> m_entries;
    std::map<TicketId, Late> m_late;
    std::map<QueueKey, Queue> m_waiting;
    std::map<CounterId, Desk> m_desks;
    QSet<QString> m_numbers;
    std::set<CommandId> m_causes;
    std::set<CommandId> m_callPresses;
    std::map<TicketId, CommandId> m_cancelled;
    std::set<CallMoment> m_calls;
    std::set<CallMoment> m_undone;
    size_t m_callsToday = 0;
    QStringList m_contradictions;
};

} // namespace antre::sim

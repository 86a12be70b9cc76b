// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/queueservice.h"

#include <QSet>
#include <QStringList>

#include <map>
#include <set>

namespace antre::sim {

/// What the journal's events say, read by rules of its own and not by evolve(): who waited, who was
/// called, which number was whose on which day. Notes what contradicts itself on the way.
class Ledger
{
public:
    struct Entry
    {
        TicketId ticket;
        QStringList numbers; ///< the last one holds
        LineId line;
        ClassId priority;
        Instant touchedAt;
        Instant noted; ///< the service's time when it learned of the ticket
        BusinessDay day;
        TicketState state = TicketState::Waiting;
        CounterId counter;
    };
    struct Late
    {
        QString number;
        BusinessDay day;
    };

    void note(const PlacedEvent &placed);

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
    /// Every call that was made: ticket and the service's time.
    [[nodiscard]] const std::set<std::pair<TicketId, Instant>> &calls() const { return m_calls; }
    [[nodiscard]] const QStringList &contradictions() const { return m_contradictions; }

private:
    using Queue = std::set<std::pair<Instant, TicketId>>;

    void on(const DayStarted &, const Event &event);
    void on(const TicketIssued &issued, const Event &event);
    void on(const PaperAdopted &adopted, const Event &event);
    void on(const LatePaperRecorded &late, const Event &event);
    void on(const TicketCalled &called, const Event &event);
    void on(const TicketRecalled &recalled, const Event &event);
    void on(const ServingStarted &started, const Event &event);
    void on(const TicketServed &served, const Event &event);
    void on(const TicketMissed &missed, const Event &event);
    void on(const TicketCancelled &cancelled, const Event &event);
    void on(const TicketExpired &expired, const Event &event);
    template <typename Other> void on(const Other &, const Event &) { }

    Entry *entry(const TicketId &ticket, const char *what);
    [[nodiscard]] Queue &queueOf(const Entry &entry);
    void take(const QString &number);
    void actsOnce(const CommandId &press, const TicketId &ticket);
    void leaveDesk(const Entry &entry);
    void end(const TicketId &ticket, TicketState how, const char *what);
    void contradict(const char *check, const QString &what);

    BusinessDay m_today;
    Position m_at = 0;
    std::map<TicketId, Entry> m_entries;
    std::map<TicketId, Late> m_late;
    std::map<std::pair<LineId, ClassId>, Queue> m_waiting;
    std::map<CounterId, TicketId> m_desks;
    QSet<QString> m_numbers;
    std::set<CommandId> m_causes;
    std::set<CommandId> m_callPresses;
    std::map<TicketId, CommandId> m_cancelled;
    std::set<std::pair<TicketId, Instant>> m_calls;
    QStringList m_contradictions;
};

} // namespace antre::sim

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/command.h"
#include "domain/promisedwait.h"
#include "journal/journal.h"

#include <QJsonObject>

#include <map>

namespace antre {

/// A visitor's wish as its kiosk knows it, from the touch until the service has heard everything.
struct KioskTicket
{
    TicketId id;
    ServiceId service;
    ClassId priority;
    QString language;
    QString secret;
    Instant touchedAt;
    BusinessDay day; ///< printed on the slip
    BusinessDay
        reportedOn; ///< the service's day when it took the kiosk's own number; null: not yet
    std::optional<TicketNumber> number;
    int ahead = 0; ///< waiting before it when the number was given
    std::optional<PromisedWait> wait; ///< what the service said then; absent: nothing
    bool stale = false; ///< the number or `ahead` was made without the service
    SlipState slip = SlipState::None;
    CommandId paperReport; ///< set while the service must hear of the kiosk's own number
    CommandId slipReport; ///< set while the service must hear what became of the slip; Failed
                          ///< without a number: that the wish is taken back
    QString refusal; ///< why there is no number
    int copies = 0; ///< how often its visitor had the slip printed again
    std::vector<ServiceId> further = {}; ///< of the same visit, after `service`

    [[nodiscard]] bool isOwnNumber() const { return number && !number->kioskMark.isEmpty(); }
    /// A slip with the number may be in somebody's hand.
    [[nodiscard]] bool mayBeInHand() const
    {
        return number && slip != SlipState::None && slip != SlipState::Failed;
    }
    /// The service's day in whose queue it stands.
    [[nodiscard]] BusinessDay queueDay() const { return reportedOn.isNull() ? day : reportedOn; }
    /// Nothing more to do, print or report.
    [[nodiscard]] bool isSettled() const;
    friend bool operator==(const KioskTicket &, const KioskTicket &) = default;
};

/// What a kiosk has done, folded from its own journal. The journal holds each change of a ticket as
/// the whole ticket (kind "ticket"), each new beginning of its series (kind "series"), and, where a
/// damaged journal was saved in part, a mark (kind "salvaged", see openOwnJournal): numbers may
/// be forgotten there, so the series goes on `salvageGap` higher.
///
/// The series is endless: it begins anew only when the service has begun a new day and has heard of
/// every number of the old one, so no clock that is wrong and no reboot can give a number twice.
class KioskTickets
{
public:
    /// More own numbers than a kiosk gives a line between two copies of its journal that a disk can
    /// lose; a gap costs nothing, a double costs trust.
    static constexpr int salvageGap = 100;

    /// The mark for a salvaged journal.
    [[nodiscard]] static JournalRecord salvagedRecord();

    [[nodiscard]] const KioskTicket *find(const TicketId &id) const;
    [[nodiscard]] const std::map<TicketId, KioskTicket> &all() const { return m_tickets; }
    /// The record to store; put() is for when it is stored.
    [[nodiscard]] static JournalRecord record(const KioskTicket &ticket);
    void put(const KioskTicket &ticket);

    /// The next number of the kiosk's own series for `line`. Never gives one twice: numbers count
    /// from when they are asked for, stored or not.
    [[nodiscard]] TicketNumber takeNumber(const LineId &line, const QString &mark);
    /// A number with this kiosk's mark is known elsewhere: the next is higher.
    void noteNumber(const TicketNumber &number);
    /// The service's day in which the series began; null: never heard of one.
    [[nodiscard]] BusinessDay seriesDay() const { return m_seriesDay; }
    /// Begins the series anew, behind the own tickets of `day`.
    void beginSeries(BusinessDay day);
    [[nodiscard]] JournalRecord seriesRecord() const;
    /// No paper that the service must still hear of.
    [[nodiscard]] bool allPaperReported() const;

    /// Drops what is settled and of a day before `today`, the service's.
    void forgetBefore(BusinessDay today);
    /// For checkpoints: tickets and series.
    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] Result<> restore(const QJsonObject &json);

    /// Folds one record of the three kinds; others are none of its business. Errors:
    /// Invalid, Corrupt.
    [[nodiscard]] Result<> fold(const JournalRecord &record);

private:
    void restoreSeries(const QJsonObject &json);
    [[nodiscard]] QJsonObject seriesToJson() const;

    std::map<TicketId, KioskTicket> m_tickets;
    BusinessDay m_seriesDay;
    std::map<LineId, int> m_series; ///< the number given last
    int m_floor = 0; ///< the same for lines that are not in m_series
};

} // namespace antre

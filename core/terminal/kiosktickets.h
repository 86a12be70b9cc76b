// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/command.h"
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
    std::optional<TicketNumber> number;
    int ahead = 0; ///< waiting before it when the number was given
    bool stale = false; ///< the number or `ahead` was made without the service
    SlipState slip = SlipState::None;
    CommandId paperReport; ///< set while the service must hear of the kiosk's own number
    CommandId slipReport; ///< set while the service must hear what became of the slip
    QString refusal; ///< why the service said no; such a wish has no number

    [[nodiscard]] bool isOwnNumber() const { return number && !number->kioskMark.isEmpty(); }
    /// Nothing more to do, print or report.
    [[nodiscard]] bool isSettled() const;
    friend bool operator==(const KioskTicket &, const KioskTicket &) = default;
};

/// What a kiosk has done, folded from its own journal. The journal holds each change of a ticket as
/// the whole ticket (kind "ticket"), the catalogue (key "catalogue"), what the service said last
/// (key "mirror"), and now and then a checkpoint (key "checkpoint") of all that is not settled, so
/// that a restart reads a day and not years.
class KioskTickets
{
public:
    [[nodiscard]] const KioskTicket *find(const TicketId &id) const;
    [[nodiscard]] const std::map<TicketId, KioskTicket> &all() const { return m_tickets; }
    /// The record to store; put() is for when it is stored.
    [[nodiscard]] static JournalRecord record(const KioskTicket &ticket);
    void put(const KioskTicket &ticket);

    /// The next number of the kiosk's own series for `line` on `day`. Never gives one twice:
    /// numbers count from when they are asked for, stored or not.
    [[nodiscard]] TicketNumber takeNumber(const LineId &line, const QString &mark, BusinessDay day);

    /// Today's tickets and whatever isn't settled; resets the count for the next checkpoint.
    [[nodiscard]] JournalRecord checkpoint(BusinessDay today);
    /// Records since the last checkpoint.
    [[nodiscard]] int sinceCheckpoint() const { return m_sinceCheckpoint; }

    /// Folds one record of kind "ticket" or "checkpoint". Errors: Invalid, Corrupt.
    [[nodiscard]] Result<> fold(const JournalRecord &record);

private:
    void noteNumber(const KioskTicket &ticket);

    std::map<TicketId, KioskTicket> m_tickets;
    std::map<std::pair<BusinessDay, LineId>, int> m_series;
    int m_sinceCheckpoint = 0;
};

} // namespace antre

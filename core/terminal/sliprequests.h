// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/event.h"
#include "journal/journal.h"

#include <QJsonArray>

#include <map>

namespace antre {

/// An officer's wish for a slip from this kiosk, from the moment when it was noted.
struct SlipRequest
{
    CommandId id; ///< the officer's command
    TicketId ticket;
    BusinessDay day;
    /// Pending: on its way to the printer, or there already. After a restart nobody knows which.
    SlipState slip = SlipState::Pending;
    CommandId report = {}; ///< set while the service must hear what became of it
    friend bool operator==(const SlipRequest &, const SlipRequest &) = default;
};

/// The officers' wishes that this kiosk has taken on, and how they stand in its own journal: kind
/// "request", each change the whole wish. They are noted before anything is printed, and remembered
/// for their day: the service tells all of today's events again whenever a kiosk restarts.
class SlipRequests
{
public:
    [[nodiscard]] const SlipRequest *find(const CommandId &id) const;
    [[nodiscard]] const std::map<CommandId, SlipRequest> &all() const { return m_requests; }
    void put(const SlipRequest &request);

    [[nodiscard]] static JournalRecord record(const SlipRequest &request);
    /// Folds a record of its kind; others are none of its business. Errors: as of decoding.
    [[nodiscard]] Result<> fold(const JournalRecord &record);

    /// Drops what is of a day before `today`, the service's, and told.
    void forgetBefore(BusinessDay today);
    /// For checkpoints.
    [[nodiscard]] QJsonArray toJson() const;
    [[nodiscard]] Result<> restore(const QJsonArray &json);

private:
    std::map<CommandId, SlipRequest> m_requests;
};

} // namespace antre

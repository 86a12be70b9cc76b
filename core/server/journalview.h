// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/queueservice.h"

#include <QJsonObject>

namespace antre {

/// What somebody looks for in the journal.
struct JournalQuestion
{
    BusinessDay day; ///< null: any
    QString text; ///< in small letters; empty: all
    Position before = 0; ///< only older ones; 0: from the end
};

/// {"entries":[{"position":…,"at":…,"kind":"ticketCalled","officer":"rina","name":"Rina",
/// "terminal":"counter-1","data":{…}}],"before":120}: newest first, without secrets, hashes and
/// catalogues. "before" is where to go on; absent: there is no more. Reads a bounded number of
/// records at a time, so a page may hold few entries or none, and there may be more.
[[nodiscard]] Result<QJsonObject> journalPage(
    QueueService &service, const JournalQuestion &question);

} // namespace antre

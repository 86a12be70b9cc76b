// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "fault/books.h"

namespace antre::test {

/// Today, and late paper, from the journal file of a service that has ended. Errors: the journal's.
[[nodiscard]] Result<JournalBook> readSiteJournal(const QString &path);

/// Every touch in the journal file of a kiosk that has ended. Errors: the journal's.
[[nodiscard]] Result<std::map<TicketId, KioskEntry>> readKioskJournal(const QString &path);

/// Takes one line of what antre-virtual-printer --words says and adds the slip that it tells of, if
/// any. `paper`: of this printer.
void readPrinter(const QByteArray &line, std::vector<PaperSlip> &paper);

} // namespace antre::test

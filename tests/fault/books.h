// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/ids.h"
#include "domain/ticket.h"

#include <QStringList>

#include <map>
#include <vector>

namespace antre::test {

/// What stands on one slip that came out of a printer.
struct PaperSlip
{
    TicketId ticket;
    QString number;
    bool copy = false; ///< marked as one
    bool whole = true; ///< false: never cut off, so it hangs in the printer
};

/// A ticket as the service's journal tells it.
struct JournalTicket
{
    QString number; ///< that it has now
    QStringList voided; ///< that it had before
    bool cancelled = false; ///< nobody here does that, so no person did
};

/// The day as the service's journal tells it.
struct JournalBook
{
    std::map<TicketId, JournalTicket> tickets; ///< late paper too
    std::vector<TicketId> calls; ///< first ones and again, in order
    /// Of them, those under a number that paper overruled: a hall that was away then need not speak
    /// them any more.
    std::map<TicketId, int> overruledCalls = {};
};

/// A touch as the kiosk's own journal tells it.
struct KioskEntry
{
    QString number; ///< empty: none was given
    bool refused = false;
    SlipState slip = SlipState::None;
    bool settled = false; ///< the service has heard all of it
};

/// All that was written down about one run, by everybody who saw some of it.
struct Books
{
    std::vector<PaperSlip> paper; ///< of all printers, in order
    std::map<TicketId, KioskEntry> kiosks;
    JournalBook journal;
    std::vector<TicketId> heard; ///< calls that the hall heard, in order
    std::map<TicketId, QString> told; ///< numbers that a kiosk was seen to give while it lived
    /// Kiosks were killed while their disks took nothing: a touch may be known to the service only.
    bool touchesForgotten = false;
};

/// What holding the books against each other shows.
struct Reckoning
{
    int slips = 0; ///< originals on paper
    int copies = 0;
    int tickets = 0; ///< in the journal
    int withoutPaper = 0; ///< of them, those whose slip came out nowhere, as their kiosk knows
    int ownNumbers = 0; ///< on paper, from a kiosk's own series
    int doubles = 0; ///< slips or numbers too many
    int losses = 0; ///< slips, numbers or calls too few
    int unsettled = 0;
    int forgotten = 0; ///< tickets that no kiosk remembers, and no paper either
    QStringList differences; ///< a sentence each
};

/// The promise, checked: every slip is exactly one ticket under the number on it, and none that was
/// cancelled; a ticket has at
/// most one number on paper and one slip that isn't marked as a copy; no number was given twice;
/// what a kiosk's journal or a living kiosk told of a number is what the service's journal tells;
/// nothing is left unreported; and every call was heard once.
[[nodiscard]] Reckoning reckon(const Books &books);

/// One line of figures.
[[nodiscard]] QString figures(const Reckoning &reckoning);

} // namespace antre::test

// SPDX-License-Identifier: Apache-2.0
#include "kiosk/kioskslip.h"

namespace antre {

/// REQUIRES: the ticket has its number.
static Ticket ticketOf(const KioskTicket &ticket)
{
    Ticket result;
    result.id = ticket.id;
    result.number = *ticket.number;
    result.line = ticket.number->line;
    result.service = ticket.service;
    result.further = ticket.further;
    result.priority = ticket.priority;
    result.language = ticket.language;
    result.secret = ticket.secret;
    result.touchedAt = ticket.touchedAt;
    result.slip = ticket.slip;
    return result;
}

/// The clock times go outwards to five minutes, as the range itself does.
static SlipWait slipWait(Minutes touched, const PromisedWait &wait)
{
    constexpr int step = 5;
    return {wait.from, wait.until, (touched + wait.from) / step * step,
        (touched + wait.until + Minutes(step - 1)) / step * step};
}

SlipContent kioskSlipContent(const KioskTicket &ticket, const Catalogue &catalogue, bool copy)
{
    SlipFacts facts;
    facts.day = ticket.day;
    facts.copy = copy;
    // What was counted without the service may be wrong by many: paper says nothing then.
    if (!ticket.stale)
        facts.peopleAhead = ticket.ahead;
    if (ticket.wait) {
        const Minutes touched = localTime(ticket.touchedAt, catalogue.zone()).ofDay;
        facts.wait = slipWait(touched, *ticket.wait);
        facts.maybeTooLate = ticket.wait->maybeTooLate;
    }
    return slipContent(ticketOf(ticket), catalogue, facts);
}

} // namespace antre

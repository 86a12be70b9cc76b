// SPDX-License-Identifier: Apache-2.0
#include "domain/fold.h"

#include <algorithm>

namespace antre {

namespace {

bool isOnPaper(SlipState slip) { return slip == SlipState::Printed || slip == SlipState::Sent; }

/// What a report makes of what was known. A slip more, however it ended, takes none away.
SlipState afterReport(const Ticket &ticket, const SlipReported &report)
{
    if (!ticket.officerPrints)
        return report.slip; // there is only the one that its kiosk tells of
    const SlipState known = ticket.slip;
    const bool isOneMore = !report.request.isEmpty();
    if (isOnPaper(known) && !isOnPaper(report.slip))
        return isOneMore || report.slip == SlipState::Failed ? known : report.slip;
    return isOneMore && known == SlipState::Unknown && report.slip == SlipState::Failed
        ? known
        : report.slip;
}

} // namespace

void Fold::operator()(const TicketIssued &issued) const
{
    Ticket ticket;
    ticket.id = issued.ticket;
    ticket.number = issued.number;
    ticket.line = issued.number.line;
    ticket.service = issued.service;
    ticket.priority = issued.priority;
    ticket.language = issued.language;
    ticket.secret = issued.secret;
    ticket.issuedAt = issued.issuedAt;
    ticket.touchedAt = ticket.placeAt = issued.touchedAt;
    ticket.further = issued.further;
    ticket.holder = issued.holder;
    ticket.order = m_state.nextOrder++;
    ticket.changedBy = m_event.cause;
    // A kiosk prints what it issues; what an officer issues is printed where SlipRequested
    // says.
    const bool prints = !issued.issuedAt.isEmpty() && m_event.by.officer.isEmpty();
    ticket.slip = prints ? SlipState::Pending : SlipState::None;
    count(ticket, 1);
    if (!issued.secret.isEmpty())
        m_state.secrets.insert(issued.secret, issued.ticket);
    if (!issued.holder.isEmpty())
        m_state.held[issued.holder].push_back(issued.ticket);
    takeNumber(issued.number, issued.ticket);
    const auto [place, isNew] = m_state.tickets.insert_or_assign(issued.ticket, ticket);
    takePlace(place->second);
    about(issued.ticket);
}

void Fold::operator()(const PaperAdopted &adopted) const
{
    if (find(adopted.ticket))
        takeNumber(adopted.number, adopted.ticket);
    change(adopted.ticket, [&](Ticket &ticket) {
        ticket.voided.push_back(ticket.number);
        ticket.number = adopted.number;
        // A cancelled ticket stays out: a person decided that, not a number. So does
        // one whose day is over.
        if (ticket.state == TicketState::Cancelled || ticket.state == TicketState::Expired)
            return;
        if (ticket.state == TicketState::Served && !ticket.done.empty())
            ticket.done.pop_back();
        waitAgain(ticket);
    });
}

void Fold::operator()(const LatePaperRecorded &late) const
{
    m_state.latePaper.insert_or_assign(late.ticket, late);
}

void Fold::operator()(const SlipReported &reported) const
{
    if (Ticket *ticket = find(reported.ticket)) {
        ticket->slip = afterReport(*ticket, reported);
        about(reported.ticket);
    }
}

void Fold::operator()(const SlipRequested &requested) const
{
    Ticket *ticket = find(requested.ticket);
    if (!ticket)
        return;
    // A slip that may be in a hand stays there while one more is made.
    if (ticket->slip == SlipState::None || ticket->slip == SlipState::Failed)
        ticket->slip = SlipState::Pending;
    ticket->officerPrints = true;
    if (ticket->secret.isEmpty() && !requested.secret.isEmpty()) {
        ticket->secret = requested.secret;
        m_state.secrets.insert(requested.secret, requested.ticket);
    }
    about(requested.ticket);
}

void Fold::takeNumber(const TicketNumber &number, const TicketId &ticket) const
{
    m_state.numbers.insert(number.text(), ticket);
    if (number.kioskMark.isEmpty()) {
        int &last = m_state.lines[number.line].lastCount;
        last = std::max(last, number.count);
    }
}
} // namespace antre

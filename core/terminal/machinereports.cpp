// SPDX-License-Identifier: Apache-2.0
// What the service must still hear: paper, slips, kept presses. And what paper it knows already.
#include "terminal/terminalmachine.h"

#include <algorithm>

namespace antre {

bool TerminalMachine::isPassing(const Error &error)
{
    switch (error.code) {
    case ErrorCode::Unavailable:
    case ErrorCode::Offline:
    case ErrorCode::Corrupt:
    case ErrorCode::Unsupported:
        return true;
    case ErrorCode::Conflict:
        return error.reason.isEmpty(); // the journal's, not a rule's
    case ErrorCode::NotFound:
    case ErrorCode::Refused:
    case ErrorCode::Forbidden:
    case ErrorCode::Invalid:
        return false;
    }
    return false;
}

void TerminalMachine::report(const KioskTicket &ticket)
{
    if (!isUp())
        return;
    if (!ticket.paperReport.isEmpty()) {
        // Touched before the service was heard in this life: only now is it known when that was.
        const auto touched = m_touchedAt.find(ticket.id);
        const Instant touchedAt
            = touched == m_touchedAt.end() ? ticket.touchedAt : m_siteClock.at(touched->second);
        sendReport(ticket.paperReport,
            ReportPaper{ticket.id, *ticket.number, ticket.service, ticket.priority, ticket.language,
                ticket.secret, touchedAt, ticket.day, ticket.further});
    }
    if (ticket.slipReport.isEmpty())
        return;
    if (ticket.number || ticket.slip != SlipState::Failed)
        sendReport(ticket.slipReport, ReportSlip{ticket.id, ticket.slip});
    else
        sendReport(ticket.slipReport, CancelTicket{ticket.id});
}

void TerminalMachine::sendReport(const CommandId &id, const CommandData &data)
{
    const bool isFull = m_reportsSent.size() >= reportsAtOnce;
    if (isFull || m_disputes.contains(id) || !m_reportsSent.insert(id).second)
        return;
    send(CommandMessage{id, data});
}

void TerminalMachine::reportAll()
{
    for (const KeptWish &wish : m_wishes.all()) {
        if (m_wishesSent.insert(wish.id).second)
            send(CommandMessage{wish.id, wish.data});
    }
    std::vector<const KioskTicket *> waiting;
    for (const auto &[id, ticket] : m_tickets.all()) {
        if (!ticket.isSettled())
            waiting.push_back(&ticket);
    }
    // In order of touch, so that those with a wrong clock keep their order among themselves.
    std::ranges::sort(waiting, {}, [](const KioskTicket *ticket) { return ticket->touchedAt; });
    for (const KioskTicket *ticket : waiting)
        report(*ticket);
    // After the visitors' own: what an officer asked for later is the later news of a ticket.
    for (const auto &[id, request] : m_requests.all())
        reportRequest(request);
}

void TerminalMachine::reportAnswered(const KioskTicket &ticket, const Answer &message)
{
    const bool isPaper = ticket.paperReport == message.id;
    if (message.error && isPassing(*message.error)) {
        m_retryAt = m_clock.elapsed() + retryPause;
        return;
    }
    if (message.error && isPaper)
        m_disputes.insert_or_assign(message.id, *message.error);
    else
        settleReport(ticket, isPaper);
    if (m_reportsSent.size() <= reportsAtOnce / 2)
        reportAll();
}

void TerminalMachine::settleReport(const KioskTicket &ticket, bool isPaper)
{
    // What can't be said of a slip any more, because its ticket is gone or has moved on, needs no
    // saying.
    KioskTicket settled = ticket;
    (isPaper ? settled.paperReport : settled.slipReport) = {};
    if (!settled.number)
        settled.refusal = QStringLiteral("abandoned");
    if (isPresent(settled.id)) {
        m_issue->ticket.paperReport = settled.paperReport;
        m_issue->ticket.slipReport = settled.slipReport;
    }
    if (isPaper) {
        settled.reportedOn = m_mirror.state().day;
        m_touchedAt.erase(settled.id);
    }
    store(StoreFor::Ticket, settled);
    if (isPaper)
        renewSeries();
}

void TerminalMachine::wishAnswered(const Answer &message)
{
    m_wishesSent.erase(message.id);
    if (message.error && isPassing(*message.error)) {
        m_retryAt = m_clock.elapsed() + retryPause;
        return;
    }
    m_wishes.remove(message.id);
    // The person first: between the two the process may end.
    act(CommandAnswered{message});
    store(StoreFor::Press, {KeptWishes::answeredRecord(message.id, businessDay())});
}

/// Holds this kiosk's paper against what the service says of today. A service whose journal came
/// back without its end (a restored copy, a disk that lied) hears again of what is in hands; and
/// numbers with this kiosk's mark that it knows and the kiosk forgot are not given again.
void TerminalMachine::recognizePaper()
{
    if (m_settings.kind != TerminalKind::Kiosk)
        return;
    noteMarkedNumbers();
    const State &state = m_mirror.state();
    const auto own = m_tickets.all();
    for (const auto &[id, ticket] : own) {
        // A slip with a wrong date may have been served on another day long ago.
        if (!ticket.mayBeInHand() || ticket.queueDay() != state.day || !ticket.paperReport.isEmpty()
            || state.latePaper.contains(id))
            continue;
        const Ticket *known = state.ticket(id);
        if (known && known->number == *ticket.number)
            continue;
        KioskTicket again = ticket;
        again.paperReport = newCommandId();
        store(StoreFor::Ticket, again);
    }
}

/// Begins the own series anew when the service has begun a new day and no number of the old one is
/// on its way.
void TerminalMachine::renewSeries()
{
    const BusinessDay day = m_mirror.state().day;
    const bool numbering = m_issue && !m_issue->ticket.paperReport.isEmpty();
    if (m_settings.kind != TerminalKind::Kiosk || !isUp() || day <= m_tickets.seriesDay()
        || numbering || !m_knowsOwnPast || !m_tickets.allPaperReported())
        return;
    m_tickets.beginSeries(day);
    noteMarkedNumbers();
    store(StoreFor::Housekeeping, {m_tickets.seriesRecord()});
}

void TerminalMachine::noteMarkedNumbers()
{
    const auto &numbers = m_mirror.state().numbers;
    for (auto number = numbers.keyBegin(); number != numbers.keyEnd(); ++number) {
        const auto known = TicketNumber::fromText(*number);
        if (known && !known->kioskMark.isEmpty() && known->kioskMark == m_settings.mark)
            m_tickets.noteNumber(*known);
    }
}

size_t TerminalMachine::unreportedPaper() const
{
    return size_t(std::ranges::count_if(
        m_tickets.all(), [](const auto &entry) { return !entry.second.paperReport.isEmpty(); }));
}

} // namespace antre

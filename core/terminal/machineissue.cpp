// SPDX-License-Identifier: Apache-2.0
// A visitor's number: from the touch to the slip.
#include "domain/availability.h"
#include "terminal/terminalmachine.h"

#include <algorithm>

namespace antre {

namespace {

const QString cannotKeep = QStringLiteral("cannotKeep");

} // namespace

void TerminalMachine::on(const Touched &input)
{
    // Whatever else touches while one visitor is being served is the same visitor's hand. And
    // before the own journal was read nobody knows which numbers are given.
    if (isBusy() || !m_started)
        return;
    KioskTicket ticket = newTicket(input.service, input.language);
    ticket.priority = input.priority;
    if (!m_siteClock.isMeasured())
        m_touchedAt.emplace(ticket.id, m_clock.elapsed());
    m_offer.reset();
    m_rollQuestion.reset();
    const Milliseconds elapsed = m_clock.elapsed();
    m_issue = Issue{ticket, IssueStage::Storing, elapsed, elapsed + answerTimeout, false};
    if (m_knowsOwnPast)
        store(StoreFor::Wish, ticket);
    else
        wishEnded(ticket, false);
}

bool TerminalMachine::isBusy() const
{
    return m_issue && m_issue->stage != IssueStage::Finished
        && m_issue->stage != IssueStage::Refused;
}

KioskTicket TerminalMachine::newTicket(const ServiceId &service, const QString &language)
{
    KioskTicket ticket;
    ticket.id = TicketId(makeUuid(m_clock, m_random));
    ticket.service = service;
    ticket.language = language;
    ticket.secret = makeSecret(m_random);
    ticket.touchedAt = std::max(now(), m_mirror.asOf());
    ticket.day = businessDay();
    return ticket;
}

void TerminalMachine::wishEnded(const KioskTicket &ticket, bool kept)
{
    if (kept && !m_tickets.find(ticket.id))
        m_tickets.put(ticket);
    // Too slow: the service was asked meanwhile, or the visitor has left.
    if (!isPresent(ticket.id) || m_issue->stage != IssueStage::Storing)
        return;
    if (isUp())
        ask();
    else if (kept)
        giveOwnNumber();
    else
        refuse(cannotKeep);
}

void TerminalMachine::issueTimeReached()
{
    switch (m_issue->stage) {
    case IssueStage::Storing:
        // The service has a disk of its own. Without it there is nothing but to wait.
        if (isUp())
            return ask();
        if (m_clock.elapsed() < m_issue->touched + storeTimeout)
            m_issue->deadline = m_issue->touched + storeTimeout;
        else
            refuse(cannotKeep);
        return;
    case IssueStage::Asking:
        if (m_issue->checkIn.isEmpty())
            return giveOwnNumber();
        m_unanswered = m_issue;
        return refuseCheckIn(QStringLiteral("unanswered"));
    case IssueStage::Numbering:
        if (!m_issue->ticket.isOwnNumber())
            return print(KioskTicket(m_issue->ticket));
        return refuse(cannotKeep);
    case IssueStage::Printing:
    case IssueStage::Finished:
    case IssueStage::Refused:
        return;
    }
}

void TerminalMachine::ask()
{
    const KioskTicket &ticket = m_issue->ticket;
    m_issue->stage = IssueStage::Asking;
    m_issue->asked = true;
    m_issue->deadline = m_clock.elapsed() + answerTimeout;
    send(CommandMessage{CommandId(ticket.id.value()),
        IssueTicket{
            ticket.service, ticket.priority, ticket.language, ticket.secret, ticket.touchedAt}});
}

void TerminalMachine::answered(const Answer &message)
{
    if (!m_issue->checkIn.isEmpty())
        return checkInAnswered(message);
    const bool gaveUp = message.error
        && (isPassing(*message.error) || message.error->reason == QLatin1String("wishTooOld"));
    if (gaveUp || (!message.error && !message.number))
        return giveOwnNumber();
    if (message.error) {
        m_issue->asked = false; // it said no: there is nothing to take back
        return refuse(message.error->reason.isEmpty() ? errorCodeName(message.error->code)
                                                      : message.error->reason);
    }
    KioskTicket &ticket = m_issue->ticket;
    ticket.number = message.number;
    ticket.ahead = message.ahead;
    ticket.wait = message.wait;
    ticket.slip = SlipState::Pending;
    if (!m_knowsOwnPast)
        return print(KioskTicket(ticket));
    m_issue->stage = IssueStage::Numbering;
    m_issue->deadline = m_clock.elapsed() + answerTimeout;
    store(StoreFor::Number, ticket);
}

void TerminalMachine::giveOwnNumber()
{
    if (!m_knowsOwnPast)
        return refuse(cannotKeep);
    const CataloguePtr &catalogue = m_mirror.state().catalogue;
    const Service *service = catalogue ? catalogue->service(m_issue->ticket.service) : nullptr;
    if (!service)
        return refuse(QStringLiteral("unknownService"));
    KioskTicket &ticket = m_issue->ticket;
    if (!m_issue->asked) {
        const auto unheard = unheardNumbers();
        const ServiceStatus status
            = serviceStatus(m_mirror.state(), *service, now(), {false, &unheard});
        if (!status.takesNumbers())
            return refuse(availabilityName(status.availability));
    }
    const LineId line = catalogue->agency(service->agency)->line();
    ticket.number = m_tickets.takeNumber(line, m_settings.mark);
    ticket.ahead = m_mirror.waitingIn(line);
    for (const auto &[id, other] : m_tickets.all()) {
        if (!other.paperReport.isEmpty() && other.number && other.number->line == line)
            ++ticket.ahead;
    }
    ticket.stale = true;
    ticket.slip = SlipState::Pending;
    ticket.paperReport = newCommandId();
    m_issue->stage = IssueStage::Numbering;
    m_issue->deadline = m_clock.elapsed() + storeTimeout;
    store(StoreFor::Number, ticket);
}

QHash<ServiceId, int> TerminalMachine::unheardNumbers() const
{
    QHash<ServiceId, int> numbers;
    const BusinessDay today = businessDay();
    for (const auto &[id, ticket] : m_tickets.all()) {
        if (!ticket.paperReport.isEmpty() && ticket.number && ticket.day == today
            && !m_mirror.state().ticket(id))
            ++numbers[ticket.service];
    }
    return numbers;
}

void TerminalMachine::numberEnded(const KioskTicket &ticket, bool kept)
{
    if (isPresent(ticket.id) && m_issue->stage == IssueStage::Numbering) {
        // The service's number is on the service's disk: paper and queue agree, also if ours is
        // full. Our own, printed and then forgotten by a power cut, would be given twice.
        if (kept || !ticket.isOwnNumber())
            return print(ticket);
        return refuse(cannotKeep);
    }
    // Else too late: it was printed without, or the visitor was told no.
}

/// The visitor gets no number. Had the service been asked and not answered, it may hold a ticket
/// that nobody has: the wish is taken back.
void TerminalMachine::refuse(const QString &reason)
{
    m_issue->stage = IssueStage::Refused;
    m_issue->deadline.reset();
    KioskTicket &ticket = m_issue->ticket;
    ticket.number.reset();
    ticket.paperReport = {};
    ticket.refusal = reason;
    m_touchedAt.erase(ticket.id);
    KioskTicket settled = ticket;
    if (m_issue->asked) {
        settled.slip = SlipState::Failed;
        settled.slipReport = newCommandId();
        settled.refusal.clear();
    }
    store(StoreFor::Ticket, settled);
}

void TerminalMachine::on(const Dismissed &input)
{
    // The slip's end is the ticket's matter and goes on without the visitor.
    const auto over = {IssueStage::Printing, IssueStage::Finished, IssueStage::Refused};
    if (!m_issue || std::ranges::find(over, m_issue->stage) == over.end())
        return;
    if (input.hasSlip)
        m_offer.reset();
    m_issue.reset();
}

} // namespace antre

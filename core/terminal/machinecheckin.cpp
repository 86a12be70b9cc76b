// SPDX-License-Identifier: Apache-2.0
// A reservation that becomes a number: from the code to the slip. Without the service there is no
// check-in.
#include "terminal/terminalmachine.h"

namespace antre {

void TerminalMachine::on(const CheckInWanted &input)
{
    // Whatever else is held here while one visitor is being served is the same visitor's hand.
    if (isBusy() || !m_started)
        return;
    m_checkInRefusal.reset();
    const Milliseconds elapsed = m_clock.elapsed();
    const Reservation *known = m_mirror.state().reservation(reservationHash(input.code));
    Issue issue;
    // Asked again under the same name: if the service has made the ticket, its slip is still ours.
    if (m_unanswered && m_unanswered->checkIn == input.code)
        issue = *m_unanswered;
    else
        issue.ticket = newTicket(known ? known->place.service : ServiceId(), input.language);
    m_unanswered.reset();
    issue.stage = IssueStage::Asking;
    issue.touched = elapsed;
    issue.deadline = elapsed + answerTimeout;
    issue.checkIn = input.code;
    m_issue = issue;
    if (!isUp())
        return refuseCheckIn(QStringLiteral("offline"));
    m_offer.reset();
    m_rollQuestion.reset();
    const KioskTicket &ticket = issue.ticket;
    send(CommandMessage{CommandId(ticket.id.value()),
        CheckIn{input.code, {}, ticket.language, ticket.secret, ticket.touchedAt}});
}

void TerminalMachine::checkInAnswered(const Answer &message)
{
    if (message.error || !message.number)
        return refuseCheckIn(!message.error       ? QStringLiteral("unanswered")
                : message.error->reason.isEmpty() ? errorCodeName(message.error->code)
                                                  : message.error->reason);
    KioskTicket &ticket = m_issue->ticket;
    // Checked in before, with a phone or at another kiosk: that has the slip.
    if (message.ticket != ticket.id || ticket.service.isEmpty())
        return refuseCheckIn(QStringLiteral("alreadyCheckedIn"), message.number);
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

void TerminalMachine::refuseCheckIn(
    const QString &reason, const std::optional<TicketNumber> &number)
{
    m_checkInRefusal = CheckInRefusal{m_issue->checkIn, reason, number};
    m_issue.reset();
}

} // namespace antre

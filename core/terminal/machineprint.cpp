// SPDX-License-Identifier: Apache-2.0
// A number's slip: which printer, which end, the same once more, and the paper it takes.
#include "terminal/printerchoice.h"
#include "terminal/terminalmachine.h"

#include <algorithm>

namespace antre {

std::vector<PrinterCondition> TerminalMachine::printerConditions() const
{
    std::vector<PrinterCondition> conditions = m_connected.printers;
    conditions.resize(m_settings.printers.size(), PrinterCondition::Unknown);
    return conditions;
}

void TerminalMachine::print(const KioskTicket &ticket)
{
    m_issue->stage = IssueStage::Printing;
    m_issue->deadline.reset();
    m_tickets.put(ticket);
    m_offer = Offer{ticket.id, false};
    m_offerEndsAt = m_issue->touched + reprintOfferFor;
    beginPrint({.ticket = ticket});
    report(ticket);
}

void TerminalMachine::beginPrint(Print print)
{
    const auto printer = choosePrinter(printerConditions(), {});
    if (!printer)
        return;
    const quint64 id = m_nextPrint++;
    printOn(id, m_prints.emplace(id, std::move(print)).first->second, *printer);
}

void TerminalMachine::printOn(quint64 id, Print &print, size_t printer)
{
    print.printer = printer;
    print.tried.insert(printer);
    if (print.request.isEmpty() && isPresent(print.ticket.id)) {
        m_issue->printer = printer;
        m_issue->isCopy = print.copy;
    }
    act(PrintSlip{id, print.ticket, print.copy, printer, print.request});
}

void TerminalMachine::on(const PrintEnded &input)
{
    const auto found = m_prints.find(input.print);
    if (found == m_prints.end())
        return;
    if (input.slip == SlipState::Failed) {
        // Certainly nothing came out and nothing will: only then may it come out elsewhere.
        if (const auto next = choosePrinter(printerConditions(), found->second.tried))
            return printOn(found->first, found->second, *next);
    } else if (m_knowsOwnPast) {
        m_rolls.used(m_settings.printers[found->second.printer], input.millimetres);
        m_rollsChanged.insert(found->second.printer);
    }
    const Print ended = std::move(found->second);
    m_prints.erase(found);
    if (ended.request.isEmpty())
        slipEnded(ended.ticket.id, input.slip);
    else
        requestEnded(ended, input.slip);
}

void TerminalMachine::on(const SlipSeen &input)
{
    if (input.cameOut && m_offer && m_offer->ticket == input.ticket)
        m_offer.reset();
    slipEnded(input.ticket, input.cameOut ? SlipState::Printed : SlipState::Failed);
}

void TerminalMachine::slipEnded(const TicketId &id, SlipState slip)
{
    const KioskTicket *known = m_tickets.find(id);
    if (!known || !known->number)
        return;
    KioskTicket ticket = *known;
    // A copy that failed does not take back the slip that came out before it.
    const bool hasPaper = known->slip == SlipState::Printed || known->slip == SlipState::Sent;
    ticket.slip = hasPaper && slip == SlipState::Failed ? known->slip : slip;
    ticket.slipReport = newCommandId();
    if (isPresent(ticket.id)) {
        m_issue->ticket = ticket;
        m_issue->stage = IssueStage::Finished;
        m_issue->print = slip;
    }
    if (m_offer && m_offer->ticket == id && slip != SlipState::Unknown)
        m_offer->inDoubt = false;
    store(StoreFor::Ticket, ticket);
    tellStatus();
}

// The same once more

bool TerminalMachine::mayReprint(const KioskTicket &ticket) const
{
    return m_offer && m_offer->ticket == ticket.id && reprintOfferLeft() > Milliseconds(0)
        && ticket.copies < copiesMax && !isPrinting(ticket.id);
}

bool TerminalMachine::isPrinting(const TicketId &ticket) const
{
    const auto prints = [&](const auto &entry) { return entry.second.ticket.id == ticket; };
    const auto notes = [&](const auto &entry) {
        return entry.second.purpose == StoreFor::Copy && entry.second.ticket.id == ticket;
    };
    return std::ranges::any_of(m_prints, prints) || std::ranges::any_of(m_stores, notes);
}

/// Certainly not printed: who stands here may try as often as need be, for there is no paper yet.
bool TerminalMachine::isMissing(const KioskTicket &ticket) const
{
    return isPresent(ticket.id) && ticket.slip == SlipState::Failed && !isPrinting(ticket.id);
}

bool TerminalMachine::mayPrintAgain() const
{
    if (!m_issue || m_issue->stage != IssueStage::Finished)
        return false;
    const KioskTicket *ticket = m_tickets.find(m_issue->ticket.id);
    return ticket && (isMissing(*ticket) || mayReprint(*ticket));
}

bool TerminalMachine::mayPrintLost(const TicketId &id, const QString &secret) const
{
    const KioskTicket *ticket = m_tickets.find(id);
    if (m_issue || !ticket || !ticket->number || secret.isEmpty() || ticket->secret != secret)
        return false;
    const Ticket *known = m_mirror.state().ticket(id);
    return ticket->queueDay() == businessDay() && !(known && isOver(known->state))
        && ticket->copies < copiesMax && !isPrinting(id);
}

const KioskTicket *TerminalMachine::reprintable() const
{
    const KioskTicket *last = m_offer ? m_tickets.find(m_offer->ticket) : nullptr;
    return last && mayReprint(*last) ? last : nullptr;
}

const KioskTicket *TerminalMachine::reprintOffer() const
{
    return m_offer && m_offer->inDoubt ? reprintable() : nullptr;
}

Milliseconds TerminalMachine::reprintOfferLeft() const
{
    if (!m_offer || !m_offerEndsAt)
        return Milliseconds(0);
    return std::max(Milliseconds(0), *m_offerEndsAt - m_clock.elapsed());
}

void TerminalMachine::on(const ReprintWanted &input)
{
    const KioskTicket *known = m_tickets.find(input.ticket);
    if (!known || !known->number)
        return;
    // Not while the first is on its way, and not from under somebody else's number.
    const bool present = isPresent(input.ticket);
    const bool isOfficers = input.byOfficer && !m_issue && known->queueDay() == businessDay()
        && !isPrinting(input.ticket);
    const bool isLost = isOfficers || mayPrintLost(input.ticket, input.secret);
    if (m_issue ? !(present && mayPrintAgain()) : !(isLost || mayReprint(*known)))
        return;
    KioskTicket again = *known;
    if (isLost && !mayReprint(*known)) {
        // The queue has moved on since: who was ahead then is nobody's business now.
        again.stale = true;
        again.wait.reset();
    }
    if (again.slip == SlipState::Failed) {
        // Until now there was certainly no paper; from now on there may be, also after a power cut.
        again.slip = SlipState::Pending;
        again.slipReport = {};
    } else {
        ++again.copies;
    }
    if (!present)
        m_issue = Issue{again, IssueStage::Printing, m_clock.elapsed(), std::nullopt, false};
    m_issue->ticket = again;
    m_issue->stage = IssueStage::Printing;
    m_issue->isCopy = true;
    store(StoreFor::Copy, again);
}

void TerminalMachine::on(const OfferOver &) { m_offer.reset(); }

// Paper

/// What the printers' conditions say of their rolls. Not before the own journal was read: what is
/// remembered there counts, and what is seen now comes after it.
void TerminalMachine::lookAtPaper()
{
    if (!m_knowsOwnPast || m_settings.kind != TerminalKind::Kiosk)
        return;
    const std::vector<PrinterCondition> conditions = printerConditions();
    for (size_t i = 0; i < conditions.size(); ++i) {
        const KioskPrinter &printer = m_settings.printers[i];
        const JournalRecord before = m_rolls.record(printer, {});
        const auto finding = m_rolls.seen(printer, conditions[i], now());
        if (m_rolls.record(printer, {}) != before)
            m_rollsChanged.insert(i);
        if (finding == PaperRolls::Finding::Nothing)
            continue;
        m_rollQuestion = RollQuestion{i, finding == PaperRolls::Finding::NewRoll};
        m_rollQuestionEndsAt = m_clock.elapsed() + rollQuestionFor;
    }
    if (!m_rollsChanged.empty())
        store(StoreFor::Housekeeping, takeRollRecords());
}

void TerminalMachine::on(const RollConfirmed &input)
{
    m_rollQuestion.reset();
    m_rollQuestionEndsAt.reset();
    if (!m_knowsOwnPast || input.printer >= m_settings.printers.size())
        return;
    m_rolls.confirmed(m_settings.printers[input.printer], input.isNew, now());
    m_rollsChanged.insert(input.printer);
    store(StoreFor::Housekeeping, takeRollRecords());
    tellStatus();
}

void TerminalMachine::on(const PaperUsed &input)
{
    if (!m_knowsOwnPast || input.printer >= m_settings.printers.size())
        return;
    m_rolls.used(m_settings.printers[input.printer], input.millimetres);
    m_rollsChanged.insert(input.printer);
    store(StoreFor::Housekeeping, takeRollRecords());
    tellStatus();
}

std::vector<JournalRecord> TerminalMachine::takeRollRecords()
{
    std::vector<JournalRecord> records;
    for (const size_t printer : std::exchange(m_rollsChanged, {}))
        records.push_back(m_rolls.record(m_settings.printers[printer], businessDay()));
    return records;
}

} // namespace antre

// SPDX-License-Identifier: Apache-2.0
// Slips that officers want from this kiosk. The visitor's pages know nothing of them.
#include "terminal/terminalmachine.h"

#include <algorithm>

namespace antre {

/// What an officer at this very terminal asked of a kiosk.
void TerminalMachine::hearOfAsked(const Event &event)
{
    if (std::holds_alternative<DayStarted>(event.data))
        m_askedSlips.clear();
    if (const auto *wish = std::get_if<SlipRequested>(&event.data);
        wish && event.by.terminal == m_settings.id)
        m_askedSlips.insert_or_assign(wish->ticket, SlipState::Pending);
    const auto *told = std::get_if<SlipReported>(&event.data);
    const auto asked = told ? m_askedSlips.find(told->ticket) : m_askedSlips.end();
    if (asked == m_askedSlips.end())
        return;
    if (told->slip == SlipState::Printed || told->slip == SlipState::Sent)
        m_askedSlips.erase(asked);
    else if (!told->request.isEmpty())
        asked->second = told->slip;
}

void TerminalMachine::hearRequests(const EventsFeed &feed)
{
    for (const Event &event : feed.events) {
        if (m_settings.kind != TerminalKind::Kiosk) {
            hearOfAsked(event);
            continue;
        }
        const auto *wish = std::get_if<SlipRequested>(&event.data);
        if (wish && wish->kiosk == m_settings.id)
            m_heardRequests.push_back({event.cause, *wish, event.at, event.day});
        if (const auto *told = std::get_if<SlipReported>(&event.data))
            requestAnswered(told->request);
    }
}

/// The service has what there is to say of it: also when the own disk lost that, or never took it.
void TerminalMachine::requestAnswered(const CommandId &id)
{
    std::erase_if(m_heardRequests, [&](const HeardRequest &heard) { return heard.id == id; });
    const SlipRequest *request = m_requests.find(id);
    if (!request || request->report.isEmpty())
        return;
    SlipRequest told = *request;
    told.report = {};
    storeRequest(StoreFor::RequestEnd, told);
}

/// What was noted in an earlier life and has no end may be printed, or not.
void TerminalMachine::settleRequests()
{
    const auto noted = m_requests.all();
    for (const auto &[id, request] : noted) {
        if (request.slip == SlipState::Pending)
            endRequest(request, SlipState::Unknown);
    }
}

void TerminalMachine::takeRequests()
{
    if (!isUp() || !m_knowsOwnPast)
        return;
    for (const HeardRequest &heard : std::exchange(m_heardRequests, {})) {
        if (!m_requests.find(heard.id))
            takeRequest(heard);
    }
}

void TerminalMachine::takeRequest(const HeardRequest &heard)
{
    const SlipRequest request{heard.id, heard.wish.ticket, heard.day};
    const bool isTooLate = heard.day != m_mirror.state().day || now() - heard.at > requestMaxAge;
    if (isTooLate || !ticketToPrint(heard))
        return endRequest(request, SlipState::Failed);
    m_notedRequests.emplace(heard.id, heard);
    storeRequest(StoreFor::Request, request);
}

/// Only what is on the disk is printed: the service tells of the wish again after a restart, and
/// nothing else says then that it was printed already.
void TerminalMachine::requestNoted(const CommandId &id, bool kept)
{
    const auto noted = m_notedRequests.find(id);
    const SlipRequest *request = m_requests.find(id);
    if (noted == m_notedRequests.end() || !request)
        return;
    const HeardRequest heard = std::move(noted->second);
    m_notedRequests.erase(noted);
    const auto ticket = ticketToPrint(heard);
    if (!kept || !ticket || now() - heard.at > requestMaxAge)
        return endRequest(*request, SlipState::Failed);
    const bool isCopy = heard.wish.copy || mayHavePaper(*request);
    beginPrint({.ticket = *ticket, .copy = isCopy, .request = id});
}

/// Two slips of one number never look alike: the officer pressed twice, or before this kiosk had
/// told of its visitor's slip.
bool TerminalMachine::mayHavePaper(const SlipRequest &request) const
{
    const KioskTicket *own = m_tickets.find(request.ticket);
    return (own && own->mayBeInHand())
        || std::ranges::any_of(m_requests.all(), [&](const auto &entry) {
               const SlipRequest &other = entry.second;
               return other.ticket == request.ticket && other.id != request.id
                   && !m_notedRequests.contains(other.id) && other.slip != SlipState::Failed;
           });
}

/// Paper is the truth: a ticket of this kiosk comes out under the number that its slip has. A copy
/// says nothing of a queue that has moved on.
std::optional<KioskTicket> TerminalMachine::ticketToPrint(const HeardRequest &heard) const
{
    const State &state = m_mirror.state();
    const Ticket *known = state.ticket(heard.wish.ticket);
    const KioskTicket *own = m_tickets.find(heard.wish.ticket);
    if (known && known->state == TicketState::Cancelled)
        return {};
    if (own && own->number) {
        KioskTicket ticket = *own;
        if (known) {
            ticket.service = known->service;
            ticket.further = known->further;
        }
        if (heard.wish.copy) {
            ticket.stale = true;
            ticket.wait.reset();
        }
        return ticket;
    }
    if (!known)
        return {};
    KioskTicket ticket;
    ticket.id = known->id;
    ticket.service = known->service;
    ticket.further = known->further;
    ticket.priority = known->priority;
    ticket.language = known->language;
    ticket.secret = heard.wish.secret;
    ticket.touchedAt = known->touchedAt;
    ticket.day = state.day;
    ticket.number = known->number;
    ticket.slip = SlipState::Pending;
    ticket.stale = heard.wish.copy || known->state != TicketState::Waiting;
    if (ticket.stale)
        return ticket;
    ticket.ahead = state.aheadOf(*known);
    if (const auto wait = m_waits.find(known->line); wait != m_waits.end())
        ticket.wait = wait->second;
    return ticket;
}

void TerminalMachine::requestEnded(const Print &print, SlipState slip)
{
    if (const SlipRequest *request = m_requests.find(print.request))
        endRequest(*request, slip);
    // The visitor's own slip, when it is missing or in doubt, is there now.
    const KioskTicket *own = m_tickets.find(print.ticket.id);
    if (!own || !own->number || slip == SlipState::Failed)
        return;
    const bool isThere = slip == SlipState::Printed || slip == SlipState::Sent;
    const bool wasThere = own->slip == SlipState::Printed || own->slip == SlipState::Sent;
    const bool isNews = isThere ? !wasThere : own->slip == SlipState::Failed;
    if (!isNews)
        return;
    KioskTicket ticket = *own;
    ticket.slip = slip;
    ticket.slipReport = {};
    if (isPresent(ticket.id) && m_issue->stage == IssueStage::Finished) {
        m_issue->ticket = ticket;
        m_issue->print = slip;
    }
    store(StoreFor::Ticket, ticket);
    tellStatus();
}

void TerminalMachine::endRequest(SlipRequest request, SlipState slip)
{
    request.slip = slip;
    request.report = newCommandId();
    storeRequest(StoreFor::RequestEnd, request);
}

void TerminalMachine::storeRequest(StoreFor purpose, const SlipRequest &request)
{
    m_requests.put(request);
    const quint64 id = m_nextStore++;
    m_stores.emplace(id, Store{purpose, {}, request.id});
    std::vector<JournalRecord> records = takeRollRecords();
    records.push_back(SlipRequests::record(request));
    act(StoreRecords{id, std::move(records)});
}

void TerminalMachine::reportRequest(const SlipRequest &request)
{
    if (isUp() && !request.report.isEmpty())
        sendReport(request.report, ReportSlip{request.ticket, request.slip, request.id});
}

void TerminalMachine::requestReportAnswered(const Answer &message)
{
    const auto found = std::ranges::find_if(
        m_requests.all(), [&](const auto &entry) { return entry.second.report == message.id; });
    if (found == m_requests.all().end())
        return;
    if (message.error && isPassing(*message.error)) {
        m_retryAt = m_clock.elapsed() + retryPause;
        return;
    }
    requestAnswered(CommandId(found->first));
}

QStringList TerminalMachine::printingForOfficers() const
{
    QStringList numbers;
    for (const auto &[id, print] : m_prints) {
        if (!print.request.isEmpty())
            numbers.append(print.ticket.number->text());
    }
    return numbers;
}

} // namespace antre

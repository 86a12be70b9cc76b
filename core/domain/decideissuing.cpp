// SPDX-License-Identifier: Apache-2.0
#include "domain/availability.h"
#include "domain/decision.h"

#include <QTimeZone>

#include <algorithm>

namespace antre {

namespace {

/// A wish that reaches the next business day later than this was given up by its kiosk long ago,
/// and its paper may be known already: terminals wait a second, sockets are silent for 15 at most.
constexpr Milliseconds wishMaxAge{60'000};

} // namespace

Result<Events> Decision::operator()(const IssueTicket &issue)
{
    const TicketId ticket(m_command.id.value());
    // Paper may have been quicker than the wish it stands for.
    if (m_state.ticket(ticket) || m_state.latePaper.contains(ticket))
        return m_events;
    if (isOfPastDay(issue.touchedAt) && m_now - issue.touchedAt > wishMaxAge)
        return failure(ErrorCode::Conflict, QStringLiteral("the wish is of a day that is over"),
            QStringLiteral("wishTooOld"));
    const auto service = serviceOf(issue.service);
    if (!service)
        return tl::unexpected(service.error());
    const auto priority = classOf(issue.priority);
    if (!priority)
        return tl::unexpected(priority.error());
    if (const auto none = holdsNoneIn(lineOf(**service), issue.holder); !none)
        return tl::unexpected(none.error());
    if (const auto open = openFor(issue, **service); !open)
        return tl::unexpected(open.error());
    if (const auto wanted = furtherOf(issue); !wanted)
        return tl::unexpected(wanted.error());
    if (!issue.printAt.isEmpty()) {
        if (const auto kiosk = printerFor(issue.printAt); !kiosk)
            return tl::unexpected(kiosk.error());
    }
    add(TicketIssued{ticket, nextNumber(lineOf(**service)), issue.service, *priority,
        issue.language, issue.secret, m_command.by.terminal, std::min(issue.touchedAt, m_now),
        issue.further, issue.holder});
    if (!issue.printAt.isEmpty())
        add(SlipRequested{ticket, issue.printAt, false, issue.secret});
    return m_events;
}

Result<Events> Decision::operator()(const ReportPaper &paper)
{
    if (paper.number.line.isEmpty() || paper.number.count < 1)
        return failure(ErrorCode::Invalid, QStringLiteral("not a number: ") + paper.number.text());
    if (m_state.latePaper.contains(paper.ticket))
        return m_events;
    const Ticket *known = m_state.ticket(paper.ticket);
    if (known && known->number == paper.number)
        return m_events;
    // The day on the slip is the kiosk's belief; the time of touch is bounded by its arrival.
    const Instant touchedAt = std::min(paper.touchedAt, m_now);
    if (!known && isOver(paper.day) && isOfPastDay(touchedAt))
        return latePaper(paper);
    if (m_state.numbers.contains(paper.number.text()))
        return failure(ErrorCode::Conflict,
            QStringLiteral("another ticket holds ") + paper.number.text(),
            QStringLiteral("numberTaken"));
    // Neither hours nor quota, not even a catalogue that has dropped the line, undo a slip.
    if (known)
        add(PaperAdopted{paper.ticket, paper.number});
    else
        add(TicketIssued{paper.ticket, paper.number, paper.service, paper.priority, paper.language,
            paper.secret, m_command.by.terminal, touchedAt, paper.further});
    return m_events;
}

Result<Events> Decision::operator()(const ReportSlip &report)
{
    const Ticket *ticket = m_state.ticket(report.ticket);
    if (!ticket)
        return ticketGone();
    // What an officer asked for is answered, also when that is no news of the ticket.
    if (ticket->slip != report.slip || !report.request.isEmpty())
        add(SlipReported{report.ticket, report.slip, report.request});
    return m_events;
}

Result<Events> Decision::operator()(const RequestSlip &wish)
{
    const Ticket *ticket = m_state.ticket(wish.ticket);
    if (!ticket)
        return ticketGone();
    if (ticket->state == TicketState::Cancelled)
        return movedOn(*ticket);
    if (const auto kiosk = printerFor(wish.kiosk); !kiosk)
        return tl::unexpected(kiosk.error());
    // Until its own kiosk has told of its slip, only that one knows under which number paper is
    // out.
    const auto issuer = m_state.terminals.constFind(ticket->issuedAt);
    if (issuer != m_state.terminals.constEnd() && issuer->kind == TerminalKind::Kiosk
        && ticket->issuedAt != wish.kiosk && ticket->slip == SlipState::Pending
        && !ticket->officerPrints)
        return refused(QStringLiteral("slipPending"));
    add(SlipRequested{wish.ticket, wish.kiosk, wish.copy, ticket->secret});
    return m_events;
}

Result<Events> Decision::operator()(const CancelTicket &cancel)
{
    const Ticket *ticket = m_state.ticket(cancel.ticket);
    if (!ticket)
        return ticketGone();
    // A kiosk takes back a wish that it never printed; others' tickets are none of its
    // business, nor is what may be in a hand.
    const Actor &by = m_command.by;
    const bool byItself = by.officer.isEmpty() && !by.terminal.isEmpty();
    const bool neverPrinted = !ticket->officerPrints
        && (ticket->slip == SlipState::Pending || ticket->slip == SlipState::Failed);
    if (byItself && (by.terminal != ticket->issuedAt || !neverPrinted))
        return failure(ErrorCode::Forbidden,
            QStringLiteral("only the kiosk that never printed it may take it back"),
            QStringLiteral("notAllowed"));
    // Asked twice, or after an answer that was lost: it is as wished.
    if (ticket->state == TicketState::Cancelled)
        return m_events;
    if (ticket->state != TicketState::Waiting && ticket->state != TicketState::Parked)
        return movedOn(*ticket);
    add(TicketCancelled{cancel.ticket});
    return m_events;
}

Result<Events> Decision::latePaper(const ReportPaper &paper)
{
    add(LatePaperRecorded{paper.ticket, paper.number, paper.service, paper.day,
        m_command.by.terminal, paper.touchedAt});
    return m_events;
}

bool Decision::isOver(BusinessDay day) const { return day < std::min(m_state.day, m_today.day); }

bool Decision::isOfPastDay(Instant moment) const
{
    const auto &catalogue = m_state.catalogue;
    return isOver(localTime(moment, catalogue ? catalogue->zone() : QTimeZone::utc()).day);
}

Result<ClassId> Decision::classOf(const ClassId &id) const
{
    if (id.isEmpty())
        return m_state.catalogue->classes.front().id;
    if (!m_state.catalogue->priorityClass(id))
        return failure(ErrorCode::NotFound, QStringLiteral("no priority class ") + id.value());
    return id;
}

TicketNumber Decision::nextNumber(const LineId &line) const
{
    const auto known = m_state.lines.find(line);
    const int last = known == m_state.lines.end() ? 0 : known->second.lastCount;
    return {line, QString(), last + 1};
}

Result<> Decision::furtherOf(const IssueTicket &issue) const
{
    if (issue.further.size() > furtherServicesMax)
        return refused(QStringLiteral("tooManyServices"));
    std::set<ServiceId> wanted{issue.service};
    for (const ServiceId &id : issue.further) {
        const auto service = serviceOf(id);
        if (!service)
            return tl::unexpected(service.error());
        if (!wanted.insert(id).second)
            return refused(QStringLiteral("serviceWanted"));
        if (const auto open = openFor(issue, **service); !open)
            return open;
    }
    return {};
}

Result<> Decision::openFor(const IssueTicket &issue, const Service &service) const
{
    const ServiceStatus status = serviceStatus(m_state, service, m_now);
    if (status.takesNumbers())
        return {};
    const bool isLimit = status.availability == Availability::NumbersEnded
        || status.availability == Availability::QuotaFull
        || status.availability == Availability::MallFull;
    if (!issue.exceed || !isLimit)
        return refused(availabilityName(status.availability));
    return allowed(Right::ExceedLimits);
}

Result<> Decision::printerFor(const TerminalId &kiosk) const
{
    if (m_command.by.officer.isEmpty())
        return failure(ErrorCode::Forbidden, QStringLiteral("only officers print elsewhere"),
            QStringLiteral("notAllowed"));
    const auto known = m_state.terminals.constFind(kiosk);
    if (known == m_state.terminals.constEnd() || known->kind != TerminalKind::Kiosk)
        return failure(ErrorCode::NotFound, QStringLiteral("no kiosk ") + kiosk.value(),
            QStringLiteral("unknownKiosk"));
    return {};
}

} // namespace antre

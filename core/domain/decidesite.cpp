// SPDX-License-Identifier: Apache-2.0
#include "domain/dayend.h"
#include "domain/decision.h"

#include <algorithm>

namespace antre {

Result<Events> Decision::operator()(const PublishCatalogue &publish)
{
    if (!publish.catalogue || publish.catalogue->agencies.empty())
        return failure(ErrorCode::Invalid, QStringLiteral("an empty catalogue"));
    if (!m_state.catalogue || !(*m_state.catalogue == *publish.catalogue))
        add(CataloguePublished{publish.catalogue});
    return m_events;
}

Result<Events> Decision::operator()(const EnrolTerminal &enrol)
{
    const Terminal &wanted = enrol.terminal;
    if (wanted.id.isEmpty() || wanted.tokenHash.isEmpty())
        return failure(ErrorCode::Invalid, QStringLiteral("a terminal needs an id and a token"));
    if (wanted.kind == TerminalKind::Kiosk) {
        if (wanted.mark.size() != 1 || !wanted.mark.at(0).isLetterOrNumber()
            || wanted.mark.at(0).unicode() > 0x7f)
            return failure(
                ErrorCode::Invalid, QStringLiteral("a kiosk's mark is one letter or digit"));
        for (const Terminal &other : m_state.terminals) {
            if (other.id != wanted.id && other.mark == wanted.mark)
                return failure(ErrorCode::Refused,
                    QStringLiteral("kiosk %1 has the mark %2 already")
                        .arg(other.id.value(), other.mark),
                    QStringLiteral("markTaken"));
        }
    }
    if (m_state.terminals.value(wanted.id) != wanted)
        add(TerminalEnrolled{wanted});
    return m_events;
}

Result<Events> Decision::operator()(const RevokeTerminal &revoke)
{
    if (!m_state.terminals.contains(revoke.terminal))
        return failure(
            ErrorCode::NotFound, QStringLiteral("no terminal ") + revoke.terminal.value());
    add(TerminalRevoked{revoke.terminal});
    return m_events;
}

Result<Events> Decision::operator()(const RegisterOfficer &registration)
{
    if (registration.officer.id.isEmpty() || registration.officer.name.isEmpty())
        return failure(ErrorCode::Invalid, QStringLiteral("an officer needs an id and a name"));
    if (m_state.officers.value(registration.officer.id) != registration.officer)
        add(OfficerRegistered{registration.officer});
    return m_events;
}

Result<Events> Decision::operator()(const CloseFor &close)
{
    if (const auto may = allowedAtTerminal(Right::Close); !may)
        return tl::unexpected(may.error());
    if (!isKnown(close.scope))
        return failure(ErrorCode::NotFound,
            QStringLiteral("the catalogue has no ") + close.scope.text(),
            QStringLiteral("unknownScope"));
    const Instant until = std::chrono::ceil<Minutes>(close.until);
    if (until <= m_now || until - m_now > closureMax)
        return failure(ErrorCode::Invalid,
            QStringLiteral("a closure ends later than now and within %1 days")
                .arg(closureMax / std::chrono::days(1)));
    for (const auto &[language, words] : close.reason.all()) {
        if (words.size() > closureReasonMax)
            return failure(ErrorCode::Invalid,
                QStringLiteral("a reason has at most %1 characters").arg(closureReasonMax));
    }
    const auto present = m_state.closures.find(close.scope);
    if (present == m_state.closures.end() || present->second.until != until
        || present->second.reason != close.reason)
        add(ClosureDeclared{close.scope, until, close.reason});
    return m_events;
}

Result<Events> Decision::operator()(const Reopen &reopen)
{
    if (const auto may = allowedAtTerminal(Right::Close); !may)
        return tl::unexpected(may.error());
    if (m_state.closures.contains(reopen.scope))
        add(ClosureLifted{reopen.scope});
    return m_events;
}

Result<Events> Decision::operator()(const CloseDay &close)
{
    if (close.day != m_state.day || m_state.dayIsClosed)
        return m_events;
    if (!isDayEndDue(m_state, m_now))
        return failure(ErrorCode::Refused, QStringLiteral("the day is not over yet"),
            QStringLiteral("dayNotOver"));
    DayClosed count;
    for (const Ticket &ticket : inOrderOfTouch()) {
        ++count.issued;
        ++countOf(count, ticket.state);
        if (isInLine(ticket.state))
            add(TicketExpired{ticket.id});
    }
    add(count);
    return m_events;
}

int &Decision::countOf(DayClosed &count, TicketState state)
{
    switch (state) {
    case TicketState::Called:
    case TicketState::Serving:
        return count.present;
    case TicketState::Served:
        return count.served;
    case TicketState::NoShow:
        return count.missed;
    case TicketState::Cancelled:
        return count.cancelled;
    case TicketState::Waiting:
    case TicketState::Parked:
    case TicketState::Expired:
        break;
    }
    return count.expired;
}

std::vector<Ticket> Decision::inOrderOfTouch() const
{
    std::vector<Ticket> tickets;
    for (const auto &[id, ticket] : m_state.tickets)
        tickets.push_back(ticket);
    std::ranges::sort(
        tickets, {}, [](const Ticket &ticket) { return std::pair(ticket.touchedAt, ticket.id); });
    return tickets;
}

bool Decision::isKnown(const Scope &scope) const
{
    const Catalogue *catalogue = m_state.catalogue.get();
    if (!catalogue || scope.isSite())
        return catalogue != nullptr;
    return (scope.agency() && catalogue->agency(*scope.agency()))
        || (scope.service() && catalogue->service(*scope.service()))
        || (scope.counter() && catalogue->counter(*scope.counter()));
}

} // namespace antre

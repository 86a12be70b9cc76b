// SPDX-License-Identifier: Apache-2.0
#include "domain/dayend.h"
#include "domain/decision.h"

#include <algorithm>

namespace antre {

Result<Events> Decision::operator()(const PublishCatalogue &publish)
{
    if (const auto may = allowedAtTerminal(Right::EditCatalogue); !may)
        return tl::unexpected(may.error());
    if (!publish.catalogue || publish.catalogue->agencies.empty())
        return failure(ErrorCode::Invalid, QStringLiteral("an empty catalogue"));
    if (publish.reason.size() > publishReasonMax)
        return failure(ErrorCode::Invalid,
            QStringLiteral("a reason has at most %1 characters").arg(publishReasonMax));
    if (!m_state.catalogue || !(*m_state.catalogue == *publish.catalogue))
        add(CataloguePublished{publish.catalogue, publish.reason});
    return m_events;
}

Result<Events> Decision::operator()(const EnrolTerminal &enrol)
{
    if (const auto may = allowedAtTerminal(Right::ManageDevices); !may)
        return tl::unexpected(may.error());
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
    if (const auto may = allowedAtTerminal(Right::ManageDevices); !may)
        return tl::unexpected(may.error());
    if (!m_state.terminals.contains(revoke.terminal))
        return failure(
            ErrorCode::NotFound, QStringLiteral("no terminal ") + revoke.terminal.value());
    add(TerminalRevoked{revoke.terminal});
    return m_events;
}

Result<Events> Decision::operator()(const RegisterOfficer &registration)
{
    if (const auto may = mayRegister(registration.officer); !may)
        return tl::unexpected(may.error());
    if (registration.officer.id.isEmpty() || registration.officer.name.isEmpty())
        return failure(ErrorCode::Invalid, QStringLiteral("an officer needs an id and a name"));
    if (m_state.officers.value(registration.officer.id) != registration.officer)
        add(OfficerRegistered{registration.officer});
    return m_events;
}

Result<> Decision::mayRegister(const Officer &wanted) const
{
    const Actor &by = m_command.by;
    if (by.terminal.isEmpty() && by.officer.isEmpty())
        return {};
    if (const auto may = allowed(Right::ManagePeople); !may)
        return may;
    const Officer own = m_state.officers.value(by.officer);
    const Officer before = m_state.officers.value(wanted.id);
    const auto isAbove = [&](const Officer &other) {
        return !std::ranges::includes(own.rights, other.rights) || !own.agency.isEmpty();
    };
    if (isAbove(wanted) || (before.active && !before.id.isEmpty() && isAbove(before)))
        return failure(ErrorCode::Forbidden,
            QStringLiteral("nobody gives or takes rights that go beyond the own"),
            QStringLiteral("beyondOwnRights"));
    return {};
}

Result<> Decision::mayClose(const Scope &scope) const
{
    if (const auto may = allowedAtTerminal(Right::Close); !may)
        return may;
    const AgencyId own = m_state.officers.value(m_command.by.officer).agency;
    if (own.isEmpty() || !m_state.catalogue)
        return {};
    const Service *service
        = scope.service() ? m_state.catalogue->service(*scope.service()) : nullptr;
    if (scope.agency() == own || (service && service->agency == own))
        return {};
    return failure(ErrorCode::Forbidden, QStringLiteral("that is not of the own agency"),
        QStringLiteral("otherAgency"));
}

Result<Events> Decision::operator()(const CloseFor &close)
{
    if (const auto may = mayClose(close.scope); !may)
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
    if (const auto may = mayClose(reopen.scope); !may)
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

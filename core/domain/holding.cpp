// SPDX-License-Identifier: Apache-2.0
#include "domain/holding.h"

#include "domain/calling.h"
#include "domain/command.h"

#include <algorithm>

namespace antre {

namespace {

/// How far behind the last of a line a ticket is put whom nobody else limits.
constexpr Milliseconds behindLast{1000};

/// A clock that was set back takes nothing from anybody.
std::optional<Instant> within(Instant since, Instant now)
{
    return now - since <= takeBackWithin ? std::optional(since + takeBackWithin) : std::nullopt;
}

/// Those of the ticket's line who would be called after it.
std::vector<const Ticket *> followersOf(const State &state, const Ticket &ticket, Instant now)
{
    std::vector<const Ticket *> followers;
    const auto order = callingOrder(state, {ticket.line}, now);
    auto next = std::ranges::find(order, ticket.id, &NextTicket::ticket);
    if (next == order.end())
        return followers;
    for (++next; next != order.end(); ++next)
        followers.push_back(state.ticket(next->ticket));
    return followers;
}

} // namespace

std::optional<Instant> rejoinUntil(const Ticket &ticket, Instant now)
{
    return ticket.state == TicketState::Cancelled && ticket.left ? within(ticket.left->at, now)
                                                                 : std::nullopt;
}

std::optional<Instant> placeBackUntil(const Ticket &ticket, Instant now)
{
    return ticket.state == TicketState::Waiting && ticket.steppedBack
        ? within(ticket.steppedBack->at, now)
        : std::nullopt;
}

int othersBehind(const State &state, const Ticket &ticket, Instant now)
{
    if (ticket.state != TicketState::Waiting || ticket.timesBack >= stepsBackMax)
        return 0;
    return int(std::ranges::count(followersOf(state, ticket, now), TicketState::Waiting,
        [](const Ticket *follower) { return follower->state; }));
}

std::optional<Instant> placeBehind(
    const State &state, const Ticket &ticket, int others, Instant now)
{
    if (ticket.state != TicketState::Waiting)
        return std::nullopt;
    const auto dueOf
        = [&](const Ticket &one) { return one.placeAt - state.headStartOf(one.priority); };
    std::optional<Instant> before; // whom it is to stand behind
    std::optional<Instant> after; // and the next one
    for (const Ticket *follower : followersOf(state, ticket, now)) {
        if (others == 0) {
            after = dueOf(*follower);
            break;
        }
        // Who is back from aside is called, but nobody sees it wait.
        if (follower->state == TicketState::Waiting) {
            before = dueOf(*follower);
            --others;
        }
    }
    if (!before)
        return std::nullopt;
    const Minutes headStart = state.headStartOf(ticket.priority);
    // Who takes a number of the same class now comes after it, too.
    if (const Instant newcomer = now - headStart; !after && newcomer > *before)
        after = newcomer;
    const Milliseconds gap = after ? (*after - *before) / 2 : behindLast;
    return *before + std::max(gap, Milliseconds(1)) + headStart;
}

} // namespace antre

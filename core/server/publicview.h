// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/availability.h"
#include "domain/promisedwait.h"

namespace antre {

/// What everybody in the hall may know of a ticket, plus its place: for its holder. Never its
/// class.
struct PublicTicket
{
    QString secret;
    QString number;
    TicketState state = TicketState::Waiting;
    LineId line;
    ServiceId service;
    QString language; ///< of the slip
    int ahead = 0; ///< waiting before it in its line; only while it waits
    ServiceStatus status; ///< of its service, while it waits
    std::optional<PromisedWait> wait; ///< the caller's to fill in; absent: no honest estimate
    CounterId counter; ///< where it was called; empty while it waits
    Instant calledAt{}; ///< epoch: never
    std::optional<Instant> parkedUntil; ///< while it is set aside: called again from then on
    std::vector<ServiceId> further; ///< services of the visit that come after this one
    std::vector<ServiceId> done; ///< those that are done, oldest first
    std::optional<Instant> rejoinUntil = {}; ///< it left the queue and may come back until then
    std::optional<Instant> placeBackUntil = {}; ///< others went first, which may be taken back
    bool mayLetGoFirst = false;
    [[nodiscard]] bool mayCancel() const
    {
        return state == TicketState::Waiting || state == TicketState::Parked;
    }
};

/// A line as its display shows it.
struct PublicLine
{
    struct Desk
    {
        CounterId counter;
        QString number; ///< called or being served there; empty: free
        bool isPaused = false; ///< its officer calls nobody for a while
        std::optional<Instant> back = {}; ///< when the officer means to be back, if told
    };
    LineId line;
    AgencyId agency;
    int waiting = 0;
    std::vector<Desk> desks; ///< open counters that serve the line
    /// Somebody is there, and calls nobody just now.
    [[nodiscard]] bool isPaused() const;
    /// With isPaused(): when the first officer means to be back, if one told and it is to come.
    [[nodiscard]] std::optional<Instant> back(Instant now) const;
};

/// A ticket of which the place and its service's status are known already; both only count while
/// it waits.
[[nodiscard]] PublicTicket publicTicket(
    const Ticket &ticket, int ahead, const ServiceStatus &status, Instant now);
/// Nothing if no ticket of today has this secret.
[[nodiscard]] std::optional<PublicTicket> publicTicket(
    const State &state, const QString &secret, Instant now);
[[nodiscard]] PublicLine publicLine(const State &state, const Agency &agency);

} // namespace antre

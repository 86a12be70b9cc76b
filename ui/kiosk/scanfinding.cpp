// SPDX-License-Identifier: Apache-2.0
#include "kiosk/scanfinding.h"

#include "base/overloaded.h"

namespace antre {

/// What a kiosk's own ticket is when the service has never told of it: it waits.
static ScanFinding ownFinding(const KioskTicket &ticket)
{
    ScanFinding finding;
    finding.what = ScanFinding::What::Ticket;
    finding.number = ticket.number->text();
    finding.service = ticket.service;
    return finding;
}

static ScanFinding ticketFinding(const TerminalMachine &machine, const OwnTicketCode &code)
{
    const KioskTicket *own = machine.tickets().find(code.ticket);
    if (!own || !own->number)
        return {};
    ScanFinding finding = ownFinding(*own);
    finding.mayPrint = machine.mayPrintLost(code.ticket, code.secret);
    const State &state = machine.mirror().state();
    const Ticket *known = state.ticket(code.ticket);
    if (!known) {
        if (own->queueDay() != state.day && !state.day.isNull())
            finding.state = TicketState::Expired;
        return finding;
    }
    finding.service = known->service;
    finding.state = known->state;
    finding.counter = known->counter;
    // Counted from a copy that nobody keeps up to date, it would be a promise of long ago.
    if (known->state == TicketState::Waiting && machine.link() == LinkStatus::Up)
        finding.ahead = state.aheadOf(*known);
    return finding;
}

static ScanFinding reservationFinding(const TerminalMachine &machine, const ReservationCode &code)
{
    ScanFinding finding;
    finding.what = ScanFinding::What::CheckingIn;
    const auto &refused = machine.checkInRefusal();
    if (!refused || refused->code != code.code)
        return finding;
    finding.what = ScanFinding::What::NotCheckedIn;
    finding.reason = refused->reason;
    if (refused->number)
        finding.number = refused->number->text();
    return finding;
}

ScanFinding scanFinding(const TerminalMachine &machine, const ScannedCode &code)
{
    return std::visit(Overloaded{
                          [&](const OwnTicketCode &own) { return ticketFinding(machine, own); },
                          [](const OtherTicketCode &) {
                              ScanFinding finding;
                              finding.what = ScanFinding::What::Elsewhere;
                              return finding;
                          },
                          [&](const ReservationCode &reservation) {
                              return reservationFinding(machine, reservation);
                          },
                          [](const StrangeCode &) { return ScanFinding{}; },
                      },
        code);
}

} // namespace antre

// SPDX-License-Identifier: Apache-2.0
#include "kiosk/kioskpresenter.h"

#include "kiosk/kioskslip.h"
#include "scan/qrcode.h"
#include "slip/slippicture.h"

namespace antre {

void KioskPresenter::draw(const Catalogue &catalogue, const KioskTicket &ticket)
{
    if (m_drawn == ticket.id)
        return;
    m_drawn = ticket.id;
    const auto content = kioskSlipContent(ticket, catalogue, false);
    m_slip
        = slipPicture(layOutSlip(content, slipWidth80)).convertToFormat(QImage::Format_Grayscale8);
    m_code = {};
    if (!content.link.isEmpty())
        m_code
            = qrModules(content.link).value_or(QImage()).convertToFormat(QImage::Format_Grayscale8);
}

static std::optional<WaitRange> rangeOf(const std::optional<PromisedWait> &wait)
{
    return wait ? std::optional(WaitRange{wait->from, wait->until}) : std::nullopt;
}

IssuedTicket KioskPresenter::issued(const TerminalMachine &machine, const Catalogue &catalogue,
    const Issue &issue, PrinterNow printer)
{
    const auto &ticket = issue.ticket;
    draw(catalogue, ticket);
    IssuedTicket shown;
    shown.number = ticket.number->text();
    shown.service = ticket.service;
    shown.slip = issue.stage == IssueStage::Printing ? SlipState::Pending : ticket.slip;
    shown.paperOut = printer == PrinterNow::PaperOut;
    shown.ahead = ticket.ahead;
    shown.wait = rangeOf(ticket.wait);
    shown.offline = ticket.isOwnNumber() && machine.link() != LinkStatus::Up;
    shown.slipPicture = m_slip;
    shown.followCode = m_code;
    return shown;
}

std::optional<KioskScreen> KioskPresenter::screen(
    const TerminalMachine &machine, PrinterNow printer)
{
    const auto &state = machine.mirror().state();
    if (!state.catalogue)
        return {};
    const auto &catalogue = *state.catalogue;
    auto screen = kioskScreen(state, localTime(machine.now(), catalogue.zone()));
    screen.printer = printer;
    for (const auto &line : catalogue.lines())
        screen.lines[line].waiting = machine.mirror().waitingIn(line);
    for (const auto &[line, wait] : machine.waits())
        screen.lines[line].wait = rangeOf(wait);
    if (machine.link() != LinkStatus::Up && machine.mirror().asOf() != Instant{})
        screen.countedAt = localTime(machine.mirror().asOf(), catalogue.zone()).ofDay;
    const auto &issue = machine.issue();
    if (!issue)
        return screen;
    switch (issue->stage) {
    case IssueStage::Storing:
    case IssueStage::Asking:
    case IssueStage::Numbering:
        screen.phase = KioskPhase::Issuing;
        break;
    case IssueStage::Printing:
    case IssueStage::Finished:
        screen.phase = KioskPhase::Issued;
        screen.issued = issued(machine, catalogue, *issue, printer);
        break;
    case IssueStage::Refused:
        screen.phase = KioskPhase::Refused;
        screen.refused = issue->ticket.service;
        break;
    }
    return screen;
}

} // namespace antre

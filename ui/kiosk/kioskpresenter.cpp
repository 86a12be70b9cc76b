// SPDX-License-Identifier: Apache-2.0
#include "kiosk/kioskpresenter.h"

#include "kiosk/kioskslip.h"
#include "scan/qrcode.h"
#include "slip/slippicture.h"
#include "terminal/phoneslink.h"

#include <QHash>

namespace antre {

void KioskPresenter::draw(const Catalogue &catalogue, const KioskTicket &ticket, bool copy)
{
    if (m_drawn == ticket.id && m_isCopy == copy)
        return;
    m_drawn = ticket.id;
    m_isCopy = copy;
    const auto content = kioskSlipContent(ticket, catalogue, copy);
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

IssuedTicket KioskPresenter::issued(const KioskScreen &screen, const Issue &issue)
{
    const auto &ticket = issue.ticket;
    draw(*screen.catalogue, ticket, issue.isCopy);
    IssuedTicket shown;
    shown.number = ticket.number->text();
    shown.service = ticket.service;
    shown.slip = issue.stage == IssueStage::Printing ? SlipState::Pending : issue.print;
    shown.isCopy = issue.isCopy;
    shown.paperOut = screen.printer == PrinterNow::PaperOut;
    // Counted without the service: said only together with the age of what it was counted from.
    const bool hasAge = screen.isAway && screen.line(ticket.number->line).waiting.has_value();
    if (!ticket.stale || hasAge)
        shown.ahead = ticket.ahead;
    shown.wait = rangeOf(ticket.wait);
    shown.offline = !ticket.paperReport.isEmpty();
    shown.slipPicture = m_slip;
    shown.followCode = m_code;
    return shown;
}

void KioskPresenter::showIssue(KioskScreen &screen, const Issue &issue)
{
    switch (issue.stage) {
    case IssueStage::Asking:
        if (!issue.checkIn.isEmpty())
            break; // the page of codes says so, and what comes of it
        [[fallthrough]];
    case IssueStage::Storing:
    case IssueStage::Numbering:
        screen.phase = KioskPhase::Issuing;
        break;
    case IssueStage::Printing:
    case IssueStage::Finished:
        screen.phase = KioskPhase::Issued;
        screen.issued = issued(screen, issue);
        break;
    case IssueStage::Refused:
        screen.phase = KioskPhase::Refused;
        screen.refused = issue.ticket.service;
        screen.couldNotKeep = issue.ticket.refusal == QLatin1String("cannotKeep");
        break;
    }
}

static bool isAway(const TerminalMachine &machine)
{
    const Instant heard = machine.mirror().asOf();
    return machine.link() != LinkStatus::Up
        && (heard == Instant{} || machine.now() - heard > KioskPresenter::currentFor);
}

/// How many wait, and of when that is. Of another day it says nothing about this one.
static void count(KioskScreen &screen, const TerminalMachine &machine)
{
    const Mirror &mirror = machine.mirror();
    const auto &catalogue = *screen.catalogue;
    screen.isAway = isAway(machine);
    if (screen.isAway && mirror.asOf() != Instant{})
        screen.heardAt = localTime(mirror.asOf(), catalogue.zone());
    const bool ofToday = screen.heardAt && screen.heardAt->day == screen.now.day;
    for (const auto &line : catalogue.lines()) {
        if (mirror.state().day == screen.now.day)
            screen.lines[line].waiting = mirror.waitingIn(line);
        else if (screen.isAway && !ofToday)
            screen.lines[line].waiting.reset();
    }
}

static DiskTrouble diskTrouble(const std::optional<Error> &error)
{
    if (!error)
        return DiskTrouble::None;
    // The reasons are the journal's.
    static const QHash<QString, DiskTrouble> known{
        {QStringLiteral("diskFull"), DiskTrouble::Full},
        {QStringLiteral("readOnly"), DiskTrouble::ReadOnly},
        {QStringLiteral("locked"), DiskTrouble::Locked},
        {QStringLiteral("damaged"), DiskTrouble::Damaged},
        {QStringLiteral("gone"), DiskTrouble::Gone},
    };
    if (error->code == ErrorCode::Corrupt)
        return DiskTrouble::Damaged;
    return known.value(error->reason, DiskTrouble::Other);
}

static StaffNews staffNews(const TerminalMachine &machine)
{
    StaffNews news;
    news.disk = diskTrouble(machine.storeError());
    news.isRejected = machine.rejection().has_value();
    if (machine.link() != LinkStatus::Up)
        news.unreported = int(machine.unreportedPaper());
    for (const KioskTicket *ticket : machine.doubtfulSlips())
        news.doubtful.append(ticket->number->text());
    news.disputes = int(machine.disputes().size());
    news.printers = machine.printers();
    news.forOfficers = machine.printingForOfficers();
    return news;
}

/// Which printer a slip would come out of now, or why of none.
static void showPrinters(KioskScreen &screen, const std::vector<PrinterStatus> &printers)
{
    const auto prints = std::ranges::find_if(
        printers, [](const PrinterStatus &printer) { return mayPrint(printer.condition); });
    if (prints != printers.end()) {
        screen.printsAt = prints->place;
        return;
    }
    const bool lacksPaper = std::ranges::any_of(printers, [](const PrinterStatus &printer) {
        return printer.condition == PrinterCondition::PaperOut;
    });
    screen.printer = lacksPaper ? PrinterNow::PaperOut : PrinterNow::Broken;
}

/// What the start screen may ask of the last visitor, or of who filled a printer.
static void showOffers(KioskScreen &screen, const TerminalMachine &machine)
{
    const auto &catalogue = *screen.catalogue;
    if (const auto question = machine.rollQuestion())
        screen.roll
            = RollAsked{machine.settings().printers[question->printer].place, question->isNew};
    const KioskTicket *last = machine.reprintable();
    if (!last)
        return;
    const ReprintOffer offer{last->number->text(),
        localTime(last->touchedAt, catalogue.zone()).ofDay,
        std::chrono::ceil<std::chrono::seconds>(machine.reprintOfferLeft())};
    if (machine.reprintOffer())
        screen.reprint = offer;
    else if (screen.printer == PrinterNow::Ready)
        screen.lastSlip = offer;
}

/// Who gets no paper here can have the number on a phone; not while the service, which serves that
/// page, is out of reach.
void KioskPresenter::showPhoneCode(KioskScreen &screen, const TerminalMachine &machine)
{
    const QString url = phonesLink(machine);
    if (screen.printer == PrinterNow::Ready || screen.isAway || url.isEmpty())
        return;
    if (std::exchange(m_site, url) != url)
        m_siteCode = qrModules(url).value_or(QImage()).convertToFormat(QImage::Format_Grayscale8);
    screen.phoneCode = m_siteCode;
}

std::optional<KioskScreen> KioskPresenter::screen(const TerminalMachine &machine)
{
    const auto &state = machine.mirror().state();
    if (!state.catalogue)
        return {};
    const auto unheard = machine.unheardNumbers();
    auto screen = kioskScreen(state, machine.now(), {!isAway(machine), &unheard});
    showPrinters(screen, machine.printers());
    count(screen, machine);
    showPhoneCode(screen, machine);
    for (const auto &[line, wait] : machine.waits())
        screen.lines[line].wait = rangeOf(wait);
    screen.isShut = machine.link() != LinkStatus::Up && machine.storeError();
    screen.staff = staffNews(machine);
    if (const auto &issue = machine.issue()) {
        showIssue(screen, *issue);
        if (screen.issued) {
            screen.issued->place = machine.settings().printers[issue->printer].place;
            screen.issued->mayPrintAgain = machine.mayPrintAgain();
        }
    } else {
        showOffers(screen, machine);
    }
    return screen;
}

} // namespace antre

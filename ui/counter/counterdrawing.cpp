// SPDX-License-Identifier: Apache-2.0
#include "counter/counterdrawing.h"

#include "common/devicewords.h"
#include "domain/availability.h"
#include "domain/calling.h"
#include "domain/command.h"

#include <algorithm>

namespace antre {

using std::chrono::ceil;
using std::chrono::floor;
using std::chrono::seconds;

static Minutes wholeMinutes(Milliseconds time)
{
    return floor<Minutes>(std::max(time, Milliseconds(0)));
}

static seconds secondsLeft(Milliseconds time)
{
    return ceil<seconds>(std::max(time, Milliseconds(0)));
}

static QString was(const Ticket &ticket)
{
    return ticket.voided.empty() ? QString() : ticket.voided.back().text();
}

static bool has(const std::vector<LineId> &lines, const LineId &line)
{
    return std::ranges::find(lines, line) != lines.end();
}

QStringList CounterDrawing::agenciesOf(const CounterId &id) const
{
    QStringList names;
    if (const Counter *counter = m_catalogue.counter(id)) {
        for (const AgencyId &served : counter->agencies) {
            if (const Agency *agency = m_catalogue.agency(served))
                names.append(text(agency->shortName));
        }
    }
    return names;
}

QString CounterDrawing::serviceName(const ServiceId &id) const
{
    const Service *service = m_catalogue.service(id);
    return service ? text(service->name) : id.value();
}

/// Name and icon; empty for the class that most visitors have, so that the others stand out.
std::pair<QString, QString> CounterDrawing::classOf(const Ticket &ticket) const
{
    const PriorityClass *known = m_catalogue.priorityClass(ticket.priority);
    if (!known || known == &m_catalogue.classes.front())
        return {};
    return {text(known->shortName), known->icon};
}

const Call *CounterDrawing::firstCall(const TicketId &ticket) const
{
    const auto call = std::find_if(m_state.calls.rbegin(), m_state.calls.rend(),
        [&](const Call &made) { return made.ticket == ticket && made.times == 1; });
    return call == m_state.calls.rend() ? nullptr : &*call;
}

const KeptPress *CounterDrawing::kept(const TicketId &ticket) const
{
    const auto found = std::find_if(m_console.kept.rbegin(), m_console.kept.rend(),
        [&](const KeptPress &press) { return press.ticket == ticket; });
    return found == m_console.kept.rend() ? nullptr : &*found;
}

CurrentTicket CounterDrawing::current(const Ticket &ticket) const
{
    CurrentTicket card;
    card.id = ticket.id;
    card.number = ticket.number.text();
    card.serviceId = ticket.service;
    card.service = serviceName(ticket.service);
    std::tie(card.className, card.classIcon) = classOf(ticket);
    if (const Service *service = m_catalogue.service(ticket.service)) {
        for (const LocalText &requirement : service->requirements)
            card.requirements.append(text(requirement));
    }
    card.takenAt = local(ticket.touchedAt);
    const Call *call = firstCall(ticket.id);
    card.waited = wholeMinutes((call ? call->at : ticket.calledAt) - ticket.touchedAt);
    if (call) {
        card.why = call->why;
        card.headStart = call->headStart;
    }
    const KeptPress *press = kept(ticket.id);
    Instant since = ticket.state == TicketState::Serving ? ticket.startedAt : ticket.calledAt;
    if (press && press->wish == Wish::Start && press->at != Instant())
        since = press->at;
    card.lasting = floor<seconds>(std::max(m_now - since, Milliseconds(0)));
    card.calls = ticket.calls;
    card.callsMax = m_catalogue.site.calling.maxCalls;
    // This machine's clock may be wrong: never longer than the catalogue says.
    card.callPause = std::min(secondsLeft(ticket.calledAt + m_catalogue.site.calling.pause - m_now),
        m_catalogue.site.calling.pause);
    for (const ServiceId &service : ticket.further)
        card.further.push_back({service, serviceName(service)});
    for (const DoneService &done : ticket.done)
        card.done.append(serviceName(done.service));
    card.slip = slipOf(ticket);
    card.was = was(ticket);
    if (const auto note = m_console.notes.find(ticket.id); note != m_console.notes.end())
        card.note = note->second;
    if (press)
        card.noted = press->wish;
    return card;
}

/// Who asked for a slip wants to know of that one, also when another was printed before.
SlipState CounterDrawing::slipOf(const Ticket &ticket) const
{
    const auto asked = m_console.askedSlips.find(ticket.id);
    return asked == m_console.askedSlips.end() ? ticket.slip : asked->second;
}

std::vector<WaitingRow> CounterDrawing::waiting() const
{
    std::vector<WaitingRow> rows;
    for (const NextTicket &next : callingOrder(m_state, m_console.counter, m_now)) {
        const Ticket *ticket = m_state.ticket(next.ticket);
        if (!ticket)
            continue;
        const auto [className, classIcon] = classOf(*ticket);
        rows.push_back({ticket->id, ticket->number.text(), serviceName(ticket->service), className,
            classIcon, wholeMinutes(next.waited), next.headStart, next.why,
            ticket->number.kioskMark, slipOf(*ticket), was(*ticket)});
    }
    return rows;
}

/// Who is served now may go on to a further service, and be the next at this very counter.
QString CounterDrawing::next() const
{
    const Ticket *current = m_state.ticket(m_state.desk(m_console.counter).current);
    std::optional<Ticket> continued;
    if (current && current->state == TicketState::Serving && !current->further.empty()) {
        continued = *current;
        continued->placeAt = current->touchedAt;
        if (const Service *service = m_catalogue.service(current->further.front()))
            continued->line = m_catalogue.agency(service->agency)->line();
    }
    const auto next
        = nextTicket(m_state, m_console.counter, m_now, false, continued ? &*continued : nullptr);
    const Ticket *ticket = next ? m_state.ticket(next->ticket) : nullptr;
    return ticket ? ticket->number.text() : QString();
}

std::vector<CounterId> CounterDrawing::alsoServing(const std::vector<LineId> &lines) const
{
    std::vector<CounterId> others;
    for (const Counter &counter : m_catalogue.counters) {
        if (counter.id == m_console.counter || !m_state.desk(counter.id).isOpen())
            continue;
        const std::vector<LineId> served = m_catalogue.linesOf(counter.id);
        if (std::ranges::any_of(lines, [&](const LineId &line) { return has(served, line); }))
            others.push_back(counter.id);
    }
    return others;
}

std::optional<HelpOffer> CounterDrawing::help() const
{
    const std::vector<LineId> lines = m_catalogue.linesHelpedBy(m_console.counter);
    const std::vector<NextTicket> order = helpingOrder(m_state, m_console.counter, m_now);
    if (order.empty())
        return {};
    HelpOffer offer;
    offer.waiting = int(order.size());
    offer.next = m_state.ticket(order.front().ticket)->number.text();
    for (const LineId &line : lines) {
        const Agency *agency = m_catalogue.agencyOfLine(line);
        const bool waits = std::ranges::any_of(order,
            [&](const NextTicket &next) { return m_state.ticket(next.ticket)->line == line; });
        if (agency && waits)
            offer.agencies.append(text(agency->shortName));
    }
    return offer;
}

std::vector<AsideRow> CounterDrawing::aside(const std::vector<LineId> &lines) const
{
    std::vector<const Ticket *> found;
    for (const auto &[id, ticket] : m_state.tickets) {
        const bool isAside
            = ticket.state == TicketState::NoShow || ticket.state == TicketState::Parked;
        if (isAside && (ticket.counter == m_console.counter || has(lines, ticket.line)))
            found.push_back(&ticket);
    }
    std::ranges::sort(found, [](const Ticket *a, const Ticket *b) {
        const bool aParked = a->state == TicketState::Parked;
        const bool bParked = b->state == TicketState::Parked;
        if (aParked != bParked)
            return aParked;
        if (aParked && a->parkedUntil != b->parkedUntil)
            return a->parkedUntil < b->parkedUntil;
        if (!aParked && a->endedAt != b->endedAt)
            return a->endedAt > b->endedAt;
        return a->id.value() < b->id.value();
    });
    std::vector<AsideRow> rows;
    for (const Ticket *ticket : found) {
        const bool isParked = ticket->state == TicketState::Parked;
        const ParkReason *reason = m_catalogue.parkReason(ticket->parkReason);
        AsideRow row;
        row.id = ticket->id;
        row.number = ticket->number.text();
        row.service = serviceName(ticket->service);
        row.isParked = isParked;
        row.reason = isParked && reason ? text(reason->name) : QString();
        row.calls = ticket->calls;
        row.at = local(isParked ? ticket->parkedUntil : ticket->calledAt);
        row.backIn = isParked ? secondsLeft(ticket->parkedUntil - m_now) : seconds(0);
        row.isDue = isParked && ticket->parkedUntil <= m_now;
        row.slip = slipOf(*ticket);
        row.elsewhere = ticket->counter == m_console.counter ? CounterId() : ticket->counter;
        rows.push_back(row);
    }
    return rows;
}

std::optional<PauseView> CounterDrawing::pause(const Desk &desk) const
{
    if (!desk.pause)
        return {};
    PauseView view;
    const PauseReason *reason = m_catalogue.pauseReason(desk.pause->reason);
    view.reason = reason ? text(reason->name) : QString();
    view.since = local(desk.pause->since);
    view.lasting = floor<seconds>(std::max(m_now - desk.pause->since, Milliseconds(0)));
    if (desk.pause->until != Instant()) {
        view.until = local(desk.pause->until);
        view.isOver = desk.pause->until <= m_now;
    }
    return view;
}

std::optional<UndoOffer> CounterDrawing::undo(const Desk &desk) const
{
    const Milliseconds left = desk.last.at + undoWithin - m_now;
    if (desk.last.command.isEmpty() || left <= Milliseconds(0))
        return {};
    // Who has been moved since, by another counter or by paper, can't be moved back.
    const bool isFresh = std::ranges::all_of(desk.last.before, [&](const Ticket &before) {
        const Ticket *ticket = m_state.ticket(before.id);
        return ticket && ticket->changedBy == desk.last.command;
    });
    if (!isFresh)
        return {};
    // This machine's clock may be behind: never longer than the rule says.
    UndoOffer offer{desk.last.command, deeds(desk.last, desk.pause), std::min(left, undoWithin)};
    return offer.deeds.empty() ? std::nullopt : std::optional(std::move(offer));
}

static std::optional<Deed> deedOf(const Ticket &before, const Ticket &now)
{
    switch (now.state) {
    case TicketState::Called:
        return before.state == TicketState::Called ? Deed::CalledAgain : Deed::Called;
    case TicketState::Serving:
        return before.state == TicketState::Serving ? Deed::Changed : Deed::Started;
    case TicketState::Served:
        return Deed::Finished;
    case TicketState::NoShow:
        return Deed::Missed;
    case TicketState::Parked:
        return Deed::Parked;
    case TicketState::Waiting:
        if (now.done.size() > before.done.size())
            return Deed::Finished;
        return before.state == TicketState::NoShow || before.state == TicketState::Parked
            ? Deed::BroughtBack
            : Deed::Transferred;
    case TicketState::Cancelled:
    case TicketState::Expired:
        return {};
    }
    return {};
}

std::vector<std::pair<Deed, QString>> CounterDrawing::deeds(
    const DeskAction &action, const std::optional<Pause> &pause) const
{
    std::vector<std::pair<Deed, QString>> deeds;
    for (const Ticket &before : action.before) {
        const Ticket *now = m_state.ticket(before.id);
        const auto deed = now ? deedOf(before, *now) : std::nullopt;
        if (deed)
            deeds.emplace_back(*deed, now->number.text());
    }
    // Who was there before is done before the next one is called.
    std::ranges::stable_sort(
        deeds, std::greater<>(), [](const auto &deed) { return deed.first == Deed::Finished; });
    if (pause && !action.pauseBefore)
        deeds.emplace_back(Deed::Paused, QString());
    else if (!pause && action.pauseBefore)
        deeds.emplace_back(Deed::Resumed, QString());
    return deeds;
}

std::optional<TakenBack> CounterDrawing::takenBack() const
{
    for (const auto &[id, ticket] : m_state.tickets) {
        const bool wasHere = ticket.counter == m_console.counter
            && ticket.state == TicketState::Waiting && ticket.calledAt == Instant();
        if (wasHere && !ticket.voided.empty())
            return TakenBack{was(ticket), ticket.number.text()};
    }
    return {};
}

LateRefusal CounterDrawing::lateRefusal(const KeptPress &press) const
{
    const Ticket *ticket = m_state.ticket(press.ticket);
    const bool paperWon = ticket && ticket->state == TicketState::Waiting
        && ticket->calledAt == Instant() && !ticket->voided.empty();
    if (paperWon)
        return {press.wish, was(*ticket), ticket->number.text()};
    return {press.wish, press.number, {}};
}

std::vector<CounterChoice> CounterDrawing::counterChoices() const
{
    std::vector<CounterChoice> choices;
    for (const Counter &counter : m_catalogue.counters)
        choices.push_back({counter.id, agenciesOf(counter.id),
            m_state.officers.value(m_state.desk(counter.id).officer).name});
    return choices;
}

std::vector<OfficerChoice> CounterDrawing::officerChoices() const
{
    std::vector<OfficerChoice> choices;
    for (const Officer &officer : m_state.officers) {
        if (officer.active)
            choices.push_back({officer.id, officer.name});
    }
    std::ranges::sort(choices, [](const OfficerChoice &a, const OfficerChoice &b) {
        const int order = QString::localeAwareCompare(a.name, b.name);
        return order != 0 ? order < 0 : a.id < b.id;
    });
    return choices;
}

/// Of the printer that works best, since a kiosk tries all.
static PrinterCondition conditionOf(const DeviceStatus &device)
{
    if (!device.status || device.status->printers.empty())
        return PrinterCondition::Unknown;
    const std::vector<PrinterStatus> &printers = device.status->printers;
    const auto working = std::ranges::find_if(
        printers, [](const PrinterStatus &printer) { return mayPrint(printer.condition); });
    return (working == printers.end() ? printers.front() : *working).condition;
}

void CounterDrawing::addChoices(CounterView &view) const
{
    const Site &site = m_catalogue.site;
    for (const ServiceOutcome &outcome : site.outcomes)
        view.outcomes.push_back({outcome.id, text(outcome.name), Minutes(0)});
    for (const ParkReason &reason : site.parkReasons)
        view.parkReasons.push_back({reason.id, text(reason.name), reason.minutes});
    for (const PauseReason &reason : site.pauseReasons)
        view.pauseReasons.push_back({reason.id, text(reason.name), Minutes(0)});
    addIssueChoices(view);
}

void CounterDrawing::addIssueChoices(CounterView &view) const
{
    for (const PriorityClass &one : m_catalogue.classes)
        view.classes.push_back({one.id, text(one.shortName), one.icon});
    view.kiosks = kiosks();
    view.slipsLeft = slipsLeft();
    view.services = services();
    view.issued = issued();
}

QString CounterDrawing::terminalName(const TerminalId &id) const
{
    const QString name = m_state.terminals.value(id).name;
    return name.isEmpty() ? id.value() : name;
}

std::vector<KioskChoice> CounterDrawing::kiosks() const
{
    std::vector<KioskChoice> all;
    for (const Terminal &terminal : m_state.terminals) {
        if (terminal.kind != TerminalKind::Kiosk)
            continue;
        KioskChoice kiosk{terminal.id, terminalName(terminal.id), true, {}};
        const auto device = m_console.devices.find(terminal.id);
        if (device != m_console.devices.end()) {
            kiosk.isConnected = device->second.isConnected;
            kiosk.printer = conditionOf(device->second);
        }
        all.push_back(kiosk);
    }
    std::ranges::sort(all, std::less<>(), &KioskChoice::id);
    return all;
}

/// What all printers of each kiosk have together.
std::map<TerminalId, qint64> CounterDrawing::slipsLeft() const
{
    std::map<TerminalId, qint64> left;
    for (const auto &[terminal, device] : m_console.devices) {
        if (!device.status)
            continue;
        for (const PrinterStatus &printer : device.status->printers) {
            if (printer.paper && mayPrint(printer.condition))
                left[terminal] += printer.paper->slips;
        }
    }
    return left;
}

/// Read from the state, so that what became of the slip is said as soon as it is known.
std::optional<IssuedNumber> CounterDrawing::issued() const
{
    if (!m_console.issued)
        return {};
    const Console::Issued &given = *m_console.issued;
    IssuedNumber shown;
    shown.id = given.ticket;
    shown.number = given.number.text();
    shown.service = serviceName(given.service);
    if (const Service *service = m_catalogue.service(given.service))
        shown.agency = text(m_catalogue.agency(service->agency)->shortName);
    shown.ahead = given.ahead;
    shown.wait = given.wait;
    shown.kiosk = given.kiosk;
    shown.kioskName = given.kiosk.isEmpty() ? QString() : terminalName(given.kiosk);
    shown.note = given.note;
    if (const Ticket *ticket = m_state.ticket(given.ticket)) {
        shown.number = ticket->number.text(); // paper may have overruled it
        shown.slip = slipOf(*ticket);
        if (!ticket->secret.isEmpty() && !m_catalogue.site.publicUrl.isEmpty())
            shown.link = m_catalogue.site.publicUrl % u"/t/" % ticket->secret;
    }
    const auto device = m_console.devices.find(given.kiosk);
    const bool isAway = device != m_console.devices.end() && !device->second.isConnected;
    shown.isLate = shown.slip == SlipState::Pending
        && (isAway || m_now - given.sentAt >= kioskAnswersWithin);
    return shown;
}

void CounterDrawing::addNews(std::vector<DeskNews> &news, const Terminal &terminal) const
{
    const auto known = m_console.devices.find(terminal.id);
    if (known == m_console.devices.end() || terminal.kind == TerminalKind::Counter)
        return;
    const DeviceStatus &device = known->second;
    const QString name = terminalName(terminal.id);
    if (!device.isConnected)
        news.push_back({name, DeskNews::silent, 0, true});
    if (!device.status)
        return;
    const TerminalStatus &status = *device.status;
    for (const PrinterStatus &printer : status.printers) {
        const QString words = DeviceWords::printer(printer, m_console.language);
        const bool isBad = !mayPrint(printer.condition);
        const QString code = isBad ? printerConditionName(printer.condition) : DeskNews::paperLow;
        if (!words.isEmpty())
            news.push_back({name, code, 0, isBad, words});
    }
    if (status.unknownSlips > 0)
        news.push_back({name, DeskNews::slipsUnknown, status.unknownSlips, true});
    if (status.failedSlips > 0)
        news.push_back({name, DeskNews::slipsFailed, status.failedSlips, true});
    for (const QString &code : status.troubles)
        news.push_back({name, code, 0, true});
}

std::vector<DeskNews> CounterDrawing::news(const std::vector<LineId> &lines) const
{
    std::vector<Terminal> terminals(m_state.terminals.begin(), m_state.terminals.end());
    std::ranges::sort(terminals, std::less<>(), &Terminal::id);
    std::vector<DeskNews> news;
    for (const Terminal &terminal : terminals)
        addNews(news, terminal);
    const auto expired = std::ranges::count_if(m_state.tickets, [&](const auto &entry) {
        return entry.second.state == TicketState::Expired && has(lines, entry.second.line);
    });
    if (m_state.dayIsClosed && expired > 0)
        news.push_back({{}, DeskNews::expired, int(expired), false});
    std::ranges::stable_sort(news, std::greater<>(), &DeskNews::isBad);
    return news;
}

/// As decide() sees it: the hour for new numbers may be over, but not the whole day.
bool CounterDrawing::isClosed(const Service &service, Availability availability) const
{
    const bool isFull
        = service.dailyQuota && m_state.taken.value(service.id) >= *service.dailyQuota;
    return availability == Availability::ClosedToday || availability == Availability::ClosedForToday
        || isFull;
}

std::vector<ServiceChoice> CounterDrawing::services() const
{
    std::vector<ServiceChoice> all;
    for (const Agency &agency : m_catalogue.agencies) {
        std::vector<CounterId> counters;
        for (const Counter &counter : m_catalogue.counters) {
            if (m_state.desk(counter.id).isOpen()
                && has(m_catalogue.linesOf(counter.id), agency.line()))
                counters.push_back(counter.id);
        }
        for (const Service &service : agency.services) {
            const ServiceStatus status = serviceStatus(m_state, service, m_now);
            all.push_back({service.id, text(service.name), text(agency.shortName), agency.line(),
                counters, isClosed(service, status.availability), status});
        }
    }
    return all;
}

} // namespace antre

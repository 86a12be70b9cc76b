// SPDX-License-Identifier: Apache-2.0
#include "terminal/terminalmachine.h"

#include "base/overloaded.h"
#include "domain/availability.h"
#include "wire/events.h"
#include "wire/json.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace antre {

namespace {

/// Pauses before the next try to connect; the last one repeats. A quarter is left to chance, so
/// that forty terminals don't knock at once when the service is back.
constexpr std::array reconnectPauses{Milliseconds(0), Milliseconds(250), Milliseconds(500),
    Milliseconds(1000), Milliseconds(2000), Milliseconds(5000)};
constexpr Milliseconds rejectedPause{10'000};
constexpr Milliseconds keepMirrorEvery{60'000};
constexpr int checkpointEvery = 500;

const QString catalogueKey = QStringLiteral("catalogue");
const QString mirrorKey = QStringLiteral("mirror");

/// Errors that another try later can cure.
bool isPassing(const Error &error)
{
    return error.code == ErrorCode::Unavailable || error.code == ErrorCode::Offline
        || error.code == ErrorCode::Conflict;
}

} // namespace

TerminalMachine::TerminalMachine(TerminalSettings settings, const Clock &clock, Random &random)
    : m_settings(std::move(settings))
    , m_clock(clock)
    , m_random(random)
    , m_offset(clock)
{
}

TerminalActions TerminalMachine::step(const TerminalInput &input)
{
    std::visit([this](const auto &what) { on(what); }, input);
    return std::exchange(m_actions, {});
}

std::optional<Milliseconds> TerminalMachine::nextDeadline() const
{
    std::optional<Milliseconds> next;
    for (const auto &deadline : {m_reconnectAt, m_pingAt, m_silentAt, m_retryAt,
             m_issue ? m_issue->deadline : std::nullopt}) {
        if (deadline && (!next || *deadline < *next))
            next = deadline;
    }
    return next;
}

// The terminal's own journal

void TerminalMachine::on(const Started &input)
{
    m_storeError = input.error;
    for (const JournalRecord &record : input.records)
        foldOwn(record);
    settleAfterRestart();
    act(OpenLink{});
}

void TerminalMachine::foldOwn(const JournalRecord &record)
{
    m_latestDay = std::max(m_latestDay, record.day);
    if (record.key == catalogueKey) {
        if (const auto event = parseObject(record.body).and_then(eventFromJson)) {
            if (const auto *published = std::get_if<CataloguePublished>(&event->data))
                m_catalogueKept = published->catalogue;
            m_mirror.restore(m_catalogueKept, m_mirror.state().day, {}, {}, m_mirror.asOf());
        }
    } else if (record.key == mirrorKey) {
        const auto json = parseObject(record.body);
        if (!json)
            return;
        std::map<LineId, int> waiting;
        const QJsonObject lines = json->value(QStringLiteral("waiting")).toObject();
        for (auto line = lines.begin(); line != lines.end(); ++line)
            waiting.emplace(LineId(line.key()), line.value().toInt());
        QHash<ServiceId, int> taken;
        const QJsonObject services = json->value(QStringLiteral("taken")).toObject();
        for (auto service = services.begin(); service != services.end(); ++service)
            taken.insert(ServiceId(service.key()), service.value().toInt());
        m_offset.restore(Milliseconds(json->value(QStringLiteral("offset")).toInteger()));
        m_mirror.restore(m_mirror.state().catalogue, record.day, waiting, taken,
            fromMs(json->value(QStringLiteral("asOf")).toInteger()));
    } else if (auto folded = m_tickets.fold(record); !folded) {
        // One record that can't be read must not keep the kiosk from the others.
        m_storeError = folded.error();
    }
}

void TerminalMachine::settleAfterRestart()
{
    const auto known = m_tickets.all();
    for (const auto &[id, ticket] : known) {
        if (ticket.isSettled()
            || (ticket.number && ticket.slip != SlipState::None
                && ticket.slip != SlipState::Pending))
            continue;
        KioskTicket settled = ticket;
        // With a number the slip may be in a hand; without one nothing was ever sent to the
        // printer.
        settled.slip = ticket.number ? SlipState::Unknown : SlipState::Failed;
        settled.slipReport = CommandId(makeUuid(m_clock, m_random));
        store(StoreFor::Ticket, settled);
    }
}

void TerminalMachine::store(StoreFor purpose, const KioskTicket &ticket)
{
    // Memory moves ahead of the disk for what is only told, never for what is promised or printed:
    // each record is the whole ticket, so a later one must never be made from an older copy.
    if (purpose == StoreFor::Ticket)
        m_tickets.put(ticket);
    const quint64 id = m_nextStore++;
    m_stores.emplace(id, Store{purpose, ticket});
    act(StoreRecords{id, {KioskTickets::record(ticket)}});
}

void TerminalMachine::storeHousekeeping(std::vector<JournalRecord> records)
{
    const quint64 id = m_nextStore++;
    m_stores.emplace(id, Store{});
    act(StoreRecords{id, std::move(records)});
}

void TerminalMachine::on(const StoreEnded &input)
{
    const auto found = m_stores.find(input.store);
    if (found == m_stores.end())
        return;
    const Store ended = std::move(found->second);
    m_stores.erase(found);
    m_storeError = input.error;
    switch (ended.purpose) {
    case StoreFor::Wish:
        if (!m_issue || m_issue->ticket.id != ended.ticket.id)
            return;
        if (input.error) {
            // Nothing was kept, so nothing can be promised.
            m_issue->stage = IssueStage::Refused;
            m_issue->ticket.refusal = QStringLiteral("cannotKeep");
            return;
        }
        m_tickets.put(ended.ticket);
        return wishStored();
    case StoreFor::Number:
        return numberStored(ended.ticket, !input.error);
    case StoreFor::Ticket:
        // Not kept? Then a restart settles it again; what is known now is still worth telling the
        // service.
        if (const KioskTicket *ticket = m_tickets.find(ended.ticket.id))
            report(*ticket);
        break;
    case StoreFor::Housekeeping:
        break;
    }
    if (!input.error && m_tickets.sinceCheckpoint() >= checkpointEvery && m_stores.empty())
        storeHousekeeping({m_tickets.checkpoint(businessDay())});
}

void TerminalMachine::keepMirror()
{
    if (m_settings.kind != TerminalKind::Kiosk || !m_mirror.state().catalogue)
        return;
    const bool newCatalogue = m_catalogueKept != m_mirror.state().catalogue;
    const bool due = !m_mirrorKeptAt || m_clock.elapsed() - *m_mirrorKeptAt >= keepMirrorEvery;
    if (!newCatalogue && !due)
        return;
    std::vector<JournalRecord> records;
    if (newCatalogue) {
        m_catalogueKept = m_mirror.state().catalogue;
        const Event event{
            CataloguePublished{m_catalogueKept}, m_mirror.asOf(), m_mirror.state().day, {}, {}};
        records.push_back({catalogueKey, event.day, catalogueKey, toBytes(eventToJson(event))});
    }
    QJsonObject waiting;
    for (const auto &[line, tickets] : m_mirror.state().lines)
        waiting.insert(line.value(), tickets.waiting);
    QJsonObject taken;
    for (auto service = m_mirror.state().taken.begin(); service != m_mirror.state().taken.end();
         ++service)
        taken.insert(service.key().value(), service.value());
    records.push_back({mirrorKey, m_mirror.state().day, mirrorKey,
        toBytes({{QStringLiteral("waiting"), waiting}, {QStringLiteral("taken"), taken},
            {QStringLiteral("asOf"), toMs(m_mirror.asOf())},
            {QStringLiteral("offset"), qint64(m_offset.offset().count())}})});
    m_mirrorKeptAt = m_clock.elapsed();
    storeHousekeeping(std::move(records));
}

// The link

void TerminalMachine::on(const LinkOpened &)
{
    m_reconnectAt.reset();
    m_link = LinkStatus::Greeting;
    m_silentAt = m_clock.elapsed() + silenceMax;
    send(Hello{
        protocolVersion, m_settings.id, m_settings.token, m_mirror.position(), m_settings.version});
}

void TerminalMachine::on(const LinkClosed &input) { dropLink(input.why); }

void TerminalMachine::dropLink(const QString &why)
{
    if (m_link != LinkStatus::Rejected)
        m_link = LinkStatus::Down;
    m_mirror.linkLost();
    m_pingAt.reset();
    m_silentAt.reset();
    m_retryAt.reset();
    for (auto at = m_commands.begin(); at != m_commands.end();) {
        at->second.sent = false;
        if (at->second.keep) {
            ++at;
            continue;
        }
        act(CommandAnswered{Answer{at->first, m_mirror.position(), {}, {}, 0,
            Error{ErrorCode::Offline, why, QStringLiteral("linkLost")}}});
        at = m_commands.erase(at);
    }
    if (m_issue && m_issue->stage == IssueStage::Asking)
        giveOwnNumber();
    reconnectLater();
}

void TerminalMachine::reconnectLater()
{
    if (m_reconnectAt)
        return;
    Milliseconds pause = m_link == LinkStatus::Rejected
        ? rejectedPause
        : reconnectPauses[std::min<size_t>(size_t(m_attempts), reconnectPauses.size() - 1)];
    pause += Milliseconds(qint64(m_random.unit() * double(pause.count()) / 4));
    ++m_attempts;
    m_reconnectAt = m_clock.elapsed() + pause;
}

void TerminalMachine::on(const FrameReceived &input)
{
    m_silentAt = m_clock.elapsed() + silenceMax;
    const auto message = decode(input.frame);
    if (!message) {
        // A newer service may say things that this version can't follow: better no data than wrong
        // data.
        m_rejection = message.error();
        act(CloseLink{});
        return dropLink(message.error().detail);
    }
    std::visit(Overloaded{
                   [this](const Welcome &m) { on(m); },
                   [this](const EventsFeed &m) { on(m); },
                   [this](const Answer &m) { on(m); },
                   [this](const Pong &m) { on(m); },
                   [this](const Rejected &m) { on(m); },
                   [](const auto &) {},
               },
        *message);
}

void TerminalMachine::on(const Welcome &message)
{
    m_rejection.reset();
    m_link = LinkStatus::Greeting;
    m_mirror.welcomed(message);
    m_offset.told(message.now);
    m_pingAt = m_clock.elapsed();
    on(TimeReached());
    if (m_mirror.isCurrent())
        becameCurrent();
}

void TerminalMachine::on(const EventsFeed &message)
{
    if (!m_mirror.fed(message)) {
        act(CloseLink{});
        return dropLink(QStringLiteral("the feed left something out"));
    }
    if (m_mirror.isCurrent() && m_link == LinkStatus::Greeting)
        becameCurrent();
    if (isUp())
        keepMirror();
}

void TerminalMachine::becameCurrent()
{
    m_link = LinkStatus::Up;
    m_attempts = 0;
    for (auto &[id, command] : m_commands) {
        if (!std::exchange(command.sent, true))
            act(SendFrame{command.frame});
    }
    reportAll();
    keepMirror();
}

void TerminalMachine::on(const Rejected &message)
{
    m_rejection = message.error;
    m_link = LinkStatus::Rejected;
    act(CloseLink{});
    dropLink(message.error.detail);
}

void TerminalMachine::on(const Pong &message)
{
    m_offset.measured(Milliseconds(message.sent), message.now);
    m_mirror.heard(message.now);
}

void TerminalMachine::on(const TimeReached &)
{
    const Milliseconds now = m_clock.elapsed();
    const auto passed = [now](std::optional<Milliseconds> &deadline) {
        const bool due = deadline && *deadline <= now;
        if (due)
            deadline.reset();
        return due;
    };
    if (passed(m_silentAt)) {
        act(CloseLink{});
        dropLink(QStringLiteral("nothing heard for %1 s").arg(silenceMax.count() / 1000));
    }
    if (passed(m_pingAt)) {
        m_pingAt = now + pingEvery;
        send(Ping{now.count()});
    }
    if (passed(m_reconnectAt)) {
        if (m_link == LinkStatus::Rejected)
            m_link = LinkStatus::Down;
        act(OpenLink{});
    }
    if (passed(m_retryAt))
        reportAll();
    if (m_issue && passed(m_issue->deadline) && m_issue->stage == IssueStage::Asking)
        giveOwnNumber();
}

void TerminalMachine::send(const Message &message) { act(SendFrame{encode(message)}); }

void TerminalMachine::sendCommand(const CommandId &id, const CommandData &data)
{
    send(CommandMessage{id, data});
}

// A visitor's number

BusinessDay TerminalMachine::businessDay() const
{
    const CataloguePtr &catalogue = m_mirror.state().catalogue;
    const BusinessDay today
        = localTime(now(), catalogue ? catalogue->zone() : QTimeZone::utc()).day;
    // A clock set back must not give yesterday's numbers a second time.
    return std::max({today, m_latestDay, m_mirror.state().day});
}

void TerminalMachine::on(const Touched &input)
{
    // Whatever else touches while one visitor is being served is the same visitor's hand.
    if (m_issue && m_issue->stage != IssueStage::Finished && m_issue->stage != IssueStage::Refused)
        return;
    KioskTicket ticket;
    ticket.id = TicketId(makeUuid(m_clock, m_random));
    ticket.service = input.service;
    ticket.priority = input.priority;
    ticket.language = input.language;
    ticket.secret = makeSecret(m_random);
    ticket.touchedAt = now();
    ticket.day = businessDay();
    m_issue = Issue{ticket, IssueStage::Storing, std::nullopt, false};
    store(StoreFor::Wish, ticket);
}

void TerminalMachine::wishStored()
{
    if (isUp())
        ask();
    else
        giveOwnNumber();
}

void TerminalMachine::ask()
{
    const KioskTicket &ticket = m_issue->ticket;
    m_issue->stage = IssueStage::Asking;
    m_issue->asked = true;
    m_issue->deadline = m_clock.elapsed() + answerTimeout;
    sendCommand(CommandId(ticket.id.value()),
        IssueTicket{
            ticket.service, ticket.priority, ticket.language, ticket.secret, ticket.touchedAt});
}

void TerminalMachine::giveOwnNumber()
{
    const CataloguePtr &catalogue = m_mirror.state().catalogue;
    const Service *service = catalogue ? catalogue->service(m_issue->ticket.service) : nullptr;
    if (!service)
        return refuse(QStringLiteral("unknownService"));
    KioskTicket &ticket = m_issue->ticket;
    if (!m_issue->asked) {
        const int taken
            = m_mirror.state().day == ticket.day ? m_mirror.state().taken.value(ticket.service) : 0;
        const ServiceStatus status
            = serviceStatus(*catalogue, *service, taken, localTime(now(), catalogue->zone()));
        if (!status.takesNumbers())
            return refuse(availabilityName(status.availability));
    }
    const LineId line = catalogue->agency(service->agency)->line();
    m_latestDay = std::max(m_latestDay, ticket.day);
    ticket.number = m_tickets.takeNumber(line, m_settings.mark, ticket.day);
    ticket.ahead = m_mirror.waitingIn(line);
    for (const auto &[id, other] : m_tickets.all()) {
        if (!other.paperReport.isEmpty() && other.number && other.number->line == line)
            ++ticket.ahead;
    }
    ticket.stale = true;
    ticket.slip = SlipState::Pending;
    ticket.paperReport = CommandId(makeUuid(m_clock, m_random));
    m_issue->stage = IssueStage::Numbering;
    m_issue->deadline.reset();
    store(StoreFor::Number, ticket);
}

void TerminalMachine::refuse(const QString &reason)
{
    m_issue->stage = IssueStage::Refused;
    m_issue->deadline.reset();
    m_issue->ticket.refusal = reason;
    store(StoreFor::Ticket, m_issue->ticket);
}

void TerminalMachine::answered(const Answer &message)
{
    KioskTicket &ticket = m_issue->ticket;
    if (message.error) {
        if (isPassing(*message.error))
            return giveOwnNumber();
        return refuse(message.error->reason.isEmpty() ? errorCodeName(message.error->code)
                                                      : message.error->reason);
    }
    if (!message.number)
        return giveOwnNumber();
    ticket.number = message.number;
    ticket.ahead = message.ahead;
    ticket.slip = SlipState::Pending;
    m_issue->stage = IssueStage::Numbering;
    m_issue->deadline.reset();
    store(StoreFor::Number, ticket);
}

void TerminalMachine::numberStored(const KioskTicket &ticket, bool durable)
{
    const bool present = m_issue && m_issue->ticket.id == ticket.id;
    if (!durable && ticket.isOwnNumber()) {
        // Printed and then forgotten by a power cut, the next visitor would get the same number.
        if (present) {
            m_issue->stage = IssueStage::Refused;
            m_issue->ticket.refusal = QStringLiteral("cannotKeep");
        }
        return;
    }
    // The service's number is on the service's disk: paper and queue agree, also if ours is full.
    m_tickets.put(ticket);
    if (present)
        m_issue->stage = IssueStage::Printing;
    act(PrintSlip{ticket, false});
    report(ticket);
}

void TerminalMachine::on(const PrintEnded &input)
{
    const KioskTicket *known = m_tickets.find(input.ticket);
    if (!known)
        return;
    KioskTicket ticket = *known;
    // A copy that failed does not take back the slip that came out before it.
    const bool hasPaper = known->slip == SlipState::Printed || known->slip == SlipState::Sent;
    ticket.slip = hasPaper && input.slip == SlipState::Failed ? known->slip : input.slip;
    ticket.slipReport = CommandId(makeUuid(m_clock, m_random));
    if (m_issue && m_issue->ticket.id == ticket.id) {
        m_issue->ticket = ticket;
        m_issue->stage = IssueStage::Finished;
    }
    store(StoreFor::Ticket, ticket);
}

void TerminalMachine::on(const ReprintWanted &input)
{
    const KioskTicket *ticket = m_tickets.find(input.ticket);
    if (!ticket || !ticket->number)
        return;
    if (m_issue && m_issue->ticket.id == input.ticket)
        m_issue->stage = IssueStage::Printing;
    act(PrintSlip{*ticket, true});
}

void TerminalMachine::on(const Dismissed &)
{
    // The slip's end is the ticket's matter and goes on without the visitor.
    const auto over = {IssueStage::Printing, IssueStage::Finished, IssueStage::Refused};
    if (m_issue && std::ranges::find(over, m_issue->stage) != over.end())
        m_issue.reset();
}

// What the service must still hear

void TerminalMachine::report(const KioskTicket &ticket)
{
    if (!isUp())
        return;
    if (!ticket.paperReport.isEmpty() && !m_stuck.contains(ticket.paperReport)) {
        sendCommand(ticket.paperReport,
            ReportPaper{ticket.id, *ticket.number, ticket.service, ticket.priority, ticket.language,
                ticket.secret, ticket.touchedAt, ticket.day});
    }
    if (!ticket.slipReport.isEmpty() && !m_stuck.contains(ticket.slipReport))
        sendCommand(ticket.slipReport, ReportSlip{ticket.id, ticket.slip});
}

void TerminalMachine::reportAll()
{
    std::vector<const KioskTicket *> waiting;
    for (const auto &[id, ticket] : m_tickets.all()) {
        if (!ticket.isSettled())
            waiting.push_back(&ticket);
    }
    // In order of touch, so that the service numbers nothing out of turn.
    std::ranges::sort(waiting, {}, [](const KioskTicket *ticket) { return ticket->touchedAt; });
    for (const KioskTicket *ticket : waiting)
        report(*ticket);
}

void TerminalMachine::on(const Answer &message)
{
    if (const auto pending = m_commands.find(message.id); pending != m_commands.end()) {
        m_commands.erase(pending);
        act(CommandAnswered{message});
        return;
    }
    if (m_issue && m_issue->stage == IssueStage::Asking
        && m_issue->ticket.id.value() == message.id.value())
        return answered(message);
    for (const auto &[id, ticket] : m_tickets.all()) {
        if (ticket.paperReport == message.id || ticket.slipReport == message.id)
            return reportAnswered(ticket, message);
    }
}

void TerminalMachine::reportAnswered(const KioskTicket &ticket, const Answer &message)
{
    const bool isPaper = ticket.paperReport == message.id;
    const bool gone = message.error && message.error->code == ErrorCode::NotFound && !isPaper;
    if (message.error && !gone) {
        if (message.error->code == ErrorCode::Unavailable
            || message.error->code == ErrorCode::Offline)
            m_retryAt = m_clock.elapsed() + retryPause;
        else
            m_stuck.insert(message.id);
        return;
    }
    KioskTicket settled = ticket;
    (isPaper ? settled.paperReport : settled.slipReport) = CommandId();
    if (!settled.number)
        settled.refusal = QStringLiteral("abandoned");
    if (m_issue && m_issue->ticket.id == settled.id) {
        m_issue->ticket.paperReport = settled.paperReport;
        m_issue->ticket.slipReport = settled.slipReport;
    }
    store(StoreFor::Ticket, settled);
}

// The console's wishes

void TerminalMachine::on(const CommandWanted &input)
{
    if (!isUp() && !input.keep) {
        act(CommandAnswered{Answer{input.id, m_mirror.position(), {}, {}, 0,
            Error{
                ErrorCode::Offline, QStringLiteral("no connection"), QStringLiteral("linkLost")}}});
        return;
    }
    PendingCommand pending{encode(CommandMessage{input.id, input.data}), input.keep, isUp()};
    if (pending.sent)
        act(SendFrame{pending.frame});
    m_commands.emplace(input.id, std::move(pending));
}

void TerminalMachine::on(const SignInWanted &input)
{
    if (!isUp()) {
        act(CommandAnswered{Answer{input.message.id, m_mirror.position(), {}, {}, 0,
            Error{
                ErrorCode::Offline, QStringLiteral("no connection"), QStringLiteral("linkLost")}}});
        return;
    }
    PendingCommand pending{encode(input.message), false, true};
    act(SendFrame{pending.frame});
    m_commands.emplace(input.message.id, std::move(pending));
}

} // namespace antre

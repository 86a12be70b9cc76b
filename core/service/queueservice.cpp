// SPDX-License-Identifier: Apache-2.0
#include "service/queueservice.h"

#include "base/check.h"
#include "base/overloaded.h"
#include "domain/decide.h"
#include "domain/evolve.h"
#include "wire/events.h"
#include "wire/json.h"

namespace antre {

namespace {

constexpr int readChunk = 1000;
/// Past days are read in pieces that take a few milliseconds, and not without end.
constexpr int pastChunk = 250;
constexpr Position pastMax = 200'000;
const QString dayKey = QStringLiteral("day");

/// Records that share a key replace each other after a restart.
QString keyOf(const EventData &data)
{
    return std::visit(Overloaded{
                          [](const DayStarted &) { return dayKey; },
                          [](const CataloguePublished &) { return QStringLiteral("catalogue"); },
                          [](const TerminalEnrolled &e) {
                              return QString(QStringLiteral("terminal:") + e.terminal.id.value());
                          },
                          [](const TerminalRevoked &e) {
                              return QString(QStringLiteral("terminal:") + e.terminal.value());
                          },
                          [](const OfficerRegistered &e) {
                              return QString(QStringLiteral("officer:") + e.officer.id.value());
                          },
                          [](const LatePaperRecorded &e) {
                              return QString(QStringLiteral("paper:") + e.ticket.text());
                          },
                          [](const ClosureDeclared &e) {
                              return QString(QStringLiteral("closure:") + e.scope.text());
                          },
                          [](const ClosureLifted &e) {
                              return QString(QStringLiteral("closure:") + e.scope.text());
                          },
                          [](const auto &) { return QString(); },
                      },
        data);
}

/// The ticket that a command is about, when its events don't tell.
TicketId subjectOf(const Command &command)
{
    return std::visit(Overloaded{
                          [&](const IssueTicket &) { return TicketId(command.id.value()); },
                          [](const auto &wish) {
                              if constexpr (requires { wish.ticket; })
                                  return wish.ticket;
                              else
                                  return TicketId();
                          },
                      },
        command.data);
}

/// The ticket that keeps a phone from having another one; empty: it is refused for other reasons.
TicketId heldInstead(const State &state, const Command &command, const Error &error)
{
    if (error.reason != QLatin1String("alreadyWaiting") || !state.catalogue)
        return {};
    const Ticket *held = nullptr;
    if (const auto *issue = std::get_if<IssueTicket>(&command.data)) {
        if (const Service *service = state.catalogue->service(issue->service))
            held = state.heldIn(state.catalogue->agency(service->agency)->line(), issue->holder);
    } else if (const auto *rejoin = std::get_if<RejoinQueue>(&command.data)) {
        if (const Ticket *ticket = state.ticket(rejoin->ticket))
            held = state.heldIn(ticket->line, ticket->holder);
    }
    return held ? held->id : TicketId();
}

/// What the pace can be learned from; the rest of the past is not even parsed.
bool tellsOfPace(const QString &kind)
{
    static const std::set<QString> others{eventKind(CataloguePublished()),
        eventKind(TerminalEnrolled()), eventKind(TerminalRevoked()), eventKind(OfficerRegistered()),
        eventKind(LatePaperRecorded()), eventKind(SlipReported()), eventKind(SlipRequested()),
        eventKind(ServiceAdded()), eventKind(ServiceRemoved()), eventKind(DayClosed()),
        eventKind(TicketSteppedBack()), eventKind(PlaceTakenBack())};
    return !others.contains(kind);
}

} // namespace

JournalRecord toRecord(const Event &event)
{
    return {eventKind(event.data), event.day, keyOf(event.data), toBytes(eventToJson(event))};
}

Result<PlacedEvent> fromRecord(const StoredRecord &stored)
{
    return parseObject(stored.record.body).and_then(eventFromJson).map([&](Event event) {
        return PlacedEvent{stored.position, std::move(event)};
    });
}

static Result<std::vector<PlacedEvent>> fromRecords(const std::vector<StoredRecord> &records)
{
    std::vector<PlacedEvent> events;
    events.reserve(records.size());
    for (const StoredRecord &stored : records) {
        auto event = fromRecord(stored);
        if (!event)
            return failure(event.error().code,
                QStringLiteral("record %1: %2").arg(stored.position).arg(event.error().detail),
                event.error().reason);
        events.push_back(std::move(*event));
    }
    return events;
}

QueueService::QueueService(Journal &journal, const Clock &clock)
    : m_journal(journal)
    , m_clock(clock)
    , m_broken(Error{ErrorCode::Unavailable, QStringLiteral("the journal is not open")})
    , m_waits(m_state, clock)
{
}

Result<> QueueService::open()
{
    // A commit that answered with an error may have been written all the same, and nobody was told.
    const auto opened
        = reopen().and_then([this] { return publishSince(m_published.value_or(m_position)); });
    if (!opened) {
        m_broken = opened.error();
        if (!m_brokenSince)
            m_brokenSince = m_clock.wall();
        return opened;
    }
    m_broken.reset();
    m_brokenSince.reset();
    return {};
}

Result<> QueueService::reopen()
{
    const auto standing = standingEvents();
    if (!standing)
        return tl::unexpected(standing.error());
    State state;
    Position dayStart = 0;
    for (const PlacedEvent &placed : *standing) {
        if (std::holds_alternative<DayStarted>(placed.event.data))
            dayStart = placed.position;
    }
    // Standing events of today come again below: only those before the day are taken from here.
    for (const PlacedEvent &placed : *standing) {
        if (placed.position < dayStart || dayStart == 0)
            state = evolve(std::move(state), placed.event);
    }
    Position at = std::max<Position>(dayStart - 1, 0);
    for (;;) {
        const auto events = eventsAfter(at, readChunk);
        if (!events)
            return tl::unexpected(events.error());
        for (const PlacedEvent &placed : *events) {
            state = evolve(std::move(state), placed.event);
            at = placed.position;
        }
        if (int(events->size()) < readChunk)
            break;
    }
    m_state = std::move(state);
    m_next = m_state;
    m_dayStart = dayStart;
    m_position = at;
    m_waits.startOver();
    m_past.emplace().at = std::max<Position>(dayStart - 1 - pastMax, 0);
    return {};
}

bool QueueService::learnPast()
{
    if (!m_past || m_broken || !m_state.catalogue)
        return false;
    const Position left = std::min<Position>(pastChunk, m_position - m_past->at);
    if (left <= 0) {
        m_waits.adopt(std::move(m_past->log));
        m_past.reset();
        return false;
    }
    const auto records = m_journal.read(m_past->at, int(left));
    if (!records || records->empty()) {
        // What happens from now on is measured all the same.
        qWarning("waits: the past can't be read");
        m_past.reset();
        return false;
    }
    const BusinessDay first{m_state.day.days - WaitBoard::daysMax};
    for (const StoredRecord &stored : *records) {
        m_past->at = stored.position;
        if (stored.record.day < first || !tellsOfPace(stored.record.kind))
            continue;
        if (const auto placed = fromRecord(stored))
            m_past->log->recorder.fold(placed->event, *m_state.catalogue);
    }
    return true;
}

Result<> QueueService::publishSince(Position known)
{
    while (known < m_position) {
        const auto events = eventsAfter(known, readChunk);
        if (!events)
            return tl::unexpected(events.error());
        if (events->empty())
            break;
        known = events->back().position;
        if (m_listener)
            m_listener(*events);
    }
    m_published = m_position;
    return {};
}

Result<std::vector<PlacedEvent>> QueueService::eventsAfter(Position after, int limit)
{
    return m_journal.read(after, limit).and_then(fromRecords);
}

Result<std::vector<PlacedEvent>> QueueService::standingEvents()
{
    return m_journal.readLatest().and_then(fromRecords);
}

bool QueueService::askForDayEnd()
{
    if (m_broken || !isDayEndDue(m_state, m_clock.wall()))
        return false;
    submit(dayEndCommand(m_state.catalogue->site, m_state.day), {});
    return true;
}

void QueueService::submit(Command command, Reply reply)
{
    m_waiting.push_back({std::move(command), std::move(reply)});
}

void QueueService::flush()
{
    if (m_waiting.empty())
        return;
    if (m_broken)
        (void)open(); // the disk may be back; if not, every command below is told
    Events events;
    const Position before = m_position;
    auto batch = decideBatch(m_next, events);
    if (auto committed = commit(events); !committed)
        commitFailed(committed.error(), batch);
    else
        publish(events, before + 1);
    for (Pending &pending : batch)
        complete(pending);
}

void QueueService::commitFailed(const Error &error, std::vector<Pending> &batch)
{
    const auto end = m_journal.end();
    m_next = m_state;
    if (!end || *end != m_position) {
        if (auto opened = open(); !opened)
            qWarning("journal: %s", qPrintable(opened.error().detail));
    }
    for (Pending &pending : batch) {
        // A disk that wrote and then failed to say so did what was asked.
        if (m_broken || !m_state.answered.contains(pending.command.id))
            pending.answer.error = error;
    }
}

std::vector<QueueService::Pending> QueueService::decideBatch(State &next, Events &events)
{
    const size_t count = std::min(m_waiting.size(), maxBatch);
    std::vector<Pending> batch;
    batch.reserve(count);
    for (size_t i = 0; i < count; ++i) {
        auto &[command, reply] = m_waiting[i];
        Pending pending{std::move(command), std::move(reply), {}};
        pending.answer.id = pending.command.id;
        if (m_broken) {
            pending.answer.error = m_broken;
        } else if (auto decided = decide(next, pending.command, m_clock.wall())) {
            for (Event &event : *decided) {
                next = evolve(std::move(next), event);
                events.push_back(std::move(event));
            }
        } else {
            pending.answer.error = decided.error();
            pending.answer.ticket = heldInstead(next, pending.command, decided.error());
        }
        batch.push_back(std::move(pending));
    }
    m_waiting.erase(m_waiting.begin(), m_waiting.begin() + std::ptrdiff_t(count));
    return batch;
}

Result<> QueueService::commit(const Events &events)
{
    if (events.empty())
        return {};
    std::vector<JournalRecord> records;
    records.reserve(events.size());
    for (const Event &event : events)
        records.push_back(toRecord(event));
    const auto end = m_journal.append(m_position, records);
    if (!end)
        return tl::unexpected(end.error());
    ANTRE_MUST(*end == m_position + Position(events.size()));
    m_position = *end;
    return {};
}

void QueueService::publish(const Events &events, Position first)
{
    std::vector<PlacedEvent> placed;
    placed.reserve(events.size());
    for (const Event &event : events) {
        m_state = evolve(std::move(m_state), event);
        if (std::holds_alternative<DayStarted>(event.data))
            m_dayStart = first;
        m_waits.fold(event);
        placed.push_back({first++, event});
    }
    m_published = m_position;
    if (m_listener && !placed.empty())
        m_listener(placed);
}

void QueueService::complete(Pending &pending)
{
    Answer &answer = pending.answer;
    answer.position = m_position;
    if (!answer.error) {
        const auto about = m_state.answered.find(pending.command.id);
        answer.ticket = about != m_state.answered.end() && !about->second.isEmpty()
            ? about->second
            : subjectOf(pending.command);
        if (const Ticket *ticket = m_state.ticket(answer.ticket)) {
            answer.number = ticket->number;
            const bool waits = ticket->state == TicketState::Waiting;
            answer.ahead = waits ? m_state.aheadOf(*ticket) : 0;
            if (waits && std::holds_alternative<IssueTicket>(pending.command.data))
                answer.wait = m_waits.ticket(*ticket);
        }
    }
    if (pending.reply)
        pending.reply(answer);
}

} // namespace antre

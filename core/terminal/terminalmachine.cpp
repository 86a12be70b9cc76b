// SPDX-License-Identifier: Apache-2.0
#include "terminal/terminalmachine.h"

#include "wire/events.h"
#include "wire/json.h"

#include <QTimeZone>

#include <algorithm>

namespace antre {

namespace {

/// How old what is kept may be: when something has happened, and when only time has passed.
constexpr Milliseconds keepNewsEvery{60'000};
constexpr Milliseconds keepContactEvery{300'000};
constexpr int checkpointEvery = 500;

const QString catalogueKey = QStringLiteral("catalogue");
const QString mirrorKey = QStringLiteral("mirror");
const QString checkpointKey = QStringLiteral("checkpoint");
const QString ticketsKey = QStringLiteral("tickets");
const QString requestsKey = QStringLiteral("requests");
const QString wishesKey = QStringLiteral("wishes");

} // namespace

TerminalMachine::TerminalMachine(TerminalSettings settings, const Clock &clock, Random &random)
    : m_settings(std::move(settings))
    , m_clock(clock)
    , m_random(random)
    , m_siteClock(clock)
{
}

TerminalActions TerminalMachine::step(const TerminalInput &input)
{
    std::visit([this](const auto &what) { on(what); }, input);
    return std::exchange(m_actions, {});
}

// Time

std::optional<Milliseconds> TerminalMachine::nextDeadline() const
{
    std::optional<Milliseconds> next;
    for (const auto &deadline : {m_reconnectAt, m_pingAt, m_silentAt, m_retryAt, m_diskAt,
             m_offerEndsAt, m_rollQuestionEndsAt, m_issue ? m_issue->deadline : std::nullopt}) {
        if (deadline && (!next || *deadline < *next))
            next = deadline;
    }
    return next;
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
        dropLink(QStringLiteral("nothing heard for %1 s")
                     .arg(m_settings.heartbeat.silenceMax.count() / 1000));
    }
    if (passed(m_pingAt)) {
        m_pingAt = now + m_settings.heartbeat.pingEvery;
        send(Ping{now.count()});
        tellStatus();
    }
    if (passed(m_reconnectAt)) {
        if (m_link == LinkStatus::Rejected)
            m_link = LinkStatus::Down;
        act(OpenLink{});
    }
    if (passed(m_retryAt))
        reportAll();
    if (passed(m_diskAt))
        keepAgain();
    if (passed(m_offerEndsAt))
        m_offer.reset();
    if (passed(m_rollQuestionEndsAt))
        m_rollQuestion.reset();
    if (m_issue && passed(m_issue->deadline))
        issueTimeReached();
}

BusinessDay TerminalMachine::businessDay() const
{
    const CataloguePtr &catalogue = m_mirror.state().catalogue;
    const BusinessDay today
        = localTime(now(), catalogue ? catalogue->zone() : QTimeZone::utc()).day;
    return std::max({today, m_mirror.state().day, m_tickets.seriesDay()});
}

// The terminal's own journal

void TerminalMachine::on(const Started &input)
{
    // What happened while the journal could not be read is newer than what it holds.
    const KioskTickets alive = std::exchange(m_tickets, {});
    const KeptWishes pressed = std::exchange(m_wishes, {});
    m_storeError = input.error;
    for (const JournalRecord &record : input.records)
        foldOwn(record);
    // What the service said is kept now and then only: a number that it gave is news of it, too.
    for (const auto &[id, ticket] : m_tickets.all()) {
        if (ticket.number && ticket.number->kioskMark.isEmpty())
            m_siteClock.heardThen(ticket.touchedAt);
    }
    for (const auto &[id, ticket] : alive.all())
        m_tickets.put(ticket);
    for (const KeptWish &wish : pressed.all())
        m_wishes.add(wish);
    m_knowsOwnPast = !input.error;
    // Also when single records could not be read: the next write shows whether the disk is well.
    if (m_storeError)
        m_diskAt = m_clock.elapsed() + diskPause;
    settleAfterRestart(alive.all());
    settleRequests();
    lookAtPaper();
    if (!std::exchange(m_started, true)) {
        offerReprint();
        act(OpenLink{});
    } else if (isUp()) {
        becameCurrent();
    }
}

void TerminalMachine::foldOwn(const JournalRecord &record)
{
    const bool knowsPresent = m_mirror.position() > 0;
    Result<> folded;
    if (record.key == catalogueKey) {
        const auto event = parseObject(record.body).and_then(eventFromJson);
        const auto *published = event ? std::get_if<CataloguePublished>(&event->data) : nullptr;
        if (published && !knowsPresent)
            m_mirror.restore(m_catalogueKept = published->catalogue);
        folded = event.map([](const Event &) {});
    } else if (record.key == mirrorKey) {
        const auto kept = parseObject(record.body).and_then(KeptMirror::fromJson);
        if (kept && !knowsPresent) {
            m_mirror.restore(*kept);
            m_siteClock.restore(kept->offset, kept->asOf);
        }
        folded = kept.map([](const KeptMirror &) {});
    } else if (record.key == checkpointKey) {
        folded = parseObject(record.body).and_then([this](const QJsonObject &json) {
            return m_tickets.restore(json.value(ticketsKey).toObject())
                .and_then([&] { return m_wishes.restore(json.value(wishesKey).toArray()); })
                .and_then([&] { return m_requests.restore(json.value(requestsKey).toArray()); });
        });
    } else {
        m_rolls.fold(record);
        folded
            = m_tickets.fold(record).and_then([&] { return m_wishes.fold(record); }).and_then([&] {
                  return m_requests.fold(record);
              });
    }
    // One record that can't be read must not keep the terminal from the others.
    if (!folded)
        m_storeError = folded.error();
}

void TerminalMachine::settleAfterRestart(const std::map<TicketId, KioskTicket> &alive)
{
    const auto known = m_tickets.all();
    for (const auto &[id, ticket] : known) {
        const bool ended
            = ticket.number && ticket.slip != SlipState::None && ticket.slip != SlipState::Pending;
        if (ticket.isSettled() || ended || alive.contains(id))
            continue;
        // Also without a number: a disk that kept the wish and not the number may have let the
        // service's number be printed. Only what refuse() wrote is certain.
        const bool isTakenBack = !ticket.number && ticket.slip == SlipState::Failed;
        if (isTakenBack)
            continue;
        KioskTicket settled = ticket;
        settled.slip = SlipState::Unknown;
        settled.slipReport = newCommandId();
        store(StoreFor::Ticket, settled);
    }
}

void TerminalMachine::offerReprint()
{
    const KioskTicket *last = nullptr;
    for (const auto &[id, ticket] : m_tickets.all()) {
        if (ticket.number && (!last || ticket.touchedAt > last->touchedAt))
            last = &ticket;
    }
    if (!last || last->slip != SlipState::Unknown)
        return;
    const Milliseconds left = last->touchedAt + reprintOfferFor - now();
    if (left <= Milliseconds(0))
        return;
    m_offer = Offer{last->id, true};
    m_offerEndsAt = m_clock.elapsed() + std::min(left, reprintOfferFor);
}

/// A slip that nobody has to look for any more: its visitor was served, or will not come.
static bool nobodyLooksFor(const State &state, const KioskTicket &ticket)
{
    const Ticket *known = state.ticket(ticket.id);
    return known && isOver(known->state);
}

std::vector<const KioskTicket *> TerminalMachine::doubtfulSlips() const
{
    std::vector<const KioskTicket *> doubtful;
    const BusinessDay today = businessDay();
    for (const auto &[id, ticket] : m_tickets.all()) {
        const bool doubt = ticket.slip == SlipState::Unknown || ticket.slip == SlipState::Failed;
        if (ticket.number && doubt && ticket.day == today
            && !nobodyLooksFor(m_mirror.state(), ticket))
            doubtful.push_back(&ticket);
    }
    std::ranges::sort(doubtful, {}, [](const KioskTicket *ticket) { return ticket->touchedAt; });
    return doubtful;
}

void TerminalMachine::store(StoreFor purpose, const KioskTicket &ticket)
{
    // Memory moves ahead of the disk for what is only told, never for what is promised or printed:
    // each record is the whole ticket, so a later one must never be made from an older copy.
    if (purpose == StoreFor::Ticket || purpose == StoreFor::Copy)
        m_tickets.put(ticket);
    const quint64 id = m_nextStore++;
    m_stores.emplace(id, Store{purpose, ticket});
    std::vector<JournalRecord> records = takeRollRecords();
    records.push_back(KioskTickets::record(ticket));
    act(StoreRecords{id, std::move(records)});
}

void TerminalMachine::store(StoreFor purpose, std::vector<JournalRecord> records)
{
    const quint64 id = m_nextStore++;
    m_stores.emplace(id, Store{purpose});
    act(StoreRecords{id, std::move(records)});
}

void TerminalMachine::on(const StoreEnded &input)
{
    const auto found = m_stores.find(input.store);
    if (found == m_stores.end())
        return;
    const Store ended = std::move(found->second);
    m_stores.erase(found);
    if (input.error)
        storeFailed(ended, *input.error);
    else if (m_knowsOwnPast)
        m_storeError.reset();
    switch (ended.purpose) {
    case StoreFor::Wish:
        wishEnded(ended.ticket, !input.error);
        break;
    case StoreFor::Number:
        numberEnded(ended.ticket, !input.error);
        break;
    case StoreFor::Ticket:
        // Not kept? Then a restart settles it again; what is known now is still worth telling the
        // service.
        if (const KioskTicket *ticket = m_tickets.find(ended.ticket.id))
            report(*ticket);
        break;
    case StoreFor::Copy:
        if (const KioskTicket *ticket = m_tickets.find(ended.ticket.id))
            beginPrint({.ticket = *ticket, .copy = true});
        break;
    case StoreFor::Request:
        requestNoted(ended.request, !input.error);
        break;
    case StoreFor::RequestEnd:
        if (const SlipRequest *request = m_requests.find(ended.request))
            reportRequest(*request);
        break;
    case StoreFor::Press:
    case StoreFor::Housekeeping:
        break;
    }
    if (!input.error && ++m_storedSinceCheckpoint >= checkpointEvery && m_stores.empty())
        checkpoint();
}

void TerminalMachine::storeFailed(const Store &what, const Error &error)
{
    m_storeError = error;
    if (!m_diskAt)
        m_diskAt = m_clock.elapsed() + diskPause;
    if (what.purpose == StoreFor::Ticket || what.purpose == StoreFor::Number
        || what.purpose == StoreFor::Copy)
        m_unkept.insert(what.ticket.id);
}

/// The disk had trouble: what it missed is written now, or, when it missed nothing, something that
/// shows whether it is well again.
void TerminalMachine::keepAgain()
{
    if (!m_knowsOwnPast)
        return act(LoadRecords{});
    const auto unkept = std::exchange(m_unkept, {});
    for (const TicketId &id : unkept) {
        if (const KioskTicket *ticket = m_tickets.find(id))
            store(StoreFor::Ticket, KioskTicket(*ticket));
    }
    for (const KeptWish &wish : m_wishes.all())
        store(StoreFor::Press, {KeptWishes::record(wish, businessDay())});
    if (unkept.empty() && m_wishes.all().empty())
        keepMirror(true);
}

void TerminalMachine::checkpoint()
{
    m_storedSinceCheckpoint = 0;
    m_tickets.forgetBefore(m_mirror.state().day);
    m_requests.forgetBefore(m_mirror.state().day);
    store(StoreFor::Housekeeping,
        {{checkpointKey, businessDay(), checkpointKey,
            toBytes({{ticketsKey, m_tickets.toJson()}, {wishesKey, m_wishes.toJson()},
                {requestsKey, m_requests.toJson()}})}});
}

/// What the service said is kept now and then, and at once when it is another catalogue.
void TerminalMachine::keepMirror(bool now)
{
    const CataloguePtr &catalogue = m_mirror.state().catalogue;
    const bool newCatalogue = catalogue && catalogue != m_catalogueKept;
    const Milliseconds every
        = m_mirrorKept.position == m_mirror.position() ? keepContactEvery : keepNewsEvery;
    const bool due = !m_mirrorKept.at || m_clock.elapsed() - *m_mirrorKept.at >= every;
    if (!now && !newCatalogue && !due)
        return;
    const BusinessDay day = m_mirror.state().day;
    std::vector<JournalRecord> records;
    if (newCatalogue) {
        m_catalogueKept = catalogue;
        const Event event{CataloguePublished{catalogue}, m_mirror.asOf(), day, {}, {}};
        records.push_back({catalogueKey, day, catalogueKey, toBytes(eventToJson(event))});
    }
    const KeptMirror kept = m_mirror.toKeep(m_siteClock.offset());
    records.push_back({mirrorKey, day, mirrorKey, toBytes(kept.toJson())});
    m_mirrorKept = {m_clock.elapsed(), m_mirror.position()};
    store(StoreFor::Housekeeping, std::move(records));
}

} // namespace antre

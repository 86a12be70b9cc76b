// SPDX-License-Identifier: Apache-2.0
#include "server/followers.h"

#include "server/apijson.h"
#include "wire/json.h"

namespace antre {

namespace {

size_t digestOf(const PublicLine &line)
{
    size_t digest = qHash(line.waiting == 0);
    for (const PublicLine::Desk &desk : line.desks)
        digest = qHashMulti(
            digest, desk.counter, desk.number, desk.isPaused, desk.back ? toMs(*desk.back) : 0);
    return digest;
}

size_t digestOf(const PublicTicket &ticket, size_t line)
{
    const bool waits = ticket.state == TicketState::Waiting;
    size_t digest = qHashMulti(waits ? line : 0, int(ticket.state), ticket.number, ticket.ahead,
        ticket.counter, toMs(ticket.calledAt), ticket.further.size(), ticket.done.size(),
        ticket.service, ticket.parkedUntil ? toMs(*ticket.parkedUntil) : 0,
        int(ticket.status.availability), ticket.rejoinUntil.has_value(),
        ticket.placeBackUntil.has_value(), ticket.mayLetGoFirst,
        ticket.status.changes ? ticket.status.changes->ofDay.count() : -1);
    if (ticket.wait)
        digest = qHashMulti(digest, ticket.wait->from.count(), ticket.wait->until.count(),
            ticket.wait->maybeTooLate);
    return std::max<size_t>(digest, 1);
}

} // namespace

/// What many followers share in one look, found when it is first asked for.
struct Followers::Scene
{
    struct Queue
    {
        PublicLine line;
        size_t digest = 0;
        QHash<TicketId, int> ahead;
    };

    const State &state;
    Instant now;
    std::map<LineId, Queue> queues = {};
    QHash<ServiceId, ServiceStatus> statuses = {};

    const Queue &queue(const LineId &id)
    {
        const auto known = queues.find(id);
        if (known != queues.end())
            return known->second;
        Queue made;
        if (const Agency *agency = state.catalogue ? state.catalogue->agencyOfLine(id) : nullptr)
            made.line = publicLine(state, *agency);
        made.digest = digestOf(made.line);
        // All queues of the line as one, in the order of calls, as State::aheadOf() has it.
        std::map<CallRank, TicketId> all;
        if (const auto line = state.lines.find(id); line != state.lines.end()) {
            for (const auto &[name, waiting] : line->second.queues) {
                const Minutes headStart = state.headStartOf(name.priority);
                for (const auto &[key, ticket] : waiting)
                    all.emplace(CallRank{key.placeAt - headStart, key}, ticket);
            }
        }
        int place = 0;
        for (const auto &[key, ticket] : all)
            made.ahead.insert(ticket, place++);
        return queues.emplace(id, std::move(made)).first->second;
    }

    ServiceStatus status(const ServiceId &id)
    {
        const auto known = statuses.constFind(id);
        if (known != statuses.constEnd())
            return *known;
        const Service *service = state.catalogue ? state.catalogue->service(id) : nullptr;
        const ServiceStatus found = service ? serviceStatus(state, *service, now) : ServiceStatus{};
        statuses.insert(id, found);
        return found;
    }
};

Followers::Followers(QueueService &service, const PublicWords &words, const ServerLimits &limits)
    : m_service(service)
    , m_words(words)
    , m_perTicket(limits.followersPerTicket)
{
}

bool Followers::follow(FollowerId id, const TicketId &ticket)
{
    int &count = m_count[ticket];
    if (size_t(count) >= m_perTicket)
        return false;
    ++count;
    m_followers.emplace(id, Follower{ticket});
    m_hasNew = true;
    return true;
}

void Followers::left(FollowerId id)
{
    const auto follower = m_followers.find(id);
    if (follower == m_followers.end())
        return;
    if (--m_count[follower->second.ticket] == 0)
        m_count.remove(follower->second.ticket);
    m_followers.erase(follower);
}

bool Followers::isDue() const
{
    const Milliseconds age = m_service.clock().elapsed() - m_lookedAt;
    if (m_followers.empty() || (age < lookEvery && m_position >= 0))
        return false;
    return m_hasNew || m_position != m_service.position() || age >= lookAnyway;
}

Followers::News Followers::newsOf(Scene &scene, Follower &follower)
{
    const Milliseconds elapsed = m_service.clock().elapsed();
    const Ticket *ticket = scene.state.ticket(follower.ticket);
    if (!ticket) // its day is over
        return nullptr;
    const Scene::Queue &queue = scene.queue(ticket->line);
    const bool waits = ticket->state == TicketState::Waiting;
    PublicTicket seen = publicTicket(*ticket, queue.ahead.value(ticket->id, 0),
        waits ? scene.status(ticket->service) : ServiceStatus{}, scene.now);
    if (waits)
        seen.wait = m_service.waits().ticket(*ticket);
    const size_t digest = digestOf(seen, queue.digest);
    static const auto nothing = std::make_shared<const QByteArray>();
    if (digest == follower.told && elapsed - follower.at < signEvery)
        return nothing;
    QJsonObject news{{QStringLiteral("now"), toMs(scene.now)}};
    if (digest != follower.told) {
        const CataloguePtr &catalogue = scene.state.catalogue;
        news = ticketJson(
            seen, queue.line, m_words, catalogue ? catalogue->zone() : QTimeZone::utc(), scene.now);
    }
    follower.told = digest;
    follower.at = elapsed;
    return std::make_shared<const QByteArray>(toBytes(news));
}

std::vector<FollowerNews> Followers::look()
{
    if (!isDue())
        return {};
    m_lookedAt = m_service.clock().elapsed();
    m_position = m_service.position();
    m_hasNew = false;
    Scene scene{m_service.state(), m_service.clock().wall()};
    std::vector<FollowerNews> all;
    for (auto &[id, follower] : m_followers) {
        News news = newsOf(scene, follower);
        if (!news || !news->isEmpty())
            all.push_back({id, std::move(news)});
    }
    return all;
}

} // namespace antre

// SPDX-License-Identifier: Apache-2.0
#include "server/httpapi.h"

#include "server/apijson.h"
#include "wire/json.h"

#include <QJsonArray>
#include <QUrlQuery>

namespace antre {

namespace {

/// As many as a display shows, and then some.
constexpr size_t lastCalls = 20;
constexpr qsizetype parameterMax = 128;

HttpResponse json(const QJsonObject &object) { return {200, "application/json", toBytes(object)}; }

HttpResponse noCatalogue()
{
    return httpError(
        503, QStringLiteral("unavailable"), QStringLiteral("This site has no catalogue yet."));
}

HttpResponse noSuchTicket()
{
    return httpError(
        404, QStringLiteral("notFound"), QStringLiteral("No ticket of today has this address."));
}

/// Split first, decoded then: an encoded slash belongs to its segment (RFC 3986, section 2.4).
QStringList segmentsOf(const QByteArray &path)
{
    QStringList segments;
    for (const QByteArray &segment : path.split('/'))
        segments.append(QString::fromUtf8(QByteArray::fromPercentEncoding(segment)));
    return segments;
}

int statusOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NotFound:
        return 404;
    case ErrorCode::Conflict:
    case ErrorCode::Refused:
        return 409;
    case ErrorCode::Forbidden:
        return 403;
    case ErrorCode::Invalid:
    case ErrorCode::Unsupported:
        return 400;
    case ErrorCode::Offline:
    case ErrorCode::Unavailable:
    case ErrorCode::Corrupt:
        return 503;
    }
    return 500;
}

} // namespace

struct HttpApi::Entry
{
    Route route;
    Handler handler;
};

const std::vector<HttpApi::Entry> &HttpApi::entries()
{
    const auto api = [](auto function) -> Handler {
        return [function](HttpApi &own, const WebAsked &asked, const HttpReply &reply) {
            (own.*function)(asked, reply);
        };
    };
    const auto page = [](auto function) -> Handler {
        return [function](HttpApi &own, const WebAsked &asked, const HttpReply &reply) {
            (own.m_pages.*function)(asked, reply);
        };
    };
    static const std::vector<Entry> all{
        {{"GET", QStringLiteral("/healthz")}, api(&HttpApi::health)},
        {{"GET", QStringLiteral("/api/v1/site")}, api(&HttpApi::site)},
        {{"GET", QStringLiteral("/api/v1/lines")}, api(&HttpApi::lines)},
        {{"GET", QStringLiteral("/api/v1/calls")}, api(&HttpApi::calls)},
        {{"GET", QStringLiteral("/api/v1/availability")}, api(&HttpApi::availability)},
        {{"GET", QStringLiteral("/api/v1/search")}, api(&HttpApi::search)},
        {{"GET", QStringLiteral("/api/v1/tickets/{secret}")}, api(&HttpApi::ticket)},
        {{"GET", QStringLiteral("/api/v1/tickets/{secret}/live")}, api(&HttpApi::follow)},
        {{"POST", QStringLiteral("/api/v1/tickets/{secret}/cancel")}, api(&HttpApi::cancelTicket)},
        {{"GET", QStringLiteral("/")}, page(&PublicPages::home)},
        {{"GET", QStringLiteral("/a/{agency}")}, page(&PublicPages::agency)},
        {{"GET", QStringLiteral("/s/{service}")}, page(&PublicPages::service)},
        {{"POST", QStringLiteral("/s/{service}/take")}, page(&PublicPages::take)},
        {{"POST", QStringLiteral("/s/{service}/reserve")}, page(&PublicPages::reserve)},
        {{"GET", QStringLiteral("/times/{service}")}, page(&PublicPages::times)},
        {{"GET", QStringLiteral("/r/{code}")}, page(&PublicPages::reservation)},
        {{"GET", QStringLiteral("/r/{code}/code.png")}, page(&PublicPages::reservationPicture)},
        {{"POST", QStringLiteral("/r/{code}/cancel")}, page(&PublicPages::cancelReservation)},
        {{"POST", QStringLiteral("/r/{code}/checkin")}, page(&PublicPages::checkIn)},
        {{"GET", QStringLiteral("/h/{code}")}, page(&PublicPages::hall)},
        {{"GET", QStringLiteral("/search")}, page(&PublicPages::search)},
        {{"GET", QStringLiteral("/t/{secret}")}, page(&PublicPages::ticket)},
        {{"POST", QStringLiteral("/t/{secret}/cancel")}, page(&PublicPages::cancel)},
        {{"POST", QStringLiteral("/t/{secret}/rejoin")}, page(&PublicPages::rejoin)},
        {{"POST", QStringLiteral("/t/{secret}/later")}, page(&PublicPages::letGoFirst)},
        {{"POST", QStringLiteral("/t/{secret}/back")}, page(&PublicPages::takePlaceBack)},
        {{"GET", QStringLiteral("/web/{file}")}, page(&PublicPages::file)},
        {{"GET", QStringLiteral("/worker.js")}, page(&PublicPages::worker)},
        {{"GET", QStringLiteral("/manifest.webmanifest")}, page(&PublicPages::manifest)},
    };
    return all;
}

HttpApi::HttpApi(
    QueueService &service, TerminalGate &gate, Random &random, const ServerLimits &limits)
    : m_service(service)
    , m_pages(service, gate, random, m_words)
    , m_followers(service, m_words, limits)
{
}

std::vector<HttpApi::Route> HttpApi::routes()
{
    std::vector<Route> all;
    for (const Entry &entry : entries())
        all.push_back(entry.route);
    return all;
}

void HttpApi::handle(const HttpRequest &request, HttpReply reply)
{
    const qsizetype question = request.target.indexOf('?');
    const QStringList segments
        = segmentsOf(question < 0 ? request.target : request.target.left(question));
    WebAsked asked{request};
    if (question >= 0)
        asked.query = formFields(request.target.mid(question + 1));
    asked.cookies = cookieFields(request.cookies);
    asked.view = WebView::read(asked.query, asked.cookies, m_words.languages());
    if (m_manager && ManagePages::isOurs(request.target))
        return m_manager->handle(asked, reply);
    QByteArrayList allowed;
    for (const Entry &entry : entries()) {
        auto values = pathValues(entry.route.path, segments, parameterMax);
        if (!values)
            continue;
        if (entry.route.method == request.method) {
            asked.path = std::move(*values);
            return entry.handler(*this, asked, reply);
        }
        allowed.append(entry.route.method == "GET" ? QByteArray("GET, HEAD") : entry.route.method);
    }
    if (allowed.isEmpty() && !request.target.startsWith("/api/"))
        return m_pages.nothing(asked, reply);
    if (allowed.isEmpty())
        return reply(httpError(
            404, QStringLiteral("notFound"), QStringLiteral("There is nothing at this address.")));
    HttpResponse response = httpError(405, QStringLiteral("notAllowed"),
        QStringLiteral("This address takes only %1.").arg(QString::fromLatin1(allowed.join(", "))));
    response.headers.append({"Allow", allowed.join(", ")});
    reply(response);
}

void HttpApi::health(const WebAsked &, const HttpReply &reply)
{
    if (const auto &problem = m_service.problem())
        return reply(httpError(503, errorCodeName(problem->code),
            QStringLiteral("The journal can't be used: %1.").arg(problem->detail)));
    reply(json({{QStringLiteral("status"), QStringLiteral("ok")},
        {QStringLiteral("position"), m_service.position()},
        {QStringLiteral("version"), QStringLiteral(ANTRE_VERSION)}}));
}

void HttpApi::site(const WebAsked &, const HttpReply &reply)
{
    reply(state().catalogue ? json(siteJson(*state().catalogue)) : noCatalogue());
}

void HttpApi::lines(const WebAsked &, const HttpReply &reply)
{
    if (!state().catalogue)
        return reply(noCatalogue());
    QJsonArray lines;
    for (const Agency &agency : state().catalogue->agencies)
        lines.append(lineJson(publicLine(state(), agency)));
    reply(json({{QStringLiteral("now"), toMs(m_service.clock().wall())},
        {QStringLiteral("lines"), lines}}));
}

void HttpApi::calls(const WebAsked &, const HttpReply &reply)
{
    QJsonArray calls;
    const std::vector<Call> &all = state().calls;
    for (auto call = all.rbegin(); call != all.rend() && size_t(calls.size()) < lastCalls; ++call)
        calls.append(callJson(*call));
    reply(json({{QStringLiteral("now"), toMs(m_service.clock().wall())},
        {QStringLiteral("calls"), calls}}));
}

QJsonObject HttpApi::statusJson(const ServiceStatus &status, const LocalTime &now) const
{
    QJsonObject object{{QStringLiteral("availability"), availabilityName(status.availability)},
        {QStringLiteral("takesNumbers"), status.takesNumbers()},
        {QStringLiteral("words"), inAllLanguages(m_words, [&](const QString &language) {
             return m_words.sentences(status, now, language);
         })}};
    if (status.changes)
        object.insert(QStringLiteral("changes"),
            toMs(instantOf(status.changes->day, status.changes->ofDay, state().catalogue->zone())));
    if (!status.reason.isEmpty())
        object.insert(QStringLiteral("reason"), textJson(status.reason));
    if (status.quota > 0)
        object.insert(QStringLiteral("quota"), status.quota);
    return object;
}

void HttpApi::availability(const WebAsked &, const HttpReply &reply)
{
    if (!state().catalogue)
        return reply(noCatalogue());
    const Instant now = m_service.clock().wall();
    const LocalTime local = localTime(now, state().catalogue->zone());
    QJsonArray services;
    for (const Agency &agency : state().catalogue->agencies) {
        for (const Service &service : agency.services) {
            QJsonObject one = statusJson(serviceStatus(state(), service, now), local);
            one.insert(QStringLiteral("service"), service.id.value());
            one.insert(QStringLiteral("agency"), agency.id.value());
            services.append(one);
        }
    }
    reply(json({{QStringLiteral("now"), toMs(now)}, {QStringLiteral("services"), services}}));
}

void HttpApi::search(const WebAsked &asked, const HttpReply &reply)
{
    if (!state().catalogue)
        return reply(noCatalogue());
    const QString language
        = asked.view.language.isEmpty() ? m_words.languages().constFirst() : asked.view.language;
    reply(json(findingsJson(m_pages.find(asked.query.value(QStringLiteral("q")), language))));
}

std::optional<QJsonObject> HttpApi::ticketObject(const QString &secret)
{
    const Instant now = m_service.clock().wall();
    auto ticket = publicTicket(state(), secret, now);
    if (!ticket)
        return std::nullopt;
    if (ticket->state == TicketState::Waiting)
        ticket->wait = m_service.waits().ticket(*state().ticket(state().secrets.value(secret)));
    const CataloguePtr &catalogue = state().catalogue;
    const Agency *agency = catalogue ? catalogue->agencyOfLine(ticket->line) : nullptr;
    return antre::ticketJson(*ticket, agency ? publicLine(state(), *agency) : PublicLine(), m_words,
        catalogue ? catalogue->zone() : QTimeZone::utc(), now);
}

HttpResponse HttpApi::ticketResponse(const QString &secret)
{
    const auto ticket = ticketObject(secret);
    return ticket ? json(*ticket) : noSuchTicket();
}

void HttpApi::ticket(const WebAsked &asked, const HttpReply &reply)
{
    reply(ticketResponse(asked.secret()));
}

void HttpApi::follow(const WebAsked &asked, const HttpReply &reply)
{
    const Ticket *ticket = state().ticket(state().secrets.value(asked.secret()));
    if (!asked.isFromOwnPage())
        return reply(httpError(403, QStringLiteral("forbidden"),
            QStringLiteral("Another site's page asked for this.")));
    if (asked.secret().isEmpty() || !ticket)
        return reply(noSuchTicket());
    if (asked.request.follower == 0)
        return reply(httpError(426, QStringLiteral("invalid"),
            QStringLiteral("This address speaks WebSocket, and has room for so many.")));
    if (!m_followers.follow(asked.request.follower, ticket->id))
        return reply(httpError(503, QStringLiteral("unavailable"),
            QStringLiteral("Too many follow this ticket already.")));
    HttpResponse granted;
    granted.follows = true;
    reply(std::move(granted));
}

void HttpApi::cancelTicket(const WebAsked &asked, const HttpReply &reply)
{
    if (!asked.isFromOwnPage())
        return reply(httpError(403, QStringLiteral("forbidden"),
            QStringLiteral("Another site's page asked for this.")));
    m_pages.cancelTicket(
        asked.secret(), [this, reply, secret = asked.secret()](const std::optional<Error> &error) {
            if (!error)
                return reply(ticketResponse(secret));
            const bool movedOn = error->reason == QLatin1String("ticketMovedOn");
            reply(httpError(statusOf(error->code), errorCodeName(error->code),
                movedOn ? QStringLiteral(
                    "The ticket has been called already; tell the officer at the counter.")
                        : error->detail));
        });
}

} // namespace antre

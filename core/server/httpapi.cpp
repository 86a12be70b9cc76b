// SPDX-License-Identifier: Apache-2.0
#include "server/httpapi.h"

#include "server/publicview.h"
#include "wire/json.h"

#include <QJsonArray>
#include <QUrlQuery>

namespace antre {

namespace {

/// As many as a display shows, and then some.
constexpr size_t lastCalls = 20;
constexpr qsizetype maxSecretLength = 64;
const QString secretName = QStringLiteral("{secret}");

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

QJsonObject textJson(const LocalText &text)
{
    QJsonObject object;
    for (const auto &[language, words] : text.all())
        object.insert(language, words);
    return object;
}

QJsonObject serviceJson(const Service &service)
{
    QJsonArray requirements;
    for (const LocalText &requirement : service.requirements)
        requirements.append(textJson(requirement));
    return {{QStringLiteral("id"), service.id.value()},
        {QStringLiteral("name"), textJson(service.name)},
        {QStringLiteral("requirements"), requirements},
        {QStringLiteral("fee"), textJson(service.fee)}, {QStringLiteral("free"), service.free},
        {QStringLiteral("processingTime"), textJson(service.processingTime)},
        {QStringLiteral("durationMinutes"), int(service.duration.count())}};
}

QJsonObject agencyJson(const Agency &agency)
{
    QJsonArray services;
    for (const Service &service : agency.services)
        services.append(serviceJson(service));
    return {{QStringLiteral("id"), agency.id.value()},
        {QStringLiteral("line"), agency.line().value()},
        {QStringLiteral("name"), textJson(agency.name)},
        {QStringLiteral("shortName"), textJson(agency.shortName)},
        {QStringLiteral("about"), textJson(agency.about)}, {QStringLiteral("services"), services}};
}

QJsonObject counterJson(const Catalogue &catalogue, const Counter &counter)
{
    QJsonArray lines;
    for (const LineId &line : catalogue.linesOf(counter.id))
        lines.append(line.value());
    return {{QStringLiteral("id"), counter.id.value()},
        {QStringLiteral("name"), textJson(counter.name)}, {QStringLiteral("lines"), lines}};
}

QJsonObject siteJson(const Catalogue &catalogue)
{
    QJsonArray agencies;
    for (const Agency &agency : catalogue.agencies)
        agencies.append(agencyJson(agency));
    QJsonArray counters;
    for (const Counter &counter : catalogue.counters)
        counters.append(counterJson(catalogue, counter));
    const Site &site = catalogue.site;
    return {{QStringLiteral("id"), site.id}, {QStringLiteral("name"), textJson(site.name)},
        {QStringLiteral("shortName"), textJson(site.shortName)},
        {QStringLiteral("timeZone"), site.timeZone},
        {QStringLiteral("languages"), QJsonArray::fromStringList(site.languages)},
        {QStringLiteral("catalogueVersion"), catalogue.version},
        {QStringLiteral("agencies"), agencies}, {QStringLiteral("counters"), counters}};
}

QJsonObject lineJson(const PublicLine &line)
{
    QJsonArray counters;
    QJsonArray paused;
    for (const PublicLine::Desk &desk : line.desks) {
        counters.append(desk.counter.value());
        if (!desk.isPaused)
            continue;
        QJsonObject pause{{QStringLiteral("counter"), desk.counter.value()}};
        if (desk.back)
            pause.insert(QStringLiteral("back"), toMs(*desk.back));
        paused.append(pause);
    }
    return {{QStringLiteral("line"), line.line.value()},
        {QStringLiteral("agency"), line.agency.value()}, {QStringLiteral("waiting"), line.waiting},
        {QStringLiteral("openCounters"), counters}, {QStringLiteral("pausedCounters"), paused}};
}

void insertVisit(QJsonObject &object, const PublicTicket &ticket)
{
    const auto insert = [&](const QString &name, const std::vector<ServiceId> &services) {
        QJsonArray ids;
        for (const ServiceId &service : services)
            ids.append(service.value());
        if (!ids.isEmpty())
            object.insert(name, ids);
    };
    insert(QStringLiteral("further"), ticket.further);
    insert(QStringLiteral("done"), ticket.done);
    if (ticket.parkedUntil)
        object.insert(QStringLiteral("parkedUntil"), toMs(*ticket.parkedUntil));
}

QJsonObject callJson(const Call &call)
{
    return {{QStringLiteral("number"), call.number.text()},
        {QStringLiteral("counter"), call.counter.value()}, {QStringLiteral("at"), toMs(call.at)},
        {QStringLiteral("times"), call.times}};
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

    /// The values of the route's parameters, if `segments` fit its path.
    [[nodiscard]] std::optional<Asked> match(const QStringList &segments) const
    {
        const QStringList wanted = route.path.split(QLatin1Char('/'));
        if (wanted.size() != segments.size())
            return std::nullopt;
        Asked asked;
        for (qsizetype i = 0; i < wanted.size(); ++i) {
            if (wanted[i] == secretName)
                asked.secret = segments[i].left(maxSecretLength);
            else if (wanted[i] != segments[i])
                return std::nullopt;
        }
        return asked;
    }
};

const std::vector<HttpApi::Entry> &HttpApi::entries()
{
    static const std::vector<Entry> all{
        {{"GET", QStringLiteral("/healthz")}, &HttpApi::health},
        {{"GET", QStringLiteral("/api/v1/site")}, &HttpApi::site},
        {{"GET", QStringLiteral("/api/v1/lines")}, &HttpApi::lines},
        {{"GET", QStringLiteral("/api/v1/calls")}, &HttpApi::calls},
        {{"GET", QStringLiteral("/api/v1/availability")}, &HttpApi::availability},
        {{"GET", QStringLiteral("/api/v1/tickets/{secret}")}, &HttpApi::ticket},
        {{"POST", QStringLiteral("/api/v1/tickets/{secret}/cancel")}, &HttpApi::cancelTicket},
        {{"GET", QStringLiteral("/t/{secret}")}, &HttpApi::page},
        {{"POST", QStringLiteral("/t/{secret}/cancel")}, &HttpApi::cancelOnPage},
    };
    return all;
}

HttpApi::HttpApi(QueueService &service, TerminalGate &gate, Random &random)
    : m_service(service)
    , m_gate(gate)
    , m_random(random)
    , m_page(m_words)
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
    QByteArrayList allowed;
    for (const Entry &entry : entries()) {
        auto asked = entry.match(segments);
        if (!asked)
            continue;
        if (entry.route.method == request.method) {
            if (question >= 0)
                asked->language = QUrlQuery(QString::fromUtf8(request.target.mid(question + 1)))
                                      .queryItemValue(QStringLiteral("lang"));
            return (this->*entry.handler)(*asked, reply);
        }
        allowed.append(entry.route.method == "GET" ? QByteArray("GET, HEAD") : entry.route.method);
    }
    if (allowed.isEmpty())
        return reply(httpError(
            404, QStringLiteral("notFound"), QStringLiteral("There is nothing at this address.")));
    HttpResponse response = httpError(405, QStringLiteral("notAllowed"),
        QStringLiteral("This address takes only %1.").arg(QString::fromLatin1(allowed.join(", "))));
    response.headers.append({"Allow", allowed.join(", ")});
    reply(response);
}

void HttpApi::health(const Asked &, const HttpReply &reply)
{
    if (const auto &problem = m_service.problem())
        return reply(httpError(503, errorCodeName(problem->code),
            QStringLiteral("The journal can't be used: %1.").arg(problem->detail)));
    reply(json({{QStringLiteral("status"), QStringLiteral("ok")},
        {QStringLiteral("position"), m_service.position()},
        {QStringLiteral("version"), QStringLiteral(ANTRE_VERSION)}}));
}

void HttpApi::site(const Asked &, const HttpReply &reply)
{
    reply(state().catalogue ? json(siteJson(*state().catalogue)) : noCatalogue());
}

void HttpApi::lines(const Asked &, const HttpReply &reply)
{
    if (!state().catalogue)
        return reply(noCatalogue());
    QJsonArray lines;
    for (const Agency &agency : state().catalogue->agencies)
        lines.append(lineJson(publicLine(state(), agency)));
    reply(json({{QStringLiteral("now"), toMs(m_service.clock().wall())},
        {QStringLiteral("lines"), lines}}));
}

void HttpApi::calls(const Asked &, const HttpReply &reply)
{
    QJsonArray calls;
    const std::vector<Call> &all = state().calls;
    for (auto call = all.rbegin(); call != all.rend() && size_t(calls.size()) < lastCalls; ++call)
        calls.append(callJson(*call));
    reply(json({{QStringLiteral("now"), toMs(m_service.clock().wall())},
        {QStringLiteral("calls"), calls}}));
}

QJsonObject HttpApi::inAllLanguages(const std::function<QString(const QString &)> &words) const
{
    QJsonObject texts;
    for (const QString &language : m_words.languages()) {
        if (const QString text = words(language); !text.isEmpty())
            texts.insert(language, text);
    }
    return texts;
}

QJsonObject HttpApi::statusJson(const ServiceStatus &status, const LocalTime &now) const
{
    QJsonObject object{{QStringLiteral("availability"), availabilityName(status.availability)},
        {QStringLiteral("takesNumbers"), status.takesNumbers()},
        {QStringLiteral("words"), inAllLanguages([&](const QString &language) {
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

void HttpApi::availability(const Asked &, const HttpReply &reply)
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

std::optional<PromisedWait> HttpApi::waitOf(const QString &secret)
{
    const Ticket *ticket
        = secret.isEmpty() ? nullptr : state().ticket(state().secrets.value(secret));
    return ticket && ticket->state == TicketState::Waiting ? m_service.waits().ticket(*ticket)
                                                           : std::nullopt;
}

HttpResponse HttpApi::ticketJson(const QString &secret)
{
    const auto ticket = publicTicket(state(), secret, m_service.clock().wall());
    if (!ticket)
        return noSuchTicket();
    QJsonObject object{{QStringLiteral("number"), ticket->number},
        {QStringLiteral("state"), ticketStateName(ticket->state)},
        {QStringLiteral("line"), ticket->line.value()},
        {QStringLiteral("service"), ticket->service.value()},
        {QStringLiteral("mayCancel"), ticket->mayCancel()}};
    if (ticket->state == TicketState::Waiting)
        object.insert(QStringLiteral("ahead"), ticket->ahead);
    if (ticket->status.availability != Availability::Open)
        object.insert(
            QStringLiteral("availability"), availabilityName(ticket->status.availability));
    if (const QJsonObject notice = inAllLanguages(
            [&](const QString &language) { return m_words.forHolder(ticket->status, language); });
        !notice.isEmpty())
        object.insert(QStringLiteral("notice"), notice);
    if (const auto wait = waitOf(secret))
        object.insert(QStringLiteral("wait"), waitToJson(*wait));
    insertVisit(object, *ticket);
    if (!ticket->counter.isEmpty()) {
        object.insert(QStringLiteral("counter"), ticket->counter.value());
        object.insert(QStringLiteral("calledAt"), toMs(ticket->calledAt));
    }
    return json(object);
}

void HttpApi::ticket(const Asked &asked, const HttpReply &reply)
{
    reply(ticketJson(asked.secret));
}

void HttpApi::cancel(const QString &secret, std::function<void(std::optional<Error>)> done)
{
    const Ticket *ticket = state().ticket(state().secrets.value(secret));
    if (secret.isEmpty() || !ticket)
        return done(
            Error{ErrorCode::NotFound, QStringLiteral("No ticket of today has this address.")});
    const CommandId id(makeUuid(m_service.clock(), m_random));
    m_gate.submit({id, {}, CancelTicket{ticket->id}},
        [done = std::move(done)](const Answer &answer) { done(answer.error); });
}

void HttpApi::cancelTicket(const Asked &asked, const HttpReply &reply)
{
    cancel(asked.secret, [this, reply, secret = asked.secret](const std::optional<Error> &error) {
        if (!error)
            return reply(ticketJson(secret));
        const bool movedOn = error->reason == QLatin1String("ticketMovedOn");
        reply(httpError(statusOf(error->code), errorCodeName(error->code),
            movedOn ? QStringLiteral(
                "The ticket has been called already; tell the officer at the counter.")
                    : error->detail));
    });
}

void HttpApi::page(const Asked &asked, const HttpReply &reply)
{
    reply(m_page.render(state(), asked.secret, asked.language,
        {m_service.clock().wall(), m_service.problemSince()}, waitOf(asked.secret)));
}

void HttpApi::cancelOnPage(const Asked &asked, const HttpReply &reply)
{
    // Whatever came of it: the page shows how the ticket stands.
    cancel(asked.secret,
        [reply, path = TicketPage::path(asked.secret, asked.language)](
            const std::optional<Error> &) {
            reply({303, {}, {}, {{"Location", path.toUtf8()}}});
        });
}

} // namespace antre

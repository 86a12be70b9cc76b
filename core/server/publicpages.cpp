// SPDX-License-Identifier: Apache-2.0
#include "server/publicpages.h"

#include "base/uuid.h"
#include "server/html.h"
#include "wire/json.h"

#include <QJsonArray>

namespace antre {

namespace {

const QString phoneCookie = QStringLiteral("phone");
constexpr qsizetype queryMax = 80;
/// A phone is known for the day: long enough for its numbers, too short to know a person by.
constexpr int phoneSeconds = 18 * 60 * 60;
constexpr int viewSeconds = 180 * 24 * 60 * 60;

/// Why a service gives no numbers, which its page says itself.
bool isAvailability(const QString &reason)
{
    for (const Availability one : {Availability::OpensLater, Availability::ClosedForToday,
             Availability::ClosedToday, Availability::QuotaFull, Availability::NumbersEnded,
             Availability::ClosedNow, Availability::MallFull}) {
        if (reason == availabilityName(one))
            return true;
    }
    return false;
}

} // namespace

PublicPages::PublicPages(
    QueueService &service, TerminalGate &gate, Random &random, const PublicWords &words)
    : m_service(service)
    , m_gate(gate)
    , m_random(random)
    , m_words(words)
    , m_frame(words, m_files)
    , m_pages(m_frame)
    , m_appointments(m_frame)
    , m_ticketPage(m_frame)
    , m_seal(random)
{
}

ServicePages::Scene PublicPages::scene(const WebAsked &asked) const
{
    WebView view = asked.view;
    view.language = m_frame.language(view.language);
    return {state(), m_service.clock().wall(), view};
}

void PublicPages::send(const WebAsked &asked, const HttpReply &reply, HttpResponse page) const
{
    static const QStringList chosen{
        QStringLiteral("lang"), QStringLiteral("text"), QStringLiteral("contrast")};
    if (std::ranges::any_of(
            chosen, [&](const QString &name) { return asked.query.contains(name); }))
        page.headers.append({"Set-Cookie",
            cookieHeader(viewCookie, asked.view.kept(), viewSeconds, asked.request.secure)});
    reply(std::move(page));
}

PublicPages::Phone PublicPages::phoneOf(const WebAsked &asked) const
{
    const QString known = asked.cookies.value(phoneCookie);
    return {isSecret(known) ? known : QString()};
}

PublicPages::Phone PublicPages::namedPhone(const WebAsked &asked) const
{
    Phone phone = phoneOf(asked);
    if (phone.id.isEmpty()) {
        phone.id = makeSecret(m_random);
        phone.cookie = cookieHeader(phoneCookie, phone.id, phoneSeconds, asked.request.secure);
    }
    return phone;
}

const Service *PublicPages::serviceOf(const WebAsked &asked) const
{
    return state().catalogue
        ? state().catalogue->service(ServiceId(asked.path.value(QStringLiteral("service"))))
        : nullptr;
}

void PublicPages::nothing(const WebAsked &asked, const HttpReply &reply)
{
    if (!state().catalogue)
        return send(asked, reply, m_pages.message(scene(asked), 503, "notReadyTitle", "notReady"));
    send(asked, reply, m_pages.message(scene(asked), 404, "unknownTitle", "unknown"));
}

void PublicPages::home(const WebAsked &asked, const HttpReply &reply)
{
    if (!state().catalogue)
        return nothing(asked, reply);
    const Phone phone = phoneOf(asked);
    const ServicePages::Scene seen = scene(asked);
    QString own;
    for (const AppointmentPages::Own &one : ownReservations(asked))
        own += AppointmentPages::link(seen, m_words, one);
    send(asked, reply, m_pages.home(seen, {holderOf(phone.id), own, isHere(asked)}));
}

void PublicPages::agency(const WebAsked &asked, const HttpReply &reply)
{
    const Agency *agency = state().catalogue
        ? state().catalogue->agency(AgencyId(asked.path.value(QStringLiteral("agency"))))
        : nullptr;
    if (!agency)
        return nothing(asked, reply);
    send(asked, reply, m_pages.agency(scene(asked), *agency));
}

HttpResponse PublicPages::offer(
    const WebAsked &asked, const Service &service, Phone phone, ServicePages::Offer offer)
{
    if (phone.id.isEmpty())
        phone = namedPhone(asked);
    offer.isHere = isHere(asked);
    offer.wish = m_seal.wish(CommandId(makeUuid(m_service.clock(), m_random)), service.id, phone.id,
        m_service.clock().elapsed());
    if (!m_service.problem()) {
        const PromisedWaits waits = m_service.waits().newTickets(1);
        const auto wait = waits.find(state().catalogue->agency(service.agency)->line());
        if (wait != waits.end())
            offer.wait = wait->second;
    }
    offer.held
        = state().heldIn(state().catalogue->agency(service.agency)->line(), holderOf(phone.id));
    HttpResponse page = m_pages.service(scene(asked), service, offer);
    if (!phone.cookie.isEmpty())
        page.headers.append({"Set-Cookie", phone.cookie});
    return page;
}

void PublicPages::service(const WebAsked &asked, const HttpReply &reply)
{
    const Service *service = serviceOf(asked);
    if (!service)
        return nothing(asked, reply);
    send(asked, reply, offer(asked, *service, phoneOf(asked), {}));
}

Findings PublicPages::find(const QString &query, const QString &language)
{
    if (!state().catalogue)
        return {};
    if (m_finderOf != state().catalogue) {
        m_finderOf = state().catalogue;
        m_finder.emplace(*m_finderOf);
    }
    return m_finder->find(query.left(queryMax), language);
}

void PublicPages::search(const WebAsked &asked, const HttpReply &reply)
{
    if (!state().catalogue)
        return nothing(asked, reply);
    const ServicePages::Scene seen = scene(asked);
    const QString query = asked.query.value(QStringLiteral("q")).left(queryMax);
    send(asked, reply, m_pages.search(seen, query, find(query, seen.view.language)));
}

bool PublicPages::refuseForeign(const WebAsked &asked, const HttpReply &reply)
{
    if (asked.isFromOwnPage())
        return false;
    reply(m_pages.message(scene(asked), 403, "elsewhereTitle", "fromElsewhere"));
    return true;
}

HttpResponse PublicPages::toTicket(const WebAsked &asked, const Ticket &ticket) const
{
    return {303, {}, {},
        {{"Location",
            TicketPage::path(ticket.secret, asked.query.value(QStringLiteral("lang"))).toUtf8()}}};
}

void PublicPages::take(const WebAsked &asked, const HttpReply &reply)
{
    if (refuseForeign(asked, reply))
        return;
    const Service *service = serviceOf(asked);
    if (!service)
        return nothing(asked, reply);
    const Phone phone = phoneOf(asked);
    const QString again = ServicePages::servicePath(service->id);
    if (phone.id.isEmpty())
        return reply(
            m_pages.message(scene(asked), 400, "noCookieTitle", "noCookie", again, "tryAgain"));
    const auto id = m_seal.wished(formFields(asked.request.body).value(QStringLiteral("wish")),
        service->id, phone.id, m_service.clock().elapsed());
    if (!id)
        return reply(
            m_pages.message(scene(asked), 409, "tooOldTitle", "tooOld", again, "tryAgain"));
    if (!isHere(asked))
        return reply(m_pages.message(scene(asked), 403, "notHereTitle", "notHere"));
    // Sent twice is taken once, and counted once.
    if (const Ticket *known = state().ticket(TicketId(id->value())))
        return reply(toTicket(asked, *known));
    const bool may = m_limits.take(
        asked.request.client, m_service.clock().elapsed(), [this](const TicketId &one) {
            const Ticket *ticket = state().ticket(one);
            return ticket && !isOver(ticket->state);
        });
    if (!may)
        return reply(m_pages.message(scene(asked), 429, "tooManyTitle", "tooMany"));
    issue(asked, reply, *service, phone, *id);
}

void PublicPages::issue(const WebAsked &asked, const HttpReply &reply, const Service &service,
    const Phone &phone, const CommandId &id)
{
    const ClassId wanted(formFields(asked.request.body).value(QStringLiteral("class")));
    const bool isClass = state().catalogue->priorityClass(wanted) != nullptr;
    const ServicePages::Scene seen = scene(asked);
    IssueTicket wish{service.id, isClass ? wanted : ClassId(), seen.view.language,
        makeSecret(m_random), seen.now};
    wish.holder = holderOf(phone.id);
    // Who asked may have left when the answer comes: nothing of the request is kept but copies.
    const auto request = std::make_shared<HttpRequest>(asked.request);
    auto later = [this, request, reply, phone, service = service.id, path = asked.path,
                     query = asked.query, view = asked.view](const Answer &answer) {
        const WebAsked then{*request, path, query, {}, view};
        const Ticket *ticket = answer.error ? nullptr : state().ticket(answer.ticket);
        if (ticket) {
            m_limits.taken(request->client, ticket->id);
            return reply(toTicket(then, *ticket));
        }
        m_limits.giveBack(request->client);
        const Service *still = state().catalogue ? state().catalogue->service(service) : nullptr;
        if (!still)
            return nothing(then, reply);
        refused(then, reply, *still, phone, answer.error.value_or(Error{}));
    };
    m_gate.submit({id, {}, std::move(wish)}, std::move(later));
}

void PublicPages::refused(const WebAsked &asked, const HttpReply &reply, const Service &service,
    const Phone &phone, const Error &error)
{
    ServicePages::Offer news;
    news.status = error.code == ErrorCode::Unavailable ? 503 : 409;
    if (!isAvailability(error.reason) && error.reason != QLatin1String("alreadyWaiting"))
        news.refused = PageWords(m_words, m_frame.language(asked.view.language))("notTaken");
    send(asked, reply, offer(asked, service, phone, news));
}

void PublicPages::ticket(const WebAsked &asked, const HttpReply &reply)
{
    const QString secret = asked.secret();
    const Ticket *ticket
        = secret.isEmpty() ? nullptr : state().ticket(state().secrets.value(secret));
    const auto wait = ticket && ticket->state == TicketState::Waiting
        ? m_service.waits().ticket(*ticket)
        : std::nullopt;
    send(asked, reply,
        m_ticketPage.render(state(), secret, asked.view,
            {m_service.clock().wall(), m_service.problemSince()}, wait));
}

void PublicPages::cancelTicket(
    const QString &secret, std::function<void(std::optional<Error>)> done)
{
    const Ticket *ticket = state().ticket(state().secrets.value(secret));
    if (secret.isEmpty() || !ticket)
        return done(
            Error{ErrorCode::NotFound, QStringLiteral("No ticket of today has this address.")});
    const CommandId id(makeUuid(m_service.clock(), m_random));
    m_gate.submit({id, {}, CancelTicket{ticket->id}},
        [done = std::move(done)](const Answer &answer) { done(answer.error); });
}

template <typename Wish>
void PublicPages::act(const WebAsked &asked, const HttpReply &reply, Wish wish)
{
    if (refuseForeign(asked, reply))
        return;
    // Whatever came of it: the page shows how the ticket stands.
    const QByteArray path
        = TicketPage::path(asked.secret(), asked.query.value(QStringLiteral("lang"))).toUtf8();
    const auto shown = [reply, path](const Answer &) {
        reply({303, {}, {}, {{"Location", path}}});
    };
    const Ticket *ticket = state().ticket(state().secrets.value(asked.secret()));
    if (asked.secret().isEmpty() || !ticket)
        return shown({});
    wish.ticket = ticket->id;
    m_gate.submit({CommandId(makeUuid(m_service.clock(), m_random)), {}, std::move(wish)}, shown);
}

void PublicPages::cancel(const WebAsked &asked, const HttpReply &reply)
{
    act(asked, reply, CancelTicket{});
}

void PublicPages::rejoin(const WebAsked &asked, const HttpReply &reply)
{
    act(asked, reply, RejoinQueue{});
}

void PublicPages::letGoFirst(const WebAsked &asked, const HttpReply &reply)
{
    const QString places = formFields(asked.request.body).value(QStringLiteral("places"));
    act(asked, reply, LetGoFirst{{}, places.toInt()}); // 0, or too many, is refused
}

void PublicPages::takePlaceBack(const WebAsked &asked, const HttpReply &reply)
{
    act(asked, reply, TakePlaceBack{});
}

void PublicPages::file(const WebAsked &asked, const HttpReply &reply)
{
    reply(m_files.file(asked.path.value(QStringLiteral("file"))));
}

void PublicPages::worker(const WebAsked &, const HttpReply &reply) { reply(m_files.worker()); }

void PublicPages::manifest(const WebAsked &, const HttpReply &reply)
{
    const LocalText name = state().catalogue ? state().catalogue->site.shortName : LocalText();
    const QString language = m_words.languages().constFirst();
    const QJsonObject icon{{QStringLiteral("src"), m_files.path(QStringLiteral("icon.svg"))},
        {QStringLiteral("type"), QStringLiteral("image/svg+xml")},
        {QStringLiteral("sizes"), QStringLiteral("any")},
        {QStringLiteral("purpose"), QStringLiteral("any maskable")}};
    const QJsonObject manifest{{QStringLiteral("name"), name.in(language)},
        {QStringLiteral("short_name"), name.in(language)}, {QStringLiteral("lang"), language},
        {QStringLiteral("id"), QStringLiteral("/")},
        {QStringLiteral("start_url"), QStringLiteral("/")},
        {QStringLiteral("scope"), QStringLiteral("/")},
        {QStringLiteral("display"), QStringLiteral("standalone")},
        {QStringLiteral("background_color"), QStringLiteral("#EFF3F2")},
        {QStringLiteral("theme_color"), QStringLiteral("#0B4A57")},
        {QStringLiteral("icons"), QJsonArray{icon}}};
    reply({200, "application/manifest+json", toBytes(manifest)});
}

} // namespace antre

// SPDX-License-Identifier: Apache-2.0

// What PublicPages does about appointments, and about who is in the hall.

#include "base/uuid.h"
#include "domain/hallcode.h"
#include "server/html.h"
#include "server/publicpages.h"

namespace antre {

namespace {

/// The codes of this phone's reservations. Nobody else keeps them.
const QString reservationsCookie = QStringLiteral("appointments");
/// Where this phone was, and when.
const QString hereCookie = QStringLiteral("here");

/// "2026-11-30.780": what a key of the times' page sends.
std::optional<AppointmentSlot> slotIn(const QString &text)
{
    const auto day = BusinessDay::fromText(text.section(u'.', 0, 0));
    bool isNumber = false;
    const int minutes = text.section(u'.', 1).toInt(&isNumber);
    constexpr int minutesADay = 24 * 60;
    if (!day || !isNumber || minutes < 0 || minutes >= minutesADay)
        return std::nullopt;
    return AppointmentSlot{*day, Minutes(minutes)};
}

} // namespace

bool PublicPages::isHere(const WebAsked &asked) const
{
    const bool matters = state().catalogue && state().catalogue->site.phones.onlyHere;
    return !matters
        || m_seal.isHere(
            asked.cookies.value(hereCookie), phoneOf(asked).id, m_service.clock().elapsed());
}

void PublicPages::hall(const WebAsked &asked, const HttpReply &reply)
{
    if (!state().catalogue)
        return nothing(asked, reply);
    const PhoneRules &rules = state().catalogue->site.phones;
    HttpResponse home{303, {}, {}, {{"Location", "/"}}};
    if (!rules.onlyHere)
        return reply(std::move(home));
    const auto fault = hallCodeFault(
        state(), asked.path.value(QStringLiteral("code")), rules.codeFor, m_service.clock().wall());
    if (fault == HallCodeFault::Old)
        return send(asked, reply, m_pages.message(scene(asked), 410, "oldCodeTitle", "oldCode"));
    if (fault)
        return send(
            asked, reply, m_pages.message(scene(asked), 404, "strangeCodeTitle", "strangeCode"));
    const Phone phone = namedPhone(asked);
    if (!phone.cookie.isEmpty())
        home.headers.append({"Set-Cookie", phone.cookie});
    home.headers.append({"Set-Cookie",
        cookieHeader(hereCookie, m_seal.here(phone.id, m_service.clock().elapsed()),
            int(std::chrono::duration_cast<std::chrono::seconds>(WebSeal::hereFor).count()),
            asked.request.secure)});
    reply(std::move(home));
}

std::vector<AppointmentPages::Own> PublicPages::ownReservations(const WebAsked &asked) const
{
    std::vector<AppointmentPages::Own> own;
    if (!state().catalogue)
        return own;
    for (const QString &code : asked.cookies.value(reservationsCookie).split(u'.')) {
        const Reservation *known
            = isSecret(code) ? state().reservation(reservationHash(code)) : nullptr;
        if (known && known->state == ReservationState::Booked
            && m_service.clock().wall() <= checkInTime(state(), known->place).until)
            own.push_back({code, known});
    }
    return own;
}

void PublicPages::times(const WebAsked &asked, const HttpReply &reply)
{
    const Service *service = serviceOf(asked);
    if (!service || !service->appointments)
        return nothing(asked, reply);
    send(asked, reply, timesOf(asked, *service, {}));
}

HttpResponse PublicPages::timesOf(
    const WebAsked &asked, const Service &service, AppointmentPages::Times times)
{
    const Phone phone = namedPhone(asked);
    times.wish = m_seal.wish(CommandId(makeUuid(m_service.clock(), m_random)), service.id, phone.id,
        m_service.clock().elapsed());
    for (const AppointmentPages::Own &own : ownReservations(asked)) {
        if (own.reservation->place.service == service.id)
            times.own = own;
    }
    HttpResponse page = m_appointments.times(scene(asked), service, times);
    if (!phone.cookie.isEmpty())
        page.headers.append({"Set-Cookie", phone.cookie});
    return page;
}

void PublicPages::reserve(const WebAsked &asked, const HttpReply &reply)
{
    if (refuseForeign(asked, reply))
        return;
    const Service *service = serviceOf(asked);
    if (!service)
        return nothing(asked, reply);
    const Phone phone = phoneOf(asked);
    const QString again = AppointmentPages::timesPath(service->id);
    if (phone.id.isEmpty())
        return reply(
            m_pages.message(scene(asked), 400, "noCookieTitle", "noCookie", again, "chooseTime"));
    const WebFields sent = formFields(asked.request.body);
    const auto id = m_seal.wished(
        sent.value(QStringLiteral("wish")), service->id, phone.id, m_service.clock().elapsed());
    const auto slot = slotIn(sent.value(QStringLiteral("slot")));
    if (!id || !slot)
        return reply(
            m_pages.message(scene(asked), 409, "tooOldTitle", "tooOldTimes", again, "chooseTime"));
    const QString code = m_seal.reservationCode(*id);
    // Sent twice is reserved once, and counted once.
    if (state().reservation(reservationHash(code)))
        return reply(toReservation(asked, code));
    if (!m_reserveLimits.take(asked.request.client, m_service.clock().elapsed(),
            [](const TicketId &) { return false; }))
        return reply(m_pages.message(scene(asked), 429, "tooManyTitle", "tooManyTimes"));
    keepSlot(asked, reply, *id,
        {service->id, slot->day, slot->from, scene(asked).view.language, code, holderOf(phone.id)});
}

void PublicPages::keepSlot(
    const WebAsked &asked, const HttpReply &reply, const CommandId &id, const Reserve &wish)
{
    const auto request = std::make_shared<HttpRequest>(asked.request);
    auto later = [this, request, reply, wish, path = asked.path, query = asked.query,
                     cookies = asked.cookies, view = asked.view](const Answer &answer) {
        const WebAsked then{*request, path, query, cookies, view};
        if (!answer.error)
            return reply(toReservation(then, wish.code));
        m_reserveLimits.giveBack(request->client);
        const Service *service = serviceOf(then);
        if (!service)
            return nothing(then, reply);
        const int status = answer.error->code == ErrorCode::Unavailable ? 503 : 409;
        reply(timesOf(then, *service,
            {.refused = refusalOf(*answer.error, view, "notReserved"), .status = status}));
    };
    m_gate.submit({id, {}, wish}, std::move(later));
}

QString PublicPages::refusalOf(const Error &error, const WebView &view, const char *otherwise) const
{
    const QString language = m_frame.language(view.language);
    const QString said = m_words.refusal(error.reason, language);
    return said.isEmpty() ? PageWords(m_words, language)(otherwise) : html::safe(said);
}

HttpResponse PublicPages::toReservation(const WebAsked &asked, const QString &code) const
{
    QStringList codes{code};
    for (const AppointmentPages::Own &own : ownReservations(asked)) {
        if (!codes.contains(own.code))
            codes.append(own.code);
    }
    constexpr int seconds = (reservationDaysMax + 1) * 24 * 60 * 60;
    const QString path = AppointmentPages::path(code, asked.query.value(QStringLiteral("lang")));
    return {303, {}, {},
        {{"Location", path.toUtf8()},
            {"Set-Cookie",
                cookieHeader(
                    reservationsCookie, codes.join(u'.'), seconds, asked.request.secure)}}};
}

const Reservation *PublicPages::reservationOf(const WebAsked &asked) const
{
    const QString code = asked.path.value(QStringLiteral("code"));
    return state().catalogue && isSecret(code) ? state().reservation(reservationHash(code))
                                               : nullptr;
}

HttpResponse PublicPages::shown(
    const WebAsked &asked, const Reservation &reservation, AppointmentPages::Shown shown) const
{
    shown.code = asked.path.value(QStringLiteral("code"));
    shown.isHere = isHere(asked);
    if (const Ticket *ticket = state().ticket(reservation.ticket))
        shown.ticket = TicketPage::path(ticket->secret, {});
    ServicePages::Scene seen = scene(asked);
    seen.view.language = m_frame.language(asked.view.language, reservation.language);
    return m_appointments.reservation(seen, reservation, shown);
}

void PublicPages::reservation(const WebAsked &asked, const HttpReply &reply)
{
    if (!state().catalogue)
        return nothing(asked, reply);
    const Reservation *known = reservationOf(asked);
    send(asked, reply, known ? shown(asked, *known, {}) : m_appointments.missing(scene(asked)));
}

void PublicPages::reservationPicture(const WebAsked &asked, const HttpReply &reply)
{
    if (!reservationOf(asked))
        return nothing(asked, reply);
    reply(AppointmentPages::picture(
        state().catalogue->site.publicUrl, asked.path.value(QStringLiteral("code"))));
}

void PublicPages::cancelReservation(const WebAsked &asked, const HttpReply &reply)
{
    if (refuseForeign(asked, reply))
        return;
    // Whatever comes of it: the page shows how the reservation stands.
    const QString code = asked.path.value(QStringLiteral("code"));
    const QByteArray path
        = AppointmentPages::path(code, asked.query.value(QStringLiteral("lang"))).toUtf8();
    const auto shown = [reply, path](const Answer &) {
        reply({303, {}, {}, {{"Location", path}}});
    };
    if (!reservationOf(asked))
        return shown({});
    m_gate.submit(
        {CommandId(makeUuid(m_service.clock(), m_random)), {}, CancelReservation{code}}, shown);
}

void PublicPages::checkIn(const WebAsked &asked, const HttpReply &reply)
{
    if (refuseForeign(asked, reply))
        return;
    const Reservation *known = reservationOf(asked);
    if (!known)
        return send(asked, reply,
            state().catalogue ? m_appointments.missing(scene(asked))
                              : m_pages.message(scene(asked), 503, "notReadyTitle", "notReady"));
    if (!isHere(asked) && known->state == ReservationState::Booked)
        return reply(shown(asked, *known,
            {.refused
                = PageWords(m_words, m_frame.language(asked.view.language))("scanHallToCheckIn"),
                .status = 403}));
    const Phone phone = namedPhone(asked);
    const QString code = asked.path.value(QStringLiteral("code"));
    CheckIn wish{code, {}, asked.view.language, makeSecret(m_random), m_service.clock().wall(),
        holderOf(phone.id)};
    const auto request = std::make_shared<HttpRequest>(asked.request);
    auto later = [this, request, reply, phone, path = asked.path, query = asked.query,
                     cookies = asked.cookies, view = asked.view](const Answer &answer) {
        const WebAsked then{*request, path, query, cookies, view};
        const Ticket *ticket = answer.error ? nullptr : state().ticket(answer.ticket);
        const Reservation *now = reservationOf(then);
        if (!ticket && !now)
            return reply(m_appointments.missing(scene(then)));
        const Error error = answer.error.value_or(Error{});
        HttpResponse page = ticket
            ? toTicket(then, *ticket)
            : shown(then, *now,
                {.refused = refusalOf(error, view, "notCheckedIn"),
                    .status = error.code == ErrorCode::Unavailable ? 503 : 409});
        if (ticket && !phone.cookie.isEmpty())
            page.headers.append({"Set-Cookie", phone.cookie});
        reply(std::move(page));
    };
    m_gate.submit(
        {CommandId(makeUuid(m_service.clock(), m_random)), {}, std::move(wish)}, std::move(later));
}

} // namespace antre

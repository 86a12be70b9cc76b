// SPDX-License-Identifier: Apache-2.0
#include "server/appointmentpages.h"

#include "scan/qrcode.h"
#include "server/html.h"
#include "server/qrsvg.h"

#include <QBuffer>

namespace antre {

using namespace html;

namespace {

/// As a drawing of rectangles, which stays sharp on any screen and on paper.
QString qrDrawing(const QString &text, const QString &name)
{
    const auto drawn = qrPath(text);
    if (!drawn)
        return {};
    const int side = drawn->modules + 2 * qrQuietModules;
    return element(QStringLiteral("svg class=\"qr\" role=\"img\" aria-label=\"%1\" "
                                  "viewBox=\"-%2 -%2 %3 %3\" shape-rendering=\"crispEdges\"")
                       .arg(name)
                       .arg(qrQuietModules)
                       .arg(side),
        QStringLiteral("<path fill=\"#FFF\" d=\"M-%1 -%1h%2v%2h-%2z\"/><path d=\"%3\"/>")
            .arg(qrQuietModules)
            .arg(side)
            .arg(drawn->path));
}

/// Writes one page in one language. Every text from outside passes safe().
class AppointmentWriter
{
public:
    AppointmentWriter(const ServicePages::Scene &scene, const PublicWords &words)
        : m_scene(scene)
        , m_catalogue(*scene.state.catalogue)
        , m_speech(words)
        , m_language(scene.view.language)
        , m_words(words, m_language)
    {
    }

    [[nodiscard]] QString word(const char *key) const { return m_words(key); }

    [[nodiscard]] QString back(const QString &link, const QString &text) const
    {
        return element(QStringLiteral("a class=\"back\" href=\"%1\"").arg(safe(link)),
            icon(QStringLiteral("ui-back")) + text);
    }

    /// Each day with its times as keys. One touch reserves; what it was can be cancelled there.
    [[nodiscard]] QString days(
        const std::vector<AppointmentSlot> &all, const QString &action, const QString &wish) const
    {
        QString days;
        for (size_t i = 0; i < all.size();) {
            const BusinessDay day = all[i].day;
            QString keys;
            for (; i < all.size() && all[i].day == day; ++i)
                keys += slotKey(all[i]);
            days += element(QStringLiteral("section class=\"card day\""),
                element(QStringLiteral("h2"), safe(m_speech.day(day, m_language)))
                    + element(QStringLiteral("div class=\"slots\""), keys));
        }
        return element(
            QStringLiteral("form class=\"times\" method=\"post\" action=\"%1\"").arg(safe(action)),
            hidden(QStringLiteral("wish"), wish) + days);
    }

    [[nodiscard]] QString own(const AppointmentPages::Own &own) const
    {
        const SlotPlace &place = own.reservation->place;
        return element(QStringLiteral("a class=\"own\" href=\"%1\"")
                           .arg(safe(AppointmentPages::path(own.code))),
            element(QStringLiteral("span"), m_words("yourAppointment"))
                + element(QStringLiteral("b"), clock(place.from))
                + element(QStringLiteral("span"),
                    safe(m_speech.day(place.day, m_language)) + QStringLiteral(" · ")
                        + serviceName(place.service))
                + icon(QStringLiteral("ui-forward")));
    }

    /// What was reserved, large.
    [[nodiscard]] QString head(const SlotPlace &place) const
    {
        QString about = element(
            QStringLiteral("p"), element(QStringLiteral("b"), serviceName(place.service)));
        const Service *service = m_catalogue.service(place.service);
        if (const Agency *agency = service ? m_catalogue.agency(service->agency) : nullptr)
            about += element(
                QStringLiteral("p class=\"small\""), safe(agency->shortName.in(m_language)));
        return element(QStringLiteral("section class=\"yours booked\""),
            element(QStringLiteral("h1"),
                m_words("yourAppointment")
                    + element(QStringLiteral("span class=\"date\""),
                        safe(m_speech.day(place.day, m_language)))
                    + element(QStringLiteral("span class=\"number\""), clock(place.from)))
                + about);
    }

    [[nodiscard]] QString code(const QString &code) const
    {
        const QString drawing
            = qrDrawing(reservationLink(m_catalogue.site.publicUrl, code), m_words("codePicture"));
        const QString save
            = QStringLiteral("a class=\"key\" href=\"/r/%1/code.png\" download").arg(encoded(code));
        return element(QStringLiteral("section class=\"card code\""),
            element(QStringLiteral("h2"), m_words("showCode")) + drawing
                + element(QStringLiteral("p"), element(QStringLiteral("code"), safe(code)))
                + element(QStringLiteral("div class=\"keys pair\""),
                    element(save, icon(QStringLiteral("ui-down")) + m_words("saveCode"))
                        + element(QStringLiteral(
                                      "button class=\"key\" type=\"button\" data-print hidden"),
                            icon(QStringLiteral("ui-printer")) + m_words("print")))
                + element(QStringLiteral("p class=\"mute\""), m_words("keepCode")));
    }

    /// What to do now, by the time.
    [[nodiscard]] QString arrival(
        const Reservation &reservation, const AppointmentPages::Shown &shown) const
    {
        const CheckInTime time = checkInTime(m_scene.state, reservation.place);
        const auto when = [this](Instant moment) {
            return m_speech.clock(localTime(moment, m_catalogue.zone()).ofDay, m_language);
        };
        if (m_scene.now > time.until)
            return card(element(QStringLiteral("h2"), safe(refusal(QStringLiteral("tooLate")))));
        const QString window = element(QStringLiteral("h2"),
                                   m_words("checkInFrom", when(time.from), when(time.until)))
            + element(QStringLiteral("p"), m_words("checkInWhy"));
        if (m_scene.now < time.from)
            return card(window);
        if (!shown.isHere)
            return card(window
                + element(QStringLiteral("p"),
                    element(QStringLiteral("b"), m_words("scanHallToCheckIn"))));
        return card(window)
            + form(shown.code, "checkin",
                element(QStringLiteral("button class=\"key yellow\""),
                    icon(QStringLiteral("ui-check")) + m_words("checkIn")));
    }

    [[nodiscard]] QString prepare(const ServiceId &id) const
    {
        const Service *service = m_catalogue.service(id);
        if (!service || service->requirements.empty())
            return {};
        QString items;
        for (const LocalText &requirement : service->requirements)
            items += element(QStringLiteral("li"), safe(requirement.in(m_language)));
        return card(element(QStringLiteral("h2"), m_words("prepare"))
            + element(QStringLiteral("ul"), items));
    }

    /// Two touches, so that none is an accident.
    [[nodiscard]] QString cancel(const QString &code) const
    {
        return element(QStringLiteral("details class=\"later\""),
            element(QStringLiteral("summary"), m_words("cancelAppointment"))
                + form(code, "cancel",
                    element(QStringLiteral("p"), m_words("cancelAppointmentAsk"))
                        + element(QStringLiteral("button class=\"key\""),
                            m_words("cancelAppointmentYes"))));
    }

    [[nodiscard]] QString over(const QString &text, const QString &link, const char *key) const
    {
        return card(element(QStringLiteral("h2"), text)
            + element(QStringLiteral("p class=\"keys\""),
                element(
                    QStringLiteral("a class=\"key\" href=\"%1\"").arg(safe(link)), m_words(key))));
    }

    [[nodiscard]] static QString card(const QString &content)
    {
        return element(QStringLiteral("section class=\"card\""), content);
    }

    [[nodiscard]] static QString trouble(const QString &text)
    {
        return text.isEmpty()
            ? QString()
            : element(QStringLiteral("p class=\"card trouble\" role=\"alert\""), text);
    }

    [[nodiscard]] QString refusal(const QString &reason) const
    {
        return m_speech.refusal(reason, m_language);
    }

    [[nodiscard]] QString elsewhere() const
    {
        return element(QStringLiteral("p class=\"elsewhere\""),
            icon(QStringLiteral("ui-printer"))
                + element(QStringLiteral("span"), m_words("elsewhere")));
    }

    [[nodiscard]] QString serviceName(const ServiceId &id) const
    {
        const Service *service = m_catalogue.service(id);
        return safe(service ? service->name.in(m_language) : id.value());
    }

private:
    [[nodiscard]] QString clock(Minutes ofDay) const { return m_speech.clock(ofDay, m_language); }

    [[nodiscard]] QString slotKey(const AppointmentSlot &slot) const
    {
        const QString places
            = slot.free > 0 ? m_words.count("placesFree", slot.free) : m_words("slotIsFull");
        return element(QStringLiteral("button class=\"key\" name=\"slot\" value=\"%1.%2\"%3")
                           .arg(slot.day.text())
                           .arg(slot.from.count())
                           .arg(slot.free > 0 ? QString() : QStringLiteral(" disabled")),
            element(QStringLiteral("b"), clock(slot.from))
                + element(QStringLiteral("span"), places));
    }

    [[nodiscard]] QString form(
        const QString &code, const char *action, const QString &content) const
    {
        return element(QStringLiteral("form class=\"wish\" method=\"post\" action=\"/r/%1/%2\"")
                           .arg(safe(encoded(code)), QLatin1String(action)),
            content);
    }

    const ServicePages::Scene &m_scene;
    const Catalogue &m_catalogue;
    const PublicWords &m_speech;
    const QString m_language;
    const PageWords m_words;
};

} // namespace

QString AppointmentPages::timesPath(const ServiceId &service)
{
    return QStringLiteral("/times/") + encoded(service.value());
}

QString AppointmentPages::path(const QString &code, const QString &language)
{
    QString path = QStringLiteral("/r/") + encoded(code);
    if (!language.isEmpty())
        path += QStringLiteral("?lang=") + encoded(language);
    return path;
}

QString AppointmentPages::link(const Scene &scene, const PublicWords &words, const Own &own)
{
    return AppointmentWriter(scene, words).own(own);
}

HttpResponse AppointmentPages::times(
    const Scene &scene, const Service &service, const Times &times) const
{
    const AppointmentWriter write(scene, m_frame.words());
    const QString name = safe(service.name.in(scene.view.language));
    QString main = write.back(ServicePages::servicePath(service.id), name)
        + element(QStringLiteral("h1 class=\"service\""), write.word("chooseTime"))
        + AppointmentWriter::trouble(times.refused);
    const auto all = openSlots(scene.state, service, scene.now);
    if (times.own)
        main += write.own(*times.own);
    else if (all.empty())
        main
            += write.over(write.word("noTimes"), ServicePages::servicePath(service.id), "tryAgain");
    else
        main += element(QStringLiteral("p"), write.word("chooseTimeHint"))
            + write.days(all, ServicePages::servicePath(service.id) + QStringLiteral("/reserve"),
                times.wish);
    main += write.elsewhere();
    return m_frame.page({.title = write.word("chooseTime"),
                            .main = main,
                            .kind = QStringLiteral("service"),
                            .status = times.status},
        scene.view, scene.state.catalogue->site.shortName);
}

HttpResponse AppointmentPages::reservation(
    const Scene &scene, const Reservation &reservation, const Shown &shown) const
{
    const AppointmentWriter write(scene, m_frame.words());
    QString main = write.head(reservation.place) + AppointmentWriter::trouble(shown.refused);
    switch (reservation.state) {
    case ReservationState::Booked: {
        const bool canCome = scene.now <= checkInTime(scene.state, reservation.place).until;
        main += write.arrival(reservation, shown);
        if (canCome)
            main += write.code(shown.code) + write.prepare(reservation.place.service)
                + write.cancel(shown.code);
        break;
    }
    case ReservationState::Cancelled:
        main += write.over(safe(write.refusal(QStringLiteral("reservationCancelled"))),
            timesPath(reservation.place.service), "chooseTime");
        break;
    case ReservationState::CheckedIn:
        main += write.over(safe(write.refusal(QStringLiteral("alreadyCheckedIn"))),
            shown.ticket.isEmpty() ? QStringLiteral("/") : shown.ticket,
            shown.ticket.isEmpty() ? "toStart" : "toTicket");
        break;
    }
    main += write.elsewhere();
    return m_frame.page({.title = write.word("yourAppointment"),
                            .main = main,
                            .kind = QStringLiteral("ticket"),
                            .status = shown.status},
        scene.view, scene.state.catalogue->site.shortName);
}

HttpResponse AppointmentPages::missing(const Scene &scene) const
{
    const AppointmentWriter write(scene, m_frame.words());
    const QString main
        = element(QStringLiteral("section class=\"card\""),
              element(QStringLiteral("h1"), write.word("noAppointmentTitle"))
                  + element(QStringLiteral("p"),
                      safe(write.refusal(QStringLiteral("unknownReservation"))))
                  + element(QStringLiteral("p class=\"keys\""),
                      element(QStringLiteral("a class=\"key\" href=\"/\""), write.word("toStart"))))
        + write.elsewhere();
    return m_frame.page({.title = write.word("noAppointmentTitle"),
                            .main = main,
                            .kind = QStringLiteral("message"),
                            .status = 404},
        scene.view, scene.state.catalogue->site.shortName);
}

HttpResponse AppointmentPages::picture(const QString &publicUrl, const QString &code)
{
    constexpr int dotsPerModule = 12;
    const auto image = qrPicture(reservationLink(publicUrl, code), dotsPerModule);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!image || !image->save(&buffer, "PNG"))
        return httpError(404, QStringLiteral("notFound"), QStringLiteral("There is no such code."));
    return {
        200, "image/png", bytes, {{"Content-Disposition", "attachment; filename=\"antre.png\""}}};
}

} // namespace antre

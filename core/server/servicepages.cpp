// SPDX-License-Identifier: Apache-2.0
#include "server/servicepages.h"

#include "domain/appointments.h"
#include "server/appointmentpages.h"
#include "server/html.h"
#include "server/waitcard.h"

#include <algorithm>

namespace antre {

using namespace html;

namespace {

QString agencyIcon(const Agency &agency, bool shut)
{
    const QString classes = shut ? QStringLiteral("big off") : QStringLiteral("big");
    const QString own = icon(QStringLiteral("agency-") + agency.id.value(), classes);
    return own.isEmpty() ? icon(QStringLiteral("ui-document"), classes) : own;
}

/// Writes one page in one language. Every text from outside passes safe().
class ServiceWriter
{
public:
    ServiceWriter(const ServicePages::Scene &scene, const PublicWords &words)
        : m_scene(scene)
        , m_catalogue(*scene.state.catalogue)
        , m_speech(words)
        , m_language(scene.view.language)
        , m_words(words, m_language)
        , m_card(words, m_language, m_catalogue.zone())
        , m_today(localTime(scene.now, m_catalogue.zone()))
    {
    }

    [[nodiscard]] QString word(const char *key) const { return m_words(key); }

    [[nodiscard]] QString opening() const
    {
        const DaySchedule day = scheduleOn(m_catalogue, m_today.day);
        if (!day.hours || m_today.ofDay >= day.hours->open.until)
            return m_words("mallClosed");
        if (m_today.ofDay < day.hours->open.from)
            return m_words("mallOpensAt", m_speech.clock(day.hours->open.from, m_language));
        return m_words("mallOpenUntil", m_speech.clock(day.hours->open.until, m_language));
    }

    [[nodiscard]] QString searchForm(const QString &query, bool first) const
    {
        return element(
            QStringLiteral(
                "form class=\"search\" role=\"search\" action=\"/search\" method=\"get\""),
            element(QStringLiteral("label class=\"unseen\" for=\"q\""), m_words("search"))
                + QStringLiteral("<input id=\"q\" name=\"q\" type=\"search\" autocomplete=\"off\" "
                                 "maxlength=\"80\" enterkeyhint=\"search\" placeholder=\"%1\" "
                                 "value=\"%2\"%3>")
                      .arg(m_words("searchHint"), safe(query),
                          first ? QStringLiteral(" autofocus") : QString())
                + element(QStringLiteral("button aria-label=\"%1\"").arg(m_words("search")),
                    icon(QStringLiteral("ui-search"))));
    }

    [[nodiscard]] QString agencyRow(const Agency &agency) const
    {
        const ServiceStatus status = agencyStatus(m_scene.state, agency, m_scene.now);
        const bool shut = !status.takesNumbers();
        const int waiting = m_scene.state.waitingIn(agency.line());
        QString count;
        if (shut || status.availability == Availability::OnBreak)
            count = element(
                QStringLiteral("b class=\"why\""), safe(m_speech.brief(status, m_language)));
        else if (waiting == 0)
            count = m_words("noQueue");
        else
            count = element(QStringLiteral("b"), QString::number(waiting)) + m_words("waiting");
        return element(QStringLiteral("li"),
            element(QStringLiteral("a class=\"row\" href=\"/a/%1\"")
                        .arg(safe(encoded(agency.id.value()))),
                agencyIcon(agency, shut)
                    + element(QStringLiteral("span class=\"what\""),
                        element(QStringLiteral("b"), safe(agency.shortName.in(m_language)))
                            + element(QStringLiteral("span"), safe(agency.about.in(m_language))))
                    + element(QStringLiteral("span class=\"count\""), count)));
    }

    /// `marks`: letters of the name that were asked for.
    [[nodiscard]] QString serviceRow(const Service &service, const std::vector<Mark> &marks = {},
        bool withAgency = false, const QString &said = {}) const
    {
        const ServiceStatus status = serviceStatus(m_scene.state, service, m_scene.now);
        const Agency *agency = m_catalogue.agency(service.agency);
        QString what = element(QStringLiteral("b"), marked(service.name.in(m_language), marks));
        QStringList second;
        if (!said.isEmpty())
            second << safe(said);
        if (withAgency && agency)
            second << safe(agency->shortName.in(m_language));
        if (!status.takesNumbers())
            second << element(QStringLiteral("strong"), safe(m_speech.brief(status, m_language)));
        if (!second.isEmpty())
            what += element(QStringLiteral("span"), second.join(QStringLiteral(" · ")));
        const QString picture
            = withAgency && agency ? agencyIcon(*agency, !status.takesNumbers()) : QString();
        return element(QStringLiteral("li"),
            element(QStringLiteral("a class=\"row\" href=\"%1\"")
                        .arg(safe(ServicePages::servicePath(service.id))),
                picture + element(QStringLiteral("span class=\"what\""), what)
                    + icon(QStringLiteral("ui-forward"), QStringLiteral("go"))));
    }

    [[nodiscard]] QString back(const QString &link, const QString &text) const
    {
        return element(QStringLiteral("a class=\"back\" href=\"%1\"").arg(safe(link)),
            icon(QStringLiteral("ui-back")) + text);
    }

    [[nodiscard]] QString agencyHead(const Agency &agency) const
    {
        return element(QStringLiteral("div class=\"head\""),
            agencyIcon(agency, false)
                + element(QStringLiteral("div"),
                    element(QStringLiteral("h1"), safe(agency.shortName.in(m_language)))
                        + element(QStringLiteral("p"), safe(agency.name.in(m_language)))));
    }

    /// Why no number can be taken, or when it will be called; empty: it is open.
    [[nodiscard]] QString notice(const ServiceStatus &status) const
    {
        const QString text = m_speech.sentences(status, m_today, m_language);
        return text.isEmpty()
            ? QString()
            : element(QStringLiteral("p class=\"card notice\""),
                icon(QStringLiteral("ui-clock")) + element(QStringLiteral("b"), safe(text)));
    }

    [[nodiscard]] QString facts(const Service &service) const
    {
        const auto fact = [&](const char *picture, const char *name, const QString &value) {
            return value.isEmpty()
                ? QString()
                : element(QStringLiteral("div"),
                    element(QStringLiteral("dt"), icon(QLatin1String(picture)) + m_words(name))
                        + element(QStringLiteral("dd"), value));
        };
        return element(QStringLiteral("dl class=\"card\""),
            fact("ui-fee", "fee", safe(service.fee.in(m_language)))
                + fact("ui-counter", "atCounter",
                    m_words("aboutMinutes", QString::number(service.duration.count())))
                + fact("ui-document", "result", safe(service.processingTime.in(m_language))));
    }

    [[nodiscard]] QString requirements(const Service &service) const
    {
        if (service.requirements.empty())
            return {};
        QString items;
        for (const LocalText &requirement : service.requirements)
            items += element(QStringLiteral("li"), safe(requirement.in(m_language)));
        return element(QStringLiteral("section class=\"card\""),
            element(QStringLiteral("h2"), m_words("bring")) + element(QStringLiteral("ul"), items)
                + element(QStringLiteral("p class=\"mute\""), m_words("notComplete")));
    }

    [[nodiscard]] QString queue(const LineId &line, const std::optional<PromisedWait> &wait) const
    {
        const int waiting = m_scene.state.waitingIn(line);
        QString content = element(QStringLiteral("h2"), m_words.count("wouldWait", waiting))
            + m_card.people(waiting);
        if (wait)
            content += m_card.facts(*wait, m_scene.now);
        return element(QStringLiteral("section class=\"card\""), content);
    }

    [[nodiscard]] QString classes() const
    {
        if (m_catalogue.classes.size() < 2)
            return {};
        QString labels;
        for (const PriorityClass &one : m_catalogue.classes) {
            const bool first = &one == &m_catalogue.classes.front();
            labels += element(QStringLiteral("label"),
                QStringLiteral("<input type=\"radio\" name=\"class\" value=\"%1\"%2>")
                        .arg(safe(one.id.value()), first ? QStringLiteral(" checked") : QString())
                    + element(
                        QStringLiteral("span"), icon(one.icon) + safe(one.name.in(m_language))));
        }
        return element(QStringLiteral("fieldset"),
            element(QStringLiteral("legend"), m_words("goFirst")) + labels);
    }

    /// The form is around all that stands above its key, so that the key can stay in sight.
    [[nodiscard]] QString take(
        const Service &service, const QString &content, const QString &wish) const
    {
        return element(QStringLiteral("form class=\"take\" method=\"post\" action=\"%1/take\"")
                           .arg(safe(ServicePages::servicePath(service.id))),
            hidden(QStringLiteral("wish"), wish) + content + classes()
                + element(QStringLiteral("button class=\"key yellow\""),
                    icon(QStringLiteral("ui-slip")) + m_words("take")));
    }

    /// Instead of the key, for who isn't here.
    [[nodiscard]] QString scanHall() const
    {
        return element(QStringLiteral("p class=\"card notice\""),
            icon(QStringLiteral("ui-scan")) + element(QStringLiteral("b"), m_words("scanHall")));
    }

    /// The way to a time of one's own, where the service offers that.
    [[nodiscard]] QString appointments(const Service &service) const
    {
        if (!service.appointments)
            return {};
        const auto all = openSlots(m_scene.state, service, m_scene.now);
        const auto first
            = std::ranges::find_if(all, [](const AppointmentSlot &slot) { return slot.free > 0; });
        const QString news = first == all.end()
            ? m_words("timesFull")
            : m_words("firstTime", m_speech.day(first->day, m_language),
                m_speech.clock(first->from, m_language));
        return element(QStringLiteral("section class=\"card\""),
            element(QStringLiteral("h2"), m_words("byAppointment"))
                + element(QStringLiteral("p"), news)
                + element(QStringLiteral("p class=\"keys\""),
                    element(QStringLiteral("a class=\"key\" href=\"%1\"")
                                .arg(safe(AppointmentPages::timesPath(service.id))),
                        icon(QStringLiteral("ui-clock")) + m_words("chooseTime"))));
    }

    /// A number that this phone has.
    [[nodiscard]] QString own(const Ticket &ticket) const
    {
        const Service *service = m_catalogue.service(ticket.service);
        const QString name = service ? safe(service->name.in(m_language)) : QString();
        return element(
            QStringLiteral("a class=\"own\" href=\"/t/%1\"").arg(safe(encoded(ticket.secret))),
            element(QStringLiteral("span"), m_words("yourNumber"))
                + element(QStringLiteral("b"), safe(ticket.number.text()))
                + element(QStringLiteral("span"), name) + icon(QStringLiteral("ui-forward")));
    }

    [[nodiscard]] QString rows(const QString &items) const
    {
        return element(QStringLiteral("ul class=\"list\""), items);
    }

    /// For those who'd rather.
    [[nodiscard]] QString elsewhere() const
    {
        return element(QStringLiteral("p class=\"elsewhere\""),
            icon(QStringLiteral("ui-printer"))
                + element(QStringLiteral("span"), m_words("elsewhere")));
    }

    [[nodiscard]] QString found(const Findings &findings) const
    {
        QString content;
        const auto section = [&](const char *title, const QString &items) {
            if (!items.isEmpty())
                content += element(QStringLiteral("h2"), m_words(title)) + rows(items);
        };
        QString agencies;
        for (const AgencyId &id : findings.agencies) {
            if (const Agency *agency = m_catalogue.agency(id))
                agencies += agencyRow(*agency);
        }
        if (findings.isAgency)
            section("foundAgencies", agencies);
        section("foundServices", services(findings.services));
        if (!findings.isAgency)
            section("foundAgencies", agencies);
        section(findings.services.empty() && agencies.isEmpty() ? "foundMaybe" : "foundMore",
            services(findings.maybe));
        return content;
    }

    [[nodiscard]] QString frequent() const
    {
        QString items;
        for (const ServiceId &id : m_catalogue.site.frequent) {
            if (const Service *service = m_catalogue.service(id))
                items += serviceRow(*service, {}, true);
        }
        return items.isEmpty() ? QString()
                               : element(QStringLiteral("h2"), m_words("frequent")) + rows(items);
    }

private:
    [[nodiscard]] QString services(const std::vector<FoundService> &found) const
    {
        QString items;
        for (const FoundService &one : found) {
            if (const Service *service = m_catalogue.service(one.service))
                items += serviceRow(*service, one.marks, true, one.said);
        }
        return items;
    }

    static QString marked(const QString &name, const std::vector<Mark> &marks)
    {
        QString text;
        int at = 0;
        for (const Mark &mark : marks) {
            text += safe(name.mid(at, mark.from - at));
            text += QStringLiteral("<mark>") % safe(name.mid(mark.from, mark.length))
                % QStringLiteral("</mark>");
            at = mark.from + mark.length;
        }
        return text + safe(name.mid(at));
    }

    const ServicePages::Scene &m_scene;
    const Catalogue &m_catalogue;
    const PublicWords &m_speech;
    const QString m_language;
    const PageWords m_words;
    const WaitCard m_card;
    const LocalTime m_today;
};

} // namespace

QString ServicePages::servicePath(const ServiceId &id)
{
    return QStringLiteral("/s/") + encoded(id.value());
}

HttpResponse ServicePages::home(const Scene &scene, const Belongings &belongings) const
{
    const ServiceWriter write(scene, m_frame.words());
    const Catalogue &catalogue = *scene.state.catalogue;
    QString agencies;
    for (const Agency &agency : catalogue.agencies)
        agencies += write.agencyRow(agency);
    QString own = belongings.reservations;
    for (const TicketId &id : scene.state.held.value(belongings.holder)) {
        if (const Ticket *ticket = scene.state.ticket(id); ticket && !isOver(ticket->state))
            own += write.own(*ticket);
    }
    if (!own.isEmpty())
        own = element(QStringLiteral("div class=\"mine\""), own);
    const QString main = own + (belongings.isHere ? QString() : write.scanHall())
        + element(QStringLiteral("div class=\"ask\""),
            element(QStringLiteral("h1"), write.word("question")) + write.searchForm({}, false))
        + element(QStringLiteral("div id=\"found\" aria-live=\"polite\""), write.rows(agencies))
        + write.elsewhere();
    return m_frame.page({.title = write.word("question"),
                            .main = main,
                            .kind = QStringLiteral("home"),
                            .subtitle = write.opening()},
        scene.view, catalogue.site.shortName);
}

HttpResponse ServicePages::agency(const Scene &scene, const Agency &agency) const
{
    const ServiceWriter write(scene, m_frame.words());
    QString services;
    for (const Service &service : agency.services)
        services += write.serviceRow(service);
    const QString main = write.back(QStringLiteral("/"), write.word("allAgencies"))
        + write.agencyHead(agency) + write.notice(agencyStatus(scene.state, agency, scene.now))
        + element(QStringLiteral("h2 class=\"title\""), write.word("chooseService"))
        + write.rows(services) + write.elsewhere();
    return m_frame.page({.title = safe(agency.shortName.in(scene.view.language)),
                            .main = main,
                            .kind = QStringLiteral("agency")},
        scene.view, scene.state.catalogue->site.shortName);
}

HttpResponse ServicePages::service(
    const Scene &scene, const Service &service, const Offer &offer) const
{
    const ServiceWriter write(scene, m_frame.words());
    const Catalogue &catalogue = *scene.state.catalogue;
    const Agency &agency = *catalogue.agency(service.agency);
    const ServiceStatus status = serviceStatus(scene.state, service, scene.now);
    const QString name = safe(service.name.in(scene.view.language));
    QString main = write.back(QStringLiteral("/a/") + encoded(agency.id.value()),
                       safe(agency.shortName.in(scene.view.language)))
        + element(QStringLiteral("h1 class=\"service\""), name);
    if (!offer.refused.isEmpty())
        main += element(QStringLiteral("p class=\"card trouble\" role=\"alert\""), offer.refused);
    main += write.notice(status);
    QString about = write.requirements(service) + write.facts(service);
    if (offer.held)
        main += write.own(*offer.held);
    else if (status.takesNumbers() && !offer.isHere)
        main += write.scanHall() + write.queue(agency.line(), offer.wait);
    const QString times = write.appointments(service);
    if (!offer.held && status.takesNumbers() && offer.isHere)
        about = times
            + write.take(service, about + write.queue(agency.line(), offer.wait), offer.wish);
    else
        about = times + about;
    main += about + write.elsewhere();
    return m_frame.page(
        {.title = name, .main = main, .kind = QStringLiteral("service"), .status = offer.status},
        scene.view, catalogue.site.shortName);
}

HttpResponse ServicePages::search(
    const Scene &scene, const QString &query, const Findings &findings) const
{
    const ServiceWriter write(scene, m_frame.words());
    QString found = write.found(findings);
    if (found.isEmpty())
        found = element(QStringLiteral("p class=\"none\""), write.word("foundNothing"))
            + write.frequent();
    const QString main = write.back(QStringLiteral("/"), write.word("allAgencies"))
        + element(QStringLiteral("h1 class=\"unseen\""), write.word("search"))
        + write.searchForm(query, false)
        + element(QStringLiteral("div id=\"found\" aria-live=\"polite\""), found)
        + write.elsewhere();
    return m_frame.page({.title = write.word("search"),
                            .main = main,
                            .kind = QStringLiteral("found"),
                            .keeps = QStringLiteral("q=") % encoded(query) % u'&'},
        scene.view, scene.state.catalogue->site.shortName);
}

HttpResponse ServicePages::message(const Scene &scene, int status, const char *title,
    const char *text, const QString &link, const char *linkText) const
{
    const PageWords word(m_frame.words(), scene.view.language);
    const QString main = element(QStringLiteral("section class=\"card\""),
        element(QStringLiteral("h1"), word(title)) + element(QStringLiteral("p"), word(text))
            + element(QStringLiteral("p class=\"keys\""),
                element(QStringLiteral("a class=\"key\" href=\"%1\"").arg(safe(link)),
                    word(linkText))));
    static const LocalText nameless;
    return m_frame.page(
        {.title = word(title), .main = main, .kind = QStringLiteral("message"), .status = status},
        scene.view, scene.state.catalogue ? scene.state.catalogue->site.shortName : nameless);
}

} // namespace antre

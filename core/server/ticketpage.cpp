// SPDX-License-Identifier: Apache-2.0
#include "server/ticketpage.h"

#include "server/html.h"
#include "server/waitcard.h"

#include <QJsonDocument>

namespace antre {

using namespace html;

namespace {

constexpr int refreshSeconds = 20;
constexpr int refreshSoonSeconds = 8;
constexpr int soon = 2; ///< people ahead

/// Writes the page's content in one language. Every text from outside passes safe().
class TicketWriter
{
public:
    TicketWriter(const Catalogue &catalogue, const PublicWords &words, const QString &language,
        const TicketPage::Time &time)
        : m_catalogue(catalogue)
        , m_speech(words)
        , m_words(words, language)
        , m_card(words, language, catalogue.zone())
        , m_language(language)
        , m_time(time)
    {
    }

    [[nodiscard]] QString content(const PublicTicket &ticket, const PublicLine &line) const
    {
        switch (ticket.state) {
        case TicketState::Called:
            return yourTurn(ticket);
        case TicketState::Waiting:
            return yours(ticket) + waiting(ticket, line) + nowServing(line) + prepare(ticket)
                + visit(ticket) + footer(ticket);
        case TicketState::Serving:
            return yours(ticket) + card(m_words("serving", ticket.counter.value())) + visit(ticket)
                + footer(ticket);
        case TicketState::Served:
            return yours(ticket) + card(m_words("served")) + footer(ticket);
        case TicketState::NoShow:
            return yours(ticket) + card(m_words("noShow")) + footer(ticket);
        case TicketState::Parked:
            return yours(ticket) + card(parked(ticket)) + visit(ticket) + footer(ticket);
        case TicketState::Cancelled:
            return yours(ticket) + card(m_words("cancelled")) + rejoinForm(ticket) + footer(ticket);
        case TicketState::Expired:
            return yours(ticket) + card(m_words("expired")) + footer(ticket);
        }
        return {};
    }

    /// What the script must know to say what the page says: words, and where news come from.
    [[nodiscard]] QString live(const PublicTicket &ticket, const QString &content) const
    {
        QJsonObject words;
        for (const char *key : {"ahead", "aheadOne", "aheadNone", "minutes", "updatedNow",
                 "updatedSeconds", "updatedMinutes", "stale", "offline", "counter"})
            words.insert(QLatin1String(key), QString(m_words(key)));
        const QString data = QString::fromUtf8(QJsonDocument(words).toJson(QJsonDocument::Compact));
        return element(
            QStringLiteral("div id=\"ticket\" data-state=\"%1\" data-at=\"%2\" data-words=\"%3\" "
                           "data-follow=\"/api/v1/tickets/%4\"")
                .arg(ticketStateName(ticket.state), QString::number(toMs(shownAt())), safe(data),
                    safe(encoded(ticket.secret))),
            content);
    }

    [[nodiscard]] QString missing() const
    {
        return element(QStringLiteral("section class=\"card\""),
            element(QStringLiteral("h1"), m_words("missing"))
                + element(QStringLiteral("p"), m_words("missingHint"))
                + element(QStringLiteral("p class=\"keys\""),
                    element(QStringLiteral("a class=\"key\" href=\"/\""), m_words("toStart"))));
    }

private:
    [[nodiscard]] Instant shownAt() const { return m_time.troubleSince.value_or(m_time.now); }

    [[nodiscard]] QString yours(const PublicTicket &ticket) const
    {
        QString about;
        if (const Service *service = m_catalogue.service(ticket.service)) {
            about = element(QStringLiteral("p"),
                element(QStringLiteral("b"), safe(service->name.in(m_language))));
            if (const Agency *agency = m_catalogue.agency(service->agency))
                about += element(
                    QStringLiteral("p class=\"small\""), safe(agency->shortName.in(m_language)));
        }
        return element(QStringLiteral("section class=\"yours\""),
                   element(QStringLiteral("h1"),
                       m_words("yourNumber")
                           + element(QStringLiteral("span class=\"number\""), safe(ticket.number)))
                       + about)
            + trouble();
    }

    /// What is shown is the last that is known; the hall's display may know more.
    [[nodiscard]] QString trouble() const
    {
        if (!m_time.troubleSince)
            return {};
        return element(QStringLiteral("p class=\"card trouble\" role=\"status\""),
            m_words("trouble", m_card.clock(*m_time.troubleSince)));
    }

    [[nodiscard]] QString yourTurn(const PublicTicket &ticket) const
    {
        return element(QStringLiteral("h1"), m_words("turn"))
            + element(QStringLiteral("p class=\"lead\""), m_words("goTo"))
            + element(QStringLiteral("p class=\"desk\""),
                m_words("counter")
                    + element(QStringLiteral("span class=\"counter long%1\"")
                                  .arg(std::min<qsizetype>(ticket.counter.value().size(), 4)),
                        safe(ticket.counter.value())))
            + QStringLiteral("<hr>\n")
            + element(QStringLiteral("p"),
                m_words("number")
                    + element(QStringLiteral("span class=\"number\""), safe(ticket.number)))
            + element(QStringLiteral("p class=\"hint\""), m_words("turnHint")) + trouble();
    }

    [[nodiscard]] QString parked(const PublicTicket &ticket) const
    {
        if (ticket.parkedUntil && *ticket.parkedUntil > m_time.now)
            return m_words("parkedUntil", m_card.clock(*ticket.parkedUntil));
        return m_words("parked");
    }

    /// Why nobody is called just now although the counters are open.
    [[nodiscard]] QString pause(const PublicLine &line) const
    {
        if (!line.isPaused())
            return {};
        const auto back = line.back(m_time.now);
        return element(QStringLiteral("p"),
            back ? m_words("pausedUntil", m_card.clock(*back)) : m_words("paused"));
    }

    /// The visit's other services; empty: there are none.
    [[nodiscard]] QString visit(const PublicTicket &ticket) const
    {
        const QString lists = services("further", ticket.further) + services("done", ticket.done);
        return lists.isEmpty() ? QString()
                               : element(QStringLiteral("section class=\"card\""), lists);
    }

    [[nodiscard]] QString services(const char *title, const std::vector<ServiceId> &ids) const
    {
        QString items;
        for (const ServiceId &id : ids) {
            const Service *service = m_catalogue.service(id);
            items += element(
                QStringLiteral("li"), safe(service ? service->name.in(m_language) : id.value()));
        }
        return items.isEmpty()
            ? QString()
            : element(QStringLiteral("h2"), m_words(title)) + element(QStringLiteral("ul"), items);
    }

    [[nodiscard]] QString waiting(const PublicTicket &ticket, const PublicLine &line) const
    {
        QString content = element(QStringLiteral("h2 data-part=\"ahead\" aria-live=\"polite\""),
                              m_words.count("ahead", ticket.ahead))
            + m_card.people(ticket.ahead);
        if (ticket.wait)
            content += m_card.facts(*ticket.wait, m_time.now);
        content += pause(line);
        const bool known
            = ticket.wait && ticket.status.availability == Availability::NobodyAtCounter;
        if (const QString news = m_speech.forHolder(ticket.status, m_language);
            !news.isEmpty() && !known)
            content += element(QStringLiteral("p"), safe(news));
        return element(QStringLiteral("section class=\"card\""), content);
    }

    [[nodiscard]] QString nowServing(const PublicLine &line) const
    {
        QString desks;
        for (const PublicLine::Desk &one : line.desks) {
            if (!one.number.isEmpty())
                desks += element(QStringLiteral("span"),
                    m_words("counter") + u' ' + safe(one.counter.value())
                        + element(QStringLiteral("b"), safe(one.number)));
        }
        return element(QStringLiteral("section class=\"card\" data-part=\"serving\"%1")
                           .arg(desks.isEmpty() ? QStringLiteral(" hidden") : QString()),
            element(QStringLiteral("h2 class=\"mute\""), m_words("nowServing"))
                + element(QStringLiteral("div class=\"desks\""), desks));
    }

    [[nodiscard]] QString prepare(const PublicTicket &ticket) const
    {
        const Service *service = m_catalogue.service(ticket.service);
        if (!service || service->requirements.empty())
            return {};
        QString items;
        for (const LocalText &requirement : service->requirements)
            items += element(QStringLiteral("li"), safe(requirement.in(m_language)));
        return element(QStringLiteral("section class=\"card\""),
            element(QStringLiteral("h2"), m_words("prepare"))
                + element(QStringLiteral("ul"), items));
    }

    [[nodiscard]] static QString card(const QString &sentence)
    {
        return element(
            QStringLiteral("section class=\"card\""), element(QStringLiteral("h2"), sentence));
    }

    [[nodiscard]] QString footer(const PublicTicket &ticket) const
    {
        QString content = element(QStringLiteral("span data-part=\"age\""),
            icon(QStringLiteral("ui-check")) + m_words("updated", m_card.clock(shownAt())));
        if (ticket.mayCancel() && !m_time.troubleSince)
            content += cancelForm(ticket);
        // Without scripts there is no sound to be had.
        const QString sound = isOver(ticket.state)
            ? QString()
            : element(QStringLiteral("button class=\"key sound\" type=\"button\" data-sound hidden "
                                     "aria-pressed=\"false\""),
                icon(QStringLiteral("ui-listen"))
                    + element(QStringLiteral("span data-on=\"%1\"").arg(m_words("soundOn")),
                        m_words("sound")));
        return element(QStringLiteral("div class=\"bottom\""),
            placeForms(ticket) + sound + element(QStringLiteral("div class=\"age\""), content));
    }

    [[nodiscard]] QString form(
        const PublicTicket &ticket, const char *action, const QString &content) const
    {
        const QString path = TicketPage::path(ticket.secret, m_language)
                                 .replace(u'?', QString(u'/' % QLatin1String(action) % u'?'));
        return element(
            QStringLiteral("form method=\"post\" action=\"%1\"").arg(safe(path)), content);
    }

    [[nodiscard]] QString undo(
        const PublicTicket &ticket, const char *action, const char *word, Instant until) const
    {
        return form(ticket, action,
            element(QStringLiteral("button class=\"key\" data-until=\"%1\"")
                        .arg((until - m_time.now).count()),
                icon(QStringLiteral("ui-recall")) + m_words(word)));
    }

    [[nodiscard]] QString rejoinForm(const PublicTicket &ticket) const
    {
        return ticket.rejoinUntil && !m_time.troubleSince
            ? undo(ticket, "rejoin", "rejoin", *ticket.rejoinUntil)
            : QString();
    }

    /// Others go first, and that taken back.
    [[nodiscard]] QString placeForms(const PublicTicket &ticket) const
    {
        if (m_time.troubleSince)
            return {};
        QString content;
        if (ticket.placeBackUntil)
            content += undo(ticket, "back", "takePlaceBack", *ticket.placeBackUntil);
        if (!ticket.mayLetGoFirst)
            return content;
        QString keys;
        for (const int places : {1, 3, 5, 10})
            keys += element(
                QStringLiteral("button class=\"key\" name=\"places\" value=\"%1\"").arg(places),
                QString::number(places));
        return content
            + element(QStringLiteral("details class=\"later\""),
                element(QStringLiteral("summary"), m_words("letGoFirst"))
                    + form(ticket, "later",
                        element(QStringLiteral("p"), m_words("letGoFirstAsk"))
                            + element(QStringLiteral("div class=\"some\""), keys)));
    }

    /// Two touches, so that none is an accident.
    [[nodiscard]] QString cancelForm(const PublicTicket &ticket) const
    {
        return element(QStringLiteral("details"),
            element(QStringLiteral("summary"), m_words("cancel"))
                + form(ticket, "cancel",
                    element(QStringLiteral("p"), m_words("cancelAsk", ticket.number))
                        + element(QStringLiteral("button class=\"key\""), m_words("cancelYes"))));
    }

    const Catalogue &m_catalogue;
    const PublicWords &m_speech;
    const PageWords m_words;
    const WaitCard m_card;
    const QString m_language;
    const TicketPage::Time m_time;
};

int refreshOf(const PublicTicket &ticket)
{
    if (ticket.rejoinUntil)
        return refreshSeconds;
    if (isOver(ticket.state))
        return 0;
    const bool near = ticket.state != TicketState::Waiting || ticket.ahead <= soon;
    return near ? refreshSoonSeconds : refreshSeconds;
}

} // namespace

QString TicketPage::path(const QString &secret, const QString &language)
{
    QString path = QStringLiteral("/t/") + encoded(secret);
    if (!language.isEmpty())
        path += QStringLiteral("?lang=") + encoded(language);
    return path;
}

HttpResponse TicketPage::render(const State &state, const QString &secret, WebView view,
    const Time &time, const std::optional<PromisedWait> &wait) const
{
    static const Catalogue none;
    const Catalogue &catalogue = state.catalogue ? *state.catalogue : none;
    auto ticket = publicTicket(state, secret, time.now);
    if (ticket && !time.troubleSince)
        ticket->wait = wait;
    view.language = m_frame.language(view.language, ticket ? ticket->language : QString());
    const TicketWriter writer(catalogue, m_frame.words(), view.language, time);
    const PageWords words(m_frame.words(), view.language);
    if (!ticket)
        return m_frame.page({.title = words("missingTitle"),
                                .main = writer.missing(),
                                .kind = QStringLiteral("message"),
                                .status = 404},
            view, catalogue.site.shortName);
    const Agency *agency = catalogue.agencyOfLine(ticket->line);
    const PublicLine line = agency ? publicLine(state, *agency) : PublicLine();
    return m_frame.page({.title = safe(ticket->number),
                            .main = writer.live(*ticket, writer.content(*ticket, line)),
                            .kind = ticket->state == TicketState::Called ? QStringLiteral("turn")
                                                                         : QStringLiteral("ticket"),
                            .refreshSeconds = refreshOf(*ticket)},
        view, catalogue.site.shortName);
}

} // namespace antre

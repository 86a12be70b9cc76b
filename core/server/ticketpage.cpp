// SPDX-License-Identifier: Apache-2.0
#include "server/ticketpage.h"

#include "base/check.h"

#include <QCryptographicHash>
#include <QFile>
#include <QUrl>

namespace antre {

namespace {

const QString fallback = QStringLiteral("id");
/// So many people fit beside each other on a phone; a number tells the rest.
constexpr int drawnPeople = 6;
constexpr int refreshSeconds = 20;
constexpr int refreshSoonSeconds = 8;
constexpr int soon = 2; ///< people ahead

/// ui-person and ui-counter of resources/icons: inlined, since a page may load nothing.
const QString person
    = QStringLiteral("<svg viewBox=\"0 0 24 24\" aria-hidden=\"true\"><circle cx=\"12\" cy=\"7\" "
                     "r=\"4.5\"/><path d=\"M3.5 21.5a8.5 8.5 0 0 1 17 0\"/></svg>");
const QString desk
    = QStringLiteral("<svg class=\"desk\" viewBox=\"0 0 24 24\" aria-hidden=\"true\"><path d=\"M2 "
                     "21.5h20M4 21.5v-7h16v7\"/><circle cx=\"12\" cy=\"5.7\" r=\"3.2\"/><path "
                     "d=\"M6.5 14.5a5.5 5.5 0 0 1 11 0\"/></svg>");

QString resource(const QString &name)
{
    QFile file(QStringLiteral(":/web/") + name);
    ANTRE_MUST(file.open(QIODevice::ReadOnly));
    return QString::fromUtf8(file.readAll());
}

/// An element; `content` is HTML already.
QString element(const QString &open, const QString &content)
{
    const QString name = open.section(QLatin1Char(' '), 0, 0);
    return QStringLiteral("<%1>").arg(open) + content + QStringLiteral("</%1>\n").arg(name);
}

/// Writes the page's content in one language. Every text from outside passes safe().
class Writer
{
public:
    Writer(const Catalogue &catalogue, const PublicWords &words, const QString &language,
        const TicketPage::Time &time)
        : m_catalogue(catalogue)
        , m_speech(words)
        , m_words(words.in(language))
        , m_language(language)
        , m_time(time)
    {
    }

    [[nodiscard]] static QString safe(const QString &text) { return text.toHtmlEscaped(); }
    [[nodiscard]] QString word(const QString &key) const
    {
        return safe(m_words.value(key).toString());
    }
    [[nodiscard]] QString word(const QString &key, const QString &value) const
    {
        return word(key).arg(safe(value));
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
            return yours(ticket) + card(word(QStringLiteral("serving"), ticket.counter.value()))
                + visit(ticket) + footer(ticket);
        case TicketState::Served:
            return yours(ticket) + card(word(QStringLiteral("served"))) + footer(ticket);
        case TicketState::NoShow:
            return yours(ticket) + card(word(QStringLiteral("noShow"))) + footer(ticket);
        case TicketState::Parked:
            return yours(ticket) + card(parked(ticket)) + visit(ticket) + footer(ticket);
        case TicketState::Cancelled:
            return yours(ticket) + card(word(QStringLiteral("cancelled"))) + footer(ticket);
        case TicketState::Expired:
            return yours(ticket) + card(word(QStringLiteral("expired"))) + footer(ticket);
        }
        return {};
    }

    [[nodiscard]] QString missing() const
    {
        return element(QStringLiteral("div class=\"card\""),
            element(QStringLiteral("h2"), word(QStringLiteral("missing")))
                + element(QStringLiteral("p"), word(QStringLiteral("missingHint"))));
    }

private:
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
                   element(QStringLiteral("h1"), word(QStringLiteral("yourNumber")))
                       + element(QStringLiteral("div class=\"number\""), safe(ticket.number))
                       + about)
            + trouble();
    }

    /// What is shown is the last that is known; the hall's display may know more.
    [[nodiscard]] QString trouble() const
    {
        if (!m_time.troubleSince)
            return {};
        return element(QStringLiteral("p class=\"card trouble\" role=\"status\""),
            word(QStringLiteral("trouble"), clock(*m_time.troubleSince)));
    }

    [[nodiscard]] QString clock(Instant moment) const
    {
        return clockText(localTime(moment, m_catalogue.zone()).ofDay);
    }

    [[nodiscard]] QString yourTurn(const PublicTicket &ticket) const
    {
        return element(QStringLiteral("h1"), word(QStringLiteral("turn")))
            + element(QStringLiteral("p class=\"lead\""), word(QStringLiteral("goTo")))
            + element(QStringLiteral("div class=\"desk\""), word(QStringLiteral("counter")))
            + element(QStringLiteral("div class=\"counter\""), safe(ticket.counter.value()))
            + QStringLiteral("<hr>\n")
            + element(QStringLiteral("p"), word(QStringLiteral("number")))
            + element(QStringLiteral("div class=\"number\""), safe(ticket.number))
            + element(QStringLiteral("p class=\"hint\""), word(QStringLiteral("turnHint")))
            + trouble();
    }

    [[nodiscard]] QString ahead(int people) const
    {
        if (people == 0)
            return word(QStringLiteral("next"));
        if (people == 1 && m_words.contains(QStringLiteral("aheadOne")))
            return word(QStringLiteral("aheadOne"));
        return word(QStringLiteral("ahead"), QString::number(people));
    }

    [[nodiscard]] QString parked(const PublicTicket &ticket) const
    {
        if (ticket.parkedUntil && *ticket.parkedUntil > m_time.now)
            return word(QStringLiteral("parkedUntil"), clock(*ticket.parkedUntil));
        return word(QStringLiteral("parked"));
    }

    /// Why nobody is called just now although the counters are open.
    [[nodiscard]] QString pause(const PublicLine &line) const
    {
        if (!line.isPaused())
            return {};
        const auto back = line.back(m_time.now);
        return element(QStringLiteral("p"),
            back ? word(QStringLiteral("pausedUntil"), clock(*back))
                 : word(QStringLiteral("paused")));
    }

    /// The visit's other services; empty: there are none.
    [[nodiscard]] QString visit(const PublicTicket &ticket) const
    {
        const QString lists = services(QStringLiteral("further"), ticket.further)
            + services(QStringLiteral("done"), ticket.done);
        return lists.isEmpty() ? QString()
                               : element(QStringLiteral("section class=\"card\""), lists);
    }

    [[nodiscard]] QString services(const QString &title, const std::vector<ServiceId> &ids) const
    {
        QString items;
        for (const ServiceId &id : ids) {
            const Service *service = m_catalogue.service(id);
            items += element(
                QStringLiteral("li"), safe(service ? service->name.in(m_language) : id.value()));
        }
        return items.isEmpty()
            ? QString()
            : element(QStringLiteral("h3"), word(title)) + element(QStringLiteral("ul"), items);
    }

    [[nodiscard]] QString waiting(const PublicTicket &ticket, const PublicLine &line) const
    {
        QString people = desk;
        if (ticket.ahead > drawnPeople)
            people += element(QStringLiteral("b"), QString::number(ticket.ahead)) + person;
        else
            people += person.repeated(ticket.ahead);
        people
            += element(QStringLiteral("span class=\"you\""), person + word(QStringLiteral("you")));
        QString content = element(QStringLiteral("h2"), ahead(ticket.ahead))
            + element(QStringLiteral("div class=\"row\""), people);
        if (ticket.wait)
            content += wait(*ticket.wait);
        content += pause(line);
        const bool known
            = ticket.wait && ticket.status.availability == Availability::NobodyAtCounter;
        if (const QString news = m_speech.forHolder(ticket.status, m_language);
            !news.isEmpty() && !known)
            content += element(QStringLiteral("p"), safe(news));
        return element(QStringLiteral("section class=\"card\""), content);
    }

    /// The range, and the clock times that follow from it: outwards to five minutes, too.
    [[nodiscard]] QString wait(const PromisedWait &wait) const
    {
        constexpr int step = 5;
        const Minutes now = localTime(m_time.now, m_catalogue.zone()).ofDay;
        const Minutes from = (now + wait.from) / step * step;
        const Minutes until = (now + wait.until + Minutes(step - 1)) / step * step;
        const auto fact = [this](const QString &name, const QString &value) {
            return element(QStringLiteral("div"),
                element(QStringLiteral("h3 class=\"mute\""), word(name))
                    + element(QStringLiteral("b"), value));
        };
        QString content = fact(QStringLiteral("wait"),
                              word(QStringLiteral("minutes"),
                                  range(QString::number(wait.from.count()),
                                      QString::number(wait.until.count()))))
            + fact(QStringLiteral("calledAbout"), range(clockText(from), clockText(until)));
        content = element(QStringLiteral("div class=\"facts\""), content);
        if (wait.maybeTooLate)
            content += element(QStringLiteral("p"), word(QStringLiteral("maybeTooLate")));
        return content;
    }

    static QString range(const QString &from, const QString &until)
    {
        return from + QChar(0x2013) + until;
    }

    [[nodiscard]] QString clockText(Minutes ofDay) const
    {
        return m_speech.clock(ofDay, m_language);
    }

    [[nodiscard]] QString nowServing(const PublicLine &line) const
    {
        QString desks;
        for (const PublicLine::Desk &one : line.desks) {
            if (!one.number.isEmpty())
                desks += element(QStringLiteral("span"),
                    word(QStringLiteral("counter")) + QLatin1Char(' ') + safe(one.counter.value())
                        + element(QStringLiteral("b"), safe(one.number)));
        }
        if (desks.isEmpty())
            return {};
        return element(QStringLiteral("section class=\"card\""),
            element(QStringLiteral("h3 class=\"mute\""), word(QStringLiteral("nowServing")))
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
            element(QStringLiteral("h3"), word(QStringLiteral("prepare")))
                + element(QStringLiteral("ul"), items));
    }

    [[nodiscard]] static QString card(const QString &sentence)
    {
        return element(
            QStringLiteral("section class=\"card\""), element(QStringLiteral("h2"), sentence));
    }

    [[nodiscard]] QString footer(const PublicTicket &ticket) const
    {
        const QString time = clock(m_time.troubleSince.value_or(m_time.now));
        QString content = element(QStringLiteral("span"), word(QStringLiteral("updated"), time));
        if (ticket.mayCancel() && !m_time.troubleSince)
            content += cancelForm(ticket);
        return element(QStringLiteral("footer"), content);
    }

    /// Two touches, so that none is an accident.
    [[nodiscard]] QString cancelForm(const PublicTicket &ticket) const
    {
        const QString action = TicketPage::path(ticket.secret, m_language)
                                   .replace(QLatin1Char('?'), QLatin1String("/cancel?"));
        const QString form
            = element(QStringLiteral("form method=\"post\" action=\"%1\"").arg(safe(action)),
                element(QStringLiteral("p"), word(QStringLiteral("cancelAsk"), ticket.number))
                    + element(QStringLiteral("button"), word(QStringLiteral("cancelYes"))));
        return element(QStringLiteral("details"),
            element(QStringLiteral("summary"), word(QStringLiteral("cancel"))) + form);
    }

    const Catalogue &m_catalogue;
    const PublicWords &m_speech;
    const QJsonObject m_words;
    const QString m_language;
    const TicketPage::Time m_time;
};

QString refreshTag(const PublicTicket &ticket)
{
    if (isOver(ticket.state))
        return {};
    const bool near = ticket.state != TicketState::Waiting || ticket.ahead <= soon;
    return QStringLiteral("<meta http-equiv=\"refresh\" content=\"%1\">")
        .arg(near ? refreshSoonSeconds : refreshSeconds);
}

/// Puts values, HTML already, where the frame names them.
QString filled(QString frame, std::initializer_list<std::pair<const char *, QString>> values)
{
    QString page;
    while (!frame.isEmpty()) {
        const qsizetype open = frame.indexOf(QLatin1String("{{"));
        const qsizetype close = frame.indexOf(QLatin1String("}}"), open);
        page += open < 0 ? frame : frame.left(open);
        if (open < 0)
            break;
        const QString name = frame.mid(open + 2, close - open - 2);
        for (const auto &[key, value] : values) {
            if (name == QLatin1String(key))
                page += value;
        }
        frame = frame.mid(close + 2);
    }
    return page;
}

} // namespace

TicketPage::TicketPage(const PublicWords &words)
    : m_words(words)
    , m_frame(resource(QStringLiteral("ticket.html")))
    , m_style(resource(QStringLiteral("ticket.css")))
    , m_styleHash(QCryptographicHash::hash(m_style.toUtf8(), QCryptographicHash::Sha256).toBase64())
{
}

QString TicketPage::path(const QString &secret, const QString &language)
{
    const auto encoded
        = [](const QString &text) { return QString::fromLatin1(QUrl::toPercentEncoding(text)); };
    QString path = QStringLiteral("/t/") + encoded(secret);
    if (!language.isEmpty())
        path += QStringLiteral("?lang=") + encoded(language);
    return path;
}

QString TicketPage::known(const QString &language) const
{
    return m_words.has(language) ? language : QString();
}

HttpResponse TicketPage::render(const State &state, const QString &secret, const QString &wanted,
    const Time &time, const std::optional<PromisedWait> &wait) const
{
    static const Catalogue none;
    const Catalogue &catalogue = state.catalogue ? *state.catalogue : none;
    auto ticket = publicTicket(state, secret, time.now);
    if (ticket && !time.troubleSince)
        ticket->wait = wait;
    QString language = known(wanted);
    if (language.isEmpty() && ticket)
        language = known(ticket->language);
    if (language.isEmpty())
        language = fallback;
    const Writer writer(catalogue, m_words, language, time);

    const Agency *agency = ticket ? catalogue.agencyOfLine(ticket->line) : nullptr;
    const PublicLine line = agency ? publicLine(state, *agency) : PublicLine();
    const QString other = language == fallback ? QStringLiteral("en") : fallback;
    const QString languages = element(
        QStringLiteral("a href=\"%1\" lang=\"%2\"").arg(Writer::safe(path(secret, other)), other),
        writer.word(QStringLiteral("otherLanguage")));
    const QString site = catalogue.site.shortName.in(language);
    const QString title
        = ticket ? Writer::safe(ticket->number) : writer.word(QStringLiteral("missingTitle"));
    const QString page = filled(m_frame,
        {{"language", language}, {"refresh", ticket ? refreshTag(*ticket) : QString()},
            {"title", title + QStringLiteral(" · ") + Writer::safe(site)}, {"style", m_style},
            {"kind",
                ticket && ticket->state == TicketState::Called ? QStringLiteral("turn")
                                                               : QString()},
            {"site", Writer::safe(site)}, {"languages", languages},
            {"content", ticket ? writer.content(*ticket, line) : writer.missing()}});
    return {ticket ? 200 : 404, "text/html; charset=utf-8", page.toUtf8(),
        securityHeaders(m_styleHash)};
}

} // namespace antre

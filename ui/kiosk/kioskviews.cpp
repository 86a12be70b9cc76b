// SPDX-License-Identifier: Apache-2.0
#include "kiosk/kioskviews.h"

#include "common/clocktext.h"
#include "common/devicewords.h"
#include "common/icons.h"

namespace antre {

KioskViews::KioskViews(const KioskScreen &screen, const QString &language)
    : m_screen(screen)
    , m_language(language)
    , m_words(screen.now, language)
{
    Q_ASSERT(screen.catalogue);
}

// ---- times
// ---------------------------------------------------------------------------------------

QString KioskViews::clock() const { return clockText(m_screen.now.ofDay, m_language); }
QString KioskViews::date() const { return dateText(m_screen.now.day, m_language); }
QString KioskViews::shortDate() const { return shortDateText(m_screen.now.day, m_language); }

/// Of when the figures are, while the service is out of reach; else empty.
QString KioskViews::age() const
{
    if (!m_screen.isAway)
        return {};
    if (!m_screen.heardAt)
        return tr("Network lost.");
    const LocalTime &heard = *m_screen.heardAt;
    const QString time = clockText(heard.ofDay, m_language);
    const int days = m_screen.now.day.days - heard.day.days;
    if (days == 0)
        return tr("Network lost. Counted at %1.").arg(time);
    if (days == 1)
        return tr("Network lost since yesterday at %1.").arg(time);
    return tr("Network lost since %1 at %2.").arg(shortDateText(heard.day, m_language), time);
}

// ---- people
// --------------------------------------------------------------------------------------

QString KioskViews::aheadText(std::optional<int> ahead) const
{
    if (!ahead)
        return tr("How many are ahead of you is not known just now");
    if (*ahead == 0)
        return tr("Nobody is ahead of you");
    return *ahead == 1 ? tr("1 person ahead of you") : tr("%1 people ahead of you").arg(*ahead);
}

QString KioskViews::waitingText(std::optional<int> waiting) const
{
    if (!waiting)
        return tr("How many are waiting is not known just now.");
    if (*waiting == 0)
        return tr("Nobody is waiting.");
    return *waiting == 1 ? tr("1 person is waiting.") : tr("%1 people are waiting.").arg(*waiting);
}

QString KioskViews::rangeText(const WaitRange &wait) const
{
    return tr("%1–%2 minutes").arg(wait.from.count()).arg(wait.until.count());
}

QString KioskViews::calledText(const WaitRange &wait) const
{
    // Outwards to five minutes, as the range itself: finer would promise more than is known.
    constexpr int step = 5;
    const int from = int((m_screen.now.ofDay + wait.from).count());
    const int until = int((m_screen.now.ofDay + wait.until).count());
    return clockText(Minutes(from / step * step), m_language) % QChar(0x2013)
        % clockText(Minutes((until + step - 1) / step * step), m_language);
}

QueueView KioskViews::queueOf(std::optional<int> ahead, const std::optional<WaitRange> &wait) const
{
    QueueView view;
    view.ahead = ahead;
    view.headline = aheadText(ahead);
    if (wait) {
        view.wait = rangeText(*wait);
        view.calledAt = calledText(*wait);
    }
    view.remark = age();
    return view;
}

QueueView KioskViews::queue(const Agency &agency) const
{
    const auto line = m_screen.line(agency.line());
    auto view = queueOf(line.waiting, line.wait);
    const auto status = m_screen.status(agency.id);
    if (view.remark.isEmpty() && !line.wait && status.availability == Availability::NobodyAtCounter)
        view.remark = m_words.sentences(status);
    return view;
}

// ---- start
// ---------------------------------------------------------------------------------------

AgencyHead KioskViews::head(const Agency &agency) const
{
    const QString icon = u"agency-" % agency.id.value();
    return {hasIcon(icon) ? icon : QStringLiteral("ui-counter"), agency.code,
        agency.shortName.in(m_language), agency.name.in(m_language)};
}

AgencyTile KioskViews::tile(const Agency &agency) const
{
    const auto status = m_screen.status(agency.id);
    AgencyTile tile{agency.id, head(agency), agency.about.in(m_language), {}, {}, {}};
    // Numbers are taken and will be called in a while: no news for a key.
    if (status.availability == Availability::BeforeOpening
        || status.availability == Availability::NobodyAtCounter)
        return tile;
    tile.why = m_words.headline(status);
    tile.whyShort = m_words.headlineOnly(status);
    tile.whyBrief = m_words.brief(status);
    return tile;
}

/// No number can be taken anywhere: why, and when that changes.
std::optional<Note> KioskViews::closedNote() const
{
    const auto &agencies = m_screen.catalogue->agencies;
    std::optional<ServiceStatus> first;
    bool alike = true;
    for (const auto &agency : agencies) {
        const auto status = m_screen.status(agency.id);
        if (status.takesNumbers())
            return {};
        alike = alike && (!first || m_words.headline(*first) == m_words.headline(status));
        if (!first || (status.changes && (!first->changes || *status.changes < *first->changes)))
            first = status;
    }
    if (!first)
        return {};
    const bool later = first->changes && first->changes->day == m_screen.now.day;
    const QString title = alike ? m_words.headline(*first)
        : later                 ? tr("Not open yet")
                                : tr("Closed today");
    QStringList sentences{u"<b>" % title % u".</b>"};
    if (first->changes)
        sentences << tr("Numbers can be taken %1.").arg(m_words.when(*first->changes));
    if (alike && first->availability != Availability::OpensLater)
        sentences << m_words.advice(*first);
    sentences << tr("Choose an agency to see what to bring.") << age();
    sentences.removeAll(QString());
    return Note{NoteKind::Plain, QStringLiteral("ui-clock"), sentences.join(u' ')};
}

std::optional<Note> KioskViews::printerNote() const
{
    // Without the network nobody else learns of it.
    const QString how = !m_screen.phoneCode.isNull()
        ? tr("You can still take a number: it is shown here, or on your phone with the code. Staff "
             "can give you the slip.")
        : tr("You can still take a number; it is shown here.") % u' '
            % (m_screen.isAway ? tr("Please tell an officer, who can give you the slip.")
                               : tr("Staff have been told and can give you the slip."));
    switch (m_screen.printer) {
    case PrinterNow::PaperOut:
        return Note{NoteKind::Bad, QStringLiteral("ui-paper-out"),
            tr("<b>Out of slip paper.</b>") % u' ' % how};
    case PrinterNow::Broken:
        return Note{NoteKind::Bad, QStringLiteral("ui-printer"),
            tr("<b>The slip printer does not answer.</b>") % u' ' % how};
    case PrinterNow::Ready:
        break;
    }
    if (m_screen.printsAt.isEmpty())
        return {};
    return Note{NoteKind::Calm, QStringLiteral("ui-printer"),
        tr("<b>Slips come out of the printer %1.</b>").arg(m_screen.printsAt.in(m_language))};
}

std::optional<Note> KioskViews::startNote() const
{
    if (const auto closed = closedNote())
        return closed;
    if (m_screen.isShut)
        return Note{NoteKind::Bad, QStringLiteral("ui-warning"),
            u"<b>" % shut().title % u"</b> " % shut().instead % u' '
                % tr("What to bring can be read here.")};
    if (const auto printer = printerNote())
        return printer;
    if (m_screen.isAway)
        return Note{NoteKind::Calm, QStringLiteral("ui-wifi-off"),
            tr("<b>Network lost.</b> You can still take a number; it is valid and will be "
               "called.")};
    return {};
}

std::optional<QuestionView> KioskViews::question() const
{
    if (m_screen.reprint)
        return reprint(*m_screen.reprint);
    if (m_screen.roll)
        return roll(*m_screen.roll);
    return {};
}

QuestionView KioskViews::reprint(const ReprintOffer &offer) const
{
    return {QuestionView::About::Slip, offer.number,
        tr("Did the slip %1 not come out?").arg(offer.number),
        tr("Taken at %1. Only if this is your number.").arg(clockText(offer.touchedAt, m_language)),
        tr("I have my slip"), QStringLiteral("ui-check"), tr("Print again"),
        QStringLiteral("ui-printer")};
}

QString KioskViews::lastSlip() const
{
    if (!m_screen.lastSlip || m_screen.reprint)
        return {};
    return tr("<b>Slip %1 did not come out?</b>").arg(m_screen.lastSlip->number);
}

static QString capitalised(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

QuestionView KioskViews::roll(const RollAsked &asked) const
{
    const QString name = DeviceWords::printerName(asked.place, m_language);
    const QString whom = tr("For staff: it tells when the paper will run out.");
    return {QuestionView::About::Roll, {}, tr("Is a new roll of paper in the printer?"),
        name.isEmpty() ? whom : capitalised(name) + QStringLiteral(". ") + whom,
        tr("No, the old roll"), QStringLiteral("ui-close"), tr("Yes, a new roll"),
        QStringLiteral("ui-check")};
}

QString KioskViews::reprintLeft(bool brief) const
{
    if (!m_screen.reprint)
        return {};
    const auto left = m_screen.reprint->left.count();
    return (brief ? tr("%1 seconds left")
                  : tr("This question stays for %1 seconds. Later, ask an officer for the slip."))
        .arg(left);
}

StartView KioskViews::start() const
{
    const auto &site = m_screen.catalogue->site;
    StartView view{site.name.in(m_language), site.shortName.in(m_language), startNote(), question(),
        {}, lastSlip(), {}};
    for (const auto &agency : m_screen.catalogue->agencies)
        view.agencies.push_back(tile(agency));
    if (!closedNote() && !m_screen.isShut)
        view.phoneCode = m_screen.phoneCode;
    return view;
}

// ---- search
// ------------------------------------------------------------------------------------------

/// The marked letters between <b> and </b>.
static QString withMarks(QString name, const std::vector<Mark> &marks)
{
    for (auto mark = marks.rbegin(); mark != marks.rend(); ++mark) {
        name.insert(mark->from + mark->length, QStringLiteral("</b>"));
        name.insert(mark->from, QStringLiteral("<b>"));
    }
    return name;
}

FoundRow KioskViews::foundRow(const FoundService &found) const
{
    const Service &service = *m_screen.catalogue->service(found.service);
    const Agency &agency = *m_screen.catalogue->agency(service.agency);
    const auto status = m_screen.status(found.service);
    return {agency.id, found.service, head(agency).icon,
        withMarks(service.name.in(m_language), found.marks),
        tr("%1 · code %2").arg(agency.shortName.in(m_language), agency.code),
        found.said.isEmpty() ? QString() : tr("“%1”").arg(found.said),
        status.takesNumbers() ? QString() : m_words.headlineOnly(status)};
}

FoundRow KioskViews::foundRow(const AgencyId &id) const
{
    const Agency &agency = *m_screen.catalogue->agency(id);
    const auto status = m_screen.status(id);
    return {id, {}, head(agency).icon, u"<b>" % agency.shortName.in(m_language) % u"</b>",
        tr("All %n service(s) · code %1", nullptr, int(agency.services.size())).arg(agency.code),
        {}, status.takesNumbers() ? QString() : m_words.headlineOnly(status)};
}

FoundRow KioskViews::frequentRow(const ServiceId &id) const
{
    const Service &service = *m_screen.catalogue->service(id);
    const Agency &agency = *m_screen.catalogue->agency(service.agency);
    const auto status = m_screen.status(id);
    return {agency.id, id, head(agency).icon, service.everydayName(m_language), {}, {},
        status.takesNumbers() ? QString() : m_words.brief(status)};
}

QString KioskViews::searchTitle(const Findings &findings, const QString &query) const
{
    if (findings.count > 0)
        return tr("<b>%n service(s)</b> for “%1”", nullptr, findings.count).arg(query);
    return findings.agencies.empty() ? QString() : tr("<b>Where to ask</b> for “%1”").arg(query);
}

SearchView KioskViews::search(const ServiceFinder &finder, const QString &query) const
{
    constexpr size_t frequentMost = 12;
    SearchView view;
    view.query = query;
    const QString asked = query.simplified();
    const Findings findings = finder.find(query, m_language);
    if (findings.count > 0)
        view.count = tr("%n service(s)", nullptr, findings.count);
    view.title = asked.isEmpty() ? QString() : searchTitle(findings, asked);
    for (const AgencyId &agency : findings.agencies) {
        if (findings.isAgency || findings.services.empty())
            view.found.push_back(foundRow(agency));
    }
    for (const FoundService &found : findings.services)
        view.found.push_back(foundRow(found));
    for (const FoundService &found : findings.maybe)
        view.maybe.push_back(foundRow(found));
    if (!view.found.empty())
        return view;
    if (!asked.isEmpty())
        view.note = Note{NoteKind::Calm, QStringLiteral("ui-info"),
            tr("<b>No service “%1” in this mall.</b>").arg(asked) % u'\n'
                % tr("Try another word, or ask an officer in the lobby.")};
    for (const ServiceId &id : m_screen.catalogue->site.frequent)
        view.frequent.push_back(frequentRow(id));
    // A mall that names none offers what stands first at each agency.
    for (const Agency &agency : m_screen.catalogue->agencies) {
        if (m_screen.catalogue->site.frequent.empty() && view.frequent.size() < frequentMost)
            view.frequent.push_back(frequentRow(agency.services.front().id));
    }
    return view;
}

// ---- an agency's services
// ------------------------------------------------------------------------

ServiceRow KioskViews::row(const Service &service) const
{
    const auto status = m_screen.status(service.id);
    return {service.id, service.name.in(m_language), service.free ? tr("Free") : tr("Fee applies"),
        service.fee.in(m_language), status.takesNumbers() ? QString() : m_words.headline(status)};
}

/// Counters rest and numbers are taken all the same.
std::optional<Note> KioskViews::restNote(const ServiceStatus &status, const LineNow &line) const
{
    if (!status.takesNumbers() || !status.changes)
        return {};
    return Note{NoteKind::Plain, QStringLiteral("ui-clock"),
        u"<b>" % m_words.headline(status) % u".</b> " % m_words.advice(status) % u" <b>"
            % waitingText(line.waiting) % u"</b> " % age()};
}

ServicesView KioskViews::services(const AgencyId &id) const
{
    ServicesView view;
    const auto *agency = m_screen.catalogue->agency(id);
    if (!agency)
        return view;
    view.head = head(*agency);
    const auto status = m_screen.status(id);
    const auto line = m_screen.line(agency->line());
    view.note = restNote(status, line);
    if (!status.takesNumbers()) {
        QStringList sentences{u"<b>" % m_words.headline(status) % u".</b>"};
        sentences << m_words.reopens(status) << m_words.advice(status)
                  << tr("Choose a service to see what to bring.") << age();
        sentences.removeAll(QString());
        view.note = Note{NoteKind::Plain, QStringLiteral("ui-clock"), sentences.join(u' ')};
    }
    view.queue = queue(*agency);
    view.waitingOnly = waitingText(line.waiting);
    if (m_screen.isAway)
        view.waitingOnly += u' ' % age();
    view.waiting = u"<b>" % waitingText(line.waiting) % u"</b>";
    if (line.wait)
        view.waiting += u' '
            % tr("If you take a number now, the wait is about <b>%1</b>.")
                  .arg(rangeText(*line.wait));
    if (!view.queue.remark.isEmpty() && (!line.wait || m_screen.isAway))
        view.waiting += u' ' % view.queue.remark;
    for (const auto &service : agency->services)
        view.rows.push_back(row(service));
    return view;
}

// ---- one service
// ---------------------------------------------------------------------------------

std::vector<Fact> KioskViews::facts(const Service &service) const
{
    std::vector<Fact> facts;
    facts.push_back({QStringLiteral("ui-fee"), tr("Fee"), service.fee.in(m_language)});
    facts.push_back({QStringLiteral("ui-counter"), tr("At the counter"),
        tr("about %1 minutes").arg(service.duration.count())});
    if (!service.processingTime.isEmpty())
        facts.push_back(
            {QStringLiteral("ui-document"), tr("Result"), service.processingTime.in(m_language)});
    return facts;
}

ClosedView KioskViews::closed(const ServiceStatus &status, const Service &service) const
{
    ClosedView view;
    view.icon = QStringLiteral("ui-clock");
    view.title = m_words.headline(status);
    if (status.changes)
        view.reopens = capitalised(m_words.when(*status.changes));
    QStringList instead;
    if (status.availability == Availability::QuotaFull) {
        const auto *agency = m_screen.catalogue->agency(service.agency);
        view.detail = tr("%1 serves %2 people a day for this.")
                          .arg(agency ? agency->shortName.in(m_language) : QString())
                          .arg(status.quota);
    } else {
        instead << m_words.advice(status);
    }
    if (status.availability == Availability::QuotaFull
        || status.availability == Availability::MallFull)
        view.icon = QStringLiteral("ui-people");
    instead << age();
    instead.removeAll(QString());
    view.instead = instead.join(u' ');
    return view;
}

/// Neither disk nor service can keep a number.
ClosedView KioskViews::shut() const
{
    return {QStringLiteral("ui-warning"), tr("No numbers here just now."), {},
        tr("Please go to another kiosk or ask an officer.")};
}

ServiceView KioskViews::service(const ServiceId &id) const
{
    ServiceView view;
    const auto *service = m_screen.catalogue->service(id);
    const auto *agency = service ? m_screen.catalogue->agency(service->agency) : nullptr;
    if (!agency)
        return view;
    view.id = id;
    view.head = head(*agency);
    view.name = service->name.in(m_language);
    view.facts = facts(*service);
    for (const auto &requirement : service->requirements)
        view.requirements << requirement.in(m_language);
    const auto status = m_screen.status(id);
    const bool refused = m_screen.phase == KioskPhase::Refused && m_screen.refused == id;
    if (status.takesNumbers() && (m_screen.isShut || (refused && m_screen.couldNotKeep))) {
        view.closed = shut();
        return view;
    }
    if (refused && status.takesNumbers()) {
        view.closed = ClosedView{QStringLiteral("ui-officer"),
            tr("No number could be made. Please ask an officer."), {}};
        return view;
    }
    if (!status.takesNumbers()) {
        view.closed = closed(status, *service);
        return view;
    }
    view.note = restNote(status, m_screen.line(agency->line()));
    view.queue = queue(*agency);
    for (const auto &option : m_screen.catalogue->classes) {
        const bool first = view.priorities.empty();
        const QString icon = hasIcon(option.icon) ? option.icon : QStringLiteral("ui-person");
        view.priorities.push_back(
            {option.id, first ? tr("No, general") : option.name.in(m_language), icon});
    }
    return view;
}

// ---- the number
// ----------------------------------------------------------------------------------

static QString heardLater()
{
    return KioskViews::tr(
        "Your number is valid. The counters learn of it as soon as the network is back.");
}

QString KioskViews::slipFailedText(const IssuedTicket &ticket) const
{
    return (ticket.isCopy            ? tr("<b>The copy was not printed.</b>")
                   : ticket.paperOut ? tr("<b>The slip was not printed: out of paper.</b>")
                                     : tr("<b>The slip was not printed.</b>"))
        % u' ' % (ticket.offline ? heardLater() : tr("Your number is valid and in line.")) % u' '
        % tr("Keep it in one of these ways.");
}

QString KioskViews::takeText(const IssuedTicket &ticket) const
{
    if (ticket.place.isEmpty())
        return ticket.isCopy ? tr("Take the copy of your slip below the screen")
                             : tr("Take your slip below the screen");
    return (ticket.isCopy ? tr("Take the copy of your slip from the printer %1")
                          : tr("Take your slip from the printer %1"))
        .arg(ticket.place.in(m_language));
}

IssuedView KioskViews::issued(const IssuedTicket &ticket) const
{
    IssuedView view;
    view.number = ticket.number;
    if (const auto *service = m_screen.catalogue->service(ticket.service)) {
        view.service = service->name.in(m_language);
        if (const auto *agency = m_screen.catalogue->agency(service->agency))
            view.agency = agency->shortName.in(m_language);
    }
    if (ticket.ahead)
        view.queue = queueOf(ticket.ahead, ticket.wait);
    view.staffKnow = !m_screen.isAway && !ticket.offline;
    view.slip = ticket.slipPicture;
    view.code = ticket.followCode;
    switch (ticket.slip) {
    case SlipState::None:
        view.paper = IssuedView::Paper::None;
        break;
    case SlipState::Pending:
    case SlipState::Printed:
    case SlipState::Sent:
        view.paper = IssuedView::Paper::Coming;
        view.take = takeText(ticket);
        view.mayTryAgain = ticket.mayPrintAgain;
        view.isElsewhere = !ticket.place.isEmpty();
        break;
    case SlipState::Failed:
        view.paper = IssuedView::Paper::Failed;
        view.mayTryAgain = ticket.mayPrintAgain;
        view.note = Note{NoteKind::Bad, QStringLiteral("ui-paper-out"), slipFailedText(ticket)};
        break;
    case SlipState::Unknown:
        view.paper = IssuedView::Paper::Unknown;
        view.note = Note{NoteKind::Plain, QStringLiteral("ui-printer"),
            tr("<b>Did the slip come out?</b> Your number %1 is valid.").arg(ticket.number)};
        break;
    }
    if (ticket.offline && !view.note)
        view.note = Note{NoteKind::Calm, QStringLiteral("ui-wifi-off"),
            u"<b>" % tr("Network lost.") % u"</b> " % heardLater()};
    return view;
}

// ---- staff
// ---------------------------------------------------------------------------------------

QString KioskViews::diskText() const
{
    switch (m_screen.staff.disk) {
    case DiskTrouble::None:
        return {};
    case DiskTrouble::Full:
        return tr("the kiosk's disk is full");
    case DiskTrouble::ReadOnly:
        return tr("the kiosk's disk takes no writing");
    case DiskTrouble::Locked:
        return tr("another program holds the kiosk's journal");
    case DiskTrouble::Damaged:
        return tr("the kiosk's journal is damaged");
    case DiskTrouble::Gone:
        return tr("the kiosk's disk is gone");
    case DiskTrouble::Other:
        return tr("the kiosk's disk takes nothing");
    }
    return {};
}

/// What is wrong with the printers. When none prints, the page says so itself.
QStringList KioskViews::printerNews(bool urgent) const
{
    QStringList news;
    const auto &printers = m_screen.staff.printers;
    for (const PrinterStatus &printer : printers) {
        const bool isDown = !mayPrint(printer.condition);
        if (isDown != urgent || (isDown && m_screen.printer != PrinterNow::Ready))
            continue;
        const QString words = DeviceWords::printer(printer, m_language);
        if (!words.isEmpty())
            news << (printers.size() > 1 && printer.place.isEmpty()
                    ? tr("printer below the screen: %1").arg(words)
                    : words);
    }
    return news;
}

StaffView KioskViews::staff() const
{
    constexpr int named = 3;
    const StaffNews &news = m_screen.staff;
    QStringList urgent{diskText()};
    if (news.isRejected)
        urgent << tr("the service refuses this kiosk");
    if (news.disputes > 0)
        urgent << tr("slips with another's number: %1").arg(news.disputes);
    if (news.doubtful.size() > named)
        urgent << tr("slips to look for: %1").arg(news.doubtful.size());
    else if (!news.doubtful.isEmpty())
        urgent << tr("look for slip %1").arg(news.doubtful.join(QStringLiteral(", ")));
    urgent += printerNews(true);
    urgent.removeAll(QString());
    QStringList calm = printerNews(false);
    if (!news.forOfficers.isEmpty())
        calm << tr("printing %1 for an officer").arg(news.forOfficers.join(QStringLiteral(", ")));
    if (m_screen.heardAt && m_screen.heardAt->day == m_screen.now.day)
        calm << tr("no network since %1").arg(clockText(m_screen.heardAt->ofDay, m_language));
    else if (m_screen.heardAt)
        calm << tr("no network since %1, %2")
                    .arg(shortDateText(m_screen.heardAt->day, m_language),
                        clockText(m_screen.heardAt->ofDay, m_language));
    else if (m_screen.isAway)
        calm << tr("no network yet");
    if (news.unreported > 0)
        calm << tr("slips not reported yet: %1").arg(news.unreported);
    const bool isOffline = m_screen.isAway || news.unreported > 0;
    return {!urgent.isEmpty() ? QStringLiteral("ui-warning")
            : isOffline       ? QStringLiteral("ui-wifi-off")
                              : QStringLiteral("ui-printer"),
        urgent + calm};
}

} // namespace antre

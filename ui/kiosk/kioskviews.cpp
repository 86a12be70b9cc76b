// SPDX-License-Identifier: Apache-2.0
#include "kiosk/kioskviews.h"

#include "common/clocktext.h"
#include "common/icons.h"

namespace antre {

KioskViews::KioskViews(const KioskScreen &screen, const QString &language)
    : m_screen(screen)
    , m_language(language)
{
    Q_ASSERT(screen.catalogue);
}

// ---- times
// ---------------------------------------------------------------------------------------

QString KioskViews::clock() const { return clockText(m_screen.now.ofDay, m_language); }
QString KioskViews::date() const { return dateText(m_screen.now.day, m_language); }
QString KioskViews::shortDate() const { return shortDateText(m_screen.now.day, m_language); }

QString KioskViews::when(const LocalTime &moment) const
{
    const QString time = clockText(moment.ofDay, m_language);
    const int days = moment.day.days - m_screen.now.day.days;
    const QString weekday = weekdayText(moment.day, m_language);
    if (days == 0)
        return tr("today at %1").arg(time);
    if (days == 1)
        return tr("tomorrow, %1 at %2").arg(weekday, time);
    if (days < 7)
        return tr("%1 at %2").arg(weekday, time);
    return tr("%1 at %2").arg(shortDateText(moment.day, m_language), time);
}

QString KioskViews::reason(const ServiceStatus &status, bool brief) const
{
    const QString time = status.changes ? clockText(status.changes->ofDay, m_language) : QString();
    switch (status.availability) {
    case Availability::Open:
        return {};
    case Availability::OnBreak:
        return brief ? tr("Opens %1").arg(time) : tr("On break until %1").arg(time);
    case Availability::OpensLater:
        return brief ? tr("Opens %1").arg(time) : tr("Opens at %1").arg(time);
    case Availability::ClosedForToday:
    case Availability::ClosedToday:
        return tr("Closed today");
    case Availability::QuotaFull:
        return tr("Today's quota is used up");
    }
    return {};
}

// ---- people
// --------------------------------------------------------------------------------------

QString KioskViews::aheadText(int ahead) const
{
    if (ahead == 0)
        return tr("Nobody is ahead of you");
    return ahead == 1 ? tr("1 person ahead of you") : tr("%1 people ahead of you").arg(ahead);
}

QString KioskViews::waitingText(int waiting) const
{
    if (waiting == 0)
        return tr("Nobody is waiting.");
    return waiting == 1 ? tr("1 person is waiting.") : tr("%1 people are waiting.").arg(waiting);
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

QueueView KioskViews::queueOf(int ahead, const std::optional<WaitRange> &wait) const
{
    QueueView view;
    view.ahead = ahead;
    view.headline = aheadText(ahead);
    if (wait) {
        view.wait = rangeText(*wait);
        view.calledAt = calledText(*wait);
    }
    if (m_screen.countedAt)
        view.remark
            = tr("Network lost. Counted at %1.").arg(clockText(*m_screen.countedAt, m_language));
    return view;
}

QueueView KioskViews::queue(const Agency &agency) const
{
    const auto line = m_screen.line(agency.line());
    auto view = queueOf(line.waiting, line.wait);
    const bool working = m_screen.status(agency.id).availability == Availability::Open;
    if (view.remark.isEmpty() && working && !line.served && !line.wait)
        view.remark
            = tr("The counter is not open yet. Your number stays in line; no wait estimate yet.");
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
    return {agency.id, head(agency), agency.about.in(m_language), reason(status, false),
        reason(status, true)};
}

std::optional<Note> KioskViews::startNote() const
{
    const bool allClosed = std::ranges::none_of(m_screen.catalogue->agencies,
        [this](const Agency &agency) { return m_screen.status(agency.id).takesNumbers(); });
    if (allClosed && !m_screen.catalogue->agencies.empty()) {
        std::optional<LocalTime> first;
        for (const auto &agency : m_screen.catalogue->agencies) {
            const auto changes = m_screen.status(agency.id).changes;
            if (changes
                && (!first
                    || std::pair(changes->day, changes->ofDay)
                        < std::pair(first->day, first->ofDay)))
                first = changes;
        }
        const bool later = first && first->day == m_screen.now.day;
        const QString opens = first ? tr("Numbers can be taken %1.").arg(when(*first)) : QString();
        return Note{NoteKind::Plain, QStringLiteral("ui-clock"),
            u"<b>" % (later ? tr("Not open yet.") : tr("Closed today.")) % u"</b> " % opens % u' '
                % tr("Choose an agency to see what to bring.")};
    }
    switch (m_screen.printer) {
    case PrinterNow::PaperOut:
        return Note{NoteKind::Bad, QStringLiteral("ui-paper-out"),
            tr("<b>Out of slip paper.</b> You can still take a number; it is shown here. Staff "
               "have been told.")};
    case PrinterNow::Broken:
        return Note{NoteKind::Bad, QStringLiteral("ui-printer"),
            tr("<b>The slip printer does not answer.</b> You can still take a number; it is shown "
               "here. Staff have been told.")};
    case PrinterNow::Ready:
        break;
    }
    if (m_screen.countedAt)
        return Note{NoteKind::Calm, QStringLiteral("ui-wifi-off"),
            tr("<b>Network lost.</b> You can still take a number; it is valid and will be "
               "called.")};
    return {};
}

StartView KioskViews::start() const
{
    const auto &site = m_screen.catalogue->site;
    StartView view{site.name.in(m_language), site.shortName.in(m_language), startNote(), {}};
    for (const auto &agency : m_screen.catalogue->agencies)
        view.agencies.push_back(tile(agency));
    return view;
}

// ---- an agency's services
// ------------------------------------------------------------------------

ServiceRow KioskViews::row(const Service &service) const
{
    const auto status = m_screen.status(service.id);
    return {service.id, service.name.in(m_language), service.free ? tr("Free") : tr("Fee applies"),
        service.fee.in(m_language), status.takesNumbers() ? QString() : reason(status, false)};
}

std::optional<Note> KioskViews::breakNote(const ServiceStatus &status, const LineNow &line) const
{
    if (status.availability != Availability::OnBreak || !status.changes)
        return {};
    const QString time = clockText(status.changes->ofDay, m_language);
    return Note{NoteKind::Plain, QStringLiteral("ui-clock"),
        tr("<b>On break until %1.</b> You can take a number now; calls begin at %1.").arg(time)
            % u" <b>" % waitingText(line.waiting) % u"</b>"};
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
    view.note = breakNote(status, line);
    if (!status.takesNumbers()) {
        const QString opens
            = status.changes ? tr("Opens again %1.").arg(when(*status.changes)) : QString();
        view.note = Note{NoteKind::Plain, QStringLiteral("ui-clock"),
            u"<b>" % reason(status, false) % u".</b> " % opens % u' '
                % tr("Choose a service to see what to bring.")};
    }
    view.queue = queue(*agency);
    view.waitingOnly = waitingText(line.waiting);
    view.waiting = u"<b>" % waitingText(line.waiting) % u"</b>";
    if (line.wait)
        view.waiting += u' '
            % tr("If you take a number now, the wait is about <b>%1</b>.")
                  .arg(rangeText(*line.wait));
    else if (!view.queue.remark.isEmpty())
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

static QString capitalised(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

ClosedView KioskViews::closed(const ServiceStatus &status) const
{
    ClosedView view;
    view.icon = QStringLiteral("ui-clock");
    view.title = reason(status, false);
    if (status.availability == Availability::QuotaFull)
        view.icon = QStringLiteral("ui-people");
    if (status.changes)
        view.reopens = capitalised(when(*status.changes));
    return view;
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
    if (refused && status.takesNumbers()) {
        view.closed = ClosedView{QStringLiteral("ui-officer"),
            tr("No number could be made. Please ask an officer."), {}};
        return view;
    }
    if (!status.takesNumbers()) {
        view.closed = closed(status);
        return view;
    }
    view.note = breakNote(status, m_screen.line(agency->line()));
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

QString KioskViews::slipFailedText(bool paperOut) const
{
    return (paperOut ? tr("<b>The slip was not printed: out of paper.</b>")
                     : tr("<b>The slip was not printed.</b>"))
        % u' ' % tr("Your number is valid and in line. Keep it in one of these ways.");
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
        view.queue = queueOf(*ticket.ahead, ticket.wait);
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
        break;
    case SlipState::Failed:
        view.paper = IssuedView::Paper::Failed;
        view.note
            = Note{NoteKind::Bad, QStringLiteral("ui-paper-out"), slipFailedText(ticket.paperOut)};
        break;
    case SlipState::Unknown:
        view.paper = IssuedView::Paper::Unknown;
        view.note = Note{NoteKind::Plain, QStringLiteral("ui-printer"),
            tr("<b>Did the slip come out?</b> Your number %1 is valid.").arg(ticket.number)};
        break;
    }
    if (ticket.offline && !view.note)
        view.note = Note{NoteKind::Calm, QStringLiteral("ui-wifi-off"),
            tr("<b>Network lost.</b> Your number is valid and will be called.")};
    return view;
}

} // namespace antre

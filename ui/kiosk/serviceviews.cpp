// SPDX-License-Identifier: Apache-2.0

// What is said of an agency's services and of one of them.

#include "common/icons.h"
#include "common/language.h"
#include "kiosk/kioskviews.h"

namespace antre {

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

} // namespace antre

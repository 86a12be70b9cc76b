// SPDX-License-Identifier: Apache-2.0

// What a search says.

#include "kiosk/kioskviews.h"

namespace antre {

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

} // namespace antre

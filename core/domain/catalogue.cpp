// SPDX-License-Identifier: Apache-2.0
#include "domain/catalogue.h"

#include <algorithm>

namespace antre {

QString Service::everydayName(const QString &language) const
{
    const auto words = keywords.find(language);
    return words == keywords.end() || words->second.isEmpty() ? name.in(language)
                                                              : words->second.first();
}

void Catalogue::index()
{
    m_zone = QTimeZone(site.timeZone.toUtf8());
    if (!m_zone.isValid())
        m_zone = QTimeZone::utc();
    m_lines.clear();
    m_services.clear();
    m_agencies.clear();
    m_counters.clear();
    for (size_t a = 0; a < agencies.size(); ++a) {
        m_agencies.insert(agencies[a].id, a);
        m_lines.push_back(agencies[a].line());
        for (size_t s = 0; s < agencies[a].services.size(); ++s)
            m_services.insert(agencies[a].services[s].id, {a, s});
    }
    for (size_t c = 0; c < counters.size(); ++c)
        m_counters.insert(counters[c].id, c);
    m_served.clear();
    for (const Counter &desk : counters) {
        const std::vector<LineId> served = linesOf(desk.id);
        m_served.insert(served.begin(), served.end());
    }
}

const Agency *Catalogue::agency(const AgencyId &id) const
{
    const auto found = m_agencies.constFind(id);
    return found == m_agencies.constEnd() ? nullptr : &agencies[*found];
}

const Agency *Catalogue::agencyOfLine(const LineId &line) const
{
    const auto found = std::ranges::find(agencies, line.value(), &Agency::code);
    return found == agencies.end() ? nullptr : &*found;
}

const Service *Catalogue::service(const ServiceId &id) const
{
    const auto found = m_services.constFind(id);
    return found == m_services.constEnd() ? nullptr
                                          : &agencies[found->first].services[found->second];
}

const Counter *Catalogue::counter(const CounterId &id) const
{
    const auto found = m_counters.constFind(id);
    return found == m_counters.constEnd() ? nullptr : &counters[*found];
}

template <typename Item, typename Id>
static const Item *itemIn(const std::vector<Item> &list, const Id &id)
{
    const auto found = std::ranges::find(list, id, &Item::id);
    return found == list.end() ? nullptr : &*found;
}

const PriorityClass *Catalogue::priorityClass(const ClassId &id) const
{
    return itemIn(classes, id);
}

static std::vector<LineId> linesOfAll(const Catalogue &catalogue, const std::vector<AgencyId> &ids)
{
    std::vector<LineId> found;
    for (const AgencyId &id : ids) {
        if (const Agency *agency = catalogue.agency(id))
            found.push_back(agency->line());
    }
    return found;
}

std::vector<LineId> Catalogue::linesOf(const CounterId &id) const
{
    const Counter *desk = counter(id);
    return desk ? linesOfAll(*this, desk->agencies) : std::vector<LineId>();
}

std::vector<LineId> Catalogue::linesHelpedBy(const CounterId &id) const
{
    const Counter *desk = counter(id);
    return desk ? linesOfAll(*this, desk->helps) : std::vector<LineId>();
}

const ServiceOutcome *Catalogue::outcome(const OutcomeId &id) const
{
    return itemIn(site.outcomes, id);
}

const ParkReason *Catalogue::parkReason(const ReasonId &id) const
{
    return itemIn(site.parkReasons, id);
}

const PauseReason *Catalogue::pauseReason(const ReasonId &id) const
{
    return itemIn(site.pauseReasons, id);
}

const WeekHours &Catalogue::hoursOf(const Service &service) const
{
    if (service.hours)
        return *service.hours;
    const Agency *authority = agency(service.agency);
    return authority && authority->hours ? *authority->hours : site.hours;
}

int Catalogue::serviceCount() const { return int(m_services.size()); }

} // namespace antre

// SPDX-License-Identifier: Apache-2.0
#include "slip/slipcontent.h"

namespace antre {

static QString agencyName(
    const Catalogue &catalogue, const Service &service, const QString &language)
{
    const Agency *agency = catalogue.agency(service.agency);
    if (!agency)
        return {};
    return agency->shortName.isEmpty() ? agency->name.in(language) : agency->shortName.in(language);
}

/// One more service under the same number: whoever comes for three wants to bring the papers of
/// all, each once, and to read where to go on.
static void addFurther(SlipContent &content, const Catalogue &catalogue, const ServiceId &id)
{
    const Service *service = catalogue.service(id);
    if (!service)
        return;
    const QString agency = agencyName(catalogue, *service, content.language);
    const QString name = service->name.in(content.language);
    content.further.append(agency.isEmpty() || agency == content.agency
            ? name
            : QStringLiteral("%1 (%2)").arg(name, agency));
    content.free = content.free && service->free;
    for (const LocalText &requirement : service->requirements) {
        const QString text = requirement.in(content.language);
        if (!content.requirements.contains(text))
            content.requirements.append(text);
    }
}

SlipContent slipContent(const Ticket &ticket, const Catalogue &catalogue, const SlipFacts &facts)
{
    const Site &site = catalogue.site;
    SlipContent content;
    content.language = ticket.language;
    if (content.language.isEmpty() && !site.languages.isEmpty())
        content.language = site.languages.first();
    const QString &language = content.language;

    content.mallName = site.name.in(language);
    content.mallShortName = site.shortName.in(language);
    content.subtitle = site.subtitle.in(language);
    content.greeting = site.greeting.in(language);
    content.timeZoneLabel = site.timeZoneLabel.in(language);
    content.design = site.slip;

    content.number = ticket.number.text();
    content.offline = !ticket.number.kioskMark.isEmpty();
    if (const Service *service = catalogue.service(ticket.service)) {
        content.service = service->name.in(language);
        content.free = service->free;
        for (const LocalText &requirement : service->requirements)
            content.requirements.append(requirement.in(language));
        content.agency = agencyName(catalogue, *service, language);
    }
    for (const ServiceId &id : ticket.further)
        addFurther(content, catalogue, id);

    content.day = facts.day;
    content.issuedAt = localTime(ticket.touchedAt, catalogue.zone()).ofDay;
    content.peopleAhead = facts.peopleAhead;
    content.wait = facts.wait;
    content.maybeTooLate = facts.maybeTooLate;
    content.copy = facts.copy;
    if (!ticket.secret.isEmpty() && !site.publicUrl.isEmpty())
        content.link = site.publicUrl + QStringLiteral("/t/") + ticket.secret;
    return content;
}

} // namespace antre

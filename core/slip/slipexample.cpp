// SPDX-License-Identifier: Apache-2.0
#include "slip/slipexample.h"

namespace antre {

/// The service with the longest name: where that fits, all do.
static const Service *longestService(const Catalogue &catalogue, const QString &language)
{
    const Service *longest = nullptr;
    for (const Agency &agency : catalogue.agencies)
        for (const Service &service : agency.services)
            if (!longest || service.name.in(language).size() > longest->name.in(language).size())
                longest = &service;
    return longest;
}

static SlipContent fullest(const Catalogue &catalogue, const Service &service,
    const QString &language, bool offline, BusinessDay day)
{
    Ticket ticket;
    const Agency *agency = catalogue.agency(service.agency);
    ticket.number = TicketNumber{
        agency ? agency->line() : LineId(), offline ? QStringLiteral("2") : QString(), 12};
    ticket.service = service.id;
    ticket.language = language;
    ticket.secret = QStringLiteral("7KQ4MZ8R");
    SlipFacts facts{.day = day};
    if (!offline) {
        facts.peopleAhead = 8;
        facts.wait
            = SlipWait{Minutes(35), Minutes(55), Minutes(10 * 60 + 15), Minutes(10 * 60 + 40)};
    }
    SlipContent content = slipContent(ticket, catalogue, facts);
    content.issuedAt = Minutes(9 * 60 + 42);
    return content;
}

Result<SlipContent> exampleSlip(
    const Catalogue &catalogue, const SlipExample &example, BusinessDay day)
{
    const QStringList &languages = catalogue.site.languages;
    const QString language = example.language.isEmpty() ? languages.value(0) : example.language;
    if (!languages.contains(language))
        return failure(ErrorCode::NotFound,
            QStringLiteral("the mall speaks %1, not \"%2\"")
                .arg(languages.join(QStringLiteral(", ")), language));
    const Service *service = example.service.isEmpty() ? longestService(catalogue, language)
                                                       : catalogue.service(example.service);
    if (!service)
        return failure(ErrorCode::NotFound,
            QStringLiteral("there is no service \"%1\"").arg(example.service.value()));
    SlipContent content = fullest(catalogue, *service, language, example.offline, day);
    content.copy = example.copy;
    return content;
}

std::optional<LongSlip> tooLongSlip(const Catalogue &catalogue)
{
    std::optional<LongSlip> longest;
    const BusinessDay day = BusinessDay::fromText(u"2026-12-30").value_or(BusinessDay());
    for (const Agency &agency : catalogue.agencies) {
        for (const Service &service : agency.services) {
            for (const QString &language : catalogue.site.languages) {
                SlipContent content = fullest(catalogue, service, language, false, day);
                content.copy = true;
                content.maybeTooLate = true;
                // The number's height is the design's, so one digit is as long as five.
                content.number = agency.code;
                for (const int width : {slipWidth58, slipWidth80}) {
                    const int length = layOutSlip(content, width).height;
                    if (length <= slipLengthMax)
                        continue;
                    const int others = longest ? longest->others + 1 : 0;
                    if (!longest || length > longest->length)
                        longest = LongSlip{service.id, language, width, length, others};
                    longest->others = others;
                }
            }
        }
    }
    return longest;
}

} // namespace antre

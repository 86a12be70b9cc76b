// SPDX-License-Identifier: Apache-2.0
#include "server/apijson.h"

#include "server/waitcard.h"
#include "wire/json.h"
#include "wire/messages.h"

#include <QJsonArray>

namespace antre {

namespace {

QJsonObject serviceJson(const Service &service)
{
    QJsonArray requirements;
    for (const LocalText &requirement : service.requirements)
        requirements.append(textJson(requirement));
    return {{QStringLiteral("id"), service.id.value()},
        {QStringLiteral("name"), textJson(service.name)},
        {QStringLiteral("requirements"), requirements},
        {QStringLiteral("fee"), textJson(service.fee)}, {QStringLiteral("free"), service.free},
        {QStringLiteral("processingTime"), textJson(service.processingTime)},
        {QStringLiteral("durationMinutes"), int(service.duration.count())}};
}

QJsonObject agencyJson(const Agency &agency)
{
    QJsonArray services;
    for (const Service &service : agency.services)
        services.append(serviceJson(service));
    return {{QStringLiteral("id"), agency.id.value()},
        {QStringLiteral("line"), agency.line().value()},
        {QStringLiteral("name"), textJson(agency.name)},
        {QStringLiteral("shortName"), textJson(agency.shortName)},
        {QStringLiteral("about"), textJson(agency.about)}, {QStringLiteral("services"), services}};
}

QJsonObject counterJson(const Catalogue &catalogue, const Counter &counter)
{
    QJsonArray lines;
    for (const LineId &line : catalogue.linesOf(counter.id))
        lines.append(line.value());
    return {{QStringLiteral("id"), counter.id.value()},
        {QStringLiteral("name"), textJson(counter.name)}, {QStringLiteral("lines"), lines}};
}

QJsonObject foundJson(const FoundService &found)
{
    QJsonArray marks;
    for (const Mark &mark : found.marks)
        marks.append(QJsonArray{mark.from, mark.length});
    QJsonObject object{
        {QStringLiteral("service"), found.service.value()}, {QStringLiteral("marks"), marks}};
    if (!found.said.isEmpty())
        object.insert(QStringLiteral("said"), found.said);
    return object;
}

QJsonArray allFound(const std::vector<FoundService> &found)
{
    QJsonArray all;
    for (const FoundService &one : found)
        all.append(foundJson(one));
    return all;
}

void insertVisit(QJsonObject &object, const PublicTicket &ticket)
{
    const auto insert = [&](const QString &name, const std::vector<ServiceId> &services) {
        QJsonArray ids;
        for (const ServiceId &service : services)
            ids.append(service.value());
        if (!ids.isEmpty())
            object.insert(name, ids);
    };
    insert(QStringLiteral("further"), ticket.further);
    insert(QStringLiteral("done"), ticket.done);
    if (ticket.parkedUntil)
        object.insert(QStringLiteral("parkedUntil"), toMs(*ticket.parkedUntil));
}

} // namespace

QJsonObject textJson(const LocalText &text)
{
    QJsonObject object;
    for (const auto &[language, words] : text.all())
        object.insert(language, words);
    return object;
}

QJsonObject siteJson(const Catalogue &catalogue)
{
    QJsonArray agencies;
    for (const Agency &agency : catalogue.agencies)
        agencies.append(agencyJson(agency));
    QJsonArray counters;
    for (const Counter &counter : catalogue.counters)
        counters.append(counterJson(catalogue, counter));
    const Site &site = catalogue.site;
    return {{QStringLiteral("id"), site.id}, {QStringLiteral("name"), textJson(site.name)},
        {QStringLiteral("shortName"), textJson(site.shortName)},
        {QStringLiteral("timeZone"), site.timeZone},
        {QStringLiteral("languages"), QJsonArray::fromStringList(site.languages)},
        {QStringLiteral("catalogueVersion"), catalogue.version},
        {QStringLiteral("agencies"), agencies}, {QStringLiteral("counters"), counters}};
}

QJsonObject lineJson(const PublicLine &line)
{
    QJsonArray counters;
    QJsonArray paused;
    for (const PublicLine::Desk &desk : line.desks) {
        counters.append(desk.counter.value());
        if (!desk.isPaused)
            continue;
        QJsonObject pause{{QStringLiteral("counter"), desk.counter.value()}};
        if (desk.back)
            pause.insert(QStringLiteral("back"), toMs(*desk.back));
        paused.append(pause);
    }
    return {{QStringLiteral("line"), line.line.value()},
        {QStringLiteral("agency"), line.agency.value()}, {QStringLiteral("waiting"), line.waiting},
        {QStringLiteral("openCounters"), counters}, {QStringLiteral("pausedCounters"), paused}};
}

QJsonObject callJson(const Call &call)
{
    return {{QStringLiteral("number"), call.number.text()},
        {QStringLiteral("counter"), call.counter.value()}, {QStringLiteral("at"), toMs(call.at)},
        {QStringLiteral("times"), call.times}};
}

QJsonObject findingsJson(const Findings &findings)
{
    QJsonArray agencies;
    for (const AgencyId &agency : findings.agencies)
        agencies.append(agency.value());
    return {{QStringLiteral("services"), allFound(findings.services)},
        {QStringLiteral("count"), findings.count},
        {QStringLiteral("maybe"), allFound(findings.maybe)}, {QStringLiteral("agencies"), agencies},
        {QStringLiteral("isAgency"), findings.isAgency}};
}

QJsonObject inAllLanguages(
    const PublicWords &words, const std::function<QString(const QString &)> &text)
{
    QJsonObject texts;
    for (const QString &language : words.languages()) {
        if (const QString one = text(language); !one.isEmpty())
            texts.insert(language, one);
    }
    return texts;
}

QJsonObject ticketJson(const PublicTicket &ticket, const PublicLine &line, const PublicWords &words,
    const QTimeZone &zone, Instant now)
{
    QJsonObject object{{QStringLiteral("number"), ticket.number},
        {QStringLiteral("state"), ticketStateName(ticket.state)},
        {QStringLiteral("line"), ticket.line.value()},
        {QStringLiteral("service"), ticket.service.value()},
        {QStringLiteral("mayCancel"), ticket.mayCancel()}, {QStringLiteral("now"), toMs(now)}};
    if (ticket.state == TicketState::Waiting) {
        object.insert(QStringLiteral("ahead"), ticket.ahead);
        object.insert(QStringLiteral("paused"), line.isPaused());
        QJsonArray serving;
        for (const PublicLine::Desk &desk : line.desks) {
            if (!desk.number.isEmpty())
                serving.append(QJsonObject{{QStringLiteral("counter"), desk.counter.value()},
                    {QStringLiteral("number"), desk.number}});
        }
        object.insert(QStringLiteral("serving"), serving);
    }
    if (ticket.status.availability != Availability::Open)
        object.insert(QStringLiteral("availability"), availabilityName(ticket.status.availability));
    if (const QJsonObject notice = inAllLanguages(words,
            [&](const QString &language) { return words.forHolder(ticket.status, language); });
        !notice.isEmpty())
        object.insert(QStringLiteral("notice"), notice);
    if (ticket.wait) {
        QJsonObject wait = waitToJson(*ticket.wait);
        wait.insert(QStringLiteral("about"), inAllLanguages(words, [&](const QString &language) {
            return WaitCard(words, language, zone).callTimes(*ticket.wait, now);
        }));
        object.insert(QStringLiteral("wait"), wait);
    }
    insertVisit(object, ticket);
    if (ticket.rejoinUntil)
        object.insert(QStringLiteral("rejoinUntil"), toMs(*ticket.rejoinUntil));
    if (ticket.placeBackUntil)
        object.insert(QStringLiteral("placeBackUntil"), toMs(*ticket.placeBackUntil));
    if (!ticket.counter.isEmpty()) {
        object.insert(QStringLiteral("counter"), ticket.counter.value());
        object.insert(QStringLiteral("calledAt"), toMs(ticket.calledAt));
    }
    return object;
}

} // namespace antre

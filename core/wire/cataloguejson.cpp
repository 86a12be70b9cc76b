// SPDX-License-Identifier: Apache-2.0
#include "wire/cataloguejson.h"

#include "wire/appointmentjson.h"
#include "wire/cataloguereader.h"
#include "wire/halldesignjson.h"
#include "wire/schedulejson.h"
#include "wire/slipdesignjson.h"
#include "wire/values.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace antre {

static CatalogueReading read(const QJsonObject &json, FaultList faults)
{
    Catalogue catalogue = CatalogueReader(faults).read(json);
    if (!faults.isEmpty())
        return faults.reading();
    return {std::make_shared<const Catalogue>(std::move(catalogue)), {}, 0};
}

static CatalogueReading unreadable(int line, const QString &wrong, const QString &right)
{
    return {nullptr, {{line, QString(), wrong, right}}, 0};
}

CatalogueReading readCatalogue(const QByteArray &json)
{
    if (json.size() > catalogueBytesMax)
        return unreadable(0,
            QStringLiteral("the file has more than %1 MiB").arg(catalogueBytesMax / 1024 / 1024),
            QStringLiteral(
                "check that it is the right file: a mall's catalogue has a few hundred KiB"));
    if (json.trimmed().isEmpty())
        return unreadable(1, QStringLiteral("the file is empty"),
            QStringLiteral("write a catalogue as one object: { ... }"));
    if (const auto offset = firstInvalidUtf8(json)) {
        const TextPlace place = placeOfByte(json, *offset);
        return unreadable(place.line,
            QStringLiteral("byte %1 of the file, 0x%2 at column %3, is not UTF-8")
                .arg(*offset + 1)
                .arg(uint(uchar(json.at(*offset))), 2, 16, QLatin1Char('0'))
                .arg(place.column),
            QStringLiteral("save the file as UTF-8"));
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError) {
        const TextPlace place = placeOfByte(json, error.offset);
        return unreadable(place.line,
            QStringLiteral("this is not JSON: %1 near column %2")
                .arg(error.errorString())
                .arg(place.column),
            QStringLiteral("write JSON (RFC 8259); an editor that colours JSON shows the place"));
    }
    if (!document.isObject())
        return unreadable(1, QStringLiteral("the file holds a list"),
            QStringLiteral("a catalogue is one object: { ... }"));

    const JsonPlaces places(json);
    if (places.tooDeepLine() > 0)
        return unreadable(places.tooDeepLine(),
            QStringLiteral("more than %1 lists and objects stand inside each other")
                .arg(JsonPlaces::depthMax),
            QStringLiteral("nothing in a catalogue is that deep"));
    FaultList faults(places);
    for (const auto &repeated : places.repeatedKeys())
        faults.addAtLine(repeated.line, repeated.path,
            QStringLiteral("this key stands twice, first on line %1").arg(repeated.firstLine),
            QStringLiteral("keep one of them"));
    return read(document.object(), std::move(faults));
}

CatalogueReading readCatalogue(const QJsonObject &json) { return read(json, FaultList()); }

template <typename Value>
static QJsonArray listToJson(const std::vector<Value> &values, QJsonObject (*toJson)(const Value &))
{
    QJsonArray json;
    for (const Value &value : values)
        json.append(toJson(value));
    return json;
}

static void insertKeywords(QJsonObject &json, const LocalWords &keywords)
{
    QJsonObject words;
    for (const auto &[language, phrases] : keywords)
        words.insert(language, QJsonArray::fromStringList(phrases));
    if (!words.isEmpty())
        json.insert(QStringLiteral("keywords"), words);
}

template <typename Item> static QJsonObject namedToJson(const Item &item)
{
    return {
        {QStringLiteral("id"), item.id.value()}, {QStringLiteral("name"), textToJson(item.name)}};
}

static QJsonObject parkReasonToJson(const ParkReason &reason)
{
    QJsonObject json = namedToJson(reason);
    json.insert(QStringLiteral("minutes"), qint64(reason.minutes.count()));
    return json;
}

static QJsonObject callingToJson(const CallingRules &calling)
{
    return {{QStringLiteral("maxCalls"), calling.maxCalls},
        {QStringLiteral("pauseSeconds"), qint64(calling.pause.count())}};
}

static void insertDeskRules(QJsonObject &json, const Site &site)
{
    if (site.calling != CallingRules())
        json.insert(QStringLiteral("calling"), callingToJson(site.calling));
    if (!site.outcomes.empty())
        json.insert(
            QStringLiteral("outcomes"), listToJson(site.outcomes, namedToJson<ServiceOutcome>));
    if (!site.parkReasons.empty())
        json.insert(QStringLiteral("parkReasons"), listToJson(site.parkReasons, parkReasonToJson));
    if (!site.pauseReasons.empty())
        json.insert(QStringLiteral("pauseReasons"),
            listToJson(site.pauseReasons, namedToJson<PauseReason>));
}

static QJsonObject siteToJson(const Site &site)
{
    QJsonObject json{
        {QStringLiteral("id"), site.id},
        {QStringLiteral("name"), textToJson(site.name)},
        {QStringLiteral("shortName"), textToJson(site.shortName)},
        {QStringLiteral("subtitle"), textToJson(site.subtitle)},
        {QStringLiteral("greeting"), textToJson(site.greeting)},
        {QStringLiteral("timeZone"), site.timeZone},
        {QStringLiteral("timeZoneLabel"), textToJson(site.timeZoneLabel)},
        {QStringLiteral("languages"), QJsonArray::fromStringList(site.languages)},
        {QStringLiteral("publicUrl"), site.publicUrl},
        {QStringLiteral("hours"), weekToJson(site.hours)},
        {QStringLiteral("holidays"), holidaysToJson(site)},
        {QStringLiteral("endOfDay"), dayEndToJson(site.dayEnd)},
    };
    QJsonArray frequent;
    for (const ServiceId &service : site.frequent)
        frequent.append(service.value());
    if (!frequent.isEmpty())
        json.insert(QStringLiteral("frequent"), frequent);
    if (site.waitingMax)
        json.insert(QStringLiteral("waitingMax"), *site.waitingMax);
    if (site.phones != PhoneRules())
        json.insert(QStringLiteral("phones"),
            QJsonObject{{QStringLiteral("onDisplays"), site.phones.onDisplays},
                {QStringLiteral("onlyHere"), site.phones.onlyHere},
                {QStringLiteral("codeMinutes"), qint64(site.phones.codeFor.count())}});
    if (site.slip != SlipDesign())
        json.insert(QStringLiteral("slip"), slipDesignToJson(site.slip));
    addHallDesign(site.hall, json);
    insertDeskRules(json, site);
    return json;
}

static QJsonObject serviceToJson(const Service &service)
{
    QJsonObject json{
        {QStringLiteral("id"), service.id.value()},
        {QStringLiteral("name"), textToJson(service.name)},
        {QStringLiteral("requirements"), listToJson(service.requirements, textToJson)},
        {QStringLiteral("fee"), textToJson(service.fee)},
        {QStringLiteral("free"), service.free},
        {QStringLiteral("processingTime"), textToJson(service.processingTime)},
        {QStringLiteral("durationMinutes"), qint64(service.duration.count())},
    };
    if (service.dailyQuota)
        json.insert(QStringLiteral("dailyQuota"), *service.dailyQuota);
    if (service.hours)
        json.insert(QStringLiteral("hours"), weekToJson(*service.hours));
    if (service.appointments)
        json.insert(QStringLiteral("appointments"), appointmentsToJson(*service.appointments));
    insertKeywords(json, service.keywords);
    return json;
}

static QJsonObject agencyToJson(const Agency &agency)
{
    QJsonObject json{
        {QStringLiteral("id"), agency.id.value()},
        {QStringLiteral("code"), agency.code},
        {QStringLiteral("name"), textToJson(agency.name)},
        {QStringLiteral("shortName"), textToJson(agency.shortName)},
        {QStringLiteral("about"), textToJson(agency.about)},
        {QStringLiteral("services"), listToJson(agency.services, serviceToJson)},
    };
    if (agency.hours)
        json.insert(QStringLiteral("hours"), weekToJson(*agency.hours));
    insertKeywords(json, agency.keywords);
    return json;
}

static QJsonObject classToJson(const PriorityClass &priorityClass)
{
    return {
        {QStringLiteral("id"), priorityClass.id.value()},
        {QStringLiteral("name"), textToJson(priorityClass.name)},
        {QStringLiteral("shortName"), textToJson(priorityClass.shortName)},
        {QStringLiteral("icon"), priorityClass.icon},
        {QStringLiteral("headStartMinutes"), qint64(priorityClass.headStart.count())},
    };
}

static QJsonObject counterToJson(const Counter &counter)
{
    const auto list = [](const std::vector<AgencyId> &agencies) {
        QJsonArray ids;
        for (const AgencyId &agency : agencies)
            ids.append(agency.value());
        return ids;
    };
    QJsonObject json{{QStringLiteral("id"), counter.id.value()},
        {QStringLiteral("name"), textToJson(counter.name)},
        {QStringLiteral("agencies"), list(counter.agencies)}};
    if (!counter.helps.empty())
        json.insert(QStringLiteral("helps"), list(counter.helps));
    return json;
}

QJsonObject catalogueToJson(const Catalogue &catalogue)
{
    QJsonObject json{
        {QStringLiteral("format"), catalogueFormat},
        {QStringLiteral("version"), catalogue.version},
        {QStringLiteral("site"), siteToJson(catalogue.site)},
        {QStringLiteral("priorityClasses"), listToJson(catalogue.classes, classToJson)},
        {QStringLiteral("agencies"), listToJson(catalogue.agencies, agencyToJson)},
        {QStringLiteral("counters"), listToJson(catalogue.counters, counterToJson)},
    };
    if (!catalogue.exceptions.empty())
        json.insert(
            QStringLiteral("exceptions"), listToJson(catalogue.exceptions, exceptionToJson));
    return json;
}

} // namespace antre

// SPDX-License-Identifier: Apache-2.0
#include "wire/cataloguereader.h"

#include <QRegularExpression>
#include <QTimeZone>
#include <QUrl>

#include <algorithm>

namespace antre {

namespace {

// Bounds of what a mall can mean; beyond them a file is wrong rather than unusual. Text lengths are
// those for which the screens and the slip have room.
constexpr int versionMax = 1'000'000;
constexpr int languagesMax = 4;
constexpr int classesMax = 8;
constexpr int agenciesMax = 21; // the letters left without I, O, Q, X and Z
constexpr int servicesMax = 200;
constexpr int requirementsMax = 20;
constexpr int countersMax = 999;
constexpr int shortNameMax = 20;
constexpr int aboutMax = 26;
constexpr int choiceNameMax = 40;
constexpr int siteShortNameMax = 32; // the slip's first line at 58 mm
constexpr int urlMax = 120; // what the slip's QR code can carry beside the ticket's secret
constexpr int headStartMax = 120;
constexpr int keywordsMax = 30;
constexpr int keywordMax = 40; // the first of them is shown on a key
constexpr int frequentMax = 12; // what one screen of suggestions holds
constexpr int durationMax = 480;
constexpr int quotaMax = 9999;
constexpr int callsMax = 20;
constexpr int callPauseMax = 600;
constexpr int choicesMax = 20; // what an officer's menu can show
constexpr int waitingMax = 9999;

bool matches(const QString &text, const char *pattern)
{
    // Patterns are literals, and compiling one costs more than reading the rest of the catalogue.
    thread_local QHash<const char *, QRegularExpression> compiled;
    QRegularExpression &known = compiled[pattern];
    if (known.pattern().isEmpty())
        known.setPattern(QRegularExpression::anchoredPattern(QLatin1String(pattern)));
    return known.match(text).hasMatch();
}

} // namespace

Catalogue CatalogueReader::read(const QJsonObject &json)
{
    const JsonNode root(json, QString(), m_faults);
    root.members({QStringLiteral("format"), QStringLiteral("version"), QStringLiteral("site"),
                     QStringLiteral("priorityClasses"), QStringLiteral("agencies"),
                     QStringLiteral("counters")},
        {QStringLiteral("exceptions")});
    (void)root.at(QStringLiteral("format"))
        .integer(catalogueFormat, catalogueFormat,
            QStringLiteral("(the only format that this version of Antre reads)"));
    m_catalogue.version = root.at(QStringLiteral("version")).integer(1, versionMax);
    readSite(root.at(QStringLiteral("site")));
    readClasses(root.at(QStringLiteral("priorityClasses")));
    readAgencies(root.at(QStringLiteral("agencies")));
    readFrequent(root.at(QStringLiteral("site")).at(QStringLiteral("frequent")));
    readCounters(root.at(QStringLiteral("counters")));
    requireCounters();
    readHall(root.at(QStringLiteral("site")));
    readExceptions(root.at(QStringLiteral("exceptions"))); // last: they name the others
    std::ranges::sort(m_catalogue.agencies, {}, &Agency::code);
    std::ranges::sort(m_catalogue.counters, {},
        [](const Counter &counter) { return counter.id.value().toInt(); });
    m_catalogue.index();
    return std::move(m_catalogue);
}

void CatalogueReader::readSite(const JsonNode &node)
{
    if (!node.members(
            {QStringLiteral("id"), QStringLiteral("name"), QStringLiteral("shortName"),
                QStringLiteral("subtitle"), QStringLiteral("greeting"), QStringLiteral("timeZone"),
                QStringLiteral("timeZoneLabel"), QStringLiteral("languages"),
                QStringLiteral("publicUrl"), QStringLiteral("hours"), QStringLiteral("holidays")},
            {QStringLiteral("slip"), QStringLiteral("frequent"), QStringLiteral("displays"),
                QStringLiteral("notices"), QStringLiteral("voice"), QStringLiteral("calling"),
                QStringLiteral("outcomes"), QStringLiteral("parkReasons"),
                QStringLiteral("pauseReasons"), QStringLiteral("endOfDay"),
                QStringLiteral("waitingMax"), QStringLiteral("phones")}))
        return;
    Site &site = m_catalogue.site;
    readLanguages(node.at(QStringLiteral("languages"))); // first: every text is held against them
    Seen siteIds;
    site.id = id(node.at(QStringLiteral("id")), siteIds);
    site.name = localText(node.at(QStringLiteral("name")), nameMax);
    site.shortName = localText(node.at(QStringLiteral("shortName")), siteShortNameMax);
    site.subtitle = localText(node.at(QStringLiteral("subtitle")), nameMax);
    site.greeting = localText(node.at(QStringLiteral("greeting")), nameMax);
    site.timeZone = timeZone(node.at(QStringLiteral("timeZone")));
    site.timeZoneLabel = localText(node.at(QStringLiteral("timeZoneLabel")), 8);
    site.publicUrl = publicUrl(node.at(QStringLiteral("publicUrl")));
    site.hours = week(node.at(QStringLiteral("hours")));
    readHolidays(node.at(QStringLiteral("holidays")));
    readDayEnd(node.at(QStringLiteral("endOfDay")));
    if (const JsonNode phones = node.at(QStringLiteral("phones")); phones.exists())
        readPhones(phones);
    if (const JsonNode most = node.at(QStringLiteral("waitingMax")); most.exists())
        site.waitingMax
            = most.integer(1, waitingMax, QStringLiteral("(or leave it out for no limit)"));
    if (const JsonNode slip = node.at(QStringLiteral("slip")); slip.exists())
        readSlip(slip);
    readCalling(node.at(QStringLiteral("calling")));
    const auto nothing = [](const JsonNode &, const auto &) {};
    readNamed(node.at(QStringLiteral("outcomes")), site.outcomes, {}, nothing);
    readNamed(node.at(QStringLiteral("pauseReasons")), site.pauseReasons, {}, nothing);
    readNamed(node.at(QStringLiteral("parkReasons")), site.parkReasons, {QStringLiteral("minutes")},
        [](const JsonNode &item, ParkReason &reason) {
            reason.minutes = Minutes(item.at(QStringLiteral("minutes"))
                                         .integer(1, durationMax, QStringLiteral("minutes")));
        });
}

void CatalogueReader::readCalling(const JsonNode &node)
{
    const QString maxCalls = QStringLiteral("maxCalls");
    const QString pause = QStringLiteral("pauseSeconds");
    if (!node.exists() || !node.members({}, {maxCalls, pause}))
        return;
    CallingRules &calling = m_catalogue.site.calling;
    if (const JsonNode item = node.at(maxCalls); item.exists())
        calling.maxCalls = item.integer(1, callsMax, QStringLiteral("calls of one visitor"));
    if (const JsonNode item = node.at(pause); item.exists())
        calling.pause
            = std::chrono::seconds(item.integer(0, callPauseMax, QStringLiteral("seconds")));
}

template <typename Item, typename Rest>
void CatalogueReader::readNamed(
    const JsonNode &node, std::vector<Item> &items, const QStringList &keys, const Rest &rest) const
{
    if (!node.exists())
        return;
    Seen seen;
    for (const JsonNode &item : node.items(0, choicesMax)) {
        if (!item.members(QStringList{QStringLiteral("id"), QStringLiteral("name")} + keys))
            continue;
        Item found;
        found.id = decltype(found.id)(id(item.at(QStringLiteral("id")), seen));
        found.name = localText(item.at(QStringLiteral("name")), choiceNameMax);
        rest(item, found);
        items.push_back(std::move(found));
    }
}

void CatalogueReader::readLanguages(const JsonNode &node)
{
    for (const JsonNode &item : node.items(1, languagesMax)) {
        const QString language = item.text(idMax);
        if (language.isEmpty())
            continue;
        // Two letters where ISO 639 has them; many languages of Indonesia have three.
        if (!matches(language, "[a-z]{2,3}"))
            item.fault(QStringLiteral("\"%1\" is no language").arg(language),
                QStringLiteral("write an ISO 639 code such as id, en or min"));
        else if (m_catalogue.site.languages.contains(language))
            item.fault(QStringLiteral("\"%1\" stands twice").arg(language),
                QStringLiteral("name each language once"));
        else
            m_catalogue.site.languages.append(language);
    }
}

void CatalogueReader::readClasses(const JsonNode &node)
{
    bool first = true;
    for (const JsonNode &item : node.items(1, classesMax)) {
        if (!item.members(
                {QStringLiteral("id"), QStringLiteral("name"), QStringLiteral("shortName"),
                    QStringLiteral("icon"), QStringLiteral("headStartMinutes")}))
            continue;
        PriorityClass found;
        found.id = ClassId(id(item.at(QStringLiteral("id")), m_classes));
        found.name = localText(item.at(QStringLiteral("name")), 40);
        found.shortName = localText(item.at(QStringLiteral("shortName")), shortNameMax);
        found.icon = item.at(QStringLiteral("icon")).text(idMax);
        if (!found.icon.isEmpty() && !matches(found.icon, "[a-z0-9-]+"))
            item.at(QStringLiteral("icon"))
                .fault(QStringLiteral("\"%1\" is no icon").arg(found.icon),
                    QStringLiteral("write a file's name below resources/icons without .svg, such "
                                   "as ui-elderly"));
        found.headStart = Minutes(item.at(QStringLiteral("headStartMinutes"))
                                      .integer(0, headStartMax, QStringLiteral("minutes")));
        if (first && found.headStart != Minutes(0))
            item.at(QStringLiteral("headStartMinutes"))
                .fault(QStringLiteral("the first class has a head start"),
                    QStringLiteral(
                        "write 0: the first class is the one that nobody has to ask for"));
        first = false;
        m_catalogue.classes.push_back(std::move(found));
    }
}

void CatalogueReader::readAgencies(const JsonNode &node)
{
    for (const JsonNode &item : node.items(1, agenciesMax))
        readAgency(item);
}

void CatalogueReader::readAgency(const JsonNode &node)
{
    if (!node.members(
            {QStringLiteral("id"), QStringLiteral("code"), QStringLiteral("name"),
                QStringLiteral("shortName"), QStringLiteral("about"), QStringLiteral("services")},
            {QStringLiteral("hours"), QStringLiteral("keywords")}))
        return;
    Agency agency;
    agency.id = AgencyId(id(node.at(QStringLiteral("id")), m_agencies));
    agency.code = code(node.at(QStringLiteral("code")));
    agency.name = localText(node.at(QStringLiteral("name")), nameMax);
    agency.shortName = localText(node.at(QStringLiteral("shortName")), shortNameMax);
    agency.about = localText(node.at(QStringLiteral("about")), aboutMax);
    agency.hours = optionalWeek(node.at(QStringLiteral("hours")));
    agency.keywords = keywords(node.at(QStringLiteral("keywords")));
    for (const JsonNode &item : node.at(QStringLiteral("services")).items(1, servicesMax))
        readService(item, agency);
    m_agencyPaths.insert(agency.id.value(), node.path());
    m_catalogue.agencies.push_back(std::move(agency));
}

void CatalogueReader::readService(const JsonNode &node, Agency &agency)
{
    if (!node.members({QStringLiteral("id"), QStringLiteral("name"), QStringLiteral("requirements"),
                          QStringLiteral("fee"), QStringLiteral("free"),
                          QStringLiteral("processingTime"), QStringLiteral("durationMinutes")},
            {QStringLiteral("dailyQuota"), QStringLiteral("hours"), QStringLiteral("keywords"),
                QStringLiteral("source"), QStringLiteral("basis"), QStringLiteral("appointments")}))
        return;
    Service service;
    service.id = ServiceId(id(node.at(QStringLiteral("id")), m_services));
    service.agency = agency.id;
    service.name = localText(node.at(QStringLiteral("name")), nameMax);
    for (const JsonNode &item : node.at(QStringLiteral("requirements")).items(0, requirementsMax))
        service.requirements.push_back(localText(item, nameMax));
    service.fee = localText(node.at(QStringLiteral("fee")), nameMax);
    service.free = node.at(QStringLiteral("free")).boolean();
    service.processingTime = localText(node.at(QStringLiteral("processingTime")), nameMax);
    service.duration = Minutes(node.at(QStringLiteral("durationMinutes"))
                                   .integer(1, durationMax, QStringLiteral("minutes")));
    if (const JsonNode quota = node.at(QStringLiteral("dailyQuota")); quota.exists())
        service.dailyQuota
            = quota.integer(1, quotaMax, QStringLiteral("(or leave it out for no limit)"));
    service.hours = optionalWeek(node.at(QStringLiteral("hours")));
    service.keywords = keywords(node.at(QStringLiteral("keywords")));
    service.appointments = appointments(node.at(QStringLiteral("appointments")),
        service.hours.value_or(agency.hours.value_or(m_catalogue.site.hours)));
    agency.services.push_back(std::move(service));
}

/// After the agencies, whose services it names.
void CatalogueReader::readFrequent(const JsonNode &node)
{
    for (const JsonNode &item : node.items(0, frequentMax)) {
        const ServiceId service(item.text(idMax));
        auto &frequent = m_catalogue.site.frequent;
        if (service.isEmpty())
            continue;
        if (!m_services.contains(service.value()))
            item.fault(QStringLiteral("there is no service \"%1\"").arg(service.value()),
                QStringLiteral("write the id of one of the agencies' services"));
        else if (std::ranges::find(frequent, service) != frequent.end())
            item.fault(QStringLiteral("\"%1\" stands twice").arg(service.value()),
                QStringLiteral("name each service once"));
        else
            frequent.push_back(service);
    }
}

void CatalogueReader::readCounters(const JsonNode &node)
{
    for (const JsonNode &item : node.items(1, countersMax))
        readCounter(item);
}

void CatalogueReader::readCounter(const JsonNode &node)
{
    if (!node.members({QStringLiteral("id"), QStringLiteral("name"), QStringLiteral("agencies")},
            {QStringLiteral("helps")}))
        return;
    Counter counter;
    const JsonNode number = node.at(QStringLiteral("id"));
    counter.id = CounterId(number.text(idMax));
    if (!counter.id.isEmpty() && !matches(counter.id.value(), "[1-9][0-9]{0,2}"))
        number.fault(QStringLiteral("\"%1\" is no counter's number").arg(counter.id.value()),
            QStringLiteral("write the number on the desk, \"1\" to \"999\", as a text"));
    unique(number, counter.id.value(), m_counters);
    counter.name = localText(node.at(QStringLiteral("name")), nameMax);
    counter.agencies = agencyIds(node.at(QStringLiteral("agencies")));
    m_served.insert(counter.agencies.begin(), counter.agencies.end());
    if (const JsonNode helps = node.at(QStringLiteral("helps")); helps.exists()) {
        counter.helps = agencyIds(helps);
        for (const AgencyId &agency : counter.helps) {
            if (std::ranges::find(counter.agencies, agency) != counter.agencies.end())
                helps.fault(QStringLiteral("the counter serves \"%1\" anyway").arg(agency.value()),
                    QStringLiteral("name agencies that other counters serve"));
        }
    }
    m_catalogue.counters.push_back(std::move(counter));
}

std::vector<AgencyId> CatalogueReader::agencyIds(const JsonNode &node) const
{
    std::vector<AgencyId> agencies;
    for (const JsonNode &item : node.items(1, agenciesMax)) {
        const AgencyId agency(item.text(idMax));
        if (agency.isEmpty())
            continue;
        if (!m_agencyPaths.contains(agency.value()))
            item.fault(QStringLiteral("there is no agency \"%1\"").arg(agency.value()),
                QStringLiteral("write the id of one of the agencies above"));
        else if (std::ranges::find(agencies, agency) != agencies.end())
            item.fault(QStringLiteral("\"%1\" stands twice").arg(agency.value()),
                QStringLiteral("name each agency once"));
        else
            agencies.push_back(agency);
    }
    return agencies;
}

void CatalogueReader::requireCounters()
{
    for (const Agency &agency : m_catalogue.agencies) {
        if (agency.id.isEmpty() || m_served.contains(agency.id))
            continue;
        const QString path = m_agencyPaths.value(agency.id.value());
        for (size_t i = 0; i < agency.services.size(); ++i)
            m_faults.add(path + QStringLiteral(".services[%1]").arg(i),
                QStringLiteral("no counter serves \"%1\"").arg(agency.services[i].id.value()),
                QStringLiteral("name \"%1\" in the agencies of a counter").arg(agency.id.value()));
    }
}

LocalText CatalogueReader::localText(const JsonNode &node, int max) const
{
    const QStringList &languages = m_catalogue.site.languages;
    // Without languages that fault is told, and every text would only echo it.
    if (languages.isEmpty() || !node.isObject(languages))
        return {};
    for (const QString &language : node.keys()) {
        if (!languages.contains(language))
            node.at(language).fault(
                QStringLiteral("\"%1\" is not one of the site's languages").arg(language.left(40)),
                QStringLiteral("write the text in %1").arg(languages.join(QStringLiteral(", "))));
    }
    std::map<QString, QString> texts;
    for (const QString &language : languages) {
        if (!node.at(language).exists())
            node.fault(QStringLiteral("the text in \"%1\" is missing").arg(language),
                QStringLiteral("write it in each of the site's languages: %1")
                    .arg(languages.join(QStringLiteral(", "))));
        texts.emplace(language, node.at(language).text(max));
    }
    return LocalText(std::move(texts));
}

LocalWords CatalogueReader::keywords(const JsonNode &node) const
{
    LocalWords words;
    if (!node.exists() || !node.members({}, m_catalogue.site.languages))
        return words;
    for (const QString &language : m_catalogue.site.languages) {
        QStringList phrases;
        for (const JsonNode &item : node.at(language).items(1, keywordsMax)) {
            const QString phrase = item.text(keywordMax);
            if (phrases.contains(phrase, Qt::CaseInsensitive) && !phrase.isEmpty())
                item.fault(QStringLiteral("\"%1\" stands twice").arg(phrase),
                    QStringLiteral("write each once, whatever its capitals"));
            else if (!phrase.isEmpty())
                phrases << phrase;
        }
        if (!phrases.isEmpty())
            words.emplace(language, phrases);
    }
    return words;
}

QString CatalogueReader::id(const JsonNode &node, Seen &seen) const
{
    const QString id = node.text(idMax);
    if (id.isEmpty())
        return {};
    if (!matches(id, "[a-z0-9]+([.-][a-z0-9]+)*"))
        node.fault(QStringLiteral("\"%1\" is no id").arg(id),
            QStringLiteral("write small letters and digits, joined by single dots or hyphens"));
    unique(node, id, seen);
    return id;
}

void CatalogueReader::unique(const JsonNode &node, const QString &value, Seen &seen) const
{
    if (value.isEmpty())
        return;
    const auto first = seen.constFind(value);
    if (first == seen.constEnd()) {
        seen.insert(value, node.path());
        return;
    }
    const int line = m_faults.lineOf(*first);
    node.fault(
        QStringLiteral("\"%1\" is used already at %2%3")
            .arg(value, *first, line > 0 ? QStringLiteral(" (line %1)").arg(line) : QString()),
        QStringLiteral("write one that nothing else has"));
}

QString CatalogueReader::code(const JsonNode &node)
{
    const QString code = node.text(idMax);
    if (code.isEmpty())
        return {};
    if (!matches(code, "[A-HJ-NPR-WY]"))
        node.fault(QStringLiteral("\"%1\" is no agency's letter").arg(code),
            QStringLiteral("write one capital letter, but not I, O, Q, X or Z, which read as "
                           "digits or sound foreign"));
    unique(node, code, m_codes);
    return code;
}

QString CatalogueReader::timeZone(const JsonNode &node) const
{
    const QString name = node.text(idMax);
    if (!name.isEmpty() && !QTimeZone::isTimeZoneIdAvailable(name.toLatin1()))
        node.fault(QStringLiteral("there is no time zone \"%1\"").arg(name),
            QStringLiteral("write an IANA name such as Asia/Jakarta"));
    return name;
}

QString CatalogueReader::publicUrl(const JsonNode &node) const
{
    const QString text = node.text(urlMax);
    if (text.isEmpty())
        return {};
    const QUrl url(text, QUrl::StrictMode);
    const bool isWeb
        = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    if (!url.isValid() || !isWeb || url.host().isEmpty() || url.hasQuery() || url.hasFragment()
        || text.endsWith(QLatin1Char('/')))
        node.fault(QStringLiteral("\"%1\" is no address for phones").arg(text),
            QStringLiteral("write http:// or https:// and a host, without a slash at the end, such "
                           "as https://antre.example"));
    return text;
}

void CatalogueReader::readPhones(const JsonNode &node)
{
    constexpr int codeMinutesMax = 60;
    const QString displaysKey = QStringLiteral("onDisplays");
    const QString hereKey = QStringLiteral("onlyHere");
    const QString minutesKey = QStringLiteral("codeMinutes");
    if (!node.members({}, {displaysKey, hereKey, minutesKey}))
        return;
    PhoneRules &rules = m_catalogue.site.phones;
    if (const JsonNode displays = node.at(displaysKey); displays.exists())
        rules.onDisplays = displays.boolean();
    if (const JsonNode here = node.at(hereKey); here.exists())
        rules.onlyHere = here.boolean();
    if (const JsonNode minutes = node.at(minutesKey); minutes.exists())
        rules.codeFor = Minutes(minutes.integer(1, codeMinutesMax, QStringLiteral("minutes")));
}

} // namespace antre

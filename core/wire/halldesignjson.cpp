// SPDX-License-Identifier: Apache-2.0
#include "wire/halldesignjson.h"

#include "wire/cataloguereader.h"
#include "wire/values.h"

#include <QJsonArray>
#include <QTime>

#include <algorithm>
#include <array>

namespace antre {

namespace {

constexpr int displaysMax = 50;
constexpr int zoneMax = 24;
constexpr int countersMax = 999; // as many as a mall can have
constexpr int noticesMax = 20;
constexpr int languagesMax = 4;
constexpr int timesMax = 3;
constexpr int sentencesMax = 6; // a call of 25 seconds; more would leave the hall no silence
constexpr int quietMax = 6;
constexpr int volumeMax = 24;
constexpr int percentMin = 10; // softer than that is a silence that nobody ordered

const QString displaysKey = QStringLiteral("displays");
const QString noticesKey = QStringLiteral("notices");
const QString voiceKey = QStringLiteral("voice");

constexpr std::array<QLatin1String, 3> layoutNames{
    {QLatin1String("board"), QLatin1String("next"), QLatin1String("media")}};
static_assert(layoutNames.size() == size_t(HallLayout::Media) + 1);

QString clockText(Minutes time) { return spanText({time, time}).left(5); }

QJsonObject screenToJson(const HallScreen &screen)
{
    QJsonObject json{{QStringLiteral("id"), screen.display.value()},
        {QStringLiteral("layout"), hallLayoutName(screen.layout)},
        {QStringLiteral("agencies"), screen.agencies}, {QStringLiteral("speaks"), screen.speaks}};
    if (!screen.zone.isEmpty())
        json.insert(QStringLiteral("zone"), textToJson(screen.zone));
    QJsonArray counters;
    for (const CounterId &counter : screen.counters)
        counters.append(counter.value());
    if (!counters.isEmpty())
        json.insert(QStringLiteral("counters"), counters);
    return json;
}

QJsonObject noticeToJson(const HallNotice &notice)
{
    QJsonObject json{{QStringLiteral("text"), textToJson(notice.text)}};
    if (notice.from)
        json.insert(QStringLiteral("from"), notice.from->text());
    if (notice.until)
        json.insert(QStringLiteral("until"), notice.until->text());
    return json;
}

QJsonObject voiceToJson(const VoicePlan &voice)
{
    QJsonArray languages;
    for (const SpokenLanguage language : voice.languages)
        languages.append(spokenLanguageCode(language));
    QJsonArray quiet;
    for (const TimeSpan &span : voice.quiet)
        quiet.append(spanText(span));
    QJsonArray volume;
    for (const VolumeFrom &part : voice.volume)
        volume.append(QJsonObject{{QStringLiteral("from"), clockText(part.from)},
            {QStringLiteral("percent"), part.percent}});
    return {{QStringLiteral("languages"), languages}, {QStringLiteral("times"), voice.times},
        {QStringLiteral("quiet"), quiet}, {QStringLiteral("volume"), volume}};
}

template <typename Value>
void addList(QJsonObject &site, const QString &key, const std::vector<Value> &values,
    QJsonObject (*toJson)(const Value &))
{
    QJsonArray list;
    for (const Value &value : values)
        list.append(toJson(value));
    if (!list.isEmpty())
        site.insert(key, list);
}

} // namespace

QString hallLayoutName(HallLayout layout) { return layoutNames.at(size_t(layout)); }

std::optional<HallLayout> hallLayoutFromName(const QString &name)
{
    const auto found = std::ranges::find(layoutNames, name);
    if (found == layoutNames.end())
        return std::nullopt;
    return HallLayout(found - layoutNames.begin());
}

QString hallLayoutNames()
{
    return QStringList(layoutNames.begin(), layoutNames.end()).join(QStringLiteral(", "));
}

void addHallDesign(const HallDesign &hall, QJsonObject &site)
{
    addList(site, displaysKey, hall.screens, screenToJson);
    addList(site, noticesKey, hall.notices, noticeToJson);
    if (hall.voice != VoicePlan())
        site.insert(voiceKey, voiceToJson(hall.voice));
}

/// After the counters, which displays name.
void CatalogueReader::readHall(const JsonNode &site)
{
    HallDesign &hall = m_catalogue.site.hall;
    Seen displays;
    for (const JsonNode &item : site.at(displaysKey).items(0, displaysMax))
        readDisplay(item, displays);
    for (const JsonNode &item : site.at(noticesKey).items(0, noticesMax)) {
        if (const auto notice = hallNotice(item))
            hall.notices.push_back(*notice);
    }
    if (const JsonNode voice = site.at(voiceKey); voice.exists())
        readVoice(voice);
}

void CatalogueReader::readDisplay(const JsonNode &node, Seen &displays)
{
    if (!node.members({QStringLiteral("id")},
            {QStringLiteral("layout"), QStringLiteral("zone"), QStringLiteral("counters"),
                QStringLiteral("agencies"), QStringLiteral("speaks")}))
        return;
    HallScreen screen;
    screen.display = TerminalId(id(node.at(QStringLiteral("id")), displays));
    const JsonNode layout = node.at(QStringLiteral("layout"));
    if (const QString name = layout.text(16); !name.isEmpty()) {
        const auto known = hallLayoutFromName(name);
        screen.layout = known.value_or(screen.layout);
        if (!known)
            layout.fault(QStringLiteral("\"%1\" is no layout").arg(name),
                QStringLiteral("write one of %1").arg(hallLayoutNames()));
    }
    if (const JsonNode zone = node.at(QStringLiteral("zone")); zone.exists())
        screen.zone = localText(zone, zoneMax);
    if (const JsonNode counters = node.at(QStringLiteral("counters")); counters.exists())
        screen.counters = countersShown(counters);
    if (const JsonNode agencies = node.at(QStringLiteral("agencies")); agencies.exists())
        screen.agencies = agencies.boolean();
    if (const JsonNode speaks = node.at(QStringLiteral("speaks")); speaks.exists())
        screen.speaks = speaks.boolean();
    m_catalogue.site.hall.screens.push_back(std::move(screen));
}

std::vector<CounterId> CatalogueReader::countersShown(const JsonNode &node) const
{
    std::vector<CounterId> counters;
    for (const JsonNode &item : node.items(1, countersMax)) {
        const QString counter = item.text(3);
        if (counter.isEmpty())
            continue;
        if (!m_counters.contains(counter))
            item.fault(QStringLiteral("there is no counter \"%1\"").arg(counter),
                QStringLiteral("write the id of one of the catalogue's counters"));
        else if (std::ranges::find(counters, CounterId(counter)) != counters.end())
            item.fault(QStringLiteral("\"%1\" stands twice").arg(counter),
                QStringLiteral("name each counter once"));
        else
            counters.emplace_back(counter);
    }
    return counters;
}

std::optional<HallNotice> CatalogueReader::hallNotice(const JsonNode &node) const
{
    if (!node.members({QStringLiteral("text")}, {QStringLiteral("from"), QStringLiteral("until")}))
        return std::nullopt;
    HallNotice notice;
    notice.text = localText(node.at(QStringLiteral("text")), hallNoticeMax);
    notice.from = day(node.at(QStringLiteral("from")));
    notice.until = day(node.at(QStringLiteral("until")));
    if (notice.from && notice.until && *notice.until < *notice.from)
        node.at(QStringLiteral("until"))
            .fault(QStringLiteral("the notice ends before it begins"),
                QStringLiteral("write the first day as \"from\", the last one as \"until\""));
    return notice;
}

void CatalogueReader::readVoice(const JsonNode &node)
{
    if (!node.members({},
            {QStringLiteral("languages"), QStringLiteral("times"), QStringLiteral("quiet"),
                QStringLiteral("volume")}))
        return;
    VoicePlan &voice = m_catalogue.site.hall.voice;
    if (const JsonNode languages = node.at(QStringLiteral("languages")); languages.exists())
        readSpokenLanguages(languages);
    if (const JsonNode times = node.at(QStringLiteral("times")); times.exists())
        voice.times = times.integer(1, timesMax);
    if (const auto sentences = voice.script().size(); sentences > size_t(sentencesMax))
        node.fault(QStringLiteral("each call would be %1 sentences long").arg(sentences),
            QStringLiteral("leave at most %1: languages x times").arg(sentencesMax));
    for (const JsonNode &item : node.at(QStringLiteral("quiet")).items(0, quietMax)) {
        const TimeSpan span = this->span(item);
        if (span == TimeSpan())
            continue;
        if (!voice.quiet.empty() && span.from < voice.quiet.back().until)
            item.fault(QStringLiteral("%1 begins before the hours above end").arg(spanText(span)),
                QStringLiteral("write quiet hours in order, without overlap"));
        voice.quiet.push_back(span);
    }
    for (const JsonNode &item : node.at(QStringLiteral("volume")).items(0, volumeMax))
        readVolume(item);
}

void CatalogueReader::readSpokenLanguages(const JsonNode &node)
{
    VoicePlan &voice = m_catalogue.site.hall.voice;
    voice.languages.clear();
    for (const JsonNode &item : node.items(0, languagesMax)) {
        const QString code = item.text(8);
        if (const auto language = spokenLanguage(code))
            voice.languages.push_back(*language);
        else if (!code.isEmpty())
            item.fault(QStringLiteral("calls can't be spoken in \"%1\"").arg(code),
                QStringLiteral("write id or en"));
    }
}

void CatalogueReader::readVolume(const JsonNode &node)
{
    if (!node.members({QStringLiteral("from"), QStringLiteral("percent")}))
        return;
    std::vector<VolumeFrom> &volume = m_catalogue.site.hall.voice.volume;
    const JsonNode from = node.at(QStringLiteral("from"));
    const QString text = from.text(8);
    const QTime time = QTime::fromString(text, QStringLiteral("hh:mm"));
    if (!time.isValid() && !text.isEmpty())
        from.fault(QStringLiteral("\"%1\" is no time").arg(text),
            QStringLiteral("write hour and minute such as 07:30"));
    const VolumeFrom part{Minutes(std::max(0, time.msecsSinceStartOfDay()) / 60'000),
        node.at(QStringLiteral("percent"))
            .integer(
                percentMin, 100, QStringLiteral("percent (for silence write \"quiet\" hours)"))};
    if (time.isValid() && !volume.empty() && part.from <= volume.back().from)
        from.fault(QStringLiteral("%1 is not after the entry above").arg(text),
            QStringLiteral("write the earlier time first"));
    volume.push_back(part);
}

} // namespace antre

// SPDX-License-Identifier: Apache-2.0
#include "wire/appointmentjson.h"

#include "wire/cataloguereader.h"
#include "wire/schedulejson.h"

#include <QJsonArray>

namespace antre {

namespace {

constexpr int windowsMax = 6; // a day
constexpr int slotMinutesMin = 5;
constexpr int slotMinutesMax = 480;
constexpr int placesMax = 50;
constexpr int checkInMax = 120;
constexpr int headStartMinutesMax = 60;

const QString windowsKey = QStringLiteral("windows");
const QString slotKey = QStringLiteral("slotMinutes");
const QString placesKey = QStringLiteral("places");
const QString daysAheadKey = QStringLiteral("daysAhead");
const QString checkInKey = QStringLiteral("checkIn");
const QString earlyKey = QStringLiteral("earlyMinutes");
const QString lateKey = QStringLiteral("lateMinutes");
const QString appointmentHeadStartKey = QStringLiteral("headStartMinutes");
const QString withinQuotaKey = QStringLiteral("withinQuota");

} // namespace

QJsonObject appointmentsToJson(const AppointmentRules &rules)
{
    QJsonObject windows;
    for (size_t day = 0; day < rules.windows.size(); ++day) {
        QJsonArray spans;
        for (const TimeSpan &window : rules.windows[day])
            spans.append(spanText(window));
        if (!spans.isEmpty())
            windows.insert(weekdayNames().at(int(day)), spans);
    }
    return {{windowsKey, windows}, {slotKey, qint64(rules.slot.count())}, {placesKey, rules.places},
        {daysAheadKey, rules.daysAhead},
        {checkInKey,
            QJsonObject{
                {earlyKey, qint64(rules.early.count())}, {lateKey, qint64(rules.late.count())}}},
        {appointmentHeadStartKey, qint64(rules.headStart.count())},
        {withinQuotaKey, rules.withinQuota}};
}

/// `hours`: those of the service, so that nobody reserves a time at which nobody works.
std::optional<AppointmentRules> CatalogueReader::appointments(
    const JsonNode &node, const WeekHours &hours) const
{
    if (!node.exists()
        || !node.members({windowsKey},
            {slotKey, placesKey, daysAheadKey, checkInKey, appointmentHeadStartKey,
                withinQuotaKey}))
        return std::nullopt;
    AppointmentRules rules;
    const auto minutes = [](const JsonNode &item, int min, int max, Minutes &value) {
        if (item.exists())
            value = Minutes(item.integer(min, max, QStringLiteral("minutes")));
    };
    minutes(node.at(slotKey), slotMinutesMin, slotMinutesMax, rules.slot);
    minutes(node.at(appointmentHeadStartKey), 0, headStartMinutesMax, rules.headStart);
    if (const JsonNode checkIn = node.at(checkInKey);
        checkIn.exists() && checkIn.members({earlyKey, lateKey})) {
        minutes(checkIn.at(earlyKey), 0, checkInMax, rules.early);
        minutes(checkIn.at(lateKey), 0, checkInMax, rules.late);
    }
    if (const JsonNode places = node.at(placesKey); places.exists())
        rules.places = places.integer(1, placesMax, QStringLiteral("visitors a slot"));
    if (const JsonNode days = node.at(daysAheadKey); days.exists())
        rules.daysAhead = days.integer(0, reservationDaysMax, QStringLiteral("days"));
    if (const JsonNode quota = node.at(withinQuotaKey); quota.exists())
        rules.withinQuota = quota.boolean();
    readWindows(node.at(windowsKey), hours, rules);
    return rules;
}

void CatalogueReader::readWindows(
    const JsonNode &node, const WeekHours &hours, AppointmentRules &rules) const
{
    if (!node.members({}, weekdayNames()))
        return;
    bool any = false;
    for (size_t day = 0; day < rules.windows.size(); ++day) {
        const JsonNode windows = node.at(weekdayNames().at(int(day)));
        if (!windows.exists())
            continue;
        for (const JsonNode &item : windows.items(1, windowsMax)) {
            any = true;
            if (const TimeSpan window = span(item); window != TimeSpan())
                addWindow(item, window, hours[day], rules.windows[day], rules.slot);
        }
    }
    if (!any)
        node.fault(QStringLiteral("there is no window on any day"),
            QStringLiteral("write one such as \"monday\": [\"09:00-11:00\"], or leave "
                           "\"appointments\" out"));
}

void CatalogueReader::addWindow(const JsonNode &node, const TimeSpan &window,
    const std::optional<DayHours> &hours, std::vector<TimeSpan> &windows, Minutes slot)
{
    const QString text = spanText(window);
    if (!hours)
        node.fault(QStringLiteral("the service is closed on that day"),
            QStringLiteral("leave the day out, or give it hours"));
    else if (window.from < hours->open.from || window.until > hours->open.until)
        node.fault(QStringLiteral("the window %1 is outside the opening hours").arg(text),
            QStringLiteral("stay within %1").arg(spanText(hours->open)));
    else if (window.until - window.from < slot)
        node.fault(QStringLiteral("the window %1 is shorter than one slot").arg(text),
            QStringLiteral("write at least %1 minutes, or shorter slots").arg(slot.count()));
    else if (!windows.empty() && window.from < windows.back().until)
        node.fault(QStringLiteral("the window %1 begins before the one above it ends").arg(text),
            QStringLiteral("write windows in order, without overlap"));
    windows.push_back(window);
}

} // namespace antre

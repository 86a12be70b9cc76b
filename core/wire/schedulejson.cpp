// SPDX-License-Identifier: Apache-2.0
#include "wire/schedulejson.h"

#include "wire/cataloguereader.h"
#include "wire/values.h"

#include <QRegularExpression>

#include <algorithm>

namespace antre {

namespace {

constexpr int holidaysMax = 1000;
constexpr int exceptionsMax = 1000;
constexpr int breaksMax = 6;
constexpr int holidayNameMax = 60;
constexpr int breakNameMax = 24;
constexpr int afterMinutesMax = 12 * 60;
constexpr Minutes dayLength{24 * 60};
/// A visitor who takes a number earlier than this before the doors open has not come for today.
constexpr Minutes earlyNumbersMax{4 * 60};

/// "08:00"
QString clockOf(Minutes time)
{
    return QStringLiteral("%1:%2")
        .arg(time.count() / 60, 2, 10, QLatin1Char('0'))
        .arg(time.count() % 60, 2, 10, QLatin1Char('0'));
}

QJsonObject dayToJson(const DayHours &day)
{
    QJsonArray breaks;
    for (const Break &rest : day.breaks) {
        if (rest.name.isEmpty())
            breaks.append(spanText(rest));
        else
            breaks.append(QJsonObject{{QStringLiteral("time"), spanText(rest)},
                {QStringLiteral("name"), textToJson(rest.name)}});
    }
    return {{QStringLiteral("open"), spanText(day.open)},
        {QStringLiteral("numbers"), spanText(day.numbers)}, {QStringLiteral("breaks"), breaks}};
}

/// "2026-08-20 10:00"
QString momentText(const LocalTime &time)
{
    return time.day.text() + QLatin1Char(' ') + clockOf(time.ofDay);
}

BusinessDay dayBefore(BusinessDay day) { return {day.days - 1}; }

} // namespace

const QStringList &weekdayNames()
{
    static const QStringList names{QStringLiteral("monday"), QStringLiteral("tuesday"),
        QStringLiteral("wednesday"), QStringLiteral("thursday"), QStringLiteral("friday"),
        QStringLiteral("saturday"), QStringLiteral("sunday")};
    return names;
}

QString spanText(const TimeSpan &span)
{
    return clockOf(span.from) + QLatin1Char('-') + clockOf(span.until);
}

QJsonObject weekToJson(const WeekHours &week)
{
    QJsonObject json;
    for (size_t day = 0; day < week.size(); ++day) {
        if (week[day])
            json.insert(weekdayNames().at(int(day)), dayToJson(*week[day]));
    }
    return json;
}

QJsonArray holidaysToJson(const Site &site)
{
    QJsonArray holidays;
    for (const auto &[day, name] : site.holidays) {
        QJsonObject holiday{{QStringLiteral("day"), day.text()}};
        if (!name.isEmpty())
            holiday.insert(QStringLiteral("name"), textToJson(name));
        holidays.append(holiday);
    }
    return holidays;
}

QJsonObject dayEndToJson(const DayEndRule &rule)
{
    return {{QStringLiteral("rule"), dayEndName(rule.end)},
        {QStringLiteral("afterMinutes"), qint64(rule.after.count())}};
}

QJsonObject exceptionToJson(const HoursException &exception)
{
    QJsonObject json{{QStringLiteral("scope"), exception.scope.text()},
        {QStringLiteral("reason"), textToJson(exception.reason)}};
    if (exception.isOneDay()) {
        json.insert(QStringLiteral("day"), exception.from.day.text());
    } else if (exception.isWholeDays()) {
        json.insert(QStringLiteral("from"), exception.from.day.text());
        json.insert(QStringLiteral("until"), dayBefore(exception.until.day).text());
    } else {
        json.insert(QStringLiteral("from"), momentText(exception.from));
        json.insert(QStringLiteral("until"), momentText(exception.until));
    }
    if (!exception.hours)
        json.insert(QStringLiteral("closed"), true);
    else if (exception.isOneDay())
        json.insert(QStringLiteral("hours"),
            dayToJson(*(*exception.hours)[size_t(exception.from.weekday - 1)]));
    else
        json.insert(QStringLiteral("hours"), weekToJson(*exception.hours));
    return json;
}

void CatalogueReader::readHolidays(const JsonNode &node)
{
    for (const JsonNode &item : node.items(0, holidaysMax)) {
        if (!item.members({QStringLiteral("day")}, {QStringLiteral("name")}))
            continue;
        const auto day = this->day(item.at(QStringLiteral("day")));
        LocalText name;
        if (const JsonNode words = item.at(QStringLiteral("name")); words.exists())
            name = localText(words, holidayNameMax);
        if (day && !m_catalogue.site.holidays.emplace(*day, std::move(name)).second)
            item.at(QStringLiteral("day"))
                .fault(QStringLiteral("%1 stands twice").arg(day->text()),
                    QStringLiteral("name each holiday once"));
    }
}

void CatalogueReader::readDayEnd(const JsonNode &node)
{
    if (!node.members({QStringLiteral("rule"), QStringLiteral("afterMinutes")}))
        return;
    const JsonNode rule = node.at(QStringLiteral("rule"));
    const QString name = rule.text(idMax);
    const auto end = dayEndFromName(name);
    if (!name.isEmpty() && !end)
        rule.fault(QStringLiteral("\"%1\" is no rule").arg(name),
            QStringLiteral("write serveAll (while a counter is open) or expire"));
    m_catalogue.site.dayEnd = {end.value_or(DayEnd::ServeAll),
        Minutes(node.at(QStringLiteral("afterMinutes"))
                    .integer(0, afterMinutesMax, QStringLiteral("minutes after closing")))};
}

void CatalogueReader::readExceptions(const JsonNode &node)
{
    for (const JsonNode &item : node.items(0, exceptionsMax)) {
        if (const auto found = exception(item)) {
            requireFirst(item, *found);
            m_catalogue.exceptions.push_back(*found);
        }
    }
}

std::optional<HoursException> CatalogueReader::exception(const JsonNode &node) const
{
    const QString dayKey = QStringLiteral("day");
    const QString closedKey = QStringLiteral("closed");
    const QString hoursKey = QStringLiteral("hours");
    if (!node.members({QStringLiteral("scope"), QStringLiteral("reason")},
            {dayKey, QStringLiteral("from"), QStringLiteral("until"), closedKey, hoursKey}))
        return std::nullopt;
    HoursException found;
    found.reason = localText(node.at(QStringLiteral("reason")), closureReasonMax);
    const JsonNode scope = node.at(QStringLiteral("scope"));
    const QString name = scope.text(nameMax);
    found.scope = Scope::fromText(name).value_or(Scope());
    requireKnown(scope, found.scope);
    readStretch(node, found);
    const JsonNode closed = node.at(closedKey);
    const JsonNode hours = node.at(hoursKey);
    if (closed.exists() == hours.exists() || (closed.exists() && !closed.boolean()))
        node.fault(QStringLiteral("it must say either \"closed\": true or other \"hours\""),
            QStringLiteral("write one of the two"));
    if (!hours.exists())
        return found;
    if (node.at(dayKey).exists())
        found.hours.emplace()[size_t(found.from.weekday - 1)] = dayHours(hours);
    else
        found.hours = week(hours);
    if (found.scope.counter())
        hours.fault(QStringLiteral("a counter has no hours of its own"),
            QStringLiteral("close it for some time, or give its agency other hours"));
    else if (!found.isWholeDays())
        hours.fault(QStringLiteral("other hours hold for whole days"),
            QStringLiteral("write \"day\", or \"from\" and \"until\" as dates without a time"));
    return found;
}

/// "day", or "from" and "until".
void CatalogueReader::readStretch(const JsonNode &node, HoursException &exception) const
{
    const JsonNode day = node.at(QStringLiteral("day"));
    const JsonNode from = node.at(QStringLiteral("from"));
    const JsonNode until = node.at(QStringLiteral("until"));
    if (day.exists() ? from.exists() || until.exists() : !from.exists() || !until.exists()) {
        node.fault(QStringLiteral("it must say when"),
            QStringLiteral("write either \"day\", or \"from\" and \"until\""));
        return;
    }
    if (day.exists()) {
        const auto found = this->day(day);
        exception.from = localTime(found.value_or(BusinessDay()), Minutes(0));
        exception.until = localTime({exception.from.day.days + 1}, Minutes(0));
        return;
    }
    const auto begin = moment(from, false);
    const auto end = moment(until, true);
    exception.from = begin.value_or(LocalTime());
    exception.until = end.value_or(LocalTime());
    if (begin && end && *end <= *begin)
        until.fault(QStringLiteral("it ends before it begins"),
            QStringLiteral("write the earlier one as \"from\""));
}

void CatalogueReader::requireKnown(const JsonNode &node, const Scope &scope) const
{
    const QString name = node.text(nameMax);
    if (name.isEmpty())
        return;
    const auto known = [&] {
        if (scope.agency())
            return m_agencies.contains(scope.agency()->value());
        if (scope.service())
            return m_services.contains(scope.service()->value());
        if (scope.counter())
            return m_counters.contains(scope.counter()->value());
        return name == scope.text();
    };
    if (!known())
        node.fault(QStringLiteral("there is no \"%1\" here").arg(name),
            QStringLiteral("write site, agency:ID, service:ID or counter:NUMBER with an id that "
                           "stands above"));
}

/// Two exceptions for one thing on one day can't both hold.
void CatalogueReader::requireFirst(const JsonNode &node, const HoursException &exception) const
{
    for (size_t i = 0; i < m_catalogue.exceptions.size(); ++i) {
        const HoursException &other = m_catalogue.exceptions[i];
        if (other.scope == exception.scope && other.isWholeDays() && exception.isWholeDays()
            && other.from < exception.until && exception.from < other.until)
            node.fault(QStringLiteral("%1 has another exception on the same day, exceptions[%2]")
                           .arg(exception.scope.text())
                           .arg(i),
                QStringLiteral("keep one of them"));
    }
}

std::optional<BusinessDay> CatalogueReader::day(const JsonNode &node) const
{
    const QString text = node.text(idMax);
    if (text.isEmpty())
        return std::nullopt;
    const auto day = BusinessDay::fromText(text);
    if (day && day->date().year() >= 2000 && day->date().year() <= 2199)
        return day;
    node.fault(QStringLiteral("\"%1\" is no date").arg(text),
        QStringLiteral("write year-month-day such as 2026-08-17, from 2000 on"));
    return std::nullopt;
}

/// "2026-08-20" or "2026-08-20 10:00"; a date without a time is all of it.
std::optional<LocalTime> CatalogueReader::moment(const JsonNode &node, bool isEnd) const
{
    static const QRegularExpression form(QRegularExpression::anchoredPattern(
        QStringLiteral("([0-9]{4}-[0-9]{2}-[0-9]{2}) ([01][0-9]|2[0-3]):([0-5][0-9])")));
    const auto match = form.match(node.isText() ? node.text(idMax) : QString());
    if (!match.hasMatch()) {
        const auto day = this->day(node);
        if (!day)
            return std::nullopt;
        return localTime(BusinessDay{day->days + (isEnd ? 1 : 0)}, Minutes(0));
    }
    const auto day = BusinessDay::fromText(match.captured(1));
    if (!day) {
        node.fault(QStringLiteral("\"%1\" is no date").arg(match.captured(1)),
            QStringLiteral("write year-month-day and a time such as 2026-08-17 10:00"));
        return std::nullopt;
    }
    return localTime(*day, Minutes(match.captured(2).toInt() * 60 + match.captured(3).toInt()));
}

WeekHours CatalogueReader::week(const JsonNode &node) const
{
    WeekHours hours;
    if (!node.members({}, weekdayNames()))
        return hours;
    for (size_t day = 0; day < hours.size(); ++day) {
        if (const JsonNode item = node.at(weekdayNames().at(int(day))); item.exists())
            hours[day] = dayHours(item);
    }
    return hours;
}

std::optional<WeekHours> CatalogueReader::optionalWeek(const JsonNode &node) const
{
    return node.exists() ? std::optional(week(node)) : std::nullopt;
}

std::optional<DayHours> CatalogueReader::dayHours(const JsonNode &node) const
{
    if (!node.members(
            {QStringLiteral("open"), QStringLiteral("numbers")}, {QStringLiteral("breaks")}))
        return std::nullopt;
    DayHours hours{
        span(node.at(QStringLiteral("open"))), span(node.at(QStringLiteral("numbers"))), {}};
    const JsonNode numbers = node.at(QStringLiteral("numbers"));
    const bool bothKnown = hours.open != TimeSpan() && hours.numbers != TimeSpan();
    if (bothKnown && hours.numbers.from < hours.open.from - earlyNumbersMax)
        numbers.fault(QStringLiteral("numbers begin at %1, long before the doors open")
                          .arg(spanText(hours.numbers).left(5)),
            QStringLiteral("begin at most %1 hours before %2")
                .arg(earlyNumbersMax.count() / 60)
                .arg(spanText(hours.open).left(5)));
    if (bothKnown
        && (hours.numbers.until > hours.open.until || hours.numbers.until <= hours.open.from))
        numbers.fault(QStringLiteral("numbers end at %1, when nobody is there")
                          .arg(spanText(hours.numbers).right(5)),
            QStringLiteral("end within the opening hours, %1").arg(spanText(hours.open)));
    for (const JsonNode &item : node.at(QStringLiteral("breaks")).items(0, breaksMax)) {
        const auto rest = this->rest(item);
        if (!rest)
            continue;
        if (hours.open != TimeSpan()
            && (rest->from < hours.open.from || rest->until > hours.open.until))
            item.fault(
                QStringLiteral("the break %1 is outside the opening hours").arg(spanText(*rest)),
                QStringLiteral("stay within %1").arg(spanText(hours.open)));
        else if (!hours.breaks.empty() && rest->from < hours.breaks.back().until)
            item.fault(QStringLiteral("the break %1 begins before the one above it ends")
                           .arg(spanText(*rest)),
                QStringLiteral("write breaks in order, without overlap"));
        hours.breaks.push_back(*rest);
    }
    return hours;
}

/// "12:00-13:00", or with a name { "time": "11:30-13:00", "name": ... }.
std::optional<Break> CatalogueReader::rest(const JsonNode &node) const
{
    Break rest;
    if (node.isText()) {
        static_cast<TimeSpan &>(rest) = span(node);
    } else if (node.members({QStringLiteral("time"), QStringLiteral("name")})) {
        static_cast<TimeSpan &>(rest) = span(node.at(QStringLiteral("time")));
        rest.name = localText(node.at(QStringLiteral("name")), breakNameMax);
    }
    return rest.until > rest.from ? std::optional(rest) : std::nullopt;
}

TimeSpan CatalogueReader::span(const JsonNode &node) const
{
    const QString text = node.text(idMax);
    if (text.isEmpty())
        return {};
    static const QRegularExpression form(QRegularExpression::anchoredPattern(
        QStringLiteral("([0-9]{2}):([0-5][0-9])-([0-9]{2}):([0-5][0-9])")));
    const auto match = form.match(text);
    const auto time = [&match](int first) {
        return Minutes(match.captured(first).toInt() * 60 + match.captured(first + 1).toInt());
    };
    const TimeSpan span{time(1), time(3)};
    if (!match.hasMatch() || span.until > dayLength) {
        node.fault(QStringLiteral("\"%1\" are no hours").arg(text),
            QStringLiteral("write from-until within one day, such as 08:00-15:00"));
        return {};
    }
    if (span.until <= span.from) {
        node.fault(QStringLiteral("%1 ends before it begins").arg(text),
            QStringLiteral("write the earlier time first"));
        return {};
    }
    return span;
}

} // namespace antre

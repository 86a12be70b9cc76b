// SPDX-License-Identifier: Apache-2.0
#include "antrectl/options.h"
#include "journal/sqlitejournal.h"
#include "report/dayreport.h"
#include "service/queueservice.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

namespace antre {

namespace {

constexpr int daysLearned = 30;
constexpr int nameWidth = 44;

/// The site's standing events, and those of the month before `day` and of the day itself; the last
/// day on record if none is named.
struct Past
{
    std::vector<Event> events;
    BusinessDay day;
};

Result<Past> readPast(Journal &journal, std::optional<BusinessDay> wanted)
{
    constexpr int chunk = 1000;
    Past past;
    for (Position at = 0;;) {
        const auto records = journal.read(at, chunk);
        if (!records)
            return tl::unexpected(records.error());
        if (records->empty())
            break;
        at = records->back().position;
        for (const StoredRecord &stored : *records) {
            const auto placed = fromRecord(stored);
            if (!placed)
                return failure(placed.error().code,
                    QStringLiteral("record %1: %2")
                        .arg(stored.position)
                        .arg(placed.error().detail));
            if (std::holds_alternative<DayStarted>(placed->event.data)
                && (!wanted || placed->event.day == *wanted))
                past.day = placed->event.day;
            past.events.push_back(placed->event);
        }
    }
    std::erase_if(past.events, [&](const Event &event) {
        return !isStanding(event.data)
            && (event.day > past.day || event.day.days < past.day.days - daysLearned);
    });
    return past;
}

QJsonValue orNull(const std::optional<double> &minutes)
{
    return minutes ? QJsonValue(std::round(*minutes * 10) / 10) : QJsonValue();
}

QJsonObject toJson(const DayFigures &figures)
{
    return {{QStringLiteral("issued"), figures.issued}, {QStringLiteral("served"), figures.served},
        {QStringLiteral("noShow"), figures.missed},
        {QStringLiteral("cancelled"), figures.cancelled},
        {QStringLiteral("expired"), figures.expired}, {QStringLiteral("open"), figures.open},
        {QStringLiteral("parked"), figures.parked}, {QStringLiteral("sentOn"), figures.sentOn},
        {QStringLiteral("called"), int(figures.waits.size())},
        {QStringLiteral("waitMedian"), orNull(figures.medianWait())},
        {QStringLiteral("waitP90"), orNull(figures.longWait())}};
}

/// {"day":"2026-08-20","closed":true,"all":{...},"promises":{...},
///  "agencies":[{"id":"dukcapil","code":"A","name":"...",...,"services":[{"id":"...",...}]}]}
/// Waits in minutes, null when nobody was called.
QJsonObject toJson(const DayReport &report, const QString &language)
{
    QJsonArray agencies;
    for (const AgencyDay &agency : report.agencies) {
        QJsonArray services;
        for (const ServiceDay &service : agency.services) {
            QJsonObject one = toJson(service.figures);
            one.insert(QStringLiteral("id"), service.id.value());
            one.insert(QStringLiteral("name"), service.name.in(language));
            services.append(one);
        }
        QJsonObject one = toJson(agency.figures);
        one.insert(QStringLiteral("id"), agency.id.value());
        one.insert(QStringLiteral("code"), agency.code);
        one.insert(QStringLiteral("name"), agency.name.in(language));
        one.insert(QStringLiteral("services"), services);
        agencies.append(one);
    }
    const QJsonObject promises{{QStringLiteral("told"), report.promises.told},
        {QStringLiteral("kept"), report.promises.kept()},
        {QStringLiteral("sooner"), report.promises.sooner},
        {QStringLiteral("later"), report.promises.later}};
    return {{QStringLiteral("day"), report.day.text()}, {QStringLiteral("closed"), report.isClosed},
        {QStringLiteral("all"), toJson(report.all)}, {QStringLiteral("promises"), promises},
        {QStringLiteral("agencies"), agencies}};
}

void printLine(const QString &name, const DayFigures &figures)
{
    const auto minutes = [](const std::optional<double> &wait) {
        return wait ? QString::number(*wait, 'f', 1) : QStringLiteral("-");
    };
    QString line = name.size() < nameWidth ? name.leftJustified(nameWidth)
                                           : name.left(nameWidth - 2) + QStringLiteral("\u2026 ");
    for (const int count : {figures.issued, figures.served, figures.missed, figures.cancelled,
             figures.expired, figures.open, figures.parked, figures.sentOn})
        line += QString::number(count).rightJustified(10);
    print(line + minutes(figures.medianWait()).rightJustified(10)
        + minutes(figures.longWait()).rightJustified(10));
}

void printReport(const DayReport &report, const QString &language)
{
    print(QStringLiteral("%1, %2\n")
              .arg(report.day.text(),
                  report.isClosed ? QStringLiteral("closed")
                                  : QStringLiteral("not closed yet: the figures may change")));
    QString head = QString().leftJustified(nameWidth);
    for (const char *title : {"issued", "served", "no-show", "cancelled", "expired", "open",
             "parked", "sent on", "median", "90 %"})
        head += QString::fromLatin1(title).rightJustified(10);
    print(head);
    printLine(QStringLiteral("All"), report.all);
    for (const AgencyDay &agency : report.agencies) {
        print(QString());
        printLine(agency.id.isEmpty()
                ? QStringLiteral("No longer in the catalogue")
                : QStringLiteral("%1  %2").arg(agency.code, agency.name.in(language)),
            agency.figures);
        for (const ServiceDay &service : agency.services)
            printLine(QStringLiteral("   ")
                    + (service.name.isEmpty() ? service.id.value() : service.name.in(language)),
                service.figures);
    }
    print(QStringLiteral("\nWaits in minutes, from the touch to the first call: half were called "
                         "within the median, nine in ten within 90 %."));
    if (report.all.expired > 0)
        print(QStringLiteral("%1 numbers expired at the day's end: their visitors were never "
                             "called.")
                  .arg(report.all.expired));
    const PromisesKept &kept = report.promises;
    if (kept.told == 0)
        print(QStringLiteral("No wait was promised to anybody who was called."));
    else
        print(
            QStringLiteral("Of %1 promised waits %2 came true (%3 %), %4 were shorter, %5 longer; "
                           "promises are estimated again.")
                .arg(kept.told)
                .arg(kept.kept())
                .arg(100.0 * kept.kept() / kept.told, 0, 'f', 0)
                .arg(kept.sooner)
                .arg(kept.later));
}

} // namespace

Exit reportDayVerb(const Verb &verb, const QStringList &arguments)
{
    Options options(verb);
    options.add(QStringLiteral("date"),
        QStringLiteral("The day, such as 2026-08-20; else the last one on record."),
        QStringLiteral("DATE"));
    options.add(QStringLiteral("json"), QStringLiteral("For programs instead of people."));
    if (const auto exit = options.parse(arguments, 1))
        return *exit;
    std::optional<BusinessDay> day;
    if (options.isSet(QStringLiteral("date"))) {
        day = BusinessDay::fromText(options.text(QStringLiteral("date")));
        if (!day) {
            complain(QStringLiteral("antrectl: --date is a date such as 2026-08-20."));
            return Exit::Usage;
        }
    }
    const QString path
        = QDir(options.positionals().constFirst()).filePath(QStringLiteral("journal.db"));
    if (!QFileInfo::exists(path)) {
        complain(QStringLiteral("antrectl: there is no site in %1.")
                     .arg(options.positionals().constFirst()));
        return Exit::Failure;
    }
    const auto past = SqliteJournal::openReadOnly(path).and_then(
        [&](const std::unique_ptr<SqliteJournal> &journal) { return readPast(*journal, day); });
    if (!past) {
        complain(QStringLiteral("antrectl: %1.").arg(past.error().detail));
        return Exit::Failure;
    }
    if (past->day.isNull()) {
        complain(day ? QStringLiteral("antrectl: the journal knows nothing of %1.").arg(day->text())
                     : QStringLiteral("antrectl: nothing has happened in this mall yet."));
        return Exit::Failure;
    }
    const DayReport report = reportDay(past->events, past->day);
    const QString language = QStringLiteral("id");
    if (options.isSet(QStringLiteral("json")))
        print(QString::fromUtf8(QJsonDocument(toJson(report, language)).toJson()));
    else
        printReport(report, language);
    return Exit::Success;
}

} // namespace antre

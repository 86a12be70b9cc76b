// SPDX-License-Identifier: Apache-2.0
#include "support/catch.h"
#include "support/paths.h"
#include "wire/cataloguejson.h"

#include <QFile>
#include <QJsonDocument>

using namespace antre;

namespace {

QString text(const char *words) { return QString::fromUtf8(words); }

const char *const reason = "\"reason\": {\"id\": \"rapat\", \"en\": \"meeting\"}";

QByteArray smallMall()
{
    QFile file(sourcePath("tests/data/catalogue-small.json"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

/// The small mall with these exceptions, each without its braces; the reason is added.
QByteArray withExceptions(const QByteArrayList &exceptions)
{
    QByteArray list;
    for (const QByteArray &one : exceptions)
        list += (list.isEmpty() ? "{" : ", {") + one + ", " + reason + '}';
    QByteArray json = smallMall();
    return json.replace(json.lastIndexOf('}'), 1, QByteArray(", \"exceptions\": [" + list + "]}"));
}

QByteArray withSite(const QByteArray &more)
{
    return smallMall().replace("\"holidays\":", QByteArray(more + ", \"holidays\":"));
}

/// "path: wrong" of the only fault; how many there are when it isn't one.
QString fault(const QByteArray &json)
{
    const CatalogueReading reading = readCatalogue(json);
    if (reading.faults.size() != 1) {
        for (const CatalogueFault &one : reading.faults)
            UNSCOPED_INFO(one.path.toStdString() << ": " << one.wrong.toStdString());
        return QStringLiteral("%1 faults").arg(reading.faults.size());
    }
    CHECK_FALSE(reading.faults.front().right.isEmpty());
    return reading.faults.front().path + text(": ") + reading.faults.front().wrong;
}

CataloguePtr read(const QByteArray &json)
{
    const CatalogueReading reading = readCatalogue(json);
    for (const CatalogueFault &one : reading.faults)
        UNSCOPED_INFO(one.path.toStdString() << ": " << one.wrong.toStdString());
    REQUIRE(reading.catalogue);
    const auto again = readCatalogue(QJsonDocument(catalogueToJson(*reading.catalogue)).toJson());
    REQUIRE(again.catalogue);
    CHECK(*again.catalogue == *reading.catalogue);
    return reading.catalogue;
}

} // namespace

TEST_CASE("A day's exception opens, shortens or closes it, and survives writing", "[exceptions]")
{
    const auto mall = read(withExceptions({
        R"("scope": "site", "day": "2026-09-06",
           "hours": {"open": "08:00-12:00", "numbers": "07:30-11:30"})",
        R"("scope": "agency:samsat", "day": "2026-08-18", "closed": true)",
    }));
    REQUIRE(mall->exceptions.size() == 2);
    const HoursException &sunday = mall->exceptions[0];
    CHECK((sunday.scope.isSite() && sunday.isOneDay()));
    CHECK((*sunday.hours)[6]->numbers == TimeSpan{Minutes(450), Minutes(690)});
    CHECK(sunday.reason.in(text("en")) == text("meeting"));
    CHECK_FALSE(mall->exceptions[1].hours);
}

TEST_CASE("Dates of an exception are both included, a time at its end is not", "[exceptions]")
{
    const auto mall = read(withExceptions({
        R"("scope": "site", "from": "2027-02-08", "until": "2027-03-09",
           "hours": {"monday": {"open": "08:00-14:00", "numbers": "08:00-13:00"}})",
        R"("scope": "counter:1", "from": "2026-08-20 10:00", "until": "2026-08-20 11:30",
           "closed": true)",
    }));
    CHECK(
        mall->exceptions[0].until == localTime(*BusinessDay::fromText(u"2027-03-10"), Minutes(0)));
    CHECK(mall->exceptions[1].until
        == localTime(*BusinessDay::fromText(u"2026-08-20"), Minutes(690)));
}

TEST_CASE(
    "Breaks and holidays may have names, the day's end a rule, the hall a limit", "[catalogue]")
{
    QByteArray json
        = withSite(R"("endOfDay": {"rule": "expire", "afterMinutes": 45}, "waitingMax": 80)");
    json.replace(
        "\"12:00-13:00\"", R"({"time": "12:00-13:00", "name": {"id": "salat", "en": "prayer"}})");
    json.replace("\"notes\": \"Proklamasi Kemerdekaan\"",
        R"("name": {"id": "Hari Kemerdekaan", "en": "Independence Day"})");
    const auto mall = read(json);
    CHECK(mall->site.hours[0]->breaks.front().name.in(text("en")) == text("prayer"));
    CHECK(mall->site.holidays.begin()->second.in(text("id")) == text("Hari Kemerdekaan"));
    CHECK(mall->site.dayEnd == DayEndRule{DayEnd::Expire, Minutes(45)});
    CHECK(mall->site.waitingMax == 80);
}

TEST_CASE(
    "Without a rule all are served, and the day ends half an hour after closing", "[catalogue]")
{
    CHECK(read(smallMall())->site.dayEnd == DayEndRule{DayEnd::ServeAll, Minutes(30)});
}

TEST_CASE("What is wrong with an exception is told at its place", "[exceptions]")
{
    const auto told = [](const char *exception) { return fault(withExceptions({exception})); };
    CHECK(told(R"("scope": "agency:pajak", "day": "2026-09-06", "closed": true)")
        == text("exceptions[0].scope: there is no \"agency:pajak\" here"));
    CHECK(told(R"("scope": "mall", "day": "2026-09-06", "closed": true)")
        == text("exceptions[0].scope: there is no \"mall\" here"));
    CHECK(told(R"("scope": "site", "day": "2026-02-30", "closed": true)")
        == text("exceptions[0].day: \"2026-02-30\" is no date"));
    CHECK(
        told(
            R"("scope": "site", "from": "2026-02-30 10:00", "until": "2026-03-01", "closed": true)")
        == text("exceptions[0].from: \"2026-02-30\" is no date"));
    CHECK(told(R"("scope": "site", "from": "2026-09-07", "until": "2026-09-06", "closed": true)")
        == text("exceptions[0].until: it ends before it begins"));
    CHECK(told(R"("scope": "site", "from": "2026-09-07 10:00", "until": "2026-09-07 10:00",
                  "closed": true)")
        == text("exceptions[0].until: it ends before it begins"));
    CHECK(told(R"("scope": "site", "from": "2026-09-07", "closed": true)")
        == text("exceptions[0]: it must say when"));
    CHECK(told(R"("scope": "site", "day": "2026-09-07 10:00", "closed": true)")
        == text("exceptions[0].day: \"2026-09-07 10:00\" is no date"));
    CHECK(told(R"("scope": "site", "day": "2026-09-07")")
        == text("exceptions[0]: it must say either \"closed\": true or other \"hours\""));
    CHECK(told(R"("scope": "site", "day": "2026-09-07", "closed": false)")
        == text("exceptions[0]: it must say either \"closed\": true or other \"hours\""));
    CHECK(told(R"("scope": "counter:1", "day": "2026-09-07",
                  "hours": {"open": "08:00-12:00", "numbers": "08:00-11:00"})")
        == text("exceptions[0].hours: a counter has no hours of its own"));
    CHECK(told(R"("scope": "site", "from": "2026-09-07 10:00", "until": "2026-09-08",
                  "hours": {"monday": {"open": "08:00-12:00", "numbers": "08:00-11:00"}})")
        == text("exceptions[0].hours: other hours hold for whole days"));
}

TEST_CASE("Two exceptions for one thing on one day are one too many", "[exceptions]")
{
    CHECK(fault(withExceptions({
              R"("scope": "site", "from": "2026-09-05", "until": "2026-09-07", "closed": true)",
              R"("scope": "site", "day": "2026-09-06",
                 "hours": {"open": "08:00-12:00", "numbers": "08:00-11:00"})",
          }))
        == text("exceptions[1]: site has another exception on the same day, exceptions[0]"));
    CHECK(read(withExceptions({
        R"("scope": "site", "day": "2026-09-06", "closed": true)",
        R"("scope": "agency:samsat", "day": "2026-09-06", "closed": true)",
        R"("scope": "site", "from": "2026-09-06 10:00", "until": "2026-09-06 11:00", "closed": true)",
    })));
}

TEST_CASE("A reason is written in each of the site's languages", "[exceptions]")
{
    QByteArray json = withExceptions({R"("scope": "site", "day": "2026-09-06", "closed": true)"});
    json.replace(", \"en\": \"meeting\"", "");
    CHECK(fault(json) == text("exceptions[0].reason: the text in \"en\" is missing"));
}

TEST_CASE("What is wrong with the day's end is told", "[catalogue]")
{
    CHECK(fault(withSite(R"("endOfDay": {"rule": "forget", "afterMinutes": 30})"))
        == text("site.endOfDay.rule: \"forget\" is no rule"));
    CHECK(fault(withSite(R"("endOfDay": {"rule": "expire", "afterMinutes": -1})"))
        == text("site.endOfDay.afterMinutes: this is -1"));
    CHECK(fault(withSite(R"("endOfDay": {"rule": "expire"})"))
        == text("site.endOfDay: \"afterMinutes\" is missing"));
    CHECK(fault(withSite(R"("waitingMax": 0)")) == text("site.waitingMax: this is 0"));
}

TEST_CASE("The mall says whether displays show phones the way, and who may take numbers with one",
    "[catalogue]")
{
    CHECK(read(smallMall())->site.phones == PhoneRules());
    CHECK(read(withSite(R"("phones": {"onDisplays": true, "onlyHere": true, "codeMinutes": 3})"))
              ->site.phones
        == PhoneRules{true, true, Minutes(3)});
    CHECK(fault(withSite(R"("phones": {"codeMinutes": 0})"))
        == text("site.phones.codeMinutes: this is 0"));
    CHECK(fault(withSite(R"("phones": {"onlyHere": "yes"})"))
        == text("site.phones.onlyHere: this is a text"));
}

TEST_CASE("A named break is held against the hours as any other", "[catalogue]")
{
    QByteArray json = smallMall();
    json.replace("\"12:00-13:00\"",
        R"("12:00-13:00", {"time": "12:30-14:00", "name": {"id": "rapat", "en": "meeting"}})");
    CHECK(fault(json)
        == text("site.hours.monday.breaks[1]: the break 12:30-14:00 begins before the one above it "
                "ends"));
}

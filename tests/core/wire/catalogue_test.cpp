// SPDX-License-Identifier: Apache-2.0
#include "support/catch.h"
#include "support/paths.h"
#include "wire/cataloguejson.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace antre;

namespace {

QByteArray sourceFile(const char *name)
{
    QFile file(sourcePath("") + QLatin1String(name));
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

QByteArray smallMall() { return sourceFile("tests/data/catalogue-small.json"); }

/// The small mall's file with one thing changed.
QByteArray with(const char *before, const QByteArray &after)
{
    QByteArray json = smallMall();
    REQUIRE(json.count(before) > 0);
    return json.replace(before, after);
}

/// The only fault, as "line path: wrong"; else how many there are.
QString onlyFault(const QByteArray &json)
{
    const CatalogueReading reading = readCatalogue(json);
    CHECK(reading.catalogue == nullptr);
    if (reading.faults.size() != 1) {
        for (const CatalogueFault &fault : reading.faults)
            UNSCOPED_INFO(fault.path.toStdString() << ": " << fault.wrong.toStdString());
        return QStringLiteral("%1 faults").arg(reading.faults.size());
    }
    const CatalogueFault &fault = reading.faults.front();
    CHECK_FALSE(fault.right.isEmpty());
    return QStringLiteral("%1 %2: %3").arg(fault.line).arg(fault.path, fault.wrong);
}

QString text(const char *words) { return QString::fromUtf8(words); }

} // namespace

TEST_CASE("Bengkulu's catalogue is read whole", "[catalogue]")
{
    const CatalogueReading reading
        = readCatalogue(sourceFile("resources/catalogue/mpp-bengkulu.json"));
    REQUIRE(reading.catalogue);
    CHECK(reading.faults.empty());
    const Catalogue &mall = *reading.catalogue;
    CHECK(mall.agencies.size() == 21);
    CHECK(mall.serviceCount() == 118);
    CHECK(mall.counters.size() == 24);
    CHECK(mall.classes.size() == 4);
    CHECK(mall.site.holidays.size() == 25);
    REQUIRE(mall.site.hours[4]->breaks.size() == 1);
    const Break &prayer = mall.site.hours[4]->breaks.front();
    CHECK(TimeSpan(prayer) == TimeSpan{Minutes(11 * 60 + 30), Minutes(13 * 60)});
    CHECK(prayer.name.in(text("id")) == text("salat Jumat"));
    CHECK(mall.exceptions.size() == 5);
    CHECK_FALSE(mall.site.hours[5]);
    const Service *card = mall.service(ServiceId(text("disdukcapil.ktp-baru")));
    REQUIRE(card);
    CHECK(card->free);
    CHECK(card->duration == Minutes(12));
    CHECK(card->requirements.front().in(text("en")) == text("Aged 17, or married"));
    CHECK(mall.linesOf(CounterId(text("20"))) == std::vector{LineId(text("R")), LineId(text("S"))});
}

TEST_CASE("A service is called free only when it is free for everybody", "[catalogue]")
{
    const CataloguePtr mall
        = readCatalogue(sourceFile("resources/catalogue/mpp-bengkulu.json")).catalogue;
    REQUIRE(mall);
    for (const Agency &agency : mall->agencies) {
        for (const Service &service : agency.services)
            CHECK(service.free == (service.fee.in(text("id")) == text("Gratis")));
    }
}

TEST_CASE(
    "Every service of Bengkulu has words that people say, and an everyday name", "[catalogue]")
{
    const CataloguePtr mall
        = readCatalogue(sourceFile("resources/catalogue/mpp-bengkulu.json")).catalogue;
    REQUIRE(mall);
    CHECK(mall->site.frequent.size() == 12);
    for (const Agency &agency : mall->agencies) {
        CHECK(agency.keywords.size() == 2);
        for (const Service &service : agency.services)
            CHECK(service.keywords.size() == 2);
    }
    CHECK(mall->service(ServiceId(text("samsat.pkb-tahunan")))->everydayName(text("id"))
        == text("Pajak motor"));
    const CataloguePtr plain = readCatalogue(smallMall()).catalogue;
    CHECK(plain->service(ServiceId(text("samsat.pajak")))->everydayName(text("en"))
        == text("Yearly tax"));
}

TEST_CASE("A catalogue written and read again is the same", "[catalogue]")
{
    for (const char *name :
        {"resources/catalogue/mpp-bengkulu.json", "tests/data/catalogue-small.json"}) {
        const CataloguePtr mall = readCatalogue(sourceFile(name)).catalogue;
        REQUIRE(mall);
        const CatalogueReading again
            = readCatalogue(QJsonDocument(catalogueToJson(*mall)).toJson());
        REQUIRE(again.catalogue);
        CHECK(*again.catalogue == *mall);
        const CatalogueReading inMemory = readCatalogue(catalogueToJson(*mall));
        REQUIRE(inMemory.catalogue);
        CHECK(*inMemory.catalogue == *mall);
    }
}

TEST_CASE("Quotas, own hours and days without breaks survive", "[catalogue]")
{
    const CataloguePtr mall = readCatalogue(smallMall()).catalogue;
    REQUIRE(mall);
    CHECK(mall->version == 3);
    CHECK(mall->service(ServiceId(text("dukcapil.ktp")))->dailyQuota == 40);
    CHECK_FALSE(mall->service(ServiceId(text("dukcapil.kk")))->dailyQuota);
    CHECK(mall->hoursOf(*mall->service(ServiceId(text("dukcapil.kk"))))[0]->open.until
        == Minutes(12 * 60));
    CHECK(mall->hoursOf(*mall->service(ServiceId(text("samsat.pajak"))))[0]->open.from
        == Minutes(9 * 60));
    CHECK(mall->site.hours[4]->breaks.empty());
    CHECK(mall->zone().id() == QByteArray("Asia/Makassar"));
}

TEST_CASE("The order in the file doesn't matter: agencies stand by letter, counters by number",
    "[catalogue]")
{
    QJsonObject json = QJsonDocument::fromJson(smallMall()).object();
    for (const char *list : {"agencies", "counters"}) {
        const QJsonArray items = json.value(QLatin1String(list)).toArray();
        json.insert(QLatin1String(list), QJsonArray{items.at(1), items.at(0)});
    }
    const CataloguePtr turned = readCatalogue(json).catalogue;
    REQUIRE(turned);
    CHECK(*turned == *readCatalogue(smallMall()).catalogue);
}

TEST_CASE(
    "What officers may choose from, how often they call and whom they help survives", "[catalogue]")
{
    QByteArray json = with("\"holidays\": [", R"("calling": {"maxCalls": 2, "pauseSeconds": 30},
        "outcomes": [{"id": "done", "name": {"id": "Selesai", "en": "Done"}}],
        "parkReasons": [{"id": "form", "name": {"id": "Mengisi formulir", "en": "Filling in a form"}, "minutes": 15}],
        "pauseReasons": [{"id": "lunch", "name": {"id": "Istirahat", "en": "Lunch"}}],
        "holidays": [)");
    json.replace(
        "\"agencies\": [\"dukcapil\"]", "\"agencies\": [\"dukcapil\"], \"helps\": [\"samsat\"]");
    const CataloguePtr mall = readCatalogue(json).catalogue;
    REQUIRE(mall);
    CHECK(mall->site.calling == CallingRules{2, std::chrono::seconds(30)});
    CHECK(mall->outcome(OutcomeId(text("done")))->name.in(text("id")) == text("Selesai"));
    CHECK(mall->parkReason(ReasonId(text("form")))->minutes == Minutes(15));
    CHECK(mall->pauseReason(ReasonId(text("lunch"))));
    CHECK_FALSE(mall->pauseReason(ReasonId(text("form"))));
    CHECK(mall->linesHelpedBy(CounterId(text("1"))) == std::vector{LineId(text("B"))});
    const CatalogueReading again = readCatalogue(catalogueToJson(*mall));
    REQUIRE(again.catalogue);
    CHECK(*again.catalogue == *mall);
}

TEST_CASE("A catalogue that says nothing of calling has three calls, fifteen seconds apart",
    "[catalogue]")
{
    const CataloguePtr mall = readCatalogue(smallMall()).catalogue;
    REQUIRE(mall);
    CHECK(mall->site.calling == CallingRules{3, std::chrono::seconds(15)});
    CHECK(mall->site.outcomes.empty());
    CHECK(mall->linesHelpedBy(CounterId(text("1"))).empty());
}

/// One thing changed in the small mall's file, and the fault that must be told.
struct FaultRow
{
    const char *before;
    const char *after;
    const char *fault;
};

static const FaultRow faultRows[] = {
    {"\"free\": false", "\"free\": false, \"price\": 1",
        "79 agencies[1].services[0].price: \"price\" is not known here"},
    {"\"free\": false,", "", "74 agencies[1].services[0]: \"free\" is missing"},
    {"\"free\": false", "\"free\": \"no\"", "79 agencies[1].services[0].free: this is a text"},
    {"\"code\": \"B\"", "\"code\": \"A\"",
        "69 agencies[1].code: \"A\" is used already at agencies[0].code (line 40)"},
    {"\"code\": \"B\"", "\"code\": \"O\"", "69 agencies[1].code: \"O\" is no agency's letter"},
    {"\"code\": \"B\"", "\"code\": \"b\"", "69 agencies[1].code: \"b\" is no agency's letter"},
    {"\"dukcapil.kk\"", "\"dukcapil.ktp\"",
        "56 agencies[0].services[1].id: \"dukcapil.ktp\" is used already at "
        "agencies[0].services[0].id (line 46)"},
    {"\"dukcapil.kk\"", "\"Dukcapil KK\"",
        "56 agencies[0].services[1].id: \"Dukcapil KK\" is no id"},
    {"\"elderly\"", "\"general\"",
        "30 priorityClasses[1].id: \"general\" is used already at priorityClasses[0].id (line "
        "23)"},
    {"\"samsat\", \"dukcapil\"", "\"dukcapil\"",
        "74 agencies[1].services[0]: no counter serves \"samsat.pajak\""},
    {"\"samsat\", \"dukcapil\"", "\"samsat\", \"dukcapill\"",
        "89 counters[1].agencies[1]: there is no agency \"dukcapill\""},
    {"\"samsat\", \"dukcapil\"", "\"samsat\", \"samsat\"",
        "89 counters[1].agencies[1]: \"samsat\" stands twice"},
    {"{\"id\": \"2\"", "{\"id\": \"1\"",
        "89 counters[1].id: \"1\" is used already at counters[0].id (line 88)"},
    {"{\"id\": \"2\"", "{\"id\": \"B2\"", "89 counters[1].id: \"B2\" is no counter's number"},
    {", \"en\": \"Yearly tax\"", "",
        "76 agencies[1].services[0].name: the text in \"en\" is missing"},
    {"\"en\": \"Yearly tax\"", "\"en\": \"Yearly tax\", \"fr\": \"Taxe\"",
        "76 agencies[1].services[0].name.fr: \"fr\" is not one of the site's languages"},
    {"\"Yearly tax\"", "\"\"", "76 agencies[1].services[0].name.en: the text is empty"},
    {"\"Yearly tax\"", "\" Yearly tax\"",
        "76 agencies[1].services[0].name.en: the text begins or ends with a blank"},
    {"\"Yearly tax\"", "\"Yearly\\u0007tax\"",
        "76 agencies[1].services[0].name.en: character 7 of the text is the control character "
        "U+0007"},
    {"\"Yearly tax\"", "\"Yearly\xE2\x80\xAEtax\"",
        "76 agencies[1].services[0].name.en: character 7 of the text is the control character "
        "U+202e"},
    {"\"en\": \"Vehicle tax\"", "\"en\": \"Vehicle tax and many others\"",
        "72 agencies[1].about.en: the text has 27 characters"},
    {"\"en\": \"Samsat\"", "\"en\": \"Samsat, the vehicle people\"",
        "71 agencies[1].shortName.en: the text has 26 characters"},
    {"\"open\": \"08:00-11:30\"", "\"open\": \"11:30-08:00\"",
        "17 site.hours.friday.open: 11:30-08:00 ends before it begins"},
    {"\"open\": \"08:00-11:30\"", "\"open\": \"8 to 11\"",
        "17 site.hours.friday.open: \"8 to 11\" are no hours"},
    {"12:00-13:00", "15:00-17:00",
        "16 site.hours.monday.breaks[0]: the break 15:00-17:00 is outside the opening hours"},
    {"\"12:00-13:00\"", "\"12:00-13:00\", \"12:30-14:00\"",
        "16 site.hours.monday.breaks[1]: the break 12:30-14:00 begins before the one above it "
        "ends"},
    {"07:30-15:30", "07:30-17:30",
        "16 site.hours.monday.numbers: numbers end at 17:30, when nobody is there"},
    {"07:30-15:30", "02:30-15:30",
        "16 site.hours.monday.numbers: numbers begin at 02:30, long before the doors open"},
    {"\"friday\"", "\"freitag\"", "17 site.hours.freitag: \"freitag\" is not known here"},
    {"2026-08-17", "2026-02-29", "19 site.holidays[0].day: \"2026-02-29\" is no date"},
    {"Asia/Makassar", "Asia/Bengkulu", "11 site.timeZone: there is no time zone \"Asia/Bengkulu\""},
    {"antre-contoh.example\"", "antre-contoh.example/\"",
        "14 site.publicUrl: \"https://antre-contoh.example/\" is no address for phones"},
    {"\"dailyQuota\": 40", "\"dailyQuota\": 0", "53 agencies[0].services[0].dailyQuota: this is 0"},
    {"\"durationMinutes\": 8", "\"durationMinutes\": 481",
        "81 agencies[1].services[0].durationMinutes: this is 481"},
    {"\"durationMinutes\": 8", "\"durationMinutes\": 7.5",
        "81 agencies[1].services[0].durationMinutes: this is 7.5"},
    {"\"headStartMinutes\": 0", "\"headStartMinutes\": 5",
        "27 priorityClasses[0].headStartMinutes: the first class has a head start"},
    {"\"version\": 3,", "\"version\": 3, \"version\": 4,",
        "3 version: this key stands twice, first on line 3"},
    {"\"format\": 1", "\"format\": 2", "2 format: this is 2"},
    {"\"free\": false", "\"free\": false, \"keywords\": {\"fr\": [\"taxe\"]}",
        "79 agencies[1].services[0].keywords.fr: \"fr\" is not known here"},
    {"\"free\": false", "\"free\": false, \"keywords\": {\"id\": [\"Pajak\", \"pajak\"]}",
        "79 agencies[1].services[0].keywords.id[1]: \"pajak\" stands twice"},
    {"\"free\": false", "\"free\": false, \"keywords\": {\"id\": []}",
        "79 agencies[1].services[0].keywords.id: the list has 0 items"},
    {"antre-contoh.example\"", "antre-contoh.example\", \"frequent\": [\"samsat.pajk\"]",
        "14 site.frequent[0]: there is no service \"samsat.pajk\""},
    {"antre-contoh.example\"",
        "antre-contoh.example\", \"frequent\": [\"samsat.pajak\", \"samsat.pajak\"]",
        "14 site.frequent[1]: \"samsat.pajak\" stands twice"},
    {"\"agencies\": [\"dukcapil\"]", "\"agencies\": []",
        "88 counters[0].agencies: the list has 0 items"},
    {"\"agencies\": [\"dukcapil\"]", "\"agencies\": [\"dukcapil\"], \"helps\": [\"dukcapil\"]",
        "88 counters[0].helps: the counter serves \"dukcapil\" anyway"},
    {"\"agencies\": [\"dukcapil\"]", "\"agencies\": [\"dukcapil\"], \"helps\": [\"police\"]",
        "88 counters[0].helps[0]: there is no agency \"police\""},
    {"\"holidays\"", "\"calling\": {\"maxCalls\": 0}, \"holidays\"",
        "19 site.calling.maxCalls: this is 0"},
    {"\"holidays\"", "\"calling\": {\"volume\": 3}, \"holidays\"",
        "19 site.calling.volume: \"volume\" is not known here"},
    {"\"holidays\"",
        "\"parkReasons\": [{\"id\": \"form\", \"name\": {\"id\": \"a\", \"en\": \"b\"}}], "
        "\"holidays\"",
        "19 site.parkReasons[0]: \"minutes\" is missing"},
    {"\"holidays\"",
        "\"outcomes\": [{\"id\": \"done\", \"name\": {\"id\": \"Selesai\"}}], \"holidays\"",
        "19 site.outcomes[0].name: the text in \"en\" is missing"},
};

TEST_CASE("Each fault is told with its line, its place and what is wrong", "[catalogue]")
{
    for (const FaultRow &row : faultRows)
        CHECK(onlyFault(with(row.before, row.after)) == text(row.fault));
}

TEST_CASE("All faults are told at once, in the order of the file", "[catalogue]")
{
    QByteArray json = smallMall();
    json.replace("\"code\": \"B\"", "\"code\": \"Q\"")
        .replace("Asia/Makassar", "Nowhere")
        .replace("2026-08-17", "yesterday");
    const CatalogueReading reading = readCatalogue(json);
    REQUIRE(reading.faults.size() == 3);
    CHECK(std::ranges::is_sorted(reading.faults, {}, &CatalogueFault::line));
    CHECK(reading.unlisted == 0);
}

TEST_CASE("Two hundred faults are listed, the others counted", "[catalogue]")
{
    const char *const holiday = "{\"day\": \"2026-08-17\"";
    const CatalogueReading reading = readCatalogue(
        with(holiday, QByteArray("{\"day\": \"x\"},").repeated(250) + QByteArray(holiday)));
    CHECK(reading.faults.size() == 200);
    CHECK(reading.unlisted == 50);
}

TEST_CASE("What is no JSON is told with its line and column", "[catalogue]")
{
    CHECK(onlyFault("{\"format\": 1,\n \"version\" 2}")
        == text("2 : this is not JSON: missing name separator near column 13"));
    CHECK(onlyFault(smallMall().left(500)).contains(text("this is not JSON")));
    CHECK(onlyFault(smallMall() + "x").contains(text("this is not JSON")));
    CHECK(onlyFault("[]") == text("1 : the file holds a list"));
    CHECK(onlyFault("") == text("1 : the file is empty"));
    CHECK(onlyFault(QByteArray(100'000, '[')).contains(text("nested")));
    CHECK(onlyFault(with("\"version\": 3", "\"version\": [[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]"))
        == text("3 : more than 16 lists and objects stand inside each other"));
}

TEST_CASE("What is no UTF-8 is told with its line and byte", "[catalogue]")
{
    CHECK(onlyFault("{\n \"a\": \"\xff\"}")
        == text("2 : byte 10 of the file, 0xff at column 8, is not UTF-8"));
    // Overlong slash, a surrogate, beyond U+10FFFF, cut short: RFC 3629 forbids all four.
    for (const char *bytes :
        {"\"\xC0\xAF\"", "\"\xED\xA0\x80\"", "\"\xF4\x90\x80\x80\"", "\"\xE2\x82"})
        CHECK(onlyFault(bytes).contains(text("is not UTF-8")));
}

TEST_CASE("A huge file is refused before it is read", "[catalogue]")
{
    CHECK(onlyFault(QByteArray(50'000'000, ' ')) == text("0 : the file has more than 4 MiB"));
}

TEST_CASE("Random damage never brings the reader down, and never passes as the same catalogue with "
          "a fault",
    "[catalogue]")
{
    const QByteArray whole = smallMall();
    quint64 chance = 88172645463325252ULL;
    for (int round = 0; round < 3000; ++round) {
        QByteArray damaged = whole;
        for (int i = 0; i < 1 + round % 4; ++i) {
            chance ^= chance << 13;
            chance ^= chance >> 7;
            chance ^= chance << 17;
            damaged[qsizetype(chance % quint64(damaged.size()))] = char(chance >> 32);
        }
        const CatalogueReading reading = readCatalogue(damaged);
        CHECK((reading.catalogue == nullptr) == !reading.faults.empty());
    }
}

// SPDX-License-Identifier: Apache-2.0
// What a mall decides about its hall: read strictly, written back the same.
#include "core/wire/sitewith.h"
#include "wire/halldesignjson.h"

using namespace antre;
using namespace antre::test;

namespace {

HallDesign hallWith(const char *key, const QByteArray &json)
{
    const CatalogueReading reading = mallWithSite(key, json);
    for (const CatalogueFault &fault : reading.faults)
        UNSCOPED_INFO(fault.path.toStdString() << ": " << fault.wrong.toStdString());
    REQUIRE(reading.catalogue);
    const CatalogueReading again = readCatalogue(catalogueToJson(*reading.catalogue));
    REQUIRE(again.catalogue);
    CHECK(*again.catalogue == *reading.catalogue);
    return reading.catalogue->site.hall;
}

BusinessDay day(const char *text) { return *BusinessDay::fromText(QString::fromLatin1(text)); }

QStringList only(const char *fault) { return {QString::fromUtf8(fault)}; }

const TerminalId display2(QStringLiteral("display-2"));

} // namespace

TEST_CASE("A catalogue that says nothing of the hall has the hall as it always was", "[catalogue]")
{
    const CataloguePtr mall = readCatalogue(smallMallJson()).catalogue;
    REQUIRE(mall);
    CHECK(mall->site.hall == HallDesign());
    CHECK(mall->site.hall.screen(display2).layout == HallLayout::Board);
    CHECK(mall->site.hall.screen(display2).shows(CounterId(QStringLiteral("2"))));
    using enum SpokenLanguage;
    CHECK(mall->site.hall.voice.script() == std::vector{Indonesian, Indonesian, English});
    CHECK(mall->site.hall.voice.percentAt(Minutes(0)) == 100);
    CHECK_FALSE(mall->site.hall.voice.quietAt(Minutes(12 * 60)));
}

TEST_CASE("A display has its layout, its zone and its counters", "[catalogue]")
{
    const HallDesign hall = hallWith("displays",
        "[{'id': 'display-1'}, {'id': 'display-2', 'layout': 'next', 'counters': ['2'],"
        " 'zone': {'id': 'Lantai 2', 'en': '2nd floor'}, 'agencies': true, 'speaks': false}]");
    const HallScreen screen = hall.screen(display2);
    CHECK(screen.layout == HallLayout::Next);
    CHECK(screen.zone.in(QStringLiteral("en")) == QStringLiteral("2nd floor"));
    CHECK_FALSE(screen.shows(CounterId(QStringLiteral("1"))));
    CHECK(screen.agencies);
    CHECK_FALSE(screen.speaks);
    CHECK(hall.screen(TerminalId(QStringLiteral("display-1"))).layout == HallLayout::Board);
}

TEST_CASE("A notice stands from its first day to its last", "[catalogue]")
{
    const HallDesign hall = hallWith("notices",
        "[{'text': {'id': 'Libur', 'en': 'Holiday'}, 'from': '2026-08-18', 'until': '2026-08-20'},"
        " {'text': {'id': 'Selalu', 'en': 'Always'}}]");
    REQUIRE(hall.notices.size() == 2);
    CHECK_FALSE(hall.notices[0].standsOn(day("2026-08-17")));
    CHECK(hall.notices[0].standsOn(day("2026-08-18")));
    CHECK(hall.notices[0].standsOn(day("2026-08-20")));
    CHECK_FALSE(hall.notices[0].standsOn(day("2026-08-21")));
    CHECK(hall.notices[1].standsOn(day("2026-08-21")));
}

TEST_CASE("The voice has its languages, its hours and its volume", "[catalogue]")
{
    const VoicePlan voice = hallWith("voice",
        "{'languages': ['id', 'en'], 'times': 2, 'quiet': ['12:00-12:30', '15:15-15:30'],"
        " 'volume': [{'from': '07:30', 'percent': 60}, {'from': '09:00', 'percent': 100}]}")
                                .voice;
    using enum SpokenLanguage;
    CHECK(voice.script() == std::vector{Indonesian, English, Indonesian, English});
    CHECK_FALSE(voice.quietAt(Minutes(12 * 60 - 1)));
    CHECK(voice.quietAt(Minutes(12 * 60))->until == Minutes(12 * 60 + 30));
    CHECK_FALSE(voice.quietAt(Minutes(12 * 60 + 30)));
    CHECK(voice.percentAt(Minutes(7 * 60 + 29)) == 100); // as yesterday evening
    CHECK(voice.percentAt(Minutes(7 * 60 + 30)) == 60);
    CHECK(voice.percentAt(Minutes(9 * 60)) == 100);
    CHECK(hallWith("voice", "{'languages': []}").voice.script().empty());
}

TEST_CASE("What a display can't show is told with its place", "[catalogue]")
{
    const auto faults = [](const char *json) { return siteFaults("displays", json); };
    CHECK(faults("[{'layout': 'board'}]") == only("site.displays[0]: \"id\" is missing"));
    CHECK(faults("[{'id': 'a'}, {'id': 'a'}]")
        == only("site.displays[1].id: \"a\" is used already at site.displays[0].id"));
    CHECK(faults("[{'id': 'a', 'layout': 'wall'}]")
        == only("site.displays[0].layout: \"wall\" is no layout"));
    CHECK(faults("[{'id': 'a', 'counters': ['1', '7', '1']}]")
        == QStringList({QStringLiteral("site.displays[0].counters[1]: there is no counter \"7\""),
            QStringLiteral("site.displays[0].counters[2]: \"1\" stands twice")}));
    CHECK(faults("[{'id': 'a', 'counters': []}]")
        == only("site.displays[0].counters: the list has 0 items"));
    CHECK(faults("[{'id': 'a', 'zone': 'Lantai 2'}]")
        == only("site.displays[0].zone: this is a text"));
    CHECK(
        faults("[{'id': 'a', 'speaks': 'no'}]") == only("site.displays[0].speaks: this is a text"));
    CHECK(faults("[{'id': 'a', 'colour': 'red'}]")
        == only("site.displays[0].colour: \"colour\" is not known here"));
    CHECK(faults("{}") == only("site.displays: this is an object"));
}

TEST_CASE("A notice without words, or with days that can't be, is told", "[catalogue]")
{
    const auto faults = [](const QByteArray &json) { return siteFaults("notices", json); };
    const QByteArray text = "'text': {'id': 'Libur', 'en': 'Holiday'}";
    CHECK(faults("[{'from': '2026-08-18'}]") == only("site.notices[0]: \"text\" is missing"));
    CHECK(faults("[{'text': {'id': 'Libur'}}]")
        == only("site.notices[0].text: the text in \"en\" is missing"));
    CHECK(faults("[{" + text + ", 'from': 'Monday'}]")
        == only("site.notices[0].from: \"Monday\" is no date"));
    CHECK(faults("[{" + text + ", 'from': '2026-08-18', 'until': '2026-08-17'}]")
        == only("site.notices[0].until: the notice ends before it begins"));
    CHECK(faults("[{'text': {'id': '" + QByteArray(101, 'x') + "', 'en': 'x'}}]")
        == only("site.notices[0].text.id: the text has 101 characters"));
}

TEST_CASE("A voice that can't be is told", "[catalogue]")
{
    const auto faults = [](const char *json) { return siteFaults("voice", json); };
    CHECK(faults("{'languages': ['id', 'jv']}")
        == only("site.voice.languages[1]: calls can't be spoken in \"jv\""));
    CHECK(faults("{'times': 0}") == only("site.voice.times: this is 0"));
    CHECK(faults("{'languages': ['id', 'en', 'id'], 'times': 3}")
        == only("site.voice: each call would be 9 sentences long"));
    CHECK(faults("{'quiet': ['12:30-12:00']}")
        == only("site.voice.quiet[0]: 12:30-12:00 ends before it begins"));
    CHECK(faults("{'quiet': ['12:00-12:30', '12:15-13:00']}")
        == only("site.voice.quiet[1]: 12:15-13:00 begins before the hours above end"));
    CHECK(faults("{'volume': [{'from': '25:00', 'percent': 50}]}")
        == only("site.voice.volume[0].from: \"25:00\" is no time"));
    CHECK(faults("{'volume': [{'from': '08:00', 'percent': 0}]}")
        == only("site.voice.volume[0].percent: this is 0"));
    CHECK(faults("{'volume': [{'from': '08:00', 'percent': 50}, {'from': '08:00', 'percent': 60}]}")
        == only("site.voice.volume[1].from: 08:00 is not after the entry above"));
    CHECK(faults("{'volume': [{'from': '08:00'}]}")
        == only("site.voice.volume[0]: \"percent\" is missing"));
}

// SPDX-License-Identifier: Apache-2.0

// What a catalogue may say of appointments. The small mall is open on Mondays 08:00-16:00 and on
// Fridays 08:00-11:30.

#include "sitewith.h"

#include <chrono>

using namespace antre;
using namespace antre::test;
using namespace std::chrono_literals;

namespace {

/// The small mall whose first service has this under "appointments"; JSON with ' for ".
CatalogueReading mallWithSlots(QByteArray json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json.replace('\'', '"'), &error);
    REQUIRE(error.error == QJsonParseError::NoError);
    QJsonObject mall = smallMallJson();
    QJsonArray agencies = mall[QStringLiteral("agencies")].toArray();
    QJsonObject agency = agencies[0].toObject();
    QJsonArray services = agency[QStringLiteral("services")].toArray();
    QJsonObject service = services[0].toObject();
    service[QStringLiteral("appointments")] = document.object();
    services[0] = service;
    agency[QStringLiteral("services")] = services;
    agencies[0] = agency;
    mall[QStringLiteral("agencies")] = agencies;
    return readCatalogue(mall);
}

/// "path: wrong" of each fault, below the service's "appointments".
QStringList slotFaults(const QByteArray &json)
{
    QStringList all;
    for (const CatalogueFault &fault : mallWithSlots(json).faults) {
        CHECK_FALSE(fault.right.isEmpty());
        QString path = fault.path;
        all << path.remove(QStringLiteral("agencies[0].services[0].appointments"))
                + QStringLiteral(": ") + fault.wrong;
    }
    return all;
}

QString says(const char *words) { return QString::fromUtf8(words); }

} // namespace

TEST_CASE("Appointments are read, and survive writing", "[appointments]")
{
    const auto reading = mallWithSlots(R"({'windows': {'monday': ['09:00-11:00', '13:00-14:00'],
        'friday': ['08:00-09:00']}, 'slotMinutes': 20, 'places': 3, 'daysAhead': 14,
        'checkIn': {'earlyMinutes': 45, 'lateMinutes': 5}, 'headStartMinutes': 15,
        'withinQuota': false})");
    REQUIRE(reading.catalogue);
    const auto &rules = reading.catalogue->agencies[0].services[0].appointments;
    REQUIRE(rules);
    CHECK(rules->windows[0] == std::vector<TimeSpan>{{9h, 11h}, {13h, 14h}});
    CHECK(rules->windows[4] == std::vector<TimeSpan>{{8h, 9h}});
    CHECK(rules->slot == 20min);
    CHECK(rules->places == 3);
    CHECK(rules->daysAhead == 14);
    CHECK(rules->early == 45min);
    CHECK(rules->late == 5min);
    CHECK(rules->headStart == 15min);
    CHECK_FALSE(rules->withinQuota);
    const auto again = readCatalogue(catalogueToJson(*reading.catalogue));
    REQUIRE(again.catalogue);
    CHECK((*again.catalogue == *reading.catalogue));
}

TEST_CASE("Only the windows must be said", "[appointments]")
{
    const auto reading = mallWithSlots("{'windows': {'monday': ['09:00-11:00']}}");
    REQUIRE(reading.catalogue);
    AppointmentRules usual;
    usual.windows[0] = {{9h, 11h}};
    CHECK(reading.catalogue->agencies[0].services[0].appointments == usual);
    CHECK_FALSE(reading.catalogue->agencies[0].services[1].appointments);
}

TEST_CASE("What is wrong with appointments is told at its place", "[appointments]")
{
    CHECK(slotFaults("{'places': 2}").first() == says(": \"windows\" is missing"));
    CHECK(slotFaults("{'windows': {}}")
        == QStringList{says(".windows: there is no window on any day")});
    CHECK(slotFaults("{'windows': {'tuesday': ['09:00-11:00']}}")
        == QStringList{says(".windows.tuesday[0]: the service is closed on that day")});
    CHECK(slotFaults("{'windows': {'friday': ['09:00-12:00']}}")
        == QStringList{
            says(".windows.friday[0]: the window 09:00-12:00 is outside the opening hours")});
    CHECK(slotFaults("{'windows': {'monday': ['09:00-09:20']}}")
        == QStringList{
            says(".windows.monday[0]: the window 09:00-09:20 is shorter than one slot")});
    CHECK(slotFaults("{'windows': {'monday': ['09:00-11:00', '10:30-12:00']}}")
        == QStringList{says(
            ".windows.monday[1]: the window 10:30-12:00 begins before the one above it ends")});
    CHECK(slotFaults("{'windows': {'monday': ['nine']}}")
        == QStringList{says(".windows.monday[0]: \"nine\" are no hours")});
    for (const char *wrong : {"'slotMinutes': 0", "'places': 0", "'places': 51", "'daysAhead': -1",
             "'daysAhead': 61", "'headStartMinutes': 61", "'withinQuota': 1", "'mood': 1",
             "'checkIn': {'earlyMinutes': 30}", "'checkIn': 30",
             "'checkIn': {'earlyMinutes': 30, 'lateMinutes': 121}"}) {
        CAPTURE(wrong);
        CHECK(
            slotFaults(QByteArray("{'windows': {'monday': ['09:00-11:00']}, ") + wrong + "}").size()
            == 1);
    }
}

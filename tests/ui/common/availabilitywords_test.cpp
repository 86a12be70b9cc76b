// SPDX-License-Identifier: Apache-2.0
#include "common/availabilitywords.h"
#include "common/language.h"
#include "server/publicwords.h"
#include "support/catch.h"

#include <QSet>

using namespace antre;

namespace {

LocalTime at(const char *day, int hour, int minute = 0)
{
    return localTime(
        BusinessDay::fromText(QString::fromLatin1(day)).value(), Minutes(hour * 60 + minute));
}

const LocalTime thursday = at("2026-08-20", 9, 42);

LocalText reason(const char *indonesian, const char *english)
{
    return LocalText({{QStringLiteral("id"), QString::fromLatin1(indonesian)},
        {QStringLiteral("en"), QString::fromLatin1(english)}});
}

const LocalText powerCut = reason("listrik padam", "power cut");

/// One of each, and those that are worded in several ways.
std::vector<ServiceStatus> oneOfEach()
{
    const LocalTime later = at("2026-08-20", 13);
    const LocalTime tomorrow = at("2026-08-21", 7, 30);
    return {{Availability::Open}, {Availability::OnBreak, later},
        {Availability::OnBreak, later, reason("salat Jumat", "Friday prayer")},
        {Availability::OpensLater, later}, {Availability::ClosedForToday, tomorrow},
        {Availability::ClosedForToday, tomorrow, powerCut},
        {Availability::ClosedToday, at("2026-08-24", 7, 30)},
        {Availability::ClosedToday, at("2026-08-31", 7, 30), reason("Hari Raya.", "Holiday.")},
        {Availability::ClosedToday}, {Availability::QuotaFull, tomorrow, {}, {}, 40},
        {Availability::NumbersEnded, tomorrow},
        {Availability::ClosedNow, later, powerCut, Scope(AgencyId(QStringLiteral("samsat")))},
        {Availability::ClosedNow, later, powerCut}, {Availability::BeforeOpening, later},
        {Availability::NobodyAtCounter}, {Availability::CountersClosed, later, powerCut},
        {Availability::MallFull}};
}

QString said(const ServiceStatus &status, const char *language)
{
    const QString code = QString::fromLatin1(language);
    Language words;
    words.set(code);
    return AvailabilityWords(thursday, code).sentences(status);
}

} // namespace

TEST_CASE("Kiosk, counter and phone say the same of a service, in each language", "[words]")
{
    const PublicWords phone;
    QSet<QString> names;
    for (const ServiceStatus &status : oneOfEach()) {
        names.insert(availabilityName(status.availability));
        for (const char *language : {"id", "en"})
            CHECK(said(status, language)
                == phone.sentences(status, thursday, QString::fromLatin1(language)));
    }
    CHECK(names.size() == int(Availability::MallFull) + 1);
}

TEST_CASE("The sentences are those of the visual language", "[words]")
{
    const LocalTime tomorrow = at("2026-08-21", 8);
    CHECK(said({Availability::ClosedToday, tomorrow}, "id")
        == QStringLiteral("Tutup hari ini. Buka lagi besok, Jumat pukul 08.00."));
    CHECK(said({Availability::QuotaFull, tomorrow}, "id")
        == QStringLiteral("Kuota hari ini sudah habis. Buka lagi besok, Jumat pukul 08.00. "
                          "Siapkan berkasnya dari sekarang."));
    CHECK(said({Availability::OnBreak, at("2026-08-20", 13)}, "en")
        == QStringLiteral(
            "On break until 13:00. You can take a number now; calls begin at 13:00."));
    CHECK(said({Availability::NobodyAtCounter}, "id")
        == QStringLiteral("Loket belum dibuka. Nomor Anda tetap dalam antrean; perkiraan waktu "
                          "belum ada."));
    CHECK(said({Availability::NumbersEnded, tomorrow}, "id")
        == QStringLiteral("Pengambilan nomor hari ini sudah ditutup. Buka lagi besok, Jumat pukul "
                          "08.00. Petugas tetap melayani nomor yang sudah terdaftar."));
    CHECK(said({Availability::ClosedNow, at("2026-08-20", 14), powerCut}, "id")
        == QStringLiteral("Mal ditutup sampai pukul 14.00: listrik padam. Silakan tunggu, atau "
                          "datang lagi pada waktu itu."));
}

TEST_CASE("A reason that the mall gave in one language is shown in that one", "[words]")
{
    const std::map<QString, QString> indonesian{
        {QStringLiteral("id"), QStringLiteral("listrik padam")}};
    const ServiceStatus status{
        Availability::ClosedForToday, at("2026-08-21", 8), LocalText(indonesian)};
    CHECK(said(status, "en")
        == QStringLiteral("Closed today: listrik padam. Opens again tomorrow, Friday at 08:00."));
}

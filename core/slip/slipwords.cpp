// SPDX-License-Identifier: Apache-2.0
#include "slip/slipwords.h"

#include <QDate>
#include <QLocale>

#include <array>

namespace antre {

static const std::array<SlipWords, 2> &allWords()
{
    static const std::array<SlipWords, 2> words{
        SlipWords{
            .language = QStringLiteral("en"),
            .number = QStringLiteral("Queue number"),
            .copy = QStringLiteral("COPY"),
            .then = QStringLiteral("Then: %1"),
            .wait = QStringLiteral("Expected wait"),
            .minutes = QStringLiteral("%1 minutes"),
            .called = QStringLiteral("Called at about"),
            .ahead = QStringLiteral("People ahead of you"),
            .maybeTooLate
            = QStringLiteral("You may not be served today. Please ask an officer first."),
            .prepare = QStringLiteral("Get ready:"),
            .follow = QStringLiteral("Follow by phone: scan this code"),
            .offline = QStringLiteral("Network lost. Your number is valid and will be called."),
            .missed = QStringLiteral("If passed, tell the counter."),
            .validToday = QStringLiteral("Valid today only."),
            .free = QStringLiteral("This service is free."),
            .timeSeparator = QLatin1Char(':'),
        },
        SlipWords{
            .language = QStringLiteral("id"),
            .number = QStringLiteral("Nomor antrean"),
            .copy = QStringLiteral("SALINAN"),
            .then = QStringLiteral("Lalu: %1"),
            .wait = QStringLiteral("Perkiraan tunggu"),
            .minutes = QStringLiteral("%1 menit"),
            .called = QStringLiteral("Dipanggil kira-kira"),
            .ahead = QStringLiteral("Orang di depan Anda"),
            .maybeTooLate
            = QStringLiteral("Mungkin tidak terlayani hari ini. Tanyakan dulu kepada petugas."),
            .prepare = QStringLiteral("Siapkan:"),
            .follow = QStringLiteral("Ikuti lewat HP: pindai kode ini"),
            .offline
            = QStringLiteral("Jaringan terputus. Nomor Anda tetap sah dan akan dipanggil."),
            .missed = QStringLiteral("Bila terlewat, lapor ke loket."),
            .validToday = QStringLiteral("Berlaku hari ini saja."),
            .free = QStringLiteral("Layanan ini gratis."),
            .timeSeparator = QLatin1Char('.'),
        },
    };
    return words;
}

const SlipWords &slipWords(const QString &language)
{
    for (const SlipWords &words : allWords())
        if (words.language == language)
            return words;
    return allWords().front();
}

QString SlipWords::time(Minutes ofDay) const
{
    const int minute = int(ofDay.count() % (24 * 60));
    return QStringLiteral("%1%2%3")
        .arg(minute / 60, 2, 10, QLatin1Char('0'))
        .arg(timeSeparator)
        .arg(minute % 60, 2, 10, QLatin1Char('0'));
}

QString SlipWords::longDate(BusinessDay day) const
{
    return QLocale(language).toString(day.date(), QStringLiteral("dddd, d MMMM yyyy"));
}

QString SlipWords::shortDate(BusinessDay day) const
{
    return QLocale(language).toString(day.date(), QStringLiteral("ddd, d MMM yyyy"));
}

} // namespace antre

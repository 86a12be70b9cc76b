// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "slip/slipcontent.h"

namespace antre {

/// The slip of the mock-ups: an assisted business permit, eight people ahead, 35 to 55 minutes.
[[nodiscard]] inline SlipContent sampleSlip()
{
    SlipContent slip;
    slip.language = QStringLiteral("id");
    slip.mallName = QStringLiteral("Mal Pelayanan Publik Kota Bengkulu");
    slip.mallShortName = QStringLiteral("MPP Kota Bengkulu");
    slip.subtitle = QStringLiteral("Harapan dan Doa");
    slip.number = QStringLiteral("A012");
    slip.service = QStringLiteral("Pendampingan penerbitan NIB (OSS) usaha mikro");
    slip.agency = QStringLiteral("DPMPTSP");
    slip.peopleAhead = 8;
    slip.wait = SlipWait{Minutes(35), Minutes(55), Minutes(10 * 60 + 15), Minutes(10 * 60 + 40)};
    slip.day = BusinessDay::fromText(u"2026-08-20").value();
    slip.issuedAt = Minutes(9 * 60 + 42);
    slip.timeZoneLabel = QStringLiteral("WIB");
    slip.requirements = {QStringLiteral("KTP-el asli dan fotokopi"),
        QStringLiteral("NPWP (bila ada)"), QStringLiteral("Nomor HP dan alamat surel aktif"),
        QStringLiteral("Data usaha: bidang (KBLI), alamat, modal")};
    slip.link = QStringLiteral("https://mpp.example.id/t/7KQ4MZ8R");
    slip.free = true;
    return slip;
}

} // namespace antre

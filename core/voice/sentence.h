// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/halldesign.h"
#include "domain/ticket.h"

namespace antre {

/// What the hall hears: "Nomor antrean, A, nol, satu, dua. Silakan menuju loket, tiga." The number
/// is said as it is printed, sign by sign, so that ear and eye compare the same thing; the counter
/// is a cardinal, as on its board. The hyphen of a kiosk's own number is said ("strip", "dash"):
/// without it A2-07 would sound as A207. Letters stay capital letters, which synthesisers read by
/// their names. Commas are short pauses, and in English they keep the letter A from being read as
/// an article.
[[nodiscard]] QString callSentence(
    const TicketNumber &number, const CounterId &counter, SpokenLanguage language);

/// Sign by sign, as in callSentence().
[[nodiscard]] QString spelled(const QString &text, SpokenLanguage language);
/// A counter as in callSentence().
[[nodiscard]] QString spokenCounter(const QString &counter, SpokenLanguage language);

/// `number` in words: 24 is "dua puluh empat", "twenty-four". REQUIRES: 0 <= number <= 999.
[[nodiscard]] QString cardinal(int number, SpokenLanguage language);

} // namespace antre

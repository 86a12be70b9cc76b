// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace antre {

/// One word of a text: as it is compared, and where it stands.
struct Word
{
    QString text; ///< small letters without accents, and digits; never empty
    int from = 0;
    int length = 0; ///< in the original; what was left out counts
    friend bool operator==(const Word &, const Word &) = default;
};

/// The words of a text in their order: "KTP-el baru" has "ktp", "el" and "baru". An apostrophe
/// parts no word. Any thread, as everything here.
[[nodiscard]] std::vector<Word> wordsOf(const QString &text);

/// What a word may have been made from by Indonesian affixes, itself not among them:
/// "memperpanjang" from "perpanjang" and "panjang", "pendaftaran" from "daftar". Candidates, not
/// truths: many are no word at all, which does no harm where only known words are looked up. The
/// nasal changes are those of the standard grammar (mem+p, men+t, meny+s, meng+k fall together).
/// Of English only the plural is known.
[[nodiscard]] QStringList stemsOf(const QString &word);

/// Words that say nothing of what is looked for: "saya mau", "how do I". They are never missed.
[[nodiscard]] bool isFiller(const QString &word);

/// How many typing errors a word of this length may have and still be itself.
[[nodiscard]] int errorsAllowed(qsizetype length);

} // namespace antre

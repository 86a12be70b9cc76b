// SPDX-License-Identifier: Apache-2.0
#include "search/words.h"
#include "support/catch.h"

using namespace antre;

namespace {

QStringList texts(const char *text)
{
    QStringList words;
    for (const Word &word : wordsOf(QString::fromUtf8(text)))
        words << word.text;
    return words;
}

bool comesFrom(const char *word, const char *stem)
{
    return stemsOf(QLatin1String(word)).contains(QLatin1String(stem));
}

} // namespace

TEST_CASE("Words are compared without capitals, accents and marks", "[search]")
{
    CHECK(texts("KTP-el baru (perekaman)")
        == QStringList{QStringLiteral("ktp"), QStringLiteral("el"), QStringLiteral("baru"),
            QStringLiteral("perekaman")});
    CHECK(texts("Driver's licence, cafés")
        == QStringList{
            QStringLiteral("drivers"), QStringLiteral("licence"), QStringLiteral("cafes")});
    CHECK(texts(" -- ").isEmpty());
    CHECK(wordsOf(QStringLiteral("e-KTP"))[1] == Word{QStringLiteral("ktp"), 2, 3});
}

TEST_CASE("Indonesian affixes come off", "[search]")
{
    const std::pair<const char *, const char *> made[] = {{"memperpanjang", "panjang"},
        {"perpanjangan", "panjang"}, {"pendaftaran", "daftar"}, {"mendaftar", "daftar"},
        {"membayarkan", "bayar"}, {"pembayarannya", "bayar"}, {"menikah", "nikah"},
        {"pernikahan", "nikah"}, {"mengambil", "ambil"}, {"menyalin", "salin"},
        {"pengurangan", "kurang"}, {"mengecek", "cek"}, {"kehilangan", "hilang"},
        {"menukar", "tukar"}, {"memindahkan", "pindah"}, {"diperbarui", "perbarui"}};
    for (const auto &[word, stem] : made) {
        CAPTURE(word);
        CHECK(comesFrom(word, stem));
    }
    CHECK(stemsOf(QStringLiteral("ktp")).isEmpty());
}

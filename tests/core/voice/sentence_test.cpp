// SPDX-License-Identifier: Apache-2.0
#include "support/catch.h"
#include "voice/sentence.h"

#include <QProcess>

using namespace antre;

static QString said(const char *number, const char *counter, SpokenLanguage language)
{
    const auto ticket = TicketNumber::fromText(QString::fromLatin1(number));
    REQUIRE(ticket);
    return callSentence(*ticket, CounterId(QString::fromLatin1(counter)), language);
}

static QString indonesian(const char *number, const char *counter)
{
    return said(number, counter, SpokenLanguage::Indonesian);
}

static QString english(const char *number, const char *counter)
{
    return said(number, counter, SpokenLanguage::English);
}

/// What espeak-ng would say, in the International Phonetic Alphabet, stress marks and pauses left
/// out.
static QString phonemes(const QString &text)
{
    QProcess espeak;
    espeak.start(QStringLiteral("espeak-ng"),
        {QStringLiteral("-q"), QStringLiteral("-v"), QStringLiteral("id"), QStringLiteral("--ipa"),
            QStringLiteral("--"), text});
    REQUIRE(espeak.waitForFinished());
    return QString::fromUtf8(espeak.readAllStandardOutput())
        .remove(QChar(0x02C8))
        .remove(QChar(0x02CC))
        .simplified();
}

TEST_CASE("A call is a sentence in Indonesian", "[voice]")
{
    CHECK(indonesian("A012", "3")
        == QStringLiteral("Nomor antrean, A, nol, satu, dua. Silakan menuju loket, tiga."));
}

TEST_CASE("A call is a sentence in English", "[voice]")
{
    CHECK(english("A012", "3")
        == QStringLiteral("Number A, zero one two. Please go to counter three."));
}

TEST_CASE("The number is said sign by sign, as it is printed", "[voice]")
{
    CHECK(indonesian("B120", "1").contains(QStringLiteral("B, satu, dua, nol.")));
    CHECK(indonesian("C1001", "1").contains(QStringLiteral("C, satu, nol, nol, satu.")));
    CHECK(english("W907", "1").contains(QStringLiteral("W, nine zero seven.")));
}

TEST_CASE("A kiosk's own number can't be heard as the service's", "[voice]")
{
    CHECK(indonesian("A2-07", "3").contains(QStringLiteral("A, dua, strip, nol, tujuh.")));
    CHECK(english("A2-07", "3").contains(QStringLiteral("A, two, dash, zero seven.")));
    CHECK(indonesian("AK-07", "3").contains(QStringLiteral("A, K, strip, nol, tujuh.")));
    CHECK(indonesian("A207", "3") != indonesian("A2-07", "3"));
}

TEST_CASE("The counter is said as its number is read", "[voice]")
{
    CHECK(indonesian("A012", "01").endsWith(QStringLiteral("loket, satu.")));
    CHECK(indonesian("A012", "24").endsWith(QStringLiteral("loket, dua puluh empat.")));
    CHECK(indonesian("A012", "3B").endsWith(QStringLiteral("loket, tiga, B.")));
    CHECK(indonesian("A012", "Informasi").endsWith(QStringLiteral("loket, Informasi.")));
    CHECK(english("A012", "24").endsWith(QStringLiteral("counter twenty-four.")));
    CHECK(english("A012", "1001").endsWith(QStringLiteral("counter one zero zero one.")));
}

TEST_CASE("Indonesian cardinals are right", "[voice]")
{
    const std::vector<std::pair<int, const char *>> words{{0, "nol"}, {1, "satu"}, {9, "sembilan"},
        {10, "sepuluh"}, {11, "sebelas"}, {12, "dua belas"}, {19, "sembilan belas"},
        {20, "dua puluh"}, {21, "dua puluh satu"}, {99, "sembilan puluh sembilan"},
        {100, "seratus"}, {101, "seratus satu"}, {110, "seratus sepuluh"},
        {117, "seratus tujuh belas"}, {200, "dua ratus"}, {211, "dua ratus sebelas"},
        {999, "sembilan ratus sembilan puluh sembilan"}};
    for (const auto &[number, text] : words)
        CHECK(cardinal(number, SpokenLanguage::Indonesian) == QString::fromLatin1(text));
}

TEST_CASE("English cardinals are right", "[voice]")
{
    const std::vector<std::pair<int, const char *>> words{{0, "zero"}, {10, "ten"}, {12, "twelve"},
        {19, "nineteen"}, {20, "twenty"}, {21, "twenty-one"}, {100, "one hundred"},
        {117, "one hundred and seventeen"}, {940, "nine hundred and forty"}};
    for (const auto &[number, text] : words)
        CHECK(cardinal(number, SpokenLanguage::English) == QString::fromLatin1(text));
}

TEST_CASE("espeak-ng reads every letter by its Indonesian name", "[voice]")
{
    const QStringList names = QStringLiteral(
        "a be tʃe de e ɛf ɡe ha i dʒe ka ɛl ɛm ɛn o pe ki ɛr ɛs te u fe we ɛks je zɛt")
                                  .split(QLatin1Char(' '));
    REQUIRE(names.size() == 26);
    for (int i = 0; i < 26; ++i) {
        const QString number = QChar(QLatin1Char(char('A' + i))) + QStringLiteral("012");
        const QString sentence = callSentence(*TicketNumber::fromText(number),
            CounterId(QStringLiteral("3")), SpokenLanguage::Indonesian);
        CHECK(phonemes(sentence)
            == QStringLiteral("nomɔr antrɛan ") + names[i]
                + QStringLiteral(" nol satu dua silakan mənudʒu lokət tiɡa"));
    }
}

TEST_CASE("espeak-ng reads digits, hyphen and counter as an officer does", "[voice]")
{
    CHECK(phonemes(indonesian("F2-03", "10")).contains(QStringLiteral("ɛf dua strip nol tiɡa")));
    CHECK(phonemes(indonesian("A456", "24")).contains(QStringLiteral("a ɛmpat lima ɛnam")));
    CHECK(phonemes(indonesian("A789", "24")).contains(QStringLiteral("a tudʒuh dəlapan səmbilan")));
    CHECK(phonemes(indonesian("A012", "24")).endsWith(QStringLiteral("dua puluh ɛmpat")));
    CHECK(phonemes(indonesian("A012", "117")).endsWith(QStringLiteral("səratus tudʒuh bɛlas")));
}

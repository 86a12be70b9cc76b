// SPDX-License-Identifier: Apache-2.0
#include "support/catch.h"
#include "voice/espeaksynthesiser.h"

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

/// What espeak-ng says when it is asked as the hall's voice asks it, in the International Phonetic
/// Alphabet, stress marks and pauses left out.
static QString phonemes(const QString &text, SpokenLanguage language)
{
    QStringList arguments = EspeakSynthesiser().arguments(spokenLanguageCode(language));
    arguments.removeAll(QStringLiteral("--stdout"));
    QProcess espeak;
    espeak.start(QStringLiteral("espeak-ng"),
        arguments + QStringList{QStringLiteral("-q"), QStringLiteral("--ipa")});
    espeak.write(EspeakSynthesiser::pronounced(text, spokenLanguageCode(language)).toUtf8());
    espeak.closeWriteChannel();
    REQUIRE(espeak.waitForFinished());
    return QString::fromUtf8(espeak.readAllStandardOutput())
        .remove(QChar(0x02C8))
        .remove(QChar(0x02CC))
        .simplified();
}

static QString phonemesOfCall(const QString &number, const char *counter, SpokenLanguage language)
{
    return phonemes(callSentence(*TicketNumber::fromText(number),
                        CounterId(QString::fromLatin1(counter)), language),
        language);
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

TEST_CASE("Every letter is heard by its Indonesian name", "[voice]")
{
    const QStringList names = QStringLiteral(
        "a be tʃe de e ɛf ɡe ha i dʒe ka ɛl ɛm ɛn o pe ki ɛr ɛs te u fe we ɛks je zɛt")
                                  .split(QLatin1Char(' '));
    REQUIRE(names.size() == 26);
    for (int i = 0; i < 26; ++i) {
        const QString number = QChar(QLatin1Char(char('A' + i))) + QStringLiteral("012");
        CHECK(phonemesOfCall(number, "3", SpokenLanguage::Indonesian)
            == QStringLiteral("nomɔr antrean ") + names[i]
                + QStringLiteral(" nol satu dua silakan mənudʒu lokɛt tiɡa"));
    }
}

TEST_CASE("Every letter is heard by its English name", "[voice]")
{
    const QStringList names = QStringLiteral(
        "eɪ biː siː diː iː ɛf dʒiː eɪtʃ aɪ dʒeɪ keɪ ɛl ɛm ɛn əʊ piː kjuː ɑː ɛs tiː "
        "juː viː dʌbəljuː ɛks waɪ zɛd")
                                  .split(QLatin1Char(' '));
    REQUIRE(names.size() == 26);
    for (int i = 0; i < 26; ++i) {
        const QString number = QChar(QLatin1Char(char('A' + i))) + QStringLiteral("012");
        const QString said = phonemesOfCall(number, "3", SpokenLanguage::English);
        // Before a vowel the r of "number" is heard.
        CHECK(QString(said).replace(QStringLiteral("nʌmbəɹ "), QStringLiteral("nʌmbə "))
            == QStringLiteral("nʌmbə ") + names[i]
                + QStringLiteral(" ziəɹəʊ wɒn tuː pliːz ɡəʊ tə kaʊntə θɹiː"));
    }
}

/// A counter or a code, and how it sounds.
struct Sounds
{
    const char *text;
    const char *indonesian;
    const char *english;
};

TEST_CASE("Counters sound as an officer reads them", "[voice]")
{
    for (const Sounds &row :
        {Sounds{"01", "satu", "wɒn"}, Sounds{"4", "əmpat", "fɔː"}, Sounds{"6", "ənam", "sɪks"},
            Sounds{"10", "səpuluh", "tɛn"}, Sounds{"11", "səbəlas", "ɪlɛvən"},
            Sounds{"12", "dua bəlas", "twɛlv"}, Sounds{"20", "dua puluh", "twɛnti"},
            Sounds{"24", "dua puluh əmpat", "twɛntifɔː"}, Sounds{"100", "səratus", "wɒn hʌndɹɪd"},
            Sounds{"117", "səratus tudʒuh bəlas", "wɒn hʌndɹɪd and sɛvəntiːn"}}) {
        const QString counter = QString::fromUtf8(row.text);
        for (const SpokenLanguage language : {SpokenLanguage::Indonesian, SpokenLanguage::English})
            CHECK(phonemes(spokenCounter(counter, language), language)
                == QString::fromUtf8(
                    language == SpokenLanguage::English ? row.english : row.indonesian));
    }
}

TEST_CASE("Numbers sound sign by sign, with the hyphen", "[voice]")
{
    for (const Sounds &row :
        {Sounds{"01", "nol satu", "ziəɹəʊ wɒn"}, Sounds{"10", "satu nol", "wɒn ziəɹəʊ"},
            Sounds{"12", "satu dua", "wɒn tuː"}, Sounds{"20", "dua nol", "tuː ziəɹəʊ"},
            Sounds{"100", "satu nol nol", "wɒn ziəɹəʊ ziəɹəʊ"},
            Sounds{"117", "satu satu tudʒuh", "wɒn wɒn sɛvən"},
            Sounds{"A456", "a əmpat lima ənam", "eɪ fɔː faɪv sɪks"},
            Sounds{"B389", "be tiɡa dəlapan səmbilan", "biː θɹiː eɪt naɪn"},
            Sounds{"A2-07", "a dua strip nol tudʒuh", "eɪ tuː daʃ ziəɹəʊ sɛvən"},
            Sounds{"4K-10", "əmpat ka strip satu nol", "fɔː keɪ daʃ wɒn ziəɹəʊ"}}) {
        const QString code = QString::fromUtf8(row.text);
        for (const SpokenLanguage language : {SpokenLanguage::Indonesian, SpokenLanguage::English})
            CHECK(phonemes(spelled(code, language), language)
                == QString::fromUtf8(
                    language == SpokenLanguage::English ? row.english : row.indonesian));
    }
}

TEST_CASE("Brackets in a text are no phonemes", "[voice]")
{
    CHECK(EspeakSynthesiser::pronounced(
              QStringLiteral("loket [[dua]] empatbelas"), QStringLiteral("id"))
        == QStringLiteral("[[l'okEt]] ((dua)) empatbelas"));
    CHECK(EspeakSynthesiser::pronounced(QStringLiteral("loket"), QStringLiteral("en"))
        == QStringLiteral("loket"));
}

// SPDX-License-Identifier: Apache-2.0
#include "voice/sentence.h"

#include "base/check.h"

#include <QStringList>

#include <array>

namespace antre {

static bool isDigit(QChar c) { return c >= QLatin1Char('0') && c <= QLatin1Char('9'); }

static QString indonesianDigit(int digit)
{
    constexpr std::array words{
        "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"};
    return QString::fromLatin1(words[size_t(digit)]);
}

static QString indonesian(int number)
{
    const auto joined = [](const QString &head, int rest) {
        return rest == 0 ? head : head + QLatin1Char(' ') + indonesian(rest);
    };
    if (number < 10)
        return indonesianDigit(number);
    if (number == 10)
        return QStringLiteral("sepuluh");
    if (number == 11)
        return QStringLiteral("sebelas");
    if (number < 20)
        return indonesianDigit(number - 10) + QStringLiteral(" belas");
    if (number < 100)
        return joined(indonesianDigit(number / 10) + QStringLiteral(" puluh"), number % 10);
    if (number < 200)
        return joined(QStringLiteral("seratus"), number % 100);
    return joined(indonesianDigit(number / 100) + QStringLiteral(" ratus"), number % 100);
}

static QString english(int number)
{
    constexpr std::array small{"zero", "one", "two", "three", "four", "five", "six", "seven",
        "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen",
        "seventeen", "eighteen", "nineteen"};
    constexpr std::array tens{
        "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"};
    if (number < 20)
        return QString::fromLatin1(small[size_t(number)]);
    if (number < 100) {
        const QString head = QString::fromLatin1(tens[size_t(number / 10 - 2)]);
        return number % 10 == 0 ? head : head + QLatin1Char('-') + english(number % 10);
    }
    const QString head = english(number / 100) + QStringLiteral(" hundred");
    return number % 100 == 0 ? head : head + QStringLiteral(" and ") + english(number % 100);
}

QString cardinal(int number, SpokenLanguage language)
{
    ANTRE_MUST(number >= 0 && number <= 999);
    return language == SpokenLanguage::Indonesian ? indonesian(number) : english(number);
}

static QString spelledSign(QChar sign, SpokenLanguage language)
{
    if (isDigit(sign))
        return cardinal(sign.digitValue(), language);
    if (sign == QLatin1Char('-'))
        return language == SpokenLanguage::Indonesian ? QStringLiteral("strip")
                                                      : QStringLiteral("dash");
    return sign;
}

/// English runs its digits together ("zero one two"); Indonesian sets each apart, as officers do.
QString spelled(const QString &text, SpokenLanguage language)
{
    QString spoken;
    QChar before;
    for (const QChar sign : text) {
        const bool together
            = language == SpokenLanguage::English && isDigit(before) && isDigit(sign);
        if (!spoken.isEmpty())
            spoken += together ? QStringLiteral(" ") : QStringLiteral(", ");
        spoken += spelledSign(sign, language);
        before = sign;
    }
    return spoken;
}

/// "3" is a number, "3A" a number and a letter; a counter named in words is said as it is written.
QString spokenCounter(const QString &counter, SpokenLanguage language)
{
    qsizetype digits = 0;
    while (digits < counter.size() && isDigit(counter[digits]))
        ++digits;
    constexpr qsizetype digitsOfCardinalMax = 3;
    if (digits == 0)
        return counter;
    const QString number = counter.first(digits);
    QString spoken = digits <= digitsOfCardinalMax ? cardinal(number.toInt(), language)
                                                   : spelled(number, language);
    if (digits < counter.size())
        spoken += QStringLiteral(", ") + spelled(counter.sliced(digits), language);
    return spoken;
}

QString callSentence(const TicketNumber &number, const CounterId &counter, SpokenLanguage language)
{
    const QString what = spelled(number.text(), language);
    const QString where = spokenCounter(counter.value(), language);
    switch (language) {
    case SpokenLanguage::Indonesian:
        return QStringLiteral("Nomor antrean, %1. Silakan menuju loket, %2.").arg(what, where);
    case SpokenLanguage::English:
        return QStringLiteral("Number %1. Please go to counter %2.").arg(what, where);
    }
    return {};
}

} // namespace antre

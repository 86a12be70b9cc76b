// SPDX-License-Identifier: Apache-2.0
#include "search/words.h"

#include <QSet>

#include <array>

namespace antre {

namespace {

/// Shorter stems are too often a word of their own.
constexpr qsizetype stemMin = 4;

bool isVowel(QChar letter) { return QLatin1String("aeiou").contains(letter); }

/// An accented letter is compared without its accent.
QChar plainLetter(QChar letter)
{
    const QString parts = letter.decomposition();
    return (parts.isEmpty() ? letter : parts.front()).toLower();
}

void add(QStringList &stems, const QString &stem)
{
    if (stem.size() >= stemMin && !stems.contains(stem))
        stems << stem;
}

/// The endings come off from the outside in: "-nya" before "-an".
QStringList withoutSuffixes(const QString &word)
{
    QStringList found{word};
    for (const auto &layer :
        {std::array{QLatin1String("nya"), QLatin1String("lah"), QLatin1String("ku")},
            std::array{QLatin1String("kan"), QLatin1String("an"), QLatin1String("s")}}) {
        const QStringList before = found;
        for (const QString &form : before) {
            for (const QLatin1String ending : layer) {
                if (form.endsWith(ending))
                    add(found, form.chopped(ending.size()));
            }
        }
    }
    return found;
}

/// After "me-" or "pe-": what the nasal may have swallowed.
void addNasal(QStringList &stems, const QString &rest)
{
    struct Change
    {
        QLatin1String nasal;
        QLatin1String swallowed; ///< the consonant that stood before the vowel
    };
    static const Change changes[]
        = {{QLatin1String("ny"), QLatin1String("s")}, {QLatin1String("ng"), QLatin1String("k")},
            {QLatin1String("m"), QLatin1String("p")}, {QLatin1String("n"), QLatin1String("t")}};
    for (const auto &[nasal, swallowed] : changes) {
        if (!rest.startsWith(nasal))
            continue;
        const QString after = rest.mid(nasal.size());
        if (!after.isEmpty() && isVowel(after.front()))
            add(stems, swallowed + after);
        if (nasal != QLatin1String("ny"))
            add(stems, after);
        break;
    }
    if (rest.startsWith(QLatin1String("nge"))
        && rest.size() == 6) // mengecek: a word of one syllable
        stems << rest.mid(3);
    add(stems, rest);
}

void addWithoutPrefix(QStringList &stems, const QString &form)
{
    for (const QLatin1String prefix :
        {QLatin1String("di"), QLatin1String("ter"), QLatin1String("ber"), QLatin1String("ke"),
            QLatin1String("per"), QLatin1String("se")}) {
        if (form.startsWith(prefix))
            add(stems, form.mid(prefix.size()));
    }
    if (form.startsWith(QLatin1String("me")) || form.startsWith(QLatin1String("pe")))
        addNasal(stems, form.mid(2));
}

} // namespace

std::vector<Word> wordsOf(const QString &text)
{
    std::vector<Word> words;
    Word word;
    const auto end = [&](int at) {
        word.length = at - word.from;
        if (!word.text.isEmpty())
            words.push_back(word);
        word = {};
    };
    for (int at = 0; at < int(text.size()); ++at) {
        const QChar letter = text[at];
        const bool joins = letter == u'\'' || letter == QChar(0x2019) || letter == QChar(0x00AD)
            || letter.category() == QChar::Mark_NonSpacing;
        if (letter.isLetterOrNumber()) {
            if (word.text.isEmpty())
                word.from = at;
            word.text += plainLetter(letter);
        } else if (!joins) {
            end(at);
        }
    }
    end(int(text.size()));
    return words;
}

QStringList stemsOf(const QString &word)
{
    QStringList stems = withoutSuffixes(word);
    // Two layers: "memperpanjang" is me- and per-.
    qsizetype done = 0;
    for (int layer = 0; layer < 2; ++layer) {
        const qsizetype until = stems.size();
        for (; done < until; ++done)
            addWithoutPrefix(stems, QString(stems[done]));
    }
    stems.removeAll(word);
    return stems;
}

bool isFiller(const QString &word)
{
    static const QSet<QString> fillers = [] {
        QSet<QString> set;
        for (const char *filler :
            {// Indonesian, as it is spoken; of making and getting, since that is what every
                // service is for
                "saya", "aku", "kami", "gue", "anda", "mau", "ingin", "pengen", "pingin", "nak",
                "hendak", "tolong", "mohon", "minta", "bisa", "cara", "bagaimana", "gimana",
                "dimana", "mana", "apa", "untuk", "utk", "di", "ke", "dari", "yang", "yg", "dan",
                "atau", "dengan", "dgn", "pada", "punya", "sudah", "udah", "kok", "kalau", "kalo",
                "ini", "itu", "nya", "pak", "bu", "mbak", "mas", "buat", "bikin", "membuat",
                "pembuatan", "urus", "mengurus", "ngurus", "pengurusan", "layanan", "pelayanan",
                // English
                "i", "we", "my", "our", "me", "want", "need", "would", "like", "to", "a", "an",
                "the", "of", "for", "in", "on", "at", "by", "from", "with", "and", "or", "how",
                "do", "does", "can", "where", "what", "is", "it", "please", "get", "make", "apply",
                "service"})
            set.insert(QLatin1String(filler));
        return set;
    }();
    return fillers.contains(word);
}

int errorsAllowed(qsizetype length) { return length < 4 ? 0 : length < 8 ? 1 : 2; }

} // namespace antre

// SPDX-License-Identifier: Apache-2.0
#include "search/vocabulary.h"

#include "search/words.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace antre {

namespace {

// How sure a match is. The very word is 1, everything else below, in the order in which a person
// would believe it. Found on the queries of tests/data/searches.tsv marked "known".
constexpr double stemGrade = 0.9;
constexpr double longerGrade = 0.6; // and up to 0.9 the more of the word is there
constexpr double errorGrade = 0.86;
constexpr double errorCost = 0.1;
constexpr double firstLetterCost = 0.1; // people rarely mistype the first letter
constexpr double longerErrorCost = 0.1; // unfinished and mistyped
/// Of a shorter word too little is known to guess how it goes on and what is wrong with it.
constexpr qsizetype longerErrorMin = 5;
constexpr qsizetype longestWord = 32;

/// Rows of the distance table, one a letter of the known word, kept while the next known word
/// begins with the same letters.
class DistanceTable
{
public:
    explicit DistanceTable(const QString &typed)
        : m_typed(typed.left(longestWord))
    {
        std::iota(m_rows[0].begin(), m_rows[0].end(), 0);
    }
    [[nodiscard]] int typedSize() const { return int(m_typed.size()); }
    /// Works out the row of letter `at` (from 1) of `term`; earlier rows are in place. Its least
    /// value.
    int row(const QString &term, int at)
    {
        auto &now = m_rows[size_t(at)];
        const auto &before = m_rows[size_t(at - 1)];
        now[0] = at;
        int least = at;
        for (int i = 1; i <= typedSize(); ++i) {
            const bool same = m_typed[i - 1] == term[at - 1];
            int cost = std::min({before[size_t(i)] + 1, now[size_t(i - 1)] + 1,
                before[size_t(i - 1)] + (same ? 0 : 1)});
            if (i > 1 && at > 1 && m_typed[i - 1] == term[at - 2] && m_typed[i - 2] == term[at - 1])
                cost = std::min(cost, m_rows[size_t(at - 2)][size_t(i - 2)] + 1);
            now[size_t(i)] = cost;
            least = std::min(least, cost);
        }
        return least;
    }
    /// Between what was typed and the first `at` letters.
    [[nodiscard]] int distance(int at) const { return m_rows[size_t(at)][m_typed.size()]; }

private:
    QString m_typed;
    std::array<std::array<int, longestWord + 1>, longestWord + 1> m_rows{};
};

/// "kpt" for "ktp": all that can be forgiven in so short a word. One error lies between them.
bool isSlip(const QString &typed, const QString &known)
{
    return typed.size() == 3 && std::ranges::is_permutation(typed, known);
}

} // namespace

int Vocabulary::add(const QString &word)
{
    const auto known = m_ids.constFind(word);
    if (known != m_ids.constEnd())
        return *known;
    const int id = size();
    m_ids.insert(word, id);
    m_terms.push_back(word);
    return id;
}

std::vector<int> Vocabulary::seal()
{
    std::vector<int> order(m_terms.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::sort(order, [this](int a, int b) { return term(a) < term(b); });
    std::vector<int> renamed(m_terms.size());
    std::vector<QString> sorted;
    sorted.reserve(m_terms.size());
    for (const int old : order) {
        const int id = int(sorted.size());
        const QString &word = term(old);
        renamed[size_t(old)] = id;
        m_ids[word] = id;
        int shared = 0;
        if (id > 0) {
            const QString &last = sorted.back();
            while (shared < std::min(last.size(), word.size()) && last[shared] == word[shared])
                ++shared;
        }
        m_shared.push_back(shared);
        sorted.push_back(word);
        for (const QString &stem : stemsOf(word))
            m_stems[stem].push_back(id);
    }
    m_terms = std::move(sorted);
    return renamed;
}

void Vocabulary::addStems(const QString &word, std::vector<TermMatch> &found) const
{
    const auto add = [&](int id) { found.push_back({id, stemGrade, int(term(id).size())}); };
    const QStringList stems = stemsOf(word);
    for (const QString &stem : stems) {
        if (const int same = find(stem); same >= 0)
            add(same);
    }
    for (const QString &stem : QStringList(word) + stems) {
        for (const int id : m_stems.value(stem))
            add(id);
    }
}

bool Vocabulary::begins(const QString &word) const
{
    const auto at = std::ranges::lower_bound(m_terms, word);
    return at != m_terms.end() && at->startsWith(word);
}

void Vocabulary::addLonger(const QString &word, std::vector<TermMatch> &found) const
{
    auto at = std::ranges::lower_bound(m_terms, word);
    for (; at != m_terms.end() && at->startsWith(word); ++at) {
        if (at->size() > word.size())
            found.push_back({int(at - m_terms.begin()),
                longerGrade + 0.3 * double(word.size()) / double(at->size()), int(word.size())});
    }
}

void Vocabulary::addMistyped(const QString &word, std::vector<TermMatch> &found) const
{
    if (word.size() < 3)
        return;
    const int allowed = errorsAllowed(word.size());
    const int worthGoingOn = std::max(allowed, 1); // isSlip() forgives one
    DistanceTable table(word);
    int dead = int(longestWord) + 1; // letters with which no match begins
    for (int id = 0; id < size(); ++id) {
        const QString &known = term(id);
        const int shared = m_shared[size_t(id)];
        if (shared >= dead)
            continue;
        dead = int(longestWord) + 1;
        const int length = int(std::min(known.size(), longestWord));
        int bestStart = allowed + 1;
        // Rows of the shared letters are those of the term before; only what they said of
        // unfinished words is asked again.
        for (int at = 1; at <= length; ++at) {
            if (at > shared && table.row(known, at) > worthGoingOn) {
                dead = at;
                break;
            }
            bestStart = std::min(bestStart, table.distance(at));
        }
        const double first = known.front() == word.front() ? 0 : firstLetterCost;
        const bool whole = dead > length && length == known.size();
        const int distance = whole ? table.distance(length) : allowed + 1;
        if (distance <= allowed || (distance == 1 && isSlip(word, known)))
            found.push_back({id, errorGrade - errorCost * distance - first, int(known.size())});
        else if (word.size() >= longerErrorMin && bestStart <= allowed && first == 0)
            found.push_back({id, errorGrade - errorCost * bestStart - longerErrorCost,
                int(std::min(word.size(), known.size()))});
    }
}

std::vector<TermMatch> Vocabulary::matches(const QString &word, bool unfinished) const
{
    std::vector<TermMatch> found;
    if (const int same = find(word); same >= 0)
        found.push_back({same, 1, int(word.size())});
    addStems(word, found);
    if (unfinished || word.size() >= 3)
        addLonger(word, found);
    if (found.empty())
        addMistyped(word, found);
    std::ranges::sort(found, [](const TermMatch &a, const TermMatch &b) {
        return a.term != b.term ? a.term < b.term : a.grade > b.grade;
    });
    const auto rest = std::ranges::unique(found, {}, &TermMatch::term);
    found.erase(rest.begin(), rest.end());
    return found;
}

} // namespace antre

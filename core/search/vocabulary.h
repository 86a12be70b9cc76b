// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QString>

#include <vector>

namespace antre {

/// A known word that a typed one may mean.
struct TermMatch
{
    int term = 0;
    double grade = 0; ///< 1: the very word
    int length = 0; ///< letters of the known word that were typed
    friend bool operator==(const TermMatch &, const TermMatch &) = default;
};

/// All words that an index knows, and which of them somebody meant who typed something like them:
/// the very word, one of the same stem, one that goes on from there, and, where there is none of
/// these, one with few typing errors (optimal string alignment distance, so that two neighbours
/// changed over count once). Built once, then constant.
class Vocabulary
{
public:
    /// The term's id, new or known. Only before seal().
    int add(const QString &word);
    /// No more words come. Ids change: the new one of each old one.
    [[nodiscard]] std::vector<int> seal();

    [[nodiscard]] int size() const { return int(m_terms.size()); }
    [[nodiscard]] const QString &term(int id) const { return m_terms[size_t(id)]; }
    /// The term that is exactly this, or -1.
    [[nodiscard]] int find(const QString &word) const { return m_ids.value(word, -1); }
    /// Whether a term goes on from `word`.
    [[nodiscard]] bool begins(const QString &word) const;
    /// What `word` may mean, in the order of ids, each once. `unfinished`: it may go on, being
    /// typed.
    [[nodiscard]] std::vector<TermMatch> matches(const QString &word, bool unfinished) const;

private:
    void addStems(const QString &word, std::vector<TermMatch> &found) const;
    void addLonger(const QString &word, std::vector<TermMatch> &found) const;
    void addMistyped(const QString &word, std::vector<TermMatch> &found) const;

    std::vector<QString> m_terms; ///< sorted once sealed
    std::vector<int> m_shared; ///< letters that a term shares with the one before it
    QHash<QString, int> m_ids;
    QHash<QString, std::vector<int>> m_stems; ///< terms made from this stem
};

} // namespace antre

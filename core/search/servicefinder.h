// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/catalogue.h"
#include "search/vocabulary.h"

namespace antre {

/// Letters of a name that were asked for.
struct Mark
{
    int from = 0;
    int length = 0;
    friend bool operator==(const Mark &, const Mark &) = default;
};

struct FoundService
{
    ServiceId service;
    std::vector<Mark> marks; ///< in the service's name in the asked language, in order
    QString said; ///< the keyword that was meant; empty: the name says it all
    friend bool operator==(const FoundService &, const FoundService &) = default;
};

/// What a query found, best first. The same query finds the same in every run.
struct Findings
{
    /// Everything that was asked is in them; at most servicesMax.
    std::vector<FoundService> services;
    int count = 0; ///< of `services`, had they no limit
    std::vector<FoundService> maybe; ///< something of it is; at most maybeMax
    /// Those that are called so, or, when nothing else was found, the one whose words are nearest.
    std::vector<AgencyId> agencies;
    /// An agency was meant rather than any one service; `maybe` has all of the first one's, too.
    bool isAgency = false;
    static constexpr size_t servicesMax = 100;
    static constexpr size_t maybeMax = 12;
    friend bool operator==(const Findings &, const Findings &) = default;
};

/// Finds a catalogue's services by words. Every word of the query is held against the names of
/// services and agencies in every language, and against their keywords. Rare words weigh more than
/// common ones (inverse document frequency, K. Sparck Jones 1972); a keyword of several words
/// counts the more the more of it was said. Built once a catalogue; keeps nothing of it but copies,
/// so the catalogue may go. Any thread, since find() changes nothing.
class ServiceFinder
{
public:
    explicit ServiceFinder(const Catalogue &catalogue);

    /// `query` as typed so far: its last word may be unfinished. `language`: in which names are
    /// shown. Nothing to look for finds nothing.
    [[nodiscard]] Findings find(const QString &query, const QString &language) const;

private:
    /// AgencyName: what an agency is called. About: what else is said of it.
    enum class Kind { Name, Keyword, AgencyName, About };
    /// One name or keyword.
    struct Text
    {
        QString words;
        QString language;
        Kind kind = Kind::Name;
        double weight = 0; ///< of all its words
    };
    /// A service or an agency; its texts stand together.
    struct Owner
    {
        size_t firstText = 0;
        size_t endText = 0;
        size_t agency = 0; ///< of a service: its agency's place
        bool frequent = false;
    };
    struct Asked;
    struct Fit;

    void add(const Agency &agency);
    void add(const LocalText &texts, Kind kind);
    void add(const LocalWords &words, Kind kind);
    void add(const QString &words, const QString &language, Kind kind);
    void seal();
    [[nodiscard]] double rarity(size_t owners) const;

    [[nodiscard]] QStringList joined(const QStringList &typed) const;
    [[nodiscard]] QStringList split(const QString &query) const;
    [[nodiscard]] std::vector<Asked> ask(const QString &query) const;
    [[nodiscard]] std::vector<double> hear(std::vector<Asked> &asked) const;
    [[nodiscard]] Fit fit(const Owner &owner, bool isAgency, const std::vector<Asked> &asked,
        const std::vector<double> &heard) const;
    [[nodiscard]] std::vector<Fit> fits(const std::vector<Owner> &owners, bool areAgencies,
        const std::vector<Asked> &asked, const std::vector<double> &heard) const;
    void weigh(std::vector<Asked> &asked, const std::vector<Fit> &services,
        const std::vector<Fit> &agencies) const;
    static void rank(std::vector<Fit> &fits, const std::vector<Asked> &asked);
    void findAgencies(Findings &findings, const std::vector<Fit> &agencies, int bestService) const;
    [[nodiscard]] FoundService found(size_t service, const std::vector<Asked> &asked,
        const std::vector<double> &heard, const QString &language) const;
    [[nodiscard]] std::vector<Mark> marks(const Text &name, const std::vector<Asked> &asked) const;

    std::vector<ServiceId> m_serviceIds;
    std::vector<AgencyId> m_agencyIds;
    std::vector<Owner> m_services;
    std::vector<Owner> m_agencies;
    std::vector<Text> m_texts;
    Vocabulary m_vocabulary;
    std::vector<std::vector<size_t>> m_textsOf; ///< by term
};

} // namespace antre

// SPDX-License-Identifier: Apache-2.0
#include "search/servicefinder.h"

#include "search/words.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace antre {

namespace {

// More than anybody types, so that a stuck key costs nothing.
constexpr qsizetype lettersMax = 200;
constexpr qsizetype wordMax = 32;
constexpr qsizetype wordsMax = 8;

// How much a word counts by where it was found. Settled on the searches marked "known" in
// tests/data/searches.tsv.
constexpr double keywordPart = 0.5; // of a keyword of which nothing else was said
constexpr double agencyPart = 0.6; // of what only the agency is called
constexpr double fillerWeight = 0.1;
constexpr double unknownWeight = 0.7; // of a word found nowhere, beside one found once
constexpr double wholeTextBonus = 0.06;
constexpr double frequentBonus = 0.02;

constexpr double sureScore = 0.5;
constexpr double sureBesideBest = 0.75;
constexpr double maybeScore = 0.35;
constexpr double nearestScore = 0.3;

/// Compared as whole thousandths, so that no rounding of a machine's changes the order.
int thousandths(double score) { return int(std::lround(score * 1000)); }

} // namespace

/// One word of the query.
struct ServiceFinder::Asked
{
    QString word;
    bool filler = false;
    bool last = false;
    double weight = 0;
    std::vector<TermMatch> matches;
    std::vector<double> grade; ///< by text: how surely it has the word

    [[nodiscard]] const TermMatch *match(int term) const
    {
        const auto found = std::ranges::lower_bound(matches, term, {}, &TermMatch::term);
        return found != matches.end() && found->term == term ? &*found : nullptr;
    }
};

/// How one service or agency answers the query.
struct ServiceFinder::Fit
{
    size_t owner = 0;
    std::array<double, wordsMax> words{}; ///< how much of each asked word it has
    double wholeText = 0; ///< the largest part of one of its texts that was said
    bool own = false; ///< a word stands in the owner's own texts, not only its agency's
    bool all = false; ///< nothing that was asked is missing
    bool frequent = false;
    double score = 0;
    double bonus = 0; ///< decides among equals

    [[nodiscard]] int rank() const { return thousandths(score + bonus); }
    [[nodiscard]] bool isSureBeside(const Fit &best) const
    {
        return score >= sureScore && score >= sureBesideBest * best.score;
    }
};

// ---- building
// ------------------------------------------------------------------------------------

ServiceFinder::ServiceFinder(const Catalogue &catalogue)
{
    for (const Agency &agency : catalogue.agencies)
        add(agency);
    for (size_t service = 0; service < m_services.size(); ++service)
        m_services[service].frequent
            = std::ranges::find(catalogue.site.frequent, m_serviceIds[service])
            != catalogue.site.frequent.end();
    seal();
}

void ServiceFinder::add(const Agency &agency)
{
    Owner office{.firstText = m_texts.size()};
    add(agency.name, Kind::AgencyName);
    add(agency.shortName, Kind::AgencyName);
    add(agency.keywords, Kind::AgencyName);
    add(agency.about, Kind::About);
    office.endText = m_texts.size();
    const size_t place = m_agencies.size();
    m_agencies.push_back(office);
    m_agencyIds.push_back(agency.id);
    for (const Service &service : agency.services) {
        Owner owner{.firstText = m_texts.size(), .agency = place};
        add(service.name, Kind::Name);
        add(service.keywords, Kind::Keyword);
        owner.endText = m_texts.size();
        m_services.push_back(owner);
        m_serviceIds.push_back(service.id);
    }
}

void ServiceFinder::add(const LocalText &texts, Kind kind)
{
    for (const auto &[language, text] : texts.all())
        add(text, language, kind);
}

void ServiceFinder::add(const LocalWords &words, Kind kind)
{
    for (const auto &[language, phrases] : words) {
        for (const QString &phrase : phrases)
            add(phrase, language, kind);
    }
}

/// Words that touch, or of which one is as short as in "SIM C" and "KK baru", may be typed as one.
static QStringList typedAsOne(const std::vector<Word> &words)
{
    QStringList joined;
    for (size_t i = 1; i < words.size(); ++i) {
        const Word &a = words[i - 1];
        const Word &b = words[i];
        const bool touch = b.from - (a.from + a.length) == 1;
        if (touch && std::min(a.length, b.length) <= 3)
            joined << a.text + b.text;
    }
    return joined;
}

void ServiceFinder::add(const QString &words, const QString &language, Kind kind)
{
    const size_t text = m_texts.size();
    m_texts.push_back({words, language, kind, 0});
    const auto parts = wordsOf(words);
    QStringList terms = typedAsOne(parts);
    for (const Word &word : parts)
        terms << word.text;
    for (const QString &term : terms) {
        const size_t id = size_t(m_vocabulary.add(term));
        m_textsOf.resize(std::max(m_textsOf.size(), id + 1));
        if (m_textsOf[id].empty() || m_textsOf[id].back() != text)
            m_textsOf[id].push_back(text);
    }
}

double ServiceFinder::rarity(size_t owners) const
{
    return std::log(1 + double(m_services.size()) / double(std::max<size_t>(1, owners)));
}

void ServiceFinder::seal()
{
    const auto renamed = m_vocabulary.seal();
    std::vector<std::vector<size_t>> textsOf(m_textsOf.size());
    for (size_t old = 0; old < renamed.size(); ++old)
        textsOf[size_t(renamed[old])] = std::move(m_textsOf[old]);
    m_textsOf = std::move(textsOf);
    for (Text &text : m_texts) {
        for (const Word &word : wordsOf(text.words)) {
            const auto id = size_t(m_vocabulary.find(word.text));
            text.weight += rarity(m_textsOf[id].size()) * (isFiller(word.text) ? fillerWeight : 1);
        }
    }
}

// ---- asking
// --------------------------------------------------------------------------------------

/// "k t p" and "pas por" as one word, if only so they are known.
QStringList ServiceFinder::joined(const QStringList &typed) const
{
    QStringList words;
    for (qsizetype i = 0; i < typed.size(); ++i) {
        qsizetype end = i + 1;
        QString whole = typed[i];
        while (whole.size() == end - i && end < typed.size() && typed[end].size() == 1)
            whole += typed[end++];
        const bool spelled = end - i > 1;
        if (!spelled && end < typed.size()
            && (m_vocabulary.find(typed[i]) < 0 || m_vocabulary.find(typed[end]) < 0))
            whole += typed[end++];
        const bool known = end - i > 1 && m_vocabulary.find(whole) >= 0;
        words << (known ? whole : typed[i]);
        if (known)
            i = end - 1;
    }
    return words;
}

/// The query's words, with "aktalahir" as two.
QStringList ServiceFinder::split(const QString &query) const
{
    QStringList typed;
    for (const Word &word : wordsOf(query.left(lettersMax)))
        typed << word.text.left(wordMax);
    QStringList words;
    for (const QString &word : joined(typed.mid(0, wordsMax))) {
        words << word;
        if (m_vocabulary.find(word) >= 0 || m_vocabulary.begins(word))
            continue;
        for (qsizetype at = word.size() - 2; at >= 2; --at) {
            if (m_vocabulary.find(word.left(at)) < 0 || m_vocabulary.find(word.mid(at)) < 0)
                continue;
            words.back() = word.left(at);
            words << word.mid(at);
            break;
        }
    }
    return words.mid(0, wordsMax);
}

std::vector<ServiceFinder::Asked> ServiceFinder::ask(const QString &query) const
{
    std::vector<Asked> asked;
    const QStringList words = split(query);
    const bool unfinished = !query.endsWith(u' ');
    for (const QString &word : words) {
        const bool last = asked.size() + 1 == size_t(words.size()) && unfinished;
        asked.push_back({word, isFiller(word), last, 0, m_vocabulary.matches(word, last), {}});
    }
    return asked;
}

/// Fills in which texts have which word. What of each text was said, by text.
std::vector<double> ServiceFinder::hear(std::vector<Asked> &asked) const
{
    std::vector<double> heard(m_texts.size());
    for (Asked &word : asked) {
        word.grade.resize(m_texts.size());
        for (const TermMatch &match : word.matches) {
            const auto &texts = m_textsOf[size_t(match.term)];
            const double weight = rarity(texts.size()) * (word.filler ? fillerWeight : 1);
            for (const size_t text : texts) {
                const double more = match.grade - word.grade[text];
                if (more <= 0)
                    continue;
                word.grade[text] = match.grade;
                heard[text] += more * weight;
            }
        }
    }
    return heard;
}

ServiceFinder::Fit ServiceFinder::fit(const Owner &owner, bool isAgency,
    const std::vector<Asked> &asked, const std::vector<double> &heard) const
{
    Fit fit;
    for (size_t text = owner.firstText; text < owner.endText; ++text) {
        if (heard[text] <= 0)
            continue;
        const Kind kind = m_texts[text].kind;
        const double said = std::min(1.0, heard[text] / m_texts[text].weight);
        const double part = kind == Kind::Name ? 1
            : kind == Kind::About              ? keywordPart
                                               : keywordPart + (1 - keywordPart) * said;
        fit.wholeText = std::max(fit.wholeText, said);
        for (size_t word = 0; word < asked.size(); ++word) {
            fit.words[word] = std::max(fit.words[word], asked[word].grade[text] * part);
            fit.own = fit.own || (asked[word].grade[text] > 0 && !asked[word].filler);
        }
    }
    if (isAgency || !fit.own)
        return fit;
    const Owner &agency = m_agencies[owner.agency];
    for (size_t text = agency.firstText; text < agency.endText; ++text) {
        for (size_t word = 0; heard[text] > 0 && word < asked.size(); ++word)
            fit.words[word] = std::max(fit.words[word], asked[word].grade[text] * agencyPart);
    }
    return fit;
}

/// Those that have anything of the query, in the catalogue's order.
std::vector<ServiceFinder::Fit> ServiceFinder::fits(const std::vector<Owner> &owners,
    bool areAgencies, const std::vector<Asked> &asked, const std::vector<double> &heard) const
{
    std::vector<Fit> found;
    for (size_t owner = 0; owner < owners.size(); ++owner) {
        Fit next = fit(owners[owner], areAgencies, asked, heard);
        next.owner = owner;
        next.frequent = owners[owner].frequent;
        if (next.own)
            found.push_back(next);
    }
    return found;
}

/// What each word counts: the less, the more services have it.
void ServiceFinder::weigh(std::vector<Asked> &asked, const std::vector<Fit> &services,
    const std::vector<Fit> &agencies) const
{
    for (size_t word = 0; word < asked.size(); ++word) {
        const auto has = [word](const Fit &fit) { return fit.words[word] > 0; };
        const auto owners = size_t(std::ranges::count_if(services, has));
        const bool known = owners > 0 || std::ranges::any_of(agencies, has);
        asked[word].weight = rarity(owners);
        if (asked[word].filler)
            asked[word].weight *= known ? fillerWeight : 0;
        else if (!known)
            asked[word].weight *= unknownWeight;
    }
}

/// Best first; equals stay in the catalogue's order.
void ServiceFinder::rank(std::vector<Fit> &fits, const std::vector<Asked> &asked)
{
    double weight = 0;
    for (const Asked &word : asked)
        weight += word.weight;
    for (Fit &fit : fits) {
        fit.all = true;
        for (size_t word = 0; word < asked.size(); ++word) {
            fit.score += fit.words[word] * asked[word].weight / weight;
            fit.all = fit.all && (asked[word].filler || fit.words[word] > 0);
        }
        fit.bonus = wholeTextBonus * fit.wholeText + (fit.frequent ? frequentBonus : 0);
    }
    std::ranges::stable_sort(fits, std::ranges::greater(), &Fit::rank);
}

Findings ServiceFinder::find(const QString &query, const QString &language) const
{
    Findings findings;
    auto asked = ask(query);
    if (std::ranges::all_of(asked, &Asked::filler))
        return findings;
    const auto heard = hear(asked);
    auto services = fits(m_services, false, asked, heard);
    auto agencies = fits(m_agencies, true, asked, heard);
    weigh(asked, services, agencies);
    rank(services, asked);
    rank(agencies, asked);
    for (const Fit &fit : services) {
        const bool sure = fit.all && fit.isSureBeside(services.front());
        auto &list = sure ? findings.services : findings.maybe;
        const size_t most = sure ? Findings::servicesMax : Findings::maybeMax;
        if (fit.score >= maybeScore && list.size() < most)
            list.push_back(found(fit.owner, asked, heard, language));
    }
    findings.count = int(std::ranges::count_if(
        services, [&](const Fit &fit) { return fit.all && fit.isSureBeside(services.front()); }));
    if (!agencies.empty())
        findAgencies(findings, agencies, services.empty() ? 0 : services.front().rank());
    return findings;
}

/// REQUIRES: one of them has anything of the query.
void ServiceFinder::findAgencies(
    Findings &findings, const std::vector<Fit> &agencies, int bestService) const
{
    const Fit &best = agencies.front();
    std::vector<size_t> places;
    for (const Fit &fit : agencies) {
        if (fit.all && fit.isSureBeside(best))
            places.push_back(fit.owner);
    }
    findings.isAgency = !places.empty() && best.rank() > bestService;
    const bool nothing = places.empty() && findings.services.empty() && findings.maybe.empty();
    if (nothing && best.score >= nearestScore)
        places.push_back(best.owner);
    for (const size_t place : places)
        findings.agencies.push_back(m_agencyIds[place]);
    if (!findings.isAgency)
        return;
    // Who names an agency may want any of its services.
    for (size_t service = 0; service < m_services.size(); ++service) {
        const auto isThis
            = [&](const FoundService &other) { return other.service == m_serviceIds[service]; };
        if (m_services[service].agency == places.front()
            && findings.maybe.size() < Findings::maybeMax
            && std::ranges::none_of(findings.services, isThis)
            && std::ranges::none_of(findings.maybe, isThis))
            findings.maybe.push_back({m_serviceIds[service], {}, {}});
    }
}

// ---- showing
// -------------------------------------------------------------------------------------

FoundService ServiceFinder::found(size_t service, const std::vector<Asked> &asked,
    const std::vector<double> &heard, const QString &language) const
{
    FoundService found{m_serviceIds[service], {}, {}};
    const Owner &owner = m_services[service];
    size_t name = owner.firstText;
    std::optional<size_t> said;
    const auto part = [&](size_t text) {
        return heard[text] / m_texts[text].weight
            + (m_texts[text].language == language ? 0.001 : 0);
    };
    for (size_t text = owner.firstText; text < owner.endText; ++text) {
        if (m_texts[text].kind == Kind::Name) {
            if (m_texts[text].language == language)
                name = text;
        } else if (heard[text] > 0 && (!said || part(text) > part(*said))) {
            said = text;
        }
    }
    found.marks = marks(m_texts[name], asked);
    const bool nameHasAll = std::ranges::all_of(
        asked, [name](const Asked &word) { return word.filler || word.grade[name] > 0; });
    if (said && !nameHasAll)
        found.said = m_texts[*said].words;
    return found;
}

std::vector<Mark> ServiceFinder::marks(const Text &name, const std::vector<Asked> &asked) const
{
    std::vector<Mark> marks;
    for (const Word &word : wordsOf(name.words)) {
        const int term = m_vocabulary.find(word.text);
        int length = 0;
        for (const Asked &other : asked) {
            const auto *match = other.match(term);
            // "a" is a class of licences as well as an article
            if (match && (!other.filler || name.words[word.from].isUpper()))
                length = std::max(length, std::min(match->length, word.length));
        }
        if (length > 0)
            marks.push_back({word.from, length});
    }
    return marks;
}

} // namespace antre

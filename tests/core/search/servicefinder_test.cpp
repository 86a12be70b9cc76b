// SPDX-License-Identifier: Apache-2.0
#include "search/servicefinder.h"
#include "support/catch.h"
#include "support/paths.h"
#include "wire/cataloguejson.h"

#include <QFile>

#include <algorithm>
#include <iostream>
#include <random>

using namespace antre;

namespace {

QByteArray sourceFile(const char *name)
{
    QFile file(sourcePath("") + QLatin1String(name));
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

const Catalogue &bengkulu()
{
    static const CataloguePtr mall
        = readCatalogue(sourceFile("resources/catalogue/mpp-bengkulu.json")).catalogue;
    REQUIRE(mall);
    return *mall;
}

const ServiceFinder &finder()
{
    static const ServiceFinder finder(bengkulu());
    return finder;
}

Findings search(const char *query, const char *language = "id")
{
    return finder().find(QString::fromUtf8(query), QLatin1String(language));
}

/// What a visitor reads from the top: the agency first where it is meant, sure services, others.
QStringList listed(const Findings &findings)
{
    QStringList ids;
    const auto addAgencies = [&] {
        for (const AgencyId &agency : findings.agencies)
            ids << u'@' % agency.value();
    };
    if (findings.isAgency)
        addAgencies();
    for (const FoundService &found : findings.services)
        ids << found.service.value();
    for (const FoundService &found : findings.maybe)
        ids << found.service.value();
    if (!findings.isAgency)
        addAgencies();
    return ids;
}

struct Search
{
    QString group;
    QString language;
    QString query;
    QStringList expected; ///< empty: nothing of this mall
};

std::vector<Search> searches(const QString &group)
{
    std::vector<Search> list;
    for (const QByteArray &line : sourceFile("tests/data/searches.tsv").split('\n')) {
        const QStringList fields = QString::fromUtf8(line).split(u'\t');
        if (fields.size() != 4 || fields[0] != group)
            continue;
        QStringList expected = fields[3].split(u'|');
        expected.removeAll(QStringLiteral("-"));
        list.push_back({fields[0], fields[1], fields[2], expected});
    }
    return list;
}

/// How many of the first `count` lines of a search are looked at until an expected one comes; -1:
/// none.
int placeOf(const Search &search)
{
    const QStringList list = listed(finder().find(search.query, search.language));
    for (int place = 0; place < int(list.size()); ++place) {
        if (search.expected.contains(list[place]))
            return place;
    }
    return -1;
}

struct Share
{
    int asked = 0;
    int first = 0;
    int firstThree = 0;
    QStringList missed; ///< not in the first three

    void count(int place, const QString &what)
    {
        ++asked;
        first += place == 0;
        if (place >= 0 && place < 3)
            ++firstThree;
        else
            missed << what;
    }
    void print(const char *what) const
    {
        std::cout << what << ": of " << asked << " searches " << first << " first, " << firstThree
                  << " in the first three\n";
        for (const QString &miss : missed)
            UNSCOPED_INFO(miss.toStdString());
    }
    [[nodiscard]] double ofFirst() const { return double(first) / asked; }
    [[nodiscard]] double ofFirstThree() const { return double(firstThree) / asked; }
};

Share share(const QString &group)
{
    Share share;
    for (const Search &search : searches(group)) {
        if (!search.expected.isEmpty())
            share.count(placeOf(search), search.query);
    }
    return share;
}

/// `text` with one typing error in every word of four letters or more.
QString mistyped(const QString &text, std::minstd_rand &chance)
{
    QStringList words = text.toLower().split(u' ');
    for (QString &word : words) {
        if (word.size() < 4)
            continue;
        const int at = 1 + int(chance() % uint(word.size() - 2)); // people get the ends right
        const QChar other = QChar(u'a' + int(chance() % 26));
        switch (chance() % 5) {
        case 0:
            word.remove(at, 1);
            break;
        case 1:
            word[at] = other;
            break;
        case 2:
            word.insert(at, other);
            break;
        case 3:
            word.insert(at, QChar(word[at]));
            break;
        default:
            word.replace(at, 2, QString(word[at + 1]) + word[at]);
        }
    }
    return words.join(u' ');
}

QString text(const char *words) { return QString::fromUtf8(words); }

/// "[KTP]-el baru": the name with its marks.
QString marked(const FoundService &found, const char *language = "id")
{
    QString name = bengkulu().service(found.service)->name.in(QLatin1String(language));
    for (auto mark = found.marks.rbegin(); mark != found.marks.rend(); ++mark)
        name.insert(mark->from + mark->length, u']').insert(mark->from, u'[');
    return name;
}

} // namespace

TEST_CASE("Everyday words find the service, in Indonesian and English, with errors", "[search]")
{
    const Share known = share(text("known"));
    known.print("Searches looked at while weights were settled");
    CHECK(known.asked >= 150);
    CHECK(known.ofFirst() >= 0.98);
    CHECK(known.ofFirstThree() >= 0.99);
    const Share unseen = share(text("unseen"));
    unseen.print("Searches set aside");
    CHECK(unseen.asked >= 150);
    CHECK(unseen.ofFirst() >= 0.97);
    CHECK(unseen.ofFirstThree() >= 0.98);
}

TEST_CASE("A word is known with Indonesian affixes that the catalogue does not have", "[search]")
{
    const Share affixed = share(text("affixed"));
    affixed.print("Searches in formal words");
    CHECK(affixed.asked >= 50);
    CHECK(affixed.ofFirst() >= 0.9);
}

TEST_CASE("What the mall does not have is not pretended", "[search]")
{
    int asked = 0;
    for (const QString &group : {text("known"), text("unseen")}) {
        for (const Search &search : searches(group)) {
            if (!search.expected.isEmpty())
                continue;
            ++asked;
            CAPTURE(search.query);
            CHECK(finder().find(search.query, search.language).services.empty());
        }
    }
    CHECK(asked >= 25);
    for (const char *noise : {"pizza", "asdfgh", "xxxx", "12345", "zzz zzz"})
        CHECK(search(noise) == Findings());
}

TEST_CASE("A typing error in every longer word still finds the service", "[search]")
{
    std::minstd_rand chance(118);
    Share share;
    for (const Agency &agency : bengkulu().agencies) {
        for (const Service &service : agency.services) {
            for (const QString &language : bengkulu().site.languages) {
                const QString typed = mistyped(service.everydayName(language), chance);
                share.count(placeOf({{}, language, typed, {service.id.value()}}), typed);
            }
        }
    }
    share.print("Everyday names, mistyped");
    CHECK(share.asked == 2 * bengkulu().serviceCount());
    CHECK(share.ofFirstThree() >= 0.93);
}

TEST_CASE("The service is in sight before all is typed", "[search]")
{
    int letters = 0;
    int typed = 0;
    for (const Search &search : searches(text("known"))) {
        if (search.expected.isEmpty())
            continue;
        qsizetype needed = 1;
        const auto inSight = [&](int place) { return place >= 0 && place < 6; };
        while (needed < search.query.size()
            && !inSight(placeOf({{}, search.language, search.query.left(needed), search.expected})))
            ++needed;
        letters += int(search.query.size());
        typed += int(needed);
    }
    std::cout << "Letters typed until the service is among six: " << typed << " of " << letters
              << "\n";
    CHECK(typed < letters * 4 / 10);
}

TEST_CASE("Words may stand in any order, in capitals and with marks between", "[search]")
{
    for (const char *query :
        {"ktp hilang", "hilang ktp", "KTP, HILANG", "ktp-hilang", "ktp  hilang"})
        CHECK(listed(search(query)).value(0) == text("disdukcapil.ktp-hilang"));
    for (const char *query : {"k t p hilang", "ktphilang"})
        CHECK(listed(search(query)).value(0) == text("disdukcapil.ktp-hilang"));
}

TEST_CASE(
    "What has the word in its name is sure; what only has to do with it may be meant", "[search]")
{
    const Findings ktp = search("ktp");
    CHECK(ktp.count == 3);
    REQUIRE(ktp.services.size() == 3);
    CHECK(marked(ktp.services[0]) == text("[KTP]-el baru (perekaman pertama)"));
    const QStringList list = listed(ktp);
    for (const char *other : {"polresta.kehilangan", "disdukcapil.ikd", "disdukcapil.kia"})
        CHECK(list.indexOf(text(other)) >= 3);
}

TEST_CASE("What was typed is marked, and a keyword is told that was meant", "[search]")
{
    CHECK(marked(search("pasp").services[0]) == text("[Pasp]or baru"));
    CHECK(marked(search("akat khelahiran").services[0]) == text("[Akta] [Kelahiran]"));
    CHECK(marked(search("sim a").services[0]) == text("Perpanjangan [SIM] [A]"));
    CHECK(search("paspor").services[0].said.isEmpty());
    const FoundService conduct = search("surat kelakuan baik").services[0];
    CHECK(conduct.said == text("surat kelakuan baik"));
    CHECK(marked(conduct) == text("SKCK baru"));
}

TEST_CASE("Who names an agency is led to it", "[search]")
{
    const Findings police = search("polisi");
    CHECK(police.isAgency);
    CHECK(police.agencies == std::vector{AgencyId(text("polresta"))});
    CHECK(police.services.size() + police.maybe.size() == 6);
    const Findings visa = search("visa");
    CHECK(visa.services.empty());
    CHECK(visa.agencies == std::vector{AgencyId(text("imigrasi"))});
    CHECK_FALSE(search("pindah faskes").isAgency);
}

TEST_CASE("Nothing to look for finds nothing, and no text is too strange", "[search]")
{
    for (const char *query : {"", "   ", "?!", "saya mau", "how do I"})
        CHECK(search(query) == Findings());
    const QString strange[] = {QString(100'000, u'k'), QString(50'000, u' ') + u'a',
        text("ktp ").repeated(20'000), text("\xF0\x9F\x98\x80 ktp"), QString(QChar(0xD800)),
        text("ktp\x01\x1b[2J"), text("K\xCC\x81T\xCC\x81P")};
    for (const QString &query : strange)
        CHECK(finder().find(query, text("id")).services.size() <= Findings::servicesMax);
    CHECK_FALSE(search("\xF0\x9F\x98\x80 ktp").services.empty());
}

TEST_CASE("The same search finds the same", "[search]")
{
    const ServiceFinder again(bengkulu());
    for (const Search &search : searches(text("known")))
        CHECK(again.find(search.query, search.language)
            == finder().find(search.query, search.language));
}

TEST_CASE("A catalogue without keywords is searched by its names", "[search]")
{
    const auto mall = readCatalogue(sourceFile("tests/data/catalogue-small.json")).catalogue;
    REQUIRE(mall);
    const ServiceFinder small(*mall);
    CHECK(small.find(text("kartu kelaurga"), text("id")).services.at(0).service
        == ServiceId(text("dukcapil.kk")));
    CHECK(ServiceFinder(Catalogue()).find(text("ktp"), text("id")) == Findings());
}

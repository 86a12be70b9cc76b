// SPDX-License-Identifier: Apache-2.0

// What finding a service costs at each letter typed, with Bengkulu's 118 services and with 2,000,
// and what building the index costs. The floor: asking each name whether it contains the text,
// which finds none of the everyday words. Prints figures; asserts nothing about time.

#include "bench/timings.h"
#include "search/servicefinder.h"
#include "support/paths.h"
#include "wire/cataloguejson.h"

#include <QFile>

using namespace antre;

namespace {

constexpr int manyServices = 2000;

QByteArray sourceFile(const char *name)
{
    QFile file(sourcePath("") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Other words, as alike and as long as the catalogue's: the longer ones with letters shifted.
QString foreign(const QString &text, int shift)
{
    QString other;
    for (const QString &word : text.split(u' ')) {
        QString changed = word;
        for (int i = 1; word.size() > 3 && i < int(word.size()) - 1; ++i) {
            if (word[i].isLetter())
                changed[i] = QChar(u'a' + (word[i].toLower().unicode() + shift * i) % 26);
        }
        other += (other.isEmpty() ? QString() : QStringLiteral(" ")) + changed;
    }
    return other;
}

LocalText foreign(const LocalText &text, int shift)
{
    std::map<QString, QString> texts;
    for (const auto &[language, words] : text.all())
        texts[language] = foreign(words, shift);
    return LocalText(std::move(texts));
}

/// The catalogue and copies of its services under other names.
Catalogue widened(const Catalogue &mall, int services)
{
    Catalogue wide = mall;
    for (int shift = 1, count = mall.serviceCount(); count < services; ++shift) {
        for (size_t a = 0; a < mall.agencies.size(); ++a) {
            for (Service service : mall.agencies[a].services) {
                if (++count > services)
                    break;
                service.id = ServiceId(service.id.value() + u'-' + QString::number(shift));
                service.name = foreign(service.name, shift);
                for (auto &[language, phrases] : service.keywords) {
                    for (QString &phrase : phrases)
                        phrase = foreign(phrase, shift);
                }
                wide.agencies[a].services.push_back(std::move(service));
            }
        }
    }
    wide.index();
    return wide;
}

QStringList queries()
{
    QStringList list;
    for (const QByteArray &line : sourceFile("tests/data/searches.tsv").split('\n')) {
        const QStringList fields = QString::fromUtf8(line).split(u'\t');
        if (fields.size() == 4)
            list << fields[2];
    }
    return list;
}

void measure(const Catalogue &mall, const QStringList &typed)
{
    const QString language = QStringLiteral("id");
    std::printf("\n%d services\n", mall.serviceCount());
    Timings build;
    for (int run = 0; run < 9; ++run)
        build.add(timed([&] { const ServiceFinder finder(mall); }));
    build.print("  index built");
    const ServiceFinder finder(mall);
    Timings keystroke;
    Timings whole;
    Timings floor;
    size_t found = 0;
    for (const QString &query : typed) {
        for (int letters = 1; letters <= int(query.size()); ++letters) {
            const QString so = query.left(letters);
            const auto time = timed([&] { found += finder.find(so, language).services.size(); });
            keystroke.add(time);
            if (letters == int(query.size()))
                whole.add(time);
            floor.add(timed([&] {
                for (const Agency &agency : mall.agencies) {
                    for (const Service &service : agency.services)
                        found += service.name.in(language).contains(so, Qt::CaseInsensitive);
                }
            }));
        }
    }
    keystroke.print("  one letter more");
    whole.print("  the whole query");
    floor.print("  floor: names that contain the text");
    if (found == 0)
        std::printf("  nothing found: this measured nothing\n");
}

} // namespace

int main()
{
    const auto mall = readCatalogue(sourceFile("resources/catalogue/mpp-bengkulu.json")).catalogue;
    const QStringList typed = queries();
    if (!mall || typed.isEmpty()) {
        std::printf("no catalogue or no searches\n");
        return 1;
    }
    measure(*mall, typed);
    measure(widened(*mall, manyServices), typed);
    return 0;
}

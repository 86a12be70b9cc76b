// SPDX-License-Identifier: Apache-2.0
#include "app/antrectl/antrectl.h"
#include "rehearsal/witnesses.h"
#include "support/paths.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace antre;

namespace {

/// A Monday in the small mall, as fast as a rehearsal goes.
Said rehearse(const QStringList &more)
{
    return antrectl(
        QStringList{QStringLiteral("rehearse"), QStringLiteral("--catalogue"),
            sourcePath("tests/data/catalogue-small.json"), QStringLiteral("--day"),
            QStringLiteral("2026-08-24"), QStringLiteral("--speed"), QStringLiteral("5000")}
        + more);
}

int numberAfter(const QString &text, const char *words)
{
    const auto match
        = QRegularExpression(QLatin1String(words) + QStringLiteral("\\s+(\\d+)")).match(text);
    return match.hasMatch() ? match.captured(1).toInt() : -1;
}

} // namespace

TEST_CASE("A rehearsed day is reconciled, and what it kept can be read back", "[antrectl]")
{
    QTemporaryDir directory;
    const QString site = directory.filePath(QStringLiteral("site"));
    const Said said = rehearse({QStringLiteral("--visitors"), QStringLiteral("60"),
        QStringLiteral("--seed"), QStringLiteral("3"), QStringLiteral("--keep"), site});
    INFO(said.out.toStdString() << said.err.toStdString());
    CHECK(said.exit == 0);
    CHECK(said.out.contains(QStringLiteral(
        "Reconciled: kiosks, counters and the journal read back tell the same day.")));
    CHECK(said.err.contains(QStringLiteral("issued")));

    const auto journal = readJournal(site + QStringLiteral("/journal.db"));
    REQUIRE(journal);
    CHECK(int(journal->given.size()) == numberAfter(said.out, "\nAll"));
    CHECK(journal->given.size() > 30);
    // Who had a number was served, and then the service ended the day.
    CHECK(journal->ended.size() == journal->given.size());
    REQUIRE(journal->end);
    CHECK(journal->end->issued == int(journal->given.size()));
    CHECK(said.out.contains(QStringLiteral("Day's end:         0 of ")));
    CHECK(journal->calls > 0);
}

TEST_CASE("Where numbers expire at closing time the day's end is in the books", "[antrectl]")
{
    QTemporaryDir directory;
    QFile small(sourcePath("tests/data/catalogue-small.json"));
    REQUIRE(small.open(QIODevice::ReadOnly));
    QJsonObject mall = QJsonDocument::fromJson(small.readAll()).object();
    QJsonObject site = mall[QStringLiteral("site")].toObject();
    site[QStringLiteral("endOfDay")] = QJsonObject{
        {QStringLiteral("rule"), QStringLiteral("expire")}, {QStringLiteral("afterMinutes"), 0}};
    mall[QStringLiteral("site")] = site;
    const QString file = directory.filePath(QStringLiteral("mall.json"));
    QFile strict(file);
    REQUIRE(strict.open(QIODevice::WriteOnly));
    strict.write(QJsonDocument(mall).toJson());
    strict.close();
    const Said said = rehearse(
        {QStringLiteral("--catalogue"), file, QStringLiteral("--visitors"), QStringLiteral("250")});
    INFO(said.out.toStdString() << said.err.toStdString());
    CHECK(said.exit == 0);
    CHECK(numberAfter(said.out, "Day's end:") > 0);
}

TEST_CASE(
    "A day on which the service is killed three times is reconciled all the same", "[antrectl]")
{
    const Said said = rehearse({QStringLiteral("--visitors"), QStringLiteral("80"),
        QStringLiteral("--crashes"), QStringLiteral("3")});
    INFO(said.out.toStdString() << said.err.toStdString());
    CHECK(said.exit == 0);
    CHECK(said.out.contains(QStringLiteral("The service was killed 3 times")));
}

TEST_CASE("A rehearsal never touches a site that is there already", "[antrectl]")
{
    QTemporaryDir directory;
    const Said said = rehearse({QStringLiteral("--keep"), directory.path()});
    CHECK(said.exit == 2);
    CHECK(said.err.contains(QStringLiteral("is there already")));
}

TEST_CASE("A day when the mall is closed can't be rehearsed", "[antrectl]")
{
    const Said holiday = antrectl(
        {QStringLiteral("rehearse"), QStringLiteral("--day"), QStringLiteral("2026-08-17")});
    CHECK(holiday.exit == 2);
    CHECK(holiday.err
        == QStringLiteral(
            "antrectl: the site is closed on 2026-08-17; it opens again on 2026-08-18.\n"));
    CHECK(
        antrectl({QStringLiteral("rehearse"), QStringLiteral("--day"), QStringLiteral("tomorrow")})
            .exit
        == 2);
}

TEST_CASE("A rehearsal of nobody, or at no speed, makes no sense", "[antrectl]")
{
    for (const auto &[option, value] : {std::pair{"--visitors", "0"}, {"--visitors", "many"},
             {"--speed", "0"}, {"--speed", "nan"}, {"--kiosks", "36"}, {"--seed", "-1"}}) {
        const Said said = antrectl(
            {QStringLiteral("rehearse"), QString::fromLatin1(option), QString::fromLatin1(value)});
        CHECK(said.exit == 2);
        CHECK(said.err.startsWith(QStringLiteral("antrectl: ") + QString::fromLatin1(option)));
    }
}

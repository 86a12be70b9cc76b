// SPDX-License-Identifier: Apache-2.0
#include "source/translations.h"
#include "support/catch.h"
#include "support/paths.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

using namespace antre::source;

static Files translationFiles()
{
    Files files = projectFiles();
    files.removeIf([](const File &file) {
        return !file.isIn(QLatin1String("translations/"))
            || !file.path.endsWith(QLatin1String(".ts"));
    });
    return files;
}

// What lupdate finds in the source now, as a .ts file, and its complaints.
struct Collected
{
    File file;
    QString complaints;
};

static Collected collect(bool pluralOnly)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("collected.ts"));
    QStringList arguments
        = {QStringLiteral("-silent"), QStringLiteral("-locations"), QStringLiteral("none")};
    if (pluralOnly)
        arguments << QStringLiteral("-pluralonly");
    for (const char *part : {"core", "ui", "app"})
        arguments << antre::sourcePath("") + QString::fromLatin1(part);
    QProcess lupdate;
    lupdate.setProcessChannelMode(QProcess::MergedChannels);
    lupdate.start(QStringLiteral(ANTRE_LUPDATE), arguments << QStringLiteral("-ts") << path);
    lupdate.waitForFinished(100'000);
    QFile file(path);
    const bool opened = file.open(QIODevice::ReadOnly);
    return {{path, opened ? QString::fromUtf8(file.readAll()) : QString()},
        QString::fromLocal8Bit(lupdate.readAll())};
}

TEST_CASE("Every translation is finished", "[source]")
{
    const Files files = translationFiles();
    CHECK(files.size() >= 2);
    for (const File &file : files)
        CHECK(joined(unfinishedTranslations(file)) == QString());
}

TEST_CASE("Every text on screen is translated, and nothing else", "[source]")
{
    const Collected all = collect(false);
    CHECK(all.complaints == QString());
    for (const File &file : translationFiles()) {
        // The source strings are English; only their plural forms need a file.
        const bool english = file.name() == QLatin1String("antre_en.ts");
        CHECK(
            joined(strayTranslations(file, english ? collect(true).file : all.file)) == QString());
    }
}

TEST_CASE("Every language is built in", "[source]")
{
    for (const File &file : translationFiles()) {
        CAPTURE(file.path);
        CHECK(QFile::exists(QStringLiteral(":/i18n/%1.qm").arg(file.name().section(u'.', 0, 0))));
    }
}

static File sample(const char *messages)
{
    return {QStringLiteral("a.ts"),
        QStringLiteral("<TS version=\"2.1\"><context><name>C</name>%1</context></TS>")
            .arg(QString::fromUtf8(messages))};
}

TEST_CASE("An unfinished, empty or distorted translation is found", "[source]")
{
    const auto faults
        = [](const char *text) { return unfinishedTranslations(sample(text)).size(); };
    CHECK(
        faults("<message><source>Line</source><translation>Antrean</translation></message>") == 0);
    CHECK(faults("<message><source>Line</source><translation "
                 "type=\"unfinished\">A</translation></message>")
        == 1);
    CHECK(faults("<message><source>Line</source><translation "
                 "type=\"vanished\">A</translation></message>")
        == 1);
    CHECK(faults("<message><source>Line</source><translation></translation></message>") == 1);
    CHECK(faults("<message><source>Line %1</source><translation>Antrean</translation></message>")
        == 1);
    CHECK(faults(
              "<message><source>%1 of %2</source><translation>dari %2, %L1</translation></message>")
        == 0);
    CHECK(faults("<message numerus=\"yes\"><source>%n people</source><translation><numerusform>%n "
                 "orang</numerusform>"
                 "<numerusform></numerusform></translation></message>")
        == 1);
    CHECK(faults("<message><source>Line</message>") == 1);
}

TEST_CASE("A missing translation and one that nobody needs are found", "[source]")
{
    const File line
        = sample("<message><source>Line</source><translation>Antrean</translation></message>");
    const File desk
        = sample("<message><source>Counter</source><translation>Loket</translation></message>");
    CHECK(strayTranslations(line, line).isEmpty());
    CHECK(strayTranslations(line, desk).size() == 2);
}

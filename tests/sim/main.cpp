// SPDX-License-Identifier: Apache-2.0
#include "checks.h"
#include "interleaving.h"
#include "world.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>

#include <cstdio>
#include <ctime>

namespace antre::sim {
namespace {

enum Exit { Success = 0, Violations = 1, Usage = 2 };

struct Options
{
    quint64 from = 1;
    quint64 seeds = 1;
    bool story = false;
    bool untilFound = false;
    quint64 interleavings = 0; ///< run these instead of whole malls
    Wishes wishes;
};

void print(FILE *to, const QString &line)
{
    std::fprintf(to, "%s\n", qUtf8Printable(line));
    std::fflush(to);
}

/// A day's worth of all seeds together.
struct Figures
{
    quint64 seeds = 0;
    quint64 violations = 0;
    quint64 events = 0; ///< of journals
    quint64 happenings = 0; ///< of timelines
    quint64 slips = 0;
    quint64 days = 0;
    double hours = 0; ///< simulated
};

QStringList live(quint64 seed, const Options &options, Figures &figures, QStringList *story)
{
    World world(Plan::of(seed, options.wishes), story != nullptr);
    world.run();
    const QStringList found = violationsIn(world);
    figures.seeds += 1;
    figures.violations += quint64(found.size());
    figures.events += world.service.disk.records().size();
    figures.happenings += world.timeline.happened();
    figures.slips += world.truth.slips.size();
    figures.days += quint64(world.plan.days);
    figures.hours += double(world.timeline.now().count()) / 3600e3;
    if (story)
        *story = world.story();
    return found;
}

void tellStory(quint64 seed, const Options &options)
{
    Figures once;
    QStringList story;
    const QStringList found = live(seed, options, once, &story);
    print(stdout, QStringLiteral("seed %1").arg(seed));
    for (const QString &line : story)
        print(stdout, line);
    for (const QString &violation : found)
        print(stdout, QStringLiteral("VIOLATION ") + violation);
}

void printFigures(const Figures &figures, double seconds)
{
    print(stdout,
        QStringLiteral("slips=%1 mall-days=%2 mall-days/minute=%3 simulated-hours/second=%4 "
                       "happenings=%5 cpu-seconds=%6")
            .arg(figures.slips)
            .arg(figures.days)
            .arg(qRound64(double(figures.days) / seconds * 60))
            .arg(qRound64(figures.hours / seconds))
            .arg(figures.happenings)
            .arg(seconds, 0, 'f', 1));
    print(stdout,
        QStringLiteral("seeds=%1 violations=%2 events=%3")
            .arg(figures.seeds)
            .arg(figures.violations)
            .arg(figures.events));
}

Exit run(const Options &options)
{
    if (options.story) {
        tellStory(options.from, options);
        return Success;
    }
    Figures figures;
    QElapsedTimer timer;
    timer.start();
    const std::clock_t begun = std::clock();
    qint64 reported = 0;
    for (quint64 seed = options.from; seed < options.from + options.seeds; ++seed) {
        const QStringList found = live(seed, options, figures, nullptr);
        if (!found.isEmpty()) {
            print(stdout, QStringLiteral("seed=%1 %2").arg(seed).arg(found.first()));
            if (figures.violations == quint64(found.size()) && !options.untilFound)
                tellStory(seed, options);
            if (options.untilFound)
                break;
        }
        constexpr qint64 progressEvery = 5000;
        if (timer.elapsed() - reported >= progressEvery) {
            reported = timer.elapsed();
            print(
                stderr, QStringLiteral("seed %1, %2 violations").arg(seed).arg(figures.violations));
        }
    }
    printFigures(figures, double(std::clock() - begun) / CLOCKS_PER_SEC + 1e-9);
    return figures.violations == 0 ? Success : Violations;
}

void tellInterleaving(quint64 seed)
{
    InterleavingFigures once;
    QStringList story;
    const QStringList found = interleave(seed, once, &story);
    for (const QString &line : story)
        print(stdout, line);
    for (const QString &violation : found)
        print(stdout, QStringLiteral("VIOLATION ") + violation);
}

Exit runInterleavings(const Options &options)
{
    InterleavingFigures figures;
    const std::clock_t begun = std::clock();
    bool isFound = false;
    for (quint64 seed = options.from; seed < options.from + options.interleavings; ++seed) {
        const QStringList found = interleave(seed, figures);
        if (found.isEmpty())
            continue;
        isFound = true;
        print(stdout, QStringLiteral("seed=%1 %2").arg(seed).arg(found.first()));
        tellInterleaving(seed);
        break;
    }
    print(stdout,
        QStringLiteral("interleavings=%1 violations=%2 commands=%3 granted=%4 events=%5 calls=%6 "
                       "cpu-seconds=%7")
            .arg(figures.interleavings)
            .arg(isFound ? 1 : 0)
            .arg(figures.commands)
            .arg(figures.granted)
            .arg(figures.events)
            .arg(figures.calls)
            .arg(double(std::clock() - begun) / CLOCKS_PER_SEC, 0, 'f', 1));
    return isFound ? Violations : Success;
}

Result<Options> parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Lives through days of a simulated mall and checks Antre's promises."));
    parser.addHelpOption();
    const auto add = [&](const char *name, const char *help, const char *value = "") {
        parser.addOption(
            {QString::fromLatin1(name), QString::fromLatin1(help), QString::fromLatin1(value)});
    };
    add("seeds", "How many seeds to run.", "N");
    add("from", "The first seed.", "SEED");
    add("seed", "Run this seed only.", "SEED");
    add("story", "Tell what happens in the seed.");
    add("until-found", "Stop at the first violation, without its story.");
    add("interleavings",
        "Instead of malls: so many random orders in which counters' commands reach one queue.",
        "N");
    add("days", "Days in each seed, instead of the seed's own number.", "N");
    add("visitors", "Visitors a day, instead of the seed's own number.", "N");
    add("sqlite", "Journals in SQLite files, in every seed.");
    if (!parser.parse(arguments))
        return failure(ErrorCode::Invalid, parser.errorText());
    if (parser.isSet(QStringLiteral("help")))
        return failure(ErrorCode::Invalid, parser.helpText(), QStringLiteral("enough"));
    if (!parser.positionalArguments().isEmpty())
        return failure(ErrorCode::Invalid,
            QStringLiteral("\"%1\" is too much").arg(parser.positionalArguments().first()));
    QString wrong;
    const auto number = [&](const char *name) -> std::optional<quint64> {
        const QString option = QString::fromLatin1(name);
        if (!parser.isSet(option))
            return std::nullopt;
        bool ok = false;
        const quint64 value = parser.value(option).toULongLong(&ok);
        if (!ok || value == 0 || value > 1'000'000'000)
            wrong = QStringLiteral("--%1 takes a number from 1 to a thousand millions").arg(option);
        return value;
    };
    Options options;
    options.seeds = number("seeds").value_or(1);
    options.from = number("from").value_or(1);
    options.interleavings = number("interleavings").value_or(0);
    options.from = number("seed").value_or(options.from);
    options.story = parser.isSet(QStringLiteral("story"));
    options.untilFound = parser.isSet(QStringLiteral("until-found"));
    options.wishes.sqlite = parser.isSet(QStringLiteral("sqlite"));
    if (const auto days = number("days"))
        options.wishes.days = int(*days);
    if (const auto visitors = number("visitors"))
        options.wishes.visitors = int(*visitors);
    if (!wrong.isEmpty())
        return failure(ErrorCode::Invalid, wrong);
    return options;
}

} // namespace
} // namespace antre::sim

int main(int argc, char **argv)
{
    using namespace antre;
    using namespace antre::sim;
    // Hash tables must not differ from run to run: a seed is a whole world.
    QHashSeed::setDeterministicGlobalSeed();
    const QCoreApplication application(argc, argv);
    const auto options = parse(QCoreApplication::arguments());
    if (!options && options.error().reason == QLatin1String("enough")) {
        print(stdout, options.error().detail);
        return Success;
    }
    if (!options) {
        print(stderr,
            QStringLiteral("antre-sim: %1. 'antre-sim --help' shows how.")
                .arg(options.error().detail));
        return Usage;
    }
    return options->interleavings > 0 ? runInterleavings(*options) : run(*options);
}

// SPDX-License-Identifier: Apache-2.0
#include "antrectl/catalogueverb.h"
#include "antrectl/estimateverb.h"
#include "antrectl/options.h"
#include "rehearsal/rehearsal.h"
#include "server/tlsidentity.h"
#include "shared/stopsignals.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace antre {

namespace {

const QString builtInCatalogue = QStringLiteral(":/catalogue/mpp-bengkulu.json");

/// The service beside this program; else the one that the shell would find.
QString serviceProgram()
{
    const QString beside
        = QDir(QCoreApplication::applicationDirPath()).filePath(QStringLiteral("antre-service"));
    return QFileInfo(beside).isExecutable()
        ? beside
        : QStandardPaths::findExecutable(QStringLiteral("antre-service"));
}

void describe(Options &options)
{
    options.add(QStringLiteral("visitors"), QStringLiteral("How many people come."),
        QStringLiteral("N"), QStringLiteral("450"));
    options.add(QStringLiteral("speed"), QStringLiteral("How many times as fast as a real day."),
        QStringLiteral("F"), QStringLiteral("1000"));
    options.add(QStringLiteral("seed"), QStringLiteral("The same seed brings the same people."),
        QStringLiteral("S"), QStringLiteral("1"));
    options.add(QStringLiteral("kiosks"), QStringLiteral("How many kiosks stand in the lobby."),
        QStringLiteral("K"), QStringLiteral("2"));
    options.add(QStringLiteral("crashes"),
        QStringLiteral("How often the service is killed (kill -9) and started again on the way."),
        QStringLiteral("N"), QStringLiteral("0"));
    options.add(QStringLiteral("day"),
        QStringLiteral(
            "Which day it is, such as 2026-08-21; else the next one when the site is open."),
        QStringLiteral("DATE"));
    options.add(QStringLiteral("catalogue"),
        QStringLiteral("Which mall it is; else MPP Kota Bengkulu."), QStringLiteral("FILE"));
    options.add(QStringLiteral("keep"),
        QStringLiteral("Keep the day's site in this directory, which must not be there yet."),
        QStringLiteral("DIR"));
    options.add(QStringLiteral("estimate"),
        QStringLiteral("Play no day but many in memory, and print how honest the promised wait "
                       "was; of the other options only --seed, --malls and --catalogue matter."));
    options.add(QStringLiteral("malls"),
        QStringLiteral("With --estimate: how many malls of each kind."), QStringLiteral("N"),
        QStringLiteral("8"));
}

/// Not a day, but how well days are foretold.
Exit estimate(const Options &options)
{
    const auto seed = options.integer(QStringLiteral("seed"), 0, std::numeric_limits<int>::max());
    const auto malls = options.integer(QStringLiteral("malls"), 1, 1000);
    const QString file = options.text(QStringLiteral("catalogue"));
    const auto mall = loadCatalogue(file.isEmpty() ? builtInCatalogue : file);
    return seed && malls && mall ? rehearseEstimate(mall, quint64(*seed), *malls) : Exit::Usage;
}

/// The day that `options` name, if the site is open then; nothing after a complaint.
std::optional<BusinessDay> dayFrom(const Options &options, const Catalogue &catalogue)
{
    const QString text = options.text(QStringLiteral("day"));
    const auto wanted = text.isEmpty()
        ? std::optional(localTime(SystemClock().wall(), catalogue.zone()).day)
        : BusinessDay::fromText(text);
    if (!wanted) {
        complain(QStringLiteral("antrectl: \"%1\" is no date such as 2026-08-21.").arg(text));
        return std::nullopt;
    }
    const auto open = nextOpenDay(catalogue, *wanted);
    if (open && (text.isEmpty() || *open == *wanted))
        return open;
    complain(open ? QStringLiteral("antrectl: the site is closed on %1; it opens again on %2.")
                        .arg(text, open->text())
                  : QStringLiteral("antrectl: this site is never open."));
    return std::nullopt;
}

/// The plan that `options` make, but for its folder; nothing after a complaint.
std::optional<RehearsalPlan> planFrom(const Options &options)
{
    constexpr int kiosksMax = 35; // as many as there are marks
    const auto visitors = options.integer(QStringLiteral("visitors"), 1, 100'000);
    const auto seed = options.integer(QStringLiteral("seed"), 0, std::numeric_limits<int>::max());
    const auto kiosks = options.integer(QStringLiteral("kiosks"), 1, kiosksMax);
    const auto speed = options.number(QStringLiteral("speed"), 1, 10'000);
    const auto crashes = options.integer(QStringLiteral("crashes"), 0, 1000);
    if (!visitors || !seed || !kiosks || !speed || !crashes)
        return std::nullopt;
    RehearsalPlan plan;
    const QString file = options.text(QStringLiteral("catalogue"));
    plan.catalogue = loadCatalogue(file.isEmpty() ? builtInCatalogue : file);
    if (!plan.catalogue)
        return std::nullopt;
    const auto day = dayFrom(options, *plan.catalogue);
    if (!day)
        return std::nullopt;
    plan.day.day = *day;
    plan.day.visitors = *visitors;
    plan.seed = quint64(*seed);
    plan.kiosks = *kiosks;
    plan.crashes = *crashes;
    plan.speed = *speed;
    plan.serviceProgram = serviceProgram();
    return plan;
}

QString ms(const Figures &figures)
{
    return QStringLiteral("p50 %1 ms, p99 %2 ms (%3 times)")
        .arg(figures.percentile(0.5).count())
        .arg(figures.percentile(0.99).count())
        .arg(figures.count());
}

void printReport(const RehearsalReport &report, int crashes)
{
    print(tableOf(report.books));
    for (const auto &[why, count] : report.refusals)
        print(QStringLiteral("Without a number:  %1 (%2)").arg(count).arg(why));
    if (crashes > 0)
        print(QStringLiteral(
            "The service was killed %1 times; %2 visitors got a kiosk's own number meanwhile.")
                  .arg(crashes)
                  .arg(report.ownNumbers));
    const double seconds = double(report.took.count()) / 1000;
    print(QStringLiteral("Tickets:           %1 in %2 s (%3/s; %4 in the busiest second)")
              .arg(report.books.all.issued)
              .arg(seconds, 0, 'f', 1)
              .arg(report.books.all.issued / seconds, 0, 'f', 1)
              .arg(report.busiestSecond));
    print(QStringLiteral("Touch to number:   %1").arg(ms(report.touchToNumber)));
    print(QStringLiteral("Call to display:   %1").arg(ms(report.callToDisplay)));
    const auto minutes = [&report](double share) {
        return std::chrono::duration_cast<Minutes>(report.waits.percentile(share)).count();
    };
    print(QStringLiteral("Visitors' waiting: half at most %1 minutes, nine of ten at most %2")
              .arg(minutes(0.5))
              .arg(minutes(0.9)));
    if (report.end)
        print(QStringLiteral("Day's end:         %1 of %2 numbers expired, %3 visits still went on")
                  .arg(report.end->expired)
                  .arg(report.end->issued)
                  .arg(report.end->present));
    for (const QString &difference : report.books.differences)
        complain(QStringLiteral("DIFFERENT: %1.").arg(difference));
    print(report.books.differences.isEmpty() ? QStringLiteral(
              "Reconciled: kiosks, counters and the journal read back tell the same day.")
                                             : QStringLiteral("NOT RECONCILED: %1 differences.")
                                                   .arg(report.books.differences.size()));
}

Exit play(const RehearsalPlan &plan)
{
    Progress progress;
    const StopSignals stopSignals([&progress] {
        progress.finish();
        complain(QStringLiteral("antrectl: stopped before the day was over."));
        QCoreApplication::exit(int(Exit::Failure));
    });
    Rehearsal rehearsal(plan);
    QObject::connect(&rehearsal, &Rehearsal::progressed,
        [&progress](const DayProgress &now) { progress.show(now); });
    QObject::connect(&rehearsal, &Rehearsal::failed, [&progress](const QString &why) {
        progress.finish();
        complain(QStringLiteral("antrectl: %1.").arg(why));
        QCoreApplication::exit(int(Exit::Failure));
    });
    QObject::connect(&rehearsal, &Rehearsal::finished,
        [&progress, crashes = plan.crashes](const RehearsalReport &report) {
            progress.finish();
            printReport(report, crashes);
            QCoreApplication::exit(
                int(report.books.differences.isEmpty() ? Exit::Success : Exit::Failure));
        });
    if (const auto started = rehearsal.start(); !started) {
        complain(QStringLiteral("antrectl: %1.").arg(started.error().detail));
        return Exit::Failure;
    }
    return Exit(QCoreApplication::exec());
}

} // namespace

Exit rehearse(const Verb &verb, const QStringList &arguments)
{
    Options options(verb);
    describe(options);
    if (const auto exit = options.parse(arguments, 0))
        return *exit;
    if (options.isSet(QStringLiteral("estimate")))
        return estimate(options);
    auto plan = planFrom(options);
    if (!plan)
        return Exit::Usage;
    const QTemporaryDir temporary;
    plan->folder = options.isSet(QStringLiteral("keep"))
        ? options.text(QStringLiteral("keep"))
        : temporary.filePath(QStringLiteral("site"));
    if (QFileInfo::exists(plan->folder)) {
        complain(
            QStringLiteral("antrectl: %1 is there already; a rehearsal never touches another site.")
                .arg(plan->folder));
        return Exit::Usage;
    }
    if (!QDir().mkpath(plan->folder)) {
        complain(QStringLiteral("antrectl: %1 can't be made.").arg(plan->folder));
        return Exit::Failure;
    }
    const auto identity = ensureTlsIdentity(plan->folder, SystemClock());
    if (!identity) {
        complain(QStringLiteral("antrectl: %1.").arg(identity.error().detail));
        return Exit::Failure;
    }
    plan->fingerprint = identity->fingerprint;
    print(QStringLiteral("%1, %2: %3 visitors, %4 kiosks, %5 counters, %6 times as fast, seed %7")
              .arg(plan->catalogue->site.shortName.in(QStringLiteral("en")),
                  plan->day.day.date().toString(QStringLiteral("dddd, yyyy-MM-dd")))
              .arg(plan->day.visitors)
              .arg(plan->kiosks)
              .arg(plan->catalogue->counters.size())
              .arg(plan->speed)
              .arg(plan->seed));
    return play(*plan);
}

} // namespace antre

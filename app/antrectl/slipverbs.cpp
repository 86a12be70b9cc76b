// SPDX-License-Identifier: Apache-2.0
#include "antrectl/catalogueverb.h"
#include "antrectl/options.h"
#include "print/printertarget.h"
#include "slip/slipexample.h"
#include "slip/slippicture.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QFileSystemWatcher>
#include <QSaveFile>
#include <QTimer>

#include <optional>

namespace antre {

namespace {

const QString widthName = QStringLiteral("width");
const QString languageName = QStringLiteral("language");
const QString serviceName = QStringLiteral("service");
const QString offlineName = QStringLiteral("offline");
const QString copyName = QStringLiteral("copy");
const QString outName = QStringLiteral("out");
const QString sheetName = QStringLiteral("a4");
const QString watchName = QStringLiteral("watch");
const QString printerName = QStringLiteral("printer");
const QString profileName = QStringLiteral("printer-profile");
const QString renderName = QStringLiteral("render");

void addExampleOptions(Options &options)
{
    options.add(widthName, QStringLiteral("Paper: 58, 80, or 80-180dpi for 512 dots."),
        QStringLiteral("MM"), QStringLiteral("80"));
    options.add(languageName, QStringLiteral("The visitor's; else the site's first."),
        QStringLiteral("CODE"));
    options.add(serviceName, QStringLiteral("Its id; else the one with the longest name."),
        QStringLiteral("ID"));
    options.add(offlineName, QStringLiteral("As made without network."));
    options.add(copyName, QStringLiteral("As printed a second time."));
}

std::optional<int> dotsOf(const QString &paper)
{
    const auto width = slipWidthFromText(paper);
    if (!width)
        complain(
            QStringLiteral("antrectl: --width is 58, 80 or 80-180dpi, not \"%1\".").arg(paper));
    return width;
}

/// Nothing after the fault was told.
std::optional<PrinterProfile> profileOf(const Options &options)
{
    const QString named = options.text(profileName);
    const auto width = dotsOf(options.text(widthName));
    if (!width)
        return std::nullopt;
    auto model = printerModel(named.isEmpty() ? QStringLiteral("generic") : named);
    if (model && named.isEmpty())
        model->width = *width;
    const auto profile = model.and_then(
        [&](const PrinterModel &known) { return slipProfile(known, options.text(renderName)); });
    if (profile)
        return *profile;
    complain(QStringLiteral("antrectl: %1.").arg(profile.error().detail));
    return std::nullopt;
}

/// The example that the options ask for, out of the catalogue as it is now; nothing after all
/// faults were told.
std::optional<Slip> exampleFrom(const Options &options, const QString &catalogueFile, int width)
{
    const CataloguePtr catalogue = loadCatalogue(catalogueFile);
    if (!catalogue)
        return std::nullopt;
    const SlipExample example{ServiceId(options.text(serviceName)), options.text(languageName),
        options.isSet(offlineName), options.isSet(copyName)};
    const auto today
        = BusinessDay::fromText(QDate::currentDate().toString(Qt::ISODate)).value_or(BusinessDay());
    const auto content = exampleSlip(*catalogue, example, today);
    if (content)
        return layOutSlip(*content, width);
    complain(QStringLiteral("antrectl: %1.").arg(content.error().detail));
    return std::nullopt;
}

bool writeSlip(const Slip &slip, const QString &path, SlipPaper paper)
{
    QSaveFile file(path);
    const bool pdf = path.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive);
    bool ok = file.open(QIODevice::WriteOnly);
    if (pdf)
        ok = ok && file.write(slipPdf(slip, paper)) > 0;
    else
        ok = ok && slipPicture(slip).save(&file, "PNG");
    if (ok && file.commit()) {
        print(QStringLiteral("%1: %2 mm").arg(path).arg(slip.height / slipDotsPerMm));
        return true;
    }
    complain(QStringLiteral("%1: can't be written: %2.").arg(path, file.errorString()));
    return false;
}

/// Calls `changed` now, and soon after each time that the file says something else, as long as this
/// process lives.
[[noreturn]] void watch(const QString &path, const std::function<void()> &changed)
{
    QFileSystemWatcher watcher;
    QTimer soon; // an editor's save is many changes
    soon.setSingleShot(true);
    soon.setInterval(100);
    const auto look = [&] {
        // A file that was replaced is watched no more.
        if (!watcher.files().contains(path) && QFileInfo::exists(path))
            watcher.addPath(path);
        soon.start();
    };
    // The picture may lie in the watched folder: what was written there is no news.
    std::optional<QByteArray> known;
    const auto compare = [&] {
        QFile file(path);
        const QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        if (known != bytes)
            changed();
        known = bytes;
    };
    QObject::connect(&watcher, &QFileSystemWatcher::fileChanged, look);
    QObject::connect(&watcher, &QFileSystemWatcher::directoryChanged, look);
    QObject::connect(&soon, &QTimer::timeout, compare);
    watcher.addPath(QFileInfo(path).absolutePath());
    watcher.addPath(path);
    compare();
    std::exit(QCoreApplication::exec());
}

QString outcomeWords(const PrintOutcome &outcome)
{
    switch (outcome.result) {
    case SlipState::Printed:
        return QStringLiteral("printed");
    case SlipState::Sent:
        return QStringLiteral("sent; the printer can't say whether it printed");
    case SlipState::Failed:
        return QStringLiteral("not printed");
    default:
        return QStringLiteral("perhaps printed, perhaps not");
    }
}

/// Waits for the outcome, which every printer promises within some seconds.
Exit printAndWait(Printer &printer, const Slip &slip)
{
    Exit exit = Exit::Failure;
    QObject::connect(&printer, &Printer::finished, &printer, [&exit](const PrintOutcome &outcome) {
        const bool ok = outcome.result == SlipState::Printed || outcome.result == SlipState::Sent;
        exit = ok ? Exit::Success : Exit::Failure;
        print(outcomeWords(outcome)
            + (outcome.detail.isEmpty() ? QString() : QStringLiteral(": ") + outcome.detail));
        QCoreApplication::quit();
    });
    printer.submit({QStringLiteral("test-%1").arg(QDateTime::currentMSecsSinceEpoch()), slip});
    QCoreApplication::exec();
    return exit;
}

} // namespace

Exit previewSlip(const Verb &verb, const QStringList &arguments)
{
    Options options(verb);
    addExampleOptions(options);
    options.add(outName, QStringLiteral("Where the picture goes; FILE.pdf: as PDF."),
        QStringLiteral("FILE"), QStringLiteral("slip.png"));
    options.add(sheetName, QStringLiteral("A PDF is a sheet for office printers."));
    options.add(watchName,
        QStringLiteral("Write it again whenever the catalogue changes; a faulty one changes "
                       "nothing but is told."));
    if (const auto exit = options.parse(arguments, 1))
        return *exit;
    const auto width = dotsOf(options.text(widthName));
    if (!width)
        return Exit::Usage;
    const QString catalogue = options.positionals().constFirst();
    const auto write = [&] {
        const auto slip = exampleFrom(options, catalogue, *width);
        return slip
            && writeSlip(*slip, options.text(outName),
                options.isSet(sheetName) ? SlipPaper::A4 : SlipPaper::Roll);
    };
    if (options.isSet(watchName))
        watch(catalogue, write);
    return write() ? Exit::Success : Exit::Failure;
}

Exit printSlip(const Verb &verb, const QStringList &arguments)
{
    Options options(verb);
    addExampleOptions(options);
    options.add(printerName,
        QStringLiteral(
            "cups:QUEUE, cups-pdf:QUEUE, each with @HOST:PORT if wanted, or folder:DIR."),
        QStringLiteral("TARGET"));
    options.add(profileName,
        QStringLiteral("What the printer is, as printer check says; its width beats --width."),
        QStringLiteral("PROFILE"));
    options.add(renderName,
        QStringLiteral("How the slip is made for it: hybrid, raster or native-qr."),
        QStringLiteral("WAY"), QStringLiteral("hybrid"));
    if (const auto exit = options.parse(arguments, 1))
        return *exit;
    const auto target = PrinterTarget::fromText(options.text(printerName));
    if (!target) {
        complain(QStringLiteral("antrectl: %1.").arg(target.error().detail));
        return Exit::Usage;
    }
    const auto profile = profileOf(options);
    if (!profile)
        return Exit::Usage;
    const auto slip = exampleFrom(options, options.positionals().constFirst(), profile->width);
    if (!slip)
        return Exit::Failure;
    const SystemClock clock;
    const auto printer = makePrinter(*target, *profile,
        QStringLiteral("antrectl-%1").arg(QCoreApplication::applicationPid()), clock);
    return printAndWait(*printer, *slip);
}

} // namespace antre

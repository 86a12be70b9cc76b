// SPDX-License-Identifier: Apache-2.0
#include "antrectl/catalogueverb.h"

#include "antrectl/options.h"
#include "base/clock.h"
#include "slip/slipexample.h"
#include "wire/jsonplaces.h"

#include <QFile>

namespace antre {

static QString faultLine(const QString &file, const CatalogueFault &fault)
{
    QString place = file;
    if (fault.line > 0)
        place += QLatin1Char(':') + QString::number(fault.line);
    if (!fault.path.isEmpty())
        place += QStringLiteral(": ") + fault.path;
    return QStringLiteral("%1: %2; %3.").arg(place, fault.wrong, fault.right);
}

/// The layers below know what a catalogue means, but not how long its slips become.
static std::optional<CatalogueFault> lengthFault(const Catalogue &catalogue, const QByteArray &json)
{
    const auto slip = tooLongSlip(catalogue);
    if (!slip)
        return std::nullopt;
    const JsonPlaces places(json);
    const QString path = QStringLiteral("site.slip");
    const QString others = slip->others == 0
        ? QString()
        : QStringLiteral(", and %1 others are too long").arg(slip->others);
    return CatalogueFault{places.lineOf(path), path,
        QStringLiteral("the slip of \"%1\" in \"%2\" is %3 mm long on %4 mm paper%5")
            .arg(slip->service.value(), slip->language)
            .arg(slip->length / slipDotsPerMm)
            .arg(slip->width == slipWidth58 ? 58 : 80)
            .arg(others),
        QStringLiteral("leave out parts, texts or papers to prepare until it has at most %1 mm")
            .arg(slipLengthMax / slipDotsPerMm)};
}

CataloguePtr loadCatalogue(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        complain(QStringLiteral("%1: can't be read: %2.").arg(path, file.errorString()));
        return nullptr;
    }
    // One byte more than allowed is enough for the reader to refuse, however large the file is.
    const QByteArray json = file.read(catalogueBytesMax + 1);
    const CatalogueReading reading = readCatalogue(json);
    for (const CatalogueFault &fault : reading.faults)
        complain(faultLine(path, fault));
    if (reading.unlisted > 0)
        complain(QStringLiteral("%1: and %2 more faults.").arg(path).arg(reading.unlisted));
    if (!reading.catalogue)
        return nullptr;
    if (const auto tooLong = lengthFault(*reading.catalogue, json)) {
        complain(faultLine(path, *tooLong));
        return nullptr;
    }
    return reading.catalogue;
}

/// The end is excluded: midnight belongs to the day before.
static BusinessDay lastDayOf(const HoursException &exception)
{
    const bool isMidnight = exception.until.ofDay == Minutes(0);
    return BusinessDay{exception.until.day.days - (isMidnight ? 1 : 0)};
}

/// What is right but does nothing any more.
static void printNotes(const QString &file, const Catalogue &catalogue, Instant now)
{
    const LocalTime today = localTime(now, catalogue.zone());
    for (size_t i = 0; i < catalogue.exceptions.size(); ++i) {
        const HoursException &exception = catalogue.exceptions[i];
        if (exception.until <= today)
            print(QStringLiteral("%1: exceptions[%2]: note: it was for %3 and ended on %4; it may "
                                 "be taken out.")
                      .arg(file)
                      .arg(i)
                      .arg(exception.scope.text(), lastDayOf(exception).text()));
    }
}

Exit checkCatalogue(const Verb &verb, const QStringList &arguments)
{
    Options options(verb);
    if (const auto exit = options.parse(arguments, 1))
        return *exit;
    const QString file = options.positionals().constFirst();
    const CataloguePtr catalogue = loadCatalogue(file);
    if (!catalogue)
        return Exit::Failure;
    print(QStringLiteral("%1 agencies, %2 services, %3 counters")
              .arg(catalogue->agencies.size())
              .arg(catalogue->serviceCount())
              .arg(catalogue->counters.size()));
    printNotes(file, *catalogue, SystemClock().wall());
    return Exit::Success;
}

} // namespace antre

// SPDX-License-Identifier: Apache-2.0
#include "antrectl/catalogueverb.h"

#include "antrectl/options.h"

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

CataloguePtr loadCatalogue(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        complain(QStringLiteral("%1: can't be read: %2.").arg(path, file.errorString()));
        return nullptr;
    }
    // One byte more than allowed is enough for the reader to refuse, however large the file is.
    const CatalogueReading reading = readCatalogue(file.read(catalogueBytesMax + 1));
    for (const CatalogueFault &fault : reading.faults)
        complain(faultLine(path, fault));
    if (reading.unlisted > 0)
        complain(QStringLiteral("%1: and %2 more faults.").arg(path).arg(reading.unlisted));
    return reading.catalogue;
}

Exit checkCatalogue(const Verb &verb, const QStringList &arguments)
{
    Options options(verb);
    if (const auto exit = options.parse(arguments, 1))
        return *exit;
    const CataloguePtr catalogue = loadCatalogue(options.positionals().constFirst());
    if (!catalogue)
        return Exit::Failure;
    print(QStringLiteral("%1 agencies, %2 services, %3 counters")
              .arg(catalogue->agencies.size())
              .arg(catalogue->serviceCount())
              .arg(catalogue->counters.size()));
    return Exit::Success;
}

} // namespace antre

// SPDX-License-Identifier: Apache-2.0
#include "common/devicewords.h"

namespace antre {

QString DeviceWords::condition(PrinterCondition condition)
{
    switch (condition) {
    case PrinterCondition::Unknown:
    case PrinterCondition::Ready:
        return {};
    case PrinterCondition::PaperLow:
        return tr("paper nearly used up");
    case PrinterCondition::PaperOut:
        return tr("out of paper");
    case PrinterCondition::CoverOpen:
        return tr("printer's cover open");
    case PrinterCondition::Fault:
        return tr("printer reports a fault");
    case PrinterCondition::Stopped:
        return tr("printer is paused");
    case PrinterCondition::NoPrinter:
        return tr("printer does not answer");
    case PrinterCondition::NoPrintService:
        return tr("print service does not answer");
    }
    return {};
}

QString DeviceWords::printerName(const LocalText &place, const QString &language)
{
    return place.isEmpty() ? QString() : tr("printer %1").arg(place.in(language));
}

QString DeviceWords::printer(const PrinterStatus &printer, const QString &language)
{
    QString words = condition(printer.condition);
    const bool prints = mayPrint(printer.condition);
    if (prints && printer.paper && printer.paper->isLow())
        words = tr("paper nearly used up, about %1 slips left").arg(printer.paper->slips);
    const QString name = printerName(printer.place, language);
    return words.isEmpty() || name.isEmpty() ? words : name + QStringLiteral(": ") + words;
}

} // namespace antre

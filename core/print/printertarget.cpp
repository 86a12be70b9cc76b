// SPDX-License-Identifier: Apache-2.0
#include "print/printertarget.h"

#include "print/fileprinter.h"

#include <QRegularExpression>

namespace antre {

Result<PrinterTarget> PrinterTarget::fromText(const QString &text)
{
    static const QRegularExpression cups(
        QStringLiteral("^cups(-pdf|-pdf-roll)?:([^@/#\\s]+)(?:@(.+))?$"));
    if (const auto match = cups.match(text); match.hasMatch()) {
        PrinterTarget target{match.captured(2), match.captured(3), {}, {}};
        if (match.captured(1) == QLatin1String("-pdf"))
            target.paper = SlipPaper::A4;
        else if (match.captured(1) == QLatin1String("-pdf-roll"))
            target.paper = SlipPaper::Roll;
        return target;
    }
    static const QRegularExpression application(QStringLiteral("^app:([^@/#\\s]+)@(.+:\\d+)$"));
    if (const auto match = application.match(text); match.hasMatch())
        return PrinterTarget{match.captured(1), match.captured(2), {}, {}, true};
    const QString folder = QStringLiteral("folder:");
    if (text.startsWith(folder) && text.size() > folder.size())
        return PrinterTarget{{}, {}, text.mid(folder.size()), {}};
    return failure(ErrorCode::Invalid,
        QStringLiteral("--printer says where slips go: cups:QUEUE, cups:QUEUE@HOST:PORT, "
                       "app:PRINTER@HOST:PORT, cups-pdf:QUEUE, cups-pdf-roll:QUEUE or folder:DIR"));
}

std::unique_ptr<Printer> makePrinter(const PrinterTarget &target, const PrinterProfile &profile,
    const QString &owner, const Clock &clock)
{
    if (target.queue.isEmpty())
        return std::make_unique<FilePrinter>(target.folder, profile);
    CupsPatience patience;
    if (target.paper)
        patience.job = Milliseconds(13'000); // filters take seconds, and so does a cold fuser
    return std::make_unique<CupsPrinter>(CupsQueue{.server = target.server,
                                             .name = target.queue,
                                             .owner = owner,
                                             .isApplication = target.isApplication,
                                             .paper = target.paper},
        profile, clock, patience);
}

std::optional<int> slipWidthFromText(const QString &paper)
{
    if (paper == QLatin1String("58"))
        return slipWidth58;
    if (paper == QLatin1String("80"))
        return slipWidth80;
    if (paper == QLatin1String("80-180dpi"))
        return slipWidth80At180;
    return std::nullopt;
}

} // namespace antre

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "print/printermodel.h"
#include "shared/sitehost.h"
#include "shared/terminalprogram.h"

#include <QSize>

namespace antre {

/// Where slips go: a CUPS queue, or, without a printer, a folder.
struct SlipTarget
{
    QString queue; ///< CUPS queue; empty: `folder` instead
    QString server; ///< its print service, HOST:PORT; empty: this machine's
    QString folder;
    bool isApplication = false; ///< `server` is a printer application, not CUPS

    /// "cups:NAME", "cups:NAME@HOST:PORT", "app:NAME@HOST:PORT" or "folder:DIR"; else Invalid, with
    /// a sentence.
    [[nodiscard]] static Result<SlipTarget> fromText(const QString &text);
    friend bool operator==(const SlipTarget &, const SlipTarget &) = default;
};

/// What the command line of a kiosk asks for.
struct KioskProgramOptions
{
    TerminalOptions terminal;
    std::optional<SiteOptions> standalone; ///< the queue service runs in this process
    SlipTarget slips;
    int slipWidth = 0; ///< dots a line
    std::optional<PrinterModel> printerModel; ///< absent: an 80 mm printer without surprises
    QSize window; ///< empty: the whole screen
    double mmWidth = 0; ///< of the glass; 0: as the monitor says
    bool moves = true;

    /// Invalid with a sentence; or, with reason "enough", the text that --help or --version asked
    /// for.
    [[nodiscard]] static Result<KioskProgramOptions> parse(const QStringList &arguments);
};

} // namespace antre

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kiosk/codereaders.h"
#include "kiosk/printeroption.h"
#include "shared/sitehost.h"
#include "shared/terminalprogram.h"

#include <QSize>

namespace antre {

/// What the command line of a kiosk asks for.
struct KioskProgramOptions
{
    TerminalOptions terminal;
    std::optional<SiteOptions> standalone; ///< the queue service runs in this process
    /// In the order in which they are tried; terminal.printers are the same.
    std::vector<PrinterOption> printers = {};
    QSize window; ///< empty: the whole screen
    double mmWidth = 0; ///< of the glass; 0: as the monitor says
    double lowerEdgeMm = 0; ///< of the glass above the floor; 0: as usual
    bool moves = true;
    QString sounds = {}; ///< a folder instead of a loudspeaker; empty: none
    bool isSilent = false; ///< no spoken guidance, and nobody misses it
    QMap<QString, QString> voices = {}; ///< as KioskOptions::voices
    ReaderOptions readers = {};
    bool setsPin = false; ///< reads the technician's PIN, keeps it and ends
    std::chrono::seconds attractAfter{60}; ///< without a touch on the start screen

    /// Invalid with a sentence; or, with reason "enough", the text that --help or --version asked
    /// for.
    [[nodiscard]] static Result<KioskProgramOptions> parse(const QStringList &arguments);
};

} // namespace antre

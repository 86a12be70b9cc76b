// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "print/printertarget.h"
#include "slip/sliplayout.h"
#include "terminal/paperrolls.h"

namespace antre {

/// One --printer of a kiosk's command line:
///
///     TARGET[;KEY=VALUE]...       cups:kanan;profile=clone-80;id=sebelah kanan;en=on the right
///
/// TARGET is PrinterTarget's. Keys: "profile" and "paper" as the options of these names, "render"
/// how slips are made for it (see slipProfile), "roll" the metres of a new roll, and languages:
/// where visitors find this printer, as it follows "the printer".
struct PrinterOption
{
    PrinterTarget target;
    PrinterProfile profile;
    PrinterModel model;
    KioskPrinter known;

    /// The model's, for what is not said. Its width too.
    void setModel(const PrinterModel &what);
    /// `defaults`: what the other options say for all printers. Error: Invalid, with a sentence.
    [[nodiscard]] static Result<PrinterOption> fromText(
        const QString &text, const PrinterOption &defaults);
};

/// Dots a line for --paper. Error: Invalid, with a sentence.
[[nodiscard]] Result<int> dotsOfPaper(const QString &paper);

} // namespace antre

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "print/cupsprinter.h"

#include <memory>
#include <optional>

namespace antre {

/// Where slips go, as a command line says it.
struct PrinterTarget
{
    QString queue; ///< CUPS queue; empty: `folder` instead
    QString server; ///< its print service, HOST:PORT; empty: this machine's
    QString folder;
    std::optional<SlipPaper> paper; ///< of a queue that takes PDF; absent: it takes ESC/POS
    bool isApplication = false; ///< `server` is a printer application, not CUPS

    /// "cups:QUEUE", "cups-pdf:QUEUE" (A4) or "cups-pdf-roll:QUEUE", each with "@HOST:PORT" if
    /// wanted, "app:PRINTER@HOST:PORT", or "folder:DIR"; else Invalid, with a sentence.
    [[nodiscard]] static Result<PrinterTarget> fromText(const QString &text);
    friend bool operator==(const PrinterTarget &, const PrinterTarget &) = default;
};

/// The printer of a target. `owner`: see CupsQueue.
[[nodiscard]] std::unique_ptr<Printer> makePrinter(const PrinterTarget &target,
    const PrinterProfile &profile, const QString &owner, const Clock &clock);

/// Dots a line for a paper as options name it: "58", "80", or "80-180dpi"; else nothing.
[[nodiscard]] std::optional<int> slipWidthFromText(const QString &paper);

} // namespace antre

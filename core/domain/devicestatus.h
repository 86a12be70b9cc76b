// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/instant.h"
#include "domain/ids.h"
#include "domain/localtext.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace antre {

/// How a printer is, as far as its driver can tell. Sent by name: add at the end, never rename.
enum class PrinterCondition {
    Unknown, ///< not asked yet
    Ready, ///< nothing speaks against printing
    PaperLow,
    PaperOut,
    CoverOpen,
    Fault, ///< it says so itself: the cutter, for instance
    Stopped, ///< somebody paused its queue
    NoPrinter, ///< off, or its cable is out
    NoPrintService,
};

[[nodiscard]] QString printerConditionName(PrinterCondition condition);
/// Unknown for names of a later version.
[[nodiscard]] PrinterCondition printerConditionFromName(const QString &name);
/// Nothing that is known speaks against printing now.
[[nodiscard]] bool mayPrint(PrinterCondition condition);

/// What is left on a roll, estimated from what was printed since it was put in.
struct PaperLeft
{
    qint64 millimetres = 0;
    qint64 slips = 0; ///< of the usual length
    /// Staff should have the next roll at hand.
    [[nodiscard]] bool isLow() const { return slips < lowSlips; }
    static constexpr qint64 lowSlips = 60;
    friend bool operator==(const PaperLeft &, const PaperLeft &) = default;
};

/// One printer of a terminal.
struct PrinterStatus
{
    LocalText place; ///< where it stands, as people call it: "on the right"; empty: at the terminal
    PrinterCondition condition = PrinterCondition::Unknown;
    std::optional<PaperLeft> paper; ///< absent: nobody has said when a roll was put in
    friend bool operator==(const PrinterStatus &, const PrinterStatus &) = default;
};

/// How a terminal is, in its own words. It says what staff can do something about, and nothing of
/// visitors.
struct TerminalStatus
{
    QString version; ///< of the program
    Milliseconds clockOffset{0}; ///< the site's time minus this machine's
    int backlog = 0; ///< what the service has not heard yet: slips in hands, kept presses
    int unknownSlips = 0; ///< of today: may be printed, may not; a person must look
    int failedSlips = 0; ///< of today: certainly not printed, and not printed since
    /// What else is wrong, as codes that consoles have words for: "disk.full", "noSound". Printers
    /// speak for themselves.
    QStringList troubles;
    std::vector<PrinterStatus> printers; ///< in the order in which they are tried
    friend bool operator==(const TerminalStatus &, const TerminalStatus &) = default;
};

/// A terminal as the service knows it.
struct DeviceStatus
{
    TerminalId terminal;
    bool isConnected = false;
    Instant heardAt; ///< the last sign of life
    std::optional<TerminalStatus> status; ///< absent: it has not said
    friend bool operator==(const DeviceStatus &, const DeviceStatus &) = default;
};

} // namespace antre

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/devicestatus.h"

#include <QCoreApplication>

namespace antre {

/// What is wrong with a printer, in words for staff that can follow its name: "out of paper". In
/// the language of the installed translator; places in `language`.
struct DeviceWords
{
    Q_DECLARE_TR_FUNCTIONS(antre::DeviceWords)

public:
    /// Empty when nothing is wrong with the printer; a roll that runs low counts.
    [[nodiscard]] static QString printer(const PrinterStatus &printer, const QString &language);
    /// A printer that is not at the kiosk itself: "printer on the right"; else empty.
    [[nodiscard]] static QString printerName(const LocalText &place, const QString &language);
    /// The same of the condition alone; empty when slips come out.
    [[nodiscard]] static QString condition(PrinterCondition condition);
};

} // namespace antre

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/devicestatus.h"

#include <set>

namespace antre {

/// Which of a kiosk's printers gets a slip: the first that is ready; if none is, the first that
/// was not tried with this slip, since it may have been mended just now and says so itself. Nothing
/// when all were tried. A slip may go on to the next printer only when certainly nothing of it came
/// out of the one before.
[[nodiscard]] std::optional<size_t> choosePrinter(
    const std::vector<PrinterCondition> &printers, const std::set<size_t> &tried);

} // namespace antre

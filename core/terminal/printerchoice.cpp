// SPDX-License-Identifier: Apache-2.0
#include "terminal/printerchoice.h"

namespace antre {

std::optional<size_t> choosePrinter(
    const std::vector<PrinterCondition> &printers, const std::set<size_t> &tried)
{
    std::optional<size_t> untried;
    for (size_t i = 0; i < printers.size(); ++i) {
        if (tried.contains(i))
            continue;
        if (mayPrint(printers[i]))
            return i;
        if (!untried)
            untried = i;
    }
    return untried;
}

} // namespace antre

// SPDX-License-Identifier: Apache-2.0
#include "print/printer.h"

namespace antre {

PrinterProfile slipProfile(const PrinterModel &model)
{
    PrinterProfile profile;
    profile.width = model.width;
    profile.stepsPerDot = model.stepsPerDot;
    profile.cutter = model.cutter;
    return profile;
}

} // namespace antre

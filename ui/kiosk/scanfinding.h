// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kiosk/kioskscreen.h"
#include "terminal/scancode.h"

namespace antre {

/// What is known now of a code that was held before this kiosk. Ask again when the terminal has
/// news: the number may just be called.
[[nodiscard]] ScanFinding scanFinding(const TerminalMachine &machine, const ScannedCode &code);

} // namespace antre

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "terminal/terminalmachine.h"

namespace antre {

/// The address that a code on this terminal's screen leads phones to: the phones' pages, and where
/// numbers are only for who is here, the proof of that for this minute (domain/hallcode.h). Made
/// without network. Empty: the mall has no such pages.
[[nodiscard]] QString phonesLink(const TerminalMachine &machine);

} // namespace antre

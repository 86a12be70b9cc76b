// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/virtualprinter/troubledprinter.h"

namespace antre {

/// Plays that many days, each with a printer of its own, to which everything happens: how many
/// broke a rule. `say`: prints the seeds of the first ones, and how all slips ended.
///
/// The rules: who says printed has a whole slip, cut off; who says that nothing was sent leaves no
/// trace; no slip comes twice; of a slip that was told, no more than a line or two come later; and
/// when all is mended, the next slip is printed.
[[nodiscard]] int violations(quint64 firstSeed, quint64 days, const Talk &talk, bool say);

} // namespace antre

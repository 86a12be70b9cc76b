// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "slip/sliplayout.h"

namespace antre {

/// The slip as its printer will put it on paper, dot for dot: Format_Mono, a set bit is ink. For
/// the screen, for files and for tests.
[[nodiscard]] QImage slipPicture(const Slip &slip);

} // namespace antre

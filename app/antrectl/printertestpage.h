// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "print/printermodel.h"

namespace antre {

/// A page for eyes: the print's edges, density from one dot in eight to all, every size of text,
/// letters beyond ASCII, and a code to be scanned.
[[nodiscard]] QByteArray printerTestPage(const PrinterModel &model);

} // namespace antre

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

namespace antre {

/// A QR code as lines of half blocks, light on dark, for a shell. Errors as for qrModules().
[[nodiscard]] Result<QString> qrText(const QString &text);

} // namespace antre

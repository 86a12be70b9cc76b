// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

namespace antre {

/// A QR code as a picture for a page, black on white with its quiet zone. Errors as for
/// qrModules().
[[nodiscard]] Result<QString> qrSvg(const QString &text);

} // namespace antre

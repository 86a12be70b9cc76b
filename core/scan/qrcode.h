// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QImage>

namespace antre {

/// The clear border that readers need on every side of a code, in modules (ISO/IEC 18004, 9.1).
inline constexpr int qrQuietModules = 4;

/// The exact modules of a QR code with error correction level M (15 %): one pixel a module, no
/// border. Format_Mono in which a set bit is dark. Invalid when `text` is empty or too long for one
/// code.
[[nodiscard]] Result<QImage> qrModules(const QString &text);

/// A code to print or show: every module exactly `dotsPerModule` (> 0) pixels wide and high, clear
/// border included. Never scale the picture afterwards: uneven modules are what readers stumble
/// over.
[[nodiscard]] Result<QImage> qrPicture(const QString &text, int dotsPerModule);

} // namespace antre

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

namespace antre {

/// A QR code as SVG path data, black modules only, its corner at 0 0; it stays sharp on any screen
/// and on paper.
struct QrPath
{
    QString path; ///< the attribute "d"
    int modules = 0; ///< a side, without the quiet zone
};

/// Errors as for qrModules().
[[nodiscard]] Result<QrPath> qrPath(const QString &text);
/// The same as a picture of its own, black on white with its quiet zone.
[[nodiscard]] Result<QString> qrSvg(const QString &text);

} // namespace antre

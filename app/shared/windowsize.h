// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QSize>

namespace antre {

/// What the option --window takes: "1080x1920". Empty text is an empty size: the whole screen.
/// Error: Invalid, with a sentence.
[[nodiscard]] Result<QSize> windowSizeFromText(const QString &text);

} // namespace antre

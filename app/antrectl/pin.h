// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

namespace antre {

/// A PIN or password from the first line of standard input: asked for as `what` and not shown when
/// a person types it. Never from the command line, where every user of the machine could read it.
/// Error: Invalid.
[[nodiscard]] Result<QString> readSecret(const QString &what);

} // namespace antre

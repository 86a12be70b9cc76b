// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

namespace antre {

/// A PIN from the first line of standard input: asked for and not shown when a person types it.
/// Never from the command line, where every user of the machine could read it. Error: Invalid.
[[nodiscard]] Result<QString> readPin();

} // namespace antre

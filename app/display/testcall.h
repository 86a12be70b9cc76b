// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "display/options.h"

namespace antre {

/// Speaks one call here and now, in the mall's languages and at the volume of this hour, as the
/// display last heard of both, also in quiet hours; says on standard output what it does and how it
/// went. The program's exit code: 0 when the call was heard.
[[nodiscard]] int speakTestCall(const DisplayOptions &options);

} // namespace antre

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

namespace antre::sim {

class World;

/// Compares what really happened with what the journal, the service and the terminals say, once the
/// world has come to rest. Each violation is "check: what", in plain words.
[[nodiscard]] QStringList violationsIn(World &world);

} // namespace antre::sim

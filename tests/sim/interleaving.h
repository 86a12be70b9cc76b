// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

namespace antre::sim {

/// What a run of interleavings went through.
struct InterleavingFigures
{
    quint64 interleavings = 0;
    quint64 commands = 0; ///< decided
    quint64 granted = 0; ///< that caused events
    quint64 events = 0;
    quint64 calls = 0;
};

/// Lets the officers of several counters, one of them at two screens, visitors and the day's end
/// press at once: what each wants was decided on what was shown then, and reaches the queue in an
/// order of chance, late, twice, or from the wrong console. The rules alone, decide() and evolve(),
/// without disk and network; the ledger reads every event by rules of its own, and after each
/// command the state must be what the ledger says. The same seed is the same interleaving. Returns
/// what was violated; `story`: tell what happened.
[[nodiscard]] QStringList interleave(
    quint64 seed, InterleavingFigures &figures, QStringList *story = nullptr);

} // namespace antre::sim

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/ids.h"

#include <QPoint>

#include <optional>

namespace antre {

/// What of the console is on the screen.
enum class ConsoleFace {
    Window, ///< all of it
    List, ///< the queue in large rows
    Bar, ///< one line above other programs
};

/// How whoever sits at this console likes it. Belongs to the machine, not to the officer: the next
/// one finds it so, and changes it with two keys.
struct ConsoleHabits
{
    bool largeText = false;
    bool highContrast = false;
    ConsoleFace face = ConsoleFace::Window;
    std::optional<QPoint> barPlace; ///< absent: it was never moved
    /// Where the last number for a visitor came out: a kiosk or, empty, this screen.
    std::optional<TerminalId> slipPlace = {};
    friend bool operator==(const ConsoleHabits &, const ConsoleHabits &) = default;
};

} // namespace antre

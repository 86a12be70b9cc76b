// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/instant.h"

#include <QString>

namespace antre {

/// Where a rehearsed day stands.
struct DayProgress
{
    Minutes ofDay{0}; ///< what the site's clocks show
    double share = 0; ///< of the day, 0 to 1
    int issued = 0;
    int waiting = 0;
    int ended = 0;
};

/// Shows a day's progress on standard error: a bar that moves on a terminal, a line every hour of
/// the day elsewhere.
class Progress
{
public:
    Progress();
    void show(const DayProgress &progress);
    /// Leaves the bar where it is and goes on below it.
    void finish();

private:
    bool m_isTerminal;
    bool m_shown = false;
    Minutes m_lastLine{-1};
};

/// "09:42 [#####.....]  120 issued ..."; `barWidth` characters of bar.
[[nodiscard]] QString progressText(const DayProgress &progress, int barWidth);

} // namespace antre

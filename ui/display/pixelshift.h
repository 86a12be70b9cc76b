// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPoint>

namespace antre {

/// How many steps to the right and down the whole picture stands at a minute of the day, so that
/// the edges of what stands all day (counters' numbers, labels, the band) don't burn into the
/// screen: a walk over 7 x 7 places, one step a minute, there and back in 96 minutes. One step is
/// too little to be seen, and the places lie at most pixelShiftMax from the middle in either
/// direction. Screens without a picture (RestPage) wander farther.
[[nodiscard]] QPoint pixelShift(qint64 minute);

constexpr int pixelShiftMax = 3; ///< steps
constexpr double pixelShiftStep = 2; ///< design pixels

} // namespace antre

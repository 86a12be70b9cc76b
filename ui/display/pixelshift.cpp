// SPDX-License-Identifier: Apache-2.0
#include "display/pixelshift.h"

#include <algorithm>

namespace antre {

QPoint pixelShift(qint64 minute)
{
    constexpr int side = 2 * pixelShiftMax + 1;
    constexpr int last = side * side - 1;
    const int step = int(minute % (2 * last));
    const int place = std::min(step, 2 * last - step);
    const int row = place / side;
    const int column = row % 2 == 0 ? place % side : side - 1 - place % side;
    return {column - pixelShiftMax, row - pixelShiftMax};
}

} // namespace antre

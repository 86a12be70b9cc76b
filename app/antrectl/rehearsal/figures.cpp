// SPDX-License-Identifier: Apache-2.0
#include "rehearsal/figures.h"

#include <algorithm>
#include <cmath>

namespace antre {

Milliseconds Figures::percentile(double share) const
{
    if (m_times.empty())
        return Milliseconds(0);
    std::vector<Milliseconds> sorted = m_times;
    const double rank = std::ceil(share * double(sorted.size()));
    const auto at = sorted.begin()
        + std::clamp<std::ptrdiff_t>(
            std::ptrdiff_t(rank) - 1, 0, std::ptrdiff_t(sorted.size()) - 1);
    std::ranges::nth_element(sorted, at);
    return *at;
}

int busiestSecond(std::vector<Milliseconds> moments)
{
    std::ranges::sort(moments);
    int most = 0;
    for (auto first = moments.begin(), last = first; last != moments.end(); ++last) {
        while (*last - *first >= Milliseconds(1000))
            ++first;
        most = std::max(most, int(last - first) + 1);
    }
    return most;
}

} // namespace antre

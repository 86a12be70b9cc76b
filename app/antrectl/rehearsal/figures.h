// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/instant.h"

#include <vector>

namespace antre {

/// A heap of measured times, for its percentiles.
class Figures
{
public:
    void add(Milliseconds time) { m_times.push_back(time); }
    void add(const Figures &other)
    {
        m_times.insert(m_times.end(), other.m_times.begin(), other.m_times.end());
    }
    [[nodiscard]] size_t count() const { return m_times.size(); }
    /// The smallest time that `share` (0 to 1) of all times don't exceed (nearest rank); 0 without
    /// any.
    [[nodiscard]] Milliseconds percentile(double share) const;

private:
    std::vector<Milliseconds> m_times;
};

/// How many of `moments` lie in the second that has most.
[[nodiscard]] int busiestSecond(std::vector<Milliseconds> moments);

} // namespace antre

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/instant.h"
#include "base/random.h"

#include <vector>

namespace antre::sim {

/// The chance of one part of the world. Each part draws from its own, so that one more draw in one
/// part leaves all others as they were.
class Chance
{
public:
    Chance(quint64 seed, quint64 part)
        : m_random(mix(seed * 0x9E3779B97F4A7C15ULL + part * 0xD1B54A32D192ED03ULL))
    {
    }
    [[nodiscard]] bool happens(double probability)
    {
        return probability > 0 && m_random.unit() < probability;
    }
    /// low <= result <= high
    [[nodiscard]] qint64 between(qint64 low, qint64 high)
    {
        return low + qint64(m_random.below(quint64(high - low + 1)));
    }
    [[nodiscard]] Milliseconds pause(Milliseconds low, Milliseconds high)
    {
        return Milliseconds(between(low.count(), high.count()));
    }
    /// Between low and high, each order of magnitude as likely as the other: faults of a second and
    /// of an hour both matter.
    [[nodiscard]] Milliseconds anyPause(Milliseconds low, Milliseconds high);
    [[nodiscard]] size_t below(size_t bound) { return size_t(m_random.below(bound)); }
    template <typename T> [[nodiscard]] const T &of(const std::vector<T> &some)
    {
        return some[below(some.size())];
    }
    [[nodiscard]] Random &random() { return m_random; }

private:
    /// The finaliser of splitmix64: neighbouring seeds must have nothing in common.
    static quint64 mix(quint64 x)
    {
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ULL;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EBULL;
        return x ^ (x >> 31);
    }

    SeededRandom m_random;
};

inline Milliseconds Chance::anyPause(Milliseconds low, Milliseconds high)
{
    double from = double(std::max<qint64>(low.count(), 1));
    while (from * 10 < double(high.count()) && happens(0.6))
        from *= 10;
    const double to = std::min(from * 10, double(high.count()));
    return Milliseconds(qint64(from + m_random.unit() * (to - from)));
}

} // namespace antre::sim

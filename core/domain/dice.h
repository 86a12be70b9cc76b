// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/servicepace.h"

namespace antre::forecast {

/// Chance for one run of the forecast: much cheaper than Random, from which its seed comes
/// (SplitMix64, Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
class Dice
{
public:
    explicit Dice(quint64 seed)
        : m_state(seed)
    {
    }
    double unit()
    {
        quint64 z = (m_state += 0x9e3779b97f4a7c15u);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
        return double((z ^ (z >> 31)) >> 11) * 0x1.0p-53;
    }
    double normal();
    /// What the logarithm `guess` may turn out to be.
    double factor(const Guess &guess);

private:
    quint64 m_state;
};

/// What is left of something that has lasted `elapsed` already; `share` in [0, 1) chooses.
[[nodiscard]] double remaining(const Spread &spread, double scale, double elapsed, double share);

} // namespace antre::forecast

// SPDX-License-Identifier: Apache-2.0
#include "domain/dice.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace antre::forecast {

double Dice::normal()
{
    const double radius = std::sqrt(-2.0 * std::log(1.0 - unit()));
    return radius * std::cos(2.0 * std::numbers::pi * unit());
}

double Dice::factor(const Guess &guess)
{
    const double z = normal(); // drawn in any case: a run's other draws stay the same
    return std::exp(guess.mean + std::sqrt(guess.variance) * z);
}

double remaining(const Spread &spread, double scale, double elapsed, double share)
{
    const double reached = spread.shareUpTo(elapsed / scale);
    if (reached < 0.995)
        return std::max(0.0, spread.at(reached + share * (1 - reached)) * scale - elapsed);
    // Longer than anything seen: it goes on for about as long as a typical one.
    return -std::log(1.0 - share) * scale * spread.at(0.5) * 0.5;
}

} // namespace antre::forecast

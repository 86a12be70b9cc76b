// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <random>

namespace antre {

/// The only source of chance. One thread at a time.
class Random
{
public:
    virtual ~Random() = default;
    /// 64 evenly distributed bits.
    [[nodiscard]] virtual quint64 next() = 0;
    /// 0 <= result < 1. Own arithmetic: std distributions differ between libraries, a seed must
    /// not.
    [[nodiscard]] double unit() { return double(next() >> 11) * 0x1.0p-53; }
    /// 0 <= result < bound; bound > 0. The bias, below bound / 2^64, is of no account here.
    [[nodiscard]] quint64 below(quint64 bound) { return next() % bound; }
};

/// The same seed gives the same sequence on every machine: tests, simulation, wait estimates.
class SeededRandom final : public Random
{
public:
    explicit SeededRandom(quint64 seed)
        : m_engine(seed)
    {
    }
    [[nodiscard]] quint64 next() override { return m_engine(); }

private:
    std::mt19937_64 m_engine;
};

/// The operating system's secure source: ids, tokens, secrets.
class SystemRandom final : public Random
{
public:
    [[nodiscard]] quint64 next() override;
};

} // namespace antre

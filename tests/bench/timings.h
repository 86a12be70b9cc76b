// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

namespace antre {

/// Measured times of one thing, in milliseconds, and how they are told.
class Timings
{
public:
    void add(std::chrono::nanoseconds time) { m_ms.push_back(double(time.count()) / 1e6); }
    [[nodiscard]] size_t count() const { return m_ms.size(); }
    [[nodiscard]] double at(double share)
    {
        std::ranges::sort(m_ms);
        return m_ms.empty() ? 0
                            : m_ms[std::min(size_t(share * double(m_ms.size())), m_ms.size() - 1)];
    }
    void print(const char *name)
    {
        std::printf("%-52s n=%-6zu p50 %8.3f ms   p99 %8.3f ms   max %8.3f ms\n", name, m_ms.size(),
            at(0.5), at(0.99), at(1));
        std::fflush(stdout);
    }

private:
    std::vector<double> m_ms;
};

/// How long `what` takes.
template <typename What> std::chrono::nanoseconds timed(What what)
{
    const auto start = std::chrono::steady_clock::now();
    what();
    return std::chrono::steady_clock::now() - start;
}

/// The median of `runs` measurements, which is what a noisy machine can say.
template <typename Measure> double median(int runs, Measure measure)
{
    std::vector<double> values;
    for (int run = 0; run < runs; ++run)
        values.push_back(measure());
    std::ranges::sort(values);
    return values[values.size() / 2];
}

} // namespace antre

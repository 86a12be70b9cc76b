// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"

#include <algorithm>
#include <functional>
#include <vector>

namespace antre::sim {

/// What happens when, in order; between two events no time exists. What is due at the same
/// millisecond happens in the order it was asked for.
class Timeline
{
public:
    using What = std::function<void()>;

    explicit Timeline(Instant start)
        : m_clock(start)
    {
    }

    void at(Milliseconds when, What what)
    {
        m_events.push_back({std::max(when, now()), m_next++, std::move(what)});
        std::push_heap(m_events.begin(), m_events.end());
    }
    void after(Milliseconds pause, What what) { at(now() + pause, std::move(what)); }

    /// Lets time pass until `end`, `end` included.
    void runUntil(Milliseconds end)
    {
        while (!m_events.empty() && m_events.front().at <= end) {
            std::pop_heap(m_events.begin(), m_events.end());
            const Happening next = std::move(m_events.back());
            m_events.pop_back();
            m_clock.advance(next.at - now());
            next.what();
        }
        m_clock.advance(std::max(end - now(), Milliseconds(0)));
    }

    [[nodiscard]] Milliseconds now() const { return m_clock.elapsed(); }
    /// The true time, which no machine in the world knows exactly.
    [[nodiscard]] const Clock &clock() const { return m_clock; }
    [[nodiscard]] quint64 happened() const { return m_next - m_events.size(); }

private:
    struct Happening
    {
        Milliseconds at;
        quint64 order;
        What what;
        /// std heaps have the greatest in front.
        friend bool operator<(const Happening &a, const Happening &b)
        {
            return std::pair(b.at, b.order) < std::pair(a.at, a.order);
        }
    };

    ManualClock m_clock;
    std::vector<Happening> m_events;
    quint64 m_next = 0;
};

} // namespace antre::sim

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"

#include <QTimer>

#include <algorithm>

namespace antre {

/// The rehearsed day's time: what the site's clocks show, and how soon that is for real. Needs an
/// event loop.
class Pace
{
public:
    Pace(const Clock &shown, double factor)
        : m_shown(shown)
        , m_factor(factor)
    {
    }
    /// What the site's clocks show.
    [[nodiscard]] Instant now() const { return m_shown.wall(); }
    /// For measuring: real time.
    [[nodiscard]] Milliseconds elapsed() const { return m_shown.elapsed(); }

    /// Calls `then` when `shown` has passed on the site's clocks, unless `context` is gone by then.
    template <typename Function>
    void after(Milliseconds shown, QObject *context, Function then) const
    {
        const auto real = Milliseconds(qint64(double(shown.count()) / m_factor));
        QTimer::singleShot(
            std::max(real, Milliseconds(0)), Qt::PreciseTimer, context, std::move(then));
    }
    template <typename Function> void at(Instant shown, QObject *context, Function then) const
    {
        after(shown - now(), context, std::move(then));
    }

private:
    const Clock &m_shown;
    double m_factor;
};

} // namespace antre

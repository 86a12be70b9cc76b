// SPDX-License-Identifier: Apache-2.0
#include "base/clock.h"

namespace antre {

Instant SystemClock::wall() const
{
    return std::chrono::floor<Milliseconds>(std::chrono::system_clock::now());
}

Milliseconds SystemClock::elapsed() const
{
    return std::chrono::duration_cast<Milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

Instant RatedClock::wall() const
{
    return m_rate.shown + Milliseconds(qint64(double((m_real.wall() - m_rate.real).count()) * m_rate.factor));
}

} // namespace antre

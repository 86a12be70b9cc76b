// SPDX-License-Identifier: Apache-2.0
#include "base/clock.h"

#include <ctime>

namespace antre {

Instant SystemClock::wall() const
{
    return std::chrono::floor<Milliseconds>(std::chrono::system_clock::now());
}

Milliseconds SystemClock::elapsed() const
{
    // Not std::chrono::steady_clock: on Linux that one stands still while the machine is suspended.
    timespec time{};
    clock_gettime(CLOCK_BOOTTIME, &time);
    return std::chrono::duration_cast<Milliseconds>(
        std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec));
}

QString ClockRate::text() const
{
    return QStringLiteral("%1,%2,%3").arg(toMs(real)).arg(toMs(shown)).arg(factor, 0, 'g', 17);
}

std::optional<ClockRate> ClockRate::fromText(const QString &text)
{
    const QStringList parts = text.split(QLatin1Char(','));
    bool realOk = false;
    bool shownOk = false;
    bool factorOk = false;
    const qint64 real = parts.value(0).toLongLong(&realOk);
    const qint64 shown = parts.value(1).toLongLong(&shownOk);
    const double factor = parts.value(2).toDouble(&factorOk);
    if (parts.size() != 3 || !realOk || !shownOk || !factorOk || !(factor > 0))
        return std::nullopt;
    return ClockRate{fromMs(real), fromMs(shown), factor};
}

Instant RatedClock::wall() const
{
    return m_rate.shown
        + Milliseconds(qint64(double((m_real.wall() - m_rate.real).count()) * m_rate.factor));
}

} // namespace antre

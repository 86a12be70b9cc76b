// SPDX-License-Identifier: Apache-2.0
#include "rehearsal/progress.h"

#include <algorithm>
#include <cstdio>
#include <unistd.h>

namespace antre {

constexpr int barWidth = 30;

Progress::Progress()
    : m_isTerminal(::isatty(STDERR_FILENO) == 1)
{
}

QString progressText(const DayProgress &progress, int width)
{
    const int filled = std::clamp(int(progress.share * width), 0, width);
    return QStringLiteral("%1:%2 [%3%4]  %5 issued, %6 waiting, %7 done")
        .arg(progress.ofDay.count() / 60, 2, 10, QLatin1Char('0'))
        .arg(progress.ofDay.count() % 60, 2, 10, QLatin1Char('0'))
        .arg(QString(filled, QLatin1Char('#')), QString(width - filled, QLatin1Char('.')))
        .arg(progress.issued)
        .arg(progress.waiting)
        .arg(progress.ended);
}

void Progress::show(const DayProgress &progress)
{
    if (m_isTerminal) {
        // To the line's start, then clear what a longer text left behind (ECMA-48, EL).
        std::fprintf(stderr, "\r%s\033[K", qPrintable(progressText(progress, barWidth)));
        m_shown = true;
    } else if (progress.share < 0) {
        return; // the doors are still closed
    } else if (const Minutes hour(progress.ofDay.count() / 60 * 60); hour != m_lastLine) {
        m_lastLine = hour;
        std::fprintf(stderr, "%s\n", qPrintable(progressText(progress, barWidth)));
    }
    std::fflush(stderr);
}

void Progress::finish()
{
    if (std::exchange(m_shown, false))
        std::fputc('\n', stderr);
}

} // namespace antre

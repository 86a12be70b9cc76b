// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "runs.h"
#include "support/catch.h"

#include <cstdio>

namespace antre::sim {

/// Looks for a planted bug in as many seeds as `seeds` allows, and says which seed and which check
/// found it.
inline void checkIsFound(const char *bug, int seeds, int patienceMs)
{
    const Ended ended = run(QStringLiteral("antre-sim-") + QLatin1StringView(bug),
        {QStringLiteral("--seeds"), QString::number(seeds), QStringLiteral("--from"),
            QStringLiteral("1"), QStringLiteral("--until-found")},
        patienceMs);
    CAPTURE(ended.output);
    const QString first = ended.output.section(u'\n', 0, 0);
    CHECK(ended.code == 1);
    CHECK(first.startsWith(QStringLiteral("seed=")));
    const QString seed = first.section(u' ', 0, 0).mid(5);
    const QString check = first.section(u' ', 1).section(u':', 0, 0);
    std::printf("%s: found by seed %s (%s)\n", bug, qUtf8Printable(seed), qUtf8Printable(check));
}

} // namespace antre::sim

// SPDX-License-Identifier: Apache-2.0
#include "runs.h"
#include "support/catch.h"

#include <cstdio>

using namespace antre::sim;

namespace {

void checkIsFound(const QString &bug)
{
    const Ended ended
        = run(QStringLiteral("antre-sim-") + bug, arguments("--seeds 1000 --from 1 --until-found"));
    CAPTURE(ended.output);
    const QString first = ended.output.section(u'\n', 0, 0);
    CHECK(ended.code == 1);
    CHECK(first.startsWith(QStringLiteral("seed=")));
    const QString seed = first.section(u' ', 0, 0).mid(5);
    const QString check = first.section(u' ', 1).section(u':', 0, 0);
    std::printf("%s: found by seed %s (%s)\n", qUtf8Printable(bug), qUtf8Printable(seed),
        qUtf8Printable(check));
}

} // namespace

TEST_CASE("The mall lives through hundreds of seeds without a violation", "[sim]")
{
    const Ended ended = run(QStringLiteral("antre-sim"), arguments("--seeds 200 --from 1"));
    CAPTURE(ended.output);
    CHECK(ended.code == 0);
    CHECK(ended.output.contains(QStringLiteral("seeds=200 violations=0 events=")));
    std::printf("%s", qUtf8Printable(ended.output));
}

TEST_CASE("A seed is a whole world: it tells the same story twice", "[sim]")
{
    const Ended once = run(QStringLiteral("antre-sim"), arguments("--seed 4711 --story"));
    CHECK(once.code == 0);
    CHECK(once.output.contains(QStringLiteral("touched")));
    CHECK(once.output == run(QStringLiteral("antre-sim"), arguments("--seed 4711 --story")).output);
}

TEST_CASE("A command line that makes no sense is answered with usage", "[sim]")
{
    CHECK(run(QStringLiteral("antre-sim"), arguments("--seeds none")).code == 2);
    CHECK(run(QStringLiteral("antre-sim"), arguments("--sedes 1")).code == 2);
    CHECK(run(QStringLiteral("antre-sim"), arguments("--help")).code == 0);
}

#define PLANTED_BUG(name)                                                                          \
    TEST_CASE("The planted bug " name " is found within a thousand seeds", "[sim]")                \
    {                                                                                              \
        checkIsFound(QStringLiteral(name));                                                        \
    }
#include "planted.inc"

// SPDX-License-Identifier: Apache-2.0
#include "plantedbug.h"
#include "support/catch.h"

#include <cstdio>

using namespace antre::sim;

TEST_CASE("The mall lives through a hundred seeds without a violation", "[sim]")
{
    const Ended ended = run(QStringLiteral("antre-sim"), arguments("--seeds 100 --from 1"));
    CAPTURE(ended.output);
    CHECK(ended.code == 0);
    CHECK(ended.output.contains(QStringLiteral("seeds=100 violations=0 events=")));
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
        checkIsFound(name, 1000, 110'000);                                                         \
    }
#include "planted.inc"

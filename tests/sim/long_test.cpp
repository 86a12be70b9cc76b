// SPDX-License-Identifier: Apache-2.0
#include "plantedbug.h"

using namespace antre::sim;

static constexpr int patienceForMillions = 1'100'000;

// What CI never gets to see; as much in each test as one may take.
#define SEEDS_FROM(from)                                                                           \
    TEST_CASE("The mall lives through two hundred seeds from " #from " on", "[sim]")               \
    {                                                                                              \
        const Ended ended                                                                          \
            = run(QStringLiteral("antre-sim"), arguments("--seeds 200 --from " #from));            \
        CAPTURE(ended.output);                                                                     \
        CHECK(ended.code == 0);                                                                    \
    }
SEEDS_FROM(1001)
SEEDS_FROM(1201)
SEEDS_FROM(2001)
SEEDS_FROM(2201)
SEEDS_FROM(3001)
SEEDS_FROM(3201)
SEEDS_FROM(100001)
SEEDS_FROM(100201)
SEEDS_FROM(200001)
SEEDS_FROM(200201)

// Ten million in all, over the cores that ctest is given.
#define INTERLEAVINGS_FROM(from)                                                                   \
    TEST_CASE(                                                                                     \
        "Two counters never get the same ticket, in a million orders from " #from " on", "[sim]")  \
    {                                                                                              \
        const Ended ended = run(QStringLiteral("antre-sim"),                                       \
            arguments("--interleavings 1000000 --from " #from), patienceForMillions);              \
        CAPTURE(ended.output);                                                                     \
        CHECK(ended.code == 0);                                                                    \
    }
INTERLEAVINGS_FROM(1)
INTERLEAVINGS_FROM(1000001)
INTERLEAVINGS_FROM(2000001)
INTERLEAVINGS_FROM(3000001)
INTERLEAVINGS_FROM(4000001)
INTERLEAVINGS_FROM(5000001)
INTERLEAVINGS_FROM(6000001)
INTERLEAVINGS_FROM(7000001)
INTERLEAVINGS_FROM(8000001)
INTERLEAVINGS_FROM(9000001)

#define PLANTED_BUG(name)                                                                          \
    TEST_CASE(                                                                                     \
        "The planted bug " name ", which shows rarely, is found within 4,000 seeds", "[sim]")      \
    {                                                                                              \
        checkIsFound(name, "--seeds 4000 --from 1 --until-found", 1'100'000);                      \
    }
#define INTERLEAVED_BUG(name)                                                                      \
    TEST_CASE("The planted bug " name " is found by some order of commands", "[sim]")              \
    {                                                                                              \
        checkIsFound(name, "--interleavings 40000", patienceForMillions);                          \
    }
#include "rare.inc"

// SPDX-License-Identifier: Apache-2.0
#include "plantedbug.h"

using namespace antre::sim;

// What CI never gets to see; as much in each test as one may take.
#define SEEDS_FROM(from)                                                                           \
    TEST_CASE("The mall lives through four hundred seeds from " #from " on", "[sim]")              \
    {                                                                                              \
        const Ended ended                                                                          \
            = run(QStringLiteral("antre-sim"), arguments("--seeds 400 --from " #from));            \
        CAPTURE(ended.output);                                                                     \
        CHECK(ended.code == 0);                                                                    \
    }
SEEDS_FROM(1001)
SEEDS_FROM(2001)
SEEDS_FROM(3001)
SEEDS_FROM(100001)
SEEDS_FROM(200001)

#define PLANTED_BUG(name)                                                                          \
    TEST_CASE(                                                                                     \
        "The planted bug " name ", which shows rarely, is found within 4,000 seeds", "[sim]")      \
    {                                                                                              \
        checkIsFound(name, 4000, 1'100'000);                                                       \
    }
#include "rare.inc"

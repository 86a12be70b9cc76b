// SPDX-License-Identifier: Apache-2.0
#include "core/print/schedule.h"
#include "support/catch.h"

using namespace antre;

TEST_CASE("Whatever befalls a printer, for many more days", "[print]")
{
    CHECK(violations(10'000, 20'000, honest, true) == 0);
}

// SPDX-License-Identifier: Apache-2.0
#include "ui/kiosk/fuzz.h"

using namespace antre;

TEST_CASE("A hundred thousand touches break nothing", "[fuzz]")
{
    for (quint64 seed = 10; seed < 20; ++seed) {
        survives({1080, 1920}, seed, 5000);
        survives({1920, 1080}, seed + 100, 5000);
    }
}

// SPDX-License-Identifier: Apache-2.0
#include "ui/kiosk/fuzz.h"

using namespace antre;

TEST_CASE("Ten fingers anywhere get one slip a wish, and the start screen comes back", "[fuzz]")
{
    survives({1080, 1920}, 1, 1500);
    survives({1920, 1080}, 3, 1500);
}

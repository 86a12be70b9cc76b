// SPDX-License-Identifier: Apache-2.0

// Every screen in every mode: modes_test.cpp tries a sample of them.

#include "support/catch.h"
#include "ui/kiosk/measure.h"
#include "ui/kiosk/states.h"

using namespace antre;

TEST_CASE("Every screen can be read and touched in every mode", "[modes]")
{
    for (const auto &mode : kioskModes()) {
        for (const auto &state : kioskStates()) {
            CAPTURE(mode.name(), state.name);
            CHECK(faultsIn(state, mode).join(u'\n') == QString());
        }
    }
}

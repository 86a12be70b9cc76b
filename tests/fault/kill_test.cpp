// SPDX-License-Identifier: Apache-2.0
#include "fault/killloop.h"
#include "support/catch.h"

using namespace antre;
using namespace antre::test;

TEST_CASE(
    "Killed again and again, service and kiosks lose no slip, double none, and call each once",
    "[kill]")
{
    killLoop({.seed = 1, .serviceKills = 20, .kioskKills = 20});
}

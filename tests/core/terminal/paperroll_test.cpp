// SPDX-License-Identifier: Apache-2.0
#include "support/catch.h"
#include "terminal/paperrolls.h"

using namespace antre;

TEST_CASE("A roll of paper runs low long before its end", "[paper]")
{
    PaperRoll roll(80, fromMs(1'000));
    CHECK(roll.left().millimetres == 80'000);
    CHECK(!roll.left().isLow());
    int slips = 0;
    for (; !roll.left().isLow(); ++slips)
        roll.used(150);
    CHECK(slips == 474);
    CHECK(roll.left().slips == 59);
    for (; slips < 1'000; ++slips)
        roll.used(150);
    CHECK(roll.left().millimetres == 0);
    CHECK(roll.left().slips == 0);
}

TEST_CASE("The printer's own sensor corrects the estimate, never upwards", "[paper]")
{
    PaperRoll roll(80, fromMs(0));
    roll.atMost(5'000);
    CHECK(roll.left().millimetres == 5'000);
    CHECK(roll.left().isLow());
    roll.atMost(70'000);
    CHECK(roll.left().millimetres == 5'000);
}

TEST_CASE("The estimate survives a restart, and a spoiled one counts as none", "[paper]")
{
    PaperRoll roll(20, fromMs(1'771'234'567'890));
    for (int i = 0; i < 12; ++i)
        roll.used(101);
    CHECK(PaperRoll::fromText(roll.text()) == roll);
    for (const char *spoiled : {"", "roll", "roll 20 1 2", "roll 0 1 2 3", "roll 20 1 -2 3",
             "roll 20 1 2 x", "rolls 20 1 2 3", "roll 20 1 2 3 4"})
        CHECK(!PaperRoll::fromText(QString::fromLatin1(spoiled)));
}

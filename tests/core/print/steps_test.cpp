// SPDX-License-Identifier: Apache-2.0
#include "print/escpossteps.h"
#include "slip/escpos.h"
#include "slip/sliplayout.h"
#include "support/catch.h"
#include "support/sampleslip.h"

using namespace antre;

TEST_CASE("A slip's job falls into small pieces, and the cut comes last and alone", "[print]")
{
    const Slip slip = layOutSlip(sampleSlip(), slipWidth80);
    const QByteArray job = escposBytes(slip, {});
    const auto steps = escposSteps(job);
    QByteArray joined;
    for (const QByteArray &step : steps) {
        joined += step;
    }
    CHECK(joined == job);
    REQUIRE(steps.size() > 4);
    CHECK(steps.back() == QByteArray("\x1DV\x42\x00", 4));
}

TEST_CASE("A job with a command nobody knows stays whole from there on", "[print]")
{
    const QByteArray line = QByteArray(600, 'x') + '\n';
    const QByteArray strange = "\x1D\x7F" + line + line;
    const auto steps = escposSteps(line + strange);
    REQUIRE(steps.size() == 2);
    CHECK(steps[0] == line);
    CHECK(steps[1] == strange);
    // A picture that is longer than the job says nothing of where it ends.
    const QByteArray cutShort("\x1Dv0\x00\x48\x00\xFF\x00\n\n\n", 11);
    CHECK(escposSteps(cutShort, 1).size() == 1);
}

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "replay/estimatereplay.h"
#include "support/catch.h"
#include "support/paths.h"
#include "wire/cataloguereader.h"

#include <QFile>

namespace antre {

inline CataloguePtr bengkulu()
{
    QFile file(sourcePath("resources/catalogue/mpp-bengkulu.json"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    return readCatalogue(file.readAll()).catalogue;
}

/// Never the seeds with which the estimate was tuned (below 1000).
inline ReplayPlan replayPlan(int malls)
{
    ReplayPlan made;
    made.seed = 2026;
    made.malls = malls;
    return made;
}

/// `tolerance` is for chance: few malls say little.
inline void checkAims(const ReplayScenario &scenario, const ReplayScore &score, double tolerance)
{
    INFO(scenario.name.toStdString());
    REQUIRE(score.waits().size() > 100);
    CHECK(score.coverage() > 0.75 - tolerance);
    CHECK(score.coverage() < 0.85 + tolerance);
    CHECK(score.promisesKept() > score.coverage() - 0.001);
    CHECK(score.unknown() < 0.02);
    for (const WaitMethod simple : {WaitMethod::LastToEnterService, WaitMethod::HeadOfLine,
             WaitMethod::QueueOverRate, WaitMethod::FixedAverage})
        CHECK(score.meanError(WaitMethod::Forecast) < score.meanError(simple));
}

} // namespace antre

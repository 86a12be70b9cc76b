// SPDX-License-Identifier: Apache-2.0
#include "fault/place.h"
#include "fault/processmall.h"
#include "support/catch.h"

using namespace antre;
using namespace antre::test;
using namespace std::chrono_literals;

namespace {

/// Service and kiosks at the two ends of a cable.
struct Wired
{
    std::unique_ptr<Cable> cable;
    std::unique_ptr<ProcessMall> mall;

    /// False, said aloud, where that can't be.
    bool up()
    {
        auto laid = Cable::lay();
        if (!laid) {
            WARN("NOT RUN: " << laid.error().detail.toStdString());
            return false;
        }
        cable = std::move(*laid);
        mall = std::make_unique<ProcessMall>(MallPlan{.kiosks = 2,
            .serviceHost = Cable::serviceAddress(),
            .serviceInside = cable->service().inside(),
            .kioskInside = cable->kiosks().inside()});
        mall->startService();
        mall->startKiosks();
        REQUIRE(mall->eachGivesMore(3));
        return true;
    }
};

void did(const Result<> &result)
{
    INFO((result ? std::string() : result.error().detail.toStdString()));
    REQUIRE(result);
}

} // namespace

TEST_CASE("A cable pulled out while people touch costs a second each, and no slip", "[network]")
{
    Wired wired;
    if (!wired.up())
        return;
    did(wired.cable->cut());
    CHECK(wired.mall->eachGivesMore(3));
    did(wired.cable->mend());
    CHECK(wired.mall->eachGivesMore(3));
    checkBooks(*wired.mall, "cable cut");
}

TEST_CASE("Answers that vanish while questions arrive end as one ticket each", "[network]")
{
    Wired wired;
    if (!wired.up())
        return;
    did(wired.cable->loseAnswers());
    CHECK(wired.mall->eachGivesMore(3));
    did(wired.cable->loseNothing());
    CHECK(wired.mall->eachGivesMore(3));
    did(wired.cable->loseQuestions());
    CHECK(wired.mall->eachGivesMore(3));
    did(wired.cable->loseNothing());
    checkBooks(*wired.mall, "one-way loss");
}

TEST_CASE("A cable that delays and loses packets loses no slip", "[network]")
{
    Wired wired;
    if (!wired.up())
        return;
    if (const auto disturbed = wired.cable->disturb(); !disturbed) {
        WARN("without netem, packets are lost by nft and delayed by tbf: "
            << disturbed.error().detail.toStdString());
        did(wired.cable->loseSome());
        CHECK(wired.mall->eachGivesMore(5));
        did(wired.cable->calm());
        did(wired.cable->narrow());
    }
    CHECK(wired.mall->eachGivesMore(5));
    did(wired.cable->calm());
    checkBooks(*wired.mall, "delay and loss");
}

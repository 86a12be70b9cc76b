// SPDX-License-Identifier: Apache-2.0
// Thousands of days on which everything goes wrong, in simulated time: what a conversation with the
// printer says must be true, whatever befalls the printer and when.
#include "core/print/schedule.h"
#include "support/catch.h"

using namespace antre;

TEST_CASE("Whatever befalls a printer, what is said of a slip is true", "[print]")
{
    CHECK(violations(1, 1'500, honest, true) == 0);
}

TEST_CASE("Saying printed when the answer does not come is found", "[print]")
{
    const Talk hopeful = [](auto &&...talk) {
        const SessionEnd end = honest(talk...);
        return nothingWasSent(end) || end == SessionEnd::NotConfirmed ? end : SessionEnd::Confirmed;
    };
    CHECK(violations(1, 150, hopeful, false) > 0);
}

TEST_CASE("Sending again after an error is found", "[print]")
{
    const Talk eager = [](auto &&...talk) {
        const SessionEnd end = honest(talk...);
        const bool good = end == SessionEnd::Confirmed || end == SessionEnd::NotConfirmed;
        return good || nothingWasSent(end) ? end : honest(talk...);
    };
    CHECK(violations(1, 150, eager, false) > 0);
}

TEST_CASE("Leaving a rest in the printer is found", "[print]")
{
    const Talk careless = [](EscposLink &link, const EscposJob &job, PrinterModel model,
                              const Clock &clock, PrinterMemory memory) {
        model.paced = false;
        model.clearsBuffer = false;
        return honest(link, job, model, clock, memory);
    };
    CHECK(violations(1, 300, careless, false) > 0);
}

// SPDX-License-Identifier: Apache-2.0
#include "fault/books.h"
#include "support/catch.h"

using namespace antre;
using namespace antre::test;

namespace {

TicketId ticket(int number) { return TicketId(Uuid{1, quint64(number)}); }

/// A run that went well: A001 from the service, called once; A1-01 from the kiosk's own series,
/// whose void A002 nobody holds; A003 whose slip got stuck.
struct GoodRun : Books
{
    GoodRun()
    {
        paper = {{ticket(1), QStringLiteral("A001")}, {ticket(2), QStringLiteral("A1-01")}};
        kiosks[ticket(1)] = {QStringLiteral("A001"), false, SlipState::Printed, true};
        kiosks[ticket(2)] = {QStringLiteral("A1-01"), false, SlipState::Unknown, true};
        kiosks[ticket(3)] = {QStringLiteral("A003"), false, SlipState::Failed, true};
        kiosks[ticket(4)] = {QString(), true, SlipState::None, true};
        journal.tickets[ticket(1)] = {QStringLiteral("A001"), {}};
        journal.tickets[ticket(2)] = {QStringLiteral("A1-01"), {QStringLiteral("A002")}};
        journal.tickets[ticket(3)] = {QStringLiteral("A003"), {}};
        journal.calls = {ticket(1)};
        heard = {ticket(1)};
        told[ticket(1)] = QStringLiteral("A001");
    }
    [[nodiscard]] bool finds(const char *sentence) const
    {
        return reckon(*this).differences.contains(QString::fromUtf8(sentence));
    }
};

} // namespace

TEST_CASE("A run that went well has no differences", "[books]")
{
    const Reckoning reckoning = reckon(GoodRun());
    CHECK(reckoning.differences.isEmpty());
    CHECK(figures(reckoning)
        == QStringLiteral("slips=2 own=1 copies=0 tickets=3 withoutPaper=1 doubles=0 losses=0 "
                          "unsettled=0 forgotten=0"));
}

TEST_CASE("A slip without a ticket is a loss", "[books]")
{
    GoodRun run;
    run.journal.tickets.erase(ticket(2));
    CHECK(run.finds("A1-01 is on paper, but no ticket"));
    CHECK(run.finds("A1-01 was given by a kiosk, but is no ticket"));
    CHECK(reckon(run).losses == 2);
}

TEST_CASE("A ticket that was renumbered after printing is found", "[books]")
{
    GoodRun run;
    run.journal.tickets[ticket(1)].number = QStringLiteral("A009");
    CHECK(run.finds("A001 is on paper, but the ticket is A009"));
}

TEST_CASE("Two numbers on the paper of one ticket are found", "[books]")
{
    GoodRun run;
    run.paper.push_back({ticket(2), QStringLiteral("A002")});
    CHECK(run.finds("A1-01 and A002 are on the paper of one ticket"));
}

TEST_CASE("One number on the paper of two tickets is found", "[books]")
{
    GoodRun run;
    run.paper.push_back({ticket(3), QStringLiteral("A001")});
    CHECK(run.finds("A001 is on the paper of two tickets"));
}

TEST_CASE("A slip that came out twice is found unless the second is marked as a copy", "[books]")
{
    GoodRun run;
    run.paper.push_back({ticket(1), QStringLiteral("A001"), true});
    CHECK(reckon(run).differences.isEmpty());
    CHECK(reckon(run).copies == 1);
    run.paper.back().copy = false;
    CHECK(run.finds("A001 came out twice, and no slip says copy"));
}

TEST_CASE("A number given to two tickets is found, void ones too", "[books]")
{
    GoodRun run;
    run.journal.tickets[ticket(3)].voided = {QStringLiteral("A002")};
    CHECK(run.finds("A002 was given to two tickets"));
}

TEST_CASE("A ticket that nobody touched for is found", "[books]")
{
    GoodRun run;
    run.kiosks.erase(ticket(3));
    CHECK(run.finds("A003 is a ticket, but no kiosk knows the touch"));
    // A kiosk whose disk took nothing gave the service's number all the same.
    run.told[ticket(3)] = QStringLiteral("A003");
    CHECK(reckon(run).differences.isEmpty());
}

TEST_CASE("A kiosk whose disk took nothing may forget a touch, but no paper", "[books]")
{
    GoodRun run;
    run.touchesForgotten = true;
    run.kiosks.erase(ticket(3));
    CHECK(reckon(run).differences.isEmpty());
    CHECK(reckon(run).forgotten == 1);
    run.kiosks.erase(ticket(2));
    CHECK(run.finds("A1-01 is a ticket, but no kiosk knows the touch"));
}

TEST_CASE("A ticket that was cancelled with its slip in a hand is found", "[books]")
{
    GoodRun run;
    run.journal.tickets[ticket(3)].cancelled = true;
    CHECK(reckon(run).differences.isEmpty());
    run.journal.tickets[ticket(1)].cancelled = true;
    CHECK(run.finds("A001 is on paper, but the ticket was cancelled"));
}

TEST_CASE("What a kiosk told before it died must be in the journal", "[books]")
{
    GoodRun run;
    run.told[ticket(7)] = QStringLiteral("A007");
    CHECK(run.finds("A007 was given by a kiosk, but is no ticket"));
}

TEST_CASE("A kiosk that is wrong about its paper is found", "[books]")
{
    GoodRun run;
    run.kiosks[ticket(3)].slip = SlipState::Printed;
    CHECK(run.finds("A003: the kiosk says printed, but nothing came out"));
    run.kiosks[ticket(1)].slip = SlipState::Failed;
    CHECK(run.finds("A001 came out, but the kiosk says that it did not"));
    run.kiosks[ticket(1)].slip = SlipState::Printed;
    run.paper[0].whole = false;
    CHECK(run.finds("A001: the kiosk says printed, but nothing came out"));
}

TEST_CASE("A report that never reached the service is found", "[books]")
{
    GoodRun run;
    run.kiosks[ticket(2)].settled = false;
    CHECK(reckon(run).unsettled == 1);
    CHECK(run.finds("A1-01: the service has not heard all from the kiosk"));
}

TEST_CASE("A call under a number that paper overruled may go unheard, the next may not", "[books]")
{
    GoodRun run;
    run.journal.calls = {ticket(1), ticket(2), ticket(2)};
    run.journal.overruledCalls[ticket(2)] = 1;
    run.heard = {ticket(1), ticket(2)};
    CHECK(reckon(run).differences.isEmpty());
    run.heard = {ticket(1)};
    CHECK(run.finds("A1-01 was called 2 times and heard 0 times"));
}

TEST_CASE("A call heard twice, never, or never made is found", "[books]")
{
    GoodRun run;
    run.heard = {ticket(1), ticket(1)};
    CHECK(run.finds("A001 was called 1 times and heard 2 times"));
    run.heard.clear();
    CHECK(run.finds("A001 was called 1 times and heard 0 times"));
    run.heard = {ticket(1), ticket(3)};
    CHECK(run.finds("A003 was called 0 times and heard 1 times"));
}

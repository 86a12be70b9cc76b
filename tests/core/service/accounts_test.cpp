// SPDX-License-Identifier: Apache-2.0
#include "service/accounts.h"
#include "support/catch.h"
#include "support/mall.h"

using namespace antre;
using namespace std::chrono_literals;

TEST_CASE("A PIN is kept as argon2id, and only the right one matches", "[accounts]")
{
    const auto hash = hashPin(text("4711"));
    REQUIRE(hash);
    CHECK(hash->startsWith(text("$argon2id$")));
    CHECK(*hash != *hashPin(text("4711")));
    CHECK(pinMatches(*hash, text("4711")));
    CHECK_FALSE(pinMatches(*hash, text("4712")));
    CHECK_FALSE(pinMatches(*hash, text("")));
    CHECK_FALSE(pinMatches(text(""), text("4711")));
    CHECK_FALSE(pinMatches(text("not a hash"), text("4711")));
}

TEST_CASE("A token matches its hash and no other", "[accounts]")
{
    const QString hash = hashToken(text("token"));
    CHECK(hash.size() == 64);
    CHECK(tokenMatches(hash, text("token")));
    CHECK_FALSE(tokenMatches(hash, text("token2")));
    CHECK_FALSE(tokenMatches({}, {}));
}

TEST_CASE("After three wrong PINs the pause doubles, and a right one forgives", "[accounts]")
{
    ManualClock clock(thursday(9));
    SignInGuard guard(clock);
    const OfficerId rina(text("rina"));
    for (int i = 0; i < 2; ++i)
        guard.failed(rina);
    CHECK(guard.pause(rina) == 0ms);
    guard.failed(rina);
    CHECK(guard.pause(rina) == 2s);
    guard.failed(rina);
    CHECK(guard.pause(rina) == 4s);
    clock.advance(3s);
    CHECK(guard.pause(rina) == 1s);
    for (int i = 0; i < 40; ++i)
        guard.failed(rina);
    CHECK(guard.pause(rina) == 5min);
    CHECK(guard.pause(OfficerId(text("budi"))) == 0ms);
    guard.succeeded(rina);
    CHECK(guard.pause(rina) == 0ms);
}

TEST_CASE("Each kind of terminal may ask only what is its own", "[accounts]")
{
    const OfficerId rina(text("rina"));
    CHECK(mayAsk(TerminalKind::Kiosk, {}, IssueTicket{}));
    CHECK(mayAsk(TerminalKind::Kiosk, {}, ReportPaper{}));
    CHECK_FALSE(mayAsk(TerminalKind::Kiosk, {}, CallNext{}));
    CHECK_FALSE(mayAsk(TerminalKind::Kiosk, rina, PublishCatalogue{}));
    CHECK_FALSE(mayAsk(TerminalKind::Kiosk, {}, RejoinQueue{}));
    CHECK_FALSE(mayAsk(TerminalKind::Kiosk, {}, LetGoFirst{}));
    CHECK(mayAsk(TerminalKind::Counter, rina, LetGoFirst{}));
    CHECK(mayAsk(TerminalKind::Counter, rina, CallNext{}));
    CHECK_FALSE(mayAsk(TerminalKind::Counter, {}, CallNext{}));
    CHECK_FALSE(mayAsk(TerminalKind::Counter, rina, EnrolTerminal{}));
    CHECK_FALSE(mayAsk(TerminalKind::Display, rina, CallNext{}));
    CHECK_FALSE(mayAsk(TerminalKind::Display, {}, IssueTicket{}));
}

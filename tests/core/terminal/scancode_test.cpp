// SPDX-License-Identifier: Apache-2.0
// What people hold before a kiosk, and who gets a lost slip again.
#include "support/catch.h"
#include "support/smallhall.h"
#include "terminal/scancode.h"

using namespace antre;
using namespace std::chrono_literals;

namespace {

/// A kiosk whose visitor left a while ago with a number.
struct AfterAVisit
{
    AfterAVisit()
        : kiosk(hall.kiosk("kiosk-1", "1"))
    {
        kiosk.touches("a.one");
        hall.run(50ms);
        mine = kiosk.issue().ticket;
        kiosk.input(Dismissed{true});
        hall.run(10min);
    }
    ScannedCode scans(const QString &text) const { return readScannedCode(text, kiosk.machine()); }
    void wantsSlip()
    {
        kiosk.input(ReprintWanted{mine.id, mine.secret});
        hall.run(50ms);
    }

    SmallHall hall;
    HallTerminal &kiosk;
    KioskTicket mine;
};

} // namespace

TEST_CASE(
    "A slip's code is known at the kiosk that printed it, however a reader types it", "[scan]")
{
    AfterAVisit visit;
    const OwnTicketCode own{visit.mine.id, visit.mine.secret};
    CHECK(visit.scans(visit.mine.secret) == ScannedCode(own));
    CHECK(visit.scans(QStringLiteral("https://mall.example/t/") + visit.mine.secret)
        == ScannedCode(own));
    CHECK(visit.scans(QStringLiteral(" HTTPS://MALL.EXAMPLE/T/") + visit.mine.secret.toUpper()
              + QStringLiteral("?lang=en\r"))
        == ScannedCode(own));
}

TEST_CASE("A ticket of this mall that this kiosk did not give is told from a strange code", "[scan]")
{
    AfterAVisit visit;
    CHECK(visit.scans(QStringLiteral("https://mall.example/t/AAAAAAAAAAAAAAAAAAAAAA"))
        == ScannedCode(OtherTicketCode{}));
}

TEST_CASE("Codes that are nobody's ticket here are strange, whatever they hold", "[scan]")
{
    AfterAVisit visit;
    for (const char *text : {"", "/t/", "8991102100014", "https://example.org/t/abc", "A012", "?"})
        CHECK(visit.scans(QString::fromLatin1(text)) == ScannedCode(StrangeCode{}));
}

TEST_CASE("Who holds the ticket's code gets a lost slip again, with the same number", "[scan]")
{
    AfterAVisit visit;
    CHECK(visit.kiosk.machine().mayPrintLost(visit.mine.id, visit.mine.secret));
    visit.wantsSlip();
    REQUIRE(visit.kiosk.prints.size() == 2);
    CHECK(visit.kiosk.prints[1].copy);
    CHECK(visit.kiosk.prints[1].ticket.number == visit.mine.number);
    CHECK(visit.kiosk.prints[1].ticket.stale); // ten minutes later the wait is another one
    CHECK(visit.hall.paperFaults() == QStringList());
}

TEST_CASE("A lost slip is printed again no more often than any other", "[scan]")
{
    AfterAVisit visit;
    for (int asks = 0; asks < 5; ++asks) {
        visit.wantsSlip();
        visit.kiosk.input(Dismissed{});
    }
    CHECK(visit.kiosk.prints.size() == 1 + size_t(TerminalMachine::copiesMax));
    CHECK_FALSE(visit.kiosk.machine().mayPrintLost(visit.mine.id, visit.mine.secret));
}

TEST_CASE("Without the right secret a lost slip stays lost", "[scan]")
{
    AfterAVisit visit;
    visit.kiosk.input(ReprintWanted{visit.mine.id, QStringLiteral("guessed")});
    visit.kiosk.input(ReprintWanted{visit.mine.id, {}});
    visit.hall.run(50ms);
    CHECK(visit.kiosk.prints.size() == 1);
}

TEST_CASE("A lost slip waits while somebody else's number is on the screen", "[scan]")
{
    AfterAVisit visit;
    visit.kiosk.touches("a.one");
    visit.hall.run(50ms);
    visit.wantsSlip();
    CHECK(visit.kiosk.prints.size() == 2); // the other visitor's
    CHECK(visit.kiosk.issue().ticket.id != visit.mine.id);
}

TEST_CASE("A number of yesterday is not printed again", "[scan]")
{
    AfterAVisit visit;
    visit.hall.run(24h);
    CHECK_FALSE(visit.kiosk.machine().mayPrintLost(visit.mine.id, visit.mine.secret));
}

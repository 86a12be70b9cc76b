// SPDX-License-Identifier: Apache-2.0

// What a visitor does with a ticket from the own phone.

#include "domain/calling.h"
#include "domain/holding.h"
#include "support/catch.h"
#include "support/invariants.h"
#include "support/mall.h"

using namespace antre;
using namespace std::chrono_literals;

namespace {

const ServiceId serviceOfA(QStringLiteral("a.one"));
const ServiceId serviceOfB(QStringLiteral("b.one"));

/// The small mall, and phones in it: nobody's terminals.
class Phones : public RuleBook
{
public:
    /// The number, or the reason why not.
    QString gets(
        const char *phone, const ServiceId &service = serviceOfA, const char *priority = "")
    {
        const Command wish
            = command(IssueTicket{service, ClassId(text(priority)), text("id"), makeSecret(random),
                          clock.wall(), {}, {}, false, text(phone)},
                {});
        const auto events = tell(wish);
        if (!events)
            return events.error().reason;
        return state.ticket(TicketId(wish.id.value()))->number.text();
    }
    /// Some kiosk's visitors, a minute apart.
    void come(int count, const char *priority = "")
    {
        for (; count > 0; --count) {
            takes("a.one", priority);
            clock.advance(1min);
        }
    }

    /// What the holder of a number gets for a wish about it: the reason why not, or nothing.
    template <typename Wish> QString wants(const char *number, Wish wish)
    {
        wish.ticket = ticket(number).id;
        const auto events = tell(CommandData(wish), Actor());
        const auto broken = violations(state);
        if (!broken.empty())
            return broken.front();
        return events ? QString() : events.error().reason;
    }
    QString leaves(const char *number) { return wants(number, CancelTicket()); }
    QString rejoins(const char *number) { return wants(number, RejoinQueue()); }
    QString lets(const char *number, int others) { return wants(number, LetGoFirst{{}, others}); }
    QString takesBack(const char *number) { return wants(number, TakePlaceBack()); }

    /// The numbers of line A in the order in which they would be called.
    [[nodiscard]] QString order() const
    {
        QStringList numbers;
        for (const NextTicket &next : callingOrder(state, {LineId(text("A"))}, clock.wall()))
            numbers << state.ticket(next.ticket)->number.text();
        return numbers.join(u' ');
    }
};

} // namespace

TEST_CASE("A phone holds one waiting ticket a line, and is told which", "[holder]")
{
    Phones mall;
    CHECK(mall.gets("phone-1") == text("A001"));
    CHECK(mall.gets("phone-1") == text("alreadyWaiting"));
    CHECK(mall.gets("phone-1", ServiceId(text("a.two"))) == text("alreadyWaiting")); // same line
    CHECK(mall.gets("phone-1", serviceOfB) == text("B001"));
    CHECK(mall.gets("phone-2") == text("A002"));
    CHECK(mall.state.heldIn(LineId(text("A")), text("phone-1"))->number.text() == text("A001"));
    CHECK(mall.state.heldIn(LineId(text("A")), text("phone-3")) == nullptr);
    CHECK(mall.state.heldIn(LineId(text("A")), QString()) == nullptr);
}

TEST_CASE("A phone may take the next number once its ticket is being served or is over", "[holder]")
{
    Phones mall;
    CHECK(mall.gets("phone-1") == text("A001"));
    mall.opens("1");
    CHECK(mall.calls("1") == text("A001"));
    CHECK(mall.gets("phone-1") == text("alreadyWaiting"));
    REQUIRE(mall.tell(StartServing{CounterId(text("1")), mall.at("1")}, officerAt("1")));
    CHECK(mall.gets("phone-1") == text("A002"));
    CHECK(mall.leaves("A002").isEmpty());
    CHECK(mall.gets("phone-1") == text("A003"));
    mall.clock.advance(24h);
    CHECK(mall.gets("phone-1") == text("A001"));
}

TEST_CASE("What has no phone may have as many numbers as it likes", "[holder]")
{
    Phones mall;
    CHECK(mall.gets("") == text("A001"));
    CHECK(mall.gets("") == text("A002"));
    const QByteArray long_(holderMax + 1, 'a');
    const auto refused
        = mall.tell(IssueTicket{serviceOfA, {}, text("id"), text("s"), mall.clock.wall(), {}, {},
                        false, QString::fromLatin1(long_)},
            {});
    CHECK(refused.error().code == ErrorCode::Invalid);
}

TEST_CASE("Who leaves the queue by mistake stands again where they stood, for a minute", "[holder]")
{
    Phones mall;
    mall.gets("phone-1");
    mall.come(2);
    CHECK(mall.leaves("A001").isEmpty());
    CHECK(mall.order() == text("A002 A003"));
    CHECK(rejoinUntil(mall.ticket("A001"), mall.clock.wall()) == mall.clock.wall() + 60s);
    mall.clock.advance(60s);
    CHECK(mall.rejoins("A001").isEmpty());
    CHECK(mall.order() == text("A001 A002 A003"));
    CHECK(mall.rejoins("A001").isEmpty()); // it is as wished

    CHECK(mall.leaves("A001").isEmpty());
    mall.clock.advance(60s + 1ms);
    CHECK(rejoinUntil(mall.ticket("A001"), mall.clock.wall()) == std::nullopt);
    CHECK(mall.rejoins("A001") == text("tooLateToUndo"));
}

TEST_CASE("Who was set aside and leaves is set aside again, for as long as before", "[holder]")
{
    Phones mall;
    mall.gets("phone-1");
    mall.opens("1");
    mall.calls("1");
    const CounterId counter(text("1"));
    REQUIRE(
        mall.asks("1", ParkTicket{counter, mall.at("1"), ReasonId(text("form")), 10min}).isEmpty());
    const Ticket before = mall.ticket("A001");
    CHECK(mall.leaves("A001").isEmpty());
    CHECK(mall.rejoins("A001").isEmpty());
    Ticket after = mall.ticket("A001");
    CHECK(after.parkedUntil == mall.clock.wall() + 10min);
    after.changedBy = before.changedBy;
    CHECK(after == before);
}

TEST_CASE("Only who left alone comes back alone", "[holder]")
{
    Phones mall;
    mall.gets("phone-1");
    mall.opens("1");
    REQUIRE(mall.tell(CancelTicket{mall.ticket("A001").id}, officerAt("1")));
    CHECK(mall.rejoins("A001") == text("tooLateToUndo"));
    mall.gets("phone-1");
    CHECK(mall.calls("1") == text("A002"));
    CHECK(mall.rejoins("A002") == text("ticketMovedOn"));
    CHECK(mall.wants("A002", LetGoFirst{{}, 1}) == text("ticketMovedOn"));
    CHECK(mall.wants("A002", TakePlaceBack()) == text("ticketMovedOn"));
}

TEST_CASE(
    "Who left and took another number, or whose place was given away, can't come back", "[holder]")
{
    Phones mall;
    mall.gets("phone-1");
    mall.leaves("A001");
    CHECK(mall.gets("phone-1") == text("A002"));
    CHECK(mall.rejoins("A001") == text("alreadyWaiting"));

    const ServiceId two(text("a.two")); // two numbers a day
    CHECK(mall.gets("phone-2", two) == text("A003"));
    CHECK(mall.gets("phone-3", two) == text("A004"));
    CHECK(mall.leaves("A003").isEmpty());
    CHECK(mall.gets("phone-4", two) == text("A005"));
    CHECK(mall.rejoins("A003") == text("quotaFull"));
}

TEST_CASE("Nobody rejoins a queue whose day was ended", "[holder]")
{
    Phones mall;
    Catalogue changed = *mall.state.catalogue;
    changed.site.dayEnd = {DayEnd::Expire, 0min};
    changed.index();
    REQUIRE(mall.tell(PublishCatalogue{std::make_shared<const Catalogue>(changed)}, {}));
    mall.clock.setWall(thursday(14, 29));
    CHECK(mall.gets("phone-1") == text("A001"));
    mall.clock.setWall(thursday(15) - 1s);
    CHECK(mall.leaves("A001").isEmpty());
    mall.clock.setWall(thursday(15));
    REQUIRE(mall.tell(dayEndCommand(mall.state.catalogue->site, mall.state.day)));
    REQUIRE(mall.state.dayIsClosed);
    CHECK(mall.rejoins("A001") == text("dayOver"));
}

TEST_CASE("Others go first: exactly as many as were wished, and the number stays", "[holder]")
{
    Phones mall;
    mall.gets("phone-1");
    mall.clock.advance(1min);
    mall.come(5);
    CHECK(mall.lets("A001", 2).isEmpty());
    CHECK(mall.order() == text("A002 A003 A001 A004 A005 A006"));
    CHECK(mall.state.aheadOf(mall.ticket("A001")) == 2);
    CHECK(mall.state.aheadOf(mall.ticket("A004")) == 3);
    CHECK(mall.lets("A001", 1).isEmpty());
    CHECK(mall.order() == text("A002 A003 A004 A001 A005 A006"));
    mall.opens("1");
    CHECK(mall.calls("1") == text("A002"));
}

TEST_CASE("When fewer wait behind, all of them go first, and who comes later doesn't", "[holder]")
{
    Phones mall;
    mall.gets("phone-1");
    mall.clock.advance(1min);
    CHECK(mall.lets("A001", 3) == text("nobodyBehind"));
    CHECK(othersBehind(mall.state, mall.ticket("A001"), mall.clock.wall()) == 0);
    mall.come(2);
    CHECK(othersBehind(mall.state, mall.ticket("A001"), mall.clock.wall()) == 2);
    CHECK(mall.lets("A001", 3).isEmpty());
    mall.come(1);
    CHECK(mall.order() == text("A002 A003 A001 A004"));
}

TEST_CASE("With a head start others go first all the same, in the order of the calls", "[holder]")
{
    Phones mall;
    mall.come(3); // A001 A002 A003
    mall.gets("phone-1", serviceOfA, "elderly"); // A004, called before them
    CHECK(mall.order() == text("A004 A001 A002 A003"));
    CHECK(mall.state.aheadOf(mall.ticket("A004")) == 0);
    CHECK(mall.lets("A004", 2).isEmpty());
    CHECK(mall.order() == text("A001 A002 A004 A003"));
    CHECK(mall.state.aheadOf(mall.ticket("A004")) == 2);
    // Behind somebody with a head start goes who has none, too.
    mall.clock.advance(1min);
    mall.come(1, "elderly"); // A005
    CHECK(mall.order() == text("A005 A001 A002 A004 A003"));
    CHECK(mall.lets("A002", 1).isEmpty());
    CHECK(mall.order() == text("A005 A001 A004 A002 A003"));
}

TEST_CASE("Who is set aside and due counts neither as one behind nor as one before", "[holder]")
{
    Phones mall;
    mall.gets("phone-1");
    mall.clock.advance(1min);
    mall.come(1); // A002, to be set aside
    mall.opens("1");
    const CounterId counter(text("1"));
    mall.opens("2");
    REQUIRE(mall.calls("1") == text("A001"));
    REQUIRE(mall.calls("2") == text("A002"));
    REQUIRE(mall.tell(ParkTicket{CounterId(text("2")), mall.at("2"), ReasonId(text("form")), 1min},
        officerAt("2")));
    REQUIRE(mall.tell(MarkNoShow{counter, mall.at("1")}, officerAt("1")));
    REQUIRE(mall.tell(BringBack{counter, mall.ticket("A001").id}, officerAt("1")));
    mall.clock.advance(2min);
    mall.come(2);
    CHECK(mall.order() == text("A001 A002 A003 A004"));
    CHECK(mall.lets("A001", 1).isEmpty());
    CHECK(mall.order() == text("A002 A003 A001 A004"));
    CHECK(mall.state.aheadOf(mall.ticket("A001")) == 1);
}

TEST_CASE("The old place can be had back for a minute, the last one only", "[holder]")
{
    Phones mall;
    mall.gets("phone-1");
    mall.clock.advance(1min);
    mall.come(3);
    const Instant place = mall.ticket("A001").placeAt;
    CHECK(mall.takesBack("A001") == text("tooLateToUndo"));
    CHECK(mall.lets("A001", 2).isEmpty());
    mall.clock.advance(59s);
    CHECK(mall.takesBack("A001").isEmpty());
    CHECK(mall.ticket("A001").placeAt == place);
    CHECK(mall.order() == text("A001 A002 A003 A004"));
    CHECK(mall.takesBack("A001") == text("tooLateToUndo"));
    CHECK(mall.lets("A001", 1).isEmpty());
    mall.clock.advance(61s);
    CHECK(mall.takesBack("A001") == text("tooLateToUndo"));
}

TEST_CASE("Nobody lets others go first all day long", "[holder]")
{
    Phones mall;
    mall.gets("phone-1");
    mall.clock.advance(1min);
    mall.come(3);
    for (int i = 0; i < stepsBackMax; ++i) {
        CHECK(mall.lets("A001", 1).isEmpty());
        CHECK(mall.takesBack("A001").isEmpty());
    }
    CHECK(mall.lets("A001", 1) == text("steppedBackTooOften"));
    CHECK(othersBehind(mall.state, mall.ticket("A001"), mall.clock.wall()) == 0);
    for (const int places : {0, -1, placesBackMax + 1}) {
        const auto answer = mall.tell(LetGoFirst{mall.ticket("A002").id, places}, {});
        CHECK(answer.error().code == ErrorCode::Invalid);
    }
}

TEST_CASE(
    "Who was sent on to another line doesn't get a place back that was in the old one", "[holder]")
{
    Phones mall;
    mall.gets("phone-1");
    mall.clock.advance(1min);
    mall.come(2);
    CHECK(mall.lets("A001", 2).isEmpty());
    mall.opens("2");
    const CounterId counter(text("2"));
    REQUIRE(mall.tell(CancelTicket{mall.ticket("A002").id}, officerAt("2")));
    REQUIRE(mall.tell(CancelTicket{mall.ticket("A003").id}, officerAt("2")));
    CHECK(mall.calls("2") == text("A001"));
    REQUIRE(mall.tell(TransferTicket{counter, mall.at("2"), serviceOfB, {}}, officerAt("2")));
    CHECK(mall.takesBack("A001") == text("tooLateToUndo"));
}

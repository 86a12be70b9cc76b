// SPDX-License-Identifier: Apache-2.0
#include "domain/dayend.h"
#include "domain/decide.h"
#include "domain/evolve.h"
#include "support/catch.h"
#include "support/mall.h"

using namespace antre;
using namespace std::chrono_literals;

namespace {

LocalText because(const char *reason)
{
    return LocalText({{text("id"), text(reason)}, {text("en"), text(reason)}});
}

/// The small mall, whose last counter closes at 15:00, with a rule for its end of day.
struct MallWithEnd : RuleBook
{
    explicit MallWithEnd(DayEndRule rule)
    {
        Catalogue changed = *smallMall();
        changed.version = 2;
        changed.site.dayEnd = rule;
        changed.index();
        (void)tell(PublishCatalogue{std::make_shared<const Catalogue>(std::move(changed))}, {});
    }
    /// What the service does now and then; the reason why not.
    QString askForEnd()
    {
        const auto events = tell(dayEndCommand(state.catalogue->site, state.day));
        return events ? QString() : events.error().reason;
    }
    [[nodiscard]] TicketState stateOf(const char *number) const { return ticket(number).state; }
};

const DayEndRule expireAt1530{DayEnd::Expire, 30min};
const DayEndRule serveAll{DayEnd::ServeAll, 30min};

} // namespace

TEST_CASE("At the day's end who still waits expires, and the count is kept", "[dayend]")
{
    MallWithEnd mall(expireAt1530);
    for (int visitor = 0; visitor < 4; ++visitor)
        mall.takes("a.one");
    mall.opens("1");
    mall.calls("1");
    mall.serves("1");
    mall.calls("1");
    mall.clock.setWall(thursday(15, 30));
    const auto events = mall.tell(dayEndCommand(mall.state.catalogue->site, mall.state.day));
    REQUIRE((events && events->size() == 3));
    CHECK(events->at(2).data == EventData(DayClosed{4, 1, 0, 0, 2, 1}));
    CHECK(mall.stateOf("A001") == TicketState::Served);
    CHECK(mall.stateOf("A002") == TicketState::Called); // somebody is on the way to the desk
    CHECK(mall.stateOf("A003") == TicketState::Expired);
    CHECK(mall.stateOf("A004") == TicketState::Expired);
    CHECK(mall.state.waitingIn(LineId(text("A"))) == 0);
}

TEST_CASE("The day ends once, however often and by however many services it is asked", "[dayend]")
{
    MallWithEnd mall(expireAt1530);
    mall.takes("a.one");
    mall.clock.setWall(thursday(15, 30));
    CHECK(mall.askForEnd().isEmpty());
    const State after = mall.state;
    CHECK(mall.askForEnd().isEmpty());
    CHECK(mall.state == after);
    CHECK(dayEndCommand(mall.state.catalogue->site, mall.state.day).id
        == dayEndCommand(smallMall()->site, mall.state.day).id);
    CHECK(dayEndCommand(smallMall()->site, mall.state.day).id
        != dayEndCommand(smallMall()->site, {mall.state.day.days + 1}).id);
}

TEST_CASE("Nobody's number expires before the time that the catalogue names", "[dayend]")
{
    MallWithEnd mall(expireAt1530);
    mall.takes("a.one");
    mall.clock.setWall(thursday(15, 30) - 1ms);
    CHECK(mall.askForEnd() == text("dayNotOver"));
    CHECK(mall.stateOf("A001") == TicketState::Waiting);
}

TEST_CASE("Where all are served nobody expires while a counter is open", "[dayend]")
{
    MallWithEnd mall(serveAll);
    mall.takes("a.one");
    mall.opens("1");
    mall.clock.setWall(thursday(17));
    CHECK(mall.askForEnd() == text("dayNotOver"));
    CHECK(mall.calls("1") == text("A001"));
    mall.serves("1");
    CHECK(mall.askForEnd().isEmpty());
    CHECK(mall.stateOf("A001") == TicketState::Served);
    CHECK(mall.state.dayIsClosed);
}

TEST_CASE("Where all are served the last officer's leaving ends the day", "[dayend]")
{
    MallWithEnd mall(serveAll);
    mall.opens("2");
    mall.takes("a.one");
    mall.clock.setWall(thursday(15, 10));
    (void)mall.tell(CloseCounter{CounterId(text("2"))}, officerAt("2"));
    CHECK(mall.askForEnd() == text("dayNotOver")); // another may still come back
    mall.clock.setWall(thursday(15, 30));
    CHECK(mall.askForEnd().isEmpty());
    CHECK(mall.stateOf("A001") == TicketState::Expired);
}

TEST_CASE("A day that nobody closed in time is closed as itself the next morning", "[dayend]")
{
    MallWithEnd mall(serveAll);
    mall.takes("a.one");
    mall.opens("1");
    mall.clock.setWall(thursday(9) + 22h);
    const auto events = mall.tell(dayEndCommand(mall.state.catalogue->site, mall.state.day));
    REQUIRE((events && events->size() == 2));
    CHECK(events->at(0).day.text() == text("2026-08-20"));
    CHECK(mall.takes("a.one") == text("opensLater"));
    mall.clock.setWall(thursday(9) + 24h);
    CHECK(mall.takes("a.one") == text("A001"));
    CHECK_FALSE(mall.state.dayIsClosed);
}

TEST_CASE("Paper that turns up after the day's end is a ticket and waits", "[dayend]")
{
    MallWithEnd mall(expireAt1530);
    mall.takes("a.one");
    mall.clock.setWall(thursday(15, 30));
    (void)mall.askForEnd();
    const TicketId slip(makeUuid(mall.clock, mall.random));
    const auto events = mall.tell(ReportPaper{slip, *TicketNumber::fromText(text("A2-07")),
        ServiceId(text("a.one")), {}, text("id"), text("secret"), thursday(14), mall.state.day});
    REQUIRE(events);
    CHECK(mall.stateOf("A2-07") == TicketState::Waiting);
    CHECK(mall.askForEnd().isEmpty());
    CHECK(mall.stateOf("A2-07") == TicketState::Waiting);
}

TEST_CASE("After the day's end an undone call leaves nobody in line", "[dayend]")
{
    MallWithEnd mall(expireAt1530);
    mall.takes("a.one");
    mall.opens("1");
    mall.clock.setWall(thursday(15, 30) - 1s);
    CHECK(mall.calls("1") == text("A001"));
    const CommandId call = mall.state.desk(CounterId(text("1"))).last.command;
    mall.clock.advance(2s);
    CHECK(mall.askForEnd().isEmpty());
    CHECK(mall.asks("1", UndoLast{CounterId(text("1")), call}) == text("dayOver"));
    CHECK(mall.stateOf("A001") == TicketState::Called); // somebody may be on the way
}

TEST_CASE("What puts nobody in line is undone after the day's end, too", "[dayend]")
{
    MallWithEnd mall(expireAt1530);
    mall.takes("a.one");
    mall.opens("1");
    mall.calls("1");
    mall.clock.setWall(thursday(15, 30) - 1s);
    const CounterId one(text("1"));
    CHECK(mall.asks("1", StartServing{one, mall.at("1")}).isEmpty());
    mall.clock.advance(2s);
    CHECK(mall.askForEnd().isEmpty());
    CHECK(mall.asks("1", UndoLast{one, mall.state.desk(one).last.command}).isEmpty());
    CHECK(mall.stateOf("A001") == TicketState::Called);
}

TEST_CASE("After the day's end nobody is sent back into a line", "[dayend]")
{
    MallWithEnd mall(expireAt1530);
    const CounterId one(text("1"));
    mall.takes("a.one");
    mall.takes("a.one");
    mall.opens("1");
    mall.calls("1");
    CHECK(mall.asks("1", MarkNoShow{one, mall.at("1")}).isEmpty());
    mall.calls("1");
    mall.clock.setWall(thursday(15, 30));
    CHECK(mall.askForEnd().isEmpty());
    const TicketId missed = mall.ticket("A001").id;
    const TicketId present = mall.ticket("A002").id;
    const ServiceId other(text("b.one"));
    CHECK(mall.asks("1", BringBack{one, missed}) == text("dayOver"));
    CHECK(mall.asks("1", ParkTicket{one, present, {}, 5min}) == text("dayOver"));
    CHECK(mall.asks("1", TransferTicket{one, present, other, {}}) == text("dayOver"));
    CHECK(mall.asks("1", AddService{one, present, other}) == text("dayOver"));
    CHECK(mall.stateOf("A002") == TicketState::Called);
}

TEST_CASE("A visit that is served at the day's end goes on to no further line", "[dayend]")
{
    MallWithEnd mall(expireAt1530);
    const CounterId one(text("1"));
    mall.takes("a.one");
    mall.opens("1");
    mall.calls("1");
    const TicketId visit = mall.at("1");
    CHECK(mall.asks("1", AddService{one, visit, ServiceId(text("a.two"))}).isEmpty());
    CHECK(mall.asks("1", StartServing{one, visit}).isEmpty());
    mall.clock.setWall(thursday(15, 30));
    CHECK(mall.askForEnd().isEmpty());
    CHECK(mall.calls("1") == text("nobodyWaiting"));
    CHECK(mall.asks("1", FinishServing{one, visit}).isEmpty());
    CHECK(mall.stateOf("A001") == TicketState::Expired);
    CHECK(mall.ticket("A001").done.size() == 1);
    CHECK(mall.state.waitingIn(LineId(text("A"))) == 0);
}

TEST_CASE("A day that was ended gives no more numbers, though a new list lengthens it", "[dayend]")
{
    MallWithEnd mall(expireAt1530);
    mall.takes("a.one");
    mall.clock.setWall(thursday(15, 30));
    CHECK(mall.askForEnd().isEmpty());
    Catalogue longer = *mall.state.catalogue;
    ++longer.version;
    longer.site.hours[3] = DayHours{{8h, 20h}, {8h, 19h}, {}};
    longer.index();
    (void)mall.tell(PublishCatalogue{std::make_shared<const Catalogue>(std::move(longer))}, {});
    CHECK(mall.takes("a.one") == text("closedForToday"));
    mall.clock.setWall(thursday(9) + 24h);
    CHECK(mall.takes("a.one") == text("A001"));
}

TEST_CASE(
    "An expired ticket whose paper has another number stays expired under the paper's", "[dayend]")
{
    MallWithEnd mall(expireAt1530);
    const Command wish = mall.command(
        IssueTicket{ServiceId(text("a.one")), {}, text("id"), text("s"), mall.clock.wall()}, {});
    (void)mall.tell(wish);
    mall.clock.setWall(thursday(15, 30));
    (void)mall.askForEnd();
    (void)mall.tell(ReportPaper{TicketId(wish.id.value()), *TicketNumber::fromText(text("A2-01")),
        ServiceId(text("a.one")), {}, text("id"), text("s"), thursday(9), mall.state.day});
    CHECK(mall.stateOf("A2-01") == TicketState::Expired);
    CHECK(mall.state.waitingIn(LineId(text("A"))) == 0);
}

TEST_CASE("The day lasts as long as the agency that closes last", "[dayend]")
{
    Catalogue late = *smallMall();
    late.agencies[1].hours.emplace();
    (*late.agencies[1].hours)[3] = DayHours{{8h, 17h}, {8h, 16h}, {}};
    late.index();
    CHECK(closingTime(late, *BusinessDay::fromText(u"2026-08-20")) == thursday(17));
    CHECK(closingTime(*smallMall(), *BusinessDay::fromText(u"2026-08-22"))
        == thursday(0) + 72h); // closed: until midnight
}

TEST_CASE("A place of the quota comes back when a ticket is cancelled, once", "[quota]")
{
    RuleBook mall;
    mall.takes("a.two");
    mall.takes("a.two");
    CHECK(mall.takes("a.two") == text("quotaFull"));
    const TicketId first = mall.ticket("A001").id;
    REQUIRE(mall.tell(CancelTicket{first}, {}));
    REQUIRE(mall.tell(CancelTicket{first}, {}));
    CHECK(mall.takes("a.two") == text("A003"));
    CHECK(mall.takes("a.two") == text("quotaFull"));
}

TEST_CASE("Who doesn't come when called has used up a place", "[quota]")
{
    RuleBook mall;
    mall.takes("a.two");
    mall.takes("a.two");
    mall.opens("1");
    mall.calls("1");
    (void)mall.tell(MarkNoShow{CounterId(text("1")), mall.ticket("A001").id}, officerAt("1"));
    CHECK(mall.takes("a.two") == text("quotaFull"));
}

TEST_CASE("What is closed on the spot refuses kiosk and phone alike, until it opens by itself",
    "[closures]")
{
    RuleBook mall;
    REQUIRE(mall.tell(CloseFor{Scope(), thursday(10), because("banjir")}, {}));
    CHECK(mall.takes("a.one") == text("closedNow"));
    const auto phone = mall.tell(
        IssueTicket{ServiceId(text("a.one")), {}, text("id"), text("s"), mall.clock.wall()}, {});
    CHECK(phone.error().reason == text("closedNow"));
    mall.clock.setWall(thursday(10));
    CHECK(mall.takes("a.one") == text("A001"));
}

TEST_CASE("Paper is taken whatever is closed", "[closures]")
{
    RuleBook mall;
    REQUIRE(mall.tell(CloseFor{Scope(), thursday(10), because("banjir")}, {}));
    CHECK(mall.tell(ReportPaper{TicketId(makeUuid(mall.clock, mall.random)),
        *TicketNumber::fromText(text("A2-07")), ServiceId(text("a.one")), {}, text("id"), text("s"),
        mall.clock.wall(), mall.state.day}));
    CHECK(mall.ticket("A2-07").state == TicketState::Waiting);
}

TEST_CASE("What is closed can be opened before its time, or for longer", "[closures]")
{
    RuleBook mall;
    const Scope agency(AgencyId(text("a")));
    REQUIRE(mall.tell(CloseFor{agency, thursday(10), because("rapat")}, {}));
    REQUIRE(mall.tell(CloseFor{agency, thursday(11), because("rapat")}, {}));
    mall.clock.setWall(thursday(10, 30));
    CHECK(mall.takes("a.one") == text("closedNow"));
    CHECK(mall.takes("b.one") == text("B001"));
    REQUIRE(mall.tell(Reopen{agency}, {}));
    CHECK(mall.takes("a.one") == text("A001"));
    CHECK(mall.tell(Reopen{agency}, {})->empty());
}

TEST_CASE("A closure needs something to close, an end to come and a bearable reason", "[closures]")
{
    RuleBook mall;
    const auto refusal = [&mall](const CloseFor &close) {
        const auto events = mall.tell(close, {});
        return events ? QString() : errorCodeName(events.error().code);
    };
    CHECK(refusal({Scope(AgencyId(text("z"))), thursday(10), {}}) == text("notFound"));
    CHECK(refusal({Scope(), mall.clock.wall(), {}}) == text("invalid"));
    CHECK(refusal({Scope(), mall.clock.wall() + closureMax + 1min, {}}) == text("invalid"));
    CHECK(refusal({Scope(), thursday(10),
              because("twelve words that nobody in the hall reads to "
                      "the end and beyond")})
        == text("invalid"));
    CHECK(refusal({Scope(), thursday(10) - 1s, {}}).isEmpty());
    CHECK(mall.state.closures.at(Scope()).until == thursday(10)); // whole minutes, as clocks show
}

TEST_CASE("A new day forgets the closures that are over and keeps the others", "[closures]")
{
    RuleBook mall;
    REQUIRE(mall.tell(CloseFor{Scope(AgencyId(text("a"))), thursday(20), {}}, {}));
    REQUIRE(mall.tell(CloseFor{Scope(AgencyId(text("b"))), thursday(9) + 48h, {}}, {}));
    mall.clock.setWall(thursday(9) + 24h);
    CHECK(mall.takes("a.one") == text("A001"));
    CHECK(mall.state.closures.size() == 1);
    CHECK(mall.takes("b.one") == text("closedForToday"));
}

TEST_CASE("A scope reads as it is written", "[closures]")
{
    for (const char *name : {"site", "agency:samsat", "service:samsat.bbn2", "counter:3"})
        CHECK(Scope::fromText(text(name))->text() == text(name));
    for (const char *name : {"", "mall", "agency:", "agency", "Site", "line:A"})
        CHECK_FALSE(Scope::fromText(text(name)));
}

namespace {

/// The small mall, whose officer Rina has this right.
struct MallOf : RuleBook
{
    explicit MallOf(Right right)
    {
        (void)tell(
            RegisterOfficer{{OfficerId(text("rina")), text("Rina"), text("hash"), true, {right}}},
            {});
    }
    QString gives(const char *service, bool exceed)
    {
        IssueTicket issue{ServiceId(text(service)), {}, text("id"), text("s"), clock.wall()};
        issue.exceed = exceed;
        const Command wish = command(issue, officerAt("1"));
        const auto events = tell(wish);
        return events ? state.ticket(TicketId(wish.id.value()))->number.text()
                      : events.error().reason;
    }
};

} // namespace

TEST_CASE(
    "An officer with the right gives a number over the quota and after the last one", "[limits]")
{
    MallOf mall(Right::ExceedLimits);
    mall.takes("a.two");
    mall.takes("a.two");
    CHECK(mall.gives("a.two", false) == text("quotaFull"));
    CHECK(mall.gives("a.two", true) == text("A003"));
    mall.clock.setWall(thursday(14, 45));
    CHECK(mall.gives("a.one", true) == text("A004"));
}

TEST_CASE("No right opens a day that is closed, nor what was closed on the spot", "[limits]")
{
    MallOf mall(Right::ExceedLimits);
    REQUIRE(mall.tell(CloseFor{Scope(), thursday(10), {}}, {}));
    CHECK(mall.gives("a.one", true) == text("closedNow"));
    mall.clock.setWall(thursday(15));
    CHECK(mall.gives("a.one", true) == text("closedForToday"));
}

TEST_CASE("Another officer, or a kiosk, can't exceed anything", "[limits]")
{
    MallOf mall(Right::PickTicket);
    mall.clock.setWall(thursday(14, 45));
    CHECK(mall.gives("a.one", true) == text("notAllowed"));
    IssueTicket wish{ServiceId(text("a.one")), {}, text("id"), text("s"), mall.clock.wall()};
    wish.exceed = true;
    CHECK(mall.tell(wish).error().reason == text("notAllowed"));
}

TEST_CASE("At a desk closing takes a right of its own", "[limits]")
{
    MallOf mall(Right::ExceedLimits);
    const CloseFor close{Scope(), thursday(10), {}};
    CHECK(mall.tell(close, officerAt("1")).error().reason == text("notAllowed"));
    CHECK(mall.tell(Reopen{Scope()}, officerAt("1")).error().reason == text("notAllowed"));
    MallOf manager(Right::Close);
    CHECK(manager.tell(close, officerAt("1")));
    CHECK(manager.takes("a.one") == text("closedNow"));
    CHECK(manager.tell(Reopen{Scope()}, officerAt("1")));
}

TEST_CASE("A quota counts every service of a visit", "[quota]")
{
    RuleBook mall;
    const auto visit = [&mall](const char *further) {
        IssueTicket wish{ServiceId(text("a.one")), {}, text("id"), text("s"), mall.clock.wall()};
        wish.further = {ServiceId(text(further))};
        return mall.tell(wish);
    };
    CHECK(visit("a.two"));
    CHECK(visit("a.two"));
    CHECK(visit("a.two").error().reason == text("quotaFull"));
    REQUIRE(mall.tell(CancelTicket{mall.ticket("A001").id}, {}));
    CHECK(visit("a.two"));
}

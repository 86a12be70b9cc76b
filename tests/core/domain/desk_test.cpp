// SPDX-License-Identifier: Apache-2.0
#include "domain/calling.h"
#include "support/catch.h"
#include "support/invariants.h"
#include "support/mall.h"

using namespace antre;
using namespace std::chrono_literals;

namespace {

const CounterId one(text("1"));
const CounterId two(text("2"));
const ServiceId aOne(text("a.one"));
const ServiceId aTwo(text("a.two"));
const ServiceId bOne(text("b.one"));

/// Thursday, nine o'clock; counters 1 (serves A, helps B) and 2 (serves A and B) are open.
struct Desks : RuleBook
{
    Desks()
    {
        opens("1");
        opens("2");
    }
    ~Desks() { CHECK(violations(state) == std::vector<QString>()); }

    /// Numbers of agency A, a minute apart.
    void visitors(int count, const char *service = "a.one")
    {
        for (int i = 0; i < count; ++i) {
            takes(service);
            clock.advance(1min);
        }
    }
    TicketId id(const char *number) const { return state.numbers.value(text(number)); }
    QString state_(const char *number) const { return ticketStateName(ticket(number).state); }
    /// Why the last call was made.
    CallReason why(const char *counter)
    {
        const auto events = tell(CallNext{CounterId(text(counter))}, officerAt(counter));
        return std::get<TicketCalled>(events->back().data).reason;
    }
    void mayPick()
    {
        (void)tell(RegisterOfficer{{OfficerId(text("rina")), text("Rina"), text("hash"), true,
                       {Right::PickTicket}}},
            {});
    }
    QString undo(const char *counter)
    {
        const CounterId desk(text(counter));
        return asks(counter, UndoLast{desk, state.desk(desk).last.command});
    }
    void publish(const std::function<void(Catalogue &)> &change)
    {
        Catalogue changed = *state.catalogue;
        change(changed);
        ++changed.version;
        changed.index();
        (void)tell(PublishCatalogue{std::make_shared<const Catalogue>(std::move(changed))}, {});
    }
};

/// All of a state that an undone action must leave no trace in.
State withoutCommands(State state)
{
    state.answered.clear();
    for (auto &[counter, desk] : state.desks)
        desk.last = {};
    return state;
}

} // namespace

TEST_CASE("A counter helps the line that the catalogue says, only when asked and its own is empty",
    "[desk]")
{
    Desks mall;
    mall.takes("b.one");
    CHECK(mall.asks("1", CallNext{one}) == text("nobodyWaiting"));
    mall.takes("a.one");
    CHECK(mall.asks("1", CallNext{one, true}).isEmpty());
    CHECK(mall.ticket("A001").state == TicketState::Called);
    mall.serves("1");
    const auto events = mall.tell(CallNext{one, true}, officerAt("1"));
    REQUIRE(events);
    CHECK(events->back().data
        == EventData(TicketCalled{mall.id("B001"), one, 0min, CallReason::Helped}));
    mall.serves("1");
    CHECK(mall.asks("1", CallNext{one, true}) == text("nobodyWaiting"));
}

TEST_CASE("A counter that helps overtakes nobody with its own visitor's next service", "[desk]")
{
    Desks mall;
    mall.takes("a.one");
    mall.calls("1");
    CHECK(mall.asks("1", AddService{one, mall.at("1"), bOne}).isEmpty());
    CHECK(mall.asks("1", StartServing{one, mall.at("1")}).isEmpty());
    mall.clock.advance(1min);
    mall.takes("b.one");
    CHECK(mall.asks("1", CallNext{one, true}).isEmpty());
    CHECK(mall.at("1") == mall.id("A001")); // it came before B001, and goes on in the same line
    CHECK(mall.ticket("A001").service == bOne);
}

TEST_CASE("Only who has the right calls out of turn", "[desk]")
{
    Desks mall;
    mall.visitors(3);
    CHECK(mall.asks("1", PickTicket{one, mall.id("A003")}) == text("notAllowed"));
    mall.mayPick();
    CHECK(mall.asks("1", PickTicket{one, mall.id("A003")}).isEmpty());
    CHECK(mall.state_("A003") == text("called"));
    CHECK(mall.asks("1", PickTicket{one, mall.id("A002")}) == text("counterBusy"));
    CHECK(mall.asks("2", PickTicket{two, mall.id("A003")}) == text("ticketMovedOn"));
}

TEST_CASE("A visitor is called three times, and not faster than one can walk", "[desk]")
{
    Desks mall;
    mall.visitors(1);
    mall.calls("1");
    const auto early = mall.tell(CallAgain{one, mall.at("1")}, officerAt("1"));
    REQUIRE_FALSE(early);
    CHECK(early.error().reason == text("calledJustNow"));
    CHECK(early.error().detail == text("again in 15 seconds"));
    mall.clock.advance(15s);
    CHECK(mall.asks("1", CallAgain{one, mall.at("1")}).isEmpty());
    mall.clock.advance(15s);
    CHECK(mall.asks("1", CallAgain{one, mall.at("1")}).isEmpty());
    mall.clock.advance(1h);
    CHECK(mall.asks("1", CallAgain{one, mall.at("1")}) == text("calledTooOften"));
}

TEST_CASE(
    "What came of a service is kept, and only what the catalogue knows can come of it", "[desk]")
{
    Desks mall;
    mall.visitors(2);
    mall.calls("1");
    (void)mall.asks("1", StartServing{one, mall.at("1")});
    const OutcomeId missing(text("incomplete"));
    CHECK(mall.asks("1", FinishServing{one, mall.at("1"), OutcomeId(text("magic"))})
        == text("unknownOutcome"));
    CHECK(mall.asks("1", CallNext{one, false, missing}).isEmpty());
    REQUIRE(mall.ticket("A001").done.size() == 1);
    CHECK(mall.ticket("A001").done.front().outcome == missing);
    CHECK(mall.ticket("A001").done.front().counter == one);
}

TEST_CASE("Who didn't come and does after all waits again at the old place", "[desk]")
{
    Desks mall;
    mall.visitors(3);
    mall.calls("1");
    CHECK(mall.asks("1", MarkNoShow{one, mall.at("1")}).isEmpty());
    CHECK(mall.asks("2", ReturnTicket{two, mall.id("A001")}) == text("ticketMovedOn"));
    CHECK(mall.asks("2", BringBack{two, mall.id("A001")}).isEmpty());
    CHECK(mall.state.aheadOf(mall.ticket("A001")) == 0);
    CHECK(mall.state.waitingIn(LineId(text("A"))) == 3);
    CHECK(mall.calls("1") == text("A001"));
}

TEST_CASE("A counter that has nothing to do with a line doesn't bring its visitors back", "[desk]")
{
    Desks mall;
    mall.publish([](Catalogue &c) { c.counters[0].helps.clear(); });
    mall.takes("b.one");
    mall.calls("2");
    (void)mall.asks("2", MarkNoShow{two, mall.at("2")});
    CHECK(mall.asks("1", BringBack{one, mall.id("B001")}) == text("counterDoesNotServe"));
    CHECK(mall.asks("2", BringBack{two, mall.id("B001")}).isEmpty());
}

TEST_CASE(
    "A parked visitor is called again by itself when the time is over, at the old place", "[desk]")
{
    Desks mall;
    mall.visitors(3);
    mall.calls("1");
    CHECK(mall.asks("1", ParkTicket{one, mall.at("1"), ReasonId(text("form")), 10min}).isEmpty());
    CHECK(mall.state_("A001") == text("parked"));
    CHECK(mall.state.waitingIn(LineId(text("A"))) == 2);
    CHECK(mall.calls("1") == text("A002"));
    mall.serves("1");
    mall.clock.advance(10min);
    CHECK(mall.why("2") == CallReason::Returned);
    CHECK(mall.state_("A001") == text("called"));
}

TEST_CASE("A parked visitor who is ready early is put back by hand", "[desk]")
{
    Desks mall;
    mall.visitors(2);
    mall.calls("1");
    (void)mall.asks("1", ParkTicket{one, mall.at("1"), {}, 480min});
    CHECK(mall.asks("2", ReturnTicket{two, mall.id("A001")}).isEmpty());
    CHECK(mall.calls("1") == text("A001"));
}

TEST_CASE("Nobody is parked for no time, for ever or for an unknown reason", "[desk]")
{
    Desks mall;
    mall.visitors(1);
    mall.calls("1");
    CHECK_FALSE(mall.asks("1", ParkTicket{one, mall.at("1"), {}, 0min}).isEmpty());
    CHECK_FALSE(mall.asks("1", ParkTicket{one, mall.at("1"), {}, 481min}).isEmpty());
    CHECK(mall.asks("1", ParkTicket{one, mall.at("1"), ReasonId(text("nap")), 5min})
        == text("unknownReason"));
    CHECK(mall.state_("A001") == text("called"));
}

TEST_CASE("Who is parked over the end of the day is gone with it, and said to be", "[desk]")
{
    Desks mall;
    mall.visitors(1);
    mall.calls("1");
    const TicketId parked = mall.at("1");
    (void)mall.asks("1", ParkTicket{one, parked, {}, 480min});
    mall.clock.advance(24h);
    CHECK(mall.asks("1", ReturnTicket{one, parked}) == text("counterClosed"));
    mall.opens("1");
    CHECK(mall.asks("1", ReturnTicket{one, parked}) == text("ticketGone"));
    CHECK(mall.asks("1", CallNext{one}) == text("nobodyWaiting"));
}

TEST_CASE("A transfer keeps the number and, as the officer wishes, the place", "[desk]")
{
    Desks mall;
    mall.visitors(1);
    mall.visitors(2, "b.one");
    mall.calls("1");
    CHECK(
        mall.asks("1", TransferTicket{one, mall.at("1"), bOne, {}, TransferPlace::Keep}).isEmpty());
    CHECK(mall.ticket("A001").line == LineId(text("B")));
    CHECK(mall.state.aheadOf(mall.ticket("A001")) == 0);
    CHECK(mall.calls("2") == text("A001"));
    CHECK(
        mall.asks("2", TransferTicket{two, mall.at("2"), bOne, {}, TransferPlace::End}).isEmpty());
    CHECK(mall.state.aheadOf(mall.ticket("A001")) == 2);
    CHECK(mall.calls("2") == text("B001"));
}

TEST_CASE("Nobody gets a better place by being sent to the end, also when the clock was set back",
    "[desk]")
{
    Desks mall;
    mall.visitors(3);
    mall.calls("1");
    mall.clock.setWall(mall.clock.wall() - 2h);
    CHECK(
        mall.asks("1", TransferTicket{one, mall.at("1"), aTwo, {}, TransferPlace::End}).isEmpty());
    CHECK(mall.ticket("A001").placeAt == mall.ticket("A001").touchedAt);
}

TEST_CASE("Who sits down at another counter leaves the first, unless a visitor is there", "[desk]")
{
    Desks mall;
    mall.visitors(1);
    const Actor first = officerAt("1");
    const auto sits
        = [&](const CounterId &counter) { return mall.tell(OpenCounter{counter}, first); };
    REQUIRE(mall.asks("2", CloseCounter{two, {}}).isEmpty());
    mall.calls("1");
    CHECK(sits(two).error().reason == text("counterBusy"));
    mall.serves("1");
    CHECK(sits(two).has_value());
    CHECK_FALSE(mall.state.desk(one).isOpen());
    CHECK(mall.state.desk(two).openedAt == first.terminal);
}

TEST_CASE("A visitor sent to one counter is left to it while it is open, and then to any", "[desk]")
{
    Desks mall;
    mall.visitors(2);
    mall.calls("2");
    CHECK(mall.asks("2", TransferTicket{two, mall.at("2"), aOne, one, TransferPlace::Keep})
              .isEmpty());
    CHECK(mall.calls("2") == text("A002"));
    mall.serves("2");
    CHECK(mall.asks("2", CallNext{two}) == text("nobodyWaiting"));
    CHECK(mall.why("1") == CallReason::Sent);
    CHECK(mall.asks("1", TransferTicket{one, mall.at("1"), aOne, one, TransferPlace::Keep})
              .isEmpty());
    CHECK(mall.asks("1", CloseCounter{one, ReasonId(text("lunch"))}).isEmpty());
    CHECK(mall.calls("2") == text("A001"));
}

TEST_CASE("Nobody is sent where nobody can help", "[desk]")
{
    Desks mall;
    mall.visitors(1);
    mall.visitors(2, "a.two"); // today's quota of it
    mall.calls("1");
    const TicketId visitor = mall.at("1");
    const auto sent = [&](const char *service, const CounterId &counter) {
        return mall.asks("1", TransferTicket{one, visitor, ServiceId(text(service)), counter});
    };
    CHECK(sent("c.none", {}) == text("unknownService"));
    CHECK(sent("a.two", {}) == text("quotaFull"));
    CHECK(sent("b.one", one) == text("counterDoesNotServe"));
    mall.publish([](Catalogue &c) { c.agencies[1].services[0].hours.emplace(); });
    CHECK(sent("b.one", {}) == text("serviceClosed"));
    CHECK(mall.state_("A001") == text("called"));
}

TEST_CASE("Several services are one visit: one number, and one wait from the touch", "[desk]")
{
    Desks mall;
    const Command wish
        = mall.command(IssueTicket{aOne, {}, text("id"), text("secret"), mall.clock.wall(), {bOne}},
            {TerminalId(text("kiosk-1")), {}});
    REQUIRE(mall.tell(wish));
    mall.clock.advance(1min);
    mall.visitors(1, "b.one");
    CHECK(mall.state.taken.value(bOne) == 2);
    mall.calls("1");
    (void)mall.asks("1", StartServing{one, mall.at("1")});
    CHECK(mall.asks("1", FinishServing{one, mall.at("1"), OutcomeId(text("done"))}).isEmpty());
    CHECK(mall.state_("A001") == text("waiting"));
    CHECK(mall.ticket("A001").service == bOne);
    CHECK(mall.calls("2") == text("A001")); // before B001, which touched later
    mall.serves("2");
    CHECK(mall.state_("A001") == text("served"));
    CHECK(mall.ticket("A001").done.size() == 2);
}

TEST_CASE("Who has another service at the same agency may be next at the same counter", "[desk]")
{
    Desks mall;
    mall.visitors(2);
    mall.calls("1");
    (void)mall.asks("1", StartServing{one, mall.at("1")});
    CHECK(mall.asks("1", AddService{one, mall.at("1"), aTwo}).isEmpty());
    CHECK(mall.calls("1") == text("A001"));
    CHECK(mall.ticket("A001").service == aTwo);
}

TEST_CASE("An officer adds a service and takes it away again, and the quota follows", "[desk]")
{
    Desks mall;
    mall.visitors(1);
    mall.calls("1");
    const TicketId visitor = mall.at("1");
    CHECK(mall.asks("1", AddService{one, visitor, aTwo}).isEmpty());
    CHECK(mall.asks("1", AddService{one, visitor, aTwo}) == text("serviceWanted"));
    CHECK(mall.asks("1", AddService{one, visitor, aOne}) == text("serviceWanted"));
    CHECK(mall.state.taken.value(aTwo) == 1);
    CHECK(mall.asks("1", RemoveService{one, visitor, aTwo}).isEmpty());
    CHECK(mall.asks("1", RemoveService{one, visitor, aTwo}) == text("serviceNotWanted"));
    CHECK(mall.state.taken.value(aTwo) == 0);
}

TEST_CASE("A wish for two services is refused whole when one of them can't be had", "[desk]")
{
    Desks mall;
    mall.visitors(2, "a.two");
    const auto wish = [&](std::vector<ServiceId> further) {
        const auto events = mall.tell(
            IssueTicket{bOne, {}, text("id"), text("s"), mall.clock.wall(), std::move(further)});
        return events ? QString() : events.error().reason;
    };
    CHECK(wish({aTwo}) == text("quotaFull"));
    CHECK(wish({bOne}) == text("serviceWanted"));
    CHECK(wish({ServiceId(text("none"))}) == text("unknownService"));
    CHECK(mall.state.waitingIn(LineId(text("B"))) == 0);
    CHECK(wish({aOne}).isEmpty());
}

TEST_CASE(
    "A counter that rests calls nobody, and nobody rests with a visitor at the counter", "[desk]")
{
    Desks mall;
    mall.visitors(2);
    mall.calls("1");
    CHECK(mall.asks("1", PauseCounter{one, ReasonId(text("lunch"))}) == text("counterBusy"));
    mall.serves("1");
    CHECK(mall.asks("1", PauseCounter{one, ReasonId(text("nap"))}) == text("unknownReason"));
    CHECK(mall.asks("1", PauseCounter{one, ReasonId(text("lunch")), thursday(13)}).isEmpty());
    CHECK(mall.state.desk(one).pause->until == thursday(13));
    CHECK(mall.asks("1", CallNext{one}) == text("counterPaused"));
    CHECK(mall.asks("1", ResumeCounter{one}).isEmpty());
    CHECK(mall.calls("1") == text("A002"));
}

TEST_CASE("Each action can be undone, and then it never was", "[desk][undo]")
{
    Desks mall;
    mall.mayPick();
    mall.visitors(4);
    (void)mall.calls("1");
    (void)mall.asks("1", MarkNoShow{one, mall.at("1")});
    (void)mall.calls("1");
    (void)mall.asks("1", ParkTicket{one, mall.at("1"), {}, 10min});
    mall.clock.advance(1min);
    const auto undoes = [&](const CommandData &first, const CommandData &action) {
        const State before = mall.state;
        CAPTURE(first.index(), action.index());
        CHECK(mall.asks("1", first).isEmpty());
        const State middle = mall.state;
        CHECK(mall.asks("1", action).isEmpty());
        CHECK_FALSE((withoutCommands(mall.state) == withoutCommands(middle)));
        CHECK(mall.undo("1").isEmpty());
        CHECK((withoutCommands(mall.state) == withoutCommands(middle)));
        CHECK(violations(mall.state).empty());
        mall.state = before;
    };
    const TicketId third = mall.id("A003");
    const PauseCounter rest{one, {}};
    const CallNext call{one};
    undoes(ResumeCounter{one}, call);
    undoes(ResumeCounter{one}, rest);
    undoes(rest, ResumeCounter{one});
    undoes(ResumeCounter{one}, BringBack{one, mall.id("A001")});
    undoes(ResumeCounter{one}, ReturnTicket{one, mall.id("A002")});
    undoes(ResumeCounter{one}, PickTicket{one, mall.id("A004")});
    undoes(call, StartServing{one, third});
    undoes(call, MarkNoShow{one, third});
    undoes(call, ParkTicket{one, third, {}, 5min});
    undoes(call, TransferTicket{one, third, bOne, two, TransferPlace::End});
    undoes(call, AddService{one, third, bOne});
    CHECK(mall.asks("1", call).isEmpty());
    mall.clock.advance(1min);
    undoes(AddService{one, third, aTwo}, CallAgain{one, third});
    undoes(AddService{one, third, aTwo}, RemoveService{one, third, aTwo});
    undoes(StartServing{one, third}, FinishServing{one, third, OutcomeId(text("done"))});
    undoes(StartServing{one, third}, call);
    CHECK(mall.asks("1", AddService{one, third, bOne}).isEmpty());
    undoes(StartServing{one, third}, call);
}

TEST_CASE("A call that was undone is in no hall", "[desk][undo]")
{
    Desks mall;
    mall.visitors(2);
    mall.calls("1");
    mall.calls("2");
    CHECK(mall.undo("1").isEmpty());
    REQUIRE(mall.state.calls.size() == 1);
    CHECK(mall.state.calls.front().counter == two);
    CHECK(mall.state_("A001") == text("waiting"));
}

TEST_CASE("Only the last action is undone, once, and within ten seconds", "[desk][undo]")
{
    Desks mall;
    mall.visitors(2);
    CHECK(mall.undo("1") == text("tooLateToUndo"));
    mall.calls("1");
    const CommandId called = mall.state.desk(one).last.command;
    mall.clock.advance(10s);
    (void)mall.asks("1", StartServing{one, mall.at("1")});
    CHECK(mall.asks("1", UndoLast{one, called}) == text("tooLateToUndo"));
    CHECK(mall.undo("1").isEmpty());
    CHECK(mall.state_("A001") == text("called"));
    CHECK(mall.undo("1") == text("tooLateToUndo"));
    (void)mall.asks("1", MarkNoShow{one, mall.at("1")});
    mall.clock.advance(10'001ms);
    CHECK(mall.undo("1") == text("tooLateToUndo"));
}

TEST_CASE("What others have gone on with can't be undone", "[desk][undo]")
{
    Desks mall;
    mall.visitors(1);
    mall.calls("1");
    (void)mall.asks("1", TransferTicket{one, mall.at("1"), bOne, {}, TransferPlace::Keep});
    CHECK(mall.calls("2") == text("A001"));
    CHECK(mall.undo("1") == text("ticketMovedOn"));
    CHECK(mall.undo("2").isEmpty());
    CHECK(mall.undo("1").isEmpty()); // nobody goes on with it any more
    CHECK(mall.state_("A001") == text("called"));
}

TEST_CASE("Undoing forgets nothing that a printer did meanwhile", "[desk][undo]")
{
    Desks mall;
    mall.visitors(1);
    mall.calls("1");
    (void)mall.tell(ReportSlip{mall.at("1"), SlipState::Printed});
    CHECK(mall.undo("1").isEmpty());
    CHECK(mall.ticket("A001").slip == SlipState::Printed);
}

TEST_CASE("An officer's second press is told what became of the first", "[desk]")
{
    Desks mall;
    mall.visitors(2);
    mall.calls("1");
    const TicketId first = mall.at("1");
    const Command press = mall.command(ParkTicket{one, first, {}, 5min}, officerAt("1"));
    CHECK(mall.tell(press)->size() == 1);
    CHECK(mall.tell(press)->empty()); // the same press, twice on the way
    CHECK(mall.asks("1", ParkTicket{one, first, {}, 5min}) == text("ticketMovedOn"));
    CHECK(mall.asks("1", TransferTicket{one, first, bOne, {}}) == text("ticketMovedOn"));
    CHECK(mall.asks("2", ParkTicket{two, first, {}, 5min}) == text("ticketMovedOn"));
}

TEST_CASE("An officer commands the own counter and no other", "[desk][rights]")
{
    Desks mall;
    mall.visitors(1);
    mall.calls("2");
    const CounterId two(text("2"));
    const TicketId present = mall.at("2");
    const Actor budi{TerminalId(text("counter-1")), OfficerId(text("budi"))};
    const std::vector<CommandData> all{CallNext{two}, CallAgain{two, present},
        StartServing{two, present}, FinishServing{two, present}, MarkNoShow{two, present},
        ParkTicket{two, present, {}, 5min}, TransferTicket{two, present, bOne, {}},
        AddService{two, present, bOne}, PauseCounter{two, {}}, ResumeCounter{two},
        CloseCounter{two}, UndoLast{two, mall.state.desk(two).last.command}};
    for (const CommandData &wish : all) {
        const auto events = mall.tell(wish, budi);
        CAPTURE(wish.index());
        REQUIRE_FALSE(events);
        CHECK(events.error().reason == text("counterTaken"));
        CHECK(mall.ticket("A001").state == TicketState::Called);
    }
}

TEST_CASE("An officer who went on at another console leaves nothing to the first", "[desk][rights]")
{
    Desks mall;
    mall.visitors(1);
    const CounterId one(text("1"));
    const Actor rinaElsewhere{TerminalId(text("counter-9")), OfficerId(text("rina"))};
    CHECK(mall.tell(OpenCounter{one}, rinaElsewhere));
    CHECK(mall.calls("1") == text("signedOut"));
    CHECK(mall.tell(CallNext{one}, rinaElsewhere));
}

TEST_CASE("A coordinator with that right takes over a counter that was left open", "[desk][rights]")
{
    Desks mall;
    mall.visitors(1);
    mall.calls("1");
    const CounterId one(text("1"));
    const Actor budi{TerminalId(text("counter-9")), OfficerId(text("budi"))};
    (void)mall.tell(
        RegisterOfficer{{budi.officer, text("Budi"), text("hash"), true, {Right::OtherCounters}}},
        {});
    CHECK(mall.tell(MarkNoShow{one, mall.at("1")}, budi));
    CHECK(mall.tell(OpenCounter{one}, budi));
    CHECK(mall.state.desk(one).officer == budi.officer);
    CHECK(mall.calls("1") == text("counterTaken")); // for the officer who was there
}

TEST_CASE("An officer issues for a visitor, and the kiosk is asked to print", "[desk][slip]")
{
    Desks mall;
    const TerminalId kiosk(text("kiosk-1"));
    const auto issue = [&](const TerminalId &printAt, const Actor &by) {
        return mall.tell(IssueTicket{aOne, {}, text("id"), makeSecret(mall.random),
                             mall.clock.wall(), {}, printAt},
            by);
    };
    CHECK(issue(kiosk, officerAt("1")).error().reason == text("unknownKiosk"));
    (void)mall.tell(
        EnrolTerminal{{kiosk, TerminalKind::Kiosk, text("Kiosk 1"), text("1"), text("hash")}}, {});
    CHECK(issue(kiosk, {TerminalId(text("kiosk-1")), {}}).error().reason == text("notAllowed"));
    const auto events = issue(kiosk, officerAt("1"));
    REQUIRE(events);
    REQUIRE(events->size() == 2);
    CHECK(events->front().by.officer == OfficerId(text("rina")));
    CHECK(std::get<SlipRequested>(events->back().data).secret == mall.ticket("A001").secret);
    CHECK(mall.ticket("A001").slip == SlipState::Pending);
    REQUIRE(issue({}, officerAt("1")));
    CHECK(mall.ticket("A002").slip == SlipState::None); // for a phone
}

TEST_CASE("An officer has a slip printed again", "[desk][slip]")
{
    Desks mall;
    const TerminalId kiosk(text("kiosk-2"));
    (void)mall.tell(
        EnrolTerminal{{kiosk, TerminalKind::Kiosk, text("Kiosk 2"), text("2"), text("hash")}}, {});
    mall.visitors(1);
    (void)mall.tell(ReportSlip{mall.id("A001"), SlipState::Failed});
    CHECK(mall.asks("1", RequestSlip{mall.id("A001"), kiosk, true}).isEmpty());
    CHECK(mall.ticket("A001").slip == SlipState::Pending);
    const auto byKiosk = mall.tell(RequestSlip{mall.id("A001"), kiosk, true});
    CHECK(byKiosk.error().reason == text("notAllowed"));
}

TEST_CASE("A copy that failed takes no slip out of a hand", "[desk][slip]")
{
    Desks mall;
    const TerminalId kiosk(text("kiosk-2"));
    (void)mall.tell(
        EnrolTerminal{{kiosk, TerminalKind::Kiosk, text("Kiosk 2"), text("2"), text("hash")}}, {});
    mall.visitors(1);
    const TicketId ticket = mall.id("A001");
    const auto copyEnds = [&](SlipState slip) {
        CHECK(mall.asks("1", RequestSlip{ticket, kiosk, true}).isEmpty());
        const CommandId wish(makeUuid(mall.clock, mall.random));
        (void)mall.tell(ReportSlip{ticket, slip, wish});
        return mall.ticket("A001").slip;
    };
    (void)mall.tell(ReportSlip{ticket, SlipState::Unknown});
    CHECK(copyEnds(SlipState::Failed) == SlipState::Unknown); // the first may be there
    CHECK(copyEnds(SlipState::Printed) == SlipState::Printed);
    CHECK(mall.asks("1", RequestSlip{ticket, kiosk, true}).isEmpty());
    CHECK(mall.ticket("A001").slip == SlipState::Printed); // while one more is made
    CHECK(copyEnds(SlipState::Failed) == SlipState::Printed);
    CHECK(copyEnds(SlipState::Unknown) == SlipState::Printed);
    (void)mall.tell(ReportSlip{ticket, SlipState::Failed}); // its own kiosk knows of no other
    CHECK(mall.ticket("A001").slip == SlipState::Printed);
}

TEST_CASE("Visitors of an agency that left the catalogue are called by the counters that knew it",
    "[desk]")
{
    Desks mall;
    mall.visitors(3, "b.one");
    CHECK(mall.calls("2") == text("B001"));
    mall.publish([](Catalogue &c) {
        c.agencies.pop_back();
        for (Counter &counter : c.counters)
            counter.agencies.resize(1), counter.helps.clear();
    });
    CHECK(mall.asks("1", CallNext{one}) == text("nobodyWaiting"));
    mall.serves("2");
    CHECK(mall.why("2") == CallReason::Orphaned);
    CHECK(mall.state_("B002") == text("called"));
    mall.serves("2");
    (void)mall.asks("2", CloseCounter{two});
    CHECK(mall.calls("1") == text("B003")); // nobody who knew it is there any more
}

TEST_CASE("A catalogue that changes at noon changes nothing that was issued", "[desk]")
{
    Desks mall;
    REQUIRE(mall.tell(IssueTicket{aOne, {}, text("id"), text("s"), mall.clock.wall(), {aTwo}}));
    mall.publish([](Catalogue &c) { c.agencies[0].services.pop_back(); });
    mall.calls("1");
    mall.serves("1");
    CHECK(mall.ticket("A001").service == aTwo);
    CHECK(mall.calls("1") == text("A001"));
    mall.serves("1");
    CHECK(mall.state_("A001") == text("served"));
}

// SPDX-License-Identifier: Apache-2.0
#include "domain/calling.h"
#include "domain/dayresult.h"
#include "domain/waitestimate.h"
#include "support/catch.h"
#include "support/mall.h"

using namespace antre;
using namespace std::chrono_literals;

// What happens to a day that is under way when the catalogue changes, and when it ends.

namespace {

/// The small mall, whose catalogue may change at noon.
class ChangingMall : public RuleBook
{
public:
    template <typename Change> void changes(const Change &change)
    {
        Catalogue next = *state.catalogue;
        ++next.version;
        change(next);
        next.index();
        REQUIRE(tell(PublishCatalogue{std::make_shared<const Catalogue>(std::move(next))}, {}));
    }
    /// The small mall without agency B; its counters help nobody any more.
    static void loseB(Catalogue &catalogue)
    {
        catalogue.agencies.pop_back();
        for (Counter &counter : catalogue.counters) {
            counter.agencies = {AgencyId(text("a"))};
            counter.helps.clear();
        }
    }
    [[nodiscard]] WaitEstimate waits()
    {
        const auto pace = ServicePace::learn({}, *state.catalogue, clock.wall());
        return estimateWaits(state, pace, {clock.wall(), {}, 20}, random);
    }
    const CounterId one{text("1")};
    const CounterId two{text("2")};
};

} // namespace

TEST_CASE("A service that is renamed or added at noon changes no number that was given", "[midday]")
{
    ChangingMall mall;
    mall.takes("a.one");
    const Ticket before = mall.ticket("A001");
    mall.changes([](Catalogue &catalogue) {
        auto &services = catalogue.agencies[0].services;
        services[0].name = LocalText(std::map<QString, QString>{{text("id"), text("Baru")}});
        services.push_back(services[0]);
        services.back().id = ServiceId(text("a.new"));
    });
    CHECK(mall.ticket("A001") == before);
    CHECK(mall.takes("a.new") == text("A002"));
    mall.opens("1");
    CHECK(mall.calls("1") == text("A001"));
}

TEST_CASE("A line that changes its letter at noon keeps the numbers on paper", "[midday]")
{
    ChangingMall mall;
    mall.takes("a.one");
    mall.changes([](Catalogue &catalogue) { catalogue.agencies[0].code = text("C"); });
    CHECK(mall.takes("a.one") == text("C001"));
    mall.opens("1");
    CHECK(mall.calls("1") == text("A001")); // no counter has its line any more: any takes it
    mall.serves("1");
    CHECK(mall.calls("1") == text("C001"));
}

TEST_CASE("A counter that leaves the catalogue serves its visitor to the end, and calls no more",
    "[midday]")
{
    ChangingMall mall;
    mall.opens("2");
    mall.takes("b.one");
    mall.clock.advance(1min);
    mall.takes("a.one");
    REQUIRE(mall.calls("2") == text("B001"));
    mall.changes([](Catalogue &catalogue) {
        catalogue.counters.pop_back();
        catalogue.counters[0].agencies.push_back(AgencyId(text("b")));
        catalogue.counters[0].helps.clear();
    });
    mall.serves("2");
    CHECK(mall.ticket("B001").state == TicketState::Served);
    CHECK(mall.asks("2", CallNext{mall.two}) == text("nobodyWaiting"));
    CHECK(mall.asks("2", CloseCounter{mall.two}).isEmpty());
    CHECK_FALSE(mall.tell(OpenCounter{mall.two}, officerAt("2")));
    mall.opens("1");
    CHECK(mall.calls("1") == text("A001"));
}

TEST_CASE("With an agency gone at noon the others' waits are still told", "[midday]")
{
    ChangingMall mall;
    mall.opens("1");
    mall.opens("2");
    mall.takes("b.one");
    mall.takes("b.one");
    mall.takes("a.one");
    mall.calls("2");
    mall.changes(ChangingMall::loseB);
    CHECK(mall.waits().newTicket(LineId(text("A"))));
    CHECK_FALSE(mall.waits().newTicket(LineId(text("B"))));
}

TEST_CASE("A transfer to a service that is closed for half an hour waits there", "[midday]")
{
    ChangingMall mall;
    mall.opens("1");
    mall.opens("2");
    mall.takes("a.one");
    mall.calls("1");
    const Scope scope{ServiceId(text("b.one"))};
    REQUIRE(mall.tell(CloseFor{scope, mall.clock.wall() + 30min, {}}, {}));
    CHECK(mall.asks("1", TransferTicket{mall.one, mall.at("1"), ServiceId(text("b.one")), {}})
              .isEmpty());
    CHECK(mall.ticket("A001").line == LineId(text("B")));
}

TEST_CASE("A transfer to a service that doesn't open again today is refused, and nobody is lost",
    "[midday]")
{
    ChangingMall mall;
    mall.opens("1");
    mall.takes("a.one");
    mall.calls("1");
    const Scope scope{ServiceId(text("b.one"))};
    REQUIRE(mall.tell(CloseFor{scope, mall.clock.wall() + 10h, {}}, {}));
    CHECK(mall.asks("1", TransferTicket{mall.one, mall.at("1"), ServiceId(text("b.one")), {}})
        == text("serviceClosed"));
    CHECK(mall.ticket("A001").state == TicketState::Called);
}

TEST_CASE("Whose time aside outlives the day expires with it, and is counted", "[midday]")
{
    ChangingMall mall;
    mall.opens("1");
    mall.takes("a.one");
    mall.calls("1");
    REQUIRE(mall.asks("1", ParkTicket{mall.one, mall.at("1"), {}, parkMax}).isEmpty());
    mall.clock.setWall(thursday(15, 20));
    CHECK(mall.waits().ticket(mall.ticket("A001").id)->maybeTooLate);
    REQUIRE(mall.asks("1", CloseCounter{mall.one}).isEmpty());
    mall.clock.setWall(thursday(16));
    REQUIRE(mall.tell(dayEndCommand(mall.state.catalogue->site, mall.state.day)));
    CHECK(mall.ticket("A001").state == TicketState::Expired);
    CHECK(expiredAtDayEnd(mall.state) == 1);
}

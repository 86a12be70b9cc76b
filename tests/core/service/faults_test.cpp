// SPDX-License-Identifier: Apache-2.0

// A whole day, and the next morning, on a journal that fails once: at each of its calls, before
// writing and after. Senders repeat what was not answered; in the end nothing may tell the days
// apart.

#include "journal/memoryjournal.h"
#include "service/queueservice.h"
#include "support/catch.h"
#include "support/faultyjournal.h"
#include "support/invariants.h"
#include "support/mall.h"

using namespace antre;
using namespace std::chrono_literals;

namespace {

struct Step
{
    Instant at;
    std::vector<Command> together; ///< decided in one commit
};

struct Outcome
{
    State state;
    std::vector<StoredRecord> records;
    std::vector<Answer> answers;
};

std::vector<StoredRecord> recordsOf(MemoryJournal &journal) { return *journal.read(0, 1'000'000); }

/// Submits the commands together and again until each is answered, as their senders do.
std::vector<Answer> tell(QueueService &service, const std::vector<Command> &commands)
{
    std::vector<std::optional<Answer>> answers(commands.size());
    for (int tries = 0; tries < 4; ++tries) {
        for (size_t i = 0; i < commands.size(); ++i) {
            if (!answers[i]
                || (answers[i]->error && answers[i]->error->code == ErrorCode::Unavailable))
                service.submit(commands[i], [&, i](const Answer &answer) { answers[i] = answer; });
        }
        while (service.hasWork())
            service.flush();
    }
    std::vector<Answer> all;
    for (const auto &answer : answers) {
        REQUIRE(answer);
        all.push_back(*answer);
    }
    return all;
}

/// Writes the script while it plays it undisturbed, since what an officer presses depends on who
/// was called.
class Director
{
public:
    Director() { REQUIRE(m_service.open()); }

    void together(const std::vector<std::pair<CommandData, Actor>> &wishes)
    {
        Step step{m_clock.wall(), {}};
        for (const auto &[data, by] : wishes)
            step.together.push_back({CommandId(makeUuid(m_clock, m_random)), by, data});
        for (const Answer &answer : tell(m_service, step.together))
            outcome.answers.push_back(answer);
        m_clock.advance(30s);
        script.push_back(step);
    }
    void tells(const CommandData &data, const Actor &by = {}) { together({{data, by}}); }

    [[nodiscard]] IssueTicket touch(const char *service, const char *priority = "general")
    {
        return {ServiceId(text(service)), ClassId(text(priority)), text("id"), makeSecret(m_random),
            m_clock.wall()};
    }
    [[nodiscard]] ReportPaper paper(const TicketId &ticket, const char *number, const char *day)
    {
        return {ticket, *TicketNumber::fromText(text(number)), ServiceId(text("a.one")),
            ClassId(text("general")), text("id"), makeSecret(m_random), m_clock.wall() - 5min,
            *BusinessDay::fromText(text(day))};
    }
    [[nodiscard]] TicketId at(const char *counter) const
    {
        return m_service.state().desk(CounterId(text(counter))).current;
    }
    [[nodiscard]] TicketId holder(const char *number) const
    {
        return m_service.state().numbers.value(text(number));
    }
    [[nodiscard]] TicketId unheardOf() { return TicketId(makeUuid(m_clock, m_random)); }
    void evening() { m_clock.setWall(thursday(16)); }
    /// As the service itself asks now and then.
    void endsDay()
    {
        const Step step{m_clock.wall(), {dayEndCommand(smallMall()->site, m_service.state().day)}};
        for (const Answer &answer : tell(m_service, step.together))
            outcome.answers.push_back(answer);
        script.push_back(step);
    }
    void nextMorning() { m_clock.setWall(thursday(9) + 24h); }

    std::vector<Step> script;
    Outcome outcome;
    void curtain()
    {
        outcome.state = m_service.state();
        outcome.records = recordsOf(m_journal);
    }

private:
    ManualClock m_clock{thursday(9)};
    SeededRandom m_random{11};
    MemoryJournal m_journal;
    QueueService m_service{m_journal, m_clock};
};

const Actor kiosk{TerminalId(QStringLiteral("kiosk-1")), {}};

CataloguePtr withoutQuota()
{
    Catalogue changed = *smallMall();
    changed.version = 2;
    changed.agencies[0].services[1].dailyQuota.reset();
    changed.index();
    return std::make_shared<const Catalogue>(std::move(changed));
}

void morning(Director &day)
{
    day.tells(PublishCatalogue{smallMall()});
    day.together({{EnrolTerminal{{kiosk.terminal, TerminalKind::Kiosk, text("Kiosk"), text("1"),
                       text("hash")}},
                      {}},
        {EnrolTerminal{{TerminalId(text("counter-1")), TerminalKind::Counter, text("Counter"), {},
             text("hash")}},
            {}}});
    day.tells(RegisterOfficer{{OfficerId(text("rina")), text("Rina"), text("hash"), true}});
    const CounterId one(text("1"));
    const CounterId two(text("2"));
    day.together({{OpenCounter{one}, officerAt("1")}, {OpenCounter{two}, officerAt("2")}});
    day.together({{day.touch("a.one"), kiosk}, {day.touch("a.one"), kiosk},
        {day.touch("b.one"), kiosk}, {day.touch("a.one", "elderly"), kiosk}});
    day.together({{day.touch("a.two"), kiosk}, {day.touch("a.two"), kiosk},
        {day.touch("a.two"), kiosk}}); // the third is over the quota
    day.tells(ReportSlip{day.holder("A001"), SlipState::Printed}, kiosk);
    day.tells(day.paper(day.unheardOf(), "A1-01", "2026-08-20"), kiosk);
    day.tells(day.paper(day.holder("A002"), "A1-02", "2026-08-20"), kiosk); // adopted while waiting
}

CataloguePtr withAppointments()
{
    Catalogue changed = *smallMall();
    changed.version = 3;
    AppointmentRules rules;
    std::fill_n(rules.windows.begin(), 5, std::vector<TimeSpan>{{8h, 12h}}); // Monday to Friday
    changed.agencies[1].services[0].appointments = rules;
    changed.index();
    return std::make_shared<const Catalogue>(std::move(changed));
}

/// What a visitor does on a phone.
void phones(Director &day)
{
    IssueTicket wish = day.touch("b.one");
    wish.holder = text("phone-1");
    day.together({{wish, {}}, {wish, {}}}); // the second is led to the first one's ticket
    day.tells(day.touch("b.one"), kiosk);
    const TicketId ticket = day.holder("B002");
    day.tells(LetGoFirst{ticket, 3});
    day.tells(TakePlaceBack{ticket});
    day.tells(CancelTicket{ticket});
    day.tells(RejoinQueue{ticket});
    day.tells(PublishCatalogue{withAppointments()});
    const QString code = text("code-of-a-reservation");
    const BusinessDay today = *BusinessDay::fromText(u"2026-08-20");
    day.tells(Reserve{ServiceId(text("b.one")), today, 9h + 30min, text("en"), code, {}});
    const CheckIn here{code, {}, {}, text("secret"), thursday(9, 10)};
    day.together({{here, {}}, {here, {}}}); // at the kiosk and with the phone: one ticket
}

void work(Director &day)
{
    const CounterId one(text("1"));
    const CounterId two(text("2"));
    day.together({{CallNext{one}, officerAt("1")}, {CallNext{two}, officerAt("2")}});
    day.tells(CallAgain{one, day.at("1")}, officerAt("1"));
    day.tells(StartServing{one, day.at("1")}, officerAt("1"));
    day.tells(CallNext{one}, officerAt("1")); // done, and the next please
    day.tells(MarkNoShow{two, day.at("2")}, officerAt("2"));
    day.tells(CallNext{two}, officerAt("2"));
    day.tells(day.paper(day.at("2"), "A1-03", "2026-08-20"), kiosk); // adopted while called
    day.tells(CancelTicket{day.holder("A1-02")}, officerAt("2"));
    day.tells(PublishCatalogue{withoutQuota()});
    day.together({{day.touch("a.two"), kiosk}, {StartServing{one, day.at("1")}, officerAt("1")}});
    day.tells(FinishServing{one, day.at("1")}, officerAt("1"));
    day.together({{CloseCounter{one}, officerAt("1")}, {CallNext{one}, officerAt("1")}});
}

/// Closed on the spot and opened again; then the day ends while somebody waits.
void evening(Director &day)
{
    const Scope agency(AgencyId(text("b")));
    day.tells(CloseFor{agency, thursday(16), smallMall()->site.name});
    day.tells(Reopen{agency});
    day.tells(day.touch("b.one"), kiosk);
    day.tells(CloseCounter{CounterId(text("2"))}, officerAt("2"));
    day.evening();
    day.endsDay();
    day.endsDay();
}

void nextDay(Director &day)
{
    const TicketId late = day.unheardOf();
    ReportPaper yesterdays = day.paper(late, "A1-04", "2026-08-20");
    day.nextMorning();
    day.together({{day.touch("a.one"), kiosk}, {yesterdays, kiosk}});
    day.tells(RevokeTerminal{TerminalId(text("counter-1"))});
    day.tells(day.touch("b.one"), kiosk);
}

/// The script on a journal that fails its call number `call`.
Outcome play(const std::vector<Step> &script, int call, FailsOnce::When when, bool &hasFailed)
{
    ManualClock clock(thursday(9));
    MemoryJournal memory;
    FailsOnce journal(memory, call, when);
    QueueService service(journal, clock);
    (void)service.open();
    Outcome outcome;
    for (const Step &step : script) {
        clock.setWall(step.at);
        for (const Answer &answer : tell(service, step.together))
            outcome.answers.push_back(answer);
    }
    hasFailed = journal.hasFailed();
    outcome.state = service.state();
    outcome.records = recordsOf(memory);
    // Who restarts now finds the same.
    QueueService again(memory, clock);
    REQUIRE(again.open());
    CHECK(again.state() == service.state());
    return outcome;
}

} // namespace

TEST_CASE("A journal that fails once, at any call of a whole day, changes nothing of it",
    "[service][fault]")
{
    Director day;
    morning(day);
    phones(day);
    work(day);
    evening(day);
    nextDay(day);
    day.curtain();
    const Outcome &undisturbed = day.outcome;
    REQUIRE(violations(undisturbed.state).empty());
    std::set<QString> kinds;
    for (const StoredRecord &stored : undisturbed.records)
        kinds.insert(stored.record.kind);
    CHECK(kinds.size() == std::variant_size_v<EventData> - 10); // everything that can happen did

    for (const auto when : {FailsOnce::When::BeforeWriting, FailsOnce::When::AfterWriting}) {
        int calls = 0;
        for (bool hasFailed = true; hasFailed; ++calls) {
            CAPTURE(calls);
            const Outcome outcome = play(day.script, calls, when, hasFailed);
            CHECK(violations(outcome.state).empty());
            CHECK((outcome.state == undisturbed.state));
            CHECK((outcome.records == undisturbed.records));
            REQUIRE(outcome.answers.size() == undisturbed.answers.size());
            for (size_t i = 0; i < outcome.answers.size(); ++i) {
                const Answer &answer = outcome.answers[i];
                const Answer &expected = undisturbed.answers[i];
                CAPTURE(i);
                CHECK(answer.ticket == expected.ticket);
                CHECK((answer.number == expected.number));
                CHECK((answer.error == expected.error));
            }
        }
        CHECK(calls > 25);
    }
}

// SPDX-License-Identifier: Apache-2.0

// What must hold whatever anybody asks in whatever order: days of nonsense from a seed.

#include "domain/calling.h"
#include "domain/decide.h"
#include "domain/evolve.h"
#include "domain/holding.h"
#include "support/catch.h"
#include "support/invariants.h"
#include "support/mall.h"
#include "wire/events.h"
#include "wire/messages.h"

#include <QJsonDocument>

#include <deque>

using namespace antre;
using namespace std::chrono_literals;

namespace {

/// The small mall, where b.one takes one visitor each half hour by appointment.
CataloguePtr wildMall()
{
    static const CataloguePtr mall = [] {
        Catalogue made = *smallMall();
        AppointmentRules rules;
        std::fill_n(rules.windows.begin(), 5, std::vector<TimeSpan>{{8h, 15h}}); // Monday to Friday
        rules.places = 1;
        rules.daysAhead = 1;
        made.agencies[1].services[0].appointments = rules;
        made.index();
        return std::make_shared<const Catalogue>(std::move(made));
    }();
    return mall;
}

/// The wild mall with two visitors a slot, and with classes and head starts of chance.
CataloguePtr mallOfAnyClasses(quint64 seed)
{
    SeededRandom dice(seed ^ 0xC1A55E5);
    Catalogue made = *wildMall();
    AppointmentRules &rules = *made.agencies[1].services[0].appointments;
    rules.places = 2;
    rules.headStart = Minutes(qint64(dice.below(25)));
    made.classes.resize(1); // those without a head start
    made.classes.reserve(6);
    for (quint64 more = dice.below(5); more > 0; --more) {
        const QString name = text("class-%1").arg(more);
        PriorityClass &added = made.classes.emplace_back(made.classes.front());
        added.id = ClassId(name);
        added.headStart = Minutes(qint64(dice.below(50)));
    }
    made.index();
    return std::make_shared<const Catalogue>(std::move(made));
}

/// A mall as it was changed one night: another quota and day's end, another head start, agency B
/// gone.
CataloguePtr changedMall(const Catalogue &mall, int change)
{
    Catalogue made = mall;
    made.version = 2 + change;
    if (change == 0)
        made.site.dayEnd = {DayEnd::Expire, 0min};
    if (change == 0)
        made.agencies[0].services[1].dailyQuota = 5;
    if (change == 1)
        made.classes.back().headStart = 3min;
    if (change == 2) {
        made.agencies.pop_back();
        made.counters[1].agencies = {AgencyId(text("a"))};
        made.counters[0].helps.clear();
    }
    made.index();
    return std::make_shared<const Catalogue>(std::move(made));
}

/// The counter that a command is about; empty: none.
CounterId counterOf(const CommandData &data)
{
    return std::visit(
        [](const auto &wish) {
            if constexpr (requires { wish.counter; })
                return wish.counter;
            else
                return CounterId();
        },
        data);
}

bool isInLine(const Ticket *ticket)
{
    return ticket
        && (ticket->state == TicketState::Waiting || ticket->state == TicketState::Parked);
}

/// Makes the next command of a day on which nothing goes by the book: late, repeated and reordered
/// commands, wrong counters and tickets, clocks that jump.
class WildMall
{
public:
    enum class Mood {
        Usual,
        Evening, ///< one afternoon until long after its end, without jumps
        Booked, ///< many come by appointment
    };
    explicit WildMall(quint64 seed, Mood mood = Mood::Usual, CataloguePtr site = wildMall())
        : catalogue(std::move(site))
        , m_dice(seed)
        , m_isEvening(mood == Mood::Evening)
        , m_isBooked(mood == Mood::Booked)
    {
        if (m_isEvening)
            clock.setWall(thursday(13, 30));
        for (const PriorityClass &known : catalogue->classes)
            m_classes << known.id.value();
        m_classes << QString() << text("nobody");
    }

    ManualClock clock{thursday(8, 30)};
    const CataloguePtr catalogue;

    /// Moves the clock, and gives a command that is new, late, or was given before. Officers see
    /// `state`, so what they press is mostly about the ticket before them.
    Command next(const State &state)
    {
        m_state = &state;
        passTime();
        const bool looks = m_isEvening && chance(20);
        if ((std::exchange(m_morning, false) && !chance(3)) || looks) // the service looks first
            return given({CommandId(makeUuid(clock, m_dice)), {}, CloseDay{state.day}});
        if (!m_given.empty() && chance(12))
            return oneOf(m_given);
        if (!m_delayed.empty() && chance(4)) {
            const size_t late = index(m_delayed.size());
            const Command command = m_delayed[late];
            m_delayed.erase(m_delayed.begin() + qint64(late));
            return given(command);
        }
        Command made = fresh();
        while (chance(6)) {
            m_delayed.push_back(made);
            made = fresh();
        }
        return given(made);
    }

private:
    [[nodiscard]] bool chance(quint64 oneIn) { return m_dice.below(oneIn) == 0; }
    [[nodiscard]] size_t index(size_t size) { return size_t(m_dice.below(size)); }
    template <typename List> [[nodiscard]] typename List::value_type oneOf(const List &list)
    {
        return list[index(list.size())];
    }

    void passTime()
    {
        clock.advance(Milliseconds(qint64(m_dice.below(60'000))));
        if (m_isEvening)
            return;
        if (chance(80))
            clock.setWall(clock.wall() + Minutes(qint64(m_dice.below(240)) - 120));
        if (chance(100)) {
            clock.setWall(clock.wall() + 24h * (qint64(m_dice.below(4)) - 1));
            m_morning = true;
        }
        // Back into the hours: at night nothing would happen but refusals.
        const LocalTime local = localTime(clock.wall(), smallMall()->zone());
        if (local.ofDay > 14h && chance(10)) {
            clock.setWall(clock.wall() + 18h);
            m_morning = true;
        }
    }

    Command given(const Command &command)
    {
        m_given.push_back(command);
        return command;
    }

    Command fresh()
    {
        const CommandId id(makeUuid(clock, m_dice));
        const CommandData data = wish(id);
        const bool isSetUp = std::holds_alternative<CloseFor>(data)
            || std::holds_alternative<Reopen>(data) || std::holds_alternative<CloseDay>(data)
            || std::holds_alternative<PublishCatalogue>(data)
            || std::holds_alternative<EnrolTerminal>(data)
            || std::holds_alternative<RevokeTerminal>(data)
            || std::holds_alternative<RegisterOfficer>(data);
        return {id, isSetUp ? Actor() : whoAsks(data), data};
    }

    /// Mostly the officer of the counter in question.
    Actor whoAsks(const CommandData &data)
    {
        const auto *issue = std::get_if<IssueTicket>(&data);
        const bool isPhones = (issue && !issue->holder.isEmpty())
            || std::holds_alternative<RejoinQueue>(data) || std::holds_alternative<LetGoFirst>(data)
            || std::holds_alternative<TakePlaceBack>(data);
        const bool isReserving = std::holds_alternative<Reserve>(data)
            || std::holds_alternative<CancelReservation>(data)
            || (std::holds_alternative<CheckIn>(data) && chance(2));
        if (isPhones || isReserving || (std::holds_alternative<CancelTicket>(data) && chance(2)))
            return {};
        const Desk &desk = m_state->desk(counterOf(data));
        return desk.isOpen() && !chance(20) ? Actor{desk.openedAt, desk.officer} : who();
    }

    Actor who()
    {
        if (chance(2))
            return {TerminalId(oneOf(QStringList{text("kiosk-1"), text("kiosk-2")})), {}};
        return {TerminalId(oneOf(QStringList{text("counter-1"), text("counter-2")})),
            OfficerId(oneOf(QStringList{text("rina"), text("budi")}))};
    }

    CommandData wish(const CommandId &id)
    {
        if (m_isBooked && chance(5))
            return ofAppointment();
        if (!m_lastBack.isEmpty() || !m_lastLeft.isEmpty() || chance(25))
            return ofHolder();
        switch (m_dice.below(24)) {
        case 0:
        case 1:
        case 2:
        case 3:
        case 4:
        case 5: {
            m_tickets.push_back(TicketId(id.value()));
            return IssueTicket{service(), priority(), text("id"), makeSecret(m_dice), touch(),
                !chance(3) ? std::vector{service()} : std::vector<ServiceId>(),
                chance(6) ? kiosk() : TerminalId(), false,
                chance(3) ? oneOf(QStringList{text("phone-1"), text("phone-2")}) : QString()};
        }
        case 6:
        case 7:
        case 8:
            return paper(id);
        case 9:
            return ReportSlip{ticket(),
                oneOf(std::vector{SlipState::Printed, SlipState::Failed, SlipState::Unknown})};
        case 10:
        case 11:
            return OpenCounter{counter()};
        case 12:
            return chance(3) ? CommandData(CloseCounter{counter()}) : rest(counter());
        case 13:
        case 14:
        case 15:
            return CallNext{counter(), chance(3)};
        case 16:
        case 17:
        case 18:
        case 19:
        case 20:
            return atDesk(counter());
        case 21:
            return chance(3) ? CommandData(RequestSlip{ticket(), kiosk(), chance(2)})
                             : CommandData(CancelTicket{ticket()});
        case 22:
            return chance(4) ? CommandData(PublishCatalogue{
                       chance(2) ? catalogue : changedMall(*catalogue, int(m_dice.below(3)))})
                             : CommandData(CallNext{counter()});
        default:
            return chance(2) ? closing() : setUp();
        }
    }

    /// What visitors do with their tickets on phones.
    CommandData ofHolder()
    {
        if (!m_lastBack.isEmpty() && chance(2))
            return TakePlaceBack{std::exchange(m_lastBack, TicketId())};
        if (!m_lastLeft.isEmpty() && chance(2))
            return RejoinQueue{std::exchange(m_lastLeft, TicketId())};
        m_lastBack = m_lastLeft = TicketId();
        if (chance(2))
            return ofAppointment();
        switch (m_dice.below(6)) {
        case 0:
            m_lastLeft = ticketThatIs(TicketState::Waiting);
            return CancelTicket{m_lastLeft};
        case 1:
            return RejoinQueue{ticketThatIs(TicketState::Cancelled)};
        case 2:
            return TakePlaceBack{ticket()};
        default:
            m_lastBack = chance(4) ? ticket() : ticketThatIs(TicketState::Waiting);
            return LetGoFirst{m_lastBack, int(m_dice.below(5))};
        }
    }

    /// Of the next slots, mostly, so that they come.
    CommandData ofAppointment()
    {
        const QString phone
            = chance(3) ? oneOf(QStringList{text("phone-1"), text("phone-2")}) : QString();
        if (m_codes.empty() || chance(3)) {
            m_codes.push_back(makeSecret(m_dice));
            const LocalTime now = localTime(clock.wall(), wildMall()->zone());
            const Minutes next = (now.ofDay / 30min + 1 + qint64(m_dice.below(2))) * 30min;
            return Reserve{ServiceId(chance(8) ? text("a.one") : text("b.one")),
                {now.day.days + (chance(8) ? 1 : 0)}, next, text("id"), m_codes.back(), phone};
        }
        const QString code = someCode();
        if (chance(6))
            return CancelReservation{code};
        return CheckIn{code, priority(), {}, makeSecret(m_dice), touch(), phone};
    }

    /// Mostly one that the queue waits for.
    const QString &someCode()
    {
        const size_t recent = std::min<size_t>(m_codes.size(), 6);
        const QString &any = m_codes[m_codes.size() - 1 - index(recent)];
        if (chance(4))
            return any;
        for (size_t back = 1; back <= recent; ++back) {
            const QString &code = m_codes[m_codes.size() - back];
            const Reservation *known = m_state->reservation(reservationHash(code));
            if (known && known->state == ReservationState::Booked)
                return code;
        }
        return any;
    }

    CommandData closing()
    {
        const Scope scope = oneOf(std::vector{Scope(), Scope(AgencyId(text("a"))),
            Scope(ServiceId(text("b.one"))), Scope(counter())});
        if (chance(3))
            return CloseDay{chance(3) ? BusinessDay{m_state->day.days - 1} : m_state->day};
        if (chance(2) && !m_state->closures.empty())
            return Reopen{m_state->closures.begin()->first};
        return CloseFor{scope, clock.wall() + Minutes(qint64(m_dice.below(120))), {}};
    }

    CommandData atDesk(const CounterId &counter)
    {
        const TicketId present = m_state->desk(counter).current;
        const TicketId about = present.isEmpty() || chance(5) ? ticket() : present;
        if (chance(4)) {
            const CommandId last = m_state->desk(counter).last.command;
            return UndoLast{counter, last.isEmpty() ? CommandId(makeUuid(clock, m_dice)) : last};
        }
        if (chance(2))
            return elsewhere(counter, about);
        switch (m_dice.below(6)) {
        case 0:
            return CallAgain{counter, about};
        case 1:
        case 2:
            return StartServing{counter, about};
        case 3:
        case 4:
            return FinishServing{counter, about};
        default:
            return MarkNoShow{counter, about};
        }
    }

    /// What takes the ticket away from the counter, or back into the line.
    CommandData elsewhere(const CounterId &counter, const TicketId &about)
    {
        const Ticket *known = m_state->ticket(about);
        if (m_state->desk(counter).pause && chance(2))
            return ResumeCounter{counter};
        if (known && !known->further.empty() && chance(3))
            return RemoveService{counter, about, known->further.front()};
        switch (m_dice.below(12)) {
        case 0:
            return PickTicket{counter, about};
        case 1:
        case 8:
            return BringBack{counter, ticketThatIs(TicketState::NoShow)};
        case 2:
        case 3:
            return ParkTicket{counter, about, reason("form"), Minutes(qint64(m_dice.below(20)))};
        case 4:
            return ReturnTicket{counter, ticketThatIs(TicketState::Parked)};
        case 5:
        case 6:
            return TransferTicket{counter, about, service(),
                chance(2) ? this->counter() : CounterId(),
                chance(2) ? TransferPlace::Keep : TransferPlace::End};
        case 7:
            return RemoveService{counter, about, service()};
        default:
            return AddService{counter, about, service()};
        }
    }

    CommandData rest(const CounterId &counter)
    {
        if (m_state->desk(counter).pause)
            return ResumeCounter{counter};
        return PauseCounter{counter, reason("lunch"), chance(2) ? clock.wall() + 10min : Instant{}};
    }

    ReasonId reason(const char *known)
    {
        return ReasonId(oneOf(QStringList{text(known), text(known), QString(), text("nap")}));
    }
    TerminalId kiosk() { return TerminalId(oneOf(QStringList{text("kiosk-1"), text("kiosk-2")})); }
    TicketId ticketThatIs(TicketState wanted)
    {
        for (const TicketId &id : m_tickets) {
            const Ticket *known = m_state->ticket(id);
            if (known && known->state == wanted)
                return id;
        }
        return ticket();
    }

    CommandData setUp()
    {
        const TerminalId terminal(oneOf(QStringList{text("kiosk-1"), text("kiosk-2")}));
        if (chance(3))
            return RevokeTerminal{terminal};
        if (chance(2))
            return RegisterOfficer{{OfficerId(text("rina")), text("Rina"), text("hash"), !chance(4),
                {Right::PickTicket}}};
        return EnrolTerminal{{terminal, TerminalKind::Kiosk, text("Kiosk"),
            oneOf(QStringList{text("1"), text("2")}), makeSecret(m_dice)}};
    }

    /// Mostly an own number for a wish that was made, sometimes for one that never arrived; with a
    /// number of its own, or with one that was used before.
    CommandData paper(const CommandId &id)
    {
        TicketNumber number{
            LineId(chance(3) ? text("B") : text("A")), chance(2) ? text("1") : text("2"), 0};
        int &count = m_series[number.line.value() + number.kioskMark];
        number.count = chance(8) && count > 0 ? int(1 + m_dice.below(quint64(count))) : ++count;
        const auto wanted = m_tickets.empty() || chance(3) ? TicketId(id.value()) : recentTicket();
        m_tickets.push_back(wanted);
        // However often a kiosk reports a slip, the day on it stays.
        BusinessDay &day = m_paperDays[wanted];
        if (day.isNull()) {
            day = localTime(clock.wall(), smallMall()->zone()).day;
            if (chance(10))
                day.days += int(m_dice.below(3)) - 1;
        }
        return ReportPaper{wanted, number,
            ServiceId(number.line.value() == text("A") ? text("a.one") : text("b.one")),
            ClassId(text("general")), text("id"), makeSecret(m_dice), touch(), day};
    }

    ServiceId service()
    {
        return ServiceId(oneOf(QStringList{text("a.one"), text("a.one"), text("a.two"),
            text("b.one"), text("b.one"), text("none")}));
    }
    ClassId priority() { return ClassId(oneOf(m_classes)); }
    CounterId counter()
    {
        return CounterId(oneOf(QStringList{text("1"), text("2"), text("2"), text("9")}));
    }
    Instant touch() { return clock.wall() - Milliseconds(qint64(m_dice.below(600'000)) - 60'000); }
    TicketId ticket()
    {
        return m_tickets.empty() || chance(20) ? TicketId(makeUuid(clock, m_dice)) : recentTicket();
    }
    TicketId recentTicket()
    {
        const size_t recent = std::min<size_t>(m_tickets.size(), 12);
        return m_tickets[m_tickets.size() - 1 - index(recent)];
    }

    SeededRandom m_dice;
    bool m_isEvening;
    bool m_isBooked;
    QStringList m_classes;
    const State *m_state = nullptr;
    bool m_morning = false; ///< the night has just passed
    std::vector<Command> m_given;
    std::vector<Command> m_delayed;
    std::vector<TicketId> m_tickets;
    std::vector<QString> m_codes; ///< of reservations
    TicketId m_lastBack; ///< let others go first
    TicketId m_lastLeft; ///< left the queue
    QHash<QString, int> m_series;
    QHash<TicketId, BusinessDay> m_paperDays;
};

/// One wild run: its state, and the journal that led there.
struct Run
{
    State state;
    Events journal;
    std::map<QString, int> accepted; ///< how often each kind of event happened
    int refused = 0;
};

/// Lets `check` see each command's decision and the state before it.
template <typename Check> Run wildRun(WildMall mall, quint64 seed, int steps, Check check)
{
    Run run;
    const auto tell = [&](const Command &command) {
        const Instant now = mall.clock.wall();
        const auto events = decide(run.state, command, now);
        check(run.state, command, now, events);
        if (!events) {
            ++run.refused;
            return;
        }
        for (const Event &event : *events) {
            run.state = evolve(std::move(run.state), event);
            run.journal.push_back(event);
            ++run.accepted[eventKind(event.data)];
        }
    };
    tell({CommandId(Uuid{1, seed}), {}, PublishCatalogue{mall.catalogue}});
    for (int step = 0; step < steps; ++step)
        tell(mall.next(run.state));
    return run;
}

template <typename Check> Run wildRun(quint64 seed, int steps, Check check)
{
    return wildRun(WildMall(seed), seed, steps, check);
}

Run wildRun(quint64 seed, int steps)
{
    return wildRun(seed, steps, [](const auto &...) {});
}

constexpr int seeds = 100;
constexpr int stepsEach = 400;

} // namespace

TEST_CASE("Whatever is asked in whatever order, the state keeps its promises", "[property]")
{
    std::map<QString, int> happened;
    for (quint64 seed = 1; seed <= seeds + seeds / 3; ++seed) {
        int step = 0;
        QString broken;
        const auto mood = seed % 4 == 0 ? WildMall::Mood::Booked : WildMall::Mood::Usual;
        const Run run = wildRun(WildMall(seed, mood), seed, stepsEach,
            [&](const State &before, const Command &, Instant, const Result<Events> &) {
                // The state before this command is the one after the last.
                ++step;
                if (const auto breaches = violations(before); broken.isEmpty() && !breaches.empty())
                    broken = QStringLiteral("step %1: %2").arg(step - 1).arg(breaches.front());
            });
        CAPTURE(seed);
        CHECK(broken == QString());
        CHECK(violations(run.state).empty());
        for (const auto &[kind, times] : run.accepted)
            happened[kind] += times;
    }
    // Nonsense alone would prove little: everything that can happen did.
    CHECK(happened.size() == std::variant_size_v<EventData>);
    for (const auto &[kind, times] : happened) {
        CAPTURE(kind);
        CHECK(times >= 20);
    }
}

TEST_CASE(
    "A command that comes again on its day changes nothing, whatever came between", "[property]")
{
    int repeated = 0;
    for (quint64 seed = 1; seed <= seeds; ++seed) {
        CAPTURE(seed);
        std::map<Uuid, BusinessDay> accepted;
        int changes = 0;
        (void)wildRun(seed, stepsEach,
            [&](const State &before, const Command &command, Instant now,
                const Result<Events> &events) {
                const auto known = accepted.find(command.id.value());
                const bool isSameDay = known != accepted.end() && known->second == before.day
                    && localTime(now, smallMall()->zone()).day <= before.day;
                if (isSameDay) {
                    ++repeated;
                    changes += events && events->empty() ? 0 : 1;
                }
                if (events && !events->empty())
                    accepted[command.id.value()] = events->back().day;
            });
        CHECK(changes == 0);
    }
    CHECK(repeated > 100);
}

TEST_CASE("The state is the fold of the journal, also when it was stored as JSON", "[property]")
{
    for (quint64 seed = 1; seed <= seeds; ++seed) {
        CAPTURE(seed);
        const Run run = wildRun(seed, stepsEach);
        State again;
        for (const Event &event : run.journal) {
            const QByteArray stored
                = QJsonDocument(eventToJson(event)).toJson(QJsonDocument::Compact);
            const auto read = eventFromJson(QJsonDocument::fromJson(stored).object());
            REQUIRE(read);
            REQUIRE(*read == event);
            again = evolve(std::move(again), *read);
        }
        CHECK(again == run.state);
    }
}

TEST_CASE("A restart that reads the standing events and today's knows the same", "[property]")
{
    for (quint64 seed = 1; seed <= seeds; ++seed) {
        CAPTURE(seed);
        const Run run = wildRun(seed, stepsEach);
        State again;
        for (const Event &event : run.journal) {
            if (isStanding(event.data) || event.day == run.state.day)
                again = evolve(std::move(again), event);
        }
        // Standing events of other days also left their commands' ids; today's start forgets them.
        CHECK(again == run.state);
    }
}

TEST_CASE("Whatever a counter does, undone at once it never was", "[property]")
{
    std::map<QString, int> undone;
    for (quint64 seed = 1; seed <= seeds; ++seed) {
        CAPTURE(seed);
        SeededRandom dice(seed);
        (void)wildRun(seed, stepsEach,
            [&](const State &before, const Command &command, Instant now,
                const Result<Events> &events) {
                if (!events || events->empty())
                    return;
                State after = before;
                for (const Event &event : *events)
                    after = evolve(std::move(after), event);
                for (const auto &[counter, desk] : after.desks) {
                    if (desk.last.command != command.id)
                        continue;
                    const ManualClock clock(now);
                    const Command undo{CommandId(makeUuid(clock, dice)), command.by,
                        UndoLast{counter, command.id}};
                    const auto back = decide(after, undo, now);
                    // A call of paper that turned up after the day's end.
                    if (!back && after.dayIsClosed && back.error().reason == text("dayOver"))
                        continue;
                    REQUIRE(back);
                    State again = after;
                    for (const Event &event : *back)
                        again = evolve(std::move(again), event);
                    State was = before;
                    was.answered = again.answered;
                    was.desks[counter].last = again.desks[counter].last;
                    CAPTURE(commandName(command.data));
                    CHECK((again == was));
                    ++undone[commandName(command.data)];
                    break;
                }
            });
    }
    CHECK(undone.size() >= 12); // of fourteen that leave something to undo
}

TEST_CASE(
    "Who lets others go first loses exactly their places, and nobody else loses any", "[property]")
{
    int steps = 0;
    for (quint64 seed = 1; seed <= seeds; ++seed) {
        CAPTURE(seed);
        int wrong = 0;
        (void)wildRun(seed, stepsEach,
            [&](const State &before, const Command &command, Instant now,
                const Result<Events> &events) {
                const auto *wish = std::get_if<LetGoFirst>(&command.data);
                if (!wish || !events || events->empty())
                    return;
                State after = before;
                for (const Event &event : *events)
                    after = evolve(std::move(after), event);
                const Ticket &was = *before.ticket(wish->ticket);
                const int behind = othersBehind(before, was, now);
                const int lost = after.aheadOf(*after.ticket(was.id)) - before.aheadOf(was);
                wrong += lost == std::min(behind, wish->places) ? 0 : 1;
                for (const auto &[id, other] : before.tickets) {
                    if (id != was.id && other.state == TicketState::Waiting)
                        wrong += after.aheadOf(other) <= before.aheadOf(other) ? 0 : 1;
                }
                ++steps;
            });
        CHECK(wrong == 0);
    }
    CHECK(steps > 100);
}

TEST_CASE("What a holder does, taken back at once it never was", "[property]")
{
    std::map<QString, int> undone;
    for (quint64 seed = 1; seed <= seeds; ++seed) {
        CAPTURE(seed);
        SeededRandom dice(seed);
        (void)wildRun(seed, stepsEach,
            [&](const State &before, const Command &command, Instant now,
                const Result<Events> &events) {
                const auto *left = std::get_if<CancelTicket>(&command.data);
                const auto *back = std::get_if<LetGoFirst>(&command.data);
                if ((!left && !back) || command.by != Actor() || !events || events->empty())
                    return;
                const TicketId id = left ? left->ticket : back->ticket;
                State after = before;
                for (const Event &event : *events)
                    after = evolve(std::move(after), event);
                const ManualClock clock(now);
                const auto undo = decide(after,
                    {CommandId(makeUuid(clock, dice)), {},
                        left ? CommandData(RejoinQueue{id}) : CommandData(TakePlaceBack{id})},
                    now);
                // The quota may have been exceeded for it, and a counter may have brought back
                // another ticket of the phone.
                if (!undo && undo.error().code == ErrorCode::Refused)
                    return;
                REQUIRE(undo);
                for (const Event &event : *undo)
                    after = evolve(std::move(after), event);
                State was = before;
                was.answered = after.answered;
                Ticket &ticket = was.tickets.at(id);
                ticket.changedBy = after.ticket(id)->changedBy;
                ticket.timesBack += back ? 1 : 0;
                if (back)
                    ticket.steppedBack.reset();
                CHECK((after == was));
                ++undone[commandName(command.data)];
            });
    }
    CHECK(undone[QStringLiteral("cancelTicket")] > 50);
    CHECK(undone[QStringLiteral("letGoFirst")] > 100);
}

TEST_CASE("A phone that asks gets no second ticket that waits in a line", "[property]")
{
    int refused = 0;
    for (quint64 seed = 1; seed <= seeds; ++seed) {
        CAPTURE(seed);
        int wrong = 0;
        (void)wildRun(seed, stepsEach,
            [&](const State &before, const Command &, Instant, const Result<Events> &events) {
                refused += !events && events.error().reason == text("alreadyWaiting") ? 1 : 0;
                // With a day's first event yesterday's tickets are forgotten.
                if (!events || events->empty()
                    || std::holds_alternative<DayStarted>(events->front().data))
                    return;
                const auto *issued = std::get_if<TicketIssued>(&events->back().data);
                const auto *back = std::get_if<TicketRejoined>(&events->back().data);
                const Ticket *ticket = back ? before.ticket(back->ticket) : nullptr;
                wrong += (issued && before.heldIn(issued->number.line, issued->holder))
                        || (ticket && before.heldIn(ticket->line, ticket->holder))
                    ? 1
                    : 0;
            });
        CHECK(wrong == 0);
    }
    CHECK(refused > 20);
}

TEST_CASE("Once the day is ended only paper brings anybody into a line", "[property]")
{
    int asked = 0;
    for (quint64 seed = 1; seed <= seeds; ++seed) {
        CAPTURE(seed);
        int wrong = 0;
        (void)wildRun(WildMall(seed, WildMall::Mood::Evening), seed, stepsEach,
            [&](const State &before, const Command &command, Instant,
                const Result<Events> &events) {
                if (!before.dayIsClosed || !events
                    || std::holds_alternative<ReportPaper>(command.data))
                    return;
                State after = before;
                for (const Event &event : *events)
                    after = evolve(std::move(after), event);
                asked += after.dayIsClosed ? 1 : 0;
                for (const auto &[id, ticket] : after.tickets)
                    wrong += after.dayIsClosed && isInLine(&ticket) && !isInLine(before.ticket(id))
                        ? 1
                        : 0;
            });
        CHECK(wrong == 0);
    }
    CHECK(asked > 200);
}

TEST_CASE("Nobody commands a counter but who is signed in there", "[property]")
{
    int refused = 0;
    int granted = 0;
    for (quint64 seed = 1; seed <= seeds; ++seed) {
        (void)wildRun(seed, stepsEach,
            [&](const State &before, const Command &command, Instant,
                const Result<Events> &events) {
                const CounterId counter = counterOf(command.data);
                const Desk &desk = before.desk(counter);
                if (!desk.isOpen() || std::holds_alternative<OpenCounter>(command.data)
                    || command.by == Actor{desk.openedAt, desk.officer})
                    return;
                (events && !events->empty() ? granted : refused) += 1;
            });
    }
    CHECK(granted == 0);
    CHECK(refused > 50);
}

TEST_CASE("Nobody is overtaken by a place more than the largest head start behind their own, "
          "whatever the classes",
    "[property]")
{
    int overtaken = 0;
    int appointments = 0;
    for (quint64 seed = 1; seed <= seeds; ++seed) {
        CAPTURE(seed);
        int wrong = 0;
        const CataloguePtr mall = mallOfAnyClasses(seed);
        Minutes headStart = 3min; // which changedMall() gives
        for (const PriorityClass &priority : mall->classes)
            headStart = std::max(headStart, priority.headStart);
        const Minutes appointment = mall->agencies[1].services[0].appointments->headStart;
        (void)wildRun(WildMall(seed, WildMall::Mood::Booked, mall), seed, stepsEach,
            [&](const State &before, const Command &, Instant now, const Result<Events> &events) {
                const auto *called = events && !events->empty()
                    ? std::get_if<TicketCalled>(&events->back().data)
                    : nullptr;
                if (!called || called->reason == CallReason::Picked
                    || called->reason == CallReason::Helped || !before.ticket(called->ticket))
                    return;
                // Who goes on to the next service keeps the place of the touch.
                const Ticket &next = *before.ticket(called->ticket);
                const Instant place = before.desk(called->counter).current == next.id
                    ? next.touchedAt
                    : next.placeAt;
                for (const NextTicket &left : callingOrder(before, called->counter, now)) {
                    const Instant other = before.ticket(left.ticket)->placeAt;
                    overtaken += other < place ? 1 : 0;
                    wrong += place > other + headStart ? 1 : 0;
                    // And an appointment's on top of that, over who came to the mall before.
                    wrong += next.touchedAt > other + headStart + appointment ? 1 : 0;
                    appointments += next.appointment != Instant{} && other < next.touchedAt ? 1 : 0;
                }
            });
        CHECK(wrong == 0);
    }
    CHECK(overtaken > 20);
    CHECK(appointments > 20);
}

TEST_CASE("Decisions change nothing, and the same question gets the same answer", "[property]")
{
    int differences = 0;
    (void)wildRun(7, 400,
        [&](const State &before, const Command &command, Instant now,
            const Result<Events> &events) {
            const State copy = before;
            const auto again = decide(before, command, now);
            differences += again == events && copy == before ? 0 : 1;
        });
    CHECK(differences == 0);
}

TEST_CASE("Events in any order, repeated and torn from their past, are taken without complaint",
    "[property]")
{
    for (quint64 seed = 1; seed <= 10; ++seed) {
        CAPTURE(seed);
        const Events journal = wildRun(seed, stepsEach).journal;
        SeededRandom dice(seed);
        State state;
        for (int step = 0; step < 2'000; ++step) {
            const Event &event = journal[size_t(dice.below(journal.size()))];
            state = evolve(std::move(state), event);
            // Each desk's answer and each line's order must stay computable too.
            if (state.catalogue && step % 50 == 0)
                CHECK(callingOrder(state, state.catalogue->lines(), event.at).size() <= 2'000);
        }
    }
}

TEST_CASE("Every call is of a ticket that waited, and of the one that the policy puts first",
    "[property]")
{
    for (quint64 seed = 1; seed <= seeds; ++seed) {
        CAPTURE(seed);
        int wrong = 0;
        (void)wildRun(seed, stepsEach,
            [&](const State &before, const Command &command, Instant now,
                const Result<Events> &events) {
                const auto *call = std::get_if<CallNext>(&command.data);
                if (!call || !events || events->empty())
                    return;
                const auto &called = std::get<TicketCalled>(events->back().data);
                if (called.ticket == before.desk(call->counter).current)
                    return; // it goes on to its next service
                const auto order = callingOrder(before, call->counter, now);
                const TicketState was = before.ticket(called.ticket)->state;
                const bool wasThere = was == TicketState::Waiting || was == TicketState::Parked;
                const bool isFirst = called.reason == CallReason::Helped
                    ? order.empty()
                    : !order.empty() && order.front().ticket == called.ticket;
                wrong += wasThere && isFirst ? 0 : 1;
            });
        CHECK(wrong == 0);
    }
}

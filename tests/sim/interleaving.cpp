// SPDX-License-Identifier: Apache-2.0
#include "interleaving.h"

#include "domain/decide.h"
#include "domain/evolve.h"
#include "keys.h"
#include "ledger.h"
#include "plan.h"
#include "support/invariants.h"
#include "wire/events.h"
#include "wire/messages.h"

namespace antre::sim {

using namespace std::chrono_literals;

namespace {

constexpr int openCounters = 3;
constexpr int stepsEach = 14;
/// Interleavings of seeds that differ by this share their morning.
constexpr quint64 mornings = 512;

QString phoneNumber(qint64 number) { return QStringLiteral("phone-%1").arg(number); }
QString codeNumber(qint64 number) { return QStringLiteral("code-of-a-reservation-%1").arg(number); }

Actor officerAt(const CounterId &counter)
{
    return {TerminalId(QStringLiteral("console-") + counter.value()),
        OfficerId(QStringLiteral("officer-") + counter.value())};
}

/// A queue at some moment, and its ledger.
struct Queue
{
    State state;
    Ledger ledger;
    Position position = 0;
    Instant now{};

    /// What the command came to.
    Result<Events> take(const Command &command)
    {
        auto events = decide(state, command, now);
        if (!events)
            return events;
        for (const Event &event : *events) {
            state = evolve(std::move(state), event);
            ledger.note({++position, event});
        }
        return events;
    }
};

/// Gives ids in order; as unique as they must be within one interleaving.
class Ids
{
public:
    explicit Ids(quint64 high)
        : m_high(high)
    {
    }
    [[nodiscard]] CommandId next() { return CommandId(Uuid{m_high, ++m_low}); }

private:
    quint64 m_high;
    quint64 m_low = 0;
};

/// The next quarters of an hour are reserved, by codes that phones show later, and some of those
/// who reserved have checked in already.
void reserve(Queue &queue, Chance &chance, Ids &ids)
{
    const LocalTime now = localTime(queue.now, queue.state.catalogue->zone());
    for (qint64 code = 1; code <= 2; ++code) {
        if (!chance.happens(0.7))
            continue;
        const Minutes slot = (now.ofDay / 15min + code) * 15min;
        (void)queue.take({ids.next(), {},
            Reserve{bOne(), now.day, slot, QStringLiteral("id"), codeNumber(code), {}}});
        if (chance.happens(0.5))
            (void)queue.take(
                {ids.next(), {}, CheckIn{codeNumber(code), {}, {}, {}, queue.now, {}}});
    }
}

/// Three counters are open, and some visitors wait. Some mornings are evenings: the day's end
/// is near.
Queue morning(quint64 number)
{
    Chance chance(number, 501);
    Ids ids(1);
    Queue queue;
    const CataloguePtr mall = simulatedMall(false, 1, DayEnd::Expire);
    const bool isEvening = number % 4 == 0;
    const BusinessDay day = *BusinessDay::fromText(u"2026-08-20");
    queue.now = instantOf(day, isEvening ? 15h : 9h, mall->zone());
    (void)queue.take({ids.next(), {}, PublishCatalogue{mall}});
    for (int i = 1; i <= openCounters; ++i) {
        const CounterId counter(QString::number(i));
        Officer officer{officerAt(counter).officer, QStringLiteral("Officer"), {}};
        officer.rights = {Right::PickTicket};
        (void)queue.take({ids.next(), {}, RegisterOfficer{officer}});
        (void)queue.take({ids.next(), officerAt(counter), OpenCounter{counter}});
    }
    for (qint64 visitor = chance.between(2, 6); visitor > 0; --visitor) {
        const bool toA = chance.happens(0.5);
        const bool goesOn = chance.happens(0.3);
        const bool hasPhone = visitor <= 2;
        queue.now += chance.pause(0ms, 10min);
        (void)queue.take(
            {ids.next(), {TerminalId(hasPhone ? QString() : QStringLiteral("kiosk-1")), {}},
                IssueTicket{toA ? aOne() : bOne(),
                    ClassId(chance.happens(0.3) ? QStringLiteral("elderly") : QString()),
                    QStringLiteral("id"), {}, queue.now,
                    goesOn ? std::vector{toA ? bOne() : aOne()} : std::vector<ServiceId>(), {},
                    false, hasPhone ? phoneNumber(visitor) : QString()}});
    }
    reserve(queue, chance, ids);
    if (isEvening)
        queue.now = instantOf(day, 16h + 29min, mall->zone());
    return queue;
}

class Interleaving
{
public:
    Interleaving(quint64 seed, const Queue &start, InterleavingFigures &figures, QStringList *story)
        : m_queue(start)
        , m_chance(seed, 502)
        , m_ids(2)
        , m_figures(figures)
        , m_story(story)
    {
        for (int i = 1; i <= openCounters; ++i)
            m_screens.push_back({CounterId(QString::number(i))});
        m_screens.push_back({CounterId(QString::number(m_chance.between(1, openCounters)))});
        m_screens.push_back({}); // what the mall brings
    }

    QStringList run()
    {
        for (int step = 0; step < stepsEach && m_found.isEmpty(); ++step) {
            m_queue.now
                += m_chance.happens(0.05) ? m_chance.pause(1min, 20min) : m_chance.pause(0ms, 8s);
            Screen &screen = m_screens[m_chance.below(m_screens.size())];
            if (screen.underWay)
                arrive(screen);
            else
                screen.underWay = screen.counter.isEmpty() ? fate() : press(screen.counter);
        }
        for (Screen &screen : m_screens) {
            if (screen.underWay && m_found.isEmpty())
                arrive(screen);
        }
        for (const QString &breach : violations(m_queue.state))
            m_found << QStringLiteral("a sound state: ") + breach;
        ++m_figures.interleavings;
        return m_found;
    }

private:
    struct Screen
    {
        CounterId counter; ///< empty: kiosks, phones and the clock
        std::optional<Command> underWay = {};
    };

    [[nodiscard]] Command press(const CounterId &counter)
    {
        const State &seen = m_queue.state;
        Keys keys(counter, openCounters, m_queue.now, false, m_chance);
        const Desk &desk = seen.desk(counter);
        if (!desk.isOpen())
            return {m_ids.next(), officerAt(counter), OpenCounter{counter}};
        const bool regrets = !desk.last.command.isEmpty() && m_chance.happens(0.2);
        const CounterId sitsAt = m_chance.happens(0.05)
            ? CounterId(QString::number(m_chance.between(1, openCounters)))
            : counter;
        return {
            m_ids.next(), officerAt(sitsAt), regrets ? keys.undo(seen).data : keys.next(seen).data};
    }

    /// What comes from elsewhere.
    [[nodiscard]] Command fate()
    {
        const CommandId id = m_ids.next();
        const double what = m_chance.random().unit();
        if (what < 0.2)
            return dayEndCommand(m_queue.state.catalogue->site, m_queue.state.day);
        if (what < 0.4)
            return {id, {TerminalId(QStringLiteral("kiosk-1")), {}},
                IssueTicket{bOne(), {}, QStringLiteral("id"), {}, m_queue.now}};
        if (what < 0.7)
            return {id, {}, fromPhone()};
        // Paper with the kiosk's own number turns up, for a wish that the queue knows or not.
        TicketId ticket(id.value());
        if (what < 0.85 && !m_queue.state.tickets.empty())
            ticket = m_queue.state.numbers.value(QStringLiteral("A001"), ticket);
        return {m_ids.next(), {TerminalId(QStringLiteral("kiosk-1")), {}},
            ReportPaper{ticket, {LineId(QStringLiteral("A")), QStringLiteral("1"), ++m_slips},
                aOne(), {}, QStringLiteral("id"), {}, m_queue.now - 1min, m_queue.state.day}};
    }

    /// One of two phones wants a number, or something of the one that it has or had.
    [[nodiscard]] CommandData fromPhone()
    {
        const QString phone = phoneNumber(m_chance.between(1, 2));
        const auto held = m_queue.state.held.value(phone);
        const double what = m_chance.random().unit();
        if (m_chance.happens(0.4))
            return ofAppointment(phone);
        if (held.empty() || what < 0.25)
            return IssueTicket{m_chance.happens(0.5) ? aOne() : bOne(), {}, QStringLiteral("id"),
                {}, m_queue.now, {}, {}, false, phone};
        const TicketId ticket = m_chance.of(held);
        if (what < 0.45)
            return CancelTicket{ticket};
        if (what < 0.6)
            return RejoinQueue{ticket};
        if (what < 0.85)
            return LetGoFirst{ticket, int(m_chance.between(1, 4))};
        return TakePlaceBack{ticket};
    }

    /// One of three codes, shown by whoever has it.
    [[nodiscard]] CommandData ofAppointment(const QString &phone)
    {
        const QString code = codeNumber(m_chance.between(1, 3));
        const double what = m_chance.random().unit();
        const LocalTime now = localTime(m_queue.now, m_queue.state.catalogue->zone());
        const Minutes next = (now.ofDay / 15min + m_chance.between(1, 2)) * 15min;
        if (what < 0.45)
            return Reserve{bOne(), now.day, next, QStringLiteral("id"), code,
                m_chance.happens(0.5) ? phone : QString()};
        if (what < 0.55)
            return CancelReservation{code};
        return CheckIn{code, {}, {}, {}, m_queue.now, m_chance.happens(0.5) ? phone : QString()};
    }

    void arrive(Screen &screen)
    {
        const Command command = *screen.underWay;
        if (!m_chance.happens(0.1)) // else it comes once more
            screen.underWay.reset();
        const auto events = m_queue.take(command);
        ++m_figures.commands;
        if (events && !events->empty())
            ++m_figures.granted;
        for (const Event &event : events.value_or(Events())) {
            ++m_figures.events;
            m_figures.calls += std::holds_alternative<TicketCalled>(event.data) ? 1 : 0;
        }
        tell(command, events);
        m_queue.ledger.settle();
        m_found << m_queue.ledger.contradictions();
        for (const QString &difference : m_queue.ledger.differencesFrom(m_queue.state))
            m_found << QStringLiteral("the state is what happened: ") + difference;
    }

    void tell(const Command &command, const Result<Events> &events)
    {
        if (!m_story)
            return;
        QStringList came;
        for (const Event &event : events.value_or(Events()))
            came << eventKind(event.data);
        *m_story << QStringLiteral("%1 at %2: %3")
                        .arg(commandName(command.data), command.by.terminal.value(),
                            events ? came.join(u' ') : events.error().reason);
    }

    Queue m_queue;
    Chance m_chance;
    Ids m_ids;
    InterleavingFigures &m_figures;
    QStringList *m_story;
    std::vector<Screen> m_screens;
    int m_slips = 0;
    QStringList m_found;
};

} // namespace

QStringList interleave(quint64 seed, InterleavingFigures &figures, QStringList *story)
{
    static std::vector<std::optional<Queue>> starts(mornings);
    std::optional<Queue> &start = starts[seed % mornings];
    if (!start)
        start = morning(seed % mornings);
    return Interleaving(seed, *start, figures, story).run();
}

} // namespace antre::sim

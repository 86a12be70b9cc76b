// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "domain/state.h"
#include "journal/journal.h"
#include "service/waitboard.h"
#include "wire/messages.h"

#include <functional>

namespace antre {

/// An event with its place in the journal.
struct PlacedEvent
{
    Position position = 0;
    Event event;
};

/// The site's queue: load, decide, append, publish. The mall's service, the standalone kiosk and
/// the simulator run this same class.
///
/// Commands are submitted and wait; flush() decides all that wait, one after the other, and appends
/// what they cause in one commit: while one commit runs, the next batch gathers. Nothing is
/// answered or published before it is on the disk. One thread.
class QueueService
{
public:
    using Reply = std::function<void(const Answer &)>;
    /// Called after each commit, before the answers, with what became true in it.
    using Listener = std::function<void(const std::vector<PlacedEvent> &)>;

    /// Most commands in one commit: bounds how long one answer can wait for others.
    static constexpr size_t maxBatch = 256;

    QueueService(Journal &journal, const Clock &clock);

    /// Folds the journal. Call first, and again after an error: until it succeeds every command is
    /// answered Unavailable.
    [[nodiscard]] Result<> open();

    /// Takes a command in; `reply` is called exactly once, from a later flush().
    void submit(Command command, Reply reply);
    [[nodiscard]] bool hasWork() const { return !m_waiting.empty(); }
    void flush();

    /// Ends the day by the catalogue's rule when it is due, with the next flush(). Whoever owns the
    /// clock's ticks asks now and then, also right after open(): a machine that was off at closing
    /// time closes yesterday when it is on again. True: there is something to flush.
    bool askForDayEnd();

    void setListener(Listener listener) { m_listener = std::move(listener); }

    [[nodiscard]] const State &state() const { return m_state; }
    [[nodiscard]] Position position() const { return m_position; }
    [[nodiscard]] const Clock &clock() const { return m_clock; }
    /// Why every command is answered Unavailable just now; absent while all is well.
    [[nodiscard]] const std::optional<Error> &problem() const { return m_broken; }
    /// Since when; what state() says is as old as that. Absent while all is well.
    [[nodiscard]] std::optional<Instant> problemSince() const { return m_brokenSince; }
    /// Position of today's DayStarted; 0 when no day has started yet.
    [[nodiscard]] Position dayStart() const { return m_dayStart; }

    /// What visitors may be told of their waits.
    [[nodiscard]] WaitBoard &waits() { return m_waits; }
    /// Reads on in the past, for waits() to learn from: a few milliseconds' worth, so that a
    /// restart waits for none of it. False when all is read.
    bool learnPast();

    /// At most `limit` events from `after` + 1 on; what a terminal missed.
    [[nodiscard]] Result<std::vector<PlacedEvent>> eventsAfter(Position after, int limit);
    /// What a terminal that knows nothing needs before today's events: the standing ones, latest
    /// only.
    [[nodiscard]] Result<std::vector<PlacedEvent>> standingEvents();

private:
    struct Waiting
    {
        Command command;
        Reply reply;
    };
    struct Pending
    {
        Command command;
        Reply reply;
        Answer answer;
    };
    [[nodiscard]] std::vector<Pending> decideBatch(State &next, Events &events);
    [[nodiscard]] Result<> commit(const Events &events);
    void publish(const Events &events, Position first);
    void complete(Pending &pending);
    [[nodiscard]] Result<> reopen();
    [[nodiscard]] Result<> publishSince(Position known);
    void commitFailed(const Error &error, std::vector<Pending> &batch);

    /// On its way to the wait board.
    struct Past
    {
        Position at = 0; ///< read so far
        std::unique_ptr<PaceLog> log = std::make_unique<PaceLog>();
    };

    Journal &m_journal;
    const Clock &m_clock;
    Listener m_listener;
    std::vector<Waiting> m_waiting;
    State m_state; ///< the fold of what is on the disk: what everybody may be told
    State m_next; ///< and of what is decided and not on the disk yet
    Position m_position = 0;
    Position m_dayStart = 0;
    std::optional<Position>
        m_published; ///< the listener knows all up to here; absent: not open yet
    std::optional<Error> m_broken;
    std::optional<Instant> m_brokenSince;
    WaitBoard m_waits;
    std::optional<Past> m_past; ///< absent: all read
};

/// How an event stands in the journal, and back.
[[nodiscard]] JournalRecord toRecord(const Event &event);
[[nodiscard]] Result<PlacedEvent> fromRecord(const StoredRecord &stored);

} // namespace antre

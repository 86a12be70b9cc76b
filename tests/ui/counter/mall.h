// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "counter/counterview.h"
#include "domain/command.h"

namespace antre {

/// A small mall with the real rules: counters 1 and 2 serve licences (A), counter 3 health and
/// social affairs (T, U) and helps licences. It is Thursday, 20 August 2026, and 09:00 in Bengkulu
/// until time passes.
class Mall
{
public:
    Mall();

    TicketId takes(const QString &service, const QString &priority = {});
    /// A kiosk without a network gave `number`.
    TicketId reportsPaper(const QString &number, const QString &service, Minutes ago);
    /// The same ticket was printed under another number.
    void adopts(const TicketId &ticket, const QString &number);
    void slip(const TicketId &ticket, SlipState slip);
    void opens(const QString &counter, const QString &officer);
    void closes(const QString &counter);
    void callsNext(const QString &counter);
    void callsAgain(const QString &counter);
    void starts(const QString &counter);
    void finishes(const QString &counter);
    void marksNoShow(const QString &counter);
    void renames(const QString &officer, const QString &name);
    void parks(const QString &counter, const QString &reason, Minutes minutes);
    void pauses(const QString &counter, const QString &reason, Minutes minutes);
    /// From now on the catalogue asks officers for reasons and outcomes.
    void asksForReasons();
    /// From now on this officer may call out of turn.
    void mayPick(const QString &officer);
    void enrolsKiosk(const QString &id, const QString &name);
    void passes(Milliseconds time) { m_clock.advance(time); }

    /// What the console at `counter` shows to `officer`.
    [[nodiscard]] CounterView view(const QString &counter, const QString &officer) const;
    [[nodiscard]] CounterView view(const Console &console) const;
    [[nodiscard]] Console console(const QString &counter, const QString &officer) const;

    [[nodiscard]] const State &state() const { return m_state; }
    [[nodiscard]] Instant now() const { return m_clock.wall(); }
    /// Whether the rules would do it now.
    [[nodiscard]] bool allows(const CommandData &data, const QString &officer) const;
    /// What the officer at `view`'s counter would ask for with that wish, whoever it is about.
    /// Absent: there is nobody whom it could be about.
    [[nodiscard]] std::optional<CommandData> commandFor(Wish wish, const CounterView &view) const;
    /// Does it as the service would. REQUIRES: the rules allow it.
    void does(const CommandData &data, const QString &officer = {}, const CommandId &id = {});

private:
    [[nodiscard]] TicketId at(const QString &counter) const
    {
        return m_state.desk(CounterId(counter)).current;
    }

    ManualClock m_clock;
    SeededRandom m_random{3};
    State m_state;
};

} // namespace antre

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "base/result.h"
#include "domain/command.h"
#include "domain/state.h"

namespace antre {

[[nodiscard]] inline QString text(const char *ascii) { return QString::fromUtf8(ascii); }

/// A mall small enough to think about: agency A with "a.one" and "a.two" (two numbers a day),
/// agency B with "b.one"; counter 1 serves A, counter 2 serves A and B; elderly have 20 minutes'
/// head start. Monday to Friday 08-15, numbers 07:30-14:30, break 12-13, closed on 2026-08-17.
/// Jakarta time.
/// Counter 1 may help B. Officers choose from outcomes "done" and "incomplete", they park with
/// "form" and rest with "lunch".
[[nodiscard]] CataloguePtr smallMall();

/// A moment of Thursday, 2026-08-20, in Jakarta.
[[nodiscard]] Instant thursday(int hour, int minute = 0);

/// The rules at work, without disk or network: commands go in, the state moves on. Verbs give what
/// the domain answered; `tell` is for any command.
class RuleBook
{
public:
    RuleBook();

    Result<Events> tell(
        const CommandData &data, const Actor &by = {TerminalId(QStringLiteral("kiosk-1")), {}});
    Result<Events> tell(const Command &command);

    /// A visitor touches now; the ticket's number, or the reason why not.
    QString takes(const char *service, const char *priority = "");
    /// Signs in and opens the counter.
    void opens(const char *counter);
    /// What the officer at `counter` gets for any command: the reason why not, or nothing.
    QString asks(const char *counter, const CommandData &data);
    [[nodiscard]] TicketId at(const char *counter) const
    {
        return state.desk(CounterId(text(counter))).current;
    }
    /// Calls next; the number called, or the reason why not.
    QString calls(const char *counter);
    /// Starts and finishes whoever is at the counter.
    void serves(const char *counter);

    [[nodiscard]] const Ticket &ticket(const char *number) const;
    [[nodiscard]] Command command(const CommandData &data, const Actor &by);

    State state;
    ManualClock clock{thursday(9)};
    SeededRandom random{1};

private:
    [[nodiscard]] QString current(const char *counter) const;
};

[[nodiscard]] inline Actor officerAt(const char *counter)
{
    return {
        TerminalId(QStringLiteral("counter-") + text(counter)), OfficerId(QStringLiteral("rina"))};
}

} // namespace antre

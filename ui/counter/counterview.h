// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "domain/state.h"

#include <QStringList>

#include <array>

namespace antre {

/// What an officer can ask for at the console.
enum class Wish {
    SignIn,
    CallNext, ///< done with the present visitor, if one is being served, and the next one please
    CallAgain,
    Start, ///< the visitor is here
    Finish, ///< done, without calling anybody
    NoShow,
    SignOut, ///< closes the counter
};
constexpr int wishCount = int(Wish::SignOut) + 1;

/// What the officer is in the middle of.
enum class DeskPhase {
    SignedOut, ///< nobody works here, or the counter was closed or taken over meanwhile
    Free,
    Called, ///< waiting for the visitor to come
    Serving,
};

/// Why a key can't be used now.
enum class Hindrance {
    None,
    Working, ///< an earlier press waits for its answer
    LinkLost,
    Noted, ///< done for this visitor was pressed without a connection: it is kept and will be sent
    NobodyWaiting,
    NotStarted, ///< the visitor was called, serving has not begun
    NobodyCalled, ///< there is no visitor to do that with
    AlreadyServing,
    VisitorHere, ///< a counter is left only when its visitor is done
    PinPause, ///< too many wrong PINs
};

/// Why the service did not do what was last asked.
enum class Refusal {
    None,
    NobodyWaiting, ///< another counter was quicker
    CounterBusy,
    CounterClosed,
    CounterTaken, ///< somebody else works at this counter
    TicketMovedOn, ///< the ticket is no longer where this console believed it to be
    WrongPin,
    PinPause, ///< too many wrong PINs: the next try has to wait
    Unreachable, ///< no answer: it may have been done; what the screen shows when the link is back
                 ///< is true
    Other,
};

/// One key of the console.
struct KeyView
{
    Hindrance hindrance = Hindrance::None;
    bool isPending = false; ///< pressed, and not yet answered
    [[nodiscard]] bool isUsable() const { return hindrance == Hindrance::None; }
    friend bool operator==(const KeyView &, const KeyView &) = default;
};

/// What stands on the card: the visitor called or being served.
struct CurrentTicket
{
    TicketId id;
    QString number;
    QString service;
    QString className; ///< empty: the class nobody has to ask for
    QString classIcon;
    QStringList requirements;
    Minutes takenAt{0}; ///< local time of the touch, since midnight
    Minutes waited{0}; ///< from the touch to the first call
    std::chrono::seconds lasting{0}; ///< since the last call or, when being served, since the start
    int calls = 0;
    SlipState slip = SlipState::None;
    QString was; ///< the number that its paper overruled; else empty
    std::optional<Wish> noted; ///< pressed without a connection, kept until it is back
    friend bool operator==(const CurrentTicket &, const CurrentTicket &) = default;
};

/// One who waits.
struct WaitingRow
{
    TicketId id;
    QString number;
    QString service;
    QString className; ///< empty: the class nobody has to ask for
    QString classIcon;
    Minutes waited{0};
    Minutes headStart{0}; ///< what its class adds to its waiting time
    QString kioskMark; ///< the kiosk that gave the number without a network; else empty
    SlipState slip = SlipState::None;
    QString was; ///< the number that its paper overruled; else empty
    friend bool operator==(const WaitingRow &, const WaitingRow &) = default;
};

/// One who was called here and did not come.
struct PassedRow
{
    TicketId id;
    QString number;
    QString service;
    int calls = 0;
    Minutes lastCall{0}; ///< local time, since midnight
    friend bool operator==(const PassedRow &, const PassedRow &) = default;
};

struct CounterChoice
{
    CounterId id;
    QStringList agencies;
    QString takenBy; ///< the name of who works there; empty: free
    friend bool operator==(const CounterChoice &, const CounterChoice &) = default;
};

struct OfficerChoice
{
    OfficerId id;
    QString name;
    friend bool operator==(const OfficerChoice &, const OfficerChoice &) = default;
};

/// A press that waits for the connection.
struct KeptPress
{
    Wish wish = Wish::Finish;
    TicketId ticket;
    QString number; ///< when it was pressed; empty: not known after a restart
    friend bool operator==(const KeptPress &, const KeptPress &) = default;
};

/// A visitor who was called here under a number that turned out void: the paper has another one.
/// Nothing that this counter did takes effect, and the visitor waits again.
struct TakenBack
{
    QString was;
    QString number;
    friend bool operator==(const TakenBack &, const TakenBack &) = default;
};

/// What became of a press that was kept while the service was away, and then refused.
struct LateRefusal
{
    Wish wish = Wish::Finish;
    QString number; ///< as it was when the key was pressed
    QString nowNumber; ///< what its paper says, if that is another one; else empty
    friend bool operator==(const LateRefusal &, const LateRefusal &) = default;
};

/// Whether the service can be reached, and since when that is so.
struct ConsoleLink
{
    bool isUp = true;
    Instant since{}; ///< epoch: never up yet
    bool isRejected = false; ///< the service answers, and doesn't want this console
    friend bool operator==(const ConsoleLink &, const ConsoleLink &) = default;
};

/// All that the officer's window shows: numbers, times and the catalogue's texts, no other words.
struct CounterView
{
    QString language; ///< of the catalogue's texts here, and of clocks
    DeskPhase phase = DeskPhase::SignedOut;
    CounterId counter;
    QStringList agencies; ///< whose visitors come here, as on their doors
    QString officerName;
    std::optional<Minutes> now; ///< local time, since midnight; absent: the catalogue with the time
                                ///< zone is not here yet
    std::optional<CurrentTicket> current;

    std::vector<WaitingRow> waiting; ///< in calling order: the first is the next
    QStringList lines; ///< letter codes
    std::vector<CounterId>
        alsoServedBy; ///< other open counters that take visitors from these lines
    std::vector<PassedRow> passed; ///< the latest first
    QStringList slipsMissing; ///< numbers waiting here whose slip failed or is unknown
    std::optional<TakenBack> takenBack; ///< why this desk is free, when it need not have been

    bool isLinkUp = true;
    bool isRejected = false; ///< the service doesn't want this console: a matter for the technician
    std::optional<Minutes> linkSince; ///< local time, since midnight; absent: never up yet
    std::vector<KeptPress> noted; ///< presses that wait for the connection, oldest first
    std::array<KeyView, wishCount> keys;
    /// The key to press next, the yellow one; absent when there is nothing to do but wait.
    std::optional<Wish> nextStep;
    Refusal refusal = Refusal::None;
    std::optional<LateRefusal> lateRefusal; ///< with `refusal`: what was pressed, some time ago
    std::chrono::seconds pinPause{0}; ///< until the next PIN may be tried; 0: now

    std::vector<CounterChoice> counterChoices; ///< only when signed out
    std::vector<OfficerChoice> officerChoices; ///< only when signed out; in name order

    [[nodiscard]] const KeyView &key(Wish wish) const { return keys[size_t(wish)]; }
    friend bool operator==(const CounterView &, const CounterView &) = default;
};

/// What a console knows when it draws itself.
struct Console
{
    CounterId counter; ///< empty: not chosen yet
    OfficerId officer; ///< who signed in here; empty: nobody
    ConsoleLink link;
    std::optional<Wish> pending; ///< sent and not yet answered
    std::optional<Error> refusal; ///< the last answer; absent: it was done, or nothing was asked
    Instant refusedAt{}; ///< when that answer came
    QString language; ///< for the catalogue's texts
    std::vector<KeptPress> kept = {}; ///< not answered yet
    std::optional<KeptPress> refused = {}; ///< the kept press that `refusal` answers
};

/// What the window of `console` shows at `now`. Pure. When the link is lost, `state` is what was
/// known last: all of it is still shown, and only what can be kept can be asked for.
[[nodiscard]] CounterView counterView(const State &state, const Console &console, Instant now);

} // namespace antre

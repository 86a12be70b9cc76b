// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/availability.h"
#include "domain/state.h"
#include "voice/hallvoice.h"

namespace antre {

/// What the display knows beside the queue's state.
struct DisplayStatus
{
    bool connected = true; ///< to the service
    Instant heardAt{}; ///< while not connected: until when the state is known
    bool isRestored = false; ///< the state comes from this display's disk: calls, but no desks
    VoiceHealth voice = VoiceHealth::Speaking;
    QString phones = {}; ///< where phones get numbers, as a code for them; empty: not here
};

/// One call as the hall reads it.
struct ShownCall
{
    TicketId ticket;
    int times = 1; ///< a ticket called again is news again
    QString number;
    QString counter;
    QString agencies = {}; ///< the names on the counter's sign, where the screen shows them
    friend bool operator==(const ShownCall &, const ShownCall &) = default;
};

/// Why a counter shows no number.
enum class DeskNote {
    None, ///< it shows one
    Ready, ///< an officer waits for the next visitor
    NotOpen, ///< within hours, but nobody is there yet
    OnBreak,
    Paused, ///< its officer is away for a moment; why is nobody's business here
    OpensLater,
    DoneForToday,
    ClosedToday,
    Unknown, ///< started without the network: nobody has told
    ClosedNow, ///< for a while, on the spot or as planned
};

/// One counter on the board.
struct ShownDesk
{
    QString counter;
    QString number; ///< whom it serves; empty when `note` says why
    DeskNote note = DeskNote::None;
    std::optional<Minutes> until; ///< OnBreak, Paused, OpensLater, ClosedNow: when that changes
    QString agencies = {}; ///< as in ShownCall
    friend bool operator==(const ShownDesk &, const ShownDesk &) = default;
};

/// Agencies that share a reason for not being open.
struct ShownNotice
{
    std::vector<QString> agencies; ///< short names; empty: the whole mall
    ServiceStatus status;
    friend bool operator==(const ShownNotice &, const ShownNotice &) = default;
};

/// Who comes next in one line, in the order of calling.
struct ShownLine
{
    QString agency;
    std::vector<QString> numbers; ///< at most numbersMax
    int others = 0; ///< wait behind them
    static constexpr size_t numbersMax = 3;
    friend bool operator==(const ShownLine &, const ShownLine &) = default;
};

/// Until when all that is shown was known.
struct KnownUntil
{
    BusinessDay day;
    Minutes ofDay{0};
    friend bool operator==(const KnownUntil &, const KnownUntil &) = default;
};

enum class DisplayPage {
    Call, ///< somebody was called just now: for a minute, beside pictures for twenty seconds
    Board, ///< who is served where
    Rest, ///< the mall is closed and nobody works; or nothing is known yet
};

/// All that the hall sees, as values. Words and shapes come later.
struct DisplayView
{
    DisplayPage page = DisplayPage::Board;
    HallLayout layout = HallLayout::Board;
    QString language;
    QString siteName;
    QString zone; ///< what part of the mall this screen is for; empty: all
    BusinessDay day;
    Minutes ofDay{0};
    std::optional<ShownCall> call; ///< on the page Call
    std::vector<ShownCall> previous; ///< newest first, at most previousMax
    bool firstIsNews = false; ///< the first of `previous` was called within the last minute
    std::vector<ShownDesk> desks;
    std::vector<ShownLine> next; ///< by letter, with HallLayout::Next; empty: not known
    std::vector<ShownNotice> notices;
    std::vector<QString> mallNotices; ///< what the mall has to say today
    /// Of several messages at one place the `turn`th is shown, modulo their number. It grows every
    /// messageFor.
    qint64 turn = 0;
    std::optional<KnownUntil> asOf; ///< the link is lost: until when all this was known
    VoiceHealth voice = VoiceHealth::Speaking;
    bool isQuiet = false; ///< the voice rests at this hour
    QString phones; ///< the address that a code on the screen leads phones to; empty: none
    int spokenTimes = 0; ///< how often each call is said in one language; 0: only the chime

    static constexpr size_t previousMax = 5;
    /// Long enough to read the longest notice, 100 characters, twice in silence.
    static constexpr std::chrono::seconds messageFor{12};
    friend bool operator==(const DisplayView &, const DisplayView &) = default;
};

/// Today's calls to the counters of `screen`, oldest first, of numbers that still stand. A number
/// that paper overruled (its visitor holds another one) is nobody's: it leaves the screen at once,
/// is not an earlier call either, and is not spoken any more.
[[nodiscard]] std::vector<Call> standingCalls(const State &state, const HallScreen &screen = {});

/// What is to be seen at `now`, the service's time. `language` is an ISO 639-1 code of the
/// catalogue. A state without catalogue gives an empty board. A screen for some counters knows
/// nothing of the others and their agencies.
///
/// A lost link changes nothing for ten seconds: a network that comes and goes does not flicker.
/// After that all stays as it was, with its age; calls of another day than today's are left out.
[[nodiscard]] DisplayView displayView(const State &state, Instant now, const DisplayStatus &status,
    const QString &language, const HallScreen &screen = {});

/// `view` some time later, while the state can't be looked at because a new one is only half here:
/// the clock goes on, the age is said, a call that has had its time steps back among the earlier
/// ones.
[[nodiscard]] DisplayView heldView(
    DisplayView view, const Catalogue &catalogue, Instant now, const DisplayStatus &status);

} // namespace antre

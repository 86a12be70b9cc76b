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
};

/// One call as the hall reads it.
struct ShownCall
{
    TicketId ticket;
    int times = 1; ///< a ticket called again is news again
    QString number;
    QString counter;
    friend bool operator==(const ShownCall &, const ShownCall &) = default;
};

/// Why a counter shows no number.
enum class DeskNote {
    None, ///< it shows one
    Ready, ///< an officer waits for the next visitor
    NotOpen, ///< within hours, but nobody is there yet
    OnBreak,
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
    std::optional<Minutes> until; ///< OnBreak, OpensLater, ClosedNow: when that changes
    friend bool operator==(const ShownDesk &, const ShownDesk &) = default;
};

/// Agencies that share a reason for not being open.
struct ShownNotice
{
    std::vector<QString> agencies; ///< short names; empty: the whole mall
    ServiceStatus status;
    friend bool operator==(const ShownNotice &, const ShownNotice &) = default;
};

/// Until when all that is shown was known.
struct KnownUntil
{
    BusinessDay day;
    Minutes ofDay{0};
    friend bool operator==(const KnownUntil &, const KnownUntil &) = default;
};

enum class DisplayPage {
    Call, ///< somebody was called within the last minute
    Board, ///< who is served where
    Rest, ///< the mall is closed and nobody works; or nothing is known yet
};

/// All that the hall sees, as values. Words and shapes come later.
struct DisplayView
{
    DisplayPage page = DisplayPage::Board;
    QString language;
    QString siteName;
    BusinessDay day;
    Minutes ofDay{0};
    std::optional<ShownCall> call; ///< on the page Call
    std::vector<ShownCall> previous; ///< newest first, at most previousMax
    std::vector<ShownDesk> desks;
    std::vector<ShownNotice> notices;
    std::optional<KnownUntil> asOf; ///< the link is lost: until when all this was known
    VoiceHealth voice = VoiceHealth::Speaking;

    static constexpr size_t previousMax = 5;
    friend bool operator==(const DisplayView &, const DisplayView &) = default;
};

/// Today's calls, oldest first, of numbers that still stand. A number that paper overruled (its
/// visitor holds another one) is nobody's: it leaves the screen at once, is not an earlier call
/// either, and is not spoken any more.
[[nodiscard]] std::vector<Call> standingCalls(const State &state);

/// What is to be seen at `now`, the service's time. `language` is an ISO 639-1 code of the
/// catalogue. A state without catalogue gives an empty board.
///
/// A lost link changes nothing for ten seconds: a network that comes and goes does not flicker.
/// After that all stays as it was, with its age; calls of another day than today's are left out.
[[nodiscard]] DisplayView displayView(
    const State &state, Instant now, const DisplayStatus &status, const QString &language);

/// `view` some time later, while the state can't be looked at because a new one is only half here:
/// the clock goes on, the age is said, a call that has had its time steps back among the earlier
/// ones.
[[nodiscard]] DisplayView heldView(
    DisplayView view, const Catalogue &catalogue, Instant now, const DisplayStatus &status);

} // namespace antre

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
};

/// One counter on the board.
struct ShownDesk
{
    QString counter;
    QString number; ///< whom it serves; empty when `note` says why
    DeskNote note = DeskNote::None;
    std::optional<Minutes> until; ///< OnBreak, OpensLater: when that changes
    friend bool operator==(const ShownDesk &, const ShownDesk &) = default;
};

/// Agencies that share a reason for not being open.
struct ShownNotice
{
    std::vector<QString> agencies; ///< short names; empty: the whole mall
    ServiceStatus status;
    friend bool operator==(const ShownNotice &, const ShownNotice &) = default;
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
    std::optional<Minutes> asOf; ///< the link is lost: the local time until which all this is known
    VoiceHealth voice = VoiceHealth::Speaking;

    static constexpr size_t previousMax = 5;
    friend bool operator==(const DisplayView &, const DisplayView &) = default;
};

/// What is to be seen at `now`, the service's time. `language` is an ISO 639-1 code of the
/// catalogue. A state without catalogue gives an empty board.
[[nodiscard]] DisplayView displayView(
    const State &state, Instant now, const DisplayStatus &status, const QString &language);

} // namespace antre

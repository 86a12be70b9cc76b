// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <optional>

namespace antre {

/// How a conversation with a receipt printer ended. Each has one sentence, sessionEndWords(), by
/// which it travels from the back-end through cupsd to CupsPrinter: never change one.
enum class SessionEnd {
    Confirmed, ///< the printer answered after the cut: the slip is out
    NotConfirmed, ///< all bytes were taken by a printer that answers nothing
    Unreachable, ///< no connection; nothing was sent
    PaperOutBefore, ///< nothing was sent
    CoverOpenBefore, ///< nothing was sent
    OfflineBefore, ///< nothing was sent
    TooLate, ///< the job had expired before its turn; nothing was sent
    PaperOutAmidst, ///< part of the slip may hang out
    CoverOpenAmidst,
    LinkLost, ///< part of the slip may be out
    NoEnd, ///< taken, or partly; no answer in time
};

[[nodiscard]] QString sessionEndWords(SessionEnd end);
[[nodiscard]] std::optional<SessionEnd> sessionEndFromWords(const QString &words);

/// What a printer says of itself, from DLE EOT 1, 2 and 4 (Epson ESC/POS reference; clones alike).
struct EscposStatus
{
    bool offline = false;
    bool coverOpen = false;
    bool paperOut = false;
    bool paperLow = false;
    friend bool operator==(const EscposStatus &, const EscposStatus &) = default;
};

/// Limits of one conversation.
struct SessionLimits
{
    Milliseconds answer{500}; ///< a printer that is silent for so long answers nothing at all
    Milliseconds stall{5'000}; ///< how long it may refuse to take bytes
    Milliseconds confirm{8'000}; ///< from the last byte to its answer
    Milliseconds ask{300}; ///< between questions for its status while waiting
    /// Ask for the receipt by process id (GS ( H), which Epson's models answer once the paper is
    /// out; false: by status (GS r), which clones know too and answer once they have carried out
    /// all before it.
    bool byProcessId = false;
};

/// A job that asks the printer how it is and prints nothing; any other back-end may send it
/// harmlessly.
[[nodiscard]] QByteArray escposProbe();

/// Prints `job` on the printer behind the open descriptor `link`, a connected socket or a character
/// device readable both ways: asks how it is before a byte goes out, sends, and waits for its
/// receipt. What a printer did not finish is cleared from its buffer, as far as it can, so that it
/// does not come out later. `onStatus` hears every status. A probe ends as Confirmed when the
/// printer is well. Blocks for the sum of the limits at most.
[[nodiscard]] SessionEnd printEscpos(int link, const QByteArray &job, const SessionLimits &limits,
    const Clock &clock, const std::function<void(const EscposStatus &)> &onStatus);

} // namespace antre

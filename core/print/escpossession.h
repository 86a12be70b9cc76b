// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "print/escposlink.h"
#include "print/printermodel.h"

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
    FaultBefore, ///< the cutter, for instance; nothing was sent
    OfflineBefore, ///< nothing was sent
    SilentBefore, ///< a printer that should answer did not; nothing was sent
    TooLate, ///< the job had expired before its turn; nothing was sent
    PaperOutAmidst, ///< part of the slip may hang out
    CoverOpenAmidst,
    FaultAmidst,
    LinkLost, ///< part of the slip may be out
    NoEnd, ///< taken, or partly; no answer in time
};

[[nodiscard]] QString sessionEndWords(SessionEnd end);
[[nodiscard]] std::optional<SessionEnd> sessionEndFromWords(const QString &words);
/// Whether nothing of the job has reached the printer.
[[nodiscard]] bool nothingWasSent(SessionEnd end);

/// What a printer says of itself, from DLE EOT 1, 2 and 4 or GS a (Epson ESC/POS reference; clones
/// alike).
struct EscposStatus
{
    bool offline = false;
    bool coverOpen = false;
    bool fault = false; ///< cutter jammed, head too hot, or worse
    bool paperOut = false;
    bool paperLow = false;
    [[nodiscard]] bool stops() const { return offline || coverOpen || fault || paperOut; }
    friend bool operator==(const EscposStatus &, const EscposStatus &) = default;
};

/// Limits of one conversation.
struct SessionLimits
{
    Milliseconds answer{500}; ///< a printer that is silent for so long answers nothing at all
    Milliseconds stall{5'000}; ///< how long it may refuse to take bytes
    Milliseconds confirm{8'000}; ///< from a question to its answer in turn
    Milliseconds ask{300}; ///< between questions for its status while waiting
    Milliseconds faultHolds{1'000}; ///< shorter ones pass: a cover opened for a moment
};

/// What one conversation must know of those before it.
struct PrinterMemory
{
    bool mute = false; ///< it has not answered: don't wait for an answer
    /// A job was begun and not confirmed: rests of it may be in the printer and on the paper.
    bool unsettled = false;
    friend bool operator==(const PrinterMemory &, const PrinterMemory &) = default;
};

/// What is to be printed, and who wants to know how it goes.
struct EscposJob
{
    QByteArray bytes;
    int number = 0; ///< in the receipt, so that one for another job is not taken for this one's
    std::function<void(const EscposStatus &)> onStatus = [](const EscposStatus &) {};
    /// Called whenever the memory changes, and always before the first byte that prints: kept
    /// there, it survives a kill.
    std::function<void(const PrinterMemory &)> onMemory = [](const PrinterMemory &) {};
};

/// A job that asks the printer how it is and prints nothing; any other back-end may send it
/// harmlessly.
[[nodiscard]] QByteArray escposProbe();

/// Prints on the printer behind `link`: asks how it is before a byte goes out, listens while it
/// sends, and waits for the receipt. Of a job that was not confirmed, what the printer has not
/// printed is cleared as far as the model can, and the next conversation, a probe too, begins by
/// ending a half command and cutting off what hangs out: it comes out when somebody has mended the
/// printer, not before the next visitor's slip. A probe ends as Confirmed when the printer is well.
/// Blocks for the sum of the limits at most.
[[nodiscard]] SessionEnd printEscpos(EscposLink &link, const EscposJob &job,
    const PrinterModel &model, const SessionLimits &limits, const Clock &clock,
    PrinterMemory memory);

} // namespace antre

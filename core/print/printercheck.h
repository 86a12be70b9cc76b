// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "print/escpossession.h"

namespace antre {

/// What a printer was found to answer. What it prints, only eyes can tell: see the test page.
struct PrinterFindings
{
    bool reached = true; ///< false: the link broke while asking
    std::array<bool, 5> realTime{}; ///< DLE EOT 1 to 4, at their index
    bool automaticStatus = false; ///< GS a
    bool statusReceipt = false; ///< GS r 1
    bool processReceipt = false; ///< GS ( H function 48
    bool clearsBuffer = false; ///< DLE DC4 8
    QString maker; ///< GS I 66; empty: not answered
    QString model; ///< GS I 67
    EscposStatus status;

    [[nodiscard]] bool answersStatus() const { return realTime[1] && realTime[2] && realTime[4]; }
    /// Whether slips can be called printed.
    [[nodiscard]] bool confirms() const
    {
        return answersStatus() && (statusReceipt || processReceipt);
    }
    /// The id of the profile that fits; its width must still be chosen by looking at the paper.
    [[nodiscard]] QString recommendedProfile() const;
};

/// Asks a printer, idle and with nobody else's job, everything that a conversation may need; prints
/// nothing. Blocks for `answer` for each question that stays open.
[[nodiscard]] PrinterFindings checkPrinter(
    EscposLink &link, const Clock &clock, Milliseconds answer = Milliseconds(500));

} // namespace antre

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "terminal/terminalmachine.h"

namespace antre {

/// A code of a ticket that this kiosk gave or printed.
struct OwnTicketCode
{
    TicketId ticket;
    QString secret; ///< proves that its holder may have the slip again
    friend bool operator==(const OwnTicketCode &, const OwnTicketCode &) = default;
};

/// A ticket of this mall, but this kiosk can't know which: another kiosk's, a phone's, or one of
/// another day.
struct OtherTicketCode
{
    friend bool operator==(const OtherTicketCode &, const OtherTicketCode &) = default;
};

/// A reservation of this mall, to be checked in.
struct ReservationCode
{
    QString code;
    friend bool operator==(const ReservationCode &, const ReservationCode &) = default;
};

/// Anything else: a shop's bar code, a payment, a web page.
struct StrangeCode
{
    friend bool operator==(const StrangeCode &, const StrangeCode &) = default;
};

using ScannedCode = std::variant<OwnTicketCode, OtherTicketCode, ReservationCode, StrangeCode>;

/// What somebody holds before this kiosk's camera or reader. A ticket's code is its page's address,
/// as the slip has it, or the secret alone; so is a reservation's. Letters may come in the other
/// case, because some readers have Caps Lock. Pure.
[[nodiscard]] ScannedCode readScannedCode(const QString &text, const TerminalMachine &machine);

} // namespace antre

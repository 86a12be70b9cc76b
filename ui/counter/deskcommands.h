// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "counter/counterview.h"
#include "domain/command.h"

namespace antre {

/// Whether the officer is asked something before the wish can be told.
[[nodiscard]] bool asksFirst(Wish wish, const CounterView &view);
/// The command of a wish that needs nothing but what the view shows. Absent: it is not possible, or
/// the officer has to be asked first.
[[nodiscard]] std::optional<CommandData> commandFor(Wish wish, const CounterView &view);
/// The command of a wish about one of the lists' visitors.
[[nodiscard]] std::optional<CommandData> rowCommandFor(
    Wish wish, const TicketId &ticket, const CounterView &view);

/// A visitor as the view knows it, at the desk or in the lists.
struct KnownTicket
{
    QString number;
    SlipState slip = SlipState::None;
    /// Another slip of this ticket may be in a hand.
    [[nodiscard]] bool mayHaveSlip() const
    {
        return slip != SlipState::None && slip != SlipState::Failed;
    }
};
[[nodiscard]] std::optional<KnownTicket> knownTicket(
    const TicketId &ticket, const CounterView &view);

} // namespace antre

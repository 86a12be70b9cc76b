// SPDX-License-Identifier: Apache-2.0
#include "counter/deskcommands.h"

#include <algorithm>

namespace antre {

bool asksFirst(Wish wish, const CounterView &view)
{
    switch (wish) {
    case Wish::Park:
    case Wish::Transfer:
    case Wish::AddService:
    case Wish::Pause:
        return true;
    case Wish::Finish:
        return !view.outcomes.empty();
    case Wish::Issue:
        return true;
    case Wish::SignOut:
        return !view.pauseReasons.empty();
    default:
        return false;
    }
}

std::optional<CommandData> commandFor(Wish wish, const CounterView &view)
{
    const TicketId ticket = view.current ? view.current->id : TicketId();
    switch (wish) {
    case Wish::CallNext:
        return CallNext{view.counter};
    case Wish::Help:
        return CallNext{view.counter, true};
    case Wish::CallAgain:
        return CallAgain{view.counter, ticket};
    case Wish::Start:
        return StartServing{view.counter, ticket};
    case Wish::Finish:
        return FinishServing{view.counter, ticket};
    case Wish::NoShow:
        return MarkNoShow{view.counter, ticket};
    case Wish::Resume:
        return ResumeCounter{view.counter};
    case Wish::Undo:
        if (!view.undo)
            return {};
        return UndoLast{view.counter, view.undo->action};
    case Wish::SignOut:
        return CloseCounter{view.counter};
    default:
        return {};
    }
}

std::optional<CommandData> rowCommandFor(Wish wish, const TicketId &ticket, const CounterView &view)
{
    switch (wish) {
    case Wish::Pick:
        return PickTicket{view.counter, ticket};
    case Wish::BringBack:
        return BringBack{view.counter, ticket};
    case Wish::Return:
        return ReturnTicket{view.counter, ticket};
    default:
        return {};
    }
}

std::optional<KnownTicket> knownTicket(const TicketId &ticket, const CounterView &view)
{
    if (view.current && view.current->id == ticket)
        return KnownTicket{view.current->number, view.current->slip};
    const auto waiting = std::ranges::find(view.waiting, ticket, &WaitingRow::id);
    if (waiting != view.waiting.end())
        return KnownTicket{waiting->number, waiting->slip};
    const auto aside = std::ranges::find(view.aside, ticket, &AsideRow::id);
    if (aside != view.aside.end())
        return KnownTicket{aside->number, aside->slip};
    return {};
}

} // namespace antre

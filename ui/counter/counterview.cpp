// SPDX-License-Identifier: Apache-2.0
#include "counter/counterview.h"

#include "counter/counterdrawing.h"
#include "counter/counterkeys.h"
#include "domain/calling.h"

#include <algorithm>

namespace antre {

const QString DeskNews::silent = QStringLiteral("silent");
const QString DeskNews::slipsUnknown = QStringLiteral("slips.unknown");
const QString DeskNews::slipsFailed = QStringLiteral("slips.failed");
const QString DeskNews::paperLow = QStringLiteral("paper.low");
const QString DeskNews::expired = QStringLiteral("expired");

namespace {

/// What was pressed without a connection is believed: the officer saw the visitor come.
DeskPhase phaseOf(const State &state, const Console &console)
{
    if (console.inLobby)
        return state.officers.value(console.officer).active ? DeskPhase::InLobby
                                                            : DeskPhase::SignedOut;
    const Desk &desk = state.desk(console.counter);
    if (console.officer.isEmpty() || desk.officer != console.officer)
        return DeskPhase::SignedOut;
    const Ticket *ticket = state.ticket(desk.current);
    if (!ticket)
        return DeskPhase::Free;
    const bool cameMeanwhile = std::ranges::any_of(console.kept, [&](const KeptPress &press) {
        return press.wish == Wish::Start && press.ticket == ticket->id;
    });
    return ticket->state == TicketState::Serving || cameMeanwhile ? DeskPhase::Serving
                                                                  : DeskPhase::Called;
}

/// The service's day begins with the first thing that happens in it. Until then this console would
/// show yesterday's desks; but that day is over, whoever forgot to close.
State thisMorning(const State &yesterday, BusinessDay today)
{
    State state;
    state.catalogue = yesterday.catalogue;
    state.terminals = yesterday.terminals;
    state.officers = yesterday.officers;
    state.day = today;
    return state;
}

void addQueue(CounterView &view, const State &state, const CounterDrawing &drawing)
{
    const std::vector<LineId> lines = callableLines(state, view.counter);
    for (const LineId &line : lines)
        view.lines.append(line.value());
    view.waiting = drawing.waiting();
    view.next = drawing.next();
    view.alsoServedBy = drawing.alsoServing(lines);
    view.aside = drawing.aside(lines);
    view.news = drawing.news(lines);
    if (view.next.isEmpty())
        view.help = drawing.help();
    for (const WaitingRow &row : view.waiting) {
        if (row.slip == SlipState::Failed || row.slip == SlipState::Unknown)
            view.slipsMissing.append(row.number);
    }
}

void addDesk(
    CounterView &view, const State &state, const Console &console, const CounterDrawing &drawing)
{
    const Officer officer = state.officers.value(console.officer);
    const Desk &desk = state.desk(view.counter);
    view.officerName = officer.name;
    view.mayPick = officer.may(Right::PickTicket);
    view.mayExceed = officer.may(Right::ExceedLimits);
    view.pause = drawing.pause(desk);
    view.undo = drawing.undo(desk);
    if (const Ticket *ticket = state.ticket(desk.current))
        view.current = drawing.current(*ticket);
    else
        view.takenBack = drawing.takenBack();
    addQueue(view, state, drawing);
    drawing.addChoices(view);
    view.finder = console.finder;
}

void addLobby(
    CounterView &view, const State &state, const Console &console, const CounterDrawing &drawing)
{
    const Officer officer = state.officers.value(console.officer);
    view.officerName = officer.name;
    view.mayExceed = officer.may(Right::ExceedLimits);
    drawing.addIssueChoices(view);
    view.news = drawing.news({});
    view.finder = console.finder;
}

void addSignIn(CounterView &view, const State &state, const CounterDrawing &drawing)
{
    view.counterChoices = drawing.counterChoices();
    view.officerChoices = drawing.officerChoices();
    view.workedBy = state.officers.value(state.desk(view.counter).officer).name;
}

CounterView viewOf(const State &state, const Console &console, Instant now)
{
    CounterView view;
    view.language = console.language;
    view.counter = console.counter;
    view.moment = now;
    view.isLinkUp = console.link.isUp;
    view.isRejected = console.link.isRejected;
    view.noted = console.kept;
    view.pendingTicket = console.pendingTicket;
    addRefusal(view, console, now);
    if (!state.catalogue) {
        addKeys(view, console);
        return view;
    }
    const CounterDrawing drawing(state, console, now);
    view.phase = phaseOf(state, console);
    view.agencies = drawing.agenciesOf(console.counter);
    view.now = drawing.local(now);
    view.localNow = localTime(now, state.catalogue->zone());
    if (console.link.since != Instant())
        view.linkSince = drawing.local(console.link.since);
    if (view.phase == DeskPhase::SignedOut)
        addSignIn(view, state, drawing);
    else if (view.phase == DeskPhase::InLobby)
        addLobby(view, state, console, drawing);
    else
        addDesk(view, state, console, drawing);
    if (console.refused && view.refusal != Refusal::None)
        view.lateRefusal = drawing.lateRefusal(*console.refused);
    addKeys(view, console);
    return view;
}

} // namespace

CounterView counterView(const State &state, const Console &console, Instant now)
{
    if (!state.catalogue)
        return viewOf(state, console, now);
    const BusinessDay today = localTime(now, state.catalogue->zone()).day;
    if (state.day < today && !state.desks.empty())
        return viewOf(thisMorning(state, today), console, now);
    return viewOf(state, console, now);
}

} // namespace antre

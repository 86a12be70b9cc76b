// SPDX-License-Identifier: Apache-2.0
#include "counter/counterview.h"

#include "domain/calling.h"

#include <algorithm>

namespace antre {

namespace {

/// Draws one view: the catalogue's texts in one language, times of one zone.
class Drawing
{
public:
    /// REQUIRES: state.catalogue.
    Drawing(const State &state, const Console &console, Instant now)
        : m_state(state)
        , m_catalogue(*state.catalogue)
        , m_console(console)
        , m_now(now)
    {
    }

    [[nodiscard]] Minutes local(Instant instant) const
    {
        return localTime(instant, m_catalogue.zone()).ofDay;
    }

    [[nodiscard]] QStringList agenciesOf(const CounterId &id) const
    {
        QStringList names;
        if (const Counter *counter = m_catalogue.counter(id)) {
            for (const AgencyId &served : counter->agencies) {
                if (const Agency *agency = m_catalogue.agency(served))
                    names.append(text(agency->shortName));
            }
        }
        return names;
    }

    [[nodiscard]] CurrentTicket current(const Ticket &ticket) const
    {
        CurrentTicket card;
        card.id = ticket.id;
        card.number = ticket.number.text();
        card.service = serviceName(ticket);
        std::tie(card.className, card.classIcon) = classOf(ticket);
        if (const Service *service = m_catalogue.service(ticket.service)) {
            for (const LocalText &requirement : service->requirements)
                card.requirements.append(text(requirement));
        }
        card.takenAt = local(ticket.touchedAt);
        card.waited = wholeMinutes(firstCall(ticket) - ticket.touchedAt);
        const Instant since
            = ticket.state == TicketState::Serving ? ticket.startedAt : ticket.calledAt;
        card.lasting
            = std::chrono::floor<std::chrono::seconds>(std::max(m_now - since, Milliseconds(0)));
        card.calls = ticket.calls;
        card.slip = ticket.slip;
        card.was = was(ticket);
        if (const KeptPress *press = kept(ticket.id))
            card.noted = press->wish;
        return card;
    }

    [[nodiscard]] std::vector<WaitingRow> waiting(const std::vector<LineId> &lines) const
    {
        std::vector<WaitingRow> rows;
        for (const NextTicket &next : callingOrder(m_state, lines, m_now)) {
            const Ticket *ticket = m_state.ticket(next.ticket);
            if (!ticket)
                continue;
            const auto [className, classIcon] = classOf(*ticket);
            rows.push_back({ticket->id, ticket->number.text(), serviceName(*ticket), className,
                classIcon, wholeMinutes(next.waited), next.headStart, ticket->number.kioskMark,
                ticket->slip, was(*ticket)});
        }
        return rows;
    }

    [[nodiscard]] std::vector<PassedRow> passed() const
    {
        std::vector<const Ticket *> missed;
        for (const auto &[id, ticket] : m_state.tickets) {
            if (ticket.state == TicketState::NoShow && ticket.counter == m_console.counter)
                missed.push_back(&ticket);
        }
        std::ranges::sort(missed, std::greater<>(),
            [](const Ticket *ticket) { return std::pair(ticket->endedAt, ticket->id.value()); });
        std::vector<PassedRow> rows;
        for (const Ticket *ticket : missed)
            rows.push_back({ticket->id, ticket->number.text(), serviceName(*ticket), ticket->calls,
                local(ticket->calledAt)});
        return rows;
    }

    /// Derived from the state, so that a console that was away or restarted says it, too.
    [[nodiscard]] std::optional<TakenBack> takenBack() const
    {
        for (const auto &[id, ticket] : m_state.tickets) {
            const bool wasHere = ticket.counter == m_console.counter
                && ticket.state == TicketState::Waiting && ticket.calledAt == Instant();
            if (wasHere && !ticket.voided.empty())
                return TakenBack{was(ticket), ticket.number.text()};
        }
        return {};
    }

    [[nodiscard]] LateRefusal lateRefusal(const KeptPress &press) const
    {
        const Ticket *ticket = m_state.ticket(press.ticket);
        const bool paperWon = ticket && ticket->state == TicketState::Waiting
            && ticket->calledAt == Instant() && !ticket->voided.empty();
        if (paperWon)
            return {press.wish, was(*ticket), ticket->number.text()};
        return {press.wish, press.number, {}};
    }

    [[nodiscard]] const KeptPress *kept(const TicketId &ticket) const
    {
        const auto found = std::ranges::find(m_console.kept, ticket, &KeptPress::ticket);
        return found == m_console.kept.end() ? nullptr : &*found;
    }

    [[nodiscard]] std::vector<CounterId> alsoServing(const std::vector<LineId> &lines) const
    {
        std::vector<CounterId> others;
        for (const Counter &counter : m_catalogue.counters) {
            if (counter.id == m_console.counter || !m_state.desk(counter.id).isOpen())
                continue;
            const std::vector<LineId> served = m_catalogue.linesOf(counter.id);
            const bool shares = std::ranges::any_of(lines, [&](const LineId &line) {
                return std::ranges::find(served, line) != served.end();
            });
            if (shares)
                others.push_back(counter.id);
        }
        return others;
    }

    [[nodiscard]] std::vector<CounterChoice> counterChoices() const
    {
        std::vector<CounterChoice> choices;
        for (const Counter &counter : m_catalogue.counters)
            choices.push_back({counter.id, agenciesOf(counter.id),
                m_state.officers.value(m_state.desk(counter.id).officer).name});
        return choices;
    }

    [[nodiscard]] std::vector<OfficerChoice> officerChoices() const
    {
        std::vector<OfficerChoice> choices;
        for (const Officer &officer : m_state.officers) {
            if (officer.active)
                choices.push_back({officer.id, officer.name});
        }
        std::ranges::sort(choices, [](const OfficerChoice &a, const OfficerChoice &b) {
            const int order = QString::localeAwareCompare(a.name, b.name);
            return order != 0 ? order < 0 : a.id < b.id;
        });
        return choices;
    }

private:
    [[nodiscard]] static QString was(const Ticket &ticket)
    {
        return ticket.voided.empty() ? QString() : ticket.voided.back().text();
    }

    [[nodiscard]] static Minutes wholeMinutes(Milliseconds time)
    {
        return std::chrono::floor<Minutes>(std::max(time, Milliseconds(0)));
    }

    [[nodiscard]] QString text(const LocalText &texts) const
    {
        return texts.in(m_console.language);
    }

    [[nodiscard]] QString serviceName(const Ticket &ticket) const
    {
        const Service *service = m_catalogue.service(ticket.service);
        return service ? text(service->name) : ticket.service.value();
    }

    /// Name and icon; empty for the class that most visitors have, so that the others stand out.
    [[nodiscard]] std::pair<QString, QString> classOf(const Ticket &ticket) const
    {
        const PriorityClass *known = m_catalogue.priorityClass(ticket.priority);
        if (!known || known == &m_catalogue.classes.front())
            return {};
        return {text(known->shortName), known->icon};
    }

    [[nodiscard]] Instant firstCall(const Ticket &ticket) const
    {
        const auto call = std::find_if(m_state.calls.rbegin(), m_state.calls.rend(),
            [&](const Call &made) { return made.ticket == ticket.id && made.times == 1; });
        return call == m_state.calls.rend() ? ticket.calledAt : call->at;
    }

    const State &m_state;
    const Catalogue &m_catalogue;
    const Console &m_console;
    Instant m_now;
};

DeskPhase phaseOf(const State &state, const Console &console)
{
    const Desk &desk = state.desk(console.counter);
    if (console.officer.isEmpty() || desk.officer != console.officer)
        return DeskPhase::SignedOut;
    const Ticket *ticket = state.ticket(desk.current);
    if (!ticket)
        return DeskPhase::Free;
    return ticket->state == TicketState::Serving ? DeskPhase::Serving : DeskPhase::Called;
}

/// What the rules of the queue would say; the order of the questions is the order of what helps
/// most.
Hindrance hindranceOf(Wish wish, DeskPhase phase, bool somebodyWaits)
{
    switch (wish) {
    case Wish::SignIn:
        return Hindrance::None;
    case Wish::CallNext:
        if (phase == DeskPhase::Called)
            return Hindrance::NotStarted;
        return somebodyWaits ? Hindrance::None : Hindrance::NobodyWaiting;
    case Wish::CallAgain:
    case Wish::Start:
        if (phase == DeskPhase::Serving)
            return Hindrance::AlreadyServing;
        return phase == DeskPhase::Called ? Hindrance::None : Hindrance::NobodyCalled;
    case Wish::Finish:
        if (phase == DeskPhase::Called)
            return Hindrance::NotStarted;
        return phase == DeskPhase::Serving ? Hindrance::None : Hindrance::NobodyCalled;
    case Wish::NoShow:
        return phase == DeskPhase::Free ? Hindrance::NobodyCalled : Hindrance::None;
    case Wish::SignOut:
        return phase == DeskPhase::Free ? Hindrance::None : Hindrance::VisitorHere;
    }
    return Hindrance::None;
}

std::optional<Wish> nextStepOf(DeskPhase phase, bool somebodyWaits)
{
    switch (phase) {
    case DeskPhase::SignedOut:
        return Wish::SignIn;
    case DeskPhase::Free:
        return somebodyWaits ? std::optional(Wish::CallNext) : std::nullopt;
    case DeskPhase::Called:
        return Wish::Start;
    case DeskPhase::Serving:
        return somebodyWaits ? Wish::CallNext : Wish::Finish;
    }
    return std::nullopt;
}

/// The reasons are decide()'s and, when signing in, the service's.
Refusal refusalFrom(const std::optional<Error> &error)
{
    if (!error)
        return Refusal::None;
    static const QHash<QString, Refusal> known{
        {QStringLiteral("nobodyWaiting"), Refusal::NobodyWaiting},
        {QStringLiteral("counterBusy"), Refusal::CounterBusy},
        {QStringLiteral("counterClosed"), Refusal::CounterClosed},
        {QStringLiteral("counterTaken"), Refusal::CounterTaken},
        {QStringLiteral("ticketMovedOn"), Refusal::TicketMovedOn},
        {QStringLiteral("ticketGone"), Refusal::TicketMovedOn},
        {QStringLiteral("signedOut"), Refusal::CounterClosed},
        {QStringLiteral("wrongPin"), Refusal::WrongPin},
    };
    if (error->reason.startsWith(QStringLiteral("pause:")))
        return Refusal::PinPause;
    return known.value(
        error->reason, error->code == ErrorCode::Offline ? Refusal::Unreachable : Refusal::Other);
}

/// "pause:SECONDS": what is left of the pause that the service demands after wrong PINs. Never more
/// than that, wherever this machine's clock jumps; the service keeps the rule, this only spares
/// useless tries.
std::chrono::seconds pinPauseOf(const Console &console, Instant now)
{
    static const QString word = QStringLiteral("pause:");
    if (!console.refusal || !console.refusal->reason.startsWith(word))
        return std::chrono::seconds(0);
    const std::chrono::seconds demanded(
        std::max(0, console.refusal->reason.mid(word.size()).toInt()));
    const auto left = std::chrono::ceil<std::chrono::seconds>(console.refusedAt + demanded - now);
    return std::clamp(left, std::chrono::seconds(0), demanded);
}

/// Without a connection: what can be noted now and told the service later can be pressed, once.
Hindrance hindranceWhileAway(Wish wish, const CounterView &view)
{
    const bool canBeKept = (wish == Wish::Finish && view.phase == DeskPhase::Serving)
        || (wish == Wish::NoShow && view.current.has_value());
    if (!canBeKept)
        return Hindrance::LinkLost;
    return view.current && view.current->noted ? Hindrance::Noted : Hindrance::None;
}

void addKeys(CounterView &view, const Console &console)
{
    const bool somebodyWaits = !view.waiting.empty();
    for (int i = 0; i < wishCount; ++i) {
        const Wish wish = Wish(i);
        KeyView &key = view.keys[size_t(i)];
        key.isPending = console.pending == wish;
        if (!console.link.isUp)
            key.hindrance = hindranceWhileAway(wish, view);
        else if (console.pending)
            key.hindrance = Hindrance::Working;
        else if (wish == Wish::SignIn && view.pinPause > std::chrono::seconds(0))
            key.hindrance = Hindrance::PinPause;
        else
            key.hindrance = hindranceOf(wish, view.phase, somebodyWaits);
    }
    if (console.link.isUp)
        view.nextStep = nextStepOf(view.phase, somebodyWaits);
    else if (view.phase == DeskPhase::Serving && view.key(Wish::Finish).isUsable())
        view.nextStep = Wish::Finish;
}

} // namespace

CounterView counterView(const State &state, const Console &console, Instant now)
{
    CounterView view;
    view.language = console.language;
    view.counter = console.counter;
    view.isLinkUp = console.link.isUp;
    view.isRejected = console.link.isRejected;
    view.noted = console.kept;
    view.refusal = refusalFrom(console.refusal);
    view.pinPause = pinPauseOf(console, now);
    if (view.refusal == Refusal::PinPause && view.pinPause == std::chrono::seconds(0))
        view.refusal = Refusal::None;
    if (!state.catalogue) {
        addKeys(view, console);
        return view;
    }
    const Drawing drawing(state, console, now);
    view.phase = phaseOf(state, console);
    view.agencies = drawing.agenciesOf(console.counter);
    view.now = drawing.local(now);
    if (console.link.since != Instant())
        view.linkSince = drawing.local(console.link.since);
    if (view.phase == DeskPhase::SignedOut) {
        view.counterChoices = drawing.counterChoices();
        view.officerChoices = drawing.officerChoices();
    } else {
        const std::vector<LineId> lines = state.catalogue->linesOf(console.counter);
        view.officerName = state.officers.value(console.officer).name;
        for (const LineId &line : lines)
            view.lines.append(line.value());
        view.waiting = drawing.waiting(lines);
        view.alsoServedBy = drawing.alsoServing(lines);
        view.passed = drawing.passed();
        for (const WaitingRow &row : view.waiting) {
            if (row.slip == SlipState::Failed || row.slip == SlipState::Unknown)
                view.slipsMissing.append(row.number);
        }
        if (const Ticket *ticket = state.ticket(state.desk(console.counter).current))
            view.current = drawing.current(*ticket);
        if (!view.current)
            view.takenBack = drawing.takenBack();
    }
    if (console.refused && view.refusal != Refusal::None)
        view.lateRefusal = drawing.lateRefusal(*console.refused);
    addKeys(view, console);
    return view;
}

} // namespace antre

// SPDX-License-Identifier: Apache-2.0
#include "domain/decide.h"

#include "domain/availability.h"
#include "domain/calling.h"
#include "domain/evolve.h"

#include <QTimeZone>

#include <algorithm>

namespace antre {

namespace {

/// A wish that reaches the next business day later than this was given up by its kiosk long ago,
/// and its paper may be known already: terminals wait a second, sockets are silent for 15 at most.
constexpr Milliseconds wishMaxAge{60'000};

tl::unexpected<Error> refused(QString reason)
{
    return failure(ErrorCode::Refused, reason, reason);
}

/// Turns one command into the events it would cause.
class Decision
{
public:
    /// REQUIRES: `state` is that of `today`, or of a later day when the clock was set back.
    Decision(const State &state, const Command &command, Instant now, LocalTime today)
        : m_state(state)
        , m_command(command)
        , m_now(now)
        , m_today(today)
    {
    }

    /// What a counter does is asked by who works there.
    template <typename Wish> Result<Events> on(const Wish &wish)
    {
        if constexpr (requires { wish.counter; } && !std::same_as<Wish, OpenCounter>) {
            if (const auto may = worksAt(wish.counter); !may)
                return tl::unexpected(may.error());
        }
        return (*this)(wish);
    }

    Result<Events> operator()(const IssueTicket &issue)
    {
        const TicketId ticket(m_command.id.value());
        // Paper may have been quicker than the wish it stands for.
        if (m_state.ticket(ticket) || m_state.latePaper.contains(ticket))
            return m_events;
        if (isOfPastDay(issue.touchedAt) && m_now - issue.touchedAt > wishMaxAge)
            return failure(ErrorCode::Conflict, QStringLiteral("the wish is of a day that is over"),
                QStringLiteral("wishTooOld"));
        const auto service = serviceOf(issue.service);
        if (!service)
            return tl::unexpected(service.error());
        const auto priority = classOf(issue.priority);
        if (!priority)
            return tl::unexpected(priority.error());
        if (const auto open = openFor(issue, **service); !open)
            return tl::unexpected(open.error());
        if (const auto wanted = furtherOf(issue); !wanted)
            return tl::unexpected(wanted.error());
        if (!issue.printAt.isEmpty()) {
            if (const auto kiosk = printerFor(issue.printAt); !kiosk)
                return tl::unexpected(kiosk.error());
        }
        add(TicketIssued{ticket, nextNumber(lineOf(**service)), issue.service, *priority,
            issue.language, issue.secret, m_command.by.terminal, std::min(issue.touchedAt, m_now),
            issue.further});
        if (!issue.printAt.isEmpty())
            add(SlipRequested{ticket, issue.printAt, false, issue.secret});
        return m_events;
    }

    Result<Events> operator()(const ReportPaper &paper)
    {
        if (paper.number.line.isEmpty() || paper.number.count < 1)
            return failure(
                ErrorCode::Invalid, QStringLiteral("not a number: ") + paper.number.text());
        if (m_state.latePaper.contains(paper.ticket))
            return m_events;
        const Ticket *known = m_state.ticket(paper.ticket);
        if (known && known->number == paper.number)
            return m_events;
        // The day on the slip is the kiosk's belief; the time of touch is bounded by its arrival.
        const Instant touchedAt = std::min(paper.touchedAt, m_now);
        if (!known && isOver(paper.day) && isOfPastDay(touchedAt))
            return latePaper(paper);
        if (m_state.numbers.contains(paper.number.text()))
            return failure(ErrorCode::Conflict,
                QStringLiteral("another ticket holds ") + paper.number.text(),
                QStringLiteral("numberTaken"));
        // Neither hours nor quota, not even a catalogue that has dropped the line, undo a slip.
        if (known)
            add(PaperAdopted{paper.ticket, paper.number});
        else
            add(TicketIssued{paper.ticket, paper.number, paper.service, paper.priority,
                paper.language, paper.secret, m_command.by.terminal, touchedAt, paper.further});
        return m_events;
    }

    Result<Events> operator()(const ReportSlip &report)
    {
        const Ticket *ticket = m_state.ticket(report.ticket);
        if (!ticket)
            return ticketGone();
        // What an officer asked for is answered, also when that is no news of the ticket.
        if (ticket->slip != report.slip || !report.request.isEmpty())
            add(SlipReported{report.ticket, report.slip, report.request});
        return m_events;
    }

    Result<Events> operator()(const OpenCounter &open)
    {
        if (!m_state.catalogue || !m_state.catalogue->counter(open.counter))
            return failure(
                ErrorCode::NotFound, QStringLiteral("no counter ") + open.counter.value());
        if (m_command.by.officer.isEmpty())
            return failure(ErrorCode::Forbidden, QStringLiteral("nobody is signed in"));
        const Desk &desk = m_state.desk(open.counter);
        const bool isOthers = desk.isOpen() && desk.officer != m_command.by.officer;
        if (isOthers && !allowed(Right::OtherCounters))
            return refused(QStringLiteral("counterTaken"));
        if (!desk.isOpen() || isOthers || desk.openedAt != m_command.by.terminal)
            add(CounterOpened{open.counter, m_command.by.officer});
        return m_events;
    }

    Result<Events> operator()(const CloseCounter &close)
    {
        const Desk &desk = m_state.desk(close.counter);
        if (!desk.current.isEmpty())
            return refused(QStringLiteral("counterBusy"));
        if (!knowsReason(close.reason, &Catalogue::pauseReason))
            return refused(QStringLiteral("unknownReason"));
        if (desk.isOpen())
            add(CounterClosed{close.counter, close.reason});
        return m_events;
    }

    Result<Events> operator()(const PauseCounter &pause)
    {
        const Desk &desk = m_state.desk(pause.counter);
        if (!desk.isOpen())
            return refused(QStringLiteral("counterClosed"));
        if (!desk.current.isEmpty())
            return refused(QStringLiteral("counterBusy"));
        if (!knowsReason(pause.reason, &Catalogue::pauseReason))
            return refused(QStringLiteral("unknownReason"));
        const bool isSo
            = desk.pause && desk.pause->reason == pause.reason && desk.pause->until == pause.until;
        if (!isSo)
            add(CounterPaused{pause.counter, pause.reason, pause.until});
        return m_events;
    }

    Result<Events> operator()(const ResumeCounter &resume)
    {
        const Desk &desk = m_state.desk(resume.counter);
        if (!desk.isOpen())
            return refused(QStringLiteral("counterClosed"));
        if (desk.pause)
            add(CounterResumed{resume.counter});
        return m_events;
    }

    Result<Events> operator()(const CallNext &call)
    {
        if (const auto ready = readyToCall(call.counter); !ready)
            return tl::unexpected(ready.error());
        const Ticket *current = m_state.ticket(m_state.desk(call.counter).current);
        if (current && current->state != TicketState::Serving)
            return refused(QStringLiteral("counterBusy"));
        if (!knowsOutcome(call.outcome))
            return refused(QStringLiteral("unknownOutcome"));
        // Who goes on to a further service may be next at this very counter.
        std::optional<Ticket> continued;
        if (current && !current->further.empty() && !m_state.dayIsClosed) {
            continued = *current;
            continued->line = lineAfter(*current);
            continued->placeAt = current->touchedAt;
        }
        const auto next = nextTicket(
            m_state, call.counter, m_now, call.help, continued ? &*continued : nullptr);
        if (!next)
            return refused(QStringLiteral("nobodyWaiting"));
        if (current)
            finish(*current, call.outcome);
        add(TicketCalled{next->ticket, call.counter, next->headStart, next->why});
        return m_events;
    }

    Result<Events> operator()(const PickTicket &pick)
    {
        if (const auto ready = readyToCall(pick.counter); !ready)
            return tl::unexpected(ready.error());
        if (const auto may = allowed(Right::PickTicket); !may)
            return tl::unexpected(may.error());
        if (!m_state.desk(pick.counter).current.isEmpty())
            return refused(QStringLiteral("counterBusy"));
        const auto ticket = ticketThatIs(pick.ticket, {TicketState::Waiting, TicketState::Parked});
        if (!ticket)
            return tl::unexpected(ticket.error());
        add(TicketCalled{pick.ticket, pick.counter, Minutes(0), CallReason::Picked});
        return m_events;
    }

    Result<Events> operator()(const CallAgain &call)
    {
        const Ticket *ticket = m_state.ticket(call.ticket);
        if (ticket && ticket->state == TicketState::Called && m_state.catalogue) {
            const CallingRules &rules = m_state.catalogue->site.calling;
            if (ticket->calls >= rules.maxCalls)
                return failure(ErrorCode::Refused,
                    QStringLiteral("%1 was called %2 times")
                        .arg(ticket->number.text())
                        .arg(ticket->calls),
                    QStringLiteral("calledTooOften"));
            const Milliseconds since = m_now - ticket->calledAt;
            // A clock that was set back must not keep anybody from being called.
            if (since >= Milliseconds(0) && since < rules.pause)
                return failure(ErrorCode::Refused,
                    QStringLiteral("again in %1 seconds")
                        .arg(std::chrono::ceil<std::chrono::seconds>(rules.pause - since).count()),
                    QStringLiteral("calledJustNow"));
        }
        return atDesk(call.counter, call.ticket, {TicketState::Called},
            TicketRecalled{call.ticket, call.counter});
    }

    Result<Events> operator()(const StartServing &start)
    {
        return atDesk(
            start.counter, start.ticket, {TicketState::Called}, ServingStarted{start.ticket});
    }

    Result<Events> operator()(const FinishServing &served)
    {
        const auto ticket = ticketAt(served.counter, served.ticket, {TicketState::Serving});
        if (!ticket)
            return tl::unexpected(ticket.error());
        if (!knowsOutcome(served.outcome))
            return refused(QStringLiteral("unknownOutcome"));
        finish(**ticket, served.outcome);
        return m_events;
    }

    Result<Events> operator()(const MarkNoShow &missed)
    {
        return atDesk(missed.counter, missed.ticket, {TicketState::Called, TicketState::Serving},
            TicketMissed{missed.ticket});
    }

    Result<Events> operator()(const BringBack &back) { return putBack(back, TicketState::NoShow); }

    Result<Events> operator()(const ReturnTicket &back)
    {
        return putBack(back, TicketState::Parked);
    }

    Result<Events> operator()(const ParkTicket &park)
    {
        if (park.minutes < Minutes(1) || park.minutes > parkMax)
            return failure(ErrorCode::Invalid,
                QStringLiteral("a ticket is parked for 1 to %1 minutes").arg(parkMax.count()));
        if (!knowsReason(park.reason, &Catalogue::parkReason))
            return refused(QStringLiteral("unknownReason"));
        if (const auto open = canWaitAgain(); !open)
            return tl::unexpected(open.error());
        return atDesk(park.counter, park.ticket, {TicketState::Called, TicketState::Serving},
            TicketParked{park.ticket, park.counter, park.reason, m_now + park.minutes});
    }

    Result<Events> operator()(const TransferTicket &transfer)
    {
        const auto ticket = ticketAt(
            transfer.counter, transfer.ticket, {TicketState::Called, TicketState::Serving});
        if (!ticket)
            return tl::unexpected(ticket.error());
        const auto service = serviceFor(**ticket, transfer.service);
        if (!service)
            return tl::unexpected(service.error());
        const LineId line = lineOf(**service);
        if (!transfer.toCounter.isEmpty()) {
            const auto served = m_state.catalogue->linesOf(transfer.toCounter);
            if (std::ranges::find(served, line) == served.end())
                return refused(QStringLiteral("counterDoesNotServe"));
        }
        const bool keeps = transfer.place == TransferPlace::Keep;
        add(TicketTransferred{transfer.ticket, transfer.counter, transfer.service, line,
            transfer.toCounter, keeps ? (*ticket)->placeAt : m_now});
        return m_events;
    }

    Result<Events> operator()(const AddService &wish)
    {
        const auto ticket
            = ticketAt(wish.counter, wish.ticket, {TicketState::Called, TicketState::Serving});
        if (!ticket)
            return tl::unexpected(ticket.error());
        const std::vector<ServiceId> &further = (*ticket)->further;
        if ((*ticket)->service == wish.service
            || std::ranges::find(further, wish.service) != further.end())
            return refused(QStringLiteral("serviceWanted"));
        if (further.size() >= furtherServicesMax)
            return refused(QStringLiteral("tooManyServices"));
        const auto service = serviceFor(**ticket, wish.service);
        if (!service)
            return tl::unexpected(service.error());
        add(ServiceAdded{wish.ticket, wish.counter, wish.service});
        return m_events;
    }

    Result<Events> operator()(const RemoveService &wish)
    {
        const auto ticket
            = ticketAt(wish.counter, wish.ticket, {TicketState::Called, TicketState::Serving});
        if (!ticket)
            return tl::unexpected(ticket.error());
        const std::vector<ServiceId> &further = (*ticket)->further;
        if (std::ranges::find(further, wish.service) == further.end())
            return refused(QStringLiteral("serviceNotWanted"));
        add(ServiceRemoved{wish.ticket, wish.counter, wish.service});
        return m_events;
    }

    Result<Events> operator()(const UndoLast &undo)
    {
        const DeskAction &last = m_state.desk(undo.counter).last;
        if (last.command.isEmpty() || last.command != undo.action || m_now - last.at > undoWithin)
            return refused(QStringLiteral("tooLateToUndo"));
        for (const Ticket &before : last.before) {
            const Ticket *ticket = m_state.ticket(before.id);
            if (!ticket || ticket->changedBy != undo.action)
                return failure(ErrorCode::Conflict,
                    before.number.text() + QStringLiteral(" has changed since"),
                    QStringLiteral("ticketMovedOn"));
            // Nobody would come for it any more.
            if (m_state.dayIsClosed && isInLine(before.state))
                return refused(QStringLiteral("tooLateToUndo"));
        }
        add(ActionUndone{undo.counter, undo.action});
        return m_events;
    }

    Result<Events> operator()(const RequestSlip &wish)
    {
        const Ticket *ticket = m_state.ticket(wish.ticket);
        if (!ticket)
            return ticketGone();
        if (ticket->state == TicketState::Cancelled)
            return movedOn(*ticket);
        if (const auto kiosk = printerFor(wish.kiosk); !kiosk)
            return tl::unexpected(kiosk.error());
        // Until its own kiosk has told of its slip, only that one knows under which number paper is
        // out.
        const auto issuer = m_state.terminals.constFind(ticket->issuedAt);
        if (issuer != m_state.terminals.constEnd() && issuer->kind == TerminalKind::Kiosk
            && ticket->issuedAt != wish.kiosk && ticket->slip == SlipState::Pending
            && !ticket->officerPrints)
            return refused(QStringLiteral("unknownKiosk"));
        add(SlipRequested{wish.ticket, wish.kiosk, wish.copy, ticket->secret});
        return m_events;
    }

    Result<Events> operator()(const CancelTicket &cancel)
    {
        const Ticket *ticket = m_state.ticket(cancel.ticket);
        if (!ticket)
            return ticketGone();
        // A kiosk takes back a wish that it never printed; others' tickets are none of its
        // business, nor is what may be in a hand.
        const Actor &by = m_command.by;
        const bool byItself = by.officer.isEmpty() && !by.terminal.isEmpty();
        const bool neverPrinted = !ticket->officerPrints
            && (ticket->slip == SlipState::Pending || ticket->slip == SlipState::Failed);
        if (byItself && (by.terminal != ticket->issuedAt || !neverPrinted))
            return failure(ErrorCode::Forbidden,
                QStringLiteral("only the kiosk that never printed it may take it back"),
                QStringLiteral("notAllowed"));
        // Asked twice, or after an answer that was lost: it is as wished.
        if (ticket->state == TicketState::Cancelled)
            return m_events;
        if (ticket->state != TicketState::Waiting && ticket->state != TicketState::Parked)
            return movedOn(*ticket);
        add(TicketCancelled{cancel.ticket});
        return m_events;
    }

    Result<Events> operator()(const PublishCatalogue &publish)
    {
        if (!publish.catalogue || publish.catalogue->agencies.empty())
            return failure(ErrorCode::Invalid, QStringLiteral("an empty catalogue"));
        if (!m_state.catalogue || !(*m_state.catalogue == *publish.catalogue))
            add(CataloguePublished{publish.catalogue});
        return m_events;
    }

    Result<Events> operator()(const EnrolTerminal &enrol)
    {
        const Terminal &wanted = enrol.terminal;
        if (wanted.id.isEmpty() || wanted.tokenHash.isEmpty())
            return failure(
                ErrorCode::Invalid, QStringLiteral("a terminal needs an id and a token"));
        if (wanted.kind == TerminalKind::Kiosk) {
            if (wanted.mark.size() != 1 || !wanted.mark.at(0).isLetterOrNumber()
                || wanted.mark.at(0).unicode() > 0x7f)
                return failure(
                    ErrorCode::Invalid, QStringLiteral("a kiosk's mark is one letter or digit"));
            for (const Terminal &other : m_state.terminals) {
                if (other.id != wanted.id && other.mark == wanted.mark)
                    return failure(ErrorCode::Refused,
                        QStringLiteral("kiosk %1 has the mark %2 already")
                            .arg(other.id.value(), other.mark),
                        QStringLiteral("markTaken"));
            }
        }
        if (m_state.terminals.value(wanted.id) != wanted)
            add(TerminalEnrolled{wanted});
        return m_events;
    }

    Result<Events> operator()(const RevokeTerminal &revoke)
    {
        if (!m_state.terminals.contains(revoke.terminal))
            return failure(
                ErrorCode::NotFound, QStringLiteral("no terminal ") + revoke.terminal.value());
        add(TerminalRevoked{revoke.terminal});
        return m_events;
    }

    Result<Events> operator()(const RegisterOfficer &registration)
    {
        if (registration.officer.id.isEmpty() || registration.officer.name.isEmpty())
            return failure(ErrorCode::Invalid, QStringLiteral("an officer needs an id and a name"));
        if (m_state.officers.value(registration.officer.id) != registration.officer)
            add(OfficerRegistered{registration.officer});
        return m_events;
    }

    Result<Events> operator()(const CloseFor &close)
    {
        if (const auto may = allowedAtTerminal(Right::Close); !may)
            return tl::unexpected(may.error());
        if (!isKnown(close.scope))
            return failure(ErrorCode::NotFound,
                QStringLiteral("the catalogue has no ") + close.scope.text(),
                QStringLiteral("unknownScope"));
        const Instant until = std::chrono::ceil<Minutes>(close.until);
        if (until <= m_now || until - m_now > closureMax)
            return failure(ErrorCode::Invalid,
                QStringLiteral("a closure ends later than now and within %1 days")
                    .arg(closureMax / std::chrono::days(1)));
        for (const auto &[language, words] : close.reason.all()) {
            if (words.size() > closureReasonMax)
                return failure(ErrorCode::Invalid,
                    QStringLiteral("a reason has at most %1 characters").arg(closureReasonMax));
        }
        const auto present = m_state.closures.find(close.scope);
        if (present == m_state.closures.end() || present->second.until != until
            || present->second.reason != close.reason)
            add(ClosureDeclared{close.scope, until, close.reason});
        return m_events;
    }

    Result<Events> operator()(const Reopen &reopen)
    {
        if (const auto may = allowedAtTerminal(Right::Close); !may)
            return tl::unexpected(may.error());
        if (m_state.closures.contains(reopen.scope))
            add(ClosureLifted{reopen.scope});
        return m_events;
    }

    Result<Events> operator()(const CloseDay &close)
    {
        if (close.day != m_state.day || m_state.dayIsClosed)
            return m_events;
        if (!isDayEndDue(m_state, m_now))
            return failure(ErrorCode::Refused, QStringLiteral("the day is not over yet"),
                QStringLiteral("dayNotOver"));
        DayClosed count;
        for (const Ticket &ticket : inOrderOfTouch()) {
            ++count.issued;
            ++countOf(count, ticket.state);
            if (isInLine(ticket.state))
                add(TicketExpired{ticket.id});
        }
        add(count);
        return m_events;
    }

private:
    /// It would be called without anybody's doing.
    static bool isInLine(TicketState state)
    {
        return state == TicketState::Waiting || state == TicketState::Parked;
    }

    /// A counter is commanded by the officer who signed in there, from the console where that was;
    /// by another one only with a right. Who comes from outside the terminals answers for itself. A
    /// closed counter has its own reasons to refuse.
    [[nodiscard]] Result<> worksAt(const CounterId &counter) const
    {
        const Desk &desk = m_state.desk(counter);
        const Actor &by = m_command.by;
        const bool isOwn = by.officer == desk.officer && by.terminal == desk.openedAt;
        if (!desk.isOpen() || isOwn || allowedAtTerminal(Right::OtherCounters))
            return {};
        if (by.officer == desk.officer)
            return failure(ErrorCode::Forbidden,
                QStringLiteral("the officer went on at another console"),
                QStringLiteral("signedOut"));
        return failure(ErrorCode::Forbidden,
            QStringLiteral("another officer works at counter ") + counter.value(),
            QStringLiteral("counterTaken"));
    }

    /// After the day's end nobody waits but with paper that turns up then.
    [[nodiscard]] Result<> canWaitAgain() const
    {
        return m_state.dayIsClosed ? Result<>(refused(QStringLiteral("serviceClosed")))
                                   : Result<>();
    }

    static int &countOf(DayClosed &count, TicketState state)
    {
        switch (state) {
        case TicketState::Called:
        case TicketState::Serving:
            return count.present;
        case TicketState::Served:
            return count.served;
        case TicketState::NoShow:
            return count.missed;
        case TicketState::Cancelled:
            return count.cancelled;
        case TicketState::Waiting:
        case TicketState::Parked:
        case TicketState::Expired:
            break;
        }
        return count.expired;
    }

    [[nodiscard]] std::vector<Ticket> inOrderOfTouch() const
    {
        std::vector<Ticket> tickets;
        for (const auto &[id, ticket] : m_state.tickets)
            tickets.push_back(ticket);
        std::ranges::sort(tickets, {},
            [](const Ticket &ticket) { return std::pair(ticket.touchedAt, ticket.id); });
        return tickets;
    }

    [[nodiscard]] bool isKnown(const Scope &scope) const
    {
        const Catalogue *catalogue = m_state.catalogue.get();
        if (!catalogue || scope.isSite())
            return catalogue != nullptr;
        return (scope.agency() && catalogue->agency(*scope.agency()))
            || (scope.service() && catalogue->service(*scope.service()))
            || (scope.counter() && catalogue->counter(*scope.counter()));
    }

    void add(EventData data)
    {
        m_events.push_back({std::move(data), m_now, m_state.day, m_command.id, m_command.by});
    }

    Result<const Service *> serviceOf(const ServiceId &id) const
    {
        const Service *service = m_state.catalogue ? m_state.catalogue->service(id) : nullptr;
        if (!service)
            return failure(ErrorCode::NotFound, QStringLiteral("no service ") + id.value(),
                QStringLiteral("unknownService"));
        return service;
    }

    Result<ClassId> classOf(const ClassId &id) const
    {
        if (id.isEmpty())
            return m_state.catalogue->classes.front().id;
        if (!m_state.catalogue->priorityClass(id))
            return failure(ErrorCode::NotFound, QStringLiteral("no priority class ") + id.value());
        return id;
    }

    [[nodiscard]] TicketNumber nextNumber(const LineId &line) const
    {
        const auto known = m_state.lines.find(line);
        const int last = known == m_state.lines.end() ? 0 : known->second.lastCount;
        return {line, QString(), last + 1};
    }

    Result<Events> latePaper(const ReportPaper &paper)
    {
        add(LatePaperRecorded{paper.ticket, paper.number, paper.service, paper.day,
            m_command.by.terminal, paper.touchedAt});
        return m_events;
    }

    /// Before the day that the service is in, and before the day of its clock: either may be wrong,
    /// and a slip in a hand must not fall between them.
    [[nodiscard]] bool isOver(BusinessDay day) const
    {
        return day < std::min(m_state.day, m_today.day);
    }

    [[nodiscard]] bool isOfPastDay(Instant moment) const
    {
        const auto &catalogue = m_state.catalogue;
        return isOver(localTime(moment, catalogue ? catalogue->zone() : QTimeZone::utc()).day);
    }

    [[nodiscard]] LineId lineOf(const Service &service) const
    {
        return m_state.catalogue->agency(service.agency)->line();
    }

    [[nodiscard]] bool isQuotaFull(const Service &service) const
    {
        return service.dailyQuota && m_state.taken.value(service.id) >= *service.dailyQuota;
    }

    /// Whether a visitor can have these services, too, in one visit.
    Result<> furtherOf(const IssueTicket &issue) const
    {
        if (issue.further.size() > furtherServicesMax)
            return refused(QStringLiteral("tooManyServices"));
        std::set<ServiceId> wanted{issue.service};
        for (const ServiceId &id : issue.further) {
            const auto service = serviceOf(id);
            if (!service)
                return tl::unexpected(service.error());
            if (!wanted.insert(id).second)
                return refused(QStringLiteral("serviceWanted"));
            if (const auto open = openFor(issue, **service); !open)
                return open;
        }
        return {};
    }

    /// A number can be taken, or an officer who may gives one all the same.
    Result<> openFor(const IssueTicket &issue, const Service &service) const
    {
        const ServiceStatus status = serviceStatus(m_state, service, m_now);
        if (status.takesNumbers())
            return {};
        const bool isLimit = status.availability == Availability::NumbersEnded
            || status.availability == Availability::QuotaFull
            || status.availability == Availability::MallFull;
        if (!issue.exceed || !isLimit)
            return refused(availabilityName(status.availability));
        return allowed(Right::ExceedLimits);
    }

    [[nodiscard]] Result<> allowed(Right right) const
    {
        if (m_state.officers.value(m_command.by.officer).may(right))
            return {};
        return failure(ErrorCode::Forbidden, QStringLiteral("takes the right ") + rightName(right),
            QStringLiteral("notAllowed"));
    }

    /// Who comes from outside the terminals, such as a technician at a shell, answers for itself.
    [[nodiscard]] Result<> allowedAtTerminal(Right right) const
    {
        return m_command.by.terminal.isEmpty() ? Result<>() : allowed(right);
    }

    /// A service that an officer gives to who is here already: the hour for new numbers may be
    /// over.
    Result<const Service *> serviceFor(const Ticket &ticket, const ServiceId &id) const
    {
        const auto service = serviceOf(id);
        if (!service)
            return service;
        const Availability availability = serviceStatus(m_state, **service, m_now).availability;
        if (m_state.dayIsClosed || availability == Availability::ClosedToday
            || availability == Availability::ClosedForToday)
            return refused(QStringLiteral("serviceClosed"));
        const bool isCounted
            = ticket.service == id || std::ranges::find(ticket.further, id) != ticket.further.end();
        if (!isCounted && isQuotaFull(**service))
            return refused(availabilityName(Availability::QuotaFull));
        return service;
    }

    /// Slips are printed by kiosks, and for somebody who is looked at.
    Result<> printerFor(const TerminalId &kiosk) const
    {
        if (m_command.by.officer.isEmpty())
            return failure(ErrorCode::Forbidden, QStringLiteral("only officers print elsewhere"),
                QStringLiteral("notAllowed"));
        const auto known = m_state.terminals.constFind(kiosk);
        if (known == m_state.terminals.constEnd() || known->kind != TerminalKind::Kiosk)
            return failure(ErrorCode::NotFound, QStringLiteral("no kiosk ") + kiosk.value(),
                QStringLiteral("unknownKiosk"));
        return {};
    }

    Result<> readyToCall(const CounterId &counter) const
    {
        const Desk &desk = m_state.desk(counter);
        if (!desk.isOpen())
            return refused(QStringLiteral("counterClosed"));
        if (desk.pause)
            return refused(QStringLiteral("counterPaused"));
        return {};
    }

    [[nodiscard]] bool knowsOutcome(const OutcomeId &outcome) const
    {
        return outcome.isEmpty() || (m_state.catalogue && m_state.catalogue->outcome(outcome));
    }

    template <typename Lookup>
    [[nodiscard]] bool knowsReason(const ReasonId &reason, Lookup lookup) const
    {
        return reason.isEmpty()
            || (m_state.catalogue && (m_state.catalogue.get()->*lookup)(reason));
    }

    /// The line of the next further service; a catalogue that has dropped that service leaves the
    /// visitor where people know the case. REQUIRES: there is one.
    [[nodiscard]] LineId lineAfter(const Ticket &ticket) const
    {
        const auto service = serviceOf(ticket.further.front());
        return service ? lineOf(**service) : ticket.line;
    }

    void finish(const Ticket &ticket, const OutcomeId &outcome)
    {
        add(TicketServed{ticket.id, outcome});
        if (ticket.further.empty())
            return;
        add(TicketContinued{ticket.id, ticket.further.front(), lineAfter(ticket)});
        if (m_state.dayIsClosed) // nobody serves the rest of the visit any more
            add(TicketExpired{ticket.id});
    }

    /// Any open counter that could have called it, or helps its line, may let it wait again.
    template <typename Back> Result<Events> putBack(const Back &back, TicketState from)
    {
        if (!m_state.desk(back.counter).isOpen())
            return refused(QStringLiteral("counterClosed"));
        const auto ticket = ticketThatIs(back.ticket, {from});
        if (!ticket)
            return tl::unexpected(ticket.error());
        auto lines = callableLines(m_state, back.counter);
        const auto helped = m_state.catalogue->linesHelpedBy(back.counter);
        lines.insert(lines.end(), helped.begin(), helped.end());
        if ((*ticket)->counter != back.counter
            && std::ranges::find(lines, (*ticket)->line) == lines.end())
            return refused(QStringLiteral("counterDoesNotServe"));
        if (const auto open = canWaitAgain(); !open)
            return tl::unexpected(open.error());
        add(TicketReturned{back.ticket, back.counter});
        return m_events;
    }

    static tl::unexpected<Error> ticketGone()
    {
        return failure(ErrorCode::NotFound, QStringLiteral("no such ticket today"),
            QStringLiteral("ticketGone"));
    }

    Result<const Ticket *> ticketThatIs(
        const TicketId &id, std::initializer_list<TicketState> states) const
    {
        const Ticket *ticket = m_state.ticket(id);
        if (!ticket)
            return ticketGone();
        if (std::ranges::find(states, ticket->state) == states.end())
            return movedOn(*ticket);
        return ticket;
    }

    Result<const Ticket *> ticketAt(const CounterId &counter, const TicketId &id,
        std::initializer_list<TicketState> states) const
    {
        const auto ticket = ticketThatIs(id, states);
        if (ticket && m_state.desk(counter).current != id)
            return movedOn(**ticket);
        return ticket;
    }

    static tl::unexpected<Error> movedOn(const Ticket &ticket)
    {
        return failure(ErrorCode::Conflict,
            QStringLiteral("%1 is %2").arg(ticket.number.text(), ticketStateName(ticket.state)),
            QStringLiteral("ticketMovedOn"));
    }

    Result<Events> atDesk(const CounterId &counter, const TicketId &id,
        std::initializer_list<TicketState> from, EventData event)
    {
        if (const auto ticket = ticketAt(counter, id, from); !ticket)
            return tl::unexpected(ticket.error());
        add(std::move(event));
        return m_events;
    }

    const State &m_state;
    const Command &m_command;
    Instant m_now;
    LocalTime m_today;
    Events m_events;
};

} // namespace

Result<Events> decide(const State &state, const Command &command, Instant now)
{
    if (command.id.isEmpty())
        return failure(ErrorCode::Invalid, QStringLiteral("a command without an id"));
    if (state.answered.contains(command.id))
        return Events();
    const LocalTime today
        = localTime(now, state.catalogue ? state.catalogue->zone() : QTimeZone::utc());
    // The day never goes back: a clock set back over midnight must not open an old day again. And a
    // day that nobody closed in time is closed as itself, not by the next one.
    const auto decideIn = [&](const State &day) {
        return std::visit(
            [&](const auto &wish) { return Decision(day, command, now, today).on(wish); },
            command.data);
    };
    if (today.day <= state.day || std::holds_alternative<CloseDay>(command.data))
        return decideIn(state);

    const Event start{DayStarted{}, now, today.day, CommandId(), command.by};
    const State morning = evolve(state, start);
    auto events = decideIn(morning);
    if (events && !events->empty())
        events->insert(events->begin(), start);
    return events;
}

} // namespace antre

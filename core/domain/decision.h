// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/decide.h"
#include "domain/people.h"

#include <algorithm>

namespace antre {

/// How decide() turns one command into the events it would cause; of use to nobody else. What each
/// wish does stands in decideissuing.cpp (tickets and their paper), decideholder.cpp (what visitors
/// do with theirs), decideappointment.cpp, decidedesk.cpp (counters) and
/// decidesite.cpp (catalogue, devices, people, closures, the day's end).
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
    template <typename Wish> [[nodiscard]] Result<Events> on(const Wish &wish)
    {
        if constexpr (requires { wish.counter; } && !std::same_as<Wish, OpenCounter>) {
            if (const auto may = worksAt(wish.counter); !may)
                return tl::unexpected(may.error());
        }
        return (*this)(wish);
    }

    [[nodiscard]] Result<Events> operator()(const IssueTicket &issue);
    [[nodiscard]] Result<Events> operator()(const ReportPaper &paper);
    [[nodiscard]] Result<Events> operator()(const ReportSlip &report);
    [[nodiscard]] Result<Events> operator()(const RequestSlip &wish);
    [[nodiscard]] Result<Events> operator()(const CancelTicket &cancel);

    [[nodiscard]] Result<Events> operator()(const RejoinQueue &rejoin);
    [[nodiscard]] Result<Events> operator()(const LetGoFirst &wish);
    [[nodiscard]] Result<Events> operator()(const TakePlaceBack &wish);

    [[nodiscard]] Result<Events> operator()(const Reserve &wish);
    [[nodiscard]] Result<Events> operator()(const CancelReservation &wish);
    [[nodiscard]] Result<Events> operator()(const CheckIn &wish);

    [[nodiscard]] Result<Events> operator()(const OpenCounter &open);
    [[nodiscard]] Result<Events> operator()(const CloseCounter &close);
    [[nodiscard]] Result<Events> operator()(const PauseCounter &pause);
    [[nodiscard]] Result<Events> operator()(const ResumeCounter &resume);
    [[nodiscard]] Result<Events> operator()(const CallNext &call);
    [[nodiscard]] Result<Events> operator()(const PickTicket &pick);
    [[nodiscard]] Result<Events> operator()(const CallAgain &call);
    [[nodiscard]] Result<Events> operator()(const StartServing &start);
    [[nodiscard]] Result<Events> operator()(const FinishServing &served);
    [[nodiscard]] Result<Events> operator()(const MarkNoShow &missed);
    [[nodiscard]] Result<Events> operator()(const BringBack &back);
    [[nodiscard]] Result<Events> operator()(const ReturnTicket &back);
    [[nodiscard]] Result<Events> operator()(const ParkTicket &park);
    [[nodiscard]] Result<Events> operator()(const TransferTicket &transfer);
    [[nodiscard]] Result<Events> operator()(const AddService &wish);
    [[nodiscard]] Result<Events> operator()(const RemoveService &wish);
    [[nodiscard]] Result<Events> operator()(const UndoLast &undo);

    [[nodiscard]] Result<Events> operator()(const PublishCatalogue &publish);
    [[nodiscard]] Result<Events> operator()(const EnrolTerminal &enrol);
    [[nodiscard]] Result<Events> operator()(const RevokeTerminal &revoke);
    [[nodiscard]] Result<Events> operator()(const RegisterOfficer &registration);
    [[nodiscard]] Result<Events> operator()(const CloseFor &close);
    [[nodiscard]] Result<Events> operator()(const Reopen &reopen);
    [[nodiscard]] Result<Events> operator()(const CloseDay &close);

private:
    // For every wish.
    static tl::unexpected<Error> refused(const QString &reason)
    {
        return failure(ErrorCode::Refused, reason, reason);
    }
    /// A counter is commanded by the officer who signed in there, from the console where that was;
    /// by another one only with a right. Who comes from outside the terminals answers for itself. A
    /// closed counter has its own reasons to refuse.
    [[nodiscard]] Result<> worksAt(const CounterId &counter) const;
    /// It would be called without anybody's doing.
    static bool isInLine(TicketState state);
    void add(EventData data);
    [[nodiscard]] Result<const Service *> serviceOf(const ServiceId &id) const;
    [[nodiscard]] LineId lineOf(const Service &service) const;
    [[nodiscard]] Result<> allowed(Right right) const;
    /// Who comes from outside the terminals, such as a technician at a shell, answers for itself.
    [[nodiscard]] Result<> allowedAtTerminal(Right right) const;
    static tl::unexpected<Error> ticketGone();
    [[nodiscard]] Result<const Ticket *> ticketThatIs(
        const TicketId &id, std::initializer_list<TicketState> states) const;
    static tl::unexpected<Error> movedOn(const Ticket &ticket);

    // For tickets and their paper.
    [[nodiscard]] Result<Events> latePaper(const ReportPaper &paper);
    /// Before the day that the service is in, and before the day of its clock: either may be wrong,
    /// and a slip in a hand must not fall between them.
    [[nodiscard]] bool isOver(BusinessDay day) const;
    [[nodiscard]] bool isOfPastDay(Instant moment) const;
    [[nodiscard]] Result<ClassId> classOf(const ClassId &id) const;
    [[nodiscard]] TicketNumber nextNumber(const LineId &line) const;
    /// Whether a visitor can have these services, too, in one visit.
    [[nodiscard]] Result<> furtherOf(const IssueTicket &issue) const;
    /// A number can be taken, or an officer who may gives one all the same.
    [[nodiscard]] Result<> openFor(const IssueTicket &issue, const Service &service) const;
    /// Slips are printed by kiosks, and for somebody who is looked at.
    [[nodiscard]] Result<> printerFor(const TerminalId &kiosk) const;

    // For holders of tickets.
    /// Refused when the phone has a ticket in the line already.
    [[nodiscard]] Result<> holdsNoneIn(const LineId &line, const QString &holder) const;

    // For appointments.
    [[nodiscard]] Result<const Reservation *> reservationOf(const QString &code) const;
    [[nodiscard]] Result<> slotFree(const Service &service, BusinessDay day, Minutes from) const;
    [[nodiscard]] Result<> mayReserve(const QString &holder, const ServiceId &service) const;
    [[nodiscard]] Result<> canCheckIn(const Reservation &reservation, const Service &service) const;

    // For counters.
    /// After the day's end nobody waits but with paper that turns up then.
    [[nodiscard]] Result<> canWaitAgain() const;
    /// A service that an officer gives to who is here already: the hour for new numbers may be
    /// over.
    [[nodiscard]] Result<const Service *> serviceFor(
        const Ticket &ticket, const ServiceId &id) const;
    [[nodiscard]] Result<> readyToCall(const CounterId &counter) const;
    [[nodiscard]] bool knowsOutcome(const OutcomeId &outcome) const;
    /// The line of the next further service; a catalogue that has dropped that service leaves the
    /// visitor where people know the case. REQUIRES: there is one.
    [[nodiscard]] LineId lineAfter(const Ticket &ticket) const;
    void finish(const Ticket &ticket, const OutcomeId &outcome);
    [[nodiscard]] Result<const Ticket *> ticketAt(const CounterId &counter, const TicketId &id,
        std::initializer_list<TicketState> states) const;
    [[nodiscard]] Result<Events> atDesk(const CounterId &counter, const TicketId &id,
        std::initializer_list<TicketState> from, EventData event);
    [[nodiscard]] bool isQuotaFull(const Service &service) const;
    template <typename Lookup>
    [[nodiscard]] bool knowsReason(const ReasonId &reason, Lookup lookup) const
    {
        return reason.isEmpty()
            || (m_state.catalogue && (m_state.catalogue.get()->*lookup)(reason));
    }
    /// Any open counter that could have called it, or helps its line, may let it wait again.
    template <typename Back>
    [[nodiscard]] Result<Events> putBack(const Back &back, TicketState from);

    // For the site.
    /// People are given no more rights than whoever registers them has.
    [[nodiscard]] Result<> mayRegister(const Officer &wanted) const;
    /// The head of one agency closes that and its services.
    [[nodiscard]] Result<> mayClose(const Scope &scope) const;
    static int &countOf(DayClosed &count, TicketState state);
    [[nodiscard]] std::vector<Ticket> inOrderOfTouch() const;
    [[nodiscard]] bool isKnown(const Scope &scope) const;

    const State &m_state;
    const Command &m_command;
    Instant m_now;
    LocalTime m_today;
    Events m_events;
};

} // namespace antre

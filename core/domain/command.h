// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/event.h"

namespace antre {

/// A visitor's wish, or an officer's for a visitor. The command's id is the ticket's id: repeated,
/// it is the same ticket.
struct IssueTicket
{
    ServiceId service;
    ClassId priority; ///< empty: the class nobody has to ask for
    QString language;
    QString secret;
    Instant touchedAt; ///< corrected by the terminal's measured clock offset
    std::vector<ServiceId> further = {}; ///< wanted after `service`, under the same number
    TerminalId printAt = {}; ///< an officer's: the kiosk that prints the slip; empty: no paper
    /// An officer's: also after the last number, over the quota or into a full hall, but not on a
    /// closed day. Takes Right::ExceedLimits.
    bool exceed = false;
    /// A phone's: names it, and nobody. The hash of a chance value that its browser keeps, at most
    /// holderMax characters: one phone holds one waiting ticket a line. Empty: no phone, no limit.
    QString holder = {};
    friend bool operator==(const IssueTicket &, const IssueTicket &) = default;
};

/// Longest IssueTicket::holder, in UTF-16 code units: a SHA-256 as text.
constexpr qsizetype holderMax = 64;

/// A slip with this number is in a hand: the kiosk's own number, or one of the service's that a
/// journal restored from an older copy no longer knows. Never refused for hours, quota or a dropped
/// line: paper wins. Of a day that is over, by its date and by its touch, it is kept as a fact. The
/// command's id names this report; the ticket is the one that was wanted.
struct ReportPaper
{
    TicketId ticket;
    TicketNumber number;
    ServiceId service;
    ClassId priority;
    QString language;
    QString secret;
    Instant touchedAt;
    BusinessDay day; ///< the day printed on the slip
    std::vector<ServiceId> further = {};
    friend bool operator==(const ReportPaper &, const ReportPaper &) = default;
};

struct ReportSlip
{
    TicketId ticket;
    SlipState slip = SlipState::Unknown;
    CommandId request = {}; ///< the RequestSlip that this answers; empty: what the visitor wanted
    friend bool operator==(const ReportSlip &, const ReportSlip &) = default;
};

struct OpenCounter
{
    CounterId counter;
    friend bool operator==(const OpenCounter &, const OpenCounter &) = default;
};

struct CloseCounter
{
    CounterId counter;
    ReasonId reason = {}; ///< one of the catalogue's pauseReasons, or empty
    friend bool operator==(const CloseCounter &, const CloseCounter &) = default;
};

/// Done with the present visitor, if one is being served, and the next one please.
struct CallNext
{
    CounterId counter;
    bool help = false; ///< with its own lines empty it takes from those that the catalogue lets it
                       ///< help
    OutcomeId outcome = {}; ///< of the present visitor's service
    friend bool operator==(const CallNext &, const CallNext &) = default;
};

/// What an officer does with the ticket at the counter. The ticket is named, so that a press that
/// arrives late can't hit the next visitor.
struct CallAgain
{
    CounterId counter;
    TicketId ticket;
    friend bool operator==(const CallAgain &, const CallAgain &) = default;
};

struct StartServing
{
    CounterId counter;
    TicketId ticket;
    friend bool operator==(const StartServing &, const StartServing &) = default;
};

struct FinishServing
{
    CounterId counter;
    TicketId ticket;
    OutcomeId outcome = {}; ///< one of the catalogue's, or empty
    friend bool operator==(const FinishServing &, const FinishServing &) = default;
};

struct MarkNoShow
{
    CounterId counter;
    TicketId ticket;
    friend bool operator==(const MarkNoShow &, const MarkNoShow &) = default;
};

/// Calls one particular ticket that waits or is parked, before its turn. Takes Right::PickTicket.
struct PickTicket
{
    CounterId counter;
    TicketId ticket;
    friend bool operator==(const PickTicket &, const PickTicket &) = default;
};

/// Who was called and didn't come is here after all: waits again at the old place. Any counter that
/// serves its line may ask.
struct BringBack
{
    CounterId counter;
    TicketId ticket;
    friend bool operator==(const BringBack &, const BringBack &) = default;
};

/// Sets aside who is at the counter: a form to fill in, a copy to make.
struct ParkTicket
{
    CounterId counter;
    TicketId ticket;
    ReasonId reason; ///< one of the catalogue's parkReasons, or empty
    Minutes minutes{0}; ///< then it is called by itself, at its old place; 1 to parkMax
    friend bool operator==(const ParkTicket &, const ParkTicket &) = default;
};

constexpr Minutes parkMax{8 * 60};

/// Who was parked is ready: waits again at the old place. Any counter that serves its line may ask.
struct ReturnTicket
{
    CounterId counter;
    TicketId ticket;
    friend bool operator==(const ReturnTicket &, const ReturnTicket &) = default;
};

/// Sent by name: add at the end, never rename.
enum class TransferPlace {
    Keep, ///< as if it had taken its number for the new line
    End, ///< behind all that wait there now
};

[[nodiscard]] QString transferPlaceName(TransferPlace place);
[[nodiscard]] std::optional<TransferPlace> transferPlaceFromName(const QString &name);

/// Sends who is at the counter on to another service, under the same number.
struct TransferTicket
{
    CounterId counter;
    TicketId ticket;
    ServiceId service;
    CounterId toCounter; ///< only this one takes it while it is open; empty: any of the line
    TransferPlace place = TransferPlace::Keep;
    friend bool operator==(const TransferTicket &, const TransferTicket &) = default;
};

/// One service more in the visit of who is at the counter, after those that it has.
struct AddService
{
    CounterId counter;
    TicketId ticket;
    ServiceId service;
    friend bool operator==(const AddService &, const AddService &) = default;
};

struct RemoveService
{
    CounterId counter;
    TicketId ticket;
    ServiceId service;
    friend bool operator==(const RemoveService &, const RemoveService &) = default;
};

struct PauseCounter
{
    CounterId counter;
    ReasonId reason; ///< one of the catalogue's pauseReasons, or empty
    Instant until{}; ///< when the officer means to be back; epoch: not said
    friend bool operator==(const PauseCounter &, const PauseCounter &) = default;
};

struct ResumeCounter
{
    CounterId counter;
    friend bool operator==(const ResumeCounter &, const ResumeCounter &) = default;
};

/// The counter's last action was a slip of the hand. Named, so that a press that arrives late can't
/// undo another.
struct UndoLast
{
    CounterId counter;
    CommandId action; ///< the command to undo: Desk::last
    friend bool operator==(const UndoLast &, const UndoLast &) = default;
};

/// How long an action can be undone. Afterwards the visitor has heard the call and may be on the
/// way.
constexpr Milliseconds undoWithin{10'000};

/// An officer wants a ticket's slip from a kiosk's printer.
struct RequestSlip
{
    TicketId ticket;
    TerminalId kiosk;
    bool copy = false; ///< another slip of this ticket may be in a hand: mark this one as a copy
    friend bool operator==(const RequestSlip &, const RequestSlip &) = default;
};

/// The ticket leaves the queue. A person decided that: its holder, or an officer who looked; or it
/// is the wish of a visitor who never got a number, taken back by the kiosk that knows.
struct CancelTicket
{
    TicketId ticket;
    friend bool operator==(const CancelTicket &, const CancelTicket &) = default;
};

/// How long the holder of a ticket may take back what it did with it. Afterwards others count on
/// the place.
constexpr Milliseconds takeBackWithin{60'000};
/// Further back nobody foresees when it will be called.
constexpr int placesBackMax = 10;
/// Each step moves others' places on their phones: nobody does that for fun all day.
constexpr int stepsBackMax = 5;

/// The holder was too quick: within takeBackWithin the ticket that CancelTicket took out of the
/// queue stands again where it stood. Who may cancel it with its secret may take that back with it.
struct RejoinQueue
{
    TicketId ticket;
    friend bool operator==(const RejoinQueue &, const RejoinQueue &) = default;
};

/// The holder of a waiting ticket isn't ready: that many of its line go first, or all when fewer
/// wait behind it. At most stepsBackMax times a ticket.
struct LetGoFirst
{
    TicketId ticket;
    int places = 1; ///< 1 to placesBackMax
    friend bool operator==(const LetGoFirst &, const LetGoFirst &) = default;
};

/// The holder is ready after all: within takeBackWithin the ticket gets the place back that it had
/// before it last let others go first.
struct TakePlaceBack
{
    TicketId ticket;
    friend bool operator==(const TakePlaceBack &, const TakePlaceBack &) = default;
};

/// A visitor wants a slot of a service that takes appointments. It is kept until its time; a place
/// in line is what it becomes at check-in.
struct Reserve
{
    ServiceId service;
    BusinessDay day;
    Minutes from{0}; ///< the slot's begin, since local midnight
    QString language;
    QString code; ///< 128 bits that the visitor shows; only their hash is kept
    QString holder = {}; ///< as in IssueTicket: one phone reserves once a service
    friend bool operator==(const Reserve &, const Reserve &) = default;
};

/// The slot is given back. Who has the code may do that.
struct CancelReservation
{
    QString code;
    friend bool operator==(const CancelReservation &, const CancelReservation &) = default;
};

/// Who has reserved is here: at a kiosk, or with the phone. The command's id is the ticket's id;
/// asked again under another one, the answer is about the same ticket.
struct CheckIn
{
    QString code;
    ClassId priority; ///< empty: the class nobody has to ask for
    QString language; ///< empty: the reservation's
    QString secret; ///< the ticket's
    Instant touchedAt;
    QString holder = {}; ///< as in IssueTicket
    friend bool operator==(const CheckIn &, const CheckIn &) = default;
};

/// Longest reason for a catalogue, in UTF-16 code units.
constexpr int publishReasonMax = 200;

struct PublishCatalogue
{
    CataloguePtr catalogue;
    QString reason = {}; ///< why, for those who look later; may be empty
    friend bool operator==(const PublishCatalogue &a, const PublishCatalogue &b)
    {
        return a.reason == b.reason
            && (a.catalogue == b.catalogue
                || (a.catalogue && b.catalogue && *a.catalogue == *b.catalogue));
    }
};

struct EnrolTerminal
{
    Terminal terminal;
    friend bool operator==(const EnrolTerminal &, const EnrolTerminal &) = default;
};

struct RevokeTerminal
{
    TerminalId terminal;
    friend bool operator==(const RevokeTerminal &, const RevokeTerminal &) = default;
};

struct RegisterOfficer
{
    Officer officer;
    friend bool operator==(const RegisterOfficer &, const RegisterOfficer &) = default;
};

/// Closes `scope` from now until then, for a reason that visitors see; it opens again by itself.
/// Again for the same scope: the new end and reason hold.
struct CloseFor
{
    Scope scope;
    Instant until; ///< rounded up to the minute; at most closureMax away
    LocalText
        reason; ///< in any of the site's languages, at most closureReasonMax characters; or none
    friend bool operator==(const CloseFor &, const CloseFor &) = default;
};

constexpr Minutes closureMax{31 * 24 * 60};

/// Opens before its time what was closed on the spot.
struct Reopen
{
    Scope scope;
    friend bool operator==(const Reopen &, const Reopen &) = default;
};

/// The service itself asks when a day's end is due; by dayEndCommand() only.
struct CloseDay
{
    BusinessDay day;
    friend bool operator==(const CloseDay &, const CloseDay &) = default;
};

using CommandData = std::variant<IssueTicket, ReportPaper, ReportSlip, OpenCounter, CloseCounter,
    CallNext, CallAgain, StartServing, FinishServing, MarkNoShow, CancelTicket, PublishCatalogue,
    EnrolTerminal, RevokeTerminal, RegisterOfficer, PickTicket, BringBack, ParkTicket, ReturnTicket,
    TransferTicket, AddService, RemoveService, PauseCounter, ResumeCounter, UndoLast, RequestSlip,
    CloseFor, Reopen, CloseDay, RejoinQueue, LetGoFirst, TakePlaceBack, Reserve, CancelReservation,
    CheckIn>;

/// A wish with its name and sender. The same id again is the same wish, however late it comes.
struct Command
{
    CommandId id;
    Actor by;
    CommandData data;
    friend bool operator==(const Command &, const Command &) = default;
};

/// The wish to close a site's day. Its id follows from site and day, so that it is done once
/// however often and by however many services it is asked.
[[nodiscard]] Command dayEndCommand(const Site &site, BusinessDay day);

} // namespace antre

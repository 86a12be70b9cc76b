// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "domain/availability.h"
#include "domain/devicestatus.h"
#include "domain/promisedwait.h"
#include "search/servicefinder.h"

#include <QStringList>

#include <array>

namespace antre {

/// What an officer can ask for at the console.
enum class Wish {
    SignIn,
    CallNext, ///< done with the present visitor, if one is being served, and the next one please
    Help, ///< the same, from the lines that this counter helps while its own are empty
    CallAgain,
    Start, ///< the visitor is here
    Finish, ///< done, without calling anybody
    NoShow,
    Park, ///< set the visitor aside for a while
    Transfer, ///< send the visitor on to another service or counter
    AddService, ///< one service more, or less, in the visitor's visit
    RemoveService,
    Slip, ///< the slip once more, at a kiosk
    Issue, ///< a number for a visitor who has none
    Pick, ///< call one out of turn
    BringBack, ///< who did not come is here after all
    Return, ///< who was set aside is ready
    Pause,
    Resume,
    Undo,
    SignOut, ///< closes the counter
};
constexpr int wishCount = int(Wish::SignOut) + 1;

/// What the officer is in the middle of.
enum class DeskPhase {
    SignedOut, ///< nobody works here, or the counter was closed or taken over meanwhile
    InLobby, ///< an officer without a counter, who gives numbers to visitors
    Free,
    Called, ///< waiting for the visitor to come
    Serving,
};

/// Why a key can't be used now.
enum class Hindrance {
    None,
    Working, ///< an earlier press waits for its answer
    LinkLost,
    Noted, ///< done for this visitor was pressed without a connection: it is kept and will be sent
    NobodyWaiting,
    NotStarted, ///< the visitor was called, serving has not begun
    NobodyCalled, ///< there is no visitor to do that with
    AlreadyServing,
    VisitorHere, ///< a counter is left only when its visitor is done
    PinPause, ///< too many wrong PINs
    CallPause, ///< called a moment ago: give the visitor time to come
    CallsUsedUp, ///< called as often as the catalogue allows
    Paused, ///< the counter rests
    NotPaused,
    OwnLineFirst, ///< others are helped only while nobody waits here
    NotAllowed, ///< calling out of turn is a right of its own
    TooLate, ///< nothing, or nothing any more, that could be undone
    NoKiosk, ///< no kiosk is enrolled that could print
    NoCounter, ///< who helps in the lobby calls nobody
};

/// Why the service did not do what was last asked.
enum class Refusal {
    None,
    NobodyWaiting, ///< another counter was quicker
    CounterBusy,
    CounterClosed,
    CounterTaken, ///< somebody else works at this counter
    TicketMovedOn, ///< the ticket is no longer where this console believed it to be
    CounterPaused,
    CalledTooOften,
    CalledJustNow,
    OtherLine, ///< the counter has nothing to do with the ticket's line
    ServiceWanted, ///< it is in the visit already
    ServiceNotWanted, ///< it is not in the visit any more
    TooManyServices,
    ServiceClosed,
    QuotaFull,
    HallFull,
    TooLateToUndo,
    DayOver,
    NotAllowed, ///< the officer's rights have changed meanwhile
    UnknownKiosk,
    SlipPending,
    ListChanged, ///< a new catalogue has other reasons, outcomes or services
    WrongPin,
    PinPause, ///< too many wrong PINs: the next try has to wait
    Unreachable, ///< no answer: it may have been done; what the screen shows when the link is back
                 ///< is true
    Other,
};

/// One key of the console.
struct KeyView
{
    Hindrance hindrance = Hindrance::None;
    bool isPending = false; ///< pressed, and not yet answered
    [[nodiscard]] bool isUsable() const { return hindrance == Hindrance::None; }
    friend bool operator==(const KeyView &, const KeyView &) = default;
};

/// A service that a visit goes on to.
struct VisitService
{
    ServiceId id;
    QString name;
    friend bool operator==(const VisitService &, const VisitService &) = default;
};

/// What stands on the card: the visitor called or being served.
struct CurrentTicket
{
    TicketId id;
    QString number;
    ServiceId serviceId;
    QString service;
    CallReason why = CallReason::Turn; ///< why it was called before others
    Minutes headStart{0}; ///< with which it was called
    QString className; ///< empty: the class nobody has to ask for
    QString classIcon;
    QStringList requirements;
    Minutes takenAt{0}; ///< local time of the touch, since midnight
    Minutes waited{0}; ///< from the touch to the first call
    std::chrono::seconds lasting{0}; ///< since the last call or, when being served, since the start
    int calls = 0;
    int callsMax = 0;
    std::chrono::seconds callPause{0}; ///< until it may be called again; 0: now
    std::vector<VisitService> further; ///< of this visit, to come
    QStringList done; ///< services of this visit that were finished
    SlipState slip = SlipState::None;
    QString was; ///< the number that its paper overruled; else empty
    QString note; ///< what an officer remarked today; empty: nothing
    std::optional<Wish> noted; ///< pressed without a connection, kept until it is back
    friend bool operator==(const CurrentTicket &, const CurrentTicket &) = default;
};

/// One who waits.
struct WaitingRow
{
    TicketId id;
    QString number;
    QString service;
    QString className; ///< empty: the class nobody has to ask for
    QString classIcon;
    Minutes waited{0};
    Minutes headStart{0}; ///< what its class adds to its waiting time
    CallReason why = CallReason::Turn; ///< what put it here, if not its turn alone
    QString kioskMark; ///< the kiosk that gave the number without a network; else empty
    SlipState slip = SlipState::None;
    QString was; ///< the number that its paper overruled; else empty
    friend bool operator==(const WaitingRow &, const WaitingRow &) = default;
};

/// One who isn't in the queue just now but may be soon: set aside, or called in vain.
struct AsideRow
{
    TicketId id;
    QString number;
    QString service;
    bool isParked = false; ///< else it did not come
    QString reason; ///< why it is parked; empty: none was given
    int calls = 0;
    Minutes at{0}; ///< local time of the park's end or of the last call, since midnight
    std::chrono::seconds backIn{0}; ///< parked: until it is called by itself
    bool isDue = false; ///< parked, and that time is over
    SlipState slip = SlipState::None;
    CounterId elsewhere; ///< the counter that did it, if not this one; else empty
    friend bool operator==(const AsideRow &, const AsideRow &) = default;
};

/// Others' visitors, who may be called here while nobody waits in this counter's own lines.
struct HelpOffer
{
    QStringList agencies; ///< whose, as on their doors; those of which somebody waits
    int waiting = 0;
    QString next; ///< the number that would come
    friend bool operator==(const HelpOffer &, const HelpOffer &) = default;
};

/// The counter rests.
struct PauseView
{
    QString reason; ///< empty: none was given
    Minutes since{0}; ///< local time, since midnight
    std::optional<Minutes> until; ///< when the officer meant to be back
    std::chrono::seconds lasting{0};
    bool isOver = false; ///< that time has passed
    friend bool operator==(const PauseView &, const PauseView &) = default;
};

/// What an action did to a ticket or to the counter.
enum class Deed {
    Called,
    CalledAgain,
    Started,
    Finished,
    Missed,
    Parked,
    Transferred,
    BroughtBack,
    Changed, ///< its services
    Paused,
    Resumed,
};

/// The last action, while it can still be taken back.
struct UndoOffer
{
    CommandId action;
    /// What it did, in the order in which it happened; the number is empty for the counter's deeds.
    std::vector<std::pair<Deed, QString>> deeds;
    Milliseconds left{0};
    friend bool operator==(const UndoOffer &, const UndoOffer &) = default;
};

/// One of several things that an officer chooses from.
template <typename Id> struct NamedChoice
{
    Id id;
    QString name;
    Minutes minutes{0}; ///< of a reason to park: as a rule
    friend bool operator==(const NamedChoice &, const NamedChoice &) = default;
};

/// A service that a visitor can be sent to.
struct ServiceChoice
{
    ServiceId id;
    QString name;
    QString agency; ///< as on its door
    LineId line;
    std::vector<CounterId> counters; ///< open ones that serve its line
    bool isClosed = false; ///< not today, or its quota is used up
    ServiceStatus status = {}; ///< for a new number
    friend bool operator==(const ServiceChoice &, const ServiceChoice &) = default;
};

struct KioskChoice
{
    TerminalId id;
    QString name; ///< for people: "Kiosk 1, main entrance"
    bool isConnected = true; ///< as the service says; true when it says nothing
    PrinterCondition printer = PrinterCondition::Unknown;
    friend bool operator==(const KioskChoice &, const KioskChoice &) = default;
};

/// A priority class that a number is given with.
struct ClassChoice
{
    ClassId id;
    QString name;
    QString icon;
    friend bool operator==(const ClassChoice &, const ClassChoice &) = default;
};

/// Where an officer's note about a number just given is.
enum class NoteFate {
    None, ///< nothing was noted
    Sending,
    Kept,
    Lost, ///< it could not be kept
};

/// The number that was just given to a visitor here.
struct IssuedNumber
{
    TicketId id;
    QString number;
    QString service;
    QString agency;
    int ahead = 0; ///< waiting before it in its line, when it was given
    std::optional<PromisedWait> wait; ///< from then; absent: no honest estimate
    TerminalId kiosk; ///< where its slip was sent last; empty: no paper was asked for
    QString kioskName;
    SlipState slip = SlipState::None;
    bool isLate = false; ///< that kiosk should have answered by now
    QString link; ///< where a phone follows it; empty: the mall has no address for phones
    NoteFate note = NoteFate::None;
    friend bool operator==(const IssuedNumber &, const IssuedNumber &) = default;
};

/// Something that somebody in the mall should do something about, or know.
struct DeskNews
{
    QString device; ///< its name; empty: the queue itself
    QString code; ///< a trouble's, as DeviceStatus says it; else one of the names below
    int count = 0; ///< of what it is about
    bool isBad = true; ///< else it can wait
    QString words = {}; ///< what is the matter with a printer, and with which
    friend bool operator==(const DeskNews &, const DeskNews &) = default;

    static const QString silent; ///< no sign of life
    static const QString slipsUnknown; ///< `count` slips that a person must look for
    static const QString slipsFailed;
    static const QString paperLow;
    static const QString expired; ///< `count` numbers ended when the day was closed
};

struct CounterChoice
{
    CounterId id;
    QStringList agencies;
    QString takenBy; ///< the name of who works there; empty: free
    friend bool operator==(const CounterChoice &, const CounterChoice &) = default;
};

struct OfficerChoice
{
    OfficerId id;
    QString name;
    friend bool operator==(const OfficerChoice &, const OfficerChoice &) = default;
};

/// A press that waits for the connection.
struct KeptPress
{
    Wish wish = Wish::Finish;
    TicketId ticket;
    QString number; ///< when it was pressed; empty: not known after a restart
    Instant at{}; ///< when it was pressed; epoch: not known after a restart
    friend bool operator==(const KeptPress &, const KeptPress &) = default;
};

/// A visitor who was called here under a number that turned out void: the paper has another one.
/// Nothing that this counter did takes effect, and the visitor waits again.
struct TakenBack
{
    QString was;
    QString number;
    friend bool operator==(const TakenBack &, const TakenBack &) = default;
};

/// What became of a press that was kept while the service was away, and then refused.
struct LateRefusal
{
    Wish wish = Wish::Finish;
    QString number; ///< as it was when the key was pressed
    QString nowNumber; ///< what its paper says, if that is another one; else empty
    friend bool operator==(const LateRefusal &, const LateRefusal &) = default;
};

/// Whether the service can be reached, and since when that is so.
struct ConsoleLink
{
    bool isUp = true;
    Instant since{}; ///< epoch: never up yet
    bool isRejected = false; ///< the service answers, and doesn't want this console
    friend bool operator==(const ConsoleLink &, const ConsoleLink &) = default;
};

/// All that the officer's window shows: numbers, times and the catalogue's texts, no other words.
struct CounterView
{
    QString language; ///< of the catalogue's texts here, and of clocks
    DeskPhase phase = DeskPhase::SignedOut;
    CounterId counter;
    QStringList agencies; ///< whose visitors come here, as on their doors
    QString officerName;
    Instant moment{}; ///< when this was true
    std::optional<Minutes> now; ///< the same as local time, since midnight; absent: the catalogue
                                ///< with the time zone is not here yet
    std::optional<CurrentTicket> current;

    std::vector<WaitingRow> waiting; ///< in calling order: the first is the next
    QString next; ///< the number that the call key would call; empty: nobody
    QStringList lines; ///< letter codes
    std::vector<CounterId>
        alsoServedBy; ///< other open counters that take visitors from these lines
    std::optional<HelpOffer> help; ///< only while nobody waits here
    std::vector<AsideRow> aside; ///< parked ones by the end of their time, then the missed, latest
                                 ///< first
    bool mayPick = false; ///< this officer may call out of turn
    bool mayExceed = false; ///< and give numbers after the last one
    std::optional<PauseView> pause;
    std::optional<UndoOffer> undo;
    QStringList slipsMissing; ///< numbers waiting here whose slip failed or is unknown
    std::optional<TakenBack> takenBack; ///< why this desk is free, when it need not have been

    bool isLinkUp = true;
    bool isRejected = false; ///< the service doesn't want this console: a matter for the technician
    std::optional<Minutes> linkSince; ///< local time, since midnight; absent: never up yet
    std::vector<KeptPress> noted; ///< presses that wait for the connection, oldest first
    std::array<KeyView, wishCount> keys;
    TicketId pendingTicket; ///< whom the pending press is about, if it is one of the lists'
    Wish mainKey = Wish::CallNext; ///< what the large key is for now
    /// The key to press next, the yellow one; absent when there is nothing to do but wait.
    std::optional<Wish> nextStep;
    Refusal refusal = Refusal::None;
    std::optional<LateRefusal> lateRefusal; ///< with `refusal`: what was pressed, some time ago
    std::chrono::seconds pinPause{0}; ///< until the next PIN may be tried; 0: now

    // What the officer chooses from, in the catalogue's order; empty when signed out.
    std::vector<NamedChoice<OutcomeId>> outcomes;
    std::vector<NamedChoice<ReasonId>> parkReasons;
    std::vector<NamedChoice<ReasonId>> pauseReasons;
    std::vector<ClassChoice> classes; ///< the first is what most visitors have
    std::vector<KioskChoice> kiosks;
    std::map<TerminalId, qint64> slipsLeft; ///< that each kiosk's paper is good for, where known
    std::vector<ServiceChoice> services;
    std::shared_ptr<const ServiceFinder> finder; ///< finds among them by words; null: not known yet

    std::vector<DeskNews> news; ///< the most urgent first
    std::optional<LocalTime> localNow; ///< `moment` as people say it; absent: no time zone yet
    std::optional<IssuedNumber> issued; ///< until the officer has read it

    QString workedBy; ///< signed out: who works at this counter, at another console; empty: nobody
    std::vector<CounterChoice> counterChoices; ///< only when signed out
    std::vector<OfficerChoice> officerChoices; ///< only when signed out; in name order

    [[nodiscard]] const KeyView &key(Wish wish) const { return keys[size_t(wish)]; }
    /// What the key for the next visitor means now.
    [[nodiscard]] Wish callWish() const { return help ? Wish::Help : Wish::CallNext; }
    friend bool operator==(const CounterView &, const CounterView &) = default;
};

/// What a console knows when it draws itself.
struct Console
{
    CounterId counter; ///< empty: not chosen yet
    OfficerId officer; ///< who signed in here; empty: nobody
    ConsoleLink link;
    std::optional<Wish> pending; ///< sent and not yet answered
    std::optional<Error> refusal; ///< the last answer; absent: it was done, or nothing was asked
    Instant refusedAt{}; ///< when that answer came
    QString language; ///< for the catalogue's texts
    std::vector<KeptPress> kept = {}; ///< not answered yet
    std::optional<KeptPress> refused = {}; ///< the kept press that `refusal` answers
    TicketId pendingTicket = {}; ///< whom `pending` is about, if it is not the present visitor
    std::map<TerminalId, DeviceStatus> devices = {}; ///< what the service says of terminals
    std::shared_ptr<const ServiceFinder> finder = {}; ///< of the catalogue's services
    bool inLobby = false; ///< `officer` works without a counter
    std::map<TicketId, QString> notes = {}; ///< officers' remarks about today's tickets
    /// Slips that were asked for here and are not on paper, or not yet.
    std::map<TicketId, SlipState> askedSlips = {};
    /// A number that was given here and is still shown.
    struct Issued
    {
        TicketId ticket;
        TicketNumber number;
        ServiceId service;
        int ahead = 0;
        std::optional<PromisedWait> wait = {};
        TerminalId kiosk = {}; ///< where its slip was sent last
        Instant sentAt{}; ///< to that kiosk
        NoteFate note = NoteFate::None;
    };
    std::optional<Issued> issued = {};
};

/// A kiosk that has not said what became of a slip after this long is silent.
constexpr std::chrono::seconds kioskAnswersWithin{12};

/// What the window of `console` shows at `now`. Pure. When the link is lost, `state` is what was
/// known last: all of it is still shown, and only what can be kept can be asked for.
[[nodiscard]] CounterView counterView(const State &state, const Console &console, Instant now);

} // namespace antre

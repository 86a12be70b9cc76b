// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/random.h"
#include "terminal/keptwishes.h"
#include "terminal/kiosktickets.h"
#include "terminal/mirror.h"
#include "terminal/paperrolls.h"
#include "terminal/siteclock.h"
#include "terminal/sliprequests.h"

#include <set>

namespace antre {

/// How a terminal finds out that a connection is dead, whatever TCP says.
struct Heartbeat
{
    Milliseconds pingEvery{5000};
    Milliseconds silenceMax{15'000}; ///< nothing heard for so long: dead
};

/// Who this terminal is; from its terminal file.
struct TerminalSettings
{
    TerminalId id;
    TerminalKind kind = TerminalKind::Kiosk;
    QString token;
    QString mark; ///< a kiosk's own letter or digit
    QString version; ///< of the program
    Heartbeat heartbeat = {};
    /// A kiosk's, in the order in which they are tried.
    std::vector<KioskPrinter> printers = {KioskPrinter()};
    bool takesOrders = false; ///< the program does what OrderHeard says
};

// What can happen to a terminal.

/// Comes first, and again after LoadRecords: what the terminal's own journal holds, latest per key
/// and then all after the last checkpoint.
struct Started
{
    std::vector<JournalRecord> records;
    std::optional<Error> error = {}; ///< why the journal could not be read
};
struct LinkOpened
{
};
struct LinkClosed
{
    QString why; ///< for the technician
};
struct FrameReceived
{
    QByteArray frame;
};
/// nextDeadline() has passed; harmless at any other time.
struct TimeReached
{
};
struct StoreEnded
{
    quint64 store = 0; ///< StoreRecords::id
    std::optional<Error> error;
};
/// A visitor asked for a number.
struct Touched
{
    ServiceId service;
    ClassId priority;
    QString language;
};
/// A visitor held the code of a reservation before this kiosk.
struct CheckInWanted
{
    QString code;
    QString language;
};
struct PrintEnded
{
    quint64 print = 0; ///< PrintSlip::print
    SlipState slip = SlipState::Unknown;
    int millimetres = 0; ///< of paper that this slip takes
};
/// A person looked: the slip is there, or it is not.
struct SlipSeen
{
    TicketId ticket;
    bool cameOut = false;
};
/// Print the same number once more, marked as a copy.
struct ReprintWanted
{
    TicketId ticket;
    /// The ticket's, from a code that was held before the kiosk: then its holder may, hours later,
    /// too. Empty: only the last visitor may.
    QString secret = {};
    bool byOfficer = false; ///< who is signed in here may, for any number of today
};
/// The last visitor of this kiosk can't print the slip again any more: somebody else is here now.
struct OfferOver
{
};
/// The visitor has left the issued screen.
struct Dismissed
{
    bool hasSlip = false; ///< and said so
};
/// Who stands at a printer says which roll is in it, as rollQuestion() asked.
struct RollConfirmed
{
    size_t printer = 0;
    bool isNew = false;
};
/// A printer has printed something that is no ticket's slip, such as a technician's test.
struct PaperUsed
{
    size_t printer = 0;
    int millimetres = 0;
};
/// A wish of the console. `keep`: worth doing later when the link is away, so it is stored and
/// survives a restart; else it fails at once.
struct CommandWanted
{
    CommandId id;
    CommandData data;
    bool keep = false;
};
struct SignInWanted
{
    SignIn message;
};
/// An officer's remark about a ticket of today; an empty text takes it away. Fails at once when the
/// link is away: no disk but the service's may ever hold it.
struct NoteWanted
{
    static constexpr int lengthMax = maxNoteLength;
    NoteMessage message;
};
/// How what is connected to this terminal is now; staff hear of it at the counters.
struct DevicesChanged
{
    QStringList troubles; ///< see TerminalStatus
    std::vector<PrinterCondition> printers = {};
};

using TerminalInput = std::variant<Started, LinkOpened, LinkClosed, FrameReceived, TimeReached,
    StoreEnded, Touched, CheckInWanted, PrintEnded, SlipSeen, ReprintWanted, OfferOver, Dismissed,
    RollConfirmed, PaperUsed, CommandWanted, SignInWanted, NoteWanted, DevicesChanged>;

// What a terminal wants done. Perform them in order; each that has an end reports it as an input.

/// Append to the terminal's own journal, all or none, durable; then StoreEnded.
struct StoreRecords
{
    quint64 id = 0;
    std::vector<JournalRecord> records;
};
/// Read the terminal's own journal anew, then Started: it could not be read before.
struct LoadRecords
{
};
/// Connect, then LinkOpened; or LinkClosed.
struct OpenLink
{
};
/// Close at once; no LinkClosed follows.
struct CloseLink
{
};
struct SendFrame
{
    QByteArray frame;
};
/// Print the slip of this ticket, then PrintEnded. The same `print` may come again for another
/// printer, when nothing came out of the first.
struct PrintSlip
{
    quint64 print = 0;
    KioskTicket ticket;
    bool copy = false;
    size_t printer = 0; ///< in TerminalSettings::printers
    CommandId request = {}; ///< the officer's wish that this is; empty: the visitor's
};
/// What came with CommandWanted, SignInWanted or NoteWanted has its answer.
struct CommandAnswered
{
    Answer answer;
};

/// Somebody at the manager's page wants this of the terminal, now; it has no answer.
struct OrderHeard
{
    DeviceOrder order = DeviceOrder::TestPrint;
};

using TerminalAction = std::variant<StoreRecords, LoadRecords, OpenLink, CloseLink, SendFrame,
    PrintSlip, CommandAnswered, OrderHeard>;
using TerminalActions = std::vector<TerminalAction>;

enum class LinkStatus {
    Down, ///< no connection; trying again by itself
    Greeting, ///< connected, not yet up to date
    Up, ///< what is shown is the present
    Rejected, ///< the service doesn't want this terminal: see rejection()
};

/// Where the present visitor's wish is.
enum class IssueStage {
    Storing, ///< on its way to the kiosk's disk
    Asking, ///< the service was asked for a number
    Numbering, ///< the number is on its way to the kiosk's disk
    Printing, ///< the slip is being printed
    Finished, ///< see the ticket's slip state
    Refused, ///< no number: see the ticket's refusal
};

struct Issue
{
    KioskTicket ticket;
    IssueStage stage = IssueStage::Storing;
    Milliseconds touched{0}; ///< elapsed time
    std::optional<Milliseconds> deadline; ///< elapsed time when it stops waiting: for the service
                                          ///< or for its own disk
    bool asked = false; ///< the service may know of the wish
    size_t printer = 0; ///< where the slip comes out
    bool isCopy = false; ///< what is being printed, or was printed last
    QString checkIn = {}; ///< the reservation's code that it is about; empty: a touch
    SlipState print
        = SlipState::Pending; ///< how that ended; the ticket's slip may be there already
};

/// Why a reservation became no slip here.
struct CheckInRefusal
{
    QString code; ///< the reservation's
    /// decide()'s, or "offline": only the service knows whether a code was used or given back; or
    /// "unanswered": it may be checked in, and held again it tells.
    QString reason;
    std::optional<TicketNumber> number = {}; ///< it was checked in before, elsewhere
    friend bool operator==(const CheckInRefusal &, const CheckInRefusal &) = default;
};

/// What a kiosk asks whoever stands there after a printer was opened or filled.
struct RollQuestion
{
    size_t printer = 0;
    bool isNew = false; ///< what holds without an answer
    friend bool operator==(const RollQuestion &, const RollQuestion &) = default;
};

/// The terminal's half of Antre, without I/O: an input goes in, actions come out, and the screens
/// read the queries. The real terminals, the rehearsal and the simulator run this same class. One
/// thread.
///
/// A touch is stored before anybody hears of it; a number is stored before it is printed. When the
/// service doesn't answer within answerTimeout, or isn't there, the number comes from the kiosk's
/// own series and the service is told later: paper wins. While the kiosk's own disk takes nothing,
/// only the service's numbers are printed, since they are on the service's disk; with neither, the
/// visitor is told so.
///
/// Its functions stand in eight files: terminalmachine.cpp (time and the own journal),
/// machinelink.cpp, machineissue.cpp (a visitor's number), machinecheckin.cpp (or a reservation
/// that becomes one), machineprint.cpp (its slip),
/// machinerequests.cpp (slips that officers want), machinereports.cpp (what the service must still
/// hear) and machinestatus.cpp (how this terminal is, and the others).
class TerminalMachine
{
public:
    /// How long a visitor waits for the service's number before the kiosk gives its own; and how
    /// long for the kiosk's disk before the service is asked without it.
    static constexpr Milliseconds answerTimeout{1000};
    /// A disk that takes longer to keep a number of the kiosk's own has not kept it.
    static constexpr Milliseconds storeTimeout{10'000};
    /// The service couldn't take a report: try again after this.
    static constexpr Milliseconds retryPause{2000};
    /// The own journal couldn't be read or written: try again after this.
    static constexpr Milliseconds diskPause{5000};
    /// How long after the touch the last visitor may print the slip again, and how often: whoever
    /// comes later could be a stranger.
    static constexpr Milliseconds reprintOfferFor{120'000};
    static constexpr int copiesMax = 2;
    /// An officer's wish for a slip that is older is not printed any more: nobody waits there.
    static constexpr Milliseconds requestMaxAge{120'000};
    /// How long a kiosk asks which roll was put in.
    static constexpr Milliseconds rollQuestionFor{90'000};
    /// The service hears how this terminal is whenever that changes, and after this long anyway.
    static constexpr Milliseconds statusEvery{60'000};
    /// Reports under way at once: a week's backlog must not flood the service.
    static constexpr size_t reportsAtOnce = 64;

    TerminalMachine(TerminalSettings settings, const Clock &clock, Random &random);

    [[nodiscard]] TerminalActions step(const TerminalInput &input);
    /// Elapsed time at which TimeReached is due.
    [[nodiscard]] std::optional<Milliseconds> nextDeadline() const;

    [[nodiscard]] const TerminalSettings &settings() const { return m_settings; }
    [[nodiscard]] const Mirror &mirror() const { return m_mirror; }
    [[nodiscard]] const KioskTickets &tickets() const { return m_tickets; }
    [[nodiscard]] LinkStatus link() const { return m_link; }
    /// Why the service doesn't want this terminal.
    [[nodiscard]] const std::optional<Error> &rejection() const { return m_rejection; }
    /// The present visitor's wish, until dismissed.
    [[nodiscard]] const std::optional<Issue> &issue() const { return m_issue; }
    /// What the service says of numbers taken now. Empty without it: who can't see which counters
    /// work has no honest wait to tell.
    [[nodiscard]] const PromisedWaits &waits() const { return m_waits; }
    /// The site's time, as well as this machine knows it.
    [[nodiscard]] Instant now() const { return m_siteClock.now(); }
    [[nodiscard]] Milliseconds clockOffset() const { return m_siteClock.offset(); }
    /// Why the own disk takes nothing just now; absent while it does.
    [[nodiscard]] const std::optional<Error> &storeError() const { return m_storeError; }
    /// Commands sent or kept that have no answer yet.
    [[nodiscard]] size_t unanswered() const { return m_commands.size() + m_wishes.all().size(); }
    /// Presses that wait for the service, oldest first.
    [[nodiscard]] const std::vector<KeptWish> &keptWishes() const { return m_wishes.all(); }
    /// Whether the visitor who is here may print the slip again now.
    [[nodiscard]] bool mayPrintAgain() const;
    /// Whether who holds this secret of the ticket may have its slip once more: of today, not over,
    /// not copied too often, and nobody else's number is on the screen.
    [[nodiscard]] bool mayPrintLost(const TicketId &ticket, const QString &secret) const;
    /// The last visitor's ticket, while its slip may be printed again at this kiosk.
    [[nodiscard]] const KioskTicket *reprintable() const;
    /// The same, only when the kiosk restarted before it knew that the slip was out.
    [[nodiscard]] const KioskTicket *reprintOffer() const;
    /// How much longer it may be printed again; 0: not at all.
    [[nodiscard]] Milliseconds reprintOfferLeft() const;
    /// Of the last code that was held here; absent: it is a number, or on its way.
    [[nodiscard]] const std::optional<CheckInRefusal> &checkInRefusal() const
    {
        return m_checkInRefusal;
    }
    [[nodiscard]] std::optional<RollQuestion> rollQuestion() const { return m_rollQuestion; }
    /// Counters: what became of the slips that were asked for here, until a slip of the ticket is
    /// on paper. The ticket itself may have another slip, so it does not tell.
    [[nodiscard]] const std::map<TicketId, SlipState> &askedSlips() const { return m_askedSlips; }
    /// Numbers whose slips are being printed for officers.
    [[nodiscard]] QStringList printingForOfficers() const;
    /// Today's tickets whose slip a person must look for: it is unknown, or certainly missing. In
    /// order of touch.
    [[nodiscard]] std::vector<const KioskTicket *> doubtfulSlips() const;
    /// Today's numbers of this kiosk's own that its copy of the state doesn't hold, by service:
    /// they count for quotas.
    [[nodiscard]] QHash<ServiceId, int> unheardNumbers() const;
    /// Slips in hands that the service has not heard of.
    [[nodiscard]] size_t unreportedPaper() const;
    /// Reports that the service will never take, such as paper with a number that another ticket
    /// holds; a person must look.
    [[nodiscard]] const std::map<CommandId, Error> &disputes() const { return m_disputes; }
    /// How this terminal is.
    [[nodiscard]] TerminalStatus status() const;
    /// A kiosk's, in the order in which they are tried.
    [[nodiscard]] std::vector<PrinterStatus> printers() const;
    /// How the site's terminals are, as the service said last; counters only. Those that it has
    /// not heard since it started are missing.
    [[nodiscard]] const std::map<TerminalId, DeviceStatus> &devices() const { return m_devices; }

    /// Officers' remarks about today's tickets; counters only, in memory only.
    [[nodiscard]] const std::map<TicketId, QString> &notes() const { return m_notes; }

private:
    enum class StoreFor { Wish, Number, Ticket, Copy, Press, Housekeeping, Request, RequestEnd };
    struct Store
    {
        StoreFor purpose = StoreFor::Housekeeping;
        KioskTicket ticket = {};
        CommandId request = {};
    };

    void on(const Started &input);
    void on(const LinkOpened &);
    void on(const LinkClosed &input);
    void on(const FrameReceived &input);
    void on(const TimeReached &);
    void on(const StoreEnded &input);
    void on(const Touched &input);
    void on(const CheckInWanted &input);
    void on(const PrintEnded &input);
    void on(const SlipSeen &input);
    void on(const ReprintWanted &input);
    void on(const OfferOver &);
    void on(const Dismissed &input);
    void on(const RollConfirmed &input);
    void on(const PaperUsed &input);
    void on(const CommandWanted &input);
    void on(const SignInWanted &input);
    void on(const NoteWanted &input);
    void on(const DevicesChanged &input);

    void on(const Welcome &message);
    void on(const EventsFeed &message);
    void on(const Answer &message);
    void on(const Pong &message);
    void on(const Rejected &message);
    void on(const DeviceStatuses &message);
    void on(const TicketNotes &message);

    // The own journal
    void foldOwn(const JournalRecord &record);
    void settleAfterRestart(const std::map<TicketId, KioskTicket> &alive);
    void offerReprint();
    void keepMirror(bool now = false);
    void checkpoint();
    void store(StoreFor purpose, const KioskTicket &ticket);
    void store(StoreFor purpose, std::vector<JournalRecord> records);
    void storeFailed(const Store &what, const Error &error);
    void keepAgain();

    // A visitor's number
    void wishEnded(const KioskTicket &ticket, bool kept);
    void numberEnded(const KioskTicket &ticket, bool kept);
    void ask();
    void giveOwnNumber();
    void refuse(const QString &reason);
    void issueTimeReached();
    void answered(const Answer &message);
    void checkInAnswered(const Answer &message);
    void refuseCheckIn(const QString &reason, const std::optional<TicketNumber> &number = {});
    [[nodiscard]] KioskTicket newTicket(const ServiceId &service, const QString &language);
    [[nodiscard]] bool isBusy() const;

    // Its slip
    struct Print
    {
        KioskTicket ticket;
        bool copy = false;
        CommandId request = {}; ///< an officer's; empty: the visitor's
        std::set<size_t> tried = {}; ///< printers that certainly printed nothing of it
        size_t printer = 0;
    };
    void print(const KioskTicket &ticket);
    void beginPrint(Print print);
    void printOn(quint64 id, Print &print, size_t printer);
    void slipEnded(const TicketId &ticket, SlipState slip);
    [[nodiscard]] bool mayReprint(const KioskTicket &ticket) const;
    [[nodiscard]] bool isMissing(const KioskTicket &ticket) const;
    [[nodiscard]] bool isPrinting(const TicketId &ticket) const;
    [[nodiscard]] std::vector<PrinterCondition> printerConditions() const;
    void lookAtPaper();
    [[nodiscard]] std::vector<JournalRecord> takeRollRecords();

    // Slips that officers want
    struct HeardRequest
    {
        CommandId id;
        SlipRequested wish;
        Instant at;
        BusinessDay day;
    };
    void settleRequests();
    void hearOfAsked(const Event &event);
    void hearRequests(const EventsFeed &feed);
    void takeRequests();
    void takeRequest(const HeardRequest &heard);
    void requestNoted(const CommandId &id, bool kept);
    void requestEnded(const Print &print, SlipState slip);
    void endRequest(SlipRequest request, SlipState slip);
    void storeRequest(StoreFor purpose, const SlipRequest &request);
    void reportRequest(const SlipRequest &request);
    void requestReportAnswered(const Answer &message);
    void requestAnswered(const CommandId &id);
    [[nodiscard]] std::optional<KioskTicket> ticketToPrint(const HeardRequest &heard) const;
    [[nodiscard]] bool mayHavePaper(const SlipRequest &request) const;

    // What the service must still hear
    void report(const KioskTicket &ticket);
    void reportAll();
    void reportAnswered(const KioskTicket &ticket, const Answer &message);
    void settleReport(const KioskTicket &ticket, bool isPaper);
    void sendReport(const CommandId &id, const CommandData &data);
    void wishAnswered(const Answer &message);
    void recognizePaper();
    void renewSeries();
    void noteMarkedNumbers();
    /// The service has trouble, not the rules: later it may take the same.
    [[nodiscard]] static bool isPassing(const Error &error);

    // How terminals are
    void tellStatus();

    // The link
    void becameCurrent();
    void reconnectLater();
    void dropLink(const QString &why);
    void failCommands(const QString &why);
    void answerOffline(const CommandId &id, const QString &why);
    void send(const Message &message);

    void act(TerminalAction action) { m_actions.push_back(std::move(action)); }
    [[nodiscard]] CommandId newCommandId() { return CommandId(makeUuid(m_clock, m_random)); }
    [[nodiscard]] BusinessDay businessDay() const;
    [[nodiscard]] bool isUp() const { return m_link == LinkStatus::Up; }
    [[nodiscard]] bool isPresent(const TicketId &ticket) const
    {
        return m_issue && m_issue->ticket.id == ticket;
    }

    TerminalSettings m_settings;
    const Clock &m_clock;
    Random &m_random;
    Mirror m_mirror;
    SiteClock m_siteClock;
    PromisedWaits m_waits;
    KioskTickets m_tickets;
    KeptWishes m_wishes;
    TerminalActions m_actions;

    LinkStatus m_link = LinkStatus::Down;
    std::optional<Error> m_rejection;
    int m_attempts = 0;
    std::optional<Milliseconds> m_reconnectAt;
    std::optional<Milliseconds> m_pingAt;
    std::optional<Milliseconds> m_silentAt;
    std::optional<Milliseconds> m_retryAt;

    bool m_started = false;
    bool m_knowsOwnPast = false; ///< the own journal was read: its series can go on
    quint64 m_nextStore = 1;
    std::map<quint64, Store> m_stores;
    int m_storedSinceCheckpoint = 0;
    std::optional<Error> m_storeError;
    std::set<TicketId> m_unkept; ///< the disk has an older state of these
    std::optional<Milliseconds> m_diskAt; ///< try the disk again
    struct MirrorKept
    {
        std::optional<Milliseconds> at;
        qint64 position = 0;
    } m_mirrorKept;
    CataloguePtr m_catalogueKept;

    std::optional<Issue> m_issue;
    std::optional<CheckInRefusal> m_checkInRefusal;
    std::optional<Issue> m_unanswered; ///< a check-in that the service may have made
    /// Touches from before the service was ever heard in this life, by elapsed time: their place in
    /// line can be set right once it is.
    std::map<TicketId, Milliseconds> m_touchedAt;
    std::map<quint64, Print> m_prints; ///< not ended
    SlipRequests m_requests;
    /// Told by the service, and not looked at before the mirror is current and the own past known.
    std::vector<HeardRequest> m_heardRequests;
    std::map<CommandId, HeardRequest> m_notedRequests; ///< on their way to the disk, then printed
    std::map<TicketId, SlipState> m_askedSlips;
    quint64 m_nextPrint = 1;
    /// The last visitor's right to print the slip again.
    struct Offer
    {
        TicketId ticket;
        bool inDoubt = false; ///< nobody knows whether it came out before the restart
    };
    std::optional<Offer> m_offer;
    std::optional<Milliseconds> m_offerEndsAt;
    PaperRolls m_rolls;
    std::set<size_t> m_rollsChanged; ///< not on the disk yet
    std::optional<RollQuestion> m_rollQuestion;
    std::optional<Milliseconds> m_rollQuestionEndsAt;

    std::set<CommandId> m_commands; ///< sent, not kept
    std::set<CommandId> m_wishesSent;
    std::set<CommandId> m_reportsSent;
    std::map<CommandId, Error> m_disputes;

    DevicesChanged m_connected; ///< what is connected to this terminal
    bool m_takesStatus = false; ///< the service does
    struct Told
    {
        TerminalStatus status;
        Milliseconds at{0};
    };
    std::optional<Told> m_told; ///< what the service heard over this link
    std::map<TerminalId, DeviceStatus> m_devices;
    bool m_takesNotes = false; ///< the service does
    std::map<TicketId, QString> m_notes;
};

} // namespace antre

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/random.h"
#include "terminal/kiosktickets.h"
#include "terminal/mirror.h"

#include <deque>
#include <set>

namespace antre {

/// Who this terminal is; from its terminal file.
struct TerminalSettings
{
    TerminalId id;
    TerminalKind kind = TerminalKind::Kiosk;
    QString token;
    QString mark; ///< a kiosk's own letter or digit
    QString version; ///< of the program
};

// What can happen to a terminal.

/// Comes first: what the terminal's own journal holds, latest per key and then all after the last
/// checkpoint.
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
struct PrintEnded
{
    TicketId ticket;
    SlipState slip = SlipState::Unknown;
};
/// Print the same number once more, marked as a copy.
struct ReprintWanted
{
    TicketId ticket;
};
/// The visitor is done with the issued screen.
struct Dismissed
{
};
/// A wish of the console. `keep`: worth doing later when the link is away; else it fails at once.
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

using TerminalInput = std::variant<Started, LinkOpened, LinkClosed, FrameReceived, TimeReached,
    StoreEnded, Touched, PrintEnded, ReprintWanted, Dismissed, CommandWanted, SignInWanted>;

// What a terminal wants done. Perform them in order; each that has an end reports it as an input.

/// Append to the terminal's own journal, all or none, durable; then StoreEnded.
struct StoreRecords
{
    quint64 id = 0;
    std::vector<JournalRecord> records;
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
/// Print the slip of this ticket, then PrintEnded.
struct PrintSlip
{
    KioskTicket ticket;
    bool copy = false;
};
/// A command of CommandWanted or SignInWanted has its answer.
struct CommandAnswered
{
    Answer answer;
};

using TerminalAction
    = std::variant<StoreRecords, OpenLink, CloseLink, SendFrame, PrintSlip, CommandAnswered>;
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
    std::optional<Milliseconds> deadline; ///< elapsed time when it stops waiting for the service
    bool asked = false; ///< the service may know of the wish
};

/// The terminal's half of Antre, without I/O: an input goes in, actions come out, and the screens
/// read the queries. The real terminals, the rehearsal and the simulator run this same class. One
/// thread.
///
/// A touch is stored before anybody hears of it; a number is stored before it is printed. When the
/// service doesn't answer within answerTimeout, or isn't there, the number comes from the kiosk's
/// own series and the service is told later: paper wins.
class TerminalMachine
{
public:
    /// How long a visitor waits for the service's number before the kiosk gives its own.
    static constexpr Milliseconds answerTimeout{1000};
    static constexpr Milliseconds pingEvery{5000};
    /// Nothing heard for so long: the connection is dead, whatever TCP says.
    static constexpr Milliseconds silenceMax{15000};
    /// The service couldn't take a report: try again after this.
    static constexpr Milliseconds retryPause{2000};

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
    /// The site's time, as well as this machine knows it.
    [[nodiscard]] Instant now() const { return m_offset.now(); }
    [[nodiscard]] Milliseconds clockOffset() const { return m_offset.offset(); }
    /// Why the disk took nothing last time; absent when it did.
    [[nodiscard]] const std::optional<Error> &storeError() const { return m_storeError; }
    /// Commands sent or kept that have no answer yet.
    [[nodiscard]] size_t unanswered() const { return m_commands.size(); }

private:
    enum class StoreFor { Wish, Number, Ticket, Housekeeping };
    struct Store
    {
        StoreFor purpose = StoreFor::Housekeeping;
        KioskTicket ticket;
    };
    struct PendingCommand
    {
        QByteArray frame;
        bool keep = false;
        bool sent = false;
    };

    void on(const Started &input);
    void on(const LinkOpened &);
    void on(const LinkClosed &input);
    void on(const FrameReceived &input);
    void on(const TimeReached &);
    void on(const StoreEnded &input);
    void on(const Touched &input);
    void on(const PrintEnded &input);
    void on(const ReprintWanted &input);
    void on(const Dismissed &);
    void on(const CommandWanted &input);
    void on(const SignInWanted &input);

    void on(const Welcome &message);
    void on(const EventsFeed &message);
    void on(const Answer &message);
    void on(const Pong &message);
    void on(const Rejected &message);

    void foldOwn(const JournalRecord &record);
    void settleAfterRestart();
    void keepMirror();
    void store(StoreFor purpose, const KioskTicket &ticket);
    void storeHousekeeping(std::vector<JournalRecord> records);
    void wishStored();
    void numberStored(const KioskTicket &ticket, bool durable);
    void ask();
    void giveOwnNumber();
    void refuse(const QString &reason);
    void answered(const Answer &message);
    void reportAnswered(const KioskTicket &ticket, const Answer &message);
    void report(const KioskTicket &ticket);
    void reportAll();
    void becameCurrent();
    void reconnectLater();
    void dropLink(const QString &why);
    void send(const Message &message);
    void sendCommand(const CommandId &id, const CommandData &data);
    void act(TerminalAction action) { m_actions.push_back(std::move(action)); }
    [[nodiscard]] BusinessDay businessDay() const;
    [[nodiscard]] bool isUp() const { return m_link == LinkStatus::Up; }

    TerminalSettings m_settings;
    const Clock &m_clock;
    Random &m_random;
    Mirror m_mirror;
    ClockOffset m_offset;
    KioskTickets m_tickets;
    TerminalActions m_actions;

    LinkStatus m_link = LinkStatus::Down;
    std::optional<Error> m_rejection;
    int m_attempts = 0;
    std::optional<Milliseconds> m_reconnectAt;
    std::optional<Milliseconds> m_pingAt;
    std::optional<Milliseconds> m_silentAt;
    std::optional<Milliseconds> m_retryAt;

    std::optional<Issue> m_issue;
    quint64 m_nextStore = 1;
    std::map<quint64, Store> m_stores;
    std::optional<Error> m_storeError;
    std::map<CommandId, PendingCommand> m_commands;
    std::set<CommandId> m_stuck; ///< reports the service will never take; a person must look
    BusinessDay m_latestDay;
    std::optional<Milliseconds> m_mirrorKeptAt;
    CataloguePtr m_catalogueKept;
};

} // namespace antre

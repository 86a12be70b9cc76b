// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "domain/command.h"
#include "domain/devicestatus.h"
#include "domain/promisedwait.h"

#include <QByteArrayList>

namespace antre {

// The terminals' protocol: one JSON object a WebSocket text frame, each with a "type". A terminal
// says hello first; the service answers welcome, then sends events as they happen and an answer for
// each command. Both sides ignore keys they don't know; the version changes when meanings do.

/// Both sides must speak the same version; a terminal of another one gets Rejected "otherVersion".
constexpr int protocolVersion = 1;
/// Longest frame the service accepts from a terminal, in bytes.
constexpr int maxFrameBytes = 64 * 1024;
/// Longest frame a terminal accepts from the service: a whole catalogue and then some, in bytes.
constexpr int maxFeedFrameBytes = 8 * 1024 * 1024;

/// {"type":"hello","protocol":1,"terminal":"kiosk-1","token":"…","after":120,"version":"0.1.0"}
struct Hello
{
    int protocol = protocolVersion;
    TerminalId terminal;
    QString token;
    qint64 after = 0; ///< the last position the terminal knows; 0: nothing
    QString version; ///< of the program, for the technician's list
    /// What caused the event at `after`, as the terminal knows it: a journal that lost its end and
    /// grew on has another one there. Empty: nothing to compare.
    CommandId lastCause = {};
    /// It can read DeviceStatuses; a version that can't doesn't get any.
    bool readsDevices = false;
    /// The same of TicketNotes.
    bool readsNotes = false;
    /// The same of OrderMessage.
    bool takesOrders = false;
    friend bool operator==(const Hello &, const Hello &) = default;
};

/// {"type":"welcome","protocol":1,"position":140,"now":1787193360000}
struct Welcome
{
    int protocol = protocolVersion;
    qint64 position = 0; ///< the journal's end: what lies between follows as events
    Instant now;
    /// The terminal's `after` is from before today or from another journal: forget all, then fold.
    bool startOver = false;
    /// The service wants to hear TerminalStatus; a version that can't read it doesn't get any.
    bool takesStatus = false;
    /// The same of NoteMessage.
    bool takesNotes = false;
    friend bool operator==(const Welcome &, const Welcome &) = default;
};

/// {"type":"rejected","code":"forbidden","reason":"unknownToken","detail":"…"}; the connection
/// closes after it.
struct Rejected
{
    Error error;
    friend bool operator==(const Rejected &, const Rejected &) = default;
};

/// {"type":"events","after":120,"upTo":123,"events":[…]}. Positions after+1 … upTo are covered,
/// also those that this terminal does not get to see.
struct EventsFeed
{
    qint64 after = 0;
    qint64 upTo = 0;
    Events events;
    friend bool operator==(const EventsFeed &, const EventsFeed &) = default;
};

/// {"type":"command","id":"…","name":"issueTicket","data":{…}}. The sender is the connection's
/// terminal; the officer is who signed in on it.
struct CommandMessage
{
    CommandId id;
    CommandData data;
    friend bool operator==(const CommandMessage &, const CommandMessage &) = default;
};

/// {"type":"signIn","id":"…","officer":"rina","pin":"…","counter":"3"}: proves who sits there and
/// opens the counter; without one the officer helps in the lobby, at most today. Without an officer
/// whoever helps in the lobby leaves. At a kiosk, without a counter, it only proves who stands
/// there. Answered like a command.
struct SignIn
{
    CommandId id;
    OfficerId officer;
    QString pin;
    CounterId counter; ///< empty: the lobby
    friend bool operator==(const SignIn &, const SignIn &) = default;
};

/// {"type":"answer","id":"…","position":141,"ticket":"…","number":"A012","ahead":8,
/// "wait":{"from":35,"until":55}} or, refused,
/// {"type":"answer","id":"…","error":{"code":"refused","reason":"quotaFull","detail":"…"}}.
struct Answer
{
    CommandId id;
    qint64 position = 0; ///< the state that the answer was made from
    /// Empty when the command is about none; with the error "alreadyWaiting" the one that the phone
    /// has.
    TicketId ticket;
    std::optional<TicketNumber> number;
    int ahead = 0; ///< waiting before it in its line
    std::optional<Error> error;
    /// From now to the call, in minutes; absent: no honest estimate.
    std::optional<PromisedWait> wait = {};
    friend bool operator==(const Answer &, const Answer &) = default;
};

/// {"type":"ping","sent":…}: the terminal measures its clock's offset, and both see that the other
/// lives.
struct Ping
{
    qint64 sent = 0; ///< the terminal's elapsed ms, returned untouched
    friend bool operator==(const Ping &, const Ping &) = default;
};

/// {"type":"pong","sent":…,"now":…,"waits":{"A":{"from":35,"until":55},…}}; waits are for
/// kiosks and counters, which give numbers.
struct Pong
{
    qint64 sent = 0;
    Instant now;
    PromisedWaits waits = {};
    friend bool operator==(const Pong &, const Pong &) = default;
};

/// {"type":"status",…}: how the terminal is, whenever that changes and now and then; the keys are
/// in devicestatusjson.h. Kept in memory only: a journal is for what happened to tickets.
struct StatusMessage
{
    TerminalStatus status;
    friend bool operator==(const StatusMessage &, const StatusMessage &) = default;
};

/// {"type":"devices","devices":[…]}: for counters, so that somebody sees it. After the welcome all
/// that were heard since the service started, later those that changed.
struct DeviceStatuses
{
    std::vector<DeviceStatus> devices;
    friend bool operator==(const DeviceStatuses &, const DeviceStatuses &) = default;
};

/// Longest note, in UTF-16 code units.
constexpr int maxNoteLength = 200;

/// {"type":"note","id":"…","ticket":"…","text":"needs a form"}: an officer's remark about one of
/// today's tickets, in place of the one that it has; an empty text takes it away. Answered like a
/// command, and yet none: it must be nowhere when the day is over, so no journal gets it.
struct NoteMessage
{
    CommandId id;
    TicketId ticket;
    QString text;
    friend bool operator==(const NoteMessage &, const NoteMessage &) = default;
};

/// An empty text: there is none any more.
struct TicketNote
{
    TicketId ticket;
    QString text;
    friend bool operator==(const TicketNote &, const TicketNote &) = default;
};

/// {"type":"notes","all":true,"notes":[{"ticket":"…","text":"…"}]}: for counters. After the welcome
/// and when a day begins all of today's, later those that changed.
struct TicketNotes
{
    std::vector<TicketNote> notes;
    bool all = false; ///< forget the others
    friend bool operator==(const TicketNotes &, const TicketNotes &) = default;
};

/// What a person at the manager's page wants of a terminal. Sent by name: add at the end, never
/// rename.
enum class DeviceOrder {
    TestPrint,
    Rest, ///< take no visitors until it may work again
    Work,
    Restart,
};

[[nodiscard]] QString deviceOrderName(DeviceOrder order);
[[nodiscard]] std::optional<DeviceOrder> deviceOrderFromName(const QString &name);

/// {"type":"order","do":"testPrint"}, from the service.
struct OrderMessage
{
    DeviceOrder order = DeviceOrder::TestPrint;
    friend bool operator==(const OrderMessage &, const OrderMessage &) = default;
};

// How a device becomes a terminal: see enrolment.h.

/// {"type":"enrol","nonce":"…"}: instead of hello.
struct EnrolAsked
{
    QString nonce;
    friend bool operator==(const EnrolAsked &, const EnrolAsked &) = default;
};

/// {"type":"enrolChallenge","salt":"…","nonce":"…"}
struct EnrolChallenge
{
    QString salt;
    QString nonce;
    friend bool operator==(const EnrolChallenge &, const EnrolChallenge &) = default;
};

/// {"type":"redeem","proof":"…"}
struct EnrolRedeemed
{
    QString proof;
    friend bool operator==(const EnrolRedeemed &, const EnrolRedeemed &) = default;
};

/// {"type":"enrolled","settings":"{\"terminal\":\"kiosk-1\",…}","proof":"…"}: the settings are
/// those of a TerminalFile, as text, because the proof is of its very bytes.
struct Enrolled
{
    QString settings;
    QString proof;
    friend bool operator==(const Enrolled &, const Enrolled &) = default;
};

/// {"type":"invite","id":"…","terminal":{…},"counter":"3"}: from a shell on the service's machine.
/// The terminal has no token yet.
struct InviteMessage
{
    CommandId id;
    Terminal terminal;
    CounterId counter; ///< where a console always stands; empty: the officer chooses
    friend bool operator==(const InviteMessage &, const InviteMessage &) = default;
};

/// {"type":"invited","id":"…","code":"K7QF3M2D","until":…,"fingerprint":"…"} or with an "error".
struct InvitedMessage
{
    CommandId id;
    QString code = {};
    Instant until{};
    QString fingerprint = {}; ///< of the service's certificate
    std::optional<Error> error = {};
    friend bool operator==(const InvitedMessage &, const InvitedMessage &) = default;
};

/// Whether a note may be kept: not too long, on one line, nothing that a screen can't show.
[[nodiscard]] bool isNote(const QString &text);

using Message = std::variant<Hello, Welcome, Rejected, EventsFeed, CommandMessage, SignIn, Answer,
    Ping, Pong, StatusMessage, DeviceStatuses, NoteMessage, TicketNotes, OrderMessage, EnrolAsked,
    EnrolChallenge, EnrolRedeemed, Enrolled, InviteMessage, InvitedMessage>;

[[nodiscard]] QByteArray encode(const Message &message);
/// An EventsFeed's frame from events that are JSON already: made once, sent to many terminals.
[[nodiscard]] QByteArray encodeFeed(qint64 after, qint64 upTo, const QByteArrayList &events);
/// Errors: Invalid with what is wrong; Unsupported for unknown types, commands and events.
[[nodiscard]] Result<Message> decode(const QByteArray &frame);

/// {"from":35,"until":55,"maybeTooLate":true}, the last only if so. Minutes.
[[nodiscard]] QJsonObject waitToJson(const PromisedWait &wait);
/// Nothing if `json` holds none.
[[nodiscard]] std::optional<PromisedWait> waitFromJson(const QJsonObject &json);

/// A command's name and JSON, the same in messages, in the kiosk's journal and in the HTTP API.
[[nodiscard]] QString commandName(const CommandData &data);
[[nodiscard]] QJsonObject commandToJson(const CommandData &data);
[[nodiscard]] Result<CommandData> commandFromJson(const QString &name, const QJsonObject &json);

} // namespace antre

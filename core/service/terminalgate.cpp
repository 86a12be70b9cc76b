// SPDX-License-Identifier: Apache-2.0
#include "service/terminalgate.h"

#include "base/overloaded.h"
#include "wire/events.h"
#include "wire/json.h"

#include <set>
#include <utility>

namespace antre {

namespace {

/// Keeps a frame of the feed far below what terminals accept; a catalogue travels alone.
constexpr int feedChunk = 200;

Error forbidden(const QString &reason, const QString &detail)
{
    return {ErrorCode::Forbidden, detail, reason};
}

/// Events as JSON for many terminals. All see the same, but for the secret of a ticket, which only
/// the terminal that issued it, or has to print it, gets to see.
class SharedFeed
{
public:
    /// `events` follow position `after` without a hole and outlive the feed.
    SharedFeed(Position after, const std::vector<PlacedEvent> &events)
        : m_after(after)
        , m_events(events)
    {
        for (const PlacedEvent &placed : events)
            m_common.append(json(placed, TerminalId()));
        m_frame = encodeFeed(m_after, upTo(), m_common);
    }

    [[nodiscard]] QByteArray frameFor(const TerminalId &terminal) const
    {
        std::optional<QByteArrayList> own;
        for (size_t i = 0; i < m_events.size(); ++i) {
            if (confidantOf(m_events[i].event.data) != terminal)
                continue;
            if (!own)
                own = m_common;
            (*own)[qsizetype(i)] = json(m_events[i], terminal);
        }
        return own ? encodeFeed(m_after, upTo(), *own) : m_frame;
    }

private:
    [[nodiscard]] Position upTo() const
    {
        return m_events.empty() ? m_after : m_events.back().position;
    }
    static QByteArray json(const PlacedEvent &placed, const TerminalId &terminal)
    {
        return toBytes(eventToJson(redactedFor(placed.event, terminal)));
    }

    Position m_after;
    const std::vector<PlacedEvent> &m_events;
    QByteArrayList m_common;
    QByteArray m_frame;
};

/// For a shell on the service's own machine, which could read the journal as well.
QByteArray unredactedFeed(Position after, const std::vector<PlacedEvent> &events)
{
    QByteArrayList all;
    for (const PlacedEvent &placed : events)
        all.append(toBytes(eventToJson(placed.event)));
    return encodeFeed(after, events.empty() ? after : events.back().position, all);
}

} // namespace

TerminalGate::TerminalGate(QueueService &service, Wire wire)
    : m_service(service)
    , m_wire(std::move(wire))
    , m_guard(service.clock())
{
    m_service.setListener([this](const std::vector<PlacedEvent> &events) { publish(events); });
}

void TerminalGate::opened(ConnectionId id) { m_connections.emplace(id, Connection()); }

void TerminalGate::openedAtShell(ConnectionId id)
{
    Connection &connection = m_connections[id];
    connection.isShell = true;
    send(id,
        Welcome{
            protocolVersion, m_service.position(), m_service.clock().wall(), true, false, false});
    sendMissed(id, connection, 0, true);
}

void TerminalGate::closed(ConnectionId id) { forget(id); }

void TerminalGate::forget(ConnectionId id)
{
    const auto found = m_connections.find(id);
    if (found == m_connections.end())
        return;
    const TerminalId terminal = found->second.terminal;
    m_connections.erase(found);
    const auto isIts = [&](const auto &entry) { return entry.second.terminal == terminal; };
    if (terminal.isEmpty() || std::ranges::any_of(m_connections, isIts))
        return;
    m_devices[terminal].isConnected = false;
    tellDevice(terminal);
}

bool TerminalGate::isKnown(ConnectionId id) const
{
    const auto found = m_connections.find(id);
    return found != m_connections.end() && !found->second.terminal.isEmpty();
}

std::vector<TerminalId> TerminalGate::connected() const
{
    std::vector<TerminalId> terminals;
    for (const auto &[id, connection] : m_connections) {
        if (!connection.terminal.isEmpty())
            terminals.push_back(connection.terminal);
    }
    return terminals;
}

void TerminalGate::received(ConnectionId id, const QByteArray &frame)
{
    timePassed();
    const auto found = m_connections.find(id);
    if (found == m_connections.end())
        return;
    Connection &connection = found->second;
    const auto message = decode(frame);
    if (!message)
        return reject(id, message.error());
    const bool mayComeFirst = std::holds_alternative<Hello>(*message)
        || std::holds_alternative<EnrolAsked>(*message)
        || (connection.enrolling && std::holds_alternative<EnrolRedeemed>(*message));
    const bool isShellTalk = std::holds_alternative<CommandMessage>(*message)
        || std::holds_alternative<InviteMessage>(*message);
    if (connection.isShell && !isShellTalk)
        return reject(id, {ErrorCode::Invalid, QStringLiteral("a shell is no terminal")});
    if (!connection.isIn() && !mayComeFirst)
        return reject(id,
            forbidden(
                QStringLiteral("helloFirst"), QStringLiteral("the first message must be hello")));
    if (!connection.terminal.isEmpty())
        m_devices[connection.terminal].heardAt = m_service.clock().wall();
    std::visit(
        Overloaded{
            [&](const Hello &m) { hello(id, connection, m); },
            [&](const CommandMessage &m) { command(id, connection, m); },
            [&](const SignIn &m) { signIn(id, m); },
            [&](const Ping &m) { ping(id, connection, m); },
            [&](const StatusMessage &m) { status(connection.terminal, m); },
            [&](const NoteMessage &m) { note(id, connection, m); },
            [&](const EnrolAsked &m) { enrol(id, connection, m); },
            [&](const EnrolRedeemed &m) { redeem(id, connection, m); },
            [&](const InviteMessage &m) { invite(id, connection, m); },
            [&](const auto &) {
                reject(id, {ErrorCode::Invalid, QStringLiteral("only the service says that")});
            },
        },
        *message);
}

/// Who gives numbers hears on the way how long the wait is: the heartbeat is as often as it has to
/// be told.
void TerminalGate::ping(ConnectionId id, const Connection &connection, const Ping &message)
{
    constexpr int renewals = 6; // milliseconds, about; the other lines' turn comes with later pings
    Pong pong{message.sent, m_service.clock().wall()};
    if (connection.kind != TerminalKind::Display)
        pong.waits = m_service.waits().newTickets(renewals);
    send(id, pong);
}

void TerminalGate::hello(ConnectionId id, Connection &connection, const Hello &message)
{
    connection.enrolling.reset();
    if (message.protocol != protocolVersion)
        return reject(id,
            {ErrorCode::Unsupported,
                QStringLiteral("this service speaks protocol %1, the terminal %2")
                    .arg(protocolVersion)
                    .arg(message.protocol),
                QStringLiteral("otherVersion")});
    const auto known = m_service.state().terminals.constFind(message.terminal);
    if (known == m_service.state().terminals.constEnd()
        || !tokenMatches(known->tokenHash, message.token))
        return reject(id,
            forbidden(QStringLiteral("unknownToken"),
                QStringLiteral("no terminal is enrolled with this name and token")));
    // The newer connection is the living one: the older may be a socket that nobody closed.
    for (const auto &[other, taken] : m_connections) {
        if (other != id && taken.terminal == message.terminal) {
            reject(other,
                {ErrorCode::Conflict, QStringLiteral("this terminal connected again elsewhere"),
                    QStringLiteral("replaced")});
            break;
        }
    }
    connection.terminal = message.terminal;
    connection.kind = known->kind;
    DeviceStatus &device = m_devices[message.terminal];
    device = {message.terminal, true, m_service.clock().wall(), device.status};
    tellDevice(message.terminal);
    connection.readsDevices = message.readsDevices && known->kind == TerminalKind::Counter;
    connection.readsNotes = message.readsNotes && known->kind == TerminalKind::Counter;
    connection.takesOrders = message.takesOrders;
    connection.officer = signedInAt(message.terminal);
    const Position end = m_service.position();
    const bool startOver = message.after > end || message.after < m_service.dayStart()
        || message.after == 0 || isOtherPast(message);
    send(id,
        Welcome{
            protocolVersion, end, m_service.clock().wall(), startOver, true, m_notes.has_value()});
    sendMissed(id, connection, message.after, startOver);
    if (!m_connections.contains(id))
        return;
    tellDevices(id, connection);
    if (connection.readsNotes && m_notes)
        send(id, TicketNotes{m_notes->all(), true});
}

// How devices become terminals, and cease to be

namespace {

/// Who was asked for a proof has so long.
constexpr Milliseconds enrolPatience{30'000};
/// Devices that enrol at once; the oldest has to begin again when there are more. A stranger can
/// make it begin again, and no more.
constexpr int enrollingMax = 32;
constexpr qsizetype nonceLeast = 16;
constexpr qsizetype nonceMost = 128;

} // namespace

void TerminalGate::enrol(ConnectionId id, Connection &connection, const EnrolAsked &message)
{
    if (connection.isIn() || connection.enrolling || message.nonce.size() < nonceLeast
        || message.nonce.size() > nonceMost)
        return reject(id, {ErrorCode::Invalid, QStringLiteral("nobody enrols like that")});
    if (!m_enrolments || !m_enrolments->isAnybodyAwaited())
        return reject(id,
            forbidden(QStringLiteral("nobodyAwaited"),
                QStringLiteral("no code is good now: ask for a new one")));
    makeRoomToEnrol();
    connection.enrolling = m_enrolments->begin(message.nonce);
    send(id, EnrolChallenge{m_enrolments->salt(), connection.enrolling->serviceNonce});
}

void TerminalGate::makeRoomToEnrol()
{
    std::vector<std::pair<Milliseconds, ConnectionId>> enrolling;
    for (const auto &[id, connection] : m_connections) {
        if (connection.enrolling)
            enrolling.emplace_back(connection.enrolling->since, id);
    }
    if (enrolling.size() < enrollingMax)
        return;
    reject(std::ranges::min(enrolling).second,
        {ErrorCode::Conflict, QStringLiteral("too many devices enrol at once: begin again"),
            QStringLiteral("tooMany")});
}

void TerminalGate::endLateEnrolments()
{
    const Milliseconds now = m_service.clock().elapsed();
    std::vector<ConnectionId> late;
    for (const auto &[id, connection] : m_connections) {
        if (connection.enrolling && now - connection.enrolling->since > enrolPatience)
            late.push_back(id);
    }
    for (const ConnectionId id : late)
        reject(
            id, {ErrorCode::Offline, QStringLiteral("no proof came"), QStringLiteral("tooLate")});
}

void TerminalGate::redeem(ConnectionId id, Connection &connection, const EnrolRedeemed &message)
{
    if (!connection.enrolling)
        return reject(id, {ErrorCode::Invalid, QStringLiteral("nobody enrols like that")});
    const auto talk = *std::exchange(connection.enrolling, std::nullopt);
    const auto redeemed = m_enrolments->redeem(talk, message.proof);
    if (!redeemed)
        return reject(id,
            forbidden(QStringLiteral("wrongCode"),
                QStringLiteral("the code is wrong, used up or too old")));
    Terminal terminal = redeemed->wanted.terminal;
    terminal.tokenHash = hashToken(redeemed->token);
    // One code makes one terminal, whatever is sent again: the code names the wish.
    submit({CommandId(uuidOfName(redeemed->proof)), redeemed->wanted.by, EnrolTerminal{terminal}},
        [this, id, redeemed = *redeemed](const Answer &result) {
            if (!m_connections.contains(id))
                return;
            if (result.error)
                return reject(id, *result.error);
            send(id, Enrolled{redeemed.settings, redeemed.proof});
            m_wire.close(id);
            forget(id);
        });
}

void TerminalGate::invite(
    ConnectionId id, const Connection &connection, const InviteMessage &message)
{
    if (!connection.isShell)
        return reject(id,
            forbidden(QStringLiteral("notAllowed"), QStringLiteral("no terminal invites others")));
    if (!m_enrolments)
        return send(id,
            InvitedMessage{message.id, {}, {}, {},
                Error{ErrorCode::Unsupported, QStringLiteral("nobody enrols by a code here")}});
    const auto code = m_enrolments->invite({message.terminal, message.counter, {}});
    if (!code)
        return send(id, InvitedMessage{message.id, {}, {}, {}, code.error()});
    send(id, InvitedMessage{message.id, code->code, code->until, m_enrolments->fingerprint(), {}});
}

/// A terminal that was revoked, or got another token, is out at once.
void TerminalGate::endRevoked(const std::vector<PlacedEvent> &events)
{
    std::set<TerminalId> concerned;
    for (const PlacedEvent &placed : events) {
        if (const auto *revoked = std::get_if<TerminalRevoked>(&placed.event.data))
            concerned.insert(revoked->terminal);
        else if (const auto *enrolled = std::get_if<TerminalEnrolled>(&placed.event.data))
            concerned.insert(enrolled->terminal.id);
    }
    if (concerned.empty())
        return;
    std::vector<ConnectionId> ended;
    for (const auto &[id, connection] : m_connections) {
        if (!connection.terminal.isEmpty() && concerned.contains(connection.terminal))
            ended.push_back(id);
    }
    for (const ConnectionId id : ended)
        reject(id,
            forbidden(QStringLiteral("unknownToken"),
                QStringLiteral("this terminal's token is not good any more")));
    for (const TerminalId &terminal : concerned) {
        if (!m_service.state().terminals.contains(terminal))
            m_devices.erase(terminal);
    }
}

Result<> TerminalGate::order(const TerminalId &terminal, DeviceOrder what)
{
    for (const auto &[id, connection] : m_connections) {
        if (connection.terminal != terminal)
            continue;
        if (!connection.takesOrders)
            return failure(ErrorCode::Unsupported,
                QStringLiteral("the terminal's program takes no orders"),
                QStringLiteral("takesNoOrders"));
        send(id, OrderMessage{what});
        return {};
    }
    return failure(ErrorCode::Offline, QStringLiteral("the terminal is not connected"),
        QStringLiteral("notConnected"));
}

// Notes

void TerminalGate::keepNotes(DayNotes &store)
{
    m_notes.emplace(store, m_service);
    timePassed();
}

void TerminalGate::timePassed()
{
    if (m_notes && m_notes->turnPage())
        tellNotes({m_notes->all(), true});
    endLateEnrolments();
}

void TerminalGate::note(ConnectionId id, const Connection &connection, const NoteMessage &message)
{
    if (!m_notes)
        return answer(id, message.id,
            {ErrorCode::Unsupported, QStringLiteral("this service keeps no notes"),
                QStringLiteral("noNotes")});
    if (connection.kind != TerminalKind::Counter || connection.officer.isEmpty())
        return answer(id, message.id,
            forbidden(QStringLiteral("notAllowed"), QStringLiteral("notes are for officers")));
    if (const auto kept = m_notes->put(message.ticket, message.text); !kept)
        return answer(id, message.id, kept.error());
    Answer done;
    done.id = message.id;
    done.position = m_service.position();
    done.ticket = message.ticket;
    send(id, done);
    tellNotes({{{message.ticket, message.text.trimmed()}}, false});
}

void TerminalGate::tellNotes(const TicketNotes &notes) const
{
    const QByteArray frame = encode(notes);
    for (const auto &[id, connection] : m_connections) {
        if (connection.readsNotes)
            m_wire.send(id, frame);
    }
}

// How terminals are

void TerminalGate::status(const TerminalId &terminal, const StatusMessage &message)
{
    m_devices[terminal].status = message.status;
    tellDevice(terminal);
}

void TerminalGate::tellDevice(const TerminalId &terminal) const
{
    const QByteArray frame = encode(DeviceStatuses{{m_devices.at(terminal)}});
    for (const auto &[id, connection] : m_connections) {
        if (connection.readsDevices)
            m_wire.send(id, frame);
    }
}

void TerminalGate::tellDevices(ConnectionId id, const Connection &connection) const
{
    if (!connection.readsDevices)
        return;
    DeviceStatuses all;
    for (const auto &[terminal, device] : m_devices)
        all.devices.push_back(device);
    send(id, all);
}

/// A journal that lost its end (a disk that lied, a restored copy) and grew on is as long as the
/// one that the terminal followed, and tells another story.
bool TerminalGate::isOtherPast(const Hello &message) const
{
    if (message.lastCause.isEmpty())
        return false;
    const auto last = m_service.eventsAfter(message.after - 1, 1);
    return last && !last->empty() && last->front().event.cause != message.lastCause;
}

void TerminalGate::sendMissed(
    ConnectionId id, Connection &connection, Position after, bool startOver)
{
    const Position end = m_service.position();
    if (startOver) {
        const auto standing = m_service.standingEvents();
        if (!standing)
            return reject(id, standing.error());
        after = std::max<Position>(m_service.dayStart() - 1, 0);
        for (const PlacedEvent &placed : *standing) {
            if (placed.position <= after || m_service.dayStart() == 0)
                send(id,
                    EventsFeed{0, 0,
                        {connection.isShell ? placed.event
                                            : redactedFor(placed.event, connection.terminal)}});
        }
        if (m_service.dayStart() == 0)
            after = end;
    }
    while (after < end) {
        const auto events = m_service.eventsAfter(after, feedChunk);
        if (!events || events->empty())
            return reject(id,
                events ? Error{ErrorCode::Corrupt, QStringLiteral("the journal has a hole")}
                       : events.error());
        m_wire.send(id,
            connection.isShell ? unredactedFeed(after, *events)
                               : SharedFeed(after, *events).frameFor(connection.terminal));
        after = events->back().position;
    }
    if (startOver)
        send(id, EventsFeed{after, end, {}});
    connection.sentUpTo = end;
}

void TerminalGate::publish(const std::vector<PlacedEvent> &events)
{
    const SharedFeed feed(events.front().position - 1, events);
    for (auto &[id, connection] : m_connections) {
        if (!connection.isIn() || connection.sentUpTo >= events.back().position)
            continue;
        m_wire.send(id,
            connection.isShell ? unredactedFeed(events.front().position - 1, events)
                               : feed.frameFor(connection.terminal));
        connection.sentUpTo = events.back().position;
    }
    endRevoked(events);
}

void TerminalGate::command(
    ConnectionId id, const Connection &connection, const CommandMessage &message)
{
    const auto allowed = connection.isShell
        ? Result<>()
        : mayAsk(connection.kind, connection.officer, message.data);
    if (!allowed)
        return answer(id, message.id, allowed.error());
    submit({message.id, {connection.terminal, connection.officer}, message.data},
        [this, id](const Answer &result) {
            if (m_connections.contains(id))
                send(id, result);
        });
}

void TerminalGate::submit(Command command, QueueService::Reply reply)
{
    m_service.submit(std::move(command), std::move(reply));
    m_wire.wakeFlush();
}

void TerminalGate::signIn(ConnectionId id, const SignIn &message)
{
    const TerminalKind kind = m_connections.at(id).kind;
    // At a kiosk it opens nothing here: what its officer does there is the kiosk's own affair.
    const bool onlyProves
        = kind == TerminalKind::Kiosk && message.counter.isEmpty() && !message.officer.isEmpty();
    if (kind != TerminalKind::Counter && !onlyProves)
        return answer(id, message.id,
            forbidden(
                QStringLiteral("notAllowed"), QStringLiteral("officers sign in at counters")));
    if (message.officer.isEmpty())
        return leaveLobby(id, message);
    if (const Milliseconds pause = m_guard.pause(message.officer); pause > Milliseconds(0))
        return answer(id, message.id,
            forbidden(QStringLiteral("pause:%1").arg((pause.count() + 999) / 1000),
                QStringLiteral("too many wrong PINs")));
    const Officer officer = m_service.state().officers.value(message.officer);
    // An unknown officer costs the same time as a wrong PIN, so that names can't be found out.
    const QString hash = officer.active ? officer.pinHash : QString();
    m_wire.checkSlowly(
        [hash, pin = message.pin] {
            return pinMatches(
                hash.isEmpty() ? hashPin(pin + QLatin1Char('x')).value_or(QString()) : hash, pin);
        },
        [this, id, message](bool right) { pinChecked(id, message, right); });
}

void TerminalGate::pinChecked(ConnectionId id, const SignIn &message, bool pinIsRight)
{
    if (!m_connections.contains(id))
        return;
    if (!pinIsRight) {
        m_guard.failed(message.officer);
        return answer(id, message.id,
            forbidden(QStringLiteral("wrongPin"), QStringLiteral("name and PIN don't match")));
    }
    m_guard.succeeded(message.officer);
    if (m_connections.at(id).kind == TerminalKind::Kiosk)
        send(id, Answer{message.id, m_service.position(), {}, {}, 0, {}});
    else if (message.counter.isEmpty())
        enterLobby(id, message);
    else
        openCounterFor(id, message);
}

void TerminalGate::openCounterFor(ConnectionId id, const SignIn &message)
{
    if (!m_service.state().officers.value(message.officer).may(Right::Serve))
        return answer(id, message.id,
            forbidden(QStringLiteral("notAllowed"),
                QStringLiteral("who helps visitors opens no counter")));
    const TerminalId terminal = m_connections.at(id).terminal;
    submit({message.id, {terminal, message.officer}, OpenCounter{message.counter}},
        [this, id, message](const Answer &result) {
            const auto found = m_connections.find(id);
            if (found == m_connections.end())
                return;
            if (!result.error)
                found->second.officer = message.officer;
            send(id, result);
        });
}

/// No event: nothing of the queue changes when somebody helps in the lobby.
void TerminalGate::enterLobby(ConnectionId id, const SignIn &message)
{
    Connection &connection = m_connections.at(id);
    m_lobby[connection.terminal] = {message.officer, today()};
    connection.officer = message.officer;
    send(id, Answer{message.id, m_service.position(), {}, {}, 0, {}});
}

void TerminalGate::leaveLobby(ConnectionId id, const SignIn &message)
{
    Connection &connection = m_connections.at(id);
    m_lobby.erase(connection.terminal);
    connection.officer = signedInAt(connection.terminal);
    send(id, Answer{message.id, m_service.position(), {}, {}, 0, {}});
}

/// A console that lost the network is still the one where the officer signed in.
OfficerId TerminalGate::signedInAt(const TerminalId &terminal) const
{
    for (const auto &[counter, desk] : m_service.state().desks) {
        if (desk.isOpen() && desk.openedAt == terminal)
            return desk.officer;
    }
    const auto helper = m_lobby.find(terminal);
    if (helper == m_lobby.end() || helper->second.second != today())
        return {};
    const OfficerId &officer = helper->second.first;
    return m_service.state().officers.value(officer).active ? officer : OfficerId();
}

/// The site's date; the first of all days without a catalogue, which names the time zone.
BusinessDay TerminalGate::today() const
{
    const CataloguePtr &catalogue = m_service.state().catalogue;
    return catalogue ? localTime(m_service.clock().wall(), catalogue->zone()).day : BusinessDay();
}

void TerminalGate::send(ConnectionId id, const Message &message) const
{
    m_wire.send(id, encode(message));
}

void TerminalGate::answer(ConnectionId id, const CommandId &command, Error error) const
{
    send(id, Answer{command, m_service.position(), {}, {}, 0, std::move(error)});
}

void TerminalGate::reject(ConnectionId id, Error error)
{
    send(id, Rejected{std::move(error)});
    m_wire.close(id);
    forget(id);
}

} // namespace antre

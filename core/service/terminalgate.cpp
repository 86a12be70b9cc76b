// SPDX-License-Identifier: Apache-2.0
#include "service/terminalgate.h"

#include "base/overloaded.h"
#include "wire/events.h"
#include "wire/json.h"

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

} // namespace

TerminalGate::TerminalGate(QueueService &service, Wire wire)
    : m_service(service)
    , m_wire(std::move(wire))
    , m_guard(service.clock())
{
    m_service.setListener([this](const std::vector<PlacedEvent> &events) { publish(events); });
}

void TerminalGate::opened(ConnectionId id) { m_connections.emplace(id, Connection()); }

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
    const auto found = m_connections.find(id);
    if (found == m_connections.end())
        return;
    Connection &connection = found->second;
    timePassed();
    const auto message = decode(frame);
    if (!message)
        return reject(id, message.error());
    if (connection.terminal.isEmpty() && !std::holds_alternative<Hello>(*message))
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
                send(id, EventsFeed{0, 0, {redactedFor(placed.event, connection.terminal)}});
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
        m_wire.send(id, SharedFeed(after, *events).frameFor(connection.terminal));
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
        if (connection.terminal.isEmpty() || connection.sentUpTo >= events.back().position)
            continue;
        m_wire.send(id, feed.frameFor(connection.terminal));
        connection.sentUpTo = events.back().position;
    }
}

void TerminalGate::command(
    ConnectionId id, const Connection &connection, const CommandMessage &message)
{
    if (auto allowed = mayAsk(connection.kind, connection.officer, message.data); !allowed)
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

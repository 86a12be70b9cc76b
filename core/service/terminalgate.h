// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/accounts.h"
#include "service/enrolments.h"
#include "service/notebook.h"
#include "service/queueservice.h"

namespace antre {

/// Names one connection as long as it lives.
using ConnectionId = quint64;

/// The service's side of the terminals' protocol, without sockets: frames in, frames out. Whoever
/// owns the sockets (core/server, the standalone kiosk, the simulator) tells it of connections and
/// carries its frames. One thread, the QueueService's.
class TerminalGate
{
public:
    /// What the gate wants of the owner of the sockets. Called at any time from the gate's
    /// functions, but never for a connection after closed(id) or close(id).
    struct Wire
    {
        std::function<void(ConnectionId, const QByteArray &frame)> send;
        /// Close after what was sent has left.
        std::function<void(ConnectionId)> close;
        /// Runs a slow check away from the service's thread, then `done` back on it. A simulator
        /// may run both at once.
        std::function<void(std::function<bool()> check, std::function<void(bool)> done)>
            checkSlowly;
        /// flush() is due soon, on the service's thread, when what has already arrived has been
        /// taken in.
        std::function<void()> wakeFlush;
    };

    /// A connection that hasn't said hello by then is to be closed by the owner.
    static constexpr Milliseconds helloTimeout{5000};

    TerminalGate(QueueService &service, Wire wire);
    TerminalGate(const TerminalGate &) = delete;
    TerminalGate &operator=(const TerminalGate &) = delete;
    ~TerminalGate() { m_service.setListener({}); }

    /// From now on officers may write notes, kept in `store`, which outlives the gate.
    void keepNotes(DayNotes &store);
    /// From now on devices may become terminals by codes of `enrolments`, which outlives the gate.
    void takeEnrolments(Enrolments &enrolments) { m_enrolments = &enrolments; }
    /// Some time has gone by, a minute say: what must not outlive the day is looked at.
    void timePassed();

    void opened(ConnectionId id);
    /// A technician's shell on the service's own machine, whose user owns the site's folder: it may
    /// ask whatever can be asked, and sees everything, from the start.
    void openedAtShell(ConnectionId id);
    void received(ConnectionId id, const QByteArray &frame);
    void closed(ConnectionId id);

    /// Takes in a command from elsewhere (HTTP, antrectl) with the same batching.
    void submit(Command command, QueueService::Reply reply);

    [[nodiscard]] bool isKnown(ConnectionId id) const;
    /// What a person at the manager's page wants of a terminal. Errors: Offline when it isn't
    /// connected, Unsupported when its version takes no orders.
    [[nodiscard]] Result<> order(const TerminalId &terminal, DeviceOrder what);

    /// Terminals connected now.
    [[nodiscard]] std::vector<TerminalId> connected() const;
    /// How the terminals are that were heard since the service started.
    [[nodiscard]] const std::map<TerminalId, DeviceStatus> &devices() const { return m_devices; }

private:
    struct Connection
    {
        TerminalId terminal; ///< empty: hasn't said hello yet
        TerminalKind kind = TerminalKind::Kiosk;
        OfficerId officer; ///< signed in here
        Position sentUpTo = 0;
        bool readsDevices = false;
        bool readsNotes = false;
        bool takesOrders = false;
        bool isShell = false;
        std::optional<Enrolments::Talk> enrolling;
        [[nodiscard]] bool isIn() const { return isShell || !terminal.isEmpty(); }
    };

    void hello(ConnectionId id, Connection &connection, const Hello &message);
    [[nodiscard]] bool isOtherPast(const Hello &message) const;
    void enrol(ConnectionId id, Connection &connection, const EnrolAsked &message);
    void redeem(ConnectionId id, Connection &connection, const EnrolRedeemed &message);
    void invite(ConnectionId id, const Connection &connection, const InviteMessage &message);
    void makeRoomToEnrol();
    void endLateEnrolments();
    void endRevoked(const std::vector<PlacedEvent> &events);
    void command(ConnectionId id, const Connection &connection, const CommandMessage &message);
    void ping(ConnectionId id, const Connection &connection, const Ping &message);
    void status(const TerminalId &terminal, const StatusMessage &message);
    void note(ConnectionId id, const Connection &connection, const NoteMessage &message);
    void tellNotes(const TicketNotes &notes) const;
    void forget(ConnectionId id);
    void tellDevice(const TerminalId &terminal) const;
    void tellDevices(ConnectionId id, const Connection &connection) const;
    void signIn(ConnectionId id, const SignIn &message);
    void pinChecked(ConnectionId id, const SignIn &message, bool pinIsRight);
    void openCounterFor(ConnectionId id, const SignIn &message);
    void enterLobby(ConnectionId id, const SignIn &message);
    void leaveLobby(ConnectionId id, const SignIn &message);
    [[nodiscard]] OfficerId signedInAt(const TerminalId &terminal) const;
    [[nodiscard]] BusinessDay today() const;
    void sendMissed(ConnectionId id, Connection &connection, Position after, bool startOver);
    void publish(const std::vector<PlacedEvent> &events);
    void send(ConnectionId id, const Message &message) const;
    void answer(ConnectionId id, const CommandId &command, Error error) const;
    void reject(ConnectionId id, Error error);

    QueueService &m_service;
    Wire m_wire;
    SignInGuard m_guard;
    std::map<ConnectionId, Connection> m_connections;
    std::map<TerminalId, DeviceStatus> m_devices;
    /// Who helps in the lobby, by console. In memory: after a restart they sign in again.
    std::map<TerminalId, std::pair<OfficerId, BusinessDay>> m_lobby;
    std::optional<NoteBook> m_notes; ///< absent: none are taken
    Enrolments *m_enrolments = nullptr; ///< null: no device can enrol by a code
};

} // namespace antre

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "chance.h"
#include "service/terminalgate.h"
#include "timeline.h"

namespace antre::sim {

class World;

/// The lobby's network: connections like TCP's, one a terminal. What is sent arrives in order and
/// late, or the connection breaks; each side may go on believing in it. While a path is blocked,
/// frames wait for it as TCP would send them again.
class Network
{
public:
    Network(World &world, size_t terminals);

    // The terminal's side.
    void connect(size_t terminal);
    void send(size_t terminal, const QByteArray &frame);
    /// Closes in order: the service hears of it if the path is free.
    void hangUp(size_t terminal);
    /// The machine lost its power: nobody says goodbye.
    void vanish(size_t terminal);

    // The service's side.
    void sendToTerminal(ConnectionId id, const QByteArray &frame);
    void closeAtService(ConnectionId id);
    /// Its process died; `says`: the operating system could still close the sockets.
    void serviceGone(bool says);

    // Weather.
    void block(size_t terminal, bool up, bool down);
    void slowDown(size_t terminal, Milliseconds by);
    void breakConnection(size_t terminal);
    /// The terminal's next question reaches the service, and then nothing passes for so long.
    void cutAfterQuestion(size_t terminal, Milliseconds lasting);
    void heal();

    /// Whether what the service says now reaches the terminal soon.
    [[nodiscard]] bool carries(size_t terminal) const;

private:
    struct Frame
    {
        QByteArray bytes;
        bool close = false;
    };
    struct Way
    {
        Milliseconds last{0}; ///< when the latest frame on its way arrives
        std::vector<Frame> held;
    };
    struct Connection
    {
        size_t terminal = 0;
        bool openAtTerminal = false;
        bool openAtService = false;
        bool broken = false; ///< carries nothing any more, whoever believes in it
        Way up;
        Way down;
    };
    struct Path
    {
        bool upBlocked = false;
        bool downBlocked = false;
        Milliseconds slower{0};
        ConnectionId connection = 0; ///< as the terminal believes; 0: none
        quint64 attempt = 0;
        std::optional<Milliseconds> cutAfterQuestion;
    };

    [[nodiscard]] Milliseconds delay(size_t terminal);
    void dispatch(ConnectionId id, bool up, const Frame &frame);
    void arrive(ConnectionId id, bool up, const Frame &frame);
    void deliver(ConnectionId id, bool up, const Frame &frame);
    void accept(size_t terminal, quint64 attempt);
    void release(size_t terminal);
    void loseAtService(ConnectionId id);
    void loseAtTerminal(ConnectionId id, const QString &why);
    void forgetIfClosed(ConnectionId id);

    World &m_world;
    Chance m_chance;
    std::vector<Path> m_paths;
    std::map<ConnectionId, Connection> m_connections;
    ConnectionId m_next = 1;
};

} // namespace antre::sim

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/terminalgate.h"

#include <QObject>

#include <memory>
#include <unordered_map>

class QLocalServer;
class QLocalSocket;

namespace antre {

/// Where `antrectl` reaches the service that runs: a local socket in the site's folder, which only
/// the folder's user can open. The gate's messages, one a line. Lives in the service's thread.
class ShellPort : public QObject
{
public:
    /// The socket's name in the site's folder.
    [[nodiscard]] static QString pathIn(const QString &folder);

    explicit ShellPort(TerminalGate &gate);
    ~ShellPort() override;

    /// Errors: Unavailable, with why.
    [[nodiscard]] Result<> listen(const QString &path);
    void close();

    /// Whether the connection is one of this port's; the network's have other numbers.
    [[nodiscard]] static bool isShell(ConnectionId id) { return (id & shellBit) != 0; }
    void send(ConnectionId id, const QByteArray &frame);
    /// Once what was sent has left.
    void closeConnection(ConnectionId id);

private:
    static constexpr ConnectionId shellBit = ConnectionId(1) << 63;
    void welcome();
    void read(ConnectionId id);
    void gone(ConnectionId id);

    TerminalGate &m_gate;
    std::unique_ptr<QLocalServer> m_server;
    std::unordered_map<ConnectionId, QLocalSocket *> m_sockets;
    ConnectionId m_nextId = 1;
};

} // namespace antre

// SPDX-License-Identifier: Apache-2.0
#include "server/shellport.h"

#include <QDir>
#include <QLocalServer>
#include <QLocalSocket>

#include <utility>

namespace antre {

/// A catalogue on one line.
static constexpr qint64 longestLine = maxFeedFrameBytes;

QString ShellPort::pathIn(const QString &folder)
{
    return QDir(folder).absoluteFilePath(QStringLiteral("service.socket"));
}

ShellPort::ShellPort(TerminalGate &gate)
    : m_gate(gate)
{
}

ShellPort::~ShellPort() { close(); }

Result<> ShellPort::listen(const QString &path)
{
    m_server = std::make_unique<QLocalServer>();
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_server.get(), &QLocalServer::newConnection, this, &ShellPort::welcome);
    // Who listens holds the site's lock: a socket that is there is left from a crash.
    QLocalServer::removeServer(path);
    if (m_server->listen(path))
        return {};
    return failure(ErrorCode::Unavailable,
        QStringLiteral("%1: %2").arg(path, m_server->errorString()), QStringLiteral("noShell"));
}

void ShellPort::close()
{
    const auto sockets = std::exchange(m_sockets, {});
    for (const auto &[id, socket] : sockets) {
        socket->disconnect(this);
        m_gate.closed(id);
        socket->flush();
        socket->deleteLater();
    }
    m_server.reset();
}

void ShellPort::welcome()
{
    while (QLocalSocket *socket = m_server->nextPendingConnection()) {
        const ConnectionId id = shellBit | m_nextId++;
        m_sockets.emplace(id, socket);
        connect(socket, &QLocalSocket::readyRead, this, [this, id] { read(id); });
        connect(socket, &QLocalSocket::disconnected, this, [this, id] { gone(id); });
        m_gate.openedAtShell(id);
    }
}

void ShellPort::read(ConnectionId id)
{
    for (;;) {
        const auto found = m_sockets.find(id);
        if (found == m_sockets.end())
            return;
        QLocalSocket *socket = found->second;
        if (!socket->canReadLine()) {
            if (socket->bytesAvailable() > longestLine)
                socket->abort();
            return;
        }
        m_gate.received(id, socket->readLine().trimmed());
    }
}

void ShellPort::send(ConnectionId id, const QByteArray &frame)
{
    if (const auto found = m_sockets.find(id); found != m_sockets.end())
        found->second->write(frame + '\n');
}

void ShellPort::closeConnection(ConnectionId id)
{
    if (const auto found = m_sockets.find(id); found != m_sockets.end())
        found->second->disconnectFromServer();
}

void ShellPort::gone(ConnectionId id)
{
    const auto found = m_sockets.find(id);
    if (found == m_sockets.end())
        return;
    found->second->deleteLater();
    m_sockets.erase(found);
    m_gate.closed(id);
}

} // namespace antre

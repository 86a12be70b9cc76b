// SPDX-License-Identifier: Apache-2.0
#include "shared/supervisor.h"

#include <cstddef>
#include <cstring>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace antre {

/// One datagram to the socket that systemd named; "@" stands for the abstract namespace's zero
/// byte.
static void notify(const char *state)
{
    const QByteArray path = qgetenv("NOTIFY_SOCKET");
    sockaddr_un address{};
    if (path.isEmpty() || size_t(path.size()) >= sizeof address.sun_path)
        return;
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, path.constData(), size_t(path.size()));
    if (path.startsWith('@'))
        address.sun_path[0] = '\0';
    const int socket = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (socket < 0)
        return;
    const auto length = socklen_t(offsetof(sockaddr_un, sun_path) + size_t(path.size()));
    if (sendto(socket, state, std::strlen(state), MSG_NOSIGNAL,
            reinterpret_cast<const sockaddr *>(&address), length)
        < 0)
        qWarning("systemd can't be told: %s", std::strerror(errno));
    close(socket);
}

Supervisor::Supervisor()
{
    QObject::connect(&m_alive, &QTimer::timeout, &m_alive, [] { notify("WATCHDOG=1"); });
}

void Supervisor::ready()
{
    notify("READY=1");
    // Twice in the time allowed, so that one late turn is no death.
    if (const qlonglong allowedUs = qgetenv("WATCHDOG_USEC").toLongLong(); allowedUs > 0)
        m_alive.start(std::chrono::duration_cast<std::chrono::milliseconds>(
            std::chrono::microseconds(allowedUs / 2)));
}

void Supervisor::say(const QString &what) const
{
    notify(QByteArray("STATUS=" + what.simplified().toUtf8()).constData());
}

void Supervisor::stopping()
{
    m_alive.stop();
    notify("STOPPING=1");
}

} // namespace antre

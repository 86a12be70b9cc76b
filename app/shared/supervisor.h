// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QTimer>

namespace antre {

/// Tells systemd that the service is ready, lives and stops, if systemd asked to be told
/// (sd_notify(3): NOTIFY_SOCKET, WATCHDOG_USEC). Signs of life come from the event loop that
/// commits, so a service that hangs is restarted.
class Supervisor
{
public:
    Supervisor();
    void ready();
    void stopping();
    /// One line for `systemctl status`: what the program is busy with.
    void say(const QString &what) const;

private:
    QTimer m_alive;
};

} // namespace antre

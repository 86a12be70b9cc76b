// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QProcess>
#include <QString>

namespace antre {

/// A real cupsd of our own on a free port of the loopback, with everything it writes below one
/// folder: neither the machine's printing system nor root is needed, and none is touched. Run as
/// root, its back-ends run as lp as on a real system. Packages: cups-daemon, cups-client, and cups
/// for its socket back-end.
class PrivateCups
{
public:
    /// `folder` must exist; it is made readable for the back-ends.
    explicit PrivateCups(QString folder);
    ~PrivateCups();
    PrivateCups(const PrivateCups &) = delete;
    PrivateCups &operator=(const PrivateCups &) = delete;

    /// Starts it and waits until it answers. A second start after stop() uses the same port and
    /// spool, so that waiting jobs come back as they do after a restart of the machine.
    [[nodiscard]] Result<> start();
    /// Stops it as a shutdown does.
    void stop();
    /// Ends it as a power cut does.
    void kill();

    /// Lets it stand still, and go on, as a machine does that is out of memory or suspended.
    void pause();
    void resume();
    /// Lets it make no file longer than this, as a full disk does; for what it does from now on.
    [[nodiscard]] bool limitFiles(quint64 bytes);
    [[nodiscard]] bool isRunning() const { return m_daemon.state() == QProcess::Running; }

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QString server() const; ///< "127.0.0.1:PORT"

    /// Makes a queue that passes bytes on untouched. `uri` such as
    /// socket://127.0.0.1:9100/?snmp=false
    [[nodiscard]] Result<> addRawQueue(const QString &name, const QString &uri);
    /// Runs one of the cups-client programs against this server.
    [[nodiscard]] Result<QString> run(const QString &program, const QStringList &arguments) const;
    /// Copies a back-end program in, under the name of its URI scheme. Before start().
    [[nodiscard]] Result<> addBackend(const QString &scheme, const QString &program);

private:
    [[nodiscard]] Result<> prepare();
    [[nodiscard]] bool writeSettings() const;
    [[nodiscard]] bool waitUntilAnswers();

    QString m_folder;
    quint16 m_port = 0;
    bool m_prepared = false;
    QProcess m_daemon;
};

} // namespace antre

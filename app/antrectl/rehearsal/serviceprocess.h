// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"

#include <QProcess>
#include <QTimer>
#include <QUrl>

namespace antre {

/// A real antre-service for one site, on free ports of this machine. It ends with this program,
/// however that ends.
class ServiceProcess : public QObject
{
    Q_OBJECT

public:
    ServiceProcess();
    ~ServiceProcess() override;

    /// ready() or failed() follows.
    void start(const QString &program, const QString &site, const ClockRate &rate);
    /// Where the web front asks, once ready() was told.
    [[nodiscard]] const QUrl &web() const { return m_web; }
    /// Kills it as a power cut would and starts it again on the same port.
    void crash();
    /// stopped() or failed() follows.
    void stop();

Q_SIGNALS:
    /// Terminals can connect; only after the first start.
    void ready(const QUrl &terminals);
    /// It has ended as asked; the journal is complete.
    void stopped();
    /// It could not start, or ended by itself or with an error.
    void failed(const QString &why);

private:
    void run(int port);
    void readLines();
    void ended(int exitCode, QProcess::ExitStatus status);

    QProcess m_process;
    QStringList m_arguments; ///< but for the port
    QUrl m_web;
    QUrl m_terminals; ///< empty until it has been ready once
    bool m_crashing = false;
    bool m_stopping = false;
};

} // namespace antre

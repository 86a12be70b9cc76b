// SPDX-License-Identifier: Apache-2.0
#include "rehearsal/serviceprocess.h"

#include <QRegularExpression>

#include <csignal>
#include <sys/prctl.h>
#include <unistd.h>

namespace antre {

/// For a service that hangs: then it is killed, and the journal shows what that costs.
constexpr int stopTimeoutMs = 10'000;

ServiceProcess::ServiceProcess()
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.setChildProcessModifier([] {
        ::prctl(PR_SET_PDEATHSIG, SIGTERM);
        // Ctrl-C at the shell reaches a whole group; this program ends its service itself.
        ::setpgid(0, 0);
    });
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &ServiceProcess::readLines);
    connect(&m_process, &QProcess::finished, this, &ServiceProcess::ended);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            Q_EMIT failed(QStringLiteral("%1 can't be started: %2")
                              .arg(m_process.program(), m_process.errorString()));
    });
}

ServiceProcess::~ServiceProcess()
{
    m_process.disconnect(this);
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(stopTimeoutMs))
        m_process.kill();
    m_process.waitForFinished();
}

void ServiceProcess::start(const QString &program, const QString &site, const ClockRate &rate)
{
    m_process.setProgram(program);
    m_arguments = {QStringLiteral("--site"), site, QStringLiteral("--http"),
        QStringLiteral("127.0.0.1:0"), QStringLiteral("--clock"), rate.text()};
    run(0);
}

void ServiceProcess::run(int port)
{
    m_process.setArguments(m_arguments
        + QStringList{QStringLiteral("--terminals"), QStringLiteral("127.0.0.1:%1").arg(port)});
    m_process.start();
}

void ServiceProcess::readLines()
{
    static const QRegularExpression form(QStringLiteral("^terminals: (wss://\\S+)"));
    static const QRegularExpression webForm(QStringLiteral("^web: (http://\\S+)"));
    while (m_process.canReadLine()) {
        const QString line = QString::fromUtf8(m_process.readLine());
        if (const auto web = webForm.match(line); web.hasMatch())
            m_web = QUrl(web.captured(1));
        const auto match = form.match(line);
        if (!match.hasMatch() || !m_terminals.isEmpty())
            continue;
        m_terminals = QUrl(match.captured(1));
        Q_EMIT ready(m_terminals);
    }
}

void ServiceProcess::crash()
{
    // Killed while it still starts from the last crash, it is down all the longer.
    m_crashing = true;
    m_process.kill();
}

void ServiceProcess::stop()
{
    m_stopping = true;
    m_process.terminate();
    QTimer::singleShot(stopTimeoutMs, this, [this] { m_process.kill(); });
}

void ServiceProcess::ended(int exitCode, QProcess::ExitStatus status)
{
    if (std::exchange(m_crashing, false) && !m_stopping)
        run(m_terminals.port());
    else if (m_stopping && status == QProcess::NormalExit && exitCode == 0)
        Q_EMIT stopped();
    else
        Q_EMIT failed(status == QProcess::NormalExit
                ? QStringLiteral("the service ended by itself with exit code %1").arg(exitCode)
                : QStringLiteral("the service crashed"));
}

} // namespace antre

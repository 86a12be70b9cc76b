// SPDX-License-Identifier: Apache-2.0
#include "fault/child.h"

#include <csignal>
#include <sys/prctl.h>

namespace antre::test {

Child::Child()
{
    QObject::connect(
        &m_process, &QProcess::finished, &m_process, [this](int code, QProcess::ExitStatus status) {
            if (m_killed)
                return;
            m_end = status == QProcess::CrashExit
                ? QStringLiteral("died of signal %1").arg(code)
                : QStringLiteral("ended with exit code %1").arg(code);
        });
}

bool Child::start(const QStringList &inside, const QString &program, const QStringList &arguments)
{
    QStringList command = inside;
    command << program << arguments;
    m_heard.clear();
    m_killed = false;
    m_end.clear();
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    // Kept through exec and nsenter, so nothing is left of a test that was killed itself.
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    m_process.start(command.takeFirst(), command);
    return m_process.waitForStarted();
}

void Child::kill()
{
    m_killed = true;
    m_process.kill();
    m_process.waitForFinished();
}

void Child::freeze() { ::kill(pid_t(pid()), SIGSTOP); }

void Child::goOn() { ::kill(pid_t(pid()), SIGCONT); }

QByteArrayList Child::takeLines()
{
    if (m_process.isOpen())
        m_heard += m_process.readAllStandardOutput();
    QByteArrayList lines = m_heard.split('\n');
    m_heard = lines.takeLast();
    return lines;
}

} // namespace antre::test

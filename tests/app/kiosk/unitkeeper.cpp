// SPDX-License-Identifier: Apache-2.0
#include "app/kiosk/unitkeeper.h"

#include <QFile>
#include <QRegularExpression>

#include <csignal>
#include <cstring>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace antre::test {

UnitKeeper::UnitKeeper(const QString &unitFile, const QString &folder)
    : m_socketPath(folder + QStringLiteral("/notify"))
{
    QFile file(unitFile);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s can't be read", qPrintable(unitFile));
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        if (const auto equals = line.indexOf(u'='); equals > 0 && !line.startsWith(u'#'))
            m_unit[line.left(equals)] = line.mid(equals + 1);
    }
    m_socket = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(
        address.sun_path, m_socketPath.toLocal8Bit().constData(), sizeof address.sun_path - 1);
    if (bind(m_socket, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0)
        qFatal("%s: %s", qPrintable(m_socketPath), std::strerror(errno));
    m_notifier = std::make_unique<QSocketNotifier>(m_socket, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &UnitKeeper::hear);
    m_watchdog.setSingleShot(true);
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &UnitKeeper::begin);
    connect(&m_watchdog, &QTimer::timeout, this, [this] {
        ++m_watchdogKills;
        // A stopped process takes no other signal; systemd ends with this one, too.
        ::kill(pid_t(pid()), SIGKILL);
    });
}

UnitKeeper::~UnitKeeper()
{
    m_isEnding = true;
    if (m_process) {
        m_process->kill();
        m_process->waitForFinished();
    }
    m_notifier.reset();
    ::close(m_socket);
}

std::chrono::milliseconds UnitKeeper::seconds(const char *key) const
{
    const auto found = m_unit.find(QString::fromLatin1(key));
    const QString value = found == m_unit.end() ? QString() : found->second;
    const int number
        = value.left(value.indexOf(QRegularExpression(QStringLiteral("[^0-9]")))).toInt();
    return value.endsWith(QLatin1String("ms")) ? std::chrono::milliseconds(number)
                                               : std::chrono::seconds(number);
}

void UnitKeeper::start(
    const QString &program, const QStringList &arguments, const QStringList &environment)
{
    m_program = program;
    m_arguments = arguments;
    m_environment = environment;
    begin();
}

void UnitKeeper::begin()
{
    m_status.clear();
    m_process = std::make_unique<QProcess>();
    QStringList environment = QProcess::systemEnvironment() + m_environment;
    const auto watchdog = std::chrono::microseconds(seconds("WatchdogSec")).count();
    environment << QStringLiteral("NOTIFY_SOCKET=") + m_socketPath
                << QStringLiteral("WATCHDOG_USEC=%1").arg(watchdog);
    m_process->setEnvironment(environment);
    m_process->setProcessChannelMode(QProcess::MergedChannels);
    connect(
        m_process.get(), &QProcess::readyRead, this, [this] { m_said += m_process->readAll(); });
    connect(m_process.get(), &QProcess::finished, this, &UnitKeeper::ended);
    ++m_starts;
    m_process->start(m_program, m_arguments);
}

void UnitKeeper::ended(int code)
{
    m_watchdog.stop();
    const auto prevent = m_unit.find(QStringLiteral("RestartPreventExitStatus"));
    const bool leaves = m_process->exitStatus() == QProcess::NormalExit && prevent != m_unit.end()
        && prevent->second.toInt() == code;
    m_process.release()->deleteLater();
    if (!m_isEnding && !leaves && m_unit[QStringLiteral("Restart")] == QLatin1String("always"))
        m_again.start(seconds("RestartSec"));
}

void UnitKeeper::hear()
{
    char bytes[1024];
    ssize_t size = 0;
    while ((size = recv(m_socket, bytes, sizeof bytes, 0)) > 0) {
        for (const QByteArray &line : QByteArray(bytes, size).split('\n')) {
            if (line.startsWith("STATUS="))
                m_status = QString::fromUtf8(line.mid(7));
            // The watchdog runs from readiness on, and anew with each sign of life.
            if (line == "READY=1" || line == "WATCHDOG=1")
                m_watchdog.start(seconds("WatchdogSec"));
        }
    }
}

} // namespace antre::test

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/catch.h"
#include "support/eventually.h"
#include "support/paths.h"

#include <QProcess>
#include <QRegularExpression>

namespace antre::test {

/// The real antre-service; killed with this object.
class ServiceProcess
{
public:
    explicit ServiceProcess(const QStringList &arguments, const QStringList &environment = {})
    {
        m_process.setEnvironment(QProcess::systemEnvironment() + environment);
        m_process.start(programPath("antre-service"), arguments);
        REQUIRE(m_process.waitForStarted());
    }
    /// One that serves `site` on free ports, and does.
    static std::unique_ptr<ServiceProcess> serving(
        const QString &site, const QStringList &more = {}, const QStringList &environment = {})
    {
        auto service = std::make_unique<ServiceProcess>(
            QStringList{QStringLiteral("--site"), site, QStringLiteral("--terminals"),
                QStringLiteral("127.0.0.1:0"), QStringLiteral("--http"),
                QStringLiteral("127.0.0.1:0")}
                + more,
            environment);
        REQUIRE(eventually([&] {
            return service->output().contains(QLatin1String("web: ")) || service->hasEnded();
        }));
        CAPTURE(service->output());
        REQUIRE(!service->hasEnded());
        return service;
    }
    ServiceProcess(const ServiceProcess &) = delete;
    ServiceProcess &operator=(const ServiceProcess &) = delete;
    ~ServiceProcess() { kill(); }

    /// As a power cut does: SIGKILL.
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    /// As systemd does: SIGTERM.
    void askToStop() { m_process.terminate(); }
    [[nodiscard]] bool hasEnded() const { return m_process.state() == QProcess::NotRunning; }
    /// What it said, once it has ended by itself.
    int exitCode()
    {
        REQUIRE(eventually([this] { return hasEnded(); }));
        REQUIRE(m_process.exitStatus() == QProcess::NormalExit);
        return m_process.exitCode();
    }
    QString output() { return QString::fromUtf8(m_output += m_process.readAllStandardOutput()); }
    QString complaint()
    {
        return QString::fromUtf8(m_complaint += m_process.readAllStandardError());
    }
    [[nodiscard]] quint16 terminalPort()
    {
        return port(QStringLiteral("terminals: wss://127.0.0.1:(\\d+)"));
    }
    [[nodiscard]] quint16 httpPort()
    {
        return port(QStringLiteral("web: http://127.0.0.1:(\\d+)"));
    }

private:
    quint16 port(const QString &pattern)
    {
        return QRegularExpression(pattern).match(output()).captured(1).toUShort();
    }

    QProcess m_process;
    QByteArray m_output;
    QByteArray m_complaint;
};

} // namespace antre::test

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProcess>
#include <QSocketNotifier>
#include <QStringList>
#include <QTimer>

#include <chrono>
#include <map>
#include <memory>

namespace antre::test {

/// Keeps a program alive as systemd would by the unit's own file: hears sd_notify(3), kills what
/// gives no sign of life within WatchdogSec, starts what ended again after RestartSec, unless its
/// exit code is RestartPreventExitStatus. So the file that ships is what is tried.
class UnitKeeper : public QObject
{
    Q_OBJECT

public:
    UnitKeeper(const QString &unitFile, const QString &folder);
    ~UnitKeeper() override;

    void start(
        const QString &program, const QStringList &arguments, const QStringList &environment);
    [[nodiscard]] qint64 pid() const { return m_process ? m_process->processId() : 0; }
    [[nodiscard]] int starts() const { return m_starts; }
    /// STATUS= of the present life; empty: nothing was said yet.
    [[nodiscard]] QString status() const { return m_status; }
    [[nodiscard]] std::chrono::milliseconds seconds(const char *key) const;
    [[nodiscard]] QByteArray said() const { return m_said; }
    [[nodiscard]] int watchdogKills() const { return m_watchdogKills; }

private:
    void begin();
    void ended(int code);
    void hear();

    std::map<QString, QString> m_unit;
    QString m_program;
    QStringList m_arguments;
    QStringList m_environment;
    QString m_socketPath;
    int m_socket = -1;
    std::unique_ptr<QSocketNotifier> m_notifier;
    std::unique_ptr<QProcess> m_process;
    QTimer m_watchdog;
    QTimer m_again;
    QString m_status;
    QByteArray m_said;
    int m_starts = 0;
    int m_watchdogKills = 0;
    bool m_isEnding = false;
};

} // namespace antre::test

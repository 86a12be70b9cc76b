// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProcess>

namespace antre::test {

/// A real process that ends with this object, or with the test, however that ends. What it says on
/// standard output is read line by line; standard error goes to the test's own.
class Child
{
public:
    Child();
    Child(const Child &) = delete;
    Child &operator=(const Child &) = delete;
    ~Child() { kill(); }

    /// `inside`: a command that runs another one in its own place, such as nsenter; empty: none.
    /// False when it can't be started.
    [[nodiscard]] bool start(
        const QStringList &inside, const QString &program, const QStringList &arguments);

    /// As a power cut does: SIGKILL. Returns when it is gone.
    void kill();
    /// As systemd does: SIGTERM.
    void askToStop() { m_process.terminate(); }
    /// It neither runs nor dies until goOn(): SIGSTOP.
    void freeze();
    void goOn();
    [[nodiscard]] bool runs() const { return m_process.state() == QProcess::Running; }
    /// How it ended by itself, such as "crashed"; empty while it runs or when it was killed here.
    [[nodiscard]] QString end() const { return m_end; }
    [[nodiscard]] qint64 pid() const { return m_process.processId(); }

    /// One line to its standard input.
    void tell(const QByteArray &line) { m_process.write(line + '\n'); }
    /// The whole lines said since the last call.
    [[nodiscard]] QByteArrayList takeLines();

private:
    QProcess m_process;
    bool m_killed = false;
    QString m_end;
    QByteArray m_heard; ///< the beginning of a line
};

} // namespace antre::test

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/paths.h"

#include <QProcess>

namespace antre::sim {

/// How a run of one of the simulator's programs ended.
struct Ended
{
    int code = -1;
    QString output;
};

inline Ended run(const QString &program, const QStringList &arguments, int patienceMs = 110'000)
{
    QProcess process;
    process.setProgram(programPath("") + program);
    process.setArguments(arguments);
    process.setStandardErrorFile(QProcess::nullDevice());
    process.start();
    if (!process.waitForFinished(patienceMs)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput())};
}

inline QStringList arguments(const char *line) { return QString::fromUtf8(line).split(u' '); }

} // namespace antre::sim

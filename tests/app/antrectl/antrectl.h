// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/catch.h"
#include "support/paths.h"

#include <QProcess>

namespace antre {

/// What the real antrectl said.
struct Said
{
    int exit = -1;
    QString out;
    QString err;
};

/// Runs the real antrectl to its end.
inline Said antrectl(
    const QStringList &arguments, const QByteArray &input = {}, int timeoutMs = 60'000)
{
    QProcess program;
    program.start(programPath("antrectl"), arguments);
    program.write(input);
    program.closeWriteChannel();
    if (!program.waitForFinished(timeoutMs)) {
        program.kill();
        program.waitForFinished();
        FAIL("antrectl did not end within " << timeoutMs << " ms");
    }
    REQUIRE(program.exitStatus() == QProcess::NormalExit);
    return {program.exitCode(), QString::fromUtf8(program.readAllStandardOutput()),
        QString::fromUtf8(program.readAllStandardError())};
}

} // namespace antre

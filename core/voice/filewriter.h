// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QObject>
#include <QThreadPool>

#include <functional>

namespace antre {

/// Writes whole files in a thread of its own, in the order asked: a file is there completely and on
/// the disk, or as it was before. `done` is called on the thread that asked; not after this
/// object's end, which waits until everything asked for is written.
class FileWriter
{
public:
    using Done = std::function<void(Result<>)>;
    FileWriter();
    void write(const QString &path, const QByteArray &content, Done done);

private:
    QObject m_answers; ///< outlives the thread
    QThreadPool m_thread;
};

} // namespace antre

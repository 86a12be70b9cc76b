// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "counter/habits.h"

#include <QThreadPool>

namespace antre {

/// Where a console remembers how its officers like it: a small file beside its journal. Losing it
/// costs two key presses, so nothing waits for it: it is written by a thread of its own, the latest
/// wish last.
class HabitsFile
{
public:
    explicit HabitsFile(QString path);

    /// What was remembered; as delivered when there is nothing that can be read.
    [[nodiscard]] ConsoleHabits load() const;
    void save(const ConsoleHabits &habits);
    /// Waits until all is written.
    void flush() { m_writer.waitForDone(); }

private:
    QString m_path;
    QThreadPool m_writer;
};

} // namespace antre

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSocketNotifier>

#include <functional>
#include <memory>

namespace antre {

/// Turns SIGTERM and SIGINT into a call in the event loop, where ending cleanly is possible. Make
/// it before any thread starts: threads inherit that the signals are blocked (signalfd(2)). A
/// program with a window calls hold() first of all, because its QApplication starts threads of its
/// own.
class StopSignals
{
public:
    explicit StopSignals(std::function<void()> stop);
    StopSignals(const StopSignals &) = delete;
    StopSignals &operator=(const StopSignals &) = delete;
    ~StopSignals();

    /// Blocks the signals in this thread and in all that it starts from now on: they wait until a
    /// StopSignals takes them.
    static void hold();

private:
    int m_descriptor;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace antre

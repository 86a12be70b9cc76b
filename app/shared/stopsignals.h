// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSocketNotifier>

#include <functional>
#include <memory>

namespace antre {

/// Turns SIGTERM and SIGINT into a call in the event loop, where ending cleanly is possible. Make it
/// before any thread starts: threads inherit that the signals are blocked (signalfd(2)).
class StopSignals
{
public:
    explicit StopSignals(std::function<void()> stop);
    StopSignals(const StopSignals &) = delete;
    StopSignals &operator=(const StopSignals &) = delete;
    ~StopSignals();

private:
    int m_descriptor;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace antre

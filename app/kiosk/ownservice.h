// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/sitehost.h"
#include "wire/terminalfile.h"

#include <QThread>

namespace antre {

/// The queue service inside a standalone kiosk: the same as antre-service, in a thread of its own,
/// so that a small office needs no other machine. The kiosk is its terminal like any other, over
/// the loopback; consoles and displays may join over the network.
class OwnService
{
public:
    /// Starts it and returns when it serves, or says why not in a sentence. A site that doesn't
    /// know this kiosk enrols it, under the mark "1"; `terminalFile` is written for it.
    [[nodiscard]] static Result<std::unique_ptr<OwnService>> start(const SiteOptions &options,
        const std::optional<ClockRate> &clock, const QString &terminalFile);
    OwnService(const OwnService &) = delete;
    OwnService &operator=(const OwnService &) = delete;
    /// Answers what has arrived and leaves a complete journal.
    ~OwnService();

private:
    explicit OwnService(const std::optional<ClockRate> &clock);
    [[nodiscard]] Result<TerminalFile> enrol(
        const SiteOptions &options, const QString &terminalFile);
    [[nodiscard]] Result<> serve(const SiteOptions &options);

    SystemClock m_system;
    std::optional<RatedClock> m_rated;
    const Clock &m_clock; ///< one of the two
    SystemRandom m_random; ///< the service's thread only, once it runs
    QThread m_thread;
    QObject m_worker; ///< lives in m_thread
    std::unique_ptr<SiteHost> m_host; ///< made and destroyed in m_thread
};

} // namespace antre

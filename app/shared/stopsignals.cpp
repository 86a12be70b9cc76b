// SPDX-License-Identifier: Apache-2.0
#include "shared/stopsignals.h"

#include <csignal>
#include <sys/signalfd.h>
#include <unistd.h>

namespace antre {

static sigset_t stopSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    return signals;
}

void StopSignals::hold()
{
    const sigset_t signals = stopSignals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

static int blockedSignals()
{
    StopSignals::hold();
    const sigset_t signals = stopSignals();
    return signalfd(-1, &signals, SFD_NONBLOCK | SFD_CLOEXEC);
}

StopSignals::StopSignals(std::function<void()> stop)
    : m_descriptor(blockedSignals())
    , m_notifier(std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Read))
{
    QObject::connect(m_notifier.get(), &QSocketNotifier::activated, m_notifier.get(),
        [this, stop = std::move(stop)] {
            signalfd_siginfo signal{};
            if (read(m_descriptor, &signal, sizeof signal) > 0)
                stop();
        });
}

StopSignals::~StopSignals()
{
    m_notifier.reset();
    close(m_descriptor);
}

} // namespace antre

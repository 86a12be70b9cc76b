// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/terminalgate.h"

#include <mutex>

namespace antre {

/// What happened elsewhere, on its way to the service's thread.
namespace arrival {
struct Opened
{
    ConnectionId connection = 0;
};
struct Frame
{
    ConnectionId connection = 0;
    QByteArray bytes;
};
struct Closed
{
    ConnectionId connection = 0;
};
using Task = std::function<void()>;
} // namespace arrival
using Arrival = std::variant<arrival::Opened, arrival::Frame, arrival::Closed, arrival::Task>;

/// Where other threads leave arrivals for the service's thread. It is woken once for all that come
/// until it looks; so whatever arrives while a commit runs goes into the next one. Its length is
/// bounded by those who push: each connection may have only so much in it (ServerLimits).
class Inbox
{
public:
    /// `wake` makes the service's thread call takeAll() soon; it is called from any thread.
    explicit Inbox(std::function<void()> wake)
        : m_wake(std::move(wake))
    {
    }
    /// Any thread.
    void push(Arrival arrival);
    /// Wakes the service's thread although nothing came. Any thread.
    void wake();
    /// All that came, in order. The service's thread.
    [[nodiscard]] std::vector<Arrival> takeAll();

private:
    std::function<void()> m_wake;
    std::mutex m_mutex;
    std::vector<Arrival> m_arrivals;
    bool m_woken = false;
};

} // namespace antre

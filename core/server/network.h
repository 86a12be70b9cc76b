// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>

namespace boost::asio {
class io_context;
}

namespace antre {

/// The one thread in which all sockets live. Nothing in it may wait for anything but the network.
class Network
{
public:
    Network();
    Network(const Network &) = delete;
    Network &operator=(const Network &) = delete;
    /// Stops first, if need be.
    ~Network();

    [[nodiscard]] boost::asio::io_context &context();
    void start();
    /// Runs `task` in the network's thread, soon; tasks keep their order. Any thread.
    void post(std::function<void()> task);
    /// Ends the thread at once; what is still posted is never run.
    void stop();

private:
    class Thread;
    std::unique_ptr<Thread> m_thread;
};

} // namespace antre

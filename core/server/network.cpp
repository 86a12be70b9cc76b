// SPDX-License-Identifier: Apache-2.0
#include "server/network.h"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>

#include <thread>

namespace antre {

class Network::Thread
{
public:
    boost::asio::io_context context{1};
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> staysAlive{
        context.get_executor()};
    std::thread thread;
};

Network::Network()
    : m_thread(std::make_unique<Thread>())
{
}

Network::~Network() { stop(); }

boost::asio::io_context &Network::context() { return m_thread->context; }

void Network::start()
{
    m_thread->thread = std::thread([this] { m_thread->context.run(); });
}

void Network::post(std::function<void()> task)
{
    boost::asio::post(m_thread->context, std::move(task));
}

void Network::stop()
{
    m_thread->context.stop();
    if (m_thread->thread.joinable())
        m_thread->thread.join();
}

} // namespace antre

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/instant.h"
#include "base/result.h"
#include "wire/hostport.h"

#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <chrono>

namespace antre {

/// Asio's types with the one executor there is. Their usual names stand for any executor, behind
/// which every handler is compiled twice.
using Executor = boost::asio::io_context::executor_type;
using Acceptor = boost::asio::basic_socket_acceptor<boost::asio::ip::tcp, Executor>;
using Socket = boost::asio::basic_stream_socket<boost::asio::ip::tcp, Executor>;
using Timer = boost::asio::basic_waitable_timer<std::chrono::steady_clock,
    boost::asio::wait_traits<std::chrono::steady_clock>, Executor>;

/// The pause before accepting again when the process has no file descriptor left.
inline constexpr Milliseconds acceptPause{200};

/// An acceptor that listens at `at`. Internal to core/server: includes Asio.
[[nodiscard]] Result<Acceptor> listenAt(boost::asio::io_context &network, const HostPort &at);

} // namespace antre

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "wire/hostport.h"

#include <boost/asio/ip/tcp.hpp>

namespace antre {

/// An acceptor that listens at `at`. Internal to core/server: includes Asio.
[[nodiscard]] Result<boost::asio::ip::tcp::acceptor> listenAt(
    boost::asio::io_context &network, const HostPort &at);

} // namespace antre

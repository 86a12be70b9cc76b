// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/http.h"
#include "server/limits.h"
#include "wire/hostport.h"

namespace boost::asio {
class io_context;
}

namespace antre {

/// The web's side of the network: plain HTTP/1.1 for the web front on this machine, within
/// ServerLimits. It asks `handler`, in the network's thread, for every whole request; what is no
/// such it answers itself: 400, 413, 431. One request of a connection at a time.
class HttpPort
{
public:
    /// Errors as in TerminalPort::listen(). `left` is called, in the network's thread, once for
    /// each request that was granted a WebSocket, when that has ended.
    [[nodiscard]] static Result<std::unique_ptr<HttpPort>> listen(boost::asio::io_context &network,
        const HostPort &at, const ServerLimits &limits, HttpHandler handler,
        std::function<void(FollowerId)> left);
    ~HttpPort();

    [[nodiscard]] quint16 port() const;
    /// To followers. The network's thread.
    void carry(const std::vector<FollowerNews> &news);
    /// Accepts nobody any more, and lets followers go. The network's thread.
    void shutDown();

private:
    class Door;
    explicit HttpPort(std::shared_ptr<Door> door);
    std::shared_ptr<Door> m_door;
};

} // namespace antre

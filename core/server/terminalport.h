// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/limits.h"
#include "server/tlsidentity.h"
#include "wire/hostport.h"

namespace boost::asio {
class io_context;
}

namespace antre {

/// What one turn of the service's thread gives to the terminals' connections.
struct Outgoing
{
    struct Frame
    {
        ConnectionId connection = 0;
        QByteArray bytes;
    };
    /// A frame of the connection that the service is done with: room for another.
    struct Taken
    {
        ConnectionId connection = 0;
        size_t bytes = 0;
    };
    std::vector<Frame> frames;
    std::vector<ConnectionId> closing; ///< once their frames have left
    std::vector<Taken> taken;
    [[nodiscard]] bool isEmpty() const
    {
        return frames.empty() && closing.empty() && taken.empty();
    }
};

/// The terminals' side of the network: accepts WebSockets over TLS 1.3 and keeps them within
/// ServerLimits. It knows frames, not what is in them. All functions but the constructor belong to
/// the network's thread, and so does what it calls.
class TerminalPort
{
public:
    struct Events
    {
        std::function<void(ConnectionId)> opened;
        std::function<void(ConnectionId, QByteArray)> received;
        /// Once for each that was opened; its id is never used again.
        std::function<void(ConnectionId)> closed;
    };

    /// Listens at once, accepts as soon as the network runs. Errors: Invalid for an address that
    /// isn't one of this machine's, Conflict with reason "portTaken", Forbidden for a port below
    /// 1024.
    [[nodiscard]] static Result<std::unique_ptr<TerminalPort>> listen(
        boost::asio::io_context &network, const HostPort &at, const TlsIdentity &identity,
        const ServerLimits &limits, Events events);
    ~TerminalPort();

    [[nodiscard]] quint16 port() const;
    void carry(Outgoing outgoing);
    /// Accepts nobody any more and says goodbye to all; `done` once they are gone, or after
    /// `patience`.
    void shutDown(Milliseconds patience, std::function<void()> done);

private:
    class Door;
    explicit TerminalPort(std::shared_ptr<Door> door);
    std::shared_ptr<Door> m_door;
};

} // namespace antre

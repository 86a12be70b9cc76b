// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTcpServer>

#include <array>
#include <chrono>

namespace antre::test {

/// A bad network between two real programs: a TCP port of the loopback that hands every byte on to
/// another one, late, one way only, or not at all. Needs an event loop.
class Relay : public QObject
{
    Q_OBJECT

public:
    enum class Way {
        There, ///< from who connects to the target
        Back,
    };
    explicit Relay(quint16 target);

    /// Where to connect to.
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }

    /// Each byte that comes from now on arrives so much later, both ways. 0: at once.
    void setDelay(std::chrono::milliseconds delay) { m_delay = delay; }
    /// Bytes of one way stay in the network until it goes on.
    void setStalled(Way way, bool stalled);
    /// Ends all connections without a word: TCP reset.
    void cut();
    /// Who connects from now on is sent away at once.
    void setRefusing(bool refusing) { m_refusing = refusing; }
    /// How often somebody connected so far.
    [[nodiscard]] int connections() const { return m_connections; }

Q_SIGNALS:
    /// A stall or all connections ended.
    void changed();
    void ended();

private:
    class Lane;
    void takeConnection();

    quint16 m_target;
    QTcpServer m_server;
    std::chrono::milliseconds m_delay{0};
    std::array<bool, 2> m_stalled{false, false};
    bool m_refusing = false;
    int m_connections = 0;
};

} // namespace antre::test

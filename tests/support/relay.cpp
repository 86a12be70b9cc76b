// SPDX-License-Identifier: Apache-2.0
#include "support/relay.h"

#include <QElapsedTimer>
#include <QTcpSocket>
#include <QTimer>

namespace antre::test {

/// One way of one connection; goes with the socket that it writes to.
class Relay::Lane : public QObject
{
public:
    Lane(Relay &relay, Way way, QTcpSocket &from, QTcpSocket &to)
        : QObject(&to)
        , m_relay(relay)
        , m_way(way)
        , m_from(from)
        , m_to(to)
    {
        // A stall must reach the sender, as it does in a network: little waits here.
        from.setReadBufferSize(64 * 1024);
        connect(&from, &QTcpSocket::readyRead, this, &Lane::pump);
        connect(&to, &QTcpSocket::connected, this, &Lane::pump);
        connect(&relay, &Relay::changed, this, &Lane::pump);
    }

private:
    void pump()
    {
        if (m_relay.m_stalled[size_t(m_way)] || m_to.state() != QAbstractSocket::ConnectedState)
            return;
        const QByteArray bytes = m_from.readAll();
        if (m_relay.m_delay.count() == 0 && m_onTheWay == 0) {
            m_to.write(bytes);
            return;
        }
        // What is delayed less must not overtake what is delayed more.
        ++m_onTheWay;
        m_arrival = std::max(m_arrival, m_time.elapsed() + m_relay.m_delay.count());
        QTimer::singleShot(std::chrono::milliseconds(m_arrival - m_time.elapsed()),
            Qt::PreciseTimer, this, [this, bytes] {
                --m_onTheWay;
                if (m_to.isOpen())
                    m_to.write(bytes);
            });
    }

    Relay &m_relay;
    const Way m_way;
    QTcpSocket &m_from;
    QTcpSocket &m_to;
    QElapsedTimer m_time = [] {
        QElapsedTimer time;
        time.start();
        return time;
    }();
    qint64 m_arrival = 0;
    int m_onTheWay = 0;
};

Relay::Relay(quint16 target)
    : m_target(target)
{
    connect(&m_server, &QTcpServer::newConnection, this, &Relay::takeConnection);
    m_server.listen(QHostAddress::LocalHost);
}

void Relay::setStalled(Way way, bool stalled)
{
    m_stalled[size_t(way)] = stalled;
    Q_EMIT changed();
}

void Relay::cut() { Q_EMIT ended(); }

void Relay::takeConnection()
{
    while (QTcpSocket *near = m_server.nextPendingConnection()) {
        ++m_connections;
        // Both sockets and lanes go together, when either end has gone.
        auto *connection = new QObject(this);
        auto *far = new QTcpSocket(connection);
        near->setParent(connection);
        const auto end = [connection, near, far] {
            near->abort();
            far->abort();
            connection->deleteLater();
        };
        if (m_refusing) {
            end();
            continue;
        }
        new Lane(*this, Way::There, *near, *far);
        new Lane(*this, Way::Back, *far, *near);
        connect(this, &Relay::ended, connection, end);
        connect(near, &QTcpSocket::disconnected, connection, end, Qt::QueuedConnection);
        connect(
            far, &QTcpSocket::stateChanged, connection,
            [end](QAbstractSocket::SocketState state) {
                if (state == QAbstractSocket::UnconnectedState)
                    end();
            },
            Qt::QueuedConnection);
        far->connectToHost(QHostAddress::LocalHost, m_target);
    }
}

} // namespace antre::test

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/virtualprinter/escposmachine.h"

#include <QObject>
#include <QPointer>
#include <QTcpServer>
#include <QTimer>

#include <functional>

class QTcpSocket;

namespace antre {

/// An EscposMachine on a TCP port of the loopback, one connection at a time as real ones have it.
/// Lives in the thread of its maker and needs an event loop.
class VirtualPrinter : public QObject
{
    Q_OBJECT

public:
    explicit VirtualPrinter(EscposMachine::Model model = {}, QObject *parent = nullptr);
    ~VirtualPrinter() override;

    /// Switches it on; port 0 takes a free one. False when the port is taken.
    [[nodiscard]] bool switchOn(quint16 port = 0);
    /// Pulls the plug: the connection is gone, the port is closed, what it had in its buffer is
    /// lost.
    void switchOff();
    [[nodiscard]] quint16 port() const { return m_port; }

    [[nodiscard]] EscposMachine &machine() { return m_machine; }
    void setFaults(const PrinterFaults &faults);
    /// Stops reading: bytes stay in the network until it goes on.
    void setStalled(bool stalled);
    [[nodiscard]] bool isStalled() const { return m_stalled; }
    /// Paper comes at this speed from now on, and only `bytes` are taken in advance; 0: at once.
    void setSpeed(int mmPerSecond, int bytes = 4096);
    /// Resets the connection; what was taken in is printed, and the next one is welcome.
    void cutLink();
    /// Nothing reaches the printer any more, nor it anybody; it prints what it has.
    void pullCable();
    /// False when the port was taken meanwhile.
    [[nodiscard]] bool plugIn();
    /// Does `action` once this many more bytes have arrived, before any after them.
    void afterBytes(qint64 bytes, std::function<void()> action);

    [[nodiscard]] const std::vector<QImage> &slips() const { return m_slips; }
    [[nodiscard]] int connections() const { return m_connections; }
    [[nodiscard]] qint64 bytesReceived() const { return m_bytesReceived; }

Q_SIGNALS:
    /// A slip fell out; slips() has it.
    void slipFell(const QImage &slip);
    void bytesArrived();

private:
    void takeConnection();
    void endConnection();
    void read();
    void take(const QByteArray &bytes);
    void dropConnection();
    [[nodiscard]] qint64 bytesWanted() const;
    void deliver();

    EscposMachine m_machine;
    QTcpServer m_server;
    QPointer<QTcpSocket> m_socket;
    std::vector<QImage> m_slips;
    quint16 m_port = 0;
    int m_connections = 0;
    qint64 m_bytesReceived = 0;
    bool m_stalled = false;
    QTimer m_motor; ///< runs while the speed is limited
    int m_dotsPerTick = 0;
    int m_bufferBytes = 0;
    qint64 m_bytesUntilAction = 0;
    std::function<void()> m_action;
};

} // namespace antre

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/virtualprinter/escposmachine.h"

#include <QObject>
#include <QPointer>
#include <QTcpServer>

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

    [[nodiscard]] const std::vector<QImage> &slips() const { return m_slips; }
    [[nodiscard]] int connections() const { return m_connections; }
    [[nodiscard]] qint64 bytesReceived() const { return m_bytesReceived; }

Q_SIGNALS:
    /// A slip fell out; slips() has it.
    void slipFell(const QImage &slip);
    void bytesArrived();

private:
    void takeConnection();
    void read();
    void deliver();

    EscposMachine m_machine;
    QTcpServer m_server;
    QPointer<QTcpSocket> m_socket;
    std::vector<QImage> m_slips;
    quint16 m_port = 0;
    int m_connections = 0;
    qint64 m_bytesReceived = 0;
    bool m_stalled = false;
};

} // namespace antre

// SPDX-License-Identifier: Apache-2.0
#include "support/virtualprinter/virtualprinter.h"

#include "slip/sliplayout.h"

#include <QTcpSocket>

#include <algorithm>
#include <utility>

namespace antre {

static constexpr int motorTickMs = 10;

VirtualPrinter::VirtualPrinter(EscposMachine::Model model, QObject *parent)
    : QObject(parent)
    , m_machine(std::move(model))
{
    connect(&m_server, &QTcpServer::newConnection, this, &VirtualPrinter::takeConnection);
    m_motor.setInterval(motorTickMs);
    connect(&m_motor, &QTimer::timeout, this, [this] {
        m_machine.allow(m_dotsPerTick);
        deliver();
        read();
        if (m_socket && m_socket->state() == QAbstractSocket::UnconnectedState)
            endConnection();
    });
}

VirtualPrinter::~VirtualPrinter()
{
    // The server deletes its socket, which would tell us while we are half gone.
    if (m_socket)
        m_socket->disconnect(this);
}

bool VirtualPrinter::switchOn(quint16 port)
{
    if (!m_server.listen(QHostAddress::LocalHost, port))
        return false;
    m_port = m_server.serverPort();
    return true;
}

void VirtualPrinter::switchOff()
{
    pullCable();
    // The paper stays where it is, what was in the buffer is gone.
    m_machine.forget();
}

void VirtualPrinter::dropConnection()
{
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    m_socket->abort();
    m_socket->deleteLater();
    m_socket.clear();
}

void VirtualPrinter::cutLink()
{
    dropConnection();
    takeConnection();
}

void VirtualPrinter::pullCable()
{
    m_server.close();
    dropConnection();
}

bool VirtualPrinter::plugIn() { return switchOn(m_port); }

void VirtualPrinter::setSpeed(int mmPerSecond, int bytes)
{
    m_bufferBytes = mmPerSecond > 0 ? bytes : 0;
    m_dotsPerTick = std::max(mmPerSecond * slipDotsPerMm * motorTickMs / 1000, 1);
    if (mmPerSecond > 0) {
        m_machine.allow(0);
        m_motor.start();
        return;
    }
    m_motor.stop();
    m_machine.allowAll();
    deliver();
    read();
}

void VirtualPrinter::afterBytes(qint64 bytes, std::function<void()> action)
{
    m_bytesUntilAction = bytes;
    m_action = std::move(action);
}

void VirtualPrinter::takeConnection()
{
    if (m_socket)
        return; // the next one waits until this one is done
    m_socket = m_server.nextPendingConnection();
    if (!m_socket)
        return;
    ++m_connections;
    m_socket->setReadBufferSize(4096);
    connect(m_socket, &QTcpSocket::readyRead, this, &VirtualPrinter::read);
    connect(m_socket, &QTcpSocket::disconnected, this, &VirtualPrinter::endConnection);
    read();
    // It may have ended while it waited.
    if (m_socket && m_socket->state() == QAbstractSocket::UnconnectedState)
        endConnection();
}

void VirtualPrinter::endConnection()
{
    if (m_stalled)
        return; // what it sent is still to be read
    read();
    if (m_socket->bytesAvailable() > 0)
        return; // it prints slowly; the motor comes back to this
    m_socket->disconnect(this);
    m_socket->deleteLater();
    m_socket.clear();
    takeConnection();
}

/// As many as go in, and no further than to the next fault.
qint64 VirtualPrinter::bytesWanted() const
{
    qint64 wanted = 4096;
    if (m_bufferBytes > 0 && !m_machine.wantsBytes())
        wanted = std::min<qint64>(wanted, m_bufferBytes - m_machine.waitingBytes());
    if (m_action)
        wanted = std::min(wanted, m_bytesUntilAction);
    return std::max<qint64>(wanted, 0);
}

void VirtualPrinter::read()
{
    while (!m_stalled && m_socket) {
        const QByteArray bytes = m_socket->read(bytesWanted());
        if (bytes.isEmpty())
            return;
        take(bytes);
    }
}

void VirtualPrinter::take(const QByteArray &bytes)
{
    m_bytesReceived += bytes.size();
    m_machine.receive(bytes);
    deliver();
    Q_EMIT bytesArrived();
    if (!m_action)
        return;
    m_bytesUntilAction -= bytes.size();
    if (m_bytesUntilAction <= 0)
        std::exchange(m_action, nullptr)();
}

void VirtualPrinter::deliver()
{
    const QByteArray answers = m_machine.takeAnswers();
    if (m_socket && m_socket->state() == QAbstractSocket::ConnectedState)
        m_socket->write(answers);
    for (const QImage &slip : m_machine.takeSlips()) {
        m_slips.push_back(slip);
        Q_EMIT slipFell(slip);
    }
}

void VirtualPrinter::setFaults(const PrinterFaults &faults)
{
    m_machine.setFaults(faults);
    deliver();
}

void VirtualPrinter::setStalled(bool stalled)
{
    m_stalled = stalled;
    if (m_stalled)
        return;
    read();
    if (m_socket && m_socket->state() == QAbstractSocket::UnconnectedState)
        endConnection();
    takeConnection();
}

} // namespace antre

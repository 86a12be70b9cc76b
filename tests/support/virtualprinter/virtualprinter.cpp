// SPDX-License-Identifier: Apache-2.0
#include "support/virtualprinter/virtualprinter.h"

#include <QTcpSocket>

namespace antre {

VirtualPrinter::VirtualPrinter(EscposMachine::Model model, QObject *parent)
    : QObject(parent)
    , m_machine(model)
{
    connect(&m_server, &QTcpServer::newConnection, this, &VirtualPrinter::takeConnection);
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
    m_server.close();
    if (m_socket) {
        m_socket->disconnect(this);
        m_socket->abort();
        m_socket->deleteLater();
        m_socket.clear();
    }
    const EscposMachine::Model model = m_machine.model();
    m_machine = EscposMachine(model);
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
    connect(m_socket, &QTcpSocket::disconnected, this, [this] {
        read();
        m_socket->deleteLater();
        m_socket.clear();
        takeConnection();
    });
    read();
}

void VirtualPrinter::read()
{
    if (m_stalled || !m_socket)
        return;
    const QByteArray bytes = m_socket->readAll();
    if (bytes.isEmpty())
        return;
    m_bytesReceived += bytes.size();
    m_machine.receive(bytes);
    deliver();
    Q_EMIT bytesArrived();
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
    read();
}

} // namespace antre

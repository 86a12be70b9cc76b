// SPDX-License-Identifier: Apache-2.0
#include "terminal/terminallink.h"

#include "wire/messages.h"

#include <QSslCertificate>
#include <QSslConfiguration>

namespace antre {

/// TCP alone would try for minutes when the other side has gone without a word.
constexpr int connectTimeoutMs = 3000;

TerminalLink::TerminalLink(QUrl service, const QString &fingerprint, QObject *parent)
    : QObject(parent)
    , m_service(std::move(service))
    , m_fingerprint(QByteArray::fromHex(fingerprint.toLatin1()))
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this,
        [this] { lost(QStringLiteral("no answer from the service")); });
}

TerminalLink::~TerminalLink() { close(); }

void TerminalLink::open()
{
    close();
    m_socket = std::make_unique<QWebSocket>();
    QWebSocket *socket = m_socket.get();
    socket->setMaxAllowedIncomingMessageSize(maxFeedFrameBytes);
    socket->setMaxAllowedIncomingFrameSize(maxFeedFrameBytes);
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    // With no authority trusted, every certificate comes to checkCertificate(), also one that an
    // authority of the system would vouch for.
    tls.setCaCertificates({});
    tls.setProtocol(QSsl::TlsV1_3OrLater);
    socket->setSslConfiguration(tls);
    connect(socket, &QWebSocket::sslErrors, this, &TerminalLink::checkCertificate);
    connect(socket, &QWebSocket::connected, this, [this] {
        m_patience.stop();
        Q_EMIT opened();
    });
    connect(socket, &QWebSocket::textMessageReceived, this,
        [this](const QString &text) { Q_EMIT frameReceived(text.toUtf8()); });
    connect(
        socket, &QWebSocket::disconnected, this, [this, socket] { lost(socket->errorString()); });
    connect(socket, &QWebSocket::stateChanged, this,
        [this, socket](QAbstractSocket::SocketState state) {
            if (state == QAbstractSocket::UnconnectedState)
                lost(socket->errorString());
        });
    m_patience.start(connectTimeoutMs);
    socket->open(m_service);
}

void TerminalLink::checkCertificate(const QList<QSslError> &errors)
{
    for (const QSslError &error : errors) {
        if (error.certificate().digest(QCryptographicHash::Sha256) != m_fingerprint)
            return; // the handshake fails by itself
    }
    m_socket->ignoreSslErrors(errors);
}

void TerminalLink::close()
{
    m_patience.stop();
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    // Called from the socket's own signals too: it may be deleted only when they are over.
    m_socket->abort();
    m_socket.release()->deleteLater();
}

void TerminalLink::lost(const QString &why)
{
    if (!m_socket)
        return;
    close();
    Q_EMIT closed(why);
}

void TerminalLink::send(const QByteArray &frame)
{
    if (m_socket)
        m_socket->sendTextMessage(QString::fromUtf8(frame));
}

} // namespace antre

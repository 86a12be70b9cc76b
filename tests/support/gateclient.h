// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/catch.h"
#include "support/eventually.h"
#include "wire/messages.h"

#include <QCryptographicHash>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslError>
#include <QWebSocket>

namespace antre::test {

/// A terminal's side of one connection: Qt's WebSocket, the service's certificate pinned.
class GateClient
{
public:
    /// Connects at once.
    GateClient(quint16 port, const QString &fingerprint)
    {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setProtocol(QSsl::TlsV1_3OrLater);
        m_socket.setSslConfiguration(tls);
        const QByteArray pinned = fingerprint.toLatin1();
        QObject::connect(&m_socket, &QWebSocket::sslErrors, &m_socket,
            [this, pinned](const QList<QSslError> &errors) {
                for (const QSslError &error : errors) {
                    if (error.certificate().digest(QCryptographicHash::Sha256).toHex() != pinned)
                        return;
                }
                m_socket.ignoreSslErrors();
            });
        QObject::connect(
            &m_socket, &QWebSocket::textMessageReceived, &m_socket, [this](const QString &frame) {
                const auto message = decode(frame.toUtf8());
                REQUIRE(message);
                messages.push_back(*message);
            });
        m_socket.open(QUrl(QStringLiteral("wss://127.0.0.1:%1/").arg(port)));
        REQUIRE(eventually([this] { return isOpen(); }));
    }

    void send(const Message &message) { sendFrame(encode(message)); }
    void sendFrame(const QByteArray &frame) { m_socket.sendTextMessage(QString::fromUtf8(frame)); }
    /// Says hello and waits until everything missed has come.
    void signedOn(const TerminalId &terminal, const QString &token, qint64 after = 0)
    {
        send(Hello{protocolVersion, terminal, token, after, QStringLiteral("test")});
        REQUIRE(eventually(
            [&] { return first<Welcome>() && position(after) >= first<Welcome>()->position; }));
    }

    template <typename Kind> [[nodiscard]] const Kind *first() const
    {
        for (const Message &message : messages) {
            if (const Kind *found = std::get_if<Kind>(&message))
                return found;
        }
        return nullptr;
    }
    template <typename Kind> [[nodiscard]] std::vector<Kind> all() const
    {
        std::vector<Kind> found;
        for (const Message &message : messages) {
            if (const Kind *one = std::get_if<Kind>(&message))
                found.push_back(*one);
        }
        return found;
    }
    /// How far the events reach that have come.
    [[nodiscard]] qint64 position(qint64 from = 0) const
    {
        for (const EventsFeed &feed : all<EventsFeed>())
            from = std::max(from, feed.upTo);
        return from;
    }
    [[nodiscard]] const Answer *answerTo(const CommandId &id) const
    {
        for (const Message &message : messages) {
            if (const Answer *answer = std::get_if<Answer>(&message); answer && answer->id == id)
                return answer;
        }
        return nullptr;
    }
    [[nodiscard]] bool isOpen() const
    {
        return m_socket.state() == QAbstractSocket::ConnectedState;
    }
    [[nodiscard]] bool isClosed() const
    {
        return m_socket.state() == QAbstractSocket::UnconnectedState;
    }
    [[nodiscard]] QWebSocketProtocol::CloseCode closeCode() const { return m_socket.closeCode(); }
    [[nodiscard]] QWebSocket &socket() { return m_socket; }

    std::vector<Message> messages;

private:
    QWebSocket m_socket;
};

} // namespace antre::test

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QSslError>
#include <QTimer>
#include <QUrl>
#include <QWebSocket>

#include <memory>

namespace antre {

/// One terminal's WebSocket to the service: TLS with exactly one certificate, the one whose SHA-256
/// was pinned at enrolment. No rules about when to connect: TerminalMachine says. Lives in one
/// thread with an event loop; never blocks.
class TerminalLink : public QObject
{
    Q_OBJECT

public:
    /// `fingerprint`: SHA-256 of the certificate, hexadecimal, colons allowed.
    TerminalLink(QUrl service, const QString &fingerprint, QObject *parent = nullptr);
    ~TerminalLink() override;

    /// Ends what there was and connects anew.
    void open();
    /// Ends the connection; closed() does not follow.
    void close();
    void send(const QByteArray &frame);

Q_SIGNALS:
    void opened();
    void closed(const QString &why);
    void frameReceived(const QByteArray &frame);

private:
    void checkCertificate(const QList<QSslError> &errors);
    void lost(const QString &why);

    QUrl m_service;
    QByteArray m_fingerprint;
    std::unique_ptr<QWebSocket> m_socket;
    QTimer m_patience; ///< runs while connecting
};

} // namespace antre

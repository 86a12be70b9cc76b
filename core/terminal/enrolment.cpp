// SPDX-License-Identifier: Apache-2.0
#include "terminal/enrolment.h"

#include "base/overloaded.h"

#include <QCoreApplication>
#include <QSet>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QWebSocket>

namespace antre {

namespace {

constexpr quint64 longestAnswer = 64 * 1024;

QString said(const char *english) { return QCoreApplication::translate("Enrolment", english); }

QString sentenceFor(const QString &reason)
{
    const std::pair<const char *, const char *> sentences[]{
        {"badAddress",
            QT_TRANSLATE_NOOP("Enrolment",
                "That is no address. Write it as the manager's page shows it, such as "
                "192.168.7.2:7443.")},
        {"badCode",
            QT_TRANSLATE_NOOP("Enrolment",
                "A code has eight letters and digits, such as K7QF-3M2D. Please compare it with "
                "the manager's page.")},
        {"noInvitation",
            QT_TRANSLATE_NOOP("Enrolment",
                "That QR code is not one for a new device. Ask for one on the manager's page under "
                "Devices.")},
        {"unreachable",
            QT_TRANSLATE_NOOP("Enrolment",
                "Nothing answers at that address. Check the address, the network cable or Wi-Fi, "
                "and that the service is running.")},
        {"otherCertificate",
            QT_TRANSLATE_NOOP("Enrolment",
                "Another machine answers at that address than the one that made the QR code. "
                "Nothing was sent to it. Check the address, and tell whoever looks after the "
                "network.")},
        {"notAntre",
            QT_TRANSLATE_NOOP("Enrolment",
                "What answers at that address is no Antre service. Check the address and the port; "
                "usually it is 7443.")},
        {"nobodyAwaited",
            QT_TRANSLATE_NOOP("Enrolment",
                "The service awaits no new device. Codes are good for ten minutes: ask for a new "
                "one.")},
        {"wrongCode",
            QT_TRANSLATE_NOOP("Enrolment",
                "The code is wrong, used already or too old. Compare it, or ask for a new one.")},
        {"falseService",
            QT_TRANSLATE_NOOP("Enrolment",
                "Who answers does not know the code. Somebody may be listening between this device "
                "and the service; nothing was accepted. Tell whoever looks after the network.")},
        {"silent",
            QT_TRANSLATE_NOOP("Enrolment",
                "The service began to answer and then fell silent. Please try again.")},
        {"markTaken",
            QT_TRANSLATE_NOOP("Enrolment",
                "Another kiosk has this mark already. Ask for a code with another mark.")},
    };
    for (const auto &[word, sentence] : sentences) {
        if (reason == QLatin1String(word))
            return said(sentence);
    }
    return {};
}

} // namespace

QString Enrolment::sentence(const Error &error)
{
    const QString known = sentenceFor(error.reason);
    return known.isEmpty()
        ? said(QT_TRANSLATE_NOOP("Enrolment", "The service refused this device: %1."))
              .arg(error.detail)
        : known;
}

Enrolment::Enrolment(Invitation invitation, Random &random, QObject *parent)
    : QObject(parent)
    , m_invitation(std::move(invitation))
    , m_talk{{}, makeSecret(random), {}}
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        const bool spoke = !m_talk.serviceNonce.isEmpty();
        end(ErrorCode::Offline, spoke ? QStringLiteral("silent") : QStringLiteral("unreachable"),
            QStringLiteral("no answer from %1").arg(m_invitation.service.text()));
    });
}

Enrolment::~Enrolment() { leave(); }

void Enrolment::start()
{
    m_socket = std::make_unique<QWebSocket>();
    QWebSocket *socket = m_socket.get();
    socket->setMaxAllowedIncomingMessageSize(longestAnswer);
    socket->setMaxAllowedIncomingFrameSize(longestAnswer);
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    // Every certificate comes to certificateSeen(), also one that an authority would vouch for.
    tls.setCaCertificates({});
    tls.setProtocol(QSsl::TlsV1_3OrLater);
    socket->setSslConfiguration(tls);
    connect(socket, &QWebSocket::sslErrors, this, &Enrolment::certificateSeen);
    connect(socket, &QWebSocket::connected, this, &Enrolment::connected);
    connect(socket, &QWebSocket::textMessageReceived, this, &Enrolment::heard);
    connect(socket, &QWebSocket::stateChanged, this, [this](QAbstractSocket::SocketState state) {
        if (state != QAbstractSocket::UnconnectedState)
            return;
        const bool spoke = !m_talk.fingerprint.isEmpty();
        end(ErrorCode::Offline,
            m_sawOtherCertificate ? QStringLiteral("otherCertificate")
                : spoke           ? QStringLiteral("notAntre")
                                  : QStringLiteral("unreachable"),
            m_socket ? m_socket->errorString() : QString());
    });
    m_patience.start(patience);
    socket->open(QUrl(QStringLiteral("wss://%1/").arg(m_invitation.service.text())));
}

/// The certificate is believed for now: no more is said over this connection than who doesn't know
/// the code may hear, and the proofs are bound to it. Errors that name several certificates are of
/// a chain, which no service of ours has: one of them could be the true service's.
void Enrolment::certificateSeen(const QList<QSslError> &errors)
{
    if (errors.isEmpty() || !m_socket)
        return;
    QSet<QString> digests;
    for (const QSslError &error : errors)
        digests.insert(
            QString::fromLatin1(error.certificate().digest(QCryptographicHash::Sha256).toHex()));
    const QString seen = *digests.constBegin();
    const QString expected
        = m_talk.fingerprint.isEmpty() ? m_invitation.fingerprint : m_talk.fingerprint;
    if (digests.size() != 1 || (!expected.isEmpty() && expected != seen)) {
        m_sawOtherCertificate = true;
        return; // the handshake fails by itself
    }
    m_talk.fingerprint = seen;
    m_socket->ignoreSslErrors(errors);
}

void Enrolment::connected()
{
    if (m_talk.fingerprint.isEmpty())
        return end(ErrorCode::Refused, QStringLiteral("notAntre"),
            QStringLiteral("the certificate can't be seen"));
    m_socket->sendTextMessage(QString::fromUtf8(encode(EnrolAsked{m_talk.terminalNonce})));
}

void Enrolment::heard(const QString &text)
{
    const auto message = decode(text.toUtf8());
    if (!message)
        return end(ErrorCode::Refused, QStringLiteral("notAntre"), message.error().detail);
    std::visit(Overloaded{
                   [this](const EnrolChallenge &m) { answer(m); },
                   [this](const Enrolled &m) { accept(m); },
                   [this](const Rejected &m) { end(m.error); },
                   [this](const auto &) {
                       end(ErrorCode::Refused, QStringLiteral("notAntre"),
                           QStringLiteral("a message that has no place here"));
                   },
               },
        *message);
}

void Enrolment::answer(const EnrolChallenge &challenge)
{
    auto key = enrolmentKey(m_invitation.code, challenge.salt);
    if (!key || !m_talk.serviceNonce.isEmpty())
        return end(ErrorCode::Refused, QStringLiteral("notAntre"),
            key ? QStringLiteral("two challenges") : key.error().detail);
    m_key = *key;
    m_talk.serviceNonce = challenge.nonce;
    m_socket->sendTextMessage(
        QString::fromUtf8(encode(EnrolRedeemed{terminalProof(m_key, m_talk)})));
}

void Enrolment::accept(const Enrolled &enrolledAs)
{
    if (m_key.isEmpty()
        || !isSameProof(serviceProof(m_key, m_talk, enrolledAs.settings), enrolledAs.proof))
        return end(ErrorCode::Refused, QStringLiteral("falseService"),
            QStringLiteral("the service's proof is wrong"));
    const auto file = terminalFileFromSettings(enrolledAs.settings.toUtf8(), m_invitation.service);
    if (!file)
        return end(file.error());
    if (file->fingerprint != m_talk.fingerprint)
        return end(ErrorCode::Refused, QStringLiteral("falseService"),
            QStringLiteral("the settings name another certificate"));
    leave();
    Q_EMIT enrolled(*file);
}

void Enrolment::end(ErrorCode code, const QString &reason, const QString &detail)
{
    end(Error{code, detail, reason});
}

void Enrolment::end(const Error &error)
{
    if (!m_socket)
        return;
    leave();
    Q_EMIT refused(error);
}

void Enrolment::leave()
{
    m_patience.stop();
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    // Called from the socket's own signals too: it may be deleted only when they are over.
    m_socket->abort();
    m_socket.release()->deleteLater();
}

} // namespace antre

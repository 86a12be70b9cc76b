// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "wire/enrolment.h"
#include "wire/messages.h"
#include "wire/terminalfile.h"

#include <QObject>
#include <QSslError>
#include <QTimer>

#include <memory>

class QWebSocket;

namespace antre {

/// Makes this device a terminal by an invitation: what a technician typed from a manager's page or
/// a shell, or scanned from there. Ends with exactly one of enrolled() and refused(), at the latest
/// after patience. Nothing is stored here: whoever asked saves the file. Lives in one thread with
/// an event loop; never blocks but for the tens of milliseconds that a code costs.
///
///     auto *enrolment = new Enrolment(*Invitation::fromTyped(address, code), random, this);
///     connect(enrolment, &Enrolment::enrolled, this, [](const TerminalFile &file) { … });
///     connect(enrolment, &Enrolment::refused, this, [](const Error &error) {
///         show(Enrolment::sentence(error)); });
///     enrolment->start();
class Enrolment : public QObject
{
    Q_OBJECT

public:
    static constexpr Milliseconds patience{15'000};

    Enrolment(Invitation invitation, Random &random, QObject *parent = nullptr);
    ~Enrolment() override;

    void start();

    /// What went wrong and what to do, for the technician at the device, in the program's language;
    /// also for errors of Invitation::fromText() and fromTyped().
    [[nodiscard]] static QString sentence(const Error &error);

Q_SIGNALS:
    void enrolled(const TerminalFile &file);
    /// Reasons: "unreachable", "otherCertificate", "notAntre", "nobodyAwaited", "wrongCode",
    /// "falseService", "silent", and those of the service's rules, such as "markTaken".
    void refused(const Error &error);

private:
    void connected();
    void certificateSeen(const QList<QSslError> &errors);
    void heard(const QString &text);
    void answer(const EnrolChallenge &challenge);
    void accept(const Enrolled &enrolled);
    void end(ErrorCode code, const QString &reason, const QString &detail);
    void end(const Error &error);
    void leave();

    Invitation m_invitation;
    EnrolmentTalk m_talk;
    QByteArray m_key;
    std::unique_ptr<QWebSocket> m_socket;
    QTimer m_patience;
    bool m_sawOtherCertificate = false;
};

} // namespace antre

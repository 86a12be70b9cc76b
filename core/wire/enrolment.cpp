// SPDX-License-Identifier: Apache-2.0
#include "wire/enrolment.h"

#include <sodium.h>

#include <QMessageAuthenticationCode>
#include <QUrl>

#include <algorithm>

namespace antre {

namespace {

/// Without I, L, O and U: the first three look like digits, the last makes words.
const QString codeSigns = QStringLiteral("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
constexpr int codeLength = 8;
constexpr int fingerprintLength = 64;
constexpr size_t keyBytes = 32;
constexpr size_t memoryBytes = 8 * 1024 * 1024;
constexpr unsigned long long passes = 3;
const QString invitationMark = QStringLiteral("ANTRE-ENROL/1/");

QByteArray saltBytes(const QString &salt) { return QByteArray::fromHex(salt.toLatin1()); }

/// Lengths stand before the parts, so that no two talks make the same bytes.
QString proof(
    const QByteArray &key, const char *side, const EnrolmentTalk &talk, const QString &settings)
{
    QMessageAuthenticationCode code(QCryptographicHash::Sha256, key);
    for (const QString &part : {QString::fromLatin1(side), talk.fingerprint, talk.terminalNonce,
             talk.serviceNonce, settings}) {
        const QByteArray bytes = part.toUtf8();
        code.addData(QByteArray::number(bytes.size()) + ':' + bytes);
    }
    return QString::fromLatin1(code.result().toHex());
}

bool isHost(const QString &host)
{
    return !host.isEmpty() && host.size() <= 253 && std::ranges::all_of(host, [](QChar c) {
        return c.unicode() < 0x7f && (c.isLetterOrNumber() || QStringLiteral(".-:%_").contains(c));
    });
}

} // namespace

QString makeEnrolmentCode(Random &random)
{
    QString code;
    for (int i = 0; i < codeLength; ++i)
        code += codeSigns.at(qsizetype(random.below(quint64(codeSigns.size()))));
    return code;
}

QString spacedEnrolmentCode(const QString &code)
{
    return code.left(codeLength / 2) + QLatin1Char('-') + code.mid(codeLength / 2);
}

std::optional<QString> enrolmentCodeFromTyped(const QString &typed)
{
    QString code;
    for (const QChar typedSign : typed.left(64)) {
        QChar sign = typedSign.toUpper();
        if (sign.isSpace() || sign == QLatin1Char('-'))
            continue;
        if (sign == QLatin1Char('O'))
            sign = QLatin1Char('0');
        if (sign == QLatin1Char('I') || sign == QLatin1Char('L'))
            sign = QLatin1Char('1');
        if (!codeSigns.contains(sign))
            return std::nullopt;
        code += sign;
    }
    return code.size() == codeLength ? std::optional(code) : std::nullopt;
}

QString Invitation::text() const
{
    return (
        invitationMark + service.text() + QLatin1Char('/') + code + QLatin1Char('/') + fingerprint)
        .toUpper();
}

Result<Invitation> Invitation::fromText(const QString &text)
{
    constexpr int longest = 400;
    const auto noInvitation = failure(ErrorCode::Invalid,
        QStringLiteral("that is no invitation of a terminal"), QStringLiteral("noInvitation"));
    const QString upper = text.left(longest).trimmed().toUpper();
    if (!upper.startsWith(invitationMark))
        return noInvitation;
    const QStringList parts = upper.mid(invitationMark.size()).split(QLatin1Char('/'));
    if (parts.size() != 3)
        return noInvitation;
    auto invitation = fromTyped(parts[0].toLower(), parts[1]);
    const QString fingerprint = parts[2].toLower();
    const bool isHex
        = fingerprint.size() == fingerprintLength && std::ranges::all_of(fingerprint, [](QChar c) {
              return (c >= QLatin1Char('0') && c <= QLatin1Char('9'))
                  || (c >= QLatin1Char('a') && c <= QLatin1Char('f'));
          });
    if (!invitation || !isHex)
        return noInvitation;
    invitation->fingerprint = fingerprint;
    return invitation;
}

Result<Invitation> Invitation::fromTyped(const QString &address, const QString &code)
{
    const QString trimmed = address.trimmed();
    const bool hasPort = trimmed.contains(QLatin1Char(':')) && !trimmed.endsWith(QLatin1Char(']'));
    const auto service = HostPort::fromText(
        hasPort ? trimmed : QStringLiteral("%1:%2").arg(trimmed).arg(defaultTerminalPort));
    if (!service || service->port == 0 || !isHost(service->host))
        return failure(ErrorCode::Invalid,
            QStringLiteral("\"%1\" is no address of a service").arg(trimmed.left(80)),
            QStringLiteral("badAddress"));
    const auto read = enrolmentCodeFromTyped(code);
    if (!read)
        return failure(ErrorCode::Invalid, QStringLiteral("a code has eight letters and digits"),
            QStringLiteral("badCode"));
    return Invitation{*service, *read, {}};
}

QString makeEnrolmentSalt(Random &random)
{
    QByteArray bytes;
    while (bytes.size() < qsizetype(crypto_pwhash_SALTBYTES))
        bytes += char(random.next() & 0xff);
    return QString::fromLatin1(bytes.toHex());
}

Result<QByteArray> enrolmentKey(const QString &code, const QString &salt)
{
    const QByteArray saltOf = saltBytes(salt);
    if (saltOf.size() != qsizetype(crypto_pwhash_SALTBYTES))
        return failure(ErrorCode::Invalid, QStringLiteral("the service sent a salt that is none"));
    const QByteArray bytes = code.toUtf8();
    QByteArray key(keyBytes, '\0');
    if (sodium_init() < 0
        || crypto_pwhash(reinterpret_cast<unsigned char *>(key.data()), keyBytes, bytes.constData(),
               static_cast<unsigned long long>(bytes.size()),
               reinterpret_cast<const unsigned char *>(saltOf.constData()), passes, memoryBytes,
               crypto_pwhash_ALG_ARGON2ID13)
            != 0)
        return failure(ErrorCode::Unavailable, QStringLiteral("no memory to try a code"));
    return key;
}

QString terminalProof(const QByteArray &key, const EnrolmentTalk &talk)
{
    return proof(key, "terminal", talk, {});
}

QString serviceProof(const QByteArray &key, const EnrolmentTalk &talk, const QString &settings)
{
    return proof(key, "service", talk, settings);
}

bool isSameProof(const QString &a, const QString &b)
{
    const QByteArray one = a.toUtf8();
    const QByteArray other = b.toUtf8();
    return one.size() == other.size()
        && sodium_memcmp(one.constData(), other.constData(), size_t(one.size())) == 0;
}

} // namespace antre

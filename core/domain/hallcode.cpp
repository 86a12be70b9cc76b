// SPDX-License-Identifier: Apache-2.0
#include "domain/hallcode.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

namespace antre {

namespace {

constexpr int minuteBase = 36;
constexpr int signatureBytes = 12;

qint64 minuteOf(Instant now) { return std::chrono::floor<Minutes>(now.time_since_epoch()).count(); }

QString signedMinute(const TerminalId &terminal, const QString &key, qint64 minute)
{
    const QString said = terminal.value() % u'\n' % QString::number(minute, minuteBase);
    const QByteArray signature = QMessageAuthenticationCode::hash(
        QByteArray("antre hall code\n" + said.toUtf8()), key.toUtf8(), QCryptographicHash::Sha256);
    return terminal.value() % u'.' % QString::number(minute, minuteBase) % u'.'
        % QString::fromLatin1(
            signature.left(signatureBytes)
                .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

/// Takes as long for a nearly right code as for a wrong one.
bool sameCode(const QString &a, const QString &b)
{
    if (a.size() != b.size())
        return false;
    int difference = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        difference |= a[i].unicode() ^ b[i].unicode();
    return difference == 0;
}

} // namespace

QString hallKey(const QString &token)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(token.toUtf8(), QCryptographicHash::Sha256).toHex());
}

QString hallCode(const TerminalId &terminal, const QString &key, Instant now)
{
    return signedMinute(terminal, key, minuteOf(now));
}

QString hallLink(const QString &publicUrl, const QString &code)
{
    return publicUrl + QStringLiteral("/h/") + code;
}

std::optional<HallCodeFault> hallCodeFault(
    const State &state, const QString &code, Minutes codeFor, Instant now)
{
    const qsizetype last = code.lastIndexOf(u'.');
    const qsizetype first = last <= 0 ? -1 : code.lastIndexOf(u'.', last - 1);
    if (first <= 0)
        return HallCodeFault::Strange;
    const auto terminal = state.terminals.constFind(TerminalId(code.left(first)));
    bool isNumber = false;
    const qint64 minute = code.mid(first + 1, last - first - 1).toLongLong(&isNumber, minuteBase);
    if (terminal == state.terminals.constEnd() || terminal->tokenHash.isEmpty() || !isNumber
        || (terminal->kind != TerminalKind::Kiosk && terminal->kind != TerminalKind::Display)
        || !sameCode(code, signedMinute(terminal->id, terminal->tokenHash, minute)))
        return HallCodeFault::Strange;
    const Minutes age(minuteOf(now) - minute);
    return age > codeFor || age < -hallClockAhead ? std::optional(HallCodeFault::Old)
                                                  : std::nullopt;
}

} // namespace antre

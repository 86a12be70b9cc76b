// SPDX-License-Identifier: Apache-2.0
#include "service/accounts.h"

#include <sodium.h>

#include <QCryptographicHash>

#include <algorithm>

namespace antre {

namespace {

constexpr int freeTries = 3;
constexpr Milliseconds firstPause{2000};
constexpr Milliseconds longestPause{5 * 60 * 1000};
constexpr size_t memoryBytes = 8 * 1024 * 1024;
constexpr size_t passwordMemoryBytes = 32 * 1024 * 1024;
constexpr unsigned long long passes = 3;

} // namespace

static Result<QString> slowHash(const QString &secret, size_t memory)
{
    char hash[crypto_pwhash_STRBYTES];
    const QByteArray bytes = secret.toUtf8();
    if (sodium_init() < 0
        || crypto_pwhash_str(hash, bytes.constData(), static_cast<unsigned long long>(bytes.size()),
               passes, memory)
            != 0)
        return failure(ErrorCode::Unavailable, QStringLiteral("no memory to hash a PIN"));
    return QString::fromLatin1(hash);
}

Result<QString> hashPin(const QString &pin) { return slowHash(pin, memoryBytes); }

Result<> checkPassword(const QString &password)
{
    if (password.size() >= passwordLengthMin && password.size() <= passwordLengthMax)
        return {};
    return failure(ErrorCode::Invalid,
        QStringLiteral("a password has at least %1 and at most %2 characters")
            .arg(passwordLengthMin)
            .arg(passwordLengthMax),
        QStringLiteral("badPassword"));
}

Result<QString> hashPassword(const QString &password)
{
    return slowHash(password, passwordMemoryBytes);
}

bool passwordMatches(const QString &passwordHash, const QString &password)
{
    return pinMatches(passwordHash, password);
}

bool pinMatches(const QString &pinHash, const QString &pin)
{
    const QByteArray hash = pinHash.toLatin1();
    const QByteArray bytes = pin.toUtf8();
    return sodium_init() >= 0 && hash.size() < int(crypto_pwhash_STRBYTES)
        && crypto_pwhash_str_verify(
               hash.constData(), bytes.constData(), static_cast<unsigned long long>(bytes.size()))
        == 0;
}

QString hashToken(const QString &token)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(token.toUtf8(), QCryptographicHash::Sha256).toHex());
}

bool tokenMatches(const QString &tokenHash, const QString &token)
{
    const QByteArray known = tokenHash.toLatin1();
    const QByteArray given = hashToken(token).toLatin1();
    return known.size() == given.size()
        && sodium_memcmp(known.constData(), given.constData(), size_t(known.size())) == 0;
}

Result<> mayAsk(TerminalKind kind, const OfficerId &signedIn, const CommandData &command)
{
    const bool kioskWish = std::holds_alternative<IssueTicket>(command)
        || std::holds_alternative<ReportPaper>(command)
        || std::holds_alternative<ReportSlip>(command)
        || std::holds_alternative<CancelTicket>(command)
        || std::holds_alternative<CheckIn>(command);
    const bool setUp = std::holds_alternative<PublishCatalogue>(command)
        || std::holds_alternative<EnrolTerminal>(command)
        || std::holds_alternative<RevokeTerminal>(command)
        || std::holds_alternative<RegisterOfficer>(command)
        || std::holds_alternative<CloseDay>(command);
    if (kind == TerminalKind::Kiosk && kioskWish)
        return {};
    if (kind == TerminalKind::Counter && !setUp && !std::holds_alternative<ReportPaper>(command)) {
        if (signedIn.isEmpty())
            return failure(ErrorCode::Forbidden, QStringLiteral("nobody is signed in here"),
                QStringLiteral("signedOut"));
        return {};
    }
    return failure(ErrorCode::Forbidden,
        QStringLiteral("a %1 may not ask that").arg(terminalKindName(kind)),
        QStringLiteral("notAllowed"));
}

Milliseconds SignInGuard::pause(const OfficerId &officer) const
{
    const auto found = m_failures.find(officer);
    if (found == m_failures.end() || found->second.count < freeTries)
        return Milliseconds(0);
    const int doublings = std::min(found->second.count - freeTries, 10);
    const Milliseconds needed = std::min(firstPause * (1 << doublings), longestPause);
    const Milliseconds passed = m_clock.elapsed() - found->second.last;
    return std::max(needed - passed, Milliseconds(0));
}

void SignInGuard::failed(const OfficerId &officer)
{
    constexpr size_t namesMax = 4096; // strangers may invent names
    if (m_failures.size() >= namesMax && !m_failures.contains(officer))
        m_failures.erase(std::ranges::min_element(
            m_failures, {}, [](const auto &entry) { return entry.second.last; }));
    Failures &failures = m_failures[officer];
    ++failures.count;
    failures.last = m_clock.elapsed();
}

} // namespace antre

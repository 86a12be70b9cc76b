// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "domain/command.h"

#include <map>

namespace antre {

/// A PIN's argon2id hash in libsodium's text form, salt included. Takes tens of milliseconds and 8
/// MiB on purpose: call it from a thread that nobody waits for.
[[nodiscard]] Result<QString> hashPin(const QString &pin);
/// As slow as hashPin().
[[nodiscard]] bool pinMatches(const QString &pinHash, const QString &pin);

constexpr int passwordLengthMin = 10;
constexpr int passwordLengthMax = 256;
/// Invalid, with a sentence, if a password is too short or too long.
[[nodiscard]] Result<> checkPassword(const QString &password);
/// The same as hashPin() for a manager's password, with more memory: 32 MiB.
[[nodiscard]] Result<QString> hashPassword(const QString &password);
/// As slow as what made the hash.
[[nodiscard]] bool passwordMatches(const QString &passwordHash, const QString &password);

/// SHA-256 of a terminal's token, hexadecimal. Tokens have 128 bits of chance: nothing to guess, so
/// nothing to slow down.
[[nodiscard]] QString hashToken(const QString &token);
/// In constant time.
[[nodiscard]] bool tokenMatches(const QString &tokenHash, const QString &token);

/// What a terminal of a kind may ask, with whoever is signed in on it. Error: Forbidden.
[[nodiscard]] Result<> mayAsk(
    TerminalKind kind, const OfficerId &signedIn, const CommandData &command);

/// Growing pauses after wrong PINs, for each officer: three tries are free, then 2, 4, 8 ...
/// seconds, at most five minutes. In memory: a restart forgives.
class SignInGuard
{
public:
    explicit SignInGuard(const Clock &clock)
        : m_clock(clock)
    {
    }
    /// How long the officer must wait before the next try; 0: may try now.
    [[nodiscard]] Milliseconds pause(const OfficerId &officer) const;
    void failed(const OfficerId &officer);
    void succeeded(const OfficerId &officer) { m_failures.erase(officer); }

private:
    struct Failures
    {
        int count = 0;
        Milliseconds last{0};
    };
    const Clock &m_clock;
    std::map<OfficerId, Failures> m_failures;
};

} // namespace antre

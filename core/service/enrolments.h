// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "domain/event.h"
#include "wire/enrolment.h"

#include <vector>

namespace antre {

/// The devices that may become terminals now: each was asked for by somebody with that right, and
/// has a code that is good once and for ten minutes. In memory only: after a restart a new code is
/// asked for. One thread, the service's.
class Enrolments
{
public:
    static constexpr Milliseconds goodFor{10 * 60 * 1000};
    /// Codes that are good at once; the oldest ends when there are more.
    static constexpr size_t codesMax = 20;

    /// What becomes of who redeems the code.
    struct Wanted
    {
        Terminal terminal; ///< has no token yet
        CounterId counter; ///< where a console always stands; may be empty
        Actor by; ///< who asked
    };
    struct Code
    {
        QString code;
        Instant until; ///< wall time, for people
    };

    /// `fingerprint`: of the certificate of the terminals' gate.
    Enrolments(const Clock &clock, Random &random, QString fingerprint);

    /// A code for this device; an earlier one for it ends. Takes tens of milliseconds. Error:
    /// Unavailable.
    [[nodiscard]] Result<Code> invite(const Wanted &wanted);
    /// Takes the codes for this terminal back.
    void withdraw(const TerminalId &terminal);

    /// Who asks with a code that may be good; `terminalNonce` is its own.
    struct Talk
    {
        QString terminalNonce;
        QString serviceNonce;
        Milliseconds since{0}; ///< elapsed time
    };
    [[nodiscard]] bool isAnybodyAwaited();
    [[nodiscard]] Talk begin(const QString &terminalNonce);
    [[nodiscard]] const QString &salt() const { return m_salt; }

    /// A code that was proven, and is used up by it.
    struct Redeemed
    {
        Wanted wanted;
        QString token; ///< the terminal's own from now on
        QString settings; ///< for the terminal
        QString proof; ///< that they come from here
    };
    /// Nothing: no code that is good now makes this proof.
    [[nodiscard]] std::optional<Redeemed> redeem(const Talk &talk, const QString &proof);

    [[nodiscard]] const QString &fingerprint() const { return m_fingerprint; }
    [[nodiscard]] const Clock &clock() const { return m_clock; }

private:
    struct Open
    {
        Wanted wanted;
        QByteArray key;
        Milliseconds endsAt{0}; ///< elapsed time
    };
    void forgetOld();

    const Clock &m_clock;
    Random &m_random;
    QString m_fingerprint;
    QString m_salt;
    std::vector<Open> m_open; ///< oldest first
};

} // namespace antre

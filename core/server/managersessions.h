// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "domain/people.h"

#include <map>

namespace antre {

/// Who is signed in at the manager's pages, and since when. In memory: after a restart everybody
/// signs in again. Of what a browser keeps only the hash is here. The service's thread.
class ManagerSessions
{
public:
    /// Without a touch of keyboard or mouse for so long, somebody else may sit there.
    static constexpr Milliseconds idleFor{45 * 60 * 1000};
    static constexpr Milliseconds longest{12 * 60 * 60 * 1000};
    static constexpr size_t sessionsMax = 200;

    struct Session
    {
        OfficerId officer;
        QString passwordHash; ///< with which it began: another password ends it
        QString csrf; ///< pages of this site know it, and send it with every wish
        Milliseconds startedAt{0};
        Milliseconds usedAt{0};
    };

    ManagerSessions(const Clock &clock, Random &random)
        : m_clock(clock)
        , m_random(random)
    {
    }

    /// What the browser is to keep.
    [[nodiscard]] QString start(const Officer &officer);
    /// The session of this cookie, or null. `used`: a person did something.
    [[nodiscard]] const Session *find(const QString &cookie, bool used);
    void end(const QString &cookie);

    /// The code for the first manager of a site that has none; made at the first call.
    [[nodiscard]] const QString &setupCode();
    /// Whether `typed` is that code.
    [[nodiscard]] bool isSetupCode(const QString &typed);
    /// It was used.
    void forgetSetupCode() { m_setupCode.clear(); }

private:
    void forgetOld();

    const Clock &m_clock;
    Random &m_random;
    std::map<QString, Session> m_sessions; ///< by the cookie's hash
    QString m_setupCode;
};

} // namespace antre

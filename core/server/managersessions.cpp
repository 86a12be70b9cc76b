// SPDX-License-Identifier: Apache-2.0
#include "server/managersessions.h"

#include "base/uuid.h"
#include "service/accounts.h"
#include "wire/enrolment.h"

#include <algorithm>

namespace antre {

QString ManagerSessions::start(const Officer &officer)
{
    forgetOld();
    if (m_sessions.size() >= sessionsMax) {
        const auto oldest = std::ranges::min_element(
            m_sessions, {}, [](const auto &entry) { return entry.second.usedAt; });
        m_sessions.erase(oldest);
    }
    const QString cookie = makeSecret(m_random);
    const Milliseconds now = m_clock.elapsed();
    m_sessions.emplace(hashToken(cookie),
        Session{officer.id, officer.passwordHash, makeSecret(m_random), now, now});
    return cookie;
}

const ManagerSessions::Session *ManagerSessions::find(const QString &cookie, bool used)
{
    forgetOld();
    const auto found = m_sessions.find(hashToken(cookie));
    if (cookie.isEmpty() || found == m_sessions.end())
        return nullptr;
    if (used)
        found->second.usedAt = m_clock.elapsed();
    return &found->second;
}

void ManagerSessions::end(const QString &cookie) { m_sessions.erase(hashToken(cookie)); }

void ManagerSessions::forgetOld()
{
    const Milliseconds now = m_clock.elapsed();
    std::erase_if(m_sessions, [now](const auto &entry) {
        return now - entry.second.usedAt >= idleFor || now - entry.second.startedAt >= longest;
    });
}

const QString &ManagerSessions::setupCode()
{
    if (m_setupCode.isEmpty())
        m_setupCode = makeEnrolmentCode(m_random);
    return m_setupCode;
}

bool ManagerSessions::isSetupCode(const QString &typed)
{
    const auto code = enrolmentCodeFromTyped(typed);
    return code && isSameProof(*code, setupCode());
}

} // namespace antre

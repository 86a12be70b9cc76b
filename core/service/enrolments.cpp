// SPDX-License-Identifier: Apache-2.0
#include "service/enrolments.h"

#include "wire/terminalfile.h"

#include <utility>

namespace antre {

Enrolments::Enrolments(const Clock &clock, Random &random, QString fingerprint)
    : m_clock(clock)
    , m_random(random)
    , m_fingerprint(std::move(fingerprint))
    , m_salt(makeEnrolmentSalt(random))
{
}

Result<Enrolments::Code> Enrolments::invite(const Wanted &wanted)
{
    const QString code = makeEnrolmentCode(m_random);
    auto key = enrolmentKey(code, m_salt);
    if (!key)
        return tl::unexpected(key.error());
    withdraw(wanted.terminal.id);
    m_open.push_back({wanted, std::move(*key), m_clock.elapsed() + goodFor});
    if (m_open.size() > codesMax)
        m_open.erase(m_open.begin());
    return Code{code, m_clock.wall() + goodFor};
}

void Enrolments::withdraw(const TerminalId &terminal)
{
    std::erase_if(m_open, [&](const Open &open) { return open.wanted.terminal.id == terminal; });
}

void Enrolments::forgetOld()
{
    const Milliseconds now = m_clock.elapsed();
    std::erase_if(m_open, [now](const Open &open) { return open.endsAt <= now; });
}

bool Enrolments::isAnybodyAwaited()
{
    forgetOld();
    return !m_open.empty();
}

Enrolments::Talk Enrolments::begin(const QString &terminalNonce)
{
    return {terminalNonce, makeSecret(m_random), m_clock.elapsed()};
}

std::optional<Enrolments::Redeemed> Enrolments::redeem(const Talk &talk, const QString &proof)
{
    forgetOld();
    const EnrolmentTalk said{m_fingerprint, talk.terminalNonce, talk.serviceNonce};
    const auto found = std::ranges::find_if(m_open,
        [&](const Open &open) { return isSameProof(terminalProof(open.key, said), proof); });
    if (found == m_open.end())
        return std::nullopt;
    const Open open = std::exchange(*found, {});
    m_open.erase(found);
    const Terminal &terminal = open.wanted.terminal;
    Redeemed redeemed{open.wanted, makeSecret(m_random), {}, {}};
    redeemed.settings = QString::fromUtf8(terminalSettingsToBytes({{}, m_fingerprint, terminal.id,
        terminal.kind, redeemed.token, terminal.mark, open.wanted.counter}));
    redeemed.proof = serviceProof(open.key, said, redeemed.settings);
    return redeemed;
}

} // namespace antre

// SPDX-License-Identifier: Apache-2.0
#include "voice/announcer.h"

#include "base/check.h"

#include <algorithm>

namespace antre {

static constexpr std::chrono::seconds freshFor{60};

Announcer::Announcer(std::optional<CallMark> restored)
    : m_seen(restored)
{
}

/// The first call after `mark`. A mark that is not in the list (another day, a shortened history)
/// is compared by time, unless it lies in the future: then a wrong clock made it, and it says
/// nothing.
static auto firstAfter(
    const std::optional<CallMark> &mark, const std::vector<Call> &calls, Instant now)
{
    if (!mark)
        return calls.begin();
    const auto known = std::find_if(calls.rbegin(), calls.rend(),
        [&](const Call &call) { return CallMark::of(call) == *mark; });
    if (known != calls.rend())
        return known.base();
    if (mark->at > now)
        return calls.begin();
    return std::find_if(
        calls.begin(), calls.end(), [&](const Call &call) { return call.at > mark->at; });
}

void Announcer::takeNew(const std::vector<Call> &calls, Instant now)
{
    for (auto call = firstAfter(m_seen, calls, now); call != calls.end(); ++call) {
        m_seen = CallMark::of(*call);
        if (now - call->at > freshFor)
            continue;
        std::erase_if(
            m_waiting, [&](const Call &earlier) { return earlier.ticket == call->ticket; });
        m_waiting.push_back(*call);
    }
}

void Announcer::leaveOutOld(Instant now)
{
    while (m_waiting.size() > 1 && now - m_waiting.front().at > freshFor)
        m_waiting.pop_front();
}

void Announcer::speakNext(Instant now, std::vector<AnnouncerAction> &actions)
{
    if (m_speaking)
        return;
    leaveOutOld(now);
    if (m_waiting.empty())
        return;
    m_speaking = m_waiting.front();
    m_waiting.pop_front();
    actions.emplace_back(SpeakCall{*m_speaking});
}

std::vector<AnnouncerAction> Announcer::see(const std::vector<Call> &calls, Instant now)
{
    std::vector<AnnouncerAction> actions;
    takeNew(calls, now);
    speakNext(now, actions);
    return actions;
}

std::vector<AnnouncerAction> Announcer::ended(Instant now)
{
    ANTRE_MUST(m_speaking.has_value());
    std::vector<AnnouncerAction> actions{StoreMark{CallMark::of(*m_speaking)}};
    m_speaking.reset();
    speakNext(now, actions);
    return actions;
}

} // namespace antre

// SPDX-License-Identifier: Apache-2.0
#include "voice/announcer.h"

#include "base/check.h"

#include <algorithm>

namespace antre {

static constexpr std::chrono::seconds freshFor{60};
static constexpr std::chrono::seconds awaitedFor{180};
// An unhurried call takes about fifteen seconds, one language once four: with five waiting all are
// called within a minute.
static constexpr size_t waitingForOnce = 2;
static constexpr size_t waitingForHurry = 5;

Announcer::Announcer(std::optional<CallMark> restored)
    : m_seen(restored)
{
}

/// The first call after the mark, or the marked one itself when it was not heard out. A mark that
/// is not in the list (another day, a call taken back) is compared by time, unless it lies in the
/// future: then a wrong clock made it, and it says nothing.
std::vector<Call>::const_iterator Announcer::firstNew(
    const std::vector<Call> &calls, Instant now) const
{
    if (!m_seen)
        return calls.begin();
    const auto known = std::find_if(
        calls.rbegin(), calls.rend(), [&](const Call &call) { return m_seen->isOf(call); });
    if (known != calls.rend())
        return m_seen->heard ? std::prev(known.base()) : known.base();
    if (m_seen->at > now)
        return calls.begin();
    return std::ranges::find_if(calls, [&](const Call &call) { return call.at > m_seen->at; });
}

void Announcer::takeNew(const std::vector<Call> &calls, Instant now)
{
    std::erase_if(m_waiting, [&](const Waiting &waiting) {
        return std::ranges::find(calls, waiting.call) == calls.end();
    });
    for (auto call = firstNew(calls, now); call != calls.end(); ++call) {
        const bool goesOn = m_seen && m_seen->isOf(*call);
        const int heard = goesOn ? m_seen->heard.value_or(0) : 0;
        m_seen = CallMark::of(*call);
        if (now - call->at > (goesOn ? awaitedFor : freshFor))
            continue;
        std::erase_if(
            m_waiting, [&](const Waiting &earlier) { return earlier.call.ticket == call->ticket; });
        m_waiting.push_back({*call, heard});
    }
}

void Announcer::leaveOutOld(Instant now)
{
    std::deque<Waiting> awaited;
    // From the newest: by then it is known which counters have called somebody else since.
    for (auto waiting = m_waiting.rbegin(); waiting != m_waiting.rend(); ++waiting) {
        const auto age = now - waiting->call.at;
        const bool calledSince = std::ranges::any_of(awaited,
            [&](const Waiting &later) { return later.call.counter == waiting->call.counter; });
        const bool isOver = age > freshFor && (m_quiet || calledSince || age > awaitedFor);
        if (!isOver)
            awaited.push_front(*waiting);
    }
    m_waiting = std::move(awaited);
}

Haste Announcer::haste() const
{
    if (m_waiting.size() >= waitingForHurry)
        return Haste::Hurried;
    return m_waiting.size() >= waitingForOnce ? Haste::Once : Haste::Unhurried;
}

void Announcer::speakNext(Instant now, std::vector<AnnouncerAction> &actions)
{
    if (m_speaking)
        return;
    leaveOutOld(now);
    if (m_waiting.empty() || m_quiet)
        return;
    const Waiting next = m_waiting.front();
    m_waiting.pop_front();
    m_speaking = next.call;
    actions.emplace_back(SpeakCall{next.call, next.heard, haste()});
}

std::vector<AnnouncerAction> Announcer::see(const std::vector<Call> &calls, Instant now)
{
    std::vector<AnnouncerAction> actions;
    takeNew(calls, now);
    speakNext(now, actions);
    return actions;
}

std::vector<AnnouncerAction> Announcer::keepQuiet(bool quiet, Instant now)
{
    std::vector<AnnouncerAction> actions;
    // What waits was quiet's until now: its hour decides which of it is still worth saying.
    leaveOutOld(now);
    m_quiet = quiet;
    speakNext(now, actions);
    return actions;
}

std::vector<AnnouncerAction> Announcer::heard(int sentences) const
{
    ANTRE_MUST(m_speaking.has_value() && sentences > 0);
    CallMark mark = CallMark::of(*m_speaking);
    mark.heard = sentences;
    return {StoreMark{mark}};
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

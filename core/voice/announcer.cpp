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
/// More calls than can be taken back between two looks.
static constexpr size_t seenMax = 64;

Announcer::Announcer(std::optional<CallMark> restored)
{
    if (restored)
        m_seen.push_back(*restored);
}

/// The first call after the latest mark that is in the list, or the marked one itself when it was
/// not heard out. Calls that were taken back are not in it any more. If no mark is (another day, a
/// restart after a call taken back) the latest is compared by time, unless it lies in the future:
/// then a wrong clock made it, and it says nothing.
std::vector<Call>::const_iterator Announcer::firstNew(
    const std::vector<Call> &calls, Instant now) const
{
    for (auto mark = m_seen.rbegin(); mark != m_seen.rend(); ++mark) {
        const auto known = std::find_if(
            calls.rbegin(), calls.rend(), [&](const Call &call) { return mark->isOf(call); });
        if (known != calls.rend())
            return mark->heard ? std::prev(known.base()) : known.base();
    }
    if (m_seen.empty() || m_seen.back().at > now)
        return calls.begin();
    return std::ranges::find_if(
        calls, [&](const Call &call) { return call.at > m_seen.back().at; });
}

void Announcer::takeNew(const std::vector<Call> &calls, Instant now)
{
    std::erase_if(m_waiting, [&](const Waiting &waiting) {
        return std::ranges::find(calls, waiting.call) == calls.end();
    });
    for (auto call = firstNew(calls, now); call != calls.end(); ++call) {
        const bool goesOn = !m_seen.empty() && m_seen.back().isOf(*call);
        const int heard = goesOn ? m_seen.back().heard.value_or(0) : 0;
        m_seen.push_back(CallMark::of(*call));
        if (m_seen.size() > seenMax)
            m_seen.pop_front();
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

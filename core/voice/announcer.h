// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "voice/callmark.h"

#include <deque>
#include <variant>

namespace antre {

/// Say this now. Answered by one Announcer::ended().
struct SpeakCall
{
    Call call;
    friend bool operator==(const SpeakCall &, const SpeakCall &) = default;
};

/// Keep this durably: calls up to it are dealt with.
struct StoreMark
{
    CallMark mark;
    friend bool operator==(const StoreMark &, const StoreMark &) = default;
};

using AnnouncerAction = std::variant<SpeakCall, StoreMark>;

/// Decides what the hall hears next. Pure: calls and time in, actions out.
///
/// Each call is spoken once, in order, one at a time. Three exceptions, all shown on screen: a call
/// that is a minute old when it is first seen (the display was away) is not spoken; a ticket called
/// again while its call still waits is spoken once, in its new place; and a call that had to wait
/// longer than a minute for its turn is left out when a newer one waits.
///
/// The mark moves when a call has been heard to its end: after a crash in mid-sentence the whole
/// sentence is said again, since half a sentence called nobody.
///
/// So a display that was away loses no call: on return it speaks, in order, those of the last
/// minute that it has not spoken, and the screen shows the others. However often the network comes
/// and goes, the mark keeps each from being spoken twice.
///
/// `now` is the service's time: calls carry its stamps, and this machine's clock may be wrong.
class Announcer
{
public:
    explicit Announcer(std::optional<CallMark> restored);

    /// The day's calls, oldest first, whenever they changed.
    [[nodiscard]] std::vector<AnnouncerAction> see(const std::vector<Call> &calls, Instant now);
    /// What SpeakCall asked for came to its end, well or badly. REQUIRES: a call is under way.
    [[nodiscard]] std::vector<AnnouncerAction> ended(Instant now);

private:
    void takeNew(const std::vector<Call> &calls, Instant now);
    void leaveOutOld(Instant now);
    void speakNext(Instant now, std::vector<AnnouncerAction> &actions);

    std::optional<CallMark> m_seen; ///< the last call looked at, spoken or not
    std::optional<Call> m_speaking;
    std::deque<Call> m_waiting;
};

} // namespace antre

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "voice/callmark.h"

#include <deque>
#include <variant>

namespace antre {

/// How much is said of a call, by how many others wait for their turn.
enum class Haste {
    Unhurried, ///< all that the mall wants
    Once, ///< some wait: each language once
    Hurried, ///< many wait: the first language only
};

/// Say this now. Answered by one Announcer::ended().
struct SpeakCall
{
    Call call;
    int heard = 0; ///< so many of its sentences the hall has heard already: leave them out
    Haste haste = Haste::Unhurried;
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
/// Each call is spoken once, in order, one at a time and to its end. When several counters call at
/// once the others wait for their turn, and less is said of each (Haste). Unspoken, but shown on
/// the screen, stays
/// - a call that is a minute old when it is first seen, since the display was away;
/// - a ticket's call that still waits when it is called again: the later one is spoken;
/// - a call that has waited for a minute when its counter has called somebody else, and any that
///   has waited for three: whoever was meant is served, or missed, or has read it;
/// - a call that is taken back, or whose number paper overruled, before its turn;
/// - a call that gets a minute old in quiet hours. Those begin after the sentence under way.
///
/// The mark moves with each sentence that was heard to its end, so a restart goes on with the
/// sentence in which it was interrupted: half a sentence called nobody, and a whole one need not be
/// heard again.
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

    /// The day's calls that stand, oldest first, whenever they changed.
    [[nodiscard]] std::vector<AnnouncerAction> see(const std::vector<Call> &calls, Instant now);
    /// Quiet hours began or ended.
    [[nodiscard]] std::vector<AnnouncerAction> keepQuiet(bool quiet, Instant now);
    /// So many sentences of the call under way have been heard, not the last one yet, counted from
    /// its first. REQUIRES: a call is under way.
    [[nodiscard]] std::vector<AnnouncerAction> heard(int sentences) const;
    /// What SpeakCall asked for came to its end, well or badly. REQUIRES: a call is under way.
    [[nodiscard]] std::vector<AnnouncerAction> ended(Instant now);
    /// Nothing is being said.
    [[nodiscard]] bool isSilent() const { return !m_speaking; }

private:
    struct Waiting
    {
        Call call;
        int heard = 0;
    };
    [[nodiscard]] std::vector<Call>::const_iterator firstNew(
        const std::vector<Call> &calls, Instant now) const;
    void takeNew(const std::vector<Call> &calls, Instant now);
    void leaveOutOld(Instant now);
    [[nodiscard]] Haste haste() const;
    void speakNext(Instant now, std::vector<AnnouncerAction> &actions);

    std::deque<CallMark> m_seen; ///< the last calls looked at, spoken or not, newest last
    std::optional<Call> m_speaking;
    std::deque<Waiting> m_waiting;
    bool m_quiet = false;
};

} // namespace antre

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "voice/announcer.h"
#include "voice/speaker.h"
#include "voice/synthesiser.h"

#include <QObject>

namespace antre {

/// How the last announcement or check went.
enum class VoiceHealth {
    Speaking, ///< chime and words were heard
    ChimeOnly, ///< the synthesiser failed: the chime was heard without words
    Silent, ///< the loudspeaker failed: nothing was heard
};

/// How calls are spoken at this time of the day.
struct VoiceManner
{
    std::vector<SpokenLanguage> script; ///< each call is said in these, in turn; empty: chime only
    int percent = 100; ///< of full volume, as ears judge
    bool quiet = false; ///< nothing is begun
    friend bool operator==(const VoiceManner &, const VoiceManner &) = default;
};

[[nodiscard]] VoiceManner mannerAt(const VoicePlan &plan, Minutes ofDay);

/// By how much swings are scaled so that ears judge a sound `percent` as loud: ten decibels less
/// are half as loud (the sone scale: S. S. Stevens 1955, ISO 532).
[[nodiscard]] double amplitudeOf(int percent);

/// The voice of one hall: takes the day's calls and lets each be heard, chime first, then the
/// sentence in each language of the script in turn (the same one twice says it twice). One thread,
/// never blocks. Clock, synthesiser and speaker must outlive it.
class HallVoice final : public QObject
{
    Q_OBJECT

public:
    HallVoice(const Clock &clock, Synthesiser &synthesiser, Speaker &speaker, VoiceManner manner,
        std::optional<CallMark> restored, QObject *parent = nullptr);

    /// The day's calls whenever they changed, with the service's time: this machine's may be wrong.
    void follow(const std::vector<Call> &calls, Instant serviceNow);
    /// Whenever the hour or the catalogue changes it; holds from the next sound on.
    void setManner(VoiceManner manner);
    /// Finds out, without a sound and unless a call is under way, whether a call could be heard: a
    /// hall should not learn from its first visitor that it has no voice. Ends in healthChanged()
    /// if that is news.
    void check();
    [[nodiscard]] VoiceHealth health() const { return m_health; }

Q_SIGNALS:
    /// A call is being prepared for the hall's ears.
    void announcing(const antre::Call &call);
    /// So far calls are dealt with: its owner stores it durably.
    void markMoved(const antre::CallMark &mark);
    /// `detail` is for the log.
    void healthChanged(antre::VoiceHealth health, const QString &detail);

private:
    struct Rendering;
    [[nodiscard]] Instant serviceNow() const;
    void perform(const std::vector<AnnouncerAction> &actions);
    void render(const std::shared_ptr<Rendering> &rendering);
    void play(const Rendering &rendering);
    void finish(VoiceHealth health, const QString &detail);
    void end();
    void report(VoiceHealth health, const QString &detail);

    const Clock &m_clock;
    Synthesiser &m_synthesiser;
    Speaker &m_speaker;
    VoiceManner m_manner;
    Announcer m_announcer;
    Instant
        m_serviceAtZero{}; ///< the service's time when this machine's elapsed clock stood at zero
    VoiceHealth m_health = VoiceHealth::Speaking;
    bool m_failedToPlay = false; ///< the last sound, though there was a loudspeaker
};

/// Names an announcement: day, time and number, so that a folder of them sorts by time.
[[nodiscard]] QString announcementName(const Call &call);

} // namespace antre

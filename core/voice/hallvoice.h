// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "voice/announcer.h"
#include "voice/speaker.h"
#include "voice/synthesiser.h"

#include <QObject>

namespace antre {

/// How the last announcement went.
enum class VoiceHealth {
    Speaking, ///< chime and words were heard
    ChimeOnly, ///< the synthesiser failed: the chime was heard without words
    Silent, ///< the loudspeaker failed: nothing was heard
};

/// The voice of one hall: takes the day's calls and lets each be heard, chime first, then the
/// sentence in each language of the script in turn (the same one twice says it twice). One thread,
/// never blocks. Clock, synthesiser and speaker must outlive it.
class HallVoice final : public QObject
{
    Q_OBJECT

public:
    HallVoice(const Clock &clock, Synthesiser &synthesiser, Speaker &speaker,
        std::vector<SpokenLanguage> script, std::optional<CallMark> restored,
        QObject *parent = nullptr);

    /// The day's calls whenever they changed, with the service's time: this machine's may be wrong.
    void follow(const std::vector<Call> &calls, Instant serviceNow);
    [[nodiscard]] VoiceHealth health() const { return m_health; }

Q_SIGNALS:
    /// A call is being prepared for the hall's ears.
    void announcing(const antre::Call &call);
    /// Calls up to this one are dealt with: its owner stores it durably.
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

    const Clock &m_clock;
    Synthesiser &m_synthesiser;
    Speaker &m_speaker;
    const std::vector<SpokenLanguage> m_script;
    Announcer m_announcer;
    Instant
        m_serviceAtZero{}; ///< the service's time when this machine's elapsed clock stood at zero
    VoiceHealth m_health = VoiceHealth::Speaking;
};

/// Names an announcement: day, time and number, so that a folder of them sorts by time.
[[nodiscard]] QString announcementName(const Call &call);

} // namespace antre

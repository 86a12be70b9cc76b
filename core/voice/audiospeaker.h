// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "voice/speaker.h"

#include <memory>

namespace antre {

/// The machine's default audio output, looked up anew for each sound, so that loudspeakers may be
/// plugged in at any time. Without an output, or if it takes much longer than the sound lasts, the
/// answer is Unavailable: Qt itself would "play" into nothing without a word.
class AudioSpeaker final : public Speaker
{
public:
    AudioSpeaker();
    ~AudioSpeaker() override;
    void play(const QString &name, const Sound &sound, Done done) override;

private:
    class Playback;
    std::unique_ptr<Playback> m_playback;
};

} // namespace antre

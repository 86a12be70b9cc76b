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
    void play(const Playback &playback, Done done) override;
    void stop() override;
    [[nodiscard]] Result<> ready() const override;

private:
    class Run;
    std::unique_ptr<Run> m_run;
};

} // namespace antre

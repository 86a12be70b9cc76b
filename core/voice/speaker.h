// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "voice/sound.h"

#include <functional>
#include <vector>

namespace antre {

/// One announcement on its way to the hall's ears.
struct Playback
{
    QString name; ///< unique to what is played and fit for a file name
    Sound sound;
    /// Moments in the sound, in order, at which a listener has heard something whole.
    std::vector<Milliseconds> stations = {};
    std::function<void(size_t)> passed = {}; ///< gets each station's index, once it is behind
};

/// Lets the hall hear a sound. Implement play() so that it returns at once and calls `done` exactly
/// once, on the caller's thread, when the sound has been heard or can't be; whoever plays waits for
/// it before playing the next. Stations may be passed over in silence by who can't tell. After
/// the speaker's destruction nothing is called any more. stop() silences what is heard, whose
/// `done` is then never called; without a sound of its own a speaker need not know it.
class Speaker
{
public:
    using Done = std::function<void(Result<>)>;
    virtual ~Speaker() = default;
    virtual void play(const Playback &playback, Done done) = 0;
    virtual void stop() { }
    /// Unavailable when nothing could be heard at the moment, without a sound.
    [[nodiscard]] virtual Result<> ready() const = 0;
};

} // namespace antre

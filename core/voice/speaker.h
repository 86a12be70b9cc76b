// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "voice/sound.h"

#include <functional>

namespace antre {

/// Lets the hall hear a sound. Implement play() so that it returns at once and calls `done` exactly
/// once, on the caller's thread, when the sound has been heard or can't be; whoever plays waits for
/// it before playing the next. `name` is unique to what is played and fit for a file name. After
/// the speaker's destruction nothing is called any more.
class Speaker
{
public:
    using Done = std::function<void(Result<>)>;
    virtual ~Speaker() = default;
    virtual void play(const QString &name, const Sound &sound, Done done) = 0;
};

} // namespace antre

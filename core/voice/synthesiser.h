// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "voice/sentence.h"
#include "voice/sound.h"

#include <QCache>

#include <functional>

namespace antre {

/// Turns text into sound. Implement say() so that it returns at once and calls `done` exactly once,
/// later or before it returns, on the caller's thread; `done` left uncalled silences the hall for
/// the rest of the day. After the synthesiser's destruction nothing is called any more. `voice` is
/// a language's code, such as "id", or another name that the synthesiser gives a voice; one that it
/// hasn't got gives Unavailable.
class Synthesiser
{
public:
    using Done = std::function<void(Result<Sound>)>;
    virtual ~Synthesiser() = default;
    virtual void say(const QString &text, const QString &voice, Done done) = 0;
};

/// Remembers the latest sounds, up to about eight minutes of speech: each call is said twice, and
/// often called again. Failures are not remembered.
class CachingSynthesiser final : public Synthesiser
{
public:
    explicit CachingSynthesiser(Synthesiser &source);
    void say(const QString &text, const QString &voice, Done done) override;

private:
    Synthesiser &m_source;
    /// Shared with answers that are still under way, which may come after this object's end.
    std::shared_ptr<QCache<QString, Sound>> m_sounds;
};

} // namespace antre

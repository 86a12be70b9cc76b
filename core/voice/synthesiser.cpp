// SPDX-License-Identifier: Apache-2.0
#include "voice/synthesiser.h"

namespace antre {

static constexpr qsizetype bytesKept = 20'000'000;

CachingSynthesiser::CachingSynthesiser(Synthesiser &source)
    : m_source(source)
    , m_sounds(std::make_shared<QCache<QString, Sound>>(bytesKept))
{
}

void CachingSynthesiser::say(const QString &text, const QString &voice, Done done)
{
    const QString key = voice + QLatin1Char('\n') + text;
    if (const Sound *known = m_sounds->object(key)) {
        done(*known);
        return;
    }
    m_source.say(
        text, voice, [sounds = m_sounds, key, done = std::move(done)](Result<Sound> sound) {
            if (sound)
                sounds->insert(key, new Sound(*sound), sound->samples.size());
            done(std::move(sound));
        });
}

} // namespace antre

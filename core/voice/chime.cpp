// SPDX-License-Identifier: Apache-2.0
#include "voice/chime.h"

#include <QtEndian>

#include <array>
#include <cmath>
#include <numbers>

namespace antre {

namespace {

struct Partial
{
    double ratio; ///< to the tone's frequency
    double loudness;
    double decay; ///< a second: the time constant is 1 / decay
};

struct Tone
{
    double hertz;
    double start; ///< seconds
};

// A struck bar rather than a pure sine: the fourth partial fades first and gives the stroke its
// edge.
constexpr std::array partials{
    Partial{1.0, 0.72, 4.0}, Partial{2.0, 0.18, 6.0}, Partial{4.0, 0.10, 14.0}};
// E5 and C5, a falling major third: the interval of door bells, friendly and heard through voices.
constexpr std::array tones{Tone{659.26, 0.0}, Tone{523.25, 0.42}};
constexpr double length = 1.6;
constexpr double attack = 0.006; // without it the start would click
constexpr double release = 0.15; // nor may the end
constexpr double peak = 0.55;

double struck(const Tone &tone, double time)
{
    const double since = time - tone.start;
    if (since < 0)
        return 0;
    double swing = 0;
    for (const Partial &partial : partials)
        swing += partial.loudness * std::exp(-partial.decay * since)
            * std::sin(2 * std::numbers::pi * tone.hertz * partial.ratio * since);
    return swing * std::min(1.0, since / attack);
}

} // namespace

Sound chime(int sampleRate)
{
    Sound sound = silence(Milliseconds(qint64(length * 1000)), sampleRate);
    for (qsizetype i = 0; i < sound.sampleCount(); ++i) {
        const double time = double(i) / sampleRate;
        double swing = 0;
        for (const Tone &tone : tones)
            swing += struck(tone, time);
        swing *= std::min(1.0, (length - time) / release);
        qToLittleEndian(qint16(std::lround(swing * 16000)), sound.samples.data() + i * 2);
    }
    return normalised(std::move(sound), peak);
}

} // namespace antre

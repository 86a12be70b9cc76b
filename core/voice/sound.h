// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/instant.h"
#include "base/result.h"

#include <QByteArray>

namespace antre {

/// One channel of 16-bit signed little-endian samples. Everything the hall hears has this form, so
/// that pieces are joined without gaps.
struct Sound
{
    int sampleRate = 22050; ///< samples a second
    QByteArray samples;

    [[nodiscard]] qsizetype sampleCount() const { return samples.size() / 2; }
    [[nodiscard]] Milliseconds duration() const
    {
        return Milliseconds(sampleCount() * 1000 / sampleRate);
    }
    /// 0 ... 1, the greatest swing.
    [[nodiscard]] double peak() const;
    friend bool operator==(const Sound &, const Sound &) = default;
};

[[nodiscard]] Sound silence(Milliseconds length, int sampleRate);

/// Each swing `factor` times as wide, and cut where that is wider than 16 bits.
[[nodiscard]] Sound scaled(Sound sound, double factor);

/// Scaled so that its peak is `peak`: voices come out much softer than a hall needs. Silence stays
/// silent.
[[nodiscard]] Sound normalised(Sound sound, double peak);

/// At another sample rate, by straight lines between samples: for voices that come out at a rate of
/// their own.
[[nodiscard]] Sound resampled(const Sound &sound, int sampleRate);

/// One after the other. REQUIRES: both have the same sample rate.
void append(Sound &sound, const Sound &more);

/// A RIFF/WAVE file, PCM (RFC 2361, section 1; Microsoft "Multimedia Programming Interface" 1.0).
[[nodiscard]] QByteArray toWav(const Sound &sound);

/// Reads what toWav() writes and what synthesisers stream: sizes that claim more than there is, as
/// a program must write that can't know the end, mean "to the end". Other channels, widths or
/// codings are Unsupported, anything else that is no WAVE is Corrupt.
[[nodiscard]] Result<Sound> fromWav(const QByteArray &bytes);

} // namespace antre

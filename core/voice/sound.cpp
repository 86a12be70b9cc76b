// SPDX-License-Identifier: Apache-2.0
#include "voice/sound.h"

#include "base/check.h"

#include <QtEndian>

#include <algorithm>
#include <cmath>

namespace antre {

static constexpr double fullScale = 32767.0;

static qint16 sampleAt(const Sound &sound, qsizetype index)
{
    return qFromLittleEndian<qint16>(sound.samples.constData() + index * 2);
}

double Sound::peak() const
{
    int greatest = 0;
    for (qsizetype i = 0; i < sampleCount(); ++i)
        greatest = std::max(greatest, std::abs(int(sampleAt(*this, i))));
    return std::min(1.0, greatest / fullScale);
}

Sound silence(Milliseconds length, int sampleRate)
{
    return {sampleRate, QByteArray(qsizetype(length.count() * sampleRate / 1000 * 2), '\0')};
}

Sound scaled(Sound sound, double factor)
{
    char *const samples = sound.samples.data();
    for (qsizetype i = 0; i < sound.sampleCount(); ++i) {
        const double swing = std::clamp(sampleAt(sound, i) * factor, -fullScale, fullScale);
        qToLittleEndian(qint16(std::lround(swing)), samples + i * 2);
    }
    return sound;
}

Sound normalised(Sound sound, double peak)
{
    const double before = sound.peak();
    return before == 0.0 ? sound : scaled(std::move(sound), peak / before);
}

Sound resampled(const Sound &sound, int sampleRate)
{
    if (sound.sampleRate == sampleRate || sound.samples.isEmpty())
        return {sampleRate, sound.samples};
    const qsizetype count = sound.sampleCount() * sampleRate / sound.sampleRate;
    Sound result{sampleRate, QByteArray(count * 2, '\0')};
    for (qsizetype i = 0; i < count; ++i) {
        const double place = double(i) * sound.sampleRate / sampleRate;
        const auto left = qsizetype(place);
        const auto right = std::min(left + 1, sound.sampleCount() - 1);
        const double share = place - double(left);
        const double swing = sampleAt(sound, left) * (1 - share) + sampleAt(sound, right) * share;
        qToLittleEndian(qint16(std::lround(swing)), result.samples.data() + i * 2);
    }
    return result;
}

void append(Sound &sound, const Sound &more)
{
    ANTRE_MUST(sound.sampleRate == more.sampleRate);
    sound.samples += more.samples;
}

// WAVE in bytes, all numbers little-endian:
//   "RIFF" u32 size-of-rest "WAVE", then chunks: 4 letters, u32 size, content, a pad byte if size
//   is odd. "fmt ": u16 coding (1 = PCM), u16 channels, u32 samples/s, u32 bytes/s, u16 bytes a
//   frame, u16 bits a sample. "data": the samples.
static constexpr quint16 codingPcm = 1;
static constexpr qsizetype riffHeaderSize = 12;
static constexpr qsizetype chunkHeaderSize = 8;
static constexpr qsizetype formatSize = 16;

template <typename Number> static void put(QByteArray &bytes, Number number)
{
    const Number little = qToLittleEndian(number);
    bytes.append(reinterpret_cast<const char *>(&little), sizeof little);
}

template <typename Number> static Number take(const QByteArray &bytes, qsizetype at)
{
    return qFromLittleEndian<Number>(bytes.constData() + at);
}

QByteArray toWav(const Sound &sound)
{
    const auto rate = quint32(sound.sampleRate);
    const auto size = quint32(sound.samples.size());
    QByteArray bytes("RIFF");
    put(bytes, quint32(size + riffHeaderSize - 8 + 2 * chunkHeaderSize + formatSize));
    bytes += "WAVEfmt ";
    put(bytes, quint32(formatSize));
    put(bytes, codingPcm);
    put(bytes, quint16(1));
    put(bytes, rate);
    put(bytes, quint32(rate * 2));
    put(bytes, quint16(2));
    put(bytes, quint16(16));
    bytes += "data";
    put(bytes, size);
    return bytes + sound.samples;
}

/// The sample rate of a "fmt " chunk's content, if it describes what a Sound can hold.
static Result<int> sampleRateOf(const QByteArray &bytes, qsizetype content, qsizetype size)
{
    if (size < formatSize)
        return failure(ErrorCode::Corrupt, QStringLiteral("WAVE format of %1 bytes").arg(size));
    const auto coding = take<quint16>(bytes, content);
    const auto channels = take<quint16>(bytes, content + 2);
    const auto rate = take<quint32>(bytes, content + 4);
    const auto bits = take<quint16>(bytes, content + 14);
    constexpr quint32 rateMax = 192000;
    if (coding != codingPcm || channels != 1 || bits != 16 || rate == 0 || rate > rateMax)
        return failure(ErrorCode::Unsupported,
            QStringLiteral("WAVE coding %1, %2 channels, %3 bits, %4 Hz")
                .arg(coding)
                .arg(channels)
                .arg(bits)
                .arg(rate));
    return int(rate);
}

Result<Sound> fromWav(const QByteArray &bytes)
{
    if (!bytes.startsWith("RIFF") || bytes.size() < riffHeaderSize || bytes.sliced(8, 4) != "WAVE")
        return failure(ErrorCode::Corrupt, QStringLiteral("not a RIFF/WAVE file"));
    std::optional<int> rate;
    qsizetype at = riffHeaderSize;
    while (at + chunkHeaderSize <= bytes.size()) {
        const QByteArray name = bytes.sliced(at, 4);
        const qsizetype content = at + chunkHeaderSize;
        const qsizetype size
            = std::min<qsizetype>(take<quint32>(bytes, at + 4), bytes.size() - content);
        if (name == "fmt ") {
            const Result<int> found = sampleRateOf(bytes, content, size);
            if (!found)
                return tl::unexpected(found.error());
            rate = *found;
        } else if (name == "data") {
            if (!rate)
                break;
            return Sound{*rate, bytes.sliced(content, size / 2 * 2)};
        }
        at = content + size + size % 2;
    }
    return failure(ErrorCode::Corrupt, QStringLiteral("WAVE file without format and samples"));
}

} // namespace antre

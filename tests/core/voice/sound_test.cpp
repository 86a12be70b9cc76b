// SPDX-License-Identifier: Apache-2.0
#include "support/catch.h"
#include "voice/chime.h"
#include "voice/sound.h"

#include <QtEndian>

using namespace antre;

TEST_CASE("A sound written as WAV is read back the same", "[voice]")
{
    const Sound sound = chime(16000);
    CHECK(fromWav(toWav(sound)) == sound);
}

TEST_CASE("A streamed WAV, whose sizes are guesses, is read to its end", "[voice]")
{
    const Sound sound = chime(8000);
    QByteArray streamed = toWav(sound);
    qToLittleEndian<quint32>(0x7ffff024, streamed.data() + 4);
    qToLittleEndian<quint32>(0x7ffff000, streamed.data() + 40);
    CHECK(fromWav(streamed) == sound);
}

TEST_CASE("A WAV cut at any byte is never more than a shorter sound", "[voice]")
{
    const QByteArray whole = toWav(silence(Milliseconds(10), 8000));
    for (qsizetype length = 0; length < whole.size(); ++length) {
        const Result<Sound> sound = fromWav(whole.first(length));
        CAPTURE(length);
        if (length < 44)
            CHECK(sound.error().code == ErrorCode::Corrupt);
        else
            CHECK(sound->sampleCount() == (length - 44) / 2);
    }
}

TEST_CASE("A stereo WAV is refused, not played as noise", "[voice]")
{
    QByteArray stereo = toWav(silence(Milliseconds(10), 8000));
    qToLittleEndian<quint16>(2, stereo.data() + 22);
    CHECK(fromWav(stereo).error().code == ErrorCode::Unsupported);
}

TEST_CASE("The chime is short, soft at both ends and below the voice's level", "[voice]")
{
    const Sound sound = chime(22050);
    CHECK(sound.duration() == Milliseconds(1600));
    CHECK(sound.peak() == Approx(0.55).epsilon(0.01));
    CHECK(Sound{22050, sound.samples.first(20)}.peak() < 0.05);
    CHECK(Sound{22050, sound.samples.last(20)}.peak() < 0.001);
}

TEST_CASE("Sounds of another rate keep their length", "[voice]")
{
    const Sound sound = resampled(chime(16000), 22050);
    CHECK(sound.duration() == Milliseconds(1600));
    CHECK(sound.peak() == Approx(0.55).epsilon(0.03));
}

TEST_CASE("Making a silence louder leaves it silent", "[voice]")
{
    CHECK(normalised(silence(Milliseconds(50), 8000), 0.9) == silence(Milliseconds(50), 8000));
}

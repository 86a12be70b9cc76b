// SPDX-License-Identifier: Apache-2.0
#include "voice/filespeaker.h"

namespace antre {

FileSpeaker::FileSpeaker(QString folder)
    : m_folder(std::move(folder))
{
}

void FileSpeaker::play(const Playback &playback, Done done)
{
    m_writer.write(m_folder + QLatin1Char('/') + playback.name + QStringLiteral(".wav"),
        toWav(playback.sound), std::move(done));
}

} // namespace antre

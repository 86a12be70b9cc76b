// SPDX-License-Identifier: Apache-2.0
#include "voice/filespeaker.h"

namespace antre {

FileSpeaker::FileSpeaker(QString folder)
    : m_folder(std::move(folder))
{
}

void FileSpeaker::play(const QString &name, const Sound &sound, Done done)
{
    m_writer.write(
        m_folder + QLatin1Char('/') + name + QStringLiteral(".wav"), toWav(sound), std::move(done));
}

} // namespace antre

// SPDX-License-Identifier: Apache-2.0
#include "kiosk/kioskvoice.h"

#include "voice/audiospeaker.h"
#include "voice/filespeaker.h"

namespace antre {

static std::unique_ptr<Speaker> kioskSpeaker(const QString &sounds)
{
    if (sounds.isEmpty())
        return std::make_unique<AudioSpeaker>();
    return std::make_unique<FileSpeaker>(sounds);
}

KioskVoice::KioskVoice(const QString &sounds, bool isSilent)
    : m_cache(m_synthesiser)
    , m_speaker(kioskSpeaker(sounds))
{
    if (isSilent)
        return;
    m_narrator = std::make_unique<Narrator>(m_cache, *m_speaker);
    connect(
        m_narrator.get(), &Narrator::readyChanged, this, [this](bool ready, const QString &detail) {
            m_known = true;
            if (ready)
                qInfo("spoken guidance is ready");
            else
                qWarning("no spoken guidance: %s", qUtf8Printable(detail));
            Q_EMIT troublesChanged();
        });
    connect(&m_check, &QTimer::timeout, m_narrator.get(), &Narrator::check);
    constexpr std::chrono::minutes checkEvery{1};
    m_check.start(checkEvery);
    // When the first screen stands: looking for devices takes a moment.
    QTimer::singleShot(0, m_narrator.get(), &Narrator::check);
}

QStringList KioskVoice::troubles() const
{
    if (!m_narrator || !m_known || m_narrator->isReady())
        return {};
    return {
        m_narrator->isSynthesiserMissing() ? QStringLiteral("noGuide") : QStringLiteral("noSound")};
}

} // namespace antre

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "voice/espeaksynthesiser.h"
#include "voice/narrator.h"

#include <QTimer>

#include <memory>

namespace antre {

/// The kiosk's spoken guidance, put together: espeak-ng, the machine's loudspeaker or headset, and
/// a look at both every minute, so that the listen key comes and goes with them.
class KioskVoice final : public QObject
{
    Q_OBJECT
public:
    /// `sounds`: a folder that takes the sounds instead of a loudspeaker; empty: none. `isSilent`:
    /// this kiosk has no voice and nobody misses it.
    KioskVoice(const QString &sounds, bool isSilent);

    [[nodiscard]] Narrator *narrator() { return m_narrator.get(); }
    /// What staff should see to, as TerminalStatus has it.
    [[nodiscard]] QStringList troubles() const;

Q_SIGNALS:
    void troublesChanged();

private:
    EspeakSynthesiser m_synthesiser;
    CachingSynthesiser m_cache;
    std::unique_ptr<Speaker> m_speaker;
    std::unique_ptr<Narrator> m_narrator; ///< null: silent
    QTimer m_check;
    bool m_known = false; ///< the first check has ended
};

} // namespace antre

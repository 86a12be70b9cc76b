// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "display/halldisplay.h"
#include "display/options.h"
#include "voice/espeaksynthesiser.h"
#include "voice/filewriter.h"
#include "voice/hallvoice.h"

#include <QTimer>

namespace antre {

/// Between the terminal's half and the hall: shows the mirror's state and lets its calls be spoken.
/// The terminal must outlive it.
class HallProgram : public QObject
{
    Q_OBJECT

public:
    HallProgram(const DisplayOptions &options, TerminalProgram &terminal);

    /// Opens the window: on the whole screen, or as large as the options say.
    void show(QSize window);
    [[nodiscard]] HallDisplay &display() { return m_display; }

private:
    void refresh();
    void reportLink();
    [[nodiscard]] DisplayView viewNow(const DisplayStatus &status);
    void fillScreen();
    [[nodiscard]] static std::unique_ptr<Speaker> speakerFor(const DisplayOptions &options);
    [[nodiscard]] std::unique_ptr<HallVoice> voiceFor(
        const DisplayOptions &options, const Clock &clock);

    TerminalRunner &m_runner;
    const QString m_language;
    FileWriter m_files;
    EspeakSynthesiser m_synthesiser;
    CachingSynthesiser m_cache;
    std::unique_ptr<Speaker> m_speaker;
    std::unique_ptr<HallVoice> m_voice; ///< absent: another screen speaks
    HallDisplay m_display;
    qint64 m_wholeUpTo = 0; ///< the position of the last state that was complete
    QTimer m_tick;
    std::optional<LinkStatus> m_reported;
};

} // namespace antre

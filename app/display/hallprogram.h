// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "display/halldisplay.h"
#include "display/options.h"
#include "display/slideshow.h"
#include "voice/espeaksynthesiser.h"
#include "voice/filewriter.h"
#include "voice/hallvoice.h"

#include <QTimer>

namespace antre {

/// Between the terminal's half and the hall: shows the mirror's state and lets its calls be spoken,
/// as the catalogue says of this display, or the command line. The terminal must outlive it.
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
    void checkVoice();
    void followCalls(const HallScreen &screen, bool connected);
    void runSlides();
    void sayHowFar();
    [[nodiscard]] HallScreen screen();
    [[nodiscard]] QStringList staffNotes() const;
    void tellStaff();
    [[nodiscard]] DisplayView viewNow(const DisplayStatus &status, const HallScreen &screen);
    void fillScreen();
    [[nodiscard]] std::unique_ptr<HallVoice> makeVoice(const Clock &clock);

    const DisplayOptions m_options;
    const TerminalId m_id;
    TerminalRunner &m_runner;
    FileWriter m_files;
    EspeakSynthesiser m_synthesiser;
    CachingSynthesiser m_cache;
    std::unique_ptr<Speaker> m_speaker;
    std::unique_ptr<HallVoice> m_voice; ///< absent: another screen speaks
    std::unique_ptr<SlideShow> m_slides; ///< absent until the layout wants pictures
    HallDisplay m_display;
    qint64 m_wholeUpTo = 0; ///< the position of the last state that was complete
    QTimer m_tick;
    QTimer m_voiceCheck;
    std::optional<LinkStatus> m_reported;
    QStringList m_unknownCounters;
    QStringList m_troubles; ///< as the service was told
    bool m_speaks = false; ///< this screen, now
    bool m_markUnwritten = false;
};

/// Loudspeakers, or a folder in their place.
[[nodiscard]] std::unique_ptr<Speaker> speakerFor(const DisplayOptions &options);
/// A line for whoever reads the program's output.
void sayLine(const QString &line);

} // namespace antre

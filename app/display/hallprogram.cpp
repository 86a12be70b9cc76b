// SPDX-License-Identifier: Apache-2.0
#include "display/hallprogram.h"

#include "voice/audiospeaker.h"
#include "voice/filespeaker.h"

#include <QGuiApplication>
#include <QScreen>

#include <cstdio>

namespace antre {

static void say(const QString &line)
{
    std::fprintf(stdout, "%s\n", line.toUtf8().constData());
    std::fflush(stdout);
}

HallProgram::HallProgram(const DisplayOptions &options, TerminalProgram &terminal)
    : m_runner(terminal.runner())
    , m_language(options.language)
    , m_cache(m_synthesiser)
    , m_speaker(speakerFor(options))
    , m_voice(options.speaks ? voiceFor(options, terminal.clock()) : nullptr)
    , m_display(options.moves)
{
    connect(&m_runner, &TerminalRunner::changed, this, &HallProgram::refresh);
    // The clock's minute and the end of a call come without news from the service.
    constexpr std::chrono::milliseconds tick{250};
    connect(&m_tick, &QTimer::timeout, this, &HallProgram::refresh);
    m_tick.start(tick);
}

std::unique_ptr<Speaker> HallProgram::speakerFor(const DisplayOptions &options)
{
    if (options.sounds.isEmpty())
        return std::make_unique<AudioSpeaker>();
    return std::make_unique<FileSpeaker>(options.sounds);
}

std::unique_ptr<HallVoice> HallProgram::voiceFor(const DisplayOptions &options, const Clock &clock)
{
    const QString markPath = options.terminal.data + QStringLiteral("/spoken.json");
    const auto restored = loadCallMark(markPath);
    if (!restored)
        qWarning("%s", qUtf8Printable(restored.error().detail));
    auto voice = std::make_unique<HallVoice>(
        clock, m_cache, *m_speaker, VoiceManner{options.script}, restored.value_or(std::nullopt));
    connect(voice.get(), &HallVoice::announcing, this, [](const Call &call) {
        say(QStringLiteral("call %1 counter %2").arg(call.number.text(), call.counter.value()));
    });
    connect(voice.get(), &HallVoice::markMoved, this, [this, markPath](const CallMark &mark) {
        m_files.write(markPath, toJson(mark), [](const Result<> &written) {
            if (!written)
                qWarning("%s", qUtf8Printable(written.error().detail));
        });
    });
    connect(voice.get(), &HallVoice::healthChanged, this,
        [](VoiceHealth health, const QString &detail) {
            say(health == VoiceHealth::Speaking ? QStringLiteral("voice: well again")
                                                : QStringLiteral("voice: ") + detail);
        });
    return voice;
}

void HallProgram::show(QSize window)
{
    refresh();
    if (window.isValid()) {
        m_display.resize(window);
        m_display.show();
        return;
    }
    // Not showFullScreen(): without a window manager it leaves a small window.
    m_display.setWindowFlags(Qt::FramelessWindowHint);
    connect(qGuiApp, &QGuiApplication::primaryScreenChanged, this, &HallProgram::fillScreen);
    fillScreen();
    m_display.show();
}

void HallProgram::fillScreen()
{
    const QScreen *screen = QGuiApplication::primaryScreen();
    if (!screen)
        return;
    connect(
        screen, &QScreen::geometryChanged, this, &HallProgram::fillScreen, Qt::UniqueConnection);
    m_display.setGeometry(screen->geometry());
}

void HallProgram::reportLink()
{
    const TerminalMachine &machine = m_runner.machine();
    if (m_reported == machine.link())
        return;
    m_reported = machine.link();
    switch (machine.link()) {
    case LinkStatus::Up:
        say(QStringLiteral("link: up"));
        return;
    case LinkStatus::Down:
        say(QStringLiteral("link: down, trying again"));
        return;
    case LinkStatus::Rejected:
        say(QStringLiteral("link: the service refuses this screen: ")
            + (machine.rejection() ? machine.rejection()->detail : QString()));
        return;
    case LinkStatus::Greeting:
        return;
    }
}

/// While a feed that starts over is only half here, what was known before stays on the screen.
DisplayView HallProgram::viewNow(const DisplayStatus &status)
{
    const TerminalMachine &machine = m_runner.machine();
    const Mirror &mirror = machine.mirror();
    if (status.connected)
        m_wholeUpTo = mirror.position();
    const bool isPart = machine.link() == LinkStatus::Greeting || mirror.position() < m_wholeUpTo;
    const bool showsNothing = m_display.view().day.isNull();
    if (isPart && (showsNothing || !mirror.state().catalogue))
        return m_display.view();
    if (isPart)
        return heldView(m_display.view(), *mirror.state().catalogue, machine.now(), status);
    return displayView(mirror.state(), machine.now(), status, m_language);
}

/// Calls are announced only while connected: then the list is whole and its times are the
/// service's. On return the announcer speaks those that are still fresh; see Announcer.
void HallProgram::refresh()
{
    reportLink();
    const TerminalMachine &machine = m_runner.machine();
    DisplayStatus status;
    status.connected = machine.link() == LinkStatus::Up;
    status.heardAt = machine.mirror().asOf();
    status.isRestored = !status.connected && machine.mirror().position() == 0;
    status.voice = m_voice ? m_voice->health() : VoiceHealth::Speaking;
    m_display.setView(viewNow(status));
    if (m_voice && status.connected)
        m_voice->follow(standingCalls(machine.mirror().state()), machine.now());
}

} // namespace antre

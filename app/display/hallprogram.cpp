// SPDX-License-Identifier: Apache-2.0
#include "display/hallprogram.h"

#include "display/displaywords.h"
#include "terminal/phoneslink.h"
#include "voice/audiospeaker.h"
#include "voice/filespeaker.h"

#include <QGuiApplication>
#include <QScreen>

#include <cmath>
#include <cstdio>

namespace antre {

void sayLine(const QString &line)
{
    std::fprintf(stdout, "%s\n", line.toUtf8().constData());
    std::fflush(stdout);
}

std::unique_ptr<Speaker> speakerFor(const DisplayOptions &options)
{
    if (options.sounds.isEmpty())
        return std::make_unique<AudioSpeaker>();
    return std::make_unique<FileSpeaker>(options.sounds);
}

HallProgram::HallProgram(const DisplayOptions &options, TerminalProgram &terminal)
    : m_options(options)
    , m_id(terminal.file().terminal)
    , m_runner(terminal.runner())
    , m_cache(m_synthesiser)
    , m_speaker(speakerFor(options))
    , m_voice(options.speaks ? makeVoice(terminal.clock()) : nullptr)
    , m_display(options.moves)
{
    connect(&m_runner, &TerminalRunner::changed, this, &HallProgram::refresh);
    // The clock's minute and the end of a call come without news from the service.
    constexpr std::chrono::milliseconds tick{250};
    connect(&m_tick, &QTimer::timeout, this, &HallProgram::refresh);
    m_tick.start(tick);
    constexpr std::chrono::minutes checkEvery{1};
    connect(&m_voiceCheck, &QTimer::timeout, this, &HallProgram::checkVoice);
    m_voiceCheck.start(checkEvery);
}

std::unique_ptr<HallVoice> HallProgram::makeVoice(const Clock &clock)
{
    const QString markPath = m_options.terminal.data + QStringLiteral("/spoken.json");
    const auto restored = loadCallMark(markPath);
    if (!restored)
        qWarning("%s", qUtf8Printable(restored.error().detail));
    auto voice = std::make_unique<HallVoice>(clock, m_cache, *m_speaker,
        mannerAt(VoicePlan(), Minutes(0)), restored.value_or(std::nullopt));
    connect(voice.get(), &HallVoice::announcing, this, [](const Call &call) {
        sayLine(QStringLiteral("call %1 counter %2").arg(call.number.text(), call.counter.value()));
    });
    connect(voice.get(), &HallVoice::markMoved, this, [this, markPath](const CallMark &mark) {
        m_files.write(markPath, toJson(mark), [this](const Result<> &written) {
            m_markUnwritten = !written;
            if (!written)
                qWarning("%s", qUtf8Printable(written.error().detail));
        });
    });
    connect(voice.get(), &HallVoice::healthChanged, this,
        [](VoiceHealth health, const QString &detail) {
            sayLine(health == VoiceHealth::Speaking ? QStringLiteral("voice: well again")
                                                    : QStringLiteral("voice: ") + detail);
        });
    return voice;
}

void HallProgram::checkVoice()
{
    if (m_voice && m_speaks)
        m_voice->check();
}

void HallProgram::show(QSize window)
{
    refresh();
    if (window.isValid()) {
        m_display.resize(window);
        m_display.show();
        sayHowFar();
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
    sayHowFar();
}

/// Only glass that measures itself, or was measured, gives an honest distance.
void HallProgram::sayHowFar()
{
    const QScreen *screen = QGuiApplication::primaryScreen();
    const QSizeF glass = screen ? screen->physicalSize() : QSizeF();
    const double diagonalMm = std::hypot(glass.width(), glass.height());
    constexpr double leastMm = 250, mostMm = 2800; // 10 to 110 inches; others don't know themselves
    const bool knows = diagonalMm > leastMm && diagonalMm < mostMm;
    if (!m_options.glassMm && !knows)
        return;
    const double glassMm = m_options.glassMm.value_or(glass.width());
    // A window has its share of the glass.
    const double pixels = m_options.glassMm || !screen ? m_display.width() : screen->size().width();
    const double metres = HallLook(m_display.size()).calledMetres(glassMm / pixels);
    constexpr double hallMetres = 10;
    sayLine(QStringLiteral("legible: called numbers from %1 m%2")
                .arg(metres, 0, 'f', 1)
                .arg(metres < hallMetres
                        ? QStringLiteral(", less than the %1 m of a hall: it takes a larger screen")
                              .arg(hallMetres)
                        : QString()));
}

void HallProgram::reportLink()
{
    const TerminalMachine &machine = m_runner.machine();
    if (m_reported == machine.link())
        return;
    m_reported = machine.link();
    switch (machine.link()) {
    case LinkStatus::Up:
        sayLine(QStringLiteral("link: up"));
        return;
    case LinkStatus::Down:
        sayLine(QStringLiteral("link: down, trying again"));
        return;
    case LinkStatus::Rejected:
        sayLine(QStringLiteral("link: the service refuses this screen: ")
            + (machine.rejection() ? machine.rejection()->detail : QString()));
        return;
    case LinkStatus::Greeting:
        return;
    }
}

/// The catalogue's wish, overruled by the command line, without counters that the catalogue doesn't
/// know. If none is left the screen shows all: a board of nothing helps nobody.
HallScreen HallProgram::screen()
{
    const CataloguePtr &catalogue = m_runner.machine().mirror().state().catalogue;
    HallScreen screen = catalogue ? catalogue->site.hall.screen(m_id) : HallScreen();
    screen.layout = m_options.layout.value_or(screen.layout);
    screen.agencies = screen.agencies || m_options.agencies;
    if (!m_options.counters.empty())
        screen.counters = m_options.counters;
    QStringList unknown;
    std::erase_if(screen.counters, [&](const CounterId &counter) {
        const bool isKnown = !catalogue || catalogue->counter(counter);
        if (!isKnown)
            unknown += counter.value();
        return !isKnown;
    });
    if (std::exchange(m_unknownCounters, unknown) != unknown && !unknown.isEmpty())
        sayLine(QStringLiteral("counters: not in the catalogue: ")
            + unknown.join(QStringLiteral(", ")));
    return screen;
}

/// While a feed that starts over is only half here, what was known before stays on the screen.
DisplayView HallProgram::viewNow(const DisplayStatus &status, const HallScreen &screen)
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
    return displayView(mirror.state(), machine.now(), status, m_options.language, screen);
}

/// Calls are announced only while connected: then the list is whole and its times are the
/// service's. On return the announcer speaks those that are still fresh; see Announcer.
void HallProgram::followCalls(const HallScreen &screen, bool connected)
{
    if (!m_voice)
        return;
    const State &state = m_runner.machine().mirror().state();
    const Instant now = m_runner.machine().now();
    if (state.catalogue) {
        VoiceManner manner = mannerAt(
            state.catalogue->site.hall.voice, localTime(now, state.catalogue->zone()).ofDay);
        manner.script = m_options.script.value_or(manner.script);
        m_voice->setManner(std::move(manner));
    }
    const bool speaks = screen.speaks && state.catalogue;
    if (std::exchange(m_speaks, speaks) != speaks)
        checkVoice();
    if (speaks && connected)
        m_voice->follow(standingCalls(state, screen), now);
}

/// Pictures rest while a call stands in their place, and over night.
void HallProgram::runSlides()
{
    const DisplayView &view = m_display.view();
    const bool wanted = view.layout == HallLayout::Media;
    if (wanted && !m_slides) {
        m_slides = std::make_unique<SlideShow>(SlideShow::Options{
            m_options.media, m_options.terminal.data + QStringLiteral("/slides.json")});
        connect(m_slides.get(), &SlideShow::faultsChanged, this, [this] {
            for (const SlideFault &fault : m_slides->faults())
                sayLine(QStringLiteral("media: %1: %2").arg(fault.file, fault.why));
        });
        m_display.setSlides(*m_slides);
    }
    if (m_slides)
        m_slides->setRunning(wanted && view.page == DisplayPage::Board);
}

QStringList HallProgram::staffNotes() const
{
    QStringList notes;
    if (m_voice && m_speaks)
        notes += DisplayWords::staffVoice(m_voice->health());
    if (m_markUnwritten)
        notes += DisplayWords::staffDisk();
    if (!m_unknownCounters.isEmpty())
        notes += DisplayWords::staffCounters(m_unknownCounters);
    if (m_slides && m_display.view().layout == HallLayout::Media) {
        QStringList files;
        for (const SlideFault &fault : m_slides->faults())
            files += fault.file;
        notes += DisplayWords::staffFiles(files);
        if (m_slides->isEmpty())
            notes += DisplayWords::staffNoPictures();
    }
    notes.removeAll(QString());
    return notes;
}

/// The same for the consoles, as codes: whoever can mend it seldom stands in the hall.
void HallProgram::tellStaff()
{
    QStringList troubles;
    if (m_voice && m_speaks && m_voice->health() == VoiceHealth::Silent)
        troubles += QStringLiteral("noSound");
    if (m_voice && m_speaks && m_voice->health() == VoiceHealth::ChimeOnly)
        troubles += QStringLiteral("noVoice");
    if (m_markUnwritten)
        troubles += QStringLiteral("spoken.unwritten");
    if (!m_unknownCounters.isEmpty())
        troubles += QStringLiteral("counters.unknown");
    if (m_slides && m_display.view().layout == HallLayout::Media) {
        if (!m_slides->faults().empty())
            troubles += QStringLiteral("media.broken");
        if (m_slides->isEmpty())
            troubles += QStringLiteral("media.none");
    }
    if (std::exchange(m_troubles, troubles) != troubles)
        m_runner.input(DevicesChanged{troubles});
}

void HallProgram::refresh()
{
    reportLink();
    const TerminalMachine &machine = m_runner.machine();
    const HallScreen wished = screen();
    DisplayStatus status;
    status.connected = machine.link() == LinkStatus::Up;
    status.heardAt = machine.mirror().asOf();
    status.isRestored = !status.connected && machine.mirror().position() == 0;
    status.voice = m_voice && m_speaks ? m_voice->health() : VoiceHealth::Speaking;
    status.phones = phonesLink(machine);
    m_display.setView(viewNow(status, wished));
    runSlides();
    m_display.setStaffNotes(staffNotes());
    followCalls(wished, status.connected);
    tellStaff();
}

} // namespace antre

// SPDX-License-Identifier: Apache-2.0
#include "voice/hallvoice.h"

#include "base/overloaded.h"
#include "voice/chime.h"

#include <QDateTime>
#include <QPointer>

#include <algorithm>
#include <cmath>

namespace antre {

static constexpr int hallSampleRate = 22050;
static constexpr double speechPeak = 0.9;
static constexpr Milliseconds afterChime{150};
static constexpr Milliseconds betweenSentences{600};
// Some devices drop what stands in their last buffer when the stream ends.
static constexpr Milliseconds tail{250};

/// One call on its way to becoming one sound.
struct HallVoice::Rendering
{
    SpeakCall speak;
    std::vector<SpokenLanguage> script; ///< of what is still to be heard
    std::vector<Sound> sentences = {};
    QString fault = {}; ///< why the rest stayed unsaid
};

VoiceManner mannerAt(const VoicePlan &plan, Minutes ofDay)
{
    return {plan.script(), plan.percentAt(ofDay), plan.quietAt(ofDay).has_value()};
}

double amplitudeOf(int percent)
{
    // Half as loud: 10 dB, a factor of the square root of 10. x halvings: that to the power of x.
    return std::pow(std::sqrt(10.0), std::log2(percent / 100.0));
}

/// All languages that are said at this haste.
static std::vector<SpokenLanguage> withHaste(const std::vector<SpokenLanguage> &script, Haste haste)
{
    if (haste == Haste::Unhurried || script.empty())
        return script;
    std::vector<SpokenLanguage> once;
    for (const SpokenLanguage language : script) {
        if (std::ranges::find(once, language) == once.end())
            once.push_back(language);
    }
    if (haste == Haste::Hurried)
        once.resize(1);
    return once;
}

HallVoice::HallVoice(const Clock &clock, Synthesiser &synthesiser, Speaker &speaker,
    VoiceManner manner, std::optional<CallMark> restored, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_synthesiser(synthesiser)
    , m_speaker(speaker)
    , m_manner(std::move(manner))
    , m_announcer(restored)
{
    perform(m_announcer.keepQuiet(m_manner.quiet, {}));
}

Instant HallVoice::serviceNow() const { return m_serviceAtZero + m_clock.elapsed(); }

void HallVoice::follow(const std::vector<Call> &calls, Instant serviceNow)
{
    m_serviceAtZero = serviceNow - m_clock.elapsed();
    perform(m_announcer.see(calls, serviceNow));
}

void HallVoice::setManner(VoiceManner manner)
{
    if (manner == m_manner)
        return;
    m_manner = std::move(manner);
    perform(m_announcer.keepQuiet(m_manner.quiet, serviceNow()));
}

void HallVoice::perform(const std::vector<AnnouncerAction> &actions)
{
    for (const AnnouncerAction &action : actions) {
        std::visit(
            Overloaded{[this](const SpeakCall &speak) {
                           Q_EMIT announcing(speak.call);
                           auto script = withHaste(m_manner.script, speak.haste);
                           const auto heard = std::min(script.size(), size_t(speak.heard));
                           script.erase(script.begin(), script.begin() + qsizetype(heard));
                           render(std::make_shared<Rendering>(Rendering{speak, std::move(script)}));
                       },
                [this](const StoreMark &store) { Q_EMIT markMoved(store.mark); }},
            action);
    }
}

void HallVoice::render(const std::shared_ptr<Rendering> &rendering)
{
    const size_t done = rendering->sentences.size();
    if (done == rendering->script.size() || !rendering->fault.isEmpty()) {
        play(*rendering);
        return;
    }
    const SpokenLanguage language = rendering->script[done];
    const Call &call = rendering->speak.call;
    m_synthesiser.say(callSentence(call.number, call.counter, language),
        spokenLanguageCode(language), [self = QPointer(this), rendering](Result<Sound> sound) {
            if (!self)
                return;
            if (sound)
                rendering->sentences.push_back(
                    normalised(resampled(*sound, hallSampleRate), speechPeak));
            else
                rendering->fault = sound.error().detail;
            self->render(rendering);
        });
}

void HallVoice::play(const Rendering &rendering)
{
    // Interrupted after its last sentence: the hall has heard all of it.
    if (rendering.speak.heard > 0 && rendering.script.empty()) {
        end();
        return;
    }
    Playback playback{announcementName(rendering.speak.call), chime(hallSampleRate)};
    Milliseconds pause = afterChime;
    for (const Sound &sentence : rendering.sentences) {
        if (&sentence != &rendering.sentences.front())
            playback.stations.push_back(playback.sound.duration() + betweenSentences / 2);
        append(playback.sound, silence(std::exchange(pause, betweenSentences), hallSampleRate));
        append(playback.sound, sentence);
    }
    append(playback.sound, silence(tail, hallSampleRate));
    playback.sound = scaled(std::move(playback.sound), amplitudeOf(m_manner.percent));
    playback.passed = [self = QPointer(this), before = rendering.speak.heard](size_t station) {
        if (self)
            self->perform(self->m_announcer.heard(before + int(station) + 1));
    };
    const bool words = !rendering.sentences.empty() || rendering.script.empty();
    m_speaker.play(
        playback, [self = QPointer(this), words, fault = rendering.fault](const Result<> &heard) {
            if (!self)
                return;
            if (!heard)
                self->finish(VoiceHealth::Silent, heard.error().detail);
            else
                self->finish(words ? VoiceHealth::Speaking : VoiceHealth::ChimeOnly, fault);
        });
}

void HallVoice::report(VoiceHealth health, const QString &detail)
{
    if (std::exchange(m_health, health) != health)
        Q_EMIT healthChanged(health, detail);
}

void HallVoice::finish(VoiceHealth health, const QString &detail)
{
    m_failedToPlay = health == VoiceHealth::Silent;
    report(health, detail);
    end();
}

void HallVoice::end()
{
    // Queued: synthesiser and speaker may answer at once, and a long backlog must not grow the
    // stack.
    QMetaObject::invokeMethod(
        this, [this] { perform(m_announcer.ended(serviceNow())); }, Qt::QueuedConnection);
}

void HallVoice::check()
{
    // A loudspeaker that is there and played nothing is well again when it plays, not before.
    if (!m_announcer.isSilent() || m_failedToPlay)
        return;
    if (const auto ready = m_speaker.ready(); !ready) {
        report(VoiceHealth::Silent, ready.error().detail);
        return;
    }
    if (m_manner.script.empty()) {
        report(VoiceHealth::Speaking, {});
        return;
    }
    const SpokenLanguage language = m_manner.script.front();
    m_synthesiser.say(cardinal(1, language), spokenLanguageCode(language),
        [self = QPointer(this)](const Result<Sound> &sound) {
            if (!self || !self->m_announcer.isSilent())
                return;
            if (sound)
                self->report(VoiceHealth::Speaking, {});
            else
                self->report(VoiceHealth::ChimeOnly, sound.error().detail);
        });
}

QString announcementName(const Call &call)
{
    const auto at = QDateTime::fromMSecsSinceEpoch(toMs(call.at), Qt::UTC);
    return at.toString(QStringLiteral("yyyyMMdd-HHmmsszzz")) + QLatin1Char('-')
        + call.number.text();
}

} // namespace antre

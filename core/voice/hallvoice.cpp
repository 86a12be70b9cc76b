// SPDX-License-Identifier: Apache-2.0
#include "voice/hallvoice.h"

#include "base/overloaded.h"
#include "voice/chime.h"

#include <QDateTime>
#include <QPointer>

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
    Call call;
    std::vector<Sound> sentences;
    QString fault; ///< why the rest stayed unsaid
};

HallVoice::HallVoice(const Clock &clock, Synthesiser &synthesiser, Speaker &speaker,
    std::vector<SpokenLanguage> script, std::optional<CallMark> restored, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_synthesiser(synthesiser)
    , m_speaker(speaker)
    , m_script(std::move(script))
    , m_announcer(restored)
{
}

Instant HallVoice::serviceNow() const { return m_serviceAtZero + m_clock.elapsed(); }

void HallVoice::follow(const std::vector<Call> &calls, Instant serviceNow)
{
    m_serviceAtZero = serviceNow - m_clock.elapsed();
    perform(m_announcer.see(calls, serviceNow));
}

void HallVoice::perform(const std::vector<AnnouncerAction> &actions)
{
    for (const AnnouncerAction &action : actions) {
        std::visit(
            Overloaded{[this](const SpeakCall &speak) {
                           Q_EMIT announcing(speak.call);
                           render(std::make_shared<Rendering>(Rendering{speak.call, {}, {}}));
                       },
                [this](const StoreMark &store) { Q_EMIT markMoved(store.mark); }},
            action);
    }
}

void HallVoice::render(const std::shared_ptr<Rendering> &rendering)
{
    const size_t done = rendering->sentences.size();
    if (done == m_script.size() || !rendering->fault.isEmpty()) {
        play(*rendering);
        return;
    }
    const SpokenLanguage language = m_script[done];
    m_synthesiser.say(callSentence(rendering->call.number, rendering->call.counter, language),
        language, [self = QPointer(this), rendering](Result<Sound> sound) {
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
    Sound all = chime(hallSampleRate);
    Milliseconds pause = afterChime;
    for (const Sound &sentence : rendering.sentences) {
        append(all, silence(std::exchange(pause, betweenSentences), hallSampleRate));
        append(all, sentence);
    }
    append(all, silence(tail, hallSampleRate));
    const bool words = !rendering.sentences.empty() || m_script.empty();
    m_speaker.play(announcementName(rendering.call), all,
        [self = QPointer(this), words, fault = rendering.fault](const Result<> &heard) {
            if (!self)
                return;
            if (!heard)
                self->finish(VoiceHealth::Silent, heard.error().detail);
            else
                self->finish(words ? VoiceHealth::Speaking : VoiceHealth::ChimeOnly, fault);
        });
}

void HallVoice::finish(VoiceHealth health, const QString &detail)
{
    if (std::exchange(m_health, health) != health)
        Q_EMIT healthChanged(health, detail);
    // Queued: synthesiser and speaker may answer at once, and a long backlog must not grow the
    // stack.
    QMetaObject::invokeMethod(
        this, [this] { perform(m_announcer.ended(serviceNow())); }, Qt::QueuedConnection);
}

QString announcementName(const Call &call)
{
    const auto at = QDateTime::fromMSecsSinceEpoch(toMs(call.at), Qt::UTC);
    return at.toString(QStringLiteral("yyyyMMdd-HHmmsszzz")) + QLatin1Char('-')
        + call.number.text();
}

} // namespace antre

// SPDX-License-Identifier: Apache-2.0
#include "voice/audiospeaker.h"

#include "voice/mediabackend.h"

// QMediaDevices does not compile in C++20 unless QAudioDevice is already known.
#include <QAudioDevice>
#include <QAudioFormat>
#include <QAudioSink>
#include <QBuffer>
#include <QMediaDevices>
#include <QTimer>

namespace antre {

/// One sound on its way to one device.
class AudioSpeaker::Run
{
public:
    Run(const QAudioDevice &device, const QAudioFormat &format, const Playback &playback, Done done)
        : m_done(std::move(done))
        , m_sink(device, format)
    {
        m_buffer.setData(playback.sound.samples);
        m_buffer.open(QIODevice::ReadOnly);
        QObject::connect(&m_sink, &QAudioSink::stateChanged, &m_context,
            [this](QAudio::State state) { follow(state); });
        // A device that was taken away may leave the sink waiting for ever.
        constexpr Milliseconds grace{5000};
        m_limit.setSingleShot(true);
        QObject::connect(&m_limit, &QTimer::timeout, &m_context, [this] {
            end(failure(
                ErrorCode::Unavailable, QStringLiteral("the audio output does not play on")));
        });
        m_limit.start(playback.sound.duration() + grace);
        m_sink.start(&m_buffer);
        for (size_t i = 0; i < playback.stations.size(); ++i)
            QTimer::singleShot(
                playback.stations[i], &m_context, [this, i, passed = playback.passed] {
                    if (m_done && passed)
                        passed(i);
                });
    }

private:
    void follow(QAudio::State state)
    {
        if (state == QAudio::IdleState && m_buffer.atEnd())
            end({});
        else if (state == QAudio::StoppedState && m_sink.error() != QAudio::NoError)
            end(failure(ErrorCode::Unavailable,
                QStringLiteral("audio output error %1").arg(int(m_sink.error()))));
    }

    /// Deferred, since `done` may start the next sound, and this one's sink is still on the call
    /// stack.
    void end(const Result<> &result)
    {
        if (!m_done)
            return;
        QMetaObject::invokeMethod(
            &m_context, [done = std::exchange(m_done, {}), result] { done(result); },
            Qt::QueuedConnection);
    }

    QBuffer m_buffer;
    QTimer m_limit;
    Done m_done;
    QAudioSink m_sink;
    QObject m_context; ///< last, so that its end silences all signals before anything else goes
};

AudioSpeaker::AudioSpeaker() { chooseMediaBackend(); }
AudioSpeaker::~AudioSpeaker() = default;

/// What one channel of 16 bits needs.
static QAudioFormat formatOf(int sampleRate)
{
    QAudioFormat format;
    format.setSampleRate(sampleRate);
    format.setChannelCount(1);
    format.setSampleFormat(QAudioFormat::Int16);
    return format;
}

static Result<QAudioDevice> deviceFor(const QAudioFormat &format)
{
    const QAudioDevice device = QMediaDevices::defaultAudioOutput();
    if (device.isNull())
        return failure(ErrorCode::Unavailable, QStringLiteral("this machine has no audio output"));
    if (!device.isFormatSupported(format))
        return failure(ErrorCode::Unavailable,
            QStringLiteral("%1 can't play %2 Hz, 16 bits")
                .arg(device.description())
                .arg(format.sampleRate()));
    return device;
}

Result<> AudioSpeaker::ready() const
{
    return deviceFor(formatOf(Sound().sampleRate)).map([](const QAudioDevice &) {});
}

void AudioSpeaker::stop() { m_run.reset(); }

void AudioSpeaker::play(const Playback &playback, Done done)
{
    const QAudioFormat format = formatOf(playback.sound.sampleRate);
    const auto device = deviceFor(format);
    if (!device) {
        done(tl::unexpected(device.error()));
        return;
    }
    m_run = std::make_unique<Run>(*device, format, playback, std::move(done));
}

} // namespace antre

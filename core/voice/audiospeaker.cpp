// SPDX-License-Identifier: Apache-2.0
#include "voice/audiospeaker.h"

// QMediaDevices does not compile in C++20 unless QAudioDevice is already known.
#include <QAudioDevice>
#include <QAudioFormat>
#include <QAudioSink>
#include <QBuffer>
#include <QMediaDevices>
#include <QTimer>

namespace antre {

/// One sound on its way to one device.
class AudioSpeaker::Playback
{
public:
    Playback(const QAudioDevice &device, const QAudioFormat &format, const Sound &sound, Done done)
        : m_done(std::move(done))
        , m_sink(device, format)
    {
        m_buffer.setData(sound.samples);
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
        m_limit.start(sound.duration() + grace);
        m_sink.start(&m_buffer);
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

AudioSpeaker::AudioSpeaker() = default;
AudioSpeaker::~AudioSpeaker() = default;

void AudioSpeaker::play(const QString &, const Sound &sound, Done done)
{
    const QAudioDevice device = QMediaDevices::defaultAudioOutput();
    if (device.isNull()) {
        done(failure(ErrorCode::Unavailable, QStringLiteral("this machine has no audio output")));
        return;
    }
    QAudioFormat format;
    format.setSampleRate(sound.sampleRate);
    format.setChannelCount(1);
    format.setSampleFormat(QAudioFormat::Int16);
    if (!device.isFormatSupported(format)) {
        done(failure(ErrorCode::Unavailable,
            QStringLiteral("%1 can't play %2 Hz, 16 bits")
                .arg(device.description())
                .arg(sound.sampleRate)));
        return;
    }
    m_playback = std::make_unique<Playback>(device, format, sound, std::move(done));
}

} // namespace antre

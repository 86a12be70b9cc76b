// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/instant.h"

#include <QElapsedTimer>
#include <QImage>
#include <QMediaPlayer>
#include <QTimer>
#include <QVideoSink>

namespace antre {

/// Plays one film at a time without sound and gives its frames as pictures. Each play() ends in one
/// ended() or failed(), unless stop() comes first. Interface thread.
class SilentFilm : public QObject
{
    Q_OBJECT

public:
    explicit SilentFilm(QObject *parent = nullptr);
    void play(const QString &path);
    void stop();
    void setPaused(bool paused);
    /// Also when paused: neither ended nor failed yet.
    [[nodiscard]] bool isUnderWay() const { return m_plays; }

Q_SIGNALS:
    void frame(const QImage &picture);
    void ended();
    /// For the log.
    void failed(const QString &why);

private:
    void follow(QMediaPlayer::MediaStatus status);
    void take(const QVideoFrame &frame);
    void fail(const QString &why);

    QMediaPlayer m_player; ///< without an audio output: nothing is decoded for the ears
    QVideoSink m_sink;
    QTimer m_stalled; ///< runs out when no frame comes
    QElapsedTimer m_sinceFrame;
    bool m_plays = false;
    int m_frames = 0;
    qint64 m_convertedNs = 0; ///< spent so far in turning frames into pictures
};

} // namespace antre

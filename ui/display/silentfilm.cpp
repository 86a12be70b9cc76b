// SPDX-License-Identifier: Apache-2.0
#include "display/silentfilm.h"

#include "voice/mediabackend.h"

#include <QUrl>
#include <QVideoFrame>

namespace antre {

static constexpr Milliseconds firstFrameWithin{10'000};
// 25 frames a second are enough for a loop in a hall, and half the work of 50.
static constexpr qint64 frameEveryMs = 36;
// On average over a second; more would keep the chime and the clock waiting.
static constexpr qint64 convertMsMax = 20;
static constexpr int framesToJudge = 25;

/// For the members' sake before them.
static QObject *afterChoosingBackend(QObject *parent)
{
    chooseMediaBackend();
    return parent;
}

SilentFilm::SilentFilm(QObject *parent)
    : QObject(afterChoosingBackend(parent))
{
    m_player.setVideoSink(&m_sink);
    m_stalled.setSingleShot(true);
    m_stalled.setInterval(firstFrameWithin);
    connect(&m_stalled, &QTimer::timeout, this,
        [this] { fail(QStringLiteral("no picture came for ten seconds")); });
    connect(&m_sink, &QVideoSink::videoFrameChanged, this, &SilentFilm::take);
    connect(&m_player, &QMediaPlayer::mediaStatusChanged, this, &SilentFilm::follow);
    connect(&m_player, &QMediaPlayer::errorOccurred, this,
        [this](QMediaPlayer::Error, const QString &why) { fail(why); });
}

void SilentFilm::play(const QString &path)
{
    m_plays = true;
    m_frames = 0;
    m_convertedNs = 0;
    m_sinceFrame.invalidate();
    m_stalled.start();
    m_player.setSource(QUrl::fromLocalFile(path));
    m_player.play();
}

void SilentFilm::stop()
{
    m_plays = false;
    m_stalled.stop();
    m_player.stop();
    m_player.setSource(QUrl());
}

void SilentFilm::setPaused(bool paused)
{
    if (!m_plays)
        return;
    if (paused) {
        m_stalled.stop();
        m_player.pause();
    } else {
        m_stalled.start();
        m_player.play();
    }
}

void SilentFilm::follow(QMediaPlayer::MediaStatus status)
{
    if (!m_plays)
        return;
    if (status == QMediaPlayer::InvalidMedia) {
        fail(QStringLiteral("it is no film that can be read"));
    } else if (status == QMediaPlayer::EndOfMedia) {
        if (m_frames == 0) {
            fail(QStringLiteral("it has no pictures"));
            return;
        }
        m_plays = false;
        m_stalled.stop();
        Q_EMIT ended();
    }
}

void SilentFilm::take(const QVideoFrame &any)
{
    if (!m_plays || !any.isValid())
        return;
    m_stalled.start();
    if (m_sinceFrame.isValid() && m_sinceFrame.elapsed() < frameEveryMs)
        return;
    m_sinceFrame.start();
    const QImage picture = any.toImage();
    m_convertedNs += m_sinceFrame.nsecsElapsed();
    if (picture.isNull()) {
        fail(QStringLiteral("its pictures have a form that can't be shown"));
        return;
    }
    ++m_frames;
    if (m_frames % framesToJudge == 0) {
        const qint64 ms = std::exchange(m_convertedNs, 0) / framesToJudge / 1'000'000;
        if (ms > convertMsMax) {
            fail(QStringLiteral("%1 x %2 pixels take %3 ms a picture: too much for this machine")
                     .arg(picture.width())
                     .arg(picture.height())
                     .arg(ms));
            return;
        }
    }
    Q_EMIT frame(picture);
}

/// Deferred, since the player is on the call stack.
void SilentFilm::fail(const QString &why)
{
    if (!std::exchange(m_plays, false))
        return;
    m_stalled.stop();
    QMetaObject::invokeMethod(
        this,
        [this, why] {
            stop();
            Q_EMIT failed(why);
        },
        Qt::QueuedConnection);
}

} // namespace antre

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scan/qrreader.h"

#include <QObject>
#include <QThread>

#include <functional>
#include <mutex>

namespace antre {

/// Reads codes from a stream of pictures in a thread of its own. A camera is faster than a thorough
/// look: only the newest picture waits, what it saw before is worth nothing any more. So offering
/// never blocks, and memory holds two pictures however long a look takes.
class FrameReader : public QObject
{
    Q_OBJECT

public:
    /// How to get the picture; called in the reader's thread, so that unpacking a camera's frame
    /// costs the caller nothing.
    using Frame = std::function<QImage()>;

    explicit FrameReader(std::unique_ptr<QrReader> reader, QObject *parent = nullptr);
    /// Waits for the look under way.
    ~FrameReader() override;

    /// Any thread; returns at once.
    void offer(Frame frame);

Q_SIGNALS:
    /// In the thread of whoever listens. A code that stays before the camera is found many times.
    void found(const QString &text);
    /// A picture was looked at, code or not.
    void looked();

private:
    void lookAtNewest();

    std::unique_ptr<QrReader> m_reader; ///< the thread's own
    std::mutex m_mutex;
    Frame m_newest; ///< guarded
    bool m_isCalled = false; ///< guarded: the thread knows that there is something to look at
    QThread m_thread;
    QObject m_worker; ///< lives in m_thread
};

} // namespace antre

// SPDX-License-Identifier: Apache-2.0
#include "scan/framereader.h"

#include <utility>

namespace antre {

FrameReader::FrameReader(std::unique_ptr<QrReader> reader, QObject *parent)
    : QObject(parent)
    , m_reader(std::move(reader))
{
    m_thread.setObjectName(QStringLiteral("codes"));
    m_worker.moveToThread(&m_thread);
    // Whoever touches comes first, also on a single core.
    m_thread.start(QThread::LowPriority);
}

FrameReader::~FrameReader()
{
    m_thread.quit();
    m_thread.wait();
}

void FrameReader::offer(Frame frame)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_newest = std::move(frame);
        if (std::exchange(m_isCalled, true))
            return;
    }
    QMetaObject::invokeMethod(
        &m_worker, [this] { lookAtNewest(); }, Qt::QueuedConnection);
}

void FrameReader::lookAtNewest()
{
    Frame frame;
    {
        const std::scoped_lock lock(m_mutex);
        m_isCalled = false;
        frame = std::exchange(m_newest, nullptr);
    }
    if (!frame)
        return;
    if (const auto text = m_reader->read(frame()))
        Q_EMIT found(*text);
    Q_EMIT looked();
}

} // namespace antre

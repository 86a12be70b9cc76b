// SPDX-License-Identifier: Apache-2.0
#include "scan/camera.h"

#include <QCamera>
#include <QCameraDevice>
#include <QMediaCaptureSession>
#include <QMediaDevices>
#include <QVideoFrame>
#include <QVideoSink>

#include <algorithm>

namespace antre {

CodeCamera::CodeCamera(QObject *parent)
    : QObject(parent)
    , m_devices(std::make_unique<QMediaDevices>())
    , m_reader(
          std::make_unique<FrameReader>(std::make_unique<QZXingReader>(QZXingReader::Pace::Stream)))
{
    connect(m_reader.get(), &FrameReader::found, this, [this](const QString &text) {
        // What was looked at when the visitor left is nobody's code any more.
        if (isOn())
            Q_EMIT found(text);
    });
    connect(m_devices.get(), &QMediaDevices::videoInputsChanged, this, [this] {
        close();
        if (m_wanted)
            open();
        Q_EMIT changed();
    });
}

CodeCamera::~CodeCamera()
{
    close();
    m_reader.reset();
}

bool CodeCamera::isThere() const { return !QMediaDevices::videoInputs().isEmpty(); }

void CodeCamera::turnOn()
{
    m_wanted = true;
    if (!m_camera)
        open();
}

void CodeCamera::turnOff()
{
    m_wanted = false;
    close();
}

/// Large enough that a slip's code at arm's length has three dots a module, and no larger: every
/// dot more is looked at many times a second.
static QCameraFormat formatFor(const QCameraDevice &device)
{
    const auto formats = device.videoFormats();
    const auto badness = [](const QCameraFormat &format) {
        const int width = format.resolution().width();
        const int off = width < 1280 ? 2 * (1280 - width) : width - 1280;
        return off + (format.maxFrameRate() < 15 ? 5000 : 0);
    };
    const auto best = std::ranges::min_element(formats, {}, badness);
    return best == formats.end() ? QCameraFormat() : *best;
}

void CodeCamera::open()
{
    const auto inputs = QMediaDevices::videoInputs();
    if (inputs.isEmpty())
        return;
    const QCameraDevice device = QMediaDevices::defaultVideoInput().isNull()
        ? inputs.constFirst()
        : QMediaDevices::defaultVideoInput();
    m_camera = std::make_unique<QCamera>(device);
    if (const auto format = formatFor(device); !format.isNull())
        m_camera->setCameraFormat(format);
    m_session = std::make_unique<QMediaCaptureSession>();
    m_sink = std::make_unique<QVideoSink>();
    m_session->setCamera(m_camera.get());
    m_session->setVideoSink(m_sink.get());
    connect(m_sink.get(), &QVideoSink::videoFrameChanged, this, &CodeCamera::take);
    connect(m_camera.get(), &QCamera::errorOccurred, this,
        [](QCamera::Error, const QString &what) { qWarning("camera: %s", qPrintable(what)); });
    m_camera->start();
}

void CodeCamera::close()
{
    if (m_camera)
        m_camera->stop();
    m_session.reset();
    m_sink.reset();
    m_camera.reset();
}

void CodeCamera::take(const QVideoFrame &frame)
{
    if (!frame.isValid())
        return;
    // Unpacking and shrinking take milliseconds that the screen doesn't have. The reader ends
    // before this does, so it may speak for us from its thread.
    m_reader->offer([this, frame] {
        const QImage picture = frame.toImage();
        if (!picture.isNull())
            Q_EMIT seen(picture.scaledToWidth(previewWidth).mirrored(true, false));
        return picture;
    });
}

} // namespace antre

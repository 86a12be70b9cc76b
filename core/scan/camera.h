// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scan/framereader.h"

class QCamera;
class QMediaCaptureSession;
class QMediaDevices;
class QVideoFrame;
class QVideoSink;

namespace antre {

/// The kiosk's camera, on only while somebody scans: its pictures go to a FrameReader, and small
/// mirrored ones to the screen, so that people see where they hold their code. A camera that is
/// plugged in or pulled out is noticed. Interface thread; decoding is not.
class CodeCamera : public QObject
{
    Q_OBJECT

public:
    /// As wide as the pictures for the screen are.
    static constexpr int previewWidth = 480;

    explicit CodeCamera(QObject *parent = nullptr);
    ~CodeCamera() override;

    [[nodiscard]] bool isThere() const;
    [[nodiscard]] bool isOn() const { return m_camera != nullptr; }
    /// Nothing happens while there is no camera; it begins when one is plugged in.
    void turnOn();
    void turnOff();

Q_SIGNALS:
    void found(const QString &text);
    /// What the camera sees, as a mirror shows it: each picture that is looked at. Told by the
    /// reader's thread, heard in the listener's.
    void seen(const QImage &picture);
    /// isThere() may be another.
    void changed();

private:
    void open();
    void close();
    void take(const QVideoFrame &frame);

    std::unique_ptr<QMediaDevices> m_devices;
    std::unique_ptr<FrameReader> m_reader;
    std::unique_ptr<QCamera> m_camera;
    std::unique_ptr<QMediaCaptureSession> m_session;
    std::unique_ptr<QVideoSink> m_sink;
    bool m_wanted = false;
};

} // namespace antre

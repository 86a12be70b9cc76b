// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

#include <memory>

namespace antre {

/// A code reader at a serial line or one that speaks as such over USB (/dev/ttyACM0): 8 bits, no
/// parity, one code a line. A device that is pulled out is opened again when it is back; nothing
/// here waits. Interface thread.
class SerialReader : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds reopenEvery{2000};

    /// `baud`: one of termios' speeds, such as 9600; a USB device has none and takes any.
    explicit SerialReader(QString device, int baud = 9600, QObject *parent = nullptr);
    ~SerialReader() override;

    /// Whether the device is there now.
    [[nodiscard]] bool isThere() const { return m_descriptor >= 0; }

Q_SIGNALS:
    void found(const QString &text);
    /// isThere() is another.
    void changed();

private:
    void open();
    void close();
    void readSome();

    QString m_device;
    int m_baud;
    int m_descriptor = -1;
    std::unique_ptr<QSocketNotifier> m_notifier;
    QByteArray m_line;
    QTimer m_again;
};

} // namespace antre

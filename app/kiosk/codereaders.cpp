// SPDX-License-Identifier: Apache-2.0
#include "kiosk/codereaders.h"

namespace antre {

Result<ReaderOptions> ReaderOptions::fromText(const QString &serial)
{
    ReaderOptions options;
    if (serial.isEmpty())
        return options;
    options.serial = serial.section(QLatin1Char(','), 0, 0);
    const QString baud = serial.section(QLatin1Char(','), 1);
    if (!baud.isEmpty())
        options.baud = baud.toInt();
    static constexpr int speeds[] = {9600, 19200, 38400, 57600, 115200};
    const bool isKnown = std::ranges::find(speeds, options.baud) != std::end(speeds);
    if (!options.serial.startsWith(QLatin1Char('/')) || !isKnown)
        return failure(ErrorCode::Invalid,
            QStringLiteral("a serial reader is DEVICE or DEVICE,BAUD, such as /dev/ttyACM0,9600, "
                           "not \"%1\"")
                .arg(serial));
    return options;
}

CodeReaders::CodeReaders(const ReaderOptions &options, QWidget &window, const Clock &clock)
    : m_options(options)
    , m_wedge(window, clock)
{
    connect(&m_wedge, &WedgeFilter::found, this, &CodeReaders::found);
    if (!options.serial.isEmpty()) {
        m_serial = std::make_unique<SerialReader>(options.serial, options.baud);
        connect(m_serial.get(), &SerialReader::found, this, &CodeReaders::found);
        connect(m_serial.get(), &SerialReader::changed, this, &CodeReaders::changed);
    }
    if (options.camera) {
        m_camera = std::make_unique<CodeCamera>();
        connect(m_camera.get(), &CodeCamera::found, this, &CodeReaders::found);
        connect(m_camera.get(), &CodeCamera::seen, this, &CodeReaders::seen);
        connect(m_camera.get(), &CodeCamera::changed, this, &CodeReaders::changed);
    }
}

ScanWays CodeReaders::ways() const
{
    return {.camera = m_camera && m_camera->isThere(),
        .reader = m_options.keyboard || (m_serial && m_serial->isThere())};
}

void CodeReaders::turnCamera(bool on)
{
    if (m_camera)
        on ? m_camera->turnOn() : m_camera->turnOff();
}

} // namespace antre

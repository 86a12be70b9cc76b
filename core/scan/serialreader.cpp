// SPDX-License-Identifier: Apache-2.0
#include "scan/serialreader.h"

#include "scan/wedge.h"

#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <termios.h>
#include <unistd.h>
#include <utility>

namespace antre {

static speed_t speedOf(int baud)
{
    switch (baud) {
    case 19200:
        return B19200;
    case 38400:
        return B38400;
    case 57600:
        return B57600;
    case 115200:
        return B115200;
    default:
        return B9600;
    }
}

/// Bytes as they come: the line must neither echo nor wait for an end of its own.
static bool setUp(int descriptor, int baud)
{
    termios line{};
    if (tcgetattr(descriptor, &line) != 0)
        return false;
    cfmakeraw(&line);
    line.c_cflag |= CLOCAL | CREAD;
    line.c_cc[VMIN] = 0;
    line.c_cc[VTIME] = 0;
    cfsetispeed(&line, speedOf(baud));
    cfsetospeed(&line, speedOf(baud));
    return tcsetattr(descriptor, TCSANOW, &line) == 0;
}

SerialReader::SerialReader(QString device, int baud, QObject *parent)
    : QObject(parent)
    , m_device(std::move(device))
    , m_baud(baud)
{
    connect(&m_again, &QTimer::timeout, this, &SerialReader::open);
    m_again.setInterval(reopenEvery);
    open();
}

SerialReader::~SerialReader()
{
    m_notifier.reset();
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

void SerialReader::open()
{
    const QByteArray path = QFile::encodeName(m_device);
    m_descriptor = ::open(path.constData(), O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
    if (m_descriptor < 0 || !setUp(m_descriptor, m_baud)) {
        if (m_descriptor >= 0)
            ::close(std::exchange(m_descriptor, -1));
        m_again.start();
        return;
    }
    m_again.stop();
    m_line.clear();
    m_notifier = std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &SerialReader::readSome);
    Q_EMIT changed();
}

void SerialReader::close()
{
    m_notifier->setEnabled(false);
    m_notifier.release()->deleteLater(); // we may be in its signal
    ::close(std::exchange(m_descriptor, -1));
    m_again.start();
    Q_EMIT changed();
}

void SerialReader::readSome()
{
    char bytes[256];
    const ssize_t size = ::read(m_descriptor, bytes, sizeof bytes);
    if (size < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    // A device that is gone reads as an end or as an error, for ever.
    if (size <= 0)
        return close();
    for (ssize_t i = 0; i < size; ++i) {
        if (bytes[i] != '\r' && bytes[i] != '\n') {
            // Noise on the line has no end; what is longer than a code is dropped with its line.
            if (m_line.size() <= Wedge::lengthMax)
                m_line.append(bytes[i]);
            continue;
        }
        const QByteArray line = std::exchange(m_line, {});
        if (!line.isEmpty() && line.size() <= Wedge::lengthMax)
            Q_EMIT found(QString::fromUtf8(line));
    }
}

} // namespace antre

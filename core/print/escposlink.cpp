// SPDX-License-Identifier: Apache-2.0
#include "print/escposlink.h"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

namespace antre {

static bool isDevice(int descriptor)
{
    struct stat about = {};
    return fstat(descriptor, &about) == 0 && S_ISCHR(about.st_mode);
}

static bool onlyForNow(int error) { return error == EAGAIN || error == EINTR; }

DescriptorLink::DescriptorLink(int descriptor)
    : m_descriptor(descriptor)
    , m_isDevice(isDevice(descriptor))
{
    fcntl(m_descriptor, F_SETFL, fcntl(m_descriptor, F_GETFL) | O_NONBLOCK);
}

DescriptorLink::~DescriptorLink() { close(m_descriptor); }

qsizetype DescriptorLink::write(const char *bytes, qsizetype count)
{
    const ssize_t taken = ::write(m_descriptor, bytes, size_t(count));
    return taken < 0 && onlyForNow(errno) ? 0 : taken;
}

std::optional<QByteArray> DescriptorLink::read()
{
    std::array<char, 256> buffer{};
    const ssize_t count = ::read(m_descriptor, buffer.data(), buffer.size());
    if (count > 0)
        return QByteArray(buffer.data(), count);
    if (count == 0 ? m_isDevice : onlyForNow(errno))
        return QByteArray();
    return {};
}

void DescriptorLink::wait(bool orWrite, Milliseconds limit)
{
    const int events = orWrite ? POLLIN | POLLOUT : POLLIN;
    pollfd entry{m_descriptor, short(events), 0};
    poll(&entry, 1, int(std::max(Milliseconds(0), limit).count()));
}

} // namespace antre

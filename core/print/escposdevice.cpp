// SPDX-License-Identifier: Apache-2.0
#include "print/escposdevice.h"

#include <QCryptographicHash>
#include <QFile>
#include <QUrl>
#include <QUrlQuery>

#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace antre {

namespace {

/// The limit that an option of this name sets.
Milliseconds *limitNamed(EscposDevice &device, const QString &name)
{
    const std::array<std::pair<const char *, Milliseconds *>, 6> limits{{
        {"connect", &device.connect},
        {"answer", &device.limits.answer},
        {"stall", &device.limits.stall},
        {"confirm", &device.limits.confirm},
        {"ask", &device.limits.ask},
        {"holds", &device.limits.faultHolds},
    }};
    for (const auto &[known, limit] : limits)
        if (name == QLatin1String(known))
            return limit;
    return nullptr;
}

Result<> takeOption(EscposDevice &device, const QString &name, const QString &value)
{
    if (name == QLatin1String("profile"))
        return printerModel(value).map([&](const PrinterModel &model) { device.model = model; });
    if (name == QLatin1String("receipt")
        && (value == QLatin1String("id") || value == QLatin1String("status"))) {
        device.model.receipt
            = value == QLatin1String("id") ? ReceiptKind::ProcessId : ReceiptKind::Status;
        device.model.clearsBuffer = device.model.receipt == ReceiptKind::ProcessId;
        return {};
    }
    Milliseconds *limit = limitNamed(device, name);
    const int ms = value.toInt();
    if (!limit || ms < 1 || ms > 60'000)
        return failure(ErrorCode::Invalid,
            QStringLiteral("the device's option %1=%2 is unknown or out of range")
                .arg(name, value));
    *limit = Milliseconds(ms);
    return {};
}

/// An attempt that takes longer than `limit` is given up; -1: not connected.
int connectTo(const addrinfo &address, Milliseconds limit)
{
    const int link
        = socket(address.ai_family, address.ai_socktype | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (link < 0)
        return -1;
    // A question must not wait until the piece before it is acknowledged, which takes 40 ms or
    // more.
    const int on = 1;
    setsockopt(link, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    connect(link, address.ai_addr, address.ai_addrlen);
    pollfd entry{link, POLLOUT, 0};
    int error = 1;
    socklen_t size = sizeof error;
    if (poll(&entry, 1, int(limit.count())) > 0
        && getsockopt(link, SOL_SOCKET, SO_ERROR, &error, &size) == 0 && error == 0)
        return link;
    close(link);
    return -1;
}

int connectTo(const QString &host, quint16 port, Milliseconds limit)
{
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    addrinfo *found = nullptr;
    if (getaddrinfo(host.toUtf8().constData(), QByteArray::number(port).constData(), &hints, &found)
        != 0)
        return -1;
    int link = -1;
    for (const addrinfo *address = found; address && link < 0; address = address->ai_next)
        link = connectTo(*address, limit);
    freeaddrinfo(found);
    return link;
}

} // namespace

Result<EscposDevice> EscposDevice::fromUri(const QString &text)
{
    const QUrl uri(text);
    EscposDevice device;
    device.host = uri.host();
    device.port = quint16(uri.port(9100));
    device.path = device.host.isEmpty() ? uri.path() : QString();
    if (uri.scheme() != QLatin1String("escpos")
        || (device.host.isEmpty() && device.path.size() < 2))
        return failure(ErrorCode::Invalid,
            QStringLiteral(
                "a printer's address is escpos://HOST:PORT/ or escpos:/dev/usb/lp0, not %1")
                .arg(text));
    const auto generic = printerModel(QStringLiteral("generic"));
    if (!generic)
        return tl::unexpected(generic.error());
    device.model = *generic;
    const auto options = QUrlQuery(uri).queryItems();
    // The profile first: other options change it.
    for (const bool profile : {true, false})
        for (const auto &[name, value] : options)
            if ((name == QLatin1String("profile")) == profile)
                if (const auto taken = takeOption(device, name, value); !taken)
                    return tl::unexpected(taken.error());
    return device;
}

std::unique_ptr<EscposLink> EscposDevice::open() const
{
    const int descriptor = host.isEmpty()
        ? ::open(QFile::encodeName(path).constData(), O_RDWR | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
        : connectTo(host, port, connect);
    return descriptor < 0 ? nullptr : std::make_unique<DescriptorLink>(descriptor);
}

PrinterMemoryFile::PrinterMemoryFile(const QString &folder, const EscposDevice &device)
{
    if (folder.isEmpty())
        return;
    const QString place
        = device.host + QLatin1Char(':') + QString::number(device.port) + device.path;
    const QByteArray name
        = QCryptographicHash::hash(place.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    m_path = folder + QStringLiteral("/antre-printer-") + QString::fromLatin1(name);
}

/// The file: the words "mute" and "unsettled", each if it is so.
PrinterMemory PrinterMemoryFile::read() const
{
    QFile file(m_path);
    if (m_path.isEmpty() || !file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray words = file.read(64);
    return {words.contains("mute"), words.contains("unsettled")};
}

void PrinterMemoryFile::write(const PrinterMemory &memory) const
{
    if (m_path.isEmpty())
        return;
    QFile file(m_path);
    const QByteArray words
        = QByteArray(memory.mute ? "mute\n" : "") + (memory.unsettled ? "unsettled\n" : "");
    if (!file.open(QIODevice::WriteOnly) || file.write(words) != words.size())
        qWarning("can't remember in %s: %s", qPrintable(m_path), qPrintable(file.errorString()));
}

SessionEnd printOn(const EscposDevice &device, EscposJob job, qint64 expires,
    const PrinterMemoryFile &memory, const Clock &clock)
{
    if (expires != 0 && toMs(clock.wall()) / 1000 > expires)
        return SessionEnd::TooLate;
    const auto link = device.open();
    if (!link)
        return SessionEnd::Unreachable;
    job.onMemory = [&memory](const PrinterMemory &now) { memory.write(now); };
    return printEscpos(*link, job, device.model, device.limits, clock, memory.read());
}

std::array<PrinterReason, 5> reasonsOf(const EscposStatus &status)
{
    const bool named = status.paperOut || status.coverOpen || status.fault;
    return {{
        {"media-empty-error", status.paperOut},
        {"cover-open-error", status.coverOpen},
        {"other-error", status.fault},
        {"offline-error", status.offline && !named},
        {"media-low-warning", status.paperLow && !status.paperOut},
    }};
}

std::array<PrinterReason, 2> reasonsOf(SessionEnd end)
{
    return {{
        {"offline-error",
            end == SessionEnd::Unreachable || end == SessionEnd::LinkLost
                || end == SessionEnd::OfflineBefore},
        {"timed-out-error", end == SessionEnd::NoEnd || end == SessionEnd::SilentBefore},
    }};
}

} // namespace antre

// SPDX-License-Identifier: Apache-2.0
// The CUPS back-end `escpos`: prints on a receipt printer and says what became of it. See
// backend(7).
//
//     escpos://HOST:PORT/?receipt=id    a network printer; receipt=id for Epson's models, else by
//     status escpos:/dev/usb/lp0               a USB printer, readable both ways
//
// Beyond printing it reports media-empty-error, cover-open-error, offline-error and
// media-low-warning as printer-state-reasons, drops jobs whose attribute antre-expires (seconds
// since 1970) has passed, and ends with one sentence of sessionEndWords(), and one sheet counted if
// the printer confirmed it. It never asks CUPS to try again: once a byte is out, a second try would
// be a second slip.
#include "base/clock.h"
#include "print/escpossession.h"

#include <cups/backend.h>

#include <QFile>
#include <QUrl>
#include <QUrlQuery>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace antre;

namespace {

/// A reason stays in the queue until it is taken away; so each is said anew at every status.
void sayReason(bool holds, const char *reason)
{
    std::fprintf(stderr, "STATE: %c%s\n", holds ? '+' : '-', reason);
}

void sayStatus(const EscposStatus &status)
{
    sayReason(status.paperOut, "media-empty-error");
    sayReason(status.coverOpen, "cover-open-error");
    sayReason(status.offline && !status.paperOut && !status.coverOpen, "offline-error");
    sayReason(status.paperLow, "media-low-warning");
}

/// An attempt that takes longer than `limit` is given up; -1: not connected.
int connectTo(const QUrl &uri, Milliseconds limit)
{
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    addrinfo *found = nullptr;
    const QByteArray host = uri.host().toUtf8();
    const QByteArray port = QByteArray::number(uri.port(9100));
    if (getaddrinfo(host.constData(), port.constData(), &hints, &found) != 0)
        return -1;
    int link = -1;
    for (const addrinfo *address = found; address && link < 0; address = address->ai_next) {
        link = socket(address->ai_family, address->ai_socktype | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
        if (link < 0)
            continue;
        connect(link, address->ai_addr, address->ai_addrlen);
        pollfd entry{link, POLLOUT, 0};
        int error = 1;
        socklen_t size = sizeof error;
        if (poll(&entry, 1, int(limit.count())) <= 0
            || getsockopt(link, SOL_SOCKET, SO_ERROR, &error, &size) != 0 || error != 0) {
            close(link);
            link = -1;
        }
    }
    freeaddrinfo(found);
    return link;
}

int openLink(const QUrl &uri)
{
    if (uri.host().isEmpty())
        return open(QFile::encodeName(uri.path()).constData(), O_RDWR | O_NONBLOCK | O_CLOEXEC);
    return connectTo(uri, Milliseconds(3'000));
}

/// Whether the job's options, "name=value name=value", hold an expiry that has passed.
bool hasExpired(const QByteArray &options, const Clock &clock)
{
    for (const QByteArray &option : options.split(' '))
        if (option.startsWith("antre-expires="))
            return toMs(clock.wall()) / 1000 > option.mid(14).toLongLong();
    return false;
}

SessionEnd print(const QByteArray &job, const QUrl &uri, const QByteArray &options)
{
    const SystemClock clock;
    if (hasExpired(options, clock))
        return SessionEnd::TooLate;
    const int link = openLink(uri);
    sayReason(link < 0, "offline-error");
    if (link < 0)
        return SessionEnd::Unreachable;
    SessionLimits limits;
    limits.byProcessId
        = QUrlQuery(uri).queryItemValue(QStringLiteral("receipt")) == QStringLiteral("id");
    const SessionEnd end = printEscpos(link, job, limits, clock, sayStatus);
    sayReason(end == SessionEnd::LinkLost, "offline-error");
    close(link);
    return end;
}

} // namespace

int main(int argc, char **argv)
{
    std::signal(SIGPIPE, SIG_IGN);
    if (argc == 1) {
        std::puts("network escpos \"Unknown\" \"ESC/POS receipt printer with confirmation\"");
        return CUPS_BACKEND_OK;
    }
    if (argc < 6 || argc > 7) {
        std::fputs("Usage: escpos job-id user title copies options [file]\n", stderr);
        return CUPS_BACKEND_STOP;
    }
    QFile file;
    const bool opened = argc == 7
        ? (file.setFileName(QFile::decodeName(argv[6])), file.open(QIODevice::ReadOnly))
        : file.open(stdin, QIODevice::ReadOnly);
    if (!opened) {
        std::fputs("ERROR: Can't read the job.\n", stderr);
        return CUPS_BACKEND_CANCEL;
    }
    const SessionEnd end = print(file.readAll(), QUrl(qEnvironmentVariable("DEVICE_URI")), argv[5]);
    // One sheet, by which CupsPrinter tells printed from sent: of a job that went well, cupsd keeps
    // no words.
    if (end == SessionEnd::Confirmed)
        std::fputs("PAGE: 1 1\n", stderr);
    const bool good = end == SessionEnd::Confirmed || end == SessionEnd::NotConfirmed;
    std::fprintf(stderr, "%s: %s\n", good ? "INFO" : "ERROR", qPrintable(sessionEndWords(end)));
    return good ? CUPS_BACKEND_OK : CUPS_BACKEND_CANCEL;
}

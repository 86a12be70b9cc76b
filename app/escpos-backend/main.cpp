// SPDX-License-Identifier: Apache-2.0
// The CUPS back-end `escpos`: prints on a receipt printer and says what became of it. See
// backend(7), and print/escposdevice.h for the URI.
//
// Beyond printing it reports printer-state-reasons (media-empty-error, cover-open-error and so on,
// see reasonsOf()), drops jobs whose attribute antre-expires (seconds since 1970) has passed, and
// ends with one sentence of sessionEndWords(), and one sheet counted if the printer confirmed it.
// It never asks CUPS to try again: once a byte is out, a second try would be a second slip.
#include "base/clock.h"
#include "print/escposdevice.h"

#include <cups/backend.h>

#include <QFile>

#include <csignal>
#include <cstdio>

using namespace antre;

namespace {

/// A reason stays in the queue until it is taken away; so each is said anew at every status.
template <typename Reasons> void sayReasons(const Reasons &reasons)
{
    for (const PrinterReason &reason : reasons)
        std::fprintf(stderr, "STATE: %c%s\n", reason.holds ? '+' : '-', reason.keyword);
}

/// The job's attribute antre-expires among its options, "name=value name=value"; 0: none.
qint64 expiryOf(const QByteArray &options)
{
    for (const QByteArray &option : options.split(' '))
        if (option.startsWith("antre-expires="))
            return option.mid(14).toLongLong();
    return 0;
}

SessionEnd print(const EscposDevice &device, EscposJob job, qint64 expires)
{
    job.onStatus = [](const EscposStatus &status) { sayReasons(reasonsOf(status)); };
    // cupsd's own folder for what may be lost; back-ends may write there.
    const PrinterMemoryFile memory(qEnvironmentVariable("CUPS_CACHEDIR"), device);
    const SessionEnd end = printOn(device, std::move(job), expires, memory, SystemClock());
    if (end != SessionEnd::TooLate)
        sayReasons(reasonsOf(end));
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
    const auto device = EscposDevice::fromUri(qEnvironmentVariable("DEVICE_URI"));
    if (!device) {
        std::fprintf(stderr, "ERROR: %s\n", qPrintable(device.error().detail));
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
    const SessionEnd end
        = print(*device, EscposJob{.bytes = file.readAll(), .number = QByteArray(argv[1]).toInt()},
            expiryOf(argv[5]));
    // One sheet, by which CupsPrinter tells printed from sent: of a job that went well, cupsd keeps
    // no words.
    if (end == SessionEnd::Confirmed)
        std::fputs("PAGE: 1 1\n", stderr);
    const bool good = end == SessionEnd::Confirmed || end == SessionEnd::NotConfirmed;
    std::fprintf(stderr, "%s: %s\n", good ? "INFO" : "ERROR", qPrintable(sessionEndWords(end)));
    return good ? CUPS_BACKEND_OK : CUPS_BACKEND_CANCEL;
}
